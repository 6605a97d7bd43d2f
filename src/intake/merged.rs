//! Merged cells: a spreadsheet saves what they hold once, and blanks below it.

use super::columns::Column;
use super::remark::Remark;
use super::rows::Cells;
use super::vocabulary::totals::is_grand_total;
use super::{ColumnPlan, ColumnRole, Recipe};

/// Finds the columns of places and of times whose blanks take what stands above them: the first row
/// is filled, and each value stands once in a run.
pub(super) fn set(recipe: &mut Recipe, columns: &[Column<'_>], remarks: &mut Vec<Remark>) {
    let plans = recipe.columns.clone();
    for (at, (plan, column)) in plans.iter().zip(columns).enumerate() {
        let is_key = matches!(
            plan.role,
            ColumnRole::AreaName
                | ColumnRole::AreaCode
                | ColumnRole::ParentName
                | ColumnRole::ParentCode
                | ColumnRole::AreaAbove
                | ColumnRole::Year
                | ColumnRole::Period
        );
        // Where a place has a name and no code, the code is not that of the place above.
        let has_name = plans.iter().any(|it| it.role == ColumnRole::AreaName);
        let is_code = plan.role == ColumnRole::AreaCode && has_name;
        let blank = column.cells.len() - column.filled;
        let starts_filled = column.cells.first().is_some_and(|cell| !cell.is_empty());
        let mut above = "";
        let stands_once = column.cells.iter().all(|cell| {
            let fits = cell.is_empty() || *cell != above;
            if !cell.is_empty() {
                above = cell;
            }
            fits
        });
        let is_merged = blank * 4 >= column.cells.len() && starts_filled && stands_once;
        let parents = plans
            .iter()
            .zip(columns)
            .filter(|(it, _)| plan.role == ColumnRole::AreaName && tells_areas(&it.role));
        // A place without a name in a row that has a code or a parent of its own is not the one above.
        let is_anew = parents
            .into_iter()
            .any(|(_, parent)| begins_blank(column, parent));
        // Rows of one place differ in nothing else: a blank is the sum of those above.
        let is_finest = matches!(plan.role, ColumnRole::AreaName | ColumnRole::AreaCode);
        let mut both = plans.iter().zip(columns);
        let tells_apart = |(plan, column): (&ColumnPlan, &Column<'_>)| {
            tells_rows_apart(&plan.role) && !column.counts_rows()
        };
        let is_sum = is_finest && !both.any(tells_apart);
        if is_key && !is_code && is_merged && !is_anew && !is_sum {
            recipe.filled_down.push(at);
            let column = plan.name.clone();
            remarks.push(Remark::FilledDown { column });
        }
    }
}

/// Roles of columns by which rows of one place may differ.
fn tells_rows_apart(role: &ColumnRole) -> bool {
    !matches!(
        role,
        ColumnRole::Figure(_)
            | ColumnRole::AreaCode
            | ColumnRole::AreaName
            | ColumnRole::ParentCode
            | ColumnRole::ParentName
            | ColumnRole::CodeSystem
            | ColumnRole::Note
    )
}

/// Roles of columns that say beside an area's name which area it is.
fn tells_areas(role: &ColumnRole) -> bool {
    matches!(
        role,
        ColumnRole::AreaCode | ColumnRole::ParentName | ColumnRole::ParentCode
    )
}

/// True where a row has another cell in the column beside than the one above it, and none in its own.
fn begins_blank(column: &Column<'_>, beside: &Column<'_>) -> bool {
    let mut above = "";
    column.cells.iter().zip(&beside.cells).any(|(own, beside)| {
        let is_anew = !beside.is_empty() && *beside != above;
        if !beside.is_empty() {
            above = beside;
        }
        is_anew && own.is_empty()
    })
}

/// The cells that were last filled.
#[derive(Debug, Default)]
pub(super) struct Above {
    places: Vec<usize>,
    texts: Vec<String>,
}

impl Above {
    pub(super) fn new(recipe: &Recipe) -> Above {
        Above {
            texts: vec![String::new(); recipe.filled_down.len()],
            places: recipe.filled_down.clone(),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Takes a row of the table.
    pub(super) fn take(&mut self, cells: &dyn Cells) {
        for (place, text) in self.places.iter().zip(&mut self.texts) {
            let cell = cells.cell(*place);
            if !cell.is_empty() && cell != text {
                text.clear();
                text.push_str(cell);
            }
        }
    }
}

/// A row whose blank cells take what stands above them.
pub(super) struct Filled<'r> {
    pub cells: &'r dyn Cells,
    pub above: &'r Above,
    /// The row is the whole of all others and belongs to none of them.
    pub is_whole: bool,
}

impl<'r> Filled<'r> {
    pub(super) fn of(cells: &'r dyn Cells, above: &'r Above, area: Option<usize>) -> Filled<'r> {
        let first = (0..cells.count()).map(|place| cells.cell(place));
        let first = first
            .clone()
            .find(|cell| !cell.is_empty())
            .unwrap_or_default();
        let area = area.map_or("", |place| cells.cell(place));
        Filled {
            cells,
            above,
            is_whole: is_grand_total(area) || is_grand_total(first),
        }
    }
}

impl Cells for Filled<'_> {
    fn line(&self) -> u32 {
        self.cells.line()
    }

    fn count(&self) -> usize {
        self.cells.count()
    }

    fn cell(&self, place: usize) -> &str {
        let cell = self.cells.cell(place);
        if !cell.is_empty() || self.is_whole {
            return cell;
        }
        let at = self.above.places.iter().position(|it| *it == place);
        at.and_then(|at| self.above.texts.get(at))
            .map_or("", String::as_str)
    }

    fn indent(&self, place: usize) -> usize {
        self.cells.indent(place)
    }

    fn breaks_off(&self) -> bool {
        self.cells.breaks_off()
    }
}
