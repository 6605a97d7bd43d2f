//! The tree of an organisation as a flat table: a row an area, with what is covered in it and what is
//! missing.

use super::flat::Table;
use crate::answer::OrgTree;
use crate::model::Lang;
use crate::package::Package;
use std::ops::Range;

const COLUMNS: [&str; 13] = [
    "indicator",
    "period",
    "area_code",
    "area_name",
    "level",
    "parent_code",
    "units",
    "covered",
    "lacking",
    "unknown",
    "value",
    "file",
    "line",
];

/// One kind of organisation over all areas of the tree, with a byte-order mark for spreadsheets. A
/// unit whose figure is suppressed is one of the unknown.
pub fn org_tree_csv(lang: Lang, package: &Package, tree: &OrgTree, kind: usize) -> Option<Vec<u8>> {
    (kind < tree.kinds.len()).then(|| kinds_csv(lang, package, tree, kind..kind + 1))
}

/// The same for every kind, one after the other.
pub fn org_trees_csv(lang: Lang, package: &Package, tree: &OrgTree) -> Vec<u8> {
    kinds_csv(lang, package, tree, 0..tree.kinds.len())
}

fn kinds_csv(lang: Lang, package: &Package, tree: &OrgTree, kinds: Range<usize>) -> Vec<u8> {
    let mut table = Table::new(lang, package, &COLUMNS);
    for kind in kinds {
        write_kind(tree, kind, &mut table);
    }
    table.finish(&[])
}

fn write_kind(tree: &OrgTree, kind: usize, table: &mut Table<'_>) {
    let Some(about) = tree.kinds.get(kind) else {
        return;
    };
    let package = table.package;
    let indicator = &package.indicators.get(about.indicator).code;
    for (at, node) in tree.nodes.iter().enumerate() {
        let (area, reach) = (package.areas.get(node.area), tree.reach(at, kind));
        let level = package.descriptor.levels.get(usize::from(node.level.0));
        let parent = area.parent.map(|parent| package.areas.get(parent));
        table
            .word(indicator)
            .period(Some(about.period))
            .area(node.area)
            .word(level.map_or("", String::as_str))
            .word(parent.map_or("", |parent| &parent.code));
        for count in [reach.all, reach.covered, reach.lacking(), reach.unknown] {
            table.number(Some(count as f64));
        }
        table.number(reach.published).stands(reach.place).end_row();
    }
}
