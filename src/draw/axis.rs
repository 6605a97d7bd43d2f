//! Ticks: round numbers on a value axis, few of them, and how they are written. It must not
//! know where the axis stands.

use crate::figure::{Axis, Benchmark, Mark};
use crate::model::fixed_text;

/// The most grid lines that a drawing has.
pub(super) const MOST_TICKS: usize = 6;

/// A value axis: its range, and round values inside it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Ticks {
    /// The lower end, in the unit of the axis.
    pub low: f64,
    /// The upper end; always above `low`.
    pub high: f64,
    /// Round values, rising.
    pub values: Vec<f64>,
    /// How many decimals tell them apart.
    pub decimals: usize,
}

/// The lowest and the highest of all finite values, intervals and the benchmark.
pub(super) fn extent<'a>(
    marks: impl Iterator<Item = &'a Mark>,
    benchmark: Option<&Benchmark>,
) -> Option<(f64, f64)> {
    extent_within(marks, benchmark, None)
}

/// The same, intervals within a reach only; values stand in it whole.
pub(super) fn extent_within<'a>(
    marks: impl Iterator<Item = &'a Mark>,
    benchmark: Option<&Benchmark>,
    reach: Option<(f64, f64)>,
) -> Option<(f64, f64)> {
    let (least, most) = reach.unwrap_or((f64::NEG_INFINITY, f64::INFINITY));
    let mut values: Vec<f64> = Vec::new();
    for mark in marks.filter(|mark| mark.value.is_finite()) {
        values.push(mark.value);
        if let Some((low, high)) = mark.interval {
            values.extend([low, high].map(|end| end.max(least).min(most)));
        }
    }
    values.extend(benchmark.map(|benchmark| benchmark.value));
    extent_of(&values)
}

/// The lowest and the highest of all finite values.
pub(super) fn extent_of(values: &[f64]) -> Option<(f64, f64)> {
    let mut extent: Option<(f64, f64)> = None;
    for value in values.iter().copied().filter_map(tame) {
        let (low, high) = extent.unwrap_or((value, value));
        extent = Some((low.min(value), high.max(value)));
    }
    extent
}

/// A finite value, held to what arithmetic on an axis can bear.
pub(super) fn tame(value: f64) -> Option<f64> {
    value.is_finite().then(|| value.clamp(-1e300, 1e300))
}

/// An axis that holds `low` to `high`, opened to the next round values on both sides.
pub(super) fn open_ticks(low: f64, high: f64, axis: &Axis, most: usize) -> Ticks {
    let (low, high) = spread(low, high, axis);
    let step = step(low, high, most);
    let (first, last) = ((low / step).floor(), (high / step).ceil());
    let within = |value: f64| hold(value, axis, low, high);
    let (low, high) = (within(first * step).min(low), within(last * step).max(high));
    ticks_between(low, high, step)
}

/// An axis from exactly `low` to `high`, opened at the top where the next round value is near.
pub(super) fn close_ticks(low: f64, high: f64, axis: &Axis, most: usize) -> Ticks {
    let (low, high) = spread(low, high, axis);
    let step = step(low, high, most);
    let next = hold((high / step).ceil() * step, axis, low, high).max(high);
    let high = if next - high <= 0.08 * (high - low) {
        next
    } else {
        high
    };
    ticks_between(low, high, step)
}

/// Keeps an opened end within what the values can be, but never inside the data.
fn hold(value: f64, axis: &Axis, low: f64, high: f64) -> f64 {
    let floor = axis.floor.unwrap_or(f64::NEG_INFINITY).min(low);
    let ceiling = axis.ceiling.unwrap_or(f64::INFINITY).max(high);
    value.max(floor).min(ceiling)
}

/// Two ends with room between them, even where all values are equal.
fn spread(low: f64, high: f64, axis: &Axis) -> (f64, f64) {
    let magnitude = low.abs().max(high.abs());
    if high - low > magnitude * 1e-9 && high - low > 1e-290 {
        return (low, high);
    }
    let pad = if magnitude > 1e-280 {
        magnitude * 0.1
    } else {
        1.0
    };
    let low_open = axis
        .floor
        .unwrap_or(f64::NEG_INFINITY)
        .min(low)
        .max(low - pad);
    let high_open = axis
        .ceiling
        .unwrap_or(f64::INFINITY)
        .max(high)
        .min(high + pad);
    if high_open > low_open {
        (low_open, high_open)
    } else {
        (low - pad, high + pad)
    }
}

/// The smallest of 1, 2, 2.5 and 5 times a power of ten that needs at most `most` lines.
fn step(low: f64, high: f64, most: usize) -> f64 {
    let most = most.clamp(2, MOST_TICKS);
    let rough = (high - low) / (most - 1) as f64;
    let power = 10f64.powf(rough.log10().floor());
    for multiple in [1.0, 2.0, 2.5, 5.0, 10.0] {
        let step = multiple * power;
        let lines = (high / step).ceil() - (low / step).floor() + 1.0;
        if lines <= most as f64 || multiple == 10.0 {
            return step;
        }
    }
    rough
}

