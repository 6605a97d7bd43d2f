//! How many cells the rows of a file have beside its header: where nearly all of them have the same
//! other number, it is the header that is wrong.

use super::{FileFault, Record};
use crate::model::FaultKind;

/// Fewer rows than this say nothing of the header.
const FEWEST_ROWS: usize = 3;

/// Counts the rows of one file by their cells.
#[derive(Debug, Default)]
pub(super) struct ShapeWatch {
    header_line: u32,
    header: String,
    header_cells: usize,
    row_count: usize,
    /// Other numbers of cells than the header's, and how many rows have each.
    others: Vec<(usize, usize)>,
}

impl ShapeWatch {
    /// Takes the header.
    pub(super) fn header(&mut self, header: &Record<'_>) {
        self.header_line = header.line;
        self.header = header.joined();
        self.header_cells = header.len();
    }

    /// Takes a row; true where it has as many cells as the header.
    pub(super) fn fits(&mut self, row: &Record<'_>) -> bool {
        self.row_count += 1;
        let cells = row.len();
        if cells == self.header_cells {
            return true;
        }
        match self.others.iter_mut().find(|(known, _)| *known == cells) {
            Some((_, count)) => *count += 1,
            None => self.others.push((cells, 1)),
        }
        false
    }

    /// Ends the file: nine rows in ten that agree with one another and not with the header.
    pub(super) fn finish(&mut self) -> Result<(), FileFault> {
        let rows = self.row_count;
        let agree = |count: usize| rows >= FEWEST_ROWS && count * 10 >= rows * 9;
        match self.others.iter().find(|(_, count)| agree(*count)) {
            None => Ok(()),
            Some((row_cells, _)) => Err(FileFault {
                found: std::mem::take(&mut self.header),
                ..FileFault::at(
                    self.header_line,
                    FaultKind::HeaderShape {
                        header_cells: self.header_cells,
                        row_cells: *row_cells,
                    },
                )
            }),
        }
    }
}
