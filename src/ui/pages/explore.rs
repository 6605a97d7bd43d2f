//! 探索: whatever the researcher asks.

use crate::route::Explored;
use crate::ui::parts::explore_table::explore_table;
use crate::ui::parts::file_trouble::FailedFiles;
use crate::ui::parts::heading::page_heading;
use crate::ui::session::{Session, session};
use leptos::prelude::*;

/// The page.
#[component]
pub fn ExplorePage() -> impl IntoView {
    let session = session();
    let is_table = Memo::new(move |_| session.view.with(|it| it.explored == Explored::Table));
    view! {
        <div class="page explore">
            <div class="page-head">{move || heading(session)}</div>
            <FailedFiles />
            {move || is_table.get().then(|| explore_table(session))}
        </div>
    }
}

fn heading(session: Session) -> Option<AnyView> {
    let package = session.references.get()?;
    let title = package.descriptor.title.get(session.lang());
    let title = [title, " · ", session.words().page_explore].concat();
    Some(page_heading(title, String::new()))
}
