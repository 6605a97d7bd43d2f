//! The yearly trend of one figure. It must not know which direction is better, nor which years are
//! valid.

use super::level::Confidence;
use super::sample::{Sample, SampleKind};

/// Whether a series has really risen or fallen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct YearlyTrend {
    /// χ² for trend, one degree of freedom.
    pub chi_squared: f64,
    /// The change of the estimate per year: least squares, weighted by trials or exposure.
    pub slope: f64,
    /// The direction that can be stated.
    pub direction: Direction,
}

/// The direction of a trend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Up, p < 0.002, whichever single year is left out.
    Rising,
    /// Down, p < 0.002, whichever single year is left out.
    Falling,
    /// Neither can be stated.
    None,
}

/// Why there is no trend to speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoTrend {
    /// There are only so many years, of the five it takes.
    TooFew(usize),
    /// The years are not in order at equal steps.
    UnequalSpacing,
    /// There are no events at all, or nothing but events: nothing varies.
    PooledAtBound,
    /// Proportions and rates in one series.
    MixedKinds,
}

/// The trend of the last five points, given in the order of their years.
///
/// A direction is stated where χ² for trend has p < 0.002 and the slopes with each one year left
/// out all have one sign, so that no single year makes the trend.
///
/// Source: P. Armitage, Tests for linear trends in proportions and frequencies, Biometrics 11
/// (1955) 375–386; for rates the same with Poisson variance, Breslow and Day 1987, 96; the rule is
/// that of OHID Fingertips.
///
/// # Errors
/// Fewer than five points, unequal steps, one kind mixed with the other, a series without variance.
pub fn yearly_trend(points: &[(i32, Sample)]) -> Result<YearlyTrend, NoTrend> {
    const LENGTH: usize = 5;
    let Some(first) = points.len().checked_sub(LENGTH) else {
        return Err(NoTrend::TooFew(points.len()));
    };
    let points = &points[first..];
    let step = step(points).ok_or(NoTrend::UnequalSpacing)?;
    let samples: Vec<Sample> = points.iter().map(|(_, sample)| *sample).collect();
    let pooled = Sample::pooled(&samples).ok_or(NoTrend::MixedKinds)?;
    let variance = match pooled.kind() {
        SampleKind::Proportion => {
            pooled.estimate() * (pooled.size() - pooled.events()) / pooled.size()
        }
        SampleKind::Rate => pooled.estimate(),
    };
    let (rise, spread) = moments(&samples, None);
    let chi_squared = rise * rise / (variance * spread);
    if variance <= 0.0 || !chi_squared.is_finite() {
        return Err(NoTrend::PooledAtBound);
    }
    Ok(YearlyTrend {
        chi_squared,
        slope: rise / spread / step,
        direction: direction(&samples, chi_squared),
    })
}

/// The years between neighbours, where they are the same and above zero.
fn step(points: &[(i32, Sample)]) -> Option<f64> {
    let between = |pair: &[(i32, Sample)]| f64::from(pair[1].0) - f64::from(pair[0].0);
    let step = points.windows(2).map(between).next()?;
    let is_equal = points.windows(2).all(|pair| between(pair) == step);
    (step > 0.0 && is_equal).then_some(step)
}

/// Σ w(t−t̄)(p−p̄) and Σ w(t−t̄)², with w the size and t the place, one point left out or none.
fn moments(samples: &[Sample], left_out: Option<usize>) -> (f64, f64) {
    let kept = |place: &usize| Some(*place) != left_out;
    let (mut weight, mut place_sum, mut event_sum) = (0.0, 0.0, 0.0);
    for place in (0..samples.len()).filter(kept) {
        weight += samples[place].size();
        place_sum += samples[place].size() * place as f64;
        event_sum += samples[place].events();
    }
    let (mean_place, mean) = (place_sum / weight, event_sum / weight);
    let (mut rise, mut spread) = (0.0, 0.0);
    for place in (0..samples.len()).filter(kept) {
        let sample = &samples[place];
        let distance = place as f64 - mean_place;
        rise += distance * (sample.events() - mean * sample.size());
        spread += sample.size() * distance * distance;
    }
    (rise, spread)
}

fn direction(samples: &[Sample], chi_squared: f64) -> Direction {
    // χ² with one degree is a squared z: p < 0.002 is beyond the 99.8 % level.
    let critical = Confidence::NinetyNinePointEight.z();
    let is_sure = chi_squared > critical * critical;
    let slopes = |is_sign: fn(f64) -> bool| {
        (0..samples.len()).all(|left_out| is_sign(moments(samples, Some(left_out)).0))
    };
    match is_sure {
        true if slopes(|slope| slope > 0.0) => Direction::Rising,
        true if slopes(|slope| slope < 0.0) => Direction::Falling,
        _ => Direction::None,
    }
}
