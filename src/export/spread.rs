//! How indicators are spread over areas, as CSV: a row an indicator.

use super::stamps::Stamps;
use super::{CsvWriter, remarks};
use crate::answer::Distribution;
use crate::model::{Lang, number_in_full};
use crate::package::Package;
use crate::words;

const COLUMNS: [&str; 14] = [
    "indicator",
    "label",
    "unit",
    "level",
    "period",
    "areas",
    "areas_with_value",
    "lowest",
    "lowest_area_code",
    "lower_quartile",
    "median",
    "upper_quartile",
    "highest",
    "highest_area_code",
];

/// The table, with a byte-order mark for spreadsheets. Quartiles are of five values and more; `address`
/// opens the view that it was made from.
pub fn spreads_csv(
    lang: Lang,
    package: &Package,
    found: &[Distribution],
    address: &str,
) -> Vec<u8> {
    let stamps = Stamps::of(lang, package);
    let mut table = CsvWriter::new(&stamps.header(&COLUMNS));
    let given = |number: Option<f64>| number.map(number_in_full).unwrap_or_default();
    for of in found {
        let indicator = package.indicators.get(of.question.indicator);
        let level = &package.descriptor.levels[usize::from(of.question.level.0)];
        let five = of.box_plot.map(|it| it.five);
        let (first, last) = (of.used().first(), of.used().last());
        table
            .text_guarded(&indicator.code)
            .text_guarded(indicator.label.get(lang))
            .text_guarded(indicator.unit.get(lang))
            .text_guarded(level)
            .plain(&of.period.map_or(String::new(), |it| it.to_string()))
            .plain(&of.rows.len().to_string())
            .plain(&of.used_count.to_string());
        for (row, quartiles) in [(first, true), (last, false)] {
            table
                .plain(&given(row.and_then(|row| row.reading.value.number())))
                .text_guarded(row.map_or("", |row| &package.areas.get(row.area).code));
            if quartiles {
                table
                    .plain(&given(five.map(|it| it.lower_quartile)))
                    .plain(&given(five.map(|it| it.median)))
                    .plain(&given(five.map(|it| it.upper_quartile)));
            }
        }
        stamps.write(&mut table);
        table.end_row();
    }
    let notes = words::spread_notes(lang, package, address);
    let mut bytes = b"\xEF\xBB\xBF".to_vec();
    bytes.extend(remarks(&notes).into_bytes());
    bytes.extend(table.finish());
    bytes
}
