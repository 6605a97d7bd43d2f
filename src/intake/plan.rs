//! A recipe made ready for reading row by row: which cell is what, and which figures are of one
//! observation. Reads nothing.

use super::column_names::without_unit;
use super::pairs::{denominator_of, is_shared};
use super::rows::remark;
use super::undated::is_undated;
use super::vocabulary::kinds::names_change;
use super::vocabulary::{code_rank, folded, place_rank};
use super::{ColumnRole, Figure, Part, Quotient, Recipe, scale};
use crate::model::Period;

/// True of a figure that is told in per cent and is no change of one.
fn is_share(recipe: &Recipe, figure: &Figure) -> bool {
    let plans = recipe.indicators.iter();
    let mut plans = plans.filter(|it| it.name == figure.indicator && it.unit == "%");
    plans.any(|it| !names_change(&it.name))
}

/// Where the cells of a row stand.
#[derive(Clone, Debug, Default)]
pub(super) struct Plan {
    pub width: usize,
    pub area_code: Option<usize>,
    pub area_name: Option<usize>,
    /// A code that is one together with that of what the area lies in.
    pub code_within: Option<usize>,
    pub code_system: Option<usize>,
    pub parent_code: Option<usize>,
    pub parent_name: Option<usize>,
    /// What the area above lies in, the uppermost first.
    pub above: Vec<usize>,
    pub period: Option<usize>,
    pub year: Option<usize>,
    pub month: Option<usize>,
    pub quarter: Option<usize>,
    pub indicator: Option<usize>,
    pub unit: Option<usize>,
    pub kind: Option<usize>,
    /// Says what the figures are multiplied by; true where its numbers are powers of ten.
    pub scale: Option<(usize, bool)>,
    pub status: Option<usize>,
    pub bound: Option<usize>,
    pub note: Option<usize>,
    /// Dimensions, each with the value that is its total.
    pub dimensions: Vec<(usize, String)>,
    pub indicator_parts: Vec<usize>,
    pub groups: Vec<Group>,
    pub table_period: Option<Period>,
    pub table_area: String,
    /// True where the period stands at the end of the indicator's name.
    pub is_dated: bool,
}

/// The cells of one observation.
#[derive(Clone, Debug)]
pub(super) struct Group {
    /// Blank: from the column of indicators, else the table's name.
    pub indicator: String,
    pub period: Option<Period>,
    /// Blank: the row says it.
    pub area: String,
    /// What the heading says that the figures are told in, whatever the row says; blank where it does not.
    pub unit: String,
    pub value: Option<Cell>,
    pub numerator: Option<Cell>,
    pub denominator: Option<Cell>,
    /// What the value is the quotient of, where these are figures of their own.
    pub quotient: Option<QuotientCells>,
    /// Where what is said of the value stands.
    pub remark: Option<usize>,
}

/// The numerator and the denominator of a value, and the digits that it has after the point at most.
#[derive(Clone, Debug)]
pub(super) struct QuotientCells {
    pub numerator: Cell,
    pub denominator: Cell,
    pub decimals: u8,
}

/// A cell of figures, and the sign that its numbers carry.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    pub place: usize,
    pub sign: String,
    /// True of shares, of which none is below zero: what stands in parentheses is marked, and not negative.
    pub is_share: bool,
}

impl Plan {
    pub(super) fn of(recipe: &Recipe) -> Plan {
        let mut plan = Plan {
            width: recipe.columns.len(),
            table_period: recipe.period,
            table_area: recipe.area.clone(),
            ..Plan::default()
        };
        for (place, column) in recipe.columns.iter().enumerate() {
            let single = match &column.role {
                ColumnRole::Ignored => continue,
                ColumnRole::AreaCode => &mut plan.area_code,
                ColumnRole::AreaName => &mut plan.area_name,
                ColumnRole::CodeWithin => &mut plan.code_within,
                ColumnRole::AreaAbove => {
                    plan.above.push(place);
                    continue;
                }
                ColumnRole::CodeSystem => &mut plan.code_system,
                ColumnRole::ParentCode => &mut plan.parent_code,
                ColumnRole::ParentName => &mut plan.parent_name,
                ColumnRole::Period => &mut plan.period,
                ColumnRole::Year => &mut plan.year,
                ColumnRole::Month => &mut plan.month,
                ColumnRole::Quarter => &mut plan.quarter,
                ColumnRole::Indicator => &mut plan.indicator,
                ColumnRole::Unit => &mut plan.unit,
                ColumnRole::Kind => &mut plan.kind,
                ColumnRole::Scale => {
                    let found = scale::column_of(recipe, place);
                    plan.scale.get_or_insert(found);
                    continue;
                }
                ColumnRole::Status => &mut plan.status,
                ColumnRole::Bound => &mut plan.bound,
                ColumnRole::Note => &mut plan.note,
                ColumnRole::Dimension { total } => {
                    plan.dimensions.push((place, total.clone()));
                    continue;
                }
                ColumnRole::PartOfIndicator => {
                    plan.indicator_parts.push(place);
                    continue;
                }
                ColumnRole::Figure(figure) if is_undated(recipe, figure) => continue,
                ColumnRole::Figure(figure) => {
                    let remark = remark::column_of(recipe, place);
                    let is_share = is_share(recipe, figure);
                    plan.add_figure(place, figure, is_share, remark);
                    plan.set_own_unit(figure, without_unit(&column.name).1);
                    continue;
                }
            };
            single.get_or_insert(place);
        }
        // The uppermost first, whichever way the columns stand.
        plan.above.sort_by_key(|at| {
            let name = recipe.columns.get(*at).map_or("", |it| it.name.as_str());
            place_rank(&folded(name)).or_else(|| code_rank(&folded(name)))
        });
        for quotient in &recipe.quotients {
            plan.set_quotient(recipe, quotient);
        }
        plan.share_denominators(recipe);
        plan.set_dated(recipe);
        plan
    }

