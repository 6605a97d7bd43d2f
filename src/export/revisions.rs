//! Every revision as CSV, the newest first, with both figures in full.

use super::stamps::Stamps;
use super::{CsvWriter, remarks};
use crate::answer::all_revisions;
use crate::model::{Lang, RevisedFigure, number_in_full};
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
    let stamps = Stamps::of(lang, package);
    let mut table = CsvWriter::new(&stamps.header(&COLUMNS));
    let given = |number: Option<f64>| number.map(number_in_full).unwrap_or_default();
    let figure = |table: &mut CsvWriter, it: &RevisedFigure| {
        for number in [it.value, it.numerator, it.denominator] {
            table.plain(&given(number));
        }
    };
    for it in all_revisions(package) {
        let indicator = package.indicators.get(it.indicator);
        let area = package.areas.get(it.area);
        let mut category = it.category.clone();
        category.retain(|value| !value.is_empty());
        table
            .plain(&it.released.to_string())
            .text_guarded(&indicator.code)
            .text_guarded(indicator.label.get(lang))
            .text_guarded(&area.code)
            .text_guarded(area.name.get(lang))
            .plain(&it.period.to_string())
            .text_guarded(&category.join("; "));
        figure(&mut table, &it.old);
        figure(&mut table, &it.new);
        let change = it.new.value.zip(it.old.value).map(|(new, old)| new - old);
        table
            .plain(&given(change))
            .text_guarded(it.reason.get(lang))
            .text_guarded(&package.descriptor.resources[it.resource].path)
            .plain(&it.line.to_string());
        stamps.write(&mut table);
        table.end_row();
    }
    let mut bytes = b"\xEF\xBB\xBF".to_vec();
    bytes.extend(remarks(&words::revision_notes(lang, package, address)).into_bytes());
    bytes.extend(table.finish());
    bytes
}
