//! The series behind a trend: every period of one kind from the first to the last, across splits
//! and mergers where that is sound.

use crate::answer::reorganised::{Reshaping, reorganised_of};
use crate::model::{AreaId, IndicatorId, Lineage, Period, PeriodKind};
use crate::package::Package;
use crate::query::{Reading, SeriesPoint, commonest_kind, select, sum, total_series};

/// What the lineage of an area did to its series.
#[derive(Clone, Debug, PartialEq)]
pub enum Boundary {
    /// From the period on, the series is the sum of the places that the area was split into: it goes
    /// on inside the old boundary.
    Joined {
        /// The first period of the new boundary.
        at: Period,
        /// The places that came of the area.
        parts: Vec<AreaId>,
    },
    /// The series begins or ends where the boundary changed: what lies beyond is another place.
    Cut {
        /// The first period of the new boundary.
        at: Period,
        /// The places on the other side.
        others: Vec<AreaId>,
        /// What kind of change it was; of a split the other side is the place that this one came of.
        reshaping: Reshaping,
    },
}

/// The series of an area, and what its lineage did to it. Periods of the commonest kind, without a
/// gap in the list; where there is no row the reading says so.
pub(super) fn whole_series(
    package: &Package,
    indicator: IndicatorId,
    area: AreaId,
) -> (Vec<SeriesPoint>, Option<Boundary>) {
    let mut points = total_series(package, indicator, area);
    let periods: Vec<Period> = points.iter().map(|point| point.period).collect();
    let Some(kind) = commonest_kind(&periods) else {
        return (Vec::new(), None);
    };
    points.retain(|point| point.period.kind() == kind);
    let boundary = boundary(package, area);
    match &boundary {
        Some(Boundary::Joined { at, parts }) => {
            points.retain(|point| point.period < *at);
            points.extend(joined(package, indicator, parts, kind, *at));
        }
        Some(Boundary::Cut { at, .. }) => {
            let is_new = is_later_part(package, area);
            points.retain(|point| (point.period >= *at) == is_new);
        }
        None => {}
    }
    (without_gaps(points), boundary)
}

fn rows_from<'p>(package: &'p Package, code: &'p str) -> impl Iterator<Item = &'p Lineage> {
    let rows = package.lineage.iter();
    rows.filter(move |row| row.from_code == code)
}

fn rows_to<'p>(package: &'p Package, code: &'p str) -> impl Iterator<Item = &'p Lineage> {
    let rows = package.lineage.iter();
    rows.filter(move |row| row.to_code == code)
}

/// True where an area came of others.
pub(super) fn is_later_part(package: &Package, area: AreaId) -> bool {
    rows_to(package, &package.areas.get(area).code)
        .next()
        .is_some()
}

/// What the lineage of an area did to its series.
pub(super) fn boundary(package: &Package, area: AreaId) -> Option<Boundary> {
    let code = &package.areas.get(area).code;
    let place = |code: &String| package.areas.id(code);
    if let Some(first) = rows_from(package, code).next() {
        let at = first.period;
        let codes: Vec<&String> = rows_from(package, code).map(|row| &row.to_code).collect();
        let parts: Vec<AreaId> = codes.iter().filter_map(|code| place(code)).collect();
        // Parts that took in something of another place do not fill the old boundary alone.
        let is_whole = parts.len() == codes.len()
            && codes.iter().all(|part| rows_to(package, part).count() == 1);
        return Some(match is_whole {
            true => Boundary::Joined { at, parts },
            false => Boundary::Cut {
                at,
                others: parts,
                reshaping: reshaping(package, area, at),
            },
        });
    }
    let at = rows_to(package, code).next()?.period;
    let others = rows_to(package, code).filter_map(|row| place(&row.from_code));
    Some(Boundary::Cut {
        at,
        others: others.collect(),
        reshaping: reshaping(package, area, at),
    })
}

fn reshaping(package: &Package, area: AreaId, at: Period) -> Reshaping {
    let changes = reorganised_of(package, area).into_iter();
    let mut of_period = changes.filter(|it| it.at == at);
    of_period
        .next()
        .map_or(Reshaping::Redrawn, |it| it.reshaping())
}

/// The parts of a split area, summed at every period of which all have a value.
fn joined(
    package: &Package,
    indicator: IndicatorId,
    parts: &[AreaId],
    kind: PeriodKind,
    at: Period,
) -> Vec<SeriesPoint> {
    let Some(first) = parts.first() else {
        return Vec::new();
    };
    let about = package.indicators.get(indicator);
    let periods = total_series(package, indicator, *first).into_iter();
    let periods = periods.map(|point| point.period);
    let after = periods.filter(|period| period.kind() == kind && *period >= at);
    let point = |period: Period| {
        let read = |part: &AreaId| select(package, indicator, *part, period);
        let readings: Vec<Reading> = parts.iter().map(read).collect();
        SeriesPoint {
            period,
            reading: sum(about, &readings),
        }
    };
    after.map(point).collect()
}

/// More periods than this are no series but an error in a date.
const MOST_PERIODS: usize = 4_000;

/// Every period from the first to the last; where there is no row the reading says so.
pub(in crate::answer) fn without_gaps(points: Vec<SeriesPoint>) -> Vec<SeriesPoint> {
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return points;
    };
    let (first, mut period) = (first.period, last.period);
    if period.previous().is_none() {
        // Running totals follow no calendar.
        return points;
    }
    let mut filled = Vec::new();
    let mut known = points.iter().rev().peekable();
    while filled.len() < MOST_PERIODS {
        let found = known.next_if(|point| point.period == period);
        filled.push(SeriesPoint {
            period,
            reading: found.map_or(Reading::NO_ROW, |point| point.reading),
        });
        match period.previous() {
            Some(previous) if period > first => period = previous,
            _ => break,
        }
    }
    filled.reverse();
    filled
}
