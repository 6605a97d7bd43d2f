//! The reader's own data on the page 探索: a place to put them in, how far it has come, what is in use.

use super::check_own::file_input;
use super::fault_table::fault_table;
use super::link::view_link;
use super::own_beside::own_beside;
use super::own_recipe::own_recipe;
use super::rail::page_name;
use crate::browser;
use crate::package::{OWN, beside_of};
use crate::route::{Explored, Page, View, default_indicator};
use crate::ui::own::{
    Joined, OwnState, ReadAs, Step, ask_again, forget, keep, own_state, restore_kept, take_files,
};
use crate::ui::session::Session;
use crate::words::{self, OwnWords, own_words};
use leptos::ev::DragEvent;
use leptos::html::Input;
use leptos::prelude::*;

/// The view.
pub fn own_data(session: Session) -> AnyView {
    let fixed = own_words(session.lang());
    let state = own_state();
    // What the browser keeps is in use again as soon as somebody looks.
    restore_kept(session);
    let is_asking = Memo::new(move |_| state.asked.with(Option::is_some));
    view! {
        <div class="own data">
            <p class="sentence">{fixed.privacy}</p>
            {place_for_files(session, fixed)}
            <div aria-live="polite">{move || progress(session, state, fixed)}</div>
            {move || needed_file(session, state)}
            {move || not_as_linked(session, state)}
            {move || is_asking.get().then(|| own_recipe(session, state))}
            {move || in_use(session, state, fixed)}
        </div>
    }
    .into_any()
}

/// Which file a link waits for, where it says so.
fn needed_file(session: Session, state: OwnState) -> Option<AnyView> {
    let is_idle = matches!(state.step.get(), Step::Idle) && state.taken.with(Option::is_none);
    let mark = state.waiting_mark().filter(|_| is_idle)?;
    let text = words::needed_file_text(session.lang(), &mark.name);
    (!mark.name.is_empty()).then(|| view! { <p class="sentence">{text}</p> }.into_any())
}

/// That a link waits for own data and that this file cannot be read as it says.
fn not_as_linked(session: Session, state: OwnState) -> Option<AnyView> {
    let is_asking = matches!(state.step.get(), Step::Asking);
    let mark = state.waiting_mark().filter(|_| is_asking)?;
    let recipe = state
        .asked
        .with_untracked(|asked| mark.recipe(&asked.as_ref()?.recipe));
    let text = words::own_link_words(session.lang()).not_as_linked;
    recipe
        .is_none()
        .then(|| view! { <p class="ignored absent" role="status">{text}</p> }.into_any())
}

/// Where files are dropped or chosen.
fn place_for_files(session: Session, fixed: &'static OwnWords) -> AnyView {
    let words = session.words();
    let over = RwSignal::new(false);
    let input = NodeRef::<Input>::new();
    let folder = NodeRef::<Input>::new();
    Effect::new(move |_| {
        if let Some(folder) = folder.get() {
            // Not every browser can choose a folder; then single files are chosen.
            let _ = folder.set_attribute("webkitdirectory", "");
        }
    });
    let chosen = taking(session);
    view! {
        <div
            class="drop"
            class:over=over
            on:dragover=move |_: DragEvent| over.set(true)
            on:dragleave=move |_| over.set(false)
            on:drop=move |_| over.set(false)
        >
            <p>{fixed.accepted}</p>
            <div class="choose">
                {file_input(words.choose_files, "take-files", input, chosen)}
                {file_input(words.choose_folder, "take-folder", folder, chosen)}
            </div>
        </div>
    }
    .into_any()
}

fn taking(session: Session) -> Callback<NodeRef<Input>> {
    Callback::new(move |input: NodeRef<Input>| {
        if let Some(input) = input.get_untracked() {
            take_files(session, browser::files_of_input(&input));
        }
    })
}

/// The button that chooses files, where a link needs own data that are not in this browser.
pub fn choose_files(session: Session) -> AnyView {
    let input = NodeRef::<Input>::new();
    let label = session.words().choose_files;
    file_input(label, "take-linked", input, taking(session))
}

