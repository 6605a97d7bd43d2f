//! How indicators are spread over areas, as CSV: a row an indicator.

use super::flat::Table;
use crate::answer::Distribution;
use crate::model::Lang;
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
    let mut table = Table::new(lang, package, &COLUMNS);
    for of in found {
        let unit = package.indicators.get(of.question.indicator).unit.get(lang);
        let level = package
            .descriptor
            .levels
            .get(usize::from(of.question.level.0));
        let five = of.box_plot.map(|it| it.five);
        let ends = [of.used().first(), of.used().last()].map(|row| {
            let code = row.map_or("", |row| &*package.areas.get(row.area).code);
            (row.and_then(|row| row.reading.value.number()), code)
        });
        let [(lowest, lowest_code), (highest, highest_code)] = ends;
        table
            .indicator(of.question.indicator)
            .word(unit)
            .word(level.map_or("", String::as_str))
            .period(of.period)
            .number(Some(of.rows.len() as f64))
            .number(Some(of.used_count as f64))
            .number(lowest)
            .word(lowest_code)
            .number(five.map(|it| it.lower_quartile))
            .number(five.map(|it| it.median))
            .number(five.map(|it| it.upper_quartile))
            .number(highest)
            .word(highest_code)
            .end_row();
    }
    table.finish(&words::spread_notes(lang, package, address))
}
