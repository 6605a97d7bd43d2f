//! Cases from stage to stage: a bar a stage on one scale, what came through and what was left between
//! them, and a second area beside it. It must not know which stages there are.

use super::{Axis, Mark};

/// The stages of one area, from the first to the last.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseFlow {
    /// The stages.
    pub stages: Vec<FlowStage>,
    /// The axis of the numbers of cases; it begins at zero.
    pub axis: Axis,
    /// How the slim bars are named (`细条：全区（按占派单比例）`); empty where there are none.
    pub beside_label: String,
    /// What stands below, wrapped; may be empty.
    pub caption: String,
    /// A worded note below the caption; may be empty.
    pub note: String,
}

/// One stage.
#[derive(Clone, Debug, PartialEq)]
pub struct FlowStage {
    /// Its cases; the label is the stage. Without a finite value there is no bar, and the value's text
    /// says why. Emphasised where the most was left before it.
    pub mark: Mark,
    /// The cases of the stage that these are a part of, in the unit of the axis: a pale bar shows what
    /// was left.
    pub before: Option<f64>,
    /// What came through and what was left, worded; empty where nothing is said of it.
    pub passed: String,
    /// The same stage of the area beside it: its share of the cases dispatched, taken of the cases
    /// dispatched here, so that both stand on one scale. Its text gives the share.
    pub beside: Option<Mark>,
}
