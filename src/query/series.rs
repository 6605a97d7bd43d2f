//! One indicator at one area over all its periods.

use super::select::{Reading, read_area};
use super::total::{Total, total};
use crate::model::{AreaId, IndicatorId, Period, sort_by_key, sorted_unique};
use crate::package::Package;
use crate::table::SliceKey;

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
    let totals = totals(package, indicator, area);
    let whole = totals.into_iter().filter(|(_, total)| !total.is_partial());
    let point = |(period, total): (Period, Total)| SeriesPoint {
        period,
        reading: total.reading,
    };
    whole.map(point).collect()
}

/// The newest period, up to `until`, at which the parts of an area have a ripe sum, be it partial.
pub fn newest_sum(
    package: &Package,
    indicator: IndicatorId,
    area: AreaId,
    until: Option<Period>,
) -> Option<Period> {
    let totals = totals(package, indicator, area);
    let mut newest_first = totals.into_iter().rev();
    let is_asked = |period: Period| until.is_none_or(|it| period.end_index() <= it.end_index());
    let found = newest_first
        .find(|(period, total)| is_asked(*period) && !total.reading.is_provisional())?;
    Some(found.0)
}

/// What an area's parts sum up to at every period of which any place has a row.
fn totals(package: &Package, indicator: IndicatorId, area: AreaId) -> Vec<(Period, Total)> {
    let files = package.observation_files();
    let slices = files.flat_map(|file| file.index.of_indicator(indicator, 0));
    let periods = sorted_unique(slices.map(|(period, _)| period));
    let totals = periods.into_iter().filter_map(|period| {
        let total = total(package, indicator, area, period);
        let has_value = total.reading.value.number().is_some();
        has_value.then_some((period, total))
    });
    totals.collect()
}

/// Every period of which the area has a row, the earliest first.
pub fn series(package: &Package, indicator: IndicatorId, area: AreaId) -> Vec<SeriesPoint> {
    let mut points: Vec<SeriesPoint> = Vec::new();
    for file in package.observation_files() {
        for (period, slice) in file.index.of_indicator(indicator, 0) {
            if let Some(row) = slice.row(area) {
                let key = SliceKey {
                    indicator,
                    category: 0,
                    period,
                };
                let reading = read_area(package, file, key, area, row);
                points.push(SeriesPoint { period, reading });
            }
        }
    }
    // Of a period that stands in two files both readings say so.
    sort_by_key(&mut points, |point| point.period);
    points.dedup_by_key(|point| point.period);
    points
}
