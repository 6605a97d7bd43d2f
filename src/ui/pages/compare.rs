//! 对比: one indicator over the areas of one level, in order where an order is sound.

use crate::answer::{Compare, PeriodChoice, compare, level_options, period_options};
use crate::browser;
use crate::export::compare_csv;
use crate::figure::{Look, compare_figure};
use crate::model::{AreaId, Indicator, Lang, LevelId, Period, sort_by, sort_by_key};
use crate::package::Package;
use crate::route::{PeriodKey, Resolved};
use crate::ui::parts::chart::{ChartTexts, chart};
use crate::ui::parts::compare_table::compare_table;
use crate::ui::parts::file_trouble::FailedFiles;
use crate::ui::parts::heading::page_heading;
use crate::ui::parts::select::{Choice, select};
use crate::ui::session::{Session, kept, session};
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
    let question = Memo::new(move |_| resolved.get()?.question());
    let answer = kept(move || {
        let package = session.package.get()?;
        let question = question.get()?;
        Some(Arc::new(compare(&package, question)))
    });
    let figure = kept(move || {
        let (package, answer) = (session.package.get()?, answer.get()?);
        let look = Look {
            picked: resolved.get().and_then(|resolved| resolved.picked),
            is_plain: session.view.with(|view| view.is_plain),
        };
        let shown = answer.known_count > 0;
        shown.then(|| compare_figure(session.lang(), &package, &answer, look))
    });
    let texts = Memo::new(move |_| {
        let (package, answer) = (session.package.get()?, answer.get()?);
        (answer.known_count > 0).then(|| texts(session, &package, &answer))
    });
    let indicator_changed = RwSignal::new(false);
    follow_indicator(session, answer, indicator_changed);
    let activate = Callback::new(move |key: u32| {
        let place = answer.with_untracked(|answer| {
            let row = answer.as_ref()?.rows.get(key as usize)?;
            row.reading.place
        });
        session.origin.set(place);
    });
    let csv = Callback::new(move |()| {
        let (package, answer) = (session.package.get_untracked()?, answer.get_untracked()?);
        let address = browser::address_of(&session.pinned_query());
        Some(compare_csv(session.lang(), &package, &answer, &address))
    });
    view! {
        <div class="page compare">
            <div class="page-head">
                {move || heading(session)} {controls(session, resolved, indicator_changed)}
            </div>
            {move || said(session, answer)}
            <FailedFiles />
            {move || texts.get().map(|texts| chart(session, figure, texts, activate, csv))}
            {compare_table(session, answer)}
        </div>
    }
}

fn heading(session: Session) -> Option<AnyView> {
    let package = session.references.get()?;
    let title = package.descriptor.title.get(session.lang());
    let title = format!("{title} · {}", session.words().page_compare);
    Some(page_heading(title, String::new()))
}

fn texts(session: Session, package: &Package, answer: &Compare) -> ChartTexts {
    let lang = session.lang();
    let period = words::compare_period_text(lang, answer);
    ChartTexts {
        title: words::compare_title(lang, package, answer),
        subtitle: period,
        source: words::source_line(lang, package),
        stamp: words::stamp_text(lang, package),
        file_stem: file_stem(package, answer),
    }
}

/// The name of downloaded files, of codes only: demo-on-time-rate-community-2026-03-990001002.
fn file_stem(package: &Package, answer: &Compare) -> String {
    let question = &answer.question;
    let period = answer.period.map(|period| period.to_string());
    let mut parts = vec![
        &*package.name,
        &package.indicators.get(question.indicator).code,
        &package.descriptor.levels[usize::from(question.level.0)],
        period.as_deref().unwrap_or("latest"),
    ];
    if let Some(within) = question.within {
        parts.push(&package.areas.get(within).code);
    }
    parts.join("-").replace(['/', '\\', ' ', ':'], "_")
}

