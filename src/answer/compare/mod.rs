//! One indicator over the areas of one level: held against a benchmark, ranked where a ranking is
//! sound, side by side where it is not, with the reasons.

mod benchmark;
mod funnel;
mod options;
mod rank;
mod refusal;
mod verdict;

pub use benchmark::{Benchmark, NoBenchmark};
pub use funnel::{FunnelLimits, funnel, funnel_of};
pub use options::{NoComparison, level_options, no_comparison};
pub use rank::Rank;
pub(super) use rank::rank_of;
pub use refusal::{Instead, Refusal};
pub use verdict::{Against, Judged, Verdict, sample, unjudged};
pub(super) use verdict::{held_to, position_to};

use super::parent::{Agreement, ParentCheck, parent_check};
use crate::model::{AreaId, IndicatorId, LevelId, Period, Polarity, sort_by};
use crate::package::Package;
use crate::query::{Reading, nearest_period, readings, select_latest};
use crate::stats::{Confidence, Overdispersion, Position, expected_by_chance};
use std::cmp::Ordering;

/// Which period is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeriodChoice {
    /// One period for all.
    At(Period),
    /// Each area's own newest ripe one; nothing is ranked then.
    EachLatest,
}

impl PeriodChoice {
    /// Its word in the names of files: the period, or `latest`.
    pub fn word(self) -> String {
        match self {
            PeriodChoice::At(period) => period.to_string(),
            PeriodChoice::EachLatest => "latest".to_string(),
        }
    }
}

/// What the areas are held against.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub enum BenchmarkChoice {
    /// The one top area, summed from its parts where it has no value of its own; the areas compared
    /// together where they lie in no common area.
    #[default]
    Top,
    /// The areas compared, together: their counts summed, whatever is published of a larger area.
    Listed,
    /// An area.
    Area(AreaId),
    /// A number in the unit of the indicator.
    Number(f64),
    /// A standard, by its place in the package's list.
    Standard(usize),
}

/// The word for the areas compared, together, as a benchmark.
pub const LISTED: &str = "listed";

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CompareQuestion {
    /// The indicator.
    pub indicator: IndicatorId,
    /// The level whose areas are compared.
    pub level: LevelId,
    /// Only areas inside this one.
    pub within: Option<AreaId>,
    /// The period.
    pub period: PeriodChoice,
    /// What they are held against.
    pub benchmark: BenchmarkChoice,
}

/// One area of a comparison.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CompareRow {
    /// The area.
    pub area: AreaId,
    /// The period of its reading.
    pub period: Option<Period>,
    /// What the data says.
    pub reading: Reading,
    /// Its intervals and how it stands to the benchmark, where chance has a part in its value.
    pub judged: Option<Judged>,
    /// Its rank, where areas are ranked.
    pub rank: Option<Rank>,
}

impl CompareRow {
    /// A row of which nothing is said but what the data says.
    fn plain(area: AreaId, period: Option<Period>, reading: Reading) -> CompareRow {
        CompareRow {
            area,
            period,
            reading,
            judged: None,
            rank: None,
        }
    }

    /// A row of an area of which nothing is published.
    pub(super) fn absent(area: AreaId, period: Period) -> CompareRow {
        CompareRow::plain(area, Some(period), Reading::NO_ROW)
    }

    /// True where the value is exact and final.
    pub fn is_rankable(&self) -> bool {
        self.reading.value.exact().is_some() && !self.reading.is_provisional()
    }

    /// The verdict; plain, or allowing for the spread among all areas.
    pub fn verdict(&self, polarity: Polarity, is_adjusted: bool) -> Verdict {
        let judged = self.judged.as_ref();
        judged.map_or(Verdict::NotCompared, |it| it.verdict(polarity, is_adjusted))
    }

