//! What several answers have in common: the package, a reading, its source, a benchmark, a row of a
//! comparison, a change.

use crate::answer::{
    Benchmark, BenchmarkChoice, ChangeOnYear, CompareRow, LISTED, NoChange, Reading, RowPlace,
    Total,
};
use crate::export::names;
use crate::model::{AreaId, Bound, IndicatorId, Lang, LevelId, Period, Value};
use crate::package::{Package, TableKind};
use crate::stats::{NoTrend, Signal, YearlyTrend};
use crate::words;
use serde::Serialize;

/// The package that was asked. `stamp` is what stands on all that is made of fictional data.
#[derive(Serialize)]
pub(super) struct PackagePart<'a> {
    name: &'a str,
    title: &'a str,
    version: &'a str,
    created: &'a str,
    fictional: bool,
    stamp: Option<String>,
    banner: &'a str,
    /// The earlier day that is shown, and the number of revisions left out for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    as_of: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    later_revisions: Option<usize>,
}

impl<'a> PackagePart<'a> {
    pub(super) fn of(lang: Lang, package: &'a Package) -> PackagePart<'a> {
        let about = &package.descriptor;
        PackagePart {
            name: &package.name,
            title: about.title.get(lang),
            version: &about.version,
            created: &about.created,
            fictional: about.fictional,
            stamp: words::stamp_text(lang, package),
            banner: about.banner.get(lang),
            as_of: package.as_of.as_ref().map(|it| it.day.to_string()),
            later_revisions: package.as_of.as_ref().map(|it| it.left_out),
        }
    }
}

/// An indicator.
#[derive(Serialize)]
pub(super) struct IndicatorPart<'a> {
    indicator: &'a str,
    label: &'a str,
    unit: &'a str,
    theme: &'static str,
    kind: &'static str,
    nature: &'static str,
    multiplier: f64,
    polarity: &'static str,
}

impl<'a> IndicatorPart<'a> {
    pub(super) fn of(lang: Lang, package: &'a Package, id: IndicatorId) -> IndicatorPart<'a> {
        let indicator = package.indicators.get(id);
        IndicatorPart {
            indicator: &indicator.code,
            label: indicator.label.get(lang),
            unit: indicator.unit.get(lang),
            theme: indicator.theme.word(),
            kind: indicator.kind.word(),
            nature: indicator.nature.word(),
            multiplier: indicator.multiplier,
            polarity: indicator.polarity.word(),
        }
    }
}

/// The file and the line, from 1, that a number stands on.
#[derive(Serialize)]
pub(super) struct SourcePart<'a> {
    file: &'a str,
    line: u32,
}

pub(super) fn source(package: &Package, place: Option<RowPlace>) -> Option<SourcePart<'_>> {
    let place = place?;
    Some(SourcePart {
        file: &package.descriptor.resources.get(place.resource)?.path,
        line: place.line,
    })
}

/// What the data says.
#[derive(Serialize)]
pub(super) struct ReadingPart<'a> {
    pub(super) value: Option<f64>,
    pub(super) numerator: Option<f64>,
    pub(super) denominator: Option<f64>,
    pub(super) bound: Option<&'static str>,
    pub(super) status: Option<&'static str>,
    pub(super) missing: Option<&'static str>,
    pub(super) source: Option<SourcePart<'a>>,
}

impl<'a> ReadingPart<'a> {
    pub(super) fn of(package: &'a Package, reading: &Reading) -> ReadingPart<'a> {
        ReadingPart {
            value: reading.value.number(),
            numerator: reading.numerator,
            denominator: reading.denominator,
            bound: reading.value.bound().map(Bound::word),
            status: reading.place.map(|_| reading.status.letter()),
            missing: missing(reading),
            source: source(package, reading.place),
        }
    }
}

pub(super) fn missing(reading: &Reading) -> Option<&'static str> {
    match reading.value {
        Value::Missing(missing) => Some(missing.name()),
        Value::Known(_) | Value::Bounded(..) => None,
    }
}

/// A reading, and of a sum what it is the sum of.
#[derive(Serialize)]
pub(super) struct TotalPart<'a> {
    #[serde(flatten)]
    reading: ReadingPart<'a>,
    sum_of: Option<SumPart<'a>>,
}

impl<'a> TotalPart<'a> {
    pub(super) fn of(package: &'a Package, total: &Total) -> TotalPart<'a> {
        TotalPart {
            reading: ReadingPart::of(package, &total.reading),
            sum_of: sum(package, total),
        }
    }
}

fn sum<'a>(package: &'a Package, total: &Total) -> Option<SumPart<'a>> {
    total.summed.map(|summed| SumPart {
        known: summed.known,
        all: summed.all,
        level: level(package, summed.level),
        beside_level: summed.beside,
    })
}

