//! A file that could not be used: what is wrong, what to do, and a button to try again.
//!
//! The sentences are many and seldom needed: they come with the second file of the program. Where that
//! cannot be had either, the short name of the fault stands in their place.

use crate::model::{Fault, FaultKind};
use crate::package::{FileState, Package};
use crate::ui::deferred::{choose_own, fault_words};
use crate::ui::session::{Session, session};
use crate::ui::{load, load_code};
use crate::words;
use leptos::prelude::*;

/// One such file. `retry` tries again.
pub fn fault_lines(session: Session, fault: &Fault, retry: Callback<()>) -> AnyView {
    let lang = session.lang();
    load_code::load_code_to_say(session);
    let kind = fault.kind.clone();
    let told = move || said(session, &kind);
    // Trying again finds no file that this browser has not.
    let is_own = matches!(fault.kind, FaultKind::OwnAbsent { .. });
    let mut place = words::file_line_text(lang, &fault.file, fault.line);
    if !fault.column.is_empty() {
        place = format!("{place} · {}", fault.column);
    }
    view! {
        <section class="trouble" role="alert">
            <p class="trouble-file">
                <code>{place}</code>
            </p>
            {told}
            {(!is_own)
                .then(|| {
                    view! {
                        <button type="button" on:click=move |_| retry.run(())>
                            {session.words().retry}
                        </button>
                    }
                })}
        </section>
    }
    .into_any()
}

/// The sentences of a fault, as soon as they can be said; its name where they cannot.
fn said(session: Session, kind: &FaultKind) -> Option<AnyView> {
    if session.code_stands.get() {
        let told = fault_words(session.lang(), kind);
        // What the reader has, and this browser not, is put in where it is missed.
        let is_own = matches!(kind, FaultKind::OwnAbsent { .. });
        let sentences = view! {
            <p class="trouble-problem">{told.problem}</p>
            <p class="trouble-cure">{told.cure}</p>
            {is_own.then(|| choose_own(session))}
        };
        return Some(sentences.into_any());
    }
    let name = || view! { <p class="trouble-problem">{kind.name()}</p> }.into_any();
    session.later_failed.get().then(name)
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
