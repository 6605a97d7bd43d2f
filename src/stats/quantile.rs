//! Quantiles, the five numbers of a distribution, groups of equal count, the median absolute
//! deviation. It must not know what is distributed; values are numbers, and the missing are left out
//! before.

use super::order::{median, sorted};

/// The five numbers that a box plot draws, in the unit of the values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FiveNumbers {
    /// The lowest value.
    pub minimum: f64,
    /// A quarter lies below.
    pub lower_quartile: f64,
    /// Half lies below.
    pub median: f64,
    /// A quarter lies above.
    pub upper_quartile: f64,
    /// The highest value.
    pub maximum: f64,
}

/// The type-7 quantile of values sorted from the lowest: the value at place (n−1)p, between two
/// values in proportion. `None` for no values and for a probability outside 0 to 1.
///
/// Source: R. J. Hyndman and Y. Fan, Sample quantiles in statistical packages, American
/// Statistician 50 (1996) 361–365.
pub fn quantile(sorted: &[f64], probability: f64) -> Option<f64> {
    if !(0.0..=1.0).contains(&probability) {
        return None;
    }
    let place = sorted.len().checked_sub(1)? as f64 * probability;
    between(sorted, place as usize, place.fract())
}

/// The five numbers of values in any order; `None` for no values. Quartiles are of type 7.
pub fn five_numbers(values: &[f64]) -> Option<FiveNumbers> {
    let sorted = sorted(values);
    Some(FiveNumbers {
        minimum: quantile(&sorted, 0.0)?,
        lower_quartile: quantile(&sorted, 0.25)?,
        median: quantile(&sorted, 0.5)?,
        upper_quartile: quantile(&sorted, 0.75)?,
        maximum: quantile(&sorted, 1.0)?,
    })
}

/// The group of each value, from 0 for the lowest: so many groups with type-7 quantiles as their
/// bounds, a value on a bound in the lower group. Equal values are never split, so that groups may
/// differ in count and some may be empty.
pub fn quantile_groups(values: &[f64], count: usize) -> Vec<usize> {
    let sorted = sorted(values);
    let last = sorted.len().saturating_sub(1);
    let mut bounds = Vec::new();
    for group in 1..count {
        // In whole numbers: a bound that is a value must be exactly that value.
        let (whole, rest) = (last * group / count, last * group % count);
        bounds.extend(between(&sorted, whole, rest as f64 / count as f64));
    }
    let group = |value: &f64| bounds.iter().filter(|bound| *value > **bound).count();
    values.iter().map(group).collect()
}

/// The median distance from the median, in the unit of the values; `None` for no values.
///
/// Source: F. R. Hampel, The influence curve and its role in robust estimation, JASA 69 (1974)
/// 383–393; without the factor for normal distributions.
pub fn median_absolute_deviation(values: &[f64]) -> Option<f64> {
    let middle = median(values.to_vec())?;
    median(values.iter().map(|value| (value - middle).abs()).collect())
}

/// The value so far between a place and the next.
fn between(sorted: &[f64], place: usize, share: f64) -> Option<f64> {
    let lower = *sorted.get(place)?;
    let upper = sorted.get(place + 1).copied().unwrap_or(lower);
    Some(lower + share * (upper - lower))
}
