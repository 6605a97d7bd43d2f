//! The researcher's table as CSV: a row a value, or as it stands with columns across. It is written row by
//! row, so that whoever writes a hundred thousand can pause between them.

use super::flat::FIGURE;
use super::stamps::Stamps;
use super::{CsvWriter, remarks};
use crate::answer::{
    Across, GroupSum, Place, Reading, RowPlace, Table, TableCell, TableColumn, place_code,
};
use crate::model::{Bound, Lang, Status, Value, number_in_full};
use crate::package::Package;
use crate::words;

/// The columns of a file with a row a value, after those of its figure.
const AFTER_FIGURE: [&str; 5] = ["lower_95", "upper_95", "missing", "file", "line"];

/// The whole table at once: every row and column in the table's own order.
pub fn table_csv(
    lang: Lang,
    package: &Package,
    table: &Table,
    is_long: bool,
    address: &str,
) -> Vec<u8> {
    let columns: Vec<usize> = (0..table.columns.len()).collect();
    let mut file = TableFile::new(lang, package, table, &columns, is_long);
    for row in 0..table.rows.len() {
        let cells = columns.iter().map(|column| {
            let cell = table.cell(package, row, *column);
            cell.map_or(Reading::NO_ROW, |cell| cell.reading)
        });
        file.row(row, &cells.collect::<Vec<Reading>>());
    }
    file.finish(address)
}

/// A file on its way. Every row bears the stamps of the package.
pub struct TableFile<'a> {
    lang: Lang,
    package: &'a Package,
    table: &'a Table,
    columns: Vec<usize>,
    is_long: bool,
    stamps: Stamps,
    rows: CsvWriter,
}

