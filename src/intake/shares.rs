//! Columns of counts that may be numerators of one column of persons or households, where the table has no
//! rate of its own: only the reader knows, and is told what to do. Takes nothing.

use super::columns::Column;
use super::quotients::{are_parts, counted, numbers};
use super::vocabulary::figures::names_whole;
use super::{Figure, Part, Recipe, Remark};

/// What to tell; none where nothing or more than one column could be the denominator.
pub(super) fn remark(recipe: &Recipe, columns: &[Column<'_>]) -> Option<Remark> {
    let figures = || recipe.columns.iter().filter_map(|column| column.figure());
    let is_value = |it: &Figure| it.part == Part::Value;
    if !recipe.quotients.is_empty() || !figures().all(is_value) {
        return None;
    }
    let is_plain = |figure: &Figure| figure.period.is_none() && figure.area.is_empty();
    let plain = recipe.columns.iter().enumerate();
    let plain = plain.filter(|(_, column)| column.figure().is_some_and(is_plain));
    let of_values: Vec<usize> = plain.map(|(at, _)| at).collect();
    let counted: Vec<usize> = counted(&of_values, columns).collect();
    let is_whole = |at: &usize| columns.get(*at).is_some_and(|it| names_whole(&it.folded));
    let (wholes, others): (Vec<usize>, Vec<usize>) = counted.into_iter().partition(is_whole);
    let [whole] = wholes[..] else {
        return None;
    };
    let of = numbers(columns.get(whole)?, recipe);
    let is_part = |at: &usize| {
        let parts = columns.get(*at).map(|column| numbers(column, recipe));
        parts.is_some_and(|parts| are_parts(&parts, &of))
    };
    let numerator = others.into_iter().find(is_part)?;
    let name = |at: usize| recipe.columns.get(at).map(|it| it.name.clone());
    Some(Remark::MayBeShare {
        numerator: name(numerator)?,
        denominator: name(whole)?,
    })
}
