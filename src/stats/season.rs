//! The yearly wave of a monthly figure. It must not know what the figure is.

use std::collections::BTreeMap;

/// A wave that comes back every year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Season {
    /// How far it rises above and falls below the line through the series, in the unit of the values.
    pub amplitude: f64,
    /// The calendar month nearest its top, from 1.
    pub highest_month: u8,
    /// The calendar month nearest its bottom, from 1.
    pub lowest_month: u8,
    /// The probability of so clear a wave, were there none and the months independent.
    pub probability: f64,
}

/// Why no season can be stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoSeason {
    /// There are only so many months, of the 24 it takes.
    TooFew(usize),
    /// The values do not vary about their line.
    Constant,
    /// Something is not finite.
    NotFinite,
    /// The wave is no clearer than chance allows: p ≥ 0.002.
    NotClear,
    /// In one of the years it runs the other way, or that year has not both halves.
    NotEveryYear,
}

/// The season of a series of (month, value), the month counted on from any January: the sine wave of
/// twelve months that fits best beside a straight line.
///
/// It is stated where the wave has p < 0.002 (F test, 2 and n − 4 degrees of freedom) and where in
/// every year, counted back from the last month, the half about its top lies higher than the half
/// about its bottom; of a year that is short, where it has six months. Months that hang together make
/// slow waves of themselves: F is halved, since red noise has at one wave a year no more than twice
/// what it has on average, however much a month carries over into the next.
///
/// Source: W. Nelson, Y. L. Tong, J. K. Lee and F. Halberg, Methods for cosinor-rhythmometry,
/// Chronobiologia 6 (1979) 305–323; G. Cornelissen, Cosinor-based rhythmometry, Theoretical Biology
/// and Medical Modelling 11 (2014) 16. Red noise: D. L. Gilman, F. J. Fuglister and J. M. Mitchell,
/// On the power spectrum of “red noise”, Journal of the Atmospheric Sciences 20 (1963) 182–184.
///
/// # Errors
/// Under 24 months, values without variance, something not finite; a wave that is not clear or does
/// not come back.
pub fn season(points: &[(i32, f64)]) -> Result<Season, NoSeason> {
    const FEWEST: usize = 24;
    const LEVEL: f64 = 0.002;
    // (1 − r²) / (1 − 2r·cos 30° + r²) for the correlation r at which it is greatest.
    const MOST_OF_RED_NOISE: f64 = 2.0;
    if points.len() < FEWEST {
        return Err(NoSeason::TooFew(points.len()));
    }
    if points.iter().any(|(_, value)| !value.is_finite()) {
        return Err(NoSeason::NotFinite);
    }
    let angle = |month: i32| f64::from(month.rem_euclid(12)) * std::f64::consts::TAU / 12.0;
    let months: Vec<f64> = points.iter().map(|(month, _)| f64::from(*month)).collect();
    let of_month = |value: &dyn Fn(i32) -> f64| {
        let values: Vec<f64> = points.iter().map(|(month, _)| value(*month)).collect();
        beside_line(&months, &values)
    };
    let cosine = of_month(&|month| angle(month).cos());
    let sine = of_month(&|month| angle(month).sin());
    let values: Vec<f64> = points.iter().map(|(_, value)| *value).collect();
    let scale = values.iter().map(|value| value.abs()).fold(0.0, f64::max);
    let values = beside_line(&months, &values);

    let (cc, ss, cs) = (
        product(&cosine, &cosine),
        product(&sine, &sine),
        product(&cosine, &sine),
    );
    let (cv, sv) = (product(&cosine, &values), product(&sine, &values));
    let determinant = cc * ss - cs * cs;
    let all = product(&values, &values);
    if !all.is_finite() {
        return Err(NoSeason::NotFinite);
    }
    let rounding = (scale * 1e-12).powi(2) * points.len() as f64;
    // Months that leave no wave to fit are as good as no values.
    if all <= rounding || determinant <= 1e-9 * cc * ss {
        return Err(NoSeason::Constant);
    }
    let across = (ss * cv - cs * sv) / determinant;
    let up = (cc * sv - cs * cv) / determinant;
    let explained = (across * cv + up * sv).clamp(0.0, all);
    let degrees = (points.len() - 4) as f64;
    let ratio = explained / (all - explained) / MOST_OF_RED_NOISE;
    // With two degrees above, the F distribution has this closed form.
    let probability = (1.0 + ratio).powf(-degrees / 2.0);
    let amplitude = across.hypot(up);
    if !probability.is_finite() || !amplitude.is_finite() {
        return Err(NoSeason::NotFinite);
    }
    if probability >= LEVEL {
        return Err(NoSeason::NotClear);
    }
    let top = up.atan2(across);
    if !comes_back(points, &values, |month| (angle(month) - top).cos()) {
        return Err(NoSeason::NotEveryYear);
    }
    let nearest = |angle: f64| {
        let month = (angle * 12.0 / std::f64::consts::TAU).round() as i32;
        month.rem_euclid(12) as u8 + 1
    };
    Ok(Season {
        amplitude,
        highest_month: nearest(top),
        lowest_month: nearest(top + std::f64::consts::PI),
        probability,
    })
}

/// What of the values is left beside their straight line over the months.
fn beside_line(months: &[f64], values: &[f64]) -> Vec<f64> {
    let count = months.len() as f64;
    let mean_month = months.iter().sum::<f64>() / count;
    let mean = values.iter().sum::<f64>() / count;
    let pairs = || months.iter().zip(values);
    let rise: f64 = pairs()
        .map(|(month, it)| (month - mean_month) * (it - mean))
        .sum();
    let spread: f64 = months
        .iter()
        .map(|month| (month - mean_month).powi(2))
        .sum();
    let slope = if spread > 0.0 { rise / spread } else { 0.0 };
    let rest = |(month, it): (&f64, &f64)| it - mean - slope * (month - mean_month);
    pairs().map(rest).collect()
}

fn product(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}

/// True where every year has the half about the top of the wave above the other.
fn comes_back(points: &[(i32, f64)], values: &[f64], height: impl Fn(i32) -> f64) -> bool {
    const FEWEST_OF_A_YEAR: usize = 6;
    let last = points.iter().map(|(month, _)| *month).max().unwrap_or(0);
    let mut years: BTreeMap<i64, [(f64, usize); 2]> = BTreeMap::new();
    for ((month, _), value) in points.iter().zip(values) {
        let year = (i64::from(last) - i64::from(*month)) / 12;
        let half = &mut years.entry(year).or_default()[usize::from(height(*month) > 0.0)];
        half.0 += value;
        half.1 += 1;
    }
    let is_up = |[low, high]: &[(f64, usize); 2]| {
        low.1 > 0 && high.1 > 0 && high.0 / high.1 as f64 > low.0 / low.1 as f64
    };
    let mut counted = years
        .values()
        .filter(|[low, high]| low.1 + high.1 >= FEWEST_OF_A_YEAR);
    counted.all(is_up)
}
