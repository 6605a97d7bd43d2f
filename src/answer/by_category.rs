//! One indicator by the values of a dimension: at one area, each value held against the area as a
//! whole, and over all areas of a level. It must not know how that is drawn.

use super::compare::{Against, Judged, Verdict, held_to, position_to, sample, unjudged};
use crate::model::{AreaId, IndicatorId, Kind, LevelId, Period, Text, sort_by};
use crate::package::Package;
use crate::query::{
    Reading, Total, broken_down, categories, category_columns, category_periods, total,
};
use crate::stats::Interval;

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ByCategoryQuestion {
    /// The indicator.
    pub indicator: IndicatorId,
    /// The place of the dimension in the descriptor.
    pub dimension: usize,
    /// The area.
    pub area: AreaId,
    /// The period; the newest ripe one at which the area is broken down where none.
    pub period: Option<Period>,
    /// The level of the table beside it; the lowest that is broken down where it is not.
    pub level: Option<LevelId>,
    /// True where the values of the dimension stand in their declared order, not by size.
    pub is_declared_order: bool,
}

/// One value of the dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct CategoryRow {
    /// The value as written.
    pub value: String,
    /// What readers see.
    pub label: Text,
    /// Its figure.
    pub reading: Reading,
    /// Its interval and how it stands to the area as a whole, where chance has a part in it.
    pub judged: Option<Judged>,
    /// Its share of the whole, 1 for all; of counts alone.
    pub share: Option<f64>,
}

/// All areas of a level by the values of the dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct CategoryTable {
    /// The level.
    pub level: LevelId,
    /// The areas, in the order of the package.
    pub areas: Vec<AreaId>,
    /// The values, in the order of the rows of the answer where those have them; each with its label
    /// and its readings in step with the areas.
    pub columns: Vec<(String, Text, Vec<Reading>)>,
    /// The figure of each area as a whole.
    pub totals: Vec<Total>,
}

