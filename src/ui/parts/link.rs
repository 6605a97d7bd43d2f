//! A link to another view: a real address, followed without loading the page anew.

use crate::route::{Page, View, WITHIN_GROUP, as_left, may_narrow};
use crate::ui::session::session;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// The same view on another page: package, indicator, period, places and how they are compared. What
/// only one page understands does not go along; the overview is of the whole and knows no place.
pub fn on_page(view: &View, page: Page) -> View {
    if page == Page::Overview && !(view.area.is_empty() && view.within.is_empty()) {
        let whole = View {
            area: String::new(),
            within: String::new(),
            level: String::new(),
            ..view.clone()
        };
        return on_page(&whole, page);
    }
    let mut after = View {
        page,
        package: view.package.clone(),
        indicator: view.indicator.clone(),
        period: view.period,
        area: view.area.clone(),
        within: view.within.clone(),
        benchmark: view.benchmark.clone(),
        is_plain: view.is_plain,
        level: view.level.clone(),
        lang: view.lang,
        theme: view.theme,
        meeting: view.meeting.clone(),
        as_of: view.as_of.clone(),
        group: view.group.clone(),
        own: view.own.clone(),
        ..View::default()
    };
    if after.within == WITHIN_GROUP && !may_narrow(&after) {
        after.within = String::new();
    }
    after
}

/// The view of one area on another page: its own level counts, not the one compared before.
pub fn of_area(view: &View, page: Page, code: &str) -> View {
    View {
        area: code.to_string(),
        level: String::new(),
        within: String::new(),
        ..on_page(view, page)
    }
}

/// Makes the view that a link leads to from the view that stands.
pub type Target = Box<dyn Fn(&View) -> View + Send + Sync>;

/// The link. `fragment` is a place on the page that it leads to, blank where there is none.
pub fn view_link(
    class: &'static str,
    label: Option<String>,
    fragment: &'static str,
    target: Target,
    inner: AnyView,
) -> AnyView {
    link((class, label, fragment), target, View::eq, inner)
}

/// The link to a page of the rail, which is the current one whatever else the view says.
pub fn page_link(page: Page, inner: AnyView) -> AnyView {
    let left = session().left_explore;
    let target = Box::new(move |view: &View| {
        let after = on_page(view, page);
        left.with_value(|left| match left {
            Some(left) if view.page != page => as_left(after, left),
            _ => after,
        })
    });
    let is_current = |view: &View, target: &View| view.page == target.page;
    link(("", None, ""), target, is_current, inner)
}

fn link(
    (class, label, fragment): (&'static str, Option<String>, &'static str),
    target: Target,
    is_current: fn(&View, &View) -> bool,
    inner: AnyView,
) -> AnyView {
    let session = session();
    let target = StoredValue::new(target);
    // The address, and whether it is where the reader is already. One memo: a page has hundreds of links.
    let state = Memo::new(move |_| {
        session.followed.with(|view| {
            let mut target = target.with_value(|target| target(view));
            let is_current = is_current(view, &target);
            // What was cited is the view that stands.
            target.digest.clear();
            (format!("{}{fragment}", target.query()), is_current)
        })
    });
    view! {
        <a
            class=class
            aria-label=label
            href=move || state.with(|(address, _)| address.clone())
            aria-current=move || state.with(|(_, is_current)| is_current.then_some("page"))
            on:click=move |event| {
                if is_plain_click(&event) {
                    event.prevent_default();
                    session.change(|view| *view = target.with_value(|target| target(view)));
                    session.sought.set(fragment);
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
