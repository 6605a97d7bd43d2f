//! The months of running totals: `2024年1-9月`, and `1-9月` of which the year stands elsewhere; and columns of the last
//! month beside those of the year up to it: `本月`, `本年累计`.

use crate::intake::vocabulary::narrow;
use crate::intake::vocabulary::time::{names_last_month, names_year_to_date};
use crate::intake::when::name::year_places;
use crate::intake::when::{Form, When, digits};
use crate::intake::{ColumnRole, Recipe};
use crate::model::{Period, PeriodKind};

/// Gives the columns that say so the last month of what the whole table is of, or the months of its year up to it, and
/// takes that from them again where it is of a year or of nothing. How many were given another period than the table's.
pub(in crate::intake) fn set(recipe: &mut Recipe, of: Option<Period>) -> usize {
    // Of a whole year nobody says "this month".
    let is_up_to = |it: &Period| it.kind() != PeriodKind::Year && it.start_year() == it.end_year();
    let last = of.filter(is_up_to).map(Period::last_month);
    let so_far = last.and_then(|last| {
        let january = Period::month(last.end_year(), 1)?;
        match last == january {
            true => Some(january),
            false => Period::interval(january, last),
        }
    });
    let has_month = recipe.columns.iter().any(|it| names_last_month(&it.name));
    let mut count = 0;
    for column in &mut recipe.columns {
        let period = match column.name.as_str() {
            // It says its own.
            name if !year_places(name).is_empty() => continue,
            name if names_last_month(name) => last,
            name if names_year_to_date(name, has_month) => so_far,
            _ => continue,
        };
        if let ColumnRole::Figure(figure) = &mut column.role {
            figure.period = period.filter(|_| period != of);
            count += usize::from(figure.period.is_some());
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
