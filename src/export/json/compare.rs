//! A comparison.

use super::parts::{
    BenchmarkPart, IndicatorPart, PackagePart, RowPart, area_code, benchmark_asked, level, period,
};
use super::written;
use crate::answer::{Compare, Instead, PeriodChoice, Refusal};
use crate::model::Lang;
use crate::package::Package;
use crate::stats::{Confidence, Interval, funnel_limits};
use crate::words;
use serde::Serialize;

#[derive(Serialize)]
struct Answer<'a> {
    answer: &'static str,
    package: PackagePart<'a>,
    question: Question<'a>,
    sentence: String,
    period: Option<String>,
    nearest_period: Option<String>,
    benchmark: Option<BenchmarkPart<'a>>,
    no_benchmark: Option<&'static str>,
    within: Option<BenchmarkPart<'a>>,
    judged: usize,
    expected_by_chance: f64,
    expected_by_chance_95: f64,
    overdispersion: Option<Spread>,
    refusal: Option<RefusalPart>,
    rows: Vec<RowPart<'a>>,
    funnel: Vec<Limits<'a>>,
}

#[derive(Serialize)]
struct Question<'a> {
    #[serde(flatten)]
    indicator: IndicatorPart<'a>,
    level: &'a str,
    within: Option<&'a str>,
    period: String,
    benchmark: Option<String>,
}

/// τ² is in estimates, before the multiplier of the indicator.
#[derive(Serialize)]
struct Spread {
    phi: f64,
    tau_squared: f64,
    count: usize,
}

#[derive(Serialize)]
struct RefusalPart {
    reasons: Vec<&'static str>,
    instead: &'static str,
    sentences: Vec<String>,
}

/// The funnel's limits at an area's size, around what it was held against.
#[derive(Serialize)]
struct Limits<'a> {
    area_code: &'a str,
    denominator: f64,
    lower_95: f64,
    upper_95: f64,
    lower_998: f64,
    upper_998: f64,
}

/// A comparison, rows in the order of the answer.
///
/// # Errors
/// Those of the writer; a comparison has nothing that it refuses.
pub fn compare_json(
    lang: Lang,
    package: &Package,
    compare: &Compare,
) -> serde_json::Result<String> {
    let benchmark = compare.benchmark.as_ref();
    let part = |it| BenchmarkPart::of(lang, package, it);
    written(&Answer {
        answer: "compare",
        package: PackagePart::of(lang, package),
        question: question(lang, package, compare),
        sentence: words::compare_sentence(lang, package, compare),
        period: period(compare.period),
        nearest_period: period(compare.nearest),
        benchmark: benchmark.ok().map(part),
        no_benchmark: benchmark.err().map(|reason| reason.name()),
        within: compare.within.as_ref().map(part),
        judged: compare.judged_count,
        expected_by_chance: compare.expected_by_chance(Confidence::NinetyNinePointEight),
        expected_by_chance_95: compare.expected_by_chance(Confidence::NinetyFive),
        overdispersion: compare.spread.map(|spread| Spread {
            phi: spread.phi,
            tau_squared: spread.tau_squared,
            count: spread.count,
        }),
        refusal: refusal(lang, &compare.refusals),
        rows: rows(lang, package, compare),
        funnel: funnel(package, compare),
    })
}

fn question<'a>(lang: Lang, package: &'a Package, compare: &Compare) -> Question<'a> {
    let asked = &compare.question;
    Question {
        indicator: IndicatorPart::of(lang, package, asked.indicator),
        level: level(package, asked.level),
        within: asked.within.map(|area| area_code(package, area)),
        period: match asked.period {
            PeriodChoice::At(period) => period.to_string(),
            PeriodChoice::EachLatest => "latest".to_string(),
        },
        benchmark: benchmark_asked(package, asked.benchmark),
    }
}

fn refusal(lang: Lang, refusals: &[Refusal]) -> Option<RefusalPart> {
    let in_order = |it: &Refusal| it.instead() == Instead::InOrder;
    (!refusals.is_empty()).then(|| RefusalPart {
        reasons: refusals.iter().map(|it| it.name()).collect(),
        instead: match refusals.iter().all(in_order) {
            true => "in-order",
            false => "side-by-side",
        },
        sentences: refusals
            .iter()
            .map(|it| words::refusal_text(lang, *it))
            .collect(),
    })
}

fn rows<'a>(lang: Lang, package: &'a Package, compare: &Compare) -> Vec<RowPart<'a>> {
    let codes = |place: usize| {
        let alike = compare.alike(package, place).into_iter();
        let rows = alike.filter_map(|at| compare.rows.get(at));
        rows.map(|row| area_code(package, row.area)).collect()
    };
    let indicator = compare.question.indicator;
    let row = |(place, row)| RowPart::of(lang, package, indicator, row, Some(codes(place)));
    compare.rows.iter().enumerate().map(row).collect()
}

fn funnel<'a>(package: &'a Package, compare: &Compare) -> Vec<Limits<'a>> {
    let unit = package
        .indicators
        .get(compare.question.indicator)
        .multiplier;
    let mut funnel = Vec::new();
    for row in &compare.rows {
        let Some(judged) = row.judged else { continue };
        let Some(against) = judged.against else {
            continue;
        };
        let (kind, size) = (judged.sample.kind(), judged.sample.size());
        let limits = |confidence| -> Interval {
            funnel_limits(kind, against.benchmark / unit, size, confidence)
        };
        let inner = limits(Confidence::NinetyFive);
        let outer = limits(Confidence::NinetyNinePointEight);
        funnel.push(Limits {
            area_code: area_code(package, row.area),
            denominator: size,
            lower_95: inner.lower * unit,
            upper_95: inner.upper * unit,
            lower_998: outer.lower * unit,
            upper_998: outer.upper * unit,
        });
    }
    funnel
}
