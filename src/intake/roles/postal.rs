//! Codes of the post as areas, where no other column says where anything is. They name no places of any
//! register, and beside the name of a place they are none of it.

use crate::intake::ColumnRole;
use crate::intake::roles::Roles;
use crate::intake::vocabulary::codes::is_postal;

impl Roles<'_, '_> {
    /// Takes the first column of such codes for the areas, where none has been found by its name.
    pub(in crate::intake) fn set_postal(&mut self) {
        if self.has(&ColumnRole::AreaName) || self.has(&ColumnRole::AreaCode) {
            return;
        }
        let mut columns = self.columns.iter();
        let place = columns.position(|it| is_postal(&it.folded) && it.distinct > 1);
        if let Some(at) = place {
            self.set(at, ColumnRole::AreaCode);
        }
    }
}
