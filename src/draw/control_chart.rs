//! A control chart on paper: a series between its limits, signals by shape and in words where
//! they happen, names of the lines at their ends. It must not know rules or dates.

use crate::figure::{ControlChart, ControlPoint, Mark, MarkStatus};

use super::apart::{Wish, apart};
use super::axis::{extent_of, open_ticks, tame, tick_text, unit_in_words};
use super::control_signals;
use super::dots::{self, Dot};
use super::field::{Field, Margins, Notes, TICK_PITCH_PX, TICK_ROW_PX, head_px};
use super::geometry::Panel;
use super::glyph;
use super::hit::Hit;
use super::labels::Obstacles;
use super::pen::{Lettering, Pen, Plot, dashed, stroke};
use super::periods::{self, Valued};
use super::scene::{Dash, Ink, Stroke};
use super::text_width;
use super::theme::{AXIS_PX, LABEL_PX, Role};

/// How far above the field the bracket of the baseline stands.
const BRACKET_PX: f64 = 7.0;
const SIDE_LINE_PX: f64 = 14.0;
/// From the end of a line to its text.
const SIDE_GAP_PX: f64 = 12.0;
/// So far from its line the number of a limit stands at most.
const MOST_SHIFT_PX: f64 = 16.0;

fn notes(chart: &ControlChart, width_px: f64) -> Notes {
    Notes::new("", &chart.caption, &chart.note, width_px)
}

/// How tall a control chart likes to be, in px, at a width.
pub(super) fn natural_height_px(chart: &ControlChart, width_px: f64) -> f64 {
    let below = TICK_ROW_PX + notes(chart, width_px).height_px();
    (width_px * 0.44).clamp(220.0, 360.0) + below
}

/// Draws the control chart into `panel`.
pub(super) fn draw(chart: &ControlChart, pen: &mut Pen, panel: Panel) {
    let notes = notes(chart, panel.width());
    let Some(extent) = extent(chart) else {
        return notes.draw(pen, panel, panel);
    };
    let head = unit_in_words(&chart.axis);
    let both = [head, &chart.baseline_label].concat();
    let bracket_px = if both.is_empty() { 0.0 } else { 4.0 };
    let most_ticks = (panel.height() / TICK_PITCH_PX) as usize;
    let decimals = open_ticks(extent.0, extent.1, &chart.axis, most_ticks).decimals;
    let right_px = side_width_px(chart, panel.width(), decimals);
    let margins = Margins {
        head,
        head_px: head_px(&both) + bracket_px,
        below_px: TICK_ROW_PX + notes.height_px(),
        right_px: right_px + SIDE_GAP_PX + 2.0,
    };
    let Some(field) = Field::new(panel, &margins, extent, &chart.axis) else {
        return;
    };
    let inner = field.panel;
    let last = chart.points.len() as f64 - 0.5;
    let up = (field.ticks.low, field.ticks.high);
    let plot = Plot::new(inner, (-0.5, last.max(0.5)), up);

    baseline(pen, chart, &plot, head, panel);
    field.draw(pen, &plot);
    let lines = limits(pen, chart, &plot);
    if let Some(reference) = &chart.reference {
        let count = chart.points.len();
        let values: Vec<Option<f64>> = reference.iter().take(count).copied().collect();
        periods::series(pen, &values, &plot, periods::reference_stroke());
    }
    let target_y = target(chart).map(|value| plot.y(value));
    if let Some(y) = target_y {
        let ends = [(inner.left, y), (inner.right + 2.0, y)];
        pen.path(&ends, stroke(Role::Ink, 1.25));
    }
    let line = stroke(Role::InkSecond, 1.5);
    let runs = periods::valued_series(pen, &values(chart), (&plot, up), line);
    boundary_line(pen, chart, &plot);
    let dots = dots(chart, &plot);
    paint(pen, &dots);
    let mut obstacles = dots::obstacles(&dots, inner, target_y);
    obstacles.lines.extend(runs);
    name_boundary(pen, chart, &plot, &mut obstacles);
    letter_edges(pen, &dots, &plot, (up, &mut obstacles));
    control_signals::name(pen, chart, &dots, inner, (obstacles, lines));
    letter_side(pen, chart, &plot, decimals, right_px);
    let names = chart.points.iter();
    let names = names.map(|point| point.as_ref().map_or("", |point| &*point.mark.label));
    periods::letter(pen, &names.collect::<Vec<&str>>(), &plot, panel);
    notes.draw(pen, inner, panel);
    regions(pen, chart, &dots, inner);
}