/// An area by its code and its name.
#[derive(Serialize)]
pub(super) struct AreaPart<'a> {
    area_code: &'a str,
    area_name: &'a str,
}

impl<'a> AreaPart<'a> {
    pub(super) fn of(lang: Lang, package: &'a Package, id: AreaId) -> AreaPart<'a> {
        let area = package.areas.get(id);
        AreaPart {
            area_code: &area.code,
            area_name: area.name.get(lang),
        }
    }
}

/// Of a sum: how many parts had a figure, how many there are, and on which level.
#[derive(Serialize)]
struct SumPart<'a> {
    known: usize,
    all: usize,
    level: &'a str,
    /// Those of all that lie in none of the level.
    beside_level: usize,
}

/// What areas are held against.
#[derive(Serialize)]
pub(super) struct BenchmarkPart<'a> {
    kind: &'static str,
    area_code: Option<&'a str>,
    standard: Option<&'a str>,
    name: String,
    value: f64,
    numerator: Option<f64>,
    denominator: Option<f64>,
    sum_of: Option<SumPart<'a>>,
    source: Option<SourcePart<'a>>,
}

impl<'a> BenchmarkPart<'a> {
    pub(super) fn of(lang: Lang, package: &'a Package, benchmark: &Benchmark) -> BenchmarkPart<'a> {
        let reading = &benchmark.total.reading;
        let standard = match benchmark.of {
            BenchmarkChoice::Standard(place) => package.standards.get(place),
            _ => None,
        };
        let line_of_standard = standard.and_then(|it| standard_source(package, it.line));
        BenchmarkPart {
            kind: match benchmark.of {
                _ if benchmark.is_listed() => LISTED,
                BenchmarkChoice::Top | BenchmarkChoice::Listed => "top",
                BenchmarkChoice::Area(_) => "area",
                BenchmarkChoice::Number(_) => "number",
                BenchmarkChoice::Standard(_) => "standard",
            },
            area_code: benchmark.area.map(|area| area_code(package, area)),
            standard: standard.map(|it| it.code.as_str()),
            name: words::benchmark_name(lang, package, benchmark),
            value: benchmark.value,
            numerator: reading.numerator,
            denominator: reading.denominator,
            sum_of: sum(package, &benchmark.total),
            source: source(package, reading.place).or(line_of_standard),
        }
    }
}

/// A line of the table of standards, where that is one file.
fn standard_source(package: &Package, line: u32) -> Option<SourcePart<'_>> {
    let files = package.descriptor.resources.iter();
    let mut files = files.filter(|about| about.table == TableKind::Standards);
    let (file, other) = (files.next()?, files.next());
    other.is_none().then_some(SourcePart {
        file: &file.path,
        line,
    })
}

/// What was asked to be compared with, as the option is written.
pub(super) fn benchmark_asked(package: &Package, choice: BenchmarkChoice) -> Option<String> {
    match choice {
        BenchmarkChoice::Top => None,
        BenchmarkChoice::Listed => Some(LISTED.to_string()),
        BenchmarkChoice::Area(area) => Some(area_code(package, area).to_string()),
        BenchmarkChoice::Number(number) => Some(number.to_string()),
        BenchmarkChoice::Standard(place) => {
            let standard = package.standards.get(place)?;
            Some(format!("standard:{}", standard.code))
        }
    }
}

pub(super) fn area_code(package: &Package, area: AreaId) -> &str {
    &package.areas.get(area).code
}

pub(super) fn level(package: &Package, level: LevelId) -> &str {
    let word = package.descriptor.levels.get(usize::from(level.0));
    word.map_or("", String::as_str)
}

/// One area of a comparison.
#[derive(Serialize)]
pub(super) struct RowPart<'a> {
    area_code: &'a str,
    area_name: &'a str,
    period: Option<String>,
    value: Option<f64>,
    numerator: Option<f64>,
    denominator: Option<f64>,
    lower_95: Option<f64>,
    upper_95: Option<f64>,
    lower_998: Option<f64>,
    upper_998: Option<f64>,
    verdict: &'static str,
    verdict_adjusted: &'static str,
    rank: Option<u32>,
    rank_low: Option<u32>,
    rank_high: Option<u32>,
    indistinguishable_from: Option<Vec<&'a str>>,
    benchmark: Option<f64>,
    is_rest: Option<bool>,
    excess: Option<f64>,
    adjusted_z: Option<f64>,
    bound: Option<&'static str>,
    status: Option<&'static str>,
    missing: Option<&'static str>,
    source: Option<SourcePart<'a>>,
}

