//! How a place on a map is filled, and the legend that says so: tint and shape for a verdict, five
//! shades of one hue for groups, an outline or a hatching for what has no value. It must not know
//! what a place is.

use crate::figure::{LegendEntry, MarkStatus, Shading};
use crate::model::sort_by;

use super::geometry::Panel;
use super::glyph;
use super::pen::{Lettering, Pen, dashed, stroke};
use super::scene::{Dash, Ink, Stroke};
use super::text_width;
use super::theme::{AXIS_PX, Role};

/// The lightest stands off the ground by 1.25 to 1, and letters in [`Role::Ink`] keep a contrast of 4.5
/// on each of these, in both themes.
const SHADES_PERCENT: [u8; 5] = [16, 24, 32, 40, 48];
/// Tints of a verdict at 95 % and at 99.8 %: of one colour, so that the stronger is the more coloured in
/// the dark theme, too.
const NEAR_PERCENT: u8 = 20;
const FAR_PERCENT: u8 = 44;
const HATCH_PX: f64 = 6.0;
const SWATCH_PX: (f64, f64) = (20.0, 13.0);
const SWATCH_GAP_PX: f64 = 5.0;
const ENTRY_GAP_PX: f64 = 16.0;
const LEGEND_LINE_PX: f64 = 19.0;
const LEGEND_GAP_PX: f64 = 9.0;

/// The tint under a place; nothing where it is hollow.
pub(super) fn tint(shading: Shading, status: MarkStatus) -> Option<Ink> {
    use MarkStatus::{Better, Higher, Lower, MuchBetter, MuchHigher, MuchLower, MuchWorse, Worse};
    let (role, opacity_percent) = match (shading, status) {
        (Shading::Status, MuchBetter) => (Role::Better, FAR_PERCENT),
        (Shading::Status, MuchWorse) => (Role::Worse, FAR_PERCENT),
        (Shading::Status, MuchHigher | MuchLower) => (Role::InkSecond, FAR_PERCENT),
        (Shading::Status, Better | Worse | Higher | Lower) => (glyph::role(status), NEAR_PERCENT),
        (Shading::Status, status) if glyph::deviates(status) => (glyph::role(status), NEAR_PERCENT),
        (Shading::Status, status) if glyph::is_hollow(status) => return None,
        (Shading::Status | Shading::Plain, _) => (Role::Similar, 10),
        (Shading::Shade(shade), _) => {
            let last = SHADES_PERCENT.len() - 1;
            (Role::InkSecond, SHADES_PERCENT[last.min(shade.into())])
        }
        (Shading::Provisional | Shading::Missing | Shading::Suppressed, _) => return None,
    };
    Some(Ink {
        role,
        opacity_percent,
    })
}

/// The outline of a place that is hollow.
pub(super) fn outline(shading: Shading) -> Stroke {
    match shading {
        Shading::Provisional => dashed(stroke(Role::InkThird, 1.0), Dash::Dashed),
        Shading::Missing => dashed(stroke(Role::InkThird, 1.0), Dash::Dotted),
        _ => stroke(Role::InkThird, 1.0),
    }
}

/// Fills a rectangle. The faintest tint still ends somewhere: a hairline runs around each.
pub(super) fn fill(pen: &Pen, panel: Panel, shading: Shading, status: MarkStatus) {
    match tint(shading, status) {
        Some(ink) => {
            pen.rect(panel, ink);
            pen.frame(
                panel.shrunk(0.5, 0.5, 0.5, 0.5),
                stroke(Role::Hairline, 1.0),
            );
        }
        None => {
            if shading == Shading::Suppressed {
                let Panel {
                    left,
                    top,
                    right,
                    bottom,
                } = panel;
                let corners = vec![(left, top), (right, top), (right, bottom), (left, bottom)];
                hatch(pen, &[corners]);
            }
            let inner = panel.shrunk(0.5, 0.5, 0.5, 0.5);
            pen.frame(inner, outline(shading));
        }
    }
}

