//! Rows that name what areas lie in and no area: the sums of these, where their figures are. Must not know what
//! places are called.

use super::columns::Column;
use super::number::{Numbers, Read};
use super::remark::Remark;
use super::vocabulary::codes::type_stem;
use super::vocabulary::levels::RANK_STATE;
use super::vocabulary::place_rank;
use super::vocabulary::totals::is_total;
use super::{ColumnPlan, ColumnRole, Recipe};
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
    let own_cells: Vec<&Column<'_>> = [name, code]
        .iter()
        .flatten()
        .filter_map(|at| columns.get(*at))
        .collect();
    if let Some(levels) = levels(columns, &own_cells)
        && say_what_lies_above(recipe, columns, levels, &own_cells)
    {
        recipe.blanks_above = true;
        let column = recipe.columns.get(own).map(|it| it.name.clone());
        let column = column.unwrap_or_default();
        remarks.push(Remark::BlanksOfLevel { column });
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

/// The column that states the level of each area, where it says as well which rows name none of the finest:
/// National, Regional, Local authority.
fn levels<'c, 's>(columns: &'c [Column<'s>], own: &[&Column<'s>]) -> Option<&'c Column<'s>> {
    let says_all = |column: &&Column<'s>| {
        let mut known: HashMap<&str, bool> = HashMap::new();
        let mut rows = column.cells.iter().enumerate();
        let is_even = rows.all(|(row, level)| {
            let is_blank = own
                .iter()
                .all(|it| it.cells.get(row).is_none_or(|it| it.is_empty()));
            !level.is_empty() && *known.entry(level).or_insert(is_blank) == is_blank
        });
        let blank = known.values().filter(|it| **it).count();
        is_even && blank > 0 && blank < known.len()
    };
    let mut stated = columns.iter().filter(|it| type_stem(&it.folded).is_some());
    stated.find(says_all)
}

/// True where each row without an area names what stands above: a place of the level above the areas, or one of
/// those above these, whose column is then read, too. A level stands in one of them.
fn say_what_lies_above(
    recipe: &mut Recipe,
    columns: &[Column<'_>],
    levels: &Column<'_>,
    own: &[&Column<'_>],
) -> bool {
    let is_above = |role: &ColumnRole| {
        matches!(
            role,
            ColumnRole::ParentName | ColumnRole::ParentCode | ColumnRole::AreaAbove
        )
    };
    let plans = || recipe.columns.iter().zip(columns).enumerate();
    let is_blank =
        |row: usize, column: &Column<'_>| column.cells.get(row).is_none_or(|it| it.is_empty());
    let of_blank = |row: &usize| own.iter().all(|it| is_blank(*row, it));
    let stated = plans().filter(|(_, (plan, _))| is_above(&plan.role));
    let stated: Vec<&Column<'_>> = stated.map(|(_, (_, column))| column).collect();
    let unnamed = |row: &usize| of_blank(row) && stated.iter().all(|it| is_blank(*row, it));
    let rows = 0..levels.cells.len();
    let unnamed: Vec<usize> = rows.filter(unnamed).collect();
    let Some(first) = unnamed.first() else {
        return true;
    };
    // Above the level above: a country.
    let level = levels.cells.get(*first);
    let is_of_level = |row: &usize| levels.cells.get(*row) == level;
    let is_country = |(_, (plan, column)): &(usize, (&ColumnPlan, &Column<'_>))| {
        plan.role == ColumnRole::Ignored
            && column.is_text()
            && column.filled == column.cells.len()
            && place_rank(&column.folded).is_some_and(|it| it < RANK_STATE)
    };
    let country = plans().find(is_country).map(|(at, _)| at);
    let is_sure = unnamed.iter().all(is_of_level);
    if let Some(at) = country.filter(|_| is_sure) {
        recipe.columns[at].role = ColumnRole::AreaAbove;
    }
    is_sure && country.is_some()
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
