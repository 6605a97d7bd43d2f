//! The confidence interval of a proportion. It must not know of benchmarks.

use super::level::{Confidence, Interval};

/// Wilson's score interval of a proportion, inside 0 to 1: its lower end is exactly 0 for no
/// events, its upper end exactly 1 where every trial is one.
///
/// The domain is that of a proportion's sample: trials above zero, events from zero to the trials.
/// The lower end is taken from the product of the two roots, p²·n/(n+z²), where subtracting would
/// lose the digits of a small one.
///
/// Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference,
/// JASA 22 (1927) 209–212.
pub fn wilson_interval(events: f64, trials: f64, confidence: Confidence) -> Interval {
    let z = confidence.z();
    let estimate = events / trials;
    let rest = (trials - events) / trials;
    let whole = trials + z * z;
    let half = z * (estimate * rest * trials + z * z / 4.0).sqrt() / whole;
    let share = trials / whole;
    let upper = estimate * share + z * z / whole / 2.0 + half;
    let lower = estimate * estimate * share / upper;
    let upper = if rest > 0.0 { upper.min(1.0) } else { 1.0 };
    // The lower end closes in on the estimate as trials grow; rounding must not take it past.
    Interval {
        lower: lower.min(estimate),
        upper,
    }
}
