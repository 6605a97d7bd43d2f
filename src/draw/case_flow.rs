//! The flow of cases on paper: a bar a stage on one scale, what was left as a pale continuation of it,
//! what came through written between the stages; a second area as slim bars below. It must not know
//! what a stage means.

use crate::figure::{CaseFlow, Emphasis, FlowStage, Mark};

use super::axis::{Ticks, close_ticks, extent_of, tame, unit_in_words};
use super::field::{LINE_PX, Notes, TICK_ROW_PX, letter_across};
use super::geometry::Panel;
use super::glyph;
use super::hit::Hit;
use super::pen::{Lettering, Pen, Plot, stroke};
use super::scene::Ink;
use super::text_width;
use super::theme::{AXIS_PX, LABEL_PX, LEAST_WIDTH_PX, Role};

const BAR_PX: f64 = 14.0;
const SLIM_PX: f64 = 5.0;
/// The row of a bar, and of a slim bar below it.
const BAR_ROW_PX: f64 = 20.0;
const SLIM_ROW_PX: f64 = 14.0;
/// The sample before the name of the slim bars, and the arrow before what came through.
const SAMPLE_PX: f64 = 24.0;
const ARROW_PX: f64 = 14.0;
const GUTTER_GAP_PX: f64 = 10.0;
const VALUE_GAP_PX: f64 = 6.0;

/// Everything that is known once the texts are measured.
struct Sheet<'a> {
    flow: &'a CaseFlow,
    gutter_px: f64,
    value_px: f64,
    /// The name of the slim bars in lines.
    beside: Vec<String>,
    /// What came through to each stage, in lines.
    passed: Vec<Vec<String>>,
    notes: Notes,
}

