//! The period that a column's name states: alone, or in words that say what it is of.

use crate::intake::vocabulary::eras::{are_thai, of_thailand, usual};
use crate::intake::vocabulary::months::is_word_as_well;
use crate::intake::vocabulary::narrow;
use crate::intake::vocabulary::parts::{is_left_over, is_other_year};
use crate::intake::when::mark::without_status;
use crate::intake::when::parts;
use crate::intake::when::rest::{goes_on_as_code, is_code, is_open_ended, is_part_left};
use crate::intake::when::span::{span, years_between};
use crate::intake::when::split::with_short_end;
use crate::intake::when::words::{range, roman_part, words};
use crate::intake::when::{
    CENTURY, Dates, Form, When, digits, fits_split, looks_split, named_month, read, split_year,
};
use crate::intake::when::{codes, editions};
use crate::model::{Period, PeriodKind};

/// What all the names of a table say together of how a period is written in one of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::intake) struct Ways {
    /// A year may end in the next one; where not, `2011-12` is a month.
    pub may_split: bool,
    /// `2022 III` is a quarter.
    pub has_roman_quarters: bool,
    /// Several years may be one period; where not, they are classes of another thing.
    pub may_span: bool,
    /// Years are those of Thailand.
    pub is_thai: bool,
    /// Four digits before a name are its code: `2010 Darlinghurst`.
    pub has_codes: bool,
    /// A letter and two digits before a name are of a year: `P20_POP`.
    pub has_editions: bool,
}

impl Ways {
    /// Of a name by itself.
    pub(in crate::intake) const ALONE: Ways = Ways {
        may_split: true,
        has_roman_quarters: true,
        may_span: true,
        is_thai: false,
        has_codes: false,
        has_editions: false,
    };

    /// As the names of all columns show.
    pub(in crate::intake) fn of<'a>(names: impl Iterator<Item = &'a str> + Clone) -> Ways {
        let is_month = |name: &str| looks_split(name) && !fits_split(name);
        let romans = names
            .clone()
            .filter_map(|name| roman_part(&name.to_lowercase()));
        let lengths: Vec<u16> = names.clone().filter_map(length_of_span).collect();
        let is_steady = lengths.iter().all(|it| Some(it) == lengths.first());
        let is_open = |name: &str| {
            let places = year_places(name);
            matches!(places[..], [start] if is_open_ended(name, start))
        };
        Ways {
            may_split: !names.clone().any(is_month),
            has_roman_quarters: romans.into_iter().any(|(_, part)| part > 2),
            may_span: is_steady && !names.clone().any(is_open),
            is_thai: are_thai(names.clone()),
            has_codes: codes::stand_before(names.clone()),
            has_editions: editions::are_beside(names.clone()),
        }
    }
}

/// Years in a name that is a span of them.
fn length_of_span(name: &str) -> Option<u16> {
    let name = name.trim().replace(['–', '—'], "-").replace(" - ", "-");
    years_between(&name).filter(|years| *years > 1)
}

/// What a column's name states of the period of its figures.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::intake) struct Stated {
    pub period: Period,
    /// In what form it is written.
    pub form: Form,
    /// What is left of the name without it.
    pub rest: String,
    /// The mark that says of the figures that they are not final; blank where there is none.
    pub mark: String,
}

impl Stated {
    fn of(when: When, rest: String) -> Stated {
        Stated {
            period: when.period,
            form: when.form,
            rest,
            mark: String::new(),
        }
    }
}

/// The period that a column's name states, and what is left of the name without it: `2019`,
/// `2020年`, `x2019`, `1990 [YR1990]`, `GDP 2019`, `2024Q1 人口`. None where it states none, or two.
pub(in crate::intake) fn in_name(name: &str) -> Option<(Period, String)> {
    in_name_of(name, Ways::ALONE).map(|it| (it.period, it.rest))
}

/// The same, as the names of all columns show how it is written.
pub(in crate::intake) fn in_name_of(name: &str, ways: Ways) -> Option<Stated> {
    if ways.has_codes && codes::with_name(name).is_some() {
        return None;
    }
    if let Some((when, rest)) = editions::read(name).filter(|_| ways.has_editions) {
        return Some(Stated::of(when, rest));
    }
    let narrow: String = name.chars().map(narrow).collect();
    let narrow = match ways.is_thai {
        true => of_thailand(&narrow),
        false => narrow,
    };
    let narrow = usual(&without_year_code(&narrow)).into_owned();
    let narrow = with_short_end(&narrow).unwrap_or(narrow);
    let found = match without_status(&narrow) {
        Some((kept, mark)) => stated(&kept, ways).map(|it| Stated { mark, ..it }),
        None => stated(&narrow, ways),
    }?;
    (ways.may_span || found.form != Form::Span).then_some(found)
}

