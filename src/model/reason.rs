//! Why a file that holds others, or JSON, could not be read, as data.

/// Why an archive, or a file of one, could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArchiveReason {
    /// It breaks off, or its bytes are not those that were packed.
    Damaged,
    /// A password is needed.
    Encrypted,
    /// Packed in a way that is not read.
    Method,
    /// More files than are read.
    TooManyFiles {
        /// So many are.
        limit: usize,
    },
    /// A file that would lie outside of the archive's folder.
    UnsafePath,
}

/// Why a JSON file could not be read.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)] // the fields are named for what they hold
pub enum JsonReason {
    /// Bytes that are no UTF-8, from this line on.
    Encoding { line: usize },
    /// No JSON from here on.
    Syntax { line: usize, column: usize },
    /// A key that must be there.
    Missing { key: String },
    /// A value of another sort, both as JSON writes them: `[…]`, `{…}`, `"…"`.
    WrongSort {
        key: String,
        found: &'static str,
        expected: &'static str,
    },
    /// A value that cannot stand there.
    WrongValue { key: String, found: String },
    /// A value that stands in an earlier entry too.
    Repeated { key: String, found: String },
}

impl JsonReason {
    /// The line from 1; 0 where the whole file is meant.
    pub fn line(&self) -> u32 {
        match self {
            JsonReason::Encoding { line } | JsonReason::Syntax { line, .. } => *line as u32,
            _ => 0,
        }
    }
}
