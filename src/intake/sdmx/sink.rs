//! Makes the rows of an SDMX-CSV file plain on their way to whoever takes a plain table.

use super::plain::{Cells, Fate, Plain};
use crate::model::FaultKind;
use crate::parse::{FileFault, Record, Sink};

/// What is kept from row to row.
#[derive(Clone, Debug, Default)]
pub(in crate::intake) struct PlainRows {
    plain: Option<Plain>,
    cells: Cells,
}

/// Takes the records of an SDMX-CSV file and gives plain ones.
pub(in crate::intake) struct PlainSink<'s> {
    /// What is kept from row to row.
    pub rows: &'s mut PlainRows,
    /// Who takes the plain rows.
    pub inner: &'s mut dyn Sink,
}

impl Sink for PlainSink<'_> {
    fn header(&mut self, header: &Record<'_>) -> Result<(), FileFault> {
        let names: Vec<&str> = header.cells().collect();
        let Some(plain) = Plain::of(&names) else {
            let needed = "TIME_PERIOD, OBS_VALUE".to_string();
            return Err(FileFault::at(header.line, FaultKind::NoHeader { needed }));
        };
        self.rows.cells.clear();
        for column in &plain.columns {
            self.rows.cells.push(&column.name);
        }
        self.rows.plain = Some(plain);
        let cells = &self.rows.cells;
        self.inner
            .header(&header.with_cells(&cells.text, &cells.ends))
    }

    fn record(&mut self, record: &Record<'_>) {
        let PlainRows { plain, cells } = &mut *self.rows;
        let Some(plain) = plain else {
            return;
        };
        let written: Vec<&str> = record.cells().collect();
        if !plain.fits(&written) {
            // Told by whoever takes it, as a row of another shape than the plain header.
            cells.clear();
            written.iter().for_each(|cell| cells.push(cell));
            if written.len() == plain.columns.len() {
                cells.push("");
            }
            self.inner
                .record(&record.with_cells(&cells.text, &cells.ends));
        } else if plain.row(&written, cells) == Fate::Kept {
            self.inner
                .record(&record.with_cells(&cells.text, &cells.ends));
        }
    }

    fn read_as(&mut self, note: FaultKind) {
        self.inner.read_as(note);
    }
}
