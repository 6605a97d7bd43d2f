//! The order of a table's rows: by name, by code, by period or by the figures of a column.

use super::{Across, Place, Table};
use crate::model::sort_by;
use crate::package::Package;

/// As many rows as are sorted in one step.
const ROWS_A_STEP: usize = 8192;

/// What rows are put in order by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableSort {
    /// The name of the area.
    Area,
    /// Its code.
    Code,
    /// The period.
    Period,
    /// The figures of the column at this place.
    Column(usize),
}

impl Table {
    /// Reads an order as addresses have it: `area`, `code`, `period` or the key of a column, with a
    /// leading `-` for falling. None for what is no column of this table.
    pub fn read_sort(&self, package: &Package, text: &str) -> Option<(TableSort, bool)> {
        let (key, is_falling) = match text.strip_prefix('-') {
            Some(key) => (key, true),
            None => (text, false),
        };
        let has_areas = self.question.across != Across::Areas;
        let has_periods = self.question.across != Across::Periods && !self.periods.is_empty();
        let sort = match key {
            "area" if has_areas => TableSort::Area,
            "code" if has_areas => TableSort::Code,
            "period" if has_periods => TableSort::Period,
            key => {
                let mut columns = self.columns.iter();
                let is_meant = |column: &_| self.column_key(package, column) == key;
                TableSort::Column(columns.position(is_meant)?)
            }
        };
        Some((sort, is_falling))
    }
}

/// What rows are compared by, gathered beforehand, since a comparison is made many times a row.
#[derive(Clone, Debug)]
pub enum TableOrder {
    /// The place of each area's text in the order of texts, by the id of the area.
    Ranks(Vec<u32>),
    /// The row's own period.
    Periods,
    /// The number in each row; not a number where there is none.
    Numbers(Vec<f64>),
}

impl TableOrder {
    /// Puts rows in order. What is missing stays last whichever way, rows of the group first; equals keep
    /// the order that they come in.
    pub fn sort(&self, table: &Table, rows: &mut Vec<u32>, is_falling: bool) {
        let mut sorting = self.sorting(table, rows, is_falling);
        while sorting.step() {}
        *rows = sorting.finish();
    }

    /// The same, to be done in steps.
    pub fn sorting(&self, table: &Table, rows: &[u32], is_falling: bool) -> TableSorting {
        // A key a row, made once: a comparison of two is one of two numbers.
        let keys = (0..table.rows.len()).map(|row| self.key(table, row, is_falling));
        TableSorting {
            keys: keys.collect(),
            left: rows
                .chunks(ROWS_A_STEP)
                .map(<[u32]>::to_vec)
                .rev()
                .collect(),
            runs: Vec::new(),
        }
    }

    /// The place of a row in the order: first the group, then what has a figure, then what has none.
    fn key(&self, table: &Table, row: usize, is_falling: bool) -> u64 {
        const OF_GROUP: u64 = 0;
        const OTHERS: u64 = 1 << 62;
        const MISSING: u64 = 2 << 62;
        let part = match row < table.group_rows {
            true => OF_GROUP,
            false => OTHERS,
        };
        let within = match self {
            TableOrder::Ranks(ranks) => rank(ranks, table, row),
            TableOrder::Periods => period(table, row),
            TableOrder::Numbers(numbers) => numbers.get(row).and_then(|number| bits(*number)),
        };
        match within {
            Some(within) if is_falling => part | (OTHERS - 1 - within),
            Some(within) => part | within,
            None if part == OF_GROUP => OTHERS - 1,
            None => MISSING,
        }
    }
}

/// Rows on their way into an order. Each step is short enough to be done between two pictures of a page.
#[derive(Clone, Debug)]
pub struct TableSorting {
    keys: Vec<u64>,
    /// What is not sorted yet, the first last.
    left: Vec<Vec<u32>>,
    /// What is sorted by itself, in the order that it came in.
    runs: Vec<Vec<u32>>,
}

impl TableSorting {
    /// Sorts a part, or brings two parts together; false where nothing is left to be done.
    pub fn step(&mut self) -> bool {
        let keys = &self.keys;
        let key = |row: u32| keys.get(row as usize).copied().unwrap_or(u64::MAX);
        if let Some(mut part) = self.left.pop() {
            sort_by(&mut part, |one, other| key(*one).cmp(&key(*other)));
            self.runs.push(part);
            return true;
        }
        if self.runs.len() < 2 {
            return false;
        }
        // Neighbours that are short together: equals keep their order, and nothing long is moved often.
        let together = |at: &usize| self.runs[*at].len() + self.runs[at + 1].len();
        let at = (0..self.runs.len() - 1).min_by_key(together).unwrap_or(0);
        let after = self.runs.remove(at + 1);
        let before = std::mem::take(&mut self.runs[at]);
        let mut merged = Vec::with_capacity(before.len() + after.len());
        let (mut before, mut after) = (before.into_iter().peekable(), after.into_iter().peekable());
        while let (Some(one), Some(other)) = (before.peek(), after.peek()) {
            let next = match key(*one) <= key(*other) {
                true => before.next(),
                false => after.next(),
            };
            merged.extend(next);
        }
        merged.extend(before);
        merged.extend(after);
        self.runs[at] = merged;
        true
    }

    /// The rows in order, once no step is left.
    pub fn finish(self) -> Vec<u32> {
        self.runs.into_iter().flatten().collect()
    }
}

/// A number as 62 bits that are in its order; none where it is none. What two numbers differ by in the
/// last two of their 53 binary digits is lost, which is less than any source states.
fn bits(number: f64) -> Option<u64> {
    let bits = number.to_bits();
    let ordered = match number.is_sign_negative() {
        true => !bits,
        false => bits | 1 << 63,
    };
    (!number.is_nan()).then_some(ordered >> 2)
}

fn rank(ranks: &[u32], table: &Table, row: usize) -> Option<u64> {
    match table.rows.get(row)?.place? {
        Place::Area(area) => ranks.get(area.0 as usize).map(|rank| u64::from(*rank)),
        Place::Group => Some(0),
    }
}

/// Periods are in the order of their ends, then of their starts.
fn period(table: &Table, row: usize) -> Option<u64> {
    let period = table.rows.get(row)?.period?;
    let place = table.periods.binary_search(&period).ok()?;
    Some(place as u64)
}