/// The sentence above the chart, why there is no order or no benchmark, and what the indicator is.
fn said(session: Session, answer: Memo<Option<Arc<Compare>>>) -> Option<AnyView> {
    let (package, answer) = (session.package.get()?, answer.get()?);
    let lang = session.lang();
    let indicator = package.indicators.get(answer.question.indicator);
    let is_plain = session.view.with(|view| view.is_plain);
    let verdicts = words::verdicts_sentence(lang, &package, &answer, is_plain);
    let verdicts =
        (!verdicts.is_empty()).then(|| view! { <p class="sentence">{verdicts}</p> }.into_any());
    let refused = (!answer.refusals.is_empty() && answer.known_count > 0).then(|| {
        let line = words::refusal_line(lang, &answer.refusals);
        view! { <p class="refusal">{line}</p> }.into_any()
    });
    let provisional = answer
        .known()
        .iter()
        .filter(|row| row.reading.is_provisional())
        .count();
    let provisional = (provisional > 0).then(|| {
        let text = words::provisional_text(lang, provisional, answer.known_count);
        view! { <p class="refusal">{text}</p> }.into_any()
    });
    let no_benchmark = answer.benchmark.err();
    let no_benchmark = no_benchmark.map(|reason| words::no_benchmark_text(lang, reason));
    let (definition, definition_lang) = indicator.definition.get_with_lang(lang);
    let (caveat, caveat_lang) = indicator.caveat.get_with_lang(lang);
    let (definition, caveat) = (definition.to_string(), caveat.to_string());
    // A full stop of Chinese type brings its own space.
    let space = if lang == Lang::Zh { "" } else { " " };
    let said = view! {
        <p class="sentence">{words::compare_sentence(lang, &package, &answer)}</p>
        {verdicts}
        {refused} {provisional}
        <p class="definition">
            <span lang=definition_lang.tag()>{definition}</span>
            {space}
            <span lang=caveat_lang.tag()>{caveat}</span>
            {space}
            {no_benchmark}
        </p>
    };
    Some(said.into_any())
}

/// A period that was chosen for another indicator gives way where the new one has none of its kind.
/// What an address asks for stays.
fn follow_indicator(
    session: Session,
    answer: Memo<Option<Arc<Compare>>>,
    indicator_changed: RwSignal<bool>,
) {
    Effect::new(move |_| {
        if !(indicator_changed.get() && session.settled.get()) {
            return;
        }
        let Some(answer) = answer.get() else {
            return;
        };
        // Without either the file of the new indicator may be on its way.
        if answer.known_count > 0 || answer.nearest.is_some() {
            indicator_changed.set(false);
        }
        if let Some(nearest) = answer.nearest {
            session.adjust(|view| view.period = PeriodKey::At(nearest));
        }
    });
}

