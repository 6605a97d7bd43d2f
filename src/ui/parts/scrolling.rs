//! A box in which a table that is too wide for the screen is moved along: reached by the keyboard, with a
//! shade where it goes on (style/table.css). It must not know what the table is about.

use leptos::prelude::*;

/// The table in its box.
pub fn scrolling(label: &str, table: impl IntoView + 'static) -> AnyView {
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=label.to_string()>
            {table}
        </div>
    }
    .into_any()
}
