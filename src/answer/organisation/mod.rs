//! Whether organisation reaches every level: what there is on each, what is missing, and where the
//! published numbers and the list of areas disagree.

mod centres;
mod meetings;
mod others;
mod tree;

pub use centres::{Centre, CentreTier, NoTier};
pub use meetings::{MeetingPeriod, MeetingRequirement};
pub use others::{OtherCount, newest_of_area, other_counts, unreported_meetings};
pub use tree::{EmptyArea, LevelCount};

use super::parent::{ParentCheck, parent_check};
use super::unread::areas_are_read;
use crate::model::{AreaId, IndicatorId, LevelId, Period, Role, Value};
use crate::package::Package;
use crate::query::{Reading, Total, levels_with_rows, readings, standing_period, total};
use tree::{Tree, read_tree};

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OrganisationQuestion {
    /// The area, with everything in it.
    pub area: AreaId,
    /// The period. An indicator that has none such is seen at the one that speaks for it.
    pub period: Period,
}

/// How far an indicator reaches on one level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelReach {
    /// The level.
    pub level: LevelId,
    /// The period of its rows there.
    pub period: Period,
    /// Number of areas with a row.
    pub rows: usize,
    /// Number of areas with a figure.
    pub known: usize,
    /// Number of areas.
    pub areas: usize,
}

/// The units in the list of areas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// So many.
    Units(usize),
    /// The file that lists them has not been read.
    NotRead,
    /// The package lists no unit of the level anywhere.
    NotListed,
    /// The list is of a later time: areas that stood at the period and have since been split or merged
    /// are in it without their units.
    Later,
}

/// An area that publishes another number of units than are listed in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnitDifference {
    /// The area.
    pub area: AreaId,
    /// What it publishes.
    pub published: Reading,
    /// How many are listed in it.
    pub counted: usize,
}

/// Published units beside those listed.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitCount {
    /// The level of the units.
    pub level: LevelId,
    /// How many are listed.
    pub counted: Counted,
    /// True where both numbers are known, exact and different.
    pub differs: bool,
    /// Areas below that publish another number than are listed in them, in the order of the package.
    pub differing: Vec<UnitDifference>,
}

/// One indicator of organisations or units.
#[derive(Clone, Debug, PartialEq)]
pub struct RoleCount {
    /// The indicator.
    pub indicator: IndicatorId,
    /// Its role.
    pub role: Role,
    /// The period of the value.
    pub period: Period,
    /// The value at the area.
    pub total: Total,
    /// The published value beside the sum of its parts.
    pub parent: Option<ParentCheck>,
    /// How far it reaches, the highest level first; levels without any row are left out.
    pub reach: Vec<LevelReach>,
    /// For a number of units: what the list of areas says.
    pub units: Option<UnitCount>,
}

/// Organisations beside the units that should each have one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OrganisationShare {
    /// The number of organisations: groups, branches, member households.
    pub organisations: IndicatorId,
    /// Their number.
    pub have: Total,
    /// The number of units: grids, compounds, buildings.
    pub units: IndicatorId,
    /// Their number.
    pub all: Total,
    /// At least so many units have none: a unit may have two, and then more units go without. None
    /// where a number is missing, partial or bounded, or the periods share no month.
    pub lacking_at_least: Option<f64>,
    /// True where there are more organisations than units.
    pub is_over: bool,
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Organisation {
    /// The area.
    pub area: AreaId,
    /// The period asked about; each figure says its own.
    pub period: Period,
    /// Every level from that of the area down, with what is empty.
    pub levels: Vec<LevelCount>,
    /// Areas anywhere in the package whose parent cannot be found, in the order of the files.
    pub orphans: Vec<AreaId>,
    /// Number of areas that lie in those, which are in no sum either.
    pub adrift: usize,
    /// The indicators of organisations and units, in the order of the package.
    pub counts: Vec<RoleCount>,
    /// Groups by grids, branches by compounds, member households by buildings.
    pub shares: Vec<OrganisationShare>,
    /// Service centres, tier by tier.
    pub centres: Vec<CentreTier>,
    /// Meetings held against those required.
    pub meetings: Vec<MeetingRequirement>,
}

/// How an area is organised.
pub fn organisation(package: &Package, question: OrganisationQuestion) -> Organisation {
    let tree = read_tree(package, question.area, question.period);
    let counts: Vec<RoleCount> = package
        .indicators
        .iter()
        .filter_map(|(id, it)| Some((id, it.role.filter(|role| is_counted(*role))?)))
        .filter_map(|(id, role)| role_count(package, &question, &tree, id, role))
        .collect();
    Organisation {
        shares: shares(&counts),
        counts,
        centres: centres::centres(package, &question, &tree),
        meetings: meetings::meetings(package, &question),
        levels: tree.levels,
        adrift: adrift_below(package),
        orphans: package.areas.orphans().to_vec(),
        area: question.area,
        period: question.period,
    }
}

/// Number of areas that lie in one without a parent, those themselves left out.
fn adrift_below(package: &Package) -> usize {
    let levels = 0..package.descriptor.levels.len();
    let adrift: usize = levels
        .map(|level| package.areas.adrift_count(LevelId(level as u8)))
        .sum();
    adrift.saturating_sub(package.areas.orphans().len())
}

