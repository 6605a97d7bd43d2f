//! What stands above every page: the package's banner, what was left aside of the address, the
//! progress of reading, and packages that could not be opened.

use super::file_trouble::FaultLines;
use crate::ui::load;
use crate::ui::session::session;
use crate::words;
use leptos::prelude::*;

/// The notices.
#[component]
pub fn Notices() -> impl IntoView {
    let session = session();
    let banner = move || {
        let package = session.package.get()?;
        let (text, lang) = package.descriptor.banner.get_with_lang(session.lang());
        let text = text.to_string();
        (!text.is_empty()).then(|| view! { <p class="banner" lang=lang.tag()>{text}</p> })
    };
    let ignored = move || {
        let ignored = session.all_ignored();
        (!ignored.is_empty()).then(|| {
            view! { <p class="ignored" role="status">{words::ignored_line(session.lang(), &ignored)}</p> }
        })
    };
    let catalog = move || {
        let fault = session.catalog.get()?.err()?;
        Some(view! { <FaultLines fault=fault retry=move || load::load_catalog(session) /> })
    };
    let package = move || {
        let fault = session.package_fault.get()?;
        let again = move || {
            let catalog = session.catalog.get_untracked().and_then(Result::ok);
            let name = session.view.with_untracked(|view| view.package.clone());
            if let Some(catalog) = catalog
                && let Some(entry) = catalog.entry(&name).or(catalog.packages.first())
            {
                load::load_package(session, &entry.name, &entry.path);
            }
        };
        Some(view! { <FaultLines fault=fault retry=again /> })
    };
    view! {
        <div class="notices">
            {banner} {ignored} {catalog} {package} <ProgressLine />
        </div>
    }
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
                        aria-label=move || session.words().loading
                    ></progress>
                    <span>{text}</span>
                </div>
            }
        })
    }
}

/// What this site does not do.
#[component]
pub fn Footer() -> impl IntoView {
    let session = session();
    view! {
        <footer class="foot">
            <p>{move || session.words().own_website}</p>
        </footer>
    }
}
