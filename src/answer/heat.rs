//! Every indicator of a list over the areas of a level: where each area stands on each.

use super::compare::{
    Benchmark, BenchmarkChoice, CompareQuestion, CompareRow, PeriodChoice, held_rows,
};
use crate::model::{AreaId, IndicatorId, Kind, LevelId, Period};
use crate::package::Package;
use crate::query::latest_period_until;

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatQuestion {
    /// The level whose areas are looked at.
    pub level: LevelId,
    /// Only areas inside this one.
    pub within: Option<AreaId>,
    /// The indicators, in order.
    pub indicators: Vec<IndicatorId>,
    /// The last period that counts; all where none.
    pub until: Option<Period>,
}

/// One indicator: a column.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatColumnAnswer {
    /// The indicator.
    pub indicator: IndicatorId,
    /// Its newest ripe period on the level, of those that count.
    pub period: Period,
    /// What the areas are held against, where there is something.
    pub benchmark: Option<Benchmark>,
    /// The areas, in step with the answer's.
    pub rows: Vec<CompareRow>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Heat {
    /// What was asked.
    pub question: HeatQuestion,
    /// The areas of the level, in the order of the package.
    pub areas: Vec<AreaId>,
    /// The indicators that have a value on the level.
    pub columns: Vec<HeatColumnAnswer>,
}

/// The indicators that a heat table shows where none are named: those that do not hang on the size of
/// an area.
pub fn heat_indicators(package: &Package) -> Vec<IndicatorId> {
    let all = package.indicators.iter();
    let shown = all.filter(|(_, it)| !matches!(it.kind, Kind::Count | Kind::Cumulative));
    shown.map(|(id, _)| id).collect()
}

/// Answers.
pub fn heat(package: &Package, question: HeatQuestion) -> Heat {
    let areas = package
        .areas
        .of_level(question.level, question.within, None);
    let column = |id: &IndicatorId| {
        let level = Some(question.level);
        let period = latest_period_until(package, *id, level, question.until)?;
        let asked = CompareQuestion {
            indicator: *id,
            level: question.level,
            within: question.within,
            period: PeriodChoice::At(period),
            benchmark: BenchmarkChoice::Top,
        };
        let held = held_rows(package, &asked);
        if held.known_count() == 0 {
            return None;
        }
        // An area that was not there yet, or no longer, has no place in the table.
        let row = |area: &AreaId| {
            let found = held.rows.iter().find(|row| row.area == *area);
            found.map_or(CompareRow::absent(*area, period), |row| *row)
        };
        Some(HeatColumnAnswer {
            indicator: *id,
            period,
            rows: areas.iter().map(row).collect(),
            benchmark: held.benchmark.ok(),
        })
    };
    let columns = question.indicators.iter().filter_map(column).collect();
    Heat {
        areas,
        columns,
        question,
    }
}
