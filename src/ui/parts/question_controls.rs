//! What is compared: the choices of indicator, level and place that the comparison and the map share.

use crate::answer::{Compare, level_options};
use crate::model::{AreaId, Indicator, LevelId, sort_by_key};
use crate::route::{PeriodKey, Resolved, WITHIN_GROUP, is_only_group, may_narrow};
use crate::ui::parts::select::{Choice, select};
use crate::ui::session::Session;
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// The choice of the indicator. `changed` is set when another one was chosen.
pub fn indicator_control(
    session: Session,
    resolved: Memo<Option<Resolved>>,
    changed: RwSignal<bool>,
) -> AnyView {
    select(
        session.words().indicator,
        "indicator",
        false,
        Signal::derive(move || indicator_choices(session)),
        Signal::derive(move || indicator_code(session, resolved.get())),
        Callback::new(move |code| {
            session.change(|view| {
                view.indicator = code;
                view.sort = String::new();
            });
            changed.set(true);
        }),
    )
}

/// The choice of the level; not shown where there is none.
pub fn level_control(session: Session, resolved: Memo<Option<Resolved>>) -> AnyView {
    let choices = Memo::new(move |_| level_choices(session, resolved.get()));
    let control = select(
        session.words().level,
        "level",
        false,
        choices.into(),
        Signal::derive(move || level_word(session, resolved.get().and_then(|it| it.level))),
        Callback::new(move |level| {
            session.change(|view| {
                view.level = level;
                view.within = String::new();
                view.area = String::new();
            });
        }),
    );
    view! { <div class:none=move || choices.with(Vec::is_empty)>{control}</div> }.into_any()
}

/// The choice of the area within which is compared.
pub fn within_control(session: Session, resolved: Memo<Option<Resolved>>) -> AnyView {
    let choices = Memo::new(move |_| within_choices(session, resolved.get()));
    select(
        session.words().within,
        "within",
        false,
        choices.into(),
        Signal::derive(move || match session.view.with(is_only_group) {
            true => WITHIN_GROUP.to_string(),
            false => area_code(session, resolved.get().and_then(|it| it.within)),
        }),
        Callback::new(move |code| {
            session.change(|view| {
                view.within = code;
                view.area = String::new();
            });
        }),
    )
}

/// By which verdict areas are told apart: allowing for the spread among all, or each by its own counts
/// alone.
pub fn verdict_control(session: Session) -> AnyView {
    let words = session.words();
    select(
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
    )
}

/// A period that was chosen for another indicator gives way where the new one has none of its kind.
/// What an address asks for stays.
pub fn follow_indicator(
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

pub(super) fn indicator_choices(session: Session) -> Vec<Choice> {
    let lang = session.lang();
    let Some(package) = session.references.get() else {
        return Vec::new();
    };
    // What the reader put beside published ones stands on top, in a group of its own.
    let about = |(id, indicator)| (package.indicators.is_beside(id), indicator);
    let mut indicators: Vec<(bool, &Indicator)> = package.indicators.iter().map(about).collect();
    sort_by_key(&mut indicators, |(is_beside, indicator)| {
        (!is_beside, indicator.theme)
    });
    let choice = |(is_beside, indicator): (bool, &Indicator)| Choice {
        value: indicator.code.clone(),
        label: indicator.label.get(lang).to_string(),
        group: match is_beside {
            true => session.words().own_data.to_string(),
            false => words::theme_text(lang, indicator.theme).to_string(),
        },
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
    let own = session.view.with(|view| match may_narrow(view) {
        true => view.group.len(),
        false => 0,
    });
    if own > 0 {
        choices.push(Choice::new(WITHIN_GROUP, words::only_group_text(lang, own)));
    }
    let Some(package) = session.references.get() else {
        return choices;
    };
    let Some(level) = resolved.and_then(|resolved| resolved.level) else {
        return choices;
    };
    let has_tops = package.areas.has_several_tops();
    let above = package.areas.iter().filter(|(id, area)| {
        let is_part = has_tops || area.parent.is_some();
        area.level < level && is_part && !package.areas.children(*id).is_empty()
    });
    choices.extend(above.map(|(_, area)| Choice::new(area.code.clone(), area.name.get(lang))));
    choices
}

pub(super) fn area_code(session: Session, area: Option<AreaId>) -> String {
    let found = session.package.get().zip(area);
    found.map_or(String::new(), |(package, area)| {
        package.areas.get(area).code.clone()
    })
}
