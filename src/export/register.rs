//! The list of standards: each as it was set, and beside it, where areas were held against it, how many
//! meet it. It must not know pages.

use super::flat::Table;
use super::names;
use crate::answer::{StandardEntry, setters_figure};
use crate::model::{Bound, Lang, Standard, Strength};
use crate::package::{Package, TableKind};
use crate::words;

/// Under the names that the published table has.
const AS_SET: [&str; 18] = [
    "standard",
    "effective_from",
    "effective_to",
    "label_zh",
    "label_en",
    "indicator",
    "operator",
    "value",
    "unit_zh",
    "unit_en",
    "area_code",
    "level",
    "applies_to",
    "scope_zh",
    "scope_en",
    "strength",
    "source",
    "locator",
];

/// How the areas of the level stand at the period, and what the place that set it publishes itself.
const HELD: [&str; 10] = [
    "period",
    "met",
    "missed",
    "not_judged",
    "outside",
    "reason",
    "setters_period",
    "setters_value",
    "setters_bound",
    "setters_status",
];

/// Every standard of the package, one a row, with the line on which it stands.
pub fn standards_as_set_csv(lang: Lang, package: &Package, address: &str) -> Vec<u8> {
    let mut header = AS_SET.to_vec();
    header.extend(["file", "line"]);
    let mut table = Table::new(lang, package, &header);
    for standard in package.standards.iter() {
        as_set(&mut table, standard);
        place(&mut table, standard);
        table.end_row();
    }
    let title = words::words(lang).standards;
    table.finish_titled(title, Vec::new(), address)
}

/// The register: these standards in their order, each with the number of areas that meet it and that do
/// not, or why none is judged.
pub fn register_csv(
    lang: Lang,
    package: &Package,
    entries: &[&StandardEntry],
    (title, address): (&str, &str),
) -> Vec<u8> {
    let mut header = AS_SET.to_vec();
    header.extend(HELD);
    header.extend(["file", "line"]);
    let mut table = Table::new(lang, package, &header);
    for entry in entries {
        as_set(&mut table, &entry.standard);
        held(&mut table, entry);
        place(&mut table, &entry.standard);
        table.end_row();
    }
    table.finish_titled(title, Vec::new(), address)
}

fn as_set(table: &mut Table<'_>, standard: &Standard) {
    table
        .word(&standard.code)
        .word(&standard.effective_from)
        .word(&standard.effective_to)
        .word(&standard.label.zh)
        .word(&standard.label.en)
        .word(&standard.indicator)
        .word(names::operator(standard.operator))
        .number(Some(standard.value))
        .word(&standard.unit.zh)
        .word(&standard.unit.en)
        .word(&standard.area_code)
        .word(&standard.level)
        .word(&standard.applies_to)
        .word(&standard.scope.zh)
        .word(&standard.scope.en)
        .word(strength_word(standard.strength))
        .word(&standard.source)
        .word(&standard.locator);
}

/// Ten cells: [`HELD`].
fn held(table: &mut Table<'_>, entry: &StandardEntry) {
    let count = |count: usize| Some(count as f64).filter(|_| entry.silent.is_none());
    let setters = setters_figure(table.package, entry);
    let reading = setters.map(|(_, reading)| reading);
    let bound = reading.and_then(|it| it.value.bound());
    table
        .word(&entry.period.to_string())
        .number(count(entry.met))
        .number(count(entry.missed))
        .number(count(entry.not_judged()))
        .number(count(entry.outside))
        .word(entry.silent.map_or("", names::not_judged))
        .period(setters.map(|(period, _)| period))
        .number(reading.and_then(|it| it.value.number()))
        .word(bound.map_or("", Bound::word))
        .word(reading.map_or("", |it| it.status.letter()));
}

/// Two cells: where the standard stands.
pub(super) fn place(table: &mut Table<'_>, standard: &Standard) {
    let mut resources = table.package.descriptor.resources.iter();
    let file = resources.find(|it| it.table == TableKind::Standards);
    table
        .word(file.map_or("", |file| &file.path))
        .number(Some(f64::from(standard.line)));
}

/// The word of the published table.
fn strength_word(strength: Strength) -> &'static str {
    match strength {
        Strength::Required => "required",
        Strength::InPrinciple => "in principle",
        Strength::Planned => "planned",
    }
}
