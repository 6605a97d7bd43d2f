//! Whether a comparison has a pattern in place: its areas by the area above, how many of each stand
//! apart, and groups of values for shading. It must not know how a map is drawn.

use super::compare::{Compare, CompareRow, PeriodChoice, Refusal, Verdict};
use crate::model::{AreaId, LevelId, Missing, Polarity, Value, sort_by, sorted_unique};
use crate::package::Package;
use crate::query::{Total, total};
use crate::stats::{Confidence, quantile_groups};
use std::cmp::Ordering;

/// The most groups of values.
const MOST_SHADES: usize = 5;
/// Fewer areas than this are not grouped by value.
const FEWEST_SHADED: usize = 4;
/// More blocks than this are no overview: areas then stand by the area a level further up.
const MOST_BLOCKS: usize = 40;

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Pattern {
    /// The areas above, in the order of the package, each with its part of the areas.
    pub blocks: Vec<PatternBlock>,
    /// The values in groups, or why not.
    pub shades: Result<Shades, NoShades>,
}

/// The areas that lie in one.
#[derive(Clone, Debug, PartialEq)]
pub struct PatternBlock {
    /// The area above; none for those that lie in none.
    pub area: Option<AreaId>,
    /// Its own value at the period of the comparison, or the sum of its parts. None beside a
    /// suppressed part, which could be told from it.
    pub total: Option<Total>,
    /// Places of its areas among the rows of the comparison, in the order of the package.
    pub rows: Vec<usize>,
}

/// Values in groups of equal count, the lowest first; equal values stand in one group, and where there
/// are no more values than groups each has its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Shades {
    /// The groups that hold anything.
    pub groups: Vec<ShadeGroup>,
    /// The group of each row of the comparison, as a place in `groups`; none where it has no exact
    /// and final value.
    pub of_row: Vec<Option<u8>>,
}

/// One group of values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShadeGroup {
    /// The lowest value in it, in the unit of the indicator.
    pub low: f64,
    /// The highest.
    pub high: f64,
    /// Number of areas.
    pub count: usize,
}

/// Why values are not grouped.
#[derive(Clone, Debug, PartialEq)]
pub enum NoShades {
    /// So many areas with a value that compares, fewer than four.
    TooFew(usize),
    /// All values are the same.
    AllEqual,
    /// The values stand in no order, for these reasons.
    NoOrder(Vec<Refusal>),
}

/// What a map is coloured by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colouring {
    /// The verdict on each area.
    Verdicts,
    /// Groups of values.
    Shades,
    /// Nothing: neither is to be had.
    Nothing,
}

/// A block that holds more of the areas in question than its share of all areas would give.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cluster {
    /// The area above.
    pub area: AreaId,
    /// Number of areas in question that lie in it.
    pub count: usize,
    /// Number of its areas that could be in question.
    pub all: usize,
    /// How many there would be if they were spread over the blocks as all areas are.
    pub by_share: f64,
}

impl Pattern {
    /// What a map of it is coloured by: verdicts where there are any, unless groups of values are
    /// asked for and to be had.
    pub fn colouring(&self, compare: &Compare, wants_shades: bool) -> Colouring {
        match (compare.judged_count > 0, self.shades.is_ok()) {
            (true, false) => Colouring::Verdicts,
            (true, true) if !wants_shades => Colouring::Verdicts,
            (_, true) => Colouring::Shades,
            (false, false) => Colouring::Nothing,
        }
    }

    /// Where the areas in question cluster: blocks that hold two or more of them and at least one
    /// more than their share of all areas would give, those furthest above it first. Counts only:
    /// nothing is tested. `is_meant` says of a row whether it is in question, none where it cannot
    /// be.
    pub fn clusters(
        &self,
        compare: &Compare,
        is_meant: impl Fn(usize, &CompareRow) -> Option<bool>,
    ) -> Vec<Cluster> {
        let meant = |at: &usize| compare.rows.get(*at).and_then(|row| is_meant(*at, row));
        let counts = self.blocks.iter().map(|block| {
            let asked: Vec<bool> = block.rows.iter().filter_map(meant).collect();
            (asked.iter().filter(|it| **it).count(), asked.len())
        });
        let counts: Vec<(usize, usize)> = counts.collect();
        let (count, all) = counts.iter().fold((0, 0), |(count, all), block| {
            (count + block.0, all + block.1)
        });
        let blocks = self.blocks.iter().zip(counts);
        let clusters = blocks.filter_map(|(block, (own, own_all))| {
            let by_share = count as f64 * own_all as f64 / all.max(1) as f64;
            let is_cluster = own >= 2 && own as f64 >= by_share + 1.0;
            Some(Cluster {
                area: block.area.filter(|_| is_cluster)?,
                count: own,
                all: own_all,
                by_share,
            })
        });
        let mut clusters: Vec<Cluster> = clusters.collect();
        sort_by(&mut clusters, |one, other| {
            let excess = |it: &Cluster| it.count as f64 - it.by_share;
            excess(other).total_cmp(&excess(one))
        });
        clusters
    }

