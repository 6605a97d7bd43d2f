//! What one column of a sample holds, counted, and what that says of it.

use super::spellings::plain_name;
use super::vocabulary;
use super::vocabulary::headed_units::is_unit;
use super::vocabulary::totals::is_total;
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

    /// True where its numbers are parts of codes, each led by a zero that is none of a number: `01.511`.
    pub(super) fn holds_dotted_codes(&self) -> bool {
        let mut filled = self.cells.iter().filter(|cell| !cell.is_empty());
        let is_digit = |it: u8| it.is_ascii_digit() || it == b'.';
        let is_code = |cell: &str| cell.bytes().all(is_digit) && !cell.starts_with('.');
        let is_led = |cell: &str| {
            let mut bytes = cell.bytes();
            bytes.next() == Some(b'0') && bytes.next().is_some_and(|it| it.is_ascii_digit())
        };
        filled.clone().all(|cell| is_code(cell)) && filled.any(|cell| is_led(cell))
    }

    /// True where most of what it holds begins with a number and names what that is told in: `240,928 km2`.
    pub(super) fn holds_measures(&self) -> bool {
        let is_measure = |text: &&&str| {
            let is_of_number = |it: char| it.is_ascii_digit() || matches!(it, '.' | ',');
            let rest = text.trim_start_matches(is_of_number);
            let word = rest.split_whitespace().next().unwrap_or_default();
            rest.len() < text.len() && is_unit(word)
        };
        let values = self.values();
        values.iter().filter(is_measure).count() * 2 > values.len()
    }

    /// True where each of its whole numbers is the one above it and one.
    pub(super) fn counts_on(&self) -> bool {
        let numbers: Vec<u64> = self.cells.iter().map_while(|it| it.parse().ok()).collect();
        self.filled > 2
            && numbers.len() == self.cells.len()
            && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1)
    }

    /// True where all that it holds is of one length.
    pub(super) fn is_of_one_length(&self) -> bool {
        let mut filled = self.cells.iter().filter(|cell| !cell.is_empty());
        let first = filled.next().map(|it| it.len());
        filled.all(|it| Some(it.len()) == first)
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

    /// True where it numbers the rows, in whatever order these now stand: small whole numbers, each once.
    pub(super) fn numbers_each_row(&self) -> bool {
        const FEWEST: usize = 5;
        let most = 10 * self.cells.len() as u64 + 100;
        let is_number = |cell: &&str| cell.parse::<u64>().is_ok_and(|it| it < most);
        self.filled >= FEWEST
            && self.filled == self.cells.len()
            && self.distinct == self.filled
            && self.cells.iter().all(is_number)
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
