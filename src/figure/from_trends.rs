//! Trends against their benchmark, several together, and many as small multiples.

use super::from_answer::{axis, axis_value, name, verdict_status};
use super::from_series::{boundary, line_names, signal_status};
use super::{
    Axis, Benchmark, ControlChart, ControlPoint, Emphasis, Figure, LineSeries, Lines, Mark,
    MarkStatus, ReferenceLine, SmallMultiples, SmallPanel, SmallPoint,
};
use crate::answer::{
    Movement, Multiples, MultiplesRow, Together, TogetherSeries, Trend, Verdict, signals,
};
use crate::model::{AreaId, Indicator, Lang, Period};
use crate::package::Package;
use crate::stats::Position;
use crate::words;

/// A trend as its difference from the benchmark of the same period, between the limits of that chart;
/// none where there is no such chart. The benchmark is zero.
pub fn against_figure(lang: Lang, package: &Package, trend: &Trend) -> Option<Figure> {
    let chart = trend.against.as_ref()?;
    let (top, values) = trend.benchmark_series.as_ref()?;
    let indicator = package.indicators.get(trend.question.indicator);
    let benchmark_name = words::benchmark_text(lang, package, *top);
    let point = |at: usize| {
        let (own, benchmark) = ((*chart.points.get(at)?)?, (*values.get(at)?)?);
        let list = |numbers: &[f64]| numbers.get(at).map_or(f64::NAN, |it| it - benchmark);
        let found = trend.points.get(at)?;
        let signals = signals(Some(chart), at);
        let difference = own - benchmark;
        let mut mark = Mark::plain(
            at as u32,
            words::period_text(lang, found.period),
            difference,
            words::signed_text(indicator, difference),
        );
        mark.status = signal_status(indicator.polarity, signals);
        let benchmark = words::measure_text(lang, indicator, benchmark);
        let own = axis_value(lang, indicator, &found.reading);
        let flags = signals.iter().map(|it| words::signal_text(lang, *it));
        let flags: Vec<String> = flags.collect();
        let both = words::against_point_text(lang, &own, &benchmark_name, &benchmark);
        mark.said = words::mark_text(&[&both, &flags.join(" · ")]);
        Some(ControlPoint {
            mark,
            centre: list(&chart.centre),
            lower: list(&chart.lower),
            upper: list(&chart.upper),
            flags,
        })
    };
    let points: Vec<Option<ControlPoint>> = (0..trend.points.len()).map(point).collect();
    if points.iter().flatten().count() < 2 {
        return None;
    }
    Some(Figure::ControlChart(ControlChart {
        points,
        axis: Axis {
            unit: words::difference_unit(lang, indicator),
            ..Axis::default()
        },
        baseline: (chart.baseline.start, chart.baseline.end.saturating_sub(1)),
        line_names: line_names(lang),
        baseline_label: words::baseline_text(lang, trend),
        target: Some(Benchmark {
            label: benchmark_name.clone(),
            value: 0.0,
            value_text: String::new(),
        }),
        reference: None,
        reference_label: String::new(),
        boundary: boundary(lang, package, trend),
        caption: words::against_caption(lang).to_string(),
        note: words::against_sentence(lang, package, trend),
    }))
}

/// Several areas as lines; none where no two points stand beside each other. The key of a mark is its
/// series times the number of periods plus its period.
pub fn together_figure(lang: Lang, package: &Package, together: &Together) -> Option<Figure> {
    let indicator = package.indicators.get(together.question.indicator);
    let width = together.periods.len();
    let series = together.series.iter().enumerate();
    let series = series.map(|(place, it)| {
        line_series(
            lang,
            package,
            indicator,
            &together.periods,
            (place * width, it),
        )
    });
    let mut series: Vec<LineSeries> = series.collect();
    let names: Vec<String> = series.iter().map(|it| it.label.clone()).collect();
    let shared = shared_ending(&names, 2);
    for line in &mut series {
        let end = line.label.len() - shared;
        line.label.truncate(end);
        line.label.truncate(line.label.trim_end().len());
    }
    if width < 2
        || !series
            .iter()
            .any(|it| it.points.iter().flatten().count() > 1)
    {
        return None;
    }
    let reference = together.benchmark.as_ref();
    Some(Figure::Lines(Lines {
        periods: together
            .periods
            .iter()
            .map(|period| words::period_text(lang, *period))
            .collect(),
        series,
        reference: reference.map(|(top, values)| ReferenceLine {
            label: words::benchmark_text(lang, package, *top),
            values: values.clone(),
        }),
        axis: axis(lang, indicator),
        caption: words::together_caption(lang, package, together),
        note: words::together_note(lang, package, together),
    }))
}

fn line_series(
    lang: Lang,
    package: &Package,
    indicator: &Indicator,
    periods: &[Period],
    (first_key, series): (usize, &TogetherSeries),
) -> LineSeries {
    let points = periods.iter().zip(&series.readings).enumerate();
    let points = points.map(|(at, (period, reading))| {
        let mut mark = Mark::plain(
            (first_key + at) as u32,
            words::period_text(lang, *period),
            reading.value.number()?,
            axis_value(lang, indicator, reading),
        );
        if reading.is_provisional() {
            mark.status = MarkStatus::Provisional;
        }
        Some(mark)
    });
    LineSeries {
        label: name(lang, package, series.area),
        points: points.collect(),
    }
}

