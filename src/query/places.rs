//! The areas that a figure of a period is to be had of.

use crate::model::{AreaId, IndicatorId, LevelId, Nature, Period};
use crate::package::Package;

/// Areas of a level that should have a figure for the period, in the order of the package. What there
/// is, is counted at the period's end: a community that was split within the year has no inventory of
/// that year, its parts have. Events are counted in all areas that there were at any time of it.
pub fn expected_areas(
    package: &Package,
    indicator: IndicatorId,
    level: LevelId,
    within: Option<AreaId>,
    period: Period,
) -> Vec<AreaId> {
    let period = counted_in(package, indicator, period);
    package.areas.of_level(level, within, Some(period))
}

/// True where one area should have a figure for the period.
pub fn is_expected(
    package: &Package,
    indicator: IndicatorId,
    area: AreaId,
    period: Period,
) -> bool {
    let period = counted_in(package, indicator, period);
    package.areas.is_valid_in(area, period)
}

fn counted_in(package: &Package, indicator: IndicatorId, period: Period) -> Period {
    match package.indicators.get(indicator).nature {
        Nature::Inventory => period.last_month(),
        Nature::Events | Nature::Survey => period,
    }
}
