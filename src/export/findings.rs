//! What should be looked into, as a table: a row a finding. It must not know pages.

use super::flat::{READING, Table};
use super::names;
use crate::answer::{Finding, Findings, Sign};
use crate::model::{Lang, Value};
use crate::package::Package;
use crate::words;

const HELD: [&str; 11] = [
    "lower_95",
    "upper_95",
    "expected",
    "benchmark_area_code",
    "is_rest",
    "excess",
    "since",
    "persistence",
    "signs",
    "flags",
    "sentence",
];

/// The findings of one or several levels, of each the largest excess first. What they rest on stands
/// above the header.
pub fn findings_list_csv(
    lang: Lang,
    package: &Package,
    all: &[Findings],
    address: &str,
) -> Vec<u8> {
    let table = listed(lang, package, all);
    let said = all.iter();
    let said = said.map(|it| words::findings_basis_text(lang, package, it));
    let said = said.collect();
    let title = words::words(lang).to_verify;
    table.finish_titled(title, said, address)
}

/// The areas that do not meet a standard, those of the standard that most do not meet first, of each the
/// furthest from it first. How many were judged and how many could not be stands in every row.
pub fn shortfalls_csv(lang: Lang, package: &Package, all: &[Findings], address: &str) -> Vec<u8> {
    let mut header = vec!["standard", "operator", "limit", "indicator", "label"];
    header.extend(["area_code", "area_name", "period"]);
    header.extend(READING);
    header.extend(["margin", "judged", "missed", "not_judged", "short_in_all"]);
    let mut table = Table::new(lang, package, &header);
    let shortfalls = || all.iter().flat_map(|findings| &findings.shortfalls);
    for found in shortfalls() {
        for missed in &found.missed {
            table
                .word(&found.standard.code)
                .word(names::operator(found.standard.operator))
                .number(Some(found.standard.value))
                .indicator(found.indicator)
                .area(missed.area)
                .word(&found.period.to_string())
                .reading(&missed.total.reading)
                .number(missed.margin.and_then(Value::number))
                .number(Some(found.judged_count as f64))
                .number(Some(found.missed.len() as f64))
                .number(Some(found.open_count as f64))
                .number(found.short)
                .end_row();
        }
    }
    let said = shortfalls().map(|it| words::shortfall_text(lang, package, it));
    let said = said.collect();
    let title = words::words(lang).standards_missed;
    table.finish_titled(title, said, address)
}

/// The rows.
pub(super) fn listed<'a>(lang: Lang, package: &'a Package, all: &[Findings]) -> Table<'a> {
    let mut header = vec!["indicator", "label", "area_code", "area_name", "period"];
    header.extend(READING);
    header.extend(HELD);
    let mut table = Table::new(lang, package, &header);
    for finding in all.iter().flat_map(|findings| &findings.findings) {
        row(&mut table, finding);
    }
    table
}

fn row(table: &mut Table<'_>, finding: &Finding) {
    let (lang, package) = (table.lang, table.package);
    let benchmark = finding.benchmark.area().map(|area| package.areas.get(area));
    table
        .indicator(finding.indicator)
        .area(finding.area)
        .word(&finding.period.to_string())
        .reading(&finding.reading)
        .number(Some(finding.interval_95.lower))
        .number(Some(finding.interval_95.upper))
        .number(Some(finding.expected))
        .word(benchmark.map_or("", |area| &area.code))
        .word(if finding.is_rest { "yes" } else { "no" })
        .number(Some(finding.excess))
        .word(&finding.since.to_string())
        .number(Some(finding.persistence as f64))
        .word(&signs(finding))
        .word(&flags(finding))
        .word(&words::finding_text(lang, package, finding))
        .end_row();
}

fn signs(finding: &Finding) -> String {
    let signs: Vec<&str> = finding.signs.iter().map(names::sign).collect();
    signs.join(" ")
}

fn flags(finding: &Finding) -> String {
    let signals = finding.signs.iter().flat_map(|sign| match sign {
        Sign::Changed { signals, .. } => signals.as_slice(),
        Sign::Apart | Sign::Years { .. } => &[],
    });
    let flags: Vec<String> = signals.map(|it| names::flag(*it)).collect();
    flags.join(" ")
}
