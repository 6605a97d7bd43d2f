//! The straight line of least squares through two figures. It must not know what they are.

use super::correlation::{is_finite, moments};
use super::level::Interval;
use super::special::student_quantile;

/// A fitted line, and how sure it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// y per x.
    pub slope: f64,
    /// y where x is 0.
    pub intercept: f64,
    /// The 95 % interval of the slope.
    pub slope_interval: Interval,
    /// The standard deviation of the residuals, in the unit of y, with n − 2 degrees of freedom.
    pub residual_deviation: f64,
    /// The share of the variance of y that the line explains; 0 where y does not vary.
    pub r_squared: f64,
    /// The points that it rests on.
    pub count: usize,
    mean_x: f64,
    mean_y: f64,
    squares_of_x: f64,
    quantile: f64,
}

/// Why there is no line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoLine {
    /// There are only so many points; a line and its error take three.
    TooFew(usize),
    /// x does not vary.
    Constant,
    /// Something is not finite.
    NotFinite,
}

/// The line of least squares of y on x, for pairs (x, y).
///
/// Source: N. R. Draper and H. Smith, Applied Regression Analysis (3rd ed., 1998), chapter 1.
///
/// # Errors
/// Fewer than three points, a constant x, something not finite.
pub fn least_squares(points: &[(f64, f64)]) -> Result<Line, NoLine> {
    const FEWEST: usize = 3;
    if points.len() < FEWEST {
        return Err(NoLine::TooFew(points.len()));
    }
    if !is_finite(points) {
        return Err(NoLine::NotFinite);
    }
    let sums = moments(points);
    if sums.xx <= 0.0 {
        return Err(NoLine::Constant);
    }
    let slope = sums.xy / sums.xx;
    let residual = |(x, y): &(f64, f64)| (y - sums.mean_y) - slope * (x - sums.mean_x);
    let squares: f64 = points
        .iter()
        .map(|point| residual(point) * residual(point))
        .sum();
    let degrees = points.len() - 2;
    let residual_deviation = (squares / degrees as f64).sqrt();
    let quantile = student_quantile(degrees);
    let half = quantile * residual_deviation / sums.xx.sqrt();
    let explained = 1.0 - squares / sums.yy;
    if !slope.is_finite() || !half.is_finite() {
        return Err(NoLine::NotFinite);
    }
    Ok(Line {
        slope,
        intercept: sums.mean_y - slope * sums.mean_x,
        slope_interval: Interval {
            lower: slope - half,
            upper: slope + half,
        },
        residual_deviation,
        r_squared: if sums.yy > 0.0 {
            explained.max(0.0)
        } else {
            0.0
        },
        count: points.len(),
        mean_x: sums.mean_x,
        mean_y: sums.mean_y,
        squares_of_x: sums.xx,
        quantile,
    })
}

impl Line {
    /// The y of the line at an x.
    pub fn at(&self, x: f64) -> f64 {
        self.mean_y + self.slope * (x - self.mean_x)
    }

    /// The 95 % confidence band at an x: where the mean of y lies there, not a single point.
    pub fn band(&self, x: f64) -> Interval {
        let distance = x - self.mean_x;
        let variance = 1.0 / self.count as f64 + distance * distance / self.squares_of_x;
        let half = self.quantile * self.residual_deviation * variance.sqrt();
        Interval {
            lower: self.at(x) - half,
            upper: self.at(x) + half,
        }
    }
}
