//! The cells that hold no figure: why, of which indicators, where and when.
//!
//! What is faulty is no gap: faults are told with file, line and column.

use crate::model::{AreaId, IndicatorId, LevelId, Missing, Period, Value, sort_by};
use crate::package::{ObservationFile, Package};
use crate::query::{is_expected, select};
use std::collections::{BTreeMap, BTreeSet};

/// Cells that lack their figure for one reason, the same indicators at the same areas and periods.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// Why there is no figure.
    pub missing: Missing,
    /// The indicators, in the order of the package.
    pub indicators: Vec<IndicatorId>,
    /// The areas, in the order of the package.
    pub areas: Vec<AreaId>,
    /// The periods, the earliest first.
    pub periods: Vec<Period>,
}

impl Gap {
    /// Number of cells.
    pub fn cell_count(&self) -> usize {
        self.indicators.len() * self.areas.len() * self.periods.len()
    }
}

/// Every cell of a total without a figure, of the files read so far: what was not reported first, of a
/// reason the latest period first.
///
/// A row that is not there counts where more than half of the areas of its level have one, down to the
/// community: what hardly anybody publishes is no gap of the others.
pub fn gaps(package: &Package) -> Vec<Gap> {
    let (mut cells, rows) = read(package);
    cells.extend(absent(package, &rows));
    together(cells)
}

/// The reasons that make a gap, in the order in which they are told.
const REASONS: [Missing; 7] = [
    Missing::NotReported,
    Missing::NoRow,
    Missing::Blank,
    Missing::NoDenominator,
    Missing::NotCollected,
    Missing::Suppressed,
    Missing::Impossible,
];

/// A cell without its figure: the place of the reason among these, and where it is.
type Lacking = (u8, IndicatorId, AreaId, Period);

/// The areas down to the community that have a row, of each indicator and period.
type Rows = BTreeMap<(IndicatorId, Period), BTreeSet<AreaId>>;

fn lacking(
    missing: Missing,
    indicator: IndicatorId,
    area: AreaId,
    period: Period,
) -> Option<Lacking> {
    let place = REASONS.iter().position(|known| *known == missing)?;
    Some((place as u8, indicator, area, period))
}

/// The rows without a figure, and where there are rows at all.
fn read(package: &Package) -> (Vec<Lacking>, Rows) {
    let lowest = lowest(package);
    let (mut cells, mut rows) = (Vec::new(), Rows::new());
    for file in package.observation_files() {
        for (key, slice) in file.index.slices().filter(|(key, _)| key.category == 0) {
            let there = rows.entry((key.indicator, key.period)).or_default();
            for (area, row) in slice.iter() {
                if package.areas.get(area).level <= lowest {
                    there.insert(area);
                }
                // Most rows have a figure, and are not looked at any closer.
                if has_figure(file, row) {
                    continue;
                }
                let reading = select(package, key.indicator, area, key.period);
                if let Value::Missing(missing) = reading.value {
                    cells.extend(lacking(missing, key.indicator, area, key.period));
                }
            }
        }
    }
    (cells, rows)
}

fn has_figure(file: &ObservationFile, row: usize) -> bool {
    let table = &file.table;
    let has_quotient = || {
        table.numerator.get(row).is_some() && table.denominator.get(row).is_some_and(|it| it > 0.0)
    };
    table.status(row).has_figure() && (table.value.get(row).is_some() || has_quotient())
}

/// The rows that are not there although most areas of the level have theirs.
fn absent(package: &Package, rows: &Rows) -> Vec<Lacking> {
    let lowest = lowest(package);
    let levels = package.descriptor.levels.len().min(usize::from(u8::MAX)) as u8;
    let levels = (0..levels).map(LevelId).filter(|level| *level <= lowest);
    let areas = levels.map(|level| package.areas.of_level(level, None, None));
    let areas: Vec<Vec<AreaId>> = areas.collect();
    let mut cells = Vec::new();
    for ((indicator, period), there) in rows {
        for areas in &areas {
            let expected = areas.iter().copied();
            let expected = expected.filter(|it| is_expected(package, *indicator, *it, *period));
            let (with, without): (Vec<AreaId>, Vec<AreaId>) =
                expected.partition(|area| there.contains(area));
            if with.len() > without.len() {
                let missing = |area| lacking(Missing::NoRow, *indicator, area, *period);
                cells.extend(without.into_iter().filter_map(missing));
            }
        }
    }
    cells
}

/// The lowest level of which a row can be missed.
fn lowest(package: &Package) -> LevelId {
    package
        .descriptor
        .level("community")
        .unwrap_or(LevelId(u8::MAX))
}

/// Brings together what is alike: the periods of a cell, then areas, then indicators.
fn together(cells: Vec<Lacking>) -> Vec<Gap> {
    let mut periods: BTreeMap<(u8, IndicatorId, AreaId), BTreeSet<Period>> = BTreeMap::new();
    for (reason, indicator, area, period) in cells {
        periods
            .entry((reason, indicator, area))
            .or_default()
            .insert(period);
    }
    let mut areas: BTreeMap<(u8, Vec<Period>, IndicatorId), Vec<AreaId>> = BTreeMap::new();
    for ((reason, indicator, area), periods) in periods {
        let key = (reason, Vec::from_iter(periods), indicator);
        areas.entry(key).or_default().push(area);
    }
    let mut indicators: BTreeMap<(u8, Vec<Period>, Vec<AreaId>), Vec<IndicatorId>> =
        BTreeMap::new();
    for ((reason, periods, indicator), areas) in areas {
        indicators
            .entry((reason, periods, areas))
            .or_default()
            .push(indicator);
    }
    let gaps = indicators
        .into_iter()
        .map(|((reason, periods, areas), indicators)| Gap {
            missing: REASONS[usize::from(reason)],
            indicators,
            areas,
            periods,
        });
    let mut gaps: Vec<Gap> = gaps.collect();
    let reason = |gap: &Gap| REASONS.iter().position(|known| *known == gap.missing);
    sort_by(&mut gaps, |one, other| {
        let newest_first = || other.periods.last().cmp(&one.periods.last());
        reason(one).cmp(&reason(other)).then_with(newest_first)
    });
    gaps
}
