//! What splits and mergers did to the areas of a package within a year: figures from before and after
//! are not of the same places.

use crate::model::{AreaId, Period, sort_by_key, sorted_unique};
use crate::package::Package;

/// A change of boundary that still touches a comparison with the year before.
const MONTHS_BACK: i32 = 12;

/// Areas that became others, all at once.
#[derive(Clone, Debug, PartialEq)]
pub struct Reorganised {
    /// The first period of the new boundary.
    pub at: Period,
    /// The areas as they were, in the order of the package.
    pub from: Vec<AreaId>,
    /// The areas that came of them.
    pub to: Vec<AreaId>,
}

/// The splits and mergers in the twelve months that end with `until`, the newest first. Rows of the
/// lineage that share an area and a period are one change.
pub fn reorganised(package: &Package, until: Period) -> Vec<Reorganised> {
    let mut found: Vec<Reorganised> = Vec::new();
    for row in package.lineage.iter() {
        let age_months = row.period.months_until(until.end_year(), until.end_month());
        let ids = [&row.from_code, &row.to_code].map(|code| package.areas.id(code));
        let [Some(from), Some(to)] = ids else {
            continue;
        };
        if !(0..MONTHS_BACK).contains(&age_months) {
            continue;
        }
        let mut whole = Reorganised {
            at: row.period,
            from: vec![from],
            to: vec![to],
        };
        // A row may tie together what stood apart so far.
        found.retain(|known| {
            let is_same =
                known.at == whole.at && (known.from.contains(&from) || known.to.contains(&to));
            if is_same {
                whole.from.extend(&known.from);
                whole.to.extend(&known.to);
            }
            !is_same
        });
        whole.from = sorted_unique(whole.from);
        whole.to = sorted_unique(whole.to);
        found.push(whole);
    }
    sort_by_key(&mut found, |it| std::cmp::Reverse(it.at));
    found
}