/// Slanting lines across a place, from ring to ring: what holes enclose stays free.
pub(super) fn hatch(pen: &Pen, rings: &[Vec<(f64, f64)>]) {
    let line = Stroke {
        ink: Ink {
            role: Role::InkThird,
            opacity_percent: 45,
        },
        ..stroke(Role::InkThird, 1.0)
    };
    // A line is all points of one sum of x and y; along it x tells where.
    let sums = || rings.iter().flatten().map(|(x, y)| x + y);
    let first = sums().fold(f64::INFINITY, f64::min);
    let last = sums().fold(f64::NEG_INFINITY, f64::max);
    let mut sum = first + HATCH_PX;
    while sum < last {
        let mut crossings: Vec<f64> = Vec::new();
        for ring in rings {
            let next = ring.iter().cycle().skip(1);
            for ((x0, y0), (x1, y1)) in ring.iter().zip(next) {
                let (from, to) = (x0 + y0 - sum, x1 + y1 - sum);
                if (from > 0.0) != (to > 0.0) {
                    crossings.push(x0 + from / (from - to) * (x1 - x0));
                }
            }
        }
        sort_by(&mut crossings, f64::total_cmp);
        for pair in crossings.chunks_exact(2) {
            pen.path(&[(pair[0], sum - pair[0]), (pair[1], sum - pair[1])], line);
        }
        sum += HATCH_PX;
    }
}

/// The shape that stands beside a value; nothing where the filling says all.
pub(super) fn shape(shading: Shading, status: MarkStatus) -> Option<MarkStatus> {
    (shading == Shading::Status && glyph::is_judged(status)).then_some(status)
}

/// A legend broken to a width.
pub(super) struct Legend<'a> {
    entries: Vec<(&'a LegendEntry, String, f64, usize)>,
    lines: usize,
}

impl<'a> Legend<'a> {
    /// Places the entries one after the other, in lines.
    pub fn new(entries: &'a [LegendEntry], width_px: f64) -> Legend<'a> {
        let (mut x, mut line) = (0.0, 0);
        let before_px = SWATCH_PX.0 + SWATCH_GAP_PX;
        let placed = entries.iter().map(|entry| {
            let text = text_width::fitted(&entry.text, AXIS_PX, false, width_px - before_px);
            let own_px = before_px + text_width::width_px(&text, AXIS_PX, false);
            if x > 0.0 && x + own_px > width_px {
                (x, line) = (0.0, line + 1);
            }
            let left = x;
            x += own_px + ENTRY_GAP_PX;
            (entry, text, left, line)
        });
        let entries: Vec<_> = placed.collect();
        let lines = entries.last().map_or(0, |(.., line)| line + 1);
        Legend { entries, lines }
    }

    /// How tall it is, with the gap below.
    pub fn height_px(&self) -> f64 {
        match self.lines {
            0 => 0.0,
            lines => lines as f64 * LEGEND_LINE_PX + LEGEND_GAP_PX,
        }
    }

    /// Draws it at the top of `panel`.
    pub fn draw(&self, pen: &Pen, panel: Panel) {
        if panel.height() < self.height_px() || panel.width() < SWATCH_PX.0 + SWATCH_GAP_PX {
            return;
        }
        let lettering = Lettering::new(AXIS_PX, Role::InkSecond);
        for (entry, text, left, line) in &self.entries {
            let left = panel.left + left;
            let middle = panel.top + (*line as f64 + 0.5) * LEGEND_LINE_PX;
            let half = SWATCH_PX.1 / 2.0;
            let swatch = Panel::new(left, middle - half, left + SWATCH_PX.0, middle + half);
            fill(pen, swatch, entry.shading, entry.status);
            if let Some(status) = shape(entry.shading, entry.status) {
                let centre = (left + SWATCH_PX.0 / 2.0, middle);
                glyph::draw(pen, status, centre, glyph_radius(status));
            }
            pen.text(text, swatch.right + SWATCH_GAP_PX, middle, lettering);
        }
    }
}

/// What does not deviate stays small, so that what does is seen.
pub(super) fn glyph_radius(status: MarkStatus) -> f64 {
    if glyph::deviates(status) { 3.5 } else { 2.0 }
}