impl CategoryTable {
    /// The share of a cell in its area's whole, 1 for all; none where either is not known.
    pub fn share(&self, column: usize, at: usize) -> Option<f64> {
        let whole = self.totals.get(at)?;
        let whole = whole.reading.value.exact().filter(|_| !whole.is_partial());
        let own = self.columns.get(column)?.2.get(at)?.value.exact();
        own.zip(whole.filter(|whole| *whole > 0.0))
            .map(|(own, whole)| own / whole)
            .filter(|share| *share <= 1.0)
    }
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct ByCategory {
    /// What was asked.
    pub question: ByCategoryQuestion,
    /// The period.
    pub period: Period,
    /// The area as a whole.
    pub total: Total,
    /// The values: the highest first or as declared; those without a figure last.
    pub rows: Vec<CategoryRow>,
    /// What of a count lies in none of the values; none where that is not known, or a value lacks a
    /// figure, which the difference would give away.
    pub unassigned: Option<f64>,
    /// True where the values of a count sum up to more than the whole.
    pub is_over: bool,
    /// Number of values held against the area as a whole.
    pub judged_count: usize,
    /// All areas of a level, where any is broken down.
    pub table: Option<CategoryTable>,
}

/// Answers; none where the area has nothing broken down at the period.
pub fn by_category(package: &Package, question: ByCategoryQuestion) -> Option<ByCategory> {
    let ByCategoryQuestion {
        indicator,
        dimension,
        area,
        ..
    } = question;
    let newest = || {
        let is_own = |it: AreaId| it == area;
        let ripe = category_periods(package, indicator, dimension, is_own, false);
        let any = || category_periods(package, indicator, dimension, is_own, true);
        ripe.last().copied().or_else(|| any().last().copied())
    };
    let period = question.period.or_else(newest)?;
    let found = categories(package, indicator, dimension, area, period);
    if found.is_empty() {
        return None;
    }
    let about = package.indicators.get(indicator);
    let declared = package.descriptor.dimensions.get(dimension);
    let label = |value: &str| match declared {
        Some(declared) => declared.value_label(value),
        None => Text::new(value, value),
    };
    let whole = total(package, indicator, area, period);
    let numbers: Vec<Option<f64>> = found.iter().map(|it| it.reading.value.exact()).collect();
    let sum: f64 = numbers.iter().flatten().sum();
    let of_count = whole.reading.value.exact();
    let of_count = of_count.filter(|_| about.kind == Kind::Count && !whole.is_partial());
    let is_over = of_count.is_some_and(|whole| sum > whole);
    let base = of_count.filter(|whole| !is_over && *whole > 0.0);
    let is_whole = numbers.iter().all(Option::is_some);
    let rows = found.into_iter().map(|it| CategoryRow {
        label: label(&it.value),
        judged: held(package, indicator, &it.reading, &whole),
        share: it
            .reading
            .value
            .exact()
            .zip(base)
            .map(|(own, all)| own / all),
        reading: it.reading,
        value: it.value,
    });
    let mut rows: Vec<CategoryRow> = rows.collect();
    sort_by(&mut rows, |one, other| {
        let number = |row: &CategoryRow| row.reading.value.number();
        match (number(one), number(other)) {
            (Some(one), Some(other)) if !question.is_declared_order => other.total_cmp(&one),
            (one, other) => one.is_none().cmp(&other.is_none()),
        }
    });
    let is_held = |row: &&CategoryRow| row.judged.is_some_and(|it| it.against.is_some());
    Some(ByCategory {
        judged_count: rows.iter().filter(is_held).count(),
        table: table(package, &question, period, &rows, label),
        unassigned: base.filter(|_| is_whole).map(|whole| whole - sum),
        question,
        period,
        total: whole,
        rows,
        is_over,
    })
}

/// Holds a value of the dimension against the area as a whole, or against the rest of it where it is
/// more than a tenth, as an area is held against the whole that it lies in; by its own counts alone.
fn held(
    package: &Package,
    indicator: IndicatorId,
    reading: &Reading,
    whole: &Total,
) -> Option<Judged> {
    let about = package.indicators.get(indicator);
    let mut judged = unjudged(about, reading)?;
    let whole = Some(whole).filter(|whole| !whole.is_partial() && package.descriptor.judged);
    let whole = whole.filter(|whole| !whole.reading.is_provisional() && !reading.is_provisional());
    let Some(whole) = whole.and_then(|whole| sample(about, &whole.reading)) else {
        return Some(judged);
    };
    let own = judged.sample;
    // A value that is all there is has nothing to be held against.
    judged.against = held_to(&own, &whole).map(|(value, rest)| {
        let position = match rest {
            Some(rest) => position_to(&own, &rest),
            None => own.position(value),
        };
        Against {
            benchmark: value * about.multiplier,
            is_rest: rest.is_some(),
            is_estimate: false,
            plain: position,
            adjusted: position,
            adjusted_z: 0.0,
            excess: own.events() - own.size() * value,
        }
    });
    Some(judged)
}

fn table(
    package: &Package,
    question: &ByCategoryQuestion,
    period: Period,
    rows: &[CategoryRow],
    label: impl Fn(&str) -> Text,
) -> Option<CategoryTable> {
    let (indicator, dimension) = (question.indicator, question.dimension);
    let levels = category_levels(package, indicator, dimension);
    let level = question.level.filter(|level| levels.contains(level));
    let level = level.or_else(|| levels.last().copied())?;
    let areas = package.areas.of_level(level, None, Some(period));
    let found = category_columns(package, indicator, dimension, &areas, period);
    if found.is_empty() || areas.len() < 2 {
        return None;
    }
    let mut columns = found
        .into_iter()
        .map(|(value, readings)| (value.clone(), label(&value), readings))
        .collect::<Vec<_>>();
    sort_by(&mut columns, |one, other| {
        let place = |value: &str| rows.iter().position(|row| row.value == value);
        let place = |value: &str| place(value).unwrap_or(rows.len());
        place(&one.0).cmp(&place(&other.0))
    });
    let totals = areas.iter();
    let totals = totals.map(|area| total(package, indicator, *area, period));
    Some(CategoryTable {
        level,
        totals: totals.collect(),
        areas,
        columns,
    })
}

/// The levels on which an indicator is broken down by a dimension, the highest first.
pub fn category_levels(
    package: &Package,
    indicator: IndicatorId,
    dimension: usize,
) -> Vec<LevelId> {
    let levels = (0..package.descriptor.levels.len()).map(|at| LevelId(at as u8));
    let is_held = |level: &LevelId| {
        let is_meant = |area: AreaId| package.areas.get(area).level == *level;
        !category_periods(package, indicator, dimension, is_meant, true).is_empty()
    };
    levels.filter(is_held).collect()
}

/// The periods at which an area is broken down, the earliest first.
pub fn category_periods_of(
    package: &Package,
    indicator: IndicatorId,
    dimension: usize,
    area: AreaId,
) -> Vec<Period> {
    category_periods(package, indicator, dimension, |it| it == area, true)
}

/// The indicators that are broken down, each with the places of its dimensions, as far as files have
/// been read.
pub fn broken_down_indicators(package: &Package) -> Vec<(IndicatorId, Vec<usize>)> {
    broken_down(package)
}

impl CategoryRow {
    /// The verdict on a value against the area as a whole, by its own counts.
    pub fn verdict(&self, package: &Package, indicator: IndicatorId) -> Verdict {
        let polarity = package.indicators.get(indicator).polarity;
        let judged = self.judged.as_ref();
        judged.map_or(Verdict::NotCompared, |it| it.verdict(polarity, false))
    }

    /// The 95 % interval, in the unit of the indicator.
    pub fn interval(&self) -> Option<Interval> {
        self.judged.map(|it| it.interval_95)
    }
}
