//! What one cell of the data can be: known, bounded, or missing and why.

/// What official prose says about how exact a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// At least the value: 3120余.
    Lower,
    /// Just under the value: 近百万.
    Upper,
    /// About the value: 近1200余.
    Approximate,
    /// The value as rounded by its publisher: 7.3万.
    Rounded,
}

impl Bound {
    /// The word in data.
    pub fn word(self) -> &'static str {
        match self {
            Bound::Lower => "lower",
            Bound::Upper => "upper",
            Bound::Approximate => "approx",
            Bound::Rounded => "rounded",
        }
    }
}

/// SDMX observation status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Status {
    /// A: normal.
    #[default]
    Normal,
    /// E: estimated.
    Estimated,
    /// P: provisional; not yet ripe, so outside every comparison over time.
    Provisional,
    /// M: cannot exist.
    Impossible,
    /// O: missing.
    Missing,
    /// L: not collected.
    NotCollected,
    /// Q: suppressed to protect persons.
    Suppressed,
}

impl Status {
    /// True where a figure may stand beside it; the others say that there is none.
    pub fn has_figure(self) -> bool {
        matches!(
            self,
            Status::Normal | Status::Estimated | Status::Provisional
        )
    }

    /// The SDMX letter.
    pub fn letter(self) -> &'static str {
        match self {
            Status::Normal => "A",
            Status::Estimated => "E",
            Status::Provisional => "P",
            Status::Impossible => "M",
            Status::Missing => "O",
            Status::NotCollected => "L",
            Status::Suppressed => "Q",
        }
    }
}

/// Why a row's value could not be used although the row is there. The row itself is kept, and the
/// fault that explains it is listed with file, line and column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Invalid {
    /// A cell that should hold a number does not.
    NotANumber,
    /// The numerator is larger than the denominator of a proportion.
    NumeratorOverDenominator,
    /// Value, numerator and denominator disagree beyond rounding.
    ValueDisagrees,
    /// The name in the row is not the name of its code.
    NameMismatch,
    /// The same key stands in the data more than once.
    DuplicateKey,
    /// A negative number where only counts can stand.
    Negative,
    /// A bound or status that is no such word, or a bound beside exact counts.
    Qualifier,
    /// The row has too many or too few cells.
    RowShape,
    /// A count of so few persons that it must not be shown.
    NotSuppressed,
    /// A numerator or a denominator without the other and without a value.
    CountAlone,
}

/// Why there is no value. These stay apart on every screen and in every export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Missing {
    /// Status M: the value cannot exist.
    Impossible,
    /// Status O: missing.
    NotReported,
    /// Status L: not collected.
    NotCollected,
    /// Status Q: suppressed.
    Suppressed,
    /// The row is there and faulty.
    Invalid(Invalid),
    /// A numerator over a denominator of zero.
    NoDenominator,
    /// A row without a value and without a reason.
    Blank,
    /// No row at all for this area, indicator and period.
    NoRow,
}

impl Missing {
    /// A short stable name, for machines.
    pub fn name(self) -> &'static str {
        match self {
            Missing::Impossible => "impossible",
            Missing::NotReported => "not-reported",
            Missing::NotCollected => "not-collected",
            Missing::Suppressed => "suppressed",
            Missing::Invalid(_) => "invalid",
            Missing::NoDenominator => "no-denominator",
            Missing::Blank => "blank",
            Missing::NoRow => "no-row",
        }
    }
}

/// A value as it may be stated.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// An exact figure.
    Known(f64),
    /// A figure that its publisher bounded or rounded.
    Bounded(f64, Bound),
    /// No figure, and why.
    Missing(Missing),
}

impl Value {
    /// The number, bounded or not.
    pub fn number(self) -> Option<f64> {
        match self {
            Value::Known(number) | Value::Bounded(number, _) => Some(number),
            Value::Missing(_) => None,
        }
    }

    /// The number where it is exact.
    pub fn exact(self) -> Option<f64> {
        match self {
            Value::Known(number) => Some(number),
            _ => None,
        }
    }

    /// The bound, where there is one.
    pub fn bound(self) -> Option<Bound> {
        match self {
            Value::Bounded(_, bound) => Some(bound),
            _ => None,
        }
    }
}
