//! What the figures of one indicator have in common, taken one by one. Must not know what the indicator is called.

/// What the values of an indicator have in common.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Values {
    /// True where there is one.
    pub any: bool,
    /// True where one is negative or no whole number.
    pub is_uncounted: bool,
    /// True where one is below zero.
    pub has_negative: bool,
    /// True where one is no whole number, however it is written: `12.0` is one.
    pub has_fraction: bool,
    /// True where one is no year.
    pub is_beyond_years: bool,
    /// True where one is more than a share of a hundred or a mark out of one can be.
    pub is_beyond_hundred: bool,
    /// True where one is above one, as no share of one is.
    pub is_beyond_one: bool,
    /// True where one was given in thousands or the like, and rounded to them.
    pub is_scaled: bool,
    /// The sum of the sizes of those that are not zero, and their number.
    pub sizes: (f64, f64),
    /// True where one is made of a numerator and a denominator.
    pub has_parts: bool,
    /// The sums of numerators and denominators.
    pub parts: (f64, f64),
    /// True where a numerator is larger than its denominator.
    pub is_beyond_whole: bool,
    /// True where a numerator is no whole number.
    pub is_of_amounts: bool,
}

/// The figures of one observation.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct MetFigures {
    pub value: Option<f64>,
    /// True where a numerator or a denominator belongs to it.
    pub has_parts: bool,
    /// Numerator and denominator, where both are known.
    pub parts: Option<(f64, f64)>,
    /// Digits after the point, at most.
    pub decimals: u8,
    /// True where it was given in thousands or the like.
    pub is_scaled: bool,
}

impl Values {
    pub(super) fn take(&mut self, figures: &MetFigures) {
        self.has_parts |= figures.has_parts;
        self.is_scaled |= figures.is_scaled;
        if let Some((numerator, denominator)) = figures.parts {
            self.parts.0 += numerator;
            self.parts.1 += denominator;
            self.is_beyond_whole |= numerator > denominator;
            self.is_of_amounts |= numerator.fract() != 0.0;
        }
        if let Some(value) = figures.value {
            self.any = true;
            self.has_fraction |= value.fract() != 0.0;
            self.has_negative |= value < 0.0;
            self.is_uncounted |= value < 0.0 || value.fract() != 0.0;
            self.is_beyond_years |= !YEARS.contains(&value);
            self.is_beyond_hundred |= value > 100.0;
            self.is_beyond_one |= value > 1.0;
            if value != 0.0 && value.is_finite() {
                self.sizes.0 += value.abs();
                self.sizes.1 += 1.0;
            }
        }
    }
}

/// Whole numbers that all lie here may be years, of which none is a number of things.
const YEARS: std::ops::RangeInclusive<f64> = 1900.0..=2100.0;
