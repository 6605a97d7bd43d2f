//! Answers that are no comparison as flat CSV tables: remarks on top as in a downloaded comparison,
//! then a row a point, an indicator, an area or a finding. Of the command line only so far.

mod coverage;
mod findings;
mod organisation;
mod pipeline;
mod profile;
mod relate;
mod standards;
mod trend;

pub use coverage::coverage_csv;
pub use findings::findings_csv;
pub use organisation::organisation_csv;
pub use pipeline::pipeline_csv;
pub use profile::profile_csv;
pub use relate::relate_csv;
pub use standards::standards_csv;
pub use trend::trend_csv;

use super::stamps::Stamps;
use super::{CsvWriter, remarks};
use crate::answer::Reading;
use crate::model::{AreaId, Bound, IndicatorId, Lang, Value, number_in_full};
use crate::package::Package;

/// A table with a stamp in every row of a fictional package.
struct Table<'a> {
    lang: Lang,
    package: &'a Package,
    rows: CsvWriter,
    stamps: Stamps,
}

impl<'a> Table<'a> {
    fn new(lang: Lang, package: &'a Package, header: &[&str]) -> Table<'a> {
        let stamps = Stamps::of(lang, package);
        Table {
            lang,
            package,
            rows: CsvWriter::new(&stamps.header(header)),
            stamps,
        }
    }

    /// A word for machines, a code or a date.
    fn word(&mut self, word: &str) -> &mut Table<'a> {
        self.rows.text_guarded(word);
        self
    }

    /// A number in full; blank where there is none.
    fn number(&mut self, number: Option<f64>) -> &mut Table<'a> {
        let number = number.filter(|number| number.is_finite());
        self.rows
            .plain(&number.map(number_in_full).unwrap_or_default());
        self
    }

    /// Two cells: `indicator`, `label`.
    fn indicator(&mut self, id: IndicatorId) -> &mut Table<'a> {
        let indicator = self.package.indicators.get(id);
        let label = indicator.label.get(self.lang);
        self.word(&indicator.code).word(label)
    }

    /// Two cells: `area_code`, `area_name`.
    fn area(&mut self, id: AreaId) -> &mut Table<'a> {
        let area = self.package.areas.get(id);
        let name = area.name.get(self.lang);
        self.word(&area.code).word(name)
    }

    /// Eight cells: [`READING`].
    fn reading(&mut self, reading: &Reading) -> &mut Table<'a> {
        let missing = match reading.value {
            Value::Missing(missing) => missing.name(),
            Value::Known(_) | Value::Bounded(..) => "",
        };
        let place = reading.place;
        let status = place.map_or("", |_| reading.status.letter());
        let file = place.and_then(|it| self.package.descriptor.resources.get(it.resource));
        let line = place.map_or(String::new(), |it| it.line.to_string());
        self.number(reading.value.number())
            .word(reading.value.bound().map_or("", Bound::word))
            .word(status)
            .number(reading.numerator)
            .number(reading.denominator)
            .word(missing)
            .word(file.map_or("", |file| &file.path))
            .word(&line)
    }

    fn end_row(&mut self) {
        self.stamps.write(&mut self.rows);
        self.rows.end_row();
    }

    /// The file, with remarks above the header and a byte-order mark for spreadsheets.
    fn finish(self, notes: &[String]) -> Vec<u8> {
        let mut bytes = b"\xEF\xBB\xBF".to_vec();
        bytes.extend(remarks(notes).into_bytes());
        bytes.extend(self.rows.finish());
        bytes
    }
}

/// The cells of a reading.
const READING: [&str; 8] = [
    "value",
    "bound",
    "status",
    "numerator",
    "denominator",
    "missing",
    "file",
    "line",
];
