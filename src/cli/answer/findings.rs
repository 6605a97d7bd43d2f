//! `zhishe answer findings`.

use super::{Common, Forms, printed};
use crate::answer::{Findings, FindingsQuestion, findings};
use crate::cli::ask::Asking;
use crate::cli::columns::Columns;
use crate::cli::output::Outcome;
use crate::export::{findings_csv, json::findings_json};
use crate::model::Lang;
use crate::package::Package;
use crate::words::{self, command_line};
use clap::Args;

/// Options of `answer findings`.
#[derive(Debug, Args)]
pub struct FindingsArguments {
    #[command(flatten)]
    common: Common,
    /// The level whose areas are looked at, as the package writes it; the community where none is
    /// given.
    #[arg(long)]
    level: Option<String>,
    /// The last period that counts; the newest where none is given.
    #[arg(long)]
    period: Option<String>,
}

pub(super) fn answer(arguments: &FindingsArguments, locale: &str) -> Outcome {
    let (lang, package) = arguments.common.open(locale)?;
    let asking = Asking {
        lang,
        package: &package,
    };
    let usual = asking.indicator(None)?;
    let question = FindingsQuestion {
        level: asking.level_or_usual(arguments.level.as_deref(), usual)?,
        until: asking.until(arguments.period.as_deref())?,
    };
    let found = findings(&package, question);
    arguments.common.output(
        lang,
        &command_line::findings_title(lang, &package, &found),
        &Forms {
            is_empty: package.descriptor.judged
                && found.compared_count == 0
                && found.shortfalls.is_empty(),
            text: &|| text(lang, &package, &found),
            csv: &|| findings_csv(lang, &package, &found),
            json: &|| findings_json(lang, &package, &found),
        },
    )
}

/// Findings are sentences, a numbered line each; so are the standards that are not met, under a heading
/// of their own.
fn text(lang: Lang, package: &Package, found: &Findings) -> String {
    let mut said = vec![words::findings_basis_text(lang, package, found)];
    let numbered = |(at, text): (usize, String)| format!("{}. {text}", at + 1);
    let findings = found.findings.iter();
    let findings = findings.map(|it| words::finding_text(lang, package, it));
    said.extend(findings.enumerate().map(numbered));
    let shortfalls = found.shortfalls.iter();
    let shortfalls = shortfalls.map(|it| words::shortfall_text(lang, package, it));
    let shortfalls: Vec<String> = shortfalls.enumerate().map(numbered).collect();
    if !shortfalls.is_empty() {
        said.push(words::words(lang).standards_missed.to_string());
        said.extend(shortfalls);
    }
    let title = command_line::findings_title(lang, package, found);
    printed(lang, package, title, &said, &Columns::default())
}
