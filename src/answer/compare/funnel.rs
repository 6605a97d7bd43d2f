//! The limits of a funnel around the benchmark of a comparison, where verdicts change.

use super::{Compare, CompareRow};
use crate::model::{Indicator, Kind};
use crate::stats::{Confidence, Interval, SampleKind, funnel_limits};

/// The limits at one denominator, in the unit of the indicator.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FunnelLimits {
    /// The denominator.
    pub size: f64,
    /// Where the verdict changes at 95 %.
    pub near: Interval,
    /// Where it changes at 99.8 %.
    pub far: Interval,
}

/// Denominators at which the curves are sampled.
const SAMPLES: usize = 64;

/// The limits from small denominators to the largest of those compared, or none where nothing was
/// held against a benchmark. Adjusted limits are as far out as the spread among areas asks for:
/// p₀ ± z√(s² + τ²), and never nearer than those of chance alone, as the adjusted verdict; plain ones are
/// those of chance alone.
///
/// Source: Spiegelhalter, Statistics in Medicine 24 (2005) 1185–1202.
pub fn funnel(indicator: &Indicator, compare: &Compare, is_adjusted: bool) -> Vec<FunnelLimits> {
    let Some(benchmark) = compare.benchmark.as_ref().ok() else {
        return Vec::new();
    };
    let judged = compare.rows.iter().filter_map(|row| row.judged);
    let held = judged.filter(|judged| judged.against.is_some());
    let largest = held.map(|judged| judged.sample.size()).fold(0.0, f64::max);
    if largest <= 0.0 {
        return Vec::new();
    }
    let around = Around {
        indicator,
        value: benchmark.value,
        tau_squared: tau_squared(compare, is_adjusted),
    };
    // Closer together where the curves bend.
    let size = |step: usize| largest * (step as f64 / SAMPLES as f64).powi(2);
    (1..=SAMPLES).map(|step| around.at(size(step))).collect()
}

/// What an area is held against, in the unit of the indicator, and the limits around it at the area's own
/// denominator; none of an area that is held against nothing.
pub fn funnel_of(
    indicator: &Indicator,
    compare: &Compare,
    row: &CompareRow,
    is_adjusted: bool,
) -> Option<(f64, FunnelLimits)> {
    let judged = row.judged?;
    let value = judged.against?.benchmark;
    let around = Around {
        indicator,
        value,
        tau_squared: tau_squared(compare, is_adjusted),
    };
    Some((value, around.at(judged.sample.size())))
}

/// How far areas differ beyond chance, where limits allow for it.
fn tau_squared(compare: &Compare, is_adjusted: bool) -> f64 {
    let spread = compare.spread.filter(|_| is_adjusted);
    spread.map_or(0.0, |spread| spread.tau_squared)
}

/// What limits are drawn around.
struct Around<'a> {
    indicator: &'a Indicator,
    /// In the unit of the indicator.
    value: f64,
    tau_squared: f64,
}

impl Around<'_> {
    fn at(&self, size: f64) -> FunnelLimits {
        FunnelLimits {
            size,
            near: self.limits(size, Confidence::NinetyFive),
            far: self.limits(size, Confidence::NinetyNinePointEight),
        }
    }

    fn limits(&self, size: f64, confidence: Confidence) -> Interval {
        let unit = self.indicator.multiplier;
        let centre = self.value / unit;
        let kind = match self.indicator.kind {
            Kind::Rate => SampleKind::Rate,
            _ => SampleKind::Proportion,
        };
        let of_chance = funnel_limits(kind, centre, size, confidence);
        if self.tau_squared == 0.0 {
            return Interval {
                lower: of_chance.lower * unit,
                upper: of_chance.upper * unit,
            };
        }
        let (of_one, most) = match kind {
            SampleKind::Proportion => (centre * (1.0 - centre), 1.0),
            SampleKind::Rate => (centre, f64::INFINITY),
        };
        let half = confidence.z() * (of_one.max(0.0) / size + self.tau_squared).sqrt();
        Interval {
            lower: (centre - half).max(0.0).min(of_chance.lower) * unit,
            upper: (centre + half).min(most).max(of_chance.upper) * unit,
        }
    }
}
