//! The places of a package and their hierarchy.

use super::registers::{Refused, Table};
use crate::model::{Area, AreaId, FaultKind, LevelId, Period, Text};
use crate::parse::cell;
use crate::table::Dictionary;
use std::sync::Arc;

/// Every place read so far. Places keep their ids when further files of areas are read.
#[derive(Clone, Debug, Default)]
pub struct Areas {
    list: Vec<Area>,
    /// The code of each place; the blank text stands before the first.
    codes: Dictionary,
    children: Vec<Vec<AreaId>>,
    /// The places of each level: a question about communities looks at no building.
    levels: Vec<Vec<AreaId>>,
    /// Places whose parent is more than a level above them, in the order of the files.
    skipping: Vec<AreaId>,
    /// First and last period of validity, where given.
    validity: Vec<(Option<Period>, Option<Period>)>,
    /// Places whose parent could not be found; they are no top of anything.
    orphans: Vec<AreaId>,
    /// The file of each place.
    files: Vec<Arc<str>>,
    /// Rows that could not be used.
    pub(super) refused: Refused,
    /// The level of each place that stands in such a row only, where it can be told.
    unreadable: Vec<Option<LevelId>>,
}

impl Areas {
    /// Adds the place of a row. Gives its id and the code of its parent, which `link` finds when
    /// every row of the file has been added.
    pub(super) fn add(
        &mut self,
        table: &mut Table<'_>,
        at: usize,
        levels: &[String],
    ) -> Option<(AreaId, String)> {
        let Some((area, parent)) = self.read_area(table, at, levels) else {
            let code = table.cell(at, "area_code");
            if self.id(code).is_none() {
                let word = table.cell(at, "level");
                let level = levels.iter().position(|level| level == word);
                self.unreadable
                    .push(level.map(|level| LevelId(level as u8)));
            }
            self.refused.add(code);
            return None;
        };
        let id = AreaId(self.list.len() as u32);
        let from = read_date(table, at, "valid_from");
        let to = read_date(table, at, "valid_to");
        self.push(area, (from, to), table.file().clone());
        Some((id, parent))
    }

    /// Puts the place of a row into its parent.
    pub(super) fn link(&mut self, table: &mut Table<'_>, at: usize, id: AreaId, parent: &str) {
        if parent.is_empty() {
            if table.breaks_off_before(at, "parent_code") {
                self.orphans.push(id);
            }
            return;
        }
        let found = self.id(parent);
        if let Some(parent) = found.filter(|parent| !self.lies_in(*parent, id)) {
            self.set_parent(id, parent);
            return;
        }
        self.orphans.push(id);
        if cell::looks_like_excel_exponent(parent) {
            table.fault(at, "parent_code", FaultKind::ExcelExponent);
        } else if found.is_some() || !self.refused.may_hold(parent) {
            table.fault(at, "parent_code", FaultKind::UnknownParent);
        }
    }

    fn set_parent(&mut self, id: AreaId, parent: AreaId) {
        let level_above = self.get(parent).level.0;
        self.list[id.0 as usize].parent = Some(parent);
        self.children[parent.0 as usize].push(id);
        if self.get(id).level.0 > level_above + 1 {
            self.skipping.push(id);
        }
    }

    fn push(&mut self, area: Area, validity: (Option<Period>, Option<Period>), file: Arc<str>) {
        self.codes.code(&area.code);
        let level = usize::from(area.level.0);
        if self.levels.len() <= level {
            self.levels.resize_with(level + 1, Vec::new);
        }
        self.levels[level].push(AreaId(self.list.len() as u32));
        self.list.push(area);
        self.children.push(Vec::new());
        self.validity.push(validity);
        self.files.push(file);
    }

    /// The places of the other files. Ids are given anew, and whoever lay in a place of this file
    /// lies in none.
    pub(super) fn without(&self, file: &str) -> Areas {
        let mut kept = Areas::default();
        let stays = |id: &AreaId| *self.files[id.0 as usize] != *file;
        for (id, area) in self.iter().filter(|(id, _)| stays(id)) {
            let at = id.0 as usize;
            let area = Area {
                parent: None,
                ..area.clone()
            };
            kept.push(area, self.validity[at], self.files[at].clone());
        }
        for (id, area) in self.iter().filter(|(id, _)| stays(id)) {
            let Some(own) = kept.id(&area.code) else {
                continue;
            };
            let parent = area.parent.filter(stays);
            match parent.and_then(|parent| kept.id(&self.get(parent).code)) {
                Some(parent) => {
                    kept.set_parent(own, parent);
                }
                None if area.parent.is_some() || self.orphans.contains(&id) => {
                    kept.orphans.push(own);
                }
                None => {}
            }
        }
        kept
    }

    fn read_area(
        &self,
        table: &mut Table<'_>,
        at: usize,
        levels: &[String],
    ) -> Option<(Area, String)> {
        let code = table.needed(at, "area_code")?;
        if let Some(earlier) = self.id(&code) {
            let line = self.get(earlier).line;
            let file = self.files[earlier.0 as usize].clone();
            table.duplicate_of(at, "area_code", file, line);
            return None;
        }
        let word = table.needed(at, "level")?;
        let Some(level) = levels.iter().position(|level| *level == word) else {
            let expected = levels.join(", ");
            table.fault(at, "level", FaultKind::UnknownLevel { expected });
            return None;
        };
        let area = Area {
            name: {
                let name = Text::new(table.cell(at, "name_zh"), table.cell(at, "name_en"));
                if name.is_empty() {
                    Text::new(code.clone(), code.clone())
                } else {
                    name
                }
            },
            level: LevelId(level as u8),
            parent: None,
            code_system: table.cell(at, "code_system").to_string(),
            valid_from: table.cell(at, "valid_from").to_string(),
            valid_to: table.cell(at, "valid_to").to_string(),
            line: table.line(at),
            code,
        };
        let parent = table.cell(at, "parent_code").to_string();
        Some((area, parent))
    }

