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

/// Turns the page up or down by what is seen of it below its head; false where there is no more of it.
pub fn scroll_by_screens(screens: f64) -> bool {
    // What stood at the edge is seen again.
    const KEPT_PX: f64 = 48.0;
    let Some(window) = web_sys::window() else {
        return false;
    };
    let number = |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|it| it.as_f64());
    let (Some(height_px), Ok(before_px)) = (number(window.inner_height()), window.scroll_y())
    else {
        return false;
    };
    let head = document().and_then(|it| it.query_selector("header").ok().flatten());
    let head_px = head.map_or(0.0, |head| head.get_bounding_client_rect().height());
    let step_px = (height_px - head_px - KEPT_PX).max(KEPT_PX);
    window.scroll_by_with_x_and_y(0.0, screens * step_px);
    window
        .scroll_y()
        .is_ok_and(|after_px| (after_px - before_px).abs() >= KEPT_PX / 2.0)
}

/// Hour and minute of now, where the reader is.
pub fn time_of_day() -> (u32, u32) {
    let now = js_sys::Date::new_0();
    (now.get_hours(), now.get_minutes())
}
