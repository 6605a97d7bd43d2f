//! Two indicators over the areas of one level: how they go together, and how sure that is.
//!
//! What goes together need not hang together: this says nothing of causes.

use super::compare::has_one_kind;
use crate::model::{AreaId, IndicatorId, LevelId, Period};
use crate::package::Package;
use crate::query::{Reading, readings};
use crate::stats::{
    Correlation, Line, NoCorrelation, NoLine, TheilSen, least_squares, pearson, spearman, theil_sen,
};

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RelateQuestion {
    /// The indicator across, and its period.
    pub x: (IndicatorId, Period),
    /// The indicator upwards, and its period.
    pub y: (IndicatorId, Period),
    /// The level whose areas are looked at.
    pub level: LevelId,
    /// Only areas inside this one.
    pub within: Option<AreaId>,
}

/// One area.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RelatePoint {
    /// The area.
    pub area: AreaId,
    /// Its value across.
    pub x: Reading,
    /// Its value upwards.
    pub y: Reading,
}

impl RelatePoint {
    /// Both numbers, where both are exact and final.
    pub fn pair(&self) -> Option<(f64, f64)> {
        let exact = |reading: &Reading| {
            let ripe = Some(reading).filter(|reading| !reading.is_provisional());
            ripe.and_then(|reading| reading.value.exact())
        };
        exact(&self.x).zip(exact(&self.y))
    }
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Relate {
    /// What was asked.
    pub question: RelateQuestion,
    /// Every area of the level, in the order of the package.
    pub points: Vec<RelatePoint>,
    /// Number of areas of which both values are exact and final; the rest is left out below.
    pub used_count: usize,
    /// True where the two are of different periods.
    pub periods_differ: bool,
    /// True where the two periods are of different kinds, as a month and a year.
    pub period_kinds_differ: bool,
    /// Pearson's correlation, of a straight line.
    pub pearson: Result<Correlation, NoCorrelation>,
    /// Spearman's correlation, of ranks.
    pub spearman: Result<Correlation, NoCorrelation>,
    /// The line of least squares.
    pub line: Result<Line, NoLine>,
    /// The line of Theil and Sen, which single areas do not bend.
    pub robust_line: Result<TheilSen, NoLine>,
}

/// Answers. An area counts once, whatever its size.
pub fn relate(package: &Package, question: RelateQuestion) -> Relate {
    let ((x, x_period), (y, y_period)) = (question.x, question.y);
    let areas = package
        .areas
        .of_level(question.level, question.within, Some(y_period));
    let across = readings(package, x, &areas, x_period);
    let upwards = readings(package, y, &areas, y_period);
    let readings = across.into_iter().zip(upwards);
    let points = areas.into_iter().zip(readings);
    let points: Vec<RelatePoint> = points
        .map(|(area, (x, y))| RelatePoint { area, x, y })
        .collect();
    let pairs: Vec<(f64, f64)> = points.iter().filter_map(RelatePoint::pair).collect();
    Relate {
        used_count: pairs.len(),
        periods_differ: x_period != y_period,
        period_kinds_differ: !has_one_kind(&[x_period, y_period]),
        pearson: pearson(&pairs),
        spearman: spearman(&pairs),
        line: least_squares(&pairs),
        robust_line: theil_sen(&pairs),
        question,
        points,
    }
}
