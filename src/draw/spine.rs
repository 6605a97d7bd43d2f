//! A spine chart on paper: names, values and trends in columns, and beside them a band for each row
//! with the area's own mark. Where the page is narrow the band goes below its name. It must not know
//! what a row measures.

use crate::figure::{Emphasis, Spine, SpineHeads, SpineRow};

use super::field::Notes;
use super::geometry::Panel;
use super::glyph;
use super::hit::Hit;
use super::pen::{Lettering, Pen, stroke};
use super::scene::Ink;
use super::text_width;
use super::theme::{AXIS_PX, LABEL_PX, LEAST_WIDTH_PX, Role};

const ROW_PX: f64 = 23.0;
/// A row of two lines: words, and the band below them.
const TALL_ROW_PX: f64 = 42.0;
/// The same with a line for the name alone, where one is too long to stand before its figures.
const TALLEST_ROW_PX: f64 = 58.0;
const GROUP_PX: f64 = 22.0;
const HEAD_PX: f64 = 20.0;
const FOOT_PX: f64 = 20.0;
const COLUMN_GAP_PX: f64 = 14.0;
const BAND_PX: f64 = 12.0;
const MARK_PX: f64 = 4.6;
/// Marks at the ends of a band need this much room beside it.
const SIDE_PX: f64 = 8.0;
/// Narrower than this a band stands below its name.
const NARROW_PX: f64 = 560.0;
/// The part of the width that names may take at most, where a band stands beside them.
const MOST_NAMES: f64 = 0.4;
/// A band beside names is at least so wide.
const LEAST_BAND_PX: f64 = 140.0;
/// Rows give way to this part of their height; any closer and their letters would touch.
const LEAST_SHRINK: f64 = 0.62;

/// Everything that is known once the texts are measured.
struct Sheet<'a> {
    spine: &'a Spine,
    is_narrow: bool,
    /// Whether names have a line of their own.
    is_name_above: bool,
    has_benchmarks: bool,
    has_trends: bool,
    /// The right edge of names, values, benchmarks and trends, from the left of the panel.
    edges_px: [f64; 4],
    notes: Notes,
}

/// Whether the name of a row is lettered bold.
fn is_named(row: &SpineRow) -> bool {
    row.mark.emphasis != Emphasis::None
}

/// The widest of texts, in px.
fn widest<'t>(texts: impl Iterator<Item = &'t str>, bold: bool) -> f64 {
    let widths = texts.map(|text| text_width::width_px(text, LABEL_PX, bold));
    widths.fold(0.0, f64::max)
}

impl<'a> Sheet<'a> {
    fn new(spine: &'a Spine, width_px: f64) -> Sheet<'a> {
        let SpineHeads {
            label,
            value,
            benchmark,
            trend,
        } = &spine.heads;
        let rows = || spine.rows();
        let with = |head: &'a str, text: fn(&'a SpineRow) -> &'a str| {
            std::iter::once(head).chain(rows().map(text))
        };
        let values = widest(with(value, |row| &row.mark.value_text), true).min(width_px);
        let benchmarks = widest(with(benchmark, |row| &row.benchmark_text), false);
        let trends = widest(with(trend, |row| &row.trend_text), false);
        let named = rows().map(|row| (row.mark.label.as_str(), is_named(row)));
        let named = named.chain([(label.as_str(), false)]);
        let named = named.map(|(text, bold)| text_width::width_px(text, LABEL_PX, bold));
        let names = named.fold(0.0, f64::max);
        let figures = values + benchmarks + trends + 3.0 * COLUMN_GAP_PX;
        let beside = names.min(width_px * MOST_NAMES) + figures;
        let is_narrow = width_px < NARROW_PX || width_px - beside < LEAST_BAND_PX;
        // Where there is no room for all figures the value stays.
        let has_trends = !is_narrow || figures <= width_px;
        let without_trends = values + benchmarks + 2.0 * COLUMN_GAP_PX;
        let has_benchmarks = !is_narrow || has_trends || without_trends <= width_px;
        let after_value = match (has_benchmarks, has_trends) {
            (true, true) => benchmarks + trends + 2.0 * COLUMN_GAP_PX,
            (true, false) => benchmarks + COLUMN_GAP_PX,
            (false, _) => 0.0,
        };
        // Beside a band names give way to it; above one they give way to the figures alone.
        let room = match is_narrow {
            true => (width_px - after_value - values - COLUMN_GAP_PX).max(0.0),
            false => names.min(width_px * MOST_NAMES),
        };
        let is_name_above = is_narrow && names > room;
        let value = match room {
            0.0 => values,
            room => room + COLUMN_GAP_PX + values,
        };
        let benchmark = value + COLUMN_GAP_PX + benchmarks;
        Sheet {
            spine,
            is_narrow,
            is_name_above,
            has_benchmarks,
            has_trends,
            edges_px: [room, value, benchmark, benchmark + COLUMN_GAP_PX + trends],
            notes: Notes::new("", &spine.caption, &spine.note, width_px),
        }
    }

    fn row_px(&self) -> f64 {
        match (self.is_narrow, self.is_name_above) {
            (true, true) => TALLEST_ROW_PX,
            (true, false) => TALL_ROW_PX,
            (false, _) => ROW_PX,
        }
    }

    /// The heads of the groups and all rows.
    fn body_px(&self) -> f64 {
        let groups = self.spine.groups.iter();
        let groups = groups.filter(|group| !group.label.is_empty()).count();
        groups as f64 * GROUP_PX + self.spine.rows().count() as f64 * self.row_px()
    }

    /// Where the bands stand, from the left to the right.
    fn band(&self, panel: Panel) -> (f64, f64) {
        let left = match self.is_narrow {
            true => panel.left,
            false => panel.left + self.edges_px[3] + COLUMN_GAP_PX,
        };
        (left + SIDE_PX, panel.right - SIDE_PX)
    }
}

