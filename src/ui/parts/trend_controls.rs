//! What the page of trends is asked: its controls and their choices.

use crate::answer::Trend;
use crate::model::Period;
use crate::package::Package;
use crate::route::{MOST_BESIDE, Page, Resolved, Shown};
use crate::ui::parts::area_picker::{area_picker, chosen_item, named_area_box};
use crate::ui::parts::question_controls::{
    area_code, indicator_choices, indicator_code, level_choices, level_word, within_choices,
};
use crate::ui::parts::select::{Choice, select};
use crate::ui::session::Session;
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// The controls: those of one area, or those of all areas of a level.
pub fn trend_controls(
    session: Session,
    resolved: Memo<Option<Resolved>>,
    answer: Memo<Option<Arc<Trend>>>,
) -> AnyView {
    let words = session.words();
    let shown = Memo::new(move |_| session.view.with(|view| view.shown == Shown::All));
    let indicator = select(
        words.indicator,
        "indicator",
        false,
        Signal::derive(move || indicator_choices(session)),
        Signal::derive(move || indicator_code(session, resolved.get())),
        // Limits and periods of one indicator mean nothing for another.
        Callback::new(move |code| {
            session.change(|view| {
                view.indicator = code;
                view.target = String::new();
                view.baseline = None;
            });
        }),
    );
    view! {
        <div class="controls">
            {shown_select(session)} {indicator}
            {move || match shown.get() {
                true => of_level(session, resolved),
                false => of_area(session, answer),
            }}
        </div>
    }
    .into_any()
}

fn shown_select(session: Session) -> AnyView {
    let words = session.words();
    select(
        words.shown,
        "show",
        false,
        Signal::derive(move || {
            vec![
                Choice::new(Shown::One.word(), words.trends().shown_one),
                Choice::new(Shown::All.word(), words.trends().shown_all),
            ]
        }),
        Signal::derive(move || {
            let is_all = session.view.with(|view| view.shown == Shown::All);
            let shown = if is_all { Shown::All } else { Shown::One };
            shown.word().to_string()
        }),
        Callback::new(move |word: String| {
            session.change(|view| view.shown = Shown::from_word(&word).unwrap_or_default());
        }),
    )
}

fn of_level(session: Session, resolved: Memo<Option<Resolved>>) -> AnyView {
    let words = session.words();
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
            });
        }),
    );
    let within = select(
        words.within,
        "within",
        false,
        Signal::derive(move || within_choices(session, resolved.get())),
        Signal::derive(move || area_code(session, resolved.get().and_then(|it| it.within))),
        Callback::new(move |code| session.change(|view| view.within = code)),
    );
    view! {
        {level}
        {within}
    }
    .into_any()
}

fn of_area(session: Session, answer: Memo<Option<Arc<Trend>>>) -> AnyView {
    let is_judged = Memo::new(move |_| {
        let package = session.references.get();
        package.is_some_and(|package| package.descriptor.judged)
    });
    let may_have_limits = Memo::new(move |_| answer.get().is_some_and(|it| it.may_have_limits()));
    view! {
        {area_picker(session, Page::Trends)}
        {beside(session)}
        {move || is_judged.get().then(|| target(session, answer))}
        {move || {
            may_have_limits
                .get()
                .then(|| {
                    let (from, to) = baseline(session, answer);
                    view! { <span class="baseline">{from} {to}</span> }
                })
        }}
    }
    .into_any()
}

/// The areas that stand beside the page's own: each with a button that takes it away, and a box that
/// adds one.
fn beside(session: Session) -> AnyView {
    let words = session.words();
    let codes = Memo::new(move |_| session.view.with(|view| view.beside.clone()));
    let add = Callback::new(move |code: String| {
        session.change(|view| {
            let is_new = !view.beside.contains(&code) && view.area != code;
            if is_new && view.beside.len() < MOST_BESIDE {
                view.beside.push(code);
            }
        });
    });
    let chips = move || {
        let package = session.references.get()?;
        let chips = codes.get().into_iter();
        let chips: Vec<AnyView> = chips.map(|code| chip(session, &package, code)).collect();
        (!chips.is_empty()).then(|| {
            view! { <ul class="chips" aria-label=words.trends().beside>{chips}</ul> }
        })
    };
    let is_full = Memo::new(move |_| codes.with(|codes| codes.len() >= MOST_BESIDE));
    view! {
        <div class="beside">
            {move || match is_full.get() {
                false => named_area_box(session, words.trends().add_beside, add),
                true => view! { <span class="second">{words.trends().beside_full}</span> }.into_any(),
            }}
            {chips}
            {move || group_beside(session)}
        </div>
    }
    .into_any()
}

