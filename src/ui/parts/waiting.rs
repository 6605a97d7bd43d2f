//! What stands in the place of findings until they are gathered.

use crate::ui::load_code::load_later_code;
use crate::ui::session::Session;
use leptos::prelude::*;

/// The line, in a room about as tall as what comes; that it could not be had, and another try.
pub fn findings_wait(session: Session) -> AnyView {
    let words = session.words();
    let line = move || match session.later_failed.get() {
        false => words.findings_wait.into_any(),
        true => view! {
            {words.findings_failed}
            " "
            <button type="button" on:click=move |_| load_later_code(session)>
                {words.retry}
            </button>
        }
        .into_any(),
    };
    view! {
        <p class="findings-wait" role="status">
            {line}
        </p>
    }
    .into_any()
}
