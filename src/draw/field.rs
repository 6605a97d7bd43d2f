//! The field of a drawing: where values stand between the numbers on the left, names on the
//! right and notes below. It must not know what kind of figure stands in it.

use crate::figure::{Axis, Benchmark};

use super::axis::{Ticks, is_sign, open_ticks, tick_text};
use super::geometry::Panel;
use super::pen::{Lettering, Pen, Plot};
use super::scene::Stroke;
use super::text_width;
use super::theme::{AXIS_PX, LABEL_PX, LEAST_WIDTH_PX, Role};

/// How far lines of small text stand apart.
pub(super) const LINE_PX: f64 = 15.0;
/// The height of a row of numbers below a field.
pub(super) const TICK_ROW_PX: f64 = 20.0;
/// How far numbers on an upright axis stand apart at least.
pub(super) const TICK_PITCH_PX: f64 = 36.0;
const TICK_GAP_PX: f64 = 8.0;
const NOTE_GAP_PX: f64 = 8.0;

/// What stands around a field.
pub(super) struct Margins<'a> {
    /// A text above, at the left; empty where there is none.
    pub head: &'a str,
    /// The height that is kept above.
    pub head_px: f64,
    /// The height that is kept below.
    pub below_px: f64,
    /// The width that is kept on the right.
    pub right_px: f64,
}

/// A field with its value axis in a gutter on the left.
pub(super) struct Field<'a> {
    /// Where the values stand.
    pub panel: Panel,
    /// The same with the gutters on both sides.
    pub room: Panel,
    /// The value axis.
    pub ticks: Ticks,
    outer: Panel,
    head: &'a str,
    texts: Vec<String>,
}

impl<'a> Field<'a> {
    /// Lays a field out; nothing where there is no room for one.
    pub fn new(
        outer: Panel,
        margins: &Margins<'a>,
        (low, high): (f64, f64),
        axis: &Axis,
    ) -> Option<Field<'a>> {
        let room = outer.shrunk(0.0, margins.head_px, 0.0, margins.below_px);
        if room.height() < 24.0 || outer.width() < LEAST_WIDTH_PX {
            return None;
        }
        let ticks = open_ticks(low, high, axis, (room.height() / TICK_PITCH_PX) as usize);
        let texts = tick_texts(&ticks, &axis.unit);
        let tick = Lettering::new(AXIS_PX, Role::InkThird);
        let widths = texts.iter().map(|text| tick.width_px(text));
        let gutter = widths.fold(0.0, f64::max).min(outer.width() * 0.3) + TICK_GAP_PX;
        let panel = room.shrunk(gutter, 0.0, margins.right_px.max(6.0), 0.0);
        (panel.width() >= 10.0).then_some(Field {
            panel,
            room,
            ticks,
            outer,
            head: margins.head,
            texts,
        })
    }

    /// Grid lines with their numbers, and the text above.
    pub fn draw(&self, pen: &Pen, plot: &Plot) {
        let tick = Lettering::new(AXIS_PX, Role::InkThird);
        let field = self.panel;
        let most_px = field.left - self.outer.left - TICK_GAP_PX;
        for (value, text) in self.ticks.values.iter().zip(&self.texts) {
            let y = plot.y(*value);
            pen.rule(field.left, field.right, y, Role::Hairline);
            let text = text_width::fitted(text, AXIS_PX, false, most_px);
            pen.text(&text, field.left - TICK_GAP_PX, y, tick.end());
        }
        let text = text_width::fitted(self.head, AXIS_PX, false, self.outer.width());
        pen.text(&text, self.outer.left, self.outer.top + 7.0, tick);
    }
}

fn tick_texts(ticks: &Ticks, unit: &str) -> Vec<String> {
    let text = |value: &f64| tick_text(*value, ticks.decimals);
    let mut texts: Vec<String> = ticks.values.iter().map(text).collect();
    if let Some(top) = texts.last_mut().filter(|_| is_sign(unit)) {
        top.push_str(unit);
    }
    texts
}

/// The height above a field for its head.
pub(super) fn head_px(head: &str) -> f64 {
    if head.is_empty() { 8.0 } else { 22.0 }
}

/// Numbers below a field, a short or a long line at each, the unit at the last one. `lines` says
/// from where to where the lines go; numbers without room are left out.
pub(super) fn letter_across(
    pen: &Pen,
    plot: &Plot,
    ticks: &Ticks,
    (unit, lines, y): (&str, (f64, f64), f64),
    panel: Panel,
) {
    let lettering = Lettering::new(AXIS_PX, Role::InkThird);
    let mut taken = panel.right + 6.0;
    for (index, value) in ticks.values.iter().enumerate().rev() {
        let x = plot.x(*value);
        let role = if *value == 0.0 {
            Role::InkThird
        } else {
            Role::Hairline
        };
        pen.upright(x, lines.0, lines.1, role);
        let mut text = tick_text(*value, ticks.decimals);
        // The sign hangs behind its number, so that the number stands under its line.
        let number_px = lettering.width_px(&text);
        if index + 1 == ticks.values.len() && is_sign(unit) {
            text.push_str(unit);
        }
        let width_px = lettering.width_px(&text);
        let left = (x - number_px / 2.0).max(panel.left);
        // The last number is moved in where its sign would leave the panel.
        let left = left.min(panel.right - width_px);
        if left + width_px + 6.0 <= taken + 0.01 {
            pen.text(&text, left, y, lettering);
            taken = left;
        }
    }
}

