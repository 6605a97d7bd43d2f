//! What areas are held against: a larger area, another area, a number, or a standard.

use super::{BenchmarkChoice, CompareQuestion, CompareRow};
use crate::answer::amounts::is_sum_of_parts;
use crate::answer::standards::{is_in_force, meets_unit};
use crate::model::{AreaId, Indicator, Kind, Period, Status, Value};
use crate::package::Package;
use crate::query::{Reading, Summed, Total, sum, total};

/// The value that the areas are held against.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Benchmark {
    /// What was chosen; the top area where nothing was.
    pub of: BenchmarkChoice,
    /// The area whose value it is; none of a number, a standard, or the areas compared together.
    pub area: Option<AreaId>,
    /// The value and how it came about.
    pub total: Total,
    /// The same value as a number, in the unit of the indicator.
    pub value: f64,
}

impl Benchmark {
    /// True where it is the areas compared, together. How many of how many had counts is in `total`.
    pub fn is_listed(&self) -> bool {
        self.area.is_none() && matches!(self.of, BenchmarkChoice::Top | BenchmarkChoice::Listed)
    }

    /// True where an area's figures are part of the benchmark's.
    pub(super) fn contains(&self, package: &Package, area: AreaId) -> bool {
        match self.area {
            Some(outer) => package.areas.lies_in(area, outer),
            None => self.is_listed(),
        }
    }
}

/// Why there is no benchmark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoBenchmark {
    /// A count or running total of the whole, or another sum of its parts, is no measure for these.
    Count,
    /// The areas lie in no common area and have no counts to be summed.
    NoCommonArea,
    /// The areas are seen at different periods.
    PeriodsDiffer,
    /// The area has no value for the period, or a bounded or partial one.
    NoValue,
    /// The area's value is a sum over so many of so many parts.
    Partial(usize, usize),
    /// No value of the indicator can be the number that was asked for.
    OutOfRange,
    /// The standard is about another indicator, or in another unit.
    OtherIndicator,
    /// The standard does not hold in the period.
    NotInForce,
}

impl NoBenchmark {
    /// A short stable name, for machines.
    pub fn name(self) -> &'static str {
        match self {
            NoBenchmark::Count => "count",
            NoBenchmark::NoCommonArea => "no-common-area",
            NoBenchmark::PeriodsDiffer => "periods-differ",
            NoBenchmark::NoValue => "no-value",
            NoBenchmark::Partial(..) => "partial",
            NoBenchmark::OutOfRange => "out-of-range",
            NoBenchmark::OtherIndicator => "other-indicator",
            NoBenchmark::NotInForce => "not-in-force",
        }
    }
}

/// Finds the benchmark of a comparison whose values are of `period`, where they share one.
pub(super) fn benchmark(
    package: &Package,
    question: &CompareQuestion,
    period: Option<Period>,
    rows: &[CompareRow],
) -> Result<Benchmark, NoBenchmark> {
    let indicator = package.indicators.get(question.indicator);
    match question.benchmark {
        BenchmarkChoice::Number(number) => fixed(indicator, question.benchmark, number),
        BenchmarkChoice::Standard(place) => {
            let standard = package.standards.get(place);
            let standard = standard.ok_or(NoBenchmark::OtherIndicator)?;
            let period = period.ok_or(NoBenchmark::PeriodsDiffer)?;
            let is_about = standard.indicator == indicator.code;
            if !is_about || !meets_unit(indicator, standard, period) {
                return Err(NoBenchmark::OtherIndicator);
            }
            if !is_in_force(standard, period) {
                return Err(NoBenchmark::NotInForce);
            }
            fixed(indicator, question.benchmark, standard.value)
        }
        BenchmarkChoice::Top => {
            let [area] = package.areas.roots()[..] else {
                return listed(package, question, period, rows);
            };
            if package.areas.get(area).level == question.level {
                return Err(no_total(indicator).unwrap_or(NoBenchmark::NoCommonArea));
            }
            of_area(package, question, area, period)
        }
        BenchmarkChoice::Listed => listed(package, question, period, rows),
        BenchmarkChoice::Area(area) => of_area(package, question, area, period),
    }
}

