//! The heat table: areas down, indicators across, a verdict in every cell. It must not know how
//! wide a cell is: `draw` shows the text where there is room, else the verdict alone.

use super::MarkStatus;

/// A table of verdicts, rows and columns in the order given.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatTable {
    /// The columns, left to right.
    pub columns: Vec<HeatColumn>,
    /// The rows, top to bottom.
    pub rows: Vec<HeatRow>,
    /// What stands below; may be empty.
    pub caption: String,
    /// A worded note below the caption; may be empty.
    pub note: String,
}

/// One column of a heat table: an indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatColumn {
    /// Its name, worded.
    pub label: String,
    /// A quieter second line: parts (unit, period) with ` · ` between them; may be empty.
    pub detail: String,
    /// What each of its cells is told with, where one is pointed at: its period; may be empty.
    pub told: String,
}

/// One row of a heat table: an area.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatRow {
    /// Which row of the answer this is.
    pub key: u32,
    /// Its name, worded.
    pub label: String,
    /// Its cells in the order of the columns; what is beyond the columns is not drawn.
    pub cells: Vec<HeatCell>,
}

/// One cell of a heat table.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatCell {
    /// Which cell of the answer this is; what a hover or a click gives back.
    pub key: u32,
    /// The value as people read it, or why there is none; may be empty.
    pub text: String,
    /// What is said of it when it is pointed at or read out: the indicator, the value with its unit,
    /// the verdict.
    pub said: String,
    /// The verdict.
    pub status: MarkStatus,
    /// Where the value stands between the least (0) and the greatest (1) of its column, for a
    /// quiet tint where nobody has judged.
    pub share: Option<f64>,
}

impl HeatTable {
    /// The cell of a key with its row and its column; nothing where no column takes it.
    pub fn cell(&self, key: u32) -> Option<(&HeatRow, &HeatColumn, &HeatCell)> {
        for row in &self.rows {
            for (column, cell) in self.columns.iter().zip(&row.cells) {
                if cell.key == key {
                    return Some((row, column, cell));
                }
            }
        }
        None
    }
}
