//! In which places cases get stuck: the areas inside one whose rate lies apart from that one's beyond
//! chance and beyond the spread among them. It must not know how any of it is worded.

use super::case_rates::case_polarity;
use super::case_score::score_levels;
use super::compare::{Verdict, held_to};
use super::pipeline::{CaseRate, CaseRateName, rates_of_area};
use crate::model::{AreaId, LevelId, Nature, Period, Polarity};
use crate::package::Package;
use crate::stats::{
    Confidence, Position, Sample, adjusted_position, adjusted_z, expected_by_chance, overdispersion,
};

/// Of fewer cases nothing is said.
const LEAST_CASES: f64 = 10.0;
/// Among fewer areas than this nothing stands apart.
const LEAST_AREAS: usize = 4;

/// One area that stands apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CaseOutlier {
    /// The area.
    pub area: AreaId,
    /// Its counts.
    pub sample: Sample,
    /// How many events more than at the rate of the whole; below zero: fewer.
    pub excess: f64,
    /// On which side it stands.
    pub verdict: Verdict,
}

/// Who stands apart, and how many would by chance.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseOutliers {
    /// The rate.
    pub name: CaseRateName,
    /// The whole that they are held against.
    pub within: AreaId,
    /// The level of the areas.
    pub level: LevelId,
    /// How many were held against it.
    pub judged_count: usize,
    /// Those apart on the bad side at 99.8 %, the most events short first; below it, where neither side
    /// is good.
    pub worse: Vec<CaseOutlier>,
    /// How many stand apart on the other side at 99.8 %.
    pub better_count: usize,
    /// How many chance alone would put on either side, were there no real differences.
    pub expected_by_chance: f64,
}

/// Holds the areas of the lowest level inside one against that one, allowing for the spread among them
/// (Spiegelhalter 2005), at 99.8 %. None where nothing is judged, or too few areas have the rate.
pub fn case_outliers(
    package: &Package,
    within: AreaId,
    period: Period,
    name: CaseRateName,
) -> Option<CaseOutliers> {
    if !package.descriptor.judged {
        return None;
    }
    let whole = rate_of(package, within, period, name)?;
    let polarity = case_polarity(package, &whole);
    let whole = sample_of(package, &whole)?;
    let own_level = package.areas.get(within).level;
    let levels = score_levels(package, period).into_iter().rev();
    let mut below = levels.filter(|level| *level > own_level);
    let (level, held) = below.find_map(|level| {
        let areas = package.areas.of_level(level, Some(within), Some(period));
        let held = areas.into_iter().filter_map(|area| {
            let rate = rate_of(package, area, period, name)?;
            held_against(area, sample_of(package, &rate)?, &whole)
        });
        let held: Vec<Held> = held.collect();
        (held.len() >= LEAST_AREAS).then_some((level, held))
    })?;
    let pairs: Vec<(Sample, f64)> = held.iter().map(|it| (it.own, it.value)).collect();
    let tau_squared = overdispersion(&pairs).map_or(0.0, |spread| spread.tau_squared);
    let (mut worse, mut better_count) = (Vec::new(), 0);
    for Held {
        area,
        own: sample,
        value,
        variance,
    } in &held
    {
        let z = adjusted_z(sample, *value, tau_squared + variance);
        let position = z.map(adjusted_position);
        let is_low = match (position, polarity) {
            (Some(Position::Below998), Polarity::Higher | Polarity::None) => true,
            (Some(Position::Above998), Polarity::Lower) => true,
            (Some(Position::Below998 | Position::Above998), _) => false,
            _ => continue,
        };
        if !is_low {
            better_count += 1;
            continue;
        }
        worse.push(CaseOutlier {
            area: *area,
            sample: *sample,
            excess: sample.events() - sample.size() * value,
            verdict: position.map_or(Verdict::NotCompared, |it| Verdict::of(it, polarity)),
        });
    }
    crate::model::sort_by(&mut worse, |one, other| {
        other.excess.abs().total_cmp(&one.excess.abs())
    });
    Some(CaseOutliers {
        name,
        within,
        level,
        judged_count: held.len(),
        worse,
        better_count,
        expected_by_chance: expected_by_chance(held.len(), Confidence::NinetyNinePointEight),
    })
}

fn rate_of(
    package: &Package,
    area: AreaId,
    period: Period,
    name: CaseRateName,
) -> Option<CaseRate> {
    let rates = rates_of_area(package, area, period).ok()?;
    rates.into_iter().find(|rate| rate.name == name)
}

fn sample_of(package: &Package, rate: &CaseRate) -> Option<Sample> {
    let (events, trials) = rate.counts?;
    let is_full_count = package.indicators.get(rate.above.0).nature == Nature::Inventory;
    let sample = Sample::proportion(events, trials).ok();
    sample.filter(|_| !is_full_count)
}

/// An area and the rate that it is held against, with the variance that this has, where it has cases
/// enough.
fn held_against(area: AreaId, own: Sample, whole: &Sample) -> Option<Held> {
    let (value, rest) = held_to(&own, whole)?;
    let variance = rest.map_or(0.0, |rest| rest.variance_at(value));
    (own.size() >= LEAST_CASES).then_some(Held {
        area,
        own,
        value,
        variance,
    })
}

/// See [`held_against`].
struct Held {
    area: AreaId,
    own: Sample,
    value: f64,
    variance: f64,
}
