//! What a view asks of the researcher's table, and the reader's own group of areas.

use super::{Explored, Page, PeriodKey, Resolved, Shown, View, read_baseline};
use crate::answer::{Across, PeriodChoice, TablePeriods, TableQuestion};
use crate::model::{AreaId, IndicatorId, Period};
use crate::package::Package;

/// What stands for the reader's group where an address says within what is looked.
pub const WITHIN_GROUP: &str = "group";

/// True where a view shows the group alone: in the researcher's table and in the comparison of one
/// indicator.
pub fn is_only_group(view: &View) -> bool {
    view.within == WITHIN_GROUP && !view.group.is_empty() && may_narrow(view)
}

/// True where a view can be narrowed to the group.
pub fn may_narrow(view: &View) -> bool {
    match view.page {
        Page::Compare => view.shown == Shown::One,
        Page::Explore => view.explored == Explored::Table,
        _ => false,
    }
}

/// The areas of the reader's group, each once, in the order of the address.
pub fn group_areas(view: &View, package: &Package) -> Vec<AreaId> {
    let mut areas: Vec<AreaId> = Vec::new();
    for area in view.group.iter().filter_map(|code| package.areas.id(code)) {
        if !areas.contains(&area) {
            areas.push(area);
        }
    }
    areas
}

/// The indicators of the table, each once, in the order of the address; the page's where none is asked
/// for. Of none that the package has there is no table.
pub fn table_indicators(view: &View, package: &Package, resolved: &Resolved) -> Vec<IndicatorId> {
    let mut ids: Vec<IndicatorId> = Vec::new();
    for code in view.explore_choice("indicators").split(',') {
        if let Some(id) = package.indicators.id(code)
            && !ids.contains(&id)
        {
            ids.push(id);
        }
    }
    if view.explore_choice("indicators").is_empty() {
        ids.extend(resolved.indicator);
    }
    ids
}

/// The span of periods that an address asks for: every one, or those from one to another; none where it
/// asks for the one of the view.
pub fn table_span(view: &View) -> Option<TablePeriods> {
    match view.explore_choice("periods") {
        "" => None,
        "all" => Some(TablePeriods::All),
        text => match read_baseline(text) {
            Some((from, to)) => Some(TablePeriods::Span(from, to)),
            None => Period::parse(text).map(|period| TablePeriods::Span(period, period)),
        },
    }
}

/// The table; none while the level or the period is not known.
pub fn table_question(
    view: &View,
    package: &Package,
    resolved: &Resolved,
) -> Option<TableQuestion> {
    let of_view = match resolved.period {
        Some(PeriodChoice::At(period)) => Some(TablePeriods::At(period)),
        Some(PeriodChoice::EachLatest) => Some(TablePeriods::EachLatest),
        None => None,
    };
    let indicators = table_indicators(view, package, resolved);
    (!indicators.is_empty()).then_some(TableQuestion {
        indicators,
        level: resolved.level?,
        within: resolved.within,
        group: group_areas(view, package),
        is_only_group: is_only_group(view),
        periods: table_span(view).or(of_view)?,
        across: Across::from_word(view.explore_choice("pivot")).unwrap_or_default(),
    })
}

/// What of a view the table left aside: indicators that are not there, periods and what stands across
/// that could not be read.
pub fn table_ignored(view: &View, package: &Package) -> Vec<(String, String)> {
    let mut ignored = Vec::new();
    let mut leave = |key: &str, value: &str| ignored.push((key.to_string(), value.to_string()));
    let codes = view.explore_choice("indicators").split(',');
    let is_unknown = |code: &&str| !code.is_empty() && package.indicators.id(code).is_none();
    codes
        .filter(is_unknown)
        .for_each(|code| leave("indicators", code));
    let periods = view.explore_choice("periods");
    if !periods.is_empty() && table_span(view).is_none() {
        leave("periods", periods);
    }
    let across = view.explore_choice("pivot");
    if Across::from_word(across).is_none() {
        leave("pivot", across);
    }
    ignored
}

/// The period that a view asks for; none for the newest, of which only the newest files are read.
pub(super) fn table_period(view: &View) -> Option<Period> {
    match view.period {
        PeriodKey::At(period) => Some(period),
        PeriodKey::Newest | PeriodKey::EachLatest => None,
    }
}
