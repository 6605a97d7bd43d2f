//! Many small charts on paper, side by side on one scale: the name, the line, the newest value and the
//! sign of the change. It must not know why they stand in this order.

use crate::figure::{Emphasis, MarkStatus, SmallMultiples, SmallPanel, SmallPoint};

use super::axis::{MOST_TICKS, extent_of, is_sign, open_ticks, tame, tick_text};
use super::field::Notes;
use super::geometry::Panel;
use super::glyph;
use super::hit::Hit;
use super::pen::{Lettering, Pen, Plot, stroke};
use super::periods::{self, Valued};
use super::scene::Ink;
use super::text_width;
use super::theme::{AXIS_PX, LABEL_PX, LEAST_WIDTH_PX, Role};

/// The narrowest panel; as many stand beside each other as fit.
const LEAST_PANEL_PX: f64 = 138.0;
const PANEL_HEIGHT_PX: f64 = 84.0;
const GAP_PX: f64 = 14.0;
/// Two lines of text above the line.
const HEAD_PX: f64 = 31.0;
/// All panels together are not taller, so that a canvas can hold them.
const MOST_HEIGHT_PX: f64 = 15_000.0;
/// What stands above the panels: the scale and the periods.
const TOP_PX: f64 = 22.0;

fn notes(small: &SmallMultiples, width_px: f64) -> Notes {
    Notes::new("", &small.caption, &small.note, width_px)
}

/// How many panels stand beside each other, and how many rows that makes.
fn grid(count: usize, width_px: f64) -> (usize, usize) {
    let across = ((width_px + GAP_PX) / (LEAST_PANEL_PX + GAP_PX)).max(1.0) as usize;
    let across = across.min(count.max(1));
    (across, count.div_ceil(across))
}

/// How tall the panels like to be, in px, at a width.
pub(super) fn natural_height_px(small: &SmallMultiples, width_px: f64) -> f64 {
    let (_, rows) = grid(small.panels.len(), width_px);
    let panels_px = (rows as f64 * PANEL_HEIGHT_PX).min(MOST_HEIGHT_PX);
    TOP_PX + panels_px + notes(small, width_px).height_px()
}

/// Draws the panels into `panel`.
pub(super) fn draw(small: &SmallMultiples, pen: &mut Pen, panel: Panel) {
    let notes = notes(small, panel.width());
    notes.draw(pen, panel, panel);
    let Some((low, high)) = extent(small) else {
        return;
    };
    let (across, rows) = grid(small.panels.len(), panel.width());
    let room = panel.shrunk(0.0, TOP_PX, 0.0, notes.height_px());
    let pitch = (room.height() / rows.max(1) as f64).min(PANEL_HEIGHT_PX);
    if panel.width() < LEAST_WIDTH_PX || pitch < HEAD_PX + 8.0 {
        return;
    }
    let ticks = open_ticks(low, high, &small.axis, MOST_TICKS);
    let scale = (ticks.low, ticks.high);
    say_scale(pen, small, panel, (scale, ticks.decimals));
    let width = (panel.width() + GAP_PX) / across as f64 - GAP_PX;
    for (place, small_panel) in small.panels.iter().enumerate() {
        let left = panel.left + (place % across) as f64 * (width + GAP_PX);
        let top = room.top + (place / across) as f64 * pitch;
        let region = Panel::new(left, top, left + width, top + pitch - 8.0);
        draw_panel(pen, small, small_panel, region, scale);
    }
}

fn extent(small: &SmallMultiples) -> Option<(f64, f64)> {
    let all = small.panels.iter().flat_map(|panel| &panel.points);
    let all: Vec<Valued> = all.map(valued).collect();
    let mut values = periods::scaling(&all);
    extent_of(&values)?;
    let reference = small.reference.iter().flat_map(|it| &it.values);
    values.extend(reference.flatten());
    extent_of(&values)
}

fn valued(point: &Option<SmallPoint>) -> Valued {
    let point = point.as_ref()?;
    Some((tame(point.value)?, point.is_provisional))
}

