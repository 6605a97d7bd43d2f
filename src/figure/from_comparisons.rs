//! Comparisons as a funnel plot and as a heat table.

use super::from_answer::{axis, axis_value, compare_marks, name, verdict_status};
use super::{
    Benchmark, Figure, FunnelLimit, FunnelMark, FunnelPlot, HeatCell, HeatColumn, HeatRow,
    HeatTable, Look, MarkStatus,
};
use crate::answer::{Compare, CompareRow, Heat, HeatColumnAnswer, Verdict, funnel};
use crate::model::{Indicator, Lang, Polarity};
use crate::package::Package;
use crate::words;

/// A comparison as a funnel plot; none where nothing was held against a benchmark, or where no order
/// is sound.
pub fn funnel_figure(
    lang: Lang,
    package: &Package,
    compare: &Compare,
    look: Look,
) -> Option<Figure> {
    let benchmark = compare.benchmark.as_ref().ok()?;
    let indicator = package.indicators.get(compare.question.indicator);
    // Around another area, itself an estimate, no limits can be drawn.
    let against = |row: &CompareRow| row.judged.and_then(|judged| judged.against);
    let mut held = compare.rows.iter().filter_map(against);
    let is_fixed = !held.any(|against| against.is_estimate);
    if compare.judged_count == 0 || !compare.is_ordered() || !is_fixed {
        return None;
    }
    let marks = compare_marks(lang, package, compare, look);
    let marks = marks.into_iter().filter_map(|mut mark| {
        let row = compare.row(mark.key as usize)?;
        // The funnel says by its width what an interval says by its own.
        mark.interval = None;
        Some(FunnelMark {
            size: row.judged?.sample.size(),
            mark,
        })
    });
    let limits = funnel(indicator, compare, !look.is_plain);
    let limits = limits.into_iter().map(|limits| FunnelLimit {
        size: limits.size,
        lower_95: limits.near.lower,
        upper_95: limits.near.upper,
        lower_998: limits.far.lower,
        upper_998: limits.far.upper,
    });
    Some(Figure::FunnelPlot(FunnelPlot {
        marks: marks.collect(),
        axis: axis(lang, indicator),
        size_label: words::words(lang).column_denominator.to_string(),
        benchmark: Benchmark {
            label: words::benchmark_name(lang, package, benchmark),
            value: benchmark.value,
            value_text: axis_value(lang, indicator, &benchmark.total.reading),
        },
        limits: limits.collect(),
        limit_labels: ("95%".to_string(), "99.8%".to_string()),
        caption: words::funnel_caption(
            lang,
            look.is_plain || compare.spread.is_none() || compare.has_no_spread(),
        ),
        note: String::new(),
    }))
}

/// A heat table. A cell's key is its place: row by row.
pub fn heat_figure(lang: Lang, package: &Package, heat: &Heat, look: Look) -> Option<Figure> {
    if heat.columns.is_empty() || heat.areas.is_empty() {
        return None;
    }
    let columns: Vec<HeatColumn> = heat
        .columns
        .iter()
        .map(|it| column(lang, package, it))
        .collect();
    let width = columns.len();
    let ranges: Vec<(f64, f64)> = heat.columns.iter().map(range).collect();
    let rows = heat.areas.iter().enumerate();
    let rows = rows.map(|(at, area)| HeatRow {
        key: at as u32,
        label: name(lang, package, *area),
        cells: (0..width)
            .map(|place| {
                let column = &heat.columns[place];
                let indicator = package.indicators.get(column.indicator);
                let key = (at * width + place) as u32;
                cell(lang, indicator, &column.rows[at], key, look, ranges[place])
            })
            .collect(),
    });
    Some(Figure::HeatTable(HeatTable {
        columns,
        rows: rows.collect(),
        caption: words::heat_caption(lang, look.is_plain),
        note: String::new(),
    }))
}

fn column(lang: Lang, package: &Package, column: &HeatColumnAnswer) -> HeatColumn {
    let indicator = package.indicators.get(column.indicator);
    HeatColumn {
        label: indicator.label.get(lang).to_string(),
        detail: words::unit_and_period(lang, indicator, column.period),
        told: words::period_text(lang, column.period),
    }
}

/// The least and the greatest value of a column.
fn range(column: &HeatColumnAnswer) -> (f64, f64) {
    let values = column
        .rows
        .iter()
        .filter_map(|row| row.reading.value.number());
    values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
        (low.min(value), high.max(value))
    })
}

fn cell(
    lang: Lang,
    indicator: &Indicator,
    row: &CompareRow,
    key: u32,
    look: Look,
    (low, high): (f64, f64),
) -> HeatCell {
    let verdict = row.verdict(indicator.polarity, !look.is_plain);
    let value = row.reading.value.number();
    // What chance has no part in is shown by its size, the good end dark.
    let share = value.filter(|_| high > low && verdict == Verdict::NotCompared);
    let share = share.map(|value| (value - low) / (high - low));
    let value_text = words::value_beside(lang, indicator, &row.reading);
    let said = words::row_said_text(lang, indicator, row, look.is_plain);
    HeatCell {
        key,
        said: words::mark_text(&[indicator.label.get(lang), &value_text, &said]),
        text: words::value_text(lang, indicator, row.reading.value).unwrap_or_default(),
        status: match verdict {
            Verdict::NotCompared if row.reading.is_provisional() => MarkStatus::Provisional,
            Verdict::NotCompared if row.judged.is_none() && value.is_some() => MarkStatus::Plain,
            verdict => verdict_status(verdict),
        },
        share: share.map(|share| match indicator.polarity {
            Polarity::Lower => 1.0 - share,
            Polarity::Higher | Polarity::None => share,
        }),
    }
}
