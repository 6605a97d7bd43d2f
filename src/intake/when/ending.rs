//! Columns that are named for the ends of periods: below `Year ending` the cell `Mar 2022` is the year from April
//! 2021 on, and below `Quarter ending` a quarter.

use crate::intake::vocabulary::folded;
use crate::intake::vocabulary::months::month_number;
use crate::intake::vocabulary::parts::ending_head;
use crate::intake::vocabulary::time::{TimeName, time_name};
use crate::intake::when::words::{up_to, words};
use crate::intake::when::{Form, When, digits};
use crate::intake::{ColumnRole, Recipe};
use crate::model::{Period, PeriodKind};

/// What the name of such a column says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::intake) struct Ending {
    /// The months that each period has.
    pub months: u16,
    /// The month with which it ends, where the cells hold years alone.
    pub last: Option<u16>,
    /// True where a cell names a month of its quarter, be it the first or the last: `Sep-06` below `Quarter`.
    pub is_within: bool,
}

impl Ending {
    /// By the name of a column; none where it says more than that.
    pub(in crate::intake) fn of_name(name: &str) -> Option<Ending> {
        let name = folded(name);
        if time_name(&name) == Some(TimeName::Quarter) {
            return Some(Ending {
                months: 3,
                last: None,
                is_within: true,
            });
        }
        let (months, rest) = ending_head(&name)?;
        if matches!(rest, "" | "month" | "year" | "quarter") {
            return Some(Ending {
                months,
                last: None,
                is_within: false,
            });
        }
        let is_day = |word: &&str| digits(word, 1, 2).is_some_and(|day| (28..=31).contains(&day));
        let last = match words(rest)[..] {
            [month] => month_number(month),
            [one, other] if is_day(&one) => month_number(other),
            [one, other] if is_day(&other) => month_number(one),
            _ => None,
        };
        last.map(|last| Ending {
            months,
            last: Some(last),
            is_within: false,
        })
    }

    /// By the column of periods of a recipe.
    pub(in crate::intake) fn of(recipe: &Recipe) -> Option<Ending> {
        let is_time = |role: &ColumnRole| matches!(role, ColumnRole::Period | ColumnRole::Year);
        let column = recipe.columns.iter().find(|it| is_time(&it.role))?;
        Ending::of_name(&column.name)
    }

    /// What a cell of the column is, read by itself; none where it does not say the end of a month.
    pub(in crate::intake) fn read(self, cell: When) -> Option<When> {
        let form = Form::Words;
        let last = match (cell.period.kind(), self.last) {
            (PeriodKind::Month, _) if self.is_within => {
                let quarter = (cell.period.start_month() - 1) / 3 + 1;
                let period = Period::quarter(cell.period.start_year(), quarter)?;
                return Some(When { period, form });
            }
            (PeriodKind::Month, _) => cell,
            (PeriodKind::Year, Some(month)) if cell.form == Form::Plain => {
                let period = Period::month(cell.period.start_year(), month)?;
                When { period, form }
            }
            _ => return Some(cell),
        };
        up_to(last, self.months).map(|period| When { period, form })
    }
}

#[cfg(test)]
mod tests {
    use super::Ending;

    #[test]
    fn columns_are_named_for_the_ends_of_periods() {
        let check = |name: &str, expected: Option<(u16, Option<u16>)>| {
            let found = Ending::of_name(name).map(|it| (it.months, it.last));
            assert_eq!(found, expected, "{name}");
        };
        check("Year ending", Some((12, None)));
        check("year_ending", Some((12, None)));
        check("Year ended", Some((12, None)));
        check("Year to", Some((12, None)));
        check("12 months to", Some((12, None)));
        check("Rolling year ending", Some((12, None)));
        check("Year ending (month)", Some((12, None)));
        check("Quarter ending", Some((3, None)));
        check("Year ended 31 March", Some((12, Some(3))));
        check("Year ending June", Some((12, Some(6))));
        check("Year to date", None);
        check("Year ending March 2022", None);
        check("Year", None);
        check("Week ending", None);
    }
}
