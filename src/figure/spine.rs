//! The spine chart: one area on many indicators, each row on a scale of its own with the benchmark in
//! the middle and the better to the right. It must not know how wide a column is, nor how a row
//! breaks where the page is narrow: that is `draw`'s.

use super::Mark;

/// Rows in groups, both in the order given.
#[derive(Clone, Debug, PartialEq)]
pub struct Spine {
    /// What stands above the columns.
    pub heads: SpineHeads,
    /// The groups, top to bottom.
    pub groups: Vec<SpineGroup>,
    /// What the left end, the middle and the right end mean (`最差`, `全区`, `最好`).
    pub ends: [String; 3],
    /// What stands below; may be empty.
    pub caption: String,
    /// A worded note below the caption; may be empty.
    pub note: String,
}

/// The headings of the columns, worded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SpineHeads {
    /// Above the names.
    pub label: String,
    /// Above the values.
    pub value: String,
    /// Above the benchmark's values.
    pub benchmark: String,
    /// Above the trends.
    pub trend: String,
}

/// Rows under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct SpineGroup {
    /// The heading, worded; may be empty.
    pub label: String,
    /// The rows, top to bottom.
    pub rows: Vec<SpineRow>,
}

/// One indicator. Places are from −1 to 1: 0 at the benchmark, the better the further right.
#[derive(Clone, Debug, PartialEq)]
pub struct SpineRow {
    /// The area's own: its label is the indicator, its value the place, its text the value as people
    /// read it.
    pub mark: Mark,
    /// The benchmark's value as people read it.
    pub benchmark_text: String,
    /// Which way it goes (`↑ 上升`); may be empty.
    pub trend_text: String,
    /// The places of the worst and the best of all areas.
    pub all: (f64, f64),
    /// The places between which the middle half of the areas lies.
    pub middle: (f64, f64),
}

impl Spine {
    /// The rows, top to bottom.
    pub fn rows(&self) -> impl Iterator<Item = &SpineRow> {
        self.groups.iter().flat_map(|group| &group.rows)
    }
}
