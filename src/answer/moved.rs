//! Which way a figure has gone since the year before, as far as that can be said. It must not know
//! whether that is good.

use super::compare::sample;
use super::trend::{ChangeOnYear, is_ripe};
use crate::model::{Indicator, Kind, Nature, Period};
use crate::query::{Reading, SeriesPoint};
use crate::stats::{Confidence, Direction, difference};

/// Which way a figure has gone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moved {
    /// The direction, where one can be stated or ruled out.
    pub direction: Result<Direction, NotMoved>,
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
    let at = |period: Period| {
        let point = points.iter().find(|point| point.period == period)?;
        Some(point.reading).filter(is_ripe)
    };
    let basis = match (change_on_year, indicator.nature) {
        (Some(_), _) => MovedBasis::Months,
        (None, Nature::Inventory) => MovedBasis::Count,
        (None, Nature::Events | Nature::Survey) => MovedBasis::Period,
    };
    Moved {
        direction: direction(
            indicator,
            at(period),
            period.year_before().and_then(at),
            change_on_year,
        ),
        basis,
    }
}

fn direction(
    indicator: &Indicator,
    now: Option<Reading>,
    before: Option<Reading>,
    change_on_year: Option<&ChangeOnYear>,
) -> Result<Direction, NotMoved> {
    // Of a figure that is not final nothing is said, whatever the months before it did.
    let now = now.ok_or(NotMoved::NoYearBefore)?;
    if let Some(change) = change_on_year {
        return Ok(match change.is_beyond_chance() {
            true => direction_of(change.change),
            false => Direction::None,
        });
    }
    let before = before.ok_or(NotMoved::NoYearBefore)?;
    let values = now.value.exact().zip(before.value.exact());
    match (indicator.nature, indicator.kind, values) {
        (Nature::Inventory, kind, Some((now, before))) if kind != Kind::Cumulative => {
            Ok(direction_of(now - before))
        }
        (_, Kind::Count | Kind::Cumulative, _) => Err(NotMoved::Total),
        _ => by_counts(indicator, &now, &before).ok_or(NotMoved::NoCounts),
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
