//! A split: an area too large for a limit, and the parts that its units could fill.
//!
//! It must not know how the parts were filled.

use super::{Axis, Benchmark, Mark};

/// The area as it is, then the parts, each cut into its units.
#[derive(Clone, Debug, PartialEq)]
pub struct SplitParts {
    /// The bars, top to bottom.
    pub bars: Vec<SplitBar>,
    /// The value axis; it always holds zero.
    pub axis: Axis,
    /// What no part may exceed.
    pub limit: Benchmark,
    /// What stands below, wrapped; may be empty.
    pub caption: String,
}

/// One bar of a split.
#[derive(Clone, Debug, PartialEq)]
pub struct SplitBar {
    /// Its name, its size, and whether it keeps to the limit.
    pub mark: Mark,
    /// The sizes of its units, in the order in which they lie along the bar; empty where they are not
    /// known. What is left of the bar is none of them.
    pub units: Vec<f64>,
}
