//! A funnel plot on paper: dots by size and value between quiet limits, the benchmark across,
//! names only for what deviates. It must not know how limits are reckoned.

use crate::figure::{Axis, FunnelLimit, FunnelPlot};

use super::axis::{close_ticks, tame, unit_in_words};
use super::dots::{self, Dot, NAME_HEIGHT_PX};
use super::field::{
    Field, Margins, Notes, TICK_ROW_PX, benchmark_lines, benchmark_px, curve, head_px,
    letter_across, letter_benchmark,
};
use super::geometry::Panel;
use super::pen::{Lettering, Pen, Plot, dashed, stroke};
use super::scene::{Dash, Stroke};
use super::theme::{AXIS_PX, Role};

/// Below this share of the greatest size the limits open so wide that they would squeeze the
/// dots: they may leave the axis there.
const OPEN_SHARE: f64 = 0.1;

fn notes(funnel: &FunnelPlot, width_px: f64) -> Notes {
    Notes::new(&funnel.size_label, &funnel.caption, &funnel.note, width_px)
}

/// How tall a funnel plot likes to be, in px, at a width.
pub(super) fn natural_height_px(funnel: &FunnelPlot, width_px: f64) -> f64 {
    let below = TICK_ROW_PX + notes(funnel, width_px).height_px();
    (width_px * 0.56).clamp(230.0, 400.0) + below
}

/// Draws the funnel plot into `panel`.
pub(super) fn draw(funnel: &FunnelPlot, pen: &mut Pen, panel: Panel) {
    let notes = notes(funnel, panel.width());
    let (Some(extent), Some(most)) = (extent(funnel), most_size(funnel)) else {
        return notes.draw(pen, panel, panel);
    };
    let name = match tame(funnel.benchmark.value) {
        Some(_) => benchmark_lines(&funnel.benchmark, panel.width()),
        None => Vec::new(),
    };
    let head = unit_in_words(&funnel.axis);
    let margins = Margins {
        head,
        head_px: head_px(head),
        below_px: TICK_ROW_PX + notes.height_px(),
        right_px: benchmark_px(&name),
    };
    let Some(field) = Field::new(panel, &margins, extent, &funnel.axis) else {
        return;
    };
    let inner = field.panel;
    let wanted_ticks = (inner.width() / 70.0) as usize;
    let sizes = close_ticks(0.0, most * 1.02, &Axis::from_zero(""), wanted_ticks);
    let plot = Plot::new(
        inner,
        (0.0, sizes.high),
        (field.ticks.low, field.ticks.high),
    );
    field.draw(pen, &plot);
    let lines = (inner.bottom, inner.bottom + 4.0);
    let y = inner.bottom + TICK_ROW_PX / 2.0 + 2.0;
    letter_across(pen, &plot, &sizes, ("", lines, y), panel);

    let curves = limits(pen, funnel, &plot, &field, sizes.high);
    let line_y = tame(funnel.benchmark.value).map(|value| plot.y(value));
    if let Some(y) = line_y {
        let ends = [(inner.left, y), (inner.right + 2.0, y)];
        pen.path(&ends, stroke(Role::Ink, 1.25));
        letter_benchmark(pen, &name, inner.right + 8.0, y, field.room);
    }
    let dots = dots(funnel, &plot);
    dots::paint_cloud(pen, &dots);
    let mut obstacles = dots::obstacles(&dots, inner, line_y);
    for curve in &curves {
        let list = match curve.is_outer {
            true => &mut obstacles.lines,
            false => &mut obstacles.soft,
        };
        list.extend(dots::along(&curve.places));
    }
    let taken = name_limits(pen, &curves, &obstacles.solid, inner, line_y);
    obstacles.solid.extend(taken);
    dots::name_cloud(pen, &dots, inner, obstacles);
    notes.draw(pen, inner, panel);
    dots::cloud_regions(pen, &dots);
}

fn is_size(size: f64) -> bool {
    size.is_finite() && size >= 0.0
}

/// The greatest size among the dots, or among the limits where there is no dot.
fn most_size(funnel: &FunnelPlot) -> Option<f64> {
    let drawn = funnel
        .marks
        .iter()
        .filter(|dot| is_size(dot.size) && dot.mark.value.is_finite());
    let most = drawn.map(|dot| dot.size).fold(f64::NAN, f64::max);
    let limits = funnel.limits.iter().map(|limit| limit.size);
    let most = match most.is_nan() {
        true => limits.filter(|size| is_size(*size)).fold(most, f64::max),
        false => most,
    };
    let most = tame(most)?;
    Some(if most > 0.0 { most } else { 1.0 })
}

/// The values that the axis has to hold: dots, benchmark, and the limits but for their mouth.
fn extent(funnel: &FunnelPlot) -> Option<(f64, f64)> {
    let most = most_size(funnel)?;
    let dots = funnel.marks.iter().filter(|dot| is_size(dot.size));
    let mut values: Vec<f64> = dots.map(|dot| dot.mark.value).collect();
    values.push(funnel.benchmark.value);
    for limit in &funnel.limits {
        if limit.size >= most * OPEN_SHARE && limit.size <= most {
            values.extend([limit.lower_998, limit.upper_998]);
        }
    }
    super::axis::extent_of(&values)
}

