//! One area on every indicator: how it stands to its benchmark and among its like, and where it is
//! going.

use super::compare::{
    Benchmark, BenchmarkChoice, CompareQuestion, CompareRow, NoBenchmark, PeriodChoice, held_rows,
    rank_of, unjudged,
};
use super::moved::{Moved, moved};
use super::overview::Change;
use super::trend::{ChangeOnYear, NoChange, change_at, change_on_year, without_gaps, years};
use crate::model::{AreaId, IndicatorId, Kind, LevelId, Period, PeriodKind, Polarity};
use crate::package::Package;
use crate::query::{
    SeriesPoint, latest_period, select, select_latest, series, standing_period, total_series,
};
use crate::stats::{FiveNumbers, NoTrend, YearlyTrend, five_numbers, spine, yearly_trend};
use std::cmp::Reverse;

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ProfileQuestion {
    /// The area.
    pub area: AreaId,
    /// The period; an indicator that has none such is seen at the one that speaks for it. Of each
    /// indicator the newest where none.
    pub period: Option<Period>,
    /// What the area is held against.
    pub benchmark: BenchmarkChoice,
}

/// One indicator of a profile.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfileRow {
    /// The indicator.
    pub indicator: IndicatorId,
    /// The area's value, its intervals, its verdicts and its rank.
    pub row: CompareRow,
    /// What it is held against, or why it is not.
    pub benchmark: Result<Benchmark, NoBenchmark>,
    /// Number of areas of its level that have a value.
    pub known_count: usize,
    /// Where it stands on the spine, and how all areas of its level stand there.
    pub spine: Option<SpinePlace>,
    /// The change on the same period of the year before (同比).
    pub on_year: Change,
    /// Which way it has gone since the year before.
    pub moved: Moved,
    /// The change on a year of a monthly series.
    pub change_on_year: Result<ChangeOnYear, NoChange>,
    /// The trend of the last five years.
    pub yearly: Result<YearlyTrend, NoTrend>,
}

/// A place on the spine: 0 at the benchmark, towards 1 the better, towards −1 the worse.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SpinePlace {
    /// The area's own.
    pub own: f64,
    /// Those of all areas of the level: worst, quartiles, best.
    pub all: FiveNumbers,
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// What was asked.
    pub question: ProfileQuestion,
    /// The indicators that are published for areas of this level, in the order of their table.
    pub rows: Vec<ProfileRow>,
}

impl Profile {
    /// True where a row is of a total, which depends on the size of the area.
    pub fn has_totals(&self, package: &Package) -> bool {
        let kind = |row: &ProfileRow| package.indicators.get(row.indicator).kind;
        self.rows.iter().any(|row| kind(row) == Kind::Count)
    }

    /// The period that it speaks of: the one asked for where a row is of it; else the newest of its rows,
    /// of several that end together the shortest. Running totals count for none.
    pub fn period(&self) -> Option<Period> {
        let periods = || self.rows.iter().filter_map(|row| row.row.period);
        let asked = self.question.period;
        if let Some(asked) = asked.filter(|asked| periods().any(|period| period == *asked)) {
            return Some(asked);
        }
        let periods = periods().filter(|period| period.kind() != PeriodKind::Interval);
        periods.max_by_key(|period| (period.end_index(), Reverse(period.length_months())))
    }
}

/// Answers.
pub fn profile(package: &Package, question: ProfileQuestion) -> Profile {
    let indicators = package.indicators.iter().map(|(id, _)| id);
    let rows = indicators.filter_map(|id| {
        profile_row(package, &question, id).or_else(|| summed_row(package, &question, id))
    });
    Profile {
        rows: rows.collect(),
        question,
    }
}

