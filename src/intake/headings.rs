//! The headings of a table that are kept with what is read of it. Reads nothing.

use super::Recipe;
use super::plan::{Cell, Plan};
use super::rows::remark;
use crate::package::Headings;

/// The headings of the columns that a recipe reads.
pub(super) fn of(recipe: &Recipe) -> Headings {
    let plan = Plan::of(recipe);
    let name = |place: Option<usize>| {
        let column = place.and_then(|place| recipe.columns.get(place));
        column.map_or(String::new(), |column| column.name.clone())
    };
    let joined = |places: &[Option<usize>]| {
        let names = places.iter().map(|place| name(*place));
        let names: Vec<String> = names.filter(|name| !name.is_empty()).collect();
        names.join(" · ")
    };
    let cell = |cell: &Option<Cell>| name(cell.as_ref().map(|cell| cell.place));
    let figures = plan.groups.iter().filter_map(|group| {
        let first = name(group.cells().next().map(|cell| cell.place));
        let parts = [&group.value, &group.numerator, &group.denominator].map(cell);
        (!first.is_empty()).then_some((first, parts))
    });
    let remarks = || {
        let values = plan.groups.iter().filter_map(|group| group.value.as_ref());
        values.filter_map(|value| remark::column_of(recipe, value.place))
    };
    let indicator: Vec<Option<usize>> = std::iter::once(plan.indicator)
        .chain(plan.indicator_parts.iter().copied().map(Some))
        .collect();
    Headings {
        area: name(plan.area()),
        area_is_name: plan.area() == plan.area_name,
        area_name: match plan.area() != plan.area_name {
            true => name(plan.area_name),
            false => String::new(),
        },
        period: match plan.period {
            Some(_) => name(plan.period),
            None => joined(&[plan.year, plan.quarter, plan.month]),
        },
        indicator: joined(&indicator),
        status: name(plan.status),
        bound: name(plan.bound.or_else(|| remarks().next())),
        note: name(plan.note),
        figures: figures.collect(),
        areas: Default::default(),
    }
}
