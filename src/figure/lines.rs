//! Several series over the same periods, each named at its end. It must not know dates, nor which
//! stroke tells one line from another.

use super::{Axis, Mark};

/// Lines over equally spaced periods, oldest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Lines {
    /// The names of the periods; what a series has beyond them is not drawn.
    pub periods: Vec<String>,
    /// The series, the most important first.
    pub series: Vec<LineSeries>,
    /// A thin line to hold them against.
    pub reference: Option<ReferenceLine>,
    /// The value axis; it need not hold zero.
    pub axis: Axis,
    /// What stands below; may be empty.
    pub caption: String,
    /// A worded note below the caption; may be empty.
    pub note: String,
}

/// One series.
#[derive(Clone, Debug, PartialEq)]
pub struct LineSeries {
    /// Its name, worded.
    pub label: String,
    /// One entry per period, its label the period; `None` is a gap, which no line bridges.
    /// Provisional points are hollow.
    pub points: Vec<Option<Mark>>,
}

/// A line that is no mark.
#[derive(Clone, Debug, PartialEq)]
pub struct ReferenceLine {
    /// Its name, worded (`全区`, `District`).
    pub label: String,
    /// One entry per period; `None` is a gap.
    pub values: Vec<Option<f64>>,
}

impl Lines {
    /// The series that a mark belongs to.
    pub fn series_of(&self, key: u32) -> Option<&LineSeries> {
        let has_key = |series: &&LineSeries| {
            let mut points = series.points.iter().flatten();
            points.any(|mark| mark.key == key)
        };
        self.series.iter().find(has_key)
    }
}
