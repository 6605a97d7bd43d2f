//! Ranks, and how far they can be trusted. It must not know what is ranked; what is missing is not
//! given to it.

use super::difference::{square_above, square_below};
use super::level::Interval;
use super::order::ascending;

/// Competition ranks, in the order of the values: equals share the better rank and the next ones
/// are skipped (1, 2, 2, 4). Of what is no number the rank is after all numbers.
pub fn competition_ranks(values: &[f64], highest_first: bool) -> Vec<u32> {
    let sign = if highest_first { -1.0 } else { 1.0 };
    let keys: Vec<f64> = values.iter().map(|value| sign * value).collect();
    let mut ranks = vec![0; keys.len()];
    let (mut rank, mut previous) = (0, f64::NAN);
    for (before, place) in ascending(&keys).into_iter().enumerate() {
        let key = keys[place as usize];
        let is_equal = key == previous || (before > 0 && key.is_nan() && previous.is_nan());
        if !is_equal {
            rank = before as u32 + 1;
        }
        ranks[place as usize] = rank;
        previous = key;
    }
    ranks
}

/// The range of ranks that each estimate could have: 1 + the number that are told apart from it and
/// better, to the number of all − those told apart and worse. Told apart is what
/// [`are_told_apart`](super::are_told_apart) says of the two estimates and their intervals.
///
/// Every pair is looked at once, without a root: 600 estimates are 180,000 comparisons.
///
/// Source: H. Goldstein and D. J. Spiegelhalter, League tables and their limitations, JRSS A 159
/// (1996) 385–443.
pub fn rank_ranges(estimates: &[(f64, Interval)], highest_first: bool) -> Vec<(u32, u32)> {
    let count = estimates.len() as u32;
    let below: Vec<f64> = estimates.iter().map(|one| square_below(*one)).collect();
    let above: Vec<f64> = estimates.iter().map(|one| square_above(*one)).collect();
    let mut ranges = vec![(1, count); estimates.len()];
    for one in 0..estimates.len() {
        for other in 0..one {
            let is_higher = estimates[one].0 >= estimates[other].0;
            let (higher, lower) = if is_higher {
                (one, other)
            } else {
                (other, one)
            };
            let between = estimates[higher].0 - estimates[lower].0;
            if between * between > below[higher] + above[lower] {
                let (better, worse) = if highest_first {
                    (higher, lower)
                } else {
                    (lower, higher)
                };
                ranges[worse].0 += 1;
                ranges[better].1 -= 1;
            }
        }
    }
    ranges
}
