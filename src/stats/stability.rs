//! Whether what limits rest on was steady itself. It must not know what the points are.

use super::control_chart::ControlChart;
use super::order::median;

/// Why a baseline is no steady ground for limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsteady {
    /// More than a quarter of its points are signals.
    Signals {
        /// So many.
        signals: usize,
        /// Of so many points.
        points: usize,
    },
    /// It crosses its median too seldom.
    Runs {
        /// How often it crosses.
        crossings: usize,
        /// The longest stretch on one side, in points.
        longest: usize,
        /// Points that are not on the median.
        points: usize,
    },
}

/// Whether the baseline of a chart is steady; none where it is, as far as can be told.
///
/// Limits describe a process that was in control while they were drawn: where many points of the
/// baseline are signals, or the values do not scatter about its median as independent ones do, they say
/// little about later points.
///
/// Source: D. C. Montgomery, Introduction to Statistical Quality Control (8th ed., 2019), section 5.3 (phase
/// I); NHS England, Making Data Count. The test of runs: J. Anhøj and A. V. Olesen, Run charts revisited,
/// PLoS ONE 9 (2014) e113825, by crossings, at 1 % since it is asked of every series, from ten points on.
pub fn unsteady_baseline(chart: &ControlChart) -> Option<Unsteady> {
    let range = chart.baseline.start..chart.baseline.end;
    let signals = chart.signals.get(range.clone())?;
    let values: Vec<f64> = chart.points.get(range)?.iter().flatten().copied().collect();
    let (points, signals) = (
        values.len(),
        signals.iter().filter(|it| !it.is_empty()).count(),
    );
    if signals * 4 > points {
        return Some(Unsteady::Signals { signals, points });
    }
    let middle = median(values.clone())?;
    let sides = values.iter().filter(|value| **value != middle);
    let sides: Vec<bool> = sides.map(|value| *value > middle).collect();
    let runs = sides.chunk_by(|one, next| one == next);
    let lengths: Vec<usize> = runs.map(<[bool]>::len).collect();
    let longest = lengths.iter().copied().max()?;
    let crossings = lengths.len() - 1;
    let is_off = sides.len() >= FEWEST_TESTED && crossings < fewest_crossings(sides.len());
    is_off.then_some(Unsteady::Runs {
        crossings,
        longest,
        points: sides.len(),
    })
}

/// Over fewer points chance crosses as seldom as it likes.
const FEWEST_TESTED: usize = 10;

/// The fewest crossings that chance makes of so many points: the lower 1 % point of a binomial distribution
/// of n − 1 trials with a chance of one half.
pub fn fewest_crossings(points: usize) -> usize {
    const TAIL: f64 = 0.01;
    let trials = points.saturating_sub(1);
    let mut probability = 0.5f64.powi(i32::try_from(trials).unwrap_or(i32::MAX));
    let mut sum = probability;
    let mut crossings = 0;
    while sum < TAIL && crossings < trials {
        probability *= (trials - crossings) as f64 / (crossings + 1) as f64;
        crossings += 1;
        sum += probability;
    }
    crossings
}
