//! The area of a reader's that is the whole of the others, and the published area that it may be. Nothing
//! is joined by it: a sum of what a table lists need not be the sum of a district.

use super::areas::Areas;
use super::joining::Joining;
use crate::model::AreaId;

impl Joining {
    /// The reader's area in which all the others lie, where it has no counterpart, and the published area in
    /// which all lie, where it is nobody's.
    pub fn wholes(&self, own: &Areas, other: &Areas) -> Option<(AreaId, AreaId)> {
        let whole = |areas: &Areas| match areas.roots()[..] {
            [root] if !areas.children(root).is_empty() => Some(root),
            _ => None,
        };
        let (own, other) = (whole(own)?, whole(other)?);
        let is_open = self.unmatched_own.contains(&own);
        let is_taken = self.matched.iter().any(|it| it.other == other);
        (is_open && !is_taken).then_some((own, other))
    }
}
