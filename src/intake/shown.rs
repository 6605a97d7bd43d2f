//! What a reader is shown of single columns of a sample, as the recipe has them. Must not know how
//! it is laid out.

use super::{Recipe, Sample, as_read};

/// Outlines and long notes are shown by so many characters.
const SHOWN_CHARACTERS: usize = 48;

/// A cell, or how a long one begins.
fn beginning(cell: &str) -> String {
    match cell.char_indices().nth(SHOWN_CHARACTERS) {
        Some((end, _)) => format!("{}…", &cell[..end]),
        None => cell.to_string(),
    }
}

/// Some of the distinct cells of a column, from the rows below the header, in the order in which
/// they come; long ones by their beginnings.
pub fn examples(sample: &Sample, recipe: &Recipe, column: usize, count: usize) -> Vec<String> {
    let read = as_read(sample, recipe);
    let header_rows = match recipe.header_line {
        0 => 0,
        _ => usize::from(recipe.header_rows.max(1)),
    };
    let rows = read.rows.iter();
    let below = rows.skip_while(|row| row.line < recipe.header_line);
    let mut found: Vec<String> = Vec::new();
    for row in below.skip(header_rows) {
        let cell = row.cells.get(column).map_or("", String::as_str);
        let cell = beginning(cell);
        if !cell.is_empty() && !found.contains(&cell) {
            found.push(cell);
        }
        if found.len() == count {
            break;
        }
    }
    found
}
