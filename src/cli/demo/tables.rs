//! Observations as CSV tables, long and wide, and the stretch of months that a table covers.

use super::areas::Area;
use super::calendar::{Month, Span};
use super::measures::Amount;
use super::observations::Observation;
use crate::export::CsvWriter;
use crate::model::Status;

/// The columns of a long table.
const LONG: [&str; 7] = [
    "indicator",
    "area_code",
    "period",
    "value",
    "numerator",
    "denominator",
    "status",
];

/// The columns of a long table by category.
const LONG_BY_CATEGORY: [&str; 8] = [
    "indicator",
    "area_code",
    "period",
    "category",
    "value",
    "numerator",
    "denominator",
    "status",
];

/// The columns of the wide table of participation.
const WIDE: [&str; 7] = [
    "area_code",
    "area_name",
    "period",
    "registered-volunteers",
    "volunteer-services",
    "activity-attendance:numerator",
    "activity-attendance:denominator",
];

/// First and last month that the rows speak of.
pub fn covered(rows: &[Observation]) -> Option<(Month, Month)> {
    let first = rows.iter().map(|row| row.span.first).min()?;
    let last = rows.iter().map(|row| row.span.last).max()?;
    Some((first, last))
}

/// A row for each observation.
pub fn long(rows: &[Observation], areas: &[Area]) -> Vec<u8> {
    let by_category = rows.iter().any(|row| row.category.is_some());
    let mut table = CsvWriter::new(if by_category {
        &LONG_BY_CATEGORY
    } else {
        &LONG
    });
    for row in rows {
        let [value, numerator, denominator] = cells(row);
        table
            .plain(row.indicator)
            .plain(&areas[row.area].code)
            .plain(&row.span.period.to_string());
        if by_category {
            table.plain(row.category.unwrap_or_default());
        }
        table
            .plain(&value)
            .plain(&numerator)
            .plain(&denominator)
            .plain(status_cell(row.status))
            .end_row();
    }
    table.finish()
}

/// A row for each area and month, in the way of a clerk: nothing but names and numbers.
/// The rows must hold the three indicators of [`WIDE`], each over the same months and areas.
pub fn wide(rows: &[Observation], areas: &[Area]) -> Vec<u8> {
    let mut table = CsvWriter::new(&WIDE);
    let of = |indicator: &str| -> Vec<&Observation> {
        rows.iter()
            .filter(|row| row.indicator == indicator)
            .collect()
    };
    let services = of("volunteer-services");
    let attendance = of("activity-attendance");
    for (place, volunteers) in of("registered-volunteers").into_iter().enumerate() {
        let area = &areas[volunteers.area];
        let [_, attended, offered] = cells(attendance[place]);
        table
            .plain(&area.code)
            .plain(&area.names.0)
            .plain(&volunteers.span.period.to_string())
            .plain(&cells(volunteers)[0])
            .plain(&cells(services[place])[0])
            .plain(&attended)
            .plain(&offered)
            .end_row();
    }
    table.finish()
}

/// Value, numerator and denominator as written; blank where the figure is not published.
pub fn cells(row: &Observation) -> [String; 3] {
    if !row.status.has_figure() {
        return [const { String::new() }; 3];
    }
    match row.amount {
        Amount::Count(count) => [count.to_string(), String::new(), String::new()],
        Amount::Share(part, whole) => [String::new(), part.to_string(), whole.to_string()],
        Amount::Mean(total, parts) => {
            let tenths = (total * 10 + parts / 2) / parts;
            let value = format!("{}.{}", tenths / 10, tenths % 10);
            [value, String::new(), String::new()]
        }
    }
}

/// The years of a table, for its name: those in which its spans begin.
pub fn year_of(span: &Span) -> i32 {
    span.first.year()
}

/// The letter of a status; blank where there is nothing to say.
fn status_cell(status: Status) -> &'static str {
    match status {
        Status::Normal => "",
        told => told.letter(),
    }
}
