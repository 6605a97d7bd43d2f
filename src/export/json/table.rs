//! Any areas, indicators and periods: a record a value.

use super::parts::{AreaPart, IndicatorPart, PackagePart, ReadingPart, area_code, level};
use super::written;
use crate::answer::{Across, GroupSum, Place, Table, TablePeriods};
use crate::model::Lang;
use crate::package::Package;
use serde::Serialize;

#[derive(Serialize)]
struct Answer<'a> {
    answer: &'static str,
    package: PackagePart<'a>,
    question: Question<'a>,
    periods: Vec<String>,
    values: Vec<Record<'a>>,
}

#[derive(Serialize)]
struct Question<'a> {
    indicators: Vec<IndicatorPart<'a>>,
    level: &'a str,
    within: Option<&'a str>,
    group: Vec<&'a str>,
    only_group: bool,
    periods: String,
    pivot: &'static str,
}

/// A value. Of the group's the area is null, and `summed` says of how many members it is the sum.
#[derive(Serialize)]
struct Record<'a> {
    indicator: &'a str,
    area: Option<AreaPart<'a>>,
    group: bool,
    period: Option<String>,
    #[serde(flatten)]
    reading: ReadingPart<'a>,
    lower_95: Option<f64>,
    upper_95: Option<f64>,
    summed: Option<SummedPart>,
}

#[derive(Serialize)]
struct SummedPart {
    known: usize,
    all: usize,
    summable: bool,
}

/// The table as JSON, row by row and in each row column by column.
pub fn table_json(lang: Lang, package: &Package, table: &Table) -> serde_json::Result<String> {
    let question = &table.question;
    let mut values = Vec::new();
    for (row, about) in table.rows.iter().enumerate() {
        for (at, column) in table.columns.iter().enumerate() {
            let Some(cell) = table.cell(package, row, at) else {
                continue;
            };
            let place = about.place.or(column.place);
            let count = table.members.len();
            values.push(Record {
                indicator: &package.indicators.get(column.indicator).code,
                area: match place {
                    Some(Place::Area(area)) => Some(AreaPart::of(lang, package, area)),
                    _ => None,
                },
                group: place == Some(Place::Group),
                period: cell.period.map(|it| it.to_string()),
                reading: ReadingPart::of(package, &cell.reading),
                lower_95: cell.interval.map(|(lower, _)| lower),
                upper_95: cell.interval.map(|(_, upper)| upper),
                summed: cell.group.map(|sum| {
                    let (known, all) = match sum {
                        GroupSum::Whole(known) => (known, known),
                        GroupSum::Partial(known, all) => (known, all),
                        GroupSum::Nothing | GroupSum::Never => (0, count),
                    };
                    SummedPart {
                        known,
                        all,
                        summable: sum != GroupSum::Never,
                    }
                }),
            });
        }
    }
    let ids = question.indicators.iter();
    let group = question.group.iter();
    written(&Answer {
        answer: "table",
        package: PackagePart::of(lang, package),
        question: Question {
            indicators: ids
                .map(|id| IndicatorPart::of(lang, package, *id))
                .collect(),
            level: level(package, question.level),
            within: question.within.map(|area| area_code(package, area)),
            group: group.map(|area| area_code(package, *area)).collect(),
            only_group: question.is_only_group,
            periods: match question.periods {
                TablePeriods::At(at) => at.to_string(),
                TablePeriods::EachLatest => "latest".to_string(),
                TablePeriods::All => "all".to_string(),
                TablePeriods::Span(from, to) => format!("{from}..{to}"),
            },
            pivot: match question.across {
                Across::Indicators => "indicator",
                other => other.word(),
            },
        },
        periods: table.periods.iter().map(|it| it.to_string()).collect(),
        values,
    })
}
