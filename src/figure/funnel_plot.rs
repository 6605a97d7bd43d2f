//! The funnel plot: each value against what it rests on, between limits that close in as the
//! numbers grow. It must not know how limits are reckoned: they come as sampled curves.

use super::{Axis, Benchmark, Mark};

/// Dots by size and value, with control limits around the benchmark.
#[derive(Clone, Debug, PartialEq)]
pub struct FunnelPlot {
    /// The dots, in the order in which the arrow keys walk them.
    pub marks: Vec<FunnelMark>,
    /// The value axis, upwards; it need not hold zero.
    pub axis: Axis,
    /// The title of the axis of sizes, worded (`到期件数`, `Cases due`).
    pub size_label: String,
    /// The line that the limits close in on.
    pub benchmark: Benchmark,
    /// The limits in the order of size; sizes that are not finite are left out.
    pub limits: Vec<FunnelLimit>,
    /// How the inner and the outer limits are named (`95%`, `99.8%`); may be empty.
    pub limit_labels: (String, String),
    /// What stands below (`163 个社区；虚线 95% 界限，实线 99.8% 界限`); may be empty.
    pub caption: String,
    /// A worded note below the caption; may be empty.
    pub note: String,
}

/// One dot of a funnel plot.
#[derive(Clone, Debug, PartialEq)]
pub struct FunnelMark {
    /// Its name, value and verdict.
    pub mark: Mark,
    /// What the value rests on: its denominator. Not drawn where it is negative or not finite.
    pub size: f64,
}

/// The control limits at one size, in the unit of the value axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FunnelLimit {
    /// The denominator.
    pub size: f64,
    /// The lower 95 % limit.
    pub lower_95: f64,
    /// The upper 95 % limit.
    pub upper_95: f64,
    /// The lower 99.8 % limit.
    pub lower_998: f64,
    /// The upper 99.8 % limit.
    pub upper_998: f64,
}
