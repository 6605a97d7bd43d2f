//! Columns of figures that state no period beside others that do: which they are, and what is told of them.
//! They are read as soon as the period of the table is known, and till then they are not.

use super::column_names::without_mark;
use super::columns::Column;
use super::figure_remark::FigureRemark;
use super::vocabulary::codes::{is_label, names_codes};
use super::vocabulary::folded;
use super::vocabulary::kinds::words_apart;
use super::vocabulary::time::is_of_prices;
use super::vocabulary::totals::is_total;
use super::when::months;
use super::when::name::year_places;
use super::when::totals;
use super::{ColumnPlan, ColumnRole, Figure, Recipe, Recognised, Remark};
use crate::model::{Period, PeriodKind};

/// True of a column beside those of periods that is of no period of its own: a sum over them, a sign of which
/// the column before it says what it is of, codes, or a name that speaks of other years.
pub(super) fn is_of_other(column: &Column<'_>) -> bool {
    let is_constant = column.distinct == 1 && column.filled > 1 && column.is_whole();
    let name = without_mark(&column.name);
    !name.contains(char::is_alphabetic)
        || is_total(name)
        || is_constant
        || is_label(&folded(&words_apart(name)))
        || names_codes(&column.folded)
        || !year_places(name).is_empty() && !is_of_prices(name)
}

/// True where nothing says of which period a figure is, and of others their columns do.
pub(super) fn is_undated(recipe: &Recipe, figure: &Figure) -> bool {
    figure.period.is_none() && has_undated(recipe)
}

/// True where columns state their periods, and neither another column nor the table does.
fn has_undated(recipe: &Recipe) -> bool {
    let is_time = |it: &ColumnPlan| matches!(it.role, ColumnRole::Period | ColumnRole::Year);
    let mut figures = recipe.columns.iter().filter_map(ColumnPlan::figure);
    recipe.period.is_none()
        && !recipe.columns.iter().any(is_time)
        && figures.any(|figure| figure.period.is_some())
}

/// What is told of such columns; none where there are none.
pub(super) fn remark(recipe: &Recipe) -> Option<Remark> {
    if !has_undated(recipe) {
        return None;
    }
    let is_of = |it: &&ColumnPlan| it.figure().is_some_and(|it| it.period.is_none());
    let columns = recipe.columns.iter().filter(is_of);
    let columns: Vec<String> = columns.map(|it| it.name.clone()).collect();
    (!columns.is_empty()).then_some(Remark::Figures(FigureRemark::Undated { columns }))
}

/// A recognised table as of the period that its reader states, and what is then told of it. One that states
/// periods of its own which cannot be read stays without: its figures would all be of one.
pub fn as_of(mut recognised: Recognised, period: Period) -> Recognised {
    let remarks = &mut recognised.remarks;
    if remarks.iter().any(has_own_periods) {
        return recognised;
    }
    recognised.recipe.set_period(Some(period));
    let are_dated = !months::are_open(&recognised.recipe);
    let is_year = period.kind() == PeriodKind::Year;
    if is_year && !are_dated && !remarks.iter().any(is_turn_open) {
        let (column, example) = (String::new(), period.to_string());
        let remark = FigureRemark::TurnOpen { column, example };
        remarks.push(Remark::Figures(remark));
    }
    remarks.retain(|it| match it {
        Remark::Figures(FigureRemark::Undated { .. }) => false,
        Remark::Figures(FigureRemark::TurnOpen { .. }) => !are_dated,
        Remark::PeriodFromTitle { period: stated } => *stated == period,
        _ => true,
    });
    recognised
}

fn is_turn_open(remark: &Remark) -> bool {
    matches!(remark, Remark::Figures(FigureRemark::TurnOpen { .. }))
}

/// True where columns, or the rows, say of which periods they are, and that cannot be read.
fn has_own_periods(remark: &Remark) -> bool {
    match remark {
        Remark::PeriodNotRead { column, .. } => column.is_empty(),
        Remark::Figures(FigureRemark::TurnOpen { column, .. }) => !column.is_empty(),
        _ => false,
    }
}

impl Recipe {
    /// Makes the whole table one of a period, and its columns of months and quarters parts of it, where it is a
    /// year or twelve months.
    pub fn set_period(&mut self, period: Option<Period>) {
        if let Some(period) = period {
            months::set(self, period);
        }
        totals::set(self, period);
        self.period = period;
    }
}
