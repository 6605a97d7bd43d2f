//! What tells a column of times from one of figures that look like them, by heading and cells. Must not know
//! the other columns.

use crate::intake::column_names::{without_mark, without_unit};
use crate::intake::columns::Column;
use crate::intake::vocabulary::things::names_counted;
use crate::intake::vocabulary::time;

/// True of a heading that speaks of time and of nothing that is counted or measured in it: 年末户数（户）.
pub(in crate::intake) fn may_be_time(column: &Column<'_>) -> bool {
    let (name, unit) = without_unit(without_mark(&column.name));
    time::speaks_of_time(&column.folded) && unit.is_empty() && !names_counted(name)
}

/// True of a number with a point, of which the digits before it are no year of the calendar.
pub(in crate::intake) fn has_decimal(text: &str) -> bool {
    let parts = text.split_once('.').filter(|(whole, _)| whole.len() < 4);
    let is_digits = |it: &str| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit());
    parts.is_some_and(|(whole, rest)| is_digits(whole) && is_digits(rest))
}

/// True where every value is a year, or a year and the part of it that has gone by: `1958.208`.
pub(in crate::intake) fn holds_years(column: &Column<'_>) -> bool {
    let values = column.values();
    let is_year = |text: &&str| {
        let year = text.split('.').next().unwrap_or_default();
        let is_number = text.bytes().all(|it| it.is_ascii_digit() || it == b'.');
        let in_reach = |year: u16| (1800..=2100).contains(&year);
        is_number && year.len() == 4 && year.parse().is_ok_and(in_reach)
    };
    !values.is_empty() && values.iter().all(is_year)
}
