//! Faults folded for a table that a person reads: what is alike on many lines is one row, and of the
//! rows of one kind in one column the first few stand for the others.

use super::fault::{Fault, FaultKind};

/// Faults that differ in nothing but their line.
#[derive(Clone, Debug, PartialEq)]
pub struct FoldedFault {
    /// The first of them.
    pub fault: Fault,
    /// The lines of all, in the order in which they were told; 0 where a fault is the whole file's,
    /// or where faults are counted whose lines are not known.
    pub lines: Vec<u32>,
}

/// So many rows of one kind in one column of a file are shown at first.
const SHOWN_ROWS: usize = 10;

/// One row for all faults of a file that are alike in kind, column and what was found.
pub fn fold_faults(faults: &[Fault]) -> Vec<FoldedFault> {
    let mut rows: Vec<FoldedFault> = Vec::new();
    // Where the rows of the present file begin: the others need not be looked through.
    let mut first = 0;
    for fault in faults {
        if rows.last().is_some_and(|row| row.fault.file != fault.file) {
            first = rows.len();
        }
        let alike = rows[first..].iter_mut().find(|row| {
            let told = &row.fault;
            told.found == fault.found && told.column == fault.column && told.kind == fault.kind
        });
        match alike {
            Some(row) => row.lines.push(fault.line),
            None => rows.push(FoldedFault {
                fault: fault.clone(),
                lines: vec![fault.line],
            }),
        }
    }
    rows
}

/// The first rows of each kind in each column of a file, and after them one row that counts all the
/// others, those that were not listed at all with them; and these others.
pub fn first_of_each(rows: Vec<FoldedFault>) -> (Vec<FoldedFault>, Vec<FoldedFault>) {
    let mut shown: Vec<FoldedFault> = Vec::new();
    let mut others: Vec<FoldedFault> = Vec::new();
    for row in rows {
        let fault = &row.fault;
        let (kind, unlisted) = match &fault.kind {
            FaultKind::More { of, count } => (&**of, Some(*count)),
            kind => (kind, None),
        };
        let is_like = |other: &FaultKind| other.is_like(kind);
        let mut alike = 0;
        let rest = shown.iter_mut().find(|other| {
            let same = other.fault.column == fault.column && other.fault.file == fault.file;
            alike += usize::from(same && is_like(&other.fault.kind));
            same && matches!(&other.fault.kind, FaultKind::More { of, .. } if is_like(of))
        });
        match rest {
            None if alike < SHOWN_ROWS || unlisted.is_some() => {
                shown.push(row);
                continue;
            }
            None => shown.push(FoldedFault {
                fault: Fault {
                    found: String::new(),
                    kind: FaultKind::More {
                        of: Box::new(kind.clone()),
                        count: row.lines.len(),
                    },
                    ..fault.clone()
                },
                lines: row.lines.clone(),
            }),
            Some(rest) => {
                if let FaultKind::More { count, .. } = &mut rest.fault.kind {
                    *count += unlisted.unwrap_or(row.lines.len());
                }
                rest.lines.extend(&row.lines);
            }
        }
        others.push(row);
    }
    (shown, others)
}
