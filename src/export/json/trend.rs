//! One indicator at one area over time.

use super::parts::{
    ChangePart, FlagPart, IndicatorPart, PackagePart, ReadingPart, SpanPart, TrendPart, area_code,
    change, flags, period,
};
use super::written;
use crate::answer::{Boundary, Trend, signals};
use crate::export::names;
use crate::model::Lang;
use crate::package::Package;
use crate::stats::ControlChart;
use serde::Serialize;

#[derive(Serialize)]
struct Answer<'a> {
    answer: &'static str,
    package: PackagePart<'a>,
    question: Question<'a>,
    chart: Option<&'static str>,
    no_chart: Option<&'static str>,
    baseline: Option<SpanPart>,
    mean: Option<f64>,
    sigma_z: Option<f64>,
    trial: Option<bool>,
    screened: Option<usize>,
    assurance: Option<&'static str>,
    change_on_year: Option<ChangePart>,
    no_change_on_year: Option<&'static str>,
    trend: TrendPart,
    boundary: Option<BoundaryPart<'a>>,
    season_not_excluded: bool,
    season: Option<SeasonPart>,
    points: Vec<Point<'a>>,
    against_benchmark: Option<Against<'a>>,
}

#[derive(Serialize)]
struct Question<'a> {
    #[serde(flatten)]
    indicator: IndicatorPart<'a>,
    area_code: &'a str,
    area_name: &'a str,
    until: Option<String>,
    baseline: Option<SpanPart>,
    target: Option<f64>,
}

#[derive(Serialize)]
struct BoundaryPart<'a> {
    kind: &'static str,
    period: String,
    areas: Vec<&'a str>,
}

/// The wave that comes back every year, its amplitude in the unit of the indicator.
#[derive(Serialize)]
struct SeasonPart {
    amplitude: f64,
    highest_month: u8,
    lowest_month: u8,
    probability: f64,
}

#[derive(Serialize)]
struct Point<'a> {
    period: String,
    #[serde(flatten)]
    reading: ReadingPart<'a>,
    lower: Option<f64>,
    upper: Option<f64>,
    centre: Option<f64>,
    flags: Vec<FlagPart>,
}

/// The series against the benchmark of the same month.
#[derive(Serialize)]
struct Against<'a> {
    benchmark_area_code: Option<&'a str>,
    chart: &'static str,
    baseline: Option<SpanPart>,
    mean: f64,
    sigma_z: Option<f64>,
    trial: bool,
    screened: usize,
    points: Vec<AgainstPoint>,
}

#[derive(Serialize)]
struct AgainstPoint {
    period: String,
    value: Option<f64>,
    lower: Option<f64>,
    upper: Option<f64>,
    centre: Option<f64>,
    flags: Vec<FlagPart>,
}

/// A trend, points in the order of time.
///
/// # Errors
/// Those of the writer; a trend has nothing that it refuses.
pub fn trend_json(lang: Lang, package: &Package, trend: &Trend) -> serde_json::Result<String> {
    let unit = package.indicators.get(trend.question.indicator).multiplier;
    let chart = trend.chart.as_ref().ok();
    let (change_on_year, no_change_on_year) = change(unit, &trend.change_on_year);
    written(&Answer {
        answer: "trend",
        package: PackagePart::of(lang, package),
        question: question(lang, package, trend),
        chart: chart.map(|chart| names::chart_kind(chart.kind)),
        no_chart: trend.chart.as_ref().err().map(|it| names::no_chart(*it)),
        baseline: chart.and_then(|chart| baseline(trend, chart)),
        mean: chart.map(|chart| chart.mean),
        sigma_z: chart.and_then(|chart| chart.sigma_z),
        trial: chart.map(|chart| chart.is_trial),
        screened: chart.map(|chart| chart.screened),
        assurance: trend.assurance.map(names::assurance),
        change_on_year,
        no_change_on_year,
        trend: TrendPart::of(unit, &trend.yearly),
        boundary: trend.boundary.as_ref().map(|it| boundary(package, it)),
        season_not_excluded: trend.season_not_excluded,
        season: trend.season.map(|it| SeasonPart {
            amplitude: it.amplitude,
            highest_month: it.highest_month,
            lowest_month: it.lowest_month,
            probability: it.probability,
        }),
        points: points(package, trend, chart),
        against_benchmark: trend
            .against
            .as_ref()
            .map(|chart| against(package, trend, chart)),
    })
}

fn question<'a>(lang: Lang, package: &'a Package, trend: &Trend) -> Question<'a> {
    let asked = &trend.question;
    Question {
        indicator: IndicatorPart::of(lang, package, asked.indicator),
        area_code: area_code(package, asked.area),
        area_name: package.areas.get(asked.area).name.get(lang),
        until: period(asked.until),
        baseline: asked.baseline.map(|(from, to)| SpanPart {
            from: from.to_string(),
            to: to.to_string(),
        }),
        target: asked.target,
    }
}

/// The periods that the limits rest on.
fn baseline(trend: &Trend, chart: &ControlChart) -> Option<SpanPart> {
    let points = trend.points.get(chart.baseline.start..chart.baseline.end)?;
    Some(SpanPart {
        from: points.first()?.period.to_string(),
        to: points.last()?.period.to_string(),
    })
}

fn boundary<'a>(package: &'a Package, boundary: &Boundary) -> BoundaryPart<'a> {
    let (kind, at, areas) = match boundary {
        Boundary::Joined { at, parts } => ("joined", at, parts),
        Boundary::Cut { at, others, .. } => ("cut", at, others),
    };
    BoundaryPart {
        kind,
        period: at.to_string(),
        areas: areas.iter().map(|it| area_code(package, *it)).collect(),
    }
}

/// A number of a chart's list; none where there is no point or nothing to say of it.
fn number(list: Option<&Vec<f64>>, at: usize) -> Option<f64> {
    let number = list?.get(at).copied();
    number.filter(|number| number.is_finite())
}

fn points<'a>(package: &'a Package, trend: &Trend, chart: Option<&ControlChart>) -> Vec<Point<'a>> {
    let points = trend.points.iter().enumerate();
    let point = |(at, point): (usize, &crate::answer::SeriesPoint)| Point {
        period: point.period.to_string(),
        reading: ReadingPart::of(package, &point.reading),
        lower: number(chart.map(|chart| &chart.lower), at),
        upper: number(chart.map(|chart| &chart.upper), at),
        centre: number(chart.map(|chart| &chart.centre), at),
        flags: flags(signals(chart, at)),
    };
    points.map(point).collect()
}

fn against<'a>(package: &'a Package, trend: &Trend, chart: &ControlChart) -> Against<'a> {
    let points = trend.points.iter().enumerate();
    let point = |(at, point): (usize, &crate::answer::SeriesPoint)| AgainstPoint {
        period: point.period.to_string(),
        value: chart.points.get(at).copied().flatten(),
        lower: number(Some(&chart.lower), at),
        upper: number(Some(&chart.upper), at),
        centre: number(Some(&chart.centre), at),
        flags: flags(signals(Some(chart), at)),
    };
    Against {
        benchmark_area_code: trend.benchmark.map(|area| area_code(package, area)),
        chart: names::chart_kind(chart.kind),
        baseline: baseline(trend, chart),
        mean: chart.mean,
        sigma_z: chart.sigma_z,
        trial: chart.is_trial,
        screened: chart.screened,
        points: points.map(point).collect(),
    }
}
