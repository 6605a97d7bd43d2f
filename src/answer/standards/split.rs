//! What it would take to split the communities that are over the limit: the fewest parts, one way to
//! fill them, and the premises and staff that these then need.

use super::holds::{for_all, is_set_over};
use super::packing::{Packer, Packing};
use super::staff::{StaffNeed, StaffRules};
use crate::model::{
    AreaId, Bound, IndicatorId, LevelId, Operator, Period, Role, Standard, Value, sort_by,
};
use crate::package::Package;
use crate::query::{Reading, expected_areas, readings, select, standing_period};

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SplitQuestion {
    /// Areas inside this one; all areas where none.
    pub area: Option<AreaId>,
    /// The period.
    pub period: Period,
    /// Households that a part may have, instead of what the standard says.
    pub limit: Option<f64>,
}

/// What a part may not exceed.
#[derive(Clone, Debug, PartialEq)]
pub enum SplitLimit {
    /// The limit that was asked about.
    Given(f64),
    /// The limit of a standard, for the areas of those who set it.
    Standard(Box<Standard>),
}

impl SplitLimit {
    /// Households.
    pub fn households(&self) -> f64 {
        match self {
            SplitLimit::Given(limit) => *limit,
            SplitLimit::Standard(standard) => standard.value,
        }
    }
}

/// Why nothing is planned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Unsplit {
    /// No indicator counts households.
    NoHouseholds,
    /// No standard in force limits them.
    NoStandard,
    /// The package says that nothing of it is judged, by whatever limit.
    PackageForbids,
    /// The limit asked about is none.
    NoLimit(f64),
    /// The package has no level of communities.
    NoLevel,
}

/// A standard on premises that each part has to meet.
#[derive(Clone, Debug, PartialEq)]
pub struct PremisesNeed {
    /// The standard; its limit is what each part needs.
    pub standard: Standard,
    /// The indicator that it speaks of.
    pub indicator: IndicatorId,
    /// What the area has now.
    pub now: Reading,
}

