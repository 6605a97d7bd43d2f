//! One area on every indicator.

use super::parts::{
    BenchmarkPart, ChangePart, IndicatorPart, PackagePart, RowPart, TrendPart, area_code,
    benchmark_asked, change, level, period,
};
use super::written;
use crate::answer::{Profile, ProfileRow, SpinePlace};
use crate::model::Lang;
use crate::package::Package;
use serde::Serialize;

#[derive(Serialize)]
struct Answer<'a> {
    answer: &'static str,
    package: PackagePart<'a>,
    question: Question<'a>,
    rows: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Question<'a> {
    area_code: &'a str,
    area_name: &'a str,
    level: &'a str,
    period: Option<String>,
    benchmark: Option<String>,
}

/// One indicator. `row` is the area's row of the comparison; `held_against` is what the whole level
/// is held against.
#[derive(Serialize)]
struct Row<'a> {
    #[serde(flatten)]
    indicator: IndicatorPart<'a>,
    row: RowPart<'a>,
    held_against: Option<BenchmarkPart<'a>>,
    no_benchmark: Option<&'static str>,
    known_count: usize,
    spine: Option<Spine>,
    change_on_year: Option<ChangePart>,
    no_change_on_year: Option<&'static str>,
    trend: TrendPart,
}

/// 0 at the benchmark, towards 1 the better.
#[derive(Serialize)]
struct Spine {
    own: f64,
    minimum: f64,
    lower_quartile: f64,
    median: f64,
    upper_quartile: f64,
    maximum: f64,
}

/// A profile, indicators in the order of their table.
///
/// # Errors
/// Those of the writer; a profile has nothing that it refuses.
pub fn profile_json(
    lang: Lang,
    package: &Package,
    profile: &Profile,
) -> serde_json::Result<String> {
    let asked = &profile.question;
    let area = package.areas.get(asked.area);
    let rows = profile.rows.iter().map(|it| row(lang, package, it));
    written(&Answer {
        answer: "profile",
        package: PackagePart::of(lang, package),
        question: Question {
            area_code: area_code(package, asked.area),
            area_name: area.name.get(lang),
            level: level(package, area.level),
            period: period(asked.period),
            benchmark: benchmark_asked(package, asked.benchmark),
        },
        rows: rows.collect(),
    })
}

fn row<'a>(lang: Lang, package: &'a Package, row: &ProfileRow) -> Row<'a> {
    let unit = package.indicators.get(row.indicator).multiplier;
    let benchmark = row.benchmark.as_ref();
    let (change_on_year, no_change_on_year) = change(unit, &row.change_on_year);
    Row {
        indicator: IndicatorPart::of(lang, package, row.indicator),
        row: RowPart::of(lang, package, row.indicator, &row.row, None),
        held_against: benchmark
            .ok()
            .map(|it| BenchmarkPart::of(lang, package, it)),
        no_benchmark: benchmark.err().map(|reason| reason.name()),
        known_count: row.known_count,
        spine: row.spine.as_ref().map(spine),
        change_on_year,
        no_change_on_year,
        trend: TrendPart::of(unit, &row.yearly),
    }
}

fn spine(place: &SpinePlace) -> Spine {
    Spine {
        own: place.own,
        minimum: place.all.minimum,
        lower_quartile: place.all.lower_quartile,
        median: place.all.median,
        upper_quartile: place.all.upper_quartile,
        maximum: place.all.maximum,
    }
}
