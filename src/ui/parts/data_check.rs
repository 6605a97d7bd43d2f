//! Whether the data is still as it was when an address was made that carries its digest, and whether the
//! reader's own file is the one that it was made of.

use crate::intake::{MarkMatch, OwnMark};
use crate::package::beside_of;
use crate::ui::cite::cited;
use crate::ui::missing::later_is_read;
use crate::ui::own::read_as_linked;
use crate::ui::session::{Session, session};
use crate::words::{cite_words, own_link_words};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Says so once everything has been read, and nothing before.
#[component]
pub fn DataCheck() -> impl IntoView {
    let session = session();
    // What was asked for, and whether the digest is the same.
    let outcome: RwSignal<Option<(String, bool)>> = RwSignal::new(None);
    Effect::new(move |_| check(session, outcome));
    let of_data = move || {
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
    };
    view! { {move || own_check(session)} {of_data} }
}

/// That the own file in use is not the one of the address, or was read in another way.
fn own_check(session: Session) -> Option<AnyView> {
    let words = own_link_words(session.lang());
    let (is_own, mark) = session
        .view
        .with(|view| (beside_of(&view.package).is_some(), view.own.clone()));
    if !is_own || mark.is_empty() {
        return None;
    }
    let in_use = OwnMark::parse(&session.own_mark.get())?;
    let told = OwnMark::parse(&mark).map(|mark| mark.compared_with(&in_use));
    let (text, can_be_read) = match told {
        Some(MarkMatch::Same) => return None,
        Some(MarkMatch::OtherReading) => (words.other_reading, true),
        Some(MarkMatch::OtherFile) => (words.other_file, false),
        None => (words.unknown, false),
    };
    let again = can_be_read.then(|| {
        view! {
            <button type="button" class="quiet" on:click=move |_| read_as_linked(session)>
                {words.read_so}
            </button>
        }
    });
    Some(view! { <p class="ignored absent" role="status">{text} " " {again}</p> }.into_any())
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
