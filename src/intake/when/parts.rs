//! Quarters and half-years with their year in one text: `2024Q1`, `1H20`, `2022 II`. A Roman number says how
//! many and not of what: that the column says, or nothing is read.

use crate::intake::YearParts;
use crate::intake::vocabulary::narrow;
use crate::intake::vocabulary::time::half_number;
use crate::intake::when::words::roman_part;
use crate::intake::when::{Dates, Form, When, digits, short_year};
use crate::model::Period;

/// `2024Q1`, `Q1 2024`, `2024-H1`, `1Q2024`, `2024年Q1`; `1H20` where years of two digits are years.
pub(in crate::intake) fn quarter_or_half(text: &str, dates: Dates) -> Option<When> {
    let text: String = text
        .chars()
        .filter(|it| !matches!(it, ' ' | '-' | '/' | ':' | '_' | '.' | '年' | '\''))
        .collect();
    let (head, tail) = text.split_once(['q', 'h', 's'])?;
    let is_quarter = text.contains('q');
    let of = |year: &str, part: &str| {
        let part = digits(part, 1, 1)?;
        let (year, form) = match digits(year, 4, 4) {
            Some(year) => (year, Form::Plain),
            None => (short_year(year, dates)?, Form::ShortYear),
        };
        let period = match is_quarter {
            true => Period::quarter(year, part),
            false => Period::half(year, part),
        }?;
        Some(When { period, form })
    };
    if head.is_empty() {
        // q12024
        let (part, year) = tail.split_at_checked(1)?;
        return of(year, part);
    }
    // 2024q1, 1q2024
    of(head, tail).or_else(|| of(tail, head))
}

/// Reads a half of a year, 1 or 2.
pub(in crate::intake) fn half(text: &str) -> Option<u16> {
    let folded: String = text
        .chars()
        .map(narrow)
        .flat_map(char::to_lowercase)
        .collect();
    half_number(folded.trim().trim_end_matches(".0"))
}

/// True of `1h20`, `q1 20`, `20q1`: a part of a year of two digits, and nothing else.
pub(in crate::intake) fn is_short(text: &str) -> bool {
    let century = Some(super::CENTURY);
    let dates = Dates {
        century,
        ..Dates::PLAIN
    };
    let found = quarter_or_half(&text.trim().to_lowercase(), dates);
    found.is_some_and(|it| it.form == Form::ShortYear)
}

/// `2022 ii`, `ii/2022`.
pub(in crate::intake) fn roman(text: &str, dates: Dates) -> Option<When> {
    let (year, part) = roman_part(text)?;
    let period = match dates.numbered_parts? {
        YearParts::Quarters => Period::quarter(year, part),
        YearParts::Halves => Period::half(year, part),
    }?;
    let form = Form::Words;
    Some(When { period, form })
}

/// What the Roman numbers beside the years of these texts count: of more than two the quarters.
pub(in crate::intake) fn of_romans<'t>(texts: impl Iterator<Item = &'t str>) -> Option<YearParts> {
    let mut parts = texts.filter_map(|text| roman_part(&text.trim().to_lowercase()));
    parts
        .any(|(_, part)| part > 2)
        .then_some(YearParts::Quarters)
}
