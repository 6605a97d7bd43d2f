//! Labelled horizontal bars: one per area, each with its value in words at its end.
//!
//! Bars start at zero; where values lie so close that bars would all look alike they are dots on a scale of
//! their own range, and where an order was refused there are neither. The figure must not know whether an order is justified: it is told.

use super::{Axis, Benchmark, Mark};

/// Labelled horizontal bars in the order given, top to bottom.
#[derive(Clone, Debug, PartialEq)]
pub struct RankedBars {
    /// The bars.
    pub marks: Vec<Mark>,
    /// Areas without a value, shown below the bars with the reason in words.
    pub missing: Vec<MissingMark>,
    /// The value axis; it always holds zero but of dots.
    pub axis: Axis,
    /// The line that the bars are compared with. Not drawn where they stand side by side.
    pub benchmark: Option<Benchmark>,
    /// Whether the order of the bars means anything.
    pub arrangement: Arrangement,
    /// What stands under the chart (`163 个社区，由高到低`), wrapped; may be empty.
    pub caption: String,
}

/// Whether the order of the bars means anything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Arrangement {
    /// Sorted by value, on a common axis.
    #[default]
    Ranked,
    /// The same with a dot in place of each bar, on an axis that shows the range of the values and need not
    /// hold zero: a length would lie, a place does not.
    Dotted,
    /// Side by side: an order was refused. Names and values in words, no bars, no axis and no
    /// benchmark.
    SideBySide,
}

/// An area that has no value.
#[derive(Clone, Debug, PartialEq)]
pub struct MissingMark {
    /// Which row of the answer this is.
    pub key: u32,
    /// Its name, worded.
    pub label: String,
    /// Why there is no value, worded (`未采集`, `not collected`).
    pub reason: String,
}
