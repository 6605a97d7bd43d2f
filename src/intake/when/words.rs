//! Periods in words and in signs of several languages: `2022K1`, `1. čtvrtletí 2023`, `FY2019-20`,
//! `Apr 2019 to Mar 2020`, `Year ending March 2020`, `As of 1 Jan 2020`, `2023年前三季度`.

use crate::intake::vocabulary::parts::{
    ENDING_HEADS, POINT_HEADS, PartName, YEAR_HEADS, chinese_number, counted_months, is_joint,
    ordinal, part_name, roman,
};
use crate::intake::when::name::year_places;
use crate::intake::when::{CENTURY, Dates, Form, When, digits, read};
use crate::model::{Period, PeriodKind};

/// Texts of more bytes are titles.
const LONGEST: usize = 80;

/// Reads a period in words, the text folded.
pub(in crate::intake) fn worded(text: &str, dates: Dates) -> Option<When> {
    if text.len() > LONGEST || !text.contains(|it: char| it.is_ascii_digit()) {
        return None;
    }
    headed(text, dates)
        .or_else(|| ending(text, dates))
        .or_else(|| at_a_point(text, dates))
        .or_else(|| range(text, dates))
        .or_else(|| counted(text).map(of_words))
        .or_else(|| first_quarters(text).map(of_words))
        .or_else(|| twice(text, dates))
}

fn of_words(period: Period) -> When {
    let form = Form::Words;
    When { period, form }
}

/// `fy19`, `fy2019-20`, `sy2019/20`, `ano 2020`, `'19`: a year of any kind, by the calendar year in which
/// it begins.
fn headed(text: &str, dates: Dates) -> Option<When> {
    let behind = |(head, may_be_short): &(&str, bool)| {
        let rest = text
            .strip_prefix(head)?
            .trim_start_matches([' ', '-', '_', ':', '\'']);
        rest.starts_with(|it: char| it.is_ascii_digit())
            .then_some((rest, *may_be_short))
    };
    let of_century = || text.strip_prefix('\'').map(|rest| (rest, true));
    let (rest, may_be_short) = YEAR_HEADS.iter().find_map(behind).or_else(of_century)?;
    if let Some(short) = digits(rest, 2, 2).filter(|_| may_be_short) {
        let year = short
            + if short >= u16::from(CENTURY) {
                1900
            } else {
                2000
            };
        let (period, form) = (Period::year(year)?, Form::ShortYear);
        return Some(When { period, form });
    }
    let full = short_pair(rest).filter(|_| may_be_short);
    let dates = Dates {
        split_years: true,
        serial_days: false,
        ..dates
    };
    let found = read(full.as_deref().unwrap_or(rest), dates)?;
    (found.period.kind() == PeriodKind::Year).then_some(found)
}

/// `19-20` and `19/20` behind a head: `2019/20`.
fn short_pair(text: &str) -> Option<String> {
    let (first, second) = text.split_once(['-', '/'])?;
    let (first, second) = (digits(first, 2, 2)?, digits(second, 2, 2)?);
    ((first + 1) % 100 == second).then(|| format!("20{first:02}/{second:02}"))
}

/// `as of 1 jan 2020`, `end of 2020`.
fn at_a_point(text: &str, dates: Dates) -> Option<When> {
    let rest = POINT_HEADS.iter().find_map(|head| {
        let rest = text.strip_prefix(head)?;
        let is_word = head.is_ascii() && !rest.starts_with(' ');
        (!is_word).then(|| rest.trim_start())
    })?;
    let found = read(rest, dates)?;
    let is_point = matches!(found.period.kind(), PeriodKind::Month | PeriodKind::Year)
        && found.form != Form::SplitYear;
    is_point.then_some(found)
}

/// `year ending march 2020`, `3 months to 31 march 2020`: so many months up to a last one.
fn ending(text: &str, dates: Dates) -> Option<When> {
    let (rest, months) = ENDING_HEADS.iter().find_map(|(head, months)| {
        let rest = text.strip_prefix(head)?.strip_prefix(' ')?;
        Some((rest.trim_start(), *months))
    })?;
    up_to(read(rest, dates)?, months).map(of_words)
}

/// So many months up to a last one, of which no day but the last is stated.
pub(in crate::intake) fn up_to(last: When, months: u16) -> Option<Period> {
    if last.period.kind() != PeriodKind::Month || !ends_its_month(last) {
        return None;
    }
    let last = last.period;
    let index = last.end_year() * 12 + last.end_month() - 1;
    let first = index.checked_sub(months - 1)?;
    let first = Period::month(first / 12, first % 12 + 1)?;
    as_usual(first, last)
}

/// True unless a day is stated that is not the last of its month.
fn ends_its_month(when: When) -> bool {
    let days = match (when.period.end_month(), when.period.end_year()) {
        (2, year) if year % 4 == 0 => 29,
        (2, _) => 28,
        (4 | 6 | 9 | 11, _) => 30,
        _ => 31,
    };
    match when.form {
        Form::Day(day) | Form::OpenDay(day) | Form::SerialDay(day) => day == days,
        _ => true,
    }
}

/// The months from a first to a last one: a year, a quarter where they are one.
fn as_usual(first: Period, last: Period) -> Option<Period> {
    let found = Period::interval(first, last)?;
    let (month, year) = (found.start_month(), found.start_year());
    match (found.length_months(), month) {
        (1, _) => Some(first),
        (12, 1) => Period::year(year),
        (3, 1 | 4 | 7 | 10) => Period::quarter(year, month / 3 + 1),
        _ => Some(found),
    }
}

