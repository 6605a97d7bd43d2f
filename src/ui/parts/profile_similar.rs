//! The areas that are like the one of a profile, in short.

use super::link::{on_page, view_link};
use super::number::number;
use super::profile_panels::{area_of, line, menu, panel, small_table};
use crate::answer::Portrait;
use crate::export::portrait_similar_csv;
use crate::model::Role;
use crate::package::Package;
use crate::route::{Page, View};
use crate::ui::session::Session;
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// True where the package counts what areas can be alike by.
pub(super) fn tells_likeness(package: &Package) -> bool {
    let mut asked = [Role::UnitHouseholds, Role::StaffGrid].into_iter();
    asked.all(|role| {
        package
            .indicators
            .iter()
            .any(|(_, it)| it.role == Some(role))
    })
}

/// The panel.
pub(super) fn similar(session: Session, package: &Package, found: &Arc<Portrait>) -> AnyView {
    let lang = session.lang();
    let heading = words::similar_heading(lang, package, area_of(found));
    let similar = match &found.similar {
        Ok(similar) => similar,
        Err(reason) => {
            let why = line(words::no_similar_text(lang, *reason)).into_any();
            return panel("of-similar", heading, why, None);
        }
    };
    let rows = similar.areas.iter().map(|it| {
        let about = package.areas.get(it.area);
        let code = about.code.clone();
        let target = Box::new(move |view: &View| View {
            area: code.clone(),
            ..on_page(view, Page::Profile)
        });
        let (name, name_lang) = about.name.get_with_lang(lang);
        let name = view! { <span lang=name_lang.tag()>{name.to_string()}</span> };
        let (households, staff) = words::likeness_texts(it);
        view! {
            <tr>
                <th scope="row">{view_link("", None, "", target, name.into_any())}</th>
                <td class="number">{number(session, households, it.households.place)}</td>
                <td class="number">{number(session, staff, it.staff.place)}</td>
            </tr>
        }
        .into_any()
    });
    let rows: Vec<AnyView> = rows.collect();
    let own = session.words().profile();
    let heads = [
        (session.words().column_area, ""),
        (own.column_households, "number"),
        (own.column_staff, "number"),
    ];
    let table = small_table(own.similar, &heads, rows);
    let rule = line(words::similar_rule(lang, package, similar));
    let menu = menu(session, package, found, "similar", portrait_similar_csv);
    let inner = view! { {table} {rule} {menu} }.into_any();
    panel("of-similar", heading, inner, None)
}
