//! Areas whose names are one but for a footnote mark at the end. A mark in round brackets may tell two
//! places apart as well: nothing is one by it where another area has a say.

use super::areas::Areas;
use super::joining::{by_name, names_made, plain_name};
use crate::model::{Area, AreaId, sorted_unique, without_any_mark};
use std::collections::HashMap;

/// The areas of each name without its mark, on either side.
pub(super) struct Marked {
    own: HashMap<String, Vec<AreaId>>,
    other: HashMap<String, Vec<AreaId>>,
}

impl Marked {
    pub(super) fn of(own: &Areas, other: &Areas) -> Marked {
        Marked {
            own: by_name(own, bare_names),
            other: by_name(other, bare_names),
        }
    }

    /// The one published area that has the name of a reader's area but for a mark; none where several
    /// areas on either side have it.
    pub(super) fn other(&self, area: &Area) -> Option<AreaId> {
        let names = bare_names(area);
        let alone = |named: &HashMap<String, Vec<AreaId>>| {
            let ids = names.iter().filter_map(|name| named.get(name));
            let ids = sorted_unique(ids.flatten().copied());
            match ids[..] {
                [one] => Some(one),
                _ => None,
            }
        };
        alone(&self.own)?;
        alone(&self.other)
    }
}

/// The names of an area without marks, each once. A bare number is a code in place of a name.
pub(super) fn bare_names(area: &Area) -> Vec<String> {
    names_made(area, |name| plain_name(without_any_mark(name)))
}
