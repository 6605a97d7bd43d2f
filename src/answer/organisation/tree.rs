//! The areas of each level inside one, and those in which the next level is missing.

use super::super::unread::areas_are_read;
use crate::model::{AreaId, LevelId, Period};
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

/// The areas inside one, and those of them that there are at the end of the period asked about.
pub(super) struct Tree {
    pub(super) levels: Vec<LevelCount>,
    /// The areas of each level from that of the area down, valid or not, in the order of the package.
    inside: Vec<(LevelId, Vec<AreaId>)>,
    /// How many areas of each level lie in each area: the levels of the first area, of the second, …
    counts: Vec<u32>,
    level_count: usize,
    /// Areas that stood at the period, have since ended, and in which the list has no unit of any time:
    /// it was written after their units had gone to others. In the order of the package.
    pub(super) ended: Vec<AreaId>,
}

impl Tree {
    /// Number of areas of a level inside an area.
    pub(super) fn units_in(&self, area: AreaId, level: LevelId) -> usize {
        let at = area.0 as usize * self.level_count + usize::from(level.0);
        self.counts.get(at).map_or(0, |count| *count as usize)
    }

    /// The areas of a level that there are at the end of a period, in the order of the package.
    pub(super) fn standing(
        &self,
        package: &Package,
        level: LevelId,
        period: Period,
    ) -> Vec<AreaId> {
        let end = period.last_month();
        let of_level = self.inside.iter().filter(|it| it.0 == level);
        let inside = of_level.flat_map(|(_, inside)| inside.iter().copied());
        inside
            .filter(|area| package.areas.is_valid_in(*area, end))
            .collect()
    }
}

/// Reads the tree below an area.
pub(super) fn read_tree(package: &Package, area: AreaId, period: Period) -> Tree {
    let areas = &package.areas;
    let level_count = package.descriptor.levels.len();
    let top = usize::from(areas.get(area).level.0);
    let mut tree = Tree {
        levels: Vec::new(),
        inside: (top..level_count)
            .map(|at| (LevelId(at as u8), Vec::new()))
            .collect(),
        counts: vec![0; areas.count() * level_count],
        level_count,
        ended: Vec::new(),
    };
    for (id, about) in areas.iter() {
        let at = usize::from(about.level.0).checked_sub(top);
        let Some((_, inside)) = at.and_then(|at| tree.inside.get_mut(at)) else {
            continue;
        };
        if areas.lies_in(id, area) {
            inside.push(id);
        }
    }
    let standing: Vec<(LevelId, Vec<AreaId>)> = tree
        .inside
        .iter()
        .map(|(level, _)| (*level, tree.standing(package, *level, period)))
        .collect();
    let is_ended =
        |area: &AreaId| !areas.get(*area).valid_to.is_empty() && areas.children(*area).is_empty();
    let above_last = standing.iter().filter(|(level, _)| {
        let lower = standing.iter().filter(|it| it.0 > *level);
        lower.into_iter().any(|(_, inside)| !inside.is_empty())
    });
    let ended = above_last.flat_map(|(_, inside)| inside.iter().copied());
    tree.ended = ended.filter(is_ended).collect();
    for (level, inside) in &standing {
        for inner in inside {
            let mut holder = areas.get(*inner).parent;
            while let Some(outer) = holder {
                let at = outer.0 as usize * level_count + usize::from(level.0);
                if let Some(count) = tree.counts.get_mut(at) {
                    *count += 1;
                }
                holder = areas.get(outer).parent;
            }
        }
    }
    for (at, (level, inside)) in standing.iter().enumerate() {
        let lower = &standing[at + 1..];
        let count = count_level(package, &tree, *level, inside, lower);
        tree.levels.push(count);
    }
    tree
}

fn count_level(
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
        let without = without.filter(|area| !tree.ended.contains(area));
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