impl<'a> TableFile<'a> {
    /// Begins a file of these columns of figures: with a row a value, or else as the table stands, where
    /// beside each column `x` stands `x:remark` with what a number does not say.
    pub fn new(
        lang: Lang,
        package: &'a Package,
        table: &'a Table,
        columns: &[usize],
        is_long: bool,
    ) -> TableFile<'a> {
        let stamps = Stamps::of(lang, package);
        let across: Vec<String> = columns
            .iter()
            .filter_map(|at| table.columns.get(*at))
            .flat_map(|column| {
                let key = table.column_key(package, column);
                let remark = format!("{key}:remark");
                [key, remark]
            })
            .collect();
        let mut header: Vec<&str> = match (is_long, table.question.across) {
            (true, _) => [&FIGURE[..], &AFTER_FIGURE].concat(),
            (false, Across::Indicators) => vec!["area_code", "area_name", "period"],
            (false, Across::Periods) => vec!["area_code", "area_name"],
            (false, Across::Areas) => vec!["period"],
        };
        if !is_long {
            header.extend(across.iter().map(String::as_str));
        }
        let header = stamps.header(&header);
        TableFile {
            rows: CsvWriter::new(&header),
            lang,
            package,
            table,
            columns: columns.to_vec(),
            is_long,
            stamps,
        }
    }

    /// Adds a row of the table; `readings` are those of the file's columns, in their order.
    pub fn row(&mut self, row: usize, readings: &[Reading]) {
        let columns = std::mem::take(&mut self.columns);
        if !self.is_long {
            self.names(row);
        }
        for (column, reading) in columns.iter().zip(readings) {
            match self.is_long {
                true => self.value(row, *column, reading),
                false => {
                    let number = reading.value.number().map(number_in_full);
                    let remark = self.remark(row, *column, reading);
                    self.rows
                        .plain(&number.unwrap_or_default())
                        .text_guarded(&remark);
                }
            }
        }
        if !self.is_long {
            self.end_row();
        }
        self.columns = columns;
    }

    /// The names of a row.
    fn names(&mut self, row: usize) {
        let Some(row) = self.table.rows.get(row) else {
            return;
        };
        if let Some(place) = row.place {
            self.place(place);
        }
        if self.table.question.across != Across::Periods {
            let period = row.period.map(|period| period.to_string());
            self.rows.plain(&period.unwrap_or_default());
        }
    }

    /// Two cells: `area_code`, `area_name`.
    fn place(&mut self, place: Place) {
        let name = match place {
            Place::Area(area) => self.package.areas.get(area).name.get(self.lang),
            Place::Group => words::table_words(self.lang).together,
        };
        self.rows
            .text_guarded(place_code(self.package, place))
            .text_guarded(name);
    }

    /// The cells of [`FIGURE`] and [`AFTER_FIGURE`], as a row.
    fn value(&mut self, row: usize, at: usize, reading: &Reading) {
        let (about, column) = (self.table.rows.get(row), self.table.columns.get(at));
        let Some((about, column)) = about.zip(column) else {
            return;
        };
        let cell = self.table.cell_of(self.package, row, at, *reading);
        let indicator = self.package.indicators.get(column.indicator);
        let number = |number: Option<f64>| number.map(number_in_full).unwrap_or_default();
        self.rows.text_guarded(&indicator.code);
        if let Some(place) = about.place.or(column.place) {
            self.place(place);
        }
        let period = cell.and_then(|cell| cell.period);
        let path = |place: RowPlace| &*self.package.descriptor.resources[place.resource].path;
        let line = reading.place.map(|place| place.line.to_string());
        let interval = cell.and_then(|cell| cell.interval);
        let missing = self.missing(column, cell.as_ref());
        let is_of_group = cell.is_some_and(|cell| cell.group.is_some());
        let status = match reading.place.is_some() || is_of_group {
            true => reading.status.letter(),
            false => "",
        };
        self.rows
            .plain(&period.map(|it| it.to_string()).unwrap_or_default())
            .plain(&number(reading.value.number()))
            .text_guarded(indicator.unit.get(self.lang))
            .plain(reading.value.bound().map_or("", Bound::word))
            .plain(status)
            .plain(&number(reading.numerator))
            .plain(&number(reading.denominator))
            .plain(&number(interval.map(|(lower, _)| lower)))
            .plain(&number(interval.map(|(_, upper)| upper)))
            .text_guarded(&missing)
            .text_guarded(reading.place.map_or("", path))
            .plain(&line.unwrap_or_default());
        self.end_row();
    }

    /// Why there is no value; blank where there is one.
    fn missing(&self, column: &TableColumn, cell: Option<&TableCell>) -> String {
        let Some(cell) = cell else {
            return String::new();
        };
        match (cell.reading.value, cell.group) {
            (Value::Missing(_), Some(GroupSum::Never | GroupSum::Partial(..))) => {
                words::cell_text(self.lang, self.package, column, cell)
            }
            (Value::Missing(missing), _) => words::missing_text(self.lang, missing).to_string(),
            _ => String::new(),
        }
    }

    /// What a number alone does not say, in words for machines: its bound, that it is provisional or
    /// estimated, its period where each area has its own, or why there is none.
    fn remark(&self, row: usize, at: usize, reading: &Reading) -> String {
        let cell = self.table.cell_of(self.package, row, at, *reading);
        let mut parts: Vec<String> = Vec::new();
        match (reading.value, cell.and_then(|cell| cell.group)) {
            (Value::Missing(_), Some(GroupSum::Partial(known, all))) => {
                parts.push(format!("partial {known}/{all}"));
            }
            (Value::Missing(_), Some(GroupSum::Never)) => parts.push("not-summed".to_string()),
            (Value::Missing(missing), _) => parts.push(missing.name().to_string()),
            (value, _) => parts.extend(value.bound().map(|bound| bound.word().to_string())),
        }
        let has_number = reading.value.number().is_some();
        if has_number && reading.status != Status::Normal {
            parts.push(reading.status.letter().to_string());
        }
        let is_of_row = !self.table.periods.is_empty();
        if let Some(period) = cell.and_then(|it| it.period).filter(|_| !is_of_row) {
            parts.push(period.to_string());
        }
        parts.join(" ")
    }

    fn end_row(&mut self) {
        self.stamps.write(&mut self.rows);
        self.rows.end_row();
    }

    /// The file, with remarks above the header and a byte-order mark for spreadsheets.
    pub fn finish(self, address: &str) -> Vec<u8> {
        let (lang, package) = (self.lang, self.package);
        let mut notes = vec![words::table_title(lang, package, self.table)];
        notes.extend(words::stamp_text(lang, package));
        notes.push(words::running_totals_text(lang, package, self.table));
        if !self.table.members.is_empty() {
            notes.push(words::table_words(lang).together_note.to_string());
        }
        notes.push(package.descriptor.banner.get(lang).to_string());
        notes.push(words::source_line(lang, package));
        notes.push(address.to_string());
        notes.push(words::words(lang).codes_as_text.to_string());
        notes.retain(|line| !line.is_empty());
        let mut bytes = b"\xEF\xBB\xBF".to_vec();
        bytes.extend(remarks(&notes).into_bytes());
        bytes.extend(self.rows.finish());
        bytes
    }
}
