//! Attributes of the document, the clock, and what the browser prefers.

use crate::model::Lang;
use std::sync::atomic::{AtomicBool, Ordering};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, HtmlElement, MediaQueryList, Window};

fn window() -> Option<Window> {
    web_sys::window()
}

fn root() -> Option<Element> {
    window()?.document()?.document_element()
}

fn set_root_data(key: &str, value: &str) {
    if let Some(root) = root().and_then(|root| root.dyn_into::<HtmlElement>().ok()) {
        let _ = root.dataset().set(key, value);
    }
}

/// `loading`, `ready` or `failed`, for whoever waits for the page. What web/boot.js has said to have
/// failed stays so.
pub fn set_state(state: &str) {
    let has_failed =
        root().is_some_and(|it| it.get_attribute("data-boot").as_deref() == Some("failed"));
    if !has_failed {
        set_root_data("state", state);
    }
}

/// The theme of the whole document; as the system has it where none.
pub fn set_document_theme(theme: Option<&str>) {
    match (theme, root()) {
        (Some(theme), _) => set_root_data("theme", theme),
        (None, Some(root)) => {
            let _ = root.remove_attribute("data-theme");
        }
        (None, None) => {}
    }
}

/// The language of the whole document.
pub fn set_document_lang(lang: Lang) {
    if let Some(root) = root() {
        let _ = root.set_attribute("lang", lang.tag());
    }
}

/// The title of the window.
pub fn set_document_title(title: &str) {
    if let Some(document) = window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

static FIRST_CHART: AtomicBool = AtomicBool::new(false);

/// Marks the moment at which the first chart stands; later charts are not marked.
pub fn mark_first_chart() {
    if FIRST_CHART.swap(true, Ordering::Relaxed) {
        return;
    }
    if let Some(performance) = window().and_then(|window| window.performance()) {
        let _ = performance.mark("first-chart");
    }
}

/// How much larger everything is in a meeting; style/meeting.css says the same.
const MEETING_ZOOM: f64 = 1.35;

/// Device pixels a CSS pixel of the page, which in a meeting is a larger one.
pub fn device_pixel_ratio() -> f64 {
    let zoom = match root().is_some_and(|root| root.has_attribute("data-meeting")) {
        true => MEETING_ZOOM,
        false => 1.0,
    };
    let ratio = window().map_or(1.0, |window| window.device_pixel_ratio());
    ratio.max(0.5) * zoom
}

/// Opens the browser's dialogue for printing.
pub fn print() {
    if let Some(window) = window() {
        // A browser without printing has no such dialogue.
        let _ = window.print();
    }
}

/// Year and month of today.
pub fn today() -> (u16, u16) {
    let now = js_sys::Date::new_0();
    (now.get_full_year() as u16, now.get_month() as u16 + 1)
}

/// Today as `2026-11-29`.
pub fn date() -> String {
    let now = js_sys::Date::new_0();
    let (year, month) = today();
    format!("{year:04}-{month:02}-{:02}", now.get_date())
}

/// The language that the browser asks for: Chinese, or English for all others.
pub fn lang_of_browser() -> Lang {
    let tag = window().and_then(|window| window.navigator().language());
    match tag {
        Some(tag) if !tag.to_ascii_lowercase().starts_with("zh") => Lang::En,
        _ => Lang::Zh,
    }
}

fn dark_query() -> Option<MediaQueryList> {
    window()?
        .match_media("(prefers-color-scheme: dark)")
        .ok()
        .flatten()
}

/// True where the system is set to dark.
pub fn system_prefers_dark() -> bool {
    dark_query().is_some_and(|query| query.matches())
}

/// Calls back when the system's theme changes.
pub fn on_system_theme_change(call: impl FnMut() + 'static) {
    if let Some(query) = dark_query() {
        let closure = Closure::<dyn FnMut()>::new(call);
        query.set_onchange(Some(closure.as_ref().unchecked_ref()));
        // Listens for as long as the page stands.
        closure.forget();
    }
}

/// Scrolls to an element that begins below the window; one that is in sight stays where it is.
pub fn bring_into_view(selector: &str) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let found = window.document().and_then(|document| {
        let found = document.query_selector(selector);
        found.ok().flatten()
    });
    let height_px = window.inner_height().ok().and_then(|it| it.as_f64());
    if let (Some(element), Some(height_px)) = (found, height_px)
        && element.get_bounding_client_rect().top() > height_px
    {
        element.scroll_into_view();
    }
}

/// Scrolls to the first element of a selector; false where there is none yet.
pub fn show_section(selector: &str) -> bool {
    let document = window().and_then(|window| window.document());
    let found = document.and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = &found {
        element.scroll_into_view();
    }
    found.is_some()
}

/// Shows the page from its top, as after following a link to another one.
pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Hides everything that the application shows in its place.
pub fn hide_application() {
    let document = window().and_then(|window| window.document());
    let place = document.and_then(|document| document.get_element_by_id("app"));
    if let Some(place) = place {
        let _ = place.set_attribute("hidden", "");
    }
}

/// A place of its own beside that of the application.
pub fn place_beside_application() -> Option<Element> {
    let document = window()?.document()?;
    let place = document.create_element("main").ok()?;
    place.set_class_name("embed");
    document.body()?.append_child(&place).ok()?;
    Some(place)
}

/// The numbers of the page's charts in the order in which they stand.
pub fn charts_in_order() -> Vec<String> {
    let Some(document) = window().and_then(|window| window.document()) else {
        return Vec::new();
    };
    let charts = document.get_elements_by_class_name("chart");
    let all = (0..charts.length()).filter_map(|at| charts.item(at));
    all.filter_map(|chart| chart.get_attribute("data-chart"))
        .collect()
}

/// The element that has the focus.
pub fn focused_element() -> Option<HtmlElement> {
    let document = window()?.document()?;
    document.active_element()?.dyn_into().ok()
}

/// Gives the focus to the first element that a selector finds.
pub fn focus(selector: &str) {
    let document = window().and_then(|window| window.document());
    let element = document.and_then(|document| document.query_selector(selector).ok().flatten());
    give_focus(&element.and_then(|element| element.dyn_into().ok()));
}

/// Gives the focus back to an element; one that is gone does not mind.
pub fn give_focus(element: &Option<HtmlElement>) {
    if let Some(element) = element {
        let _ = element.focus();
    }
}

/// The element that the application is mounted in; the shell shown while loading goes.
pub fn take_over_shell() -> Option<HtmlElement> {
    let document = window()?.document()?;
    let place = document.get_element_by_id("app")?.dyn_into().ok()?;
    if let Some(shell) = document.get_element_by_id("boot") {
        shell.remove();
    }
    Some(place)
}
