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

/// What kind of change it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reshaping {
    /// One area became several.
    Split,
    /// Several became one.
    Merger,
    /// Anything else.
    Redrawn,
}

impl Reorganised {
    /// What kind of change it was.
    pub fn reshaping(&self) -> Reshaping {
        match (self.from.len(), self.to.len()) {
            (1, 2..) => Reshaping::Split,
            (2.., 1) => Reshaping::Merger,
            _ => Reshaping::Redrawn,
        }
    }
}

/// The splits and mergers in the twelve months that end with `until`, the newest first. Rows of the
/// lineage that share an area and a period are one change.
pub fn reorganised(package: &Package, until: Period) -> Vec<Reorganised> {
    let mut found = changes(package);
    found.retain(|it| {
        let age_months = it.at.months_until(until.end_year(), until.end_month());
        (0..MONTHS_BACK).contains(&age_months)
    });
    found
}

/// The splits and mergers of all times that an area came of or became others by, the newest first.
pub fn reorganised_of(package: &Package, area: AreaId) -> Vec<Reorganised> {
    let mut found = changes(package);
    found.retain(|it| it.from.contains(&area) || it.to.contains(&area));
    found
}

fn changes(package: &Package) -> Vec<Reorganised> {
    let mut found: Vec<Reorganised> = Vec::new();
    for row in package.lineage.iter() {
        let ids = [&row.from_code, &row.to_code].map(|code| package.areas.id(code));
        let [Some(from), Some(to)] = ids else {
            continue;
        };
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
