//! A file per page of the rail.

mod compare;
mod data;
mod overview;

use crate::route::Page;
use leptos::prelude::*;

/// True for a page whose code lies in the second file of the program and is fetched when the page is
/// opened: the first view waits for nothing that it does not show.
pub fn is_deferred(page: Page) -> bool {
    page != Page::Overview
}

/// Makes a page. A deferred one traps where its code has not been fetched.
pub fn make_page(page: Page) -> AnyView {
    match page {
        Page::Overview => view! { <overview::OverviewPage /> }.into_any(),
        Page::Compare => call_deferred(deferred_compare),
        Page::Data => call_deferred(deferred_data),
    }
}

// web/split.mjs moves into the second file what only functions named `deferred_…` reach. That holds
// as long as the first file knows them by their address alone.
fn call_deferred(page: fn() -> AnyView) -> AnyView {
    std::hint::black_box(page)()
}

fn deferred_compare() -> AnyView {
    view! { <compare::ComparePage /> }.into_any()
}

fn deferred_data() -> AnyView {
    view! { <data::DataPage /> }.into_any()
}
