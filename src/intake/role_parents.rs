//! Which columns say what an area lies in.

use super::ColumnRole;
use super::roles::{Places, Roles};
use super::vocabulary::{self, Rank};

impl Roles<'_, '_> {
    /// Sets the columns of what the area lies in: those called so, else the next coarser place.
    pub(super) fn set_parent(&mut self, (own, rank): (usize, Rank), places: &Places) {
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
            let speaks_coarser = *above < rank && *above != vocabulary::RANK_ANY;
            let is_coarser = column.distinct < area.distinct || speaks_coarser;
            *at != own
                && self.roles[*at].is_none()
                && is_coarser
                && (area.decides(column) || speaks_coarser)
        };
        let size = |(at, rank): &&(usize, Rank)| (self.columns[*at].distinct, *rank);
        let by_name = places
            .names
            .iter()
            .filter(is_above)
            .max_by_key(size)
            .copied();
        let numbers = places.numbers.iter().chain(&places.codes);
        let numbers: Vec<&(usize, Rank)> = numbers.filter(is_above).collect();
        // Counties that are numbered anew in each state are no places above.
        let lies_in = |at: usize, above: Rank, other: usize| {
            above >= rank || self.columns[at].decides(&self.columns[other])
        };
        let is_one =
            |it: &&&(usize, Rank)| numbers.iter().all(|other| lies_in(it.0, other.1, other.0));
        let by_number = || {
            numbers
                .iter()
                .filter(is_one)
                .max_by_key(|it| size(it))
                .map(|it| **it)
        };
        let Some((above, _)) = by_name.or_else(by_number) else {
            return;
        };
        if by_name.is_none() {
            self.set(above, ColumnRole::ParentCode);
            return;
        }
        self.set(above, ColumnRole::ParentName);
        let name = &self.columns[above];
        let fits = |(at, _): &&(usize, Rank)| {
            let code = &self.columns[*at];
            self.roles[*at].is_none() && code.decides(name) && name.decides(code)
        };
        if let Some((at, _)) = places.codes.iter().find(fits).copied() {
            self.set(at, ColumnRole::ParentCode);
        }
    }

    /// True where each area lies in one place above.
    pub(super) fn is_of_one_parent(&self, own: usize) -> bool {
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
