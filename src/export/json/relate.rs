//! Two indicators over the areas of one level.

use super::parts::{IndicatorPart, PackagePart, ReadingPart, area_code, level};
use super::written;
use crate::answer::{PeriodChoice, Relate};
use crate::export::names;
use crate::model::Lang;
use crate::package::Package;
use crate::stats::{Correlation, Line, NoCorrelation, NoLine, TheilSen};
use serde::Serialize;

#[derive(Serialize)]
struct Answer<'a> {
    answer: &'static str,
    package: PackagePart<'a>,
    question: Question<'a>,
    used: usize,
    periods_differ: bool,
    period_kinds_differ: bool,
    pearson: CorrelationPart,
    spearman: CorrelationPart,
    line: LinePart,
    robust_line: RobustPart,
    points: Vec<Point<'a>>,
}

#[derive(Serialize)]
struct Question<'a> {
    x: Side<'a>,
    y: Side<'a>,
    level: &'a str,
    within: Option<&'a str>,
}

#[derive(Serialize)]
struct Side<'a> {
    #[serde(flatten)]
    indicator: IndicatorPart<'a>,
    period: String,
}

#[derive(Serialize)]
#[serde(untagged)]
enum CorrelationPart {
    Found {
        coefficient: f64,
        lower_95: f64,
        upper_95: f64,
        count: usize,
    },
    Refused {
        refused: &'static str,
    },
}

/// Slope and intercept are in the units of the two indicators.
#[derive(Serialize)]
#[serde(untagged)]
enum LinePart {
    Found {
        slope: f64,
        slope_lower_95: f64,
        slope_upper_95: f64,
        intercept: f64,
        residual_deviation: f64,
        r_squared: f64,
        count: usize,
    },
    Refused {
        refused: &'static str,
    },
}

#[derive(Serialize)]
#[serde(untagged)]
enum RobustPart {
    Found {
        slope: f64,
        intercept: f64,
        all_pairs: bool,
    },
    Refused {
        refused: &'static str,
    },
}

/// `used`: both values are exact and final.
#[derive(Serialize)]
struct Point<'a> {
    area_code: &'a str,
    area_name: &'a str,
    used: bool,
    x: ReadingPart<'a>,
    y: ReadingPart<'a>,
}

/// A relation, areas in the order of the package.
///
/// # Errors
/// Those of the writer; a relation has nothing that it refuses.
pub fn relate_json(lang: Lang, package: &Package, relate: &Relate) -> serde_json::Result<String> {
    let asked = &relate.question;
    let side = |(id, period): (_, PeriodChoice)| Side {
        indicator: IndicatorPart::of(lang, package, id),
        period: names::period(period),
    };
    let points = relate.points.iter().map(|point| Point {
        area_code: area_code(package, point.area),
        area_name: package.areas.get(point.area).name.get(lang),
        used: point.pair().is_some(),
        x: ReadingPart::of(package, &point.x),
        y: ReadingPart::of(package, &point.y),
    });
    written(&Answer {
        answer: "relate",
        package: PackagePart::of(lang, package),
        question: Question {
            x: side(asked.x),
            y: side(asked.y),
            level: level(package, asked.level),
            within: asked.within.map(|area| area_code(package, area)),
        },
        used: relate.used_count,
        periods_differ: relate.periods_differ,
        period_kinds_differ: relate.period_kinds_differ,
        pearson: correlation(&relate.pearson),
        spearman: correlation(&relate.spearman),
        line: line(&relate.line),
        robust_line: robust_line(&relate.robust_line),
        points: points.collect(),
    })
}

fn correlation(found: &Result<Correlation, NoCorrelation>) -> CorrelationPart {
    match found {
        Ok(found) => CorrelationPart::Found {
            coefficient: found.coefficient,
            lower_95: found.interval.lower,
            upper_95: found.interval.upper,
            count: found.count,
        },
        Err(reason) => CorrelationPart::Refused {
            refused: names::no_correlation(*reason),
        },
    }
}

fn line(found: &Result<Line, NoLine>) -> LinePart {
    match found {
        Ok(found) => LinePart::Found {
            slope: found.slope,
            slope_lower_95: found.slope_interval.lower,
            slope_upper_95: found.slope_interval.upper,
            intercept: found.intercept,
            residual_deviation: found.residual_deviation,
            r_squared: found.r_squared,
            count: found.count,
        },
        Err(reason) => LinePart::Refused {
            refused: names::no_line(*reason),
        },
    }
}

fn robust_line(found: &Result<TheilSen, NoLine>) -> RobustPart {
    match found {
        Ok(found) => RobustPart::Found {
            slope: found.slope,
            intercept: found.intercept,
            all_pairs: found.is_complete,
        },
        Err(reason) => RobustPart::Refused {
            refused: names::no_line(*reason),
        },
    }
}