fn is_counted(role: Role) -> bool {
    matches!(
        role,
        Role::OrganisationBranches
            | Role::OrganisationGroups
            | Role::OrganisationMemberHouseholds
            | Role::UnitCompounds
            | Role::UnitGrids
            | Role::UnitBuildings
            | Role::UnitHouseholds
    )
}

/// The level whose areas a role counts.
pub(in crate::answer) fn unit_level(package: &Package, role: Role) -> Option<LevelId> {
    package.descriptor.level(match role {
        Role::UnitCompounds => "compound",
        Role::UnitGrids => "grid",
        Role::UnitBuildings => "building",
        _ => return None,
    })
}

fn role_count(
    package: &Package,
    question: &OrganisationQuestion,
    tree: &Tree,
    id: IndicatorId,
    role: Role,
) -> Option<RoleCount> {
    let top = package.areas.get(question.area).level;
    let reach: Vec<LevelReach> = levels_with_rows(package, id)
        .into_iter()
        .filter(|level| *level >= top)
        .filter_map(|level| level_reach(package, question, tree, id, level))
        .collect();
    // Where the area itself has no row, its parts say of which period.
    let period = reach.first()?.period;
    let total = total(package, id, question.area, period);
    let units = unit_level(package, role)
        .map(|level| unit_count(package, question, tree, id, level, &total, &reach));
    Some(RoleCount {
        indicator: id,
        role,
        period,
        total,
        parent: parent_check(package, id, question.area, period),
        reach,
        units,
    })
}

fn level_reach(
    package: &Package,
    question: &OrganisationQuestion,
    tree: &Tree,
    id: IndicatorId,
    level: LevelId,
) -> Option<LevelReach> {
    let period = standing_period(package, id, level, question.period)?;
    let areas = tree.standing(package, level, period);
    let own = readings(package, id, &areas, period);
    let count = |counts: fn(&Reading) -> bool| own.iter().filter(|it| counts(it)).count();
    let rows = count(|reading| reading.place.is_some());
    (rows > 0).then(|| LevelReach {
        level,
        period,
        rows,
        known: count(|reading| reading.value.number().is_some()),
        areas: areas.len(),
    })
}

fn unit_count(
    package: &Package,
    question: &OrganisationQuestion,
    tree: &Tree,
    id: IndicatorId,
    level: LevelId,
    total: &Total,
    reach: &[LevelReach],
) -> UnitCount {
    let is_listed = package.areas.iter().any(|(_, area)| area.level == level);
    let is_above = |area: &AreaId| package.areas.get(*area).level < level;
    let is_later = tree.ended.iter().any(is_above);
    let counted = match (areas_are_read(package, level), is_listed) {
        (false, _) => Counted::NotRead,
        (true, false) => Counted::NotListed,
        (true, true) if is_later => Counted::Later,
        (true, true) => Counted::Units(tree.units_in(question.area, level)),
    };
    let mut count = UnitCount {
        level,
        counted,
        differs: false,
        differing: Vec::new(),
    };
    let Counted::Units(listed) = counted else {
        return count;
    };
    count.differs = differs(total.reading.value, listed) && !total.is_partial();
    for step in reach.iter().filter(|step| step.level < level) {
        let areas = tree.standing(package, step.level, step.period);
        let inner = areas.into_iter().filter(|area| *area != question.area);
        let inner: Vec<AreaId> = inner.collect();
        let own = readings(package, id, &inner, step.period);
        for (area, published) in inner.into_iter().zip(own) {
            let counted = tree.units_in(area, level);
            if differs(published.value, counted) {
                count.differing.push(UnitDifference {
                    area,
                    published,
                    counted,
                });
            }
        }
    }
    count
}

fn differs(published: Value, counted: usize) -> bool {
    published
        .exact()
        .is_some_and(|number| number != counted as f64)
}

fn shares(counts: &[RoleCount]) -> Vec<OrganisationShare> {
    const PAIRS: [(Role, Role); 3] = [
        (Role::OrganisationGroups, Role::UnitGrids),
        (Role::OrganisationBranches, Role::UnitCompounds),
        (Role::OrganisationMemberHouseholds, Role::UnitBuildings),
    ];
    let of_role = |role: Role| counts.iter().find(|count| count.role == role);
    let share = |(organisations, units): (Role, Role)| {
        let (have, all) = (of_role(organisations)?, of_role(units)?);
        let exact = |count: &RoleCount| {
            let value = count.total.reading.value.exact();
            value.filter(|_| !count.total.is_partial())
        };
        let is_together = have.period.shares_a_month_with(all.period);
        let numbers = exact(have).zip(exact(all)).filter(|_| is_together);
        let lacking = numbers.map(|(have, all)| all - have);
        Some(OrganisationShare {
            organisations: have.indicator,
            have: have.total,
            units: all.indicator,
            all: all.total,
            lacking_at_least: lacking.map(|lacking| lacking.max(0.0)),
            is_over: lacking.is_some_and(|lacking| lacking < 0.0),
        })
    };
    PAIRS.into_iter().filter_map(share).collect()
}
