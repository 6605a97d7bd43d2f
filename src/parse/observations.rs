//! Observations to columns, from the long layout or the wide one.

use super::cell;
use super::rows::check_header;
use super::shape::ShapeWatch;
use super::{FileFault, Record, Sink};
use crate::model::{FaultKind, Faults, Invalid, holds_personal_number};
use crate::table::Observations;
use std::sync::Arc;

/// How a file of observations is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Layout {
    /// A row per observation.
    #[default]
    Long,
    /// A row per area and period, a column per indicator.
    Wide,
}

/// What a column of a file holds.
#[derive(Clone, Debug, PartialEq)]
enum Column {
    Indicator,
    Area,
    AreaName,
    Period,
    Value,
    Numerator,
    Denominator,
    Bound,
    Status,
    Source,
    Locator,
    Note,
    Dimension(usize),
    /// Left aside.
    Other,
}

/// One indicator's columns in a wide file.
#[derive(Debug, Default)]
struct WideIndicator {
    name: String,
    value: Option<usize>,
    numerator: Option<usize>,
    denominator: Option<usize>,
}

/// Fills columns from the records of one file.
#[derive(Debug)]
pub struct ObservationSink {
    file: Arc<str>,
    layout: Layout,
    dimensions: Vec<String>,
    header: Vec<Box<str>>,
    columns: Vec<Column>,
    wide: Vec<WideIndicator>,
    /// The columns.
    pub table: Observations,
    /// What was wrong with single cells.
    pub faults: Faults,
    /// A last row that breaks off: line, cells expected, cells found.
    truncated: Option<(u32, usize, usize)>,
    shape: ShapeWatch,
}

/// What the name of a wide file's column of numerators ends with.
pub const SUFFIX_NUMERATOR: &str = ":numerator";
/// What the name of a wide file's column of denominators ends with.
pub const SUFFIX_DENOMINATOR: &str = ":denominator";

impl ObservationSink {
    /// A sink for a file of this layout in a package with these dimensions.
    pub fn new(file: Arc<str>, layout: Layout, dimensions: Vec<String>) -> ObservationSink {
        let table = Observations::with_dimensions(dimensions.len());
        ObservationSink {
            file,
            layout,
            dimensions,
            header: Vec::new(),
            columns: Vec::new(),
            wide: Vec::new(),
            table,
            faults: Faults::default(),
            truncated: None,
            shape: ShapeWatch::default(),
        }
    }

    /// Ends the file: a last row that broke off means that the rest never came.
    pub fn finish(mut self) -> Result<(Observations, Faults), FileFault> {
        self.shape.finish()?;
        match self.truncated {
            Some((line, expected_cells, found_cells)) => Err(FileFault::at(
                line,
                FaultKind::Truncated {
                    expected_cells,
                    found_cells,
                },
            )),
            None => Ok((self.table, self.faults)),
        }
    }

    fn column_of(&self, name: &str) -> Column {
        match name {
            "area_code" => Column::Area,
            "area_name" => Column::AreaName,
            "period" => Column::Period,
            "status" => Column::Status,
            "source" => Column::Source,
            "locator" => Column::Locator,
            "note" => Column::Note,
            "indicator" if self.layout == Layout::Long => Column::Indicator,
            "value" if self.layout == Layout::Long => Column::Value,
            "numerator" if self.layout == Layout::Long => Column::Numerator,
            "denominator" if self.layout == Layout::Long => Column::Denominator,
            "bound" if self.layout == Layout::Long => Column::Bound,
            _ => match self.dimensions.iter().position(|known| known == name) {
                Some(place) => Column::Dimension(place),
                None => Column::Other,
            },
        }
    }

    fn add_wide_column(&mut self, name: &str, place: usize) {
        let (indicator, part) = if let Some(indicator) = name.strip_suffix(SUFFIX_NUMERATOR) {
            (indicator, Column::Numerator)
        } else if let Some(indicator) = name.strip_suffix(SUFFIX_DENOMINATOR) {
            (indicator, Column::Denominator)
        } else {
            (name, Column::Value)
        };
        let known = self.wide.iter().position(|wide| wide.name == indicator);
        let at = known.unwrap_or_else(|| {
            self.wide.push(WideIndicator {
                name: indicator.to_string(),
                ..WideIndicator::default()
            });
            self.wide.len() - 1
        });
        let wide = &mut self.wide[at];
        match part {
            Column::Numerator => wide.numerator = Some(place),
            Column::Denominator => wide.denominator = Some(place),
            _ => wide.value = Some(place),
        }
    }

    /// Keeps the key of a record whose cells stand in the wrong columns from somewhere on, and
    /// nothing else of it.
    fn set_key(&mut self, row: usize, record: &Record<'_>) {
        self.table.set_invalid(row, Invalid::RowShape);
        for (place, column) in self.columns.iter().enumerate() {
            let text = record.cell(place);
            match column {
                Column::Indicator => self.table.indicator.set(row, text),
                Column::Area => self.table.area.set(row, text),
                Column::Period => self.table.period.set(row, text),
                Column::Dimension(at) => self.table.dimensions[*at].set(row, text),
                _ => {}
            }
        }
    }