/// How tall a spine chart likes to be, in px, at a width.
pub(super) fn natural_height_px(spine: &Spine, width_px: f64) -> f64 {
    let sheet = Sheet::new(spine, width_px);
    HEAD_PX + sheet.body_px() + FOOT_PX + sheet.notes.height_px()
}

/// Draws the spine chart into `panel`.
pub(super) fn draw(spine: &Spine, pen: &mut Pen, panel: Panel) {
    let sheet = Sheet::new(spine, panel.width());
    let (left, right) = sheet.band(panel);
    let room = panel.shrunk(0.0, HEAD_PX, 0.0, FOOT_PX + sheet.notes.height_px());
    // Rows give way where the page is lower than they like.
    let shrink = (room.height() / sheet.body_px().max(1.0)).min(1.0);
    let is_empty = spine.rows().next().is_none();
    if is_empty || panel.width() < LEAST_WIDTH_PX || right - left < 60.0 || shrink < LEAST_SHRINK {
        return sheet.notes.draw(pen, panel, panel);
    }
    letter_heads(pen, &sheet, panel);
    let bottom = room.top + sheet.body_px() * shrink;
    let mut top = room.top;
    for group in &spine.groups {
        if !group.label.is_empty() {
            let lettering = Lettering::new(AXIS_PX, Role::InkThird).bold();
            let y = top + GROUP_PX * shrink * 0.62;
            let label = text_width::fitted(&group.label, AXIS_PX, true, panel.width());
            pen.text(&label, panel.left, y, lettering);
            top += GROUP_PX * shrink;
        }
        for row in &group.rows {
            let height = sheet.row_px() * shrink;
            let region = Panel::new(panel.left, top, panel.right, top + height);
            draw_row(pen, &sheet, row, region);
            top += height;
        }
    }
    let middle = ((left + right) / 2.0).floor() + 0.5;
    letter_foot(pen, &sheet, (left, middle, right), bottom);
    sheet.notes.draw(pen, panel, panel);
}

fn letter_heads(pen: &Pen, sheet: &Sheet, panel: Panel) {
    let heads = &sheet.spine.heads;
    let quiet = Lettering::new(AXIS_PX, Role::InkSecond);
    let y = panel.top + HEAD_PX * 0.4;
    let [_, value, benchmark, trend] = sheet.edges_px.map(|edge| panel.left + edge);
    let label = text_width::fitted(&heads.label, AXIS_PX, false, sheet.edges_px[0]);
    pen.text(&label, panel.left, y, quiet);
    pen.text(&heads.value, value, y, quiet.end());
    if sheet.has_benchmarks {
        pen.text(&heads.benchmark, benchmark, y, quiet.end());
    }
    if sheet.has_trends {
        pen.text(&heads.trend, trend, y, quiet.end());
    }
    let right = match sheet.is_narrow {
        true => panel.right,
        false => trend,
    };
    pen.rule(panel.left, right, panel.top + HEAD_PX - 3.0, Role::InkThird);
}

