//! A plain table: names of columns, rows of cells, a region that scrolls where it is too wide.
//!
//! On a narrow screen the style sheet stands the cells of a row under each other, each with its column's
//! name before it.
//!
//! One renderer for every table that is not sorted, so that a table costs its texts and no code.

use crate::model::Lang;
use leptos::prelude::*;

/// One column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// What stands above it.
    pub label: &'static str,
    /// Figures, to the right.
    pub is_number: bool,
}

/// A column of texts.
pub fn text_column(label: &'static str) -> Column {
    Column {
        label,
        is_number: false,
    }
}

/// A column of figures.
pub fn number_column(label: &'static str) -> Column {
    Column {
        label,
        is_number: true,
    }
}

/// One cell.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    text: String,
    /// A quieter second line.
    second: String,
    lang: Option<Lang>,
    link: String,
    class: &'static str,
    is_code: bool,
}

impl Cell {
    /// A text.
    pub fn text(text: impl Into<String>) -> Cell {
        Cell {
            text: text.into(),
            ..Cell::default()
        }
    }

    /// A text in a language of its own.
    pub fn text_in((text, lang): (&str, Lang)) -> Cell {
        Cell {
            lang: Some(lang),
            ..Cell::text(text)
        }
    }

    /// A code, a file or what else stands in a file as it is.
    pub fn code(text: impl Into<String>) -> Cell {
        Cell {
            is_code: true,
            ..Cell::text(text)
        }
    }

    /// The same with a quieter second line.
    pub fn second(mut self, second: impl Into<String>) -> Cell {
        self.second = second.into();
        self
    }

    /// The same as a link to a file that can be saved.
    pub fn link(mut self, address: String) -> Cell {
        self.link = address;
        self
    }

    /// The same with a class for the style sheet.
    pub fn class(mut self, class: &'static str) -> Cell {
        self.class = class;
        self
    }
}

/// A table of these rows. The first cell of a row is its head.
pub fn table(
    label: &str,
    class: &'static str,
    columns: &[Column],
    rows: impl Iterator<Item = Vec<Cell>>,
) -> AnyView {
    view_table(label, class, columns, rows.collect())
}

/// The same for all, so that each table weighs no more than its rows.
fn view_table(
    label: &str,
    class: &'static str,
    columns: &[Column],
    rows: Vec<Vec<Cell>>,
) -> AnyView {
    let heads: Vec<AnyView> = columns.iter().map(head).collect();
    let rows = rows.into_iter().map(|cells| row(columns, cells));
    let rows: Vec<AnyView> = rows.collect();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=label.to_string()>
            <table class=class>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn class_of(column: &Column) -> &'static str {
    if column.is_number { "number" } else { "" }
}

fn head(column: &Column) -> AnyView {
    view! { <th scope="col" class=class_of(column)>{column.label}</th> }.into_any()
}

fn row(columns: &[Column], cells: Vec<Cell>) -> AnyView {
    let cells: Vec<AnyView> = cells
        .into_iter()
        .zip(columns)
        .enumerate()
        .map(|(place, (cell, column))| {
            let blank = if cell.text.is_empty() { "blank" } else { "" };
            let class = [class_of(column), cell.class, blank].join(" ");
            let inner = inner(cell);
            if place == 0 {
                view! { <th scope="row" class=class>{inner}</th> }.into_any()
            } else {
                view! { <td class=class data-label=column.label>{inner}</td> }.into_any()
            }
        })
        .collect();
    view! { <tr>{cells}</tr> }.into_any()
}

fn inner(cell: Cell) -> AnyView {
    let lang = cell.lang.map(Lang::tag);
    let text = if cell.is_code {
        view! { <code>{cell.text}</code> }.into_any()
    } else {
        view! { <span lang=lang>{cell.text}</span> }.into_any()
    };
    let text = if cell.link.is_empty() {
        text
    } else {
        view! { <a href=cell.link download="">{text}</a> }.into_any()
    };
    let second = (!cell.second.is_empty())
        .then(|| view! { <span class="second">{cell.second}</span> }.into_any());
    view! { {text} {second} }.into_any()
}
