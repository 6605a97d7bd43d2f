//! The tree from the area down as an indented table. Only what is open is made: a district has
//! thousands of buildings.

use super::export_menu::table_menu;
use super::org_cells::{AreaAnswers, Head, area_link, head_row, sign, sourced};
use super::org_lacking::{is_open, toggle};
use crate::export::org_trees_csv;
use crate::ui::session::Session;
use crate::words;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use std::sync::Arc;

/// More rows than this are not made at once.
const MOST_ROWS: usize = 800;

/// A row: its node, and how deep it lies.
type Row = (usize, usize);

/// The table, or why there is none.
pub fn org_tree_table(session: Session, shown: &Arc<AreaAnswers>) -> AnyView {
    let fixed = session.words().organisation();
    if shown.tree.nodes.len() < 2 {
        return view! {
            <section class="org-tree">
                <h2>{fixed.tree}</h2>
                <p>{fixed.no_tree}</p>
            </section>
        }
        .into_any();
    }
    let lang = session.lang();
    let mut heads: Vec<Head> = vec![
        (fixed.unit.to_string(), false),
        (fixed.level.to_string(), false),
        (fixed.below.to_string(), false),
    ];
    let kinds = shown.tree.kinds.iter();
    heads.extend(kinds.map(|kind| {
        let label = shown.package.indicators.get(kind.indicator).label.get(lang);
        (label.to_string(), true)
    }));
    let all_rows = {
        let shown = shown.clone();
        Memo::new(move |_| session.view.with(|view| visible(&shown, &view.open)))
    };
    let left = move || {
        let left = all_rows.with(|rows| rows.len().saturating_sub(MOST_ROWS));
        (left > 0).then(|| view! { <p class="definition">{words::rows_left_text(lang, left)}</p> })
    };
    let made = {
        let shown = shown.clone();
        move |(at, depth): Row| row(session, &shown, at, depth)
    };
    let area = shown.package.areas.get(shown.tree.question.area);
    let stem = [&*shown.package.name, "organisation", &*area.code];
    let listed = shown.clone();
    let csv =
        Callback::new(move |()| Some(org_trees_csv(session.lang(), &listed.package, &listed.tree)));
    view! {
        <section class="org-tree">
            <h2>{fixed.tree}</h2>
            <div class="scroll" tabindex="0" role="region" aria-label=fixed.tree>
                <table class="org-table">
                    <thead>{head_row(&heads)}</thead>
                    <tbody>
                        <For
                            each=move || {
                                all_rows.with(|rows| rows.iter().take(MOST_ROWS).copied().collect::<Vec<Row>>())
                            }
                            key=|row| *row
                            children=made
                        />
                    </tbody>
                    <tfoot>{shown.is_judged().then(|| whole_row(session, shown))}</tfoot>
                </table>
            </div>
            {left}
            {table_menu(session, &stem, csv)}
        </section>
    }
    .into_any()
}

/// The rows that stand: the parts of the area, and those of every branch that is open.
fn visible(shown: &AreaAnswers, open: &str) -> Vec<Row> {
    let open: Vec<&str> = open.split(',').collect();
    let mut rows = Vec::new();
    let mut waiting: Vec<Row> = shown
        .tree
        .parts(0)
        .into_iter()
        .rev()
        .map(|at| (at, 0))
        .collect();
    while let Some((at, depth)) = waiting.pop() {
        rows.push((at, depth));
        let code = &shown.package.areas.get(shown.tree.nodes[at].area).code;
        if open.contains(&code.as_str()) {
            let parts = shown.tree.parts(at).into_iter().rev();
            waiting.extend(parts.map(|part| (part, depth + 1)));
        }
    }
    rows
}

