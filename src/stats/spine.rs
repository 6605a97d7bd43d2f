//! The places of areas on one spine. It must not know of verdicts.

/// How far each value lies from the benchmark on a scale on which the farther of the best and the
/// worst value is 1 or −1: s·(v−b)/max(|best−b|, |worst−b|), in the order of the values. The sign
/// of polarity is 1 where higher is better (or nothing is), −1 where lower is.
///
/// `None` for fewer than four values, for equal ones, and where something is not finite.
///
/// Source: the spine chart of OHID Fingertips, with one scale for both sides instead of two, so
/// that equal distances look equal.
pub fn spine(values: &[f64], benchmark: f64, polarity_sign: f64) -> Option<Vec<f64>> {
    const FEWEST: usize = 4;
    let lowest = values
        .iter()
        .fold(f64::INFINITY, |lowest, value| lowest.min(*value));
    let highest = values
        .iter()
        .fold(f64::NEG_INFINITY, |highest, value| highest.max(*value));
    let scale = (highest - benchmark).abs().max((lowest - benchmark).abs());
    let is_finite = values.iter().all(|value| value.is_finite()) && benchmark.is_finite();
    if values.len() < FEWEST || lowest == highest || !is_finite || !scale.is_finite() {
        return None;
    }
    let place = |value: &f64| polarity_sign * (value - benchmark) / scale;
    Some(values.iter().map(place).collect())
}
