//! A file that could not be used: what is wrong, what to do, and a button to try again.

use crate::model::Fault;
use crate::package::{FileState, Package};
use crate::ui::load;
use crate::ui::session::session;
use crate::words;
use leptos::prelude::*;

/// One such file.
#[component]
pub fn FaultLines(
    /// What is wrong with it.
    fault: Fault,
    /// Tries again.
    retry: impl Fn() + Copy + Send + 'static,
) -> impl IntoView {
    let session = session();
    move || {
        let lang = session.lang();
        let told = words::fault_words(lang, &fault.kind);
        let column = match fault.column.as_str() {
            "" => String::new(),
            column => format!(" · {column}"),
        };
        view! {
            <section class="trouble" role="alert">
                <p class="trouble-file">
                    <code>{words::file_line_text(lang, &fault.file, fault.line)} {column}</code>
                </p>
                <p class="trouble-problem">{told.problem}</p>
                <p class="trouble-cure">{told.cure}</p>
                <button type="button" on:click=move |_| retry()>
                    {session.words().retry}
                </button>
            </section>
        }
    }
}

/// Every file of the package that was wanted and could not be used.
#[component]
pub fn FailedFiles() -> impl IntoView {
    let session = session();
    move || {
        let package = session.package.get()?;
        Some(
            failures(&package)
                .into_iter()
                .map(|(resource, fault)| {
                    view! { <FaultLines fault=fault retry=move || load::retry(session, resource) /> }
                })
                .collect_view(),
        )
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
