//! The scatter: two values of each area against each other, with the line fitted to them. It
//! must not know how a line is fitted.

use super::{Axis, Mark};

/// Dots by two values.
#[derive(Clone, Debug, PartialEq)]
pub struct Scatter {
    /// The dots, in the order in which the arrow keys walk them.
    pub marks: Vec<ScatterMark>,
    /// The axis across.
    pub x_axis: Axis,
    /// The axis upwards.
    pub y_axis: Axis,
    /// What is measured across, worded.
    pub x_label: String,
    /// What is measured upwards, worded.
    pub y_label: String,
    /// The fitted line with its band.
    pub line: Option<FitLine>,
    /// What stands below (`163 个社区；秩相关 0.41（0.27–0.53）`); may be empty.
    pub caption: String,
    /// A worded note below the caption; may be empty.
    pub note: String,
}

/// One dot of a scatter.
#[derive(Clone, Debug, PartialEq)]
pub struct ScatterMark {
    /// Its name, and its value upwards.
    pub mark: Mark,
    /// Its value across, in the unit of that axis. Not drawn where it is not finite.
    pub x: f64,
    /// The value across as people read it.
    pub x_text: String,
    /// The relative area of the dot; 1 is ordinary.
    pub weight: f64,
}

/// A fitted line, sampled.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FitLine {
    /// Place across, fitted value, and the ends of the band there, from left to right.
    pub points: Vec<(f64, f64, f64, f64)>,
}
