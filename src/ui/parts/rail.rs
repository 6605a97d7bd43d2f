//! The pages: a rail on a desk, a bar at the foot of a phone.

use super::link::page_link;
use crate::package::Package;
use crate::route::{Page, is_offered};
use crate::ui::session::session;
use crate::words::Words;
use leptos::prelude::*;
use std::sync::Arc;

/// Links to every page that the package can have something for; each keeps what all pages understand of
/// the view.
#[component]
pub fn Rail() -> impl IntoView {
    let session = session();
    let words = session.words();
    let offered = move |page: &Page| {
        let is_there = |package: &Arc<Package>| is_offered(*page, package);
        session
            .references
            .with(|package| package.as_ref().is_none_or(is_there))
    };
    let pages = Memo::new(move |_| Page::ALL.into_iter().filter(offered).collect::<Vec<Page>>());
    let link = |page: Page| page_link(page, page_name(words, page).into_any());
    let links = move || pages.get().into_iter().map(link).collect::<Vec<AnyView>>();
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
