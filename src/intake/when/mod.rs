//! Periods as tables write them: years of two digits, years that begin in one and end in the next,
//! quarters and months in several orders, dates of days. A form that can be read in two ways is read
//! as the recipe says, or not at all.

pub(in crate::intake) mod bands;
pub(in crate::intake) mod base;
pub(in crate::intake) mod codes;
pub(in crate::intake) mod days;
pub(in crate::intake) mod editions;
pub(in crate::intake) mod ending;
pub(in crate::intake) mod looks;
pub(in crate::intake) mod mark;
pub(in crate::intake) mod months;
pub(in crate::intake) mod name;
pub(in crate::intake) mod other_quarters;
pub(in crate::intake) mod parts;
pub(in crate::intake) mod period_names;
pub(in crate::intake) mod republic;
pub(in crate::intake) mod rest;
pub(in crate::intake) mod serial;
pub(in crate::intake) mod span;
pub(in crate::intake) mod split;
pub(in crate::intake) mod times;
pub(in crate::intake) mod titled;
pub(in crate::intake) mod totals;
pub(in crate::intake) mod turn;
pub(in crate::intake) mod weeks;
pub(in crate::intake) mod words;

use crate::intake::vocabulary::eras::usual;
use crate::intake::vocabulary::months::month_number;
use crate::intake::vocabulary::narrow;
use crate::intake::vocabulary::time::{YEAR_TAILS, quarter_number, without_split_tail};
use crate::intake::when::ending::Ending;
use crate::intake::when::mark::without_star;
pub(in crate::intake) use crate::intake::when::mark::without_status;
pub(in crate::intake) use crate::intake::when::name::{Ways, in_name, in_name_of, is_part_unread};
pub(in crate::intake) use crate::intake::when::parts::half;
use crate::intake::when::serial::serial_day;
use crate::intake::when::span::span;
pub(in crate::intake) use crate::intake::when::split::{
    fits_split, is_split_of_six, is_split_only, is_stated_split, looks_split, split_year,
};
pub(in crate::intake) use crate::intake::when::totals::{is_of_months, months_between};
pub(in crate::intake) use crate::intake::when::words::is_of_one_letter;
use crate::intake::when::words::worded;
use crate::intake::{DayOrder, Recipe, YearParts};
use crate::model::{FaultKind, Period};
use crate::parse::cell;

/// How the periods of a table are written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::intake) struct Dates {
    pub day_order: DayOrder,
    /// See [`Recipe::century`].
    pub century: Option<u8>,
    /// See [`Recipe::split_years`].
    pub split_years: bool,
    /// See [`Recipe::serial_days`].
    pub serial_days: bool,
    /// See [`Recipe::numbered_parts`].
    pub numbered_parts: Option<YearParts>,
    /// See [`Recipe::republic_years`].
    pub republic_years: bool,
    /// See [`Recipe::year_begins`].
    pub year_begins: Option<u8>,
    /// See [`Recipe::days_apart`].
    pub days_apart: bool,
    /// What a column is named for whose cells say the ends of its periods.
    pub ending: Option<Ending>,
}

impl Dates {
    /// Of which nothing is known.
    pub(in crate::intake) const PLAIN: Dates = Dates {
        day_order: DayOrder::DayFirst,
        century: None,
        split_years: false,
        serial_days: false,
        numbered_parts: None,
        republic_years: false,
        year_begins: None,
        days_apart: false,
        ending: None,
    };

    pub(in crate::intake) fn of(recipe: &Recipe) -> Dates {
        Dates {
            day_order: recipe.day_order,
            century: recipe.century,
            split_years: recipe.split_years,
            serial_days: recipe.serial_days,
            numbered_parts: recipe.numbered_parts,
            republic_years: recipe.republic_years,
            year_begins: recipe.year_begins,
            days_apart: recipe.days_apart,
            ending: Ending::of(recipe),
        }
    }

    /// For a text by itself: `2011-10` is a month wherever it stands.
    pub(in crate::intake) fn of_text(self, text: &str) -> Dates {
        let split_years = self.split_years && fits_split(text);
        Dates {
            split_years,
            ..self
        }
    }
}

