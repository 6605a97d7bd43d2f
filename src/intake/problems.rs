//! What keeps a recipe from being used.

use super::pairs::{denominator_of, is_shared};
use super::when::months;
use super::{ColumnRole, Part, Recipe};
use crate::model::sorted_unique;
use std::mem::discriminant;

/// What keeps a recipe from being used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Problem {
    /// No column says which area a row is about.
    NoArea,
    /// No column holds figures.
    NoFigure,
    /// Nothing says of which period the figures are.
    NoPeriod,
    /// Columns are named for months or quarters, and nothing says of which year each is.
    MonthsAsColumns,
    /// A column of months or quarters without one of years.
    NoYear,
    /// Two columns have one role that only one can have.
    RoleTwice,
    /// Two columns hold the same part of the same indicator in the same period.
    FigureTwice,
    /// An indicator has a numerator without a denominator, or the other way round, and no value.
    PartAlone,
}

/// What keeps the recipe from being used, each once; empty where nothing does.
pub fn problems(recipe: &Recipe) -> Vec<Problem> {
    let has =
        |wanted: &dyn Fn(&ColumnRole) -> bool| recipe.columns.iter().any(|it| wanted(&it.role));
    let mut found = Vec::new();
    if recipe.area.is_empty()
        && !recipe.states_areas()
        && !has(&|role| {
            matches!(
                role,
                ColumnRole::AreaCode | ColumnRole::CodeWithin | ColumnRole::AreaName
            )
        })
    {
        found.push(Problem::NoArea);
    }
    let columns = recipe.columns.iter().enumerate();
    let figures: Vec<_> = columns
        .filter_map(|(at, it)| Some((at, it.figure()?)))
        .collect();
    if figures.is_empty() {
        found.push(Problem::NoFigure);
    }
    let states_time = has(&|role| matches!(role, ColumnRole::Period | ColumnRole::Year))
        || recipe.dated_names && has(&|role| *role == ColumnRole::Indicator);
    if has(&|role| matches!(role, ColumnRole::Month | ColumnRole::Quarter))
        && !has(&|role| matches!(role, ColumnRole::Year))
    {
        found.push(Problem::NoYear);
    } else if !states_time
        && recipe.period.is_none()
        && !figures.iter().any(|(_, figure)| figure.period.is_some())
        && !figures.is_empty()
    {
        found.push(Problem::NoPeriod);
    }
    if months::are_open(recipe) {
        found.push(Problem::MonthsAsColumns);
    }
    if recipe.columns.iter().enumerate().any(|(place, column)| {
        let is_same = |role: &ColumnRole| discriminant(role) == discriminant(&column.role);
        let mut earlier = recipe.columns[..place].iter();
        column.role.stands_once() && earlier.any(|it| is_same(&it.role))
    }) {
        found.push(Problem::RoleTwice);
    }
    for (at, figure) in &figures {
        let others = figures.iter().filter(|(other, _)| other != at);
        let mut of_same = others.filter(|(_, other)| other.is_beside(figure));
        let needs = match figure.part {
            Part::Value => None,
            Part::Numerator => Some(Part::Denominator),
            Part::Denominator => Some(Part::Numerator),
        };
        let same: Vec<Part> = of_same.by_ref().map(|(_, other)| other.part).collect();
        if same.contains(&figure.part) {
            found.push(Problem::FigureTwice);
        }
        let is_alone =
            needs.is_some_and(|part| !same.contains(&part) && !same.contains(&Part::Value));
        let is_divided = || match figure.part {
            Part::Numerator => denominator_of(recipe, figure).is_some(),
            _ => is_shared(recipe, *at),
        };
        if is_alone && !is_divided() {
            found.push(Problem::PartAlone);
        }
    }
    sorted_unique(found)
}

impl ColumnRole {
    /// True where no second column can have the role.
    fn stands_once(&self) -> bool {
        !matches!(
            self,
            ColumnRole::Ignored
                | ColumnRole::Figure(_)
                | ColumnRole::Dimension { .. }
                | ColumnRole::PartOfIndicator
                | ColumnRole::AreaAbove
        )
    }
}
