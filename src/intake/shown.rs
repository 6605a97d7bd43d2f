//! What a reader is shown of single columns of a sample, as the recipe has them. Must not know how
//! it is laid out.

use super::{Recipe, Sample, as_read};

/// Some of the distinct cells of a column, from the rows below the header, in the order in which
/// they come.
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
        if !cell.is_empty() && !found.iter().any(|known| known == cell) {
            found.push(cell.to_string());
        }
        if found.len() == count {
            break;
        }
    }
    found
}
