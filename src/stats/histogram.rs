//! Bins for a histogram: how wide, from where, by which rule. It must not know what is counted.

use super::order::{mean, sorted};
use super::quantile::quantile;

/// By which rule a width was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinRule {
    /// 2 · IQR · n^(−1/3).
    FreedmanDiaconis,
    /// 3.49 · s · n^(−1/3), where the middle half of the values are all equal.
    Scott,
    /// The rule asked for more bins than a histogram shows.
    Most,
}

/// Bins of one width, side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Bins {
    /// The rule.
    pub rule: BinRule,
    /// The width that the rule gives, before it is made round; in the unit of the values.
    pub rule_width: f64,
    /// The width of each bin: 1, 2, 2.5 or 5 times a power of ten; of whole numbers itself whole.
    pub width: f64,
    /// Where the first bin begins. Bins of whole numbers begin half-way between two, so that none of
    /// them lies on an edge.
    pub start: f64,
    /// How many values each bin holds: its lower edge belongs to it, its upper one to the next; the
    /// last has both.
    pub counts: Vec<usize>,
    /// True where the values are whole numbers.
    pub is_whole: bool,
}

/// Why there are no bins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoBins {
    /// So many values, fewer than ten: each is seen on its own.
    TooFew(usize),
    /// All values are the same.
    Constant,
    /// Something is not finite, or too far from the rest for bins that can be told apart.
    NotFinite,
}

/// Fewer values than this are not binned.
pub const FEWEST_BINNED: usize = 10;
/// A histogram has no more bins than this.
const MOST_BINS: f64 = 60.0;

/// The width of the bins of a histogram of `values`, and the rule that gives it.
///
/// Sources: D. Freedman and P. Diaconis, On the histogram as a density estimator: L2 theory,
/// Zeitschrift für Wahrscheinlichkeitstheorie 57 (1981) 453–476; where the quartiles are equal, D. W.
/// Scott, On optimal and data-based histograms, Biometrika 66 (1979) 605–610, with the deviation s of
/// n − 1 degrees of freedom.
///
/// # Errors
/// Fewer than ten values, all equal, something not finite.
pub fn bin_width(values: &[f64]) -> Result<(BinRule, f64), NoBins> {
    if values.len() < FEWEST_BINNED {
        return Err(NoBins::TooFew(values.len()));
    }
    if !values.iter().all(|value| value.is_finite()) {
        return Err(NoBins::NotFinite);
    }
    let sorted = sorted(values);
    let at = |probability| quantile(&sorted, probability).unwrap_or(f64::NAN);
    if at(0.0) == at(1.0) {
        return Err(NoBins::Constant);
    }
    let root = (values.len() as f64).cbrt();
    let spread = at(0.75) - at(0.25);
    let (rule, width) = match spread > 0.0 {
        true => (BinRule::FreedmanDiaconis, 2.0 * spread / root),
        false => (BinRule::Scott, 3.49 * deviation(values) / root),
    };
    match width.is_finite() && width > 0.0 {
        true => Ok((rule, width)),
        false => Err(NoBins::NotFinite),
    }
}

/// Bins for a histogram: the width by [`bin_width`], made round, with edges at multiples of it.
///
/// # Errors
/// As [`bin_width`].
pub fn bins(values: &[f64]) -> Result<Bins, NoBins> {
    let (rule, rule_width) = bin_width(values)?;
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let is_whole = values.iter().all(|value| value.fract() == 0.0);
    let most = (high - low) / (MOST_BINS - 2.0);
    let rule = if rule_width < most {
        BinRule::Most
    } else {
        rule
    };
    let mut width = match rule == BinRule::Most {
        true => round_up(most),
        false => round_near(rule_width),
    };
    if is_whole {
        // 2.5 parts no whole numbers evenly; beyond it every round width is whole.
        width = if width < 1.5 { 1.0 } else { width };
        width = if width == 2.5 { 2.0 } else { width };
    }
    let shift = if is_whole { 0.5 } else { 0.0 };
    let first = ((low + shift) / width + SLACK).floor();
    let place = |value: f64| ((value + shift) / width + SLACK).floor() - first;
    let mut count = place(high) + 1.0;
    // A highest value that is the edge itself belongs to the bin below it.
    let is_edge = (high - (first + count - 1.0) * width + shift).abs() <= width * SLACK;
    if is_edge && !is_whole && count > 1.0 {
        count -= 1.0;
    }
    // Beyond 2^53 neighbours can no longer be told apart, and nothing that is counted lies there.
    if !(first.abs() < 9e15 && (1.0..=2.0 * MOST_BINS).contains(&count)) {
        return Err(NoBins::NotFinite);
    }
    let mut counts = vec![0; count as usize];
    let last = counts.len() - 1;
    for value in values {
        counts[(place(*value).max(0.0) as usize).min(last)] += 1;
    }
    Ok(Bins {
        rule,
        rule_width,
        width,
        start: first * width - shift,
        counts,
        is_whole,
    })
}

impl Bins {
    /// The ends of a bin, in the unit of the values.
    pub fn ends(&self, at: usize) -> (f64, f64) {
        let end = |at: usize| self.start + self.width * at as f64;
        (end(at), end(at + 1))
    }
}

/// What is this near to an edge, in widths, lies on it: 0.3 is no multiple of 0.1 in binary.
const SLACK: f64 = 1e-9;

fn deviation(values: &[f64]) -> f64 {
    let mean = mean(values);
    let squares: f64 = values.iter().map(|it| (it - mean) * (it - mean)).sum();
    (squares / (values.len() as f64 - 1.0)).sqrt()
}

/// The round width that is nearest in proportion.
fn round_near(width: f64) -> f64 {
    let apart = |round: &f64| (round / width).ln().abs();
    let mut nearest = f64::NAN;
    for round in round_widths(width) {
        if nearest.is_nan() || apart(&round) < apart(&nearest) {
            nearest = round;
        }
    }
    nearest
}

/// The smallest round width that is no less.
fn round_up(width: f64) -> f64 {
    let mut found = round_widths(width).into_iter();
    found.find(|round| *round >= width).unwrap_or(width)
}

fn round_widths(width: f64) -> [f64; 5] {
    let power = 10f64.powf(width.log10().floor());
    [1.0, 2.0, 2.5, 5.0, 10.0].map(|multiple| multiple * power)
}
