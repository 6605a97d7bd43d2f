//! What the parts of the page 「组织」 are made of: an area as a link, a list of areas that folds when
//! it is long, a number that leads to its source, a table whose cells hold such things.

use super::link::{of_area, view_link};
use crate::answer::{
    OrgTree, Organisation, OrganisationQuestion, OtherCount, RowPlace, org_tree, organisation,
    other_counts, unreported_meetings,
};
use crate::model::{AreaId, Lang, Standard};
use crate::package::Package;
use crate::route::{Page, View};
use crate::ui::session::Session;
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// So many areas of a list are shown before it is unfolded.
const FEW: usize = 8;

/// Everything that the page says of one area.
pub struct AreaAnswers {
    /// The package that it was read from.
    pub package: Arc<Package>,
    /// The tree with what is covered in it.
    pub tree: OrgTree,
    /// Levels, counts, centres, meetings.
    pub found: Organisation,
    /// Further inventories.
    pub others: Vec<OtherCount>,
    /// Rules for meetings of which no number is published.
    pub rules: Vec<Standard>,
}

impl AreaAnswers {
    /// Asks all of it.
    pub fn of(package: Arc<Package>, question: OrganisationQuestion) -> AreaAnswers {
        AreaAnswers {
            tree: org_tree(&package, question),
            found: organisation(&package, question),
            others: other_counts(&package, question),
            rules: unreported_meetings(&package, question),
            package,
        }
    }

    /// True where the area is of the lowest level, in which nothing can lie.
    pub fn is_lowest(&self) -> bool {
        let level = self.package.areas.get(self.tree.question.area).level;
        usize::from(level.0) + 1 == self.package.descriptor.levels.len()
    }

    /// True for a part of a community: centres and meetings are not asked of it.
    pub fn is_below_community(&self) -> bool {
        let level = self.package.areas.get(self.tree.question.area).level;
        let community = self.package.descriptor.level("community");
        community.is_some_and(|community| level > community)
    }

    /// True where verdicts may be shown.
    pub fn is_judged(&self) -> bool {
        self.package.descriptor.judged
    }
}

/// An area's name as a link to this page about it.
pub fn area_link(
    session: Session,
    package: &Package,
    area: AreaId,
    name: Option<String>,
) -> AnyView {
    let about = package.areas.get(area);
    let code = about.code.clone();
    let target = Box::new(move |view: &View| of_area(view, Page::Organisation, &code));
    let (full, lang) = about.name.get_with_lang(session.lang());
    // Who hears a link alone is told the whole name.
    let label = name.as_ref().map(|_| full.to_string());
    let name = name.unwrap_or_else(|| full.to_string());
    let inner = view! { <span lang=lang.tag()>{name}</span> };
    view_link("", label, "", target, inner.into_any())
}

/// Areas by name, each a link; the rest of a long list after a click.
pub fn area_list(session: Session, package: &Arc<Package>, areas: Vec<AreaId>) -> AnyView {
    let count = areas.len();
    let is_open = RwSignal::new(count <= FEW);
    let package = package.clone();
    let names = move || {
        let shown = if is_open.get() { count } else { FEW };
        let shown = areas.iter().take(shown).enumerate();
        let comma = comma(session.lang());
        let links: Vec<AnyView> = shown
            .map(|(place, area)| {
                let comma = if place > 0 { comma } else { "" };
                view! { {comma} {area_link(session, &package, *area, None)} }.into_any()
            })
            .collect();
        links
    };
    let unfold = move || {
        (!is_open.get()).then(|| {
            let label = words::show_all_text(session.lang(), count);
            view! {
                " … "
                <button type="button" class="quiet" on:click=move |_| is_open.set(true)>
                    {label}
                </button>
            }
        })
    };
    view! { <span class="names">{names} {unfold}</span> }.into_any()
}

/// What stands between a text and the names that it leads to: full-width type brings its own space.
pub fn gap(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "",
        Lang::En => " ",
    }
}

/// What stands between the members of a list.
pub fn comma(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    }
}

/// A number that leads to its file, line and cells, where it has any.
pub fn sourced(session: Session, text: String, place: Option<RowPlace>) -> AnyView {
    match place {
        None => text.into_any(),
        Some(place) => view! {
            <button
                type="button"
                class="sourced"
                on:click=move |_| session.origin.set(Some(place))
            >
                {text}
            </button>
        }
        .into_any(),
    }
}

/// A sign before what it says: ◇ where something is missing, ✓ where nothing is. Only shapes and
/// colours: the words say the same.
pub fn sign(is_judged: bool, is_missing: bool) -> AnyView {
    let (class, text) = match (is_judged, is_missing) {
        (false, _) => ("sign", "○"),
        (true, true) => ("sign missing", "◇"),
        (true, false) => ("sign met", "✓"),
    };
    view! { <span class=class aria-hidden="true">{text}</span> }.into_any()
}

/// The head of a column, and whether it holds figures.
pub type Head = (String, bool);

/// A table of such cells; the first of a row is its head.
pub fn cells_table(
    label: String,
    class: &'static str,
    heads: Vec<Head>,
    rows: Vec<Vec<AnyView>>,
) -> AnyView {
    let rows: Vec<AnyView> = rows.into_iter().map(|row| cells_row(&heads, row)).collect();
    let heads = head_row(&heads);
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=label>
            <table class=class>
                <thead>{heads}</thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The heads of a table.
pub fn head_row(heads: &[Head]) -> AnyView {
    let heads: Vec<AnyView> = heads
        .iter()
        .map(|(label, is_number)| {
            view! { <th scope="col" class=number_class(*is_number)>{label.clone()}</th> }.into_any()
        })
        .collect();
    view! { <tr>{heads}</tr> }.into_any()
}

fn number_class(is_number: bool) -> &'static str {
    if is_number { "number" } else { "" }
}

fn cells_row(heads: &[Head], row: Vec<AnyView>) -> AnyView {
    let cells: Vec<AnyView> = row
        .into_iter()
        .zip(heads)
        .enumerate()
        .map(|(place, (cell, (label, is_number)))| match place {
            0 => view! { <th scope="row">{cell}</th> }.into_any(),
            _ => view! { <td class=number_class(*is_number) data-label=label.clone()>{cell}</td> }
                .into_any(),
        })
        .collect();
    view! { <tr>{cells}</tr> }.into_any()
}
