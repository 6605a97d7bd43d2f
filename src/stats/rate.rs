//! The confidence interval of a count of events. It must not know of exposures or benchmarks.

use super::level::{Confidence, Interval};
use super::special::{gamma_density, gamma_lower, gamma_upper, ln_gamma, solve_tail};

/// From this count on, Byar's approximation stands in for the exact interval.
pub(super) const FIRST_OF_BYAR: f64 = 10.0;

/// The confidence interval of the mean of a Poisson count: exact below ten events, Byar's
/// approximation from ten on. Counts that are not whole are taken as they are; none may be
/// negative.
///
/// Source: N. E. Breslow and N. E. Day, Statistical methods in cancer research II (IARC, 1987),
/// 69–71; the exact interval is F. Garwood, Biometrika 28 (1936) 437–442.
pub fn poisson_interval(events: f64, confidence: Confidence) -> Interval {
    if events >= FIRST_OF_BYAR {
        return Interval {
            lower: byar_lower(events, confidence.z()),
            upper: byar_upper(events, confidence.z()),
        };
    }
    Interval {
        lower: exact_lower(events, confidence).min(events),
        upper: exact_upper(events, confidence).max(events),
    }
}

/// Byar's lower end: x(1 − 1/9x − z/3√x)³.
pub(super) fn byar_lower(events: f64, z: f64) -> f64 {
    let root = 1.0 - 1.0 / (9.0 * events) - z / (3.0 * events.sqrt());
    events * root * root * root
}

/// Byar's upper end: the same of x + 1, with z the other way.
pub(super) fn byar_upper(events: f64, z: f64) -> f64 {
    byar_lower(events + 1.0, -z)
}

/// The mean of which so many events or more have the probability of one tail: half the χ² quantile
/// of 2x degrees.
fn exact_lower(events: f64, confidence: Confidence) -> f64 {
    if events <= 0.0 {
        return 0.0;
    }
    // P(a, m) < mᵃ/Γ(a+1): this start is never above the solution, from where Newton's steps come
    // up to it without passing it.
    let start = (confidence.tail().ln() + ln_gamma(events + 1.0)) / events;
    let byar = byar_lower(events, confidence.z()).max(0.0).ln();
    let tail = |mean: f64| (gamma_lower(events, mean), gamma_density(events, mean));
    solve_tail(start.max(byar), confidence.tail(), &tail)
}

/// The mean of which so many events or fewer have the probability of one tail: half the χ² quantile
/// of 2x + 2 degrees.
fn exact_upper(events: f64, confidence: Confidence) -> f64 {
    let shape = events + 1.0;
    let start = byar_upper(events, confidence.z()).ln();
    let tail = |mean: f64| (gamma_upper(shape, mean), -gamma_density(shape, mean));
    solve_tail(start, confidence.tail(), &tail)
}
