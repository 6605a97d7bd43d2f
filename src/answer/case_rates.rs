//! The rates of two areas' cases beside each other: how sure each is, and whether the two can be told
//! apart. It must not know how any of it is worded.

use super::compare::{Verdict, position_to};
use super::pipeline::{CaseFlow, CaseRate, CaseRateName, Pipeline};
use crate::model::{AreaId, Kind, Nature, Polarity};
use crate::package::Package;
use crate::stats::{Confidence, Interval, Sample, difference};

/// A rate and how sure it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct IntervalRate {
    /// The rate.
    pub rate: CaseRate,
    /// Its counts, where chance has a part in them.
    pub sample: Option<Sample>,
    /// The 95 % interval (Wilson), 1 for all.
    pub interval_95: Option<Interval>,
}

/// What the two rates of a difference are of, where one area lies in the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeldAgainst {
    /// Neither lies in the other: each as it is.
    Whole,
    /// The area lies in the one beside it, and is held against the rest of that.
    RestOfBeside,
    /// The one beside lies in the area, of which the rest is held against it.
    RestOfOwn,
}

/// How far two rates are from each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RateDifference {
    /// The rate of the area less the other's, 1 for all.
    pub share: f64,
    /// Its 95 % interval (Newcombe's method 10).
    pub interval_95: Interval,
    /// What the two are of.
    pub held: HeldAgainst,
    /// What is said of the area.
    pub verdict: Verdict,
}

/// One rate of the area, and of the one beside it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CasePair {
    /// Which.
    pub name: CaseRateName,
    /// Of the area.
    pub own: Option<IntervalRate>,
    /// Of the one beside it.
    pub beside: Option<IntervalRate>,
    /// The difference, where both have counts and the package is judged.
    pub difference: Option<RateDifference>,
}

/// Every rate that the area or the one beside it has, in the order of their names.
pub fn case_rates(package: &Package, found: &Pipeline) -> Vec<CasePair> {
    let of = |flow: &CaseFlow, name: CaseRateName| {
        let rate = flow.rate(name)?;
        Some(with_interval(package, *rate))
    };
    let mut pairs = Vec::new();
    for name in CaseRateName::ALL {
        let own = of(&found.flow, name);
        let other = found.beside.as_ref();
        let beside = other.and_then(|flow| of(flow, name));
        let areas = (found.flow.area, other.map(|flow| flow.area));
        if own.is_some() || beside.is_some() {
            pairs.push(CasePair {
                name,
                own,
                beside,
                difference: held_apart(package, (own, beside), areas),
            });
        }
    }
    pairs
}

/// Which way is good: as its indicator says where the rate is published as such, else by its nature.
/// How many rate, and how many are settled in the community, is neither good nor bad by itself.
pub fn case_polarity(package: &Package, rate: &CaseRate) -> Polarity {
    let indicator = package.indicators.get(rate.above.0);
    match (indicator.kind, rate.name) {
        (Kind::Proportion, _) => indicator.polarity,
        (_, CaseRateName::Rated | CaseRateName::SettledInside) => Polarity::None,
        _ => Polarity::Higher,
    }
}

/// A rate with its interval, where chance has a part in its counts.
pub(super) fn with_interval(package: &Package, rate: CaseRate) -> IntervalRate {
    let indicator = package.indicators.get(rate.above.0);
    let counts = rate
        .counts
        .filter(|_| indicator.nature != Nature::Inventory);
    let sample = counts.and_then(|(events, trials)| Sample::proportion(events, trials).ok());
    IntervalRate {
        rate,
        sample,
        interval_95: sample.map(|sample| sample.interval(Confidence::NinetyFive)),
    }
}

/// The difference of the two; an area is never held against a whole that it is a part of.
fn held_apart(
    package: &Package,
    (own, beside): (Option<IntervalRate>, Option<IntervalRate>),
    (area, other): (AreaId, Option<AreaId>),
) -> Option<RateDifference> {
    let (own, beside) = (own?, beside?);
    let other = other.filter(|other| *other != area && package.descriptor.judged)?;
    let (one, two) = (own.sample?, beside.sample?);
    let lies_in = |inner, outer| package.areas.lies_in(inner, outer);
    let (one, two, held) = if lies_in(area, other) {
        (one, two.without(&one).ok()?, HeldAgainst::RestOfBeside)
    } else if lies_in(other, area) {
        (one.without(&two).ok()?, two, HeldAgainst::RestOfOwn)
    } else {
        (one, two, HeldAgainst::Whole)
    };
    let polarity = case_polarity(package, &own.rate);
    Some(RateDifference {
        share: one.estimate() - two.estimate(),
        interval_95: difference(&one, &two, Confidence::NinetyFive)?,
        held,
        verdict: Verdict::of(position_to(&one, &two), polarity),
    })
}
