//! How sure: the two levels of confidence of the house, and the interval. It must not know what an
//! interval is of.

/// A two-sided level of confidence. There are two, and every statement names its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// 95 %: one in twenty falls outside by chance.
    NinetyFive,
    /// 99.8 %: one in five hundred falls outside by chance.
    NinetyNinePointEight,
}

impl Confidence {
    /// The quantile of the standard normal distribution that leaves half of the rest above it.
    pub fn z(self) -> f64 {
        match self {
            Confidence::NinetyFive => 1.959_963_984_540_054,
            Confidence::NinetyNinePointEight => 3.090_232_306_167_813,
        }
    }

    /// The probability beyond one end.
    pub fn tail(self) -> f64 {
        match self {
            Confidence::NinetyFive => 0.025,
            Confidence::NinetyNinePointEight => 0.001,
        }
    }
}

/// From a lower to an upper end, both of them inside, in the unit of what it is an interval of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub lower: f64,
    /// The upper end.
    pub upper: f64,
}

impl Interval {
    /// True where a value lies between the ends or on one of them.
    pub fn contains(self, value: f64) -> bool {
        self.lower <= value && value <= self.upper
    }

    /// True where all of the interval is above a value.
    pub fn is_wholly_above(self, value: f64) -> bool {
        self.lower > value
    }

    /// True where all of the interval is below a value.
    pub fn is_wholly_below(self, value: f64) -> bool {
        self.upper < value
    }

    /// The same interval in another unit, of which one holds `divisor` of this one.
    pub(super) fn divided_by(self, divisor: f64) -> Interval {
        Interval {
            lower: self.lower / divisor,
            upper: self.upper / divisor,
        }
    }
}
