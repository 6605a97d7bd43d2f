//! What else the package says of the organisation of an area: inventories of the theme without a part
//! in the tree, shares of units above all; and rules for meetings of which no number is published.

use super::OrganisationQuestion;
use crate::answer::coverage::{CoverageQuestion, NoNames, coverage};
use crate::answer::parent::{ParentCheck, parent_check};
use crate::answer::units::Units;
use crate::model::{AreaId, IndicatorId, Kind, Nature, Period, Role, Standard, Theme};
use crate::package::Package;
use crate::query::{Total, levels_with_rows, standing_period, total};

/// One indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct OtherCount {
    /// The indicator.
    pub indicator: IndicatorId,
    /// The period of the value.
    pub period: Period,
    /// The value at the area.
    pub total: Total,
    /// For a share: how many are not covered, where both numbers are known.
    pub missing: Option<f64>,
    /// The published value beside the sum of its parts.
    pub parent: Option<ParentCheck>,
    /// For a share: the units of which a list has these very figures, or why none is known.
    pub units: Option<Result<Units, NoNames>>,
}

/// The inventories of the theme that no other part of the answer holds, in the order of the package.
pub fn other_counts(package: &Package, question: OrganisationQuestion) -> Vec<OtherCount> {
    let indicators = package.indicators.iter();
    let others = indicators.filter(|(_, it)| {
        it.theme == Theme::Organisation && it.nature == Nature::Inventory && it.role.is_none()
    });
    others
        .filter_map(|(id, _)| other_count(package, question, id))
        .collect()
}

fn other_count(
    package: &Package,
    question: OrganisationQuestion,
    id: IndicatorId,
) -> Option<OtherCount> {
    let own_level = package.areas.get(question.area).level;
    let mut levels = levels_with_rows(package, id).into_iter();
    let level = levels.find(|level| *level >= own_level)?;
    let period = standing_period(package, id, level, question.period)?;
    let own = total(package, id, question.area, period);
    // An area that has no row and no parts with any is not spoken of.
    // What one building publishes is not the district's: only a row of its own is an area's figure.
    own.reading.place?;
    let is_share = package.indicators.get(id).kind == Kind::Proportion;
    let covered = is_share.then(|| {
        coverage(
            package,
            CoverageQuestion {
                indicator: id,
                area: question.area,
                level: own_level,
                period,
                units: None,
            },
        )
    });
    Some(OtherCount {
        indicator: id,
        period,
        total: own,
        parent: parent_check(package, id, question.area, period),
        missing: covered.as_ref().and_then(|it| it.whole.missing),
        units: covered.map(|it| it.units),
    })
}

/// The standards on meetings that an area has set for itself and of which the package publishes no
/// number of meetings held, in the order of the package.
pub fn unreported_meetings(package: &Package, question: OrganisationQuestion) -> Vec<Standard> {
    let code = &package.areas.get(question.area).code;
    let rules = package.standards.iter().filter(|standard| {
        let about = package.indicators.id(&standard.indicator);
        about.is_some_and(|id| {
            let indicator = package.indicators.get(id);
            indicator.theme == Theme::Meetings
                && indicator.role != Some(Role::MeetingHeld)
                && levels_with_rows(package, id).is_empty()
        })
    });
    rules
        .filter(|standard| standard.area_code == *code)
        .cloned()
        .collect()
}

/// The newest period, up to one, of which an area has a row of its own about the organisation: where
/// several top areas publish at different times, each is seen at its own.
pub fn newest_of_area(package: &Package, area: AreaId, until: Period) -> Option<Period> {
    let indicators = package.indicators.iter().filter(|(_, it)| {
        let role = it.role;
        role.is_some_and(Role::is_of_organisation) || it.theme == Theme::Organisation
    });
    let ids: Vec<IndicatorId> = indicators.map(|(id, _)| id).collect();
    let periods = package.observation_files().flat_map(|file| {
        let slices = ids.iter().flat_map(|id| file.index.of_indicator(*id, 0));
        let own = slices.filter(|(_, slice)| slice.row(area).is_some());
        own.map(|(period, _)| period).collect::<Vec<Period>>()
    });
    let asked = periods.filter(|period| period.end_index() <= until.end_index());
    asked.max()
}
