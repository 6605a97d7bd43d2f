//! The areas marked in a picture of the researcher's page: a click on a dot marks its area, a second one
//! clears it; below the picture they stand with their values, each leading to its cells.

use super::export_menu::{MakeTable, table_menu};
use super::number::number;
use crate::answer::RowPlace;
use crate::export::Sheet;
use crate::model::AreaId;
use crate::package::Package;
use crate::route::{MOST_PINNED, pinned_areas};
use crate::ui::parts::area_picker::named_area_box;
use crate::ui::session::Session;
use leptos::prelude::*;

/// One value of a marked area: how it reads, and where it stands.
pub type PinnedValue = (String, Option<RowPlace>);

/// The areas marked, kept while the view says the same ones.
pub fn pinned(session: Session) -> Memo<Vec<AreaId>> {
    Memo::new(move |_| {
        let package = session.references.get();
        package.map_or(Vec::new(), |package| {
            session.view.with(|view| pinned_areas(view, &package))
        })
    })
}

/// Marks an area, or clears its mark.
pub fn toggle(session: Session, package: &Package, area: AreaId) {
    let code = package.areas.get(area).code.clone();
    let is_pinned = session
        .view
        .with_untracked(|view| pinned_areas(view, package).contains(&area));
    session.change(|view| {
        if is_pinned {
            view.beside.retain(|other| *other != code);
            view.group.retain(|other| *other != code);
            if view.area == code {
                view.area = String::new();
            }
        } else if view.beside.len() < MOST_PINNED {
            view.beside.push(code);
        }
    });
}

/// As many areas of a picture are listed whether they are marked or not.
const FEW: usize = 12;

/// The list with the box that adds one. `all` are the areas of the picture: few of them stand in the list
/// all together. `heads` names the columns of values, `values` gives those of an area; none where it is
/// not in the picture. `csv` makes the file of the whole picture, `stem` is what that is called.
pub fn pinned_list(
    session: Session,
    (pinned, stem): (Memo<Vec<AreaId>>, Signal<String>),
    all: Memo<Vec<AreaId>>,
    heads: Signal<Vec<String>>,
    values: impl Fn(AreaId) -> Option<Vec<PinnedValue>> + Copy + Send + Sync + 'static,
    csv: MakeTable,
) -> AnyView {
    let words = session.words().explore();
    let add = Callback::new(move |code: String| {
        let package = session.references.get_untracked();
        let found = package.and_then(|package| Some((package.areas.id(&code)?, package)));
        if let Some((area, package)) = found
            && !pinned.with_untracked(|pinned| pinned.contains(&area))
        {
            toggle(session, &package, area);
        }
    });
    let table = move || {
        let package = session.references.get()?;
        let marked = pinned.get();
        let all = all.get();
        let areas = match all.len() {
            0 => return None,
            1..=FEW => all,
            _ if marked.is_empty() => return None,
            _ => marked.clone(),
        };
        let menu = menu(session, (&package, &stem.get()), &areas, csv);
        let heads = heads.get();
        let columns = heads.len();
        let heads: Vec<AnyView> = heads
            .into_iter()
            .map(|head| view! { <th scope="col" class="number">{head}</th> }.into_any())
            .collect();
        let rows = areas.into_iter();
        let rows: Vec<AnyView> = rows
            .map(|area| {
                let is_marked = marked.contains(&area);
                row(
                    session,
                    &package,
                    (area, is_marked),
                    (columns, values(area)),
                )
            })
            .collect();
        let clear = move |_| {
            session.change(|view| {
                view.beside.clear();
                view.group.clear();
                view.area = String::new();
            });
        };
        Some(view! {
            <div class="scroll" tabindex="0" role="region" aria-label=words.pinned>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{words.area}</th>
                            {heads}
                            <td>
                                {(!marked.is_empty())
                                    .then(|| {
                                        view! {
                                            <button type="button" class="quiet" on:click=clear>
                                                {words.unpin_all}
                                            </button>
                                        }
                                    })}
                            </td>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {menu}
        })
    };
    let is_short = Memo::new(move |_| all.with(|all| all.len() <= FEW));
    view! {
        <section class="pinned">
            {move || {
                (!is_short.get())
                    .then(|| {
                        view! {
                            <div class="controls">
                                {named_area_box(session, words.pin_box, add)}
                                <span class="definition">{words.pin_hint}</span>
                            </div>
                        }
                    })
            }}
            {table}
        </section>
    }
    .into_any()
}

/// What leaves the page is what stands in the list.
fn menu(
    session: Session,
    (package, stem): (&Package, &str),
    areas: &[AreaId],
    csv: MakeTable,
) -> AnyView {
    let codes = areas
        .iter()
        .map(|area| package.areas.get(*area).code.clone());
    let codes: Vec<String> = codes.collect();
    let listed = Callback::new(move |()| {
        let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
        let sheet = Sheet::read(&csv.run(())?).of_areas(&codes);
        Some(sheet.csv(true))
    });
    table_menu(session, &[stem, "areas"], listed)
}

fn row(
    session: Session,
    package: &Package,
    (area, is_marked): (AreaId, bool),
    (columns, values): (usize, Option<Vec<PinnedValue>>),
) -> AnyView {
    let words = session.words().explore();
    let (name, lang) = package.areas.get(area).name.get_with_lang(session.lang());
    let label = [words.unpin, " ", name].concat();
    let name = name.to_string();
    let cells: Vec<AnyView> = match values {
        Some(values) => values
            .into_iter()
            .map(|(text, place)| {
                view! { <td class="number">{number(session, text, place)}</td> }.into_any()
            })
            .collect(),
        None => vec![
            view! { <td class="number" colspan=columns>{words.not_in_picture}</td> }.into_any(),
        ],
    };
    let clear = move |_| {
        if let Some(package) = session.references.get_untracked() {
            toggle(session, &package, area);
        }
    };
    view! {
        <tr>
            <th scope="row" lang=lang.tag()>{name}</th>
            {cells}
            <td>
                {is_marked
                    .then(|| {
                        view! {
                            <button type="button" class="quiet" aria-label=label on:click=clear>
                                "×"
                            </button>
                        }
                    })}
            </td>
        </tr>
    }
    .into_any()
}
