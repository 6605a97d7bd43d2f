//! 画像: how one area stands on everything.

use crate::ui::parts::heading::page_heading;
use crate::ui::session::session;
use leptos::prelude::*;

/// The page.
#[component]
pub fn ProfilePage() -> impl IntoView {
    let session = session();
    let title = session.words().profile().title;
    view! { <div class="page profile">{page_heading(title.to_string(), String::new())}</div> }
}
