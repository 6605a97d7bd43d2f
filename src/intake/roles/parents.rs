//! Which columns say what an area lies in.

use crate::intake::ColumnRole;
use crate::intake::columns::Column;
use crate::intake::roles::{Places, Roles};
use crate::intake::vocabulary::codes::is_code_of_other;
use crate::intake::vocabulary::levels::RANK_COUNTY;
use crate::intake::vocabulary::totals::is_total;
use crate::intake::vocabulary::{self, Rank};
use std::collections::HashMap;

/// Of so few places each may lie in another one.
const FEW: usize = 2;

impl Roles<'_, '_> {
    /// Sets the columns of what the area lies in: those called so, else the next coarser place.
    pub(in crate::intake) fn set_parent(&mut self, (own, rank): (usize, Rank), places: &Places) {
        for (at, is_code) in &places.parents {
            let role = match is_code {
                true => ColumnRole::ParentCode,
                false => ColumnRole::ParentName,
            };
            if !self.has(&role) {
                self.set(*at, role);
            }
        }
        if !places.parents.is_empty() {
            return;
        }
        let area = &self.columns[own];
        let is_above = |(at, above): &&(usize, Rank)| {
            let column = &self.columns[*at];
            let is_below = self.lies_below((own, rank), (*at, *above));
            let speaks_coarser = is_below || *above < rank && *above != vocabulary::RANK_ANY;
            let is_coarser = column.distinct < area.distinct || speaks_coarser;
            *at != own
                && self.roles[*at].is_none()
                && is_coarser
                && (area.decides(column)
                    || speaks_coarser && self.is_mostly_in(own, (*at, *above))
                    || *above != vocabulary::RANK_ANY && is_in_but_sums(area, column))
        };
        let by_name = self.finest(places.names.iter().filter(is_above).copied());
        // Of what a code is that no level is named for, nobody can say.
        // Nor does a number of what is as small as the area hold it.
        let is_level = |it: &&(usize, Rank)| match rank {
            vocabulary::RANK_ANY => it.1 <= RANK_COUNTY,
            rank => it.1 < rank,
        };
        let numbers = places.numbers.iter().chain(&places.codes).filter(is_level);
        let is_whole = |it: &&(usize, Rank)| !ends_in(area, &self.columns[it.0]);
        // What is another number for each area is its own.
        let is_shared = |it: &&(usize, Rank)| {
            let column = &self.columns[it.0];
            let is_of_nearly_each = column.distinct * 10 >= area.distinct * 9;
            area.distinct <= FEW || !column.decides(area) && !is_of_nearly_each
        };
        let numbers = numbers.filter(is_above).filter(is_whole).filter(is_shared);
        let numbers: Vec<(usize, Rank)> = numbers.copied().collect();
        let by_number = || self.finest(numbers.iter().copied());
        let Some(above) = by_name.or_else(by_number) else {
            return;
        };
        let is_code = by_name.is_none();
        let code = if is_code {
            None
        } else {
            self.code_of_parent(above, places)
        };
        let kin: Vec<(usize, Rank)> = match is_code {
            true => places.numbered().collect(),
            false => places.names.clone(),
        };
        let mut levels = vec![above];
        if code.is_none() && (!is_code || self.needs_above(above, places)) {
            let kin = kin.into_iter().filter(|it| self.roles[it.0].is_none());
            levels.extend(self.chain(above, kin));
        }
        self.set_levels_above(&levels, is_code);
        if let Some(code) = code {
            self.set(code, ColumnRole::ParentCode);
        }
    }

    /// The column of codes of what the area lies in, beside its names.
    fn code_of_parent(&self, above: (usize, Rank), places: &Places) -> Option<usize> {
        let name = &self.columns[above.0];
        let fits = |(at, rank): &&(usize, Rank)| {
            let code = &self.columns[*at];
            let is_near = *rank == above.1 || *rank == vocabulary::RANK_ANY;
            // One code beside one name says nothing.
            let is_near = is_near && (code.distinct > 1 || *rank == above.1);
            let is_free = self.roles[*at].is_none() && !is_code_of_other(&code.folded);
            is_free && is_near && code.decides(name) && name.decides(code)
        };
        places.codes.iter().find(fits).map(|(at, _)| *at)
    }

    /// True where codes of what the area lies in are none by themselves.
    fn needs_above(&self, own: (usize, Rank), places: &Places) -> bool {
        let code = &self.columns[own.0];
        let mut larger = places.numbered().filter(|it| self.lies_below(own, *it));
        self.is_part(own.0, own.1, places) || larger.any(|it| !code.decides(&self.columns[it.0]))
    }

    /// True where each area lies in one place above.
    pub(in crate::intake) fn is_of_one_parent(&self, own: usize) -> bool {
        let is_parent = |role: &Option<ColumnRole>| {
            matches!(role, Some(ColumnRole::ParentName | ColumnRole::ParentCode))
        };
        let parents = self
            .roles
            .iter()
            .enumerate()
            .filter(|(_, role)| is_parent(role));
        let mut parents = parents.map(|(at, _)| &self.columns[at]);
        parents.all(|parent| self.columns[own].decides(parent))
    }
}

/// True where each code ends in what another column holds, and is longer: county 001 beside 01001 is a part of
/// it and nothing above.
fn ends_in(code: &Column<'_>, part: &Column<'_>) -> bool {
    let mut rows = code.cells.iter().zip(&part.cells);
    let is_part = |part: &str| !part.is_empty() && part.bytes().all(|it| it.is_ascii_digit());
    rows.all(|(code, part)| code.len() > part.len() && code.ends_with(part) && is_part(part))
}

/// True where each place of one column lies in one of the other, but for the sums of those.
fn is_in_but_sums(area: &Column<'_>, above: &Column<'_>) -> bool {
    let mut known: HashMap<&str, &str> = HashMap::new();
    let cells = area.cells.iter().zip(&above.cells);
    let mut cells = cells.filter(|(own, _)| !own.is_empty() && !is_total(own));
    cells.all(|(own, above)| known.entry(own).or_insert(above) == above)
}
