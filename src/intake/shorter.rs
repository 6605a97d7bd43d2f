//! Rows that repeat since they are of days or of weeks, of which the month is kept or nothing: no column lacks
//! that would tell them apart.

use super::Remark;

/// Tells of rows that repeat why they do, where days or weeks are told of as well.
pub(super) fn tell(remarks: &mut [Remark]) {
    let is_shorter = |it: &Remark| match it {
        Remark::DaysAsMonths => true,
        Remark::Weeks { column, .. } => !column.is_empty(),
        _ => false,
    };
    if !remarks.iter().any(is_shorter) {
        return;
    }
    for remark in remarks {
        if let Remark::KeysRepeat { line, earlier } = *remark {
            *remark = Remark::ShorterRepeat { line, earlier };
        }
    }
}
