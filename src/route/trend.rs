//! What a view asks of the page of trends.

use super::{PeriodKey, Resolved, View, benchmark_choice};
use crate::answer::{BenchmarkChoice, MultiplesQuestion, TogetherQuestion, TrendQuestion};
use crate::model::{AreaId, IndicatorId, Period};
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
        until: until(view),
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
        until: until(view),
    })
}

/// One indicator at all areas of the level.
pub fn multiples_question(view: &View, resolved: &Resolved) -> Option<MultiplesQuestion> {
    Some(MultiplesQuestion {
        indicator: resolved.indicator?,
        level: resolved.level?,
        within: resolved.within,
        until: until(view),
    })
}

fn until(view: &View) -> Option<Period> {
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
    match benchmark_choice(package, &view.target, indicator, until(view))? {
        BenchmarkChoice::Number(number) => Some(number),
        BenchmarkChoice::Standard(place) => package.standards.get(place).map(|it| it.value),
        BenchmarkChoice::Top | BenchmarkChoice::Area(_) => None,
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
