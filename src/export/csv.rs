//! Writes a table as CSV: UTF-8, LF, quoted only where RFC 4180 asks for it.
//!
//! Two kinds of cell: `plain` for numbers, codes and published packages, written as they are;
//! `text_guarded` for whatever a person may open in a spreadsheet, which would otherwise run a
//! cell that begins like a formula. Must not know what the table is about.

use std::borrow::Cow;

/// A table on its way to becoming a CSV file. Every row has as many cells as the header.
///
/// ```
/// use zhishe::export::CsvWriter;
///
/// let mut table = CsvWriter::new(&["area", "cases"]);
/// table.text_guarded("=1+1").plain("-3").end_row();
/// assert_eq!(table.finish(), b"area,cases\n'=1+1,-3\n");
/// ```
pub struct CsvWriter {
    text: String,
    columns: usize,
    cells_in_row: usize,
}

impl CsvWriter {
    /// Starts a table with its header.
    pub fn new(header: &[&str]) -> CsvWriter {
        let mut writer = CsvWriter {
            text: String::new(),
            columns: header.len(),
            cells_in_row: 0,
        };
        for name in header {
            writer.plain(name);
        }
        writer.end_row();
        writer
    }

    /// Adds a cell exactly as given: a number, a code, or text of a published package.
    pub fn plain(&mut self, cell: &str) -> &mut CsvWriter {
        if self.cells_in_row > 0 {
            self.text.push(',');
        }
        self.cells_in_row += 1;
        if cell.is_empty() && self.columns == 1 {
            // A line of one blank cell would read as a blank line, which is no record.
            self.text.push_str("\"\"");
        } else {
            push_cell(&mut self.text, cell);
        }
        self
    }

    /// Adds a cell of text that no spreadsheet may take for a formula.
    pub fn text_guarded(&mut self, cell: &str) -> &mut CsvWriter {
        self.plain(&guarded(cell))
    }

    /// Ends the row. A row of another length than the header's is a bug of the caller.
    pub fn end_row(&mut self) {
        assert_eq!(self.cells_in_row, self.columns, "cells against columns");
        self.cells_in_row = 0;
        self.text.push('\n');
    }

    /// The finished file.
    pub fn finish(self) -> Vec<u8> {
        assert_eq!(self.cells_in_row, 0, "the last row was not ended");
        self.text.into_bytes()
    }
}

/// Lines above a header that say what the table is, each marked with `#`. Readers of CSV skip them
/// where told to (`comment='#'`); such a line may not begin with a quote. A spreadsheet shows `#` in
/// the first cell and all the words in the second, which may be quoted and so keep their commas.
pub fn remarks(lines: &[String]) -> String {
    let mut text = String::new();
    for line in lines {
        let mut cell = String::new();
        for letter in line.chars() {
            // With a space behind it nothing begins a cell, and so a formula, where cells are parted
            // by semicolons.
            if cell.ends_with(';') && letter != ' ' {
                cell.push(' ');
            }
            cell.push(if letter.is_control() { ' ' } else { letter });
        }
        text.push_str("#,");
        push_cell(&mut text, &guarded(&cell));
        text.push('\n');
    }
    text
}

fn push_cell(text: &mut String, cell: &str) {
    // A bare `#` would end the line for readers that take it for a remark.
    if cell.contains(['"', ',', '\n', '\r', '#']) {
        text.push('"');
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(cell);
    }
}

/// The text with a leading `'` where a spreadsheet would read a formula: it starts with one of
/// `= + - @`, a tab or a carriage return, full-width forms included.
pub fn guarded(text: &str) -> Cow<'_, str> {
    let formula = text.starts_with([
        '=', '+', '-', '@', '\t', '\r', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
    ]);
    if formula {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cell: &str, expected: &str) {
        let mut table = CsvWriter::new(&["a"]);
        table.text_guarded(cell).end_row();
        let bytes = table.finish();
        assert_eq!(
            String::from_utf8(bytes).unwrap(),
            format!("a\n{expected}\n")
        );
    }

    #[test]
    fn text_cells_are_guarded() {
        check("甲01社区", "甲01社区");
        check("=SUM(A1)", "'=SUM(A1)");
        check("\u{ff1d}1", "'\u{ff1d}1");
        check("\u{ff20}名", "'\u{ff20}名");
        check("+1", "'+1");
        check("-1", "'-1");
        check("a=b", "a=b");
        check("a,\"b\"", "\"a,\"\"b\"\"\"");
        check("\tx", "'\tx");
    }

    #[test]
    fn remarks_are_a_mark_and_a_cell() {
        let lines = ["per 1,000, \"a\"", "b;=2\r\n", "c; d", "=1"].map(str::to_string);
        assert_eq!(
            remarks(&lines),
            "#,\"per 1,000, \"\"a\"\"\"\n#,b; =2  \n#,c; d\n#,'=1\n"
        );
        assert_eq!(remarks(&[]), "");
    }

    #[test]
    fn what_is_quoted_reads_back() {
        check("a\nb", "\"a\nb\"");
        check("a\rb", "\"a\rb\"");
        check("3#楼", "\"3#楼\"");
        check(" a ", " a ");
        check("", "\"\"");
        let mut table = CsvWriter::new(&["a", "b"]);
        table.plain("").plain("x\"y").end_row();
        assert_eq!(table.finish(), b"a,b\n,\"x\"\"y\"\n");
    }

    #[test]
    fn numbers_are_left_alone() {
        let mut table = CsvWriter::new(&["a", "b"]);
        table.plain("-1.5").plain("").end_row();
        assert_eq!(table.finish(), b"a,b\n-1.5,\n");
    }
}
