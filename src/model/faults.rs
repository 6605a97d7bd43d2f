//! The faults of one file as they are found: listed up to a number, then counted.

use super::{Fault, FaultKind, Severity, sort_by_key};
use std::sync::Arc;

/// The faults of one file, so many of each kind in each column and no more; the rest are counted.
#[derive(Clone, Debug, Default)]
pub struct Faults {
    list: Vec<Fault>,
    tallies: Vec<Tally>,
}

/// How often a kind was found in a column.
#[derive(Clone, Debug)]
struct Tally {
    kind: FaultKind,
    column: String,
    count: usize,
}

/// Of one kind in one column, so many are listed: faults one by one, notes by example.
fn listed(kind: &FaultKind) -> usize {
    match kind.severity() {
        Severity::Fault => 200,
        Severity::Note => 2,
    }
}

/// So many kinds and columns are counted apart, so that a file that is wrong throughout takes no
/// longer than another.
const MOST_TALLIES: usize = 64;

impl Faults {
    /// Notes a fault.
    pub fn push(&mut self, file: &Arc<str>, line: u32, column: &str, found: &str, kind: FaultKind) {
        let crowded = self.tallies.len() >= MOST_TALLIES;
        let counted = self
            .tallies
            .iter_mut()
            .find(|tally| tally.kind.is_like(&kind) && (crowded || tally.column == column));
        let count = match counted {
            Some(tally) => {
                tally.count += 1;
                tally.count
            }
            None => {
                self.tallies.push(Tally {
                    kind: kind.clone(),
                    column: column.to_string(),
                    count: 1,
                });
                1
            }
        };
        if count <= listed(&kind) {
            self.list.push(Fault::new(file, line, column, found, kind));
        }
    }

    /// Takes back what follows from another fault: all of one kind in the columns of an indicator.
    pub fn take_back(&mut self, kind: &FaultKind, indicator: &str) {
        let stays = |other: &FaultKind, column: &str| {
            let part = column.strip_prefix(indicator);
            !other.is_like(kind) || !part.is_some_and(|it| it.is_empty() || it.starts_with(':'))
        };
        self.list.retain(|it| stays(&it.kind, &it.column));
        self.tallies.retain(|it| stays(&it.kind, &it.column));
    }

    /// The listed faults by line, then how many more there are of each kind that was cut.
    pub fn finish(mut self, file: &Arc<str>) -> Vec<Fault> {
        sort_by_key(&mut self.list, |fault| fault.line);
        for Tally {
            kind,
            column,
            count,
        } in self.tallies
        {
            if let Some(count) = count.checked_sub(listed(&kind)).filter(|count| *count > 0) {
                let of = Box::new(kind);
                let more = FaultKind::More { of, count };
                self.list.push(Fault::new(file, 0, &column, "", more));
            }
        }
        self.list
    }
}
