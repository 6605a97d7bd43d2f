//! One indicator over the areas of one level: in order where an order is sound, side by side where
//! it is not, with the reasons.

use crate::model::{AreaId, IndicatorId, Kind, LevelId, Period, sort_by, sorted_unique};
use crate::package::{FileState, Package, TableKind};
use crate::query::{Reading, Total, nearest_period, select, series, total};

/// Which period is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeriodChoice {
    /// One period for all.
    At(Period),
    /// Each area's own newest ripe one; where these differ nothing is put in order.
    EachLatest,
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CompareQuestion {
    /// The indicator.
    pub indicator: IndicatorId,
    /// The level whose areas are compared.
    pub level: LevelId,
    /// Only areas inside this one.
    pub within: Option<AreaId>,
    /// The period.
    pub period: PeriodChoice,
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
}

/// Why the areas are not put in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoOrder {
    /// The package says that nothing of it may be ranked.
    PackageForbids,
    /// The periods differ.
    PeriodsDiffer,
    /// The periods are of different kinds.
    PeriodKindsDiffer,
    /// So many values are bounded or rounded.
    Bounded(usize),
    /// Running totals, whose starts may differ.
    Cumulative,
}

/// How the rows stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    /// By value, the lowest first; areas of one value in the order of the package.
    LowToHigh,
    /// In the order of the package, because no order by value is sound.
    SideBySide(Vec<NoOrder>),
}

/// The value that the areas are held against.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Benchmark {
    /// The area whose value it is.
    pub area: AreaId,
    /// The value and how it came about.
    pub total: Total,
}

/// Why there is no benchmark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoBenchmark {
    /// A count or running total of the whole is no measure for its parts.
    Count,
    /// The areas lie in no common area.
    NoCommonArea,
    /// The areas are seen at different periods.
    PeriodsDiffer,
    /// The common area has no value for the period, or a bounded or partial one.
    NoValue,
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Compare {
    /// What was asked.
    pub question: CompareQuestion,
    /// Areas with a value as `order` says, then those without, in the order of the package.
    pub rows: Vec<CompareRow>,
    /// Number of rows with a value; they come first.
    pub known_count: usize,
    /// The period of every value; none where they differ or there is no value.
    pub period: Option<Period>,
    /// Where no area has a value for want of such periods: the nearest that there is.
    pub nearest: Option<Period>,
    /// How the rows stand.
    pub order: Order,
    /// The benchmark, or why there is none.
    pub benchmark: Result<Benchmark, NoBenchmark>,
    /// A second reference beside the benchmark: the area within which is compared.
    pub within: Option<Benchmark>,
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
    /// compared.
    pub fn row(&self, place: usize) -> Option<CompareRow> {
        if let Some(row) = self.rows.get(place) {
            return Some(*row);
        }
        let reference = match place - self.rows.len() {
            0 => self.benchmark.ok()?,
            1 => self.within?,
            _ => return None,
        };
        Some(CompareRow {
            area: reference.area,
            period: None,
            reading: reference.total.reading,
        })
    }

    /// True where the rows are in order of their values.
    pub fn is_ordered(&self) -> bool {
        self.order == Order::LowToHigh
    }
}

/// Compares the areas of a level.
pub fn compare(package: &Package, question: CompareQuestion) -> Compare {
    let mut rows: Vec<CompareRow> = areas_of(package, &question)
        .into_iter()
        .map(|area| row(package, &question, area))
        .collect();
    let order = order(package, &question, &rows);
    let ordered = order == Order::LowToHigh;
    // Equals keep the order of the package; those without a value come last.
    sort_by(&mut rows, |one, other| {
        let (one, other) = (one.reading.value.number(), other.reading.value.number());
        match (one, other) {
            (Some(one), Some(other)) if ordered => one.total_cmp(&other),
            _ => one.is_none().cmp(&other.is_none()),
        }
    });
    let known_count = rows.partition_point(|row| row.reading.value.number().is_some());
    let period = shared_period(&question, &rows[..known_count]);
    let nearest = match period {
        Some(asked) if known_count == 0 => {
            nearest_period(package, question.indicator, question.level, asked)
        }
        _ => None,
    };
    let benchmark = benchmark(package, &question, period);
    Compare {
        within: within(package, &question, period, &benchmark),
        benchmark,
        question,
        rows,
        known_count,
        period,
        nearest,
        order,
    }
}

/// Areas of the level that were valid in the period. Where each shows its newest period, those
/// that have any row, or all where none has.
fn areas_of(package: &Package, question: &CompareQuestion) -> Vec<AreaId> {
    let (level, within) = (question.level, question.within);
    match question.period {
        PeriodChoice::At(period) => package.areas.of_level(level, within, Some(period)),
        PeriodChoice::EachLatest => package.areas.of_level(level, within, None),
    }
}