fn controls(
    session: Session,
    resolved: Memo<Option<Resolved>>,
    indicator_changed: RwSignal<bool>,
) -> AnyView {
    let words = session.words();
    let indicator = select(
        words.indicator,
        "indicator",
        false,
        Signal::derive(move || indicator_choices(session)),
        Signal::derive(move || indicator_code(session, resolved.get())),
        Callback::new(move |code| {
            session.change(|view| {
                view.indicator = code;
                view.sort = String::new();
            });
            indicator_changed.set(true);
        }),
    );
    let period = select(
        words.period,
        "period",
        false,
        Signal::derive(move || period_choices(session, resolved.get())),
        Signal::derive(move || match resolved.get().and_then(|it| it.period) {
            Some(PeriodChoice::At(period)) => period.to_string(),
            Some(PeriodChoice::EachLatest) => "latest".to_string(),
            None => String::new(),
        }),
        Callback::new(move |value: String| {
            let period = match Period::parse(&value) {
                Some(period) => PeriodKey::At(period),
                None => PeriodKey::EachLatest,
            };
            session.change(|view| view.period = period);
        }),
    );
    let level = select(
        words.level,
        "level",
        false,
        Signal::derive(move || level_choices(session, resolved.get())),
        Signal::derive(move || level_word(session, resolved.get().and_then(|it| it.level))),
        Callback::new(move |level| {
            session.change(|view| {
                view.level = level;
                view.within = String::new();
                view.area = String::new();
            });
        }),
    );
    let within = select(
        words.within,
        "within",
        false,
        Signal::derive(move || within_choices(session, resolved.get())),
        Signal::derive(move || area_code(session, resolved.get().and_then(|it| it.within))),
        Callback::new(move |code| {
            session.change(|view| {
                view.within = code;
                view.area = String::new();
            });
        }),
    );
    let benchmark = select(
        words.benchmark,
        "benchmark",
        false,
        Signal::derive(move || benchmark_choices(session, resolved.get())),
        Signal::derive(move || session.view.with(|view| view.benchmark.clone())),
        Callback::new(move |choice| session.change(|view| view.benchmark = choice)),
    );
    let verdicts = select(
        words.verdicts,
        "verdict",
        false,
        Signal::derive(move || {
            vec![
                Choice::new("", words.verdicts_adjusted),
                Choice::new("plain", words.verdicts_plain),
            ]
        }),
        Signal::derive(move || {
            let is_plain = session.view.with(|view| view.is_plain);
            (if is_plain { "plain" } else { "" }).to_string()
        }),
        Callback::new(move |choice: String| {
            session.change(|view| view.is_plain = choice == "plain");
        }),
    );
    view! {
        <div class="controls">{indicator} {period} {level} {within} {benchmark} {verdicts}</div>
    }
    .into_any()
}

fn indicator_choices(session: Session) -> Vec<Choice> {
    let lang = session.lang();
    let Some(package) = session.references.get() else {
        return Vec::new();
    };
    let mut indicators: Vec<&Indicator> = package.indicators.iter().map(|(_, it)| it).collect();
    sort_by_key(&mut indicators, |indicator| indicator.theme);
    let choice = |indicator: &Indicator| Choice {
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
        sort_by(&mut periods, |one, other| other.cmp(one));
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
    let Some(package) = session.references.get() else {
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

/// What the areas can be held against: the top area, those above them, standards of the indicator,
/// and what the address asks for.
fn benchmark_choices(session: Session, resolved: Option<Resolved>) -> Vec<Choice> {
    let lang = session.lang();
    let Some((package, resolved)) = session.package.get().zip(resolved) else {
        return Vec::new();
    };
    let top = match package.areas.roots()[..] {
        [top] => words::benchmark_text(lang, &package, top),
        _ => "–".to_string(),
    };
    let mut choices = vec![Choice::new("", top)];
    if let Some((level, id)) = resolved.level.zip(resolved.indicator) {
        let above = package.areas.iter().filter(|(id, area)| {
            area.level < level && area.parent.is_some() && !package.areas.children(*id).is_empty()
        });
        choices.extend(above.map(|(_, area)| Choice::new(area.code.clone(), area.name.get(lang))));
        let code = &package.indicators.get(id).code;
        let mut standards: Vec<&str> = Vec::new();
        for standard in package.standards.iter().filter(|it| it.indicator == *code) {
            if !standards.contains(&&*standard.code) {
                standards.push(&standard.code);
                choices.push(Choice {
                    value: format!("standard:{}", standard.code),
                    label: standard.label.get(lang).to_string(),
                    group: session.words().standard.to_string(),
                });
            }
        }
    }
    let asked = session.view.with(|view| view.benchmark.clone());
    if !choices.iter().any(|choice| choice.value == asked) {
        let area = package.areas.id(&asked).map(|id| package.areas.get(id));
        let label = area.map_or(asked.clone(), |area| area.name.get(lang).to_string());
        choices.push(Choice::new(asked, label));
    }
    choices
}

fn area_code(session: Session, area: Option<AreaId>) -> String {
    let found = session.package.get().zip(area);
    found.map_or(String::new(), |(package, area)| {
        package.areas.get(area).code.clone()
    })
}
