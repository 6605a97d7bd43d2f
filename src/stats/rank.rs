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
/// Every pair is looked at once, from the highest down and without a root: 600 estimates are 180,000
/// comparisons.
///
/// Source: H. Goldstein and D. J. Spiegelhalter, League tables and their limitations, JRSS A 159
/// (1996) 385–443.
pub fn rank_ranges(estimates: &[(f64, Interval)], highest_first: bool) -> Vec<(u32, u32)> {
    let values: Vec<f64> = estimates.iter().map(|estimate| estimate.0).collect();
    let mut places = ascending(&values);
    places.reverse();
    let contender = |place: &u32| Contender::of(estimates[*place as usize]);
    let mut contenders: Vec<Contender> = places.iter().map(contender).collect();
    let mut rest = &mut contenders[..];
    while let Some((higher, lower_ones)) = rest.split_first_mut() {
        for lower in lower_ones.iter_mut() {
            let between = higher.value - lower.value;
            let is_apart = between * between > higher.square_below + lower.square_above;
            higher.apart_below += u32::from(is_apart);
            lower.apart_above += u32::from(is_apart);
        }
        rest = lower_ones;
    }
    let count = estimates.len() as u32;
    let mut ranges = vec![(1, count); estimates.len()];
    for (place, contender) in places.iter().zip(&contenders) {
        let (better, worse) = if highest_first {
            (contender.apart_above, contender.apart_below)
        } else {
            (contender.apart_below, contender.apart_above)
        };
        ranges[*place as usize] = (1 + better, count - worse);
    }
    ranges
}

/// An estimate, and how many are told apart from it.
struct Contender {
    value: f64,
    square_below: f64,
    square_above: f64,
    apart_above: u32,
    apart_below: u32,
}

impl Contender {
    fn of(estimate: (f64, Interval)) -> Contender {
        Contender {
            value: estimate.0,
            square_below: square_below(estimate),
            square_above: square_above(estimate),
            apart_above: 0,
            apart_below: 0,
        }
    }
}
