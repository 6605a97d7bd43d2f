//! Every revision as CSV, the newest first, with both figures in full.

use super::flat::Table;
use crate::answer::all_revisions;
use crate::model::Lang;
use crate::package::Package;
use crate::words;

const COLUMNS: [&str; 17] = [
    "released",
    "indicator",
    "label",
    "area_code",
    "area_name",
    "period",
    "category",
    "old",
    "old_numerator",
    "old_denominator",
    "new",
    "new_numerator",
    "new_denominator",
    "change",
    "reason",
    "file",
    "line",
];

/// The table, with a byte-order mark for spreadsheets; `address` opens the view that it was made from.
pub fn revisions_csv(lang: Lang, package: &Package, address: &str) -> Vec<u8> {
    let mut table = Table::new(lang, package, &COLUMNS);
    for it in all_revisions(package) {
        let mut category = it.category.clone();
        category.retain(|value| !value.is_empty());
        let file = package.descriptor.resources.get(it.resource);
        table
            .word(&it.released.to_string())
            .indicator(it.indicator)
            .area(it.area)
            .period(Some(it.period))
            .word(&category.join("; "));
        for figure in [&it.old, &it.new] {
            for number in [figure.value, figure.numerator, figure.denominator] {
                table.number(number);
            }
        }
        let change = it.new.value.zip(it.old.value).map(|(new, old)| new - old);
        table
            .number(change)
            .word(it.reason.get(lang))
            .word(file.map_or("", |file| &file.path))
            .word(&it.line.to_string())
            .end_row();
    }
    table.finish(&words::revision_notes(lang, package, address))
}
