//! How much single points turn a straight line. It must not know what the points are.

use super::correlation::moments;
use super::line::{NoLine, least_squares};

/// Cook's distance of each point from the line of least squares through pairs (x, y), in their order: how
/// far all fitted values move when the point is left out, e²/(2s²)·h/(1−h)². Infinite for a point without
/// which x would not vary; zeros where every point lies on the line.
///
/// Source: R. D. Cook, Detection of influential observation in linear regression, Technometrics 19 (1977)
/// 15–18.
///
/// # Errors
/// Fewer than three points, a constant x, something not finite.
pub fn cooks_distances(points: &[(f64, f64)]) -> Result<Vec<f64>, NoLine> {
    /// Nearer to 1 a leverage is 1, but for rounding.
    const ROUNDING: f64 = 1e-12;
    let line = least_squares(points)?;
    let sums = moments(points);
    let variance = line.residual_deviation * line.residual_deviation;
    let distance = |(x, y): &(f64, f64)| {
        let away = x - sums.mean_x;
        let leverage = 1.0 / points.len() as f64 + away * away / sums.xx;
        let residual = y - line.at(*x);
        if leverage > 1.0 - ROUNDING {
            return f64::INFINITY;
        }
        if variance <= 0.0 {
            return 0.0;
        }
        let rest = 1.0 - leverage;
        residual * residual / (2.0 * variance) * leverage / (rest * rest)
    };
    Ok(points.iter().map(distance).collect())
}
