//! The whole screen, and the time of day.

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Asks for the whole screen. A browser that does not give it, as without a click, leaves the page as
/// it is.
pub fn enter_full_screen() {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.request_fullscreen();
    }
}

/// Gives the screen back.
pub fn leave_full_screen() {
    if let Some(document) = document().filter(|_| is_full_screen()) {
        document.exit_fullscreen();
    }
}

/// True while the page has the whole screen.
pub fn is_full_screen() -> bool {
    document().is_some_and(|document| document.fullscreen_element().is_some())
}

/// Larger type for a meeting, or the usual one.
pub fn set_document_meeting(is_meeting: bool) {
    let root = document().and_then(|document| document.document_element());
    let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    match is_meeting {
        true => {
            let _ = root.dataset().set("meeting", "");
        }
        false => {
            let _ = root.remove_attribute("data-meeting");
        }
    }
}

/// Hour and minute of now, where the reader is.
pub fn time_of_day() -> (u32, u32) {
    let now = js_sys::Date::new_0();
    (now.get_hours(), now.get_minutes())
}
