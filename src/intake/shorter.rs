//! Rows that repeat since they are of days or of weeks, of which the month is kept or nothing: no column lacks
//! that would tell them apart.

use super::vocabulary::folded;
use super::vocabulary::time::speaks_of_time;
use super::{ColumnPlan, ColumnRole, Recipe, Remark};

/// Tells of rows that repeat why they do, where days or weeks are told of as well.
pub(super) fn tell(recipe: &Recipe, remarks: &mut Vec<Remark>) {
    let is_shorter = |it: &Remark| match it {
        Remark::DaysAsMonths => true,
        Remark::Weeks { column, .. } => !column.is_empty(),
        _ => false,
    };
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
