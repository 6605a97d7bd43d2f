//! What stands above every page: the package's banner, what was left aside of the address, the
//! progress of reading, and packages that could not be opened.

use super::file_trouble::fault_lines;
use crate::browser;
use crate::route::is_absent;
use crate::ui::deferred::{make_as_of_notice, make_cite_panel, make_data_check};
use crate::ui::session::{Session, session};
use crate::ui::{load, load_code};
use crate::words;
use leptos::prelude::*;

/// The notices.
#[component]
pub fn Notices() -> impl IntoView {
    let session = session();
    view! {
        <div class="notices">
            {move || banner(session)} {move || ignored(session)}
            {move || troubles(session)}
            <ProgressLine />
        </div>
    }
}

fn banner(session: Session) -> Option<AnyView> {
    let package = session.package.get()?;
    let (text, lang) = package.descriptor.banner.get_with_lang(session.lang());
    let text = text.to_string();
    let banner = || view! { <p class="banner" lang=lang.tag()>{text}</p> }.into_any();
    (!package.descriptor.banner.is_empty()).then(banner)
}

/// Whether the data is as it was when the address was made, where that says how it was.
fn data_check(session: Session) -> Option<AnyView> {
    let says_it = |view: &crate::route::View| !(view.digest.is_empty() && view.own.is_empty());
    let is_asked = session.view.with(says_it) && session.settled.get();
    if is_asked {
        load_code::load_later_code(session);
    }
    (is_asked && session.code_stands.get()).then(make_data_check)
}

/// What of the address was left aside; each thing that the view is about and that is not there has a line
/// of its own.
fn ignored(session: Session) -> Vec<AnyView> {
    let lang = session.lang();
    let (package, view) = (session.package.get(), session.view.get());
    let is_absent = |(key, code): &(String, String)| {
        let package = package.as_ref();
        package.is_some_and(|package| is_absent(&view, package, key, code))
    };
    let all = session.all_ignored().into_iter();
    let (absent, ignored): (Vec<_>, Vec<_>) = all.partition(is_absent);
    let told = |class: &'static str, line: String| {
        view! { <p class=class role="status">{line}</p> }.into_any()
    };
    let absent = absent.into_iter();
    let absent = absent.map(|(key, code)| words::absent_line(lang, &key, &code));
    let mut lines: Vec<AnyView> = absent.map(|line| told("ignored absent", line)).collect();
    if !ignored.is_empty() {
        lines.push(told("ignored", words::ignored_line(lang, &ignored)));
    }
    lines
}

/// That the data is shown as it stood on an earlier day; a catalog, an entry of it or a package that could
/// not be opened.
fn troubles(session: Session) -> Vec<AnyView> {
    let mut troubles = Vec::new();
    if session
        .package
        .get()
        .is_some_and(|package| package.as_of.is_some())
    {
        troubles.push(make_as_of_notice());
    }
    let faults = match session.catalog.get() {
        Some(Err(fault)) => vec![fault],
        Some(Ok(catalog)) => catalog.left_out(load::CATALOG),
        None => Vec::new(),
    };
    let again = Callback::new(move |()| load::load_catalog(session));
    let lines = faults
        .iter()
        .map(|fault| fault_lines(session, fault, again));
    troubles.extend(lines);
    if let Some(fault) = session.package_fault.get() {
        let again = Callback::new(move |()| load::load_asked(session));
        troubles.push(fault_lines(session, &fault, again));
    }
    troubles.extend(data_check(session));
    troubles
}

/// How far the reading has come. Takes no room of its own, so that nothing moves when it goes.
#[component]
fn ProgressLine() -> impl IntoView {
    let session = session();
    let is_reading = Memo::new(move |_| session.progress.with(Option::is_some));
    let percent = move || {
        let progress = session.progress.get()?;
        let expected = progress.expected_bytes.filter(|expected| *expected > 0)?;
        Some((progress.read_bytes as f64 / expected as f64 * 100.0).min(99.0) as u32)
    };
    let text = move || {
        let progress = session.progress.get().unwrap_or_default();
        words::progress_text(
            session.lang(),
            progress.files_left,
            progress.read_bytes,
            percent(),
        )
    };
    move || {
        is_reading.get().then(|| {
            view! {
                <div class="progress" role="status">
                    <progress
                        max="100"
                        value=move || percent().map(|percent| percent.to_string())
                        aria-label=session.words().loading
                    ></progress>
                    <span>{text}</span>
                </div>
            }
        })
    }
}

/// What this site does not do, and how the view is cited; on paper what was printed: package, version, date, address.
#[component]
pub fn Footer() -> impl IntoView {
    let session = session();
    let source = move || {
        let package = session.references.get()?;
        Some(words::source_line(session.lang(), &package))
    };
    let is_open = RwSignal::new(false);
    let address = move || browser::address_of(&session.view.with(|view| view.query()));
    view! {
        <footer class="foot">
            <p>
                {session.words().own_website} " "
                {cite_button(session, is_open)}
            </p>
            {move || {
                (is_open.get() && session.code_stands.get()).then(|| make_cite_panel(is_open))
            }}
            <p class="printed">{source} " · " {address}</p>
        </footer>
    }
}

/// Opens the panel, whose code is fetched where it does not stand.
fn cite_button(session: Session, is_open: RwSignal<bool>) -> AnyView {
    let open = move |_| {
        is_open.set(true);
        load_code::load_later_code(session);
    };
    view! {
        <button type="button" class="quiet cite" on:click=open>
            {session.words().cite}
        </button>
    }
    .into_any()
}