/// The reader's group beside the page's own area, where nothing stands there yet.
fn group_beside(session: Session) -> Option<AnyView> {
    let can_stand = session
        .view
        .with(|view| view.beside.is_empty() && !view.group.is_empty());
    let put = move |_| {
        session.change(|view| {
            let others = view.group.iter().filter(|code| **code != view.area);
            view.beside = others.take(MOST_BESIDE).cloned().collect();
        });
    };
    let label = words::table_words(session.lang()).group_beside;
    can_stand.then(|| {
        view! { <button type="button" class="quiet" on:click=put>{label}</button> }.into_any()
    })
}

fn chip(session: Session, package: &Package, code: String) -> AnyView {
    let area = package.areas.id(&code).map(|id| package.areas.get(id));
    let name = area.map_or(code.clone(), |it| it.name.get(session.lang()).to_string());
    let take_away = move || {
        session.change(|view| view.beside.retain(|other| *other != code));
    };
    chosen_item(name, session.words().trends().remove, take_away)
}

/// No target, one of the standards of the indicator, or a number of the reader's own.
fn target(session: Session, answer: Memo<Option<Arc<Trend>>>) -> AnyView {
    let words = session.words();
    let asked = Memo::new(move |_| session.view.with(|view| view.target.clone()));
    let choices = Signal::derive(move || {
        let mut choices = vec![Choice::new("", words.trends().target_none)];
        if let (Some(package), Some(answer)) = (session.package.get(), answer.get()) {
            choices.extend(standards(session, &package, &answer));
        }
        let asked = asked.get();
        if !choices.iter().any(|choice| choice.value == asked) {
            choices.push(Choice::new(asked.clone(), asked));
        }
        choices
    });
    let set = Callback::new(move |target: String| {
        session.change(|view| view.target = target.trim().to_string());
    });
    let own = move || {
        let asked = asked.get();
        match asked.starts_with("standard:") {
            true => String::new(),
            false => asked,
        }
    };
    view! {
        <span class="target">
            {select(words.trends().target, "target", false, choices, asked.into(), set)}
            <label class="select">
                <span class="visually-hidden">{words.trends().target_own}</span>
                <input
                    type="text"
                    inputmode="decimal"
                    name="own-target"
                    size="5"
                    placeholder=words.trends().target_own
                    prop:value=own
                    on:change=move |event| set.run(event_target_value(&event))
                />
            </label>
        </span>
    }
    .into_any()
}

/// The standards of the indicator, each code once.
fn standards(session: Session, package: &Package, answer: &Trend) -> Vec<Choice> {
    let code = &package.indicators.get(answer.question.indicator).code;
    let mut choices: Vec<Choice> = Vec::new();
    for standard in package.standards.iter().filter(|it| it.indicator == *code) {
        let value = ["standard:", &standard.code].concat();
        if !choices.iter().any(|choice| choice.value == value) {
            choices.push(Choice {
                value,
                label: standard.label.get(session.lang()).to_string(),
                group: session.words().standard.to_string(),
            });
        }
    }
    choices
}

/// The first and the last period of the baseline; blank stands for the standard one.
fn baseline(session: Session, answer: Memo<Option<Arc<Trend>>>) -> (AnyView, AnyView) {
    let words = session.words();
    let asked = Memo::new(move |_| session.view.with(|view| view.baseline));
    let end = move |is_last: bool| {
        let choices = Signal::derive(move || {
            answer
                .get()
                .map_or(Vec::new(), |answer| periods(session, &answer, is_last))
        });
        let chosen = Signal::derive(move || {
            let asked = asked.get();
            let period = asked.map(|(from, to)| if is_last { to } else { from });
            period.map_or(String::new(), |period| period.to_string())
        });
        let choose = Callback::new(move |value: String| {
            let of_chart = || answer.get_untracked().and_then(|it| it.baseline_periods());
            // Too short a baseline has no chart, and is still to be made longer.
            let standing = asked.get_untracked().or_else(of_chart);
            let span = Period::parse(&value).zip(standing);
            // The other end stays where it is, unless it would come out on the wrong side.
            let span = span.map(|(period, (from, to))| match is_last {
                true => (from.min(period), period),
                false => (period, to.max(period)),
            });
            session.change(|view| view.baseline = span);
        });
        let (label, name) = match is_last {
            false => (words.trends().baseline_from, "baseline-from"),
            true => (words.trends().baseline_to, "baseline-to"),
        };
        select(label, name, false, choices, chosen, choose)
    };
    (end(false), end(true))
}

fn periods(session: Session, answer: &Trend, is_last: bool) -> Vec<Choice> {
    let lang = session.lang();
    let standard = session.words().trends().baseline_standard;
    let named = |period: Period| words::period_text(lang, period);
    let is_standard = answer.question.baseline.is_none();
    let standing = answer.baseline_periods().filter(|_| is_standard);
    let end = standing.map(|(from, to)| named(if is_last { to } else { from }));
    let label = match end {
        Some(end) => [standard, " · ", &end].concat(),
        None => standard.to_string(),
    };
    let mut choices = vec![Choice::new("", label)];
    let periods = answer.points.iter().map(|point| point.period);
    choices.extend(periods.map(|period| Choice::new(period.to_string(), named(period))));
    choices
}
