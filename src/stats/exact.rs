//! The exact probability of a count as far out as this one, or farther, and the share at which it is that
//! of one tail. It must not know what is judged by them.

use super::level::Confidence;
use super::sample::{Sample, SampleKind};
use super::special::{ln_gamma, solve_tail};
use std::f64::consts::TAU;

/// The probability, were the benchmark the true value, of so many events or fewer (where there are
/// fewer than expected) or of so many or more (where there are more): one tail of the binomial
/// distribution for a proportion, of the Poisson distribution for a rate.
///
/// Score limits are too narrow where the denominator is small and the benchmark near 0 or 1: a
/// hundred small areas then raise more alarms than the level says. This does not.
///
/// Source: C. J. Clopper and E. S. Pearson, Biometrika 26 (1934) 404–413; F. Garwood, Biometrika 28
/// (1936) 437–442.
pub fn exact_tail(sample: &Sample, benchmark: f64) -> f64 {
    let (events, size) = (sample.events(), sample.size());
    let mean = size * benchmark;
    let most = match sample.kind() {
        SampleKind::Proportion => size,
        SampleKind::Rate => f64::INFINITY,
    };
    let is_certain = benchmark <= 0.0 || (most.is_finite() && benchmark >= 1.0);
    if is_certain || !mean.is_finite() {
        // Where only one count is possible, every other has no probability.
        return if events == mean { 1.0 } else { 0.0 };
    }
    let odds = match sample.kind() {
        SampleKind::Proportion => benchmark / (1.0 - benchmark),
        SampleKind::Rate => mean,
    };
    // The ratio of the probability of one event more to that of so many.
    let ratio = |events: f64| match sample.kind() {
        SampleKind::Proportion => (size - events) / (events + 1.0) * odds,
        SampleKind::Rate => odds / (events + 1.0),
    };
    let mut term = log_probability(sample, benchmark).exp();
    let (mut at, mut sum) = (events, term);
    while term > sum * 1e-17 {
        if events < mean {
            at -= 1.0;
            if at < 0.0 {
                break;
            }
            term /= ratio(at);
        } else {
            if at >= most {
                break;
            }
            term *= ratio(at);
            at += 1.0;
        }
        sum += term;
    }
    sum.min(1.0)
}

/// The probability of so many events or more of so many trials, each an event with this probability;
/// counts need not be whole. For more events than expected: the regularised incomplete beta function
/// I(x, n − x + 1), by its series, which is short there.
fn upper_tail(events: f64, trials: f64, chance: f64) -> f64 {
    if chance <= 0.0 || chance >= 1.0 {
        return f64::from(chance >= 1.0);
    }
    let (mut term, mut sum) = (1.0, 1.0);
    for place in 1..1000 {
        let more = f64::from(place);
        term *= (trials + more) / (events + more) * chance;
        sum += term;
        if term < sum * 1e-17 {
            break;
        }
    }
    (log_binomial(events, trials, chance).exp() * (1.0 - chance) * sum).min(1.0)
}

/// True where so many events or more are too improbable to be explained by chance at a level.
pub(super) fn is_past(events: f64, trials: f64, chance: f64, confidence: Confidence) -> bool {
    upper_tail(events, trials, chance) < least_tail(confidence)
}

/// The probability of a tail; what just has it is inside, whatever the last digits: one of one at a
/// chance of .001, none of three at .9.
fn least_tail(confidence: Confidence) -> f64 {
    confidence.tail() * (1.0 - 1e-12)
}

/// The share of which so many events or more, of so many trials, have the probability of one tail: the
/// lower end of the exact interval; 0 for no events.
///
/// Source: C. J. Clopper and E. S. Pearson, Biometrika 26 (1934) 404–413.
pub(super) fn exact_lower(events: f64, trials: f64, confidence: Confidence) -> f64 {
    if events <= 0.0 {
        return 0.0;
    }
    // I(x, n−x+1) < (n+1)ˣpˣ/Γ(x+1): this start is never above the solution, from where Newton's steps
    // come up to it without passing it.
    let start = (confidence.tail().ln() + ln_gamma(events + 1.0)) / events - trials.ln_1p();
    solve_tail(start, least_tail(confidence), &|chance| {
        let density = log_binomial(events, trials, chance).exp() * events / chance;
        (upper_tail(events, trials, chance), density)
    })
}

