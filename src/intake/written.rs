//! A table written as CSV (RFC 4180), to be read back by this program.

/// A table on its way out.
pub(super) struct Written {
    pub text: String,
}

impl Written {
    /// Begins with the names of the columns.
    pub(super) fn new(header: &[&str]) -> Written {
        let mut written = Written {
            text: String::new(),
        };
        written.row(header);
        written
    }

    /// Adds a row.
    pub(super) fn row(&mut self, cells: &[&str]) {
        for (place, cell) in cells.iter().enumerate() {
            if place > 0 {
                self.text.push(',');
            }
            let needs_quotes = cell.contains([',', '"', '\n', '\r']) || cell.trim() != *cell;
            match needs_quotes {
                true => {
                    self.text.push('"');
                    self.text.push_str(&cell.replace('"', "\"\""));
                    self.text.push('"');
                }
                false => self.text.push_str(cell),
            }
        }
        self.text.push('\n');
    }
}

/// A name as Chinese or as English, blank in the other: by whether it has Chinese characters.
pub(super) fn by_language(name: &str) -> (&str, &str) {
    match name.chars().any(|it| matches!(it, '\u{3400}'..='\u{9fff}')) {
        true => (name, ""),
        false => ("", name),
    }
}
