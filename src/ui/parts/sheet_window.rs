//! Which rows and columns of a very long table are in sight: sums only. It knows no element and no figure.

use crate::browser::SheetRoom;

/// Rows made beyond each edge, so that a step of the wheel shows no gap.
const ROWS_BEYOND: usize = 8;
/// The window moves in steps of so many rows, so that not every pixel makes rows anew.
const STEP: usize = 4;
/// Up to so many columns are made whether in sight or not.
const FEW_COLUMNS: usize = 14;
/// Browsers make no element taller than some 17 million pixels; a table that would be stands for a longer
/// one, of which the bar moves through larger steps.
const TALLEST_PX: f64 = 12e6;
/// What a row and a column are taken for until one was made.
const USUAL_ROW_PX: f64 = 30.0;
const USUAL_COLUMN_PX: f64 = 112.0;

/// What is made of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Window {
    /// The first row.
    pub first: usize,
    /// The row after the last.
    pub end: usize,
    /// Room for the rows above.
    pub above_px: f64,
    /// Room for the rows below.
    pub below_px: f64,
    /// The first column of figures.
    pub first_column: usize,
    /// The column after the last.
    pub end_column: usize,
    /// Room for the columns to the left.
    pub left_px: f64,
    /// Room for the columns to the right.
    pub right_px: f64,
}

/// What is in sight of so many rows and columns of figures.
pub fn window(room: &SheetRoom, rows: usize, columns: usize) -> Window {
    let row_px = or(room.row_px, USUAL_ROW_PX);
    let column_px = or(room.column_px, USUAL_COLUMN_PX);
    let visible = rows_in_sight(room);
    let whole_px = rows as f64 * row_px;
    let extent_px = whole_px.min(TALLEST_PX);
    let top = first_in_sight(room, rows);
    let first = (top as usize).saturating_sub(ROWS_BEYOND) / STEP * STEP;
    let end = ((top as usize + visible + ROWS_BEYOND) / STEP * STEP + STEP).min(rows);
    let above_px = match whole_px > TALLEST_PX {
        false => first as f64 * row_px,
        true => (room.top_px - (top - first as f64) * row_px).max(0.0),
    };
    let made_px = end.saturating_sub(first) as f64 * row_px;
    let (first_column, end_column) = match columns <= FEW_COLUMNS {
        true => (0, columns),
        false => {
            let left = (room.left_px - room.before_px + room.held_px).max(0.0) / column_px;
            let right = (room.left_px + or(room.width_px, 1200.0) - room.before_px) / column_px;
            let first = (left as usize).saturating_sub(2).min(columns - 1);
            (
                first,
                (right.max(0.0) as usize + 3).clamp(first + 1, columns),
            )
        }
    };
    Window {
        first,
        end,
        above_px,
        below_px: (extent_px - above_px - made_px).max(0.0),
        first_column,
        end_column,
        left_px: first_column as f64 * column_px,
        right_px: (columns - end_column) as f64 * column_px,
    }
}

/// How many whole rows the box shows.
pub fn rows_in_sight(room: &SheetRoom) -> usize {
    let row_px = or(room.row_px, USUAL_ROW_PX);
    ((or(room.height_px, 700.0) - room.head_px) / row_px).max(1.0) as usize
}

/// The row at the upper edge, in rows from 0.
fn first_in_sight(room: &SheetRoom, rows: usize) -> f64 {
    let row_px = or(room.row_px, USUAL_ROW_PX);
    let last = rows.saturating_sub(1) as f64;
    let whole_px = rows as f64 * row_px;
    if whole_px <= TALLEST_PX {
        return (room.top_px / row_px).min(last);
    }
    let way_px = (TALLEST_PX + room.head_px - room.height_px).max(1.0);
    let hidden = rows.saturating_sub(rows_in_sight(room)) as f64;
    (room.top_px / way_px * hidden).min(last)
}

/// How far the box has to be scrolled for a row to be in sight whole; none where it is.
pub fn scrolled_to_row(room: &SheetRoom, rows: usize, row: usize) -> Option<f64> {
    let row_px = or(room.row_px, USUAL_ROW_PX);
    let visible = rows_in_sight(room);
    let top = first_in_sight(room, rows);
    let wanted = match (row as f64) < top {
        true => row as f64,
        false if row as f64 + 1.0 > top + visible as f64 => {
            (row + 1).saturating_sub(visible) as f64
        }
        false => return None,
    };
    if rows as f64 * row_px <= TALLEST_PX {
        return Some((wanted * row_px).ceil());
    }
    let way_px = (TALLEST_PX + room.head_px - room.height_px).max(1.0);
    let hidden = rows.saturating_sub(visible).max(1) as f64;
    Some((wanted / hidden * way_px).ceil())
}

/// The same of a column of figures.
pub fn scrolled_to_column(room: &SheetRoom, column: usize) -> Option<f64> {
    let column_px = or(room.column_px, USUAL_COLUMN_PX);
    let start = room.before_px + column as f64 * column_px;
    if start - room.held_px < room.left_px {
        return Some((start - room.held_px).max(0.0));
    }
    let end = start + column_px;
    (end > room.left_px + room.width_px).then_some((end - room.width_px).ceil())
}

fn or(size_px: f64, usual_px: f64) -> f64 {
    if size_px > 0.0 { size_px } else { usual_px }
}
