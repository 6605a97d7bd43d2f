//! The split planner's part of the standards.

use super::parts::{AreaPart, ReadingPart, level};
use crate::answer::{
    Packing, Part, PremisesNeed, Split, SplitLimit, SplitPlan, StaffNeed, StaffRule,
};
use crate::export::names;
use crate::model::{AreaId, Lang};
use crate::package::Package;
use serde::Serialize;

/// `limit` is in households.
#[derive(Serialize)]
pub(super) struct PlanPart<'a> {
    limit: Option<f64>,
    limit_standard: Option<&'a str>,
    no_plan: Option<&'static str>,
    period: String,
    judged: usize,
    open: Vec<AreaPart<'a>>,
    splits: Vec<SplitPart<'a>>,
}

/// `fewest_parts` is a lower bound; the packing ignores boundaries.
#[derive(Serialize)]
struct SplitPart<'a> {
    #[serde(flatten)]
    area: AreaPart<'a>,
    households: ReadingPart<'a>,
    fewest_parts: u64,
    packing: Option<PackingPart<'a>>,
    staff: Option<StaffPart<'a>>,
    premises: Vec<PremisesPart<'a>>,
}

#[derive(Serialize)]
struct PackingPart<'a> {
    level: &'a str,
    period: String,
    households: f64,
    parts: Vec<PartPart<'a>>,
    too_large: Vec<AreaPart<'a>>,
    without_figure: Vec<AreaPart<'a>>,
}

#[derive(Serialize)]
struct PartPart<'a> {
    households: f64,
    units: Vec<AreaPart<'a>>,
}

/// By a standard, or by the median of the communities.
#[derive(Serialize)]
struct StaffPart<'a> {
    standard: Option<&'a str>,
    median_per_1000_households: Option<f64>,
    median_of_areas: Option<usize>,
    each: &'a [f64],
    least: f64,
    now: ReadingPart<'a>,
}

#[derive(Serialize)]
struct PremisesPart<'a> {
    standard: &'a str,
    indicator: &'a str,
    each: f64,
    now: ReadingPart<'a>,
}

pub(super) fn plan<'a>(lang: Lang, package: &'a Package, plan: &'a SplitPlan) -> PlanPart<'a> {
    let limit = plan.limit.as_ref();
    PlanPart {
        limit: limit.ok().map(SplitLimit::households),
        limit_standard: limit.ok().and_then(|limit| match limit {
            SplitLimit::Given(_) => None,
            SplitLimit::Standard(standard) => Some(&*standard.code),
        }),
        no_plan: limit.err().map(|reason| names::unsplit(*reason)),
        period: plan.period.to_string(),
        judged: plan.judged,
        open: areas(lang, package, &plan.open),
        splits: plan
            .splits
            .iter()
            .map(|it| split(lang, package, it))
            .collect(),
    }
}

fn areas<'a>(lang: Lang, package: &'a Package, areas: &[AreaId]) -> Vec<AreaPart<'a>> {
    let areas = areas.iter();
    areas.map(|it| AreaPart::of(lang, package, *it)).collect()
}

fn split<'a>(lang: Lang, package: &'a Package, split: &'a Split) -> SplitPart<'a> {
    let premises = |need: &'a PremisesNeed| PremisesPart {
        standard: &need.standard.code,
        indicator: &package.indicators.get(need.indicator).code,
        each: need.standard.value,
        now: ReadingPart::of(package, &need.now),
    };
    SplitPart {
        area: AreaPart::of(lang, package, split.area),
        households: ReadingPart::of(package, &split.households),
        fewest_parts: split.fewest_parts,
        packing: split.packing.as_ref().map(|it| packing(lang, package, it)),
        staff: split.staff.as_ref().map(|it| staff(package, it)),
        premises: split.premises.iter().map(premises).collect(),
    }
}

fn packing<'a>(lang: Lang, package: &'a Package, packing: &Packing) -> PackingPart<'a> {
    let part = |part: &Part| PartPart {
        households: part.households,
        units: areas(lang, package, &part.units),
    };
    PackingPart {
        level: level(package, packing.level),
        period: packing.period.to_string(),
        households: packing.households,
        parts: packing.parts.iter().map(part).collect(),
        too_large: areas(lang, package, &packing.too_large),
        without_figure: areas(lang, package, &packing.without_figure),
    }
}

fn staff<'a>(package: &'a Package, need: &'a StaffNeed) -> StaffPart<'a> {
    let (standard, per_1000, of_areas) = match &need.rule {
        StaffRule::Standard(standard) => (Some(&*standard.code), None, None),
        StaffRule::Median {
            per_1000, areas, ..
        } => (None, Some(*per_1000), Some(*areas)),
    };
    StaffPart {
        standard,
        median_per_1000_households: per_1000,
        median_of_areas: of_areas,
        each: &need.each,
        least: need.least,
        now: ReadingPart::of(package, &need.now),
    }
}
