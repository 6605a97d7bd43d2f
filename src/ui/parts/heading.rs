//! The heading of a page: its title and a quiet line under it.

use leptos::prelude::*;

/// The heading; without a line under it where that is blank.
pub fn page_heading(title: String, lead: String) -> AnyView {
    let lead = (!lead.is_empty()).then(|| view! { <p class="lead">{lead}</p> });
    view! {
        <div>
            <h1>{title}</h1>
            {lead}
        </div>
    }
    .into_any()
}