    /// The id of a code.
    pub fn id(&self, code: &str) -> Option<AreaId> {
        let place = self.codes.find(code)?.checked_sub(1)?;
        Some(AreaId(place))
    }

    /// A place. `id` must come from these areas.
    pub fn get(&self, id: AreaId) -> &Area {
        &self.list[id.0 as usize]
    }

    /// Every place in the order of the files.
    pub fn iter(&self) -> impl Iterator<Item = (AreaId, &Area)> {
        let ids = (0..self.list.len() as u32).map(AreaId);
        ids.zip(&self.list)
    }

    /// Places that have no parent and name none, in the order of the files.
    pub fn roots(&self) -> Vec<AreaId> {
        let roots = self
            .iter()
            .filter(|(id, area)| area.parent.is_none() && !self.orphans.contains(id));
        roots.map(|(id, _)| id).collect()
    }

    /// True where several places have no parent, none of which is then the whole.
    pub fn has_several_tops(&self) -> bool {
        let tops = self.list.iter().filter(|area| area.parent.is_none());
        tops.take(2).count() > 1
    }

    /// Places that name a parent that could not be found, in the order in which they were read.
    pub fn orphans(&self) -> &[AreaId] {
        &self.orphans
    }

    /// The place of a level in which another lies, be it that place itself.
    pub fn holder(&self, id: AreaId, level: LevelId) -> Option<AreaId> {
        let mut place = Some(id);
        while let Some(id) = place {
            let area = self.get(id);
            if area.level == level {
                return Some(id);
            }
            place = area.parent;
        }
        None
    }

    /// The places inside `within` that lie in none of a level and are smaller than its: a community right under the
    /// district, beside the sub-districts. In the order of the files.
    pub fn beside_level(&self, level: LevelId, within: AreaId) -> Vec<AreaId> {
        let is_beside = |id: &&AreaId| {
            let area = self.get(**id);
            let above = area.parent.map(|parent| self.get(parent).level);
            area.level > level && above < Some(level) && self.lies_in(**id, within)
        };
        self.skipping.iter().filter(is_beside).copied().collect()
    }

    /// Number of places that lie in no top area because a parent could not be found. Their figures
    /// are lacking in every sum over this level.
    pub fn adrift_count(&self, level: LevelId) -> usize {
        let is_adrift = |mut id: AreaId| {
            while let Some(parent) = self.get(id).parent {
                id = parent;
            }
            self.orphans.binary_search(&id).is_ok()
        };
        let of_level = self.at_level(level).iter();
        match self.orphans.is_empty() {
            true => 0,
            false => of_level.filter(|id| is_adrift(**id)).count(),
        }
    }

    /// Number of places that may be of a level and whose rows could not be used.
    pub fn unreadable_count(&self, level: LevelId) -> usize {
        let may_be = |known: &&Option<LevelId>| known.is_none_or(|known| known == level);
        self.unreadable.iter().filter(may_be).count()
    }

    /// The places directly inside one.
    pub fn children(&self, id: AreaId) -> &[AreaId] {
        &self.children[id.0 as usize]
    }

    /// True where `inner` is `outer` or lies in it.
    pub fn lies_in(&self, inner: AreaId, outer: AreaId) -> bool {
        let mut place = Some(inner);
        while let Some(id) = place {
            if id == outer {
                return true;
            }
            place = self.get(id).parent;
        }
        false
    }

    /// From the top down to the place itself.
    pub fn path(&self, id: AreaId) -> Vec<AreaId> {
        let mut path = vec![id];
        while let Some(parent) = path.last().and_then(|last| self.get(*last).parent) {
            path.push(parent);
        }
        path.reverse();
        path
    }

    /// Every place of a level, in the order of the files.
    fn at_level(&self, level: LevelId) -> &[AreaId] {
        let places = self.levels.get(usize::from(level.0));
        places.map_or(&[], |places| places)
    }

    /// Places of a level that are valid in the period (or today, without one), inside `within`.
    pub fn of_level(
        &self,
        level: LevelId,
        within: Option<AreaId>,
        period: Option<Period>,
    ) -> Vec<AreaId> {
        let chosen = self.at_level(level).iter().copied().filter(|id| {
            within.is_none_or(|outer| self.lies_in(*id, outer))
                && match period {
                    Some(period) => self.is_valid_in(*id, period),
                    None => self.validity[id.0 as usize].1.is_none(),
                }
        });
        chosen.collect()
    }

    /// True where a place's validity and the period overlap by a month or more.
    pub fn is_valid_in(&self, id: AreaId, period: Period) -> bool {
        let (from, to) = self.validity[id.0 as usize];
        let first = |period: Period| (period.start_year(), period.start_month());
        let last = |period: Period| (period.end_year(), period.end_month());
        from.is_none_or(|from| first(from) <= last(period))
            && to.is_none_or(|to| last(to) >= first(period))
    }

    /// Number of places.
    pub fn count(&self) -> usize {
        self.list.len()
    }
}

/// A date of validity, of which the month counts; one that cannot be read is left open.
fn read_date(table: &mut Table<'_>, at: usize, column: &str) -> Option<Period> {
    match table.cell(at, column) {
        "" => None,
        text => match cell::period(text) {
            Ok(read) => Some(read.period),
            Err(kind) => {
                table.fault(at, column, kind);
                None
            }
        },
    }
}
