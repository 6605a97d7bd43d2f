//! Where the header of a sample stands and what it calls the columns.

use super::ascending::{counts_up, is_ascending};
use super::column_names::without_mark;
use super::heading_units::{
    bare_unit, is_bracketed_unit, is_unit_row, numbers_columns, stated_unit, units_in_brackets,
};
use super::label_row::{self, says_itself};
use super::number::{Evidence, Numbers, evidence};
use super::row_names::names_rows;
use super::sample::usual_width;
use super::vocabulary::eras::{are_thai, of_thailand};
use super::vocabulary::headed_units::is_unit;
use super::vocabulary::years::without_year_words;
use super::vocabulary::{is_note_start, missing_sign, narrow};
use super::when::bands::names_above;
use super::{Sample, SampleRow, when};

/// The header of a sample.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Header {
    /// Place of its first row in the sample; that of the first row of data where it has none.
    pub first: usize,
    /// Its rows; 0 where there is none.
    pub rows: usize,
    /// True where the last of them holds units.
    pub has_unit_row: bool,
    /// Names of the columns, as many as the rows have cells.
    pub names: Vec<String>,
    /// What each row of the header calls them.
    pub by_row: Vec<Vec<String>>,
}

impl Header {
    /// The numbers of cells of the header and of the rows, where they are not of one shape: a blank
    /// cell more at the end of either is no matter, nor is the first where the rows are numbered.
    pub(super) fn misfit(&self, sample: &Sample) -> Option<(usize, usize)> {
        let width = self.names.len();
        let row = self.by_row.first()?;
        let data = sample.rows.get(self.end()..).unwrap_or_default();
        let is_numbered = row.len() + 1 == width && counts_rows(data, width);
        let more = row.iter().skip(width).any(|cell| !cell.is_empty());
        let of_width = data.iter().filter(|row| row.cells.len() == width);
        let beyond = |row: &SampleRow| {
            row.cells
                .iter()
                .skip(self.by_row[0].len())
                .any(|cell| !cell.is_empty())
        };
        let fewer = of_width.clone().any(beyond);
        (width > 1 && (more || fewer) && !is_numbered).then_some((row.len(), width))
    }

    /// Place of the first row of data.
    pub(super) fn end(&self) -> usize {
        self.first + self.rows
    }
}

/// The place of the row below the remarks that this program writes above a table: a mark and a text each.
fn below_remarks(sample: &Sample) -> Option<usize> {
    let is_remark = |row: &SampleRow| row.cells.len() == 2 && row.cells[0] == "#";
    let count = sample.rows.iter().take_while(|row| is_remark(row)).count();
    (count > 0 && count < sample.rows.len()).then_some(count)
}

/// Cells that the rows of the table have: below remarks, of which there may be more than rows, those of
/// the header.
fn width(sample: &Sample) -> usize {
    let header = below_remarks(sample).and_then(|at| sample.rows.get(at));
    header.map_or_else(|| usual_width(&sample.rows), |row| row.cells.len())
}

