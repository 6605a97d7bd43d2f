//! 总览: where each headline indicator stands and how it moved.

use crate::answer::{Card, Overview, Section, overview};
use crate::browser;
use crate::figure::card_figure;
use crate::model::{AreaId, Period, sorted_unique};
use crate::package::{FileState, Package};
use crate::route::{Page, View};
use crate::ui::deferred::{copy_cards, make_cards_menu, make_overview_findings, make_spread_table};
use crate::ui::load_code;
use crate::ui::parts::file_trouble::FailedFiles;
use crate::ui::parts::heading::page_heading;
use crate::ui::parts::link::{of_area, on_page, view_link};
use crate::ui::parts::sparkline::sparkline;
use crate::ui::parts::waiting::findings_wait;
use crate::ui::session::{Gathered, Session, session};
use crate::words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

type Answer = Memo<Option<Arc<Overview>>>;

/// The page.
#[component]
pub fn OverviewPage() -> impl IntoView {
    let session = session();
    let until = Memo::new(move |_| session.asked_period());
    // The periods on offer are those of the whole; mostly the whole is also what is shown.
    // Files of the findings come in after the cards: these are made anew only where they change.
    let whole = Memo::new(move |_| {
        let package = session.package.get()?;
        Some(Arc::new(overview(&package, None, browser::today())))
    });
    let answer = Memo::new(move |_| {
        let Some(until) = until.get() else {
            return whole.get();
        };
        let package = session.package.get()?;
        let then = overview(&package, Some(until), browser::today());
        // Before everything there is nothing to show.
        match then.newest {
            Some(_) => Some(Arc::new(then)),
            None => whole.get(),
        }
    });
    view! {
        <div class="page overview">
            <div class="page-head">
                {move || heading(session, whole, answer)}
            </div>
            <FailedFiles />
            {findings(session)}
            {move || sections(session, answer)}
            {spreads(session, answer)}
        </div>
    }
}

/// In place of cards, where none stands: how each indicator is spread.
fn spreads(session: Session, answer: Answer) -> AnyView {
    let is_due = Memo::new(move |_| {
        let lacks = |answer: Arc<Overview>| answer.sections.iter().all(|it| it.cards.is_empty());
        session.settled.get() && answer.get().is_some_and(lacks)
    });
    Effect::new(move |_| {
        if is_due.get() {
            load_code::load_later_code(session);
        }
    });
    let stands = Memo::new(move |_| is_due.get() && session.code_stands.get());
    (move || stands.get().then(make_spread_table)).into_any()
}

/// What should be looked into. It comes once the cards stand: its code and its files are fetched after
/// the first picture.
fn findings(session: Session) -> AnyView {
    let words = session.words();
    let judged = Memo::new(move |_| {
        let package = session.package.get();
        package.map(|package| package.descriptor.judged)
    });
    let is_due = Memo::new(move |_| judged.get() == Some(true) && session.settled.get());
    Effect::new(move |_| {
        if is_due.get() {
            load_code::load_later_code(session);
        }
    });
    let stands = Memo::new(move |_| is_due.get() && session.code_stands.get());
    // Of no finding nothing is said of how sure it is.
    let has_none = Memo::new(move |_| {
        let is_bare = |it: &Gathered| it.findings.iter().all(|it| it.findings.is_empty());
        session.findings.with(|it| it.as_ref().is_some_and(is_bare))
    });
    let inner = move || match (judged.get(), stands.get()) {
        (None, _) => None,
        (Some(false), _) => Some(view! { <p class="lead">{words.not_judged_here}</p> }.into_any()),
        (Some(true), false) => Some(findings_wait(session)),
        (Some(true), true) => Some(make_overview_findings()),
    };
    view! {
        <section class="to-verify">
            <div class="section-head">
                <h2>{words.to_verify}</h2>
                {move || (judged.get() == Some(true) && !has_none.get()).then_some(words.findings_how)}
            </div>
            {inner}
        </section>
    }
    .into_any()
}

