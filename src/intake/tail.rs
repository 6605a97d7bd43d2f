//! Rows that are no rows of the table: notes below it, lines between its parts, and rows that are
//! broken. Which of them a row is shows only when the next sound row comes, or none.

use super::rows::Cells;
use super::vocabulary::is_note_start;
use crate::model::{FaultKind, Faults};
use crate::parse::FileFault;
use std::sync::Arc;

/// So many rows are kept until it shows what they are.
const MOST_KEPT: usize = 1000;

/// The rows since the last sound one.
#[derive(Debug, Default)]
pub(super) struct Tail {
    odd: Vec<Odd>,
    /// Rows whose number of cells is another than the header's, and is more than one.
    odd_count: usize,
    /// Their numbers of cells: the last, and how many in a row had it.
    odd_width: (usize, usize),
    /// A row with a single cell has been met since the last sound row.
    has_note: bool,
    /// Line of the first row that was told to be left aside, and how many were.
    pub told: Option<(u32, usize)>,
}

#[derive(Debug)]
struct Odd {
    line: u32,
    cells: usize,
    text: String,
    breaks_off: bool,
    is_note: bool,
}

impl Tail {
    /// Takes a row with another number of cells than the header.
    pub(super) fn odd(&mut self, cells: &dyn Cells, file: &Arc<str>, faults: &mut Faults) {
        if cells.count() <= 1 {
            self.has_note = true;
            self.tell_aside(cells, file, faults);
            return;
        }
        self.odd_count += 1;
        self.odd_width = match self.odd_width {
            (width, count) if width == cells.count() => (width, count + 1),
            _ => (cells.count(), 1),
        };
        if self.odd.len() < MOST_KEPT {
            let texts: Vec<&str> = (0..cells.count()).map(|place| cells.cell(place)).collect();
            self.odd.push(Odd {
                line: cells.line(),
                cells: cells.count(),
                is_note: self.has_note || is_note_start(cells.cell(0)),
                text: texts.join(","),
                breaks_off: cells.breaks_off(),
            });
        }
    }

    /// Takes a row of the right number of cells and without a figure.
    pub(super) fn aside(&mut self, cells: &dyn Cells, file: &Arc<str>, faults: &mut Faults) {
        let filled = (0..cells.count()).filter(|place| !cells.cell(*place).is_empty());
        self.has_note |= filled.count() == 1;
        self.tell_aside(cells, file, faults);
    }

    /// True where a row with a single text has been met since the last sound row.
    pub(super) fn has_note(&self) -> bool {
        self.has_note
    }

    fn tell_aside(&mut self, cells: &dyn Cells, file: &Arc<str>, faults: &mut Faults) {
        let (first, count) = self.told.unwrap_or((cells.line(), 0));
        self.told = Some((first, count + 1));
        let texts = || (0..cells.count()).map(|place| cells.cell(place));
        // The number of a row says less than what it is of.
        let has_letter = |text: &&str| text.chars().any(char::is_alphabetic);
        let text = texts().find(has_letter);
        let text = text.or_else(|| texts().find(|text| !text.is_empty()));
        let text = text.unwrap_or_default();
        faults.push(file, cells.line(), "", text, FaultKind::RowAside);
    }

    /// A sound row has come: what was odd before it is broken.
    pub(super) fn sound(&mut self, file: &Arc<str>, faults: &mut Faults, width: usize) {
        self.has_note = false;
        if self.odd.is_empty() {
            return;
        }
        for odd in std::mem::take(&mut self.odd) {
            odd.tell(file, faults, width);
        }
    }

    /// The file has ended: what is odd is a note, or breaks off, or is broken.
    pub(super) fn finish(
        &mut self,
        file: &Arc<str>,
        faults: &mut Faults,
        width: usize,
        rows: usize,
        header_line: u32,
    ) -> Result<(), FileFault> {
        let (row_cells, agree) = self.odd_width;
        if rows >= 3 && agree * 10 >= rows * 9 {
            let kind = FaultKind::HeaderShape {
                header_cells: width,
                row_cells,
            };
            return Err(FileFault::at(header_line, kind));
        }
        for odd in std::mem::take(&mut self.odd) {
            if odd.is_note {
                let (first, count) = self.told.unwrap_or((odd.line, 0));
                self.told = Some((first, count + 1));
                faults.push(file, odd.line, "", &odd.text, FaultKind::RowAside);
            } else if odd.breaks_off && odd.cells < width {
                let kind = FaultKind::Truncated {
                    expected_cells: width,
                    found_cells: odd.cells,
                };
                return Err(FileFault::at(odd.line, kind));
            } else {
                odd.tell(file, faults, width);
            }
        }
        Ok(())
    }
}

impl Odd {
    fn tell(&self, file: &Arc<str>, faults: &mut Faults, width: usize) {
        let kind = FaultKind::RowShape {
            expected_cells: width,
            found_cells: self.cells,
        };
        faults.push(file, self.line, "", &self.text, kind);
    }
}
