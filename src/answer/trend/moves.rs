//! How each point of a series moved: against the period just before (环比) and against the same
//! period of the year before (同比).

use super::Trend;
use crate::answer::Change;
use crate::answer::overview::reading_change;
use crate::model::{Indicator, Period};
use crate::package::Package;
use crate::query::SeriesPoint;

/// How one point moved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Move {
    /// Against the period just before.
    pub on_previous: Change,
    /// Against the same period of the year before; nothing to compare with where the period just
    /// before is that one.
    pub on_year: Change,
}

impl Move {
    const NONE: Move = Move {
        on_previous: Change::NoEarlier,
        on_year: Change::NoEarlier,
    };
}

/// How each point moved, in step with the points. Across a cut there is nothing to compare with: the
/// series begins there.
pub fn moves(package: &Package, trend: &Trend) -> Vec<Move> {
    let indicator = package.indicators.get(trend.question.indicator);
    (0..trend.points.len())
        .map(|at| move_of(indicator, &trend.points, at))
        .collect()
}

/// The change of a series from an earlier period to another; nothing to compare with where it has no
/// point at either.
pub(in crate::answer) fn change_at(
    indicator: &Indicator,
    points: &[SeriesPoint],
    period: Period,
    earlier: Option<Period>,
) -> Change {
    let at = |period: Period| points.iter().rfind(|point| point.period == period);
    let pair = at(period).zip(earlier.and_then(at));
    pair.map_or(Change::NoEarlier, |(now, earlier)| {
        reading_change(indicator, &now.reading, &earlier.reading)
    })
}

fn move_of(indicator: &Indicator, points: &[SeriesPoint], at: usize) -> Move {
    let Some(point) = points.get(at) else {
        return Move::NONE;
    };
    let against = |earlier: Option<Period>| change_at(indicator, points, point.period, earlier);
    let (previous, year_before) = (point.period.previous(), point.period.year_before());
    Move {
        on_previous: against(previous),
        on_year: match previous == year_before {
            true => Change::NoEarlier,
            false => against(year_before),
        },
    }
}
