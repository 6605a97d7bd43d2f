//! Which outline belongs to which area of a comparison, and what fits nothing.

use super::compare::Compare;
use crate::model::{AreaId, Outline, sorted_unique};
use crate::package::{Package, TableKind};

/// The outlines of a comparison's areas.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outlines<'p> {
    /// Place among the rows of the comparison and outline, in the order of the package.
    pub matched: Vec<(usize, &'p Outline)>,
    /// Areas of the comparison that no file has an outline for, in the order of the package.
    pub without: Vec<AreaId>,
    /// Codes of outlines that are no area of the package, in the order of the files. Not told while
    /// some area may still be read.
    pub unknown: Vec<&'p str>,
    /// The approval numbers that the files with a matched outline declare, each with its file; blank
    /// for one that declares none.
    pub approvals: Vec<(&'p str, &'p str)>,
}

/// Matches outlines to areas by code.
pub fn outlines<'p>(package: &'p Package, compare: &Compare) -> Outlines<'p> {
    let mut found = Outlines::default();
    let files = package.geometry.iter();
    let all = files.flat_map(|file| file.outlines.iter().map(move |outline| (file, outline)));
    let all: Vec<_> = all.collect();
    let rows = compare.rows.iter().enumerate();
    let order = sorted_unique(rows.map(|(at, row)| (row.area, at)));
    let mut approvals = Vec::new();
    for (area, at) in order {
        let code = &package.areas.get(area).code;
        match all.iter().find(|(_, outline)| outline.code == *code) {
            Some((file, outline)) => {
                found.matched.push((at, outline));
                approvals.push((file.approval.as_str(), &*file.file));
            }
            None => found.without.push(area),
        }
    }
    if package.table_is_whole(TableKind::Areas) {
        let codes = all.iter().map(|(_, outline)| outline.code.as_str());
        let unknown = codes.filter(|code| package.areas.id(code).is_none());
        found.unknown = unknown.collect();
    }
    found.approvals = sorted_unique(approvals);
    found
}