fn values(chart: &ControlChart) -> Vec<Valued> {
    let value = |point: &Option<ControlPoint>| {
        let mark = &point.as_ref()?.mark;
        Some((tame(mark.value)?, mark.status == MarkStatus::Provisional))
    };
    chart.points.iter().map(value).collect()
}

fn target(chart: &ControlChart) -> Option<f64> {
    tame(chart.target.as_ref()?.value)
}

fn extent(chart: &ControlChart) -> Option<(f64, f64)> {
    let mut values = periods::scaling(&values(chart));
    if values.is_empty() {
        return None;
    }
    for point in chart.points.iter().flatten() {
        if point.mark.value.is_finite() {
            values.extend([point.centre, point.lower, point.upper]);
        }
    }
    values.extend(target(chart));
    let reference = chart.reference.iter().flatten().flatten();
    values.extend(reference.take(chart.points.len()));
    extent_of(&values)
}

/// The periods from which the limits come, as a bracket above the field; none where they come
/// from all.
fn baseline(pen: &Pen, chart: &ControlChart, plot: &Plot, head: &str, panel: Panel) {
    if chart.baseline_label.is_empty() {
        return;
    }
    let (first, last) = chart.baseline;
    let end = chart.points.len().saturating_sub(1);
    let field = plot.panel;
    let left = plot.x(first as f64 - 0.5);
    let right = plot.x(last.min(end) as f64 + 0.5);
    let is_part = first > 0 || last < end;
    if is_part && first <= last && first <= end {
        let (top, foot) = (field.top - BRACKET_PX, field.top - BRACKET_PX + 3.0);
        let bracket = [(left, foot), (left, top), (right, top), (right, foot)];
        pen.path(&bracket, stroke(Role::InkThird, 1.0));
    }
    let quiet = Lettering::new(AXIS_PX, Role::InkThird);
    let after_head = match head {
        "" => panel.left,
        _ => panel.left + quiet.width_px(head) + 12.0,
    };
    let from = left.max(after_head);
    let text = &chart.baseline_label;
    // A label longer than what is right of its band begins further left.
    let from = from.min(panel.right - quiet.width_px(text)).max(after_head);
    let text = text_width::fitted(text, AXIS_PX, false, panel.right - from);
    pen.text(&text, from, panel.top + 7.0, quiet);
}

/// Centre and limits, stepwise, since limits follow what each period rests on; gives back the
/// boxes of the lines.
fn limits(pen: &Pen, chart: &ControlChart, plot: &Plot) -> Vec<Panel> {
    type Limit = fn(&ControlPoint) -> f64;
    let centre = stroke(Role::InkThird, 1.0);
    let limit = dashed(centre, Dash::Dashed);
    let kinds: [(Limit, Stroke); 3] = [
        (|point| point.centre, centre),
        (|point| point.lower, limit),
        (|point| point.upper, limit),
    ];
    let mut boxes = Vec::new();
    for (of, line) in kinds {
        let mut run: Vec<(f64, f64)> = Vec::new();
        for (index, point) in chart.points.iter().enumerate() {
            let level = point.as_ref().and_then(|point| tame(of(point)));
            let Some(level) = level else {
                periods::finish(pen, &mut run, line, &mut boxes);
                continue;
            };
            let (left, y) = plot.place(index as f64 - 0.5, level);
            let right = plot.x(index as f64 + 0.5);
            match run.last_mut() {
                // A level that stays is one line.
                Some(end) if end.1 == y => end.0 = right,
                _ => run.extend([(left, y), (right, y)]),
            }
        }
        periods::finish(pen, &mut run, line, &mut boxes);
    }
    boxes
}

fn dots<'a>(chart: &'a ControlChart, plot: &Plot) -> Vec<Dot<'a>> {
    let pitch = plot.panel.width() / chart.points.len().max(1) as f64;
    let ordinary = (pitch * 0.3).clamp(1.0, 2.25);
    let dots = chart.points.iter().enumerate();
    let dots = dots.filter_map(|(index, point)| {
        let mark = &point.as_ref()?.mark;
        Some(Dot {
            mark,
            place: plot.place(index as f64, tame(mark.value)?),
            radius: match is_quiet(mark) {
                true => ordinary,
                false => (ordinary + 1.5).min(3.75),
            },
            interval: None,
        })
    });
    dots.collect()
}

