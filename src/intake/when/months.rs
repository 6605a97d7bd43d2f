//! Columns that are named for the months or the quarters of one year: `1月`, `Feb`, `Q3`, or for its months up to
//! one: `1-9月`; and for one and for what is counted in it, where several months have that: `1月 受理数`. Which year it is stands elsewhere, and
//! without it they are no periods.

use crate::intake::when::name::year_places;
use crate::intake::when::turn::{
    begins_with, month_within, months_within, quarter_within, year_from,
};
use crate::intake::{ColumnRole, Part, Recipe, when};
use crate::model::{Period, PeriodKind};

/// Gives the columns of months and quarters their periods in the year that the whole table is of, or in twelve
/// months. Blank indicators are named by the table. True where all of them have one; none has one where the year
/// is stated as one of the calendar and the order of the months is that of another.
pub(in crate::intake) fn set(recipe: &mut Recipe, of: Period) -> bool {
    let found = columns(recipe, true);
    if of.kind() == PeriodKind::Year && begin_with(recipe, &found).is_some() {
        return false;
    }
    let period = |found: &Found| match &found.part {
        Within::Month(month) => month_within(of, *month),
        Within::Quarter(quarter) => quarter_within(of, *quarter),
        Within::Months(first, last) => months_within(of, *first, *last),
    };
    let periods: Option<Vec<Period>> = found.iter().map(period).collect();
    let Some(periods) = periods.filter(|it| !it.is_empty()) else {
        return false;
    };
    for (found, period) in found.into_iter().zip(periods) {
        let column = recipe.columns.get_mut(found.at);
        if let Some(ColumnRole::Figure(figure)) = column.map(|it| &mut it.role) {
            figure.period = Some(period);
            figure.indicator = found.indicator;
        }
    }
    true
}

/// True where columns of figures are named for months or quarters and nothing says of which year.
pub(in crate::intake) fn are_open(recipe: &Recipe) -> bool {
    !columns(recipe, false).is_empty()
}

/// The twelve months of a year over two calendar years, from the one in which it begins, where the order of all
/// its months shows them; an error where columns of months or quarters do not show in which of the two they lie.
pub(in crate::intake) fn over_two_years(recipe: &Recipe, year: u16) -> Result<Option<Period>, ()> {
    let found = columns(recipe, false);
    if found.is_empty() {
        return Ok(None);
    }
    let begins = begin_with(recipe, &found);
    let twelve = begins.and_then(|it| year_from(year, it));
    twelve.map(Some).ok_or(())
}

/// The month that these begin with, where all are months and their order shows that they run on over the turn of a
/// calendar year.
fn begin_with(recipe: &Recipe, found: &[Found]) -> Option<u16> {
    let month = |found: &Found| match found.part {
        Within::Month(month) => Some(month),
        Within::Quarter(_) | Within::Months(..) => None,
    };
    let months: Option<Vec<u16>> = found.iter().map(month).collect();
    let names = found.iter().filter_map(|it| recipe.columns.get(it.at));
    let names: Vec<&str> = names.map(|it| it.name.trim()).collect();
    begins_with(&months?, &names)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Within {
    Month(u16),
    Quarter(u16),
    /// From a first to a last one, as running totals have them.
    Months(u16, u16),
}

/// A column of figures so named.
#[derive(Debug)]
struct Found {
    at: usize,
    part: Within,
    /// What is counted in it; blank where the name is nothing but the month.
    indicator: String,
}

/// The columns of figures so named: several, each of another month of its indicator. Those that were given a
/// period before with them, or those without one alone.
fn columns(recipe: &Recipe, with_set: bool) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for (at, column) in recipe.columns.iter().enumerate() {
        let Some(figure) = column.figure().filter(|it| it.part == Part::Value) else {
            continue;
        };
        let stated = match (figure.period, figure.indicator.as_str()) {
            (None, name) => within_name(name),
            (Some(_), own) if with_set => within_name(&column.name)
                .filter(|(_, rest)| rest.is_empty() == own.is_empty() && rest.starts_with(own))
                .map(|(part, _)| (part, own)),
            _ => continue,
        };
        if let Some((part, indicator)) = stated {
            let indicator = indicator.to_string();
            found.push(Found {
                at,
                part,
                indicator,
            });
        }
    }
    // M0 to M90 beside F0 to F90 are ages of men and women, Q1 to Q12 are questions.
    let names = recipe.columns.iter().filter(|it| it.figure().is_some());
    let names: Vec<&str> = names.map(|it| it.name.trim()).collect();
    found.retain(|it| {
        let name = recipe.columns.get(it.at).map_or("", |it| it.name.trim());
        !is_of_a_list(name, &names)
    });
    // Of what is counted in one month only the month is a part of the name.
    let of = |it: &Found| (it.part, it.indicator.clone());
    let all: Vec<(Within, String)> = found.iter().map(of).collect();
    found.retain(|it| {
        let is_other = |other: &&(Within, String)| other.1 == it.indicator && other.0 != it.part;
        it.indicator.is_empty() || all.iter().find(is_other).is_some()
    });
    let all: Vec<(Within, String)> = found.iter().map(of).collect();
    let is_distinct = (1..all.len()).all(|at| !all[..at].contains(&all[at]));
    match found.len() > 1 && is_distinct {
        true => found,
        false => Vec::new(),
    }
}

/// True where a letter and a number are of a list that goes on beyond the months or quarters of a year, or that
/// another letter has as well.
fn is_of_a_list(name: &str, names: &[&str]) -> bool {
    let Some((letter, number)) = letter_and_number(name) else {
        return false;
    };
    let last = if letter == 'q' { 4 } else { 12 };
    let mut others = names.iter().filter_map(|it| letter_and_number(it));
    others.any(|(other, of)| match other == letter {
        true => !(1..=last).contains(&of),
        false => of == number,
    })
}

/// `M12`, of which nothing but the letter says what the number is of.
fn letter_and_number(name: &str) -> Option<(char, u16)> {
    let mut rest = name.chars();
    let letter = rest.next()?.to_ascii_lowercase();
    let number = when::digits(rest.as_str().trim_start_matches(['_', ' ']), 1, 3)?;
    letter.is_ascii_lowercase().then_some((letter, number))
}

/// The month or the quarter that a name is, or that it begins or ends with, and the rest of it.
fn within_name(name: &str) -> Option<(Within, &str)> {
    let name = name.trim();
    let first = || {
        let (month, rest) = name.split_once(' ')?;
        Some((within(month)?, rest.trim_start()))
    };
    let last = || {
        let (rest, month) = name.rsplit_once(' ')?;
        Some((within(month)?, rest.trim_end()))
    };
    let has_no_year = |found: &(Within, &str)| year_places(found.1).is_empty();
    let parts = || first().or_else(last).filter(has_no_year);
    within(name).map(|it| (it, "")).or_else(parts)
}

/// The month or the quarter that a name is. A bare number is neither.
fn within(name: &str) -> Option<Within> {
    let says_so = |text: &str| {
        let lower = text.to_lowercase();
        let is_number = lower.bytes().all(|byte| byte.is_ascii_digit());
        (!is_number).then_some(lower)
    };
    let lower = says_so(name.trim())?;
    if let Some((first, last)) = when::months_between(&lower) {
        return Some(Within::Months(first, last));
    }
    let is_quarter = lower.contains('季') || lower.starts_with('q');
    match is_quarter {
        true => when::quarter(&lower).map(Within::Quarter),
        false => when::month(&lower).map(Within::Month),
    }
}
