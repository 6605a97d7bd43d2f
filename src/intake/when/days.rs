//! Days in a column of years, as programs write a year where they know of nothing but dates: `2001-01-01`.

use crate::intake::columns::Column;
use crate::intake::when::{Dates, Form, When, period};
use crate::model::Period;

/// True where everything that a column holds is a day, of one month in several years.
pub(in crate::intake) fn stand_for_years(column: &Column<'_>) -> bool {
    let values = column.values();
    let day = |text: &str| period(text, Dates::PLAIN).ok().filter(|it| is_day(*it));
    let mut months = values
        .iter()
        .map(|text| day(text).map(|it| it.period.start_month()));
    let first = months.next().flatten();
    values.len() > 1 && first.is_some() && months.all(|it| it == first)
}

/// The year of a day that stands for it; any other period as it is.
pub(in crate::intake) fn year_of(when: When) -> Period {
    match is_day(when) {
        true => Period::year(when.period.start_year()).unwrap_or(when.period),
        false => when.period,
    }
}

fn is_day(when: When) -> bool {
    matches!(
        when.form,
        Form::Day(_) | Form::OpenDay(_) | Form::SerialDay(_)
    )
}
