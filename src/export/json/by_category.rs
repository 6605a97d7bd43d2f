//! One indicator by the values of a dimension.

use super::parts::{AreaPart, IndicatorPart, PackagePart, ReadingPart, TotalPart, level};
use super::written;
use crate::answer::{ByCategory, CategoryTable};
use crate::model::Lang;
use crate::package::Package;
use serde::Serialize;

#[derive(Serialize)]
struct Answer<'a> {
    answer: &'static str,
    package: PackagePart<'a>,
    question: Question<'a>,
    period: String,
    total: TotalPart<'a>,
    unassigned: Option<f64>,
    values: Vec<Row<'a>>,
    areas: Option<Areas<'a>>,
}

#[derive(Serialize)]
struct Question<'a> {
    #[serde(flatten)]
    indicator: IndicatorPart<'a>,
    dimension: &'a str,
    #[serde(flatten)]
    area: AreaPart<'a>,
}

/// `share` is of the whole, 1 for all; interval and verdict are those against the area as a whole.
#[derive(Serialize)]
struct Row<'a> {
    category: &'a str,
    category_label: &'a str,
    #[serde(flatten)]
    reading: ReadingPart<'a>,
    share: Option<f64>,
    lower_95: Option<f64>,
    upper_95: Option<f64>,
    verdict: &'static str,
}

/// All areas of a level.
#[derive(Serialize)]
struct Areas<'a> {
    level: &'a str,
    rows: Vec<AreaRow<'a>>,
}

#[derive(Serialize)]
struct AreaRow<'a> {
    #[serde(flatten)]
    area: AreaPart<'a>,
    total: TotalPart<'a>,
    values: Vec<Cell<'a>>,
}

#[derive(Serialize)]
struct Cell<'a> {
    category: &'a str,
    #[serde(flatten)]
    reading: ReadingPart<'a>,
    share: Option<f64>,
}

/// A breakdown: the values at the area, in the order of the answer, and at every area of the level beside
/// it.
///
/// # Errors
/// Those of the writer; a breakdown has nothing that it refuses.
pub fn by_category_json(
    lang: Lang,
    package: &Package,
    found: &ByCategory,
) -> serde_json::Result<String> {
    let asked = &found.question;
    let dimension = package.descriptor.dimensions.get(asked.dimension);
    let values = found.rows.iter().map(|it| Row {
        category: &it.value,
        category_label: it.label.get(lang),
        reading: ReadingPart::of(package, &it.reading),
        share: it.share,
        lower_95: it.interval().map(|interval| interval.lower),
        upper_95: it.interval().map(|interval| interval.upper),
        verdict: it.verdict(package, asked.indicator).word(),
    });
    written(&Answer {
        answer: "breakdown",
        package: PackagePart::of(lang, package),
        question: Question {
            indicator: IndicatorPart::of(lang, package, asked.indicator),
            dimension: dimension.map_or("", |it| &it.name),
            area: AreaPart::of(lang, package, asked.area),
        },
        period: found.period.to_string(),
        total: TotalPart::of(package, &found.total),
        unassigned: found.unassigned,
        values: values.collect(),
        areas: found.table.as_ref().map(|it| areas(lang, package, it)),
    })
}

fn areas<'a>(lang: Lang, package: &'a Package, table: &'a CategoryTable) -> Areas<'a> {
    let cell = |at: usize, column: usize| {
        let (category, _, readings) = table.columns.get(column)?;
        Some(Cell {
            category,
            reading: ReadingPart::of(package, readings.get(at)?),
            share: table.share(column, at),
        })
    };
    let rows = table.areas.iter().zip(&table.totals).enumerate();
    let rows = rows.map(|(at, (area, total))| AreaRow {
        area: AreaPart::of(lang, package, *area),
        total: TotalPart::of(package, total),
        values: (0..table.columns.len())
            .filter_map(|column| cell(at, column))
            .collect(),
    });
    Areas {
        level: level(package, table.level),
        rows: rows.collect(),
    }
}
