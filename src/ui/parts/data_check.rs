//! Whether the data is still as it was when an address was made that carries its digest.

use crate::ui::cite::cited;
use crate::ui::missing::later_is_read;
use crate::ui::session::{Session, session};
use crate::words::cite_words;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Says so once everything has been read, and nothing before.
#[component]
pub fn DataCheck() -> impl IntoView {
    let session = session();
    // What was asked for, and whether the digest is the same.
    let outcome: RwSignal<Option<(String, bool)>> = RwSignal::new(None);
    Effect::new(move |_| check(session, outcome));
    move || {
        let asked = session.view.with(|view| view.digest.clone());
        let (told, is_same) = outcome.get()?;
        if asked.is_empty() || told != asked {
            return None;
        }
        let words = cite_words(session.lang());
        let (class, text) = match is_same {
            true => ("data-same", words.same),
            false => ("banner data-changed", words.changed),
        };
        Some(view! { <p class=class role="status">{text}</p> })
    }
}

fn check(session: Session, outcome: RwSignal<Option<(String, bool)>>) {
    let asked = session.view.with(|view| view.digest.clone());
    if asked.is_empty() || !session.settled.get() || !later_is_read(session) {
        return;
    }
    spawn_local(async move {
        if let Some(cited) = cited(session).await {
            let is_same = cited.view.digest == asked;
            outcome.try_set(Some((asked, is_same)));
        }
    });
}
