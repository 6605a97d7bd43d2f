//! The frame around every page: header, rail, notices, and the effects that mirror the state into
//! the address and the document.

use super::load;
use super::pages::{compare::ComparePage, data::DataPage, overview::OverviewPage};
use super::parts::header::Header;
use super::parts::notices::{Footer, Notices};
use super::parts::origin::OriginPanel;
use super::parts::rail::Rail;
use super::session::Session;
use crate::browser;
use crate::route::{Page, ThemeChoice, View};
use crate::words;
use leptos::prelude::*;

/// The application.
#[component]
pub fn App() -> impl IntoView {
    let session = Session::new();
    provide_context(session);
    listen(session);
    mirror(session);
    load_what_is_asked(session);
    load::load_catalog(session);
    // Texts are fixed while a language stands: a change of language makes the page anew, so that no
    // label has to listen for it.
    move || {
        let words = session.words();
        view! {
            <a class="skip" href="#main">{words.skip}</a>
            <Header />
            <div class="columns">
                <Rail />
                <main id="main" tabindex="-1">
                    <Notices />
                    {page(session)}
                    <Footer />
                </main>
            </div>
            <OriginPanel />
        }
    }
}

fn page(session: Session) -> impl IntoView {
    let page = Memo::new(move |_| session.view.with(|view| view.page));
    move || match page.get() {
        Page::Overview => view! { <OverviewPage /> }.into_any(),
        Page::Compare => view! { <ComparePage /> }.into_any(),
        Page::Data => view! { <DataPage /> }.into_any(),
    }
}

/// Back and forward, and the system's theme.
fn listen(session: Session) {
    browser::on_pop(move || {
        let (view, ignored) = View::parse(&browser::query());
        session.ignored.set(ignored);
        session.origin.set(None);
        session.view.set(view);
    });
    browser::on_system_theme_change(move || {
        session.system_dark.set(browser::system_prefers_dark());
    });
}

/// Document attributes follow the state.
fn mirror(session: Session) {
    Effect::new(move |_| browser::set_document_lang(session.lang()));
    Effect::new(move |_| {
        let choice = session.theme_choice();
        browser::set_document_theme(match choice {
            ThemeChoice::System => None,
            chosen => Some(chosen.word()),
        });
    });
    Effect::new(move |_| {
        let lang = session.lang();
        let fixed = words::words(lang);
        let page = match session.view.with(|view| view.page) {
            Page::Overview => fixed.page_overview,
            Page::Compare => fixed.page_compare,
            Page::Data => fixed.page_data,
        };
        let package = session.package.get();
        let place = package.map(|package| package.descriptor.title.get(lang).to_string());
        let parts: Vec<String> = [Some(page.to_string()), place, Some(fixed.app.to_string())]
            .into_iter()
            .flatten()
            .collect();
        browser::set_document_title(&parts.join(" · "));
    });
    Effect::new(move |_| {
        let catalog_failed = session.catalog.with(|it| matches!(it, Some(Err(_))));
        let package_failed = session.package_fault.with(Option::is_some);
        browser::set_state(if catalog_failed || package_failed {
            "failed"
        } else if session.settled.get() {
            "ready"
        } else {
            "loading"
        });
    });
}

/// The package asked for is opened, and what the view needs of it is read.
fn load_what_is_asked(session: Session) {
    let asked = Memo::new(move |_| {
        let catalog = session.catalog.get()?.ok()?;
        let name = session.view.with(|view| view.package.clone());
        let found = catalog.entry(&name).or(catalog.packages.first())?;
        Some((name, found.name.clone(), found.path.clone()))
    });
    Effect::new(move |_| {
        if let Some((asked, name, path)) = asked.get() {
            if asked != name && !asked.is_empty() {
                session
                    .ignored
                    .update(|ignored| ignored.push(("package".into(), asked)));
            }
            let open = session.package.with_untracked(|package| {
                package.as_ref().is_some_and(|package| package.name == name)
            });
            if !open {
                load::load_package(session, &name, &path);
            }
        }
    });
    Effect::new(move |_| {
        session.view.track();
        load::load_for_view(session);
    });
}
