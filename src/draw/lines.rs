//! Several series on paper: told apart by weight, dash and the shape at their ends, so that they read
//! in grey; each named at its end, names never on each other. It must not know dates.

use crate::figure::{LineSeries, Lines, Mark, MarkStatus};

use super::apart::{Wish, apart};
use super::axis::{extent_of, tame, unit_in_words};
use super::field::{Field, Margins, Notes, TICK_ROW_PX, head_px};
use super::geometry::Panel;
use super::hit::Hit;
use super::pen::{Lettering, Pen, Plot, dashed, stroke};
use super::periods::{self, Valued};
use super::scene::{Dash, Ink, Stroke};
use super::text_width;
use super::theme::{LABEL_PX, Role};

/// How far two names at the ends stand apart at least.
const NAME_PX: f64 = 15.0;
/// From the end of a line to its name.
const GAP_PX: f64 = 12.0;
const POINT_PX: f64 = 2.75;
/// More series than there are strokes are drawn in the strokes of the first again.
const STROKES: usize = 5;

fn notes(lines: &Lines, width_px: f64) -> Notes {
    Notes::new("", &lines.caption, &lines.note, width_px)
}

/// How tall the lines like to be, in px, at a width.
pub(super) fn natural_height_px(lines: &Lines, width_px: f64) -> f64 {
    let names_px = (lines.series.len() + 1) as f64 * NAME_PX;
    let below = TICK_ROW_PX + notes(lines, width_px).height_px();
    (width_px * 0.42).clamp(220.0, 340.0).max(names_px) + below
}

/// How a series is drawn, by its place. Dots are the benchmark's.
fn stroke_of(place: usize) -> Stroke {
    match place % STROKES {
        0 => stroke(Role::Ink, 2.0),
        1 => dashed(stroke(Role::Ink, 1.5), Dash::Dashed),
        2 => stroke(Role::InkThird, 1.5),
        3 => stroke(Role::Ink, 1.0),
        _ => dashed(stroke(Role::InkThird, 1.25), Dash::Dashed),
    }
}

/// Draws the lines into `panel`.
pub(super) fn draw(lines: &Lines, pen: &mut Pen, panel: Panel) {
    let notes = notes(lines, panel.width());
    let Some(extent) = extent(lines) else {
        return notes.draw(pen, panel, panel);
    };
    let head = unit_in_words(&lines.axis);
    let names = names(lines);
    let right_px = names_width_px(&names, panel.width());
    let margins = Margins {
        head,
        head_px: head_px(head),
        below_px: TICK_ROW_PX + notes.height_px(),
        right_px: right_px + GAP_PX + 2.0,
    };
    let Some(field) = Field::new(panel, &margins, extent, &lines.axis) else {
        return;
    };
    let count = lines.periods.len();
    let last = count as f64 - 0.5;
    let up = (field.ticks.low, field.ticks.high);
    let plot = Plot::new(field.panel, (-0.5, last.max(0.5)), up);
    field.draw(pen, &plot);
    if let Some(reference) = &lines.reference {
        let values: Vec<Option<f64>> = reference.values.iter().take(count).copied().collect();
        periods::series(pen, &values, &plot, periods::reference_stroke());
    }
    // The first lies on top.
    for (place, series) in lines.series.iter().enumerate().rev() {
        let values = values(series, count);
        periods::valued_series(pen, &values, (&plot, up), stroke_of(place));
        points(pen, series, &plot, (place, count));
    }
    letter_ends(pen, &names, &plot, right_px);
    let labels: Vec<&str> = lines.periods.iter().map(String::as_str).collect();
    periods::letter(pen, &labels, &plot, panel);
    notes.draw(pen, field.panel, panel);
    regions(pen, lines, &plot);
}

fn value(point: &Option<Mark>) -> Option<f64> {
    tame(point.as_ref()?.value)
}

fn values(series: &LineSeries, count: usize) -> Vec<Valued> {
    let points = series.points.iter().take(count);
    let valued = points.map(|point| Some((value(point)?, !is_final(point))));
    valued.collect()
}

fn is_final(point: &Option<Mark>) -> bool {
    let mark = point.as_ref();
    mark.is_some_and(|mark| mark.status != MarkStatus::Provisional && mark.value.is_finite())
}

/// The newest final point, or the newest where none is.
fn newest(points: &[Option<Mark>]) -> Option<usize> {
    let found = points.iter().rposition(is_final);
    found.or_else(|| points.iter().rposition(|point| value(point).is_some()))
}

fn extent(lines: &Lines) -> Option<(f64, f64)> {
    let count = lines.periods.len();
    let all = lines.series.iter().flat_map(|it| values(it, count));
    let mut values = periods::scaling(&all.collect::<Vec<Valued>>());
    if values.is_empty() {
        return None;
    }
    let reference = lines.reference.iter().flat_map(|it| &it.values);
    values.extend(reference.take(count).flatten());
    extent_of(&values)
}

