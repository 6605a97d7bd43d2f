//! Columns that are named for the months or the quarters of one year: `1月`, `Feb`, `Q3`. Which year it
//! is stands elsewhere, and without it they are no periods.

use crate::intake::{ColumnRole, Part, Recipe, when};
use crate::model::Period;

/// Gives the columns of months and quarters their periods in the year that the whole table is of.
/// Blank indicators are named by the table. True where there are such columns.
pub(in crate::intake) fn set(recipe: &mut Recipe, year: Period) -> bool {
    let Some(year) = year_of(year) else {
        return false;
    };
    let found = columns(recipe);
    for (at, part) in &found {
        if let Some(ColumnRole::Figure(figure)) = recipe.columns.get_mut(*at).map(|it| &mut it.role)
        {
            figure.period = match part {
                Within::Month(month) => Period::month(year, *month),
                Within::Quarter(quarter) => Period::quarter(year, *quarter),
            };
            figure.indicator.clear();
        }
    }
    !found.is_empty()
}

/// True where columns of figures are named for months or quarters and nothing says of which year.
pub(in crate::intake) fn are_open(recipe: &Recipe) -> bool {
    !columns(recipe).is_empty()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Within {
    Month(u16),
    Quarter(u16),
}

/// The columns of figures so named that have no period: several, each of another month.
fn columns(recipe: &Recipe) -> Vec<(usize, Within)> {
    let mut found: Vec<(usize, Within)> = Vec::new();
    for (at, column) in recipe.columns.iter().enumerate() {
        let is_plain = |it: &&crate::intake::Figure| it.period.is_none() && it.part == Part::Value;
        let Some(figure) = column.figure().filter(is_plain) else {
            continue;
        };
        if let Some(part) = within(&figure.indicator) {
            found.push((at, part));
        }
    }
    // M0 to M90 beside F0 to F90 are ages of men and women, Q1 to Q12 are questions.
    let names = recipe.columns.iter().filter(|it| it.figure().is_some());
    let names: Vec<&str> = names.map(|it| it.name.trim()).collect();
    found.retain(|(at, _)| {
        let name = recipe.columns.get(*at).map_or("", |it| it.name.trim());
        !is_of_a_list(name, &names)
    });
    let parts: Vec<Within> = found.iter().map(|(_, part)| *part).collect();
    let is_distinct = (1..parts.len()).all(|at| !parts[..at].contains(&parts[at]));
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

/// The month or the quarter that a name is. A bare number is neither.
fn within(name: &str) -> Option<Within> {
    let says_so = |text: &str| {
        let lower = text.to_lowercase();
        let is_number = lower.bytes().all(|byte| byte.is_ascii_digit());
        (!is_number).then_some(lower)
    };
    let lower = says_so(name.trim())?;
    let is_quarter = lower.contains('季') || lower.starts_with('q');
    match is_quarter {
        true => when::quarter(&lower).map(Within::Quarter),
        false => when::month(&lower).map(Within::Month),
    }
}

fn year_of(period: Period) -> Option<u16> {
    let text = period.to_string();
    let year: u16 = text.parse().ok()?;
    Period::year(year)
        .is_some_and(|it| it == period)
        .then_some(year)
}
