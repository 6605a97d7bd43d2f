//! Rows that repeat since they are of days or of weeks, of which the month is kept or nothing: no column lacks
//! that would tell them apart.

use super::preview::repeated;
use super::vocabulary::folded;
use super::vocabulary::time::speaks_of_time;
use super::{ColumnPlan, ColumnRole, Recipe, Remark};
use crate::table::Observations;
use std::collections::HashSet;

/// Writes down, and tells, where most rows are of days or weeks that have their month or year in common with others
/// of the same area and indicator: then one that has it alone is no figure of it either.
pub(super) fn set(recipe: &mut Recipe, table: &Observations, remarks: &mut Vec<Remark>) {
    if !remarks.iter().any(is_shorter) {
        return;
    }
    let (mut rows, mut differs): (HashSet<usize>, bool) = Default::default();
    for (row, earlier) in repeated(table) {
        // Of two days that say the same, neither is the month either.
        rows.extend([row, earlier]);
        differs |= !table.says_the_same(row, earlier);
    }
    if differs && rows.len() * 2 > table.row_count() {
        recipe.days_apart = true;
        let is_repeat =
            |it: &Remark| matches!(it, Remark::KeysRepeat { .. } | Remark::OfRecords { .. });
        remarks.retain(|it| *it != Remark::DaysAsMonths && !is_repeat(it));
        remarks.push(Remark::DaysApart);
    }
}

/// Tells of rows that repeat why they do, where days or weeks are told of as well.
pub(super) fn tell(recipe: &Recipe, remarks: &mut Vec<Remark>) {
    let is_shorter = remarks.iter().any(is_shorter);
    // Nor are rows records of persons where a part of the time was not read.
    let is_unread_time = |it: &ColumnPlan| {
        matches!(it.role, ColumnRole::Figure(_) | ColumnRole::Ignored)
            && speaks_of_time(&folded(&it.name))
    };
    if is_shorter || recipe.columns.iter().any(is_unread_time) {
        remarks.retain(|it| !matches!(it, Remark::OfRecords { .. }));
    }
    for remark in remarks.iter_mut().filter(|_| is_shorter) {
        if let Remark::KeysRepeat { line, earlier } = *remark {
            *remark = Remark::ShorterRepeat { line, earlier };
        }
    }
}

/// True of what tells of days or weeks.
fn is_shorter(remark: &Remark) -> bool {
    match remark {
        Remark::DaysAsMonths => true,
        Remark::Weeks { column, .. } => !column.is_empty(),
        _ => false,
    }
}
