//! Two estimates: their difference, and whether they can be told apart. It must not know what is
//! compared.

use super::level::{Confidence, Interval};
use super::sample::Sample;

/// The confidence interval of one estimate less the other; `None` for a proportion and a rate.
///
/// Source: for proportions method 10 of R. G. Newcombe, Interval estimation for the difference
/// between independent proportions, Statistics in Medicine 17 (1998) 873–890; the same with exact ends
/// of rare events, and for rates with Poisson intervals, G. Y. Zou and A. Donner, Statistics in Medicine 27 (2008) 1693–1702.
pub fn difference(one: &Sample, other: &Sample, confidence: Confidence) -> Option<Interval> {
    (one.kind() == other.kind()).then(|| {
        difference_of(
            (one.estimate(), one.interval(confidence)),
            (other.estimate(), other.interval(confidence)),
        )
    })
}

/// The interval of a difference from the two estimates and their intervals, which are of one level
/// and in one unit: (p₁−p₂) − √((p₁−l₁)²+(u₂−p₂)²) to (p₁−p₂) + √((u₁−p₁)²+(p₂−l₂)²).
pub fn difference_of(one: (f64, Interval), other: (f64, Interval)) -> Interval {
    let between = one.0 - other.0;
    Interval {
        lower: between - (square_below(one) + square_above(other)).sqrt(),
        upper: between + (square_above(one) + square_below(other)).sqrt(),
    }
}

/// True where the interval of the difference does not hold 0. Equal estimates are never told apart.
pub fn are_told_apart(one: (f64, Interval), other: (f64, Interval)) -> bool {
    let (higher, lower) = if one.0 >= other.0 {
        (one, other)
    } else {
        (other, one)
    };
    let between = higher.0 - lower.0;
    between * between > square_below(higher) + square_above(lower)
}

/// The square of the distance from an estimate down to the lower end of its interval.
pub(super) fn square_below((estimate, interval): (f64, Interval)) -> f64 {
    let distance = estimate - interval.lower;
    distance * distance
}

/// The square of the distance from an estimate up to the upper end of its interval.
pub(super) fn square_above((estimate, interval): (f64, Interval)) -> f64 {
    let distance = interval.upper - estimate;
    distance * distance
}
