//! A file that could not be used: what is wrong, what to do, and a button to try again.

use crate::model::Fault;
use crate::package::{FileState, Package};
use crate::ui::load;
use crate::ui::session::{Session, session};
use crate::words;
use leptos::prelude::*;

/// One such file. `retry` tries again.
pub fn fault_lines(session: Session, fault: &Fault, retry: Callback<()>) -> AnyView {
    let lang = session.lang();
    let told = words::fault_words(lang, &fault.kind);
    let mut place = words::file_line_text(lang, &fault.file, fault.line);
    if !fault.column.is_empty() {
        place = format!("{place} · {}", fault.column);
    }
    view! {
        <section class="trouble" role="alert">
            <p class="trouble-file">
                <code>{place}</code>
            </p>
            <p class="trouble-problem">{told.problem}</p>
            <p class="trouble-cure">{told.cure}</p>
            <button type="button" on:click=move |_| retry.run(())>
                {session.words().retry}
            </button>
        </section>
    }
    .into_any()
}

/// Every file of the package that was wanted and could not be used.
#[component]
pub fn FailedFiles() -> impl IntoView {
    let session = session();
    move || {
        let package = session.package.get()?;
        let failed = failures(&package).into_iter();
        let lines = failed.map(|(resource, fault)| {
            let again = Callback::new(move |()| load::retry(session, resource));
            fault_lines(session, &fault, again)
        });
        Some(lines.collect::<Vec<_>>())
    }
}

fn failures(package: &Package) -> Vec<(usize, Fault)> {
    let files = package.files.iter().enumerate();
    files
        .filter_map(|(resource, state)| match state {
            FileState::Failed(fault) => Some((resource, fault.clone())),
            _ => None,
        })
        .collect()
}
