//! Rows that hold a period and nothing else, above the rows that are of it.

use crate::intake::header::{Header, filled, has_bare_corner};
use crate::intake::heading_units::is_unit_row;
use crate::intake::remark::Remark;
use crate::intake::{Sample, SampleRow, when};
use crate::model::Period;

/// The period of a row that holds nothing else.
pub(in crate::intake) fn of_row(row: &SampleRow) -> Option<Period> {
    let mut filled = row.cells.iter().filter(|cell| !cell.is_empty());
    let text = filled.next().filter(|_| row.cells.len() > 1)?;
    let is_alone = filled.next().is_none();
    let (period, rest) = when::in_name(text).filter(|_| is_alone)?;
    rest.is_empty().then_some(period)
}

/// The period of the only such row below a header; where there are several, that is told.
pub(in crate::intake) fn only(
    sample: &Sample,
    header: &Header,
    remarks: &mut Vec<Remark>,
) -> Option<Period> {
    let below = sample.rows.iter().skip(header.end());
    let mut bands = below.filter_map(|row| of_row(row).map(|period| (row.line, period)));
    let (line, period) = bands.next()?;
    match bands.find(|(_, other)| *other != period) {
        None => Some(period),
        Some(other) => {
            let (first, second) = ((line, period), other);
            remarks.push(Remark::PeriodsBetweenRows { first, second });
            None
        }
    }
}

/// The first row of the names above rows that hold a period alone, how many rows of names there are, and
/// whether the last is one of units.
pub(in crate::intake) fn names_above(sample: &Sample, main: usize) -> Option<(usize, usize, bool)> {
    let is_band = |at: usize| sample.rows.get(at).is_some_and(|row| of_row(row).is_some());
    let mut last = main.checked_sub(1).filter(|at| is_band(*at))?;
    while is_band(last) {
        last = last.checked_sub(1)?;
    }
    let lower = sample.rows.get(last)?;
    let is_names = |row: &SampleRow| filled(row) > 1 && has_bare_corner(row);
    let goes_on = |row: &&SampleRow| {
        let fits = |(upper, lower): (&String, &String)| lower.is_empty() || !upper.is_empty();
        is_names(row)
            && row.cells.len() == lower.cells.len()
            && row.cells.iter().zip(&lower.cells).all(fits)
    };
    let above = last.checked_sub(1).and_then(|at| sample.rows.get(at));
    match above.filter(goes_on).filter(|_| filled(lower) > 1) {
        Some(_) => Some((last - 1, 2, is_unit_row(lower))),
        None => is_names(lower).then_some((last, 1, false)),
    }
}
