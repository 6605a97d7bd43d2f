//! The frame around every page: header, rail, notices, and the effects that mirror the state into
//! the address and the document.

use super::deferred::{make_page, make_panels, take_drop};
use super::parts::header::Header;
use super::parts::notices::{Footer, Notices};
use super::parts::rail::{Rail, page_name};
use super::session::Session;
use super::{load, load_code};
use crate::browser;
use crate::model::Lang;
use crate::route::{Page, ThemeChoice, View};
use crate::words;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The application.
#[component]
pub fn App() -> impl IntoView {
    let session = Session::new();
    provide_context(session);
    listen(session);
    mirror(session);
    load_what_is_asked(session);
    load::load_catalog(session);
    if session.view.with_untracked(|view| view.embed.is_some()) {
        // One chart alone stands beside the page that it is of, which stays unseen and out of reach.
        browser::hide_application();
        load_code::load_later_code(session);
    }
    // Texts are fixed while a language stands: a change of language makes the page anew, so that no
    // label has to listen for it.
    move || {
        let words = words::words(session.lang_tracked());
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
            {move || session.code_stands.get().then(make_panels)}
        }
    }
}

fn page(session: Session) -> impl IntoView {
    let page = Memo::new(move |_| session.view.with(|view| view.page));
    let waits = Memo::new(move |_| load_code::waits_for_code(session));
    move || {
        let page = (!waits.get()).then(|| page.get())?;
        provide_context(session.of_page());
        Some(make_page(page))
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
    // Files may be dropped anywhere; by the time they are, the code for them stands.
    window_event_listener(ev::dragenter, move |_| load_code::load_later_code(session));
    window_event_listener(ev::dragover, |event| event.prevent_default());
    window_event_listener(ev::drop, move |event| {
        event.prevent_default();
        if session.code_stands.get_untracked() {
            take_drop(session, event);
        }
    });
}

/// Document attributes follow the state.
fn mirror(session: Session) {
    // Packages are renewed while they are read; the document is touched only where this changes it.
    let title = Memo::new(move |_| title(session, session.lang_tracked()));
    let state = Memo::new(move |_| {
        let catalog_failed = session.catalog.with(|it| matches!(it, Some(Err(_))));
        let package_failed = session.package_fault.with(Option::is_some);
        let waits = load_code::waits_for_code(session);
        let is_said = session.unfinished.get() == 0;
        match catalog_failed || package_failed {
            true if is_said => "failed",
            false if is_said && session.settled.get() && !waits => "ready",
            _ => "loading",
        }
    });
    Effect::new(move |_| {
        browser::set_document_lang(session.lang_tracked());
        browser::set_document_theme(match session.theme_choice() {
            ThemeChoice::System => None,
            chosen => Some(chosen.word()),
        });
        browser::set_document_title(&title.get());
    });
    Effect::new(move |_| {
        let told = state.get();
        if told != "ready" {
            browser::set_state(told);
            return;
        }
        // What has just entered makes a page that may have parts left to make: it has its turn first.
        spawn_local(async move {
            browser::next_turn().await;
            if state.try_get_untracked() == Some("ready") {
                browser::set_state("ready");
            }
        });
    });
}

fn title(session: Session, lang: Lang) -> String {
    let fixed = words::words(lang);
    let asked = session.view.with(|view| view.page);
    let page = page_name(fixed, asked);
    match session.package.get() {
        Some(package) => {
            let place = package.descriptor.title.get(lang);
            // One view differs from the next by its area and by what is shown of it.
            let resolved = session.resolved.get();
            let (has_indicator, has_area) = match asked {
                Page::Compare | Page::Map | Page::Explore => (true, false),
                Page::Trends => (true, true),
                Page::Profile | Page::Cases | Page::Organisation => (false, true),
                Page::Overview | Page::Standards | Page::Data => (false, false),
            };
            let indicator = resolved
                .and_then(|it| it.indicator)
                .filter(|_| has_indicator);
            let label = indicator.map_or("", |id| package.indicators.get(id).label.get(lang));
            let area = resolved.and_then(|it| it.area).filter(|_| has_area);
            let place = area.map_or(place, |id| package.areas.get(id).name.get(lang));
            let parts = [page, place, label, fixed.app];
            let said: Vec<&str> = parts.into_iter().filter(|it| !it.is_empty()).collect();
            said.join(" · ")
        }
        None => format!("{page} · {}", fixed.app),
    }
}

/// The code of the page is fetched, the package asked for is opened, and what the view needs of it is
/// read.
fn load_what_is_asked(session: Session) {
    Effect::new(move |_| {
        session.view.track();
        session.catalog.track();
        load_code::load_code(session);
        load::load_asked(session);
    });
}
