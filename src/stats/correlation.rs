//! How closely two figures go together. It must not know what they are, and says nothing of causes.

use super::level::{Confidence, Interval};
use super::order::{ascending, mean};

/// A coefficient of correlation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Correlation {
    /// From −1 to 1.
    pub coefficient: f64,
    /// Its 95 % interval.
    pub interval: Interval,
    /// The pairs that it rests on.
    pub count: usize,
}

impl Correlation {
    /// Which way the two go together, as far as the interval tells: −1, 1, or 0 where it holds 0.
    pub fn sign(&self) -> i8 {
        match (self.interval.lower > 0.0, self.interval.upper < 0.0) {
            (true, _) => 1,
            (_, true) => -1,
            _ => 0,
        }
    }
}

/// Why there is no correlation to speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoCorrelation {
    /// There are only so many pairs; an interval takes four.
    TooFew(usize),
    /// One of the two does not vary.
    Constant,
    /// Something is not finite.
    NotFinite,
}

/// Pearson's product-moment correlation, with Fisher's interval: tanh(artanh r ± z/√(n−3)).
///
/// Source: R. A. Fisher, On the probable error of a coefficient of correlation, Metron 1 (1921)
/// 3–32.
///
/// # Errors
/// Fewer than four pairs, a constant, something not finite.
pub fn pearson(pairs: &[(f64, f64)]) -> Result<Correlation, NoCorrelation> {
    let coefficient = coefficient(pairs)?;
    Ok(with_interval(coefficient, 1.0, pairs.len()))
}

/// Spearman's rank correlation: Pearson's of the ranks, equals at the mean of theirs; its interval
/// by artanh ρ ± z√((1+ρ²/2)/(n−3)).
///
/// Source: D. G. Bonett and T. A. Wright, Sample size requirements for estimating Pearson, Kendall
/// and Spearman correlations, Psychometrika 65 (2000) 23–28.
///
/// # Errors
/// Fewer than four pairs, a constant, something not finite.
pub fn spearman(pairs: &[(f64, f64)]) -> Result<Correlation, NoCorrelation> {
    if !is_finite(pairs) {
        return Err(NoCorrelation::NotFinite);
    }
    let first = middle_ranks(&pairs.iter().map(|pair| pair.0).collect::<Vec<f64>>());
    let second = middle_ranks(&pairs.iter().map(|pair| pair.1).collect::<Vec<f64>>());
    let ranks: Vec<(f64, f64)> = first.into_iter().zip(second).collect();
    let coefficient = coefficient(&ranks)?;
    let factor = 1.0 + coefficient * coefficient / 2.0;
    Ok(with_interval(coefficient, factor, pairs.len()))
}

/// The sums of squares and products about the means, and the means.
pub(super) struct Moments {
    pub mean_x: f64,
    pub mean_y: f64,
    pub xx: f64,
    pub xy: f64,
    pub yy: f64,
}

/// Sums in two passes, so that large values with small differences keep their digits.
pub(super) fn moments(pairs: &[(f64, f64)]) -> Moments {
    let mut sums = Moments {
        mean_x: mean(&pairs.iter().map(|pair| pair.0).collect::<Vec<f64>>()),
        mean_y: mean(&pairs.iter().map(|pair| pair.1).collect::<Vec<f64>>()),
        xx: 0.0,
        xy: 0.0,
        yy: 0.0,
    };
    for (x, y) in pairs {
        let (x, y) = (x - sums.mean_x, y - sums.mean_y);
        sums.xx += x * x;
        sums.xy += x * y;
        sums.yy += y * y;
    }
    sums
}

/// True where every number of every pair is finite.
pub(super) fn is_finite(pairs: &[(f64, f64)]) -> bool {
    pairs.iter().all(|(x, y)| x.is_finite() && y.is_finite())
}

fn coefficient(pairs: &[(f64, f64)]) -> Result<f64, NoCorrelation> {
    const FEWEST: usize = 4;
    if pairs.len() < FEWEST {
        return Err(NoCorrelation::TooFew(pairs.len()));
    }
    if !is_finite(pairs) {
        return Err(NoCorrelation::NotFinite);
    }
    let sums = moments(pairs);
    if sums.xx <= 0.0 || sums.yy <= 0.0 {
        return Err(NoCorrelation::Constant);
    }
    // In this form a perfect line has a coefficient of exactly 1, and no product overflows.
    let coefficient = sums.xy / sums.xx * (sums.xx / sums.yy).sqrt();
    if !coefficient.is_finite() {
        return Err(NoCorrelation::NotFinite);
    }
    Ok(coefficient.clamp(-1.0, 1.0))
}

/// The interval on Fisher's scale, where a coefficient has the variance factor/(n−3).
fn with_interval(coefficient: f64, factor: f64, count: usize) -> Correlation {
    let middle = ((1.0 + coefficient) / (1.0 - coefficient)).ln() / 2.0;
    let half = Confidence::NinetyFive.z() * (factor / (count as f64 - 3.0)).sqrt();
    // tanh, from the exponential function that is in the program anyway.
    let back = |scaled: f64| 1.0 - 2.0 / ((2.0 * scaled).exp() + 1.0);
    Correlation {
        coefficient,
        interval: Interval {
            lower: back(middle - half),
            upper: back(middle + half),
        },
        count,
    }
}

/// Ranks from 1, equals at the mean of theirs.
fn middle_ranks(values: &[f64]) -> Vec<f64> {
    let places = ascending(values);
    let mut ranks = vec![0.0; values.len()];
    let mut start = 0;
    while start < places.len() {
        let value = values[places[start] as usize];
        let mut end = start + 1;
        while end < places.len() && values[places[end] as usize] == value {
            end += 1;
        }
        for place in &places[start..end] {
            ranks[*place as usize] = (start + end + 1) as f64 / 2.0;
        }
        start = end;
    }
    ranks
}