impl<'a> RowPart<'a> {
    /// `alike`: the areas that it cannot be told apart from, where these were looked for.
    pub(super) fn of(
        lang: Lang,
        package: &'a Package,
        id: IndicatorId,
        row: &CompareRow,
        alike: Option<Vec<&'a str>>,
    ) -> RowPart<'a> {
        let area = package.areas.get(row.area);
        let polarity = package.indicators.get(id).polarity;
        let reading = ReadingPart::of(package, &row.reading);
        let against = row.judged.and_then(|judged| judged.against);
        let range = row.rank.and_then(|rank| rank.range);
        RowPart {
            area_code: &area.code,
            area_name: area.name.get(lang),
            period: period(row.period),
            value: reading.value,
            numerator: reading.numerator,
            denominator: reading.denominator,
            lower_95: row.judged.map(|it| it.interval_95.lower),
            upper_95: row.judged.map(|it| it.interval_95.upper),
            lower_998: row.judged.map(|it| it.interval_998.lower),
            upper_998: row.judged.map(|it| it.interval_998.upper),
            verdict: row.verdict(polarity, false).word(),
            verdict_adjusted: row.verdict(polarity, true).word(),
            rank: row.rank.map(|rank| rank.rank),
            rank_low: range.map(|(low, _)| low),
            rank_high: range.map(|(_, high)| high),
            indistinguishable_from: alike,
            benchmark: against.map(|it| it.benchmark),
            is_rest: against.map(|it| it.is_rest),
            excess: against.map(|it| it.excess),
            adjusted_z: against.map(|it| it.adjusted_z),
            bound: reading.bound,
            status: reading.status,
            missing: reading.missing,
            source: reading.source,
        }
    }
}

pub(super) fn period(period: Option<Period>) -> Option<String> {
    period.map(|period| period.to_string())
}

/// From the first to the last period, both in it.
#[derive(Serialize)]
pub(super) struct SpanPart {
    pub(super) from: String,
    pub(super) to: String,
}

/// A rule of the control chart that a point breaks, and on which side.
#[derive(Serialize)]
pub(super) struct FlagPart {
    signal: &'static str,
    side: &'static str,
}

pub(super) fn flags(signals: &[Signal]) -> Vec<FlagPart> {
    let flag = |signal: &Signal| FlagPart {
        signal: names::signal(*signal),
        side: names::side(signal.side()),
    };
    signals.iter().map(flag).collect()
}

/// Three months against the same three of the year before. `now` and `before` are values in the
/// unit of the indicator.
#[derive(Serialize)]
pub(super) struct ChangePart {
    from: String,
    to: String,
    now: f64,
    now_numerator: f64,
    now_denominator: f64,
    before: f64,
    before_numerator: f64,
    before_denominator: f64,
    change: f64,
    lower_998: f64,
    upper_998: f64,
    beyond_chance: bool,
}

/// The change, or why there is none.
pub(super) fn change(
    multiplier: f64,
    change: &Result<ChangeOnYear, NoChange>,
) -> (Option<ChangePart>, Option<&'static str>) {
    let found = match change {
        Ok(found) => found,
        Err(reason) => return (None, Some(names::no_change(*reason))),
    };
    let part = ChangePart {
        from: found.months.0.to_string(),
        to: found.months.1.to_string(),
        now: found.now.estimate() * multiplier,
        now_numerator: found.now.events(),
        now_denominator: found.now.size(),
        before: found.before.estimate() * multiplier,
        before_numerator: found.before.events(),
        before_denominator: found.before.size(),
        change: found.change,
        lower_998: found.interval_998.lower,
        upper_998: found.interval_998.upper,
        beyond_chance: found.is_beyond_chance(),
    };
    (Some(part), None)
}

/// The trend of the last five years, or why there is none. The slope is a year's change in the unit
/// of the indicator.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum TrendPart {
    Found {
        verdict: &'static str,
        chi_squared: f64,
        slope: f64,
    },
    Refused {
        refused: &'static str,
    },
}

impl TrendPart {
    pub(super) fn of(multiplier: f64, trend: &Result<YearlyTrend, NoTrend>) -> TrendPart {
        match trend {
            Ok(trend) => TrendPart::Found {
                verdict: names::direction(trend.direction),
                chi_squared: trend.chi_squared,
                slope: trend.slope * multiplier,
            },
            Err(reason) => TrendPart::Refused {
                refused: names::no_trend(*reason),
            },
        }
    }
}
