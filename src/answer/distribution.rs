//! How the values of one indicator are spread over the areas of a level. It must not know how that is
//! drawn, and judges no area.

use super::compare::{
    Benchmark, BenchmarkChoice, CompareQuestion, CompareRow, Held, PeriodChoice, held_rows,
};
use crate::model::{AreaId, IndicatorId, LevelId, Missing, Period, Value, sort_by};
use crate::package::Package;
use crate::query::Reading;
use crate::stats::{Bins, BoxPlot, NoBins, bins, box_plot};

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DistributionQuestion {
    /// The indicator.
    pub indicator: IndicatorId,
    /// The level whose areas are looked at.
    pub level: LevelId,
    /// Only areas inside this one.
    pub within: Option<AreaId>,
    /// One period for all, or each area's own newest.
    pub period: PeriodChoice,
    /// What the values are shown beside.
    pub benchmark: BenchmarkChoice,
}

/// Why an area is not in a distribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// Its value is not final.
    Provisional,
    /// Its value is no exact number.
    Inexact,
    /// It has none.
    Missing(Missing),
}

impl LeftOut {
    /// Why a reading is left out; none where its value is exact and final.
    pub fn of_reading(reading: &Reading) -> Option<LeftOut> {
        match reading.value {
            Value::Missing(missing) => Some(LeftOut::Missing(missing)),
            _ if reading.is_provisional() => Some(LeftOut::Provisional),
            Value::Bounded(..) => Some(LeftOut::Inexact),
            Value::Known(_) => None,
        }
    }
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Distribution {
    /// What was asked.
    pub question: DistributionQuestion,
    /// Every area: those with an exact and final value, the lowest first and equals in the order of the
    /// package; then those left out, in that order.
    pub rows: Vec<CompareRow>,
    /// Number of rows with an exact and final value; they come first.
    pub used_count: usize,
    /// The period of every value used; none where they differ or there is none.
    pub period: Option<Period>,
    /// The bins of a histogram, or why there are none.
    pub bins: Result<Bins, NoBins>,
    /// Quartiles and whiskers; none for fewer than five values.
    pub box_plot: Option<BoxPlot>,
    /// What the values are shown beside, where there is such a thing.
    pub benchmark: Option<Benchmark>,
}

impl Distribution {
    /// The rows whose values are used.
    pub fn used(&self) -> &[CompareRow] {
        &self.rows[..self.used_count]
    }

    /// The rows left out.
    pub fn left_out(&self) -> &[CompareRow] {
        &self.rows[self.used_count..]
    }

    /// The values used, the lowest first.
    pub fn values(&self) -> Vec<f64> {
        let values = self.used().iter().map(|row| row.reading.value.number());
        values.flatten().collect()
    }

    /// The reasons for which areas are left out, each with the number of them, in the order in which
    /// they first occur.
    pub fn reasons(&self) -> Vec<(LeftOut, usize)> {
        let mut reasons: Vec<(LeftOut, usize)> = Vec::new();
        let readings = self.left_out().iter().map(|row| &row.reading);
        for reason in readings.filter_map(LeftOut::of_reading) {
            match reasons.iter_mut().find(|(known, _)| *known == reason) {
                Some((_, count)) => *count += 1,
                None => reasons.push((reason, 1)),
            }
        }
        reasons
    }

    /// The place of the bin that holds a value.
    pub fn bin_of(&self, value: f64) -> Option<usize> {
        let bins = self.bins.as_ref().ok()?;
        let place = ((value - bins.start) / bins.width + 1e-9).floor();
        let last = bins.counts.len().checked_sub(1)?;
        (place >= 0.0).then(|| (place as usize).min(last))
    }
}

/// Answers. Every area counts once, whatever its size.
pub fn distribution(package: &Package, question: DistributionQuestion) -> Distribution {
    let asked = CompareQuestion {
        indicator: question.indicator,
        level: question.level,
        within: question.within,
        period: question.period,
        benchmark: question.benchmark,
    };
    let Held {
        mut rows,
        benchmark,
        ..
    } = held_rows(package, &asked);
    sort_by(&mut rows, |one, other| {
        let value = |row: &CompareRow| row.reading.value.number().filter(|_| row.is_rankable());
        match (value(one), value(other)) {
            (Some(one), Some(other)) => one.total_cmp(&other),
            (one, other) => one.is_none().cmp(&other.is_none()),
        }
    });
    let used_count = rows.partition_point(CompareRow::is_rankable);
    let used = &rows[..used_count];
    let first = used.first().and_then(|row| row.period);
    let period = first.filter(|_| used.iter().all(|row| row.period == first));
    let values: Vec<f64> = used
        .iter()
        .filter_map(|row| row.reading.value.number())
        .collect();
    Distribution {
        question,
        used_count,
        period,
        bins: bins(&values),
        box_plot: box_plot(&values),
        benchmark: benchmark.ok(),
        rows,
    }
}
