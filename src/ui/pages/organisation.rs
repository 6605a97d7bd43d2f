//! 组织: whether the organisation reaches every level.

use crate::ui::parts::heading::page_heading;
use crate::ui::session::session;
use leptos::prelude::*;

/// The page.
#[component]
pub fn OrganisationPage() -> impl IntoView {
    let session = session();
    let title = session.words().organisation().title;
    view! { <div class="page organisation">{page_heading(title.to_string(), String::new())}</div> }
}
