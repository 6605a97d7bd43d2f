//! Columns of places that say in a column beside of what kind these are: `RegionName` of `RegionType` zip. Must
//! not know which column is the area.

use crate::intake::roles::Roles;
use crate::intake::vocabulary::codes::{is_postal, stem_of, type_stem};
use crate::intake::vocabulary::{Rank, folded, place_rank};

/// How fine areas of the post are.
const RANK_POSTAL: Rank = 8;

impl Roles<'_, '_> {
    /// The columns whose kind another one states, the same in every row, with the rank of that kind.
    pub(in crate::intake) fn typed_ranks(&self) -> Vec<(usize, Rank)> {
        let mut found = Vec::new();
        for column in self.columns {
            let Some(stem) = type_stem(&column.folded) else {
                continue;
            };
            let values = column.values();
            let (Some(kind), 1) = (values.first(), values.len()) else {
                continue;
            };
            let kind = folded(kind);
            let rank = match is_postal(&kind) {
                true => Some(RANK_POSTAL),
                false => place_rank(&kind),
            };
            let Some(rank) = rank.filter(|_| column.filled == column.cells.len()) else {
                continue;
            };
            let is_its =
                |name: &str| stem_of(name) == stem || name.strip_suffix("name") == Some(stem);
            let named = self.open().filter(|(_, it)| is_its(&it.folded));
            found.extend(named.map(|(at, _)| (at, rank)));
        }
        found
    }
}
