//! The definitions of indicators under the names that their published table has.

use super::stamps::Stamps;
use super::{CsvWriter, remarks};
use crate::model::{Indicator, Lang, number_in_full};
use crate::package::Package;
use crate::words;

const COLUMNS: [&str; 17] = [
    "indicator",
    "theme",
    "label_zh",
    "label_en",
    "definition_zh",
    "definition_en",
    "unit_zh",
    "unit_en",
    "kind",
    "nature",
    "multiplier",
    "decimals",
    "polarity",
    "role",
    "headline",
    "source",
    "caveat_zh",
];

/// Every indicator, in the order of the package, both languages side by side.
pub fn definitions_csv(lang: Lang, package: &Package, address: &str) -> Vec<u8> {
    let mut header = COLUMNS.to_vec();
    header.push("caveat_en");
    let stamps = Stamps::of(lang, package);
    let mut table = CsvWriter::new(&stamps.header(&header));
    for (_, indicator) in package.indicators.iter() {
        write_row(indicator, &mut table);
        stamps.write(&mut table);
        table.end_row();
    }
    let title = words::words(lang).definitions.to_string();
    let mut bytes = b"\xEF\xBB\xBF".to_vec();
    bytes.extend(remarks(&[title, address.to_string()]).into_bytes());
    bytes.extend(table.finish());
    bytes
}

fn write_row(it: &Indicator, table: &mut CsvWriter) {
    for text in [
        &*it.code,
        it.theme.word(),
        &it.label.zh,
        &it.label.en,
        &it.definition.zh,
        &it.definition.en,
        &it.unit.zh,
        &it.unit.en,
        it.kind.word(),
        it.nature.word(),
    ] {
        table.text_guarded(text);
    }
    table
        .plain(&number_in_full(it.multiplier))
        .plain(&it.decimals.to_string())
        .plain(it.polarity.word())
        .plain(it.role.map_or("", |role| role.word()))
        .plain(if it.headline { "yes" } else { "no" })
        .text_guarded(&it.source)
        .text_guarded(&it.caveat.zh)
        .text_guarded(&it.caveat.en);
}
