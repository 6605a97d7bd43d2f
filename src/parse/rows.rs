//! Small tables kept cell by cell: areas, indicators, sources, standards.

use super::shape::ShapeWatch;
use super::{FileFault, Record, Sink};
use crate::model::FaultKind;

/// One record of a small table.
#[derive(Clone, Debug)]
pub struct Row {
    /// Line on which it begins.
    pub line: u32,
    /// Its cells, in the order of the header.
    pub cells: Vec<Box<str>>,
}

/// Keeps every record of a small table whose header has the columns that are needed.
#[derive(Debug, Default)]
pub struct RowSink {
    needed: &'static [&'static str],
    /// The header.
    pub header: Vec<Box<str>>,
    /// The records.
    pub rows: Vec<Row>,
    /// The note where the file was read in an encoding that was not declared.
    pub read_as: Option<FaultKind>,
    /// True where the last record has fewer cells than the header and no line end.
    pub breaks_off: bool,
    shape: ShapeWatch,
}

impl RowSink {
    /// A sink for a table that needs these columns.
    pub fn new(needed: &'static [&'static str]) -> RowSink {
        RowSink {
            needed,
            header: Vec::new(),
            rows: Vec::new(),
            read_as: None,
            breaks_off: false,
            shape: ShapeWatch::default(),
        }
    }

    /// Ends the file. An error where its rows are not of the header's shape.
    pub fn finish(&mut self) -> Result<(), FileFault> {
        self.shape.finish()
    }

    /// The place of a column.
    pub fn place(&self, column: &str) -> Option<usize> {
        self.header.iter().position(|name| **name == *column)
    }

    /// A cell by the column's name; blank where the table has no such column.
    pub fn cell<'r>(&self, row: &'r Row, column: &str) -> &'r str {
        self.place(column)
            .and_then(|place| row.cells.get(place))
            .map_or("", |cell| cell)
    }
}

impl Sink for RowSink {
    fn header(&mut self, header: &Record<'_>) -> Result<(), FileFault> {
        check_header(header, self.needed)?;
        self.shape.header(header);
        self.header = header.cells().map(Box::from).collect();
        Ok(())
    }

    fn record(&mut self, record: &Record<'_>) {
        self.shape.fits(record);
        self.breaks_off = record.breaks_off() && record.len() < self.header.len();
        self.rows.push(Row {
            line: record.line,
            cells: record.cells().map(Box::from).collect(),
        });
    }

    fn read_as(&mut self, note: FaultKind) {
        self.read_as = Some(note);
    }
}

/// Checks that a header names each needed column, and no column twice.
pub fn check_header(header: &Record<'_>, needed: &[&str]) -> Result<(), FileFault> {
    let has = |name: &str| header.cells().any(|cell| cell == name);
    if !needed.iter().any(|name| has(name)) && !needed.is_empty() {
        let fault = FileFault::at(
            header.line,
            FaultKind::NoHeader {
                needed: needed.join(", "),
            },
        );
        return Err(FileFault {
            found: header.joined(),
            ..fault
        });
    }
    if let Some(missing) = needed.iter().find(|name| !has(name)) {
        let kind = FaultKind::MissingColumn {
            needed: (*missing).to_string(),
        };
        return Err(FileFault {
            found: header.joined(),
            ..FileFault::at(header.line, kind)
        });
    }
    for (place, cell) in header.cells().enumerate() {
        if !cell.is_empty() && header.cells().take(place).any(|earlier| earlier == cell) {
            return Err(FileFault::at(header.line, FaultKind::RepeatedColumn).in_column(cell));
        }
    }
    Ok(())
}
