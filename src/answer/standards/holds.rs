//! Where and when a standard holds, and whether it speaks of the indicator in its own unit.

use super::NotJudged;
use crate::model::{AreaId, Indicator, IndicatorId, Period, Standard};
use crate::package::{Package, TableKind};
use crate::parse::cell;

/// The standard does not speak of an area.
pub(super) struct Outside;

/// Why a standard judges no area at the period, where that is so. It is in force where it holds at
/// the period's end: inventories are of that day, and a target of the year counts for its months.
pub(super) fn for_all(
    package: &Package,
    standard: &Standard,
    indicator: IndicatorId,
    period: Period,
) -> Option<NotJudged> {
    if !matches!(standard.applies_to.as_str(), "" | "all" | "split-parts") {
        return Some(NotJudged::ListUnknown);
    }
    match force(standard, period) {
        None => Some(NotJudged::DatesUnreadable),
        Some(false) => Some(NotJudged::NotInForce),
        Some(true) => unit_reason(package.indicators.get(indicator), standard, period),
    }
}

/// True where a standard is in force at the end of a period.
pub fn is_in_force(standard: &Standard, period: Period) -> bool {
    force(standard, period) == Some(true)
}

/// The same; none where its dates cannot be read.
fn force(standard: &Standard, period: Period) -> Option<bool> {
    let from = written(&standard.effective_from)?;
    let to = written(&standard.effective_to)?;
    let end = (period.end_year(), period.end_month());
    let is_before = from.is_some_and(|from| (from.start_year(), from.start_month()) > end);
    let is_after = to.is_some_and(|to| (to.end_year(), to.end_month()) < end);
    Some(!is_before && !is_after)
}

/// True where the value of the indicator at the period can be held against the limit.
pub fn meets_unit(indicator: &Indicator, standard: &Standard, period: Period) -> bool {
    unit_reason(indicator, standard, period).is_none()
}

/// The unit must be the indicator's in one language, or the indicator's per the very span of time
/// that the period is.
fn unit_reason(indicator: &Indicator, standard: &Standard, period: Period) -> Option<NotJudged> {
    let (own, its) = (&indicator.unit, &standard.unit);
    let is_same = |one: &str, other: &str| !one.is_empty() && one == other;
    if is_same(&own.zh, &its.zh) || is_same(&own.en, &its.en) || (own.is_empty() && its.is_empty())
    {
        return None;
    }
    let Some(span) = standard.per else {
        return Some(NotJudged::UnitDiffers);
    };
    // The English unit often leaves out what is counted: `per quarter`.
    let base = its.zh.rsplit_once('/').map_or("", |(base, _)| base.trim());
    let english = its
        .en
        .rsplit_once("per ")
        .map_or("", |(base, _)| base.trim());
    if !is_same(&own.zh, base) && !is_same(&own.en, english) {
        return Some(NotJudged::UnitDiffers);
    }
    (span != period.kind()).then_some(NotJudged::SpanDiffers)
}

/// A date as written: none inside where it is blank, and so open; none at all where it cannot be
/// read.
fn written(text: &str) -> Option<Option<Period>> {
    match text {
        "" => Some(None),
        text => cell::period(text).ok().map(|read| Some(read.period)),
    }
}

/// Why a standard does not judge an area in particular, where that is so.
pub(super) fn for_area(
    package: &Package,
    standard: &Standard,
    area: AreaId,
    split_parts: Option<&[AreaId]>,
) -> Result<Option<NotJudged>, Outside> {
    if !is_set_over(package, standard, area) {
        return Ok(Some(NotJudged::Borrowed));
    }
    if standard.applies_to != "split-parts" {
        return Ok(None);
    }
    match split_parts {
        None => Ok(Some(NotJudged::SplitsUnknown)),
        Some(parts) => match parts.contains(&area) {
            true => Ok(None),
            false => Err(Outside),
        },
    }
}

/// True where the place that set a standard is an area or one in which it lies.
pub(super) fn is_set_over(package: &Package, standard: &Standard, area: AreaId) -> bool {
    let setter = package.areas.id(&standard.area_code);
    setter.is_some_and(|setter| package.areas.lies_in(area, setter))
}

/// The places that came out of a split; none where the package has no lineage, or it was not read.
pub(super) fn split_parts(package: &Package) -> Option<Vec<AreaId>> {
    if !package.table_is_whole(TableKind::Lineage) {
        return None;
    }
    let siblings = |code: &str| {
        let rows = package.lineage.iter();
        rows.filter(|row| row.from_code == code).count()
    };
    let parts = package.lineage.iter();
    let parts = parts.filter(|row| siblings(&row.from_code) > 1);
    Some(
        parts
            .filter_map(|row| package.areas.id(&row.to_code))
            .collect(),
    )
}
