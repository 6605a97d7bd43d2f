//! Where the header of a sample stands and what it calls the columns.

use super::number::{Evidence, Numbers, evidence};
use super::sample::usual_width;
use super::vocabulary::{is_note_start, is_unit, missing_sign, narrow};
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
}

impl Header {
    /// Place of the first row of data.
    pub(super) fn end(&self) -> usize {
        self.first + self.rows
    }
}

/// The header that the rows themselves show.
pub(super) fn find(sample: &Sample) -> Header {
    let width = usual_width(&sample.rows);
    let live = live_columns(&sample.rows, width);
    let is_candidate = |row: &SampleRow| {
        let enough = (live * 3).div_ceil(5).max(if width > 1 { 2 } else { 1 });
        filled(row) >= enough.min(width) && row.cells.len() + 1 >= width
    };
    let Some(main) = sample.rows.iter().position(is_candidate) else {
        return of(sample, 0, 1.min(sample.rows.len()), false, width);
    };
    if is_data(sample, main, width) {
        return of(sample, main, 0, false, width);
    }
    let (mut first, mut last) = (main, main);
    if let Some(above) = main.checked_sub(1)
        && is_spanning(&sample.rows[above], &sample.rows[main], width)
    {
        first = above;
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
        && !is_data(sample, main + 1, width)
        && sample.rows.len() > main + 2
    {
        last = main + 1;
    }
    let has_unit_row = below(last).is_some_and(is_unit_row);
    let rows = last - first + 1 + usize::from(has_unit_row);
    of(sample, first, rows, has_unit_row, width)
}

/// The header at a line, of so many rows; none at line 0.
pub(super) fn at_line(sample: &Sample, line: u32, rows: u8) -> Header {
    let width = usual_width(&sample.rows);
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
    let (units, named) = match (has_unit_row, header) {
        (true, [named @ .., units]) => (Some(units), named),
        _ => (None, header),
    };
    for (place, row) in named.iter().enumerate() {
        let is_upper = place + 1 < named.len();
        let lower = named.get(place + 1);
        // The header that R writes has no name for the names of the rows.
        let shift =
            usize::from(row.cells.len() + 1 == width && rows == 1 && is_full_first(data, width));
        let mut above = "";
        for (at, name) in names.iter_mut().enumerate() {
            let cell = at.checked_sub(shift).and_then(|at| row.cells.get(at));
            let cell = cell.map_or("", String::as_str);
            let text = match cell {
                "" if is_upper
                    && lower
                        .is_some_and(|row| row.cells.get(at).is_some_and(|it| !it.is_empty())) =>
                {
                    above
                }
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
        for (name, unit) in names.iter_mut().zip(&units.cells) {
            let unit = bare_unit(unit);
            if !unit.is_empty() && !name.is_empty() {
                *name = format!("{name} ({unit})");
            }
        }
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
    }
}

/// A unit without the brackets around it.
pub(super) fn bare_unit(text: &str) -> &str {
    text.trim_matches(|it: char| matches!(it, '(' | ')' | '（' | '）' | '[' | ']' | ' '))
}

fn is_full_first(data: &[SampleRow], width: usize) -> bool {
    let mut rows = data.iter().filter(|row| row.cells.len() == width);
    rows.all(|row| row.cells.first().is_some_and(|cell| !cell.is_empty()))
}

fn filled(row: &SampleRow) -> usize {
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
fn is_period(cell: &str) -> bool {
    let narrow: String = cell.chars().map(narrow).collect();
    when::in_name(&narrow).is_some_and(|(_, rest)| rest.is_empty())
}

fn is_number(cell: &str) -> bool {
    let mut numbers = Numbers::default();
    !cell.is_empty() && evidence(&mut numbers, cell) != Evidence::NoNumber
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
    // Ages and the like: 0, 1, 2, 3.
    let whole = numbers
        .iter()
        .filter_map(|(_, cell)| cell.parse::<i64>().ok());
    let whole: Vec<i64> = whole.collect();
    let counts_up = whole.len() >= 3
        && whole.len() == numbers.len()
        && whole.windows(2).all(|pair| pair[1] == pair[0] + 1)
        && whole.len() + 3 >= filled(row);
    let plain = numbers
        .iter()
        .any(|(place, cell)| !is_period(cell) && is_of_numbers(*place));
    let signs = row.cells.iter().enumerate().any(|(place, cell)| {
        place > 0 && missing_sign(&cell.to_lowercase()).is_some() && is_of_numbers(place)
    });
    (plain && !counts_up) || (signs && numbers.iter().all(|(_, cell)| !is_period(cell)))
}

/// True where a row above the header spans its columns.
fn is_spanning(upper: &SampleRow, lower: &SampleRow, width: usize) -> bool {
    let at = upper.cells.iter().enumerate();
    let said: Vec<(usize, &String)> = at.filter(|(_, cell)| !cell.is_empty()).collect();
    let beyond_first = said.iter().filter(|(at, _)| *at > 0).count();
    let is_title = |cell: &String| is_note_start(cell) || is_unit(bare_unit(cell));
    let gap = |at: usize| lower.cells.get(at).is_some_and(|cell| cell.is_empty());
    let fits = said.iter().any(|(at, _)| gap(*at))
        || (0..lower.cells.len()).any(|at| is_repeated(lower, at))
        || upper.cells.first().is_some_and(String::is_empty);
    upper.cells.len() == width
        && beyond_first > 0
        && fits
        && !said.iter().any(|(_, cell)| is_title(cell))
        && !said
            .iter()
            .any(|(_, cell)| is_number(cell) && !is_period(cell))
}

/// True where a row below a header with gaps or repeated names tells its columns apart.
fn is_lower(lower: &SampleRow, upper: &SampleRow) -> bool {
    let cells = lower.cells.iter().enumerate();
    let needed = cells.filter(|(at, _)| {
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

/// True where every cell that holds anything is a unit.
fn is_unit_row(row: &SampleRow) -> bool {
    let cells: Vec<&String> = row.cells.iter().filter(|cell| !cell.is_empty()).collect();
    let units = cells.iter().filter(|cell| is_unit(bare_unit(cell)));
    let units = units.count();
    units >= 1
        && units + 1 >= cells.len()
        && cells.iter().all(|cell| !is_number(cell))
        && (units > 1 || row.cells.first().is_some_and(String::is_empty))
}
