//! 对比: one indicator over the areas of one level, in order where an order is sound.

use crate::answer::{Compare, Order, PeriodChoice, compare, level_options, period_options};
use crate::export::compare_csv;
use crate::figure::compare_figure;
use crate::model::{AreaId, LevelId, Period};
use crate::package::Package;
use crate::route::{PeriodKey, Resolved};
use crate::ui::parts::chart::{Chart, ChartTexts};
use crate::ui::parts::compare_table::CompareTable;
use crate::ui::parts::file_trouble::FailedFiles;
use crate::ui::parts::select::{Choice, Select};
use crate::ui::session::{Session, session};
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// The page.
#[component]
pub fn ComparePage() -> impl IntoView {
    let session = session();
    let resolved = Memo::new(move |_| {
        let package = session.package.get()?;
        Some(session.resolved(&package))
    });
    let answer = Memo::new(move |_| {
        let package = session.package.get()?;
        let question = resolved.get()?.question()?;
        Some(Arc::new(compare(&package, question)))
    });
    let figure = Memo::new(move |_| {
        let (package, answer) = (session.package.get()?, answer.get()?);
        let picked = resolved.get().and_then(|resolved| resolved.picked);
        let shown = answer.known_count > 0;
        shown.then(|| compare_figure(session.lang(), &package, &answer, picked))
    });
    let texts = Memo::new(move |_| {
        let (package, answer) = (session.package.get()?, answer.get()?);
        Some(texts(session, &package, &answer))
    });
    let activate = move |key: u32| {
        let place = answer.with_untracked(|answer| {
            let row = answer.as_ref()?.rows.get(key as usize)?;
            row.reading.place
        });
        session.origin.set(place);
    };
    let csv = move || {
        let (package, answer) = (session.package.get_untracked()?, answer.get_untracked()?);
        Some(compare_csv(session.lang(), &package, &answer))
    };
    let has_figure = Memo::new(move |_| figure.with(Option::is_some));
    view! {
        <div class="page compare">
            <Controls resolved=resolved />
            <Said answer=answer />
            <FailedFiles />
            {move || {
                has_figure
                    .get()
                    .then(|| {
                        view! { <Chart figure=figure texts=texts activate=activate csv=csv /> }
                    })
            }}
            <CompareTable answer=answer />
        </div>
    }
}

fn texts(session: Session, package: &Package, answer: &Compare) -> ChartTexts {
    let lang = session.lang();
    let period = words::compare_period_text(lang, answer);
    let indicator = package.indicators.get(answer.question.indicator);
    ChartTexts {
        title: words::compare_title(lang, package, answer),
        subtitle: period.clone(),
        source: words::source_line(lang, package),
        stamp: words::stamp_text(lang, package),
        file_stem: words::file_stem(&[&package.name, &indicator.code, &period]),
    }
}

/// The sentence above the chart, why there is no order or no benchmark, and what the indicator is.
#[component]
fn Said(answer: Memo<Option<Arc<Compare>>>) -> impl IntoView {
    let session = session();
    move || {
        let (package, answer) = (session.package.get()?, answer.get()?);
        let lang = session.lang();
        let indicator = package.indicators.get(answer.question.indicator);
        let no_order = match &answer.order {
            Order::LowToHigh => None,
            Order::SideBySide(reasons) => Some(words::no_order_line(lang, reasons)),
        };
        let no_benchmark = answer
            .benchmark
            .err()
            .map(|reason| words::no_benchmark_text(lang, reason));
        let (definition, definition_lang) = indicator.definition.get_with_lang(lang);
        let (caveat, caveat_lang) = indicator.caveat.get_with_lang(lang);
        let (definition, caveat) = (definition.to_string(), caveat.to_string());
        Some(view! {
            <p class="sentence">{words::compare_sentence(lang, &package, &answer)}</p>
            {no_order.map(|line| view! { <p class="refusal">{line}</p> })}
            <p class="definition">
                <span lang=definition_lang.tag()>{definition}</span>
                " "
                <span lang=caveat_lang.tag()>{caveat}</span>
                " "
                {no_benchmark}
            </p>
        })
    }
}

