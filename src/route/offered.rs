//! Which pages there are for a package: those that it can have something for. A page that is not offered
//! still opens by its address, and says that there is nothing. Knows no figures, only what is declared.

use super::{Meeting, Page};
use crate::model::{Role, Theme};
use crate::package::{Package, TableKind};

/// True of a page that the package can have something for; of every page until its indicators are read.
pub fn is_offered(page: Page, package: &Package) -> bool {
    let has = |theme: Theme, is_of: fn(Role) -> bool| {
        let mut indicators = package.indicators.iter();
        package.indicators.count() == 0
            || indicators.any(|(_, it)| it.theme == theme || it.role.is_some_and(is_of))
    };
    match page {
        Page::Standards => package.has_table(TableKind::Standards),
        Page::Cases => has(Theme::Cases, Role::is_of_cases),
        Page::Organisation => has(Theme::Organisation, Role::is_of_organisation),
        _ => true,
    }
}

/// The meeting with the pages of its round: of the usual ones those that are offered. Pages that an
/// address asks for stay.
pub fn offered_round(mut meeting: Meeting, package: Option<&Package>) -> Meeting {
    if let Some(package) = package.filter(|_| meeting.pages.is_empty()) {
        let usual = Meeting::USUAL_PAGES.into_iter();
        meeting.pages = usual.filter(|page| is_offered(*page, package)).collect();
    }
    meeting
}
