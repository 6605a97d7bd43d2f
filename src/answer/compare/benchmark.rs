//! What areas are held against: a larger area, another area, a number, or a standard.

use super::{BenchmarkChoice, CompareQuestion};
use crate::answer::standards::{is_in_force, meets_unit};
use crate::model::{AreaId, Indicator, Kind, Period, Status, Value};
use crate::package::Package;
use crate::query::{Reading, Total, total};

/// The value that the areas are held against.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Benchmark {
    /// What was chosen; the top area where nothing was.
    pub of: BenchmarkChoice,
    /// The area whose value it is; none of a number or a standard.
    pub area: Option<AreaId>,
    /// The value and how it came about.
    pub total: Total,
    /// The same value as a number, in the unit of the indicator.
    pub value: f64,
}

/// Why there is no benchmark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoBenchmark {
    /// A count or running total of the whole is no measure for its parts.
    Count,
    /// The areas lie in no common area.
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
                return Err(no_total(indicator).unwrap_or(NoBenchmark::NoCommonArea));
            };
            if package.areas.get(area).level == question.level {
                return Err(no_total(indicator).unwrap_or(NoBenchmark::NoCommonArea));
            }
            of_area(package, question, area, period)
        }
        BenchmarkChoice::Area(area) => of_area(package, question, area, period),
    }
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
    if let Some((known, all, _)) = total.summed.filter(|(known, all, _)| known < all) {
        return Err(NoBenchmark::Partial(known, all));
    }
    let value = total.reading.value.exact();
    Ok(Benchmark {
        of: question.benchmark,
        area: Some(area),
        value: value.ok_or(NoBenchmark::NoValue)?,
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
