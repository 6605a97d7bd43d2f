//! An icicle on paper: a column a level, names where a cell is tall enough for one, a tint for what is
//! covered, a sign where something is missing. It must not know what the units are.

use crate::figure::{MarkStatus, OrgCell, OrgState, OrgTree};

use super::field::{LINE_PX, Notes};
use super::geometry::Panel;
use super::glyph;
use super::hit::Hit;
use super::pen::{Lettering, Pen, dashed, stroke};
use super::scene::{Dash, Ink};
use super::text_width;
use super::theme::{AXIS_PX, LABEL_PX, LEAST_WIDTH_PX, Role};

/// A unit, where units are few.
const UNIT_PX: f64 = 24.0;
const LEAST_PX: f64 = 96.0;
const MOST_PX: f64 = 480.0;
const HEAD_PX: f64 = 22.0;
const GAP_PX: f64 = 3.0;
/// A cell that is lower than this runs into its neighbours.
const THIN_PX: f64 = 7.0;
/// A cell that is lower than this is not named.
const NAMED_PX: f64 = LABEL_PX + 2.0;
/// The first column says only where one is.
const FIRST_SHARE: f64 = 0.6;
const INSET_PX: f64 = 6.0;
/// A sign with its gap.
const SIGN_PX: f64 = 12.0;

/// How tall an icicle likes to be, in px, at a width.
pub(super) fn natural_height_px(tree: &OrgTree, width_px: f64) -> f64 {
    let body_px = (tree.unit_count() * UNIT_PX).clamp(LEAST_PX, MOST_PX);
    HEAD_PX + body_px + notes(tree, width_px).height_px()
}

fn notes(tree: &OrgTree, width_px: f64) -> Notes {
    Notes::new("", &tree.caption, &tree.note, width_px)
}

/// Where cells stand.
struct Sheet {
    room: Panel,
    /// Left and right edge of each column.
    columns: Vec<(f64, f64)>,
    unit_px: f64,
}

impl Sheet {
    fn new(tree: &OrgTree, room: Panel) -> Sheet {
        let count = tree.columns.len();
        let shares = (count as f64 - 1.0 + FIRST_SHARE).max(1.0);
        let pitch_px = room.width() / shares;
        let first_px = match count {
            0 | 1 => room.width(),
            _ => pitch_px * FIRST_SHARE,
        };
        let left = |column: usize| match column {
            0 => room.left,
            column => room.left + first_px + pitch_px * (column as f64 - 1.0),
        };
        Sheet {
            columns: (0..count)
                .map(|column| (left(column), left(column + 1) - GAP_PX))
                .collect(),
            unit_px: room.height() / tree.unit_count().max(1.0),
            room,
        }
    }

    /// The place of a cell; nothing where it has none.
    fn panel(&self, cell: &OrgCell) -> Option<Panel> {
        let (left, right) = *self.columns.get(cell.column)?;
        let (from, to) = cell.units;
        let is_sound = from.is_finite() && to.is_finite() && from >= 0.0 && to > from;
        let y = |units: f64| (self.room.top + units * self.unit_px).min(self.room.bottom);
        is_sound.then(|| Panel::new(left, y(from), right.max(left + 1.0), y(to)))
    }
}

/// Draws the icicle into `panel`.
pub(super) fn draw(tree: &OrgTree, pen: &mut Pen, panel: Panel) {
    let notes = notes(tree, panel.width());
    let room = panel.shrunk(0.0, HEAD_PX, 0.0, notes.height_px());
    if tree.cells.is_empty() || tree.columns.is_empty() {
        return notes.draw(pen, panel, panel);
    }
    if panel.width() < LEAST_WIDTH_PX || room.height() < 24.0 {
        return;
    }
    let sheet = Sheet::new(tree, room);
    heads(pen, tree, &sheet);
    for column in 0..tree.columns.len() {
        paint_column(pen, tree, &sheet, column);
    }
    let has_names: Vec<bool> = (0..tree.columns.len())
        .map(|column| is_named(tree, &sheet, column))
        .collect();
    let mut named_until = vec![room.top; tree.columns.len()];
    for cell in &tree.cells {
        let Some(region) = sheet.panel(cell) else {
            continue;
        };
        let middle = (region.top + region.bottom) / 2.0;
        let has_room = region.height() >= NAMED_PX && has_names[cell.column];
        if has_room && region.top >= named_until[cell.column] - 0.5 {
            named_until[cell.column] = letter(pen, cell, region, tree.is_judged);
        }
        pen.hit(Hit {
            key: cell.key,
            region,
            extent: region,
            x_px: (region.left + region.right) / 2.0,
            y_px: middle,
        });
    }
    notes.draw(pen, panel, panel);
}

