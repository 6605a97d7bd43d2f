//! The units that a header states: in a row of its own, in brackets above or behind a name, or in the words
//! that a name ends in. Must not know what stands below.

use super::SampleRow;
use super::figure_kind::FigureKind;
use super::header::is_number;
use super::vocabulary;
use super::vocabulary::headed_units::{is_column_letter, is_unit, says_no_unit, without_in};

/// So many cells hold a unit in brackets: a row above the names that has one and words is their upper line,
/// each cell that of its own column.
pub(super) fn units_in_brackets(row: &SampleRow) -> usize {
    row.cells.iter().filter(|it| is_bracketed_unit(it)).count()
}

pub(super) fn is_bracketed_unit(cell: &str) -> bool {
    cell.starts_with(['(', '（', '[']) && is_unit(bare_unit(cell))
}

/// A unit without the brackets around it.
pub(super) fn bare_unit(text: &str) -> &str {
    text.trim_matches(|it: char| matches!(it, '(' | ')' | '（' | '）' | '[' | ']' | ' '))
}

/// The unit that a cell of a row of units holds; blank where it says that there is none.
pub(super) fn stated_unit(cell: &str) -> &str {
    match says_no_unit(cell) {
        true => "",
        false => bare_unit(cell),
    }
}

/// True of a row that numbers the columns, as forms do below their header: 甲 1 2 3, or 1 2 3 4 5.
pub(super) fn numbers_columns(row: &SampleRow) -> bool {
    const LEAST: usize = 5;
    let cells = row.cells.iter().filter(|cell| !cell.is_empty());
    let cells: Vec<&str> = cells
        .map(|it| it.trim_matches(['(', ')', '（', '）']))
        .collect();
    let stems = cells.iter().take_while(|it| is_column_letter(it)).count();
    let numbers = cells.get(stems..).unwrap_or_default();
    let counts = numbers
        .iter()
        .zip(1..)
        .all(|(cell, number): (&&str, usize)| cell.parse() == Ok(number));
    counts && (stems > 0 && numbers.len() > 1 || numbers.len() >= LEAST)
}

/// True where every cell that holds anything is a unit, or says that there is none; or where it numbers the columns.
pub(super) fn is_unit_row(row: &SampleRow) -> bool {
    if numbers_columns(row) {
        return true;
    }
    let is_said = |cell: &&String| !cell.is_empty() && !says_no_unit(cell);
    let cells: Vec<&String> = row.cells.iter().filter(is_said).collect();
    let units = cells.iter().filter(|cell| is_unit(bare_unit(cell)));
    let units = units.count();
    units >= 1
        && units + 1 >= cells.len()
        && cells.iter().all(|cell| !is_number(cell))
        && (units > 1 || row.cells.first().is_some_and(String::is_empty))
}

/// A unit as it is shown: of so many where it says one in so many, and where there is none, what the name ends
/// in: `absence_percent`, `Rate per 100,000`.
pub(super) fn of_heading(unit: &str, stem: &str) -> String {
    let of_so_many = |text: &str| match FigureKind::of(text) {
        Some(FigureKind::Rate(number)) if number > 0 => Some(format!("/{number}")),
        _ => None,
    };
    let of_one = unit.strip_prefix('1').filter(|it| it.starts_with('/'));
    match (unit, of_one) {
        (_, Some(rest)) => of_so_many(rest).unwrap_or_else(|| unit.to_string()),
        ("", _) => {
            let folded = vocabulary::folded(stem);
            let is_percent = [" percent", " percentage", " pct", " %"]
                .iter()
                .any(|it| folded.ends_with(it));
            let scale = ["thousands", "millions"].into_iter().find(|it| {
                folded
                    .strip_suffix(*it)
                    .is_some_and(|it| it.ends_with(" in "))
            });
            match (is_percent, scale) {
                (true, _) => "%".to_string(),
                (_, Some(scale)) => scale.to_string(),
                _ => of_so_many(&folded).unwrap_or_default(),
            }
        }
        _ => without_in(unit).to_string(),
    }
}
