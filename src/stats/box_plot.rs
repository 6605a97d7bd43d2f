//! What a box plot draws: quartiles, whiskers, and what lies beyond them. It must not know what is
//! distributed.

use super::quantile::{FiveNumbers, five_numbers};

/// The box, and how far its whiskers reach, in the unit of the values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BoxPlot {
    /// Lowest value, quartiles and highest value.
    pub five: FiveNumbers,
    /// The lowest value that lies no more than 1.5 IQR below the lower quartile.
    pub lower_whisker: f64,
    /// The highest value that lies no more than 1.5 IQR above the upper quartile.
    pub upper_whisker: f64,
    /// How many values lie below the lower whisker and above the upper one.
    pub beyond: (usize, usize),
}

/// The box plot of values in any order; `None` for fewer than five values or where one is not finite.
/// Beyond a whisker is far from the middle half, which is no verdict: of normal values about 0.7 in a
/// hundred lie there.
///
/// Source: J. W. Tukey, Exploratory Data Analysis (1977), section 2C, with quartiles of type 7 in place
/// of hinges.
pub fn box_plot(values: &[f64]) -> Option<BoxPlot> {
    const FEWEST: usize = 5;
    if values.len() < FEWEST || !values.iter().all(|value| value.is_finite()) {
        return None;
    }
    let five = five_numbers(values)?;
    let reach = 1.5 * (five.upper_quartile - five.lower_quartile);
    let (low, high) = (five.lower_quartile - reach, five.upper_quartile + reach);
    let within = || {
        values
            .iter()
            .filter(move |value| (low..=high).contains(*value))
    };
    let below = values.iter().filter(|value| **value < low).count();
    let above = values.iter().filter(|value| **value > high).count();
    Some(BoxPlot {
        five,
        // A quartile between two values can lie beyond all that are within reach.
        lower_whisker: within()
            .copied()
            .fold(f64::INFINITY, f64::min)
            .min(five.lower_quartile),
        upper_whisker: within()
            .copied()
            .fold(f64::NEG_INFINITY, f64::max)
            .max(five.upper_quartile),
        beyond: (below, above),
    })
}
