//! The caterpillar: many areas as dots in order from left to right, each with its interval.
//!
//! It must not know where a label fits: `draw` places as many as there is room for.

use super::{Axis, Benchmark, Mark};

/// Dots in the order given, left to right.
///
/// Only marks with an emphasis are named; the others are read by hover, by key or in the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Caterpillar {
    /// The dots.
    pub marks: Vec<Mark>,
    /// The value axis; it need not hold zero.
    pub axis: Axis,
    /// The line that the dots are compared with.
    pub benchmark: Option<Benchmark>,
    /// What the left end means (`← 低`); empty where the order means nothing.
    pub start_hint: String,
    /// What the right end means (`高 →`).
    pub end_hint: String,
    /// What stands between the two (`163 个社区，由低到高；竖线为 95% 置信区间`); may be empty.
    pub caption: String,
    /// A worded note below, such as how many areas have no value and why; may be empty.
    pub note: String,
}
