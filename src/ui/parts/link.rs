//! A link to another view: a real address, followed without loading the page anew.

use crate::route::{Page, View};
use crate::ui::session::session;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// The same view on another page. What only one page understands does not go along.
pub fn on_page(view: &View, page: Page) -> View {
    View {
        page,
        sort: String::new(),
        filter: String::new(),
        ..view.clone()
    }
}

/// Makes the view that a link leads to from the view that stands.
pub type Target = Box<dyn Fn(&View) -> View + Send + Sync>;

/// The link. `fragment` is a place on the page that it leads to, blank where there is none.
pub fn view_link(
    class: &'static str,
    label: Option<&'static str>,
    fragment: &'static str,
    target: Target,
    inner: AnyView,
) -> AnyView {
    let session = session();
    let target = StoredValue::new(target);
    let address = Memo::new(move |_| {
        let target = target.with_value(|target| session.view.with(|view| target(view)));
        format!("{}{fragment}", target.query())
    });
    let current = Memo::new(move |_| {
        let target = target.with_value(|target| session.view.with(|view| target(view)));
        session.view.with(|view| *view == target)
    });
    view! {
        <a
            class=class
            aria-label=label
            href=address
            aria-current=move || current.get().then_some("page")
            on:click=move |event| {
                if is_plain_click(&event) {
                    event.prevent_default();
                    session.change(|view| *view = target.with_value(|target| target(view)));
                }
            }
        >
            {inner}
        </a>
    }
    .into_any()
}

/// A click that is meant for this window, not for a new one.
fn is_plain_click(event: &MouseEvent) -> bool {
    event.button() == 0
        && !event.ctrl_key()
        && !event.meta_key()
        && !event.shift_key()
        && !event.alt_key()
}
