//! Parts of a whole on paper: names in a gutter, bars in falling order, the cumulative share and a
//! third figure in columns of their own. It must not know what the parts are.

use crate::figure::{Emphasis, Pareto, ParetoBar};

use super::axis::{close_ticks, extent_of, tame, unit_in_words};
use super::field::{Notes, TICK_ROW_PX, letter_across};
use super::geometry::Panel;
use super::glyph;
use super::hit::Hit;
use super::pen::{Lettering, Pen, Plot};
use super::scene::Ink;
use super::text_width;
use super::theme::{AXIS_PX, LABEL_PX, LEAST_WIDTH_PX, Role};

const ROW_PX: f64 = 24.0;
const HEAD_LINE_PX: f64 = 14.0;
const HEAD_LINES: usize = 2;
const GUTTER_GAP_PX: f64 = 10.0;
const VALUE_GAP_PX: f64 = 6.0;
const COLUMN_GAP_PX: f64 = 14.0;
const LEAST_FIELD_PX: f64 = 48.0;

/// Everything that is known once the texts are measured.
struct Sheet<'a> {
    pareto: &'a Pareto,
    gutter_px: f64,
    value_px: f64,
    /// The columns on the right: their heads in lines, and their widths with their gaps.
    columns: Vec<(Vec<String>, f64)>,
    notes: Notes,
}