    /// Number of blocks that hold any of the areas in question.
    pub fn blocks_with(&self, compare: &Compare, is_meant: impl Fn(&CompareRow) -> bool) -> usize {
        let holds = |at: &usize| compare.rows.get(*at).is_some_and(&is_meant);
        let blocks = self.blocks.iter();
        blocks.filter(|block| block.rows.iter().any(holds)).count()
    }
}

/// Areas apart from the benchmark, as places of rows: on the side that is asked about and on the other,
/// on each those furthest from the benchmark's value first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Apart {
    /// Beyond 99.8 %.
    pub far: [Vec<usize>; 2],
    /// Beyond 95 %, but not 99.8 %.
    pub near: [Vec<usize>; 2],
}

impl Compare {
    /// The areas apart from the benchmark.
    pub fn areas_apart(&self, polarity: Polarity, is_adjusted: bool) -> Apart {
        let asked = asked_side(polarity);
        let mut apart = Apart::default();
        for (at, row) in self.rows.iter().enumerate() {
            let side = |confidence| {
                let side = row.side(is_adjusted, confidence);
                side.filter(|side| side.is_ne())
            };
            let far = side(Confidence::NinetyNinePointEight);
            let list = match (far, side(Confidence::NinetyFive)) {
                (Some(side), _) => &mut apart.far[usize::from(side != asked)],
                (None, Some(side)) => &mut apart.near[usize::from(side != asked)],
                (None, None) => continue,
            };
            list.push(at);
        }
        // Rows rise by value: the furthest above the benchmark stand last.
        let above = usize::from(asked != Ordering::Greater);
        apart.far[above].reverse();
        apart.near[above].reverse();
        apart
    }
}

/// The side of a benchmark that is asked about: the bad one, or the lower where neither is.
pub fn asked_side(polarity: Polarity) -> Ordering {
    match polarity {
        Polarity::Higher | Polarity::None => Ordering::Less,
        Polarity::Lower => Ordering::Greater,
    }
}

/// True for a verdict on the side that is asked about.
pub fn is_below(verdict: Verdict) -> bool {
    matches!(
        verdict,
        Verdict::Worse | Verdict::MuchWorse | Verdict::Lower | Verdict::MuchLower
    )
}

/// True for a verdict on the other side.
pub fn is_above(verdict: Verdict) -> bool {
    matches!(
        verdict,
        Verdict::Better | Verdict::MuchBetter | Verdict::Higher | Verdict::MuchHigher
    )
}

/// The pattern of a comparison.
pub fn pattern(package: &Package, compare: &Compare) -> Pattern {
    Pattern {
        blocks: blocks(package, compare),
        shades: shades(compare),
    }
}

fn blocks(package: &Package, compare: &Compare) -> Vec<PatternBlock> {
    let areas = &package.areas;
    // The rows of a comparison are in the order of values; a map keeps that of the package.
    let mut order: Vec<usize> = (0..compare.rows.len()).collect();
    sort_by(&mut order, |one, other| {
        compare.rows[*one].area.cmp(&compare.rows[*other].area)
    });
    let parent = |at: usize| areas.get(compare.rows[at].area).parent;
    let holder = |at: usize, level: u8| {
        let parent = parent(at)?;
        areas.holder(parent, LevelId(level)).or(Some(parent))
    };
    let count_at = |level: u8| {
        let holders = sorted_unique(order.iter().map(|at| holder(*at, level)));
        holders.len()
    };
    let parents = order.iter().filter_map(|at| parent(*at));
    let nearest = parents.map(|parent| areas.get(parent).level.0).max();
    let mut level = nearest.unwrap_or(0);
    while level > 0 && count_at(level) > MOST_BLOCKS {
        level -= 1;
    }
    let suppressed = |at: &usize| {
        let value = compare.rows[*at].reading.value;
        value == Value::Missing(Missing::Suppressed)
    };
    let mut blocks: Vec<PatternBlock> = Vec::new();
    for at in order {
        let area = holder(at, level);
        match blocks.iter_mut().find(|block| block.area == area) {
            Some(block) => block.rows.push(at),
            None => blocks.push(PatternBlock {
                area,
                total: None,
                rows: vec![at],
            }),
        }
    }
    for block in &mut blocks {
        let area = block.area.filter(|_| !block.rows.iter().any(suppressed));
        block.total = area.and_then(|area| block_total(package, compare, area));
    }
    blocks
}

