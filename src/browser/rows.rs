//! Rows of a long table: made without a view behind each cell, found and marked without a listener on
//! each. As views, the rows of six hundred areas took a tenth of a second to make and to drop.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event};

/// One cell of such a row.
#[derive(Clone, Debug, Default)]
pub struct RowCell {
    /// True for the row's own head.
    pub is_head: bool,
    /// Class of the cell.
    pub class: &'static str,
    /// Class of the button that holds the text; none where no button does.
    pub button: Option<&'static str>,
    /// Language of the text, where it is not the page's.
    pub lang: Option<&'static str>,
    /// The text.
    pub text: String,
    /// A quieter second line.
    pub second: String,
    /// The head of its column, for where rows are stacked and heads are not shown; may be empty.
    pub label: String,
}

impl RowCell {
    /// The last cell of a row: a button that leads to where its number is from, which has this label;
    /// empty where there is no such place.
    pub fn origin(label: Option<&'static str>) -> RowCell {
        RowCell {
            class: "origin-cell",
            button: label.map(|_| "quiet"),
            text: label.unwrap_or_default().to_string(),
            ..RowCell::default()
        }
    }
}

/// Takes away every row that `append_row` added to a part of a table.
pub fn remove_rows(part: &Element) {
    let added = |row: Option<Element>| row.filter(|row| row.has_attribute("data-key"));
    if added(part.first_element_child()).is_some() {
        part.set_text_content(None);
    }
    while let Some(row) = added(part.last_element_child()) {
        row.remove();
    }
}

/// Adds a row of this key at the end of a table's body or head.
pub fn append_row(part: &Element, key: usize, cells: &[RowCell]) {
    // Elements of our own making with texts for content: nothing of it can be refused.
    let _ = try_append_row(part, key, cells);
}

fn try_append_row(part: &Element, key: usize, cells: &[RowCell]) -> Result<(), JsValue> {
    let Some(document) = part.owner_document() else {
        return Ok(());
    };
    let row = document.create_element("tr")?;
    row.set_attribute("data-key", &key.to_string())?;
    for about in cells {
        let cell = document.create_element(if about.is_head { "th" } else { "td" })?;
        if about.is_head {
            cell.set_attribute("scope", "row")?;
        }
        cell.set_class_name(about.class);
        if !about.label.is_empty() {
            cell.set_attribute("data-label", &about.label)?;
        }
        let mut holder = cell.clone();
        if let Some(class) = about.button {
            holder = document.create_element("button")?;
            holder.set_attribute("type", "button")?;
            holder.set_class_name(class);
            cell.append_child(&holder)?;
        }
        if let Some(lang) = about.lang {
            holder.set_attribute("lang", lang)?;
        }
        holder.set_text_content(Some(&about.text));
        if !about.second.is_empty() {
            let second = document.create_element("span")?;
            second.set_class_name("second");
            second.set_text_content(Some(&about.second));
            cell.append_child(&second)?;
        }
        row.append_child(&cell)?;
    }
    part.append_child(&row)?;
    Ok(())
}

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

/// Gives a class to the rows of these keys, as far as they are made.
pub fn mark_rows(body: &Element, class: &str, keys: &[u32]) {
    for key in keys {
        let selector = format!("tr[data-key=\"{key}\"]");
        if let Ok(Some(row)) = body.query_selector(&selector) {
            let _ = row.class_list().add_1(class);
        }
    }
}
