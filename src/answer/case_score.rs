//! A score of several rates whose weights the reader sets.
//!
//! The score is the weighted mean of an area's rates. The rates share their denominators, so that their
//! variances do not add up, and how they vary together is not published. However that is, the standard
//! deviation of a weighted sum is at most the weighted sum of the standard deviations (Minkowski's
//! inequality): the ends of the rates' Wilson intervals, weighted alike, give an interval that is never
//! too narrow. It must not know where the weights are kept.

use super::case_rates::with_interval;
use super::pipeline::{CaseRate, CaseRateName, NoConversion, rates_of_area};
use crate::model::{
    AreaId, LevelId, Period, Role, number_in_full, read_number, sort_by, sorted_unique,
};
use crate::package::Package;
use crate::query::levels_with_rows;
use crate::stats::{Interval, competition_ranks, rank_ranges};

/// With fewer areas than this nothing is ranked.
const LEAST_RANKED: usize = 4;
/// A rate of fewer cases than this counts for no score.
const LEAST_CASES: f64 = 10.0;
/// The largest weight.
const LARGEST_WEIGHT: f64 = 100.0;

/// What each rate counts for, from 0 to 100 each; only their proportions matter.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseWeights(Vec<(CaseRateName, f64)>);

impl Default for CaseWeights {
    /// A beginning, no more: nobody has set these.
    fn default() -> CaseWeights {
        CaseWeights(vec![
            (CaseRateName::Response, 30.0),
            (CaseRateName::Resolution, 40.0),
            (CaseRateName::Satisfaction, 30.0),
        ])
    }
}

impl CaseWeights {
    /// Reads `response:30,resolution:40`; those of nobody where it is blank. None where anything of it
    /// is no weight.
    pub fn parse(text: &str) -> Option<CaseWeights> {
        if text.is_empty() {
            return Some(CaseWeights::default());
        }
        let mut weights = CaseWeights(Vec::new());
        for part in text.split(',') {
            let (word, number) = part.split_once(':')?;
            let name = CaseRateName::ALL.into_iter().find(|it| it.word() == word)?;
            let weight = read_number(number)?;
            let is_sound = (0.0..=LARGEST_WEIGHT).contains(&weight);
            if !is_sound || weights.0.iter().any(|(known, _)| *known == name) {
                return None;
            }
            weights.0.push((name, weight));
        }
        Some(weights)
    }

    /// The weight of a rate, zero where it has none.
    pub fn of(&self, name: CaseRateName) -> f64 {
        let found = self.0.iter().find(|(known, _)| *known == name);
        found.map_or(0.0, |(_, weight)| *weight)
    }

    /// The same with another weight of one rate, held between 0 and 100.
    pub fn with(&self, name: CaseRateName, weight: f64) -> CaseWeights {
        let weight = if weight.is_finite() { weight } else { 0.0 };
        let weight = weight.clamp(0.0, LARGEST_WEIGHT);
        let of = |known| {
            if known == name {
                weight
            } else {
                self.of(known)
            }
        };
        let all = CaseRateName::ALL.into_iter().map(|it| (it, of(it)));
        CaseWeights(all.filter(|(_, weight)| *weight > 0.0).collect())
    }

    /// As it is read; blank for what nobody has set. Weights of nothing at all are said as such.
    pub fn text(&self) -> String {
        if *self == CaseWeights::default() {
            return String::new();
        }
        let part = |(name, weight): &(CaseRateName, f64)| {
            [name.word(), ":", &number_in_full(*weight)].concat()
        };
        let parts: Vec<String> = self.0.iter().map(part).collect();
        match parts.is_empty() {
            true => "response:0".to_string(),
            false => parts.join(","),
        }
    }
}

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreQuestion {
    /// The level whose areas are scored.
    pub level: LevelId,
    /// The period.
    pub period: Period,
    /// What each rate counts for.
    pub weights: CaseWeights,
}