/// A column in which few names have room has none: a name here and there would single out what is only
/// taller.
fn is_named(tree: &OrgTree, sheet: &Sheet, column: usize) -> bool {
    let own = tree.cells.iter().filter(|cell| cell.column == column);
    let panels: Vec<Panel> = own.filter_map(|cell| sheet.panel(cell)).collect();
    let tall = panels.iter().filter(|panel| panel.height() >= NAMED_PX);
    tall.count() * 2 >= panels.len()
}

/// The names of the levels, with how many areas each has.
fn heads(pen: &Pen, tree: &OrgTree, sheet: &Sheet) {
    let (name, count) = (
        Lettering::new(AXIS_PX, Role::InkSecond),
        Lettering::new(AXIS_PX, Role::InkThird),
    );
    let y = sheet.room.top - HEAD_PX + 8.0;
    for (column, (left, right)) in tree.columns.iter().zip(&sheet.columns) {
        let label = text_width::fitted(&column.label, AXIS_PX, false, right - left);
        let label_px = name.width_px(&label);
        pen.text(&label, *left, y, name);
        let beside = left + label_px + 5.0;
        if !column.detail.is_empty() && beside + count.width_px(&column.detail) <= *right {
            pen.text(&column.detail, beside, y, count);
        }
        pen.rule(*left, *right, sheet.room.top - 3.0, Role::InkThird);
    }
}

/// Cells that are thin run together where they look the same: seams between them would be ink
/// without meaning.
fn paint_column(pen: &Pen, tree: &OrgTree, sheet: &Sheet, column: usize) {
    let mut run: Option<(Panel, Ink)> = None;
    let flush = |run: &mut Option<(Panel, Ink)>| {
        if let Some((panel, ink)) = run.take() {
            pen.rect(panel, ink);
        }
    };
    let mut missing = Vec::new();
    for cell in tree.cells.iter().filter(|cell| cell.column == column) {
        let Some(region) = sheet.panel(cell) else {
            continue;
        };
        if region.height() >= THIN_PX {
            flush(&mut run);
            paint_cell(pen, cell, region, tree.is_judged);
            continue;
        }
        if cell.state == OrgState::Missing {
            missing.push(region);
        }
        match (&mut run, tint(cell.state)) {
            (Some((panel, ink)), Some(own)) if *ink == own && region.top - panel.bottom < 0.2 => {
                panel.bottom = region.bottom;
            }
            (_, own) => {
                flush(&mut run);
                run = own.map(|ink| (region, ink));
            }
        }
    }
    flush(&mut run);
    for region in missing.into_iter().filter(|_| tree.is_judged) {
        // A line that is to be seen is a pixel wide.
        let bottom = region.bottom.max(region.top + 1.0).min(sheet.room.bottom);
        let line = Panel::new(region.left, region.top, region.right, bottom);
        pen.rect(line, Ink::of(Role::Worse));
    }
}

/// The tint of what is covered; none where nothing is.
fn tint(state: OrgState) -> Option<Ink> {
    let OrgState::Share(share) = state else {
        return None;
    };
    let share = if share.is_finite() { share } else { 0.0 };
    (share > 0.0).then(|| Ink {
        role: Role::Similar,
        opacity_percent: (6.0 + 36.0 * share.clamp(0.0, 1.0)) as u8,
    })
}

