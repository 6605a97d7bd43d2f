//! The row below a header in which nothing stands but what the rows are called, as programs write it for tables
//! whose columns have names on several levels. Must not know where a header begins.

use super::SampleRow;
use super::vocabulary::{code_rank, folded, place_rank};

/// True of a row below a header that says of what places the rows are and nothing else, where the header does
/// not, as programs write a table whose columns have names of their own.
pub(super) fn names_rows(row: &SampleRow, above: &SampleRow) -> bool {
    let names_place = |cell: &str| {
        let name = folded(cell);
        place_rank(&name).is_some() || code_rank(&name).is_some()
    };
    let count = row.cells.iter().take_while(|it| names_place(it)).count();
    let heads = above.cells.get(..count).unwrap_or_default();
    count > 0
        && row.cells.len() > count
        && row.cells.iter().skip(count).all(String::is_empty)
        && above.cells.iter().skip(count).all(|it| !it.is_empty())
        && !heads.iter().any(|it| names_place(it))
}
