//! Codes of the post as areas, where no other column says where anything is. They name no places of any
//! register, and beside the name of a place they are none of it.

use super::ColumnRole;
use super::roles::Roles;
use super::vocabulary_codes::is_postal;

impl Roles<'_, '_> {
    /// Takes the first column of such codes for the areas, where none has been found by its name.
    pub(super) fn set_postal(&mut self) {
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