    /// Sets the cells that are the whole record's. `tell` where their faults were not told yet.
    fn set_common(&mut self, row: usize, record: &Record<'_>, tell: bool) {
        for place in 0..self.columns.len() {
            let text = record.cell(place);
            match self.columns[place] {
                Column::Indicator => self.table.indicator.set(row, text),
                Column::Area => self.table.area.set(row, text),
                Column::AreaName => self.table.area_name.set(row, text),
                Column::Period => self.table.period.set(row, text),
                Column::Source => self.table.source.set(row, text),
                Column::Locator => self.table.locator.set(row, text),
                Column::Note => self.table.note.set(row, text),
                Column::Dimension(at) => self.table.dimensions[at].set(row, text),
                Column::Bound => match cell::bound(text) {
                    Ok(bound) => self.table.set_bound(row, bound),
                    Err(kind) => self.qualifier_fault(row, record, place, kind, tell),
                },
                Column::Status => match cell::status(text) {
                    Ok(status) => self.table.set_status(row, status),
                    Err(kind) => self.qualifier_fault(row, record, place, kind, tell),
                },
                Column::Value => {
                    let number = self.number(row, record, place);
                    self.table.value.set(row, number);
                }
                Column::Numerator => {
                    let number = self.number(row, record, place);
                    self.table.numerator.set(row, number);
                }
                Column::Denominator => {
                    let number = self.number(row, record, place);
                    self.table.denominator.set(row, number);
                }
                Column::Other => {}
            }
        }
    }

    fn number(&mut self, row: usize, record: &Record<'_>, place: usize) -> Option<f64> {
        let text = record.cell(place);
        match cell::number(text) {
            Ok(number) => number,
            Err(kind) => {
                self.table.set_invalid(row, Invalid::NotANumber);
                let kind = match holds_personal_number(text) {
                    true => FaultKind::PersonalNumber,
                    false => kind,
                };
                self.faults
                    .push(&self.file, record.line, &self.header[place], text, kind);
                None
            }
        }
    }

    fn qualifier_fault(
        &mut self,
        row: usize,
        record: &Record<'_>,
        place: usize,
        kind: FaultKind,
        tell: bool,
    ) {
        self.table.set_invalid(row, Invalid::Qualifier);
        if tell {
            let (column, text) = (&self.header[place], record.cell(place));
            self.faults
                .push(&self.file, record.line, column, text, kind);
        }
    }

    fn check_shape(&mut self, record: &Record<'_>) -> bool {
        // A blank cell too many may be the last of a row that a `3,120` pushed aside.
        if self.shape.fits(record) {
            return true;
        }
        let (expected_cells, found_cells) = (self.header.len(), record.len());
        if record.breaks_off() && found_cells < expected_cells {
            self.truncated = Some((record.line, expected_cells, found_cells));
        }
        self.faults.push(
            &self.file,
            record.line,
            "",
            &record.cells().collect::<Vec<_>>().join(","),
            FaultKind::RowShape {
                expected_cells,
                found_cells,
            },
        );
        false
    }

    fn long_record(&mut self, record: &Record<'_>, sound: bool) {
        let row = self.table.add_row(record.line);
        if sound {
            self.set_common(row, record, true);
        } else {
            self.set_key(row, record);
        }
    }

    fn wide_record(&mut self, record: &Record<'_>, sound: bool) {
        let mut tell = true;
        for at in 0..self.wide.len() {
            let WideIndicator {
                value,
                numerator,
                denominator,
                ..
            } = self.wide[at];
            let places = [value, numerator, denominator];
            let blank = |place: &usize| record.cell(*place).is_empty();
            if sound && places.iter().flatten().all(blank) {
                continue;
            }
            let row = self.table.add_row(record.line);
            self.table.indicator.set(row, &self.wide[at].name);
            if !sound {
                self.set_key(row, record);
                continue;
            }
            self.set_common(row, record, std::mem::take(&mut tell));
            if let Some(place) = value {
                let number = self.number(row, record, place);
                self.table.value.set(row, number);
            }
            if let Some(place) = numerator {
                let number = self.number(row, record, place);
                self.table.numerator.set(row, number);
            }
            if let Some(place) = denominator {
                let number = self.number(row, record, place);
                self.table.denominator.set(row, number);
            }
        }
    }
}

impl Sink for ObservationSink {
    fn header(&mut self, header: &Record<'_>) -> Result<(), FileFault> {
        let needed: &[&str] = match self.layout {
            Layout::Long => &["indicator", "area_code", "period"],
            Layout::Wide => &["area_code", "period"],
        };
        check_header(header, needed)?;
        self.shape.header(header);
        self.table.header_line = header.line;
        self.header = header.cells().map(Box::from).collect();
        for (place, name) in header.cells().enumerate() {
            let column = self.column_of(name);
            if column == Column::Other && !name.is_empty() {
                if self.layout == Layout::Wide {
                    self.add_wide_column(name, place);
                } else {
                    self.faults.push(
                        &self.file,
                        header.line,
                        name,
                        name,
                        FaultKind::UnknownColumn,
                    );
                }
            }
            self.columns.push(column);
        }
        Ok(())
    }

    fn record(&mut self, record: &Record<'_>) {
        let sound = self.check_shape(record);
        self.table.record_count += 1;
        match self.layout {
            Layout::Long => self.long_record(record, sound),
            Layout::Wide => self.wide_record(record, sound),
        }
    }

    fn read_as(&mut self, note: FaultKind) {
        self.faults.push(&self.file, 0, "", "", note);
    }
}
