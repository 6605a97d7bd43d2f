//! The periods that a page offers.

use super::{Page, Resolved, View};
use crate::answer::period_options;
use crate::model::{Indicator, IndicatorId, LevelId, Period, Role, sort_by, sorted_unique};
use crate::package::Package;

/// The periods on offer, the newest first; one asked for is among them where the page is about one
/// indicator. Empty where a page shows no period of its own.
pub fn page_periods(view: &View, package: &Package, resolved: &Resolved) -> Vec<Period> {
    let area_level = resolved.area.map(|area| package.areas.get(area).level);
    let mut periods = match view.page {
        Page::Data => return Vec::new(),
        Page::Compare | Page::Map | Page::Explore => {
            let asked = resolved.indicator.zip(resolved.level);
            asked.map_or(Vec::new(), |(id, level)| period_options(package, id, level))
        }
        Page::Trends => {
            let asked = resolved.indicator.zip(area_level);
            asked.map_or(Vec::new(), |(id, level)| period_options(package, id, level))
        }
        Page::Overview => return overview_periods(package),
        Page::Profile => of_indicators(package, area_level.unwrap_or(LevelId(0)), |_| true),
        Page::Organisation => of_roles(package, area_level, Role::is_of_organisation),
        Page::Cases => of_roles(package, area_level, Role::is_of_cases),
        Page::Standards => {
            let is_meant =
                |it: &Indicator| package.standards.iter().any(|its| its.indicator == it.code);
            let levels = resolved.level.unwrap_or(LevelId(0));
            of_indicators(package, levels, is_meant)
        }
    };
    sort_by(&mut periods, |one, other| other.cmp(one));
    periods
}

/// The periods that the overview offers, the newest first.
pub fn overview_periods(package: &Package) -> Vec<Period> {
    let mut periods = of_indicators(package, LevelId(0), |it| it.headline);
    periods.reverse();
    periods
}

fn of_roles(package: &Package, level: Option<LevelId>, is_meant: fn(Role) -> bool) -> Vec<Period> {
    let level = level.unwrap_or(LevelId(0));
    of_indicators(package, level, |it| it.role.is_some_and(is_meant))
}

fn of_indicators(
    package: &Package,
    level: LevelId,
    is_meant: impl Fn(&Indicator) -> bool,
) -> Vec<Period> {
    let meant = package.indicators.iter().filter(|(_, it)| is_meant(it));
    let ids: Vec<IndicatorId> = meant.map(|(id, _)| id).collect();
    let periods = ids
        .into_iter()
        .flat_map(|id| period_options(package, id, level));
    sorted_unique(periods)
}