fn row(session: Session, shown: &Arc<AreaAnswers>, at: usize, depth: usize) -> AnyView {
    let (package, tree, lang) = (&shown.package, &shown.tree, session.lang());
    let node = tree.nodes[at];
    let class = match depth {
        0 => "depth-0",
        1 => "depth-1",
        2 => "depth-2",
        3 => "depth-3",
        _ => "depth-4",
    };
    let has_parts = node.end > at + 1;
    let fold = match has_parts {
        true => fold_button(session, shown, at),
        false => view! { <span class="fold-space"></span> }.into_any(),
    };
    let levels = tree.levels_below(at);
    let kinds = 0..tree.kinds.len();
    let cells: Vec<AnyView> = kinds
        .map(|kind| kind_cell(session, shown, at, kind))
        .collect();
    let fixed = session.words().organisation();
    view! {
        <tr class=class>
            <th scope="row">
                {fold} {area_link(session, package, node.area, None)}
            </th>
            <td data-label=fixed.level>{words::level_of_one_text(lang, package, node.level)}</td>
            <td class="below" data-label=fixed.below>{words::below_text(lang, package, &levels)}</td>
            {cells}
        </tr>
    }
    .into_any()
}

/// The area as a whole, under its parts.
fn whole_row(session: Session, shown: &Arc<AreaAnswers>) -> AnyView {
    let (package, tree, lang) = (&shown.package, &shown.tree, session.lang());
    let fixed = session.words().organisation();
    let level = tree.nodes.first().map(|node| node.level);
    let level = level.map(|level| words::level_of_one_text(lang, package, level));
    let kinds = 0..tree.kinds.len();
    let cells: Vec<AnyView> = kinds
        .map(|kind| kind_cell(session, shown, 0, kind))
        .collect();
    let below = words::below_text(lang, package, &tree.levels_below(0));
    view! {
        <tr>
            <th scope="row">
                <span class="fold-space"></span>
                {fixed.whole}
            </th>
            <td data-label=fixed.level>{level}</td>
            <td class="below" data-label=fixed.below>{below}</td>
            {cells}
        </tr>
    }
    .into_any()
}

/// Opens and closes a branch: a click, Enter, or the arrow keys as in a tree.
fn fold_button(session: Session, shown: &Arc<AreaAnswers>, at: usize) -> AnyView {
    let about = shown.package.areas.get(shown.tree.nodes[at].area);
    let token = about.code.clone();
    let name = about.name.get(session.lang()).to_string();
    let is_open = is_open(session, token.clone());
    let fixed = session.words().organisation();
    let label = move || {
        let verb = if is_open.get() {
            fixed.collapse
        } else {
            fixed.expand
        };
        words::mark_text(&[verb, &name])
    };
    let by_key = token.clone();
    let keys = move |event: KeyboardEvent| {
        let wants = match event.key().as_str() {
            "ArrowRight" => true,
            "ArrowLeft" => false,
            _ => return,
        };
        event.prevent_default();
        if is_open.get_untracked() != wants {
            toggle(session, &by_key);
        }
    };
    view! {
        <button
            type="button"
            class="fold"
            aria-expanded=move || is_open.get().to_string()
            aria-label=label
            on:click=move |_| toggle(session, &token)
            on:keydown=keys
        >
            <span aria-hidden="true">{move || if is_open.get() { "▾" } else { "▸" }}</span>
        </button>
    }
    .into_any()
}

fn kind_cell(session: Session, shown: &Arc<AreaAnswers>, at: usize, kind: usize) -> AnyView {
    let (package, lang) = (&shown.package, session.lang());
    let about = shown.tree.kinds[kind];
    let reach = shown.tree.reach(at, kind);
    let label = package
        .indicators
        .get(about.indicator)
        .label
        .get(lang)
        .to_string();
    let is_unit = shown.tree.nodes[at].level == about.level;
    let (text, missing) = words::reach_cell_text(lang, reach, is_unit);
    // A number that the area itself publishes leads to its row; one that was counted is its parts'.
    let is_own = is_unit || reach.published == Some(reach.covered as f64);
    let place = reach.place.filter(|_| is_own);
    let (number, second) = match text.is_empty() {
        true => (None, sourced(session, missing.clone(), place)),
        false => (
            Some(sourced(session, text, place)),
            missing.clone().into_any(),
        ),
    };
    // A sign in every row says nothing: it stands at the units themselves.
    let is_marked = is_unit && reach.lacking() > 0;
    let sign = is_marked.then(|| sign(shown.is_judged(), true));
    view! {
        <td class="number" data-label=label>
            {number} <span class="second">{sign} {second}</span>
        </td>
    }
    .into_any()
}
