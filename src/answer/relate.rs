//! Two indicators over the areas of one level: how they go together, and how sure that is.
//!
//! What goes together need not hang together: this says nothing of causes.

use super::compare::{PeriodChoice, has_one_kind};
use crate::model::{AreaId, IndicatorId, LevelId, Period};
use crate::package::Package;
use crate::query::{Reading, readings, select_latest};
use crate::stats::{
    Correlation, Line, NoCorrelation, NoLine, TheilSen, cooks_distances, least_squares, pearson,
    spearman, theil_sen,
};

/// Over fewer areas than this no line is drawn and no coefficient told to readers: each single area
/// would decide it.
pub const FEWEST_FITTED: usize = 10;

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RelateQuestion {
    /// The indicator across, and its period.
    pub x: (IndicatorId, PeriodChoice),
    /// The indicator upwards, and its period.
    pub y: (IndicatorId, PeriodChoice),
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
    /// The period of that; none where the area has never had a ripe one.
    pub x_period: Option<Period>,
    /// Its value upwards.
    pub y: Reading,
    /// The period of that.
    pub y_period: Option<Period>,
}

impl RelatePoint {
    /// Both numbers, where both are exact and final.
    pub fn pair(&self) -> Option<(f64, f64)> {
        exact(&self.x).zip(exact(&self.y))
    }
}

/// The number of a reading, where it is exact and final.
pub(super) fn exact(reading: &Reading) -> Option<f64> {
    let ripe = Some(reading).filter(|reading| !reading.is_provisional());
    ripe.and_then(|reading| reading.value.exact())
}

/// Why no line is drawn through the areas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoFit {
    /// So many areas have both values, fewer than ten.
    TooFew(usize),
    /// The areas are seen at different periods.
    EachLatest,
    /// One of the two does not vary, or is not finite.
    Constant,
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
    /// The line of Theil and Sen, which outliers do not bend.
    pub robust_line: Result<TheilSen, NoLine>,
    /// The area that moves the line most, where the linear correlation says something else without it.
    pub decisive: Option<Decisive>,
}

/// An area on which the linear correlation hangs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Decisive {
    /// The area: the one with the largest Cook's distance.
    pub area: AreaId,
    /// That distance; infinite where nothing varies across without the area.
    pub cooks_distance: f64,
    /// Pearson's correlation of all others.
    pub without: Result<Correlation, NoCorrelation>,
}

/// Coefficients further apart than this say different things.
const TOO_FAR_APART: f64 = 0.3;

impl Relate {
    /// True where the correlation of the figures and that of their ranks say different things: other ways,
    /// or one of them nothing, or they lie far apart.
    pub fn disagrees(&self) -> bool {
        let (Ok(pearson), Ok(spearman)) = (&self.pearson, &self.spearman) else {
            return false;
        };
        let apart = (pearson.coefficient - spearman.coefficient).abs();
        pearson.sign() != spearman.sign() || apart > TOO_FAR_APART
    }

    /// Why no line is drawn and no coefficient told; none where they are.
    pub fn no_fit(&self) -> Option<NoFit> {
        let each_latest =
            [self.question.x.1, self.question.y.1].contains(&PeriodChoice::EachLatest);
        match (&self.line, &self.pearson) {
            _ if self.used_count < FEWEST_FITTED => Some(NoFit::TooFew(self.used_count)),
            _ if each_latest => Some(NoFit::EachLatest),
            (Ok(_), Ok(_)) => None,
            _ => Some(NoFit::Constant),
        }
    }
}

/// Answers. An area counts once, whatever its size.
pub fn relate(package: &Package, question: RelateQuestion) -> Relate {
    let ((x, x_period), (y, y_period)) = (question.x, question.y);
    let at = match y_period {
        PeriodChoice::At(period) => Some(period),
        PeriodChoice::EachLatest => None,
    };
    let areas = package.areas.of_level(question.level, question.within, at);
    let across = column(package, x, &areas, x_period);
    let upwards = column(package, y, &areas, y_period);
    let readings = across.into_iter().zip(upwards);
    let points = areas.into_iter().zip(readings);
    let points = points.map(|(area, ((x_period, x), (y_period, y)))| RelatePoint {
        area,
        x,
        x_period,
        y,
        y_period,
    });
    let points: Vec<RelatePoint> = points.collect();
    let used = || points.iter().filter(|point| point.pair().is_some());
    let pairs: Vec<(f64, f64)> = used().filter_map(RelatePoint::pair).collect();
    let periods: Vec<Period> = match (x_period, y_period) {
        (PeriodChoice::At(x), PeriodChoice::At(y)) => vec![x, y],
        _ => used()
            .flat_map(|it| [it.x_period, it.y_period])
            .flatten()
            .collect(),
    };
    Relate {
        used_count: pairs.len(),
        periods_differ: periods.windows(2).any(|pair| pair[0] != pair[1]),
        period_kinds_differ: !has_one_kind(&periods),
        pearson: pearson(&pairs),
        spearman: spearman(&pairs),
        line: least_squares(&pairs),
        robust_line: theil_sen(&pairs),
        decisive: decisive(used().map(|point| point.area).zip(pairs.iter().copied())),
        question,
        points,
    }
}

/// The area with the largest Cook's distance, where without it the linear correlation points elsewhere, or
/// nowhere, or at last somewhere.
fn decisive(areas: impl Iterator<Item = (AreaId, (f64, f64))>) -> Option<Decisive> {
    let (areas, mut pairs): (Vec<AreaId>, Vec<(f64, f64)>) = areas.unzip();
    let all = pearson(&pairs).ok()?;
    let distances = cooks_distances(&pairs).ok()?;
    let mut largest: Option<(usize, f64)> = None;
    for (at, distance) in distances.into_iter().enumerate() {
        if largest.is_none_or(|(_, most)| distance > most) {
            largest = Some((at, distance));
        }
    }
    let (at, cooks_distance) = largest?;
    pairs.remove(at);
    let without = pearson(&pairs);
    let is_other = without.is_ok_and(|it| it.sign() != all.sign());
    let is_all = without.is_err() && all.sign() != 0;
    (is_other || is_all).then_some(Decisive {
        area: *areas.get(at)?,
        cooks_distance,
        without,
    })
}

/// The readings of one indicator with their periods, in step with `areas`.
pub(super) fn column(
    package: &Package,
    indicator: IndicatorId,
    areas: &[AreaId],
    period: PeriodChoice,
) -> Vec<(Option<Period>, Reading)> {
    match period {
        PeriodChoice::At(period) => {
            let found = readings(package, indicator, areas, period).into_iter();
            found.map(|reading| (Some(period), reading)).collect()
        }
        PeriodChoice::EachLatest => {
            let found = select_latest(package, indicator, areas).into_iter();
            let found = found.map(|found| match found {
                Some((period, reading)) => (Some(period), reading),
                None => (None, Reading::NO_ROW),
            });
            found.collect()
        }
    }
}
