//! The limits of a funnel plot: where, for each size, the verdict changes. It must not know of the
//! plot.

use super::exact::is_past;
use super::level::{Confidence, Interval};
use super::proportion::first_of_wilson;
use super::rate::{FIRST_OF_BYAR, byar_lower, byar_upper};
use super::sample::SampleKind;
use super::special::{boundary, gamma_lower, gamma_upper};

/// The estimates from lowest to highest that chance explains, for samples of one size (trials or
/// exposure, above zero) whose true value is the benchmark.
///
/// For a proportion: p₀ ± z√(p₀(1−p₀)/n), inside 0 to 1, and where events are that rare, or trials without
/// one are, the exact count. For a rate: the lowest and the highest
/// count whose own interval still holds the benchmark. So the dot in the funnel and the bar of
/// the interval say the same of every whole count. (Byar's interval of ten is wider than the exact
/// one of a little less than ten, so that of counts in between the dot says less than the bar.) A
/// benchmark that no estimate can have is its own two limits.
///
/// Source: D. J. Spiegelhalter, Funnel plots for comparing institutional performance, Statistics
/// in Medicine 24 (2005) 1185–1202.
pub fn funnel_limits(
    kind: SampleKind,
    benchmark: f64,
    size: f64,
    confidence: Confidence,
) -> Interval {
    match kind {
        SampleKind::Proportion => proportion_limits(benchmark, size, confidence),
        SampleKind::Rate => count_limits(benchmark * size, confidence).divided_by(size),
    }
}

fn proportion_limits(benchmark: f64, trials: f64, confidence: Confidence) -> Interval {
    let score = score_limits(benchmark, trials, confidence.z());
    if !(benchmark > 0.0 && benchmark < 1.0) {
        return score;
    }
    let first = first_of_wilson(trials);
    // The most that rare events of such a chance can be, where the score test lets them be but rare.
    let rare = |chance: f64, share: f64| {
        if share * trials >= first {
            return share;
        }
        // Short of the first by more than rounding: that is outside by the score test.
        let is_past = |count: f64| is_past(count, trials, chance, confidence);
        boundary(0.0, first * (1.0 - 1e-9), &is_past).0 / trials
    };
    Interval {
        lower: score
            .lower
            .min(1.0 - rare(1.0 - benchmark, 1.0 - score.lower)),
        upper: score.upper.max(rare(benchmark, score.upper)),
    }
}

/// The limits by the score test alone.
pub(super) fn score_limits(benchmark: f64, trials: f64, z: f64) -> Interval {
    let variance = (benchmark * (1.0 - benchmark)).max(0.0) / trials;
    let half = z * variance.sqrt();
    Interval {
        lower: (benchmark - half).max(benchmark.min(0.0)),
        upper: (benchmark + half).min(benchmark.max(1.0)),
    }
}

/// The lowest and the highest count whose Poisson interval holds an expected count.
fn count_limits(expected: f64, confidence: Confidence) -> Interval {
    if expected <= 0.0 || !expected.is_finite() {
        return Interval {
            lower: expected,
            upper: expected,
        };
    }
    Interval {
        lower: lowest_count(expected, confidence),
        upper: highest_count(expected, confidence),
    }
}

fn highest_count(expected: f64, confidence: Confidence) -> f64 {
    let (z, tail) = (confidence.z(), confidence.tail());
    if byar_lower(FIRST_OF_BYAR, z) <= expected {
        let is_past = |count: f64| byar_lower(count, z) > expected;
        let mut high = 2.0 * FIRST_OF_BYAR;
        while !is_past(high) && high.is_finite() {
            high *= 2.0;
        }
        return boundary(FIRST_OF_BYAR, high, &is_past).0;
    }
    // The exact lower end is above what is expected where so many or more are too improbable.
    let is_past = |count: f64| gamma_lower(count, expected) < tail;
    boundary(0.0, FIRST_OF_BYAR, &is_past).0
}

fn lowest_count(expected: f64, confidence: Confidence) -> f64 {
    let (z, tail) = (confidence.z(), confidence.tail());
    // The exact upper end reaches what is expected where so many or fewer are probable enough.
    let holds = |count: f64| gamma_upper(count + 1.0, expected) >= tail;
    if holds(0.0) {
        return 0.0;
    }
    if holds(FIRST_OF_BYAR) {
        return boundary(0.0, FIRST_OF_BYAR, &holds).1;
    }
    if byar_upper(FIRST_OF_BYAR, z) >= expected {
        return FIRST_OF_BYAR;
    }
    boundary(FIRST_OF_BYAR, expected, &|count| {
        byar_upper(count, z) >= expected
    })
    .1
}
