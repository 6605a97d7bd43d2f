//! The data as it stood on a day: what pages are shown of it, the notice above them, and the ways there
//! and back.

use super::link::view_link;
use super::select::{Choice, select};
use crate::answer::release_days;
use crate::model::{Day, Lang};
use crate::package::{Package, TableKind};
use crate::route::View;
use crate::ui::session::{Session, session};
use crate::words::{self, revision_words};
use leptos::prelude::*;
use std::sync::Arc;

/// The package with what its revisions mean, as it stood on a day where one is asked for. None until the
/// revisions have been read.
pub fn deferred_as_shown(opened: &Arc<Package>, as_of: &str) -> Option<Arc<Package>> {
    let revised = match opened.table_is_settled(TableKind::Revisions) {
        // Without a table there is nothing to be found out.
        true if opened.has_table(TableKind::Revisions) => Arc::new(opened.revised()),
        _ => opened.clone(),
    };
    let Some(day) = Day::parse(as_of) else {
        return Some(revised);
    };
    let is_read = opened.table_is_settled(TableKind::Revisions);
    is_read.then(|| Arc::new(words::package_as_of(&revised, day)))
}

/// That an earlier state is shown, and the way back.
pub fn deferred_notice() -> AnyView {
    let session = session();
    let lang = session.lang();
    let text = move || {
        let package = session.package.get()?;
        words::as_of_notice(lang, &package)
    };
    let back = view! { <span>{revision_words(lang).back}</span> }.into_any();
    let now = |view: &View| View {
        as_of: String::new(),
        ..view.clone()
    };
    view! {
        <p class="banner as-of" role="status">
            {text} " " {view_link("", None, "", Box::new(now), back)}
        </p>
    }
    .into_any()
}

/// A link to the same view as it stood before a day.
pub fn before_link(lang: Lang, released: Day) -> AnyView {
    let text = view! { <span>{revision_words(lang).before}</span> }.into_any();
    let target = move |view: &View| View {
        as_of: released.previous().to_string(),
        ..view.clone()
    };
    view_link("quiet", None, "", Box::new(target), text)
}

/// The choice of a day: one before each release, or any.
pub fn as_of_controls(session: Session, package: &Package) -> AnyView {
    let words = revision_words(session.lang());
    let days = release_days(package).into_iter();
    let mut choices = vec![Choice::new("", words.today)];
    choices.extend(days.map(|day| {
        let before = day.previous().to_string();
        Choice::new(before.clone(), before)
    }));
    let chosen = Memo::new(move |_| session.view.with(|view| view.as_of.clone()));
    let own = chosen.get_untracked();
    if !choices.iter().any(|choice| choice.value == own) {
        choices.push(Choice::new(own.clone(), own));
    }
    let choose = Callback::new(move |day: String| {
        if day.is_empty() || Day::parse(&day).is_some() {
            session.change(|view| view.as_of = day);
        }
    });
    let choices = Signal::stored(choices);
    view! {
        <div class="controls">
            {select(words.choose, "as-of", false, choices, chosen.into(), choose)}
            <label class="select">
                <span>{words.any_day}</span>
                <input
                    type="date"
                    name="as-of-day"
                    prop:value=chosen
                    on:change=move |event| choose.run(event_target_value(&event))
                />
            </label>
        </div>
    }
    .into_any()
}