/// One area over the limit.
#[derive(Clone, Debug, PartialEq)]
pub struct Split {
    /// The area.
    pub area: AreaId,
    /// Its households.
    pub households: Reading,
    /// The fewest parts, ⌈households / limit⌉: a lower bound that no way of drawing can undercut.
    pub fewest_parts: u64,
    /// One way to fill parts with the compounds, where these have households.
    pub packing: Option<Packing>,
    /// Staff, where there is a rule for it.
    pub staff: Option<StaffNeed>,
    /// Premises that each part needs, in the order of the standards.
    pub premises: Vec<PremisesNeed>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct SplitPlan {
    /// What was asked.
    pub question: SplitQuestion,
    /// What a part may not exceed, or why nothing is planned.
    pub limit: Result<SplitLimit, Unsplit>,
    /// The period of the households.
    pub period: Period,
    /// The areas over the limit, the largest first.
    pub splits: Vec<Split>,
    /// Number of areas held against the limit.
    pub judged: usize,
    /// Areas of which it is open, since they have no figure or a bounded one that does not settle it.
    pub open: Vec<AreaId>,
}

/// Plans the splits of the areas over the limit.
pub fn split_plan(package: &Package, question: SplitQuestion) -> SplitPlan {
    let mut plan = SplitPlan {
        period: question.period,
        limit: Err(Unsplit::NoHouseholds),
        splits: Vec::new(),
        judged: 0,
        open: Vec::new(),
        question,
    };
    let mut indicators = package.indicators.iter();
    let households = indicators.find(|(_, it)| it.role == Some(Role::UnitHouseholds));
    let Some((households, _)) = households else {
        return plan;
    };
    let chosen = choose_limit(package, &question, households);
    plan.limit = match chosen {
        Ok((limit, level)) => {
            plan.period = standing_period(package, households, level, question.period)
                .unwrap_or(question.period);
            find_splits(package, &mut plan, households, level, &limit);
            Ok(limit)
        }
        Err(reason) => Err(reason),
    };
    plan
}

fn choose_limit(
    package: &Package,
    question: &SplitQuestion,
    households: IndicatorId,
) -> Result<(SplitLimit, LevelId), Unsplit> {
    let limits = package.standards.iter().filter(|it| {
        let id = package.indicators.id(&it.indicator);
        it.operator == Operator::AtMost && id == Some(households)
    });
    let mut levels = limits.filter_map(|it| Some((it, package.descriptor.level(&it.level)?)));
    if !package.descriptor.judged {
        return Err(Unsplit::PackageForbids);
    }
    if let Some(limit) = question.limit {
        // Also refuses what is no number.
        if !(limit > 0.0 && limit.is_finite()) {
            return Err(Unsplit::NoLimit(limit));
        }
        let level = levels.next().map(|(_, level)| level);
        let level = level.or(package.descriptor.level("community"));
        let level = level.ok_or(Unsplit::NoLevel)?;
        return Ok((SplitLimit::Given(limit), level));
    }
    let found = levels
        .find(|(standard, level)| limits_here(package, question, households, standard, *level));
    let (standard, level) = found.ok_or(Unsplit::NoStandard)?;
    Ok((SplitLimit::Standard(Box::new(standard.clone())), level))
}

/// True where a standard limits the households of an area asked about.
fn limits_here(
    package: &Package,
    question: &SplitQuestion,
    households: IndicatorId,
    standard: &Standard,
    level: LevelId,
) -> bool {
    let period = standing_period(package, households, level, question.period);
    let period = period.unwrap_or(question.period);
    let areas = expected_areas(package, households, level, question.area, period);
    standard.value > 0.0
        && standard.applies_to != "split-parts"
        && for_all(package, standard, households, period).is_none()
        && areas
            .iter()
            .any(|area| is_set_over(package, standard, *area))
}

fn find_splits(
    package: &Package,
    plan: &mut SplitPlan,
    households: IndicatorId,
    level: LevelId,
    limit: &SplitLimit,
) {
    let mut areas = expected_areas(package, households, level, plan.question.area, plan.period);
    if let SplitLimit::Standard(standard) = limit {
        areas.retain(|area| is_set_over(package, standard, *area));
    }
    let mut over: Vec<(AreaId, Reading)> = Vec::new();
    let own = readings(package, households, &areas, plan.period);
    for (area, reading) in areas.iter().zip(own) {
        match is_over(reading.value, limit.households()) {
            Some(true) => over.push((*area, reading)),
            Some(false) => {}
            None => {
                plan.open.push(*area);
                continue;
            }
        }
        plan.judged += 1;
    }
    sort_by(&mut over, |one, other| {
        let number = |it: &(AreaId, Reading)| it.1.value.number().unwrap_or(0.0);
        number(other).total_cmp(&number(one))
    });
    if over.is_empty() {
        return;
    }
    let packer = Packer::new(package, plan.question.area, households, level, plan.period);
    let mut rules = StaffRules::new(package, households, level, plan.period);
    for (area, reading) in over {
        let number = reading.value.number().unwrap_or(0.0);
        let packer = packer.as_ref();
        let packing = packer.and_then(|it| it.pack(area, limit.households()));
        plan.splits.push(Split {
            area,
            households: reading,
            fewest_parts: (number / limit.households()).ceil() as u64,
            staff: rules.need(area, number, packing.as_ref()),
            packing,
            premises: premises(package, area, level, plan.period),
        });
    }
}

/// The standards on premises that hold for the parts of a split area.
fn premises(package: &Package, area: AreaId, level: LevelId, period: Period) -> Vec<PremisesNeed> {
    let mut needs = Vec::new();
    for standard in package.standards.iter() {
        let Some(id) = package.indicators.id(&standard.indicator) else {
            continue;
        };
        let role = package.indicators.get(id).role;
        let is_premises = matches!(
            role,
            Some(Role::PremisesOfficeArea | Role::PremisesOutdoorArea | Role::PremisesCentreArea)
        );
        let holds = is_premises
            && standard.operator == Operator::AtLeast
            && package.descriptor.level(&standard.level) == Some(level)
            && is_set_over(package, standard, area)
            && for_all(package, standard, id, period).is_none();
        if holds {
            let own = standing_period(package, id, level, period);
            needs.push(PremisesNeed {
                standard: standard.clone(),
                indicator: id,
                now: own.map_or(Reading::NO_ROW, |own| select(package, id, area, own)),
            });
        }
    }
    needs
}

/// True where there are more households than the limit; none where a bound leaves it open.
fn is_over(value: Value, limit: f64) -> Option<bool> {
    match value {
        Value::Known(number) => Some(number > limit),
        Value::Bounded(number, Bound::Lower) => (number > limit).then_some(true),
        Value::Bounded(number, Bound::Upper) => (number <= limit).then_some(false),
        Value::Bounded(..) | Value::Missing(_) => None,
    }
}