fn is_quiet(mark: &Mark) -> bool {
    matches!(mark.status, MarkStatus::Plain | MarkStatus::Similar)
}

fn paint(pen: &Pen, dots: &[Dot]) {
    for dot in dots {
        match is_quiet(dot.mark) {
            true => pen.disc(dot.place, dot.radius, Ink::of(Role::InkSecond)),
            false => glyph::draw(pen, dot.mark.status, dot.place, dot.radius),
        }
    }
}

/// The values of points that lie off the scale and stand at its edge.
fn letter_edges(
    pen: &Pen,
    dots: &[Dot],
    plot: &Plot,
    ((low, high), obstacles): ((f64, f64), &mut Obstacles),
) {
    let quiet = Lettering::new(AXIS_PX, Role::InkSecond).halo();
    for dot in dots {
        let (value, text) = (dot.mark.value, &dot.mark.value_text);
        if value >= low && value <= high {
            continue;
        }
        let y = dot.place.1 + if value < low { -8.0 } else { 8.0 };
        let left = dot.place.0 - 6.0 - quiet.width_px(text);
        let panel = Panel::new(left, y - 7.0, dot.place.0 - 6.0, y + 7.0);
        let is_free = |other: &Panel| !other.overlaps(&panel);
        if plot.panel.holds(&panel) && obstacles.solid.iter().all(is_free) {
            pen.text(text, left, y, quiet);
            obstacles.solid.push(panel);
        }
    }
}

/// A text at the end of a line.
struct Side {
    text: String,
    line_y: f64,
    lettering: Lettering,
}

/// What the last value, the target, the benchmark's series and the lines of the chart are called, each
/// with its value, most wanted first.
fn side_texts(chart: &ControlChart, decimals: usize) -> Vec<(String, Option<f64>, Lettering)> {
    let newest = chart.points.iter().rev().flatten();
    let newest = newest.filter(|point| point.mark.value.is_finite());
    let last = newest
        .clone()
        .find(|point| point.mark.status != MarkStatus::Provisional)
        .or(newest.clone().next());
    let target_text = chart
        .target
        .as_ref()
        .map(|line| [line.label.as_str(), &line.value_text].join(" "));
    let ink = Lettering::new(LABEL_PX, Role::Ink);
    let mut texts = vec![
        (
            last.map(|point| point.mark.value_text.clone())
                .unwrap_or_default(),
            last.and_then(|point| tame(point.mark.value)),
            ink.bold(),
        ),
        (target_text.unwrap_or_default(), target(chart), ink),
    ];
    let mut add = |name: &str, value: Option<f64>, lettering: Lettering| {
        let text = value.map_or(String::new(), |it| tick_text(it, decimals + 1));
        texts.push(([name, &text].join(" "), value, lettering));
    };
    let reference = chart.reference.iter().flatten().take(chart.points.len());
    let reference = reference.copied().flatten().filter_map(tame).last();
    let second = Lettering::new(LABEL_PX, Role::InkSecond);
    add(&chart.reference_label, reference, second);
    let has_limits = |point: &&ControlPoint| point.centre.is_finite();
    let limits = chart.points.iter().rev().flatten().find(has_limits);
    let level = |of: fn(&ControlPoint) -> f64| limits.and_then(|point| tame(of(point)));
    let names = &chart.line_names;
    let quiet = Lettering::new(AXIS_PX, Role::InkThird);
    add(&names.centre, level(|it| it.centre), quiet);
    add(&names.upper, level(|it| it.upper), quiet);
    add(&names.lower, level(|it| it.lower), quiet);
    texts
}

fn side_width_px(chart: &ControlChart, width_px: f64, decimals: usize) -> f64 {
    let texts = side_texts(chart, decimals).into_iter();
    let widths = texts
        .filter(|(_, value, _)| value.is_some())
        .map(|(text, _, lettering)| lettering.width_px(text.trim()));
    widths.fold(0.0, f64::max).min(width_px * 0.24)
}

