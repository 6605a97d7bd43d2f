//! Columns that are the quotient of two others, as their figures show: a rate beside the cases and the
//! persons that it was made of. With these its chance can be told. Must not go by what columns are called.

use super::columns::Column;
use super::figures::{quotient, quotient_kind};
use super::number::{Numbers, Read};
use super::per::per_so_many;
use super::plan::{Cell, Group};
use super::rows::{Cells, Rows};
use super::vocabulary::kinds::is_measured;
use super::{DecimalMark, Figure, IndicatorPlan, Part, Quotient, Recipe, Remark};

/// What quotients are multiplied by.
const MULTIPLIERS: [f64; 6] = [100.0, 1.0, 1000.0, 10_000.0, 100_000.0, 1_000_000.0];
/// Fewer rows than these show nothing.
const FEWEST_ROWS: usize = 5;
/// Of fewer different values as well.
const FEWEST_VALUES: usize = 3;
/// Of more columns than these not all pairs are tried.
const MOST_COLUMNS: usize = 24;

/// Finds the columns of values that are quotients of two others in every row, writes down of which, and
/// tells it.
pub(super) fn set(recipe: &mut Recipe, columns: &[Column<'_>], remarks: &mut Vec<Remark>) {
    let is_plain = |figure: &Figure| {
        figure.part == Part::Value && figure.period.is_none() && figure.area.is_empty()
    };
    let figures = recipe.columns.iter().enumerate();
    let of_values: Vec<usize> = figures
        .filter(|(_, column)| column.figure().is_some_and(is_plain))
        .map(|(at, _)| at)
        .take(MOST_COLUMNS)
        .collect();
    let read: Vec<Option<Vec<Option<f64>>>> = columns
        .iter()
        .enumerate()
        .map(|(at, column)| of_values.contains(&at).then(|| numbers(column, recipe)))
        .collect();
    let of = |at: usize| read.get(at).and_then(Option::as_deref).unwrap_or(&[]);
    for value in of_values.iter().copied() {
        let decimals = columns[value].decimals;
        let found = pairs(&of_values, columns)
            .filter(|(numerator, denominator)| *numerator != value && *denominator != value)
            .find_map(|(numerator, denominator)| {
                let rows = rows(of(value), of(numerator), of(denominator));
                let multiplier = multiplier(&rows, decimals)?;
                // What is no part of the other and is told of one or of a hundred, such as persons of a
                // household or men to women, is no rate of events.
                let is_part = rows.iter().all(|(_, part, whole)| part <= whole);
                let is_of_events = is_part || multiplier > 100.0;
                is_of_events.then_some((numerator, denominator, multiplier, rows))
            });
        let Some((numerator, denominator, multiplier, rows)) = found else {
            continue;
        };
        let Some(figure) = recipe.columns[value].figure() else {
            continue;
        };
        let name = figure.indicator.clone();
        let Some(plan) = recipe.indicators.iter_mut().find(|it| it.name == name) else {
            continue;
        };
        let is_part = rows.iter().all(|(_, part, whole)| part <= whole);
        let made = quotient_kind(plan.clone(), is_part && multiplier <= 100.0, true);
        *plan = IndicatorPlan {
            decimals: plan.decimals,
            ..per_so_many(made, multiplier)
        };
        remarks.push(Remark::QuotientOfColumns {
            column: recipe.columns[value].name.clone(),
            numerator: recipe.columns[numerator].name.clone(),
            denominator: recipe.columns[denominator].name.clone(),
            multiplier,
        });
        recipe.quotients.push(Quotient {
            value,
            numerator,
            denominator,
            decimals,
        });
    }
}

/// The plan of an indicator with a column of numerators and one of denominators. A numerator that is nowhere
/// larger than its denominator is taken for a part of it; else for events against what they are counted by. What
/// the quotient is multiplied by a column of values beside them says, where there is one.
pub(super) fn of_columns(
    plan: IndicatorPlan,
    recipe: &Recipe,
    parts: [&Column<'_>; 2],
    value: Option<&Column<'_>>,
) -> IndicatorPlan {
    let [numerators, denominators] = parts.map(|column| numbers(column, recipe));
    let is_part = are_parts(&numerators, &denominators);
    let is_counted = parts[0].decimals == 0;
    let usual = if is_part { 100.0 } else { 1.0 };
    let multiplier = value.and_then(|column| {
        let rows = rows(&numbers(column, recipe), &numerators, &denominators);
        most_fitting(&rows, column.decimals, usual)
    });
    let decimals = plan.decimals;
    match multiplier.filter(|it| *it != usual) {
        Some(multiplier) => {
            let made = quotient_kind(plan, is_part && multiplier <= 100.0, is_counted);
            let made = per_so_many(made, multiplier);
            let decimals = made.decimals.max(decimals);
            IndicatorPlan { decimals, ..made }
        }
        None => quotient(plan, is_part, is_counted),
    }
}

/// What most of the values are their quotients multiplied by; the usual one where it is so of as many. None where
/// it is so of less than half.
fn most_fitting(rows: &[(f64, f64, f64)], decimals: u8, usual: f64) -> Option<f64> {
    let fitting = |multiplier: f64| {
        let is_so = |(value, numerator, denominator): &&(f64, f64, f64)| {
            agrees(*value, numerator / denominator * multiplier, decimals)
        };
        rows.iter().filter(is_so).count()
    };
    let mut best = (fitting(usual), usual);
    for multiplier in MULTIPLIERS {
        let count = fitting(multiplier);
        if count > best.0 {
            best = (count, multiplier);
        }
    }
    (best.0 * 2 >= rows.len() && best.0 > 0).then_some(best.1)
}

/// True where none is larger than the one beside it.
pub(super) fn are_parts(parts: &[Option<f64>], wholes: &[Option<f64>]) -> bool {
    let mut both = parts.iter().zip(wholes);
    both.all(|(part, whole)| part.zip(*whole).is_none_or(|(part, whole)| part <= whole))
}

pub(super) fn numbers(column: &Column<'_>, recipe: &Recipe) -> Vec<Option<f64>> {
    let mut numbers = Numbers::default();
    let mark: DecimalMark = recipe.decimal_mark;
    let missing = |cell: &str| recipe.missing.iter().any(|it| it == cell);
    let read = column
        .cells
        .iter()
        .map(|cell| match numbers.read(cell, mark, column.sign) {
            Read::Number(number) if !missing(cell) => Some(number.value),
            _ => None,
        });
    read.collect()
}

/// Columns of things that are counted.
pub(super) fn counted(of_values: &[usize], columns: &[Column<'_>]) -> impl Iterator<Item = usize> {
    // Amounts of money and the like have no chance that goes by their size.
    let is_counted = |at: &usize| {
        let column = &columns[*at];
        column.sign.is_empty()
            && column.decimals == 0
            && column.distinct >= FEWEST_VALUES
            && !is_measured(&column.name)
    };
    of_values.iter().copied().filter(is_counted)
}

/// Pairs of columns that may be a numerator and a denominator: of things that are counted.
fn pairs(of_values: &[usize], columns: &[Column<'_>]) -> impl Iterator<Item = (usize, usize)> {
    let counted: Vec<usize> = counted(of_values, columns).collect();
    let others = counted.clone();
    counted.into_iter().flat_map(move |one| {
        let others = others
            .clone()
            .into_iter()
            .filter(move |other| *other != one);
        others.map(move |other| (one, other))
    })
}

/// The rows that have all three.
fn rows(
    values: &[Option<f64>],
    numerators: &[Option<f64>],
    denominators: &[Option<f64>],
) -> Vec<(f64, f64, f64)> {
    let parts = numerators.iter().zip(denominators);
    let all = values.iter().zip(parts);
    let all = all.filter_map(|(value, (numerator, denominator))| {
        let (numerator, denominator) = ((*numerator)?, (*denominator)?);
        let is_quotient = numerator >= 0.0 && denominator > 0.0;
        is_quotient.then_some(((*value)?, numerator, denominator))
    });
    all.collect()
}

/// What the quotients are multiplied by, where each row is one.
fn multiplier(rows: &[(f64, f64, f64)], decimals: u8) -> Option<f64> {
    let mut values: Vec<u64> = rows.iter().map(|row| row.0.to_bits()).collect();
    values.sort_unstable();
    values.dedup();
    if rows.len() < FEWEST_ROWS || values.len() < FEWEST_VALUES {
        return None;
    }
    let fits = |multiplier: &f64| {
        let is_so = |(value, numerator, denominator): &(f64, f64, f64)| {
            agrees(*value, numerator / denominator * multiplier, decimals)
        };
        rows.iter().all(is_so)
    };
    MULTIPLIERS.into_iter().find(|it| fits(it))
}

impl Rows {
    /// The numerator and the denominator of a value that is their quotient; none where it is not, or one
    /// of them is not known.
    pub(super) fn parts_of(
        &mut self,
        group: &Group,
        cells: &dyn Cells,
        value: f64,
    ) -> Option<(f64, f64)> {
        let quotient = group.quotient.as_ref()?;
        let mut read = |cell: &Cell| {
            let text = cells.cell(cell.place);
            let is_missing = self.missing.iter().any(|it| it == text);
            match self.numbers.read(text, self.mark, &cell.sign) {
                Read::Number(number) if !is_missing => Some(number.value),
                _ => None,
            }
        };
        let numerator = read(&quotient.numerator).filter(|it| *it >= 0.0)?;
        let denominator = read(&quotient.denominator).filter(|it| *it > 0.0)?;
        let multiplier = self.indicators.multiplier(&self.label);
        let is_so = agrees(
            value,
            numerator / denominator * multiplier,
            quotient.decimals,
        );
        is_so.then_some((numerator, denominator))
    }
}

/// True where a value of so many decimals is the rounded quotient.
fn agrees(value: f64, quotient: f64, decimals: u8) -> bool {
    let half = 0.5 * 10f64.powi(-i32::from(decimals));
    (value - quotient).abs() <= half * (1.0 + HAIR) + quotient.abs() * HAIR
}

/// Single precision, in which many tables were computed, is that exact.
const HAIR: f64 = 1e-6;