/// One area with every rate that counts.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreRow {
    /// The area.
    pub area: AreaId,
    /// From 0 to 100.
    pub score: f64,
    /// The ends of an interval that holds the score with at least 95 %, on the same scale; none where a
    /// rate that counts has no interval.
    pub interval_95: Option<Interval>,
    /// Its place, the highest first, equals on one place; none where nothing is ranked.
    pub rank: Option<u32>,
    /// The places that it may have as well, for scores that it cannot be told apart from; none where
    /// nothing is ranked or any score has no interval.
    pub range: Option<(u32, u32)>,
    /// Its rates, those that count and the others.
    pub rates: Vec<CaseRate>,
}

impl ScoreRow {
    /// The cases dispatched, as far as a rate is of them: how much its score rests on.
    pub fn dispatched(&self) -> Option<f64> {
        let of_dispatched = [CaseRateName::Resolution, CaseRateName::Response];
        let mut rates = self
            .rates
            .iter()
            .filter(|it| of_dispatched.contains(&it.name));
        rates.find_map(|rate| Some(rate.counts?.1))
    }
}

/// An area without a score.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreLack {
    /// The area.
    pub area: AreaId,
    /// Why.
    pub reason: NoScore,
}

/// Why an area has no score.
#[derive(Clone, Debug, PartialEq)]
pub enum NoScore {
    /// It has no rates at all.
    NoConversion(NoConversion),
    /// It lacks these of the rates that count.
    Lacks(Vec<CaseRateName>),
    /// These rates are of so few cases that a single one moves the score by points.
    Few(Vec<CaseRateName>),
}

/// Why the areas stand in no order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoCaseRank {
    /// The publisher states that nothing is to be judged.
    PackageForbids,
    /// No weight is above zero.
    NoWeight,
    /// No area has the rates.
    NoRates,
    /// Fewer than four areas have a score.
    TooFew,
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// What was asked.
    pub question: ScoreQuestion,
    /// The rates that any area of the level has: what weights can be set for.
    pub available: Vec<CaseRateName>,
    /// What counts, and its part of all weights, 1 for all.
    pub counted: Vec<(CaseRateName, f64)>,
    /// The areas with a score, the highest first; in the order of the package where nothing is ranked.
    pub rows: Vec<ScoreRow>,
    /// The others, in the order of the package.
    pub lacking: Vec<ScoreLack>,
    /// Why nothing is ranked, where that is so.
    pub refusal: Option<NoCaseRank>,
}

/// Scores the areas of a level: Σ weight × rate / Σ weight, in per cent.
pub fn score(package: &Package, question: ScoreQuestion) -> Score {
    let (level, period) = (question.level, question.period);
    let areas = package.areas.of_level(level, None, Some(period));
    let of_area = |area: AreaId| (area, rates_of_area(package, area, period));
    let found: Vec<(AreaId, Result<Vec<CaseRate>, NoConversion>)> =
        areas.into_iter().map(of_area).collect();
    let has = |rates: &[CaseRate], name: CaseRateName| rates.iter().any(|it| it.name == name);
    let known = || found.iter().filter_map(|(_, rates)| rates.as_ref().ok());
    let is_known = |name: &CaseRateName| known().any(|rates| has(rates, *name));
    let available: Vec<CaseRateName> = CaseRateName::ALL.into_iter().filter(is_known).collect();
    let counted = parts_of_one(&question.weights, &available);
    let (mut rows, mut lacking) = (Vec::new(), Vec::new());
    for (area, rates) in found {
        let rates = match rates {
            Ok(rates) => rates,
            Err(reason) => {
                let reason = NoScore::NoConversion(reason);
                lacking.push(ScoreLack { area, reason });
                continue;
            }
        };
        match no_score(&counted, &rates) {
            Some(reason) => lacking.push(ScoreLack { area, reason }),
            None if counted.is_empty() => {}
            None => rows.push(ScoreRow {
                area,
                score: weighted_mean(&counted, &rates) * 100.0,
                interval_95: weighted_interval(package, &counted, &rates),
                rank: None,
                range: None,
                rates,
            }),
        }
    }
    let refusal = if !package.descriptor.judged {
        Some(NoCaseRank::PackageForbids)
    } else if available.is_empty() {
        Some(NoCaseRank::NoRates)
    } else if counted.is_empty() {
        Some(NoCaseRank::NoWeight)
    } else {
        (rows.len() < LEAST_RANKED).then_some(NoCaseRank::TooFew)
    };
    if refusal.is_none() {
        rank(&mut rows);
    }
    Score {
        question,
        available,
        counted,
        rows,
        lacking,
        refusal,
    }
}

