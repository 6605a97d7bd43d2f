//! The row below a header that says more of its columns: in words what they hold, what its codes stand for, of which
//! period each is. Must not know where a header begins.

use super::header::{bare_corner, is_missing, is_number, is_period};
use super::heading_units::is_unit_row;
use super::vocabulary::{folded, is_known};
use super::{Sample, SampleRow, when};

/// True where the row at a place, below a header of one row, is a part of the header.
pub(super) fn says_more(sample: &Sample, at: usize, width: usize) -> bool {
    let row = sample.rows.get(at).filter(|row| row.cells.len() == width);
    let above = at.checked_sub(1).and_then(|at| sample.rows.get(at));
    let (Some(row), Some(above)) = (row, above) else {
        return false;
    };
    let below = sample.rows.iter().skip(at + 1);
    let below = below.filter(|row| row.cells.len() == width);
    let below: Vec<&SampleRow> = below.skip_while(|it| is_unit_row(it)).take(50).collect();
    !is_unit_row(row) && (names_numbers(row, above, &below) || states_periods(row, above, &below))
}

/// True where a row names in words what the columns of numbers below it hold; of columns that have codes above it,
/// several of them.
fn names_numbers(row: &SampleRow, above: &SampleRow, below: &[&SampleRow]) -> bool {
    let is_of_numbers = |place: &usize| {
        let mut cells = filled(below, *place).peekable();
        cells.peek().is_some() && cells.all(|cell| is_number(cell) || is_missing(cell))
    };
    let is_name = |place: &usize| {
        let cell = &row.cells[*place];
        !cell.is_empty() && !is_number(cell) && !is_missing(cell)
    };
    // The corner of a table has no names.
    let bare = bare_corner(row).min(bare_corner(above));
    let of_numbers = (bare..row.cells.len()).filter(is_of_numbers);
    let of_numbers: Vec<usize> = of_numbers.collect();
    let named = of_numbers.iter().filter(|place| is_name(place)).count();
    let are_labels = || {
        let mut said = (0..row.cells.len()).filter(|at| !row.cells[*at].is_empty());
        bare_corner(row) > 0 && named > 1 && said.all(|at| is_name(&at)) && are_codes(above, row)
    };
    named > 0 && (named == of_numbers.len() || are_labels())
}

/// True where nothing stands in a row but periods of the figures below it, and its first cells are blank.
fn states_periods(row: &SampleRow, above: &SampleRow, below: &[&SampleRow]) -> bool {
    let mut said = (0..row.cells.len()).filter(|at| !row.cells[*at].is_empty());
    let is_period_of_figures = |at: usize| {
        let is_named = above
            .cells
            .get(at)
            .is_some_and(|it| !is_number(it) && !it.is_empty());
        let holds_others = filled(below, at).any(|it| !is_period(it));
        is_named && holds_others && is_period(&row.cells[at])
    };
    bare_corner(row) > 0
        && bare_corner(above) == 0
        && said.clone().count() > 1
        && said.all(is_period_of_figures)
}

/// True where a row holds nothing but codes, each another one, for what the row below says in words.
fn are_codes(codes: &SampleRow, labels: &SampleRow) -> bool {
    let is_code = |cell: &&String| {
        let is_part = |it: u8| it.is_ascii_alphanumeric() || it == b'_';
        cell.starts_with(|it: char| it.is_ascii_alphabetic())
            && cell.bytes().all(is_part)
            && when::in_name(cell).is_none()
    };
    let holds_mark = |cell: &&String| cell.contains(|it: char| it.is_ascii_digit() || it == '_');
    let pairs = || {
        codes
            .cells
            .iter()
            .zip(&labels.cells)
            .filter(|(_, label)| !label.is_empty())
    };
    codes.cells.iter().all(|it| is_code(&it))
        && are_distinct(codes.cells.iter().collect())
        && are_distinct(pairs().map(|it| it.1).collect())
        && pairs().any(|(code, _)| holds_mark(&code))
}

/// True where the codes say nothing beside the words below them, which are of another script.
pub(super) fn give_way(codes: &SampleRow, labels: &SampleRow) -> bool {
    let mut said = labels.cells.iter().filter(|it| !it.is_empty());
    said.all(|it| !it.is_ascii()) && are_codes(codes, labels)
}

/// True of a code that is a word for what its column is of: `GEO_ID`.
pub(super) fn says_itself(code: &str) -> bool {
    is_known(&folded(code))
}

fn are_distinct(mut cells: Vec<&String>) -> bool {
    let count = cells.len();
    cells.sort_unstable();
    cells.dedup();
    cells.len() == count
}

fn filled<'r>(rows: &'r [&SampleRow], at: usize) -> impl Iterator<Item = &'r String> {
    let cells = rows.iter().filter_map(move |row| row.cells.get(at));
    cells.filter(|cell| !cell.is_empty())
}
