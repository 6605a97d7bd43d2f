//! `zhishe answer`: the answers of the pages, as text, CSV or JSON. Computes nothing itself.

pub mod compare;
mod coverage;
pub mod distribution;
mod findings;
mod organisation;
mod pipeline;
mod profile;
pub mod relate;
mod standards;
mod table;
pub mod trend;

use super::columns::Columns;
use super::language::{LangWord, language};
use super::open::{open_as_of, read_day};
use super::output::{Outcome, Output, open_error_line};
use crate::model::{Day, Lang};
use crate::package::{Need, Package};
use crate::words::{self, command_line};
use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

/// What is asked.
#[derive(Debug, Subcommand)]
pub enum AnswerCommand {
    /// Which areas of a level differ from a benchmark beyond chance.
    ///
    /// Each area with its 95 % interval, its verdict against the benchmark (the whole, re-summed,
    /// where none is chosen) and its rank as a range; or the reasons why nothing is ranked.
    ///
    /// Examples:
    ///   zhishe answer compare data/demo --indicator on-time-rate --period 2026-03
    ///   zhishe answer compare data/published --indicator compound-branches --period latest
    #[command(verbatim_doc_comment)]
    Compare(compare::CompareArguments),
    /// How one area stands on every indicator.
    ///
    /// Example:
    ///   zhishe answer profile data/demo --area 990001001
    #[command(verbatim_doc_comment)]
    Profile(profile::ProfileArguments),
    /// Whether one indicator at one area has really changed.
    ///
    /// The control chart with its signals, the change on a year, the trend of five years, and what
    /// a target can expect.
    ///
    /// Example:
    ///   zhishe answer trend data/demo --indicator on-time-rate --area 990001001 --target 85
    #[command(verbatim_doc_comment)]
    Trend(trend::TrendArguments),
    /// What part of the units is covered, how many are not, and which.
    ///
    /// Example:
    ///   zhishe answer coverage data/demo --indicator grids-with-group
    #[command(verbatim_doc_comment)]
    Coverage(coverage::CoverageArguments),
    /// Where cases get stuck, from the order to the rating.
    ///
    /// Example:
    ///   zhishe answer pipeline data/demo --area 990001002 --beside 990001
    #[command(verbatim_doc_comment)]
    Pipeline(pipeline::PipelineArguments),
    /// Whether organisation reaches every level, and what is missing.
    ///
    /// Example:
    ///   zhishe answer organisation data/demo --area 990001002
    #[command(verbatim_doc_comment)]
    Organisation(organisation::OrganisationArguments),
    /// Who meets which standard, by what margin, and how oversize areas could be split.
    ///
    /// Example:
    ///   zhishe answer standards data/demo --area 990001002
    #[command(verbatim_doc_comment)]
    Standards(standards::StandardsArguments),
    /// How two indicators go together over the areas of a level.
    ///
    /// Example:
    ///   zhishe answer relate data/demo --indicator on-time-rate --indicator satisfaction-rate
    #[command(verbatim_doc_comment)]
    Relate(relate::RelateArguments),
    /// How the values of one indicator are spread over the areas of a level.
    ///
    /// The median and the middle half, both ends, the bins of a histogram with their rule, and who is
    /// left out and why.
    ///
    /// Example:
    ///   zhishe answer distribution data/demo --indicator on-time-rate --period 2026-03
    #[command(verbatim_doc_comment)]
    Distribution(distribution::DistributionArguments),
    /// What should be looked into, the largest effect first.
    ///
    /// Example:
    ///   zhishe answer findings data/demo --level community
    #[command(verbatim_doc_comment)]
    Findings(findings::FindingsArguments),
    /// Any areas, indicators and periods as a table.
    ///
    /// Examples:
    ///   zhishe answer table data/demo --indicators on-time-rate,households --periods all --format csv
    ///   zhishe answer table data/demo --periods 2025-01..2025-12 --pivot period --level subdistrict
    #[command(verbatim_doc_comment)]
    Table(table::TableArguments),
}

