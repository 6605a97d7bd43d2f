//! A trend as a control chart.

use super::from_answer::{axis, axis_value};
use super::{Benchmark, ControlChart, ControlPoint, Figure, LineNames, Mark, MarkStatus};
use crate::answer::{Boundary, Trend, Verdict, signals};
use crate::model::{Lang, Polarity};
use crate::package::Package;
use crate::stats::{Position, Side, Signal};
use crate::words;

/// A trend as a control chart; none where fewer than two periods have a value. Without limits the
/// series stands alone, and the note says why.
pub fn trend_figure(lang: Lang, package: &Package, trend: &Trend) -> Option<Figure> {
    let indicator = package.indicators.get(trend.question.indicator);
    let chart = trend.chart.as_ref().ok();
    let limit = |limits: Option<&Vec<f64>>, at: usize| {
        limits
            .and_then(|limits| limits.get(at))
            .map_or(f64::NAN, |it| *it)
    };
    let point = |(at, point): (usize, &crate::answer::SeriesPoint)| {
        let number = point.reading.value.number()?;
        let mut mark = Mark::plain(
            at as u32,
            words::period_text(lang, point.period),
            number,
            axis_value(lang, indicator, &point.reading),
        );
        let signals = signals(chart, at);
        mark.status = match point.reading.is_provisional() {
            true => MarkStatus::Provisional,
            false => signal_status(indicator.polarity, signals),
        };
        let flags = signals.iter().map(|it| words::signal_text(lang, *it));
        let flags: Vec<String> = flags.collect();
        mark.said = words::control_point_text(lang, indicator, &point.reading, &flags);
        Some(ControlPoint {
            mark,
            centre: limit(chart.map(|it| &it.centre), at),
            lower: limit(chart.map(|it| &it.lower), at),
            upper: limit(chart.map(|it| &it.upper), at),
            flags,
        })
    };
    let points: Vec<Option<ControlPoint>> = trend.points.iter().enumerate().map(point).collect();
    if points.iter().flatten().count() < 2 {
        return None;
    }
    let baseline = chart.map(|chart| (chart.baseline.start, chart.baseline.end.saturating_sub(1)));
    let reference = trend.benchmark_series.clone();
    let target = trend.question.target.map(|value| Benchmark {
        label: words::words(lang).target.to_string(),
        value,
        value_text: words::measure_text(lang, indicator, value),
    });
    Some(Figure::ControlChart(ControlChart {
        points,
        axis: axis(lang, indicator),
        baseline: baseline.unwrap_or((0, 0)),
        line_names: line_names(lang),
        baseline_label: words::baseline_text(lang, trend),
        target,
        reference_label: (reference.as_ref()).map_or(String::new(), |(top, _)| {
            words::benchmark_text(lang, package, *top)
        }),
        reference: reference.map(|(_, values)| values),
        boundary: boundary(lang, package, trend),
        caption: words::control_caption(lang, package, trend),
        note: words::control_note(lang, package, trend),
    }))
}

/// What the lines of a control chart are called.
pub(super) fn line_names(lang: Lang) -> LineNames {
    let [centre, upper, lower] = words::line_names(lang).map(String::from);
    LineNames {
        centre,
        upper,
        lower,
    }
}

/// Where the boundary changed, inside the series.
pub(super) fn boundary(lang: Lang, package: &Package, trend: &Trend) -> Option<(usize, String)> {
    let boundary = trend.boundary.as_ref()?;
    let (Boundary::Joined { at, .. } | Boundary::Cut { at, .. }) = boundary;
    let place = trend.points.partition_point(|point| point.period < *at);
    Some((place, words::boundary_label(lang, package, boundary)))
}

/// The status of a point by its signals: by which side is good, at the outermost level for what is
/// outside the limits.
pub(super) fn signal_status(polarity: Polarity, signals: &[Signal]) -> MarkStatus {
    let Some(signal) = signals.first() else {
        return MarkStatus::Plain;
    };
    let is_far = matches!(signal, Signal::OutsideLimit(_));
    let position = match (signal.side(), is_far) {
        (Side::Above, true) => Position::Above998,
        (Side::Above, false) => Position::Above95,
        (Side::Below, true) => Position::Below998,
        (Side::Below, false) => Position::Below95,
    };
    super::from_answer::verdict_status(Verdict::of(position, polarity))
}
