//! The readings of one indicator at many areas: at one period, or over all periods of a kind.
//!
//! Each file is gone through once, where asking area by area would search every file for each.

use super::select::{Reading, readings};
use crate::model::{AreaId, IndicatorId, Period, PeriodKind, sorted_unique};
use crate::package::Package;

/// The newest ripe row of each area and its period, in step with `areas`; none where an area has
/// no ripe row.
pub fn select_latest(
    package: &Package,
    indicator: IndicatorId,
    areas: &[AreaId],
) -> Vec<Option<(Period, Reading)>> {
    let files = package.observation_files();
    let slices = files.flat_map(|file| file.index.of_indicator(indicator, 0));
    let periods = sorted_unique(slices.map(|(period, _)| period));
    let mut newest = vec![None; areas.len()];
    for period in periods.into_iter().rev() {
        if newest.iter().all(Option::is_some) {
            break;
        }
        let column = readings(package, indicator, areas, period);
        for (found, reading) in newest.iter_mut().zip(column) {
            if found.is_none() && reading.place.is_some() && !reading.is_provisional() {
                *found = Some((period, reading));
            }
        }
    }
    newest
}

/// One indicator at many areas over all periods of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// The areas, in the order of ids.
    pub areas: Vec<AreaId>,
    /// The periods of which any area has a row, the earliest first.
    pub periods: Vec<Period>,
    /// Area by area, in step with the periods.
    readings: Vec<Reading>,
}

impl Panel {
    /// Keeps so many of the earliest periods.
    pub fn shorten(&mut self, count: usize) {
        let (width, areas) = (self.periods.len(), self.areas.len());
        if count < width {
            for at in 0..areas {
                self.readings
                    .copy_within(at * width..at * width + count, at * count);
            }
            self.readings.truncate(areas * count);
            self.periods.truncate(count);
        }
    }

    /// The series of the area at this place, in step with the periods.
    pub fn series(&self, at: usize) -> &[Reading] {
        let width = self.periods.len();
        &self.readings[at * width..(at + 1) * width]
    }
}

/// Reads the panel. `areas` are in the order of ids.
pub fn panel(
    package: &Package,
    indicator: IndicatorId,
    areas: Vec<AreaId>,
    kind: PeriodKind,
) -> Panel {
    let files = package.observation_files();
    let slices = files.flat_map(|file| file.index.of_indicator(indicator, 0));
    let of_kind = slices.filter(|(period, slice)| {
        period.kind() == kind
            && slice
                .iter()
                .any(|(area, _)| areas.binary_search(&area).is_ok())
    });
    let periods = sorted_unique(of_kind.map(|(period, _)| period));
    let mut cells = vec![Reading::NO_ROW; areas.len() * periods.len()];
    for (place, period) in periods.iter().enumerate() {
        let column = readings(package, indicator, &areas, *period);
        for (at, reading) in column.into_iter().enumerate() {
            cells[at * periods.len() + place] = reading;
        }
    }
    Panel {
        areas,
        periods,
        readings: cells,
    }
}
