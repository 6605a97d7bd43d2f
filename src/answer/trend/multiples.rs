//! One indicator at all areas of a level over the same periods, in the order of how they changed.

use super::series::{Boundary, boundary, is_later_part};
use super::{ChangeOnYear, benchmark_area, benchmark_values, change_on_year, is_ripe};
use crate::answer::Change;
use crate::answer::overview::reading_change;
use crate::model::{AreaId, Indicator, IndicatorId, LevelId, Period, Polarity, sort_by};
use crate::package::Package;
use crate::query::{Reading, SeriesPoint, latest_period, panel};
use std::cmp::Ordering;

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MultiplesQuestion {
    /// The indicator.
    pub indicator: IndicatorId,
    /// The level.
    pub level: LevelId,
    /// Only areas inside this one.
    pub within: Option<AreaId>,
    /// The last period that counts; all where none.
    pub until: Option<Period>,
}

/// By what the areas stand in order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Movement {
    /// Three ripe months pooled against the same three of the year before.
    OnYear(ChangeOnYear),
    /// One period against an earlier one, the same two for all areas.
    Between(Change),
}

impl Movement {
    /// The number that it is sorted by; none where there is nothing to compare.
    pub fn number(&self) -> Option<f64> {
        match self {
            Movement::OnYear(change) => Some(change.change),
            Movement::Between(change) => change.number(),
        }
    }
}

/// The series of one area.
#[derive(Clone, Debug, PartialEq)]
pub struct MultiplesRow {
    /// The area.
    pub area: AreaId,
    /// Its readings, in step with the periods of the answer.
    pub readings: Vec<Reading>,
    /// Where its series begins with a new boundary.
    pub boundary: Option<Boundary>,
    /// How it changed, by the measure of all areas.
    pub movement: Option<Movement>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Multiples {
    /// What was asked.
    pub question: MultiplesQuestion,
    /// The periods, of one kind, the earliest first.
    pub periods: Vec<Period>,
    /// The areas that have a value: those that changed for the worse first (where neither direction
    /// is good those that fell), those whose change is not known last.
    pub rows: Vec<MultiplesRow>,
    /// Areas of the level without any value.
    pub absent_count: usize,
    /// Where one period is held against another: the two.
    pub between: Option<(Period, Period)>,
    /// The area above all and its values, in step with the periods; none of counts.
    pub benchmark: Option<(AreaId, Vec<Option<f64>>)>,
}

impl Multiples {
    /// Number of areas whose change is known; they come first.
    pub fn moved_count(&self) -> usize {
        let moved = self.rows.iter().filter(|row| row.movement.is_some());
        moved.count()
    }
}

/// Answers; none where the level has no series of the indicator.
pub fn multiples(package: &Package, question: MultiplesQuestion) -> Option<Multiples> {
    let indicator = package.indicators.get(question.indicator);
    let newest = latest_period(package, question.indicator, Some(question.level))?;
    let kind = newest.kind();
    let until = question.until.filter(|until| until.kind() == kind);
    let at = until.unwrap_or(newest);
    let mut areas = package
        .areas
        .of_level(question.level, question.within, Some(at));
    sort_by(&mut areas, |one, other| one.cmp(other));
    let mut panel = panel(package, question.indicator, areas, kind);
    if let Some(until) = question.until {
        let kept = panel
            .periods
            .partition_point(|period| period.end_index() <= until.end_index());
        panel.shorten(kept);
    }
    let periods = panel.periods.clone();
    let mut rows: Vec<MultiplesRow> = Vec::new();
    for (place, area) in panel.areas.iter().enumerate() {
        let row = row(package, &periods, *area, panel.series(place));
        if row.readings.iter().any(|it| it.value.number().is_some()) {
            rows.push(row);
        }
    }
    let absent_count = panel.areas.len() - rows.len();
    let between = measure(indicator, &periods, &mut rows);
    let sign = match indicator.polarity {
        Polarity::Lower => -1.0,
        Polarity::Higher | Polarity::None => 1.0,
    };
    sort_by(&mut rows, |one, other| {
        let number = |row: &MultiplesRow| row.movement.as_ref().and_then(Movement::number);
        match (number(one), number(other)) {
            (Some(one), Some(other)) => (sign * one).total_cmp(&(sign * other)),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => Ordering::Equal,
        }
    });
    let above = rows.first().map(|row| row.area);
    let above = above.and_then(|area| benchmark_area(package, area));
    let benchmark = above.and_then(|top| {
        let values = benchmark_values(package, question.indicator, top, &periods)?;
        Some((top, values))
    });
    Some(Multiples {
        question,
        periods,
        rows,
        absent_count,
        between,
        benchmark,
    })
}

/// The series of an area, without what lies beyond the beginning of its boundary.
fn row(package: &Package, periods: &[Period], area: AreaId, readings: &[Reading]) -> MultiplesRow {
    let mut readings = readings.to_vec();
    let boundary = boundary(package, area);
    if let Some(Boundary::Cut { at, .. }) = &boundary
        && is_later_part(package, area)
    {
        for (period, reading) in periods.iter().zip(&mut readings) {
            if period < at {
                *reading = Reading::NO_ROW;
            }
        }
    }
    MultiplesRow {
        area,
        readings,
        boundary,
        movement: None,
    }
}

/// Says of each row how it changed: on a year where any can be measured so, otherwise between two
/// periods that most share. Gives back the two.
fn measure(
    indicator: &Indicator,
    periods: &[Period],
    rows: &mut [MultiplesRow],
) -> Option<(Period, Period)> {
    let on_year = |row: &MultiplesRow| {
        let points = periods.iter().zip(&row.readings);
        let points = points.map(|(period, reading)| SeriesPoint {
            period: *period,
            reading: *reading,
        });
        let points: Vec<SeriesPoint> = points.collect();
        // Periods that no area has a row of would shift the year.
        let is_whole = periods
            .windows(2)
            .all(|pair| pair[1].previous() == Some(pair[0]));
        is_whole.then(|| change_on_year(indicator, &points).ok())?
    };
    let measured: Vec<Option<ChangeOnYear>> = rows.iter().map(on_year).collect();
    if measured.iter().any(Option::is_some) {
        for (row, change) in rows.iter_mut().zip(measured) {
            row.movement = change.map(Movement::OnYear);
        }
        return None;
    }
    let (from, to) = two_periods(periods, rows)?;
    for row in rows.iter_mut() {
        let change = reading_change(indicator, &row.readings[to], &row.readings[from]);
        let movement = Movement::Between(change);
        row.movement = movement.number().map(|_| movement);
    }
    Some((periods[from], periods[to]))
}

/// The newest period of which most areas have a final value, and the one a year before it, else the
/// earliest such. None where there is only one.
fn two_periods(periods: &[Period], rows: &[MultiplesRow]) -> Option<(usize, usize)> {
    let is_common = |at: &usize| {
        let ripe = rows.iter().filter(|row| is_ripe(&row.readings[*at]));
        ripe.count() * 2 > rows.len()
    };
    let to = (0..periods.len()).rev().find(is_common)?;
    let year_before = periods[to].year_before();
    let a_year = periods.iter().position(|it| Some(*it) == year_before);
    let from = a_year.filter(|at| is_common(at));
    let from = from.or_else(|| (0..to).find(is_common))?;
    Some((from, to))
}
