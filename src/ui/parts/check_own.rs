//! A reader's own files, dropped or chosen, and what would be found in them after publishing.

use super::fault_table::fault_table;
use crate::browser::{self, DroppedFile};
use crate::package::Against;
use crate::ui::check::check_files;
use crate::ui::session::{Session, session};
use crate::words;
use leptos::ev::DragEvent;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Drop or choose files and see what would be found after publishing.
#[component]
pub fn CheckOwn() -> impl IntoView {
    let session = session();
    let busy = RwSignal::new(false);
    let over = RwSignal::new(false);
    let check = move |files: Vec<DroppedFile>| {
        if !files.is_empty() {
            start_check(session, busy, files);
        }
    };
    let drop = move |event: DragEvent| {
        event.prevent_default();
        // What is dropped here is to be checked, not shown.
        event.stop_propagation();
        over.set(false);
        busy.set(true);
        let files = browser::files_of_drop(event);
        spawn_local(async move {
            let files = files.await;
            busy.try_set(false);
            check(files);
        });
    };
    let input = NodeRef::<Input>::new();
    let folder = NodeRef::<Input>::new();
    Effect::new(move |_| {
        if let Some(folder) = folder.get() {
            // Not every browser can choose a folder; then single files are chosen.
            let _ = folder.set_attribute("webkitdirectory", "");
        }
    });
    let chosen = Callback::new(move |input: NodeRef<Input>| {
        if let Some(input) = input.get_untracked() {
            check(browser::files_of_input(&input));
        }
    });
    let words = session.words();
    let result = move || {
        let checked = session.checked.get()?;
        let lang = session.lang();
        let none = match (&checked.against, checked.files.is_empty()) {
            (Against::Nothing, _) => words.check_no_package,
            (_, true) => words.check_nothing,
            (_, false) => words.check_clean,
        };
        let files = checked
            .files
            .iter()
            .map(|file| words::checked_file_text(lang, &file.path, file.in_place_of.as_deref()));
        let files = files.collect::<Vec<_>>().join(", ");
        let line = |class: &'static str, text: String| {
            (!text.is_empty()).then(|| view! { <p class=class>{text}</p> }.into_any())
        };
        let result = view! {
            <h3>{words.check_result}</h3>
            {line("against", words::against_text(lang, &checked.against))}
            {line("checked-files", files)}
            {fault_table(session, checked.faults, none)}
        };
        Some(result.into_any())
    };
    view! {
        <section id="check">
            <h2>{words.check_file}</h2>
            <div
                class="drop"
                class:over=over
                on:dragover=move |event| {
                    event.prevent_default();
                    over.set(true);
                }
                on:dragleave=move |_| over.set(false)
                on:drop=drop
            >
                <p>{words.check_file_lead}</p>
                <p class="hint">{words.checking_against}</p>
                <div class="choose">
                    {file_input(words.choose_files, "own-files", input, chosen)}
                    {file_input(words.choose_folder, "own-folder", folder, chosen)}
                </div>
            </div>
            <div class="check-result" aria-live="polite">
                {move || busy.get().then_some(words.loading)} {result}
            </div>
        </section>
    }
}

fn start_check(session: Session, busy: RwSignal<bool>, files: Vec<DroppedFile>) {
    busy.set(true);
    spawn_local(async move {
        let package = session.package.get_untracked();
        let found = check_files(package, files).await;
        session.checked.set(Some(found));
        // The reader may have left the page meanwhile.
        busy.try_set(false);
    });
}

/// A button that opens the browser's dialogue for files.
pub fn file_input(
    label: &'static str,
    name: &'static str,
    input: NodeRef<Input>,
    chosen: Callback<NodeRef<Input>>,
) -> AnyView {
    view! {
        <label class="button">
            {label}
            <input
                class="visually-hidden"
                type="file"
                name=name
                multiple=true
                node_ref=input
                on:change=move |_| chosen.run(input)
            />
        </label>
    }
    .into_any()
}
