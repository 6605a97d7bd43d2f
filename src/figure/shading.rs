//! How a place on a map is filled, and what the fillings mean. It must not know colours.

use super::MarkStatus;

/// The most groups that shades tell apart.
pub const MOST_SHADES: usize = 5;

/// How a place is filled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shading {
    /// As its status: the verdict.
    #[default]
    Status,
    /// The shade of its group: 0 the lightest, below [`MOST_SHADES`].
    Shade(u8),
    /// Neither judged nor grouped.
    Plain,
    /// Not final yet: hollow, in a broken outline.
    Provisional,
    /// There is no value: hollow.
    Missing,
    /// There is one that is not shown: hatched.
    Suppressed,
}

/// One entry of a legend.
#[derive(Clone, Debug, PartialEq)]
pub struct LegendEntry {
    /// The filling.
    pub shading: Shading,
    /// The verdict, where the filling is by status.
    pub status: MarkStatus,
    /// What it means, worded.
    pub text: String,
}
