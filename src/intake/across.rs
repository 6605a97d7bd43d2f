//! Tables with an area a column: a row a period, or a row a period and indicator.

use super::remark::Remark;
use super::take::stem;
use super::vocabulary::is_place;
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
                let (area, indicator) = match is_across {
                    true => (name, String::new()),
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

/// Takes the names of columns for areas, where most of them are named as places are and nothing else says
/// the area.
pub(super) fn set(recipe: &mut Recipe, remarks: &mut Vec<Remark>) {
    let figures = recipe.columns.iter().filter(|it| it.figure().is_some());
    let names: Vec<&str> = figures.map(|it| it.name.as_str()).collect();
    let places = names.iter().filter(|name| is_place(name)).count();
    let says_time = |role: &ColumnRole| matches!(role, ColumnRole::Period | ColumnRole::Year);
    let has_time = recipe.period.is_some() || recipe.columns.iter().any(|it| says_time(&it.role));
    // All of them, or most of three and more.
    let are_many = match names.len() {
        0 | 1 => false,
        count if count < FEWEST => places == count,
        count => places * 5 >= count * 4,
    };
    if has_time && recipe.may_state_areas() && are_many {
        let count = names.len();
        *recipe = std::mem::replace(recipe, Recipe::blank(recipe.encoding, recipe.delimiter))
            .with_areas_across(true, "");
        remarks.push(Remark::AreasAsColumns { count });
    }
}
