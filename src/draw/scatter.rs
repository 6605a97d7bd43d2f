//! A scatter on paper: dots by two values, the fitted line in its band, names where they are
//! asked for. It must not know how the line was fitted.

use crate::figure::Scatter;

use super::axis::{extent_of, is_sign, open_ticks, tame};
use super::dots;
use super::field::{Field, Margins, Notes, TICK_ROW_PX, curve, head_px, letter_across};
use super::geometry::Panel;
use super::pen::{Pen, Plot, stroke};
use super::scatter_dots::{Legend, paint, placed};
use super::scene::Ink;
use super::theme::Role;

/// The right end of the axis across keeps this much free for its last number.
const RIGHT_PX: f64 = 12.0;

fn notes(scatter: &Scatter, width_px: f64) -> Notes {
    let title = titled(&scatter.x_label, &scatter.x_axis.unit);
    Notes::new(&title, &scatter.caption, &scatter.note, width_px)
}

/// The title of an axis with its unit, where that is a word.
fn titled(label: &str, unit: &str) -> String {
    let mut title = label.to_string();
    if !unit.is_empty() && !is_sign(unit) {
        if !title.is_empty() {
            title.push_str(" · ");
        }
        title.push_str(unit);
    }
    title
}

fn legend(scatter: &Scatter, width_px: f64) -> Legend<'_> {
    Legend::new(&scatter.legend, scatter.marks.len(), width_px)
}

/// How tall a scatter likes to be, in px, at a width.
pub(super) fn natural_height_px(scatter: &Scatter, width_px: f64) -> f64 {
    let below =
        TICK_ROW_PX + notes(scatter, width_px).height_px() + legend(scatter, width_px).height_px();
    (width_px * 0.62).clamp(240.0, 440.0) + below
}

/// Draws the scatter into `panel`.
pub(super) fn draw(scatter: &Scatter, pen: &mut Pen, panel: Panel) {
    let notes = notes(scatter, panel.width());
    let drawn = scatter
        .marks
        .iter()
        .filter(|dot| dot.x.is_finite() && dot.mark.value.is_finite());
    let (across, up): (Vec<f64>, Vec<f64>) = drawn.map(|dot| (dot.x, dot.mark.value)).unzip();
    let (Some((left, right)), Some(extent)) = (extent_of(&across), extent_of(&up)) else {
        return notes.draw(pen, panel, panel);
    };
    let legend = legend(scatter, panel.width());
    legend.draw(pen, panel);
    let panel = panel.shrunk(0.0, legend.height_px(), 0.0, 0.0);
    let head = titled(&scatter.y_label, &scatter.y_axis.unit);
    let margins = Margins {
        head: &head,
        head_px: head_px(&head),
        below_px: TICK_ROW_PX + notes.height_px(),
        right_px: RIGHT_PX,
    };
    let Some(field) = Field::new(panel, &margins, extent, &scatter.y_axis) else {
        return;
    };
    let inner = field.panel;
    let wanted = (inner.width() / 70.0) as usize;
    let ticks = open_ticks(left, right, &scatter.x_axis, wanted);
    let up = (field.ticks.low, field.ticks.high);
    let plot = Plot::new(inner, (ticks.low, ticks.high), up);
    let fitted = band(pen, scatter, &plot, (ticks.low, ticks.high));
    field.draw(pen, &plot);
    let lines = (inner.bottom, inner.bottom + 4.0);
    let y = inner.bottom + TICK_ROW_PX / 2.0 + 2.0;
    let unit = scatter.x_axis.unit.as_str();
    letter_across(pen, &plot, &ticks, (unit, lines, y), panel);

    let line = curve(pen, &plot, &fitted, up, stroke(Role::Ink, 1.25));
    let placed = placed(scatter, &plot, panel.width());
    let is_plain = !scatter.is_sized && scatter.legend.is_empty();
    if !is_plain {
        paint(pen, &placed);
    }
    let dots: Vec<dots::Dot> = placed.into_iter().map(|(dot, _)| dot).collect();
    if is_plain {
        dots::paint(pen, &dots, true);
    }
    let mut obstacles = dots::obstacles(&dots, inner, None);
    obstacles.lines = dots::along(&line);
    dots::name_cloud(pen, &dots, inner, obstacles);
    notes.draw(pen, inner, panel);
    dots::cloud_regions(pen, &dots);
}

/// The band of the line under everything; gives back the line itself, in data units.
fn band(pen: &Pen, scatter: &Scatter, plot: &Plot, (left, right): (f64, f64)) -> Vec<(f64, f64)> {
    let mut upper: Vec<(f64, f64)> = Vec::new();
    let mut lower: Vec<(f64, f64)> = Vec::new();
    let mut line: Vec<(f64, f64)> = Vec::new();
    for (x, y, low, high) in scatter.line.iter().flat_map(|line| &line.points) {
        if !(*x >= left && *x <= right) {
            continue;
        }
        if let Some(y) = tame(*y) {
            line.push((*x, y));
        }
        if let (Some(low), Some(high)) = (tame(*low), tame(*high)) {
            upper.push(plot.place(*x, high));
            lower.push(plot.place(*x, low));
        }
    }
    if upper.len() > 1 {
        upper.extend(lower.into_iter().rev());
        pen.polygon(&upper, Ink::of(Role::Band));
    }
    line
}