fn stated(name: &str, ways: Ways) -> Option<Stated> {
    let dates = Dates {
        split_years: ways.may_split,
        ..Dates::PLAIN
    };
    let whole = name.trim().to_lowercase().replace(['–', '—'], "-");
    if let Some((year, part)) = roman_part(&whole).filter(|_| ways.has_roman_quarters) {
        let (period, form) = (Period::quarter(year, part)?, Form::Words);
        return Some(Stated::of(When { period, form }, String::new()));
    }
    for head in [
        "", "x", "y", "yr", "year ", "year", "fy", "fy ", "f", "v", "_", "mid-", "mid ",
    ] {
        if let Some(core) = whole.strip_prefix(head)
            && core.starts_with(|it: char| it.is_ascii_digit())
            && let Some(when) = read(core.trim_start_matches('_'), dates.of_text(core))
            && is_stated(core, when)
            // A quarter of a fiscal year is another one than of a year.
            && (!head.starts_with('f') || when.period.kind() == PeriodKind::Year)
        {
            return Some(Stated::of(when, String::new()));
        }
    }
    if let Some(when) = read(&whole, dates.of_text(&whole))
        .filter(|_| whole.contains(|it: char| it.is_ascii_digit()))
        && is_stated(&whole, when)
    {
        return Some(Stated::of(when, String::new()));
    }
    // Jan-19: a month by its name leaves no doubt that the rest is a year.
    let short = Dates {
        century: Some(CENTURY),
        ..dates
    };
    if let Some(when) = named_month(&whole, short).or_else(|| {
        // 1H20, 1Q20.
        let is_part = parts::is_short(&whole) && !whole.contains('s');
        is_part.then(|| parts::quarter_or_half(&whole, short))?
    }) {
        return Some(Stated::of(when, String::new()));
    }
    // Apr '20 to Mar '21: of two months by their names.
    if let Some(when) = range(&whole, short).filter(|_| year_places(&whole).is_empty()) {
        return Some(Stated::of(when, String::new()));
    }
    part_of_name(name, dates).or_else(|| range_of_name(name, dates))
}

/// True where a name speaks of a year, and of a part of it that cannot be read.
pub(in crate::intake) fn is_part_unread(name: &str, ways: Ways) -> bool {
    let narrow: String = name.chars().map(narrow).collect();
    let places = year_places(&narrow);
    let Some(start) = places.first().filter(|_| in_name_of(name, ways).is_none()) else {
        return false;
    };
    let digits = |it: char| it.is_ascii_digit() || matches!(it, '/' | '-' | '–');
    let after = narrow
        .get(*start..)
        .unwrap_or_default()
        .trim_start_matches(digits);
    is_part_left(narrow.get(..*start).unwrap_or_default(), after)
        || goes_on_as_code(after)
        || is_of_week(after)
}

