//! A coverage: a row an area, the whole first.

use super::{READING, Table};
use crate::answer::{Coverage, CoverageRow};
use crate::model::Lang;
use crate::package::Package;
use crate::words::command_line::{self, Heading};

/// The whole, then the areas of a coverage in the order of the answer. `lacking` names the units
/// that are not covered by their codes.
pub fn coverage_csv(lang: Lang, package: &Package, found: &Coverage) -> Vec<u8> {
    let mut header = vec!["indicator", "label", "area_code", "area_name", "period"];
    header.extend(READING);
    header.extend([
        "covered",
        "all",
        "share",
        "not_covered",
        "is_over",
        "lacking",
    ]);
    let mut table = Table::new(lang, package, &header);
    let asked = &found.question;
    for row in std::iter::once(&found.whole).chain(&found.rows) {
        table
            .indicator(asked.indicator)
            .area(row.area)
            .word(&asked.period.to_string())
            .reading(&row.total.reading)
            .number(row.numerator)
            .number(row.denominator)
            .number(row.share)
            .number(row.missing)
            .word(if row.over.is_some() { "yes" } else { "no" })
            .word(&lacking(package, row))
            .end_row();
    }
    let about = command_line::heading_text(lang, Heading::Coverage);
    let title = command_line::area_title(lang, package, about, asked.area, asked.period);
    let said = command_line::coverage_sentences(lang, package, found);
    table.finish(&command_line::answer_notes(lang, package, title, said))
}

fn lacking(package: &Package, row: &CoverageRow) -> String {
    let units = row.units.iter().flat_map(|units| &units.lacking);
    let codes = units.map(|unit| package.areas.get(unit.area).code.as_str());
    codes.collect::<Vec<&str>>().join(" ")
}