/// Of a year of two digits from this one on, the 1900s are meant.
pub(in crate::intake) const CENTURY: u8 = 30;

/// A period, and the form in which it was written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::intake) struct When {
    pub period: Period,
    pub form: Form,
}

/// In what form a period was written, as far as something was assumed for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::intake) enum Form {
    /// One that says it all.
    Plain,
    /// `2019/20`.
    SplitYear,
    /// `2017-19`: several years.
    Span,
    /// A day of this number from 1, of which the month is kept.
    Day(u8),
    /// The same, told by the number that a spreadsheet has for it.
    SerialDay(u8),
    /// A day that the order of day and month decides; the month might be the day.
    OpenDay(u8),
    /// A year of two digits.
    ShortYear,
    /// `2022K1`: in words or signs that are of one language or of one kind of table.
    Words,
    /// `2021p`: the mark behind it is of its figures.
    Marked,
}

/// Reads a period.
pub(in crate::intake) fn period(text: &str, dates: Dates) -> Result<When, FaultKind> {
    let found = written(text, dates)?;
    match dates.ending {
        Some(ending) => ending.read(found).ok_or(FaultKind::PeriodForm),
        None => Ok(found),
    }
}

fn written(text: &str, dates: Dates) -> Result<When, FaultKind> {
    let folded: String = text
        .chars()
        .map(narrow)
        .flat_map(char::to_lowercase)
        .collect();
    let folded = usual(folded.trim()).replace(['–', '—'], "-");
    if let Some(usual) = republic::as_usual(&folded).filter(|_| dates.republic_years) {
        let form = Form::Words;
        let found = read(&usual, dates);
        return found
            .map(|it| When { form, ..it })
            .ok_or(FaultKind::PeriodForm);
    }
    match read(&folded, dates).or_else(|| marked(&folded, dates)) {
        Some(when) => Ok(when),
        None => Err(match cell::period(text) {
            Err(kind) => kind,
            Ok(_) => FaultKind::PeriodForm,
        }),
    }
}

/// `2021p`, `2022 2e kwartaal*`: the period without the mark.
fn marked(text: &str, dates: Dates) -> Option<When> {
    let found = match without_status(text) {
        Some((kept, _)) => read(&kept, dates),
        None => Some(without_star(text))
            .filter(|bare| *bare != text)
            .and_then(|bare| read(bare, dates)),
    };
    let form = Form::Marked;
    found.map(|it| When { form, ..it })
}

/// The period that a reader types for a whole table: as published packages write it, or as tables do.
pub fn stated_period(text: &str) -> Option<Period> {
    Period::parse(text).or_else(|| read(text, Dates::PLAIN).map(|it| it.period))
}

/// Reads a year that stands alone.
pub(in crate::intake) fn year(text: &str, dates: Dates) -> Option<(u16, Form)> {
    let folded: String = text.chars().map(narrow).collect();
    let folded = usual(folded.trim());
    let republic = republic::as_usual(&folded).filter(|_| dates.republic_years);
    let mut core = republic.as_deref().unwrap_or(folded.trim_end_matches(".0"));
    for tail in YEAR_TAILS {
        core = core.strip_suffix(tail).unwrap_or(core);
    }
    let core = core.trim();
    if let Some(year) = digits(core, 4, 4) {
        return Period::year(year).map(|_| (year, Form::Plain));
    }
    let short = short_year(core, dates)?;
    Some((short, Form::ShortYear))
}

/// Reads a month from 1 to 12.
pub(in crate::intake) fn month(text: &str) -> Option<u16> {
    let folded: String = text
        .chars()
        .map(narrow)
        .flat_map(char::to_lowercase)
        .collect();
    let core = folded.trim().trim_end_matches(".0");
    // M3 is a number behind a letter, March a name that begins with it.
    let number = core.strip_prefix('m').unwrap_or(core);
    let number = digits(number.trim_end_matches(['月', '份']), 1, 2);
    let number = number.or_else(|| month_number(core.trim_end_matches('份')));
    number.filter(|month| (1..=12).contains(month))
}

