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

/// True unless two indicators are known to have no area of a level in common: where both have rows on it
/// as far as files have been read, at whatever period, and no area has both.
pub fn may_share_areas(
    package: &Package,
    one: IndicatorId,
    other: IndicatorId,
    level: LevelId,
) -> bool {
    let areas_of = |indicator: IndicatorId| {
        let files = package.observation_files();
        let slices = files.flat_map(move |file| file.index.of_indicator(indicator, 0));
        let areas = slices.flat_map(|(_, slice)| slice.iter().map(|(area, _)| area));
        areas.filter(|area| package.areas.get(*area).level == level)
    };
    let mut has_other = vec![false; package.areas.count()];
    let mut is_known = false;
    for area in areas_of(other) {
        has_other[area.0 as usize] = true;
        is_known = true;
    }
    let mut own = areas_of(one).peekable();
    is_known = is_known && own.peek().is_some();
    !is_known || own.any(|area| has_other[area.0 as usize])
}