/// The shape at the newest point, hollow points for what is not final.
fn points(pen: &Pen, series: &LineSeries, plot: &Plot, (place, count): (usize, usize)) {
    let points = &series.points[..series.points.len().min(count)];
    let last = newest(points);
    for (index, point) in points.iter().enumerate() {
        let (Some(mark), Some(value)) = (point, value(point)) else {
            continue;
        };
        let at = plot.place(index as f64, value);
        if mark.status == MarkStatus::Provisional {
            pen.disc(at, POINT_PX, Ink::of(Role::Surface));
            pen.ring(at, POINT_PX - 0.5, stroke(Role::InkSecond, 1.25));
        } else if Some(index) == last {
            end_shape(pen, place, at);
        }
    }
}

/// The shape that a series ends in: none of those that say a verdict.
fn end_shape(pen: &Pen, place: usize, (x, y): (f64, f64)) {
    let ink = stroke_of(place).ink;
    let reach = POINT_PX + 0.5;
    let line = Stroke {
        dash: Dash::Solid,
        ..stroke_of(place)
    };
    match place % STROKES {
        0 => pen.disc((x, y), reach, ink),
        1 => pen.rect(Panel::around(x, y, reach - 0.25), ink),
        2 => {
            pen.path(&[(x - reach, y - reach), (x + reach, y + reach)], line);
            pen.path(&[(x - reach, y + reach), (x + reach, y - reach)], line);
        }
        3 => {
            pen.path(&[(x - reach, y), (x + reach, y)], line);
            pen.path(&[(x, y - reach), (x, y + reach)], line);
        }
        _ => {
            pen.rect(Panel::around(x, y, reach), Ink::of(Role::Surface));
            pen.frame(Panel::around(x, y, reach - 0.25), line);
        }
    }
}

/// A name at the end of a line.
struct Name {
    text: String,
    /// The value of the newest point and its place among the periods.
    value: f64,
    index: usize,
    lettering: Lettering,
}

fn names(lines: &Lines) -> Vec<Name> {
    let count = lines.periods.len();
    let ink = Lettering::new(LABEL_PX, Role::Ink);
    let name = |(place, series): (usize, &LineSeries)| {
        let points = &series.points[..series.points.len().min(count)];
        let index = newest(points)?;
        let mark = points[index].as_ref()?;
        Some(Name {
            text: [series.label.as_str(), &mark.value_text].join(" "),
            value: tame(mark.value)?,
            index,
            lettering: if place == 0 { ink.bold() } else { ink },
        })
    };
    let mut names: Vec<Name> = lines.series.iter().enumerate().filter_map(name).collect();
    names.extend(lines.reference.as_ref().and_then(|reference| {
        let values = &reference.values[..reference.values.len().min(count)];
        let index = values.iter().rposition(|it| it.and_then(tame).is_some())?;
        Some(Name {
            text: reference.label.clone(),
            value: values[index].and_then(tame)?,
            index,
            lettering: Lettering::new(LABEL_PX, Role::InkSecond),
        })
    }));
    names
}

fn names_width_px(names: &[Name], width_px: f64) -> f64 {
    let widths = names.iter().map(|name| name.lettering.width_px(&name.text));
    widths.fold(0.0, f64::max).min(width_px * 0.32)
}

/// Names from top to bottom in the order of their lines, pushed apart; a short stroke leads to one
/// that stands off its line.
fn letter_ends(pen: &Pen, names: &[Name], plot: &Plot, room_px: f64) {
    let field = plot.panel;
    // The most important where there is no room for all.
    let room = (field.height() / NAME_PX) as usize + 1;
    let mut order: Vec<(f64, usize)> = (0..names.len().min(room))
        .map(|place| (plot.y(names[place].value), place))
        .collect();
    crate::model::sort_by(&mut order, |one, other| one.0.total_cmp(&other.0));
    let wishes: Vec<Wish> = order
        .iter()
        .map(|(y, _)| Wish { y: *y, weight: 1.0 })
        .collect();
    let heights = apart(&wishes, NAME_PX, (field.top, field.bottom));
    for ((line_y, place), y) in order.into_iter().zip(heights) {
        let name = &names[place];
        let x = plot.x(name.index as f64);
        let left = field.right + GAP_PX;
        if (y - line_y).abs() > 3.0 || x < field.right - 2.0 * GAP_PX {
            let lead = dashed(stroke(Role::Similar, 1.0), Dash::Dotted);
            pen.path(
                &[(x + 5.0, line_y), (field.right, line_y), (left - 3.0, y)],
                lead,
            );
        }
        let text = text_width::fitted(&name.text, LABEL_PX, name.lettering.bold, room_px);
        pen.text(&text, left, y, name.lettering);
    }
}

/// Each point owns its column as far as the nearest other.
fn regions(pen: &mut Pen, lines: &Lines, plot: &Plot) {
    let field = plot.panel;
    let half = field.width() / lines.periods.len().max(1) as f64 / 2.0;
    for series in &lines.series {
        for (index, point) in series.points.iter().take(lines.periods.len()).enumerate() {
            let (Some(mark), Some(value)) = (point, value(point)) else {
                continue;
            };
            let (x, y) = plot.place(index as f64, value);
            pen.hit(Hit {
                key: mark.key,
                region: Panel::new(x - half, field.top, x + half, field.bottom),
                extent: Panel::around(x, y, POINT_PX),
                x_px: x,
                y_px: y,
            });
        }
    }
}
