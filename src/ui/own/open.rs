//! Own data in use: opened, put beside published ones, kept in the browser, forgotten.

use super::take::{read_again, read_by_mark};
use super::{Joined, ReadAs, Step, Taken, own_state};
use crate::browser;
use crate::intake::{OwnMark, Recipe};
use crate::model::FaultKind;
use crate::package::{JoinChoices, Need, OWN, Package, TableKind, beside_of, join};
use crate::parse::FileFault;
use crate::route::{Explored, Page, View};
use crate::ui::enter::enter;
use crate::ui::load;
use crate::ui::session::{KEPT_TITLE, Session};
use crate::words::joined_banner;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

pub(super) fn put_in_use(session: Session, taken: Taken) {
    let state = own_state();
    session.own_title.set(Some(taken.name()));
    state.joined.set(None);
    state.taken.set(Some(taken));
    tell_mark(session);
}

/// What addresses say of what is in use and of the reader's decisions about it.
fn tell_mark(session: Session) {
    let state = own_state();
    if let Some(taken) = state.taken.get_untracked() {
        let mark = taken.mark.with_choices(state.join_choices());
        session.own_mark.set(mark.text());
    }
}

/// Opens what was just taken in: the view that waited for it, else the comparison, or the course of the only
/// area.
pub(super) fn show_taken(session: Session) {
    let waiting = own_state().waiting.try_update_value(Option::take).flatten();
    match waiting {
        Some(waiting) => {
            // What was cited is checked, as it is where nothing had to be waited for.
            let digest = waiting.digest.clone();
            session.change(|view| *view = waiting);
            session.adjust(|view| view.digest = digest);
        }
        None => {
            let taken = own_state().taken;
            let is_of_one = taken
                .with_untracked(|it| it.as_ref().is_some_and(|it| it.package.areas.count() == 1));
            // A single area has nothing to be compared with, and its course.
            open_on(
                session,
                if is_of_one {
                    Page::Trends
                } else {
                    Page::Compare
                },
            );
        }
    }
    // Where the address stays as it was, nothing else opens it.
    open_own(session);
}

/// Opens a page on the reader's own data.
pub fn open_on(session: Session, page: Page) {
    session.change(|view| {
        *view = View {
            page,
            package: OWN.to_string(),
            lang: view.lang,
            theme: view.theme,
            ..View::default()
        };
    });
}

/// Opens what the view's package says: the reader's own data, alone or beside published ones. Looks for
/// what the browser keeps where nothing is in use.
pub fn open_own(session: Session) {
    let asked = session.view.with_untracked(|view| view.package.clone());
    spawn_local(async move {
        let state = own_state();
        if state.taken.with_untracked(Option::is_none) {
            restore(session).await;
        }
        if session.view.with_untracked(|view| view.package != asked) {
            return;
        }
        let is_read_elsewhere = matches!(
            state.step.get_untracked(),
            Step::Looking | Step::Reading(..)
        );
        if is_read_elsewhere && state.taken.with_untracked(Option::is_none) {
            // What is kept or was just put in is being read for the page of own data, which opens it and tells
            // how far it has come.
            session.progress.set(None);
            return;
        }
        let Some(taken) = state.taken.get_untracked() else {
            let mark = session
                .view
                .with_untracked(|view| OwnMark::parse(&view.own));
            let name = mark.map_or(String::new(), |mark| mark.name);
            let fault = FileFault::whole(FaultKind::OwnAbsent { name });
            let fault = Package::named_fault("", fault);
            session.progress.set(None);
            session.package_fault.set(Some(fault));
            state.waiting.update_value(|waiting| {
                waiting.get_or_insert_with(|| session.view.get_untracked());
            });
            return;
        };
        match beside_of(&asked) {
            Some("") => load::open_package(session, Package::clone(&taken.package)),
            Some(published) => open_beside(session, &asked, published, taken).await,
            None => {}
        }
    });
}

/// Opens a published package and puts the reader's figures beside its own.
async fn open_beside(session: Session, asked: &str, published: &str, taken: Taken) {
    let state = own_state();
    let catalog = session.catalog.get_untracked().and_then(Result::ok);
    let Some(entry) = catalog.as_ref().and_then(|it| it.entry(published)) else {
        return open_on(session, Page::Explore);
    };
    state.joined.set(None);
    let wanted = load::load_package_and_wait(session, asked, &entry.path);
    let settled = |package: &Package| {
        [TableKind::Areas, TableKind::Indicators]
            .into_iter()
            .all(|table| !package.has_table(table) || package.table_is_settled(table))
    };
    let published = loop {
        browser::next_picture().await;
        let has_failed = session.package_fault.with_untracked(Option::is_some);
        if load::generation(session) != wanted || has_failed {
            return;
        }
        if let Some(package) = load::current(session) {
            if settled(&package) {
                break package;
            }
            load::read(session, vec![Need::Areas]);
        }
    };
    let joining = join(&taken.package.areas, &published.areas);
    let joining = joining.of_periods(&published.areas, taken.package.observed_periods());
    let choices = state.join_choices();
    let settled = joining.settled(&taken.package.areas, &published.areas, &choices);
    let mut beside = published.with_beside(&taken.package, &settled.pairs());
    let about = Arc::make_mut(&mut beside.package.descriptor);
    about.banner = joined_banner(&published, &taken.package);
    load::put(session, beside.package);
    for file in beside.files {
        let at = file.place();
        let entered = enter(&|| load::current(session), at, Ok(file)).await;
        if load::generation(session) != wanted {
            return;
        }
        if let Some(package) = entered {
            load::put(session, package);
        }
    }
    state.joined.set(Some(Joined {
        own: taken.package.clone(),
        published,
        joining: Arc::new(joining),
        settled: Arc::new(settled),
    }));
    load::own_stands(session);
}

