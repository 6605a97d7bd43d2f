//! Answers as tables.

use super::CsvWriter;
use crate::answer::Compare;
use crate::model::{Lang, Value, number_in_full};
use crate::package::Package;
use crate::words;

/// A comparison as CSV, rows in the order of the answer, with a byte-order mark so that a
/// spreadsheet reads the names right. A fictional package says so in every row.
pub fn compare_csv(lang: Lang, package: &Package, compare: &Compare) -> Vec<u8> {
    let mut header = vec![
        "indicator",
        "area_code",
        "area_name",
        "period",
        "value",
        "bound",
        "status",
        "numerator",
        "denominator",
        "missing",
        "file",
        "line",
    ];
    let stamp = words::stamp_text(lang, package);
    if stamp.is_some() {
        header.push("fictional");
    }
    let indicator = package.indicators.get(compare.question.indicator);
    let mut table = CsvWriter::new(&header);
    let number = |number: Option<f64>| number.map(number_in_full).unwrap_or_default();
    for row in &compare.rows {
        let area = package.areas.get(row.area);
        let reading = &row.reading;
        let period = row.period.map(|it| it.to_string()).unwrap_or_default();
        let bound = reading.value.bound().map(|bound| match bound {
            crate::model::Bound::Lower => "lower",
            crate::model::Bound::Upper => "upper",
            crate::model::Bound::Approximate => "approx",
            crate::model::Bound::Rounded => "rounded",
        });
        let missing = match reading.value {
            Value::Missing(missing) => words::missing_text(lang, missing),
            _ => "",
        };
        let place = reading.place;
        let file = place.map(|it| &*package.descriptor.resources[it.resource].path);
        table
            .text_guarded(&indicator.code)
            .text_guarded(&area.code)
            .text_guarded(area.name.get(lang))
            .plain(&period)
            .plain(&number(reading.value.number()))
            .plain(bound.unwrap_or(""))
            .plain(reading.status.letter())
            .plain(&number(reading.numerator))
            .plain(&number(reading.denominator))
            .text_guarded(missing)
            .text_guarded(file.unwrap_or(""))
            .plain(&place.map(|it| it.line.to_string()).unwrap_or_default());
        if let Some(stamp) = &stamp {
            table.text_guarded(stamp);
        }
        table.end_row();
    }
    let mut bytes = b"\xEF\xBB\xBF".to_vec();
    bytes.extend(table.finish());
    bytes
}