fn paint_cell(pen: &Pen, cell: &OrgCell, region: Panel, is_judged: bool) {
    let inner = region.shrunk(0.0, 0.5, 0.0, 0.5);
    let outline = inner.shrunk(0.5, 0.0, 0.5, 0.0);
    if let Some(ink) = tint(cell.state) {
        return pen.rect(inner, ink);
    }
    match cell.state {
        OrgState::Share(_) => pen.frame(outline, stroke(Role::Similar, 1.0)),
        OrgState::Missing => {
            let role = if is_judged {
                Role::Worse
            } else {
                Role::InkThird
            };
            if is_judged {
                let wash = Ink {
                    role,
                    opacity_percent: 14,
                };
                pen.rect(inner, wash);
            }
            pen.frame(outline, stroke(role, 1.0));
        }
        OrgState::Unknown => {
            hatch(pen, inner);
            pen.frame(outline, dashed(stroke(Role::InkThird, 1.0), Dash::Dashed));
        }
        OrgState::Empty => pen.frame(outline, stroke(Role::Hairline, 1.0)),
    }
}

/// Slanting lines: it is not known.
fn hatch(pen: &Pen, panel: Panel) {
    const STEP_PX: f64 = 7.0;
    let (width, height) = (panel.width(), panel.height());
    let mut from = STEP_PX;
    while from < width + height {
        let low = (
            panel.left + (from - height).max(0.0),
            panel.top + from.min(height),
        );
        let high = (
            panel.left + from.min(width),
            panel.top + (from - width).max(0.0),
        );
        pen.path(&[low, high], stroke(Role::Hairline, 1.0));
        from += STEP_PX;
    }
}

/// The name, and beside it or below it what is missing, as far as there is room. Gives back where it
/// ends.
fn letter(pen: &Pen, cell: &OrgCell, region: Panel, is_judged: bool) -> f64 {
    let middle = (region.top + region.bottom) / 2.0;
    let room_px = region.width() - 2.0 * INSET_PX;
    let name = Lettering::new(LABEL_PX, Role::Ink);
    let has_value = !cell.value_text.is_empty();
    let value_px = match has_value {
        true => SIGN_PX + Lettering::new(AXIS_PX, Role::Ink).width_px(&cell.value_text),
        false => 0.0,
    };
    let is_beside = name.width_px(&cell.label) + 8.0 + value_px <= room_px;
    // A word is not broken: it is cut, as a name on one line is.
    let has_room = |word: &str| !word.is_ascii() || name.width_px(word) <= room_px;
    let most_lines = match cell.label.split(' ').all(has_room) {
        true => ((region.height() / LINE_PX) as usize).clamp(1, 4),
        false => ((region.height() / LINE_PX) as usize).clamp(1, 2),
    };
    let is_below = has_value && !is_beside && most_lines > 1 && value_px <= room_px;
    let label_lines = match most_lines - usize::from(is_below) {
        lines if most_lines > 2 => lines.min(3),
        _ => 1,
    };
    let lines = text_width::wrapped(&cell.label, LABEL_PX, false, room_px, label_lines);
    let count = lines.len() + usize::from(is_below);
    let mut y = middle - (count as f64 - 1.0) * LINE_PX / 2.0;
    for line in &lines {
        pen.text(line, region.left + INSET_PX, y, name);
        y += LINE_PX;
    }
    if has_value && is_beside {
        letter_value(
            pen,
            cell,
            (region.right - INSET_PX - value_px, middle),
            is_judged,
        );
    } else if is_below {
        letter_value(pen, cell, (region.left + INSET_PX, y), is_judged);
    }
    middle + count as f64 * LINE_PX / 2.0
}

fn letter_value(pen: &Pen, cell: &OrgCell, (left, y): (f64, f64), is_judged: bool) {
    let status = match is_judged {
        true => MarkStatus::NotMet,
        false => MarkStatus::NotJudged,
    };
    glyph::draw(pen, status, (left + SIGN_PX / 2.0 - 2.0, y), 3.2);
    let value = Lettering::new(AXIS_PX, Role::InkSecond);
    pen.text(&cell.value_text, left + SIGN_PX, y, value);
}