/// Many areas as small multiples, in the order of the answer; the key of a mark is the place of its
/// row. None where there is no area or only one period.
pub fn multiples_figure(
    lang: Lang,
    package: &Package,
    multiples: &Multiples,
    picked: Option<AreaId>,
) -> Option<Figure> {
    if multiples.rows.is_empty() || multiples.periods.len() < 2 {
        return None;
    }
    let indicator = package.indicators.get(multiples.question.indicator);
    let names = multiples
        .rows
        .iter()
        .map(|row| name(lang, package, row.area));
    let names: Vec<String> = names.collect();
    let shared = shared_ending(&names, 4);
    let rows = multiples.rows.iter().zip(&names).enumerate();
    let panels = rows.map(|(key, (row, name))| {
        let mut panel = small_panel(lang, package, indicator, (key, row));
        panel.mark.label = name[..name.len() - shared].trim_end().to_string();
        if picked == Some(row.area) {
            panel.mark.emphasis = Emphasis::Picked;
        }
        panel
    });
    let end = |period: Option<&Period>| {
        period.map_or(String::new(), |period| words::period_text(lang, *period))
    };
    let reference = multiples.benchmark.as_ref();
    Some(Figure::SmallMultiples(SmallMultiples {
        panels: panels.collect(),
        scale_label: words::scale_label(lang).to_string(),
        ends: (
            end(multiples.periods.first()),
            end(multiples.periods.last()),
        ),
        axis: axis(lang, indicator),
        reference: reference.map(|(top, values)| ReferenceLine {
            label: words::benchmark_text(lang, package, *top),
            values: values.clone(),
        }),
        caption: words::multiples_caption(lang, package, multiples),
        note: String::new(),
    }))
}

fn small_panel(
    lang: Lang,
    package: &Package,
    indicator: &Indicator,
    (key, row): (usize, &MultiplesRow),
) -> SmallPanel {
    let has_value = |it: &&crate::answer::Reading| it.value.number().is_some();
    let newest = row.readings.iter().rev().filter(has_value);
    let newest = newest
        .clone()
        .find(|reading| !reading.is_provisional())
        .or(newest.clone().next());
    let value = newest.and_then(|reading| reading.value.number());
    let text = newest.map(|reading| axis_value(lang, indicator, reading));
    let mut mark = Mark::plain(
        key as u32,
        String::new(),
        value.unwrap_or(f64::NAN),
        text.unwrap_or_default(),
    );
    let is_judged = package.descriptor.judged;
    mark.detail = words::movement_text(lang, indicator, row);
    mark.said = words::movement_said(lang, row, is_judged).to_string();
    mark.status = match &row.movement {
        Some(Movement::OnYear(change)) if is_judged => {
            let position = match (change.is_beyond_chance(), change.change > 0.0) {
                (true, true) => Position::Above998,
                (true, false) => Position::Below998,
                (false, _) => Position::Within,
            };
            verdict_status(Verdict::of(position, indicator.polarity))
        }
        _ => MarkStatus::Plain,
    };
    let points = row.readings.iter().map(|reading| {
        Some(SmallPoint {
            value: reading.value.number()?,
            is_provisional: reading.is_provisional(),
        })
    });
    SmallPanel {
        mark,
        points: points.collect(),
    }
}

/// How many bytes all names end in alike, where what is left still tells them apart: 社区 of 乙01社区.
/// Words of letters are not cut, nor are numbers, nor are fewer names than `least`.
fn shared_ending(names: &[String], least: usize) -> usize {
    let Some(first) = names.first().filter(|_| names.len() >= least) else {
        return 0;
    };
    let is_shared = |at: &usize| {
        let ending = &first[*at..];
        let is_whole = match (ending.chars().next(), first[..*at].chars().next_back()) {
            (Some(' '), _) => true,
            // A word of Chinese begins after a number or a letter.
            (Some(letter), Some(before)) => !letter.is_ascii() && before.is_ascii(),
            _ => false,
        };
        let has_number = ending.bytes().any(|byte| byte.is_ascii_digit());
        is_whole
            && !has_number
            && names
                .iter()
                .all(|name| name.ends_with(ending) && name.len() > ending.len())
    };
    let starts = first.char_indices().map(|(at, _)| at).skip(1);
    let start = starts.filter(is_shared).min();
    start.map_or(0, |at| first.len() - at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_all_names_end_in_is_left_out() {
        let check = |names: &[&str], expected: &str| {
            let names: Vec<String> = names.iter().map(|it| it.to_string()).collect();
            let cut = names[0].len() - shared_ending(&names, 4);
            assert_eq!(names[0][..cut].trim_end(), expected);
        };
        check(&["甲01社区", "乙01社区", "丙01社区", "丁01社区"], "甲01");
        check(
            &[
                "Yi 01 Community",
                "Jia 01 Community",
                "Bing 01 Community",
                "Wu 01 Community",
            ],
            "Yi 01",
        );
        check(&["甲01社区", "乙01社区", "丙01社区", "社区"], "甲01社区");
        check(&["甲社区", "乙街道", "丙社区", "丁社区"], "甲社区");
        check(&["Easton", "Weston", "Norton", "Sutton"], "Easton");
        check(&["甲01社区"], "甲01社区");
    }
}