/// The levels with several areas on which a stage of the cases has rows, from the top down.
pub fn score_levels(package: &Package, period: Period) -> Vec<LevelId> {
    let indicators = package.indicators.iter();
    let stages = indicators.filter(|(_, it)| matches!(it.role, Some(Role::CaseDispatched)));
    let levels = stages.flat_map(|(id, _)| levels_with_rows(package, id));
    let mut levels = sorted_unique(levels);
    levels.retain(|level| package.areas.of_level(*level, None, Some(period)).len() > 1);
    levels
}

/// What counts of what there is, as parts of one.
fn parts_of_one(weights: &CaseWeights, available: &[CaseRateName]) -> Vec<(CaseRateName, f64)> {
    let weights = available.iter().map(|name| (*name, weights.of(*name)));
    let counted: Vec<(CaseRateName, f64)> = weights.filter(|(_, weight)| *weight > 0.0).collect();
    let sum: f64 = counted.iter().map(|(_, weight)| weight).sum();
    let parts = counted.into_iter();
    parts.map(|(name, weight)| (name, weight / sum)).collect()
}

/// What keeps an area from a score: first what it lacks, then what rests on too few cases.
fn no_score(counted: &[(CaseRateName, f64)], rates: &[CaseRate]) -> Option<NoScore> {
    let of = |name: CaseRateName| rates.iter().find(|rate| rate.name == name);
    let is_few = |rate: &CaseRate| rate.counts.is_some_and(|(_, below)| below < LEAST_CASES);
    let names = || counted.iter().map(|(name, _)| *name);
    let lacks: Vec<CaseRateName> = names().filter(|name| of(*name).is_none()).collect();
    if !lacks.is_empty() {
        return Some(NoScore::Lacks(lacks));
    }
    let few: Vec<CaseRateName> = names()
        .filter(|name| of(*name).is_some_and(is_few))
        .collect();
    (!few.is_empty()).then_some(NoScore::Few(few))
}

fn weighted_mean(counted: &[(CaseRateName, f64)], rates: &[CaseRate]) -> f64 {
    let term = |(name, part): &(CaseRateName, f64)| {
        let rate = rates.iter().find(|rate| rate.name == *name);
        rate.map_or(0.0, |rate| rate.share * part)
    };
    counted.iter().map(term).sum()
}

/// The ends of the intervals, weighted as the rates are, in per cent.
fn weighted_interval(
    package: &Package,
    counted: &[(CaseRateName, f64)],
    rates: &[CaseRate],
) -> Option<Interval> {
    let mut whole = Interval {
        lower: 0.0,
        upper: 0.0,
    };
    for (name, part) in counted {
        let rate = rates.iter().find(|rate| rate.name == *name)?;
        let own = with_interval(package, *rate).interval_95?;
        whole.lower += own.lower * part * 100.0;
        whole.upper += own.upper * part * 100.0;
    }
    Some(whole)
}

/// Competition ranks, the highest score first, and the ranges that they may lie in.
fn rank(rows: &mut [ScoreRow]) {
    let estimates = rows.iter().map(|row| Some((row.score, row.interval_95?)));
    let estimates: Option<Vec<(f64, Interval)>> = estimates.collect();
    let ranges = estimates.map(|estimates| rank_ranges(&estimates, true));
    for (row, range) in rows.iter_mut().zip(ranges.into_iter().flatten()) {
        row.range = Some(range);
    }
    let scores: Vec<f64> = rows.iter().map(|row| row.score).collect();
    let ranks = competition_ranks(&scores, true);
    for (row, rank) in rows.iter_mut().zip(ranks) {
        row.rank = Some(rank);
    }
    sort_by(rows, |one, other| one.rank.cmp(&other.rank));
}
