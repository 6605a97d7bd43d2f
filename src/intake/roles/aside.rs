//! What is left aside before anything is known of the other columns: empty columns, numbers of persons, numbers of
//! rows, coordinates.

use crate::intake::ColumnRole;
use crate::intake::columns::Column;
use crate::intake::remark::Remark;
use crate::intake::roles::Roles;
use crate::intake::roles::ranks::rank_of;
use crate::intake::vocabulary::codes::speaks_of_codes;
use crate::intake::vocabulary::subjects::names_persons;
use crate::intake::vocabulary::time::time_name;
use crate::intake::vocabulary::{self, place_rank};

impl Roles<'_, '_> {
    /// Sets what needs no other column to be known: empty columns, personal numbers, row numbers.
    pub(in crate::intake) fn set_aside(&mut self) {
        let open: Vec<(usize, &Column<'_>)> = self.open().collect();
        let names_place =
            |it: &Column<'_>| it.distinct > 1 && (it.is_text() || rank_of(it).is_some());
        let has_others = |at: usize| open.iter().any(|it| it.0 != at && names_place(it.1));
        let is_axis = |name: &str| {
            open.iter()
                .any(|(_, it)| it.folded == name && it.is_numeric() && reaches_far(it))
        };
        let has_axes = is_axis("x") && is_axis("y");
        // 经度 and 纬度, by their first letters.
        let is_degrees = |name: &str| {
            open.iter()
                .any(|(_, it)| it.folded == name && it.is_numeric() && it.decimals > 0)
        };
        let has_degrees = is_degrees("jd") && is_degrees("wd");
        for (at, column) in open.iter().copied() {
            let by_code = speaks_of_codes(&column.folded);
            if column.filled == 0 || vocabulary::is_no_figure(&column.folded) {
                self.set(at, ColumnRole::Ignored);
            } else if is_code_of_all(self.columns, at) {
                self.aside(at);
            } else if column.is_bracketed() && vocabulary::is_part_before(&column.name) {
                // Brackets around a part of what stands before make no number negative.
                self.aside(at);
            } else if column.is_text() && names_persons(&column.folded)
                || has_degrees && matches!(column.folded.as_str(), "jd" | "wd")
                || has_axes && matches!(column.folded.as_str(), "x" | "y") && !column.counts_rows()
            {
                self.aside(at);
            } else if column.is_personal() && !by_code {
                self.set(at, ColumnRole::Ignored);
                let column = column.name.clone();
                self.remarks.push(Remark::PersonalColumn { column });
            } else if vocabulary::is_row_number_name(&column.folded, at == 0)
                && column.counts_rows()
                || vocabulary::is_row_number_alone(&column.folded)
                || vocabulary::is_row_name(&column.folded) && column.is_whole() && has_others(at)
                || at == 0 && column.name == "#1" && column.counts_rows()
                || at == 0 && column.continues_count()
                || at == 0 && column.name.is_empty() && column.rises()
                || at == 0
                    && matches!(column.folded.as_str(), "" | "#1" | "index" | "idx")
                    && column.numbers_each_row()
                    && has_others(at)
                || counts_named_rows(self.columns, at)
            {
                self.set(at, ColumnRole::Ignored);
                let column = column.name.clone();
                self.remarks.push(Remark::RowNumbers { column });
            }
        }
    }
}

/// True of whole numbers that count on from row to row beside texts that tell the rows apart, or, called an
/// identifier, beside places that stand in several rows each.
fn counts_named_rows(columns: &[Column<'_>], at: usize) -> bool {
    const FEWEST: usize = 10;
    let column = &columns[at];
    if column.filled < FEWEST || !column.counts_on() || time_name(&column.folded).is_some() {
        return false;
    }
    // Nothing else would be left that might be figures.
    let is_other = |(other, it): (usize, &Column<'_>)| other != at && it.is_numeric();
    if !columns.iter().enumerate().any(is_other) {
        return false;
    }
    let mut texts = columns.iter().filter(|it| it.is_text() && it.is_of_words());
    match column.counts_rows() {
        true => {
            let is_key = |it: &Column<'_>| it.filled == it.cells.len() && it.distinct == it.filled;
            !vocabulary::is_category_name(&column.folded) && texts.any(is_key)
        }
        false => {
            let is_of_several =
                |it: &Column<'_>| place_rank(&it.folded).is_some() && it.distinct < it.filled;
            at == 0
                && vocabulary::is_row_number_name(&column.folded, true)
                && texts.any(is_of_several)
        }
    }
}

/// True of numbers as large as metres on a map are.
fn reaches_far(column: &Column<'_>) -> bool {
    const FAR: f64 = 10_000.0;
    let number = |it: &&str| it.parse::<f64>().ok();
    let mut numbers = column.cells.iter().filter_map(number);
    numbers.any(|it| it.abs() > FAR)
}

/// True of one whole number in all rows before the one text that it is the code of: `99,totale`.
fn is_code_of_all(columns: &[Column<'_>], at: usize) -> bool {
    const FEWEST: usize = 10;
    let is_same = |column: &Column<'_>| column.distinct == 1 && column.filled == column.cells.len();
    let (column, next) = (&columns[at], columns.get(at + 1));
    let says_when_or_where =
        time_name(&column.folded).is_some() || vocabulary::speaks_of_place(&column.folded);
    column.filled >= FEWEST
        && is_same(column)
        && !says_when_or_where
        && column.is_whole()
        && next.is_some_and(|it| is_same(it) && it.is_text())
}
