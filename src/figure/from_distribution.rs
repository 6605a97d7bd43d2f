//! A distribution as a figure.

use super::from_answer::{axis_value, name, named_axis};
use super::{Benchmark, BoxShape, Distribution as Drawn, DistributionBin, Emphasis, Figure, Mark};
use crate::answer::{CompareRow, Distribution, FEWEST_FITTED};
use crate::model::{AreaId, Lang};
use crate::package::Package;
use crate::words;

/// The keys of bins begin here; those below are places of rows.
const FIRST_BIN_KEY: u32 = 1 << 24;

/// The place of the row behind a key; none where it is that of a bin.
pub fn row_of_key(key: u32) -> Option<usize> {
    (key < FIRST_BIN_KEY).then_some(key as usize)
}

/// A distribution; none where no area has an exact and final value. A dot's key is the place of its
/// row. The areas of `picked` are marked and named throughout.
pub fn distribution_figure(
    lang: Lang,
    package: &Package,
    found: &Distribution,
    picked: &[AreaId],
) -> Option<Figure> {
    let indicator = package.indicators.get(found.question.indicator);
    let mark = |(at, row): (usize, &CompareRow)| {
        let mut mark = Mark::plain(
            at as u32,
            name(lang, package, row.area),
            row.reading.value.number()?,
            axis_value(lang, indicator, &row.reading),
        );
        if found.period.is_none() {
            let period = row.period.map(|period| words::period_text(lang, period));
            mark.detail = period.unwrap_or_default();
        }
        if picked.contains(&row.area) {
            mark.emphasis = Emphasis::Picked;
        }
        Some(mark)
    };
    let mut marks: Vec<Mark> = found.used().iter().enumerate().filter_map(mark).collect();
    // Few are all told by name.
    if found.bins.is_err() && marks.len() < FEWEST_FITTED {
        for mark in &mut marks {
            mark.emphasis = mark.emphasis.max(Emphasis::Named);
        }
    }
    if marks.is_empty() {
        return None;
    }
    let bins = found.bins.as_ref().ok();
    let bins = bins.map_or(Vec::new(), |bins| {
        let counts = bins.counts.iter().enumerate();
        let bins = counts.map(|(at, count)| {
            let (low, high) = bins.ends(at);
            let mark = Mark::plain(
                FIRST_BIN_KEY + at as u32,
                words::bin_text(lang, indicator, bins, at),
                *count as f64,
                words::level_count_text(lang, package, found.question.level, *count),
            );
            DistributionBin { mark, low, high }
        });
        bins.collect()
    });
    Some(Figure::Distribution(Drawn {
        marks,
        bins,
        box_shape: found.box_plot.map(|it| BoxShape {
            lower_whisker: it.lower_whisker,
            lower_quartile: it.five.lower_quartile,
            median: it.five.median,
            upper_quartile: it.five.upper_quartile,
            upper_whisker: it.upper_whisker,
        }),
        benchmark: found.benchmark.as_ref().map(|it| Benchmark {
            label: words::benchmark_name(lang, package, it),
            value: it.value,
            value_text: axis_value(lang, indicator, &it.total.reading),
        }),
        axis: named_axis(lang, indicator),
        label: indicator.label.get(lang).to_string(),
        count_label: words::distribution_count_label(lang, package, found.question.level),
        caption: words::distribution_caption(lang, indicator, found),
        note: words::distribution_note(lang, found),
    }))
}