fn ticks_between(low: f64, high: f64, step: f64) -> Ticks {
    let slack = step * 1e-6;
    let first = ((low - slack) / step).ceil();
    let mut values = Vec::new();
    for index in 0..=2 * MOST_TICKS {
        let value = (first + index as f64) * step;
        if value > high + slack || value.is_nan() {
            break;
        }
        values.push(if value == 0.0 { 0.0 } else { value });
    }
    values.truncate(MOST_TICKS);
    Ticks {
        low,
        high,
        values,
        decimals: decimals(step),
    }
}

fn decimals(step: f64) -> usize {
    let mut scaled = step;
    for decimals in 0..9 {
        if (scaled - scaled.round()).abs() < 1e-6 * scaled.abs() {
            return decimals;
        }
        scaled *= 10.0;
    }
    9
}

/// A tick as people read it: thousands set off by commas, a real minus sign.
pub(super) fn tick_text(value: f64, decimals: usize) -> String {
    let size = value.abs();
    if size >= 1e13 {
        let sign = if value < 0.0 { "−" } else { "" };
        return format!("{sign}{}", power_text(size));
    }
    let digits = fixed_text(size, decimals);
    let whole = digits.split('.').next().unwrap_or("");
    let mut text = String::new();
    if value < 0.0 && digits.bytes().any(|digit| (b'1'..=b'9').contains(&digit)) {
        text.push('−');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text.push_str(&digits[whole.len()..]);
    text
}

/// A large number with two digits and its power of ten: 2.5e14.
fn power_text(size: f64) -> String {
    let mut power = fixed_text(size, 0).len() as i32 - 1;
    // What rounds up to ten belongs to the next power.
    if size / 10f64.powi(power) >= 9.95 {
        power += 1;
    }
    format!("{}e{power}", fixed_text(size / 10f64.powi(power), 1))
}

/// Whether a unit is a sign that stands at its number (`%`), not a word.
pub(super) fn is_sign(unit: &str) -> bool {
    matches!(unit, "%" | "‰" | "％" | "°")
}

/// The unit where it is a word; empty where it is a sign, which stands at a number of the axis.
pub(super) fn unit_in_words(axis: &Axis) -> &str {
    if is_sign(&axis.unit) { "" } else { &axis.unit }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_few() {
        let check = |low: f64, high: f64, axis: Axis, expected: &[f64]| {
            assert_eq!(open_ticks(low, high, &axis, 6).values, expected);
        };
        check(
            62.8,
            99.0,
            Axis::percent(),
            &[60.0, 70.0, 80.0, 90.0, 100.0],
        );
        check(0.0, 7.1, Axis::from_zero("人"), &[0.0, 2.0, 4.0, 6.0, 8.0]);
        check(-3.0, 4.0, Axis::default(), &[-4.0, -2.0, 0.0, 2.0, 4.0]);
        check(
            100.0,
            100.0,
            Axis::percent(),
            &[90.0, 92.0, 94.0, 96.0, 98.0, 100.0],
        );
        check(
            1203.0,
            4875.0,
            Axis::from_zero("户"),
            &[1000.0, 2000.0, 3000.0, 4000.0, 5000.0],
        );
    }

    #[test]
    fn no_range_breaks_the_axis() {
        let ends = [
            0.0,
            1e-300,
            -1e-300,
            0.1,
            1.0,
            -7.0,
            1e15,
            1e300,
            -1e300,
            99.999_999_999_9,
        ];
        for axis in [Axis::default(), Axis::percent(), Axis::from_zero("")] {
            for low in ends {
                for high in ends.into_iter().filter(|high| *high >= low) {
                    for ticks in [
                        open_ticks(low, high, &axis, 6),
                        close_ticks(low, high, &axis, 3),
                    ] {
                        assert!(ticks.low < ticks.high, "{low} {high} {ticks:?}");
                        assert!(
                            ticks.low <= low && ticks.high >= high,
                            "{low} {high} {ticks:?}"
                        );
                        assert!(ticks.values.len() <= MOST_TICKS, "{low} {high} {ticks:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn ticks_read_well() {
        let check = |value: f64, decimals: usize, expected: &str| {
            assert_eq!(tick_text(value, decimals), expected);
        };
        check(1234567.0, 0, "1,234,567");
        check(-2.5, 1, "−2.5");
        check(-0.0, 1, "0.0");
        check(100.0, 0, "100");
        check(2e14, 0, "2.0e14");
        check(-2.5e13, 0, "−2.5e13");
        check(9.975e15, 0, "1.0e16");
        check(1e300, 0, "1.0e300");
    }
}
