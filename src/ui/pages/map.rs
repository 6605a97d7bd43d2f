//! 地图: whether there is a pattern in place.

use crate::ui::parts::heading::page_heading;
use crate::ui::session::session;
use leptos::prelude::*;

/// The page.
#[component]
pub fn MapPage() -> impl IntoView {
    let session = session();
    let title = session.words().map().title;
    view! { <div class="page map">{page_heading(title.to_string(), String::new())}</div> }
}
