//! Faults folded for a table that a person reads: what is alike on many lines is one row, and of the
//! rows of one kind in one column the first few stand for the others.

use super::fault::{Fault, FaultKind};

/// Faults that differ in nothing but their line, and in the lines that these repeat.
#[derive(Clone, Debug, PartialEq)]
pub struct FoldedFault {
    /// The first of them.
    pub fault: Fault,
    /// The lines of all, in the order in which they were told; 0 where a fault is the whole file's,
    /// or where faults are counted whose lines are not known.
    pub lines: Vec<u32>,
}

impl FoldedFault {
    /// True where both are of one block of rows that repeats another, each line as far from its own.
    fn goes_on_with(&self, fault: &Fault) -> bool {
        let (Some((file, at)), Some((other_file, other_at))) =
            (repeated(&self.fault), repeated(fault))
        else {
            return false;
        };
        let lines = i64::from(fault.line) - i64::from(self.fault.line);
        file == other_file && i64::from(other_at) - i64::from(at) == lines
    }

    fn add(&mut self, fault: &Fault) {
        self.lines.push(fault.line);
        if let (
            FaultKind::DuplicateKey { other_lines, .. },
            FaultKind::DuplicateKey {
                other_lines: more, ..
            },
        ) = (&mut self.fault.kind, &fault.kind)
        {
            if other_lines.len() == 1 {
                self.fault.found.push_str(" …");
            }
            other_lines.extend(more);
            if self.fault.column != fault.column {
                self.fault.column.clear();
            }
        }
    }
}

/// The file and the first line that a row repeats.
fn repeated(fault: &Fault) -> Option<(&str, u32)> {
    match &fault.kind {
        FaultKind::DuplicateKey {
            other_file,
            other_lines,
        } => Some((other_file, *other_lines.first()?)),
        _ => None,
    }
}

/// So many rows of one kind in one column of a file are shown at first.
const SHOWN_ROWS: usize = 10;

/// One row for all faults of a file that are alike in kind, column and what was found, and for a
/// block of rows that repeats another.
pub fn fold_faults(faults: &[Fault]) -> Vec<FoldedFault> {
    let mut rows: Vec<FoldedFault> = Vec::new();
    // Where the rows of the present file begin: the others need not be looked through.
    let mut first = 0;
    for fault in faults {
        if rows.last().is_some_and(|row| row.fault.file != fault.file) {
            first = rows.len();
        }
        let alike = rows[first..].iter_mut().find_map(|row| {
            let told = &row.fault;
            let same = told.found == fault.found && told.column == fault.column;
            let joins = (same && told.kind == fault.kind) || row.goes_on_with(fault);
            joins.then_some(row)
        });
        match alike {
            Some(row) => row.add(fault),
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
