//! Faults as a table: file, line, column, what was found, what was expected, what to do.

use crate::model::{Fault, Severity};
use crate::ui::session::session;
use crate::words;
use leptos::prelude::*;

/// The table of faults, then that of notes; what is said where there is none of either.
#[component]
pub fn FaultTable(
    /// Faults and notes.
    faults: Vec<Fault>,
    /// What is said where nothing is wrong.
    #[prop(into)]
    none: String,
) -> impl IntoView {
    let session = session();
    let words = session.words();
    let (faults, notes): (Vec<Fault>, Vec<Fault>) = faults
        .into_iter()
        .partition(|fault| fault.kind.severity() == Severity::Fault);
    let lead = faults
        .is_empty()
        .then(|| view! { <p class="sound">{none}</p> });
    let fault_rows =
        (!faults.is_empty()).then(|| view! { <Rows faults=faults label=words.faults /> });
    let note_rows = (!notes.is_empty()).then(|| {
        view! {
            <h3>{words.notes}</h3>
            <Rows faults=notes label=words.notes />
        }
    });
    view! { {lead} {fault_rows} {note_rows} }
}

#[component]
fn Rows(faults: Vec<Fault>, label: &'static str) -> impl IntoView {
    let session = session();
    let (lang, words) = (session.lang(), session.words());
    let rows = faults
        .into_iter()
        .map(|fault| {
            let told = words::fault_words(lang, &fault.kind);
            let line = match fault.line {
                0 => words.whole_file.to_string(),
                line => line.to_string(),
            };
            view! {
                <tr>
                    <td class="name"><code>{fault.file.to_string()}</code></td>
                    <td class="number">{line}</td>
                    <td><code>{fault.column}</code></td>
                    <td class="found"><code>{fault.found}</code></td>
                    <td>{told.problem}</td>
                    <td>{told.expected}</td>
                    <td>{told.cure}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=label>
            <table class="faults">
                <thead>
                    <tr>
                        <th scope="col">{words.column_file}</th>
                        <th scope="col" class="number">{words.column_line}</th>
                        <th scope="col">{words.column_column}</th>
                        <th scope="col">{words.column_found}</th>
                        <th scope="col">{words.column_problem}</th>
                        <th scope="col">{words.column_expected}</th>
                        <th scope="col">{words.column_cure}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
