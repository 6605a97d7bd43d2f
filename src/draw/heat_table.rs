//! A heat table on paper: names in a gutter, a sign and a tint in every cell, the value's text
//! where there is room. It must not know what a column measures.

use crate::figure::{HeatCell, HeatColumn, HeatTable, MarkStatus};

use super::field::Notes;
use super::geometry::Panel;
use super::glyph;
use super::hit::Hit;
use super::pen::{Lettering, Pen};
use super::scene::Ink;
use super::text_width;
use super::theme::{AXIS_PX, LABEL_PX, LEAST_WIDTH_PX, Role};

/// A row, where rows are few and where they are many.
const ROW_PX: f64 = 22.0;
const CLOSE_ROW_PX: f64 = 16.0;
const MANY_ROWS: usize = 40;
const HEAD_LINE_PX: f64 = 14.0;
const HEAD_LINES: usize = 3;
/// Narrower than this, columns that are narrower than words are numbered.
const NARROW_PX: f64 = 760.0;
/// Numbers that are wider than their columns stand on two lines in turn.
const NUMBER_LINES: usize = 2;
const KEY_GAP_PX: f64 = 6.0;
/// Details are alike: without this they would read as one line.
const DETAIL_GAP_PX: f64 = 4.0;
/// How far a head of the stairs reaches past the line that it stands on.
const STAIR_PX: f64 = 3.0;
const KEY_ENTRY_GAP_PX: f64 = 14.0;
const GUTTER_GAP_PX: f64 = 8.0;
/// Cells are not wider than this: a table of few columns keeps to the left.
const WIDEST_CELL_PX: f64 = 120.0;

/// Everything that is known once names and heads are measured.
struct Sheet<'a> {
    table: &'a HeatTable,
    gutter_px: f64,
    cell_px: f64,
    heads: Heads,
    notes: Notes,
}

/// How the columns are named.
enum Heads {
    /// Each above its column, in a few lines.
    Wrapped(Vec<Vec<String>>),
    /// One below the other, each at the top of a line that stands on its column: where columns
    /// are narrower than words. One that has no room on a line has several.
    Stairs(Vec<Vec<String>>),
    /// By its number, with a list above, each entry with its place and its line: on a narrow screen,
    /// where stairs would be taller than what they lead to.
    Numbered(Vec<(String, f64, usize)>),
}

