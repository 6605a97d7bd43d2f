//! Service centres by tier: one is expected for each area of the tier (1 + 10 + N), and what is
//! reported is held against that.

use super::super::unread::figures_are_read;
use super::OrganisationQuestion;
use super::tree::Tree;
use crate::model::{AreaId, IndicatorId, LevelId, Period, Role};
use crate::package::Package;
use crate::query::{Reading, Total, levels_with_rows, readings, standing_period, total};

/// An area of a tier, and what it reports.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Centre {
    /// The area.
    pub area: AreaId,
    /// What it reports.
    pub reading: Reading,
}

/// Why the tier of an indicator is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoTier {
    /// The area alone reports, and more than one: they belong to areas below that say nothing.
    AreaAlone,
    /// Files that may hold what areas below report have not been read.
    NotRead,
}

/// One indicator of centres.
#[derive(Clone, Debug, PartialEq)]
pub struct CentreTier {
    /// The indicator.
    pub indicator: IndicatorId,
    /// The period.
    pub period: Period,
    /// What the area reports, or what the reports of its parts sum up to.
    pub total: Total,
    /// The level whose areas should each have one: the lowest on which any area reports.
    pub tier: Result<LevelId, NoTier>,
    /// How many are expected: the number of areas of the tier.
    pub expected: Option<usize>,
    /// Areas of the tier that report none, in the order of the package.
    pub without: Vec<Centre>,
    /// Areas of the tier that report more than one.
    pub several: Vec<Centre>,
    /// Areas of the tier that give no exact figure.
    pub unknown: Vec<Centre>,
}

pub(super) fn centres(
    package: &Package,
    question: &OrganisationQuestion,
    tree: &Tree,
) -> Vec<CentreTier> {
    let indicators = package.indicators.iter();
    let reported = indicators.filter(|(_, it)| it.role == Some(Role::CentreReported));
    reported
        .filter_map(|(id, _)| centre_tier(package, question, tree, id))
        .collect()
}

fn centre_tier(
    package: &Package,
    question: &OrganisationQuestion,
    tree: &Tree,
    id: IndicatorId,
) -> Option<CentreTier> {
    let own_level = package.areas.get(question.area).level;
    let levels = levels_with_rows(package, id);
    let mut lowest_first = levels.into_iter().rev().filter(|it| *it >= own_level);
    let (level, period, own) =
        lowest_first.find_map(|level| reports(package, question, tree, id, level))?;
    let mut tier = CentreTier {
        indicator: id,
        period,
        total: total(package, id, question.area, period),
        tier: Ok(level),
        expected: None,
        without: Vec::new(),
        several: Vec::new(),
        unknown: Vec::new(),
    };
    let mut below = tree.levels.iter().filter(|it| it.level > level);
    if level == own_level && tier.total.reading.value.number() > Some(1.0) {
        tier.tier = Err(
            match below.all(|it| figures_are_read(package, id, it.level, period)) {
                true => NoTier::AreaAlone,
                false => NoTier::NotRead,
            },
        );
        return Some(tier);
    }
    tier.expected = Some(own.len());
    for centre in own {
        match centre.reading.value.exact() {
            Some(number) if number < 1.0 => tier.without.push(centre),
            Some(number) if number > 1.0 => tier.several.push(centre),
            Some(_) => {}
            None => tier.unknown.push(centre),
        }
    }
    Some(tier)
}

/// The areas of a level with what they report, where any of them reports.
fn reports(
    package: &Package,
    question: &OrganisationQuestion,
    tree: &Tree,
    id: IndicatorId,
    level: LevelId,
) -> Option<(LevelId, Period, Vec<Centre>)> {
    let period = standing_period(package, id, level, question.period)?;
    let areas = tree.standing(package, level, period);
    let own = readings(package, id, &areas, period);
    let is_reported = own.iter().any(|reading| reading.place.is_some());
    let centres = areas.into_iter().zip(own);
    let centres = centres.map(|(area, reading)| Centre { area, reading });
    is_reported.then(|| (level, period, centres.collect()))
}