impl<'a> Sheet<'a> {
    fn new(flow: &'a CaseFlow, width_px: f64) -> Sheet<'a> {
        let name_px = |stage: &FlowStage| {
            let bold = is_strong(stage);
            text_width::width_px(&stage.mark.label, LABEL_PX, bold)
        };
        let names = flow.stages.iter().map(name_px);
        let value_px = |stage: &FlowStage| {
            let own = stage.mark.value.is_finite();
            let own_px = text_width::width_px(&stage.mark.value_text, LABEL_PX, is_strong(stage));
            let beside = stage.beside.as_ref();
            let beside_px = beside.map_or(0.0, |it| {
                text_width::width_px(&it.value_text, AXIS_PX, false)
            });
            if own { own_px.max(beside_px) } else { 0.0 }
        };
        let values = flow.stages.iter().map(value_px);
        let gutter_px = names.fold(0.0, f64::max).min(width_px * 0.3) + GUTTER_GAP_PX;
        let beside_px = width_px - unit_px(flow, width_px) - SAMPLE_PX;
        let passed = flow.stages.iter().map(|stage| {
            let room_px = width_px - gutter_px - ARROW_PX;
            text_width::wrapped(&stage.passed, AXIS_PX, is_strong(stage), room_px, 2)
        });
        Sheet {
            flow,
            gutter_px,
            value_px: values.fold(0.0, f64::max).min(width_px * 0.4) + VALUE_GAP_PX,
            beside: text_width::wrapped(&flow.beside_label, AXIS_PX, false, beside_px, 2),
            passed: passed.collect(),
            notes: Notes::new("", &flow.caption, &flow.note, width_px),
        }
    }

    fn head_px(&self) -> f64 {
        let has_unit = !unit_in_words(&self.flow.axis).is_empty();
        match self.beside.len().max(usize::from(has_unit)) {
            0 => 4.0,
            lines => lines as f64 * LINE_PX + 4.0,
        }
    }

    fn rows_px(&self) -> f64 {
        (0..self.flow.stages.len())
            .map(|at| self.stage_px(at))
            .sum()
    }

    fn passed(&self, at: usize) -> &[String] {
        self.passed.get(at).map_or(&[], Vec::as_slice)
    }

    /// How tall a stage is with the text before it, in px.
    fn stage_px(&self, at: usize) -> f64 {
        let passed_px = match self.passed(at).len() {
            0 => 4.0,
            lines => lines as f64 * LINE_PX + 3.0,
        };
        passed_px + self.flow.stages.get(at).map_or(0.0, bars_px)
    }

    fn ticks(&self, field_px: f64) -> Ticks {
        let mut values = vec![0.0];
        for stage in &self.flow.stages {
            values.push(stage.mark.value);
            values.extend(stage.before);
            values.extend(stage.beside.iter().map(|it| it.value));
        }
        let (low, high) = extent_of(&values).unwrap_or((0.0, 0.0));
        let most = ((field_px / 64.0) as usize).clamp(2, 6);
        close_ticks(low.min(0.0), high.max(0.0), &self.flow.axis, most)
    }
}

fn is_strong(stage: &FlowStage) -> bool {
    stage.mark.emphasis > Emphasis::None
}

/// How tall the flow likes to be, in px, at a width.
pub(super) fn natural_height_px(flow: &CaseFlow, width_px: f64) -> f64 {
    let sheet = Sheet::new(flow, width_px);
    sheet.head_px() + sheet.rows_px() + TICK_ROW_PX + sheet.notes.height_px()
}

/// Draws the flow into `panel`.
pub(super) fn draw(flow: &CaseFlow, pen: &mut Pen, panel: Panel) {
    let sheet = Sheet::new(flow, panel.width());
    let below_px = TICK_ROW_PX + sheet.notes.height_px();
    let room = panel.shrunk(0.0, sheet.head_px(), 0.0, below_px);
    let field = room.shrunk(sheet.gutter_px, 0.0, sheet.value_px, 0.0);
    let has_room = room.height() + 0.5 >= sheet.rows_px() && field.width() >= 24.0;
    if flow.stages.is_empty() || !has_room || panel.width() < LEAST_WIDTH_PX {
        return;
    }
    let field = Panel {
        bottom: field.top + sheet.rows_px(),
        ..field
    };
    let ticks = sheet.ticks(field.width());
    let plot = Plot::new(field, (ticks.low, ticks.high), (0.0, 1.0));
    head(pen, &sheet, panel);
    if flow.stages.iter().any(|stage| stage.mark.value.is_finite()) {
        let (unit, lines) = (&flow.axis.unit, (field.top, field.bottom));
        let y = field.bottom + TICK_ROW_PX / 2.0 + 1.0;
        letter_across(pen, &plot, &ticks, (unit, lines, y), panel);
    }
    let mut top = field.top;
    for at in 0..flow.stages.len() {
        draw_stage(pen, &plot, (&sheet, at), (top, panel));
        top += sheet.stage_px(at);
    }
    sheet.notes.draw(pen, field, panel);
}

/// The width of the unit over the names with its gap, in px.
fn unit_px(flow: &CaseFlow, width_px: f64) -> f64 {
    let unit = unit_in_words(&flow.axis);
    match unit.is_empty() {
        true => 0.0,
        false => text_width::width_px(unit, AXIS_PX, false).min(width_px * 0.3) + 16.0,
    }
}

/// The unit in words on the left, then the name of the slim bars.
fn head(pen: &Pen, sheet: &Sheet, panel: Panel) {
    let quiet = Lettering::new(AXIS_PX, Role::InkThird);
    let first = panel.top + LINE_PX / 2.0;
    let unit = unit_in_words(&sheet.flow.axis);
    let unit = text_width::fitted(unit, AXIS_PX, false, panel.width() * 0.3);
    pen.text(&unit, panel.left, first, quiet);
    let left = panel.left + unit_px(sheet.flow, panel.width());
    if !sheet.beside.is_empty() {
        let sample = Panel::new(left, first - 2.5, left + SAMPLE_PX - 6.0, first + 2.5);
        pen.frame(
            sample.shrunk(0.5, 0.5, 0.5, 0.5),
            stroke(Role::InkSecond, 1.0),
        );
    }
    for (index, line) in sheet.beside.iter().enumerate() {
        let y = first + index as f64 * LINE_PX;
        pen.text(line, left + SAMPLE_PX, y, quiet);
    }
}

/// One stage from `top` down: the text of what came through, the bar, the slim bar.
fn draw_stage(
    pen: &mut Pen,
    plot: &Plot,
    (sheet, at): (&Sheet, usize),
    (top, panel): (f64, Panel),
) {
    let Some(stage) = sheet.flow.stages.get(at) else {
        return;
    };
    let (zero, field) = (plot.x(0.0), plot.panel);
    let own_top = top + sheet.stage_px(at) - bars_px(stage);
    let lines = sheet.passed(at);
    let mut lettering = Lettering::new(AXIS_PX, Role::InkSecond).halo();
    if is_strong(stage) {
        lettering = Lettering::new(AXIS_PX, Role::Ink).bold().halo();
    }
    for (index, line) in lines.iter().enumerate() {
        let y = own_top - (lines.len() - index) as f64 * LINE_PX + LINE_PX / 2.0;
        let left = field.left + ARROW_PX;
        let text = text_width::fitted(line, AXIS_PX, lettering.bold, panel.right - left);
        pen.text(&text, left, y, lettering);
    }
    if !lines.is_empty() {
        let top = own_top - lines.len() as f64 * LINE_PX;
        arrow(pen, field.left + 6.0, (top, own_top));
    }
    let y = (own_top + BAR_ROW_PX / 2.0).round();
    let mut name = Lettering::new(LABEL_PX, Role::Ink);
    name.bold = is_strong(stage);
    let most_px = field.left - panel.left - GUTTER_GAP_PX;
    let label = text_width::fitted(&stage.mark.label, LABEL_PX, name.bold, most_px);
    pen.text(&label, panel.left, y, name);
    match tame(stage.mark.value) {
        Some(value) => own_bar(pen, plot, stage, (value, y), panel),
        None => {
            let quiet = Lettering::new(LABEL_PX, Role::InkThird).halo();
            let room_px = panel.right - zero - VALUE_GAP_PX;
            let text = text_width::fitted(&stage.mark.value_text, LABEL_PX, false, room_px);
            pen.text(&text, zero + VALUE_GAP_PX, y, quiet);
        }
    }
    if let Some(beside) = &stage.beside {
        slim(pen, plot, beside, (own_top + BAR_ROW_PX, panel));
    }
}

/// The bar of a stage, what was left as its pale continuation, the number at the end.
fn own_bar(pen: &mut Pen, plot: &Plot, stage: &FlowStage, (value, y): (f64, f64), panel: Panel) {
    let (zero, end) = (plot.x(0.0), plot.x(value));
    let half = BAR_PX / 2.0;
    let bar = Panel::new(zero.min(end), y - half, zero.max(end), y + half);
    let before = stage.before.and_then(tame).map(|it| plot.x(it));
    let mut tip = end;
    if let Some(before) = before.filter(|before| *before > end + 0.5) {
        let left = Panel::new(end, bar.top, before, bar.bottom);
        pen.rect(left, Ink::of(Role::Band));
        pen.frame(left.shrunk(0.5, 0.5, 0.5, 0.5), stroke(Role::InkThird, 1.0));
        tip = before;
    }
    match glyph::is_hollow(stage.mark.status) {
        true => {
            pen.rect(bar, Ink::of(Role::Surface));
            let inner = bar.shrunk(0.5, 0.5, 0.5, 0.5);
            pen.frame(inner, glyph::outline(stage.mark.status));
        }
        false => pen.rect(bar, Ink::of(glyph::role(stage.mark.status))),
    }
    let mut lettering = Lettering::new(LABEL_PX, Role::Ink).halo();
    lettering.bold = is_strong(stage);
    let left = tip.max(zero) + VALUE_GAP_PX;
    let room_px = panel.right - left;
    let text = text_width::fitted(&stage.mark.value_text, LABEL_PX, lettering.bold, room_px);
    pen.text(&text, left, y, lettering);
    let (top, bottom) = (y - BAR_ROW_PX / 2.0, y + BAR_ROW_PX / 2.0);
    hit(pen, &stage.mark, bar, (end, y), (top, bottom, panel));
}

/// How tall the bars of a stage are, in px.
fn bars_px(stage: &FlowStage) -> f64 {
    let slim_px = if stage.beside.is_some() {
        SLIM_ROW_PX
    } else {
        0.0
    };
    BAR_ROW_PX + slim_px
}

/// The bar of the area beside, its share at its end.
fn slim(pen: &mut Pen, plot: &Plot, mark: &Mark, (top, panel): (f64, Panel)) {
    let Some(value) = tame(mark.value) else {
        return;
    };
    let (zero, end) = (plot.x(0.0), plot.x(value));
    let y = (top + SLIM_ROW_PX / 2.0 - 2.0).round();
    let half = SLIM_PX / 2.0;
    let bar = Panel::new(zero.min(end), y - half, zero.max(end), y + half);
    pen.rect(bar, Ink::of(Role::Surface));
    pen.frame(bar.shrunk(0.5, 0.5, 0.5, 0.5), stroke(Role::InkSecond, 1.0));
    let quiet = Lettering::new(AXIS_PX, Role::InkSecond).halo();
    let left = end.max(zero) + VALUE_GAP_PX;
    let text = text_width::fitted(&mark.value_text, AXIS_PX, false, panel.right - left);
    pen.text(&text, left, y, quiet);
    hit(pen, mark, bar, (end, y), (top, top + SLIM_ROW_PX, panel));
}

fn hit(
    pen: &mut Pen,
    mark: &Mark,
    bar: Panel,
    (x_px, y_px): (f64, f64),
    (top, bottom, panel): (f64, f64, Panel),
) {
    pen.hit(Hit {
        key: mark.key,
        region: Panel::new(panel.left, top, panel.right, bottom),
        extent: bar,
        x_px,
        y_px,
    });
}

/// An arrow downwards, from one stage to the next, as tall as the text beside it.
fn arrow(pen: &Pen, x: f64, (top, bottom): (f64, f64)) {
    let line = stroke(Role::InkThird, 1.0);
    let tip = bottom - LINE_PX / 2.0 + 4.0;
    pen.path(&[(x, top + LINE_PX / 2.0 - 5.0), (x, tip)], line);
    pen.path(
        &[(x - 3.0, tip - 3.0), (x, tip), (x + 3.0, tip - 3.0)],
        line,
    );
}