impl<'a> Sheet<'a> {
    fn new(pareto: &'a Pareto, width_px: f64) -> Sheet<'a> {
        let width = |text: &str, size_px: f64| text_width::width_px(text, size_px, false);
        let bars = || pareto.bars.iter();
        let names = bars().map(|bar| width(&bar.mark.label, LABEL_PX));
        let known = bars().filter(|bar| bar.mark.value.is_finite());
        let values = known.map(|bar| width(&bar.mark.value_text, LABEL_PX));
        let cumulative = bars().map(|bar| width(&bar.cumulative_text, LABEL_PX));
        let rates = bars().map(|bar| width(&bar.rate_text, LABEL_PX));
        let column = |head: &str, text_px: f64| {
            let most_px = (width_px * 0.18).max(text_px);
            let lines = text_width::wrapped(head, AXIS_PX, false, most_px, HEAD_LINES);
            let head_px = lines.iter().map(|line| width(line, AXIS_PX));
            let widest_px = head_px.fold(text_px, f64::max).min(width_px * 0.25);
            (lines, widest_px + COLUMN_GAP_PX)
        };
        let mut columns = Vec::new();
        if !pareto.cumulative_label.is_empty() {
            columns.push(column(
                &pareto.cumulative_label,
                cumulative.fold(0.0, f64::max),
            ));
        }
        if !pareto.rate_label.is_empty() {
            columns.push(column(&pareto.rate_label, rates.fold(0.0, f64::max)));
        }
        let gutter_px = names.fold(0.0, f64::max).min(width_px * 0.3) + GUTTER_GAP_PX;
        // A rounded end of a bar must not cost its text a letter.
        let value_px = values.fold(0.0, f64::max).min(width_px * 0.3) + VALUE_GAP_PX + 2.0;
        let left_px = |columns: &[(Vec<String>, f64)]| {
            let columns_px: f64 = columns.iter().map(|(_, width_px)| width_px).sum();
            width_px - gutter_px - value_px - columns_px
        };
        // Bars come before columns, which are told of a bar that is pointed at and in the table.
        while left_px(&columns) < LEAST_FIELD_PX && columns.pop().is_some() {}
        Sheet {
            pareto,
            gutter_px,
            value_px,
            columns,
            notes: Notes::new("", &pareto.caption, &pareto.note, width_px),
        }
    }

    fn head_px(&self) -> f64 {
        let lines = self.columns.iter().map(|(lines, _)| lines.len());
        lines.max().unwrap_or(0).max(1) as f64 * HEAD_LINE_PX + 6.0
    }

    fn columns_px(&self) -> f64 {
        self.columns.iter().map(|(_, width_px)| width_px).sum()
    }

    fn rows_px(&self) -> f64 {
        self.pareto.bars.len() as f64 * ROW_PX
    }
}

/// How tall the bars like to be, in px, at a width.
pub(super) fn natural_height_px(pareto: &Pareto, width_px: f64) -> f64 {
    let sheet = Sheet::new(pareto, width_px);
    sheet.head_px() + sheet.rows_px() + TICK_ROW_PX + sheet.notes.height_px()
}

/// Draws the bars into `panel`.
pub(super) fn draw(pareto: &Pareto, pen: &mut Pen, panel: Panel) {
    let sheet = Sheet::new(pareto, panel.width());
    let below_px = TICK_ROW_PX + sheet.notes.height_px();
    let room = panel.shrunk(0.0, sheet.head_px(), 0.0, below_px);
    let right_px = sheet.value_px + sheet.columns_px();
    let field = room.shrunk(sheet.gutter_px, 0.0, right_px, 0.0);
    let has_room = room.height() + 0.5 >= sheet.rows_px() && field.width() >= 16.0;
    if pareto.bars.is_empty() || !has_room || panel.width() < LEAST_WIDTH_PX {
        return;
    }
    let field = Panel {
        bottom: field.top + sheet.rows_px(),
        ..field
    };
    let values: Vec<f64> = pareto.bars.iter().map(|bar| bar.mark.value).collect();
    let (low, high) = extent_of(&values).unwrap_or((0.0, 0.0));
    let most = ((field.width() / 56.0) as usize).clamp(2, 6);
    let ticks = close_ticks(low.min(0.0), high.max(0.0), &pareto.axis, most);
    let plot = Plot::new(field, (ticks.low, ticks.high), (0.0, 1.0));
    let y = field.bottom + TICK_ROW_PX / 2.0 + 1.0;
    let lines = (field.top, field.bottom);
    letter_across(pen, &plot, &ticks, (&pareto.axis.unit, lines, y), panel);
    heads(pen, &sheet, panel, field.top);
    for (index, bar) in pareto.bars.iter().enumerate() {
        let top = field.top + index as f64 * ROW_PX;
        row(pen, &sheet, &plot, bar, (top, panel));
    }
    sheet.notes.draw(pen, field, panel);
}

/// The unit over the names, and what heads the columns.
fn heads(pen: &Pen, sheet: &Sheet, panel: Panel, field_top: f64) {
    let quiet = Lettering::new(AXIS_PX, Role::InkThird);
    let foot = field_top - 5.0;
    let unit = unit_in_words(&sheet.pareto.axis);
    let room_px = panel.width() - sheet.columns_px() - COLUMN_GAP_PX;
    let unit = text_width::fitted(unit, AXIS_PX, false, room_px);
    pen.text(&unit, panel.left, foot - HEAD_LINE_PX / 2.0, quiet);
    let mut right = panel.right;
    for (lines, width_px) in sheet.columns.iter().rev() {
        let first = foot - lines.len() as f64 * HEAD_LINE_PX + HEAD_LINE_PX / 2.0;
        for (index, line) in lines.iter().enumerate() {
            let line = text_width::fitted(line, AXIS_PX, false, width_px - COLUMN_GAP_PX);
            let y = first + index as f64 * HEAD_LINE_PX;
            pen.text(&line, right, y, quiet.end());
        }
        right -= width_px;
    }
}

fn row(pen: &mut Pen, sheet: &Sheet, plot: &Plot, bar: &ParetoBar, (top, panel): (f64, Panel)) {
    let (zero, field) = (plot.x(0.0), plot.panel);
    let y = (top + ROW_PX / 2.0).round();
    let bold = bar.mark.emphasis > Emphasis::None;
    let mut name = Lettering::new(LABEL_PX, Role::Ink);
    name.bold = bold;
    let most_px = field.left - panel.left - GUTTER_GAP_PX;
    let label = text_width::fitted(&bar.mark.label, LABEL_PX, bold, most_px);
    pen.text(&label, panel.left, y, name);
    let value = tame(bar.mark.value);
    let end = value.map_or(zero, |value| plot.x(value));
    let columns_left = panel.right - sheet.columns_px();
    let role = if value.is_some() {
        Role::Ink
    } else {
        Role::InkThird
    };
    if value.is_some() {
        let drawn = Panel::new(zero.min(end), y - 7.0, zero.max(end), y + 7.0);
        match glyph::is_hollow(bar.mark.status) {
            true => {
                let inner = drawn.shrunk(0.5, 0.5, 0.5, 0.5);
                pen.frame(inner, glyph::outline(bar.mark.status));
            }
            false => pen.rect(drawn, Ink::of(glyph::role(bar.mark.status))),
        }
    }
    let tip = end.max(zero) + VALUE_GAP_PX;
    let text = text_width::fitted(&bar.mark.value_text, LABEL_PX, false, columns_left - tip);
    pen.text(&text, tip, y, Lettering::new(LABEL_PX, role).halo());
    columns(pen, sheet, bar, (y, panel));
    pen.hit(Hit {
        key: bar.mark.key,
        region: Panel::new(panel.left, top, panel.right, top + ROW_PX),
        extent: Panel::new(zero.min(end), y - 7.0, zero.max(end), y + 7.0),
        x_px: end,
        y_px: y,
    });
}

/// The texts in the columns, the rightmost first.
fn columns(pen: &Pen, sheet: &Sheet, bar: &ParetoBar, (y, panel): (f64, Panel)) {
    let mut texts = Vec::new();
    if !sheet.pareto.cumulative_label.is_empty() {
        texts.push(&bar.cumulative_text);
    }
    if !sheet.pareto.rate_label.is_empty() {
        texts.push(&bar.rate_text);
    }
    let mut right = panel.right;
    for (text, (_, width_px)) in texts.iter().zip(&sheet.columns).rev() {
        let text = text_width::fitted(text, LABEL_PX, false, width_px - COLUMN_GAP_PX);
        pen.text(
            &text,
            right,
            y,
            Lettering::new(LABEL_PX, Role::InkSecond).end(),
        );
        right -= width_px;
    }
}