fn dots<'a>(funnel: &'a FunnelPlot, plot: &Plot) -> Vec<Dot<'a>> {
    let radius = match funnel.marks.len() {
        0..100 => 3.25,
        100..300 => 2.75,
        _ => 2.0,
    };
    let drawn = funnel.marks.iter().filter(|dot| is_size(dot.size));
    let dots = drawn.filter_map(|dot| {
        Some(Dot {
            mark: &dot.mark,
            place: plot.place(dot.size, tame(dot.mark.value)?),
            radius: dots::radius(&dot.mark, radius),
            interval: None,
        })
    });
    dots.collect()
}

/// A drawn limit: where it is, how it is named, and on which side of it the name stands.
struct Curve<'a> {
    places: Vec<(f64, f64)>,
    label: &'a str,
    side: f64,
    is_outer: bool,
}

/// The inner limits broken, the outer ones solid.
fn limits<'a>(
    pen: &Pen,
    funnel: &'a FunnelPlot,
    plot: &Plot,
    field: &Field,
    most: f64,
) -> Vec<Curve<'a>> {
    type Limit = fn(&FunnelLimit) -> f64;
    let outer = stroke(Role::InkThird, 1.0);
    let inner = dashed(stroke(Role::InkThird, 1.0), Dash::Dashed);
    let (label_95, label_998) = (&funnel.limit_labels.0, &funnel.limit_labels.1);
    let kinds: [(Limit, Stroke, &str, f64); 4] = [
        (|limit| limit.lower_998, outer, label_998, 1.0),
        (|limit| limit.lower_95, inner, label_95, 1.0),
        (|limit| limit.upper_998, outer, label_998, -1.0),
        (|limit| limit.upper_95, inner, label_95, -1.0),
    ];
    let bounds = (field.ticks.low, field.ticks.high);
    let curve = |(limit, line, label, side): (Limit, Stroke, &'a str, f64)| {
        let samples = funnel.limits.iter().filter(|sample| is_size(sample.size));
        let samples = samples.filter_map(|sample| Some((sample.size, tame(limit(sample))?)));
        let points = until(samples.collect(), most);
        Curve {
            places: curve(pen, plot, &points, bounds, line),
            label,
            side,
            is_outer: line == outer,
        }
    };
    kinds.into_iter().map(curve).collect()
}

/// The points up to the right end of the axis, the last one on it.
fn until(mut points: Vec<(f64, f64)>, most: f64) -> Vec<(f64, f64)> {
    let inside = points.iter().take_while(|(size, _)| *size <= most).count();
    if let (Some((x0, y0)), Some((x1, y1))) = (
        inside
            .checked_sub(1)
            .and_then(|last| points.get(last))
            .copied(),
        points.get(inside).copied(),
    ) {
        points[inside] = (most, y0 + (y1 - y0) * ((most - x0) / (x1 - x0)));
        points.truncate(inside + 1);
    } else {
        points.truncate(inside);
    }
    points
}

/// Names each pair of limits once, outside its curve, where neither a dot nor a line is in the
/// way; gives back the places taken.
fn name_limits(
    pen: &Pen,
    curves: &[Curve],
    dots: &[Panel],
    field: Panel,
    line_y: Option<f64>,
) -> Vec<Panel> {
    let lettering = Lettering::new(AXIS_PX, Role::InkThird);
    let mut taken: Vec<Panel> = Vec::new();
    let mut named: Vec<&str> = Vec::new();
    for curve in curves {
        if curve.label.is_empty() || named.contains(&curve.label) {
            continue;
        }
        let half_px = lettering.width_px(curve.label) / 2.0;
        let is_free = |panel: &Panel| {
            let overlaps = |other: &Panel| other.overlaps(panel);
            let is_on_curve = |curve: &Curve| dots::along(&curve.places).iter().any(overlaps);
            field.holds(panel)
                && !dots.iter().any(overlaps)
                && !taken.iter().any(overlaps)
                && !curves.iter().any(is_on_curve)
                && line_y.is_none_or(|y| panel.top > y || panel.bottom < y)
        };
        let half = NAME_HEIGHT_PX / 2.0;
        let beside = |gap_px: f64, (x, y): &(f64, f64)| {
            let middle = y + curve.side * (half + gap_px);
            Panel::new(x - half_px, middle - half, x + half_px, middle + half)
        };
        let places = || curve.places.iter().rev();
        let near = |gap_px: f64| places().map(|place| beside(gap_px, place)).find(is_free);
        let found = near(2.5).or_else(|| near(7.0));
        if let Some(panel) = found {
            let (x, y) = (
                (panel.left + panel.right) / 2.0,
                (panel.top + panel.bottom) / 2.0,
            );
            pen.text(curve.label, x, y, lettering.middle());
            taken.push(panel);
            named.push(curve.label);
        }
    }
    taken
}
