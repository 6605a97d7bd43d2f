//! 总览: where each headline indicator stands and how it moved.

use crate::answer::{Card, Section, overview};
use crate::browser;
use crate::figure::card_figure;
use crate::model::Period;
use crate::package::Package;
use crate::route::{Page, PeriodKey, View};
use crate::ui::parts::file_trouble::FailedFiles;
use crate::ui::parts::rail::is_plain_click;
use crate::ui::parts::select::{Choice, Select};
use crate::ui::parts::sparkline::SparklinePicture;
use crate::ui::session::session;
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// The page.
#[component]
pub fn OverviewPage() -> impl IntoView {
    let session = session();
    let until = Memo::new(move |_| {
        session.view.with(|view| match view.period {
            PeriodKey::At(period) => Some(period),
            PeriodKey::Newest | PeriodKey::EachLatest => None,
        })
    });
    let answer = Memo::new(move |_| {
        let package = session.package.get()?;
        Some(Arc::new(overview(&package, until.get(), browser::today())))
    });
    let heading = move || {
        let (package, answer) = (session.package.get()?, answer.get()?);
        let lang = session.lang();
        let (place, several) = match &answer.sections[..] {
            [only] => (package.areas.get(only.area).name.get(lang), false),
            _ => (package.descriptor.title.get(lang), true),
        };
        let published = &package.descriptor.created;
        Some(view! {
            <h1>{words::overview_title(lang, place, several)}</h1>
            <p class="lead">
                {words::data_date_text(lang, answer.newest, answer.age_months, published)}
            </p>
        })
    };
    let sections = move || {
        let (package, answer) = (session.package.get()?, answer.get()?);
        let several = answer.sections.len() > 1;
        let empty = answer
            .sections
            .iter()
            .all(|section| section.cards.is_empty());
        let nothing = (empty && session.settled.get())
            .then(|| view! { <p>{session.words().nothing_here}</p> });
        let sections = answer
            .sections
            .iter()
            .filter(|section| !section.cards.is_empty())
            .map(|section| view_section(&package, section, several))
            .collect_view();
        Some(view! { {nothing} {sections} })
    };
    view! {
        <div class="page overview">
            <div class="page-head">
                <div>{heading}</div>
                <PeriodSelect />
            </div>
            <FailedFiles />
            {sections}
        </div>
    }
}

/// The periods that the cards' series have, the newest first.
#[component]
fn PeriodSelect() -> impl IntoView {
    let session = session();
    let choices =
        Signal::derive(move || {
            let lang = session.lang();
            let mut choices = vec![Choice::new("", session.words().newest)];
            if let Some(package) = session.package.get() {
                let whole = overview(&package, None, browser::today());
                let cards = whole.sections.iter().flat_map(|section| &section.cards);
                let points = cards.flat_map(|card| &card.series);
                let mut periods: Vec<Period> = points.map(|point| point.period).collect();
                if let PeriodKey::At(asked) = session.view.with(|view| view.period) {
                    periods.push(asked);
                }
                periods.sort_unstable();
                periods.dedup();
                let options = periods.into_iter().rev();
                choices.extend(options.map(|period| {
                    Choice::new(period.to_string(), words::period_text(lang, period))
                }));
            }
            choices
        });
    view! {
        <Select
            label=Signal::derive(move || session.words().period.to_string())
            name="period"
            choices=choices
            chosen=Signal::derive(move || match session.view.with(|view| view.period) {
                PeriodKey::At(period) => period.to_string(),
                PeriodKey::Newest | PeriodKey::EachLatest => String::new(),
            })
            choose=move |value| {
                let period = Period::parse(&value).map_or(PeriodKey::Newest, PeriodKey::At);
                session.change(|view| view.period = period);
            }
        />
    }
}

fn view_section(package: &Arc<Package>, section: &Section, several: bool) -> impl IntoView + use<> {
    let session = session();
    let lang = session.lang();
    let heading = if several {
        package.areas.get(section.area).name.get(lang).to_string()
    } else {
        session.words().headlines.to_string()
    };
    let cards = section.cards.iter();
    let cards = cards.map(|card| view_card(package, card)).collect_view();
    view! {
        <section class="cards-section">
            <h2>{heading}</h2>
            <div class="cards">{cards}</div>
        </section>
    }
}

/// A card leads to the comparison of its indicator.
fn view_card(package: &Arc<Package>, card: &Card) -> impl IntoView + use<> {
    let session = session();
    let lang = session.lang();
    let indicator = package.indicators.get(card.indicator);
    let (label, label_lang) = indicator.label.get_with_lang(lang);
    let reading = &card.total.reading;
    let value = words::value_text(lang, indicator, reading.value);
    let missing = value.is_none();
    let value_shown = value.unwrap_or_else(|| words::value_with_unit(lang, indicator, reading));
    let unit = indicator.unit.get(lang).to_string();
    let basis = words::basis_text(lang, package, indicator, &card.total);
    let changes = words::changes_text(
        lang,
        words::change_text(lang, indicator, card.on_previous),
        words::change_text(lang, indicator, card.on_year),
    );
    let description = card
        .series
        .first()
        .zip(card.series.last())
        .map(|(first, last)| {
            words::series_text(lang, label, first.period, last.period, card.series.len())
        });
    let line = card_figure(lang, package, card)
        .zip(description)
        .map(|(figure, description)| {
            view! { <SparklinePicture figure=figure description=description /> }
        });
    let target = View {
        page: Page::Compare,
        indicator: indicator.code.clone(),
        level: String::new(),
        within: String::new(),
        area: String::new(),
        ..session.view.get_untracked()
    };
    let address = target.query();
    let open = move |event: leptos::ev::MouseEvent| {
        if is_plain_click(&event) {
            event.prevent_default();
            session.change(|view| *view = target.clone());
        }
    };
    view! {
        <a class="card" href=address on:click=open>
            <h3 lang=label_lang.tag()>{label.to_string()}</h3>
            <p class="value" class:missing=missing>
                {value_shown}
                <span class="unit">{(!missing).then_some(unit)}</span>
            </p>
            {line}
            <p class="detail">{basis}</p>
            <p class="detail">{changes}</p>
            <p class="detail period">{words::period_text(lang, card.period)}</p>
        </a>
    }
}
