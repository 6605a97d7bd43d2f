//! What the columns of a sample hold, counted: numbers, signs, texts, distinct values.

use super::column_names::{below, known_by, without_edition, without_mark, without_unit};
use super::header::Header;
use super::number::estimates::bare;
use super::number::multiples;
use super::number::triangles;
use super::number::{Evidence, Numbers, Read, evidence, sign_of};
use super::once::Once;
use super::spellings::plain_name;
use super::vocabulary::signs::sign_beside_numbers;
use super::vocabulary::totals::is_total;
use super::vocabulary::{self, RANK_ANY, folded, missing_sign, narrow, place_rank};
use super::{DecimalMark, Sample, SampleRow};
use crate::model::holds_personal_number;
use crate::parse::cell;
use rustc_hash::FxBuildHasher;
use std::collections::{HashMap, HashSet};

/// One column of the sample.
#[derive(Debug)]
pub(super) struct Column<'s> {
    pub name: String,
    /// The name as words are compared.
    pub folded: String,
    /// Its cells in the rows of data; blank ones as well.
    pub cells: Vec<&'s str>,
    /// Cells that hold anything.
    pub filled: usize,
    /// Of these, numbers in any way of writing.
    pub numbers: usize,
    /// Of these, signs for there being none.
    pub signs: usize,
    /// Distinct values.
    pub distinct: usize,
    /// Digits after the point at most, and whether each number is whole.
    pub decimals: u8,
    /// Whole numbers that begin with a zero: codes.
    pub zero_led: usize,
    /// The sign that most of its numbers carry.
    pub sign: &'static str,
}

