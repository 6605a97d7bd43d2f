//! What the page 「事项」 shows for an address: the area beside, the level that is scored, the weights.

use super::View;
use crate::answer::{CaseWeights, score_levels};
use crate::model::{AreaId, LevelId, Period};
use crate::package::Package;

/// The word that asks for no area beside.
pub const NO_AREA_BESIDE: &str = "none";

/// The area beside: the first that the address asks for, else the top area in which this one lies; none
/// beside a top area, and none where the address asks for none.
pub fn case_beside(view: &View, package: &Package, area: AreaId) -> Option<AreaId> {
    let asked = view.beside.first().map(String::as_str);
    if asked == Some(NO_AREA_BESIDE) {
        return None;
    }
    let other = |id: &AreaId| *id != area;
    let asked = asked.and_then(|code| package.areas.id(code)).filter(other);
    asked.or_else(|| package.areas.path(area).first().copied().filter(other))
}

/// Names the area beside where it is none, or the page's own.
pub(super) fn leave_aside(
    view: &View,
    package: &Package,
    own: Option<AreaId>,
    leave: &mut dyn FnMut(&str, &str),
) {
    for code in view.beside.iter().filter(|code| *code != NO_AREA_BESIDE) {
        let area = package.areas.id(code);
        if area.is_none() || area == own {
            leave("beside", code);
        }
    }
}

/// The level whose areas are scored: the one asked for, else that of the area, else the highest that
/// has several areas.
pub fn score_level(
    view: &View,
    package: &Package,
    period: Period,
    area: AreaId,
) -> Option<LevelId> {
    let levels = score_levels(package, period);
    let has = |level: &LevelId| levels.contains(level);
    let asked = package.descriptor.level(&view.level).filter(has);
    let own = Some(package.areas.get(area).level).filter(has);
    asked.or(own).or_else(|| levels.first().copied())
}

/// The weights, and whether those of the address could be read.
pub fn case_weights(view: &View) -> (CaseWeights, bool) {
    match CaseWeights::parse(&view.weights) {
        Some(weights) => (weights, true),
        None => (CaseWeights::default(), false),
    }
}
