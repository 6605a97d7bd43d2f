//! Two indicators against each other as a picture shows them: how large and how dark each area's dot
//! is, who is left out, and what makes two figures go together without a reason. It must not know how a
//! dot is drawn.

use super::PeriodChoice;
use super::compare::{BenchmarkChoice, CompareQuestion, Verdict, held_rows};
use super::distribution::LeftOut;
use super::pattern::{NoShades, Shades, value_shades};
use super::relate::{Relate, RelatePoint, RelateQuestion, column, exact, relate};
use crate::model::{AreaId, IndicatorId, Kind, Period, sorted_unique};
use crate::package::Package;
use crate::query::{Reading, latest_period, period_options};

/// What colours the dots.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ShadeBy {
    /// Nothing.
    #[default]
    Nothing,
    /// The verdict on the value upwards.
    Verdict,
    /// Groups of the values of an indicator.
    Indicator(IndicatorId),
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScatterQuestion {
    /// The two indicators, and where.
    pub relate: RelateQuestion,
    /// The indicator whose values are the areas of the dots.
    pub size: Option<IndicatorId>,
    /// What colours them.
    pub shade: ShadeBy,
    /// What verdicts are against.
    pub benchmark: BenchmarkChoice,
}

/// A third indicator, in step with the areas.
#[derive(Clone, Debug, PartialEq)]
pub struct Third {
    /// The indicator.
    pub indicator: IndicatorId,
    /// Its period: that of the value upwards where it has any then, else its newest.
    pub period: PeriodChoice,
    /// Its readings, in step with the points.
    pub readings: Vec<Reading>,
}

impl Third {
    /// The value of a point, where it is exact and final.
    pub fn value(&self, at: usize) -> Option<f64> {
        self.readings.get(at).and_then(exact)
    }
}

/// How the dots are coloured.
#[derive(Clone, Debug, PartialEq)]
pub enum Shaded {
    /// Not.
    Nothing,
    /// By the verdict on the value upwards: plain and adjusted, in step with the points.
    Verdicts(Vec<(Verdict, Verdict)>),
    /// By groups of a third indicator's values.
    Groups(Third, Result<Shades, NoShades>),
}

/// A part of an indicator's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ingredient {
    /// The value itself, of a count.
    Count,
    /// What is above the line.
    Numerator,
    /// What is below it.
    Denominator,
}

/// A figure that is a part of both indicators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SharedPart {
    /// What it is in the indicator across.
    pub x: Ingredient,
    /// What it is in the indicator upwards.
    pub y: Ingredient,
}

/// One area that is not in the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotShown {
    /// The area.
    pub area: AreaId,
    /// Why its value across is not used; none where it could be.
    pub x: Option<LeftOut>,
    /// Why its value upwards is not used.
    pub y: Option<LeftOut>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Scattered {
    /// What was asked.
    pub question: ScatterQuestion,
    /// How the two go together.
    pub relate: Relate,
    /// What the areas of the dots are.
    pub size: Option<Third>,
    /// What their colours are.
    pub shade: Shaded,
    /// A figure that is a part of both, where one is found: two figures with a part in common go
    /// together whatever the rest does.
    pub shared: Option<SharedPart>,
    /// True where both are counts: each grows with the size of an area, and so together.
    pub both_counts: bool,
    /// The areas that are not in the picture, in the order of the package.
    pub left_out: Vec<NotShown>,
}

/// Answers.
pub fn scattered(package: &Package, question: ScatterQuestion) -> Scattered {
    let relate = relate(package, question.relate);
    let size = question.size.map(|id| third(package, &relate, id));
    let shade = match question.shade {
        ShadeBy::Nothing => Shaded::Nothing,
        ShadeBy::Verdict => Shaded::Verdicts(verdicts(package, &question, &relate)),
        ShadeBy::Indicator(id) => {
            let third = third(package, &relate, id);
            // Areas that are not in the picture have no part in its groups.
            let values = relate.points.iter().enumerate();
            let values = values.map(|(at, point)| point.pair().and_then(|_| third.value(at)));
            let shades = value_shades(&values.collect::<Vec<_>>());
            Shaded::Groups(third, shades)
        }
    };
    let is_count = |id: IndicatorId| {
        let kind = package.indicators.get(id).kind;
        matches!(kind, Kind::Count | Kind::Cumulative)
    };
    let (x, y) = (question.relate.x.0, question.relate.y.0);
    Scattered {
        shared: shared_part((is_count(x), is_count(y)), &relate.points),
        both_counts: is_count(x) && is_count(y),
        left_out: left_out(&relate),
        question,
        relate,
        size,
        shade,
    }
}

