//! The map of outlines: areas where they lie, in degrees. It must not know a projection.

use super::{LegendEntry, Mark, Shading};
use crate::model::Piece;

/// Areas in their outlines, in the order in which the arrow keys walk them.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaMap {
    /// The areas that have an outline.
    pub shapes: Vec<AreaShape>,
    /// What the shadings mean, as far as they occur.
    pub legend: Vec<LegendEntry>,
    /// What stands below: the approval number of the map, or that none is declared.
    pub caption: String,
    /// A worded note below the caption; may be empty.
    pub note: String,
}

/// One area on a map.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaShape {
    /// Its full name, its value and its verdict. A value that is not finite is none.
    pub mark: Mark,
    /// The name as it stands on the map.
    pub short_label: String,
    /// The value without its unit, or the word for there being none.
    pub short_text: String,
    /// How the area is filled.
    pub shading: Shading,
    /// Its pieces; positions in degrees. What is not finite is not drawn.
    pub pieces: Vec<Piece>,
}