/// Joins by code alone too, or no longer.
pub fn take_code_alone(session: Session, takes: bool) {
    let state = own_state();
    state.takes_code_alone.set(takes);
    tell_mark(session);
    if state.is_kept.get_untracked() == Some(true) {
        keep(true);
    }
    open_own(session);
}

/// Takes an area of the reader's for a published one, by their codes, or for none where that is blank.
pub fn match_by_hand(session: Session, own: String, published: String) {
    let state = own_state();
    state.by_hand.update(|by_hand| match published.is_empty() {
        true => _ = by_hand.remove(&own),
        false => _ = by_hand.insert(own, published),
    });
    tell_mark(session);
    if state.is_kept.get_untracked() == Some(true) {
        keep(true);
    }
    open_own(session);
}

/// Reads what is in use again as the address says, where that can be.
pub fn read_as_linked(session: Session) {
    let state = own_state();
    let asked = session
        .view
        .with_untracked(|view| OwnMark::parse(&view.own));
    let (Some(mark), Some(taken)) = (asked, state.taken.get_untracked()) else {
        return;
    };
    spawn_local(async move {
        match read_by_mark(state, taken.given, &mark).await {
            Some(taken) => {
                state.decide(mark.choices);
                put_in_use(session, taken);
                open_own(session);
            }
            // What of the reading differs did not fit into the address.
            None => session.change(|view| {
                view.page = Page::Explore;
                view.explored = Explored::Own;
            }),
        }
    });
}

/// Takes what the browser keeps into use again, where nothing else is.
pub fn restore_kept(session: Session) {
    let state = own_state();
    let is_idle = state.taken.with_untracked(Option::is_none)
        && state.asked.with_untracked(Option::is_none)
        && matches!(state.step.get_untracked(), Step::Idle);
    if is_idle {
        spawn_local(async move {
            restore(session).await;
            let is_own = |view: &View| beside_of(&view.package).is_some();
            if state.taken.with_untracked(Option::is_some)
                && session.view.with_untracked(is_own)
                && session.package.with_untracked(Option::is_none)
            {
                open_own(session);
            }
        });
    }
}

/// Reads again what the browser keeps.
async fn restore(session: Session) {
    let state = own_state();
    let Some((files, about)) = browser::kept_own().await else {
        // What was remembered of it leads nowhere any more.
        browser::remember(KEPT_TITLE, "");
        session.own_title.set(None);
        return;
    };
    let Some((choices, read_as)) = read_about(&about) else {
        return;
    };
    state.is_kept.set(Some(true));
    state.decide(choices);
    if let Some(taken) = read_again(state, files, read_as).await {
        put_in_use(session, taken);
    }
}

/// How what is kept is to be read: which areas join, as what, and by which recipe.
fn about(taken: &Taken, choices: &JoinChoices) -> String {
    let choices = choices.to_text();
    match &taken.read_as {
        ReadAs::Table(at, recipe) => format!("{choices}\n{at}\n{}", recipe.to_text()),
        ReadAs::Package => format!("{choices}\npackage\n"),
    }
}

fn read_about(about: &str) -> Option<(JoinChoices, ReadAs)> {
    let mut parts = about.splitn(3, '\n');
    let choices = JoinChoices::from_text(parts.next()?);
    let read_as = match parts.next()? {
        "package" => ReadAs::Package,
        at => {
            let recipe = Recipe::from_text(parts.next()?)?;
            ReadAs::Table(at.parse().ok()?, Box::new(recipe))
        }
    };
    Some((choices, read_as))
}

/// Keeps the files in this browser, or no longer.
pub fn keep(keeps: bool) {
    let state = own_state();
    spawn_local(async move {
        let taken = state.taken.get_untracked().filter(|_| keeps);
        let Some(taken) = taken else {
            let is_forgotten = browser::forget_own().await;
            browser::remember(KEPT_TITLE, "");
            state.is_kept.set(is_forgotten.then_some(false));
            return;
        };
        let about = about(&taken, &state.join_choices());
        let is_kept = browser::keep_own(&taken.given.originals, &about).await;
        if is_kept {
            browser::remember(KEPT_TITLE, &taken.name());
        }
        state.is_kept.set(is_kept.then_some(true));
    });
}

/// Forgets the reader's own data, here and in the browser, and leaves their view.
pub fn forget(session: Session) {
    let state = own_state();
    state.cancel();
    state.taken.set(None);
    state.joined.set(None);
    state.waiting.set_value(None);
    keep(false);
    session.own_title.set(None);
    session.own_mark.set(String::new());
    let is_own = |view: &View| beside_of(&view.package).is_some();
    if session.view.with_untracked(is_own) {
        session.change(|view| {
            *view = View {
                page: Page::Explore,
                explored: Explored::Own,
                lang: view.lang,
                theme: view.theme,
                ..View::default()
            };
        });
    }
}
