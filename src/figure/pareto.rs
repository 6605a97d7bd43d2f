//! Parts of a whole in falling order, each with the share of all up to it. It must not know what the
//! parts are, and it does not sort.

use super::{Axis, Mark};

/// The parts, the heaviest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Pareto {
    /// The parts.
    pub bars: Vec<ParetoBar>,
    /// The axis of the parts; it begins at zero.
    pub axis: Axis,
    /// What heads the cumulative shares (`累计`).
    pub cumulative_label: String,
    /// What heads the third figure (`按期办结率`); empty where there is none.
    pub rate_label: String,
    /// What stands below, wrapped; may be empty.
    pub caption: String,
    /// A worded note below the caption; may be empty.
    pub note: String,
}

/// One part.
#[derive(Clone, Debug, PartialEq)]
pub struct ParetoBar {
    /// Its size and its share in words. Without a finite value there is no bar, and the text says why.
    pub mark: Mark,
    /// The share of this part and those before it (`48.0%`); may be empty.
    pub cumulative_text: String,
    /// The third figure (`87.6%`); may be empty.
    pub rate_text: String,
}