/// The areas compared, together: the pooled figure of those with exact counts.
///
/// Source: the target of a funnel plot where nothing is published for the whole is the pooled rate of the
/// units in it; Spiegelhalter, Statistics in Medicine 24 (2005) 1185–1202, section 2.
fn listed(
    package: &Package,
    question: &CompareQuestion,
    period: Option<Period>,
    rows: &[CompareRow],
) -> Result<Benchmark, NoBenchmark> {
    let indicator = package.indicators.get(question.indicator);
    if let Some(reason) = no_total(indicator) {
        return Err(reason);
    }
    period.ok_or(NoBenchmark::PeriodsDiffer)?;
    let has_counts = |reading: &Reading| {
        let counts = reading.numerator.zip(reading.denominator);
        reading.value.exact().is_some() && counts.is_some()
    };
    let readings = rows.iter().map(|row| row.reading);
    let readings: Vec<Reading> = readings.filter(has_counts).collect();
    let reading = sum(indicator, &readings);
    let value = reading.value.exact().filter(|_| readings.len() > 1);
    Ok(Benchmark {
        of: question.benchmark,
        area: None,
        value: value.ok_or(NoBenchmark::NoCommonArea)?,
        total: Total {
            reading,
            summed: Some(Summed {
                known: readings.len(),
                all: rows.len(),
                level: question.level,
                beside: 0,
            }),
        },
    })
}

/// The area within which is compared, as a second reference beside the benchmark.
pub(super) fn within(
    package: &Package,
    question: &CompareQuestion,
    period: Option<Period>,
    benchmark: &Result<Benchmark, NoBenchmark>,
) -> Option<Benchmark> {
    let area = question.within?;
    let benchmark = benchmark.as_ref().ok()?;
    match benchmark.area == Some(area) {
        true => None,
        false => of_area(package, question, area, period).ok(),
    }
}

fn no_total(indicator: &Indicator) -> Option<NoBenchmark> {
    let is_total = matches!(indicator.kind, Kind::Count | Kind::Cumulative);
    is_total.then_some(NoBenchmark::Count)
}

fn of_area(
    package: &Package,
    question: &CompareQuestion,
    area: AreaId,
    period: Option<Period>,
) -> Result<Benchmark, NoBenchmark> {
    if let Some(reason) = no_total(package.indicators.get(question.indicator)) {
        return Err(reason);
    }
    let period = period.ok_or(NoBenchmark::PeriodsDiffer)?;
    let total = total(package, question.indicator, area, period);
    if let Some(summed) = total.summed.filter(|_| total.is_partial()) {
        return Err(NoBenchmark::Partial(summed.known, summed.all));
    }
    let value = total.reading.value.exact().ok_or(NoBenchmark::NoValue)?;
    if is_sum_of_parts(package, question.indicator, area, period, value) {
        return Err(NoBenchmark::Count);
    }
    Ok(Benchmark {
        of: question.benchmark,
        area: Some(area),
        value,
        total,
    })
}

fn fixed(
    indicator: &Indicator,
    of: BenchmarkChoice,
    number: f64,
) -> Result<Benchmark, NoBenchmark> {
    let most = match indicator.kind {
        Kind::Proportion => indicator.multiplier,
        _ => f64::INFINITY,
    };
    let is_possible = number.is_finite()
        && number <= most
        && (number >= 0.0 || matches!(indicator.kind, Kind::Mean | Kind::Ratio));
    if !is_possible {
        return Err(NoBenchmark::OutOfRange);
    }
    let reading = Reading {
        value: Value::Known(number),
        numerator: None,
        denominator: None,
        status: Status::Normal,
        place: None,
    };
    Ok(Benchmark {
        of,
        area: None,
        value: number,
        total: Total {
            reading,
            summed: None,
        },
    })
}
