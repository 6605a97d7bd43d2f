//! Margins: many areas against the limit of a standard, in the order of their distance from it.
//!
//! It must not know which side of the limit is good, since each mark says whether it meets it; and not
//! where a name fits, since `draw` places as many as there is room for.

use super::{Axis, Benchmark, Mark};

/// Values in the order given, left to right, each with its way to the limit where it is not met.
#[derive(Clone, Debug, PartialEq)]
pub struct Margins {
    /// The values. Only marks with an emphasis are named.
    pub marks: Vec<Mark>,
    /// The value axis; it need not hold zero.
    pub axis: Axis,
    /// The limit.
    pub limit: Benchmark,
    /// Another limit that the reader tries, drawn broken.
    pub tried: Option<Benchmark>,
    /// What the left end means (`← 差距最大`).
    pub start_hint: String,
    /// What the right end means (`余量最大 →`).
    pub end_hint: String,
    /// What stands below, wrapped; may be empty.
    pub caption: String,
    /// A worded note below, such as how many areas are not judged and why; may be empty.
    pub note: String,
}
