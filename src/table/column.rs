//! Single columns. Each knows its own cells only; the table keeps them in step.

use super::Dictionary;

/// Repeating texts by code. Takes no memory for rows until the first text that is not blank.
#[derive(Clone, Debug, Default)]
pub struct CodedColumn {
    /// The texts.
    pub dictionary: Dictionary,
    codes: Vec<u32>,
}

impl CodedColumn {
    /// Sets the cell of `row`, which is the newest.
    pub fn set(&mut self, row: usize, text: &str) {
        let code = self.dictionary.code(text);
        set(&mut self.codes, row, code, 0);
    }

    /// The code of a cell; 0 is blank.
    pub fn code(&self, row: usize) -> u32 {
        self.codes.get(row).copied().unwrap_or(0)
    }

    /// The text of a cell.
    pub fn text(&self, row: usize) -> &str {
        self.dictionary.text(self.code(row))
    }

    /// True where no cell holds anything.
    pub fn is_blank(&self) -> bool {
        self.codes.is_empty()
    }
}

/// Numbers; a blank cell is none. Takes no memory until the first number.
#[derive(Clone, Debug, Default)]
pub struct NumberColumn {
    numbers: Vec<f64>,
}

impl NumberColumn {
    /// Sets the cell of `row`, which is the newest.
    pub fn set(&mut self, row: usize, number: Option<f64>) {
        if let Some(number) = number {
            set(&mut self.numbers, row, number, f64::NAN);
        }
    }

    /// Puts another number, or none, into the cell of a row that was set before.
    pub fn replace(&mut self, row: usize, number: Option<f64>) {
        let number = number.unwrap_or(f64::NAN);
        // A blank is none of its own equals, so that it is written like a number.
        if row < self.numbers.len() || !number.is_nan() {
            set(&mut self.numbers, row, number, f64::NAN);
        }
    }

    /// The number of a cell.
    pub fn get(&self, row: usize) -> Option<f64> {
        self.numbers
            .get(row)
            .copied()
            .filter(|number| !number.is_nan())
    }
}

/// Small codes such as bound and status; 0 is the ordinary case and takes no memory.
#[derive(Clone, Debug, Default)]
pub struct ByteColumn {
    bytes: Vec<u8>,
}

impl ByteColumn {
    /// Sets a cell.
    pub fn set(&mut self, row: usize, byte: u8) {
        set(&mut self.bytes, row, byte, 0);
    }

    /// The code of a cell.
    pub fn get(&self, row: usize) -> u8 {
        self.bytes.get(row).copied().unwrap_or(0)
    }
}

/// Writes a cell, filling the rows that were left blank before it. A blank cell past the end is
/// left unwritten.
fn set<T: Copy + PartialEq>(cells: &mut Vec<T>, row: usize, cell: T, blank: T) {
    if row < cells.len() {
        cells[row] = cell;
    } else if cell != blank {
        cells.resize(row, blank);
        cells.push(cell);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_cells_are_blank_wherever_they_stand() {
        let mut numbers = NumberColumn::default();
        numbers.set(0, None);
        numbers.set(3, Some(2.5));
        numbers.set(4, None);
        let cells: Vec<_> = (0..6).map(|row| numbers.get(row)).collect();
        assert_eq!(cells, [None, None, None, Some(2.5), None, None]);

        let mut texts = CodedColumn::default();
        texts.set(0, "");
        assert!(texts.is_blank());
        texts.set(2, "x");
        texts.set(3, "");
        let cells: Vec<_> = (0..5).map(|row| texts.text(row)).collect();
        assert_eq!(cells, ["", "", "x", "", ""]);

        let mut bytes = ByteColumn::default();
        bytes.set(2, 7);
        bytes.set(2, 0);
        assert_eq!(bytes.get(2), 0);
        assert_eq!(bytes.get(9), 0);
    }
}
