//! Labelled bars on paper: names in a gutter, bars from zero, values at their ends, the
//! benchmark as one line. Where an order was refused there are no bars: names and values only,
//! since lengths side by side would be compared. It must not know why an order is refused.

use crate::figure::{Arrangement, Axis, Emphasis, Mark, RankedBars};

use super::axis::{Ticks, close_ticks, extent_within, tame, unit_in_words};
use super::bar_rows::{self, Row};
use super::field::letter_across;
use super::geometry::Panel;
use super::glyph::{self, arrow};
use super::hit::Hit;
use super::pen::{Lettering, Pen, Plot, stroke};
use super::scene::Ink;
use super::text_width;
use super::theme::{AXIS_PX, LABEL_PX, LEAST_WIDTH_PX, Role};

const VALUE_GAP_PX: f64 = 6.0;
const BENCHMARK_ROW_PX: f64 = 22.0;
const AXIS_ROW_PX: f64 = 22.0;
const CAPTION_LINE_PX: f64 = 16.0;
/// Room before the lowest dot, as a share of the range.
const DOT_ROOM: f64 = 0.06;

/// How tall the bars like to be, in px, at a width.
pub(super) fn natural_height_px(bars: &RankedBars, width_px: f64) -> f64 {
    let rows = bar_rows::Rows::new(bars, width_px, 2);
    let (above, below) = margins(bars, width_px);
    above + rows.pitch_px * rows.list.len() as f64 + below
}

/// What stands above the rows and below them, in px.
fn margins(bars: &RankedBars, width_px: f64) -> (f64, f64) {
    let captions = caption_lines(bars, width_px).len() as f64 * CAPTION_LINE_PX;
    let caption_px = if captions > 0.0 { captions + 6.0 } else { 0.0 };
    if bars.arrangement == Arrangement::SideBySide {
        return (4.0, 4.0 + caption_px);
    }
    let has_top_row = benchmark(bars).is_some() || !unit_in_words(&bars.axis).is_empty();
    let above = if has_top_row { BENCHMARK_ROW_PX } else { 4.0 };
    (above, AXIS_ROW_PX + caption_px)
}

fn caption_lines(bars: &RankedBars, width_px: f64) -> Vec<String> {
    text_width::wrapped(&bars.caption, AXIS_PX, false, width_px, 4)
}

/// The benchmark that is drawn, with a value an axis can bear.
fn benchmark(bars: &RankedBars) -> Option<(&crate::figure::Benchmark, f64)> {
    if bars.arrangement == Arrangement::SideBySide {
        return None;
    }
    let benchmark = bars.benchmark.as_ref()?;
    Some((benchmark, tame(benchmark.value)?))
}

/// Draws the bars into `panel`.
pub(super) fn draw(bars: &RankedBars, pen: &mut Pen, panel: Panel) {
    let mut rows = bar_rows::Rows::new(bars, panel.width(), 2);
    let (above, below) = margins(bars, panel.width());
    let room = panel.shrunk(0.0, above, 0.0, below);
    if rows.list.is_empty() || room.height() < 16.0 || panel.width() < LEAST_WIDTH_PX {
        return;
    }
    let pitch = (room.height() / rows.list.len() as f64).min(rows.pitch_px * 1.25);
    if pitch < rows.tallest_text_px() {
        rows = bar_rows::Rows::new(bars, panel.width(), 1);
    }
    let bottom = room.top + pitch * rows.list.len() as f64;
    let field_bottom = room.top + pitch * bars.marks.len() as f64;
    let field = Panel {
        bottom: field_bottom,
        ..room
    };
    let sheet = Sheet::new(bars, &rows, field, pitch);

    if bars.arrangement == Arrangement::SideBySide {
        sheet.separators(pen, panel);
    } else if !bars.marks.is_empty() {
        if bars.arrangement == Arrangement::Dotted {
            sheet.leaders(pen);
        }
        sheet.grid(pen, panel, &bars.axis);
    }
    sheet.rows(pen, panel);
    let captions = caption_lines(bars, panel.width());
    let first = bottom + below - captions.len() as f64 * CAPTION_LINE_PX;
    for (index, line) in captions.iter().enumerate() {
        let y = first + (index as f64 + 0.5) * CAPTION_LINE_PX;
        pen.text(line, panel.left, y, Lettering::new(AXIS_PX, Role::InkThird));
    }
}

