//! The pages: a rail on a desk, a bar at the foot of a phone.

use super::link::page_link;
use crate::route::Page;
use crate::ui::session::session;
use crate::words::Words;
use leptos::prelude::*;

/// Links to every page that there is; each keeps what all pages understand of the view.
#[component]
pub fn Rail() -> impl IntoView {
    let words = session().words();
    let links: Vec<AnyView> = Page::ALL
        .into_iter()
        .map(|page| page_link(page, page_name(words, page).into_any()))
        .collect();
    view! { <nav class="rail" aria-label=words.navigation>{links}</nav> }
}

/// The name of a page.
pub fn page_name(words: &'static Words, page: Page) -> &'static str {
    match page {
        Page::Overview => words.page_overview,
        Page::Compare => words.page_compare,
        Page::Profile => words.profile.title,
        Page::Trends => words.trends.title,
        Page::Map => words.map.title,
        Page::Organisation => words.organisation.title,
        Page::Cases => words.cases.title,
        Page::Standards => words.standards_page.title,
        Page::Data => words.page_data,
    }
}
