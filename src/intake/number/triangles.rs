//! Triangles for a minus, as statistics of East Asia write it: `△484`, `▲1.5%`. Elsewhere the black one says that a
//! figure rose; then its column is none of numbers.

use crate::intake::SampleRow;
use crate::intake::number::sign_of;

/// A minus, unless others point down.
pub(in crate::intake) const WHITE: char = '△';
/// The same, where its column shows that numbers above zero stand without one.
pub(in crate::intake) const BLACK: char = '▲';
const DOWN: [char; 2] = ['▼', '▽'];

/// True where triangles at numbers say that these are below zero: none points down, and some are white or numbers
/// above zero stand in one column with black ones, and none with a minus.
pub(in crate::intake) fn are_minus(rows: &[&SampleRow], width: usize) -> bool {
    let number_behind = |cell: &str, signs: &[char]| {
        let rest = cell.trim_start().strip_prefix(signs).map(str::trim_start);
        rest.is_some_and(|it| it.starts_with(|it: char| it.is_numeric()))
    };
    let cells = |at: usize| rows.iter().filter_map(move |row| row.cells.get(at));
    let mut is_sure = false;
    for at in 0..width {
        if cells(at).any(|it| number_behind(it, &DOWN)) {
            return false;
        }
        is_sure |= cells(at).any(|it| number_behind(it, &[WHITE]));
        if !is_sure && cells(at).any(|it| number_behind(it, &[BLACK])) {
            let is_above = |cell: &String| {
                let holds_size =
                    cell.contains(|it: char| it.is_numeric() && !matches!(it, '0' | '０'));
                holds_size && !cell.contains([BLACK, WHITE]) && sign_of(cell).is_some()
            };
            let is_below = |cell: &String| cell.starts_with(['-', '−']) && sign_of(cell).is_some();
            is_sure = cells(at).any(is_above) && !cells(at).any(is_below);
        }
    }
    is_sure
}
