//! `zhishe answer distribution`.

use super::compare::{CompareOptions, Comparison};
use super::{Common, Forms, printed};
use crate::answer::{Distribution, DistributionQuestion, distribution};
use crate::cli::columns::{Align, Columns};
use crate::cli::output::Outcome;
use crate::export::{distribution_csv, json::distribution_json};
use crate::model::{AreaId, Lang};
use crate::package::Package;
use crate::route::{Explored, Page, View};
use crate::words;
use crate::words::command_line::{Heading, heading_text};
use clap::Args;

/// Options of `answer distribution`.
#[derive(Debug, Args)]
pub struct DistributionArguments {
    #[command(flatten)]
    common: Common,
    #[command(flatten)]
    options: CompareOptions,
}

/// A distribution as it was asked for.
pub struct Spread {
    /// The answer.
    pub found: Distribution,
    /// The area to mark.
    pub picked: Option<AreaId>,
    /// The same view in the browser, as a query string.
    pub address: String,
}

/// Spreads the values, with the defaults of the page for what is not asked for.
///
/// # Errors
/// The line that says which option fits nothing.
pub fn spread(options: &CompareOptions, lang: Lang, package: &Package) -> Result<Spread, String> {
    let Comparison {
        compare,
        picked,
        address,
    } = options.answer(lang, package)?;
    let asked = compare.question;
    let view = View {
        page: Page::Explore,
        explored: Explored::Distribution,
        ..View::parse(&address).0
    };
    Ok(Spread {
        found: distribution(
            package,
            DistributionQuestion {
                indicator: asked.indicator,
                level: asked.level,
                within: asked.within,
                period: asked.period,
                benchmark: asked.benchmark,
            },
        ),
        picked,
        address: view.query(),
    })
}

pub(super) fn answer(arguments: &DistributionArguments, locale: &str) -> Outcome {
    let (lang, package) = arguments.common.open(locale)?;
    let Spread { found, address, .. } = spread(&arguments.options, lang, &package)?;
    arguments.common.output(
        lang,
        &words::distribution_title(lang, &package, &found),
        &Forms {
            is_empty: found.used_count == 0,
            text: &|| text(lang, &package, &found),
            csv: &|| distribution_csv(lang, &package, &found, &address),
            json: &|| distribution_json(lang, &package, &found),
        },
    )
}

/// The bins as rows, and below them nothing: each area stands in the CSV.
fn text(lang: Lang, package: &Package, found: &Distribution) -> String {
    let indicator = package.indicators.get(found.question.indicator);
    let count = words::distribution_count_label(lang, package, found.question.level);
    let mut columns = Columns::new(&[
        (indicator.label.get(lang), Align::Left),
        (&count, Align::Right),
        (heading_text(lang, Heading::Share), Align::Right),
    ]);
    if let Ok(bins) = &found.bins {
        for (at, count) in bins.counts.iter().enumerate() {
            let share = 100.0 * *count as f64 / found.used_count.max(1) as f64;
            columns.row(vec![
                words::bin_text(lang, indicator, bins, at),
                words::count_text(*count as f64),
                [&words::number_text(share, 1), "%"].concat(),
            ]);
        }
    }
    let mut said = words::distribution_sentences(lang, package, found);
    said.push(words::distribution_caption(lang, indicator, found));
    said.push(words::distribution_note(lang, found));
    let title = words::distribution_title(lang, package, found);
    let period = words::distribution_period_text(lang, found);
    printed(lang, package, [title, period].join(" · "), &said, &columns)
}
