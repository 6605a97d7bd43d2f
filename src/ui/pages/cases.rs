//! 事项: where cases get stuck.

use crate::ui::parts::heading::page_heading;
use crate::ui::session::session;
use leptos::prelude::*;

/// The page.
#[component]
pub fn CasesPage() -> impl IntoView {
    let session = session();
    let title = session.words().cases().title;
    view! { <div class="page cases">{page_heading(title.to_string(), String::new())}</div> }
}
