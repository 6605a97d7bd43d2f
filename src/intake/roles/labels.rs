//! Numbers that tell the areas apart under a heading that no list of codes has: `townid`, `PID`, `FIPSNO`, the
//! name of a place and a number. They are labels and no figures.

use crate::intake::ColumnRole;
use crate::intake::columns::Column;
use crate::intake::roles::Roles;
use crate::intake::roles::ranks::rank_of;
use crate::intake::vocabulary::RANK_ANY;
use crate::intake::vocabulary::codes::may_label;
use crate::model::sorted_unique;

/// Of fewer areas any two columns of whole numbers stand one for one.
const FEWEST: usize = 10;
/// One name of so many may be that of several areas.
const FEW_OF: usize = 5;

impl Roles<'_, '_> {
    /// Makes columns of numbers codes of the areas where their heading may be one of codes and each number
    /// stands with one area and each area with one number. The first is their code where they have none.
    pub(in crate::intake) fn set_labels(&mut self) {
        let own = [ColumnRole::AreaCode, ColumnRole::AreaName];
        let own = own.iter().find_map(|role| self.place_of(role));
        let Some(area) = own.map(|at| &self.columns[at]) else {
            return;
        };
        // A name may stand in several larger places.
        let above = [
            ColumnRole::ParentName,
            ColumnRole::ParentCode,
            ColumnRole::AreaAbove,
        ];
        let above = above.iter().find_map(|role| self.place_of(role));
        let above = above.map(|at| &self.columns[at]);
        let named = |row: usize| (area.cells[row], above.map_or("", |it| it.cells[row]));
        let rows = 0..area.cells.len();
        let places = sorted_unique(rows.clone().map(named)).len();
        let is_its = |column: &Column<'_>| {
            let pairs = || rows.clone().map(|row| (named(row), column.cells[row]));
            // Where nothing says yet what the areas lie in, some names are of several.
            let most = match above {
                Some(_) => places,
                None => places + places / FEW_OF,
            };
            column.distinct >= FEWEST
                && column.distinct <= most
                && column.decides(area)
                && sorted_unique(pairs()).len() <= most
        };
        let is_label = |(_, column): &(usize, &Column<'_>)| {
            column.is_whole()
                && column.filled == column.cells.len()
                && may_label(&column.folded)
                && is_its(column)
        };
        let labels: Vec<usize> = self.open().filter(is_label).map(|(at, _)| at).collect();
        for at in labels {
            let is_code = !self.has(&ColumnRole::AreaCode)
                && !self.has(&ColumnRole::CodeWithin)
                && self.has(&ColumnRole::AreaName);
            match is_code {
                true => {
                    self.set(at, ColumnRole::AreaCode);
                    self.set_parent_of_label(at);
                }
                false => self.aside(at),
            }
        }
    }

    /// What the areas lie in by their codes, where names of areas that several have did not say it.
    fn set_parent_of_label(&mut self, code: usize) {
        if self.has(&ColumnRole::ParentName) || self.has(&ColumnRole::ParentCode) {
            return;
        }
        let own = &self.columns[code];
        let is_above = |(_, column): &(usize, &Column<'_>)| {
            column.is_text()
                && column.distinct > 1
                && column.distinct * 2 <= own.distinct
                && rank_of(column).is_some_and(|it| it != RANK_ANY)
                && own.decides(column)
        };
        let above = self.open().filter(is_above);
        if let Some((at, _)) = above.max_by_key(|(_, it)| it.distinct) {
            self.set(at, ColumnRole::ParentName);
        }
    }

    fn place_of(&self, role: &ColumnRole) -> Option<usize> {
        self.roles.iter().position(|it| it.as_ref() == Some(role))
    }

    /// The names of the finest places beside a code of which most names found hold several: `school` beside
    /// `county` and the number of a school district.
    pub(in crate::intake) fn names_of_many(&self, name: usize, code: usize) -> Option<usize> {
        let (coarse, own) = (&self.columns[name], &self.columns[code]);
        let is_coarse = coarse.distinct * 2 <= own.distinct && own.distinct >= FEWEST;
        let is_finer = |at: &usize| {
            let column = &self.columns[*at];
            *at != name
                && self.may_be_names(*at)
                && column.filled == column.cells.len()
                // Some names stand in several of the larger places.
                && column.distinct * 10 >= own.distinct * 9
                && own.decides(column)
        };
        (0..self.columns.len()).filter(|_| is_coarse).find(is_finer)
    }
}

/// The column of numbers that may be the codes of areas known by name, each of one.
pub(in crate::intake) fn code_of(columns: &[Column<'_>], name: usize) -> Option<usize> {
    let names = columns.get(name)?;
    columns.iter().position(|column| {
        column.is_whole()
            && column.filled == column.cells.len()
            && column.distinct >= FEWEST
            && may_label(&column.folded)
            && column.decides(names)
            && names.decides(column)
    })
}