    /// Gives numerators without a denominator of their own that which they share.
    fn share_denominators(&mut self, recipe: &Recipe) {
        let figure = |place: usize| recipe.columns.get(place).and_then(|it| it.figure());
        for group in &mut self.groups {
            let numerator = group.numerator.as_ref().and_then(|it| figure(it.place));
            if let Some(numerator) = numerator.filter(|_| group.denominator.is_none())
                && let Some(place) = denominator_of(recipe, numerator)
                && let Some(figure) = figure(place)
            {
                group.denominator = Some(Cell {
                    place,
                    sign: figure.sign.clone(),
                    is_share: false,
                });
            }
        }
        self.groups.retain(|group| {
            let is_alone = group.value.is_none() && group.numerator.is_none();
            let denominator = group.denominator.as_ref().filter(|_| is_alone);
            denominator.is_none_or(|it| !is_shared(recipe, it.place))
        });
    }

    /// Gives a value its numerator and denominator, where it has no other.
    fn set_quotient(&mut self, recipe: &Recipe, quotient: &Quotient) {
        let cell = |place: usize| -> Option<Cell> {
            let sign = recipe.columns.get(place)?.figure().map(|it| &it.sign);
            let sign = sign.cloned().unwrap_or_default();
            Some(Cell {
                place,
                sign,
                is_share: false,
            })
        };
        let is_of = |group: &&mut Group| {
            let value = group.value.as_ref().map(|cell| cell.place);
            let has_parts = group.numerator.is_some() || group.denominator.is_some();
            value == Some(quotient.value) && !has_parts
        };
        let group = self.groups.iter_mut().find(is_of);
        if let Some(group) = group
            && let Some(numerator) = cell(quotient.numerator)
            && let Some(denominator) = cell(quotient.denominator)
        {
            group.quotient = Some(QuotientCells {
                numerator,
                denominator,
                decimals: quotient.decimals,
            });
        }
    }

    fn add_figure(&mut self, place: usize, figure: &Figure, is_share: bool, remark: Option<usize>) {
        let cell = Cell {
            place,
            sign: figure.sign.clone(),
            is_share,
        };
        let known = self.groups.iter_mut().find(|group| {
            group.indicator == figure.indicator
                && group.period == figure.period
                && group.area == figure.area
                && group.part(figure.part).is_none()
        });
        let group = match known {
            Some(group) => group,
            None => {
                self.groups.push(Group {
                    indicator: figure.indicator.clone(),
                    period: figure.period,
                    area: figure.area.clone(),
                    unit: String::new(),
                    value: None,
                    numerator: None,
                    denominator: None,
                    quotient: None,
                    remark: None,
                });
                let last = self.groups.len() - 1;
                &mut self.groups[last]
            }
        };
        match figure.part {
            Part::Value => {
                group.value = Some(cell);
                group.remark = remark;
            }
            Part::Numerator => group.numerator = Some(cell),
            Part::Denominator => group.denominator = Some(cell),
        }
    }

    /// Notes what the heading of a named figure says that it is told in: what a row says is of the others.
    fn set_own_unit(&mut self, figure: &Figure, unit: &str) {
        let is_of = |group: &&mut Group| {
            group.indicator == figure.indicator && group.period == figure.period
        };
        if !figure.indicator.is_empty()
            && let Some(group) = self.groups.iter_mut().find(is_of)
        {
            group.unit = unit.to_string();
        }
    }

    /// Has the period read from the name of the indicator where nothing else says it.
    fn set_dated(&mut self, recipe: &Recipe) {
        let is_open = self.period.is_none() && self.year.is_none();
        self.is_dated = recipe.dated_names && is_open && self.indicator.is_some();
        if self.is_dated {
            self.period = self.indicator;
        }
    }

    /// True where a column or the whole table says of which period its figures are.
    pub(super) fn says_when(&self) -> bool {
        let has_column = self.period.is_some() || self.year.is_some();
        let is_of_figures = self.groups.iter().any(|group| group.period.is_some());
        has_column || self.table_period.is_some() || is_of_figures
    }

    /// The first column that says which area a row is about.
    pub(super) fn area(&self) -> Option<usize> {
        self.area_code.or(self.code_within).or(self.area_name)
    }
}

impl Group {
    fn part(&self, part: Part) -> Option<&Cell> {
        match part {
            Part::Value => self.value.as_ref(),
            Part::Numerator => self.numerator.as_ref(),
            Part::Denominator => self.denominator.as_ref(),
        }
    }

    /// True where a numerator or a denominator belongs to its value.
    pub(super) fn has_parts(&self) -> bool {
        self.numerator.is_some() || self.denominator.is_some() || self.quotient.is_some()
    }

    /// Its cells in order.
    pub(super) fn cells(&self) -> impl Iterator<Item = &Cell> {
        [&self.value, &self.numerator, &self.denominator]
            .into_iter()
            .flatten()
    }
}
