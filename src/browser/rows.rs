//! Rows of a long table, found and marked without a listener on each.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// The key of the row that an event is on, and whether it is on the button of the row's last cell.
pub fn row_of(event: &Event) -> Option<(u32, bool)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let row = target.closest("tr[data-key]").ok().flatten()?;
    let key = row.get_attribute("data-key")?.parse().ok()?;
    let is_last_button = target
        .closest(".origin-cell button")
        .is_ok_and(|it| it.is_some());
    Some((key, is_last_button))
}

/// Gives a class to the row of a key, and takes it from every other.
pub fn mark_row(body: &Element, class: &str, key: Option<u32>) {
    let marked = body.get_elements_by_class_name(class);
    // The list shrinks while the class is taken away.
    while let Some(row) = marked.item(0) {
        let _ = row.class_list().remove_1(class);
    }
    let row = key.and_then(|key| {
        let selector = format!("tr[data-key=\"{key}\"]");
        body.query_selector(&selector).ok().flatten()
    });
    if let Some(row) = row {
        let _ = row.class_list().add_1(class);
    }
}
