//! The answer about a tree as an icicle. It must not know pixels: how deep it goes hangs on how many
//! areas a level has.

use super::{Figure, OrgCell, OrgColumn, OrgState, OrgTree};
use crate::answer::{OrgTree as Answer, UnitKind};
use crate::model::{Lang, LevelId};
use crate::package::Package;
use crate::words;

/// A level of more areas is not shown: each would be less than a line.
const MOST_CELLS: usize = 800;

/// The icicle of one kind of organisation; nothing where there is no such kind, or nothing lies in
/// the area.
pub fn org_tree_figure(
    lang: Lang,
    package: &Package,
    tree: &Answer,
    kind: usize,
) -> Option<Figure> {
    let about = *tree.kinds.get(kind)?;
    let levels = shown_levels(tree, about);
    if levels.len() < 2 {
        return None;
    }
    let units = units_from_top(tree, kind, &levels);
    let own = tree.nodes.iter().enumerate().zip(units);
    let cells = own.filter_map(|((at, node), units)| {
        let column = levels.iter().position(|level| *level == node.level)?;
        let reach = tree.reach(at, kind);
        let is_unit = node.level == about.level;
        let state = match (is_unit, reach.share()) {
            _ if reach.all == 0 => OrgState::Empty,
            (_, None) => OrgState::Unknown,
            (true, Some(share)) if share <= 0.0 => OrgState::Missing,
            (_, Some(share)) => OrgState::Share(share),
        };
        Some(OrgCell {
            key: at as u32,
            column,
            units,
            name: package.areas.get(node.area).name.get(lang).to_string(),
            label: words::short_unit_name(lang, package, node.area),
            value_text: words::missing_count_text(lang, reach.lacking(), is_unit),
            said: words::reach_text(lang, package, about, reach, is_unit),
            state,
        })
    });
    let columns = levels.iter().map(|level| {
        let count = count_of(tree, *level);
        OrgColumn {
            label: match count {
                1 => words::level_of_one_text(lang, package, *level),
                _ => words::level_entry_text(lang, package, *level),
            },
            detail: words::count_text(count as f64),
        }
    });
    let deepest = levels.last().copied().unwrap_or(about.level);
    Some(Figure::OrgTree(OrgTree {
        columns: columns.collect(),
        cells: cells.collect(),
        is_judged: package.descriptor.judged,
        caption: words::org_tree_caption(lang, package, about),
        note: words::org_tree_note(lang, package, about, deepest),
    }))
}

/// How many areas of a level there are, the area asked about among them.
fn count_of(tree: &Answer, level: LevelId) -> usize {
    let is_first = tree.nodes.first().is_some_and(|node| node.level == level);
    tree.count_below(0, level) + usize::from(is_first)
}

/// From the level of the area down to that of the units, as far as they can be seen.
fn shown_levels(tree: &Answer, about: UnitKind) -> Vec<LevelId> {
    let first = tree.nodes.first().map(|node| node.level);
    let below = tree.levels_below(0).into_iter();
    let below = below
        .take_while(|(level, count)| *level <= about.level && *count <= MOST_CELLS)
        .map(|(level, _)| level)
        .filter(|level| Some(*level) != first);
    first.into_iter().chain(below).collect()
}

/// Where each node begins and ends, counted in units: what nothing shown lies in is as tall as the
/// units in it, and one unit tall where there are none.
fn units_from_top(tree: &Answer, kind: usize, levels: &[LevelId]) -> Vec<(f64, f64)> {
    let is_shown = |at: usize| levels.contains(&tree.nodes[at].level);
    let mut heights = vec![0.0; tree.nodes.len()];
    for at in (0..tree.nodes.len()).rev() {
        if is_shown(at) && heights[at] == 0.0 {
            heights[at] = tree.reach(at, kind).all.max(1) as f64;
        }
        if let Some(parent) = tree.nodes[at].parent {
            heights[parent] += heights[at];
        }
    }
    let mut units = vec![(0.0, 0.0); tree.nodes.len()];
    // Where the next part of a node begins.
    let mut next = vec![0.0; tree.nodes.len()];
    for at in 0..tree.nodes.len() {
        let from = tree.nodes[at].parent.map_or(0.0, |parent| {
            let from = next[parent];
            next[parent] = from + heights[at];
            from
        });
        units[at] = (from, from + heights[at]);
        next[at] = from;
    }
    units
}