fn profile_row(
    package: &Package,
    question: &ProfileQuestion,
    id: IndicatorId,
) -> Option<ProfileRow> {
    let indicator = package.indicators.get(id);
    let level = package.areas.get(question.area).level;
    let period = row_period(package, question, id, level)?;
    let asked = CompareQuestion {
        indicator: id,
        level,
        within: None,
        period: PeriodChoice::At(period),
        benchmark: question.benchmark,
    };
    let held = held_rows(package, &asked);
    let known_count = held.known_count();
    if known_count == 0 {
        return None;
    }
    let place = held.rows.iter().position(|row| row.area == question.area)?;
    let mut row = held.rows[place];
    row.rank = package
        .descriptor
        .judged
        .then(|| rank_of(indicator, &held.rows, place))
        .flatten();
    let mut points = series(package, id, question.area);
    points.retain(|point| {
        point.period.kind() == period.kind() && point.period.end_index() <= period.end_index()
    });
    // A month without a row is a month all the same: the year before is twelve of them away.
    let points = without_gaps(points);
    let change_on_year = change_on_year(indicator, &points);
    Some(ProfileRow {
        on_year: change_at(indicator, &points, period, period.year_before()),
        moved: moved(indicator, &points, period, change_on_year.as_ref().ok()),
        spine: spine_place(&held.rows, place, indicator.polarity, &held.benchmark),
        change_on_year,
        yearly: yearly_trend(&years(indicator, &points)),
        indicator: id,
        row,
        benchmark: held.benchmark,
        known_count,
    })
}

/// The row of an area that publishes nothing of its own: the sum of all its parts, with nothing of its
/// like to be held against.
fn summed_row(
    package: &Package,
    question: &ProfileQuestion,
    id: IndicatorId,
) -> Option<ProfileRow> {
    let indicator = package.indicators.get(id);
    let mut points = total_series(package, id, question.area);
    if let Some(asked) = question.period {
        points.retain(|point| point.period.end_index() <= asked.end_index());
    }
    let is_final = |point: &&SeriesPoint| {
        !point.reading.is_provisional() && point.reading.value.number().is_some()
    };
    let newest = *points.iter().rev().find(is_final)?;
    points.retain(|point| point.period.kind() == newest.period.kind());
    let points = without_gaps(points);
    let change_on_year = change_on_year(indicator, &points);
    Some(ProfileRow {
        on_year: change_at(
            indicator,
            &points,
            newest.period,
            newest.period.year_before(),
        ),
        moved: moved(
            indicator,
            &points,
            newest.period,
            change_on_year.as_ref().ok(),
        ),
        spine: None,
        change_on_year,
        yearly: yearly_trend(&years(indicator, &points)),
        indicator: id,
        row: CompareRow {
            reading: newest.reading,
            judged: unjudged(indicator, &newest.reading),
            ..CompareRow::absent(question.area, newest.period)
        },
        benchmark: Err(NoBenchmark::NoCommonArea),
        known_count: 1,
    })
}

/// The period at which an area is seen: that of its like, so that they can be held against each other;
/// where the area has no row then, its own newest one up to the period asked for.
fn row_period(
    package: &Package,
    question: &ProfileQuestion,
    id: IndicatorId,
    level: LevelId,
) -> Option<Period> {
    let shared = match question.period {
        Some(asked) => standing_period(package, id, level, asked),
        None => latest_period(package, id, Some(level)),
    };
    let has_row = |period: &Period| select(package, id, question.area, *period).place.is_some();
    let shared = shared?;
    if has_row(&shared) {
        return Some(shared);
    }
    let own = select_latest(package, id, &[question.area]);
    let own = own.first().copied().flatten().map(|(period, _)| period);
    let is_before = |own: &Period| {
        let asked = question.period;
        asked.is_none_or(|asked| own.end_index() <= asked.end_index())
    };
    Some(own.filter(is_before).unwrap_or(shared))
}

fn spine_place(
    rows: &[CompareRow],
    place: usize,
    polarity: Polarity,
    benchmark: &Result<Benchmark, NoBenchmark>,
) -> Option<SpinePlace> {
    let benchmark = benchmark.as_ref().ok()?;
    rows[place].is_rankable().then_some(())?;
    let ranked: Vec<usize> = (0..rows.len())
        .filter(|at| rows[*at].is_rankable())
        .collect();
    let values: Vec<f64> = ranked
        .iter()
        .filter_map(|at| rows[*at].reading.value.exact())
        .collect();
    let sign = match polarity {
        Polarity::Lower => -1.0,
        Polarity::Higher | Polarity::None => 1.0,
    };
    let spine = spine(&values, benchmark.value, sign)?;
    let own = ranked.iter().position(|at| *at == place)?;
    Some(SpinePlace {
        own: *spine.get(own)?,
        all: five_numbers(&spine)?,
    })
}
