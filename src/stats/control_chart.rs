//! What a control chart says, whatever its kind: limits, signals, assurance. Points are in order at
//! equal steps, `None` where one is missing; it must not know what a period is.

use super::level::Interval;
use super::signals::Signal;

/// The positions of the points that the limits are computed from: from `start` to before `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Baseline {
    /// The first position.
    pub start: usize,
    /// The position after the last.
    pub end: usize,
}

/// How the limits are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartKind {
    /// Laney's p′ of proportions, or u′ of rates.
    PPrime,
    /// Individual values and moving ranges.
    Xmr,
}

/// A control chart; every list has one entry a point, gaps included.
#[derive(Clone, Debug, PartialEq)]
pub struct ControlChart {
    /// How the limits are made.
    pub kind: ChartKind,
    /// What the process does on average; not a number where a p′ chart has no point.
    pub centre: Vec<f64>,
    /// The lower limits; not a number where a p′ chart has no point, or where no value can be so low.
    pub lower: Vec<f64>,
    /// The upper limits; not a number where a p′ chart has no point, or where no value can be so high.
    pub upper: Vec<f64>,
    /// The values, in the unit of the limits.
    pub points: Vec<Option<f64>>,
    /// The mean over the baseline; against a benchmark the pooled difference from it.
    pub mean: f64,
    /// How much wider than chance alone the points vary (p′ only): 1 where chance explains all.
    pub sigma_z: Option<f64>,
    /// The moving ranges that were left out as too large (XmR only).
    pub screened: usize,
    /// True where the baseline has fewer than 13 points: limits to be redrawn when there are more.
    pub is_trial: bool,
    /// The positions that the limits rest on.
    pub baseline: Baseline,
    /// The signals of each point, in the order of [`Signal`].
    pub signals: Vec<Vec<Signal>>,
}

impl ControlChart {
    /// The same where no value can be below the one number or above the other, in the unit of the limits: a
    /// limit beyond them is none, and not a number in the lists. No value can be outside such a limit, and
    /// the width by which points are judged stays. Values that are outside all the same prove the numbers
    /// wrong, and nothing changes.
    ///
    /// Source: D. C. Montgomery, Introduction to Statistical Quality Control (2019) 7.3, of counts: a lower
    /// limit below zero is none; D. J. Wheeler, Making Sense of Data (2003), of boundary conditions, which
    /// leave a chart of individual values with one limit.
    pub fn bounded(mut self, lowest: f64, highest: f64) -> ControlChart {
        let mut values = self.points.iter().flatten();
        if values.any(|value| *value < lowest || *value > highest) {
            return self;
        }
        for limit in self.lower.iter_mut().filter(|it| **it < lowest) {
            *limit = f64::NAN;
        }
        for limit in self.upper.iter_mut().filter(|it| **it > highest) {
            *limit = f64::NAN;
        }
        self
    }
}

/// Why there is no chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoChart {
    /// The baseline has fewer than three points, or fewer than two pairs of neighbours: the spread
    /// between neighbours is what the limits rest on, and one moving range says nothing of a spread.
    TooFew,
    /// No events in the baseline, or nothing but events: the limits would have no width.
    NoVariation,
}

/// What a process will do about a target if nothing is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assurance {
    /// The limits are on the good side of the target.
    WillPass,
    /// The limits are on the bad side of the target.
    WillFail,
    /// The target is between the limits: it will be met at times, by chance.
    HitAndMiss,
}

/// The first 24 points of at least 30, else all.
pub fn standard_baseline(count: usize) -> Baseline {
    let end = if count >= 30 { 24 } else { count };
    Baseline { start: 0, end }
}

/// What the newest limits say of a target in the unit of the chart; on the target is met.
///
/// Source: NHS England, Making Data Count: the assurance icons.
pub fn assurance(chart: &ControlChart, target: f64, higher_is_better: bool) -> Assurance {
    let is_point = |place: &usize| chart.points[*place].is_some();
    let Some(newest) = (0..chart.points.len()).rev().find(is_point) else {
        return Assurance::HitAndMiss;
    };
    let limits = Interval {
        lower: chart.lower[newest],
        upper: chart.upper[newest],
    };
    let (passes, fails) = if higher_is_better {
        (limits.lower >= target, limits.is_wholly_below(target))
    } else {
        (limits.upper <= target, limits.is_wholly_above(target))
    };
    match (passes, fails) {
        (true, _) => Assurance::WillPass,
        (_, true) => Assurance::WillFail,
        _ => Assurance::HitAndMiss,
    }
}

/// The points, and the distances between neighbours, that a baseline must have.
const FEWEST_POINTS: usize = 3;
pub(super) const FEWEST_RANGES: usize = 2;
/// With fewer points in the baseline the limits are trial limits.
pub(super) const FEWEST_BEYOND_TRIAL: usize = 13;

/// The baseline inside the list, and its points, where they are enough.
pub(super) fn based<T: Copy>(
    points: &[Option<T>],
    baseline: Baseline,
) -> Result<(Baseline, &[Option<T>]), NoChart> {
    let end = baseline.end.min(points.len());
    let start = baseline.start.min(end);
    let based = &points[start..end];
    let count = based.iter().flatten().count();
    let pairs = based
        .windows(2)
        .filter(|pair| pair[0].is_some() && pair[1].is_some())
        .count();
    if count < FEWEST_POINTS || pairs < FEWEST_RANGES {
        return Err(NoChart::TooFew);
    }
    Ok((Baseline { start, end }, based))
}

/// The distances between neighbours; a gap has none.
pub(super) fn moving_ranges(values: &[Option<f64>]) -> Vec<f64> {
    let pair = |pair: &[Option<f64>]| Some((pair[1]? - pair[0]?).abs());
    values.windows(2).filter_map(pair).collect()
}
