//! A distribution: how many values lie where, each value, and the box that sums them up, over one axis.
//! It must not know by which rule values are binned.

use super::{Axis, Benchmark, Mark};

/// Bins, dots and a box over one axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Distribution {
    /// The values, the lowest first.
    pub marks: Vec<Mark>,
    /// The bins, from left to right; empty where there are too few values.
    pub bins: Vec<DistributionBin>,
    /// The box; none where there are too few values.
    pub box_shape: Option<BoxShape>,
    /// What the values are shown beside.
    pub benchmark: Option<Benchmark>,
    /// The axis across.
    pub axis: Axis,
    /// What is measured, worded.
    pub label: String,
    /// What the bins count, worded (`社区数`).
    pub count_label: String,
    /// How the bins are made; may be empty.
    pub caption: String,
    /// How dots and box are read; may be empty.
    pub note: String,
}

/// One bin of a distribution.
#[derive(Clone, Debug, PartialEq)]
pub struct DistributionBin {
    /// Its ends in words, and how many values it holds.
    pub mark: Mark,
    /// Where it begins, in the unit of the axis.
    pub low: f64,
    /// Where it ends.
    pub high: f64,
}

/// A box with its whiskers, in the unit of the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BoxShape {
    /// Where the lower whisker ends.
    pub lower_whisker: f64,
    /// Where the box begins.
    pub lower_quartile: f64,
    /// The line in the box.
    pub median: f64,
    /// Where the box ends.
    pub upper_quartile: f64,
    /// Where the upper whisker ends.
    pub upper_whisker: f64,
}
