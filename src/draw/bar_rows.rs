//! The rows of a bar chart: the gutter of names, measured and lettered. It must not know bars.

use crate::figure::{Emphasis, Mark, MissingMark, RankedBars};

use super::glyph;
use super::pen::{Lettering, Pen};
use super::text_width;
use super::theme::{AXIS_PX, LABEL_PX, Role};

const GLYPH_PX: f64 = 16.0;
const GUTTER_GAP_PX: f64 = 10.0;
const LINE_PX: f64 = 15.0;
const ROW_PX: f64 = 24.0;

/// One row: a mark, or an area without a value.
#[derive(Clone, Copy)]
pub(super) enum Row<'a> {
    Value(&'a Mark),
    Missing(&'a MissingMark),
}

impl Row<'_> {
    pub fn key(&self) -> u32 {
        match self {
            Row::Value(mark) => mark.key,
            Row::Missing(missing) => missing.key,
        }
    }

    fn label(&self) -> &str {
        match self {
            Row::Value(mark) => &mark.label,
            Row::Missing(missing) => &missing.label,
        }
    }

    fn detail(&self) -> &str {
        match self {
            Row::Value(mark) => &mark.detail,
            Row::Missing(_) => "",
        }
    }

    fn is_picked(&self) -> bool {
        matches!(self, Row::Value(mark) if mark.emphasis == Emphasis::Picked)
    }
}

/// A name as it is lettered: one or two lines, and the quieter text beside or below.
struct Name {
    lines: Vec<String>,
    detail: String,
    is_detail_beside: bool,
}

/// All rows, with the widths that the bars have to leave free.
pub(super) struct Rows<'a> {
    /// The rows, top to bottom.
    pub list: Vec<Row<'a>>,
    /// Width of verdict signs and names, gap included, in px.
    pub gutter_px: f64,
    /// Width of the widest value text, in px.
    pub value_px: f64,
    /// How far rows like to stand apart, in px.
    pub pitch_px: f64,
    names: Vec<Name>,
    glyph_px: f64,
}

impl<'a> Rows<'a> {
    /// Measures the rows of a chart of the given width; a name takes at most `most_lines`.
    pub fn new(bars: &'a RankedBars, width_px: f64, most_lines: usize) -> Rows<'a> {
        let marks = bars.marks.iter().map(Row::Value);
        let list: Vec<Row> = marks.chain(bars.missing.iter().map(Row::Missing)).collect();
        let is_judged = bars.marks.iter().any(|mark| glyph::is_judged(mark.status));
        let glyph_px = if is_judged { GLYPH_PX } else { 0.0 };

        let room_px = (width_px * 0.36).min(260.0) - glyph_px;
        let names: Vec<Name> = list
            .iter()
            .map(|row| name(row, room_px, most_lines))
            .collect();
        let name_px = names
            .iter()
            .zip(&list)
            .map(|(name, row)| name.width_px(row.is_picked()));
        let name_px = name_px.fold(0.0, f64::max).min(room_px);
        let value_px = bars.marks.iter().map(|mark| {
            let bold = mark.emphasis == Emphasis::Picked;
            text_width::width_px(&mark.value_text, LABEL_PX, bold)
        });
        let value_px = value_px.fold(0.0, f64::max).min(width_px * 0.3);
        let tallest = names.iter().map(Name::line_count).max().unwrap_or(1);
        let pitch_px = ROW_PX + LINE_PX * tallest.saturating_sub(1) as f64 * 0.8;
        let gutter_px = glyph_px + name_px + GUTTER_GAP_PX;
        Rows {
            list,
            gutter_px,
            value_px,
            pitch_px,
            names,
            glyph_px,
        }
    }

    /// How tall the name of a row is, in px.
    pub fn text_height_px(&self, index: usize) -> f64 {
        self.names.get(index).map_or(1, Name::line_count) as f64 * LINE_PX - 2.0
    }

    /// How tall the tallest name is, in px.
    pub fn tallest_text_px(&self) -> f64 {
        let heights = (0..self.names.len()).map(|index| self.text_height_px(index));
        heights.fold(0.0, f64::max)
    }

    /// Letters the name of a row, its sign before it.
    pub fn name(&self, pen: &Pen, index: usize, left: f64, y: f64) {
        let (Some(row), Some(name)) = (self.list.get(index), self.names.get(index)) else {
            return;
        };
        if let Row::Value(mark) = row
            && glyph::is_judged(mark.status)
        {
            glyph::draw(pen, mark.status, (left + 5.0, y), 4.0);
        }
        let left = left + self.glyph_px;
        let role = match row {
            Row::Value(_) => Role::Ink,
            Row::Missing(_) => Role::InkSecond,
        };
        let mut lettering = Lettering::new(LABEL_PX, role);
        lettering.bold = row.is_picked();
        let quiet = Lettering::new(AXIS_PX, Role::InkThird);
        let mut line_y = y - (name.line_count() as f64 - 1.0) * LINE_PX / 2.0;
        let mut right = left;
        for line in &name.lines {
            right = pen.text(line, left, line_y, lettering).right;
            line_y += LINE_PX;
        }
        if name.is_detail_beside {
            pen.text(&name.detail, right + 5.0, line_y - LINE_PX, quiet);
        } else if !name.detail.is_empty() {
            pen.text(&name.detail, left, line_y, quiet);
        }
    }
}

impl Name {
    fn line_count(&self) -> usize {
        let below = usize::from(!self.detail.is_empty() && !self.is_detail_beside);
        (self.lines.len() + below).max(1)
    }

    fn width_px(&self, bold: bool) -> f64 {
        let widths = self
            .lines
            .iter()
            .map(|line| text_width::width_px(line, LABEL_PX, bold));
        let widest = widths.fold(0.0, f64::max);
        let detail_px = text_width::width_px(&self.detail, AXIS_PX, false);
        if self.is_detail_beside {
            widest + 5.0 + detail_px
        } else {
            widest.max(detail_px)
        }
    }
}

fn name(row: &Row, room_px: f64, most_lines: usize) -> Name {
    let bold = row.is_picked();
    let label_px = text_width::width_px(row.label(), LABEL_PX, bold);
    let detail_px = text_width::width_px(row.detail(), AXIS_PX, false);
    let is_detail_beside = !row.detail().is_empty() && label_px + 5.0 + detail_px <= room_px;
    let is_detail_below = !row.detail().is_empty() && !is_detail_beside && most_lines > 1;
    let label_lines = most_lines - usize::from(is_detail_below);
    let detail = if is_detail_below || is_detail_beside {
        row.detail()
    } else {
        ""
    };
    Name {
        lines: text_width::wrapped(row.label(), LABEL_PX, bold, room_px, label_lines),
        detail: text_width::fitted(detail, AXIS_PX, false, room_px),
        is_detail_beside,
    }
}