fn heading(session: Session, whole: Answer, answer: Answer) -> Option<AnyView> {
    let (package, whole, answer) = (session.package.get()?, whole.get()?, answer.get()?);
    let lang = session.lang();
    let (place, several) = match &answer.sections[..] {
        // Of a reader's own table it may be called no more than a sum.
        [only] if !package.descriptor.resources.iter().all(|it| it.is_own) => {
            (package.areas.get(only.area).name.get(lang), false)
        }
        _ => (package.descriptor.title.get(lang), true),
    };
    let published = &package.descriptor.created;
    let asked = session.asked_period().filter(|_| session.settled.get());
    let absent = asked.filter(|asked| whole.unripe != Some(*asked));
    let absent = absent.filter(|asked| !periods(&whole).contains(asked));
    let chosen = asked.filter(|_| absent.is_none());
    let dates = words::DataDates {
        absent,
        shown: chosen.or(answer.newest),
        newest: whole.newest,
        unripe: answer.unripe,
        age_months: answer.age_months,
        is_as_of: package.as_of.is_some(),
        published,
    };
    let lead = words::data_date_text(lang, &dates);
    Some(page_heading(
        words::overview_title(lang, place, several),
        lead,
    ))
}

fn sections(session: Session, answer: Answer) -> Option<AnyView> {
    let answer = answer.get()?;
    let package = session.package.get_untracked()?;
    let several = answer.sections.len() > 1;
    let newest = answer.newest;
    let filled = || {
        answer
            .sections
            .iter()
            .filter(|section| !section.cards.is_empty())
    };
    let failed = |state: &FileState| matches!(state, FileState::Failed(_));
    let is_empty = !answer.is_flat
        && filled().next().is_none()
        && session.settled.get()
        && !package.files.iter().any(failed);
    let words = session.words();
    let nothing = is_empty.then(|| {
        let has_figures = package
            .observation_files()
            .any(|file| file.table.row_count() > 0);
        let has_headlines = package.indicators.iter().any(|(_, it)| it.headline);
        let said = match (has_figures, has_headlines) {
            (false, _) => words.no_figures,
            (true, false) => words.nothing_here,
            (true, true) => words.nothing_usable,
        };
        let faults = package.fault_count();
        let why = (faults > 0).then(|| {
            let target = Box::new(|view: &View| on_page(view, Page::Data));
            let text = words::fault_count_text(session.lang(), faults).into_any();
            view_link("", None, "#faults", target, text)
        });
        view! { <p>{said} " " {why}</p> }
    });
    let sections =
        filled().map(|section| view_section(session, &package, section, (several, newest)));
    let sections: Vec<AnyView> = sections.collect();
    let copy = (!sections.is_empty()).then(|| cards_actions(session, answer));
    Some(view! { {nothing} {sections} {copy} }.into_any())
}

/// Exports the cards as a table, and copies them as lines of text. The code for that is fetched when it
/// is asked for, where nothing else of the page has needed it.
fn cards_actions(session: Session, answer: Arc<Overview>) -> AnyView {
    let words = session.words();
    let outcome: RwSignal<Option<bool>> = RwSignal::new(None);
    let shown = answer.clone();
    let is_open = RwSignal::new(false);
    let ask = move |_| {
        is_open.set(true);
        spawn_local(async move {
            let stands = load_code::has_later_code(session).await;
            is_open.try_set(stands);
        });
    };
    let menu = move || match session.code_stands.get() {
        true => make_cards_menu(session, shown.clone(), is_open),
        false => {
            let text = words::export_text(session.lang());
            view! {
                <div class="menu">
                    <button type="button" class="menu-button" aria-expanded="false" on:click=ask>
                        {text}
                    </button>
                    <p class="menu-said" role="status"></p>
                </div>
            }
            .into_any()
        }
    };
    let copy = move |_| {
        let answer = answer.clone();
        spawn_local(async move {
            match load_code::has_later_code(session).await {
                true => copy_cards(session, &answer, outcome),
                false => {
                    outcome.try_set(Some(false));
                }
            }
        });
    };
    let label = move || match outcome.get() {
        Some(true) => words.copied,
        Some(false) => words.not_copied,
        None => words.copy_briefing,
    };
    view! {
        <div class="cards-copy actions">
            {menu}
            <button type="button" class="briefing" on:click=copy>
                {label}
            </button>
        </div>
    }
    .into_any()
}