    /// On which side of the benchmark the value lies beyond a level, equal where it does not; none where
    /// it was not held against one.
    pub fn side(&self, is_adjusted: bool, confidence: Confidence) -> Option<Ordering> {
        let against = self.judged?.against?;
        let position = match is_adjusted {
            true => against.adjusted,
            false => against.plain,
        };
        let is_near = confidence == Confidence::NinetyFive;
        Some(match position {
            Position::Below998 => Ordering::Less,
            Position::Below95 if is_near => Ordering::Less,
            Position::Above998 => Ordering::Greater,
            Position::Above95 if is_near => Ordering::Greater,
            Position::Below95 | Position::Above95 | Position::Within => Ordering::Equal,
        })
    }
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Compare {
    /// What was asked.
    pub question: CompareQuestion,
    /// Areas with a value, the lowest first or in the order of the package, then those without, in
    /// the order of the package.
    pub rows: Vec<CompareRow>,
    /// Number of rows with a value; they come first.
    pub known_count: usize,
    /// The period of every value; none where they differ or there is no value.
    pub period: Option<Period>,
    /// Where no area has a value for want of such periods: the nearest that there is.
    pub nearest: Option<Period>,
    /// Why the areas are not ranked; empty where they are.
    pub refusals: Vec<Refusal>,
    /// The benchmark, or why there is none.
    pub benchmark: Result<Benchmark, NoBenchmark>,
    /// A second reference beside the benchmark: the area within which is compared.
    pub within: Option<Benchmark>,
    /// The benchmark area's own figure and the sum of its complete parts, where the two differ.
    pub differing: Option<(AreaId, ParentCheck)>,
    /// Number of areas held against the benchmark.
    pub judged_count: usize,
    /// The spread among them beyond chance, where it could be estimated.
    pub spread: Option<Overdispersion>,
}

impl Compare {
    /// The rows that have a value.
    pub fn known(&self) -> &[CompareRow] {
        &self.rows[..self.known_count]
    }

    /// The rows without a value.
    pub fn missing(&self) -> &[CompareRow] {
        &self.rows[self.known_count..]
    }

    /// A row by its place. The references follow: the benchmark, then the area within which is
    /// compared; those that are no area have none.
    pub fn row(&self, place: usize) -> Option<CompareRow> {
        if let Some(row) = self.rows.get(place) {
            return Some(*row);
        }
        let reference = match place - self.rows.len() {
            0 => self.benchmark.ok()?,
            1 => self.within?,
            _ => return None,
        };
        let reading = reference.total.reading;
        Some(CompareRow::plain(reference.area?, None, reading))
    }

    /// The same with these areas alone. Benchmark, spread and ranks stay those of all.
    pub fn narrowed(mut self, areas: &[AreaId]) -> Compare {
        self.rows.retain(|row| areas.contains(&row.area));
        let known = |row: &CompareRow| row.reading.value.number().is_some();
        self.known_count = self.rows.iter().filter(|row| known(row)).count();
        let held = |row: &&CompareRow| row.judged.is_some_and(|judged| judged.against.is_some());
        self.judged_count = self.rows.iter().filter(held).count();
        self
    }

    /// The places of the rows of these areas.
    pub fn places(&self, areas: &[AreaId]) -> Vec<u32> {
        let rows = self.rows.iter().enumerate();
        let meant = rows.filter(|(_, row)| areas.contains(&row.area));
        meant.map(|(place, _)| place as u32).collect()
    }

    /// True where the rows are in order of their values.
    pub fn is_ordered(&self) -> bool {
        let mut refusals = self.refusals.iter();
        refusals.all(|refusal| refusal.instead() == Instead::InOrder)
    }

    /// How many areas lie below and how many above the benchmark beyond a level.
    pub fn apart(&self, is_adjusted: bool, confidence: Confidence) -> (usize, usize) {
        let sides = self.rows.iter();
        let sides = sides.filter_map(|row| row.side(is_adjusted, confidence));
        sides.fold((0, 0), |(below, above), side| match side {
            Ordering::Less => (below + 1, above),
            Ordering::Equal => (below, above),
            Ordering::Greater => (below, above + 1),
        })
    }

    /// True where the areas are no further apart than chance puts them, so that no limit is widened.
    pub fn has_no_spread(&self) -> bool {
        self.spread.is_some_and(|spread| spread.tau_squared == 0.0)
    }

    /// Number of areas that are held against the rest of the benchmark.
    pub fn rest_count(&self) -> usize {
        let against = self.rows.iter().filter_map(|row| row.judged?.against);
        against.filter(|against| against.is_rest).count()
    }

    /// Number of areas that chance alone would put beyond a level, were all alike.
    pub fn expected_by_chance(&self, confidence: Confidence) -> f64 {
        expected_by_chance(self.judged_count, confidence)
    }

