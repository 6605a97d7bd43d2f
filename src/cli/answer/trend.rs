//! `zhishe answer trend`.

use super::{Common, Forms, printed};
use crate::answer::{Trend, TrendQuestion, signals, trend};
use crate::cli::ask::Asking;
use crate::cli::columns::{Align, Columns};
use crate::cli::output::Outcome;
use crate::export::{json::trend_json, trend_csv};
use crate::model::Lang;
use crate::package::Package;
use crate::stats::ControlChart;
use crate::words::command_line::{Heading, heading_text};
use crate::words::{self, command_line};
use clap::Args;

/// Options of `answer trend`.
#[derive(Debug, Args)]
pub struct TrendArguments {
    #[command(flatten)]
    common: Common,
    #[command(flatten)]
    options: TrendOptions,
}

/// Which series.
#[derive(Debug, Args)]
pub struct TrendOptions {
    /// The indicator's code; the package's main one where none is given.
    #[arg(long)]
    indicator: Option<String>,
    /// The area's code; the one top area where none is given.
    #[arg(long)]
    area: Option<String>,
    /// The last period that counts; all where none is given.
    #[arg(long)]
    period: Option<String>,
    /// What values should reach, in the unit of the indicator: a number, or `standard:` and a code.
    #[arg(long, allow_negative_numbers = true)]
    target: Option<String>,
    /// The periods that the limits rest on, as 2023-01..2024-12; the first 24 of at least 30, else
    /// all, where none are given.
    #[arg(long)]
    baseline: Option<String>,
}

pub(super) fn answer(arguments: &TrendArguments, locale: &str) -> Outcome {
    let (lang, package) = arguments.common.open(locale)?;
    let found = arguments.options.answer(lang, &package)?;
    arguments.common.output(
        lang,
        &command_line::trend_title(lang, &package, &found),
        &Forms {
            is_empty: !found
                .points
                .iter()
                .any(|it| it.reading.value.number().is_some()),
            text: &|| text(lang, &package, &found),
            csv: &|| trend_csv(lang, &package, &found),
            json: &|| trend_json(lang, &package, &found),
        },
    )
}

impl TrendOptions {
    /// Follows the series.
    ///
    /// # Errors
    /// The line that says which option fits nothing.
    pub fn answer(&self, lang: Lang, package: &Package) -> Result<Trend, String> {
        let asking = Asking { lang, package };
        let indicator = asking.indicator(self.indicator.as_deref())?;
        let question = TrendQuestion {
            indicator,
            area: asking.area_or_top(self.area.as_deref())?,
            until: asking.until(self.period.as_deref())?,
            baseline: asking.baseline(self.baseline.as_deref())?,
            target: asking.target(self.target.as_deref(), indicator)?,
        };
        let found = trend(package, question);
        let kind = found.points.first().map(|point| point.period.kind());
        match (question.baseline, kind) {
            // Years set no limits among months.
            (Some((from, to)), Some(kind)) if from.kind() != kind || to.kind() != kind => {
                Err(asking.other_baseline((from, to)))
            }
            _ => Ok(found),
        }
    }
}

fn text(lang: Lang, package: &Package, found: &Trend) -> String {
    let fixed = words::words(lang);
    let mut columns = Columns::new(&[
        (fixed.column_period, Align::Left),
        (fixed.column_value, Align::Right),
        (fixed.column_numerator, Align::Right),
        (fixed.column_denominator, Align::Right),
        (heading_text(lang, Heading::LowerLimit), Align::Right),
        (heading_text(lang, Heading::Centre), Align::Right),
        (heading_text(lang, Heading::UpperLimit), Align::Right),
        (heading_text(lang, Heading::Signals), Align::Left),
        (heading_text(lang, Heading::SignalsAgainst), Align::Left),
        (heading_text(lang, Heading::Remark), Align::Left),
    ]);
    for at in 0..found.points.len() {
        columns.row(cells(lang, package, found, at));
    }
    let said = command_line::trend_sentences(lang, package, found);
    let title = command_line::trend_title(lang, package, found);
    printed(lang, package, title, &said, &columns)
}

fn cells(lang: Lang, package: &Package, found: &Trend, at: usize) -> Vec<String> {
    let indicator = package.indicators.get(found.question.indicator);
    let (point, chart) = (&found.points[at], found.chart.as_ref().ok());
    let count = |number: Option<f64>| number.map_or(String::new(), words::count_text);
    let limit = |list: fn(&ControlChart) -> &Vec<f64>| {
        let number = chart.and_then(|chart| list(chart).get(at).copied());
        let number = number.filter(|number| number.is_finite());
        number.map_or(String::new(), |it| {
            command_line::in_unit_text(lang, indicator, it)
        })
    };
    let flags = |chart: Option<&ControlChart>| {
        let texts = signals(chart, at).iter();
        let texts: Vec<String> = texts.map(|it| words::signal_text(lang, *it)).collect();
        texts.join(match lang {
            Lang::Zh => "、",
            Lang::En => ", ",
        })
    };
    let is_provisional = point.reading.is_provisional();
    let remark = if is_provisional {
        words::words(lang).provisional
    } else {
        ""
    };
    vec![
        words::period_text(lang, point.period),
        words::value_with_unit(lang, indicator, &point.reading),
        count(point.reading.numerator),
        count(point.reading.denominator),
        limit(|chart| &chart.lower),
        limit(|chart| &chart.centre),
        limit(|chart| &chart.upper),
        flags(chart),
        flags(found.against.as_ref()),
        remark.to_string(),
    ]
}
