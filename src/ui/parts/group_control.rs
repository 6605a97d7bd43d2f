//! The reader's own group of areas: each with a button that takes it away, a box that adds one. It is
//! kept in the address and nowhere else.

use super::area_picker::{chosen_item, named_area_box};
use crate::model::AreaId;
use crate::package::Package;
use crate::route::{WITHIN_GROUP, group_areas};
use crate::ui::session::Session;
use crate::words;
use leptos::prelude::*;

/// The areas of the group, as far as the package knows them.
pub fn group_memo(session: Session) -> Memo<Vec<AreaId>> {
    Memo::new(move |_| {
        let package = session.references.get();
        let areas = package.map(|package| session.view.with(|view| group_areas(view, &package)));
        areas.unwrap_or_default()
    })
}

/// The control.
pub fn group_control(session: Session) -> AnyView {
    let texts = words::table_words(session.lang());
    let codes = Memo::new(move |_| session.view.with(|view| view.group.clone()));
    let add = Callback::new(move |code: String| {
        session.change(|view| {
            if !view.group.contains(&code) {
                view.group.push(code);
            }
        });
    });
    let clear = move |_| {
        session.change(|view| {
            view.group.clear();
            if view.within == WITHIN_GROUP {
                view.within.clear();
            }
        });
    };
    let chips = move || {
        let package = session.references.get()?;
        let codes = codes.get();
        let chips = codes.iter().map(|code| chip(session, &package, code));
        let chips: Vec<AnyView> = chips.collect();
        (!chips.is_empty()).then(|| {
            view! {
                <ul class="chips" aria-label=texts.group>
                    {chips}
                    <li>
                        <button type="button" class="quiet" on:click=clear>
                            {texts.clear_group}
                        </button>
                    </li>
                </ul>
            }
        })
    };
    view! {
        <div class="group-control">
            {named_area_box(session, texts.add_to_group, add)}
            {chips}
        </div>
    }
    .into_any()
}

fn chip(session: Session, package: &Package, code: &str) -> AnyView {
    let area = package.areas.id(code).map(|id| package.areas.get(id));
    let name = area.map_or(code, |it| it.name.get(session.lang()));
    let (name, code) = (name.to_string(), code.to_string());
    let take_away = move || {
        session.change(|view| {
            view.group.retain(|other| *other != code);
            if view.group.is_empty() && view.within == WITHIN_GROUP {
                view.within.clear();
            }
        });
    };
    chosen_item(name, words::table_words(session.lang()).remove, take_away)
}