/// Four digits of a year stand in the text.
fn is_stated(text: &str, when: When) -> bool {
    year_places(text).len() == 1
        || matches!(when.form, Form::Words | Form::ShortYear | Form::SplitYear)
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
pub(in crate::intake) fn year_places(text: &str) -> Vec<usize> {
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

/// The longest piece of a name that holds its only year and is a period.
fn part_of_name(name: &str, dates: Dates) -> Option<Stated> {
    let places = year_places(name);
    let [start] = places[..] else {
        return None;
    };
    if is_code(name, start) || is_open_ended(name, start) {
        return None;
    }
    let pieces = beginnings(name, start).into_iter().filter_map(|begin| {
        let (when, end) = piece_from(name, begin, start, dates)?;
        Some((end - begin, begin, end, when))
    });
    let (_, begin, end, when) = pieces.max_by_key(|(length, begin, ..)| (*length, *begin))?;
    let (before, after) = (name.get(..begin)?, name.get(end..)?);
    if is_of_week(after) || goes_on_as_code(after) || is_part_left(before, after) {
        return None;
    }
    let lower = before.to_lowercase();
    let is_of_other = words(&lower).last().is_some_and(|word| is_other_year(word));
    if is_of_other && when.period.kind() != PeriodKind::Year {
        return None;
    }
    let rest = [without_left_over(trim_marks(before)), trim_marks(after)];
    let rest: Vec<&str> = rest.into_iter().filter(|part| !part.is_empty()).collect();
    Some(Stated::of(when, rest.join(" ")))
}

/// The piece of a name that is the months from a first to a last one, each with its year: `Jan 2021-Dec 2021 rate`.
fn range_of_name(name: &str, dates: Dates) -> Option<Stated> {
    let [start, last] = year_places(name)[..] else {
        return None;
    };
    let end = last + 4;
    let pieces = beginnings(name, start).into_iter().filter_map(|begin| {
        let piece = name.get(begin..end)?.to_lowercase();
        let when = range(&piece.replace(['_', '–', '—'], "-"), dates)?;
        Some((begin, when))
    });
    let (begin, when) = pieces.min_by_key(|(begin, _)| *begin)?;
    let (before, after) = (name.get(..begin)?, name.get(end..)?);
    if is_of_week(after) || goes_on_as_code(after) || is_part_left(before, after) {
        return None;
    }
    let rest = [without_left_over(trim_marks(before)), trim_marks(after)];
    let rest: Vec<&str> = rest.into_iter().filter(|part| !part.is_empty()).collect();
    Some(Stated::of(when, rest.join(" ")))
}

/// Where a piece that holds the year may begin: at it, and at some words before it.
fn beginnings(name: &str, start: usize) -> Vec<usize> {
    const MOST: usize = 5;
    let is_gap = |it: char| it.is_whitespace() || matches!(it, '_' | '(' | ',' | ';' | '（' | '，');
    let before = name.get(..start).unwrap_or_default();
    let gaps = before.char_indices().rev().filter(|(_, it)| is_gap(*it));
    let mut found: Vec<usize> = gaps.map(|(at, it)| at + it.len_utf8()).take(MOST).collect();
    found.extend((found.len() < MOST).then_some(0));
    found.push(start);
    found
}

/// The longest period that begins at a place, and where it ends.
fn piece_from(name: &str, begin: usize, start: usize, dates: Dates) -> Option<(When, usize)> {
    let head = name.get(begin..start)?;
    // 03/2024 is a month, a number before a blank or a dash may be of anything.
    let is_of_dates = head.ends_with(['/', '.'])
        && head.len() >= 3
        && head
            .bytes()
            .all(|it| it.is_ascii_digit() || matches!(it, b'/' | b'.'));
    if !head.is_empty() && !is_of_dates && !head.contains(char::is_alphabetic) {
        return None;
    }
    // Data set 2022: within a name the word is no month.
    let lower = head.to_lowercase();
    if begin > 0 && words(&lower).first().is_some_and(|it| is_word_as_well(it)) {
        return None;
    }
    let is_break =
        |text: Option<char>| text.is_none_or(|it| !it.is_ascii_alphanumeric() || it == '_');
    let ends = start + 4..=name.len().min(start + 24);
    let mut ends = ends.rev().filter(|end| name.is_char_boundary(*end));
    ends.find_map(|end| {
        // cases_2020_01: what parts words parts a year and its month as well.
        let piece = name.get(begin..end)?.to_lowercase();
        let piece = piece.replace(['_', '–', '—'], "-");
        let follows = name.get(end..)?.chars().next();
        // Digits that follow belong to it, and letters to a word of their own.
        let is_other_script = end > start + 4 && !piece.ends_with(|it: char| it.is_ascii());
        let ends_well = is_break(follows)
            || is_other_script
            || (end == start + 4 && !follows?.is_ascii_digit());
        let is_trimmed = piece.trim_end().len() == piece.len();
        let dates = dates.of_text(&piece);
        let when = (ends_well && is_trimmed)
            .then(|| read(&piece, dates))
            .flatten()?;
        Some((when, end))
    })
}

/// A name without the word that joined it to its period: `Population at`.
fn without_left_over(text: &str) -> &str {
    let words = [2, 1].iter().find_map(|count| {
        let at = text
            .rmatch_indices(' ')
            .nth(count - 1)
            .map_or(0, |(at, _)| at + 1);
        let end = text.get(at..)?;
        let end = end.trim_start_matches(['(', '（']);
        is_left_over(&end.to_lowercase()).then_some(at)
    });
    match words {
        Some(at) => trim_marks(text.get(..at).unwrap_or(text)),
        None => text,
    }
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
                '_' | '-'
                    | '.'
                    | ','
                    | ':'
                    | ';'
                    | '/'
                    | '、'
                    | '，'
                    | '：'
                    | '·'
                    | '・'
                    | '|'
                    | '–'
                    | '—'
            )
    })
    .trim_end_matches("()")
    .trim_end_matches('(')
    .trim_start_matches(')')
    .trim_start_matches('年')
    .trim()
}