/// Reads a quarter from 1 to 4.
pub(in crate::intake) fn quarter(text: &str) -> Option<u16> {
    let folded: String = text
        .chars()
        .map(narrow)
        .flat_map(char::to_lowercase)
        .collect();
    quarter_number(folded.trim().trim_end_matches(".0"))
}

pub(in crate::intake) fn read(text: &str, dates: Dates) -> Option<When> {
    // A date keeps its day before a time.
    let text = match text.split_once(['t', ' ']) {
        Some((date, time)) if time.len() >= 4 && time.get(2..3) == Some(":") => date,
        _ => text,
    };
    if let Some((period, day)) = serial_day(text).filter(|_| dates.serial_days) {
        let form = Form::SerialDay(day);
        return Some(When { period, form });
    }
    if let Some((year, form)) = year(text, dates) {
        return Period::year(year).map(|period| When { period, form });
    }
    // 2015 - 17 is 2015-17.
    let spanned = without_split_tail(text).replace(" - ", "-");
    if let Some(period) = split_year(&spanned, dates.split_years) {
        let form = Form::SplitYear;
        return Some(When { period, form });
    }
    if let Some(period) = span(&spanned, dates.split_years) {
        let form = Form::Span;
        return Some(When { period, form });
    }
    if dates.split_years && looks_split(text) || has_no_such_day(text) {
        return None;
    }
    parts::quarter_or_half(text, dates)
        .or_else(|| parts::roman(text, dates))
        .or_else(|| named_month(text, dates))
        .or_else(|| numbers(text.trim_end_matches('月'), dates))
        .or_else(|| totals::interval(text))
        .or_else(|| chinese(text))
        .or_else(|| worded(text, dates))
}

fn chinese(text: &str) -> Option<When> {
    let read = cell::period(text.trim_end_matches(['累', '计'])).ok()?;
    let day = text.split_once('月').and_then(|(_, day)| {
        let day = day.trim().trim_end_matches(['日', '号']);
        digits(day, 1, 2)
    });
    Some(When {
        period: read.period,
        form: day.map_or(Form::Plain, |day| Form::Day(day as u8)),
    })
}

/// `mar 2024`, `march-24`, `2024 mar`, `31 mar 2024`, `mar 31, 2024`, `2024m03`.
pub(in crate::intake) fn named_month(text: &str, dates: Dates) -> Option<When> {
    if let Some((year, month)) = text.split_once('m')
        && let (Some(year), Some(month)) = (digits(year.trim(), 4, 4), digits(month, 1, 2))
    {
        let period = Period::month(year, month)?;
        return Some(When {
            period,
            form: Form::Plain,
        });
    }
    let joined = joined_month(text);
    let parts = joined.as_deref().unwrap_or(text);
    let parts = parts
        .split([' ', '-', '/', ',', '.'])
        .filter(|part| !part.is_empty());
    let (mut month, mut year, mut short, mut day) = (None, None, None, None);
    for part in parts {
        // Apr '21
        let part = part.trim_start_matches(['\'', '’']);
        if part.bytes().all(|byte| byte.is_ascii_digit()) {
            match part.len() {
                4 if year.is_none() => year = Some(digits(part, 4, 4)?),
                1 | 2 if short.is_none() => short = Some(part),
                1 | 2 if day.is_none() => {
                    // Of two numbers the first is the day.
                    day = short.replace(part);
                }
                _ => return None,
            }
        } else {
            let named = month_number(part)?;
            if month.replace(named).is_some() {
                return None;
            }
        }
    }
    let (year, form) = match (year, short, day) {
        (Some(year), None, None) => (year, Form::Plain),
        (Some(year), Some(day), None) => (year, day_form(day)?),
        (None, Some(year), None) => (short_year(year, dates)?, Form::ShortYear),
        (None, Some(year), Some(day)) => (short_year(year, dates)?, day_form(day)?),
        _ => return None,
    };
    let period = Period::month(year, month?)?;
    Some(When { period, form })
}

