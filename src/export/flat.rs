//! Flat tables cell by cell: an area, a reading, numbers and words, with the stamps of the package at the
//! end of each row.

use super::stamps::Stamps;
use super::{CsvWriter, remarks};
use crate::answer::{Reading, RowPlace};
use crate::model::{AreaId, Bound, IndicatorId, Lang, Period, Value, number_in_full};
use crate::package::Package;
use crate::words;

/// A table with a stamp in every row of a fictional package.
pub(super) struct Table<'a> {
    /// The language of names.
    pub lang: Lang,
    /// The package that the rows are of.
    pub package: &'a Package,
    rows: CsvWriter,
    stamps: Stamps,
}

impl<'a> Table<'a> {
    /// A table with these columns, the first line written.
    pub fn new(lang: Lang, package: &'a Package, header: &[&str]) -> Table<'a> {
        let stamps = Stamps::of(lang, package);
        Table {
            lang,
            package,
            rows: CsvWriter::new(&stamps.header(header)),
            stamps,
        }
    }

    /// A word for machines, a code or a date.
    pub fn word(&mut self, word: &str) -> &mut Table<'a> {
        self.rows.text_guarded(word);
        self
    }

    /// A period; blank where there is none.
    pub fn period(&mut self, period: Option<Period>) -> &mut Table<'a> {
        let text = period.map_or(String::new(), |period| period.to_string());
        self.word(&text)
    }

    /// A number in full; blank where there is none.
    pub fn number(&mut self, number: Option<f64>) -> &mut Table<'a> {
        let number = number.filter(|number| number.is_finite());
        self.rows
            .plain(&number.map(number_in_full).unwrap_or_default());
        self
    }

    /// Two cells: `area_code`, `area_name`.
    pub fn area(&mut self, id: AreaId) -> &mut Table<'a> {
        let area = self.package.areas.get(id);
        let name = area.name.get(self.lang);
        self.word(&area.code).word(name)
    }

    /// Two cells: `indicator`, `label`.
    pub fn indicator(&mut self, id: IndicatorId) -> &mut Table<'a> {
        let indicator = self.package.indicators.get(id);
        let label = indicator.label.get(self.lang);
        self.word(&indicator.code).word(label)
    }

    /// Eight cells: [`READING`].
    pub fn reading(&mut self, reading: &Reading) -> &mut Table<'a> {
        let missing = match reading.value {
            Value::Missing(missing) => missing.name(),
            Value::Known(_) | Value::Bounded(..) => "",
        };
        let place = reading.place;
        let status = place.map_or("", |_| reading.status.letter());
        self.number(reading.value.number())
            .word(reading.value.bound().map_or("", Bound::word))
            .word(status)
            .number(reading.numerator)
            .number(reading.denominator)
            .word(missing)
            .stands(place)
    }

    /// Two cells: file and line; blank of a sum.
    pub fn stands(&mut self, place: Option<RowPlace>) -> &mut Table<'a> {
        let file = place.and_then(|it| self.package.descriptor.resources.get(it.resource));
        let line = place.map_or(String::new(), |it| it.line.to_string());
        self.word(file.map_or("", |file| &file.path)).word(&line)
    }

    /// Ends a row with its stamps.
    pub fn end_row(&mut self) {
        self.stamps.write(&mut self.rows);
        self.rows.end_row();
    }

    /// The same with what it is and what it says above the header, and the address that opens its view.
    pub fn finish_titled(self, title: &str, said: Vec<String>, address: &str) -> Vec<u8> {
        let notes = words::standard_notes(self.lang, self.package, title, said, address);
        self.finish(&notes)
    }

    /// The file, with remarks above the header and a byte-order mark for spreadsheets.
    pub fn finish(self, notes: &[String]) -> Vec<u8> {
        let mut bytes = b"\xEF\xBB\xBF".to_vec();
        bytes.extend(remarks(notes).into_bytes());
        bytes.extend(self.rows.finish());
        bytes
    }
}

/// The cells of a reading.
pub(super) const READING: [&str; 8] = [
    "value",
    "bound",
    "status",
    "numerator",
    "denominator",
    "missing",
    "file",
    "line",
];

/// The cells that a row of figures begins with.
pub(super) const FIGURE: [&str; 10] = [
    "indicator",
    "area_code",
    "area_name",
    "period",
    "value",
    "unit",
    "bound",
    "status",
    "numerator",
    "denominator",
];
