//! More spread than chance alone gives, and the verdict that allows for it. It must not know which
//! direction is better.

use super::level::Confidence;
use super::order::ascending;
use super::sample::{Position, Sample};

/// How much more the units differ than chance alone would make them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Overdispersion {
    /// The mean of the squared winsorised z: 1 where chance explains all.
    pub phi: f64,
    /// The variance between units beyond chance, per one unit squared; 0 where chance explains all.
    pub tau_squared: f64,
    /// The units that it rests on.
    pub count: usize,
}

/// The overdispersion of units about their benchmarks, each with its own. A unit whose benchmark
/// has no variance (0, or 1 for a proportion) is left out; `None` where fewer than two remain, and
/// for a proportion among rates.
///
/// z = (p−p₀)/s with s² the variance at the benchmark, winsorised at 10 % on either side;
/// φ = mean z²; τ² = max(0, (Iφ − (I−1)) / (Σw − Σw²/Σw)) with w = 1/s².
///
/// Source: D. J. Spiegelhalter, Handling over-dispersion of performance indicators, Quality and
/// Safety in Health Care 14 (2005) 347–351.
pub fn overdispersion(units: &[(Sample, f64)]) -> Option<Overdispersion> {
    let kind = units.first()?.0.kind();
    let (mut scores, mut weights, mut squares) = (Vec::new(), 0.0, 0.0);
    for (sample, benchmark) in units {
        if sample.kind() != kind {
            return None;
        }
        let weight = 1.0 / sample.variance_at(*benchmark);
        if let Some(score) = adjusted_z(sample, *benchmark, 0.0)
            && weight.is_finite()
        {
            scores.push(score);
            weights += weight;
            squares += weight * weight;
        }
    }
    let count = scores.len();
    if count < 2 {
        return None;
    }
    winsorise(&mut scores);
    let total: f64 = scores.iter().map(|score| score * score).sum();
    let tau_squared = (total - (count as f64 - 1.0)) / (weights - squares / weights);
    let found = Overdispersion {
        phi: total / count as f64,
        tau_squared: tau_squared.max(0.0),
        count,
    };
    (tau_squared.is_finite() && found.phi.is_finite()).then_some(found)
}

/// How many standard errors a unit lies from its benchmark when units also differ by τ² beyond
/// chance; `None` where there is no variance at all.
///
/// Source: Spiegelhalter 2005, as above (the additive random effects).
pub fn adjusted_z(unit: &Sample, benchmark: f64, tau_squared: f64) -> Option<f64> {
    let variance = unit.variance_at(benchmark) + tau_squared;
    let z = (unit.estimate() - benchmark) / variance.sqrt();
    z.is_finite().then_some(z)
}

/// The verdict of a z, at the two levels.
pub fn adjusted_position(z: f64) -> Position {
    let (inner, outer) = (
        Confidence::NinetyFive.z(),
        Confidence::NinetyNinePointEight.z(),
    );
    match z {
        _ if z > outer => Position::Above998,
        _ if z > inner => Position::Above95,
        _ if z < -outer => Position::Below998,
        _ if z < -inner => Position::Below95,
        _ => Position::Within,
    }
}

/// How many of so many units chance alone would put outside a level, on both sides together.
pub fn expected_by_chance(count: usize, confidence: Confidence) -> f64 {
    count as f64 * 2.0 * confidence.tail()
}

/// The lowest tenth becomes the next value, and so does the highest; of fewer than ten, none does.
fn winsorise(scores: &mut [f64]) {
    let places = ascending(scores);
    let cut = places.len() / 10;
    let (low, high) = (
        scores[places[cut] as usize],
        scores[places[places.len() - 1 - cut] as usize],
    );
    for score in scores {
        *score = score.max(low).min(high);
    }
}
