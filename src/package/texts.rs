//! What can be told of a file of observations once for each distinct text: unknown sources, unknown
//! columns of a wide file, numbers that look like a person's.

use super::descriptor::TableKind;
use super::open::Package;
use crate::model::{FaultKind, IndicatorId, holds_personal_number};
use crate::parse::Layout;
use crate::table::{CodedColumn, Observations};

/// Line, column, text found, and what is wrong with it.
type Finding = (u32, String, String, FaultKind);

/// Checks the texts of a table that was read from this place of the descriptor.
pub(super) fn check(package: &Package, resource: usize, table: &Observations) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    if package.table_is_whole(TableKind::Sources) {
        let unknown = |text: &str| !text.is_empty() && package.source(text).is_none();
        for (line, text) in first_lines(table, &table.source, unknown) {
            found.push((line, "source".into(), text, FaultKind::UnknownSource));
        }
    }
    let is_wide = package.descriptor.resources[resource].layout == Layout::Wide;
    if is_wide {
        let unknown = |text: &str| {
            let known = text.is_empty() || package.indicators.id(text).is_some();
            !known && package.lacks(TableKind::Indicators, text)
        };
        for text in table
            .indicator
            .dictionary
            .texts()
            .filter(|text| unknown(text))
        {
            // The header names the column.
            let kind = match misspelt_part(package, text) {
                Some(_) => FaultKind::UnknownSuffix,
                None => FaultKind::UnknownIndicator,
            };
            let (line, text) = (table.header_line, text.to_string());
            found.push((line, text.clone(), text, kind));
        }
    }
    let names = package.descriptor.dimensions.iter();
    let dimensions = names.map(|it| it.name.as_str()).zip(&table.dimensions);
    let columns = [
        ("indicator", &table.indicator),
        ("area_code", &table.area),
        ("area_name", &table.area_name),
        ("period", &table.period),
        ("source", &table.source),
        ("locator", &table.locator),
        ("note", &table.note),
    ];
    for (name, column) in columns.into_iter().chain(dimensions) {
        let is_code = |text: &str| name == "area_code" && package.areas.id(text).is_some();
        let personal = |text: &str| holds_personal_number(text) && !is_code(text);
        for (line, text) in first_lines(table, column, personal) {
            found.push((line, name.to_string(), text, FaultKind::PersonalNumber));
        }
    }
    found
}

/// The indicator of which a column of a wide file was meant to be a part.
pub(super) fn misspelt_part(package: &Package, column: &str) -> Option<IndicatorId> {
    let (indicator, _) = column.rsplit_once([':', '：'])?;
    package.indicators.id(indicator.trim_end())
}

/// The distinct texts of a column that are wanted, each with the first line it stands on.
fn first_lines(
    table: &Observations,
    column: &CodedColumn,
    is_wanted: impl Fn(&str) -> bool,
) -> Vec<(u32, String)> {
    let mut wanted: Vec<bool> = column.dictionary.texts().map(is_wanted).collect();
    let mut left = wanted.iter().filter(|wanted| **wanted).count();
    let mut lines = Vec::new();
    for row in 0..table.row_count() {
        if left == 0 {
            break;
        }
        let code = column.code(row) as usize;
        if std::mem::take(&mut wanted[code]) {
            left -= 1;
            lines.push((table.line(row), column.text(row).to_string()));
        }
    }
    lines
}
