//! The periods of an indicator.

use crate::model::{IndicatorId, LevelId, Period, PeriodKind, Role, Status, sorted_unique};
use crate::package::{FileState, Package, TableKind};
use crate::table::SliceKey;

/// The newest period at which an indicator has a ripe row on a level, or on any level. Where
/// several kinds of period are published, the kind with the most periods counts.
pub fn latest_period(
    package: &Package,
    indicator: IndicatorId,
    level: Option<LevelId>,
) -> Option<Period> {
    latest_period_until(package, indicator, level, None)
}

/// The same of those that ended with a period or before it.
pub fn latest_period_until(
    package: &Package,
    indicator: IndicatorId,
    level: Option<LevelId>,
    until: Option<Period>,
) -> Option<Period> {
    let periods = read_periods(package, indicator, level, true);
    let kind = commonest_kind(&periods)?;
    let is_meant = |period: &Period| {
        period.kind() == kind && until.is_none_or(|until| period.end_index() <= until.end_index())
    };
    periods.into_iter().rev().find(is_meant)
}

/// The kind of which there are most periods; of two as common the finer.
pub fn commonest_kind(periods: &[Period]) -> Option<PeriodKind> {
    let count = |kind: PeriodKind| periods.iter().filter(|p| p.kind() == kind).count();
    periods
        .iter()
        .map(|period| period.kind())
        .max_by_key(|kind| (count(*kind), std::cmp::Reverse(*kind)))
}

/// The newest of the newest ripe periods of the indicators whose role is meant.
pub fn newest_of_roles(package: &Package, is_meant: fn(Role) -> bool) -> Option<Period> {
    let indicators = package.indicators.iter();
    let meant = indicators.filter(|(_, indicator)| indicator.role.is_some_and(is_meant));
    let periods = meant.filter_map(|(id, _)| latest_period(package, id, None));
    periods.max()
}

/// The newest of the newest ripe periods of all indicators.
pub fn newest_of_all(package: &Package) -> Option<Period> {
    let indicators = package.indicators.iter();
    let periods = indicators.filter_map(|(id, _)| latest_period(package, id, None));
    periods.max()
}

/// Every period at which a level has a row, the newest first: those read so far, and those that
/// files not read yet are said to hold.
pub fn period_options(package: &Package, indicator: IndicatorId, level: LevelId) -> Vec<Period> {
    let mut periods = read_periods(package, indicator, Some(level), false);
    let (Some(newest), Some(kind)) = (periods.last().copied(), commonest_kind(&periods)) else {
        return Vec::new();
    };
    let about = package.indicators.get(indicator);
    let files = package.descriptor.resources.iter().zip(&package.files);
    let unread = files.filter(|(_, state)| matches!(state, FileState::Unread));
    let mut earliest: Option<Period> = None;
    for (resource, _) in unread {
        let holds = resource.table == TableKind::Observations
            && (resource.themes.is_empty() || resource.themes.contains(&about.theme))
            && (!resource.headline || about.headline)
            && (resource.levels.is_empty() || resource.levels.contains(&level));
        if let Some((from, _)) = resource.periods.filter(|_| holds) {
            earliest = Some(earliest.map_or(from, |known| known.min(from)));
        }
    }
    if let Some(earliest) = earliest {
        let mut period = newest;
        while period.kind() == kind && period >= earliest {
            periods.push(period);
            match period.previous() {
                Some(previous) => period = previous,
                None => break,
            }
        }
    }
    sorted_unique(periods).into_iter().rev().collect()
}

/// Where an indicator is published for another kind of period than the one asked for: the newest
/// of its periods that shares a month with that one, or else its newest.
pub fn nearest_period(
    package: &Package,
    indicator: IndicatorId,
    level: LevelId,
    asked: Period,
) -> Option<Period> {
    let periods = read_periods(package, indicator, Some(level), true);
    if periods.iter().any(|period| period.kind() == asked.kind()) {
        return None;
    }
    let newest_first = || periods.iter().rev().copied();
    newest_first()
        .find(|period| period.shares_a_month_with(asked))
        .or_else(|| newest_first().next())
}

/// The period at which an indicator speaks for the one asked for: that one where a level has rows of
/// it, or else the newest ripe one that shares a month with it, or else the newest ripe one that
/// ended before. What there is at the end of a year is so seen in the months after.
pub fn standing_period(
    package: &Package,
    indicator: IndicatorId,
    level: LevelId,
    asked: Period,
) -> Option<Period> {
    let has_rows = |period: Period, only_ripe: bool| {
        let key = SliceKey {
            indicator,
            category: 0,
            period,
        };
        let mut files = package.observation_files();
        files.any(|file| {
            let slice = file.index.slice(key);
            let mut rows = slice.into_iter().flat_map(|slice| slice.iter());
            rows.any(|(area, row)| {
                package.areas.get(area).level == level
                    && !(only_ripe && file.table.status(row) == Status::Provisional)
            })
        })
    };
    if has_rows(asked, false) {
        return Some(asked);
    }
    let files = package.observation_files();
    let slices = files.flat_map(|file| file.index.of_indicator(indicator, 0));
    let periods = sorted_unique(slices.map(|(period, _)| period));
    let newest_first = || periods.iter().rev().copied();
    newest_first()
        .find(|period| period.shares_a_month_with(asked) && has_rows(*period, true))
        .or_else(|| {
            newest_first()
                .find(|period| period.end_index() <= asked.end_index() && has_rows(*period, true))
        })
}

/// The levels on which an indicator has any row read so far, the highest first.
pub fn levels_with_rows(package: &Package, indicator: IndicatorId) -> Vec<LevelId> {
    let mut has_rows = vec![false; package.descriptor.levels.len()];
    for file in package.observation_files() {
        for (_, slice) in file.index.of_indicator(indicator, 0) {
            for (area, _) in slice.iter() {
                let level = package.areas.get(area).level;
                if let Some(has_rows) = has_rows.get_mut(usize::from(level.0)) {
                    *has_rows = true;
                }
            }
        }
    }
    let levels = has_rows.iter().enumerate();
    levels
        .filter(|(_, has_rows)| **has_rows)
        .map(|(at, _)| LevelId(at as u8))
        .collect()
}

/// Every period of which a level has a row read so far, ripe or not, the earliest first.
pub fn read_periods_of(package: &Package, indicator: IndicatorId, level: LevelId) -> Vec<Period> {
    read_periods(package, indicator, Some(level), false)
}

fn read_periods(
    package: &Package,
    indicator: IndicatorId,
    level: Option<LevelId>,
    only_ripe: bool,
) -> Vec<Period> {
    let mut periods = Vec::new();
    for file in package.observation_files() {
        for (period, slice) in file.index.of_indicator(indicator, 0) {
            let counts = |(area, row): (crate::model::AreaId, usize)| {
                level.is_none_or(|level| package.areas.get(area).level == level)
                    && !(only_ripe && file.table.status(row) == Status::Provisional)
            };
            if slice.iter().any(counts) {
                periods.push(period);
            }
        }
    }
    sorted_unique(periods)
}