impl Column<'_> {
    /// True where what it holds are numbers, but for some cells.
    pub(super) fn is_numeric(&self) -> bool {
        self.numbers > 0
            && self.numbers * 2 > self.filled - self.signs
            && self.zero_led * 2 < self.numbers
    }

    /// True where it holds signs for there being no figure alone.
    pub(super) fn is_of_signs(&self) -> bool {
        self.signs > 0 && self.signs == self.filled
    }

    /// True where its numbers were turned into exponents, as Excel does with long codes.
    pub(super) fn holds_exponents(&self) -> bool {
        let mut filled = self.cells.iter().filter(|cell| !cell.is_empty());
        filled.any(|text| cell::looks_like_excel_exponent(text))
    }

    /// True where it holds whole numbers alone.
    pub(super) fn is_whole(&self) -> bool {
        self.numbers > 0
            && self.numbers == self.filled
            && self.decimals == 0
            && self.sign.is_empty()
    }

    /// True where each number is whole and ends in a zero behind the point.
    pub(super) fn is_of_floats(&self) -> bool {
        let mut filled = self.cells.iter().filter(|cell| !cell.is_empty());
        let is_whole = |cell: &&str| {
            let fraction = cell.rsplit_once('.').map(|it| it.1);
            fraction.is_some_and(|it| !it.is_empty() && it.bytes().all(|digit| digit == b'0'))
        };
        self.decimals > 0 && filled.all(is_whole)
    }

    /// True where it holds nothing but long codes of one length, of capitals and digits: E01000001.
    pub(super) fn is_of_register(&self) -> bool {
        let mut filled = self.cells.iter().filter(|cell| !cell.is_empty());
        let length = self.values().first().map_or(0, |cell| cell.len());
        let is_sound = |it: u8| it.is_ascii_uppercase() || it.is_ascii_digit();
        length >= 6
            && filled.all(|it| {
                let digits = it.bytes().filter(u8::is_ascii_digit).count();
                it.len() == length && it.bytes().all(is_sound) && digits * 2 > length
            })
    }

    /// True where most of what it holds is written with letters, as names are.
    pub(super) fn is_of_words(&self) -> bool {
        let values = self.values();
        let words = values
            .iter()
            .filter(|it| it.chars().any(char::is_alphabetic));
        words.count() * 2 > values.len()
    }

    /// True where it holds nothing but digits, as codes are written.
    pub(super) fn is_of_digits(&self) -> bool {
        let mut filled = self.cells.iter().filter(|cell| !cell.is_empty());
        self.filled > 0 && filled.all(|cell| cell.bytes().all(|it| it.is_ascii_digit()))
    }

    /// True where each number stands in parentheses.
    pub(super) fn is_bracketed(&self) -> bool {
        let mut filled = self.cells.iter().filter(|cell| !cell.is_empty());
        self.numbers > 0
            && filled.all(|it| it.starts_with(['(', '（']) && it.ends_with([')', '）']))
    }

    /// True where it holds texts.
    pub(super) fn is_text(&self) -> bool {
        self.filled > 0 && !self.is_numeric()
    }

    /// True where it numbers most of what it speaks of and names the rest, each once.
    pub(super) fn numbers_some(&self) -> bool {
        let is_number = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
        let is_word = |it: &str| it.chars().all(|it| it.is_alphabetic() || it == ' ');
        let mut filled = self.cells.iter().filter(|cell| !cell.is_empty());
        self.numbers < self.filled
            && self.signs == 0
            && self.numbers > 0
            && filled.all(|it| is_number(it) || is_word(it))
    }

    /// True where it counts the rows from 0 or 1; a row of sums may have no number.
    pub(super) fn counts_rows(&self) -> bool {
        let mut next = None;
        let mut filled = self
            .cells
            .iter()
            .filter(|cell| !cell.is_empty() && !is_total(cell) && !vocabulary::is_note_start(cell));
        self.filled > 1
            && (self.cells.len() - self.filled) * 10 <= self.cells.len() + 20
            && filled.all(|cell| {
                let Ok(number) = cell.trim_end_matches('.').parse::<u64>() else {
                    return false;
                };
                let fits = next.map_or(number <= 1, |next| number == next);
                next = Some(number + 1);
                fits
            })
    }

    /// True where it numbers rows of which some were left out: whole numbers, each above the last.
    pub(super) fn rises(&self) -> bool {
        let numbers: Vec<u64> = self.cells.iter().map_while(|it| it.parse().ok()).collect();
        self.filled > 2
            && numbers.len() == self.cells.len()
            && numbers.first().is_some_and(|first| *first <= 1)
            && numbers.windows(2).all(|pair| pair[0] < pair[1])
    }

    /// True where it counts the lines of the file, the header's as well.
    pub(super) fn continues_count(&self) -> bool {
        let Ok(header) = self.name.parse::<u64>() else {
            return false;
        };
        let mut rows = self.cells.iter().zip(header + 1..);
        self.filled > 1 && rows.all(|(cell, number)| *cell == number.to_string())
    }

    /// True where most of what it holds looks like numbers of persons or their telephones.
    pub(super) fn is_personal(&self) -> bool {
        let filled = self.cells.iter().filter(|cell| !cell.is_empty());
        let personal = filled.filter(|cell| holds_personal_number(cell)).count();
        personal * 2 > self.filled && personal > 0
    }

    /// The distinct values in the order in which they come.
    pub(super) fn values(&self) -> Vec<&str> {
        let mut seen: HashSet<&str, FxBuildHasher> = HashSet::default();
        let filled = self.cells.iter().copied().filter(|cell| !cell.is_empty());
        filled.filter(|cell| seen.insert(cell)).collect()
    }

    /// True where each value of this column stands with one value of the other, however that is spelt.
    pub(super) fn decides(&self, other: &Column<'_>) -> bool {
        let mut known: HashMap<&str, &str, FxBuildHasher> = HashMap::default();
        self.cells.iter().zip(&other.cells).all(|(own, theirs)| {
            let first = *known.entry(own).or_insert(theirs);
            own.is_empty() || first == *theirs || plain_name(first) == plain_name(theirs)
        })
    }
}

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
    let of = |(place, name): (usize, &String)| {
        let cells: Vec<&'s str> = rows
            .iter()
            .map(|row| row.cells.get(place).map_or("", String::as_str))
            .collect();
        let sign = multiples::sign_of_column(&cells, without_unit(without_mark(name)).1)
            .unwrap_or_else(|| usual_sign(&cells));
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
