//! A number that can be clicked to the file, line and cells that it came from.

use crate::answer::RowPlace;
use crate::ui::session::Session;
use leptos::prelude::*;

/// The number; a plain text where it stands in no one row, as a sum does.
pub fn number(session: Session, text: String, place: Option<RowPlace>) -> AnyView {
    match place {
        None => text.into_any(),
        Some(place) => view! {
            <button
                type="button"
                class="figure-of-row"
                title=session.words().source_of_number
                on:click=move |_| session.origin.set(Some(place))
            >
                {text}
            </button>
        }
        .into_any(),
    }
}
