//! The units that lack an organisation, by name: grouped by the parts of the area, a long group folded
//! under its number.

use super::org_cells::{AreaAnswers, area_link, comma, gap, sign};
use crate::model::{AreaId, Lang, natural_key, sort_by_key};
use crate::ui::session::Session;
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// So many units of a group are named before it is unfolded.
const FEW: usize = 3;
/// A group of so many is named in full.
const SHORT: usize = 5;

/// The list for one kind of organisation.
pub fn lacking_list(session: Session, shown: &Arc<AreaAnswers>, kind: usize) -> Option<AnyView> {
    let lang = session.lang();
    let about = *shown.tree.kinds.get(kind)?;
    let is_single = shown.tree.nodes.first().map(|node| node.level) == Some(about.level);
    // Of a unit itself the sentence says all.
    if is_single {
        return None;
    }
    let count = shown.tree.reach(0, kind).lacking();
    let heading = words::lacking_heading(lang, &shown.package, about, count);
    if count == 0 {
        let text = words::none_lacking_text(lang, &shown.package, about);
        return Some(view! { <section class="org-lacking"><p>{text}</p></section> }.into_any());
    }
    let parts = shown.tree.most_lacking(0, kind).into_iter();
    let groups: Vec<AnyView> = parts
        .map(|(part, count)| group(session, shown, kind, (part, count)))
        .collect();
    Some(
        view! {
            <section class="org-lacking">
                <h2>{heading}</h2>
                <ul>{groups}</ul>
            </section>
        }
        .into_any(),
    )
}

/// One part of the area with its units.
fn group(
    session: Session,
    shown: &Arc<AreaAnswers>,
    kind: usize,
    (part, count): (usize, usize),
) -> AnyView {
    let node = shown.tree.nodes[part];
    let head = area_link(session, &shown.package, node.area, None);
    let is_judged = shown.is_judged();
    if Some(node.level) == shown.tree.kinds.get(kind).map(|kind| kind.level) {
        return view! { <li class="unit">{sign(is_judged, true)} " " {head}</li> }.into_any();
    }
    let lang = session.lang();
    let code = shown.package.areas.get(node.area).code.clone();
    let token = ["lacking:", &code].concat();
    let is_short = count <= SHORT;
    let is_open = is_open(session, token.clone());
    let label = words::show_all_text(lang, count);
    let fold = (!is_short).then(|| {
        view! {
            <button
                type="button"
                class="quiet fold-names"
                aria-expanded=move || is_open.get().to_string()
                on:click=move |_| toggle(session, &token)
            >
                {move || match is_open.get() {
                    true => session.words().organisation().fewer.to_string(),
                    false => label.clone(),
                }}
            </button>
        }
    });
    let number = words::missing_count_text(lang, count, false);
    let shown = shown.clone();
    let names = move || {
        let units = shown.tree.lacking(part, kind);
        let most = if is_short || is_open.get() {
            units.len()
        } else {
            FEW
        };
        let mut areas: Vec<AreaId> = units.iter().map(|unit| unit.area).collect();
        sort_by_name(session.lang(), &shown, &mut areas);
        let is_cut = areas.len() > most;
        areas.truncate(most);
        let more = is_cut.then(|| words::and_more_text(session.lang()));
        let names = by_holder(session, &shown, node.area, &areas);
        view! { {names} {more} }.into_any()
    };
    view! {
        <li>
            <p class="group">
                {sign(is_judged, true)} " " {head} " " <span class="count">{number}</span> " " {fold}
            </p>
            <p class="names">{names}</p>
        </li>
    }
    .into_any()
}

/// Puts units of one community in the order of the numbers in their names: 9号楼 before 10号楼.
fn sort_by_name(lang: Lang, shown: &AreaAnswers, areas: &mut [AreaId]) {
    let package = &shown.package;
    let community = package.descriptor.level("community");
    let key = |area: &AreaId| {
        let holder = community.and_then(|level| package.areas.holder(*area, level));
        let name = package.areas.get(*area).name.get(lang);
        (holder, natural_key(name), *area)
    };
    sort_by_key(areas, key);
}

/// Units by what they lie in, unless that is the part that they stand under: 丁01社区第1网格、第3网格；
/// 丁03社区…
fn by_holder(
    session: Session,
    shown: &AreaAnswers,
    part: AreaId,
    areas: &[AreaId],
) -> Vec<AnyView> {
    let package = &shown.package;
    let lang = session.lang();
    let mut before: Option<AreaId> = None;
    let community = package.descriptor.level("community");
    areas
        .iter()
        .map(|area| {
            let holder = community.and_then(|level| package.areas.holder(*area, level));
            let holder = holder.filter(|holder| holder != area);
            let is_new = holder != before || before.is_none();
            let name = holder.map(|_| words::short_unit_name(lang, package, *area));
            let link = area_link(session, package, *area, name);
            let is_named = holder.is_some_and(|holder| holder != part);
            let first = before.is_none();
            before = holder;
            let lead = match (is_new, holder) {
                _ if first && !is_named => ().into_any(),
                (true, Some(holder)) if is_named => {
                    let stop = if first { "" } else { words::group_stop(lang) };
                    let name = package.areas.get(holder).name.get(lang).to_string();
                    view! { {stop} <span class="holder">{name}</span> {gap(lang)} }.into_any()
                }
                _ => comma(lang).into_any(),
            };
            view! { {lead} {link} }.into_any()
        })
        .collect()
}

/// Whether a branch is open, as the address says.
pub fn is_open(session: Session, token: String) -> Memo<bool> {
    Memo::new(move |_| {
        session
            .view
            .with(|view| view.open.split(',').any(|open| open == token))
    })
}

/// Opens a branch that is closed, and closes one that is open.
pub fn toggle(session: Session, token: &str) {
    session.adjust(|view| {
        let mut open: Vec<&str> = view.open.split(',').filter(|it| !it.is_empty()).collect();
        let count = open.len();
        open.retain(|it| *it != token);
        if open.len() == count {
            open.push(token);
        }
        view.open = open.join(",");
    });
}
