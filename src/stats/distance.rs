//! How far apart objects are in several measures at once. It must not know what is measured.

use super::order::mean;

/// How far each object lies from the one at `own`: the Euclidean distance of their measures, each in
/// standard deviations over all objects, so that no measure counts for more than another because of
/// its unit. A measure that does not vary counts for nothing. In the order of the objects; empty
/// where there is no object at `own` or a measure is not finite.
///
/// Source: B. S. Everitt, S. Landau, M. Leese and D. Stahl, Cluster Analysis, 5th edition, 2011,
/// chapter 3 (measures of proximity, standardisation).
pub fn standardised_distances<const MEASURES: usize>(
    objects: &[[f64; MEASURES]],
    own: usize,
) -> Vec<f64> {
    let Some(from) = objects.get(own) else {
        return Vec::new();
    };
    if !objects.iter().flatten().all(|value| value.is_finite()) {
        return Vec::new();
    }
    let deviations: [f64; MEASURES] = std::array::from_fn(|at| {
        let values: Vec<f64> = objects.iter().map(|object| object[at]).collect();
        standard_deviation(&values)
    });
    let distance = |object: &[f64; MEASURES]| {
        let parts = (0..MEASURES).filter(|at| deviations[*at] > 0.0);
        let squares = parts.map(|at| ((object[at] - from[at]) / deviations[at]).powi(2));
        squares.sum::<f64>().sqrt()
    };
    objects.iter().map(distance).collect()
}

/// The standard deviation with n − 1; 0 for fewer than two values.
fn standard_deviation(values: &[f64]) -> f64 {
    if values.len() < 2 {
        return 0.0;
    }
    let centre = mean(values);
    let squares: f64 = values.iter().map(|value| (value - centre).powi(2)).sum();
    (squares / (values.len() - 1) as f64).sqrt()
}
