//! One indicator at one area over all its periods.

use super::select::{Reading, select};
use crate::model::{AreaId, IndicatorId, Period};
use crate::package::Package;
use std::collections::BTreeSet;

/// One point of a series.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SeriesPoint {
    /// The period.
    pub period: Period,
    /// What the data says for it.
    pub reading: Reading,
}

/// Every period of which the area has a row, the earliest first.
pub fn series(package: &Package, indicator: IndicatorId, area: AreaId) -> Vec<SeriesPoint> {
    let mut periods = BTreeSet::new();
    for file in package.observation_files() {
        for (period, slice) in file.index.of_indicator(indicator, 0) {
            if slice.row(area).is_some() {
                periods.insert(period);
            }
        }
    }
    let points = periods.into_iter().map(|period| SeriesPoint {
        period,
        reading: select(package, indicator, area, period),
    });
    points.collect()
}