/// Answers. The error is the line that says why there is no answer.
pub fn answer(command: &AnswerCommand, locale: &str) -> Outcome {
    match command {
        AnswerCommand::Compare(arguments) => compare::answer(arguments, locale),
        AnswerCommand::Profile(arguments) => profile::answer(arguments, locale),
        AnswerCommand::Trend(arguments) => trend::answer(arguments, locale),
        AnswerCommand::Coverage(arguments) => coverage::answer(arguments, locale),
        AnswerCommand::Pipeline(arguments) => pipeline::answer(arguments, locale),
        AnswerCommand::Organisation(arguments) => organisation::answer(arguments, locale),
        AnswerCommand::Standards(arguments) => standards::answer(arguments, locale),
        AnswerCommand::Relate(arguments) => relate::answer(arguments, locale),
        AnswerCommand::Distribution(arguments) => distribution::answer(arguments, locale),
        AnswerCommand::Findings(arguments) => findings::answer(arguments, locale),
        AnswerCommand::Table(arguments) => table::answer(arguments, locale),
    }
}

/// What every answer takes.
#[derive(Debug, Args)]
pub struct Common {
    /// The package: a folder with datapackage.json, or a zip of one.
    dir: PathBuf,
    /// For people, for a spreadsheet, or for programs.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The language; that of the terminal where none is given, else Chinese.
    #[arg(long, value_enum)]
    lang: Option<LangWord>,
    /// The package as it stood at the end of a day, as 2026-03-31: later revisions are left out.
    #[arg(long, value_name = "DAY", value_parser = read_day)]
    as_of: Option<Day>,
}

/// The form of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Sentences and a table with aligned columns.
    Text,
    /// The table as the page's download has it.
    Csv,
    /// Every field of the answer.
    Json,
}

/// An answer in its three forms, of which one is made.
struct Forms<'a> {
    /// True where there is no value to answer from: then one line says so, and nothing else is printed.
    is_empty: bool,
    text: &'a dyn Fn() -> String,
    csv: &'a dyn Fn() -> Vec<u8>,
    json: &'a dyn Fn() -> serde_json::Result<String>,
}

impl Common {
    fn open(&self, locale: &str) -> Result<(Lang, Package), String> {
        let lang = language(self.lang, locale);
        let package = open_as_of(&self.dir, &Need::Everything, self.as_of);
        let package = package.map_err(|error| open_error_line(lang, &error))?;
        Ok((lang, package))
    }

    fn output(&self, lang: Lang, title: &str, forms: &Forms<'_>) -> Outcome {
        if forms.is_empty {
            return Err(command_line::no_value_text(lang, title));
        }
        Ok(Output::of(match self.format {
            Format::Text => (forms.text)().into_bytes(),
            Format::Csv => (forms.csv)(),
            Format::Json => (forms.json)()
                .map_err(|error| error.to_string())?
                .into_bytes(),
        }))
    }
}

/// A printed answer: title and stamp, sentences, the table, the source.
fn printed(
    lang: Lang,
    package: &Package,
    title: String,
    said: &[String],
    columns: &Columns,
) -> String {
    let mut head = title;
    let stamp = words::stamp_text(lang, package).into_iter();
    for part in stamp.chain(words::as_of_text(lang, package)) {
        head.push_str(" · ");
        head.push_str(&part);
    }
    let mut lines = vec![head];
    let banner = package.descriptor.banner.get(lang).to_string();
    let said = std::iter::once(&banner).chain(said);
    lines.extend(said.filter(|text| !text.is_empty()).cloned());
    let table = columns.text();
    if !table.is_empty() {
        lines.push(String::new());
        lines.push(table);
    }
    lines.push(words::source_line(lang, package));
    lines.join("\n") + "\n"
}
