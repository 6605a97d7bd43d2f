//! The columns of a sample, and how their numbers part decimals.

pub(super) use super::column::Column;
use super::column_names::{below, known_by, without_edition, without_mark, without_unit};
use super::header::Header;
use super::number::estimates::bare;
use super::number::multiples;
use super::number::row_signs::{self, OF_ROWS};
use super::number::triangles;
use super::number::{Evidence, Numbers, Read, evidence, sign_of};
use super::once::Once;
use super::vocabulary::signs::sign_beside_numbers;
use super::vocabulary::{self, RANK_ANY, folded, missing_sign, narrow, place_rank};
use super::{DecimalMark, Sample, SampleRow};

/// The rows of data below a header: those of the usual number of cells that hold more than one, without
/// headers that stand again; and those that hold nothing but a place of which the rows below say no more.
pub(super) fn data_rows<'s>(sample: &'s Sample, header: &Header) -> Vec<&'s SampleRow> {
    let width = header.names.len();
    let rows = sample.rows.iter().skip(header.end());
    let is_data = |row: &&SampleRow| {
        let filled = row.cells.iter().filter(|cell| !cell.is_empty()).count();
        let is_header = width > 1 && header.by_row.contains(&row.cells);
        row.cells.len() == width && (filled > 1 || width == 1) && !is_header
    };
    let data: Vec<&SampleRow> = rows.clone().filter(is_data).collect();
    let bands = bands(&data, header);
    let is_band = |row: &&SampleRow| {
        let mut filled = (0..).zip(&row.cells).filter(|it| !it.1.is_empty());
        let first = filled.next().map(|it| it.0);
        first.is_some_and(|at| bands.contains(&at)) && filled.next().is_none()
    };
    match bands.is_empty() {
        true => data,
        false => rows
            .filter(|it| is_data(it) || is_band(it) && it.cells.len() == width)
            .collect(),
    }
}

/// The columns that are headed for places and blank in every row of figures.
fn bands(data: &[&SampleRow], header: &Header) -> Vec<usize> {
    let is_blank = |at: usize| {
        let mut cells = data.iter().filter_map(|row| row.cells.get(at));
        cells.all(String::is_empty)
    };
    let is_place = |name: &str| place_rank(&folded(name)).is_some_and(|it| it != RANK_ANY);
    let names = header.names.iter().enumerate();
    let columns = names.filter(|(at, name)| is_place(name) && is_blank(*at) && !data.is_empty());
    columns.map(|(at, _)| at).collect()
}

/// How the sample's numbers part their decimals, an example where nothing decides, and one with marks
/// between thousands.
#[derive(Debug, Default)]
pub(super) struct Marks {
    pub mark: Option<DecimalMark>,
    pub open: Option<String>,
    pub thousands: Option<String>,
}

/// Finds the mark that parts decimals.
pub(super) fn marks(rows: &[&SampleRow], width: usize, delimiter: u8) -> Marks {
    let mut numbers = Numbers::default();
    let (mut points, mut commas) = (0, 0);
    let (mut open_comma, mut open_point) = (None, None);
    let (mut long_plain, mut four_plain, mut has_zero) = (false, false, false);
    let mut with_comma = None;
    let mut with_point = None;
    let (mut known, mut signs) = (Once::default(), Once::default());
    for place in 0..width {
        let cells = rows.iter().filter_map(|row| row.cells.get(place));
        let cells: Vec<&String> = cells.filter(|cell| !cell.is_empty()).collect();
        let found: Vec<(Evidence, &String)> = cells
            .iter()
            .map(|cell| (*known.of(cell, |it| evidence(&mut numbers, it)), *cell))
            .collect();
        let sound = found
            .iter()
            .filter(|(it, _)| *it != Evidence::NoNumber)
            .count();
        let signs = cells.iter().filter(|cell| *signs.of(cell, is_sign)).count();
        if sound * 2 <= cells.len() - signs {
            continue;
        }
        let has_open = found
            .iter()
            .any(|(it, _)| matches!(it, Evidence::OpenPoint | Evidence::OpenComma));
        // Where a whole number goes without its decimals, no decimal ends in a zero.
        let ends_in_zero = |it: &(Evidence, &String)| it.1.ends_with('0');
        let mut open_points = found.iter().filter(|it| it.0 == Evidence::OpenPoint);
        let has_open_zero = open_points.any(ends_in_zero);
        for (it, cell) in found {
            match it {
                Evidence::Certain(DecimalMark::Point) => points += 1,
                Evidence::Certain(DecimalMark::Comma) => commas += 1,
                Evidence::OpenComma => _ = open_comma.get_or_insert(cell),
                Evidence::OpenPoint => _ = open_point.get_or_insert(cell),
                // In a column with marks between thousands no long number goes without; but some put none into
                // numbers of four digits (Real Academia Española, Ortografía, 2010).
                Evidence::Nothing => {
                    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
                    long_plain |= has_open && digits > 4;
                    four_plain |= has_open && digits == 4;
                    has_zero |= has_open_zero;
                }
                Evidence::NoNumber => {}
            }
            // Of an estimate and its limits the marks between these are none of a number.
            if it != Evidence::NoNumber && bare(cell).contains([',', '，']) {
                with_comma.get_or_insert(cell);
            }
            if it != Evidence::NoNumber && bare(cell).contains('.') {
                with_point.get_or_insert(cell);
            }
        }
    }
    let (mark, is_open) = if points != commas {
        let mark = if points > commas {
            DecimalMark::Point
        } else {
            DecimalMark::Comma
        };
        (mark, false)
    } else {
        match (open_comma, open_point) {
            // 1,234 in a file whose cells commas part, or in one of semicolons.
            (Some(_), None) if delimiter == b';' => (DecimalMark::Comma, true),
            (Some(_), None) => {
                let is_plain = long_plain || four_plain;
                (DecimalMark::Point, delimiter != b',' || is_plain)
            }
            (None, Some(_)) if long_plain => (DecimalMark::Point, false),
            (None, Some(_)) if delimiter == b';' || has_zero => (DecimalMark::Comma, true),
            (None, Some(_)) => (DecimalMark::Point, true),
            _ => (DecimalMark::Point, false),
        }
    };
    let thousands = match mark {
        DecimalMark::Point => with_comma,
        DecimalMark::Comma => with_point,
    };
    let open = open_comma.or(open_point).filter(|_| is_open);
    Marks {
        mark: Some(mark),
        open: open.cloned(),
        thousands: thousands.cloned(),
    }
}

