//! Findings: a row each.

use super::{READING, Table};
use crate::answer::{Finding, Findings, Sign};
use crate::export::names;
use crate::model::Lang;
use crate::package::Package;
use crate::words::{self, command_line};

/// Findings, the largest excess first.
pub fn findings_csv(lang: Lang, package: &Package, findings: &Findings) -> Vec<u8> {
    let mut header = vec!["indicator", "label", "area_code", "area_name", "period"];
    header.extend(READING);
    header.extend([
        "lower_95",
        "upper_95",
        "expected",
        "benchmark_area_code",
        "is_rest",
    ]);
    header.extend([
        "excess",
        "since",
        "persistence",
        "signs",
        "flags",
        "sentence",
    ]);
    let mut table = Table::new(lang, package, &header);
    for finding in &findings.findings {
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
    let title = command_line::findings_title(lang, package, findings);
    let mut said = vec![words::findings_basis_text(lang, package, findings)];
    let shortfalls = findings.shortfalls.iter();
    said.extend(shortfalls.map(|it| words::shortfall_text(lang, package, it)));
    table.finish(&command_line::answer_notes(lang, package, title, said))
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
