//! One indicator at one area over all its periods.

use super::select::{Reading, select};
use super::total::total;
use crate::model::{AreaId, IndicatorId, Period, sorted_unique};
use crate::package::Package;

/// One point of a series.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SeriesPoint {
    /// The period.
    pub period: Period,
    /// What the data says for it.
    pub reading: Reading,
}

/// The same for an area that publishes nothing of its own: its parts summed at every period of
/// which any of them has a row. Partial sums are no points of a series.
pub fn total_series(package: &Package, indicator: IndicatorId, area: AreaId) -> Vec<SeriesPoint> {
    let own = series(package, indicator, area);
    if !own.is_empty() {
        return own;
    }
    let files = package.observation_files();
    let slices = files.flat_map(|file| file.index.of_indicator(indicator, 0));
    let periods = sorted_unique(slices.map(|(period, _)| period));
    let points = periods.into_iter().filter_map(|period| {
        let total = total(package, indicator, area, period);
        let has_value = total.reading.value.number().is_some() && !total.is_partial();
        has_value.then_some(SeriesPoint {
            period,
            reading: total.reading,
        })
    });
    points.collect()
}

/// Every period of which the area has a row, the earliest first.
pub fn series(package: &Package, indicator: IndicatorId, area: AreaId) -> Vec<SeriesPoint> {
    let mut periods: Vec<Period> = Vec::new();
    for file in package.observation_files() {
        for (period, slice) in file.index.of_indicator(indicator, 0) {
            if slice.row(area).is_some() {
                periods.push(period);
            }
        }
    }
    let periods = sorted_unique(periods);
    let points = periods.into_iter().map(|period| SeriesPoint {
        period,
        reading: select(package, indicator, area, period),
    });
    points.collect()
}
