//! Outlines of places, in degrees. It must not know how a file writes them or how they are drawn.

use std::sync::Arc;

/// A closed line of (longitude, latitude) in degrees; the last position is not the first.
pub type Ring = Vec<(f64, f64)>;

/// One piece of a place: where it ends, and the holes in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// The outer line.
    pub outer: Ring,
    /// What inside it does not belong to the place.
    pub holes: Vec<Ring>,
}

/// The outline of one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// The code of the area, as the file writes it.
    pub code: String,
    /// Its pieces: an island is one more.
    pub pieces: Vec<Piece>,
}

/// The outlines of one file.
#[derive(Clone, Debug, PartialEq)]
pub struct Geometry {
    /// The file as the descriptor names it.
    pub file: Arc<str>,
    /// The number under which the map was approved (审图号); blank where the publisher declares none.
    pub approval: String,
    /// The outlines, in the order of the file; one for each code.
    pub outlines: Vec<Outline>,
}