/// The middle of the row above the bars.
fn top_row(field: Panel) -> f64 {
    field.top - BENCHMARK_ROW_PX / 2.0 - 1.0
}

/// Everything that is known once the gutters are measured.
struct Sheet<'a> {
    bars: &'a RankedBars,
    rows: &'a bar_rows::Rows<'a>,
    ticks: Ticks,
    plot: Plot,
    zero: f64,
    line: Option<f64>,
    pitch: f64,
}

impl<'a> Sheet<'a> {
    fn new(
        bars: &'a RankedBars,
        rows: &'a bar_rows::Rows<'a>,
        room: Panel,
        pitch: f64,
    ) -> Sheet<'a> {
        let line = benchmark(bars).map(|(benchmark, _)| benchmark);
        let held = extent_within(bars.marks.iter(), line, bars.axis.reach);
        let (low, high) = held.unwrap_or((0.0, 0.0));
        let is_dotted = bars.arrangement == Arrangement::Dotted;
        let (low, high) = match is_dotted {
            // A dot at the very end would be half hidden.
            true => (low - (high - low) * DOT_ROOM, high),
            false => (low.min(0.0), high.max(0.0)),
        };
        let after = rows.value_px + VALUE_GAP_PX;
        let before = if low < 0.0 && !is_dotted { after } else { 0.0 };
        let field = room.shrunk(rows.gutter_px + before, 0.0, after, 0.0);
        // A narrow phone keeps at least a few pixels of bar, whatever the texts want.
        let field = Panel {
            right: field.right.max(field.left + 8.0),
            ..field
        };
        // Zero tells how long bars are; of a range several numbers must.
        let (least, apart_px) = if is_dotted { (4, 40.0) } else { (2, 56.0) };
        let most = ((field.width() / apart_px) as usize).clamp(least, 6);
        let ticks = close_ticks(low, high, &bars.axis, most);
        let plot = Plot::new(field, (ticks.low, ticks.high), (0.0, 1.0));
        let zero = match bars.arrangement {
            Arrangement::Ranked => plot.x(0.0),
            Arrangement::Dotted | Arrangement::SideBySide => room.left + rows.gutter_px,
        };
        let line = benchmark(bars).map(|(_, value)| plot.x(value));
        Sheet {
            bars,
            rows,
            ticks,
            plot,
            zero,
            line,
            pitch,
        }
    }

    /// The middle of a row. Areas without a value stand below the axis.
    fn middle(&self, index: usize) -> f64 {
        let is_below = index >= self.bars.marks.len();
        let is_ranked = self.bars.arrangement != Arrangement::SideBySide;
        let axis_px = if is_below && is_ranked {
            AXIS_ROW_PX
        } else {
            0.0
        };
        self.plot.panel.top + (index as f64 + 0.5) * self.pitch + axis_px
    }

    fn separators(&self, pen: &Pen, panel: Panel) {
        for index in 0..=self.rows.list.len() {
            let y = self.plot.panel.top + index as f64 * self.pitch;
            pen.rule(panel.left, panel.right, y, Role::Hairline);
        }
    }

    /// Grid lines, their numbers below, and the one unit at the end.
    fn grid(&self, pen: &Pen, panel: Panel, axis: &Axis) {
        let field = self.plot.panel;
        let y = field.bottom + AXIS_ROW_PX / 2.0 + 1.0;
        let lines = (field.top, field.bottom);
        letter_across(pen, &self.plot, &self.ticks, (&axis.unit, lines, y), panel);
    }

    /// A hairline from the name of each dot across the field, for the eye to follow.
    fn leaders(&self, pen: &Pen) {
        let field = self.plot.panel;
        for index in 0..self.bars.marks.len() {
            let y = self.middle(index).round();
            pen.rule(field.left, field.right, y, Role::Hairline);
        }
    }

    fn rows(&self, pen: &mut Pen, panel: Panel) {
        let field = self.plot.panel;
        if self.bars.arrangement != Arrangement::SideBySide {
            for (index, mark) in self.bars.marks.iter().enumerate() {
                match self.bars.arrangement {
                    Arrangement::Dotted => self.dot(pen, mark, self.middle(index)),
                    _ => self.bar(pen, mark, self.middle(index)),
                }
            }
            let name = self.benchmark(pen, panel);
            self.unit(pen, panel, name);
        }
        let mut named_until = field.top - 3.0;
        for (index, row) in self.rows.list.iter().enumerate() {
            let y = self.middle(index);
            // Where rows are closer than letters are tall, only every few are named.
            let half_text = self.rows.text_height_px(index) / 2.0;
            let (from, to) = self.lettering_room(row);
            let is_named = y - half_text >= named_until.max(from) && y + half_text <= to;
            if is_named {
                named_until = y + half_text - 0.5;
                self.rows.name(pen, index, panel.left, y);
            }
            let beside = |text: &str, lettering: Lettering| {
                let left = self.zero + VALUE_GAP_PX;
                let room = panel.right - left;
                let text = text_width::fitted(text, LABEL_PX, lettering.bold, room);
                match is_named {
                    true => pen.text(&text, left, y, lettering).right,
                    false => self.zero,
                }
            };
            let end = match (row, self.bars.arrangement) {
                (Row::Value(mark), Arrangement::Ranked | Arrangement::Dotted) => {
                    self.value(pen, mark, y, is_named)
                }
                (Row::Value(mark), Arrangement::SideBySide) => {
                    beside(&mark.value_text, lettering(mark))
                }
                (Row::Missing(missing), _) => {
                    let quiet = Lettering::new(LABEL_PX, Role::InkThird);
                    beside(&missing.reason, quiet.halo());
                    self.zero
                }
            };
            let half = self.pitch / 2.0;
            pen.hit(Hit {
                key: row.key(),
                region: Panel::new(panel.left, y - half, panel.right, y + half),
                extent: match self.bars.arrangement {
                    Arrangement::Dotted => Panel::new(end - half, y - half, end + half, y + half),
                    _ => Panel::new(self.zero.min(end), y - half, self.zero.max(end), y + half),
                },
                x_px: end,
                y_px: y,
            });
        }
    }

    /// Between which heights the texts of a row have to stay: bars above the axis, areas without
    /// a value below it.
    fn lettering_room(&self, row: &Row) -> (f64, f64) {
        let last = self.middle(self.rows.list.len().saturating_sub(1)) + self.pitch / 2.0;
        let middle = self.plot.panel.bottom;
        match (row, self.bars.arrangement) {
            (_, Arrangement::SideBySide) => (self.plot.panel.top - 3.0, last + 4.0),
            (Row::Value(_), _) => (self.plot.panel.top - 3.0, middle + 5.0),
            (Row::Missing(_), _) => (middle + AXIS_ROW_PX - 4.0, last + 4.0),
        }
    }

    /// The benchmark's line with its name at its top; gives back the box of the name.
    fn benchmark(&self, pen: &Pen, panel: Panel) -> Option<Panel> {
        let (benchmark, _) = benchmark(self.bars)?;
        let (x, field) = (self.line?, self.plot.panel);
        let ends = [(x, field.top - 4.0), (x, field.bottom)];
        pen.path(&ends, stroke(Role::Ink, 1.25));
        let bold = Lettering::new(LABEL_PX, Role::Ink).bold().middle();
        let mut text = benchmark.label.clone();
        if !benchmark.value_text.is_empty() {
            text.push(' ');
            text.push_str(&benchmark.value_text);
        }
        let text = text_width::fitted(&text, LABEL_PX, true, panel.width());
        Some(pen.text(&text, x, top_row(field), bold))
    }

    /// The unit in words, above the names; right of the benchmark's name where that is there.
    fn unit(&self, pen: &Pen, panel: Panel, taken: Option<Panel>) {
        let unit = unit_in_words(&self.bars.axis);
        if unit.is_empty() {
            return;
        };
        let quiet = Lettering::new(AXIS_PX, Role::InkThird);
        let y = top_row(self.plot.panel);
        let (left_px, right_px) = match taken {
            Some(name) => (name.left - panel.left - 8.0, panel.right - name.right - 8.0),
            None => (panel.width(), 0.0),
        };
        let unit_px = quiet.width_px(unit);
        if unit_px <= left_px || left_px >= right_px {
            let text = text_width::fitted(unit, AXIS_PX, false, left_px);
            pen.text(&text, panel.left, y, quiet);
        } else {
            let text = text_width::fitted(unit, AXIS_PX, false, right_px);
            pen.text(&text, panel.right, y, quiet.end());
        }
    }

    fn thickness(&self) -> f64 {
        (self.pitch * 0.56).clamp(1.0, 14.0)
    }

    fn bar(&self, pen: &Pen, mark: &Mark, y: f64) {
        let Some(value) = tame(mark.value) else {
            return;
        };
        let half = (self.thickness() / 2.0).round().max(0.5);
        let end = self.plot.x(value);
        let y = y.round();
        let panel = Panel::new(self.zero.min(end), y - half, self.zero.max(end), y + half);
        let ink = Ink::of(glyph::role(mark.status));
        if glyph::is_hollow(mark.status) {
            pen.rect(panel, Ink::of(Role::Surface));
            let inner = panel.shrunk(0.5, 0.5, 0.5, 0.5);
            pen.frame(inner, glyph::outline(mark.status));
        } else {
            pen.rect(panel, ink);
        }
        if let Some((low, high)) = mark.interval.filter(|(low, high)| low <= high) {
            let ends = [(self.plot.x(low), y), (self.plot.x(high), y)];
            pen.path(&ends, stroke(Role::Surface, 3.0));
            pen.path(&ends, stroke(Role::Ink, 1.25));
            self.arrows(pen, (low, high), y);
        }
    }

    /// Where an interval runs beyond the axis.
    fn arrows(&self, pen: &Pen, (low, high): (f64, f64), y: f64) {
        let (field, ink) = (self.plot.panel, Ink::of(Role::Ink));
        if low < self.ticks.low {
            arrow(pen, (field.left, y), (-1.0, 0.0), ink);
        }
        if high > self.ticks.high {
            arrow(pen, (field.right, y), (1.0, 0.0), ink);
        }
    }

    /// A dot with its interval.
    fn dot(&self, pen: &Pen, mark: &Mark, y: f64) {
        let Some(value) = tame(mark.value) else {
            return;
        };
        let y = y.round();
        if let Some((low, high)) = mark.interval.filter(|(low, high)| low <= high) {
            let ends = [(self.plot.x(low), y), (self.plot.x(high), y)];
            pen.path(&ends, stroke(Role::Ink, 1.25));
            self.arrows(pen, (low, high), y);
        }
        let place = (self.plot.x(value), y);
        let radius = (self.thickness() * 0.36).clamp(2.0, 4.5);
        match glyph::is_hollow(mark.status) {
            true => {
                pen.disc(place, radius, Ink::of(Role::Surface));
                pen.ring(place, radius, glyph::outline(mark.status));
            }
            false => pen.disc(place, radius, Ink::of(glyph::role(mark.status))),
        }
    }

    /// The value in words at the bar's end, beyond the benchmark line where that is in the way.
    /// Gives back the bar's end.
    fn value(&self, pen: &Pen, mark: &Mark, y: f64, is_named: bool) -> f64 {
        let lettering = lettering(mark);
        let value = tame(mark.value);
        let end = value.map_or(self.zero, |value| self.plot.x(value));
        if !is_named || mark.value_text.is_empty() {
            return end;
        }
        let room = pen.bounds().width() / 2.0;
        let text = text_width::fitted(&mark.value_text, LABEL_PX, lettering.bold, room);
        let width = lettering.width_px(&text);
        let (low, high) = mark.interval.unwrap_or((mark.value, mark.value));
        let is_blocked = |left: f64, right: f64| {
            self.line
                .is_some_and(|line| line + 3.0 > left && line - 3.0 < right)
        };
        let is_dot = self.bars.arrangement == Arrangement::Dotted;
        if value.is_some_and(|value| value < 0.0) && !is_dot {
            let tip = tame(low).map_or(end, |low| self.plot.x(low).min(end));
            let right = tip - VALUE_GAP_PX;
            let line = self.line.filter(|_| is_blocked(right - width, right));
            pen.text(
                &text,
                line.unwrap_or(tip) - VALUE_GAP_PX,
                y,
                lettering.end(),
            );
        } else {
            let tip = tame(high).map_or(end, |high| self.plot.x(high).max(end));
            let left = tip + VALUE_GAP_PX;
            let line = self.line.filter(|_| is_blocked(left, left + width));
            pen.text(&text, line.unwrap_or(tip) + VALUE_GAP_PX, y, lettering);
        }
        end
    }
}

/// How a value is lettered.
fn lettering(mark: &Mark) -> Lettering {
    let mut lettering = Lettering::new(LABEL_PX, Role::Ink).halo();
    lettering.bold = mark.emphasis == Emphasis::Picked;
    lettering
}
