//! 趋势: whether it has really changed.

use crate::ui::parts::heading::page_heading;
use crate::ui::session::session;
use leptos::prelude::*;

/// The page.
#[component]
pub fn TrendsPage() -> impl IntoView {
    let session = session();
    let title = session.words().trends().title;
    view! { <div class="page trends">{page_heading(title.to_string(), String::new())}</div> }
}