/// `01apr2024` and `apr2024`, as statistical programs write dates, with blanks between the parts.
fn joined_month(text: &str) -> Option<String> {
    let (head, year) = text.split_at_checked(text.len().checked_sub(4)?)?;
    let month = head.trim_start_matches(|it: char| it.is_ascii_digit());
    let day = head.strip_suffix(month)?;
    let is_so = digits(year, 4, 4).is_some()
        && day.len() <= 2
        && month.len() >= 3
        && month.bytes().all(|it| it.is_ascii_lowercase())
        && month_number(month).is_some();
    is_so.then(|| format!("{day} {month} {year}"))
}

fn day_form(day: &str) -> Option<Form> {
    let day = digits(day, 1, 2).filter(|day| (1..=31).contains(day))?;
    Some(Form::Day(day as u8))
}

/// True where the month has the day: there is no 30th of February.
fn is_day(year: u16, month: &str, day: &str) -> bool {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let last = match digits(month, 1, 2) {
        Some(2) if is_leap => 29,
        Some(2) => 28,
        Some(4 | 6 | 9 | 11) => 30,
        _ => 31,
    };
    digits(day, 1, 2).is_some_and(|day| (1..=last).contains(&day))
}

/// True of a date that no calendar has, the year first.
fn has_no_such_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['/', '-', '.']).collect();
    match parts[..] {
        [year, month, day] => digits(year, 4, 4).is_some_and(|year| !is_day(year, month, day)),
        _ => false,
    }
}

/// True where `2023.10` has become `2023.1`, as numbers lose a zero at their end: the year has an
/// eleventh or a twelfth month, a first and no tenth.
pub(in crate::intake) fn is_tenth_lost(values: &[&str]) -> bool {
    let has = |year: &str, month: &str| values.contains(&format!("{year}.{month}").as_str());
    let years = values.iter().filter_map(|text| text.strip_suffix(".1"));
    let mut years = years.filter(|year| digits(year, 4, 4).is_some());
    years.any(|year| !has(year, "10") && (has(year, "11") || has(year, "12")))
}

/// `2024-03-31`, `31/12/2024`, `12/31/2024`, `03/2024`, `20240331`, `202403`.
fn numbers(text: &str, dates: Dates) -> Option<When> {
    let mark = ['/', '-', '.']
        .into_iter()
        .find(|mark| text.contains(*mark));
    let Some(mark) = mark else {
        let (year, rest) = text.split_at_checked(4)?;
        let (month, day) = rest.split_at_checked(2)?;
        let period = Period::month(digits(year, 4, 4)?, digits(month, 2, 2)?)?;
        let form = match day {
            "" => Form::Plain,
            day => day_form(day).filter(|_| day.len() == 2)?,
        };
        return Some(When { period, form });
    };
    let parts: Vec<&str> = text.split(mark).collect();
    let of = |year: u16, month: &str, form: Form| {
        let period = Period::month(year, digits(month, 1, 2)?)?;
        Some(When { period, form })
    };
    match parts[..] {
        [year, month] if year.len() == 4 => of(digits(year, 4, 4)?, month, Form::Plain),
        [month, year] => of(digits(year, 4, 4)?, month, Form::Plain),
        [year, month, day] if year.len() == 4 => {
            let year = digits(year, 4, 4)?;
            let form = day_form(day).filter(|_| is_day(year, month, day))?;
            of(year, month, form)
        }
        [first, second, year] => {
            let year = match digits(year, 4, 4) {
                Some(year) => year,
                None => short_year(year, dates)?,
            };
            let (day, month) = match dates.day_order {
                DayOrder::DayFirst => (first, second),
                DayOrder::MonthFirst => (second, first),
            };
            let number = digits(day, 1, 2).filter(|_| is_day(year, month, day))? as u8;
            let form = match number {
                1..=12 => Form::OpenDay(number),
                _ => Form::Day(number),
            };
            of(year, month, form)
        }
        _ => None,
    }
}

fn short_year(text: &str, dates: Dates) -> Option<u16> {
    let pivot = u16::from(dates.century?);
    let year = digits(text.trim_start_matches('\''), 2, 2)?;
    Some(year + if year >= pivot { 1900 } else { 2000 })
}

pub(in crate::intake) fn digits(text: &str, fewest: usize, most: usize) -> Option<u16> {
    let sound = (fewest..=most).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_digit());
    sound.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests;
