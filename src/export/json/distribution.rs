//! How the values of one indicator are spread.

use super::parts::{BenchmarkPart, IndicatorPart, PackagePart, ReadingPart, area_code, level};
use super::written;
use crate::answer::{Distribution, LeftOut};
use crate::export::explore::left_out_word;
use crate::export::names;
use crate::model::Lang;
use crate::package::Package;
use serde::Serialize;

#[derive(Serialize)]
struct Answer<'a> {
    answer: &'static str,
    package: PackagePart<'a>,
    question: Question<'a>,
    used: usize,
    left_out: usize,
    benchmark: Option<BenchmarkPart<'a>>,
    bins: BinsPart,
    box_plot: Option<BoxPart>,
    rows: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Question<'a> {
    #[serde(flatten)]
    indicator: IndicatorPart<'a>,
    period: String,
    level: &'a str,
    within: Option<&'a str>,
}

/// `rule_width` is what the rule gives, `width` the same made round.
#[derive(Serialize)]
#[serde(untagged)]
enum BinsPart {
    Found {
        rule: &'static str,
        rule_width: f64,
        width: f64,
        whole_numbers: bool,
        bins: Vec<BinPart>,
    },
    Refused {
        refused: &'static str,
    },
}

#[derive(Serialize)]
struct BinPart {
    low: f64,
    high: f64,
    count: usize,
}

/// Quartiles of type 7; whiskers by Tukey's rule.
#[derive(Serialize)]
struct BoxPart {
    minimum: f64,
    lower_whisker: f64,
    lower_quartile: f64,
    median: f64,
    upper_quartile: f64,
    upper_whisker: f64,
    maximum: f64,
    below_whisker: usize,
    above_whisker: usize,
}

#[derive(Serialize)]
struct Row<'a> {
    area_code: &'a str,
    area_name: &'a str,
    period: Option<String>,
    left_out: Option<&'static str>,
    #[serde(flatten)]
    reading: ReadingPart<'a>,
}

/// A distribution, the lowest value first, then the areas left out.
///
/// # Errors
/// Those of the writer; a distribution has nothing that it refuses.
pub fn distribution_json(
    lang: Lang,
    package: &Package,
    found: &Distribution,
) -> serde_json::Result<String> {
    let asked = &found.question;
    let bins = match &found.bins {
        Ok(bins) => BinsPart::Found {
            rule: names::bin_rule(bins.rule),
            rule_width: bins.rule_width,
            width: bins.width,
            whole_numbers: bins.is_whole,
            bins: bins
                .counts
                .iter()
                .enumerate()
                .map(|(at, count)| {
                    let (low, high) = bins.ends(at);
                    BinPart {
                        low,
                        high,
                        count: *count,
                    }
                })
                .collect(),
        },
        Err(reason) => BinsPart::Refused {
            refused: names::no_bins(*reason),
        },
    };
    let rows = found.rows.iter().enumerate().map(|(at, row)| Row {
        area_code: area_code(package, row.area),
        area_name: package.areas.get(row.area).name.get(lang),
        period: row.period.map(|period| period.to_string()),
        left_out: LeftOut::of_reading(&row.reading)
            .filter(|_| at >= found.used_count)
            .map(left_out_word),
        reading: ReadingPart::of(package, &row.reading),
    });
    written(&Answer {
        answer: "distribution",
        package: PackagePart::of(lang, package),
        question: Question {
            indicator: IndicatorPart::of(lang, package, asked.indicator),
            period: names::period(asked.period),
            level: level(package, asked.level),
            within: asked.within.map(|area| area_code(package, area)),
        },
        used: found.used_count,
        left_out: found.rows.len() - found.used_count,
        benchmark: found
            .benchmark
            .as_ref()
            .map(|it| BenchmarkPart::of(lang, package, it)),
        bins,
        box_plot: found.box_plot.map(|it| BoxPart {
            minimum: it.five.minimum,
            lower_whisker: it.lower_whisker,
            lower_quartile: it.five.lower_quartile,
            median: it.five.median,
            upper_quartile: it.five.upper_quartile,
            upper_whisker: it.upper_whisker,
            maximum: it.five.maximum,
            below_whisker: it.beyond.0,
            above_whisker: it.beyond.1,
        }),
        rows: rows.collect(),
    })
}
