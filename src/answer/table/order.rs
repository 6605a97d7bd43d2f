//! The order of a table's rows: by name, by code, by period or by the figures of a column.

use super::{Across, Place, Table};
use crate::model::{Period, sort_by};
use crate::package::Package;
use std::cmp::Ordering;

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
        sort_by(rows, |one, other| {
            let (one, other) = (*one as usize, *other as usize);
            let is_of_group = |row: usize| row >= table.group_rows;
            let is_missing = |row| self.is_missing(table, row);
            is_of_group(one)
                .cmp(&is_of_group(other))
                .then(is_missing(one).cmp(&is_missing(other)))
                .then_with(|| {
                    let order = self.compare(table, one, other);
                    match is_falling {
                        true => order.reverse(),
                        false => order,
                    }
                })
        });
    }

    fn is_missing(&self, table: &Table, row: usize) -> bool {
        match self {
            TableOrder::Ranks(ranks) => rank(ranks, table, row).is_none(),
            TableOrder::Periods => period(table, row).is_none(),
            TableOrder::Numbers(numbers) => numbers.get(row).is_none_or(|number| number.is_nan()),
        }
    }

    fn compare(&self, table: &Table, one: usize, other: usize) -> Ordering {
        match self {
            TableOrder::Ranks(ranks) => rank(ranks, table, one).cmp(&rank(ranks, table, other)),
            TableOrder::Periods => period(table, one).cmp(&period(table, other)),
            TableOrder::Numbers(numbers) => match (numbers.get(one), numbers.get(other)) {
                (Some(one), Some(other)) if !one.is_nan() && !other.is_nan() => {
                    one.total_cmp(other)
                }
                _ => Ordering::Equal,
            },
        }
    }
}

fn rank(ranks: &[u32], table: &Table, row: usize) -> Option<u32> {
    match table.rows.get(row)?.place? {
        Place::Area(area) => ranks.get(area.0 as usize).copied(),
        Place::Group => Some(0),
    }
}

fn period(table: &Table, row: usize) -> Option<Period> {
    table.rows.get(row)?.period
}
