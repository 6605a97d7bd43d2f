//! The line through the median slope, which a few odd points do not turn. It must not know what the
//! points are.

use super::correlation::is_finite;
use super::line::NoLine;
use super::order::{ascending, median};

/// A line by medians.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TheilSen {
    /// The median of the slopes of pairs, y per x.
    pub slope: f64,
    /// The median of y − slope·x.
    pub intercept: f64,
    /// True where every pair of points was looked at.
    pub is_complete: bool,
}

/// The median slope of all pairs of points (x, y) whose x differ.
///
/// All pairs of many points are too many: beyond 1,000 points (half a million pairs) the slopes are
/// those of Theil's incomplete method, each point of the lower half by x with the one as far into
/// the upper half.
///
/// Source: H. Theil, A rank-invariant method of linear and polynomial regression analysis,
/// Indagationes Mathematicae 12 (1950) 85–91; P. K. Sen, JASA 63 (1968) 1379–1389.
///
/// # Errors
/// Fewer than two points, a constant x, something not finite.
pub fn theil_sen(points: &[(f64, f64)]) -> Result<TheilSen, NoLine> {
    const FEWEST: usize = 2;
    const MOST_OF_ALL_PAIRS: usize = 1000;
    if points.len() < FEWEST {
        return Err(NoLine::TooFew(points.len()));
    }
    if !is_finite(points) {
        return Err(NoLine::NotFinite);
    }
    let is_complete = points.len() <= MOST_OF_ALL_PAIRS;
    let slopes = if is_complete {
        slopes_of_all(points)
    } else {
        slopes_of_halves(points)
    };
    let slope = median(slopes).ok_or(NoLine::Constant)?;
    let rests = points.iter().map(|(x, y)| y - slope * x).collect();
    match median(rests) {
        Some(intercept) if slope.is_finite() && intercept.is_finite() => Ok(TheilSen {
            slope,
            intercept,
            is_complete,
        }),
        _ => Err(NoLine::NotFinite),
    }
}

fn slopes_of_all(points: &[(f64, f64)]) -> Vec<f64> {
    let mut slopes = Vec::with_capacity(points.len() * (points.len() - 1) / 2);
    for (place, one) in points.iter().enumerate() {
        slopes.extend(
            points[..place]
                .iter()
                .filter_map(|other| slope(*other, *one)),
        );
    }
    slopes
}

fn slopes_of_halves(points: &[(f64, f64)]) -> Vec<f64> {
    // By y first, then by x, keeping that order among equals: the order in which the points come
    // changes nothing.
    let by_y = ordered(
        points,
        &points.iter().map(|point| point.1).collect::<Vec<f64>>(),
    );
    let by_x = ordered(
        &by_y,
        &by_y.iter().map(|point| point.0).collect::<Vec<f64>>(),
    );
    let (lower, upper) = by_x.split_at(by_x.len().div_ceil(2));
    let pairs = lower.iter().zip(upper);
    pairs
        .filter_map(|(one, other)| slope(*one, *other))
        .collect()
}

fn ordered(points: &[(f64, f64)], keys: &[f64]) -> Vec<(f64, f64)> {
    let places = ascending(keys);
    places.iter().map(|place| points[*place as usize]).collect()
}

/// The slope from one point to another, where their x differ.
fn slope(one: (f64, f64), other: (f64, f64)) -> Option<f64> {
    (one.0 != other.0).then(|| (other.1 - one.1) / (other.0 - one.0))
}
