//! The months of running totals: `2024年1-9月`, and `1-9月` of which the year stands elsewhere.

use crate::intake::vocabulary::narrow;
use crate::intake::when::{Form, When, digits};
use crate::model::Period;

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
