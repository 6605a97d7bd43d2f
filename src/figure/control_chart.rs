//! The control chart: one series with its centre line and control limits. It must not know
//! dates or rules: points are equally spaced periods, flags come worded.

use super::{Axis, Benchmark, Mark};

/// A series between its limits, oldest point first.
#[derive(Clone, Debug, PartialEq)]
pub struct ControlChart {
    /// One entry per period; `None` is a gap, which no line bridges.
    pub points: Vec<Option<ControlPoint>>,
    /// The value axis; it need not hold zero.
    pub axis: Axis,
    /// The first and the last place of `points` from which centre and limits were reckoned.
    pub baseline: (usize, usize),
    /// What the centre line and the limits are called; each may be empty.
    pub line_names: LineNames,
    /// How the baseline is named (`基线：2023 年 4 月至 2025 年 3 月`); may be empty.
    pub baseline_label: String,
    /// A line that the series should reach.
    pub target: Option<Benchmark>,
    /// The benchmark's own series, place by place as `points`; `None` inside is a gap.
    pub reference: Option<Vec<Option<f64>>>,
    /// How the benchmark's own series is named (`全区`); may be empty.
    pub reference_label: String,
    /// Where the boundary of the area changed: the place of the first point after it, worded
    /// (`拆分`). Nothing is drawn for a place beyond the points.
    pub boundary: Option<(usize, String)>,
    /// What stands below; may be empty.
    pub caption: String,
    /// A worded note below the caption (`试用界限：不足 13 期`); may be empty.
    pub note: String,
}

/// What the lines of a control chart are called (`均值`, `上限`, `下限`).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LineNames {
    /// The centre line.
    pub centre: String,
    /// The upper control limit.
    pub upper: String,
    /// The lower control limit.
    pub lower: String,
}

/// One period of a control chart; centre and limits in the unit of the axis. What is not finite
/// is not drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct ControlPoint {
    /// The value; its label is the period (`2025 年 4 月`). The status is that of its flags.
    pub mark: Mark,
    /// The centre line.
    pub centre: f64,
    /// The lower control limit.
    pub lower: f64,
    /// The upper control limit.
    pub upper: f64,
    /// What is signalled here, worded and short (`低于下限`); mostly empty.
    pub flags: Vec<String>,
}
