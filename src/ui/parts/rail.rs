//! The pages: a rail on a desk, a bar at the foot of a phone.

use super::link::{on_page, view_link};
use crate::route::Page;
use crate::ui::session::session;
use leptos::prelude::*;

/// Links to every page that there is; each keeps what the view says otherwise.
#[component]
pub fn Rail() -> impl IntoView {
    let words = session().words();
    let links: Vec<AnyView> = Page::ALL
        .into_iter()
        .map(|page| {
            let label = match page {
                Page::Overview => words.page_overview,
                Page::Compare => words.page_compare,
                Page::Data => words.page_data,
            };
            let target = Box::new(move |view: &_| on_page(view, page));
            view_link("", None, "", target, label.into_any())
        })
        .collect();
    view! { <nav class="rail" aria-label=words.navigation>{links}</nav> }
}
