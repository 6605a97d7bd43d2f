//! The confidence interval of a proportion. It must not know of benchmarks.

use super::exact::exact_lower;
use super::level::{Confidence, Interval};

/// From so many events of so many trials on, or from so many trials without one, Wilson's end is taken:
/// from five, or from one trial in twenty.
pub(super) fn first_of_wilson(trials: f64) -> f64 {
    (trials / 20.0).min(5.0)
}

/// The confidence interval of a proportion: Wilson's, with the exact lower end where events are rare
/// (fewer than five, and fewer than one in twenty), and the exact upper end where trials without one are.
/// Wilson's is much too sure there: its lower end for a single event, which one area in forty should reach,
/// nearly one in five does.
///
/// The domain is that of [`wilson_interval`].
///
/// Source: L. D. Brown, T. T. Cai and A. DasGupta, Interval estimation for a binomial proportion,
/// Statistical Science 16 (2001) 101–133, 4.1.1, who mend the same ends of as few events; here by those of
/// C. J. Clopper and E. S. Pearson, Biometrika 26 (1934) 404–413.
pub fn proportion_interval(events: f64, trials: f64, confidence: Confidence) -> Interval {
    let wilson = wilson_interval(events, trials, confidence);
    let end = |count: f64| match count < first_of_wilson(trials) {
        true => exact_lower(count, trials, confidence),
        false => 1.0,
    };
    Interval {
        lower: wilson.lower.min(end(events)),
        upper: wilson.upper.max(1.0 - end(trials - events)),
    }
}

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
