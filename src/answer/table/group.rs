//! The reader's own group of areas, and what its members come to together.

use crate::model::{AreaId, Indicator, IndicatorId, Kind, LevelId, Period, Value, sorted_unique};
use crate::package::Package;
use crate::query::{Reading, readings, sum};

/// How the value of a group came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupSum {
    /// Every one of so many members has a figure, and they were summed.
    Whole(usize),
    /// Only so many of so many have one that can be summed: a part is not the group.
    Partial(usize, usize),
    /// Nothing is published of any member.
    Nothing,
    /// Means, ratios without counts and running totals are not summed.
    Never,
}

/// True for what may be summed over areas: counts, and what is made of a numerator and a denominator.
pub fn can_be_summed(indicator: &Indicator) -> bool {
    indicator.is_quotient() || indicator.kind == Kind::Count
}

/// The members of a group that are of a level, in the order of the package. Areas of one level hold
/// nothing in common, so that a sum counts nothing twice.
pub fn members_of(package: &Package, group: &[AreaId], level: LevelId) -> Vec<AreaId> {
    let members = group.iter().copied();
    sorted_unique(members.filter(|area| package.areas.get(*area).level == level))
}

/// The members of a group together at a period, summed from counts; without one nothing is summed, since
/// each member shows a period of its own. Members that were no areas in the period are left out.
pub fn group_sum(
    package: &Package,
    id: IndicatorId,
    members: &[AreaId],
    period: Option<Period>,
) -> (Reading, GroupSum) {
    let indicator = package.indicators.get(id);
    let Some(period) = period.filter(|_| can_be_summed(indicator)) else {
        return (Reading::NO_ROW, GroupSum::Never);
    };
    let valid = members.iter().copied();
    let valid: Vec<AreaId> = valid
        .filter(|area| package.areas.is_valid_in(*area, period))
        .collect();
    let parts = readings(package, id, &valid, period);
    let is_known = |reading: &&Reading| match indicator.is_quotient() {
        true => reading.value.exact().is_some() && reading.numerator.is_some(),
        false => matches!(reading.value, Value::Known(_)),
    };
    if parts.iter().all(|reading| reading.place.is_none()) {
        return (Reading::NO_ROW, GroupSum::Nothing);
    }
    let known = parts.iter().filter(is_known).count();
    let summed = sum(indicator, &parts);
    match known == parts.len() && known > 0 {
        true => (summed, GroupSum::Whole(known)),
        false => (Reading::NO_ROW, GroupSum::Partial(known, parts.len())),
    }
}
