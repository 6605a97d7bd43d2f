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
        Page::Profile => words.page_profile,
        Page::Trends => words.page_trends,
        Page::Map => words.page_map,
        Page::Organisation => words.page_organisation,
        Page::Cases => words.page_cases,
        Page::Standards => words.page_standards,
        Page::Explore => words.page_explore,
        Page::Data => words.page_data,
    }
}
