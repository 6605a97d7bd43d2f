//! Headers that hold ages or percentiles, which are numbers as figures are. Must not know where a header begins.

use super::SampleRow;
use super::header::{filled, is_number};

/// True where the only numbers of a row are small, whole and rise from one to the next, as ages and percentiles in
/// a header do, and those of the rows below do not.
pub(super) fn is_ascending(row: &SampleRow, below: &[&SampleRow]) -> bool {
    const FEWEST: usize = 4;
    const LARGEST: u8 = 130;
    let places: Vec<usize> = (0..row.cells.len())
        .filter(|at| is_number(&row.cells[*at]))
        .collect();
    let rises = |row: &SampleRow| {
        let cells = places
            .iter()
            .map(|at| row.cells.get(*at).and_then(|it| it.parse::<u8>().ok()));
        let whole: Option<Vec<u8>> = cells.collect();
        whole.is_some_and(|it| it.is_sorted_by(|one, other| one < other && *other <= LARGEST))
    };
    // A row of figures begins with one name or a few; those of a header are in the first row.
    let is_word =
        |at: &usize| row.cells[*at].chars().any(char::is_alphabetic) && !is_number(&row.cells[*at]);
    let first = places.first().copied().unwrap_or(0);
    places.len() >= FEWEST
        && below.len() > 1
        && (0..first).all(|at| is_word(&at))
        && rises(row)
        && !below.iter().any(|other| rises(other))
}

/// True where the numbers of a row are ages and the like: 0, 1, 2, 3.
pub(super) fn counts_up(row: &SampleRow) -> bool {
    let numbers = || row.cells.iter().filter(|cell| is_number(cell));
    let whole: Vec<i64> = numbers().filter_map(|cell| cell.parse().ok()).collect();
    whole.len() >= 3
        && whole.len() == numbers().count()
        && whole.windows(2).all(|pair| pair[1] == pair[0] + 1)
        && whole.len() + 3 >= filled(row)
}
