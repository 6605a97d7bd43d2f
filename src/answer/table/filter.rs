//! What a table is narrowed to: words that stand in a name, a code or its initials, and conditions on
//! figures.

use super::Table;
use crate::model::{AreaId, read_number};
use crate::package::Package;

/// A condition on the figures of a column, or of any.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// Place of the column; none where any will do.
    pub column: Option<usize>,
    /// The lowest number that meets it, and whether that one does itself.
    pub lowest: Option<(f64, bool)>,
    /// The highest.
    pub highest: Option<(f64, bool)>,
}

impl Condition {
    /// Narrows it by another one: both have to be met by one number.
    fn and(&mut self, other: &Condition) {
        let higher =
            |one: &(f64, bool), two: &(f64, bool)| two.0 > one.0 || (two.0 == one.0 && !two.1);
        if let Some(lowest) = other.lowest
            && self.lowest.is_none_or(|own| higher(&own, &lowest))
        {
            self.lowest = Some(lowest);
        }
        let lower =
            |one: &(f64, bool), two: &(f64, bool)| two.0 < one.0 || (two.0 == one.0 && !two.1);
        if let Some(highest) = other.highest
            && self.highest.is_none_or(|own| lower(&own, &highest))
        {
            self.highest = Some(highest);
        }
    }

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
    /// Reads what was typed: words and conditions with spaces between them. `>80 <90` is met by a row of
    /// which any one figure lies between them, `on-time-rate>=80` is on the column of that key.
    pub fn read(package: &Package, table: &Table, typed: &str) -> TableFilter {
        let mut filter = TableFilter::default();
        for word in typed.split_whitespace() {
            match condition(package, table, word) {
                Some(condition) => filter.add(condition),
                None => filter.words.push(word.to_lowercase()),
            }
        }
        filter
    }

    /// What is asked of any column is asked of one and the same.
    fn add(&mut self, condition: Condition) {
        let mut all = self.conditions.iter_mut();
        match all.find(|it| it.column == condition.column) {
            Some(same) => same.and(&condition),
            None => self.conditions.push(condition),
        }
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
        "" => None,
        key => Some(columns.position(|column| table.column_key(package, column) == key)?),
    };
    Some(Condition {
        column,
        lowest: is_more.then_some((number, *itself)),
        highest: is_less.then_some((number, *itself)),
    })
}
