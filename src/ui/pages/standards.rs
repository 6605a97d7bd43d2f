//! 规范: who meets which standard, by what margin.

use crate::ui::parts::heading::page_heading;
use crate::ui::session::session;
use leptos::prelude::*;

/// The page.
#[component]
pub fn StandardsPage() -> impl IntoView {
    let session = session();
    let title = session.words().standards_page.title;
    view! { <div class="page standards">{page_heading(title.to_string(), String::new())}</div> }
}
