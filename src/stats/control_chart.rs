//! Control charts: what a process does by itself, month by month. It must not know which direction
//! is better, nor what a period is: points are in order at equal steps, `None` where one is missing.

use super::level::Interval;
use super::order::mean;
use super::sample::{Sample, SampleKind};
use super::signals::{Judged, Signal, signals};

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
    /// The lower limits; not a number where a p′ chart has no point.
    pub lower: Vec<f64>,
    /// The upper limits; not a number where a p′ chart has no point.
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

/// Laney's p′ chart of proportions, or u′ chart of rates: p̄ ± 3σ_z√(p̄(1−p̄)/nᵢ), with p̄ pooled
/// over the baseline and σ_z = mean|Δz|/1.128 over its neighbours.
///
/// Source: D. B. Laney, Improved control charts for attributes, Quality Engineering 14 (2002)
/// 531–537; NHS England, Making Data Count, for the rules.
///
/// # Errors
/// A baseline with too few points, or without variation. Points of the other kind than the first
/// count as gaps.
pub fn laney_chart(points: &[Option<Sample>], baseline: Baseline) -> Result<ControlChart, NoChart> {
    let points: Vec<Option<(Sample, f64)>> = points
        .iter()
        .map(|point| point.map(|sample| (sample, 0.0)))
        .collect();
    laney_chart_against(&points, baseline)
}

/// Laney's chart of a series against the benchmark of the same month, so that a season both share
/// is no signal: what is expected is the month's benchmark plus the pooled difference over the
/// baseline, and the limits lie around it as in [`laney_chart`], which is the case of a constant.
///
/// Where what is expected is no possible value (below 0, or above 1 for a proportion), it is put at
/// the bound, the limits have no width, and the point is judged by no rule.
///
/// # Errors
/// As [`laney_chart`].
pub fn laney_chart_against(
    points: &[Option<(Sample, f64)>],
    baseline: Baseline,
) -> Result<ControlChart, NoChart> {
    let kind = points
        .iter()
        .flatten()
        .map(|(sample, _)| sample.kind())
        .next();
    let same = |point: &Option<(Sample, f64)>| {
        point.filter(|(sample, benchmark)| kind == Some(sample.kind()) && benchmark.is_finite())
    };
    let points: Vec<Option<(Sample, f64)>> = points.iter().map(same).collect();
    let (baseline, based) = based(&points, baseline)?;
    let pooled = pooled_difference(based)?;
    let expected: Vec<Option<Expected>> = points
        .iter()
        .map(|point| point.map(|(sample, benchmark)| Expected::of(&sample, benchmark + pooled)))
        .collect();
    let scores = expected[baseline.start..baseline.end]
        .iter()
        .map(|expected| expected.and_then(|expected| expected.score));
    let ranges = moving_ranges(&scores.collect::<Vec<Option<f64>>>());
    if ranges.len() < FEWEST_RANGES {
        return Err(NoChart::NoVariation);
    }
    let sigma_z = mean(&ranges) / RANGE_TO_SIGMA;
    let judged: Vec<Judged> = expected
        .iter()
        .map(|expected| expected.map_or(Judged::GAP, |expected| expected.judged(sigma_z)))
        .collect();
    let top = if kind == Some(SampleKind::Rate) {
        f64::INFINITY
    } else {
        1.0
    };
    let count = based.iter().flatten().count();
    Ok(ControlChart {
        kind: ChartKind::PPrime,
        centre: judged.iter().map(|point| point.centre).collect(),
        lower: judged
            .iter()
            .map(|point| clamped(point.centre - point.half, top))
            .collect(),
        upper: judged
            .iter()
            .map(|point| clamped(point.centre + point.half, top))
            .collect(),
        points: expected.iter().map(|it| it.map(|it| it.value)).collect(),
        mean: pooled,
        sigma_z: Some(sigma_z),
        screened: 0,
        is_trial: count < FEWEST_BEYOND_TRIAL,
        baseline,
        signals: signals(&judged),
    })
}

