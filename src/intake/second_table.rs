//! A second table below the first or beside it: its header tells that what follows is of other figures.
//! Knows nothing of what the figures are.

use super::columns::Column;
use super::number::sign_of;
use super::plan::{Group, Plan};
use super::rows::Cells;
use super::vocabulary::signs::sign_beside_numbers;
use super::vocabulary::{self, folded, missing_sign};
use super::when;

/// What a row below the header is, where it is a header as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Again {
    /// The same header once more, as where files of one form were joined.
    Same,
    /// The header of another table.
    Other,
}

/// The rows of the header, by which a further one is known.
#[derive(Debug, Default)]
pub(super) struct Headers(Vec<Vec<String>>);

impl Headers {
    /// Takes a row of the header.
    pub(super) fn take(&mut self, cells: &dyn Cells) {
        let texts = (0..cells.count()).map(|place| cells.cell(place).to_string());
        self.0.push(texts.collect());
    }

    /// What a row of the right number of cells is, if it is a header.
    pub(super) fn again(&self, plan: &Plan, cells: &dyn Cells) -> Option<Again> {
        let figures = || plan.groups.iter().flat_map(Group::cells);
        let texts = || {
            let all = figures().map(|it| cells.cell(it.place));
            all.filter(|text| !text.is_empty())
        };
        // Nearly every row begins its figures with a digit, and is none.
        let is_plain = |text: &str| {
            text.starts_with(|it: char| it.is_ascii_digit())
                && (text.len() != 4 || text.contains('.'))
                && text
                    .bytes()
                    .all(|byte| byte.is_ascii_digit() || byte == b'.')
        };
        if self.0.is_empty() || texts().next().is_none_or(is_plain) {
            return None;
        }
        let is_same = |header: &Vec<String>| {
            let said = header.iter().filter(|text| !text.is_empty()).count();
            let mut all = header.iter().enumerate();
            said > 1 && all.all(|(place, text)| cells.cell(place) == text)
        };
        if self.0.iter().any(is_same) {
            return Some(Again::Same);
        }
        let named = plan.area().or(plan.indicator);
        let key = named.map_or("", |place| cells.cell(place));
        let own = |header: &Vec<String>| {
            named
                .and_then(|place| header.get(place))
                .is_some_and(|it| it == key)
        };
        let is_key = !key.is_empty() && self.0.iter().any(own);
        // A name alone, such as a year among figures of four digits, is none.
        let is_name = |text: &str| is_word(text) || is_year(text);
        if !is_key && texts().nth(1).is_none() || !texts().all(is_name) {
            return None;
        }
        let mut distinct: Vec<&str> = texts().collect();
        distinct.sort_unstable();
        distinct.dedup();
        let is_full = texts().count() == figures().count();
        let differs = is_full && distinct.len() > 1 && distinct.len() == texts().count();
        let of_words = differs && texts().all(is_word);
        let of_years = differs && vocabulary::is_known(&folded(key));
        (is_key || of_words || of_years).then_some(Again::Other)
    }
}

/// True where a table stands beside another: two columns of places have one name, hold others, and figures
/// stand between them. Read as one, the figures of the first would be of the places of the second.
pub(super) fn stands_beside(columns: &[Column<'_>]) -> bool {
    let places = columns.iter().enumerate();
    let places =
        places.filter(|(_, it)| vocabulary::place_rank(&it.folded).is_some() && it.is_text());
    let places: Vec<(usize, &Column<'_>)> = places.collect();
    places.iter().enumerate().any(|(at, (first, column))| {
        places.iter().skip(at + 1).any(|(second, other)| {
            let mut between = columns[first + 1..*second].iter();
            column.folded == other.folded
                && column.cells != other.cells
                && between.any(Column::is_numeric)
        })
    })
}

/// True of a text that is neither a number nor a sign for there being none.
fn is_word(text: &str) -> bool {
    let lower = text.to_lowercase();
    // £1.2m and $950K are numbers of a column that is read in full.
    let bare = text.trim_start_matches(|it: char| !it.is_alphanumeric());
    sign_of(text).is_none()
        && missing_sign(lower.trim()).is_none()
        && sign_beside_numbers(lower.trim()).is_none()
        && text.chars().any(char::is_alphabetic)
        && !bare.starts_with(|it: char| it.is_ascii_digit())
}

/// True of a year or another period that names a column.
fn is_year(text: &str) -> bool {
    // Asked of every figure of four digits.
    const CENTURIES: &str = "18|19|20|21|25";
    let is_number = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let may_be = !is_number
        || text
            .get(..2)
            .is_some_and(|it| vocabulary::has(CENTURIES, it));
    may_be && when::in_name(text).is_some_and(|(_, rest)| rest.is_empty())
}
