//! Tables with an area a column: a row a period, or a row a period and indicator.

use super::columns::Column;
use super::remark::Remark;
use super::take::stem;
use super::vocabulary::codes::sounds_like_place;
use super::vocabulary::countries::is_country;
use super::vocabulary::headed_units::is_unit;
use super::vocabulary::kinds::words_apart;
use super::vocabulary::levels::is_measure;
use super::vocabulary::subjects::is_answer;
use super::vocabulary::totals::is_whole_area;
use super::vocabulary::{folded, is_category_name, is_place, other_name};
use super::{ColumnPlan, ColumnRole, Figure, Part, Recipe};

/// Of fewer columns than this each has to be named as places are.
const FEWEST: usize = 3;

impl Recipe {
    /// True where columns of figures state the area that they are of.
    pub fn states_areas(&self) -> bool {
        let mut figures = self.columns.iter().filter_map(|it| it.figure());
        figures.any(|figure| !figure.area.is_empty())
    }

    /// True where the names of columns may be areas: no other column says the area, and every figure is a
    /// value.
    pub fn may_state_areas(&self) -> bool {
        let mut roles = self.columns.iter().map(|it| &it.role);
        let says_area = |role: &ColumnRole| {
            matches!(
                role,
                ColumnRole::AreaCode | ColumnRole::CodeWithin | ColumnRole::AreaName
            ) || matches!(role, ColumnRole::Figure(figure) if figure.part != Part::Value)
        };
        self.columns.iter().any(|it| it.figure().is_some()) && !roles.any(says_area)
    }

    /// The names of the columns of figures as their areas, or as their indicators again, of the one area
    /// that the file is called after.
    pub fn with_areas_across(mut self, is_across: bool, file_name: &str) -> Recipe {
        self.area = match is_across {
            true => String::new(),
            false => stem(file_name).to_string(),
        };
        let says_indicator = |it: &ColumnPlan| it.role == ColumnRole::Indicator;
        let figures = self.columns.iter().filter(|it| it.figure().is_some());
        let needs_no_name = figures.count() == 1 && self.columns.iter().any(says_indicator);
        for column in &mut self.columns {
            if let ColumnRole::Figure(figure) = &mut column.role {
                let name = column.name.clone();
                let (place, measure) = place_and_measure(&name);
                let (area, indicator) = match is_across {
                    true => (place.to_string(), measure.to_string()),
                    false if needs_no_name => Default::default(),
                    false => (String::new(), name),
                };
                *figure = Figure {
                    area,
                    indicator,
                    ..std::mem::take(figure)
                };
            }
        }
        self
    }
}

/// Behind the place in headings of the census of the United States.
const OF_ESTIMATES: &str = "!!Estimate";

/// What stands between the place, what is estimated and the estimate there.
const PARTED: &str = "!!";

/// The place that a heading names, and what the figures below it are of; blank where it does not say that.
fn place_and_measure(name: &str) -> (&str, &str) {
    match name.strip_suffix(OF_ESTIMATES) {
        Some(bare) => bare.split_once(PARTED).unwrap_or((bare, "")),
        None => (name, ""),
    }
}

/// Takes the names of columns for areas, where they are named as places are and nothing else says the area.
pub(super) fn set(recipe: &mut Recipe, columns: &[Column<'_>], remarks: &mut Vec<Remark>) {
    let figures = recipe.columns.iter().filter(|it| it.figure().is_some());
    let names: Vec<&str> = figures.map(|it| it.name.as_str()).collect();
    let says_row = |role: &ColumnRole| {
        matches!(
            role,
            ColumnRole::Period | ColumnRole::Year | ColumnRole::Indicator
        )
    };
    let says_row = recipe.period.is_some() || recipe.columns.iter().any(|it| says_row(&it.role));
    let are_places = name_places(&names) || are_other_places(recipe, columns, &names);
    if says_row && recipe.may_state_areas() && are_places {
        let count = names.len();
        *recipe = std::mem::replace(recipe, Recipe::blank(recipe.encoding, recipe.delimiter))
            .with_areas_across(true, "");
        remarks.push(Remark::AreasAsColumns { count });
    }
}

/// True where all names are those of places, or most of three and more; one for all of them stands beside
/// others.
fn name_places(names: &[&str]) -> bool {
    let parts = names.iter().filter(|name| !is_whole_area(name));
    // CentralAfricanRep, as programs write it.
    // Harris County, Texas
    let first = |name: &str| name.split(", ").next().is_some_and(is_place);
    let names_place =
        |name: &&&str| is_place(name) || first(name) || is_country(&words_apart(name));
    let places = parts.clone().filter(names_place).count();
    match (parts.count(), names.len()) {
        (0 | 1, _) | (_, 0 | 1) => false,
        (count, FEWEST..) => places * 5 >= count * 4,
        (count, _) => places == count,
    }
}

/// True where names that no list knows are those of places all the same: each is that of the census, or the
/// rows say what is counted, no column does, and some of the columns sound like places.
fn are_other_places(recipe: &Recipe, columns: &[Column<'_>], names: &[&str]) -> bool {
    let mut plans = recipe.columns.iter();
    let Some(labels) = plans.position(|it| it.role == ColumnRole::Indicator) else {
        return false;
    };
    if names.len() > 1 && names.iter().all(|name| name.ends_with(OF_ESTIMATES)) {
        return true;
    }
    let labels = columns.get(labels).map(Column::values).unwrap_or_default();
    let counts = labels.iter().filter(|it| is_measure(&folded(it))).count();
    let may_be = |name: &&&str| -> bool {
        let plain = folded(name);
        !is_measure(&plain)
            && !is_category_name(&plain)
            && !is_unit(name)
            && !is_answer(name)
            && other_name(&plain).is_none()
            && !name.contains(|it: char| it.is_numeric())
    };
    let parts: Vec<&&str> = names.iter().filter(|it| !is_whole_area(it)).collect();
    let sounding = parts.iter().filter(|it| sounds_like_place(it)).count();
    parts.len() >= FEWEST
        && counts * 2 >= labels.len()
        && counts > 0
        && parts.iter().all(may_be)
        && sounding * LEAST_SOUNDING >= parts.len()
}

/// One of so many columns has to sound like a place.
const LEAST_SOUNDING: usize = 4;