/// The header that the rows themselves show.
pub(super) fn find(sample: &Sample) -> Header {
    let width = width(sample);
    if let Some(first) = below_remarks(sample) {
        return of(sample, first, 1, false, width);
    }
    let live = live_columns(&sample.rows, width);
    let is_numbered = counts_rows(sample.rows.get(1..).unwrap_or_default(), width);
    let is_candidate = |row: &SampleRow| {
        let enough = (live * 3).div_ceil(5).max(if width > 1 { 2 } else { 1 });
        filled(row) >= enough.min(width)
            && (row.cells.len() >= width || row.cells.len() + 1 == width && is_numbered)
    };
    let Some(main) = sample.rows.iter().position(is_candidate) else {
        return of(sample, 0, 1.min(sample.rows.len()), false, width);
    };
    if is_data(sample, main, width) {
        if let Some((names, rows, has_unit_row)) = names_above(sample, main) {
            return of(sample, names, rows, has_unit_row, width);
        }
        // Names that are fewer than the cells of the rows are names all the same.
        let names = main.checked_sub(1).filter(|above| {
            let row = &sample.rows[*above];
            filled(row) > 1 && (row.cells.len() < width || has_bare_corner(row))
        });
        return match names {
            Some(names) => of(sample, names, 1, false, width),
            None => of(sample, main, 0, false, width),
        };
    }
    let (mut first, mut last) = (main, main);
    if let Some(above) = main.checked_sub(1)
        && is_spanning(&sample.rows[above], &sample.rows[main], width)
    {
        first = above;
        // A third row, of several spans: above one alone stands a title.
        if let Some(above) = first.checked_sub(1)
            && is_spanning(&sample.rows[above], &sample.rows[first], width)
            && spans(&sample.rows[above]) > 1
        {
            first = above;
        }
    }
    let has_gaps = |row: &SampleRow| {
        let mut cells = row.cells.iter().enumerate();
        cells.any(|(at, cell)| cell.is_empty() && at > 0 || is_repeated(row, at))
    };
    let below = |at: usize| {
        sample
            .rows
            .get(at + 1)
            .filter(|row| row.cells.len() == width)
    };
    if first == last
        && has_gaps(&sample.rows[main])
        && let Some(row) = below(main)
        && !is_unit_row(row)
        && is_lower(row, &sample.rows[main])
        && !is_row_below(row, &sample.rows[main])
        && !is_data(sample, main + 1, width)
        && sample.rows.len() > main + 2
    {
        last = main + 1;
    }
    let is_row = below(main).is_some_and(|row| is_row_below(row, &sample.rows[main]));
    if first == last && !is_row && label_row::says_more(sample, main + 1, width) {
        last = main + 1;
    }
    if below(last).is_some_and(|row| names_rows(row, &sample.rows[last])) {
        last += 1;
    }
    let is_below = below(last).is_some_and(is_unit_row);
    // Where few columns have names of one row, the row of units may be the one with most cells.
    let is_last = first < last && sample.rows.get(last).is_some_and(is_unit_row);
    let (rows, has_unit_row) = (
        last - first + 1 + usize::from(is_below),
        is_below || is_last,
    );
    of(sample, first, rows, has_unit_row, width)
}

/// The header at a line, of so many rows; none at line 0.
pub(super) fn at_line(sample: &Sample, line: u32, rows: u8) -> Header {
    let width = width(sample);
    if line == 0 {
        return of(sample, 0, 0, false, width);
    }
    let first = sample
        .rows
        .iter()
        .position(|row| row.line >= line)
        .unwrap_or(0);
    let rows = usize::from(rows.max(1)).min(sample.rows.len() - first.min(sample.rows.len()));
    let last = (first + rows)
        .checked_sub(1)
        .and_then(|at| sample.rows.get(at));
    let has_unit_row = rows > 1 && last.is_some_and(is_unit_row);
    of(sample, first, rows, has_unit_row, width)
}

fn of(sample: &Sample, first: usize, rows: usize, has_unit_row: bool, width: usize) -> Header {
    let header = sample.rows.get(first..first + rows).unwrap_or_default();
    let data = sample.rows.get(first + rows..).unwrap_or_default();
    let mut names = vec![String::new(); width];
    let mut in_brackets = vec![""; width];
    let (units, named) = match (has_unit_row, header) {
        (true, [named @ .., units]) => (Some(units).filter(|it| !numbers_columns(it)), named),
        _ => (None, header),
    };
    // What the rows are called stands alone in the last row.
    let (named, of_rows) = match named {
        [rest @ .., above, last] if names_rows(last, above) => {
            (&named[..rest.len() + 1], Some(last))
        }
        _ => (named, None),
    };
    let of_codes = matches!(named, [codes, labels] if label_row::give_way(codes, labels));
    for (place, row) in named.iter().enumerate() {
        let lower = named.get(place + 1..).unwrap_or_default();
        let is_upper = !lower.is_empty() || units.is_some();
        let is_named_below = |at: usize| {
            let mut rows = lower.iter().chain(units);
            rows.any(|row| row.cells.get(at).is_some_and(|it| !it.is_empty()))
        };
        // The header that R writes has no name for the names of the rows.
        let shift =
            usize::from(row.cells.len() + 1 == width && rows == 1 && counts_rows(data, width));
        let mut above = "";
        let higher = place.checked_sub(1).and_then(|it| named.get(it));
        let is_of_units = is_upper && units_in_brackets(row) > 0;
        for (at, name) in names.iter_mut().enumerate() {
            let cell = at.checked_sub(shift).and_then(|at| row.cells.get(at));
            let cell = cell.map_or("", String::as_str);
            // What stands above one name reaches no further than what stands above that.
            if higher.is_some_and(|row| row.cells.get(at).is_some_and(|it| !it.is_empty())) {
                above = "";
            }
            let text = match cell {
                // What the code stands for is said below.
                cell if of_codes && place == 0 && is_named_below(at) && !says_itself(cell) => {
                    continue;
                }
                cell if is_of_units && is_bracketed_unit(cell) => {
                    in_brackets[at] = bare_unit(cell);
                    continue;
                }
                "" if is_upper && is_named_below(at) && !is_of_units => above,
                cell => {
                    above = cell;
                    cell
                }
            };
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            if !name.is_empty() && !text.is_empty() {
                name.push(' ');
            }
            name.push_str(&text);
        }
    }
    if let Some(units) = units {
        for (unit, below) in in_brackets.iter_mut().zip(&units.cells) {
            *unit = stated_unit(below);
        }
    }
    if in_brackets.iter().any(|unit| !unit.is_empty()) {
        for (name, unit) in names.iter_mut().zip(in_brackets) {
            if !unit.is_empty() && !name.is_empty() {
                *name = format!("{name} ({unit})");
            }
        }
    }
    let of_rows = of_rows.map_or(&[][..], |row| &row.cells);
    for (name, cell) in names.iter_mut().zip(of_rows).filter(|it| !it.1.is_empty()) {
        name.clone_from(cell);
    }
    if rows == 0 {
        for (at, name) in names.iter_mut().enumerate() {
            *name = format!("#{}", at + 1);
        }
    }
    Header {
        first,
        rows,
        has_unit_row,
        names,
        by_row: named.iter().map(|row| row.cells.clone()).collect(),
    }
}

