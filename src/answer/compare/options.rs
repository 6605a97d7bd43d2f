//! The levels on which an indicator can be compared, and why there is none.

use crate::model::{AreaId, IndicatorId, LevelId};
use crate::package::{FileState, Package, TableKind};
use crate::query::levels_with_rows;

/// Why an indicator has nothing to compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoComparison {
    /// Only the one top area has values.
    TopOnly(AreaId),
    /// All values are of categories, and none of all of them together.
    CategoriesOnly,
    /// No area has any.
    NoValues,
}

/// Why an indicator cannot be compared on any level; none where it can, and while a file that may hold
/// its values has not been read.
pub fn no_comparison(package: &Package, id: IndicatorId) -> Option<NoComparison> {
    let files = package.descriptor.resources.iter().zip(&package.files);
    let mut observed = files.filter(|(about, _)| about.table == TableKind::Observations);
    if observed.any(|(_, state)| matches!(state, FileState::Failed(_))) {
        return None;
    }
    if level_options(package, Some(id)).is_empty() {
        return Some(match package.areas.roots()[..] {
            [top] if !levels_with_rows(package, id).is_empty() => NoComparison::TopOnly(top),
            _ if has_categories(package, id) => NoComparison::CategoriesOnly,
            _ => NoComparison::NoValues,
        });
    }
    None
}

/// True where a file read so far has rows of an indicator by category.
fn has_categories(package: &Package, id: IndicatorId) -> bool {
    let mut files = package.observation_files();
    files.any(|file| {
        let mut keys = file.index.slices().map(|(key, _)| key);
        keys.any(|key| key.indicator == id && key.category != 0)
    })
}

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
