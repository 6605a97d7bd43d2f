//! A long table of which each row can be picked and leads to where its number is from. Rows come in
//! slices, so that a long table holds nothing up.

use super::turns::{ROWS_A_PART, parts_made};
use crate::browser::{self, RowCell};
use leptos::html::Tbody;
use leptos::prelude::*;

/// What a table shows.
pub struct RowTable {
    /// What it is, for those who do not see it.
    pub label: String,
    /// Class for the style sheet, beside that of every such table.
    pub class: &'static str,
    /// Heads with the class of their columns: `number` where these hold figures.
    pub heads: Vec<(String, &'static str)>,
    /// Keys of the rows, in order.
    pub keys: Vec<u32>,
    /// Makes the cells of a row; the last one may hold a button of class `origin-cell`.
    pub cells: Box<dyn Fn(u32) -> Vec<RowCell> + Send + Sync>,
    /// Takes the key of the row that was clicked, and whether it was on its last button.
    pub activate: Callback<(u32, bool)>,
    /// The row that is picked. A change marks another row and makes none anew, so that the table stays
    /// where it was scrolled to.
    pub picked: Memo<Option<u32>>,
}

/// The table. A row touched is marked in the chart that shares `touched`, and the other way round.
pub fn row_table(about: RowTable, touched: RwSignal<Option<u32>>) -> AnyView {
    let RowTable {
        label,
        class,
        heads,
        keys,
        cells,
        activate,
        picked,
    } = about;
    let labels: Vec<String> = heads.iter().map(|(head, _)| head.clone()).collect();
    let heads: Vec<AnyView> = heads
        .into_iter()
        .map(|(head, class)| match head.is_empty() {
            // Above the buttons stands nothing to be read out.
            true => view! { <td class="origin-cell"></td> }.into_any(),
            false => view! { <th scope="col" class=class>{head}</th> }.into_any(),
        })
        .collect();
    let caption = label.clone();
    let body = NodeRef::<Tbody>::new();
    let made = parts_made(keys.len().div_ceil(ROWS_A_PART));
    Effect::new(move |before: Option<usize>| {
        let made = made.get();
        let Some(body) = body.get() else {
            return 0;
        };
        let before = before.unwrap_or(0);
        if before == 0 {
            browser::remove_rows(&body);
        }
        let slices = keys.chunks(ROWS_A_PART).take(made).skip(before);
        for key in slices.flatten() {
            let mut cells = cells(*key);
            for (cell, label) in cells.iter_mut().zip(&labels) {
                cell.label.clone_from(label);
            }
            browser::append_row(&body, *key as usize, &cells);
        }
        made
    });
    Effect::new(move |_| {
        made.track();
        let (touched, picked) = (touched.get(), picked.get());
        if let Some(body) = body.get() {
            browser::mark_row(&body, "touched", touched);
            browser::mark_row(&body, "picked", picked);
        }
    });
    let touch = move |key: Option<u32>| {
        if touched.get_untracked() != key {
            touched.set(key);
        }
    };
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=label>
            <table
                class=["compare-table ", class].concat()
                on:click=move |event| {
                    if let Some(found) = browser::row_of(&event) {
                        activate.run(found);
                    }
                }
                on:pointermove=move |event| touch(browser::row_of(&event).map(|(key, _)| key))
                on:focusin=move |event| touch(browser::row_of(&event).map(|(key, _)| key))
                on:pointerleave=move |_| touch(None)
            >
                <caption class="visually-hidden">{caption}</caption>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody node_ref=body></tbody>
            </table>
        </div>
    }
    .into_any()
}
