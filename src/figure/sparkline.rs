//! The sparkline: one series as a small line without axes.
//!
//! It must not know dates: the points are equally spaced periods, worded by the caller.

use super::{Benchmark, Mark};

/// A small line, oldest point first.
#[derive(Clone, Debug, PartialEq)]
pub struct Sparkline {
    /// One entry per period; `None` is a gap, which no line bridges. Provisional points are
    /// hollow. The last point is marked by its status.
    pub points: Vec<Option<Mark>>,
    /// A dotted line of reference; its texts are not drawn.
    pub reference: Option<Benchmark>,
}
