//! The period that a column's name states: alone, or in words that say what it is of.

use super::DayOrder;
use super::vocabulary::narrow;
use super::vocabulary_eras::usual;
use super::when::{CENTURY, Dates, digits, named_month, read, split_year};
use super::when_span::span;
use crate::model::Period;

/// The period that a column's name states, and what is left of the name without it: `2019`,
/// `2020年`, `x2019`, `1990 [YR1990]`, `GDP 2019`, `2024Q1 人口`. None where it states none, or two.
pub(super) fn in_name(name: &str) -> Option<(Period, String)> {
    in_name_of(name, true)
}

/// The same; where no year may end in the next one, `2011-12` is a month.
pub(super) fn in_name_of(name: &str, may_split: bool) -> Option<(Period, String)> {
    let narrow: String = name.chars().map(narrow).collect();
    let narrow = usual(&without_year_code(&narrow)).into_owned();
    let dates = Dates {
        day_order: DayOrder::DayFirst,
        century: None,
        split_years: may_split,
        serial_days: false,
    };
    let whole = narrow.trim().to_lowercase();
    for head in [
        "", "x", "y", "yr", "year ", "year", "fy", "fy ", "f", "v", "_", "mid-", "mid ",
    ] {
        if let Some(core) = whole.strip_prefix(head)
            && core.starts_with(|it: char| it.is_ascii_digit())
            && let Some(when) = read(core.trim_start_matches('_'), dates.of_text(core))
            && is_stated(core)
        {
            return Some((when.period, String::new()));
        }
    }
    if let Some(when) = read(&whole, dates.of_text(&whole))
        .filter(|_| whole.contains(|it: char| it.is_ascii_digit()))
        && is_stated(&whole)
    {
        return Some((when.period, String::new()));
    }
    // Jan-19: a month by its name leaves no doubt that the rest is a year.
    let short = Dates {
        century: Some(CENTURY),
        ..dates
    };
    if let Some(when) = named_month(&whole, short) {
        return Some((when.period, String::new()));
    }
    part_of_name(&narrow, dates)
}

/// Four digits of a year stand in the text.
fn is_stated(text: &str) -> bool {
    year_places(text).len() == 1
        || split_year(text, true).is_some()
        || span(text, false).is_some()
        || is_year_and_month(text)
}

/// `202003`.
fn is_year_and_month(text: &str) -> bool {
    let parts = text.split_at_checked(4).filter(|_| text.len() == 6);
    parts.is_some_and(|(year, month)| {
        year_places(year).len() == 1 && digits(month, 2, 2).is_some_and(|it| (1..=12).contains(&it))
    })
}

fn without_year_code(name: &str) -> String {
    match name.find("[YR").or_else(|| name.find("[yr")) {
        Some(open) => name[..open].to_string(),
        None => name.to_string(),
    }
}

/// Where four digits of a year stand that are no part of a longer number.
fn year_places(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let is_digit = |at: Option<usize>| {
        at.and_then(|at| bytes.get(at))
            .is_some_and(u8::is_ascii_digit)
    };
    let mut places = Vec::new();
    for start in 0..bytes.len().saturating_sub(3) {
        let run = bytes.get(start..start + 4).unwrap_or_default();
        let stands_alone = !is_digit(start.checked_sub(1)) && !is_digit(Some(start + 4));
        if run.iter().all(u8::is_ascii_digit)
            && stands_alone
            && matches!(run, [b'1', b'9', ..] | [b'2', b'0' | b'1', ..])
        {
            places.push(start);
        }
    }
    places
}

/// The longest piece of a name that begins or ends with its only year and is a period.
fn part_of_name(name: &str, dates: Dates) -> Option<(Period, String)> {
    let places = year_places(name);
    let [start] = places[..] else {
        return None;
    };
    let is_break =
        |text: Option<char>| text.is_none_or(|it| !it.is_ascii_alphanumeric() || it == '_');
    let ends = (start + 4..=name.len().min(start + 24)).filter(|end| name.is_char_boundary(*end));
    let best = ends.rev().find_map(|end| {
        // cases_2020_01: what parts words parts a year and its month as well.
        let piece = name.get(start..end)?.to_lowercase().replace('_', "-");
        let follows = name.get(end..)?.chars().next();
        // Digits that follow belong to it, and letters to a word of their own.
        let ends_well = is_break(follows) || (end == start + 4 && !follows?.is_ascii_digit());
        let dates = dates.of_text(&piece);
        let when = ends_well.then(|| read(piece.trim_end(), dates)).flatten()?;
        (piece.trim_end().len() == piece.len()).then_some((when.period, end))
    });
    let (period, end) = best?;
    if is_of_week(name.get(end..)?) {
        return None;
    }
    let rest = [name.get(..start)?, name.get(end..)?].map(trim_marks);
    let rest: Vec<&str> = rest.into_iter().filter(|part| !part.is_empty()).collect();
    Some((period, rest.join(" ")))
}

/// True where a week follows the year: `2020W01`, `2020 week 7`, `2020年第3周`.
fn is_of_week(after: &str) -> bool {
    let lower = after.to_lowercase();
    let rest = lower.trim_start_matches([' ', '-', '_', '年', '第']);
    let digits = |text: &str| {
        let text = text.trim();
        matches!(text.len(), 1 | 2) && text.bytes().all(|it| it.is_ascii_digit())
    };
    let head = ["week", "wk", "w"]
        .iter()
        .find_map(|it| rest.strip_prefix(it));
    head.or_else(|| rest.strip_suffix('周')).is_some_and(digits)
}

fn trim_marks(text: &str) -> &str {
    text.trim_matches(|it: char| {
        it.is_whitespace()
            || matches!(
                it,
                '_' | '-' | '.' | ',' | ':' | ';' | '/' | '、' | '，' | '：'
            )
    })
    .trim_end_matches("()")
    .trim_end_matches('(')
    .trim_start_matches(')')
    .trim_start_matches('年')
    .trim()
}