/// True where the first cells count the rows from 1.
fn counts_rows(data: &[SampleRow], width: usize) -> bool {
    let rows = data.iter().filter(|row| row.cells.len() == width);
    let mut count = 0;
    let counts = rows.enumerate().all(|(at, row)| {
        count = at + 1;
        row.cells
            .first()
            .is_some_and(|cell| *cell == count.to_string())
    });
    counts && count > 0
}

pub(super) fn filled(row: &SampleRow) -> usize {
    row.cells.iter().filter(|cell| !cell.is_empty()).count()
}

/// Columns in which any of the later rows holds something.
fn live_columns(rows: &[SampleRow], width: usize) -> usize {
    let is_live = |place: usize| {
        let later = rows.iter().skip(1).filter(|row| row.cells.len() == width);
        let mut cells = later.filter_map(|row| row.cells.get(place));
        cells.any(|cell| !cell.is_empty())
    };
    match (0..width).filter(|place| is_live(*place)).count() {
        0 => width,
        live => live,
    }
}

fn is_repeated(row: &SampleRow, at: usize) -> bool {
    let own = &row.cells[at];
    !own.is_empty() && row.cells[..at].contains(own)
}

/// True where a cell is a year or another period, as headers hold.
pub(super) fn is_period(cell: &str) -> bool {
    let narrow: String = without_mark(cell).chars().map(narrow).collect();
    // % 2020: percentages of a year.
    let bare = narrow.strip_prefix('%').map_or(&*narrow, str::trim_start);
    let stated = when::in_name(bare);
    stated.is_some_and(|(_, rest)| without_year_words(bare, &rest).is_empty())
}

pub(super) fn is_number(cell: &str) -> bool {
    let mut numbers = Numbers::default();
    !cell.is_empty() && evidence(&mut numbers, cell) != Evidence::NoNumber
}

pub(super) fn is_missing(cell: &str) -> bool {
    missing_sign(&cell.to_lowercase()).is_some()
}

/// True of a sign without letters: a header may be called x or c.
fn is_mute_sign(cell: &str) -> bool {
    is_missing(cell) && !cell.chars().any(char::is_alphabetic)
}

