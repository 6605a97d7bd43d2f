//! What should be looked into.

use super::parts::{
    FlagPart, IndicatorPart, PackagePart, ReadingPart, area_code, flags, level, period,
};
use super::written;
use crate::answer::{Finding, Findings, Shortfall, Sign};
use crate::export::names;
use crate::model::{Lang, Value};
use crate::package::Package;
use crate::words;
use serde::Serialize;

#[derive(Serialize)]
struct Answer<'a> {
    answer: &'static str,
    package: PackagePart<'a>,
    question: Question<'a>,
    compared: usize,
    beyond: usize,
    expected_by_chance: f64,
    more: usize,
    findings: Vec<Part<'a>>,
    shortfalls: Vec<ShortfallPart<'a>>,
    more_shortfalls: usize,
    sentence: String,
}

#[derive(Serialize)]
struct Question<'a> {
    level: &'a str,
    until: Option<String>,
}

/// `benchmark_area_code` is null where the area is held against its own past mean, or against all areas of the level
/// together, which lie in no common area.
#[derive(Serialize)]
struct Part<'a> {
    #[serde(flatten)]
    indicator: IndicatorPart<'a>,
    area_code: &'a str,
    area_name: &'a str,
    period: String,
    #[serde(flatten)]
    reading: ReadingPart<'a>,
    lower_95: f64,
    upper_95: f64,
    expected: f64,
    benchmark_area_code: Option<&'a str>,
    is_rest: bool,
    excess: f64,
    since: String,
    persistence: usize,
    signs: Vec<SignPart>,
    sentence: String,
}

#[derive(Serialize)]
struct SignPart {
    sign: &'static str,
    signals: Vec<FlagPart>,
    season_excluded: Option<bool>,
    is_rising: Option<bool>,
    chi_squared: Option<f64>,
}

/// A standard that areas do not meet, the furthest from it first.
#[derive(Serialize)]
struct ShortfallPart<'a> {
    standard: &'a str,
    #[serde(flatten)]
    indicator: IndicatorPart<'a>,
    period: String,
    limit: f64,
    judged: usize,
    open: usize,
    short: Option<f64>,
    missed: Vec<MissedPart<'a>>,
    sentence: String,
}

#[derive(Serialize)]
struct MissedPart<'a> {
    area_code: &'a str,
    area_name: &'a str,
    #[serde(flatten)]
    reading: ReadingPart<'a>,
    margin: Option<f64>,
}

/// Findings, the largest excess first.
///
/// # Errors
/// Those of the writer; findings have nothing that it refuses.
pub fn findings_json(
    lang: Lang,
    package: &Package,
    findings: &Findings,
) -> serde_json::Result<String> {
    let parts = findings.findings.iter().map(|it| part(lang, package, it));
    let shortfalls = findings.shortfalls.iter();
    let shortfalls = shortfalls.map(|it| shortfall(lang, package, it));
    written(&Answer {
        answer: "findings",
        package: PackagePart::of(lang, package),
        question: Question {
            level: level(package, findings.question.level),
            until: period(findings.question.until),
        },
        compared: findings.compared_count,
        beyond: findings.beyond_count,
        expected_by_chance: findings.expected_by_chance,
        more: findings.more,
        findings: parts.collect(),
        shortfalls: shortfalls.collect(),
        more_shortfalls: findings.more_shortfalls,
        sentence: words::findings_basis_text(lang, package, findings),
    })
}

fn part<'a>(lang: Lang, package: &'a Package, finding: &Finding) -> Part<'a> {
    Part {
        indicator: IndicatorPart::of(lang, package, finding.indicator),
        area_code: area_code(package, finding.area),
        area_name: package.areas.get(finding.area).name.get(lang),
        period: finding.period.to_string(),
        reading: ReadingPart::of(package, &finding.reading),
        lower_95: finding.interval_95.lower,
        upper_95: finding.interval_95.upper,
        expected: finding.expected,
        benchmark_area_code: finding
            .benchmark
            .area()
            .map(|area| area_code(package, area)),
        is_rest: finding.is_rest,
        excess: finding.excess,
        since: finding.since.to_string(),
        persistence: finding.persistence,
        signs: finding.signs.iter().map(sign).collect(),
        sentence: words::finding_text(lang, package, finding),
    }
}

fn sign(sign: &Sign) -> SignPart {
    let mut part = SignPart {
        sign: names::sign(sign),
        signals: Vec::new(),
        season_excluded: None,
        is_rising: None,
        chi_squared: None,
    };
    match sign {
        Sign::Apart => {}
        Sign::Changed {
            signals,
            season_excluded,
        } => {
            part.signals = flags(signals);
            part.season_excluded = Some(*season_excluded);
        }
        Sign::Years {
            is_rising,
            chi_squared,
        } => {
            part.is_rising = Some(*is_rising);
            part.chi_squared = Some(*chi_squared);
        }
    }
    part
}

fn shortfall<'a>(lang: Lang, package: &'a Package, found: &'a Shortfall) -> ShortfallPart<'a> {
    let missed = found.missed.iter().map(|row| MissedPart {
        area_code: area_code(package, row.area),
        area_name: package.areas.get(row.area).name.get(lang),
        reading: ReadingPart::of(package, &row.total.reading),
        margin: row.margin.and_then(Value::number),
    });
    ShortfallPart {
        standard: &found.standard.code,
        indicator: IndicatorPart::of(lang, package, found.indicator),
        period: found.period.to_string(),
        limit: found.standard.value,
        judged: found.judged_count,
        open: found.open_count,
        short: found.short,
        missed: missed.collect(),
        sentence: words::shortfall_text(lang, package, found),
    }
}
