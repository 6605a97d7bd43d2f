//! The pages: a rail on a desk, a bar at the foot of a phone.

use crate::route::{Page, View};
use crate::ui::session::session;
use leptos::prelude::*;

/// Links to every page that there is; each keeps what the view says otherwise.
#[component]
pub fn Rail() -> impl IntoView {
    let session = session();
    let link = move |page: Page| {
        let label = move || {
            let words = session.words();
            match page {
                Page::Overview => words.page_overview,
                Page::Compare => words.page_compare,
                Page::Data => words.page_data,
            }
        };
        let current = move || session.view.with(|view| view.page == page);
        let address = move || session.view.with(|view| on_page(view, page).query());
        view! {
            <a
                href=address
                aria-current=move || current().then_some("page")
                on:click=move |event| {
                    if is_plain_click(&event) {
                        event.prevent_default();
                        session.change(|view| *view = on_page(view, page));
                    }
                }
            >
                {label}
            </a>
        }
    };
    view! {
        <nav class="rail" aria-label=move || session.words().navigation>
            {Page::ALL.map(link).collect_view()}
        </nav>
    }
}

/// The same view on another page. What only a comparison's table understands does not go along.
pub fn on_page(view: &View, page: Page) -> View {
    View {
        page,
        sort: String::new(),
        filter: String::new(),
        ..view.clone()
    }
}

/// A click that is meant for this window, not for a new one.
pub fn is_plain_click(event: &leptos::ev::MouseEvent) -> bool {
    event.button() == 0
        && !event.ctrl_key()
        && !event.meta_key()
        && !event.shift_key()
        && !event.alt_key()
}
