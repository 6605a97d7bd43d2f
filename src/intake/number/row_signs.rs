//! Signs that belong to rows: tables with an area a column and a fact a row hold `7.0%` in one row and `$70,789` in the
//! next. Each row carries one sign, which says the unit of its fact.

use crate::intake::SampleRow;
use crate::intake::number::sign_of;
use rustc_hash::FxHashSet;

/// The sign of a column whose numbers carry that of their row.
pub(in crate::intake) const OF_ROWS: &str = "≡";
/// Of one column alone nothing shows that a sign is the row's.
const FEWEST: usize = 2;

/// True of each column whose numbers carry the sign of their row: several of them hold the same signs row by row, more
/// than one in all, and the first column calls each row by another name.
pub(in crate::intake) fn columns(rows: &[&SampleRow], width: usize) -> Vec<bool> {
    let none = vec![false; width];
    let labels: FxHashSet<&str> = rows
        .iter()
        .filter_map(|row| row.cells.first())
        .map(String::as_str)
        .collect();
    if labels.len() < rows.len() || labels.contains("") {
        return none;
    }
    let signs = |row: &&SampleRow, at: usize| row.cells.get(at).and_then(|cell| sign_of(cell));
    let is_mixed = |at: usize| {
        let filled = rows
            .iter()
            .filter(|row| row.cells.get(at).is_some_and(|cell| !cell.is_empty()));
        let found: Vec<&str> = rows.iter().filter_map(|row| signs(row, at)).collect();
        found.iter().any(|it| Some(it) != found.first()) && found.len() * 2 > filled.count()
    };
    let mixed: Vec<bool> = (0..width).map(|at| at > 0 && is_mixed(at)).collect();
    let places: Vec<usize> = (0..width).filter(|at| mixed[*at]).collect();
    let agree = |row: &&SampleRow| {
        let mut found = places.iter().filter_map(|at| signs(row, *at));
        let first = found.next();
        found.all(|it| Some(it) == first)
    };
    match places.len() >= FEWEST && rows.iter().all(agree) {
        true => mixed,
        false => none,
    }
}
