//! What stands in the place of findings until they are gathered.

use crate::ui::session::Session;
use leptos::prelude::*;

/// The line, in a room about as tall as what comes.
pub fn findings_wait(session: Session) -> AnyView {
    view! {
        <p class="findings-wait" role="status">
            {session.words().findings_wait}
        </p>
    }
    .into_any()
}
