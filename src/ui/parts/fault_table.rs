//! Faults as a table: file, line, column, what was found, what was expected, what to do.

use super::table::{Cell, number_column, table, text_column};
use crate::model::{Fault, FaultKind, FoldedFault, Severity, first_of_each, fold_faults};
use crate::ui::session::Session;
use crate::words;
use leptos::prelude::*;

/// The table of faults, then that of notes; `none` is said where nothing is wrong.
pub fn fault_table(session: Session, faults: Vec<Fault>, none: &'static str) -> AnyView {
    let words = session.words();
    let (faults, notes): (Vec<Fault>, Vec<Fault>) = faults
        .into_iter()
        .partition(|fault| fault.kind.severity() == Severity::Fault);
    let told = if faults.is_empty() {
        view! { <p class="sound">{none}</p> }.into_any()
    } else {
        rows(session, faults, words.faults, "faults")
    };
    let noted = (!notes.is_empty()).then(|| {
        view! {
            <h3>{words.notes}</h3>
            {rows(session, notes, words.notes, "faults notes-table")}
        }
        .into_any()
    });
    view! { {told} {noted} }.into_any()
}

/// What is alike in one row, and of many of a kind the first; the others for the asking.
fn rows(session: Session, faults: Vec<Fault>, label: &'static str, class: &'static str) -> AnyView {
    let (shown, others) = first_of_each(fold_faults(&faults));
    let others = (!others.is_empty()).then(|| {
        view! {
            <details>
                <summary>{session.words().other_rows}</summary>
                {fault_rows(session, &others, label, class)}
            </details>
        }
        .into_any()
    });
    view! { {fault_rows(session, &shown, label, class)} {others} }.into_any()
}

fn fault_rows(
    session: Session,
    rows: &[FoldedFault],
    label: &'static str,
    class: &'static str,
) -> AnyView {
    let (lang, words) = (session.lang(), session.words());
    let columns = [
        text_column(words.column_file),
        number_column(words.column_line),
        text_column(words.column_column),
        text_column(words.column_found),
        text_column(words.column_problem),
        text_column(words.column_expected),
        text_column(words.column_cure),
    ];
    let rows = rows.iter().map(|FoldedFault { fault, lines }| {
        let told = words::fault_words(lang, &fault.kind);
        let place = match (&fault.kind, &lines[..]) {
            // Counted, and on which lines is not known.
            (FaultKind::More { .. }, [0]) => "…".to_string(),
            _ => words::lines_text(lang, lines),
        };
        vec![
            Cell::code(&*fault.file),
            Cell::text(place),
            Cell::code(&fault.column),
            Cell::code(&fault.found).class("found"),
            Cell::text(told.problem),
            Cell::text(told.expected),
            Cell::text(told.cure),
        ]
    });
    table(label, class, &columns, rows)
}
