//! `zhishe answer profile`.

use super::{Common, Forms, printed};
use crate::answer::{BenchmarkChoice, Profile, ProfileQuestion, ProfileRow, profile};
use crate::cli::ask::Asking;
use crate::cli::columns::{Align, Columns};
use crate::cli::output::Outcome;
use crate::export::{json::profile_json, profile_csv};
use crate::model::Lang;
use crate::package::Package;
use crate::words::command_line::{Asked, Heading, heading_text};
use crate::words::{self, command_line};
use clap::Args;

/// Options of `answer profile`.
#[derive(Debug, Args)]
pub struct ProfileArguments {
    #[command(flatten)]
    common: Common,
    /// The area's code; the one top area where none is given.
    #[arg(long)]
    area: Option<String>,
    /// The period; of each indicator the newest where none is given.
    #[arg(long)]
    period: Option<String>,
    /// The area that it is held against, by its code; the whole where none is given.
    #[arg(long)]
    benchmark: Option<String>,
}

pub(super) fn answer(arguments: &ProfileArguments, locale: &str) -> Outcome {
    let (lang, package) = arguments.common.open(locale)?;
    let asking = Asking {
        lang,
        package: &package,
    };
    let benchmark = match &arguments.benchmark {
        Some(code) => BenchmarkChoice::Area(asking.area(Asked::Benchmark, code)?),
        None => BenchmarkChoice::Top,
    };
    let question = ProfileQuestion {
        area: asking.area_or_top(arguments.area.as_deref())?,
        period: asking.until(arguments.period.as_deref())?,
        benchmark,
    };
    let found = profile(&package, question);
    arguments.common.output(
        lang,
        &command_line::profile_title(lang, &package, &found),
        &Forms {
            is_empty: found.rows.is_empty(),
            text: &|| text(lang, &package, &found),
            csv: &|| profile_csv(lang, &package, &found),
            json: &|| profile_json(lang, &package, &found),
        },
    )
}

fn text(lang: Lang, package: &Package, found: &Profile) -> String {
    let fixed = words::words(lang);
    let mut columns = Columns::new(&[
        (fixed.indicator, Align::Left),
        (fixed.column_period, Align::Left),
        (fixed.column_value, Align::Right),
        (heading_text(lang, Heading::Interval), Align::Right),
        (fixed.benchmark, Align::Right),
        (fixed.verdicts_adjusted, Align::Left),
        (fixed.column_rank, Align::Left),
        (heading_text(lang, Heading::Spine), Align::Right),
    ]);
    for row in &found.rows {
        columns.row(cells(lang, package, row));
    }
    let said = [command_line::profile_sentence(lang, package, found)];
    let title = command_line::profile_title(lang, package, found);
    printed(lang, package, title, &said, &columns)
}

fn cells(lang: Lang, package: &Package, row: &ProfileRow) -> Vec<String> {
    let indicator = package.indicators.get(row.indicator);
    let judged = row.row.judged;
    let against = judged.and_then(|judged| judged.against);
    let level = row.benchmark.as_ref().ok().map(|it| it.value);
    let benchmark = against.map(|it| it.benchmark).or(level);
    let verdict = row.row.verdict(indicator.polarity, true);
    let rank = row.row.rank.map_or(String::new(), |rank| {
        let all = row.known_count;
        match rank.range {
            Some((low, high)) => format!("{}/{all} ({low}–{high})", rank.rank),
            None => format!("{}/{all}", rank.rank),
        }
    });
    let spine = row.spine.map(|it| words::number_text(it.own, 2));
    let benchmark = benchmark.map(|it| command_line::in_unit_text(lang, indicator, it));
    let verdict = against.map(|_| words::verdict_text(lang, verdict).to_string());
    let period = row.row.period.map(|it| words::period_text(lang, it));
    vec![
        indicator.label.get(lang).to_string(),
        period.unwrap_or_default(),
        words::value_with_unit(lang, indicator, &row.row.reading),
        words::interval_text(indicator, &row.row),
        benchmark.unwrap_or_default(),
        verdict.unwrap_or_default(),
        rank,
        spine.unwrap_or_default(),
    ]
}
