//! Rows that name what areas lie in and no area: the sums of these, where their figures are. Must not know what
//! places are called.

use super::columns::Column;
use super::number::{Numbers, Read};
use super::remark::Remark;
use super::vocabulary::totals::is_total;
use super::{ColumnRole, Recipe};
use std::collections::HashMap;

/// What a row's figures are added over: the place above, and every word that tells rows apart.
type Key<'s> = Vec<&'s str>;

/// Rows of one place above: those with an area, and those without.
#[derive(Default)]
struct Group {
    parts: Vec<usize>,
    blanks: Vec<usize>,
}

/// Reads such rows as those of the place above where the sample shows that they are: there is one in each place
/// above, and a column of figures in which each is the sum of the others.
pub(super) fn set(recipe: &mut Recipe, columns: &[Column<'_>], remarks: &mut Vec<Remark>) {
    let place_of = |role: ColumnRole| recipe.columns.iter().position(|it| it.role == role);
    let (name, code) = (
        place_of(ColumnRole::AreaName),
        place_of(ColumnRole::AreaCode),
    );
    let above = place_of(ColumnRole::ParentName).or_else(|| place_of(ColumnRole::ParentCode));
    let (Some(own), Some(above)) = (name.or(code), above) else {
        return;
    };
    if recipe.filled_down.contains(&own) || place_of(ColumnRole::CodeWithin).is_some() {
        return;
    }
    let groups = groups(recipe, columns, [name, code], above);
    let mut whole = groups.iter().filter(|it| !it.blanks.is_empty());
    let are_single = whole.clone().all(|it| it.blanks.len() == 1);
    let sums: Vec<&Group> = whole.clone().filter(|it| it.parts.len() > 1).collect();
    if !are_single || whole.next().is_none() || sums.is_empty() {
        return;
    }
    let places = recipe.columns.iter().enumerate();
    let figures = places.filter(|(_, it)| it.figure().is_some());
    let is_summed = |(at, _): &(usize, _)| {
        columns
            .get(*at)
            .is_some_and(|it| adds_up(recipe, it, &sums))
    };
    let equalities = figures.filter(is_summed).count() * sums.len();
    let is_sure = equalities > 1 || equalities == 1 && sums.iter().all(|it| it.parts.len() > 2);
    if is_sure {
        recipe.blanks_above = true;
        let column = recipe.columns.get(own).map(|it| it.name.clone());
        let column = column.unwrap_or_default();
        remarks.push(Remark::BlanksAbove { column });
    }
}

fn groups(
    recipe: &Recipe,
    columns: &[Column<'_>],
    own: [Option<usize>; 2],
    above: usize,
) -> Vec<Group> {
    let tells_apart = |(at, column): &(usize, &Column<'_>)| {
        let role = recipe.columns.get(*at).map(|it| &it.role);
        let is_place = matches!(
            role,
            Some(
                ColumnRole::AreaName
                    | ColumnRole::AreaCode
                    | ColumnRole::ParentName
                    | ColumnRole::ParentCode
                    | ColumnRole::AreaAbove
                    | ColumnRole::Note
            )
        );
        let is_time = matches!(role, Some(ColumnRole::Period | ColumnRole::Year));
        !is_place && (is_time || column.is_text())
    };
    let others: Vec<usize> = columns
        .iter()
        .enumerate()
        .filter(tells_apart)
        .map(|it| it.0)
        .collect();
    let cell = |at: usize, row: usize| -> &str {
        let column = columns.get(at);
        column
            .and_then(|it| it.cells.get(row))
            .copied()
            .unwrap_or_default()
    };
    let is_filled = recipe.filled_down.contains(&above);
    let count = columns.get(above).map_or(0, |it| it.cells.len());
    let mut known: HashMap<Key<'_>, usize> = HashMap::new();
    let mut groups: Vec<Group> = Vec::new();
    let mut last = "";
    for row in 0..count {
        let parent = match cell(above, row) {
            "" if is_filled => last,
            parent => parent,
        };
        last = parent;
        if parent.is_empty() {
            continue;
        }
        let mut key = vec![parent];
        key.extend(others.iter().map(|at| cell(*at, row)));
        let at = *known.entry(key).or_insert(groups.len());
        if at == groups.len() {
            groups.push(Group::default());
        }
        let mut own = own.iter().flatten().map(|at| cell(*at, row));
        match own.clone().all(str::is_empty) {
            true => groups[at].blanks.push(row),
            // What is named as a sum is no part.
            false if own.any(is_total) => {}
            false => groups[at].parts.push(row),
        }
    }
    groups
}

/// True where the figure of each row without an area is the sum of those beside it.
fn adds_up(recipe: &Recipe, column: &Column<'_>, groups: &[&Group]) -> bool {
    let mut numbers = Numbers::default();
    let mut number = |row: &usize| {
        let cell = column.cells.get(*row).copied().unwrap_or_default();
        match numbers.read(cell, recipe.decimal_mark, column.sign) {
            Read::Number(number) => Some(number.value),
            _ => None,
        }
    };
    groups.iter().all(|group| {
        let parts: Option<Vec<f64>> = group.parts.iter().map(&mut number).collect();
        let sum = group.blanks.first().and_then(&mut number);
        let (Some(parts), Some(sum)) = (parts, sum) else {
            return false;
        };
        let off = (parts.iter().sum::<f64>() - sum).abs();
        sum > 0.0 && off <= sum.abs() * EXACT
    })
}

/// Sums of decimals are as exact as this.
const EXACT: f64 = 1e-9;
