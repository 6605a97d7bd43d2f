//! 探索: whatever the researcher asks.

use crate::route::{Explored, View};
use crate::ui::parts::breakdown_view::breakdown_view;
use crate::ui::parts::distribution_view::distribution_view;
use crate::ui::parts::explore_table::explore_table;
use crate::ui::parts::file_trouble::FailedFiles;
use crate::ui::parts::heading::page_heading;
use crate::ui::parts::link::view_link;
use crate::ui::parts::own_data::own_data;
use crate::ui::parts::scatter_view::scatter_view;
use crate::ui::session::{Session, session};
use leptos::prelude::*;

/// The page.
#[component]
pub fn ExplorePage() -> impl IntoView {
    let session = session();
    // What is shown is made anew where something else is asked for, not with each word typed into it.
    let explored = Memo::new(move |_| session.view.with(|view| view.explored));
    view! {
        <div class="page explore">
            <div class="page-head">{move || heading(session)} {tabs(session)}</div>
            <FailedFiles />
            {move || match explored.get() {
                Explored::Scatter => scatter_view(session),
                Explored::Distribution => distribution_view(session),
                Explored::Breakdown => breakdown_view(session),
                Explored::Table => explore_table(session),
                Explored::Own => own_data(session),
            }}
        </div>
    }
}

fn heading(session: Session) -> Option<AnyView> {
    let package = session.references.get()?;
    let title = package.descriptor.title.get(session.lang());
    let title = [title, " · ", session.words().page_explore].concat();
    Some(page_heading(title, String::new()))
}

/// The views, as links: each is an address.
fn tabs(session: Session) -> AnyView {
    let words = session.words().explore();
    let tabs = Explored::ALL.map(|explored| {
        let label = match explored {
            Explored::Scatter => words.scatter,
            Explored::Distribution => words.distribution,
            Explored::Breakdown => words.breakdown,
            Explored::Table => words.table,
            Explored::Own => words.own,
        };
        let target = Box::new(move |view: &View| View {
            explored,
            // What one view is sorted by means nothing in another.
            sort: match view.explored == explored {
                true => view.sort.clone(),
                false => String::new(),
            },
            ..view.clone()
        });
        view_link("", None, "", target, label.into_any())
    });
    view! { <nav class="tabs" aria-label=words.views>{Vec::from(tabs)}</nav> }.into_any()
}
