//! The areas of each level inside one, and those in which the next level is missing.

use super::super::unread::areas_are_read;
use crate::model::{AreaId, LevelId, Period, sorted_unique};
use crate::package::Package;

/// An area without any area of the next level in it, although others on its level have some.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EmptyArea {
    /// The area.
    pub area: AreaId,
    /// True where areas of a level further down lie in it all the same: buildings right in a grid.
    pub has_lower: bool,
}

/// One level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelCount {
    /// The level.
    pub level: LevelId,
    /// Number of its areas, as they stand at the end of the period.
    pub count: usize,
    /// False where a file that may list more has not been read.
    pub is_read: bool,
    /// The next level on which anything lies in any of its areas; none on the lowest.
    pub next: Option<LevelId>,
    /// Areas in which that level is missing, in the order of the package.
    pub empty: Vec<EmptyArea>,
}

/// The areas inside one at a period.
pub(super) struct Tree {
    pub(super) levels: Vec<LevelCount>,
    /// Each area above a level, that level, and how many areas of the level lie in it; in order.
    counts: Vec<(AreaId, LevelId, usize)>,
}

impl Tree {
    /// Number of areas of a level inside an area.
    pub(super) fn units_in(&self, area: AreaId, level: LevelId) -> usize {
        let key = (area, level);
        let place = self.counts.binary_search_by(|it| (it.0, it.1).cmp(&key));
        place.map_or(0, |place| self.counts[place].2)
    }
}

/// Reads the tree below an area as it stands in a month.
pub(super) fn read_tree(package: &Package, area: AreaId, period: Period) -> Tree {
    let areas = &package.areas;
    let top = areas.get(area).level.0;
    let all = (usize::from(top)..package.descriptor.levels.len()).map(|at| LevelId(at as u8));
    let levels: Vec<(LevelId, Vec<AreaId>)> = all
        .map(|level| (level, areas.of_level(level, Some(area), Some(period))))
        .collect();
    let mut pairs: Vec<(AreaId, LevelId, AreaId)> = Vec::new();
    for (level, inside) in &levels {
        for inner in inside {
            let mut holder = areas.get(*inner).parent;
            while let Some(outer) = holder {
                pairs.push((outer, *level, *inner));
                holder = areas.get(outer).parent;
            }
        }
    }
    let pairs = sorted_unique(pairs);
    let counts = pairs
        .chunk_by(|one, next| (one.0, one.1) == (next.0, next.1))
        .map(|same| (same[0].0, same[0].1, same.len()))
        .collect();
    let mut tree = Tree {
        levels: Vec::new(),
        counts,
    };
    for (at, (level, inside)) in levels.iter().enumerate() {
        let lower = &levels[at + 1..];
        let count = level_count(package, &tree, *level, inside, lower);
        tree.levels.push(count);
    }
    tree
}

fn level_count(
    package: &Package,
    tree: &Tree,
    level: LevelId,
    inside: &[AreaId],
    lower: &[(LevelId, Vec<AreaId>)],
) -> LevelCount {
    let holds = |area: AreaId, level: LevelId| tree.units_in(area, level) > 0;
    let is_next = |next: &&(LevelId, Vec<AreaId>)| inside.iter().any(|area| holds(*area, next.0));
    let next = lower.iter().find(is_next).map(|(level, _)| *level);
    let mut empty = Vec::new();
    if let Some(next) = next {
        let without = inside.iter().filter(|area| !holds(**area, next));
        empty.extend(without.map(|area| EmptyArea {
            area: *area,
            has_lower: lower.iter().any(|(level, _)| holds(*area, *level)),
        }));
    }
    LevelCount {
        level,
        count: inside.len(),
        is_read: areas_are_read(package, level),
        next,
        empty,
    }
}