    /// The places of the ranked areas that one cannot be told apart from, in the order of rows.
    pub fn alike(&self, package: &Package, place: usize) -> Vec<usize> {
        let indicator = package.indicators.get(self.question.indicator);
        let ranked = |at: &usize| self.rows[*at].rank.is_some_and(|it| it.range.is_some());
        let Some(own) = Some(place).filter(ranked).map(|at| &self.rows[at]) else {
            return Vec::new();
        };
        let others = (0..self.known_count).filter(|at| *at != place);
        others
            .filter(ranked)
            .filter(|at| rank::is_alike(indicator, own, &self.rows[*at]))
            .collect()
    }
}

/// The rows of a comparison, held against the benchmark, in the order of the package.
pub(super) struct Held {
    pub(super) rows: Vec<CompareRow>,
    pub(super) period: Option<Period>,
    pub(super) benchmark: Result<Benchmark, NoBenchmark>,
    pub(super) spread: Option<Overdispersion>,
}

impl Held {
    /// Number of rows with a value.
    pub(super) fn known_count(&self) -> usize {
        let known = |row: &&CompareRow| row.reading.value.number().is_some();
        self.rows.iter().filter(known).count()
    }
}

/// Reads the rows of a comparison and holds them against the benchmark.
pub(super) fn held_rows(package: &Package, question: &CompareQuestion) -> Held {
    let indicator = package.indicators.get(question.indicator);
    let mut rows = rows(package, question);
    let known = || {
        let known = |row: &&CompareRow| row.reading.value.number().is_some();
        rows.iter().filter(known)
    };
    let period = match question.period {
        PeriodChoice::At(period) => Some(period),
        PeriodChoice::EachLatest => {
            let first = known().next().and_then(|row| row.period);
            first.filter(|_| known().all(|row| row.period == first))
        }
    };
    let benchmark = benchmark::benchmark(package, question, period, &rows);
    let spread = verdict::judge(package, indicator, &mut rows, benchmark.as_ref().ok());
    Held {
        rows,
        period,
        benchmark,
        spread,
    }
}

/// True where periods are all of one kind.
pub(super) fn has_one_kind(periods: &[Period]) -> bool {
    let mut pairs = periods.windows(2);
    pairs.all(|pair| pair[0].kind() == pair[1].kind())
}

/// Compares the areas of a level.
pub fn compare(package: &Package, question: CompareQuestion) -> Compare {
    let indicator = package.indicators.get(question.indicator);
    let Held {
        mut rows,
        period,
        benchmark,
        spread,
    } = held_rows(package, &question);
    let mut refusals = refusal::refusals(package, &question, &rows);
    if refusals.is_empty() && !rank::rank(indicator, &mut rows) {
        refusals.push(Refusal::NoneToldApart);
    }
    let in_order = |it: &Refusal| it.instead() == Instead::InOrder;
    sort(&mut rows, refusals.iter().all(in_order));
    let known_count = rows.partition_point(|row| row.reading.value.number().is_some());
    let nearest = match period {
        Some(asked) if known_count == 0 => {
            nearest_period(package, question.indicator, question.level, asked)
        }
        _ => None,
    };
    let held = |row: &&CompareRow| row.judged.is_some_and(|judged| judged.against.is_some());
    Compare {
        within: benchmark::within(package, &question, period, &benchmark),
        differing: differing(package, &question, period),
        judged_count: rows.iter().filter(held).count(),
        benchmark,
        question,
        rows,
        known_count,
        period,
        nearest,
        refusals,
        spread,
    }
}

/// The area above those compared, where it publishes another figure than its parts sum up to.
fn differing(
    package: &Package,
    question: &CompareQuestion,
    period: Option<Period>,
) -> Option<(AreaId, ParentCheck)> {
    let area = match question.benchmark {
        BenchmarkChoice::Area(area) => area,
        _ => *package.areas.roots().first()?,
    };
    let check = parent_check(package, question.indicator, area, period?)?;
    (check.agreement == Agreement::Differs).then_some((area, check))
}

/// Equals keep the order of the package; those without a value come last.
fn sort(rows: &mut [CompareRow], by_value: bool) {
    sort_by(rows, |one, other| {
        let (one, other) = (one.reading.value.number(), other.reading.value.number());
        match (one, other) {
            (Some(one), Some(other)) if by_value => one.total_cmp(&other),
            _ => one.is_none().cmp(&other.is_none()),
        }
    });
}

/// Areas of the level that were valid in the period, or today where each shows its newest.
fn rows(package: &Package, question: &CompareQuestion) -> Vec<CompareRow> {
    let (level, within, indicator) = (question.level, question.within, question.indicator);
    match question.period {
        PeriodChoice::At(period) => {
            let areas = package.areas.of_level(level, within, Some(period));
            let readings = readings(package, indicator, &areas, period);
            let rows = areas.into_iter().zip(readings);
            rows.map(|(area, reading)| CompareRow::plain(area, Some(period), reading))
                .collect()
        }
        PeriodChoice::EachLatest => {
            let areas = package.areas.of_level(level, within, None);
            let newest = select_latest(package, indicator, &areas);
            let rows = areas.into_iter().zip(newest);
            rows.map(|(area, found)| match found {
                Some((period, reading)) => CompareRow::plain(area, Some(period), reading),
                None => CompareRow::plain(area, None, Reading::NO_ROW),
            })
            .collect()
        }
    }
}