/// A row: its words, and its band beside or below them.
fn draw_row(pen: &mut Pen, sheet: &Sheet, row: &SpineRow, region: Panel) {
    let at = |share: f64| region.top + region.height() * share;
    let (name_y, figures_y, band_y) = match (sheet.is_narrow, sheet.is_name_above) {
        (true, true) => (at(0.17), at(0.47), at(0.77)),
        (true, false) => (at(0.28), at(0.28), at(0.68)),
        (false, _) => (at(0.5), at(0.5), at(0.5)),
    };
    letter_row(pen, sheet, row, region, (name_y, figures_y));
    let edge = match sheet.is_narrow {
        true => region.right,
        false => region.left + sheet.edges_px[3],
    };
    pen.rule(region.left, edge, region.bottom - 0.5, Role::Hairline);
    let (left, right) = sheet.band(region);
    let half = (right - left) / 2.0;
    let middle = left + half;
    let at = |place: f64| middle + place.clamp(-1.0, 1.0) * half;
    let band = (BAND_PX / 2.0).min(region.height() * 0.3);
    let bar = |(from, to): (f64, f64), ink: Ink| {
        if from.is_finite() && to.is_finite() {
            let (from, to) = (at(from.min(to)), at(from.max(to)));
            pen.rect(Panel::new(from, band_y - band, to, band_y + band), ink);
        }
    };
    bar(row.all, Ink::of(Role::Band));
    bar(
        row.middle,
        Ink {
            role: Role::Similar,
            opacity_percent: 32,
        },
    );
    let line = middle.floor() + 0.5;
    let ends = match sheet.is_narrow {
        true => (band_y - band - 3.0, band_y + band + 3.0),
        false => (region.top, region.bottom),
    };
    pen.path(&[(line, ends.0), (line, ends.1)], stroke(Role::Ink, 1.0));
    if !row.mark.value.is_finite() {
        return;
    }
    let x = at(row.mark.value);
    glyph::draw(pen, row.mark.status, (x, band_y), MARK_PX);
    pen.hit(Hit {
        key: row.mark.key,
        region,
        extent: Panel::around(x, band_y, MARK_PX + 3.0),
        x_px: x,
        y_px: band_y,
    });
}

fn letter_row(pen: &Pen, sheet: &Sheet, row: &SpineRow, region: Panel, (name_y, y): (f64, f64)) {
    let left = region.left;
    let [name, value, benchmark, trend] = sheet.edges_px;
    let name = match sheet.is_name_above {
        true => region.width(),
        false => name,
    };
    let plain = Lettering::new(LABEL_PX, Role::Ink);
    let quiet = Lettering::new(LABEL_PX, Role::InkSecond);
    let is_named = is_named(row);
    let lettering = if is_named { plain.bold() } else { plain };
    let label = text_width::fitted(&row.mark.label, LABEL_PX, is_named, name);
    pen.text(&label, left, name_y, lettering);
    let text = text_width::fitted(&row.mark.value_text, LABEL_PX, true, value);
    pen.text(&text, left + value, y, plain.bold().end());
    if sheet.has_benchmarks {
        pen.text(&row.benchmark_text, left + benchmark, y, quiet.end());
    }
    if sheet.has_trends {
        pen.text(&row.trend_text, left + trend, y, quiet.end());
    }
}

/// What the ends and the middle of the bands mean.
fn letter_foot(pen: &Pen, sheet: &Sheet, (left, middle, right): (f64, f64, f64), bottom: f64) {
    let [worst, benchmark, best] = &sheet.spine.ends;
    let quiet = Lettering::new(AXIS_PX, Role::InkThird);
    let y = bottom + FOOT_PX * 0.55;
    let benchmark = &text_width::fitted(benchmark, AXIS_PX, false, right - left);
    let half = Lettering::new(AXIS_PX, Role::Ink).width_px(benchmark) / 2.0;
    let side_px = (right - left) / 2.0 - half - 8.0;
    let fit = |text: &str| text_width::fitted(text, AXIS_PX, false, side_px);
    pen.text(&fit(worst), left, y, quiet);
    pen.text(
        benchmark,
        middle,
        y,
        Lettering::new(AXIS_PX, Role::Ink).middle(),
    );
    pen.text(&fit(best), right, y, quiet.end());
}
