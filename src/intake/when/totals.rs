//! The months of running totals: `2024年1-9月`, and `1-9月` of which the year stands elsewhere; and columns of the last
//! month beside those of the year up to it: `本月`, `本年累计`.

use crate::intake::Recipe;
use crate::intake::vocabulary::narrow;
use crate::intake::vocabulary::time::{names_last_month, names_year_to_date};
use crate::intake::when::{Form, When, digits};
use crate::model::{Period, PeriodKind};

/// Gives the columns that say so the last month of what the whole table is of, or the months of its year up to it.
/// How many were given another period than the table's.
pub(in crate::intake) fn set(recipe: &mut Recipe, of: Period) -> usize {
    let (year, last) = (of.end_year(), of.last_month());
    let Some(january) = Period::month(year, 1) else {
        return 0;
    };
    // Of a whole year nobody says "this month".
    let is_up_to = of.kind() != PeriodKind::Year && of.start_year() == year;
    let has_month = recipe.columns.iter().any(|it| names_last_month(&it.name));
    let so_far = match last == january {
        true => Some(january),
        false => Period::interval(january, last),
    };
    let mut count = 0;
    for column in recipe.columns.iter_mut().filter(|_| is_up_to) {
        let name = column.name.clone();
        let period = match () {
            () if names_last_month(&name) => Some(last),
            () if names_year_to_date(&name, has_month) => so_far,
            () => None,
        };
        if let Some(period) = period
            && let crate::intake::ColumnRole::Figure(figure) = &mut column.role
        {
            figure.period = (period != of).then_some(period);
            count += usize::from(period != of);
        }
    }
    count
}

/// `2024年1-9月`: a running total.
pub(in crate::intake) fn interval(text: &str) -> Option<When> {
    let (year, months) = text.split_once('年')?;
    let (first, last) = months_between(months)?;
    let month = |month: u16| Period::month(digits(year.trim(), 4, 4)?, month);
    let period = Period::interval(month(first)?, month(last)?)?;
    Some(When {
        period,
        form: Form::Plain,
    })
}

/// `1-9月`, `1月至9月累计`: the first and the last of several months.
pub(in crate::intake) fn months_between(text: &str) -> Option<(u16, u16)> {
    let narrow: String = text.chars().map(narrow).collect();
    let months = narrow.trim().trim_end_matches(['份', '计', '累', '期']);
    let months = months.strip_suffix('月')?;
    let (first, last) = months.split_once(['-', '–', '—', '至', '~', '〜'])?;
    let month = |text: &str| digits(text.trim().trim_end_matches('月'), 1, 2);
    let (first, last) = (month(first)?, month(last)?);
    (first < last && last <= 12 && first > 0).then_some((first, last))
}

/// True of a month, and of the months from a first to a last one.
pub(in crate::intake) fn is_of_months(text: &str) -> bool {
    super::month(text).is_some() || months_between(text).is_some()
}
