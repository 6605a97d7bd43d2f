//! What changed on a year, and the counts of whole years.

use super::is_ripe;
use crate::answer::compare::sample;
use crate::model::{Indicator, Period, PeriodKind};
use crate::query::SeriesPoint;
use crate::stats::{Confidence, Interval, Sample, difference};

/// The last three ripe months pooled, against the same three of the year before. In the unit of the
/// indicator.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChangeOnYear {
    /// First and last of the months.
    pub months: (Period, Period),
    /// The counts of the months.
    pub now: Sample,
    /// The counts of the same months of the year before.
    pub before: Sample,
    /// The difference.
    pub change: f64,
    /// Its 99.8 % interval.
    pub interval_998: Interval,
}

impl ChangeOnYear {
    /// True where chance does not explain the change, at 99.8 %.
    pub fn is_beyond_chance(&self) -> bool {
        !self.interval_998.contains(0.0)
    }
}

/// Why there is no change on a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoChange {
    /// The series is not one of months.
    NotMonthly,
    /// The indicator has no counts that chance has a part in.
    NoCounts,
    /// One of the six months has no exact and final value.
    MonthsMissing,
}

/// Three months pooled against the same three of the year before, by Newcombe's method 10 (for rates
/// the same on Poisson intervals) at 99.8 %.
pub fn change_on_year(
    indicator: &Indicator,
    points: &[SeriesPoint],
) -> Result<ChangeOnYear, NoChange> {
    if !points
        .iter()
        .any(|point| point.period.kind() == PeriodKind::Month)
    {
        return Err(NoChange::NotMonthly);
    }
    let counted = |point: &&SeriesPoint| sample(indicator, &point.reading).is_some();
    if !points.iter().any(|point| counted(&point)) {
        return Err(NoChange::NoCounts);
    }
    let ripe = points.iter().rposition(|point| is_ripe(&point.reading));
    let end = ripe.ok_or(NoChange::MonthsMissing)? + 1;
    let pooled = |end: usize| {
        let months = end
            .checked_sub(3)
            .and_then(|start| points.get(start..end))?;
        let samples = months.iter().map(|point| {
            let ripe = Some(&point.reading).filter(|reading| is_ripe(reading))?;
            sample(indicator, ripe)
        });
        let samples: Option<Vec<Sample>> = samples.collect();
        Some((months, Sample::pooled(&samples?)?))
    };
    let (months, now) = pooled(end).ok_or(NoChange::MonthsMissing)?;
    let year_before = end.checked_sub(12).and_then(pooled);
    let (_, before) = year_before.ok_or(NoChange::MonthsMissing)?;
    let interval = difference(&now, &before, Confidence::NinetyNinePointEight);
    let interval = interval.ok_or(NoChange::NoCounts)?;
    let unit = indicator.multiplier;
    Ok(ChangeOnYear {
        months: (months[0].period, months[months.len() - 1].period),
        now,
        before,
        change: (now.estimate() - before.estimate()) * unit,
        interval_998: Interval {
            lower: interval.lower * unit,
            upper: interval.upper * unit,
        },
    })
}

/// The counts of each whole year of a series: its own value of a yearly one, otherwise all of its
/// months, quarters or halves summed. Years of which any is missing are left out.
pub fn years(indicator: &Indicator, points: &[SeriesPoint]) -> Vec<(i32, Sample)> {
    let mut years = Vec::new();
    for year in points.chunk_by(|one, next| one.period.end_year() == next.period.end_year()) {
        let length = usize::from(year[0].period.length_months().max(1));
        let is_whole = year[0].period.kind() != PeriodKind::Interval && year.len() * length == 12;
        let samples = year.iter().map(|point| {
            let ripe = Some(&point.reading).filter(|reading| is_ripe(reading))?;
            sample(indicator, ripe)
        });
        let samples: Option<Vec<Sample>> = samples.collect();
        let pooled = samples
            .filter(|_| is_whole)
            .and_then(|it| Sample::pooled(&it));
        years.extend(pooled.map(|pooled| (i32::from(year[0].period.end_year()), pooled)));
    }
    years
}