/// `apr 2019 to mar 2020`, `01/04/2019 - 31/03/2020`, `january-june 2023`: whole months.
pub(in crate::intake) fn range(text: &str, dates: Dates) -> Option<When> {
    // 2020 jan-jun, 2020 (jan-jun)
    if let Some((year, rest)) = text.split_at_checked(4)
        && digits(year, 4, 4).is_some()
        && rest.starts_with([' ', '(', ','])
    {
        let months = rest.trim_matches([' ', '(', ')', ',']);
        let is_named = months.starts_with(char::is_alphabetic);
        return is_named
            .then(|| range(&format!("{months} {year}"), dates))
            .flatten();
    }
    const BETWEEN: [&str; 6] = [" to ", " bis ", " until ", " through ", " - ", "-"];
    let text = text.replace(['至', '到', '~'], "-");
    let parts = BETWEEN.iter().find_map(|mark| text.split_once(mark));
    let (first, last) = parts.map(|(first, last)| (first.trim(), last.trim()))?;
    let end = month_of(last, dates)?;
    let year = end.period.end_year();
    let begin = match month_of(first, dates) {
        Some(begin) => begin,
        // Of january-june 2023 the year is that of the last month.
        None if first.chars().all(char::is_alphabetic) => {
            month_of(&format!("{first} {year}"), dates)?
        }
        None => return None,
    };
    let begins = !matches!(begin.form, Form::Day(day) | Form::OpenDay(day) if day != 1);
    let says_days = |form| matches!(form, Form::Day(_) | Form::OpenDay(_));
    let is_whole = begins && ends_its_month(end) && says_days(begin.form) == says_days(end.form);
    if !is_whole {
        return None;
    }
    as_usual(begin.period, end.period).map(of_words)
}

/// A month that stands in a range: by its name, or with its day.
fn month_of(text: &str, dates: Dates) -> Option<When> {
    let found = read(text, dates)?;
    (found.period.kind() == PeriodKind::Month).then_some(found)
}

/// `2022k1`, `t1 2023`, `1. čtvrtletí 2023`, `2022 1e kwartaal`: a year, a number and what it counts.
fn counted(text: &str) -> Option<Period> {
    let (mut year, mut number, mut part) = (None, None, None);
    for word in words(text) {
        let is_new = if let Some(found) = digits(word, 4, 4) {
            year.replace(found).is_none()
        } else if let Some(found) = digits(word, 1, 2).or_else(|| ordinal(word)) {
            number.replace(found).is_none()
        } else if let Some(found) = part_name(word) {
            part.replace(found).is_none()
        } else if let Some(found) = roman(word) {
            number.replace(found).is_none()
        } else {
            is_joint(word)
        };
        if !is_new {
            return None;
        }
    }
    let (year, number) = (year?, number?);
    match part? {
        PartName::Quarter => Period::quarter(year, number),
        PartName::Half => Period::half(year, number),
    }
}

/// `2022K1`: a year, a number and no word but a letter.
pub(in crate::intake) fn is_of_one_letter(text: &str) -> bool {
    let found = words(text);
    let mut letters = found
        .iter()
        .filter(|word| word.starts_with(char::is_alphabetic));
    letters.all(|word| word.chars().count() == 1) && found.len() == 3
}

/// `2022 i`, `i/2022`: the year and the number that Roman numerals beside it are. Of what, only others tell.
pub(in crate::intake) fn roman_part(text: &str) -> Option<(u16, u16)> {
    let [one, other] = words(text)[..] else {
        return None;
    };
    let of = |year: &str, part: &str| Some((digits(year, 4, 4)?, roman(part)?));
    of(one, other).or_else(|| of(other, one))
}

/// Runs of digits and runs of letters.
pub(in crate::intake) fn words(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    let kind = |it: char| match it {
        it if it.is_ascii_digit() => 1,
        it if it.is_alphabetic() => 2,
        _ => 0,
    };
    let mut before = 0;
    for (at, it) in text.char_indices() {
        if kind(it) != before {
            found.extend(text.get(start..at).filter(|_| before > 0));
            (start, before) = (at, kind(it));
        }
    }
    found.extend(text.get(start..).filter(|_| before > 0));
    found
}

/// `2023年前三季度`, `2023年1-3季度`, `2023年前9个月`: from January on.
fn first_quarters(text: &str) -> Option<Period> {
    let (year, rest) = text.split_once('年')?;
    let year = digits(year.trim(), 4, 4)?;
    let (count, months) = counted_months(rest.trim())?;
    let count = count.strip_prefix('前').or_else(|| {
        let (first, last) = count.split_once(['-', '至', '到', '~'])?;
        let is_first = chinese_number(first.trim_start_matches('第')) == Some(1);
        (is_first && months == 3).then_some(last)
    })?;
    let last = chinese_number(count.trim().trim_start_matches('第'))? * months;
    as_usual(Period::month(year, 1)?, Period::month(year, last)?)
}

/// `2021年第1季度 1º trim. 2021`: one period in two languages.
fn twice(text: &str, dates: Dates) -> Option<When> {
    let places = year_places(text);
    let [first, second] = places[..] else {
        return None;
    };
    if text.get(first..first + 4) != text.get(second..second + 4) {
        return None;
    }
    let breaks = text
        .char_indices()
        .filter(|(_, it)| matches!(it, ' ' | '/' | '(' | '|'));
    let mut halves = breaks.filter_map(|(at, _)| {
        let marks = [' ', '/', '(', ')', '|'];
        let (one, other) = (text.get(..at)?.trim(), text.get(at..)?.trim_matches(marks));
        let (one, other) = (read(one, dates)?, read(other, dates)?);
        (one.period == other.period).then_some(of_words(one.period))
    });
    halves.next()
}