/// One line above all: from where to where every panel reaches, and which periods.
fn say_scale(
    pen: &Pen,
    small: &SmallMultiples,
    panel: Panel,
    ((low, high), decimals): ((f64, f64), usize),
) {
    let unit = match small.axis.unit.as_str() {
        "" => String::new(),
        unit if is_sign(unit) => unit.to_string(),
        unit => [" ", unit].concat(),
    };
    let (low, high) = (tick_text(low, decimals), tick_text(high, decimals));
    let scale = [&small.scale_label, " ", &low, "–", &high, &unit].concat();
    let (first, last) = (&small.ends.0, &small.ends.1);
    let span = match first.is_empty() || last.is_empty() {
        true => String::new(),
        false => [first, " – ", last].concat(),
    };
    let quiet = Lettering::new(AXIS_PX, Role::InkThird);
    let (mut left, y) = (panel.left, panel.top + 7.0);
    for text in [scale, span] {
        let width_px = quiet.width_px(&text);
        if text.is_empty() || left + width_px > panel.right {
            continue;
        }
        pen.text(&text, left, y, quiet);
        left += width_px + 20.0;
    }
    if let Some(reference) = small.reference.as_ref().filter(|it| !it.label.is_empty()) {
        let end = left + 22.0;
        if end + 6.0 + quiet.width_px(&reference.label) <= panel.right {
            pen.path(&[(left, y), (end, y)], periods::reference_stroke());
            pen.text(&reference.label, end + 6.0, y, quiet);
        }
    }
}

fn draw_panel(
    pen: &mut Pen,
    small: &SmallMultiples,
    small_panel: &SmallPanel,
    region: Panel,
    scale: (f64, f64),
) {
    let mark = &small_panel.mark;
    if mark.emphasis == Emphasis::Picked {
        let bounds = pen.bounds().shrunk(0.5, 0.5, 0.5, 0.5);
        let around = Panel {
            left: (region.left - 5.0).max(bounds.left),
            right: (region.right + 5.0).min(bounds.right),
            ..region.shrunk(0.0, -2.0, 0.0, -3.0)
        };
        pen.frame(around, stroke(Role::Ink, 1.0));
    }
    letter_head(pen, small_panel, region);
    let field = region.shrunk(0.0, HEAD_PX, 4.0, 0.0);
    let last = small_panel.points.len().saturating_sub(1).max(1) as f64;
    let plot = Plot::new(field.shrunk(0.0, 2.0, 0.0, 2.0), (0.0, last), scale);
    pen.rule(region.left, region.right, region.bottom, Role::Hairline);
    if let Some(reference) = &small.reference {
        let count = small_panel.points.len();
        let values: Vec<Option<f64>> = reference.values.iter().take(count).copied().collect();
        periods::series(pen, &values, &plot, periods::reference_stroke());
    }
    let values: Vec<Valued> = small_panel.points.iter().map(valued).collect();
    periods::valued_series(pen, &values, (&plot, scale), stroke(Role::Ink, 1.25));
    let is_final = |value: &Valued| value.is_some_and(|(_, is_open)| !is_open);
    let newest = values.iter().rposition(is_final);
    for (index, value) in values.iter().enumerate() {
        let Some((value, is_open)) = *value else {
            continue;
        };
        let at = plot.place(index as f64, value);
        if is_open {
            pen.disc(at, 2.25, Ink::of(Role::Surface));
            pen.ring(at, 1.75, stroke(Role::InkThird, 1.0));
        } else if Some(index) == newest {
            pen.disc(at, 2.0, Ink::of(Role::Ink));
        }
    }
    let (x_px, y_px) = ((region.left + region.right) / 2.0, region.top + HEAD_PX);
    pen.hit(Hit {
        key: mark.key,
        region,
        extent: region,
        x_px,
        y_px,
    });
}

/// The name and the newest value; below them the sign of the change and the change.
fn letter_head(pen: &Pen, small_panel: &SmallPanel, region: Panel) {
    let mark = &small_panel.mark;
    let ink = Lettering::new(LABEL_PX, Role::Ink);
    let (first, second) = (region.top + 7.0, region.top + 22.0);
    let value = text_width::fitted(&mark.value_text, LABEL_PX, false, region.width());
    let value_px = ink.width_px(&value);
    let name_px = (region.width() - value_px - 6.0).max(0.0);
    let name = text_width::fitted(&mark.label, LABEL_PX, true, name_px);
    pen.text(&name, region.left, first, ink.bold());
    pen.text(&value, region.right, first, ink.end());
    let mut left = region.left;
    if mark.status != MarkStatus::Plain {
        let radius = match mark.status {
            MarkStatus::Similar => 2.0,
            _ => 3.0,
        };
        glyph::draw(pen, mark.status, (left + 3.5, second), radius);
        left += 11.0;
    }
    let room_px = region.right - left;
    let detail = text_width::fitted(&mark.detail, AXIS_PX, false, room_px);
    let role = match glyph::deviates(mark.status) {
        true => Role::Ink,
        false => Role::InkThird,
    };
    pen.text(&detail, left, second, Lettering::new(AXIS_PX, role));
}
