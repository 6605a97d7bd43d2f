//! 探索: whatever the researcher asks.

use crate::route::Explored;
use crate::ui::parts::explore_table::explore_table;
use crate::ui::parts::file_trouble::FailedFiles;
use crate::ui::parts::heading::page_heading;
use crate::ui::parts::own_data::own_data;
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
            <div class="page-head">{move || heading(session)}</div>
            <FailedFiles />
            {move || shown(session, explored.get())}
        </div>
    }
}

fn shown(session: Session, explored: Explored) -> Option<AnyView> {
    match explored {
        Explored::Table => Some(explore_table(session)),
        Explored::Own => Some(own_data(session)),
        _ => None,
    }
}

fn heading(session: Session) -> Option<AnyView> {
    let package = session.references.get()?;
    let title = package.descriptor.title.get(session.lang());
    let title = [title, " · ", session.words().page_explore].concat();
    Some(page_heading(title, String::new()))
}
