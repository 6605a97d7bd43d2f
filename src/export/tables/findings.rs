//! Findings: a row each.

use crate::answer::Findings;
use crate::export::findings::listed;
use crate::model::Lang;
use crate::package::Package;
use crate::words::{self, command_line};

/// Findings, the largest excess first.
pub fn findings_csv(lang: Lang, package: &Package, findings: &Findings) -> Vec<u8> {
    let table = listed(lang, package, std::slice::from_ref(findings));
    let title = command_line::findings_title(lang, package, findings);
    let mut said = vec![words::findings_basis_text(lang, package, findings)];
    let shortfalls = findings.shortfalls.iter();
    said.extend(shortfalls.map(|it| words::shortfall_text(lang, package, it)));
    table.finish(&command_line::answer_notes(lang, package, title, said))
}
