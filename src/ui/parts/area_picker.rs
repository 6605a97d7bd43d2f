//! Choosing an area: a box for its name, initials or code, and a list by level.

use super::link::{of_area, view_link};
use crate::answer::find_areas;
use crate::browser::pinyin_initials;
use crate::model::{AreaId, LevelId};
use crate::package::Package;
use crate::route::{Page, View};
use crate::ui::session::Session;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use std::sync::Arc;

/// As many as are shown of those that fit.
const MOST_FOUND: usize = 10;
const LIST_ID: &str = "areas-found";

/// What a box offers: areas and their initials.
struct Offered {
    package: Arc<Package>,
    areas: Vec<AreaId>,
    initials: Vec<String>,
}

/// The box and the list; they offer areas down to the community, and lead to `page` about one.
pub fn area_picker(session: Session, page: Page) -> AnyView {
    let go = Callback::new(move |code: String| {
        session.change(|view| *view = of_area(view, page, &code));
    });
    view! {
        <div class="area-picker">
            {area_box(session, go)}
            <AreaTree page=page />
        </div>
    }
    .into_any()
}

/// The box alone; hands over the code of the area chosen.
pub fn area_box(session: Session, choose: Callback<String>) -> AnyView {
    named_area_box(session, session.words().find_area, choose)
}

/// The same under a label of its own, where one page has two.
pub fn named_area_box(session: Session, label: &'static str, choose: Callback<String>) -> AnyView {
    let words = session.words();
    let typed = RwSignal::new(String::new());
    let is_open = RwSignal::new(false);
    let active = RwSignal::new(0_usize);
    // Initials are made once for a list of areas, and only when somebody types.
    let offered: StoredValue<Option<Offered>> = StoredValue::new(None);
    let found = Memo::new(move |_| {
        let package = session.references.get()?;
        let typed = typed.get();
        (is_open.get() && !typed.trim().is_empty()).then(|| {
            let found = offered.try_update_value(|offered| {
                let stands = offered
                    .as_ref()
                    .is_some_and(|it| Arc::ptr_eq(&it.package, &package));
                if !stands {
                    *offered = Some(offer(package.clone()));
                }
                offered
                    .as_ref()
                    .map(|it| find_areas(&it.package, &it.areas, &it.initials, &typed, MOST_FOUND))
            });
            found.flatten().unwrap_or_default()
        })
    });
    let code_of = move |place: usize| {
        let package = session.references.get_untracked()?;
        let found = found.get_untracked()?;
        let area = found.get(place).copied()?;
        Some(package.areas.get(area).code.clone())
    };
    let take = Callback::new(move |place: usize| {
        if let Some(code) = code_of(place) {
            is_open.set(false);
            typed.set(String::new());
            choose.run(code);
        }
    });
    let keys = move |event: KeyboardEvent| {
        let count = found.with_untracked(|found| found.as_ref().map_or(0, Vec::len));
        let now = active.get_untracked();
        match event.key().as_str() {
            "ArrowDown" => active.set((now + 1).min(count.saturating_sub(1))),
            "ArrowUp" => active.set(now.saturating_sub(1)),
            "Enter" => take.run(now),
            "Escape" => is_open.set(false),
            _ => return,
        }
        event.prevent_default();
    };
    let options = move || {
        let package = session.references.get()?;
        let found = found.get()?;
        let options: Vec<AnyView> = found
            .iter()
            .enumerate()
            .map(|(place, area)| option(session, &package, *area, (place, active), take))
            .collect();
        let none = options
            .is_empty()
            .then(|| view! { <li class="none">{words.nothing_found}</li> });
        Some(view! { <ul id=LIST_ID role="listbox" aria-label=label>{options} {none}</ul> })
    };
    view! {
        <div class="area-box">
            <label class="select">
                <span>{label}</span>
                <input
                    type="text"
                    role="combobox"
                    autocomplete="off"
                    spellcheck="false"
                    name="find-area"
                    placeholder=words.find_area_hint
                    aria-autocomplete="list"
                    aria-controls=LIST_ID
                    aria-expanded=move || found.with(Option::is_some).to_string()
                    aria-activedescendant=move || {
                        found.with(Option::is_some).then(|| option_id(active.get()))
                    }
                    prop:value=typed
                    on:input=move |event| {
                        typed.set(event_target_value(&event));
                        active.set(0);
                        is_open.set(true);
                    }
                    on:keydown=keys
                    on:blur=move |_| {
                        is_open.try_set(false);
                    }
                />
            </label>
            {options}
        </div>
    }
    .into_any()
}

