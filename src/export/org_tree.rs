//! The tree of an organisation as a flat table: a row an area, with what is covered in it and what is
//! missing.

use super::CsvWriter;
use super::stamps::Stamps;
use crate::answer::OrgTree;
use crate::model::{Lang, number_in_full};
use crate::package::Package;
use std::ops::Range;

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
    let stamps = Stamps::of(lang, package);
    let header = [
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
    let mut table = CsvWriter::new(&stamps.header(&header));
    for kind in kinds {
        write_kind((lang, package), tree, kind, &mut table);
    }
    let mut bytes = b"\xEF\xBB\xBF".to_vec();
    bytes.extend(table.finish());
    bytes
}

fn write_kind(
    (lang, package): (Lang, &Package),
    tree: &OrgTree,
    kind: usize,
    table: &mut CsvWriter,
) {
    let Some(about) = tree.kinds.get(kind) else {
        return;
    };
    let stamps = Stamps::of(lang, package);
    let indicator = &package.indicators.get(about.indicator).code;
    let period = about.period.to_string();
    for (at, node) in tree.nodes.iter().enumerate() {
        let (area, reach) = (package.areas.get(node.area), tree.reach(at, kind));
        let level = package.descriptor.levels.get(usize::from(node.level.0));
        let parent = area.parent.map(|parent| package.areas.get(parent));
        let file = reach
            .place
            .and_then(|it| package.descriptor.resources.get(it.resource));
        table
            .text_guarded(indicator)
            .plain(&period)
            .text_guarded(&area.code)
            .text_guarded(area.name.get(lang))
            .text_guarded(level.map_or("", String::as_str))
            .text_guarded(parent.map_or("", |parent| &parent.code));
        for count in [reach.all, reach.covered, reach.lacking(), reach.unknown] {
            table.plain(&count.to_string());
        }
        table
            .plain(&reach.published.map(number_in_full).unwrap_or_default())
            .text_guarded(file.map_or("", |file| &file.path))
            .plain(
                &reach
                    .place
                    .map(|it| it.line.to_string())
                    .unwrap_or_default(),
            );
        stamps.write(table);
        table.end_row();
    }
}