/// How far the taking in has come, and why it could not be.
fn progress(session: Session, state: OwnState, fixed: &'static OwnWords) -> Option<AnyView> {
    match state.step.get() {
        Step::Idle | Step::Asking => None,
        Step::Looking => Some(view! { <p>{fixed.looking}</p> }.into_any()),
        Step::Reading(read_bytes, all_bytes) => {
            let percent = (read_bytes / all_bytes.max(1.0) * 100.0).round();
            let reading = view! {
                <div class="own-progress">
                    <progress
                        max="100"
                        value=percent.to_string()
                        aria-label=fixed.reading
                    ></progress>
                    <span>{fixed.reading} " " {words::reading_text(read_bytes, all_bytes)}</span>
                    <button type="button" class="cancel" on:click=move |_| state.cancel()>
                        {fixed.cancel}
                    </button>
                </div>
            };
            Some(reading.into_any())
        }
        Step::Failed(fault) => Some(fault_table(session, (*fault).clone(), "")),
    }
}

/// What is in use, what is wrong with it, where to look at it, and what can be done with it.
fn in_use(session: Session, state: OwnState, fixed: &'static OwnWords) -> Option<AnyView> {
    let taken = state.taken.get()?;
    let lang = session.lang();
    let package = taken.package.clone();
    let counts = words::package_counts_text(lang, &package);
    let faults = package.faults().into_iter().cloned().collect();
    let said = match &taken.read_as {
        ReadAs::Table(at, _) => taken
            .given
            .tables
            .get(*at)
            .map(|it| words::said_text(lang, &it.about)),
        ReadAs::Package => None,
    };
    let said = said.filter(|text| !text.is_empty());
    let change_reading = matches!(taken.read_as, ReadAs::Table(..)).then(|| {
        view! {
            <button type="button" on:click=move |_| ask_again()>
                {fixed.change_reading}
            </button>
        }
    });
    let shown = view! {
        <section class="own-in-use">
            <h2>{fixed.in_use} " " {taken.name()}</h2>
            <p>{counts}</p>
            {said.map(|text| view! { <p class="own-cells">{text}</p> })}
            {links(session, state, fixed)}
            {fault_table(session, faults, fixed.sound)}
            <div class="choose">
                {change_reading}
                <label class="own-keep">
                    <input
                        type="checkbox"
                        name="keep"
                        prop:checked=move || state.is_kept.get() == Some(true)
                        on:change=move |event| keep(event_target_checked(&event))
                    />
                    {fixed.keep}
                </label>
                <button type="button" class="forget" on:click=move |_| forget(session)>
                    {fixed.forget}
                </button>
            </div>
            <p class="hint" role="status">
                {move || match state.is_kept.get() {
                    Some(_) => fixed.keep_hint,
                    None => fixed.not_kept,
                }}
            </p>
            {own_beside(session, state)}
        </section>
    };
    Some(shown.into_any())
}

/// The indicator that the pages open with beside published ones: the reader's own; blank where nothing
/// stands beside them, where the pages choose as ever.
fn own_indicator(state: OwnState) -> String {
    let code = |it: &Joined| {
        let id = default_indicator(&it.own)?;
        Some(it.published.code_beside(&it.own.indicators.get(id).code))
    };
    let code = state.joined.with(|joined| joined.as_ref().and_then(code));
    code.unwrap_or_default()
}

/// Links to pages that show what is in use.
fn links(session: Session, state: OwnState, fixed: &'static OwnWords) -> AnyView {
    let words = session.words();
    let pages = [
        Page::Compare,
        Page::Trends,
        Page::Profile,
        Page::Map,
        Page::Explore,
        Page::Data,
    ];
    let link = |page: Page| {
        let target = Box::new(move |view: &View| View {
            page,
            // Beside published figures the links lead there too.
            package: match beside_of(&view.package) {
                Some(_) => view.package.clone(),
                None => OWN.to_string(),
            },
            explored: Explored::Scatter,
            indicator: match page {
                Page::Profile | Page::Data => String::new(),
                _ => own_indicator(state),
            },
            lang: view.lang,
            theme: view.theme,
            ..View::default()
        });
        view_link("", None, "", target, page_name(words, page).into_any())
    };
    let links: Vec<AnyView> = pages.into_iter().map(link).collect();
    view! {
        <nav class="contents" aria-label=fixed.open_on>
            <span>{fixed.open_on}</span>
            {links}
        </nav>
    }
    .into_any()
}
