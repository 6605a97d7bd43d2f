//! Days in a column of years, as programs write a year where they know of nothing but dates: `2001-01-01`; and days in
//! a column of their own beside a year and a month.

use crate::intake::columns::Column;
use crate::intake::remark::Remark;
use crate::intake::roles::Roles;
use crate::intake::vocabulary::time::names_days;
use crate::intake::when::{Dates, Form, When, digits, period};
use crate::model::Period;

impl Roles<'_, '_> {
    /// Leaves a column of the days of months aside beside those of their years and months: days are no periods here.
    pub(in crate::intake) fn leave_days(&mut self, year: Option<usize>, month: Option<usize>) {
        let is_day = |it: &str| digits(it, 1, 2).is_some_and(|it| (1..=31).contains(&it));
        let holds_days = |it: &Column<'_>| {
            (names_days(&it.folded) || it.folded == "date")
                && it.values().iter().all(|it| is_day(it))
        };
        let found = self
            .open()
            .find(|(_, it)| it.distinct > 0 && holds_days(it));
        if let (Some(_), Some(_), Some((at, _))) = (year, month, found) {
            self.aside(at);
            self.remarks.push(Remark::DaysAsMonths);
        }
    }
}

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

/// True of what is written as a day.
pub(in crate::intake) fn is_day(when: When) -> bool {
    matches!(
        when.form,
        Form::Day(_) | Form::OpenDay(_) | Form::SerialDay(_)
    )
}