/// Names and values at the ends of the lines, moved apart in the order of the lines, the last value least; a
/// short stroke leads to one that stands off its line. Where lines are so near to each other that a text
/// would stand far from its own, the less wanted are left out.
fn letter_side(pen: &Pen, chart: &ControlChart, plot: &Plot, decimals: usize, room_px: f64) {
    let field = plot.panel;
    let bounds = (field.top, field.bottom - 3.0);
    let mut sides: Vec<Side> = Vec::new();
    for (text, value, lettering) in side_texts(chart, decimals) {
        let text = text_width::fitted(text.trim(), lettering.size_px, lettering.bold, room_px);
        let Some(value) = value.filter(|_| !text.is_empty()) else {
            continue;
        };
        let line_y = plot.y(value);
        let is_own = lettering.size_px == AXIS_PX;
        if is_own && (line_y < field.top || line_y > field.bottom) {
            continue;
        }
        let side = Side {
            text,
            line_y: line_y.clamp(bounds.0, bounds.1),
            lettering,
        };
        let at = sides.partition_point(|it| it.line_y <= side.line_y);
        sides.insert(at, side);
        if !has_room(&sides, &heights(&sides, bounds), bounds.1) {
            sides.remove(at);
        }
    }
    for (side, y) in sides.iter().zip(heights(&sides, bounds)) {
        let left = field.right + SIDE_GAP_PX;
        if (y - side.line_y).abs() > 3.0 {
            let leader = [(field.right + 2.0, side.line_y), (left - 2.0, y)];
            pen.path(&leader, stroke(Role::Similar, 1.0));
        }
        pen.text(&side.text, left, y, side.lettering);
    }
}

fn heights(sides: &[Side], bounds: (f64, f64)) -> Vec<f64> {
    let wish = |side: &Side| Wish {
        y: side.line_y,
        weight: if side.lettering.bold { 4.0 } else { 1.0 },
    };
    let wishes: Vec<Wish> = sides.iter().map(wish).collect();
    apart(&wishes, SIDE_LINE_PX, bounds)
}

/// True where each stands near its line.
fn has_room(sides: &[Side], heights: &[f64], bottom: f64) -> bool {
    sides.iter().zip(heights).all(|(side, y)| {
        let most_px = match side.lettering.size_px == AXIS_PX {
            true => MOST_SHIFT_PX,
            false => 2.0 * MOST_SHIFT_PX,
        };
        (y - side.line_y).abs() <= most_px && *y <= bottom + 0.01
    })
}

/// The x of the upright line where the boundary changed.
fn boundary_x(chart: &ControlChart, plot: &Plot) -> Option<f64> {
    let (at, _) = chart.boundary.as_ref()?;
    (*at < chart.points.len()).then(|| plot.x(*at as f64 - 0.5))
}

fn boundary_line(pen: &Pen, chart: &ControlChart, plot: &Plot) {
    if let Some(x) = boundary_x(chart, plot) {
        let line = dashed(stroke(Role::InkSecond, 1.0), Dash::Dotted);
        pen.path(&[(x, plot.panel.top), (x, plot.panel.bottom)], line);
    }
}

/// What the boundary's line is called, at its foot or its head, on the side where it covers nothing.
fn name_boundary(pen: &Pen, chart: &ControlChart, plot: &Plot, obstacles: &mut Obstacles) {
    let (Some(x), Some((_, label))) = (boundary_x(chart, plot), &chart.boundary) else {
        return;
    };
    let field = plot.panel;
    let quiet = Lettering::new(AXIS_PX, Role::InkSecond).halo();
    // In full where there is room on either side, else as much of it as the wider side holds.
    let most_px = (x - field.left).max(field.right - x) - 5.0;
    let text = text_width::fitted(label, AXIS_PX, false, most_px);
    let width = quiet.width_px(&text);
    let places = [field.bottom - 8.0, field.top + 8.0]
        .map(|y| [x + 5.0, x - 5.0 - width].map(|left| (left, y)));
    for (left, y) in places.into_iter().flatten() {
        let panel = Panel::new(left, y - 7.0, left + width, y + 7.0);
        let is_free = |other: &Panel| !other.overlaps(&panel);
        if field.holds(&panel) && obstacles.solid.iter().all(is_free) {
            pen.text(&text, left, y, quiet);
            obstacles.solid.push(panel);
            return;
        }
    }
}

/// Each period owns its column.
fn regions(pen: &mut Pen, chart: &ControlChart, dots: &[Dot], field: Panel) {
    let half = field.width() / chart.points.len().max(1) as f64 / 2.0;
    for dot in dots {
        let (x, y) = dot.place;
        pen.hit(Hit {
            key: dot.mark.key,
            region: Panel::new(x - half, field.top, x + half, field.bottom),
            extent: Panel::around(x, y, dot.radius),
            x_px: x,
            y_px: y,
        });
    }
}
