//! Which way a figure has gone since the year before, as far as that can be said. It must not know
//! whether that is good.

use super::compare::sample;
use super::trend::{ChangeOnYear, is_ripe};
use crate::model::{Indicator, Kind, Nature, Period};
use crate::query::{Reading, SeriesPoint};
use crate::stats::{Confidence, Direction, difference};

/// A figure beside that of the year before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moved {
    /// The direction, where one can be stated or ruled out.
    pub direction: Result<Direction, NotMoved>,
    /// The difference to the figure of the year before, in the unit of the indicator; of months with
    /// counts between the three months pooled.
    pub difference: Option<f64>,
    /// Why the direction can be stated.
    pub basis: MovedBasis,
}

/// What a direction is stated by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MovedBasis {
    /// Three months pooled against the same three of the year before, at 99.8 %.
    Months,
    /// The period against the same one of the year before, at 99.8 %.
    Period,
    /// A full count: every difference is one.
    Count,
}

/// Why no direction is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotMoved {
    /// There is no exact and final figure of the year before, or none now.
    NoYearBefore,
    /// Counts of events and running totals hang on how much there was to count.
    Total,
    /// What part chance has in it is not known: no counts are published.
    NoCounts,
}

/// The direction of a series that ends at the period. Months with counts: the change on a year. Other
/// periods with counts: the one against the same of the year before by Newcombe's method 10 (for rates
/// the same on Poisson intervals) at 99.8 %. What there is: the difference itself, since chance has no
/// part in it.
pub(super) fn moved(
    indicator: &Indicator,
    points: &[SeriesPoint],
    period: Period,
    change_on_year: Option<&ChangeOnYear>,
) -> Moved {
    if let Some(change) = change_on_year {
        let direction = match change.is_beyond_chance() {
            true => direction_of(change.change),
            false => Direction::None,
        };
        return Moved {
            direction: Ok(direction),
            difference: Some(change.change),
            basis: MovedBasis::Months,
        };
    }
    let at = |period: Period| {
        let point = points.iter().find(|point| point.period == period)?;
        Some(point.reading).filter(is_ripe)
    };
    let pair = at(period).zip(period.year_before().and_then(at));
    let basis = match indicator.nature {
        Nature::Inventory => MovedBasis::Count,
        Nature::Events | Nature::Survey => MovedBasis::Period,
    };
    let not = |reason: NotMoved, difference: Option<f64>| Moved {
        direction: Err(reason),
        difference,
        basis,
    };
    let Some((now, before)) = pair else {
        return not(NotMoved::NoYearBefore, None);
    };
    let values = now.value.exact().zip(before.value.exact());
    let difference = values.map(|(now, before)| now - before);
    let is_total = matches!(indicator.kind, Kind::Count | Kind::Cumulative);
    match (basis, difference) {
        (MovedBasis::Count, Some(difference)) if indicator.kind != Kind::Cumulative => Moved {
            direction: Ok(direction_of(difference)),
            difference: Some(difference),
            basis,
        },
        _ if is_total => not(NotMoved::Total, difference),
        _ => match by_counts(indicator, &now, &before) {
            Some(direction) => Moved {
                direction: Ok(direction),
                difference,
                basis,
            },
            None => not(NotMoved::NoCounts, difference),
        },
    }
}

fn by_counts(indicator: &Indicator, now: &Reading, before: &Reading) -> Option<Direction> {
    let (now, before) = (sample(indicator, now)?, sample(indicator, before)?);
    let interval = difference(&now, &before, Confidence::NinetyNinePointEight)?;
    Some(match interval.contains(0.0) {
        true => Direction::None,
        false => direction_of(now.estimate() - before.estimate()),
    })
}

fn direction_of(difference: f64) -> Direction {
    match difference {
        difference if difference > 0.0 => Direction::Rising,
        difference if difference < 0.0 => Direction::Falling,
        _ => Direction::None,
    }
}
