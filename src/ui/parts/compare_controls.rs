//! What a comparison is asked: its controls and their choices.

use crate::answer::level_options;
use crate::model::{AreaId, Indicator, LevelId, sort_by_key};
use crate::route::{Resolved, Shown};
use crate::ui::parts::select::{Choice, select};
use crate::ui::session::Session;
use crate::words;
use leptos::prelude::*;

/// The controls. `indicator_changed` is set when another indicator was chosen.
pub fn compare_controls(
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
    let shown = select(
        words.shown,
        "show",
        false,
        Signal::derive(move || {
            let choice = |shown: Shown| {
                let label = match shown {
                    Shown::One => words.shown_one,
                    Shown::All => words.shown_all,
                    Shown::Findings => words.shown_findings,
                };
                Choice::new(shown.word(), label)
            };
            Shown::ALL.map(choice).to_vec()
        }),
        Signal::derive(move || session.view.with(|view| view.shown.word().to_string())),
        Callback::new(move |choice: String| {
            session.change(|view| view.shown = Shown::from_word(&choice).unwrap_or_default());
        }),
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
        <div
            class="controls"
            class:all=move || session.view.with(|view| view.shown != Shown::One)
            class:findings=move || session.view.with(|view| view.shown == Shown::Findings)
        >
            {shown} {indicator} {level} {within} {benchmark} {verdicts}
        </div>
    }
    .into_any()
}

pub(super) fn indicator_choices(session: Session) -> Vec<Choice> {
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

pub(super) fn indicator_code(session: Session, resolved: Option<Resolved>) -> String {
    let indicator = resolved.and_then(|resolved| resolved.indicator);
    let found = session.package.get().zip(indicator);
    found.map_or(String::new(), |(package, id)| {
        package.indicators.get(id).code.clone()
    })
}

pub(super) fn level_choices(session: Session, resolved: Option<Resolved>) -> Vec<Choice> {
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

pub(super) fn level_word(session: Session, level: Option<LevelId>) -> String {
    let found = session.package.get().zip(level);
    found.map_or(String::new(), |(package, level)| {
        package.descriptor.levels[usize::from(level.0)].clone()
    })
}

/// Areas above the level that is compared.
pub(super) fn within_choices(session: Session, resolved: Option<Resolved>) -> Vec<Choice> {
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

pub(super) fn area_code(session: Session, area: Option<AreaId>) -> String {
    let found = session.package.get().zip(area);
    found.map_or(String::new(), |(package, area)| {
        package.areas.get(area).code.clone()
    })
}
