//! Why an area has no stages at a period, in a package that counts them: so that nothing is called
//! unpublished that stands one period further on.

use super::stages;
use crate::model::{AreaId, Period, sort_by_key, sorted_unique};
use crate::package::Package;
use crate::parse::cell;
use crate::query::{levels_with_rows, read_periods_of};

/// Why there are no stages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoStages {
    /// The area is there only from this period on.
    NotYet(Period),
    /// The area was there until this period; what came of it, in the order of the package.
    Gone(Period, Vec<AreaId>),
    /// Its stages are counted by another kind of period.
    OtherKind,
    /// They are counted by this kind of period, but not at this one.
    NotThen,
    /// Nothing is counted of this area at any period.
    NotOfArea,
}

/// Why there are none, and the nearest period at which there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StagesElsewhere {
    /// Why.
    pub reason: NoStages,
    /// The period of stages of this area that shares a month with the one asked for and is the newest,
    /// else the nearest to it, the later of two as near.
    pub nearest: Option<Period>,
}

/// Where the stages stand that an area does not have at a period; none where the package counts no
/// stages of any area, or where the area has some.
pub fn stages_elsewhere(
    package: &Package,
    area: AreaId,
    period: Period,
) -> Option<StagesElsewhere> {
    let has_stages = |at: Period| !stages::read_stages(package, area, at).0.is_empty();
    let mut periods = stage_periods(package);
    if periods.is_empty() || has_stages(period) {
        return None;
    }
    let distance = |at: &Period| {
        let apart = at.end_index().abs_diff(period.end_index());
        let is_within = at.shares_a_month_with(period);
        (
            !is_within,
            if is_within { 0 } else { apart },
            std::cmp::Reverse(at.end_index()),
        )
    };
    sort_by_key(&mut periods, distance);
    let nearest = periods.into_iter().find(|at| has_stages(*at));
    let reason = match (bounds_missed(package, area, period), nearest) {
        (Some(reason), _) => reason,
        (None, None) => NoStages::NotOfArea,
        (None, Some(nearest)) if nearest.kind() != period.kind() => NoStages::OtherKind,
        (None, Some(_)) => NoStages::NotThen,
    };
    Some(StagesElsewhere { reason, nearest })
}

/// Every period read at which any stage has a row on any level.
fn stage_periods(package: &Package) -> Vec<Period> {
    let indicators = package.indicators.iter();
    let stages = indicators.filter(|(_, it)| {
        let role = it.role;
        role.is_some_and(|role| stages::case_stages().any(|stage| stage == role))
    });
    let periods = stages.flat_map(|(id, _)| {
        let levels = levels_with_rows(package, id);
        levels
            .into_iter()
            .flat_map(move |level| read_periods_of(package, id, level))
    });
    sorted_unique(periods)
}

/// That the area was not yet there, or is there no more.
fn bounds_missed(package: &Package, area: AreaId, period: Period) -> Option<NoStages> {
    if package.areas.is_valid_in(area, period) {
        return None;
    }
    let about = package.areas.get(area);
    let written = |text: &str| cell::period(text).ok().map(|read| read.period);
    let from = written(&about.valid_from).filter(|from| {
        (from.start_year(), from.start_month()) > (period.end_year(), period.end_month())
    });
    if let Some(from) = from {
        return Some(NoStages::NotYet(from));
    }
    let rows = package.lineage.iter();
    let rows = rows.filter(|row| row.from_code == about.code);
    let heirs = rows.filter_map(|row| package.areas.id(&row.to_code));
    Some(NoStages::Gone(
        written(&about.valid_to)?,
        sorted_unique(heirs),
    ))
}
