//! What a view asks of the page of trends.

use super::{PeriodKey, Resolved, Shown, View, benchmark_choice};
use crate::answer::{
    BenchmarkChoice, MultiplesQuestion, TogetherQuestion, TrendQuestion, latest_period,
    period_options,
};
use crate::model::{AreaId, IndicatorId, LevelId, Period};
use crate::package::Package;

/// So many areas stand beside the page's own at most.
pub const MOST_BESIDE: usize = 4;

/// One indicator at one area; none while either is not known.
pub fn trend_question(
    view: &View,
    package: &Package,
    resolved: &Resolved,
) -> Option<TrendQuestion> {
    let indicator = resolved.indicator?;
    Some(TrendQuestion {
        indicator,
        area: resolved.area?,
        until: until(view, package, resolved),
        baseline: view.baseline,
        target: target(view, package, indicator),
    })
}

/// The page's own area and those beside it; none where there are none beside it.
pub fn together_question(
    view: &View,
    package: &Package,
    resolved: &Resolved,
) -> Option<TogetherQuestion> {
    let own = resolved.area?;
    let mut areas = vec![own];
    areas.extend(beside(view, package, own));
    (areas.len() > 1).then_some(TogetherQuestion {
        indicator: resolved.indicator?,
        areas,
        until: until(view, package, resolved),
    })
}

/// One indicator at all areas of the level.
pub fn multiples_question(
    view: &View,
    package: &Package,
    resolved: &Resolved,
) -> Option<MultiplesQuestion> {
    Some(MultiplesQuestion {
        indicator: resolved.indicator?,
        level: resolved.level?,
        within: resolved.within,
        until: until(view, package, resolved),
    })
}

/// The last period that a series shows. What is not yet ripe after the newest that is goes with that one:
/// it is hollow, and no part of what is said.
fn until(view: &View, package: &Package, resolved: &Resolved) -> Option<Period> {
    let asked = asked(view)?;
    if newest_ripe(view, package, resolved) != Some(asked) {
        return Some(asked);
    }
    let level = shown_level(view, package, resolved)?;
    let periods = period_options(package, resolved.indicator?, level).into_iter();
    let of_kind = periods.filter(|period| period.kind() == asked.kind());
    of_kind.max().or(Some(asked))
}

/// The newest period of which anything is final.
pub(super) fn newest_ripe(view: &View, package: &Package, resolved: &Resolved) -> Option<Period> {
    let level = shown_level(view, package, resolved);
    latest_period(package, resolved.indicator?, level)
}

fn shown_level(view: &View, package: &Package, resolved: &Resolved) -> Option<LevelId> {
    match view.shown {
        Shown::All => resolved.level,
        _ => resolved.area.map(|area| package.areas.get(area).level),
    }
}

fn asked(view: &View) -> Option<Period> {
    match view.period {
        PeriodKey::At(period) => Some(period),
        PeriodKey::Newest | PeriodKey::EachLatest => None,
    }
}

/// The areas beside the page's own, each once, in the order of the address.
fn beside(view: &View, package: &Package, own: AreaId) -> Vec<AreaId> {
    let mut areas: Vec<AreaId> = Vec::new();
    for area in view.beside.iter().filter_map(|code| package.areas.id(code)) {
        if area != own && !areas.contains(&area) && areas.len() < MOST_BESIDE {
            areas.push(area);
        }
    }
    areas
}

/// What the series should reach, in the unit of the indicator: a number, or what a standard demands at
/// the period.
fn target(view: &View, package: &Package, indicator: IndicatorId) -> Option<f64> {
    if view.target.is_empty() {
        return None;
    }
    match benchmark_choice(package, &view.target, indicator, asked(view))? {
        BenchmarkChoice::Number(number) => Some(number),
        BenchmarkChoice::Standard(place) => package.standards.get(place).map(|it| it.value),
        BenchmarkChoice::Top | BenchmarkChoice::Listed | BenchmarkChoice::Area(_) => None,
    }
}

/// Tells what of a view was left aside: a target that is none, areas that are not there.
pub(super) fn leave_aside(
    view: &View,
    package: &Package,
    indicator: Option<IndicatorId>,
    leave: &mut dyn FnMut(&str, &str),
) {
    let unknown = view
        .beside
        .iter()
        .filter(|code| package.areas.id(code).is_none());
    for code in unknown {
        leave("beside", code);
    }
    if let Some(indicator) = indicator
        && !view.target.is_empty()
        && target(view, package, indicator).is_none()
    {
        leave("target", &view.target);
    }
}
