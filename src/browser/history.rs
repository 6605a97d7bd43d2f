//! The address of the page.

use wasm_bindgen::{JsCast, JsValue, closure::Closure};

/// The query string now, with its question mark.
pub fn query() -> String {
    web_sys::window()
        .and_then(|window| window.location().search().ok())
        .unwrap_or_default()
}

/// The whole address of a query on this page.
pub fn address_of(query: &str) -> String {
    let location = web_sys::window().map(|window| window.location());
    let page =
        location.and_then(|location| Some((location.origin().ok()?, location.pathname().ok()?)));
    page.map_or(String::new(), |(origin, path)| {
        format!("{origin}{path}{query}")
    })
}

/// A new entry in the history.
pub fn push_query(query: &str) {
    set(query, true);
}

/// The present entry, rewritten.
pub fn replace_query(query: &str) {
    set(query, false);
}

fn set(query: &str, push: bool) {
    let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else {
        return;
    };
    // The browser may refuse (too many entries in a second); the view stands all the same.
    let _ = if push {
        history.push_state_with_url(&JsValue::NULL, "", Some(query))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(query))
    };
}

/// Calls back when the reader goes back or forward.
pub fn on_pop(call: impl FnMut() + 'static) {
    if let Some(window) = web_sys::window() {
        let closure = Closure::<dyn FnMut()>::new(call);
        window.set_onpopstate(Some(closure.as_ref().unchecked_ref()));
        // Listens for as long as the page stands.
        closure.forget();
    }
}
