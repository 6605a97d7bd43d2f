//! A sparkline on paper: the line, its gaps, hollow points for what is not final, the last point
//! marked. It must not know where the card is.

use crate::figure::{Mark, MarkStatus, Sparkline};

use super::axis::{extent, tame};
use super::geometry::Panel;
use super::glyph;
use super::hit::Hit;
use super::pen::{Pen, Plot, dashed, stroke};
use super::scene::{Dash, Ink};
use super::theme::Role;

/// How tall a sparkline likes to be, in px.
pub(super) const NATURAL_HEIGHT_PX: u32 = 36;

const LAST_RADIUS_PX: f64 = 2.75;
const POINT_RADIUS_PX: f64 = 2.0;

/// Draws the line into `panel`.
pub(super) fn draw(sparkline: &Sparkline, pen: &mut Pen, panel: Panel) {
    let marks = sparkline.points.iter().flatten();
    let Some((low, high)) = extent(marks, sparkline.reference.as_ref()) else {
        return;
    };
    let inset = LAST_RADIUS_PX + 1.25;
    let inner = panel.shrunk(inset, inset, inset, inset);
    if inner.width() < 4.0 || inner.height() < 4.0 {
        return;
    }
    let last = sparkline.points.len().saturating_sub(1).max(1) as f64;
    let is_flat = high - low <= high.abs().max(low.abs()) * 1e-9;
    let pad = if is_flat { high.abs().max(1.0) } else { 0.0 };
    let plot = Plot::new(inner, (0.0, last), (low - pad, high + pad));

    if let Some(value) = sparkline
        .reference
        .as_ref()
        .and_then(|line| tame(line.value))
    {
        let y = plot.y(value);
        let line = dashed(stroke(Role::InkThird, 1.0), Dash::Dotted);
        pen.path(&[(inner.left, y), (inner.right, y)], line);
    }
    let points = placed(sparkline, &plot);
    lines(pen, &points);
    ends(pen, &points);
    regions(pen, &points, panel);
}

type Placed<'a> = Vec<Option<(&'a Mark, (f64, f64))>>;

fn placed<'a>(sparkline: &'a Sparkline, plot: &Plot) -> Placed<'a> {
    let place = |(index, mark): (usize, &'a Option<Mark>)| {
        let mark = mark.as_ref()?;
        let value = tame(mark.value)?;
        Some((mark, plot.place(index as f64, value)))
    };
    sparkline.points.iter().enumerate().map(place).collect()
}

/// One run of line per stretch without a gap; a point that stands alone is a dot.
fn lines(pen: &Pen, points: &Placed) {
    for run in points.split(Option::is_none) {
        let places: Vec<(f64, f64)> = run.iter().flatten().map(|(_, place)| *place).collect();
        match places.as_slice() {
            [] => {}
            [alone] => pen.disc(*alone, 1.25, Ink::of(Role::InkSecond)),
            _ => pen.path(&places, stroke(Role::InkSecond, 1.5)),
        }
    }
}

fn ends(pen: &Pen, points: &Placed) {
    let last = points.iter().rposition(Option::is_some);
    for (index, point) in points.iter().enumerate() {
        let Some((mark, place)) = point else { continue };
        let is_last = Some(index) == last;
        let radius_px = if is_last {
            LAST_RADIUS_PX
        } else {
            POINT_RADIUS_PX
        };
        if glyph::is_hollow(mark.status) {
            if mark.status == MarkStatus::Provisional || is_last {
                pen.disc(*place, radius_px, Ink::of(Role::Surface));
                pen.ring(*place, radius_px - 0.5, stroke(Role::InkSecond, 1.25));
            }
        } else if is_last {
            let is_neutral = matches!(mark.status, MarkStatus::Plain | MarkStatus::Similar);
            let role = if is_neutral {
                Role::Ink
            } else {
                glyph::role(mark.status)
            };
            pen.disc(*place, radius_px, Ink::of(role));
        }
    }
}

fn regions(pen: &mut Pen, points: &Placed, panel: Panel) {
    let half = panel.width() / points.len().max(1) as f64 / 2.0;
    for (mark, (x, y)) in points.iter().flatten() {
        pen.hit(Hit {
            key: mark.key,
            region: Panel::new(x - half, panel.top, x + half, panel.bottom),
            extent: Panel::around(*x, *y, LAST_RADIUS_PX),
            x_px: *x,
            y_px: *y,
        });
    }
}
