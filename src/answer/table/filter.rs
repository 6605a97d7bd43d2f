//! What a table is narrowed to: words that stand in a name, a code or its initials, and conditions on
//! figures.

use super::Table;
use crate::model::{AreaId, read_number};
use crate::package::Package;

/// A condition on the figures of a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// Place of the column.
    pub column: usize,
    /// The lowest number that meets it, and whether that one does itself.
    pub lowest: Option<(f64, bool)>,
    /// The highest.
    pub highest: Option<(f64, bool)>,
}

impl Condition {
    /// True where a number meets it. What is missing meets nothing.
    pub fn holds(&self, number: f64) -> bool {
        let above = self
            .lowest
            .is_none_or(|(end, itself)| number > end || (itself && number == end));
        let below = self
            .highest
            .is_none_or(|(end, itself)| number < end || (itself && number == end));
        !number.is_nan() && above && below
    }
}

/// What was typed, read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableFilter {
    /// Words that an area has to have, each of them, in small letters.
    pub words: Vec<String>,
    /// Conditions that a row has to meet, each of them.
    pub conditions: Vec<Condition>,
}

const SIGNS: [(&str, bool, bool, bool); 9] = [
    // What is written, whether it asks for more, for less, and whether the number itself will do.
    (">=", true, false, true),
    ("<=", false, true, true),
    ("≥", true, false, true),
    ("≤", false, true, true),
    (">", true, false, false),
    ("<", false, true, false),
    ("＞", true, false, false),
    ("＜", false, true, false),
    ("=", true, true, true),
];

impl TableFilter {
    /// Reads what was typed: words and conditions with spaces between them. `>80` is on the first column,
    /// `on-time-rate>=80` on the column of that key.
    pub fn read(package: &Package, table: &Table, typed: &str) -> TableFilter {
        let mut filter = TableFilter::default();
        for word in typed.split_whitespace() {
            match condition(package, table, word) {
                Some(condition) => filter.conditions.push(condition),
                None => filter.words.push(word.to_lowercase()),
            }
        }
        filter
    }

    /// True where an area has all the words, in its names, its code or the initials handed in.
    pub fn has_words(&self, package: &Package, area: AreaId, initials: &str) -> bool {
        let area = package.areas.get(area);
        let texts = [&area.name.zh, &area.name.en, &area.code].map(|text| text.to_lowercase());
        let has = |word: &String| {
            texts.iter().any(|text| text.contains(word.as_str()))
                || initials.contains(word.as_str())
        };
        self.words.iter().all(has)
    }
}

fn condition(package: &Package, table: &Table, word: &str) -> Option<Condition> {
    let places = SIGNS
        .iter()
        .filter_map(|sign| word.find(sign.0).map(|at| (at, sign)));
    // The first sign; of two at one place the longer, which stands first in the list.
    let (at, (sign, is_more, is_less, itself)) = places.min_by_key(|(at, _)| *at)?;
    let number = read_number(word.get(at + sign.len()..)?)?;
    let key = word.get(..at)?;
    let mut columns = table.columns.iter();
    let column = match key {
        "" => 0,
        key => columns.position(|column| table.column_key(package, column) == key)?,
    };
    (column < table.columns.len()).then_some(Condition {
        column,
        lowest: is_more.then_some((number, *itself)),
        highest: is_less.then_some((number, *itself)),
    })
}
