//! The scatter: two values of each area against each other, with the line fitted to them. It
//! must not know how a line is fitted.

use super::{Axis, Mark, MarkStatus, Shading};

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
    /// True where the weights are shares of the largest dot, and not of an ordinary one.
    pub is_sized: bool,
    /// What colours and sizes mean, a line each; may be empty.
    pub legend: Vec<ScatterLegend>,
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
    /// The relative area of the dot; 1 is ordinary, or the largest where dots are sized. Where it is
    /// not finite a sized dot stands for no known size.
    pub weight: f64,
    /// How it is filled: as its status, by its group, or hollow where that is not known.
    pub shading: Shading,
}

/// What a colour or a size means.
#[derive(Clone, Debug, PartialEq)]
pub struct ScatterLegend {
    /// What is coloured or sized by (`每千户专职网格员`).
    pub title: String,
    /// The samples, each with its meaning.
    pub entries: Vec<(DotSample, String)>,
}

/// A dot in a legend.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum DotSample {
    /// Filled in this way, in the shape of this status.
    Filled(Shading, MarkStatus),
    /// Of this share of the largest dot.
    Sized(f64),
}

/// A fitted line, sampled.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FitLine {
    /// Place across, fitted value, and the ends of the band there, from left to right.
    pub points: Vec<(f64, f64, f64, f64)>,
}
