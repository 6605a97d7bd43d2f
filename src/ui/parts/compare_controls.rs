//! What a comparison is asked: its controls and their choices.

use crate::answer::LISTED;
use crate::route::{Resolved, Shown};
use crate::ui::parts::question_controls::{
    indicator_control, level_control, verdict_control, within_control,
};
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
    let indicator = indicator_control(session, resolved, indicator_changed);
    let level = level_control(session, resolved);
    let within = within_control(session, resolved);
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
    let verdicts = verdict_control(session);
    let is_judged = move || {
        let package = session.references.get();
        package.is_none_or(|package| package.descriptor.judged)
    };
    // Of a value without numerator and denominator there is no verdict.
    let has_verdicts = Memo::new(move |_| {
        let one = session.package.get().zip(resolved.get()?.indicator)?;
        Some(one.0.indicators.get(one.1).is_quotient())
    });
    let is_one = move || session.view.with(|view| view.shown == Shown::One);
    view! {
        <div
            class="controls"
            class:all=move || session.view.with(|view| view.shown != Shown::One)
            class:untested=move || is_one() && has_verdicts.get() == Some(false)
            class:unjudged=move || !is_judged()
            class:findings=move || session.view.with(|view| view.shown == Shown::Findings)
        >
            {shown} {indicator} {level} {within} {benchmark} {verdicts}
        </div>
    }
    .into_any()
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
        _ => words::listed_areas_text(lang).to_string(),
    };
    let mut choices = vec![Choice::new("", top)];
    if package.areas.roots().len() == 1 {
        choices.push(Choice::new(LISTED, words::listed_areas_text(lang)));
    }
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