fn row(package: &Package, question: &CompareQuestion, area: AreaId) -> CompareRow {
    match question.period {
        PeriodChoice::At(period) => CompareRow {
            area,
            period: Some(period),
            reading: select(package, question.indicator, area, period),
        },
        PeriodChoice::EachLatest => {
            let points = series(package, question.indicator, area);
            let newest = points
                .iter()
                .rev()
                .find(|point| !point.reading.is_provisional());
            CompareRow {
                area,
                period: newest.map(|point| point.period),
                reading: newest.map_or(Reading::NO_ROW, |point| point.reading),
            }
        }
    }
}

/// The period asked for, or else the one that each area's newest value has in common with all.
fn shared_period(question: &CompareQuestion, known: &[CompareRow]) -> Option<Period> {
    match question.period {
        PeriodChoice::At(period) => Some(period),
        PeriodChoice::EachLatest => {
            let first = known.first()?.period;
            first.filter(|_| known.iter().all(|row| row.period == first))
        }
    }
}

fn order(package: &Package, question: &CompareQuestion, rows: &[CompareRow]) -> Order {
    let known = || {
        rows.iter()
            .filter(|row| row.reading.value.number().is_some())
    };
    let mut reasons = Vec::new();
    let periods = sorted_unique(known().filter_map(|row| row.period));
    let kinds = sorted_unique(periods.iter().map(|period| period.kind()));
    if kinds.len() > 1 {
        reasons.push(NoOrder::PeriodKindsDiffer);
    }
    if periods.len() > 1 {
        reasons.push(NoOrder::PeriodsDiffer);
    }
    let bounded = known()
        .filter(|row| row.reading.value.bound().is_some())
        .count();
    if bounded > 0 {
        reasons.push(NoOrder::Bounded(bounded));
    }
    if package.indicators.get(question.indicator).kind == Kind::Cumulative {
        reasons.push(NoOrder::Cumulative);
    }
    if !package.descriptor.judged {
        reasons.push(NoOrder::PackageForbids);
    }
    if reasons.is_empty() {
        Order::LowToHigh
    } else {
        Order::SideBySide(reasons)
    }
}

fn benchmark(
    package: &Package,
    question: &CompareQuestion,
    period: Option<Period>,
) -> Result<Benchmark, NoBenchmark> {
    let kind = package.indicators.get(question.indicator).kind;
    if matches!(kind, Kind::Count | Kind::Cumulative) {
        return Err(NoBenchmark::Count);
    }
    let period = period.ok_or(NoBenchmark::PeriodsDiffer)?;
    let [area] = package.areas.roots()[..] else {
        return Err(NoBenchmark::NoCommonArea);
    };
    if package.areas.get(area).level == question.level {
        return Err(NoBenchmark::NoCommonArea);
    }
    whole(package, question.indicator, area, period).ok_or(NoBenchmark::NoValue)
}

/// The complete and exact value of an area above those compared.
fn whole(
    package: &Package,
    indicator: IndicatorId,
    area: AreaId,
    period: Period,
) -> Option<Benchmark> {
    let total = total(package, indicator, area, period);
    let is_whole = total.reading.value.exact().is_some() && !total.is_partial();
    is_whole.then_some(Benchmark { area, total })
}

fn within(
    package: &Package,
    question: &CompareQuestion,
    period: Option<Period>,
    benchmark: &Result<Benchmark, NoBenchmark>,
) -> Option<Benchmark> {
    let benchmark = benchmark.as_ref().ok()?;
    let area = question.within.filter(|area| *area != benchmark.area)?;
    whole(package, question.indicator, area, period?)
}

/// The levels on which areas can be set beside each other, the highest first: those of which a file
/// holds values of the indicator or says so. It does not hang on which files have been read.
pub fn level_options(package: &Package, indicator: Option<IndicatorId>) -> Vec<LevelId> {
    let only_root = package.areas.roots().len() == 1;
    let levels = (0..package.descriptor.levels.len()).map(|at| LevelId(at as u8));
    levels
        .filter(|level| !(only_root && level.0 == 0))
        .filter(|level| indicator.is_none_or(|id| may_hold(package, id, *level)))
        .collect()
}

/// True where a file holds values of the indicator on the level, or may as far as is known.
fn may_hold(package: &Package, id: IndicatorId, level: LevelId) -> bool {
    let indicator = package.indicators.get(id);
    let files = package.descriptor.resources.iter().zip(&package.files);
    files
        .filter(|(about, _)| about.table == TableKind::Observations && about.dimensions.is_empty())
        .any(|(about, state)| match state {
            FileState::Unread => {
                (about.themes.is_empty() || about.themes.contains(&indicator.theme))
                    && (!about.headline || indicator.headline)
                    && match about.levels.is_empty() {
                        true => !package.areas.of_level(level, None, None).is_empty(),
                        false => about.levels.contains(&level),
                    }
            }
            FileState::Observations(file) => {
                let mut slices = file.index.of_indicator(id, 0);
                slices.any(|(_, slice)| {
                    let mut areas = slice.iter();
                    areas.any(|(area, _)| package.areas.get(area).level == level)
                })
            }
            FileState::Reference(..) | FileState::Failed(_) => false,
        })
}
