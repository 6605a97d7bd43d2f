//! Laney's control chart of proportions and of rates, which allows for more spread between months
//! than chance alone gives. It must not know which direction is better.

use super::control_chart::{
    Baseline, ChartKind, ControlChart, FEWEST_BEYOND_TRIAL, FEWEST_RANGES, NoChart, based,
    moving_ranges,
};
use super::level::Interval;
use super::order::mean;
use super::sample::{Sample, SampleKind};
use super::signals::{Judged, signals};

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
/// the bound, the limits have no width, and the point is judged by no rule. A point whose benchmark
/// is not finite counts as a gap.
///
/// # Errors
/// As [`laney_chart`].
pub fn laney_chart_against(
    points: &[Option<(Sample, f64)>],
    baseline: Baseline,
) -> Result<ControlChart, NoChart> {
    let points = of_one_kind(points);
    let (baseline, based) = based(&points, baseline)?;
    let pooled = pooled_difference(based)?;
    let expect = |(sample, benchmark): (Sample, f64)| Expected::of(&sample, benchmark + pooled);
    let expected: Vec<Option<Expected>> = points.iter().map(|point| point.map(expect)).collect();
    let sigma_z = sigma_z(&expected[baseline.start..baseline.end])?;
    let limits: Vec<Interval> = expected
        .iter()
        .map(|point| point.map_or(NO_LIMITS, |point| point.limits(sigma_z)))
        .collect();
    let judged: Vec<Judged> = expected
        .iter()
        .map(|point| point.map_or(Judged::GAP, |point| point.judged(sigma_z)))
        .collect();
    Ok(ControlChart {
        kind: ChartKind::PPrime,
        centre: judged.iter().map(|point| point.centre).collect(),
        lower: limits.iter().map(|limits| limits.lower).collect(),
        upper: limits.iter().map(|limits| limits.upper).collect(),
        points: expected.iter().map(|it| it.map(|it| it.value)).collect(),
        mean: pooled,
        sigma_z: Some(sigma_z),
        screened: 0,
        is_trial: based.iter().flatten().count() < FEWEST_BEYOND_TRIAL,
        baseline,
        signals: signals(&judged),
    })
}

/// The mean range of two values of a normal distribution, in its standard deviations.
const RANGE_TO_SIGMA: f64 = 1.128;

/// The limits of a point that is not there.
const NO_LIMITS: Interval = Interval {
    lower: f64::NAN,
    upper: f64::NAN,
};

/// What a point is and what it was expected to be.
#[derive(Clone, Copy)]
struct Expected {
    value: f64,
    centre: f64,
    /// The highest value that there can be.
    top: f64,
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
        let centre = expected.clamp(0.0, top);
        let error = sample.variance_at(centre).sqrt();
        let score = (sample.estimate() - centre) / error;
        Expected {
            value: sample.estimate(),
            centre,
            top,
            error,
            score: (error > 0.0 && score.is_finite()).then_some(score),
        }
    }

    fn limits(self, sigma_z: f64) -> Interval {
        let half = 3.0 * sigma_z * self.error;
        Interval {
            lower: (self.centre - half).clamp(0.0, self.top),
            upper: (self.centre + half).clamp(0.0, self.top),
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

/// The points of the kind of the first, with a benchmark to judge them by; the others are gaps.
fn of_one_kind(points: &[Option<(Sample, f64)>]) -> Vec<Option<(Sample, f64)>> {
    let kind = points
        .iter()
        .flatten()
        .next()
        .map(|(sample, _)| sample.kind());
    let is_kept =
        |(sample, benchmark): &(Sample, f64)| kind == Some(sample.kind()) && benchmark.is_finite();
    points.iter().map(|point| point.filter(is_kept)).collect()
}

/// How much wider the neighbours of a baseline lie apart than chance alone would have them.
fn sigma_z(expected: &[Option<Expected>]) -> Result<f64, NoChart> {
    let scores: Vec<Option<f64>> = expected
        .iter()
        .map(|expected| expected.and_then(|expected| expected.score))
        .collect();
    let ranges = moving_ranges(&scores);
    if ranges.len() < FEWEST_RANGES {
        return Err(NoChart::NoVariation);
    }
    Ok(mean(&ranges) / RANGE_TO_SIGMA)
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