/// The periods that the cards' series have, the earliest first.
fn periods(whole: &Overview) -> Vec<Period> {
    let cards = whole.sections.iter().flat_map(|section| &section.cards);
    let points = cards.flat_map(|card| &card.series);
    sorted_unique(points.map(|point| point.period))
}

fn view_section(
    session: Session,
    package: &Package,
    section: &Section,
    (several, newest): (bool, Option<Period>),
) -> AnyView {
    let heading = if several {
        package.areas.get(section.area).name.get(session.lang())
    } else {
        session.words().headlines
    };
    let cards = section.cards.iter();
    let cards: Vec<AnyView> = cards
        .map(|card| view_card(session, package, (section.area, newest), card))
        .collect();
    view! {
        <section class="cards-section">
            <h2>{heading.to_string()}</h2>
            <div class="cards">{cards}</div>
        </section>
    }
    .into_any()
}

/// A card leads to the trend of its indicator.
fn view_card(
    session: Session,
    package: &Package,
    (area, newest): (AreaId, Option<Period>),
    card: &Card,
) -> AnyView {
    let lang = session.lang();
    let indicator = package.indicators.get(card.indicator);
    let (label, label_lang) = indicator.label.get_with_lang(lang);
    let reading = &card.total.reading;
    let value = words::value_text(lang, indicator, reading.value);
    let (class, unit) = match value {
        Some(_) => ("value", words::unit_below(lang, indicator)),
        None => ("value missing", String::new()),
    };
    let value = value.unwrap_or_else(|| words::value_with_unit(lang, indicator, reading));
    let basis = words::basis_text(lang, package, indicator, &card.total);
    let changes = words::changes_text(
        lang,
        card.period,
        words::change_text(lang, indicator, card.on_previous),
        words::change_text(lang, indicator, card.on_year),
    );
    let line = card_figure(lang, package, card).map(|figure| {
        let description = words::series_text(lang, indicator, card);
        sparkline(session, figure, description)
    });
    let range = match line {
        Some(_) => words::range_text(lang, indicator, card),
        None => String::new(),
    };
    let detail = |class: &'static str, text: String| {
        (!text.is_empty()).then(|| view! { <p class=class>{text}</p> }.into_any())
    };
    // What nothing is judged of has no status to tell.
    let status = package.descriptor.judged.then(|| {
        let (class, sign, said) = words::card_status(lang, indicator, card);
        view! {
            <p class="detail status">
                <span class=class aria-hidden="true">{sign}</span>
                " "
                {said}
            </p>
        }
    });
    // What the heading says of all need not stand on each.
    let period = match newest == Some(card.period) {
        true => String::new(),
        false => words::period_text(lang, card.period),
    };
    let inner = view! {
        <p class="theme">{words::theme_text(lang, indicator.theme)}</p>
        <h3 lang=label_lang.tag()>{label.to_string()}</h3>
        <p class=class>{value} <span class="unit">{unit}</span></p>
        {line}
        {detail("range", range)}
        {detail("detail", basis)}
        {detail("detail", changes)}
        {status}
        {detail("detail period", period)}
    };
    let code = indicator.code.clone();
    let area = package.areas.get(area).code.clone();
    let target = Box::new(move |view: &View| View {
        indicator: code.clone(),
        ..of_area(view, Page::Trends, &area)
    });
    view_link("card", None, "", target, inner.into_any())
}
