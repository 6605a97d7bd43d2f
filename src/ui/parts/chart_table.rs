//! The table under a chart: what it shows, in words and figures. Made only when it is opened.

use crate::figure::{Figure, figure_table};
use crate::ui::session::Session;
use leptos::prelude::*;

/// The table; a click on a row does what a click on its mark does.
pub fn chart_table(
    session: Session,
    figure: Memo<Option<Figure>>,
    label: String,
    activate: Callback<u32>,
) -> AnyView {
    let table = figure.with(|figure| {
        let figure = figure.as_ref()?;
        Some(figure_table(session.lang(), figure))
    });
    let Some(table) = table else {
        return ().into_any();
    };
    let class = |place: usize| match table.numbers.get(place) {
        Some(true) => "number",
        _ => "",
    };
    let heads: Vec<AnyView> = table
        .heads
        .iter()
        .enumerate()
        .map(|(place, head)| {
            view! { <th scope="col" class=class(place)>{head.clone()}</th> }.into_any()
        })
        .collect();
    let rows: Vec<AnyView> = table
        .rows
        .iter()
        .map(|(key, cells)| {
            let cells: Vec<AnyView> = cells
                .iter()
                .enumerate()
                .map(|(place, cell)| match (place, *key) {
                    (0, Some(key)) => {
                        let open = move |_| activate.run(key);
                        view! {
                            <th scope="row">
                                <button type="button" class="quiet" on:click=open>
                                    {cell.clone()}
                                </button>
                            </th>
                        }
                        .into_any()
                    }
                    (0, None) => view! { <th scope="row">{cell.clone()}</th> }.into_any(),
                    _ => view! { <td class=class(place)>{cell.clone()}</td> }.into_any(),
                })
                .collect();
            view! { <tr>{cells}</tr> }.into_any()
        })
        .collect();
    view! {
        <div class="scroll chart-table" tabindex="0" role="region" aria-label=label>
            <table>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
