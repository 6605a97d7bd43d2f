//! The part of a very long table that is in sight: how much room there is, and the rows made for it. Of
//! the rows above and below, and of the columns left and right, stands only their extent.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement};

/// One cell.
#[derive(Clone, Debug, Default)]
pub struct SheetCell {
    /// The text.
    pub text: String,
    /// What is told of it to who points at it; blank where the text says all.
    pub said: String,
    /// Class of the cell.
    pub class: &'static str,
    /// Language of the text, where it is not the page's.
    pub lang: Option<&'static str>,
    /// Column, from 0.
    pub column: usize,
    /// True for the row's own head.
    pub is_head: bool,
    /// True where columns that are not made lie before it.
    pub follows_gap: bool,
}

/// One row.
#[derive(Clone, Debug, Default)]
pub struct SheetRow {
    /// Its place among all rows, from 0.
    pub place: usize,
    /// Class of the row.
    pub class: &'static str,
    /// Its cells.
    pub cells: Vec<SheetCell>,
}

/// What can be seen of a box that scrolls, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SheetRoom {
    /// How far it is scrolled down.
    pub top_px: f64,
    /// How far to the right.
    pub left_px: f64,
    /// Inner height.
    pub height_px: f64,
    /// Inner width.
    pub width_px: f64,
    /// Height of the heads.
    pub head_px: f64,
    /// Height of a row.
    pub row_px: f64,
    /// Width of a column of figures.
    pub column_px: f64,
    /// Width of the columns before those.
    pub before_px: f64,
    /// Width of those of them that stay in sight.
    pub held_px: f64,
}

/// Measures the box and the table in it. Rows and columns have one size each, which is what the first of
/// them has.
pub fn sheet_room(frame: &HtmlElement) -> SheetRoom {
    let size = |selector: &str| {
        let found = frame.query_selector(selector).ok().flatten();
        let found = found.and_then(|it| it.dyn_into::<HtmlElement>().ok());
        // In full: of seventy columns the parts of a pixel are a column.
        let found = found.map(|it| it.get_bounding_client_rect());
        found.map(|it| (it.width(), it.height()))
    };
    let row = size("tbody tr[data-place]").map_or(0.0, |(_, height)| height);
    let column = size("thead .figure").map_or(0.0, |(width, _)| width);
    let heads = frame.query_selector_all("thead th:not(.figure)");
    let mut widths = Vec::new();
    if let Ok(heads) = heads {
        for at in 0..heads.length() {
            let head = heads
                .item(at)
                .and_then(|it| it.dyn_into::<HtmlElement>().ok());
            widths.extend(head.map(|head| head.get_bounding_client_rect().width()));
        }
    }
    SheetRoom {
        top_px: f64::from(frame.scroll_top()),
        left_px: f64::from(frame.scroll_left()),
        height_px: f64::from(frame.client_height()),
        width_px: f64::from(frame.client_width()),
        head_px: size("thead").map_or(0.0, |(_, height)| height),
        row_px: row,
        column_px: column,
        before_px: widths.iter().sum(),
        held_px: widths.first().copied().unwrap_or_default(),
    }
}

/// Scrolls the box.
pub fn scroll_sheet(frame: &HtmlElement, top_px: f64, left_px: f64) {
    frame.set_scroll_top(top_px.round() as i32);
    frame.set_scroll_left(left_px.round() as i32);
}

/// Puts these rows in place of those that stand, with room for those above and below.
pub fn fill_sheet(body: &HtmlElement, above_px: f64, rows: &[SheetRow], below_px: f64) {
    // Elements of our own making with texts for content: nothing of it can be refused.
    let _ = try_fill(body, above_px, rows, below_px);
}

fn try_fill(
    body: &HtmlElement,
    above_px: f64,
    rows: &[SheetRow],
    below_px: f64,
) -> Result<(), JsValue> {
    let Some(document) = body.owner_document() else {
        return Ok(());
    };
    let made = document.create_document_fragment();
    let room = |height_px: f64| -> Result<(), JsValue> {
        if height_px > 0.0 {
            let row: HtmlElement = document.create_element("tr")?.unchecked_into();
            row.set_attribute("aria-hidden", "true")?;
            row.style()
                .set_property("height", &format!("{height_px}px"))?;
            made.append_child(&row)?;
        }
        Ok(())
    };
    room(above_px)?;
    for about in rows {
        let row = document.create_element("tr")?;
        row.set_attribute("data-place", &about.place.to_string())?;
        // The heads are the first row.
        row.set_attribute("aria-rowindex", &(about.place + 2).to_string())?;
        row.set_class_name(about.class);
        for about in &about.cells {
            if about.follows_gap {
                let gap = document.create_element("td")?;
                gap.set_attribute("aria-hidden", "true")?;
                row.append_child(&gap)?;
            }
            let cell = document.create_element(if about.is_head { "th" } else { "td" })?;
            if about.is_head {
                cell.set_attribute("scope", "row")?;
            }
            if !about.class.is_empty() {
                cell.set_class_name(about.class);
            }
            if let Some(lang) = about.lang {
                cell.set_attribute("lang", lang)?;
            }
            if !about.said.is_empty() {
                cell.set_attribute("title", &about.said)?;
            }
            cell.set_attribute("aria-colindex", &(about.column + 1).to_string())?;
            cell.set_text_content(Some(&about.text));
            row.append_child(&cell)?;
        }
        made.append_child(&row)?;
    }
    room(below_px)?;
    body.set_text_content(None);
    body.append_child(&made)?;
    Ok(())
}

/// Row and column, from 0, of the cell that an event is on.
pub fn sheet_place(event: &Event) -> Option<(usize, usize)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let cell = target.closest("td[aria-colindex]").ok().flatten()?;
    let row = cell.closest("tr[data-place]").ok().flatten()?;
    let column: usize = cell.get_attribute("aria-colindex")?.parse().ok()?;
    let place = row.get_attribute("data-place")?.parse().ok()?;
    Some((place, column.checked_sub(1)?))
}

/// True for an event of the very element that listens for it, and of none inside it.
pub fn is_on_itself(event: &Event) -> bool {
    event.target().is_some() && event.target() == event.current_target()
}

/// Marks the cell that the keyboard is at and tells its table; no cell where it is not made.
pub fn mark_sheet_cell(table: &HtmlElement, place: Option<(usize, usize)>) {
    const MARK: &str = "at";
    if let Ok(Some(before)) = table.query_selector("tbody .at") {
        let _ = before.class_list().remove_1(MARK);
        let _ = before.remove_attribute("id");
    }
    let cell = place.and_then(|(row, column)| {
        let column = column + 1;
        let selector = format!("tr[data-place=\"{row}\"] > [aria-colindex=\"{column}\"]");
        let cell = table.query_selector(&selector).ok().flatten()?;
        // Another name for another cell, or it would not be read out.
        Some((cell, format!("cell-{row}-{column}")))
    });
    match cell {
        Some((cell, id)) => {
            let _ = cell.class_list().add_1(MARK);
            let _ = cell.set_attribute("id", &id);
            let _ = table.set_attribute("aria-activedescendant", &id);
        }
        None => {
            let _ = table.remove_attribute("aria-activedescendant");
        }
    }
}

/// Gives the focus to the first such element inside another.
pub fn focus_within(holder: &Element, selector: &str) {
    let found = holder.query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        // Focus is a service to keyboard users; without it the page still stands.
        let _ = element.focus();
    }
}