fn third(package: &Package, relate: &Relate, indicator: IndicatorId) -> Third {
    let level = relate.question.level;
    let period = match relate.question.y.1 {
        PeriodChoice::EachLatest => PeriodChoice::EachLatest,
        PeriodChoice::At(period) => {
            PeriodChoice::At(period_beside(package, indicator, level, period))
        }
    };
    let areas: Vec<AreaId> = relate.points.iter().map(|point| point.area).collect();
    let readings = column(package, indicator, &areas, period).into_iter();
    Third {
        indicator,
        period,
        readings: readings.map(|(_, reading)| reading).collect(),
    }
}

/// The period of an indicator that stands beside another's: the same where it has any value then on
/// the level, else its newest.
pub fn period_beside(
    package: &Package,
    indicator: IndicatorId,
    level: crate::model::LevelId,
    period: Period,
) -> Period {
    let has_same = period_options(package, indicator, level).contains(&period);
    let newest = || latest_period(package, indicator, Some(level));
    match has_same {
        true => period,
        false => newest().unwrap_or(period),
    }
}

fn verdicts(
    package: &Package,
    question: &ScatterQuestion,
    relate: &Relate,
) -> Vec<(Verdict, Verdict)> {
    let (indicator, period) = question.relate.y;
    let asked = CompareQuestion {
        indicator,
        level: question.relate.level,
        within: question.relate.within,
        period,
        benchmark: question.benchmark,
    };
    let polarity = package.indicators.get(indicator).polarity;
    let held = held_rows(package, &asked);
    let both = |point: &RelatePoint| {
        let row = held.rows.iter().find(|row| row.area == point.area);
        let verdict = |is_adjusted| {
            row.map_or(Verdict::NotCompared, |row| {
                row.verdict(polarity, is_adjusted)
            })
        };
        (verdict(false), verdict(true))
    };
    // Both are in the order of the package, and mostly in step.
    let in_step = held.rows.len() == relate.points.len();
    let rows = held.rows.iter().zip(&relate.points);
    let in_step = in_step && rows.clone().all(|(row, point)| row.area == point.area);
    match in_step {
        true => rows
            .map(|(row, _)| (row.verdict(polarity, false), row.verdict(polarity, true)))
            .collect(),
        false => relate.points.iter().map(both).collect(),
    }
}

fn left_out(relate: &Relate) -> Vec<NotShown> {
    let points = relate.points.iter();
    let points = points.filter(|point| point.pair().is_none());
    let points = points.map(|point| NotShown {
        area: point.area,
        x: LeftOut::of_reading(&point.x),
        y: LeftOut::of_reading(&point.y),
    });
    points.collect()
}

/// Looks for a figure that is a part of both indicators: equal in nine areas of ten or more. Figures
/// with a part in common are correlated even where the rest is drawn at random.
///
/// Source: K. Pearson, On a form of spurious correlation which may arise when indices are used in the
/// measurement of organs, Proceedings of the Royal Society 60 (1897) 489–498.
fn shared_part(is_count: (bool, bool), points: &[RelatePoint]) -> Option<SharedPart> {
    use Ingredient::{Count, Denominator, Numerator};
    const PAIRS: [(Ingredient, Ingredient); 8] = [
        (Denominator, Denominator),
        (Count, Denominator),
        (Denominator, Count),
        (Count, Numerator),
        (Numerator, Count),
        (Numerator, Denominator),
        (Denominator, Numerator),
        (Numerator, Numerator),
    ];
    let part = |reading: &Reading, part: Ingredient, is_count: bool| match part {
        Count => reading.value.exact().filter(|_| is_count),
        Numerator => reading.numerator.filter(|_| !is_count),
        Denominator => reading.denominator.filter(|_| !is_count),
    };
    let found = PAIRS.into_iter().find(|(x, y)| {
        let used = points.iter().filter(|point| point.pair().is_some());
        let pairs = used.filter_map(|point| {
            let across = part(&point.x, *x, is_count.0);
            across.zip(part(&point.y, *y, is_count.1))
        });
        let pairs: Vec<(f64, f64)> = pairs.collect();
        let equal = pairs.iter().filter(|(x, y)| x == y);
        let equal: Vec<u64> = equal.map(|(x, _)| x.to_bits()).collect();
        // A few small counts may be equal by accident.
        let count = equal.len();
        count * 10 >= pairs.len() * 9 && sorted_unique(equal).len() >= 4
    });
    found.map(|(x, y)| SharedPart { x, y })
}