fn option_id(place: usize) -> String {
    format!("{LIST_ID}-{place}")
}

fn option(
    session: Session,
    package: &Package,
    area: AreaId,
    (place, active): (usize, RwSignal<usize>),
    take: Callback<usize>,
) -> AnyView {
    let about = package.areas.get(area);
    let lang = session.lang();
    let holder = about.parent.map(|parent| package.areas.get(parent));
    let holder = holder.map_or("", |holder| holder.name.get(lang));
    let (name, name_lang) = about.name.get_with_lang(lang);
    // The box keeps the focus: pressing here must not take it away before the click is through.
    view! {
        <li
            id=option_id(place)
            role="option"
            aria-selected=move || (active.get() == place).to_string()
            on:mousedown=move |event| event.prevent_default()
            on:click=move |_| take.run(place)
        >
            <span lang=name_lang.tag()>{name.to_string()}</span>
            <span class="second">{holder.to_string()} " " {about.code.clone()}</span>
        </li>
    }
    .into_any()
}

fn offer(package: Arc<Package>) -> Offered {
    let last = last_level(&package);
    let areas = package.areas.iter();
    let areas: Vec<AreaId> = areas
        .filter(|(_, area)| area.level <= last)
        .map(|(id, _)| id)
        .collect();
    let initials = areas.iter();
    let initials = initials.map(|area| pinyin_initials(&package.areas.get(*area).name.zh));
    Offered {
        initials: initials.collect(),
        areas,
        package,
    }
}

/// The community, or the lowest level where there is none.
fn last_level(package: &Package) -> LevelId {
    let community = package.descriptor.level("community");
    community.unwrap_or(LevelId(u8::MAX))
}

/// Every area down to the community, those of one under it. Made only when it is opened.
#[component]
fn AreaTree(page: Page) -> impl IntoView {
    let session = crate::ui::session::session();
    let is_open = RwSignal::new(false);
    let list = move || {
        let package = session.references.get()?;
        is_open.get().then(|| {
            let roots = package.areas.roots();
            let branches: Vec<AnyView> = roots
                .into_iter()
                .map(|root| branch(session, &package, root, page))
                .collect();
            view! { <ul>{branches}</ul> }
        })
    };
    view! {
        <details
            class="area-tree"
            on:toggle=move |_| {
                is_open.try_set(true);
            }
        >
            <summary>{session.words().by_level}</summary>
            {list}
        </details>
    }
}

fn branch(session: Session, package: &Package, area: AreaId, page: Page) -> AnyView {
    let about = package.areas.get(area);
    let code = about.code.clone();
    let target = Box::new(move |view: &View| of_area(view, page, &code));
    let (name, lang) = about.name.get_with_lang(session.lang());
    let name = view! { <span lang=lang.tag()>{name.to_string()}</span> };
    let last = last_level(package);
    let inner: Vec<AnyView> = package
        .areas
        .children(area)
        .iter()
        .filter(|child| package.areas.get(**child).level <= last)
        .map(|child| branch(session, package, *child, page))
        .collect();
    let inner = (!inner.is_empty()).then(|| view! { <ul>{inner}</ul> });
    view! { <li>{view_link("", None, "", target, name.into_any())} {inner}</li> }.into_any()
}

/// An area among those chosen, with the button that takes it away.
pub fn chosen_item(
    name: String,
    remove: &str,
    take_away: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    let label = [remove, " ", &name].concat();
    view! {
        <li>
            {name} <button type="button" class="quiet" aria-label=label on:click=move |_| take_away()>
                "×"
            </button>
        </li>
    }
    .into_any()
}
