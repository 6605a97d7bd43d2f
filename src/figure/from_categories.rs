//! A breakdown as bars, and over many areas as a heat table.

use super::from_answer::{axis, axis_value, name, verdict_status};
use super::reach::hold_back;
use super::{
    Arrangement, Benchmark, Figure, HeatCell, HeatColumn, HeatRow, HeatTable, Mark, MarkStatus,
    MissingMark, RankedBars,
};
use crate::answer::{ByCategory, CategoryRow, CategoryTable};
use crate::model::{AreaId, Kind, Lang};
use crate::package::Package;
use crate::words;

/// The values of the dimension at one area as bars. A bar's key is the place of its row.
pub fn by_category_figure(lang: Lang, package: &Package, found: &ByCategory) -> Figure {
    let id = found.question.indicator;
    let indicator = package.indicators.get(id);
    let mark = |(at, row): (usize, &CategoryRow)| {
        let mut mark = Mark::plain(
            at as u32,
            row.label.get(lang),
            row.reading.value.number()?,
            axis_value(lang, indicator, &row.reading),
        );
        let interval = row.interval();
        mark.interval = interval.map(|it| (it.lower, it.upper));
        let is_held = row.judged.is_some_and(|it| it.against.is_some());
        mark.status = match is_held {
            _ if row.reading.is_provisional() => MarkStatus::Provisional,
            true => verdict_status(row.verdict(package, id)),
            false => MarkStatus::Plain,
        };
        mark.said = words::category_row_said(lang, package, id, row);
        Some(mark)
    };
    let rows = || found.rows.iter().enumerate();
    let missing = rows().filter(|(_, row)| row.reading.value.number().is_none());
    let missing = missing.map(|(at, row)| MissingMark {
        key: at as u32,
        label: row.label.get(lang).to_string(),
        reason: words::value_with_unit(lang, indicator, &row.reading),
    });
    let whole = found.total.reading.value.number();
    let whole = whole.filter(|_| indicator.is_quotient());
    let marks: Vec<Mark> = rows().filter_map(mark).collect();
    let is_close = indicator.kind != Kind::Count && lie_close(&marks, whole);
    let benchmark = whole.map(|value| Benchmark {
        label: words::benchmark_text(lang, package, found.question.area),
        value,
        value_text: axis_value(lang, indicator, &found.total.reading),
    });
    let mut axis = axis(lang, indicator);
    let is_cut = hold_back(&mut axis, &marks, benchmark.as_ref(), !is_close);
    Figure::RankedBars(RankedBars {
        marks,
        missing: missing.collect(),
        axis,
        benchmark,
        arrangement: match is_close {
            true => Arrangement::Dotted,
            false => Arrangement::Ranked,
        },
        caption: {
            let caption = words::by_category_caption(lang, package, found);
            let scale = if is_close {
                words::range_scale_text(lang)
            } else {
                ""
            };
            let cut = if is_cut {
                words::cut_intervals_text(lang)
            } else {
                ""
            };
            words::notes_text(lang, &[&[&caption, scale].concat(), cut])
        },
    })
}

/// True where bars from zero would all look alike: the values and what they are held against lie in the upper
/// half of what bars would be drawn over. Counts are lengths all the same: their parts make a whole.
fn lie_close(marks: &[Mark], whole: Option<f64>) -> bool {
    const SHARE: f64 = 0.5;
    let values = marks.iter().map(|mark| mark.value).chain(whole);
    let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), it| {
        (low.min(it), high.max(it))
    });
    marks.len() > 1 && low > 0.0 && low < high && high - low < SHARE * high
}

/// The areas of a level by the values of the dimension. A cell's key is its place: row by row.
pub fn category_table_figure(
    lang: Lang,
    package: &Package,
    found: &ByCategory,
    table: &CategoryTable,
    picked: &[AreaId],
) -> Figure {
    let id = found.question.indicator;
    let indicator = package.indicators.get(id);
    let is_count = indicator.kind == Kind::Count;
    let width = table.columns.len();
    let number = |column: usize, at: usize| match is_count {
        true => table.share(column, at).map(|share| 100.0 * share),
        false => {
            let reading = table.columns.get(column)?.2.get(at)?;
            reading.value.number().filter(|_| !reading.is_provisional())
        }
    };
    let ranges = (0..width).map(|column| {
        let values = (0..table.areas.len()).filter_map(|at| number(column, at));
        values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), it| {
            (low.min(it), high.max(it))
        })
    });
    let ranges: Vec<(f64, f64)> = ranges.collect();
    let cell = |at: usize, column: usize| {
        let (_, label, readings) = table.columns.get(column)?;
        let reading = readings.get(at)?;
        let value_text = words::value_with_unit(lang, indicator, reading);
        let shown = number(column, at);
        let text = match (is_count, shown) {
            (true, Some(share)) => [&words::number_text(share, 1), "%"].concat(),
            _ => words::value_text(lang, indicator, reading.value).unwrap_or_default(),
        };
        let (low, high) = ranges.get(column)?;
        let share = shown.filter(|_| high > low);
        let said = match is_count && shown.is_some() {
            true => words::mark_text(&[label.get(lang), &value_text, &text]),
            false => words::mark_text(&[label.get(lang), &value_text]),
        };
        Some(HeatCell {
            key: (at * width + column) as u32,
            text,
            said,
            status: match shown {
                Some(_) => MarkStatus::Plain,
                None => MarkStatus::NotJudged,
            },
            share: share.map(|it| (it - low) / (high - low)),
        })
    };
    let rows = table.areas.iter().enumerate().map(|(at, area)| HeatRow {
        key: at as u32,
        label: match picked.contains(area) {
            true => ["▸ ", &name(lang, package, *area)].concat(),
            false => name(lang, package, *area),
        },
        cells: (0..width).filter_map(|column| cell(at, column)).collect(),
    });
    let columns = table.columns.iter().map(|(_, label, _)| HeatColumn {
        label: label.get(lang).to_string(),
        detail: String::new(),
        told: String::new(),
    });
    Figure::HeatTable(HeatTable {
        columns: columns.collect(),
        rows: rows.collect(),
        caption: words::category_table_caption(lang, package, id),
        note: String::new(),
    })
}
