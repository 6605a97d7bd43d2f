//! Standards: a row an area and standard.

use super::{READING, Table};
use crate::answer::{SplitPlan, Standards};
use crate::export::names;
use crate::model::{Bound, Lang, Value};
use crate::package::Package;
use crate::words::command_line;

/// Every standard with the areas that it speaks of; of one that judges none, no row.
pub fn standards_csv(
    lang: Lang,
    package: &Package,
    (found, splits): (&Standards, &SplitPlan),
    title: String,
) -> Vec<u8> {
    let mut header = vec!["standard", "indicator", "operator", "limit", "period"];
    header.extend(["area_code", "area_name"]);
    header.extend(READING);
    header.extend(["margin", "margin_bound", "verdict", "reason"]);
    let mut table = Table::new(lang, package, &header);
    for entry in &found.entries {
        let standard = &entry.standard;
        for row in &entry.rows {
            table
                .word(&standard.code)
                .word(&standard.indicator)
                .word(names::operator(standard.operator))
                .number(Some(standard.value))
                .word(&entry.period.to_string())
                .area(row.area)
                .reading(&row.total.reading)
                .number(row.margin.and_then(Value::number))
                .word(row.margin.and_then(Value::bound).map_or("", Bound::word))
                .word(names::standard_verdict(row.verdict))
                .word(names::standard_reason(row.verdict).unwrap_or(""))
                .end_row();
        }
    }
    let entries = found.entries.iter();
    let mut said: Vec<String> = entries
        .map(|it| command_line::standard_sentence(lang, package, it))
        .collect();
    said.extend(command_line::split_sentences(lang, package, splits));
    table.finish(&command_line::answer_notes(lang, package, title, said))
}
