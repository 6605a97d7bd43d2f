//! What in a table looks as if it had been read otherwise than it was meant: figures that are the same in every row,
//! units that are stated and went to no figure, rows that say twice the same under two names. Nothing of it changes
//! how the table is read; it is told, so that no reading is wrong in silence.

use super::columns::Column;
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
    /// Columns of figures that are one number in every row.
    SameThroughout {
        /// Their names.
        columns: Vec<String>,
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
