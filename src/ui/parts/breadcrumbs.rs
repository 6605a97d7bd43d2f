//! Where an area lies: the areas above it, each a link to the same page about that one.

use super::link::{of_area, view_link};
use crate::model::AreaId;
use crate::package::Package;
use crate::route::{Page, View};
use crate::ui::session::Session;
use leptos::prelude::*;

/// The areas above one, the top first; nothing for a top area.
pub fn breadcrumbs(
    session: Session,
    package: &Package,
    area: AreaId,
    page: Page,
) -> Option<AnyView> {
    let path = package.areas.path(area);
    let above = path.split_last().map_or(&[][..], |(_, above)| above);
    let steps: Vec<AnyView> = above
        .iter()
        .enumerate()
        .map(|(at, above)| {
            let about = package.areas.get(*above);
            let code = about.code.clone();
            let target = Box::new(move |view: &View| of_area(view, page, &code));
            let (name, lang) = about.name.get_with_lang(session.lang());
            let name = view! { <span lang=lang.tag()>{name.to_string()}</span> };
            let link = view_link("", None, "", target, name.into_any());
            let between = (at > 0).then(|| view! { <span aria-hidden="true">"› "</span> });
            view! { <li>{between} {link}</li> }.into_any()
        })
        .collect();
    (!steps.is_empty()).then(|| {
        view! {
            <nav class="breadcrumbs" aria-label=session.words().hierarchy>
                <ol>{steps}</ol>
            </nav>
        }
        .into_any()
    })
}
