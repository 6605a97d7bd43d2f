//! 引用: how the view is cited, for a list of references and for BibTeX, with the digest of its data.

use super::rail::page_name;
use crate::browser;
use crate::export::{Citation, CitedView, citation};
use crate::route::{Page, PeriodKey, answer_json, has_answer, resolve};
use crate::ui::cite::{Cited, cited};
use crate::ui::session::{Session, session};
use crate::words::{ViewSubject, cite_words, export_words};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// The panel. The digest is made when it is opened, and anew when the view changes.
#[component]
pub fn CitePanel(
    /// False as soon as it is closed.
    is_open: RwSignal<bool>,
) -> impl IntoView {
    let session = session();
    let words = cite_words(session.lang());
    let made: RwSignal<Option<Arc<Cited>>> = RwSignal::new(None);
    Effect::new(move |_| {
        session.view.track();
        session.package.track();
        if !session.settled.get() {
            return;
        }
        spawn_local(async move {
            let cited = cited(session).await;
            made.try_set(cited);
        });
    });
    // The panel stands at the foot of the page: whoever opened it is brought there, and back.
    let panel = NodeRef::<leptos::html::Section>::new();
    // Once it stands, and once more when it has its size; not when the view is changed under it.
    let is_made =
        Memo::new(move |was: Option<&bool>| was == Some(&true) || made.with(Option::is_some));
    Effect::new(move |_| {
        let is_made = is_made.get();
        if let Some(panel) = panel.get() {
            if !is_made {
                let _ = panel.focus();
            }
            panel.scroll_into_view();
        }
    });
    let close = move || {
        is_open.set(false);
        browser::focus(".foot .cite");
    };
    let escape = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            close();
        }
    };
    let inner = move || match made.get() {
        Some(cited) => shown(session, &cited),
        None => view! { <p role="status">{words.wait}</p> }.into_any(),
    };
    view! {
        <section
            class="cite-panel"
            node_ref=panel
            tabindex="-1"
            aria-label=words.cite
            on:keydown=escape
        >
            {inner}
            <p class="actions">
                <button type="button" on:click=move |_| close()>
                    {session.words().close}
                </button>
            </p>
        </section>
    }
}

fn shown(session: Session, cited: &Cited) -> AnyView {
    let words = cite_words(session.lang());
    let Some(Citation { text, bibtex }) = citation_of(session, cited) else {
        return ().into_any();
    };
    view! {
        <h2>{words.text}</h2>
        <p class="cite-text">{text.clone()}</p>
        {copy_button(session, text)}
        <h2>"BibTeX"</h2>
        <pre class="cite-text" tabindex="0">
            {bibtex.clone()}
        </pre>
        {copy_button(session, bibtex)}
        <h2>{words.digest}</h2>
        <p>
            <code>{cited.data.digest.clone()}</code>
        </p>
        <p>{words.digest_about}</p>
        {answer_button(session)}
    }
    .into_any()
}

/// What the view is about, and its citation.
fn citation_of(session: Session, cited: &Cited) -> Option<Citation> {
    let package = session.package.get_untracked()?;
    let view = &cited.view;
    let (resolved, _) = resolve(view, &package);
    let (has_indicator, has_level, has_area) = match view.page {
        Page::Compare | Page::Map => (true, true, false),
        Page::Trends => (true, false, true),
        Page::Profile | Page::Cases | Page::Organisation => (false, false, true),
        Page::Overview | Page::Standards | Page::Explore | Page::Data => (false, false, false),
    };
    let subject = ViewSubject {
        page: page_name(session.words(), view.page),
        indicator: resolved.indicator.filter(|_| has_indicator),
        level: resolved.level.filter(|_| has_level),
        area: resolved.area.filter(|_| has_area),
        period: match view.period {
            PeriodKey::At(period) => Some(period),
            PeriodKey::Newest | PeriodKey::EachLatest => None,
        },
    };
    let address = cited.address();
    let view = CitedView {
        subject,
        address: &address,
        digest: &cited.data,
        date: &browser::date(),
    };
    Some(citation(session.lang(), &package, &view))
}

/// What the page says, for programs, as the command line gives it; nothing on a page that has no such
/// answer.
fn answer_button(session: Session) -> Option<AnyView> {
    let package = session.package.get_untracked()?;
    let has_answer = session
        .view
        .with_untracked(|view| has_answer(view, &package));
    let save = move |_| {
        let Some(package) = session.package.get_untracked() else {
            return;
        };
        let view = session.pinned_view();
        if let Some(json) = answer_json(session.lang(), &view, &package) {
            let name = [&package.name, "-", view.page.word(), ".json"].concat();
            browser::download(&name, "application/json", json.as_bytes());
        }
    };
    has_answer.then(|| {
        view! {
            <p class="actions">
                <button type="button" data-export="answer" on:click=save>
                    {export_words(session.lang()).answer_json}
                </button>
            </p>
        }
        .into_any()
    })
}

fn copy_button(session: Session, text: String) -> AnyView {
    let words = session.words();
    let outcome: RwSignal<Option<bool>> = RwSignal::new(None);
    let copy = move |_| {
        let text = text.clone();
        spawn_local(async move {
            let copied = browser::copy_text(&text).await;
            outcome.try_set(Some(copied));
        });
    };
    let told = move || {
        let copied = outcome.get()?;
        let refused = export_words(session.lang()).refused;
        Some(if copied { words.copied } else { refused })
    };
    view! {
        <p class="actions">
            <button type="button" on:click=copy>
                {cite_words(session.lang()).copy}
            </button>
            <span role="status">{told}</span>
        </p>
    }
    .into_any()
}