/// The chart of individual values and moving ranges: mean ± 2.66 mean(MR) over the baseline, moving
/// ranges of 3.267 mean(MR) and more left out once. Values that are not finite count as gaps.
///
/// Source: D. J. Wheeler, Understanding Variation (1993); NHS England, Making Data Count, for the
/// screening and the rules.
///
/// # Errors
/// A baseline with too few points.
pub fn xmr_chart(values: &[Option<f64>], baseline: Baseline) -> Result<ControlChart, NoChart> {
    let points: Vec<Option<f64>> = values
        .iter()
        .map(|value| value.filter(|value| value.is_finite()))
        .collect();
    let (baseline, based) = based(&points, baseline)?;
    let present: Vec<f64> = based.iter().flatten().copied().collect();
    let centre = mean(&present);
    let ranges = moving_ranges(based);
    let kept = screened(&ranges);
    let half = 2.66 * mean(&kept);
    let judge = |value: &Option<f64>| Judged {
        value: *value,
        centre,
        half,
    };
    let judged: Vec<Judged> = points.iter().map(judge).collect();
    Ok(ControlChart {
        kind: ChartKind::Xmr,
        centre: vec![centre; points.len()],
        lower: vec![centre - half; points.len()],
        upper: vec![centre + half; points.len()],
        mean: centre,
        sigma_z: None,
        screened: ranges.len() - kept.len(),
        is_trial: present.len() < FEWEST_BEYOND_TRIAL,
        baseline,
        signals: signals(&judged),
        points,
    })
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

const FEWEST_POINTS: usize = 3;
const FEWEST_RANGES: usize = 2;
const FEWEST_BEYOND_TRIAL: usize = 13;
/// The mean range of two values of a normal distribution, in its standard deviations.
const RANGE_TO_SIGMA: f64 = 1.128;

/// What a point is and what it was expected to be.
#[derive(Clone, Copy)]
struct Expected {
    value: f64,
    centre: f64,
    error: f64,
    /// The distance in standard errors; none where there is no error.
    score: Option<f64>,
}

impl Expected {
    fn of(sample: &Sample, expected: f64) -> Expected {
        let top = match sample.kind() {
            SampleKind::Proportion => 1.0,
            SampleKind::Rate => f64::INFINITY,
        };
        let centre = clamped(expected, top);
        let error = sample.variance_at(centre).sqrt();
        let score = (sample.estimate() - centre) / error;
        Expected {
            value: sample.estimate(),
            centre,
            error,
            score: (error > 0.0 && score.is_finite()).then_some(score),
        }
    }

    fn judged(self, sigma_z: f64) -> Judged {
        Judged {
            value: self.score.map(|_| self.value),
            centre: self.centre,
            half: 3.0 * sigma_z * self.error,
        }
    }
}

/// A number inside 0 to a top; what is no number stays none.
fn clamped(value: f64, top: f64) -> f64 {
    if value > top {
        top
    } else if value < 0.0 {
        0.0
    } else {
        value
    }
}

/// The baseline inside the list, and its points, where they are enough.
fn based<T: Copy>(
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

/// (Σx − Σnb)/Σn over the points: with benchmarks of zero the pooled estimate.
fn pooled_difference(points: &[Option<(Sample, f64)>]) -> Result<f64, NoChart> {
    let (mut events, mut size, mut expected) = (0.0, 0.0, 0.0);
    let mut has_other = false;
    for (sample, benchmark) in points.iter().flatten() {
        events += sample.events();
        size += sample.size();
        expected += benchmark * sample.size();
        has_other |= sample.kind() == SampleKind::Proportion && sample.events() < sample.size();
        has_other |= sample.kind() == SampleKind::Rate;
    }
    let difference = (events - expected) / size;
    if events <= 0.0 || !has_other || !difference.is_finite() {
        return Err(NoChart::NoVariation);
    }
    Ok(difference)
}

/// The distances between neighbours; a gap has none.
fn moving_ranges(values: &[Option<f64>]) -> Vec<f64> {
    let pair = |pair: &[Option<f64>]| Some((pair[1]? - pair[0]?).abs());
    values.windows(2).filter_map(pair).collect()
}

/// The moving ranges without those of 3.267 times their mean and more.
fn screened(ranges: &[f64]) -> Vec<f64> {
    let limit = 3.267 * mean(ranges);
    let is_kept = |range: &&f64| **range < limit || limit <= 0.0;
    ranges.iter().filter(is_kept).copied().collect()
}