/// The benchmark's name over at most two lines, its value below.
pub(super) fn benchmark_lines(benchmark: &Benchmark, width_px: f64) -> Vec<String> {
    let room_px = (width_px * 0.2).clamp(48.0, 110.0);
    let mut lines = text_width::wrapped(&benchmark.label, LABEL_PX, true, room_px, 2);
    if !benchmark.value_text.is_empty() {
        let value = text_width::fitted(&benchmark.value_text, LABEL_PX, true, room_px);
        lines.push(value);
    }
    lines
}

/// The width that the benchmark's name takes beside the field, with its gap.
pub(super) fn benchmark_px(lines: &[String]) -> f64 {
    let width = |line: &String| text_width::width_px(line, LABEL_PX, true);
    match lines {
        [] => 0.0,
        _ => lines.iter().map(width).fold(0.0, f64::max) + 8.0,
    }
}

/// Letters the benchmark's name at its line.
pub(super) fn letter_benchmark(pen: &Pen, lines: &[String], left: f64, y: f64, room: Panel) {
    let half = lines.len() as f64 * LINE_PX / 2.0;
    let top = (y - half).min(room.bottom - 2.0 * half).max(room.top - 6.0);
    let lettering = Lettering::new(LABEL_PX, Role::Ink).bold();
    for (index, line) in lines.iter().enumerate() {
        let line_y = top + (index as f64 + 0.5) * LINE_PX;
        pen.text(line, left, line_y, lettering);
    }
}

/// The lines below a figure: its title of the axis across, its caption and its note.
pub(super) struct Notes {
    title: String,
    lines: Vec<String>,
}

impl Notes {
    /// Breaks the texts to a width.
    pub fn new(title: &str, caption: &str, note: &str, width_px: f64) -> Notes {
        let mut lines = text_width::wrapped(caption, AXIS_PX, false, width_px, 4);
        lines.extend(text_width::wrapped(note, AXIS_PX, false, width_px, 4));
        Notes {
            title: text_width::fitted(title, AXIS_PX, false, width_px),
            lines,
        }
    }

    /// How tall they are.
    pub fn height_px(&self) -> f64 {
        let title_px = if self.title.is_empty() { 0.0 } else { LINE_PX };
        let lines_px = match self.lines.len() {
            0 => 0.0,
            count => NOTE_GAP_PX + count as f64 * LINE_PX,
        };
        title_px + lines_px
    }

    /// Letters them at the foot of `panel`, the title in the middle of the field.
    pub fn draw(&self, pen: &Pen, field: Panel, panel: Panel) {
        if panel.height() < self.height_px() || panel.width() < LEAST_WIDTH_PX {
            return;
        }
        let quiet = Lettering::new(AXIS_PX, Role::InkThird);
        let middle = (field.left + field.right) / 2.0;
        let y = panel.bottom - self.height_px() + LINE_PX / 2.0;
        pen.text(&self.title, middle, y, quiet.middle());
        let mut y = panel.bottom - (self.lines.len() as f64 - 0.5) * LINE_PX;
        for line in &self.lines {
            pen.text(line, panel.left, y, quiet);
            y += LINE_PX;
        }
    }
}

/// Draws a curve in data units; what leaves the axis from `low` to `high`, and what runs along
/// its ends, is left out. Gives back where it was drawn, in CSS pixels.
pub(super) fn curve(
    pen: &Pen,
    plot: &Plot,
    points: &[(f64, f64)],
    (low, high): (f64, f64),
    stroke: Stroke,
) -> Vec<(f64, f64)> {
    let mut drawn = Vec::new();
    let mut run: Vec<(f64, f64)> = Vec::new();
    for pair in points.windows(2) {
        let &[(x0, y0), (x1, y1)] = pair else {
            continue;
        };
        let at = |share: f64| plot.place(x0 + (x1 - x0) * share, y0 + (y1 - y0) * share);
        // The shares of the way at which the segment enters and leaves.
        let (enter, leave) = if y0 == y1 {
            let is_inside = y0 > low && y0 < high;
            (0.0, if is_inside { 1.0 } else { -1.0 })
        } else {
            let (one, other) = ((low - y0) / (y1 - y0), (high - y0) / (y1 - y0));
            (one.min(other).max(0.0), one.max(other).min(1.0))
        };
        if enter >= leave {
            finish(pen, &mut run, &mut drawn, stroke);
            continue;
        }
        if enter > 0.0 || run.is_empty() {
            finish(pen, &mut run, &mut drawn, stroke);
            run.push(at(enter));
        }
        run.push(at(leave));
        if leave < 1.0 {
            finish(pen, &mut run, &mut drawn, stroke);
        }
    }
    finish(pen, &mut run, &mut drawn, stroke);
    drawn
}

fn finish(pen: &Pen, run: &mut Vec<(f64, f64)>, drawn: &mut Vec<(f64, f64)>, stroke: Stroke) {
    if run.len() > 1 {
        pen.path(run, stroke);
    }
    drawn.append(run);
}
