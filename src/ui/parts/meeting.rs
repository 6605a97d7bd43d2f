//! Meeting mode: larger type, pages in turn, a long one screen by screen, the clock and the date of the
//! data. Any key stops the round and sets it going again, arrows turn pages and screens, Escape leaves.

use super::rail::page_name;
use crate::browser;
use crate::route::{Meeting, Page, offered_round};
use crate::ui::session::{Session, session};
use crate::words;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use std::time::Duration;

/// As many screens as are shown of a page before the next: what is further down is for a desk.
const MOST_SCREENS: u32 = 4;

/// The bar at the head of the screen. It stands while the view is one of a meeting.
#[component]
pub fn MeetingBar() -> impl IntoView {
    let session = session();
    let words = session.words();
    let clock = RwSignal::new(browser::time_of_day());
    let elapsed_seconds = RwSignal::new(0_u32);
    let is_paused = RwSignal::new(false);
    let screen_count = RwSignal::new(1_u32);
    let page = Memo::new(move |_| session.view.with(|view| view.page));
    Effect::new(move |_| {
        page.track();
        elapsed_seconds.set(0);
        screen_count.set(1);
    });
    let timer = set_interval_with_handle(
        move || {
            clock.try_set(browser::time_of_day());
            if is_paused.try_get_untracked() == Some(false) {
                elapsed_seconds.try_update(|seconds| *seconds += 1);
                let is_due = meeting(session).is_some_and(|meeting| {
                    elapsed_seconds.try_get_untracked() >= Some(meeting.seconds)
                });
                if is_due {
                    elapsed_seconds.try_set(0);
                    go_on(session, screen_count);
                }
            }
        },
        Duration::from_secs(1),
    );
    let keys = window_event_listener(leptos::ev::keydown, move |event| {
        on_key(session, is_paused, &event);
    });
    // Who opens something wants to look at it.
    let clicks = window_event_listener(leptos::ev::pointerdown, move |_| is_paused.set(true));
    // Who gives the screen back by other means leaves too.
    let screen = window_event_listener_untyped("fullscreenchange", move |_| {
        if !browser::is_full_screen() {
            leave(session);
        }
    });
    on_cleanup(move || {
        if let Ok(timer) = timer {
            timer.clear();
        }
        keys.remove();
        clicks.remove();
        screen.remove();
    });
    let place = move || {
        let view = session.view.get();
        let package = session.package.get();
        let meeting = offered_round(view.meeting?, package.as_deref());
        let round = meeting.round();
        let at = round.iter().position(|page| *page == view.page)?;
        Some(format!("{} / {}", at + 1, round.len()))
    };
    let data_date = move || {
        let period = session.resolved.get()?.at?;
        let period = words::period_text(session.lang(), period);
        Some(view! {
            <span class="data-date">{words.data_date} " " {period}</span>
        })
    };
    let paused = move || {
        is_paused
            .get()
            .then(|| view! { <span class="paused">{words.meeting_paused}</span> })
    };
    view! {
        <div class="meeting-bar">
            <strong>{move || page_name(words, page.get())}</strong>
            <span>{place}</span>
            <span role="status">{paused}</span>
            {data_date}
            <time>{move || words::clock_text(clock.get())}</time>
            <button type="button" on:click=move |_| leave(session)>
                {words.leave_meeting}
            </button>
        </div>
    }
}

fn leave(session: Session) {
    browser::leave_full_screen();
    if meeting(session).is_some() {
        session.change(|view| view.meeting = None);
    }
}

fn meeting(session: Session) -> Option<Meeting> {
    let meeting = session
        .view
        .try_with_untracked(|view| view.meeting.clone())??;
    let package = session.package.try_get_untracked()?;
    Some(offered_round(meeting, package.as_deref()))
}

/// The next screen of the page, or the next page after its last one.
fn go_on(session: Session, screen_count: RwSignal<u32>) {
    let shown = screen_count.try_get_untracked().unwrap_or(MOST_SCREENS);
    if shown < MOST_SCREENS && browser::scroll_by_screens(1.0) {
        screen_count.try_set(shown + 1);
    } else {
        turn(session, Meeting::after);
    }
}

/// Turns to another page, without a step in the history: nobody goes back through an hour of rounds.
fn turn(session: Session, to: impl Fn(&Meeting, Page) -> Page) {
    if let Some(meeting) = meeting(session) {
        browser::scroll_to_top();
        session.adjust(|view| view.page = to(&meeting, view.page));
    }
}

fn on_key(session: Session, is_paused: RwSignal<bool>, event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    match event.key().as_str() {
        "Escape" => leave(session),
        "ArrowRight" => {
            is_paused.set(true);
            turn(session, Meeting::after);
        }
        "ArrowLeft" => {
            is_paused.set(true);
            turn(session, Meeting::before);
        }
        // A presenter's remote has these two keys alone: past the end of a page comes the next.
        "PageDown" | "ArrowDown" => {
            event.prevent_default();
            is_paused.set(true);
            if !browser::scroll_by_screens(1.0) {
                turn(session, Meeting::after);
            }
        }
        "PageUp" | "ArrowUp" => {
            event.prevent_default();
            is_paused.set(true);
            if !browser::scroll_by_screens(-1.0) {
                turn(session, Meeting::before);
            }
        }
        // These go about the page or press what has the focus.
        "Tab" | "Shift" => is_paused.set(true),
        "Enter" | " " if is_button_focused() => is_paused.set(true),
        _ => is_paused.update(|is_paused| *is_paused = !*is_paused),
    }
}

fn is_button_focused() -> bool {
    let focused = browser::focused_element();
    focused.is_some_and(|element| matches!(&*element.tag_name(), "BUTTON" | "A"))
}