/// The logarithm of the probability of exactly so many events, as a distance from the mean: large
/// factorials would cancel each other and take the digits with them.
///
/// Source: C. Loader, Fast and accurate computation of binomial probabilities (2000).
fn log_probability(sample: &Sample, benchmark: f64) -> f64 {
    let (events, size) = (sample.events(), sample.size());
    let mean = size * benchmark;
    match sample.kind() {
        SampleKind::Proportion => log_binomial(events, size, benchmark),
        SampleKind::Rate if events == 0.0 => -mean,
        SampleKind::Rate => {
            -stirling_error(events) - deviance(events, mean) - 0.5 * (TAU * events).ln()
        }
    }
}

/// The same for a proportion.
fn log_binomial(events: f64, trials: f64, chance: f64) -> f64 {
    let rest = trials - events;
    if events == 0.0 {
        return trials * (-chance).ln_1p();
    }
    if rest == 0.0 {
        return trials * chance.ln();
    }
    let errors = stirling_error(trials) - stirling_error(events) - stirling_error(rest);
    let distance = deviance(events, trials * chance) + deviance(rest, trials * (1.0 - chance));
    errors - distance + 0.5 * (trials / (TAU * events * rest)).ln()
}

/// What Stirling's formula leaves of the logarithm of a factorial.
fn stirling_error(number: f64) -> f64 {
    if number < 16.0 {
        let formula = (number + 0.5) * number.ln() - number + 0.5 * TAU.ln();
        return ln_gamma(number + 1.0) - formula;
    }
    let square = number * number;
    (1.0 / 12.0 - (1.0 / 360.0 - (1.0 / 1260.0 - 1.0 / 1680.0 / square) / square) / square) / number
}

/// x·ln(x/m) + m − x, by its series where x is near m.
fn deviance(count: f64, mean: f64) -> f64 {
    let (gap, sum) = (count - mean, count + mean);
    if gap.abs() >= 0.1 * sum {
        return count * (count / mean).ln() - gap;
    }
    let ratio = gap / sum;
    let mut total = gap * ratio;
    let mut power = 2.0 * count * ratio;
    let mut order = 1.0;
    loop {
        power *= ratio * ratio;
        order += 2.0;
        let next = total + power / order;
        if next == total || next.is_nan() {
            return total;
        }
        total = next;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(sample: Sample, benchmark: f64, expected: f64) {
        let found = exact_tail(&sample, benchmark);
        assert!((found / expected - 1.0).abs() < 1e-9, "{found} {expected}");
    }

    #[test]
    fn small_counts_by_hand() {
        let proportion = |events, trials| Sample::proportion(events, trials).unwrap();
        check(proportion(0.0, 3.0), 0.5, 0.125);
        check(proportion(3.0, 3.0), 0.5, 0.125);
        check(proportion(1.0, 4.0), 0.5, 5.0 / 16.0);
        check(proportion(9.0, 10.0), 0.5, 11.0 / 1024.0);
        let rate = |events| Sample::rate(events, 2.0).unwrap();
        check(rate(0.0), 1.5, (-3f64).exp());
        check(rate(1.0), 1.5, 4.0 * (-3f64).exp());
        let below = 8.5 * (-3f64).exp();
        check(rate(3.0), 1.5, 1.0 - below);
    }

    #[test]
    fn a_certain_benchmark_allows_one_count() {
        let all = Sample::proportion(5.0, 5.0).unwrap();
        let most = Sample::proportion(4.0, 5.0).unwrap();
        assert_eq!((exact_tail(&all, 1.0), exact_tail(&most, 1.0)), (1.0, 0.0));
        assert_eq!(exact_tail(&most, 0.0), 0.0);
    }
}
