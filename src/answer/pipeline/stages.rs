//! The stages of a case, what passes from one to the next, and the rates that are made of them.

use super::of_role;
use crate::model::{AreaId, IndicatorId, Kind, Period, Role};
use crate::package::Package;
use crate::query::Total;

/// Part of one stage that reached another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Passed {
    /// The stage that it is a part of.
    pub of: Role,
    /// So many.
    pub numerator: f64,
    /// Of so many.
    pub denominator: f64,
    /// The one over the other.
    pub share: f64,
}

/// One stage.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    /// The stage.
    pub role: Role,
    /// The indicator that counts it.
    pub indicator: IndicatorId,
    /// What the data says, and where.
    pub total: Total,
    /// The number of cases, where it is exact: the value of a count, the numerator of a proportion.
    pub count: Option<f64>,
    /// What a proportion is of, as published beside the number.
    pub published_whole: Option<f64>,
    /// Against the stage before.
    pub of_before: Option<Passed>,
    /// Against the orders dispatched, for the stages after it up to the resolution.
    pub of_dispatched: Option<Passed>,
    /// Cases of the stage before that did not come so far.
    pub loss: Option<f64>,
}

/// What cannot be in one cohort.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum StageFault {
    /// More cases than in a stage that they must have passed.
    Larger {
        /// The stage with too many.
        role: Role,
        /// Its cases.
        count: f64,
        /// The stage that they must have passed.
        before: Role,
        /// The cases of that one.
        before_count: f64,
    },
    /// A proportion whose whole is not the stage that it is of.
    OtherWhole {
        /// The stage.
        role: Role,
        /// The denominator published with it.
        denominator: f64,
        /// The stage that it should be.
        of: Role,
        /// The cases of that one.
        count: f64,
    },
}

/// Which rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseRateName {
    /// Responded of dispatched.
    Response,
    /// Resolved of dispatched.
    Resolution,
    /// Rated of resolved, which says how far satisfaction speaks for all.
    Rated,
    /// Satisfied of rated.
    Satisfaction,
    /// Resolved within the term of those due, as published.
    OnTime,
    /// Settled inside the community, of resolved.
    SettledInside,
}

impl CaseRateName {
    /// Every rate, in the order in which they are given.
    pub const ALL: [CaseRateName; 6] = [
        CaseRateName::Response,
        CaseRateName::Resolution,
        CaseRateName::Rated,
        CaseRateName::Satisfaction,
        CaseRateName::OnTime,
        CaseRateName::SettledInside,
    ];

    /// The word in addresses and in files.
    pub fn word(self) -> &'static str {
        match self {
            CaseRateName::Response => "response",
            CaseRateName::Resolution => "resolution",
            CaseRateName::Rated => "rated",
            CaseRateName::Satisfaction => "satisfaction",
            CaseRateName::OnTime => "on-time",
            CaseRateName::SettledInside => "settled-inside",
        }
    }
}

/// One rate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CaseRate {
    /// Which.
    pub name: CaseRateName,
    /// The rate, 1 for all.
    pub share: f64,
    /// Numerator and denominator, where it is not published as a bare rate.
    pub counts: Option<(f64, f64)>,
    /// What its numerator was read from, and the indicator.
    pub above: (IndicatorId, Total),
    /// The same for its denominator, where that is another cell.
    pub below: Option<(IndicatorId, Total)>,
}

/// The stages in order, and for each those that its cases must have passed, the nearest first.
/// Whether a unit responds before or after it takes a case on differs from place to place: both
/// follow the dispatch, and neither the other.
const STAGES: [(Role, &[Role]); 7] = [
    (Role::CaseOrdered, &[]),
    (Role::CaseDispatched, &[Role::CaseOrdered]),
    (
        Role::CaseResponded,
        &[Role::CaseDispatched, Role::CaseOrdered],
    ),
    (Role::CaseTaken, &[Role::CaseDispatched, Role::CaseOrdered]),
    (
        Role::CaseResolved,
        &[Role::CaseTaken, Role::CaseDispatched, Role::CaseOrdered],
    ),
    (
        Role::CaseRated,
        &[
            Role::CaseResolved,
            Role::CaseTaken,
            Role::CaseDispatched,
            Role::CaseOrdered,
        ],
    ),
    (Role::CaseSatisfied, &[Role::CaseRated, Role::CaseResolved]),
];

/// Every stage of a case, in the order in which they are shown.
pub fn case_stages() -> impl Iterator<Item = Role> {
    STAGES.iter().map(|(role, _)| *role)
}

/// The stages with a row, and those without.
pub(super) fn read_stages(
    package: &Package,
    area: AreaId,
    period: Period,
) -> (Vec<Stage>, Vec<Role>) {
    let (mut stages, mut absent) = (Vec::new(), Vec::new());
    for (role, _) in STAGES {
        match of_role(package, role, area, period) {
            Some((indicator, total)) => stages.push(stage(package, role, indicator, total)),
            None => absent.push(role),
        }
    }
    (stages, absent)
}

fn stage(package: &Package, role: Role, indicator: IndicatorId, total: Total) -> Stage {
    let reading = &total.reading;
    let count = match package.indicators.get(indicator).kind {
        Kind::Count => reading.value.exact(),
        Kind::Proportion => reading.numerator,
        // A running total is of no one month, and the others count no cases.
        Kind::Cumulative | Kind::Rate | Kind::Ratio | Kind::Mean => None,
    };
    Stage {
        role,
        indicator,
        count,
        published_whole: reading.denominator,
        total,
        of_before: None,
        of_dispatched: None,
        loss: None,
    }
}

