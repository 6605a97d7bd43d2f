//! What in a table looks as if it had been read otherwise than it was meant: figures that are the same in every row,
//! units that are stated and went to no figure, rows that say twice the same under two names. Nothing of it changes
//! how the table is read; it is told, so that no reading is wrong in silence.

use super::columns::Column;
use super::vocabulary::levels::names_levels;
use super::{ColumnRole, Recipe};

/// Something to be looked at.
#[derive(Clone, Debug, PartialEq)]
pub enum Doubt {
    /// A line above the table states a unit that no figure has got.
    UnitUnused {
        /// What stands there.
        text: String,
        /// The line.
        line: u32,
    },
    /// A column says of what kind each area is, and areas of several kinds stand side by side.
    LevelsSideBySide {
        /// Its name.
        column: String,
    },
    /// Columns of figures that are one number in every row.
    SameThroughout {
        /// Their names.
        columns: Vec<String>,
    },
    /// A line between rows says that the areas below it were counted above.
    CountedAgain {
        /// What it says.
        text: String,
        /// The line.
        line: u32,
    },
    /// Areas of which one follows another with the same figures throughout.
    AlikeAreas {
        /// The first of the first two.
        first: String,
        /// The one after it.
        second: String,
        /// So many such pairs.
        count: usize,
    },
}

/// Fewer rows may well be the same.
const FEWEST_ROWS: usize = 10;

/// The column that says of what kind each area is, where it is not read and there are several kinds.
pub(super) fn levels_beside(recipe: &Recipe, columns: &[Column<'_>]) -> Option<Doubt> {
    let is_so = |(plan, column): &(&super::ColumnPlan, &Column<'_>)| {
        let is_named = names_levels(&column.folded) && column.is_text();
        plan.role == ColumnRole::Ignored && is_named && column.distinct > 1
    };
    let (plan, _) = recipe.columns.iter().zip(columns).find(is_so)?;
    let column = plan.name.clone();
    Some(Doubt::LevelsSideBySide { column })
}

/// The columns that are read as figures and hold one number.
pub(super) fn same_throughout(recipe: &Recipe, columns: &[Column<'_>]) -> Option<Doubt> {
    let is_same = |(plan, column): &(&super::ColumnPlan, &Column<'_>)| {
        matches!(plan.role, ColumnRole::Figure(_))
            && column.distinct == 1
            && column.filled >= FEWEST_ROWS
            && column.filled == column.cells.len()
            // Nothing happened anywhere.
            && column.values() != ["0"]
    };
    let same = recipe.columns.iter().zip(columns).filter(is_same);
    let columns: Vec<String> = same.map(|(plan, _)| plan.name.clone()).collect();
    (!columns.is_empty()).then_some(Doubt::SameThroughout { columns })
}
