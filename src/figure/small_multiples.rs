//! Many small charts on one scale: a panel an area, in the order given. It must not know how many
//! stand beside each other.

use super::lines::ReferenceLine;
use super::{Axis, Mark};

/// The panels, in the order given.
#[derive(Clone, Debug, PartialEq)]
pub struct SmallMultiples {
    /// The panels.
    pub panels: Vec<SmallPanel>,
    /// What stands before the scale (`各格同一纵轴`, `One scale`).
    pub scale_label: String,
    /// The names of the first and the last period, the same for all.
    pub ends: (String, String),
    /// The value axis, the same for all; it need not hold zero.
    pub axis: Axis,
    /// A thin line in every panel.
    pub reference: Option<ReferenceLine>,
    /// What stands below; may be empty.
    pub caption: String,
    /// A worded note below the caption; may be empty.
    pub note: String,
}

/// One panel: an area.
#[derive(Clone, Debug, PartialEq)]
pub struct SmallPanel {
    /// Its newest final value; the label is the area, the detail its change, the status that of the
    /// change.
    pub mark: Mark,
    /// One entry per period; `None` is a gap, which no line bridges.
    pub points: Vec<Option<SmallPoint>>,
}

/// One point of a panel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SmallPoint {
    /// The value in the unit of the axis. A value that is not finite is not drawn.
    pub value: f64,
    /// Not final yet: hollow.
    pub is_provisional: bool,
}
