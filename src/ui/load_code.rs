//! Fetches the second file of the program: with the page that needs it, or for what a page shows after its
//! first picture. Knows nothing of data.

use super::deferred::is_deferred;
use super::load::{load_for_view, tell};
use super::session::Session;
use crate::browser;
use crate::route::View;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// True while the code of the page asked for does not stand. Follows both.
pub fn waits_for_code(session: Session) -> bool {
    let is_deferred = |view: &View| is_deferred(view.page) || !view.as_of.is_empty();
    session.view.with(is_deferred) && !session.code_stands.get()
}

/// Fetches the code of the page asked for, where it is neither there nor on its way.
pub fn load_code(session: Session) {
    if !untrack(|| waits_for_code(session)) {
        return;
    }
    spawn_local(async move {
        if browser::load_deferred_code(false).await {
            // The page that was waited for is made first; only then can it be said to be ready.
            session.unfinished.update(|lists| *lists += 1);
            session.code_stands.set(true);
            load_for_view(session);
            tell(session);
            browser::next_picture().await;
            session.unfinished.update(|lists| *lists -= 1);
        }
    });
}

/// Fetches the code that a page shows after its first picture, where it is neither there nor on its
/// way. Nothing waits for it.
pub fn load_later_code(session: Session) {
    if !session.code_stands.get_untracked() {
        spawn_local(async move {
            browser::next_picture().await;
            browser::next_picture().await;
            let stands = has_later_code(session).await;
            session.later_failed.set(!stands);
        });
    }
}

/// Fetches the code that says what is wrong, where it does not stand. The page is not done until that is
/// said, or cannot be.
pub fn load_code_to_say(session: Session) {
    if session.code_stands.get_untracked() {
        return;
    }
    spawn_local(async move {
        session.unfinished.update(|parts| *parts += 1);
        let stands = has_later_code(session).await;
        session.later_failed.set(!stands);
        browser::next_picture().await;
        session.unfinished.update(|parts| *parts -= 1);
    });
}

/// True as soon as that code stands, which is fetched where it does not; false where it cannot be had.
pub async fn has_later_code(session: Session) -> bool {
    if session.code_stands.get_untracked() {
        return true;
    }
    let stands = browser::load_deferred_code(true).await;
    if stands {
        session.code_stands.set(true);
        load_for_view(session);
    }
    stands
}
