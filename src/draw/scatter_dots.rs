//! The dots of a scatter and the legend that says what their sizes and shades mean. It must not know
//! what is measured.

use crate::figure::{DotSample, MarkStatus, Scatter, ScatterLegend, Shading};

use super::axis::tame;
use super::dots::{self, Dot};
use super::geometry::Panel;
use super::glyph;
use super::pen::{Lettering, Pen, Plot, stroke};
use super::scene::Ink;
use super::text_width;
use super::theme::{AXIS_PX, Role};

/// Five shades of one hue, far enough apart to be told from each other on a dot, where nothing is
/// lettered.
const SHADES_PERCENT: [u8; 5] = [12, 32, 52, 74, 100];
const ENTRY_GAP_PX: f64 = 14.0;
const LINE_PX: f64 = 20.0;
const FOOT_PX: f64 = 6.0;

/// The radius of the largest of so many dots at a width.
fn largest_px(count: usize, width_px: f64) -> f64 {
    let most_px = match count {
        0..=80 => 13.0,
        81..=300 => 10.0,
        _ => 7.0,
    };
    most_px * (width_px / 560.0).clamp(0.6, 1.0)
}

/// The radius of a dot of a share of the largest: its area tells, and the smallest is still seen.
fn sized_px(largest_px: f64, share: f64) -> f64 {
    match share.is_finite() {
        true => (largest_px * share.clamp(0.0, 1.0).sqrt()).max(1.25),
        false => 2.0,
    }
}

/// The dots that can be drawn, each with its filling; large ones first, so that none lies under another
/// wholly.
pub(super) fn placed<'a>(
    scatter: &'a Scatter,
    plot: &Plot,
    width_px: f64,
) -> Vec<(Dot<'a>, Shading)> {
    let largest = largest_px(scatter.marks.len(), width_px);
    let ordinary = if scatter.marks.len() > 300 { 2.25 } else { 3.0 };
    let placed = scatter.marks.iter().filter_map(|dot| {
        let place = plot.place(tame(dot.x)?, tame(dot.mark.value)?);
        let radius = match (scatter.is_sized, dot.weight.is_finite()) {
            (true, _) => sized_px(largest, dot.weight),
            (false, true) => (ordinary * dot.weight.max(0.0).sqrt()).clamp(1.5, 9.0),
            (false, false) => ordinary,
        };
        let radius = match scatter.is_sized {
            true => radius,
            false => dots::radius(&dot.mark, radius),
        };
        let dot_of = Dot {
            mark: &dot.mark,
            place,
            radius,
            interval: None,
        };
        Some((dot_of, dot.shading))
    });
    placed.collect()
}

/// Paints shaded or sized dots; what is picked on top, in a ring of its own.
pub(super) fn paint(pen: &Pen, placed: &[(Dot, Shading)]) {
    let mut order: Vec<usize> = (0..placed.len()).collect();
    crate::model::sort_by(&mut order, |one, other| {
        let (one, other) = (&placed[*one].0, &placed[*other].0);
        let layer = |dot: &Dot| (dot.is_picked(), glyph::deviates(dot.mark.status));
        let by_size = other.radius.total_cmp(&one.radius);
        layer(one).cmp(&layer(other)).then(by_size)
    });
    for at in order {
        let (dot, shading) = &placed[at];
        if dot.is_picked() {
            pen.disc(dot.place, dot.radius + 3.0, Ink::of(Role::Surface));
            pen.ring(dot.place, dot.radius + 2.5, stroke(Role::Ink, 1.25));
        }
        fill(pen, *shading, dot.mark.status, dot.place, dot.radius);
    }
}