/// The cases of a stage, where it is whole.
fn whole(stages: &[Stage], role: Role) -> Option<f64> {
    let stage = stages.iter().find(|stage| stage.role == role)?;
    stage.count.filter(|_| !stage.total.is_partial())
}

/// Says of each stage what part of the one before it is, and names what cannot be.
pub(super) fn convert(stages: &mut [Stage]) -> Vec<StageFault> {
    let mut faults = Vec::new();
    for at in 0..stages.len() {
        let role = stages[at].role;
        let passed = STAGES.iter().find(|(known, _)| *known == role);
        let before = passed.map_or(&[][..], |(_, before)| before);
        let Some(count) = whole(stages, role) else {
            continue;
        };
        let mut known = before
            .iter()
            .filter_map(|before| Some((*before, whole(stages, *before)?)));
        if let Some((before, before_count)) = known.next() {
            if count > before_count {
                faults.push(StageFault::Larger {
                    role,
                    count,
                    before,
                    before_count,
                });
            }
            stages[at].of_before = passed_of(before, count, before_count);
            stages[at].loss = (count <= before_count).then_some(before_count - count);
        }
        let is_handled = matches!(
            role,
            Role::CaseResponded | Role::CaseTaken | Role::CaseResolved
        );
        let dispatched = whole(stages, Role::CaseDispatched).filter(|_| is_handled);
        stages[at].of_dispatched =
            dispatched.and_then(|dispatched| passed_of(Role::CaseDispatched, count, dispatched));
    }
    faults
}

/// A share, where it can be one: more than all is no share, and of nothing there is none.
fn passed_of(of: Role, numerator: f64, denominator: f64) -> Option<Passed> {
    (denominator > 0.0 && numerator <= denominator).then(|| Passed {
        of,
        numerator,
        denominator,
        share: numerator / denominator,
    })
}

/// The rates, in the order of their names.
pub(super) fn rates(
    package: &Package,
    area: AreaId,
    period: Period,
    stages: &[Stage],
    faults: &mut Vec<StageFault>,
) -> Vec<CaseRate> {
    use CaseRateName as Name;
    let alone = |role: Role| {
        let (indicator, total) = of_role(package, role, area, period)?;
        (!total.reading.is_provisional()).then(|| stage(package, role, indicator, total))
    };
    let find = |role: Role| stages.iter().find(|stage| stage.role == role);
    let inside = alone(Role::CaseSettledInside);
    let on_time = alone(Role::CaseOnTime);
    let pairs = [
        (
            Name::Response,
            find(Role::CaseResponded),
            Some(Role::CaseDispatched),
        ),
        (
            Name::Resolution,
            find(Role::CaseResolved),
            Some(Role::CaseDispatched),
        ),
        (Name::Rated, find(Role::CaseRated), Some(Role::CaseResolved)),
        (
            Name::Satisfaction,
            find(Role::CaseSatisfied),
            Some(Role::CaseRated),
        ),
        (Name::OnTime, on_time.as_ref(), None),
        (
            Name::SettledInside,
            inside.as_ref(),
            Some(Role::CaseResolved),
        ),
    ];
    let mut rates = Vec::new();
    for (name, above, of) in pairs {
        let Some(above) = above.filter(|it| !it.total.is_partial()) else {
            continue;
        };
        let below = of.and_then(find).filter(|it| !it.total.is_partial());
        let told = match package.indicators.get(above.indicator).kind {
            Kind::Proportion => published_rate(package, name, above),
            _ => counted_rate(name, above, below),
        };
        rates.extend(told);
        faults.extend(rate_fault(above, below));
    }
    rates
}

/// A rate that is published as such.
fn published_rate(package: &Package, name: CaseRateName, above: &Stage) -> Option<CaseRate> {
    let reading = &above.total.reading;
    let scale = package.indicators.get(above.indicator).multiplier;
    let counts = reading.numerator.zip(reading.denominator);
    let share = match counts {
        Some((numerator, denominator)) if denominator > 0.0 => numerator / denominator,
        _ => reading.value.exact().filter(|_| scale > 0.0)? / scale,
    };
    Some(CaseRate {
        name,
        share,
        counts,
        above: (above.indicator, above.total),
        below: None,
    })
}

/// A rate of two stages.
fn counted_rate(name: CaseRateName, above: &Stage, below: Option<&Stage>) -> Option<CaseRate> {
    let below = below?;
    let passed = passed_of(below.role, above.count?, below.count?)?;
    Some(CaseRate {
        name,
        share: passed.share,
        counts: Some((passed.numerator, passed.denominator)),
        above: (above.indicator, above.total),
        below: Some((below.indicator, below.total)),
    })
}

/// A whole that is not the stage that it should be, and more settled inside than resolved; what is
/// larger than the stage before it has been named already.
fn rate_fault(above: &Stage, below: Option<&Stage>) -> Option<StageFault> {
    let below = below?;
    let (role, of) = (above.role, below.role);
    let count = below.count?;
    if let Some(denominator) = above.published_whole {
        return (denominator != count).then_some(StageFault::OtherWhole {
            role,
            denominator,
            of,
            count,
        });
    }
    let own = above.count.filter(|own| *own > count)?;
    (role == Role::CaseSettledInside).then_some(StageFault::Larger {
        role,
        count: own,
        before: of,
        before_count: count,
    })
}