/// True where a row holds a number that is no year, above others in its column.
fn is_data(sample: &Sample, at: usize, width: usize) -> bool {
    let row = &sample.rows[at];
    let below: Vec<&SampleRow> = sample
        .rows
        .iter()
        .skip(at + 1)
        .filter(|row| row.cells.len() == width)
        .take(50)
        .collect();
    let is_of_numbers = |place: usize| {
        let cells = below.iter().filter_map(|row| row.cells.get(place));
        let cells: Vec<&String> = cells.filter(|cell| !cell.is_empty()).collect();
        let numbers = cells.iter().filter(|cell| is_number(cell)).count();
        numbers * 2 > cells.len() || (cells.is_empty() && below.is_empty())
    };
    let cells = row.cells.iter().enumerate();
    let numbers: Vec<(usize, &String)> = cells.filter(|(_, cell)| is_number(cell)).collect();
    let is_thai = are_thai(row.cells.iter().map(String::as_str));
    let is_period = |cell: &str| match is_thai {
        true => is_period(&of_thailand(cell)),
        false => is_period(cell),
    };
    // Words above numbers are their names.
    let names = row.cells.iter().enumerate().filter(|(place, cell)| {
        !cell.is_empty() && !is_number(cell) && !is_missing(cell) && is_of_numbers(*place)
    });
    if names.count() > numbers.len() {
        return false;
    }
    let plain = numbers
        .iter()
        .any(|(place, cell)| !is_period(cell) && is_of_numbers(*place));
    let signs = row
        .cells
        .iter()
        .enumerate()
        .any(|(place, cell)| place > 0 && is_mute_sign(cell) && is_of_numbers(place));
    (plain && !counts_up(row) && !is_ascending(row, &below))
        || (signs && numbers.iter().all(|(_, cell)| !is_period(cell)))
}

/// True where a row above the header spans its columns.
fn is_spanning(upper: &SampleRow, lower: &SampleRow, width: usize) -> bool {
    let at = upper.cells.iter().enumerate();
    let said: Vec<(usize, &String)> = at.filter(|(_, cell)| !cell.is_empty()).collect();
    let has_more = said.iter().any(|(at, _)| *at > 0);
    let has_units = said.len() > 1 && units_in_brackets(upper) > 0;
    let is_title = |cell: &String| is_note_start(cell) || !has_units && is_unit(bare_unit(cell));
    let gap = |at: usize| lower.cells.get(at).is_some_and(|cell| cell.is_empty());
    let fits = said.iter().any(|(at, _)| gap(*at))
        || (0..lower.cells.len()).any(|at| is_repeated(lower, at))
        || upper.cells.first().is_some_and(String::is_empty);
    upper.cells.len() == width
        && (has_more && fits)
        && !said.iter().any(|(_, cell)| is_title(cell))
        && !said
            .iter()
            .any(|(_, cell)| is_number(cell) && !is_period(cell))
}

/// So many cells of a row beyond the first hold something.
fn spans(row: &SampleRow) -> usize {
    row.cells.iter().skip(1).filter(|it| !it.is_empty()).count()
}

/// True where a row below a header with gaps or repeated names tells its columns apart.
fn is_lower(lower: &SampleRow, upper: &SampleRow) -> bool {
    let cells = lower.cells.iter().enumerate();
    let bare = bare_corner(lower).min(bare_corner(upper));
    let needed = cells.skip(bare).filter(|(at, _)| {
        let above = upper.cells.get(*at).is_none_or(String::is_empty);
        above && *at > 0 || (*at < upper.cells.len() && is_repeated(upper, *at))
    });
    let (mut all, mut said) = (0, 0);
    for (_, cell) in needed {
        all += 1;
        said += usize::from(!cell.is_empty());
    }
    all > 0 && said * 2 > all
}

/// So many of the first cells are blank.
pub(super) fn bare_corner(row: &SampleRow) -> usize {
    row.cells.iter().take_while(|cell| cell.is_empty()).count()
}

/// True where the first columns have no names and each of the others has one.
pub(super) fn has_bare_corner(row: &SampleRow) -> bool {
    let named: Vec<&String> = row
        .cells
        .iter()
        .skip_while(|cell| cell.is_empty())
        .collect();
    let is_name = |cell: &&String| !cell.is_empty() && (!is_number(cell) || is_period(cell));
    named.len() < row.cells.len() && named.iter().all(is_name)
}

/// True where what stands below a header is a row of the table: it has a name of its own where the
/// header has one, and else figures.
fn is_row_below(row: &SampleRow, header: &SampleRow) -> bool {
    let own = row.cells.first().map_or("", String::as_str);
    let above = header.cells.first().map_or("", String::as_str);
    let mut figures = row.cells.iter().skip(1).filter(|cell| !cell.is_empty());
    let begins =
        |cell: &&String| cell.starts_with(|it: char| it.is_numeric()) || is_mute_sign(cell);
    !own.is_empty()
        && !above.is_empty()
        && own != above
        && figures.clone().all(|cell| begins(&cell))
        && figures.any(|cell| !is_period(cell))
}