/// One dot. Shades lie on ground of their own, so that two over each other are not taken for a darker
/// one; an outline keeps the lightest.
fn fill(pen: &Pen, shading: Shading, status: MarkStatus, at: (f64, f64), radius: f64) {
    match shading {
        Shading::Shade(shade) => {
            let last = SHADES_PERCENT.len() - 1;
            let ink = Ink {
                role: Role::InkSecond,
                opacity_percent: SHADES_PERCENT[last.min(shade.into())],
            };
            pen.disc(at, radius, Ink::of(Role::Surface));
            pen.disc(at, radius, ink);
            pen.ring(at, radius, stroke(Role::InkThird, 0.75));
        }
        Shading::Missing | Shading::Suppressed | Shading::Provisional => {
            glyph::draw(pen, MarkStatus::NotJudged, at, radius);
        }
        Shading::Status | Shading::Plain if glyph::is_judged(status) => {
            glyph::draw(pen, status, at, radius);
        }
        Shading::Status | Shading::Plain => {
            pen.disc(at, radius, dots::THIN);
            pen.ring(at, radius, stroke(Role::Surface, 0.75));
        }
    }
}

/// A legend broken to a width: a title, then its samples, and a new line for the next title.
pub(super) struct Legend<'a> {
    /// Sample, text, left end and line; a title has no sample.
    entries: Vec<(Option<&'a DotSample>, String, f64, usize)>,
    lines: usize,
    largest_px: f64,
}

impl<'a> Legend<'a> {
    /// Places everything.
    pub fn new(legends: &'a [ScatterLegend], count: usize, width_px: f64) -> Legend<'a> {
        let largest_px = largest_px(count, width_px);
        let mut entries = Vec::new();
        let mut line = 0;
        for legend in legends {
            let mut x = 0.0;
            let title = text_width::fitted(&legend.title, AXIS_PX, true, width_px);
            let title_px = text_width::width_px(&title, AXIS_PX, true);
            entries.push((None, title, 0.0, line));
            x += title_px + ENTRY_GAP_PX;
            for (sample, text) in &legend.entries {
                let before_px = sample_px(*sample, largest_px);
                let text = text_width::fitted(text, AXIS_PX, false, width_px - before_px);
                let own_px = before_px + text_width::width_px(&text, AXIS_PX, false);
                if x > 0.0 && x + own_px > width_px {
                    (x, line) = (0.0, line + 1);
                }
                entries.push((Some(sample), text, x, line));
                x += own_px + ENTRY_GAP_PX;
            }
            line += 1;
        }
        Legend {
            entries,
            lines: line,
            largest_px,
        }
    }

    /// How tall it is, with the gap below.
    pub fn height_px(&self) -> f64 {
        match self.lines {
            0 => 0.0,
            lines => lines as f64 * self.line_px() + FOOT_PX,
        }
    }

    fn line_px(&self) -> f64 {
        let is_sized = |entry: &(Option<&DotSample>, String, f64, usize)| {
            matches!(entry.0, Some(DotSample::Sized(_)))
        };
        match self.entries.iter().any(is_sized) {
            true => LINE_PX.max(2.0 * self.largest_px + 2.0),
            false => LINE_PX,
        }
    }

    /// Draws it at the top of `panel`.
    pub fn draw(&self, pen: &Pen, panel: Panel) {
        if panel.height() < self.height_px() {
            return;
        }
        for (sample, text, left, line) in &self.entries {
            let left = panel.left + left;
            let middle = panel.top + (*line as f64 + 0.5) * self.line_px();
            let Some(sample) = sample else {
                let lettering = Lettering::new(AXIS_PX, Role::InkSecond).bold();
                pen.text(text, left, middle, lettering);
                continue;
            };
            let before_px = sample_px(**sample, self.largest_px);
            let centre = (left + (before_px - 5.0) / 2.0, middle);
            match sample {
                DotSample::Filled(shading, status) => fill(pen, *shading, *status, centre, 4.0),
                DotSample::Sized(share) => {
                    let radius = sized_px(self.largest_px, *share);
                    pen.ring(centre, radius, stroke(Role::InkSecond, 1.0));
                }
            }
            let lettering = Lettering::new(AXIS_PX, Role::InkSecond);
            pen.text(text, left + before_px, middle, lettering);
        }
    }
}

/// The width that a sample takes before its text.
fn sample_px(sample: DotSample, largest_px: f64) -> f64 {
    match sample {
        DotSample::Filled(..) => 8.0 + 5.0,
        DotSample::Sized(share) => 2.0 * sized_px(largest_px, share) + 5.0,
    }
}
