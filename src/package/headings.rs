//! What a reader's own table calls its columns, for telling where a number stands in it. Must not know
//! how the columns were found.

use std::collections::BTreeMap;

/// The headings of a table; blank where no column says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headings {
    /// Of the codes of areas, or of their names where there are no codes.
    pub area: String,
    /// True where that is a column of names.
    pub area_is_name: bool,
    /// Of the names of areas beside their codes.
    pub area_name: String,
    /// Of the period.
    pub period: String,
    /// Of the name of the indicator.
    pub indicator: String,
    /// Of the status.
    pub status: String,
    /// Of how exact a value is.
    pub bound: String,
    /// Of the note.
    pub note: String,
    /// By the first column of figures of a row: those of its value, its numerator and its denominator.
    pub figures: BTreeMap<String, [String; 3]>,
    /// What the table writes for the areas of a published package that it stands beside, by their codes.
    pub areas: BTreeMap<String, String>,
}