impl<'a> Sheet<'a> {
    fn new(table: &'a HeatTable, width_px: f64) -> Sheet<'a> {
        let names = table
            .rows
            .iter()
            .map(|row| text_width::width_px(&row.label, LABEL_PX, false));
        let most_px = (width_px * 0.3).min(200.0);
        let name_px = names.fold(0.0, f64::max).min(most_px);
        let columns = table.columns.len().max(1) as f64;
        let cell_of =
            |gutter_px: f64| ((width_px - gutter_px) / columns).clamp(0.0, WIDEST_CELL_PX);
        let mut gutter_px = name_px + GUTTER_GAP_PX;
        let mut cell_px = cell_of(gutter_px);
        let wrapped: Option<Vec<Vec<String>>> = table
            .columns
            .iter()
            .map(|column| wrapped_head(column, cell_px - 2.0))
            .collect();
        let is_narrow = width_px < NARROW_PX;
        if wrapped.is_none() && !is_narrow {
            // The lowest head of the stairs has only the gutter to stand on.
            let lowest = table.columns.first().map(stair_head).unwrap_or_default();
            let lowest_px =
                text_width::width_px(&lowest, AXIS_PX, false) - STAIR_PX - cell_px / 2.0;
            gutter_px = gutter_px.max(lowest_px.min(most_px));
            cell_px = cell_of(gutter_px);
        }
        let stairs = || {
            let heads = table.columns.iter().enumerate();
            let heads = heads.map(|(at, column)| {
                let room_px = gutter_px + (at as f64 + 0.5) * cell_px + STAIR_PX;
                stair_lines(column, room_px)
            });
            heads.collect()
        };
        Sheet {
            table,
            gutter_px,
            cell_px,
            heads: match wrapped {
                Some(heads) => Heads::Wrapped(heads),
                None if is_narrow => Heads::Numbered(numbered_list(table, width_px)),
                None => Heads::Stairs(stairs()),
            },
            notes: Notes::new("", &table.caption, &table.note, width_px),
        }
    }

    fn head_px(&self) -> f64 {
        let lines = match &self.heads {
            Heads::Wrapped(heads) => heads.iter().map(Vec::len).max().unwrap_or(0),
            Heads::Stairs(heads) => heads.iter().map(Vec::len).sum(),
            Heads::Numbered(list) => list_lines(list) + self.number_lines(),
        };
        let key_px = match &self.heads {
            Heads::Numbered(_) => KEY_GAP_PX,
            _ => 0.0,
        };
        lines as f64 * HEAD_LINE_PX + key_px + 6.0
    }

    /// On how many lines the numbers of columns stand in turn.
    fn number_lines(&self) -> usize {
        let widest = self.table.columns.len().to_string();
        let widest_px = text_width::width_px(&widest, AXIS_PX, false);
        if widest_px + 2.0 > self.cell_px {
            NUMBER_LINES
        } else {
            1
        }
    }

    fn row_px(&self) -> f64 {
        match self.table.rows.len() > MANY_ROWS {
            true => CLOSE_ROW_PX,
            false => ROW_PX,
        }
    }

    /// The left edge of a column.
    fn left(&self, panel: Panel, column: usize) -> f64 {
        panel.left + self.gutter_px + column as f64 * self.cell_px
    }
}

/// A head in a few lines, its detail below; nothing where a word is wider than the column.
fn wrapped_head(column: &HeatColumn, room_px: f64) -> Option<Vec<String>> {
    if room_px < 3.0 * AXIS_PX {
        return None;
    }
    let mut lines = broken(&column.label, room_px)?;
    let mut details = Vec::new();
    for part in column.detail.split(" · ") {
        details.extend(broken(part, room_px - DETAIL_GAP_PX)?);
    }
    if lines.len() > HEAD_LINES || details.len() > HEAD_LINES {
        return None;
    }
    lines.extend(details);
    Some(lines)
}

/// A text in lines of about one length, which read better than a last line of one character; nothing
/// where a word is wider than the room.
fn broken(text: &str, room_px: f64) -> Option<Vec<String>> {
    let width_px = |text: &str| text_width::width_px(text, AXIS_PX, false);
    let words = text.split(' ').filter(|word| word.is_ascii());
    let widest_px = words.map(width_px).fold(0.0, f64::max);
    if widest_px > room_px {
        return None;
    }
    let wrapped = |room_px: f64| text_width::wrapped(text, AXIS_PX, false, room_px, HEAD_LINES + 1);
    let lines = wrapped(room_px);
    let even_px = width_px(text) / lines.len().max(1) as f64;
    let even = wrapped((even_px + AXIS_PX).max(widest_px).min(room_px));
    Some(if even.len() == lines.len() {
        even
    } else {
        lines
    })
}

/// The list above numbered columns: one entry after the other, in lines, an entry broken only where it is
/// wider than all. What the details of all columns share stands once, on a line below.
fn numbered_list(table: &HeatTable, width_px: f64) -> Vec<(String, f64, usize)> {
    let (mut x, mut line) = (0.0, 0);
    let mut placed = Vec::new();
    let shared = shared_details(&table.columns);
    for (at, column) in table.columns.iter().enumerate() {
        let parts = column.detail.split(" · ");
        let parts = parts.filter(|part| !part.is_empty() && !shared.contains(part));
        let own: String = parts.flat_map(|part| [" · ", part]).collect();
        let text = [&(at + 1).to_string(), " ", &column.label, &own].concat();
        let lines = text_width::wrapped(&text, AXIS_PX, false, width_px, HEAD_LINES);
        for text in lines {
            let own_px = text_width::width_px(&text, AXIS_PX, false);
            if x > 0.0 && x + own_px > width_px {
                (x, line) = (0.0, line + 1);
            }
            placed.push((text, x, line));
            x += own_px + KEY_ENTRY_GAP_PX;
        }
    }
    if !shared.is_empty() {
        let text = text_width::fitted(&shared.join(" · "), AXIS_PX, false, width_px);
        placed.push((text, 0.0, line + 1));
    }
    placed
}

/// The parts of details that all of several columns have.
fn shared_details(columns: &[HeatColumn]) -> Vec<&str> {
    let (Some(first), true) = (columns.first(), columns.len() > 1) else {
        return Vec::new();
    };
    let parts = first.detail.split(" · ").filter(|part| !part.is_empty());
    let is_shared = |part: &&str| {
        let mut others = columns.iter();
        others.all(|other| other.detail.split(" · ").any(|it| it == *part))
    };
    parts.filter(is_shared).collect()
}

fn list_lines(list: &[(String, f64, usize)]) -> usize {
    list.last().map_or(0, |(.., line)| line + 1)
}

/// A head on one line.
fn stair_head(column: &HeatColumn) -> String {
    match column.detail.is_empty() {
        true => column.label.clone(),
        false => [column.label.as_str(), &column.detail].join(" · "),
    }
}

/// A head of the stairs: on one line, else its name and its detail on lines of their own.
fn stair_lines(column: &HeatColumn, room_px: f64) -> Vec<String> {
    let whole = stair_head(column);
    if text_width::width_px(&whole, AXIS_PX, false) <= room_px {
        return vec![whole];
    }
    let wrapped = |text: &str| text_width::wrapped(text, AXIS_PX, false, room_px, HEAD_LINES);
    let mut lines = wrapped(&column.label);
    lines.extend(wrapped(&column.detail));
    lines
}

/// How tall a heat table likes to be, in px, at a width.
pub(super) fn natural_height_px(table: &HeatTable, width_px: f64) -> f64 {
    let sheet = Sheet::new(table, width_px);
    sheet.head_px() + sheet.row_px() * table.rows.len() as f64 + sheet.notes.height_px()
}

/// Draws the heat table into `panel`.
pub(super) fn draw(table: &HeatTable, pen: &mut Pen, panel: Panel) {
    let sheet = Sheet::new(table, panel.width());
    let count = table.rows.len();
    if count == 0 || table.columns.is_empty() {
        return sheet.notes.draw(pen, panel, panel);
    }
    let room = panel.shrunk(0.0, sheet.head_px(), 0.0, sheet.notes.height_px());
    let pitch = (room.height() / count as f64).min(sheet.row_px() * 1.25);
    if panel.width() < LEAST_WIDTH_PX || sheet.cell_px < 4.0 || pitch < 1.0 {
        return;
    }
    let bottom = room.top + pitch * count as f64;
    heads(pen, &sheet, room);
    let widest_px: Vec<f64> = (0..table.columns.len())
        .map(|column| widest_text_px(table, column))
        .collect();
    let mut named_until = room.top - 3.0;
    for (index, row) in table.rows.iter().enumerate() {
        let top = room.top + index as f64 * pitch;
        let middle = top + pitch / 2.0;
        // Where rows are closer than letters are tall, only every few are named.
        if middle - LABEL_PX / 2.0 >= named_until {
            let most_px = sheet.gutter_px - GUTTER_GAP_PX;
            let text = text_width::fitted(&row.label, LABEL_PX, false, most_px);
            pen.text(
                &text,
                panel.left,
                middle,
                Lettering::new(LABEL_PX, Role::Ink),
            );
            named_until = middle + LABEL_PX / 2.0;
        }
        for (column, cell) in row.cells.iter().take(table.columns.len()).enumerate() {
            let left = sheet.left(panel, column);
            let region = Panel::new(left, top, left + sheet.cell_px, top + pitch);
            draw_cell(pen, cell, region, widest_px[column]);
            pen.hit(Hit {
                key: cell.key,
                region,
                extent: region,
                x_px: left + sheet.cell_px / 2.0,
                y_px: middle,
            });
        }
    }
    let right = sheet.left(panel, table.columns.len());
    pen.rule(panel.left, right, bottom - 0.5, Role::Hairline);
    sheet.notes.draw(pen, panel, panel);
}

fn heads(pen: &Pen, sheet: &Sheet, room: Panel) {
    let quiet = Lettering::new(AXIS_PX, Role::InkSecond);
    let foot = room.top - 6.0;
    match &sheet.heads {
        Heads::Wrapped(heads) => {
            for (column, lines) in heads.iter().enumerate() {
                let middle = sheet.left(room, column) + sheet.cell_px / 2.0;
                let first = foot - lines.len() as f64 * HEAD_LINE_PX + HEAD_LINE_PX / 2.0;
                for (index, line) in lines.iter().enumerate() {
                    let y = first + index as f64 * HEAD_LINE_PX;
                    pen.text(line, middle, y, quiet.middle());
                }
            }
        }
        Heads::Numbered(_) => {}
        Heads::Stairs(heads) => {
            let mut y = foot + HEAD_LINE_PX / 2.0;
            for (column, lines) in heads.iter().enumerate() {
                let x = sheet.left(room, column) + sheet.cell_px / 2.0;
                let below = y - HEAD_LINE_PX + AXIS_PX * 0.55 + 1.0;
                pen.upright(x, below, room.top - 2.0, Role::Similar);
                for line in lines.iter().rev() {
                    y -= HEAD_LINE_PX;
                    pen.text(line, x + STAIR_PX, y, quiet.end());
                }
            }
        }
    }
    if let Heads::Numbered(list) = &sheet.heads {
        numbers(pen, sheet, room, list);
    }
    let right = sheet.left(room, sheet.table.columns.len());
    pen.rule(room.left, right, room.top - 1.0, Role::InkThird);
}

/// The list of columns at the top, and each column's number above it. A number that has no room is
/// left out: its neighbours tell it.
fn numbers(pen: &Pen, sheet: &Sheet, room: Panel, list: &[(String, f64, usize)]) {
    let quiet = Lettering::new(AXIS_PX, Role::InkSecond);
    let top = room.top - sheet.head_px();
    for (text, left, line) in list {
        let y = top + (*line as f64 + 0.5) * HEAD_LINE_PX;
        pen.text(text, room.left + left, y, quiet);
    }
    let mut taken = [f64::NEG_INFINITY; NUMBER_LINES];
    for at in 0..sheet.table.columns.len() {
        let text = &(at + 1).to_string();
        let line = at % sheet.number_lines();
        let middle = sheet.left(room, at) + sheet.cell_px / 2.0;
        let half = quiet.width_px(text) / 2.0;
        if middle - half < taken[line] {
            continue;
        }
        let y = room.top - 6.0 - (line as f64 + 0.5) * HEAD_LINE_PX;
        pen.text(text, middle, y, quiet.middle());
        taken[line] = middle + half + 2.0;
    }
}

/// The tint of a cell: the verdict, else where the value stands in its column.
fn tint(cell: &HeatCell) -> Option<Ink> {
    let (role, opacity_percent) = match cell.status {
        MarkStatus::MuchBetter | MarkStatus::MuchWorse => (glyph::role(cell.status), 28),
        status if glyph::deviates(status) && status != MarkStatus::Met => (glyph::role(status), 14),
        MarkStatus::Plain => {
            let share = cell.share.filter(|share| share.is_finite())?;
            let percent = (share.clamp(0.0, 1.0) * 30.0) as u8;
            (Role::Similar, percent)
        }
        _ => return None,
    };
    (opacity_percent > 0).then_some(Ink {
        role,
        opacity_percent,
    })
}

/// The width of the widest text of a column.
fn widest_text_px(table: &HeatTable, column: usize) -> f64 {
    let cells = table.rows.iter().filter_map(|row| row.cells.get(column));
    let widths = cells.map(|cell| text_width::width_px(&cell.text, AXIS_PX, false));
    widths.fold(0.0, f64::max)
}

/// Tint, sign and text, from the most to the least needed. Where one text of a column has no room none
/// of it stands: an empty cell among numbers would look like a missing one.
fn draw_cell(pen: &Pen, cell: &HeatCell, region: Panel, widest_px: f64) {
    let gap = if region.height() > 6.0 { 0.5 } else { 0.0 };
    if let Some(ink) = tint(cell) {
        pen.rect(region.shrunk(gap, gap, gap, gap), ink);
    }
    let radius = (region.height() * 0.22).min(region.width() * 0.3).min(3.5);
    let middle = (region.top + region.bottom) / 2.0;
    let lettering = Lettering::new(AXIS_PX, Role::Ink);
    let has_glyph = cell.status != MarkStatus::Plain;
    let glyph_px = if has_glyph { 2.0 * radius + 6.0 } else { 0.0 };
    let text_px = lettering.width_px(&cell.text);
    let is_lettered = !cell.text.is_empty()
        && region.height() >= AXIS_PX + 3.0
        && glyph_px + widest_px + 6.0 <= region.width();
    let content_px = glyph_px + if is_lettered { text_px } else { -6.0 };
    let left = (region.left + region.right - content_px.max(0.0)) / 2.0;
    if has_glyph {
        // What does not deviate stays small, so that what does is seen.
        let drawn = match cell.status {
            MarkStatus::Similar => radius * 0.65,
            _ => radius,
        };
        glyph::draw(pen, cell.status, (left + radius, middle), drawn);
    } else if !is_lettered && cell.share.is_none() {
        pen.disc(
            ((region.left + region.right) / 2.0, middle),
            radius * 0.6,
            Ink::of(Role::Similar),
        );
    }
    if is_lettered {
        pen.text(&cell.text, left + glyph_px, middle, lettering);
    }
}
