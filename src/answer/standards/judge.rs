//! One value held against one limit.

use crate::model::{Bound, Indicator, Missing, Operator, Standard, Value};
use crate::query::Total;

/// Whether a standard is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is.
    Met,
    /// It is not.
    Missed,
    /// That is not said, and why.
    NotJudged(NotJudged),
}

/// Why a standard is not held to be met or missed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotJudged {
    /// There is no value.
    Missing(Missing),
    /// The bound of the value leaves it open.
    Bounded(Bound),
    /// The value is a sum over so many of so many parts.
    Partial(usize, usize),
    /// The value is not yet ripe.
    Provisional,
    /// The standard was set by another place, or by one that is not named.
    Borrowed,
    /// The package says that nothing of it is judged.
    PackageForbids,
    /// Its unit is not the indicator's.
    UnitDiffers,
    /// It counts per a span of time that is not the period's.
    SpanDiffers,
    /// It did not hold at the end of the period.
    NotInForce,
    /// From when to when it holds cannot be read.
    DatesUnreadable,
    /// It holds for areas of a list that the package does not give.
    ListUnknown,
    /// It holds for parts of split areas, and which these are is not known.
    SplitsUnknown,
    /// The package has no such indicator.
    UnknownIndicator,
    /// The package has no such level.
    UnknownLevel,
}

impl Verdict {
    /// True where the standard is in force for the area and about the value: it is met or missed, or
    /// the value alone leaves that open.
    pub fn is_about(self) -> bool {
        match self {
            Verdict::Met | Verdict::Missed => true,
            Verdict::NotJudged(reason) => matches!(
                reason,
                NotJudged::Missing(_)
                    | NotJudged::Bounded(_)
                    | NotJudged::Partial(..)
                    | NotJudged::Provisional
            ),
        }
    }
}

/// Holds a value against a limit: the margin, above 0 on the good side, and the verdict. A bounded
/// value is judged where its bound settles it (≥ 3,120 meets at least 3,000) and is open otherwise
/// (≥ 3,120 against at most 3,500); about and rounded values are always open, since how far they
/// may be off is not published.
pub fn judge(
    indicator: &Indicator,
    standard: &Standard,
    total: &Total,
) -> (Option<Value>, Verdict) {
    let reading = &total.reading;
    let not = |reason: NotJudged| Verdict::NotJudged(reason);
    let value = match reading.value {
        Value::Missing(reason) => return (None, not(NotJudged::Missing(reason))),
        value => value,
    };
    if let Some(summed) = total.summed.filter(|_| total.is_partial()) {
        return (None, not(NotJudged::Partial(summed.known, summed.all)));
    }
    let margin = margin(indicator, standard, total, value);
    if reading.is_provisional() {
        return (Some(margin), not(NotJudged::Provisional));
    }
    let verdict = match margin {
        Value::Known(margin) => side(margin >= 0.0),
        Value::Bounded(margin, Bound::Lower) if margin >= 0.0 => Verdict::Met,
        Value::Bounded(margin, Bound::Upper) if margin < 0.0 => Verdict::Missed,
        Value::Bounded(..) => not(NotJudged::Bounded(value.bound().unwrap_or(Bound::Rounded))),
        Value::Missing(reason) => not(NotJudged::Missing(reason)),
    };
    (Some(margin), verdict)
}

fn side(is_good: bool) -> Verdict {
    match is_good {
        true => Verdict::Met,
        false => Verdict::Missed,
    }
}

/// The distance to the limit, bounded as the value is, from the other side where less is better.
fn margin(indicator: &Indicator, standard: &Standard, total: &Total, value: Value) -> Value {
    let signed = |number: f64| match standard.operator {
        Operator::AtLeast => number - standard.value,
        Operator::AtMost => standard.value - number,
    };
    match value {
        Value::Known(_) if is_on_the_limit(indicator, standard, total) => Value::Known(0.0),
        Value::Known(number) => Value::Known(signed(number)),
        Value::Bounded(number, bound) => {
            let turned = match (standard.operator, bound) {
                (Operator::AtMost, Bound::Lower) => Bound::Upper,
                (Operator::AtMost, Bound::Upper) => Bound::Lower,
                (_, bound) => bound,
            };
            Value::Bounded(signed(number), turned)
        }
        missing => missing,
    }
}

/// True where a quotient is the limit exactly: 57 of 100 is 57 %, though the quotient of the two
/// numbers times 100 is a little less.
fn is_on_the_limit(indicator: &Indicator, standard: &Standard, total: &Total) -> bool {
    let reading = &total.reading;
    let counts = reading.numerator.zip(reading.denominator);
    counts.is_some_and(|(numerator, denominator)| {
        indicator.is_quotient() && numerator * indicator.multiplier == standard.value * denominator
    })
}
