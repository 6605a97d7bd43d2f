//! The levels on which an indicator can be compared.

use crate::model::{IndicatorId, LevelId};
use crate::package::{FileState, Package, TableKind};

/// The levels on which areas can be set beside each other, the highest first: those of which a file
/// holds values of the indicator or says so. It does not hang on which files have been read.
pub fn level_options(package: &Package, indicator: Option<IndicatorId>) -> Vec<LevelId> {
    let only_root = package.areas.roots().len() == 1;
    let levels = (0..package.descriptor.levels.len()).map(|at| LevelId(at as u8));
    levels
        .filter(|level| !(only_root && level.0 == 0))
        .filter(|level| indicator.is_none_or(|id| may_hold(package, id, *level)))
        .collect()
}

/// True where a file holds values of the indicator on the level, or may as far as is known.
fn may_hold(package: &Package, id: IndicatorId, level: LevelId) -> bool {
    let indicator = package.indicators.get(id);
    let files = package.descriptor.resources.iter().zip(&package.files);
    files
        .filter(|(about, _)| about.table == TableKind::Observations && about.dimensions.is_empty())
        .any(|(about, state)| match state {
            FileState::Unread => {
                (about.themes.is_empty() || about.themes.contains(&indicator.theme))
                    && (!about.headline || indicator.headline)
                    && match about.levels.is_empty() {
                        true => !package.areas.of_level(level, None, None).is_empty(),
                        false => about.levels.contains(&level),
                    }
            }
            FileState::Observations(file) => {
                let mut slices = file.index.of_indicator(id, 0);
                slices.any(|(_, slice)| {
                    let mut areas = slice.iter();
                    areas.any(|(area, _)| package.areas.get(area).level == level)
                })
            }
            FileState::Reference(..) | FileState::Failed(_) => false,
        })
}
