//! What stands on the comparison and on the map in place of a chart, where an indicator has nothing to
//! compare: why, and where to go from there.

use super::link::{of_area, on_page, view_link};
use super::rail::page_name;
use crate::answer::{NoComparison, no_comparison};
use crate::route::{Explored, Page, Resolved, View};
use crate::ui::session::Session;
use crate::words;
use leptos::prelude::*;

/// The note; nothing where there is something to compare or may be once all is read.
pub fn no_comparison_note(session: Session, resolved: Memo<Option<Resolved>>) -> Option<AnyView> {
    if !session.settled.get() {
        return None;
    }
    let (package, resolved) = (session.package.get()?, resolved.get()?);
    let id = resolved
        .indicator
        .filter(|_| resolved.question().is_none())?;
    let reason = no_comparison(&package, id)?;
    let text = words::no_comparison_text(session.lang(), &package, id, reason);
    let code = &package.indicators.get(id).code;
    let has_standard = package.standards.iter().any(|it| it.indicator == *code);
    let top = match reason {
        NoComparison::TopOnly(top) => Some(package.areas.get(top).code.clone()),
        NoComparison::CategoriesOnly | NoComparison::NoValues => None,
    };
    // What a single area has is its course.
    let of_top = top.map(|code| {
        [Page::Trends, Page::Profile].map(|page| {
            let code = code.clone();
            let target = Box::new(move |view: &View| of_area(view, page, &code));
            let name = page_name(session.words(), page);
            view! { {view_link("", None, "", target, name.into_any())} " " }.into_any()
        })
    });
    let of_top = of_top.map(Vec::from);
    let page = |page: Page| {
        let target = Box::new(move |view: &View| on_page(view, page));
        let name = page_name(session.words(), page);
        view_link("", None, "", target, name.into_any())
    };
    let breakdown = (reason == NoComparison::CategoriesOnly).then(|| {
        let target = Box::new(|view: &View| View {
            explored: Explored::Breakdown,
            ..on_page(view, Page::Explore)
        });
        let name = session.words().explore().breakdown;
        view_link("", None, "", target, name.into_any())
    });
    let standards = has_standard.then(|| page(Page::Standards));
    let note = view! {
        <div class="no-comparison">
            <p class="sentence">{text}</p>
            <p>{of_top} {breakdown} {standards} {page(Page::Data)}</p>
        </div>
    };
    Some(note.into_any())
}