#[component]
fn Controls(resolved: Memo<Option<Resolved>>) -> impl IntoView {
    let session = session();
    let label = move |pick: fn(&words::Words) -> &'static str| {
        Signal::derive(move || pick(session.words()).to_string())
    };
    view! {
        <div class="controls">
            <Select
                label=label(|words| words.indicator)
                name="indicator"
                choices=Signal::derive(move || indicator_choices(session))
                chosen=Signal::derive(move || indicator_code(session, resolved.get()))
                choose=move |code| {
                    session
                        .change(|view| {
                            view.indicator = code;
                            view.sort = String::new();
                        });
                }
            />
            <Select
                label=label(|words| words.period)
                name="period"
                choices=Signal::derive(move || period_choices(session, resolved.get()))
                chosen=Signal::derive(move || match resolved.get().and_then(|it| it.period) {
                    Some(PeriodChoice::At(period)) => period.to_string(),
                    Some(PeriodChoice::EachLatest) => "latest".to_string(),
                    None => String::new(),
                })
                choose=move |value| {
                    let period = match Period::parse(&value) {
                        Some(period) => PeriodKey::At(period),
                        None => PeriodKey::EachLatest,
                    };
                    session.change(|view| view.period = period);
                }
            />
            <Select
                label=label(|words| words.level)
                name="level"
                choices=Signal::derive(move || level_choices(session, resolved.get()))
                chosen=Signal::derive(move || {
                    level_word(session, resolved.get().and_then(|it| it.level))
                })
                choose=move |level| {
                    session
                        .change(|view| {
                            view.level = level;
                            view.within = String::new();
                        });
                }
            />
            <Select
                label=label(|words| words.within)
                name="within"
                choices=Signal::derive(move || within_choices(session, resolved.get()))
                chosen=Signal::derive(move || {
                    area_code(session, resolved.get().and_then(|it| it.within))
                })
                choose=move |code| session.change(|view| view.within = code)
            />
        </div>
    }
}

fn indicator_choices(session: Session) -> Vec<Choice> {
    let lang = session.lang();
    let Some(package) = session.package.get() else {
        return Vec::new();
    };
    let mut indicators: Vec<_> = package.indicators.iter().map(|(_, it)| it).collect();
    indicators.sort_by_key(|indicator| indicator.theme);
    let choice = |indicator: &crate::model::Indicator| Choice {
        value: indicator.code.clone(),
        label: indicator.label.get(lang).to_string(),
        group: words::theme_text(lang, indicator.theme).to_string(),
    };
    indicators.into_iter().map(choice).collect()
}

fn indicator_code(session: Session, resolved: Option<Resolved>) -> String {
    let indicator = resolved.and_then(|resolved| resolved.indicator);
    let found = session.package.get().zip(indicator);
    found.map_or(String::new(), |(package, id)| {
        package.indicators.get(id).code.clone()
    })
}

fn period_choices(session: Session, resolved: Option<Resolved>) -> Vec<Choice> {
    let lang = session.lang();
    let mut choices = vec![Choice::new("latest", session.words().each_latest)];
    let Some((package, resolved)) = session.package.get().zip(resolved) else {
        return choices;
    };
    let Some((indicator, level)) = resolved.indicator.zip(resolved.level) else {
        return choices;
    };
    let mut periods = period_options(&package, indicator, level);
    if let Some(PeriodChoice::At(asked)) = resolved.period
        && !periods.contains(&asked)
    {
        periods.push(asked);
        periods.sort_unstable_by(|one, other| other.cmp(one));
    }
    choices.extend(
        periods
            .into_iter()
            .map(|period| Choice::new(period.to_string(), words::period_text(lang, period))),
    );
    choices
}

fn level_choices(session: Session, resolved: Option<Resolved>) -> Vec<Choice> {
    let lang = session.lang();
    let Some(package) = session.package.get() else {
        return Vec::new();
    };
    let indicator = resolved.and_then(|resolved| resolved.indicator);
    let choice = |level: LevelId| {
        let value = package.descriptor.levels[usize::from(level.0)].clone();
        Choice::new(value, words::level_entry_text(lang, &package, level))
    };
    level_options(&package, indicator)
        .into_iter()
        .map(choice)
        .collect()
}

fn level_word(session: Session, level: Option<LevelId>) -> String {
    let found = session.package.get().zip(level);
    found.map_or(String::new(), |(package, level)| {
        package.descriptor.levels[usize::from(level.0)].clone()
    })
}

/// Areas above the level that is compared.
fn within_choices(session: Session, resolved: Option<Resolved>) -> Vec<Choice> {
    let lang = session.lang();
    let mut choices = vec![Choice::new("", session.words().whole_area)];
    let Some(package) = session.package.get() else {
        return choices;
    };
    let Some(level) = resolved.and_then(|resolved| resolved.level) else {
        return choices;
    };
    let above = package.areas.iter().filter(|(id, area)| {
        area.level < level && area.parent.is_some() && !package.areas.children(*id).is_empty()
    });
    choices.extend(above.map(|(_, area)| Choice::new(area.code.clone(), area.name.get(lang))));
    choices
}

fn area_code(session: Session, area: Option<AreaId>) -> String {
    let found = session.package.get().zip(area);
    found.map_or(String::new(), |(package, area)| {
        package.areas.get(area).code.clone()
    })
}
