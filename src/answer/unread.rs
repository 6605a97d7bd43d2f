//! What of a package has not been read, so that an answer can say that it does not know rather than
//! that there is nothing.

use crate::model::{IndicatorId, LevelId, Period};
use crate::package::{FileState, Package, TableKind};

/// True where every file of areas that may hold a level has been read.
pub(super) fn areas_are_read(package: &Package, level: LevelId) -> bool {
    let mut files = package.descriptor.resources.iter().zip(&package.files);
    files.all(|(about, state)| {
        about.table != TableKind::Areas
            || !(about.levels.is_empty() || about.levels.contains(&level))
            || matches!(state, FileState::Reference(..))
    })
}

/// True where every file that may hold totals of an indicator on a level and about a period has
/// been read.
pub(super) fn figures_are_read(
    package: &Package,
    indicator: IndicatorId,
    level: LevelId,
    period: Period,
) -> bool {
    let indicator = package.indicators.get(indicator);
    let mut files = package.descriptor.resources.iter().zip(&package.files);
    files.all(|(about, state)| {
        about.table != TableKind::Observations
            || !about.dimensions.is_empty()
            || (about.headline && !indicator.headline)
            || !(about.themes.is_empty() || about.themes.contains(&indicator.theme))
            || !(about.levels.is_empty() || about.levels.contains(&level))
            || about.periods.is_some_and(|(from, to)| {
                from.start_year() > period.end_year() || to.end_index() < period.end_index()
            })
            || matches!(state, FileState::Observations(_))
    })
}