fn is_sign(cell: &str) -> bool {
    let narrow: String = cell
        .chars()
        .map(narrow)
        .flat_map(char::to_lowercase)
        .collect();
    missing_sign(narrow.trim()).is_some()
}

/// Counts what each column holds.
pub(super) fn columns<'s>(
    rows: &[&'s SampleRow],
    names: &[String],
    mark: DecimalMark,
) -> Vec<Column<'s>> {
    let mut numbers = Numbers::default();
    let are_minus = triangles::are_minus(rows, names.len());
    let of_rows = row_signs::columns(rows, names.len());
    let of = |(place, name): (usize, &String)| {
        let cells: Vec<&'s str> = rows
            .iter()
            .map(|row| row.cells.get(place).map_or("", String::as_str))
            .collect();
        let sign = match of_rows.get(place) {
            Some(true) => OF_ROWS,
            _ => multiples::sign_of_column(&cells, without_unit(without_mark(name)).1)
                .unwrap_or_else(|| usual_sign(&cells)),
        };
        let mut column = Column {
            folded: known_by(folded(without_edition(
                without_unit(without_mark(below(name))).0,
            ))),
            name: name.clone(),
            filled: cells.iter().filter(|cell| !cell.is_empty()).count(),
            numbers: 0,
            signs: 0,
            distinct: 0,
            decimals: 0,
            zero_led: cells.iter().filter(|cell| is_zero_led(cell)).count(),
            sign,
            cells,
        };
        let (mut loose, mut pointed) = (0, 0);
        for cell in &column.cells {
            match numbers.read(cell, mark, sign) {
                Read::Number(number) => {
                    column.numbers += 1;
                    loose += usize::from(number.is_loose);
                    pointed += usize::from(number.triangle);
                    column.decimals = column.decimals.max(number.decimals);
                }
                Read::Sign(_) => column.signs += 1,
                Read::Blank | Read::Other => {}
            }
        }
        if loose * 2 > column.numbers {
            // Classes and groups of age, each with a letter or a sign.
            column.numbers -= loose;
        }
        if pointed > 0 && !are_minus {
            // Which of them rose nobody knows.
            column.numbers = 0;
        }
        if column.numbers == 0 {
            // NC is a state where no number stands beside it.
            let is_open = |cell: &&&str| sign_beside_numbers(&cell.trim().to_lowercase()).is_some();
            let open = column.cells.iter().filter(is_open).count();
            column.signs = column.signs.saturating_sub(open);
        }
        column.distinct = column.values().len();
        column
    };
    names.iter().enumerate().map(of).collect()
}

/// Where a header of several rows calls a column by what no list knows, and one of its rows by what
/// one does, it is known by that.
pub(super) fn know_by_rows(columns: &mut [Column<'_>], by_row: &[Vec<String>]) {
    if by_row.len() < 2 {
        return;
    }
    for (at, column) in columns.iter_mut().enumerate() {
        let names = by_row.iter().filter_map(|row| row.get(at));
        let mut names = names.map(|name| folded(without_unit(without_mark(name)).0));
        if !vocabulary::is_known(&column.folded)
            && let Some(known) = names.find(|name| vocabulary::is_known(name))
        {
            column.folded = known;
        }
    }
}

/// True of `007`, which is no number of things.
fn is_zero_led(cell: &str) -> bool {
    cell.len() > 1 && cell.starts_with('0') && cell.bytes().all(|byte| byte.is_ascii_digit())
}

/// The sign that at least half of the numbers carry.
fn usual_sign(cells: &[&str]) -> &'static str {
    let signs: Vec<&'static str> = cells.iter().filter_map(|cell| sign_of(cell)).collect();
    let candidate = signs.iter().find(|sign| !sign.is_empty());
    let usual =
        candidate.filter(|sign| signs.iter().filter(|it| it == sign).count() * 2 >= signs.len());
    usual.map_or("", |sign| sign)
}