fn block_total(package: &Package, compare: &Compare, area: AreaId) -> Option<Total> {
    let period = match (compare.question.period, compare.period) {
        (PeriodChoice::At(period), _) => period,
        (PeriodChoice::EachLatest, period) => period?,
    };
    let total = total(package, compare.question.indicator, area, period);
    let is_whole = total.reading.value.number().is_some() && !total.is_partial();
    is_whole.then_some(total)
}

fn shades(compare: &Compare) -> Result<Shades, NoShades> {
    if !compare.is_ordered() {
        let reasons = compare.refusals.iter().copied();
        let few = |reason: &Refusal| matches!(reason, Refusal::FewerThanFour(_));
        let reasons: Vec<Refusal> = reasons.filter(|reason| !few(reason)).collect();
        if !reasons.is_empty() {
            return Err(NoShades::NoOrder(reasons));
        }
    }
    let value = |row: &CompareRow| row.reading.value.exact().filter(|_| row.is_rankable());
    value_shades(&compare.rows.iter().map(value).collect::<Vec<_>>())
}

/// Groups values; those that are none have no group.
///
/// # Errors
/// Fewer than four values, or all the same.
pub(super) fn value_shades(found: &[Option<f64>]) -> Result<Shades, NoShades> {
    let values: Vec<f64> = found.iter().copied().flatten().collect();
    if values.len() < FEWEST_SHADED {
        return Err(NoShades::TooFew(values.len()));
    }
    let raw = value_groups(&values, MOST_SHADES.min(values.len() / 2));
    let count = raw.iter().max().map_or(0, |last| last + 1);
    let groups = (0..count).map(|group| {
        let own = values.iter().zip(&raw).filter(|(_, at)| **at == group);
        let own: Vec<f64> = own.map(|(value, _)| *value).collect();
        ShadeGroup {
            low: own.iter().copied().fold(f64::INFINITY, f64::min),
            high: own.iter().copied().fold(f64::NEG_INFINITY, f64::max),
            count: own.len(),
        }
    });
    let groups: Vec<ShadeGroup> = groups.collect();
    if groups.len() < 2 {
        return Err(NoShades::AllEqual);
    }
    let mut raw = raw.into_iter();
    let of_row = found.iter().map(|value| {
        (*value)?;
        raw.next().map(|group| group as u8)
    });
    let of_row = of_row.collect();
    Ok(Shades { groups, of_row })
}

/// The group of each value, from 0 for the lowest, no group empty: one a value where there are no more
/// than `wanted` distinct ones, else groups of equal count. A value that most areas share would swallow
/// those below it: it then stands apart from what is below and what is above.
fn value_groups(values: &[f64], wanted: usize) -> Vec<usize> {
    let distinct = distinct(values);
    if distinct.len() <= wanted {
        let below = |value: &f64| distinct.iter().filter(|(it, _)| it < value).count();
        return values.iter().map(below).collect();
    }
    let is_most = |(_, count): &&(f64, usize)| 2 * count > values.len();
    let Some((commonest, _)) = distinct.iter().find(is_most) else {
        return closed_up(&quantile_groups(values, wanted));
    };
    let side = |value: &f64| match value.total_cmp(commonest) {
        Ordering::Less => 0,
        Ordering::Equal => 1,
        Ordering::Greater => 2,
    };
    let sides: Vec<usize> = values.iter().map(side).collect();
    closed_up(&sides)
}

/// The distinct values, the lowest first, with how many there are of each.
fn distinct(values: &[f64]) -> Vec<(f64, usize)> {
    let mut sorted = values.to_vec();
    sort_by(&mut sorted, f64::total_cmp);
    let mut distinct: Vec<(f64, usize)> = Vec::new();
    for value in sorted {
        match distinct.last_mut() {
            Some((last, count)) if *last == value => *count += 1,
            _ => distinct.push((value, 1)),
        }
    }
    distinct
}

/// Groups numbered anew, so that none is empty.
fn closed_up(groups: &[usize]) -> Vec<usize> {
    let held = sorted_unique(groups.iter().copied());
    let place = |group: &usize| held.partition_point(|it| it < group);
    groups.iter().map(place).collect()
}

impl Shades {
    /// The end that is asked about: the highest group where low is good, else the lowest; the
    /// highest where neither side is.
    pub fn end(&self, polarity: Polarity) -> u8 {
        match polarity {
            Polarity::Higher => 0,
            Polarity::Lower | Polarity::None => (self.groups.len().saturating_sub(1)) as u8,
        }
    }
}
