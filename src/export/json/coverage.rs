//! What part is covered, how many are not, and which.

use super::parts::{AreaPart, IndicatorPart, PackagePart, SourcePart, TotalPart, level, source};
use super::written;
use crate::answer::{
    Coverage, CoverageRow, CoverageSum, LackingUnit, OverWhole, ParentCheck, Total, Units,
    UnitsOfArea,
};
use crate::export::names;
use crate::model::Lang;
use crate::package::Package;
use serde::Serialize;

#[derive(Serialize)]
struct Answer<'a> {
    answer: &'static str,
    package: PackagePart<'a>,
    question: Question<'a>,
    basis: Option<&'static str>,
    no_coverage: Option<&'static str>,
    whole: Row<'a>,
    sum: Sum,
    parent: Option<ParentPart<'a>>,
    units: Option<UnitsPart<'a>>,
    no_units_named: Option<&'static str>,
    known_count: usize,
    rows: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Question<'a> {
    #[serde(flatten)]
    indicator: IndicatorPart<'a>,
    #[serde(flatten)]
    area: AreaPart<'a>,
    level: &'a str,
    period: String,
}

/// `missing` is a number of units: those that are not covered.
#[derive(Serialize)]
struct Row<'a> {
    #[serde(flatten)]
    area: AreaPart<'a>,
    published: TotalPart<'a>,
    numerator: Option<f64>,
    denominator: Option<f64>,
    share: Option<f64>,
    missing: Option<f64>,
    over: Option<Over>,
    units: Option<OfArea<'a>>,
}

/// More than the whole, named and not cut down.
#[derive(Serialize)]
struct Over {
    numerator: Option<f64>,
    denominator: Option<f64>,
    value: Option<f64>,
}

#[derive(Serialize)]
struct OfArea<'a> {
    all: usize,
    covered: usize,
    unknown: usize,
    agrees: Option<bool>,
    lacking: Vec<Lacking<'a>>,
}

#[derive(Serialize)]
struct Lacking<'a> {
    #[serde(flatten)]
    area: AreaPart<'a>,
    source: Option<SourcePart<'a>>,
}

#[derive(Serialize)]
struct Sum {
    numerator: f64,
    denominator: f64,
    known: usize,
    all: usize,
    impossible: usize,
    is_partial: bool,
}

#[derive(Serialize)]
struct UnitsPart<'a> {
    #[serde(flatten)]
    indicator: IndicatorPart<'a>,
    level: &'a str,
    period: String,
}

/// What an area publishes beside the sum of its parts.
#[derive(Serialize)]
pub(super) struct ParentPart<'a> {
    published: TotalPart<'a>,
    summed: TotalPart<'a>,
    agreement: &'static str,
}

/// A coverage, areas in the order of the answer.
///
/// # Errors
/// Those of the writer; a coverage has nothing that it refuses.
pub fn coverage_json(
    lang: Lang,
    package: &Package,
    coverage: &Coverage,
) -> serde_json::Result<String> {
    let asked = &coverage.question;
    let (basis, units) = (coverage.basis, coverage.units);
    let rows = coverage.rows.iter().map(|it| row(lang, package, it));
    written(&Answer {
        answer: "coverage",
        package: PackagePart::of(lang, package),
        question: Question {
            indicator: IndicatorPart::of(lang, package, asked.indicator),
            area: AreaPart::of(lang, package, asked.area),
            level: level(package, asked.level),
            period: asked.period.to_string(),
        },
        basis: basis.ok().map(names::coverage_basis),
        no_coverage: basis.err().map(names::no_coverage),
        whole: row(lang, package, &coverage.whole),
        sum: sum(&coverage.sum),
        parent: coverage.parent.as_ref().map(|it| parent(package, it)),
        units: units.ok().map(|it| units_part(lang, package, it)),
        no_units_named: units.err().map(names::no_names),
        known_count: coverage.known_count,
        rows: rows.collect(),
    })
}

pub(super) fn parent<'a>(package: &'a Package, check: &ParentCheck) -> ParentPart<'a> {
    let published = Total {
        reading: check.published,
        summed: None,
    };
    ParentPart {
        published: TotalPart::of(package, &published),
        summed: TotalPart::of(package, &check.summed),
        agreement: names::agreement(check.agreement),
    }
}

fn row<'a>(lang: Lang, package: &'a Package, row: &CoverageRow) -> Row<'a> {
    let over = |over: OverWhole| Over {
        numerator: over.numerator,
        denominator: over.denominator,
        value: over.value,
    };
    Row {
        area: AreaPart::of(lang, package, row.area),
        published: TotalPart::of(package, &row.total),
        numerator: row.numerator,
        denominator: row.denominator,
        share: row.share,
        missing: row.missing,
        over: row.over.map(over),
        units: row.units.as_ref().map(|it| of_area(lang, package, it)),
    }
}

fn of_area<'a>(lang: Lang, package: &'a Package, units: &UnitsOfArea) -> OfArea<'a> {
    let lacking = |unit: &LackingUnit| Lacking {
        area: AreaPart::of(lang, package, unit.area),
        source: source(package, unit.place),
    };
    OfArea {
        all: units.all,
        covered: units.covered,
        unknown: units.unknown,
        agrees: units.agrees,
        lacking: units.lacking.iter().map(lacking).collect(),
    }
}

fn sum(sum: &CoverageSum) -> Sum {
    Sum {
        numerator: sum.numerator,
        denominator: sum.denominator,
        known: sum.known,
        all: sum.all,
        impossible: sum.impossible,
        is_partial: sum.is_partial(),
    }
}

fn units_part<'a>(lang: Lang, package: &'a Package, units: Units) -> UnitsPart<'a> {
    UnitsPart {
        indicator: IndicatorPart::of(lang, package, units.indicator),
        level: level(package, units.level),
        period: units.period.to_string(),
    }
}
