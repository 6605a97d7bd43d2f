//! Codes and names of the same places in two columns, by their headings: `NTA Code` and `NTA Name`, `Code IRIS`
//! beside `Libellé`. Must not know how places lie in each other.

use crate::intake::ColumnRole;
use crate::intake::columns::Column;
use crate::intake::remark::Remark;
use crate::intake::roles::ranks::{answers_yes_or_no, rank_of};
use crate::intake::roles::{Places, Roles};
use crate::intake::vocabulary::codes::{is_code_of_other, names_codes, stem_of};
use crate::intake::vocabulary::levels::is_measure;
use crate::intake::vocabulary::subjects::{is_side, is_topic};
use crate::intake::vocabulary::time::time_name;
use crate::intake::vocabulary::{RANK_ANY, Rank, is_category_name, other_name, place_rank};

/// Of so few places a column of classes may stand one for one with their codes.
const FEW: usize = 2;
/// Letters of the code of a country.
const LONGEST: usize = 3;

impl Roles<'_, '_> {
    /// The column of codes that says which area a row is of: the finest that is known for places. A code of
    /// what no list knows is the area's where it is finer still, or where it stands first and nothing else is
    /// one.
    pub(in crate::intake) fn code_of_area(&self, places: &Places) -> Option<(usize, Rank)> {
        let is_other = |it: &&(usize, Rank)| is_code_of_other(&self.columns[it.0].folded);
        let known = places.codes.iter().filter(|it| !is_other(it)).copied();
        let known = self.finest(known);
        let others = || places.codes.iter().filter(is_other).copied();
        let first = known.or_else(|| others().min_by_key(|it| it.0))?;
        let coarse = &self.columns[first.0];
        let is_finer = |it: &(usize, Rank)| {
            let column = &self.columns[it.0];
            column.distinct > coarse.distinct && column.decides(coarse)
        };
        self.finest(others().filter(is_finer)).or(Some(first))
    }

    /// The column of texts that names the finest places, of some of which nothing is known: the first, and what
    /// lies in it. That the texts of another are more says nothing where each stands with each.
    pub(in crate::intake) fn finest_text(&self, texts: &[(usize, &Column<'_>)]) -> Option<usize> {
        let finer = |best: (usize, &'_ Column<'_>), next: (usize, &'_ Column<'_>)| {
            next.1.distinct > best.1.distinct && next.1.decides(best.1)
        };
        let texts = texts.iter().filter(|(_, it)| it.distinct > 1);
        let mut texts = texts.copied();
        let first = texts.next()?;
        let best = texts.fold(first, |best, next| match finer(best, next) {
            true => next,
            false => best,
        });
        Some(best.0)
    }

    /// The text before a code of what no list knows, with each value of which each code stands: it says where,
    /// and the code what of.
    pub(in crate::intake) fn text_before_code(&self, code: usize) -> Option<usize> {
        let own = &self.columns[code];
        let is_crossed = |(at, column): &(usize, &Column<'_>)| {
            *at < code
                && self.may_be_names(*at)
                && !is_topic(&column.folded)
                && column.distinct > 1
                && !column.decides(own)
                && !own.decides(column)
        };
        self.open().find(is_crossed).map(|(at, _)| at)
    }

    /// The code of finer places than those found by name, beside which these have names of their own:
    /// `NTA Code` and `NTA Name` in boroughs.
    pub(in crate::intake) fn finer_twin(
        &self,
        (coarse, _): (usize, Rank),
        places: &Places,
    ) -> Option<(usize, Rank)> {
        let coarse = &self.columns[coarse];
        let is_finer = |it: &&(usize, Rank)| {
            let code = &self.columns[it.0];
            code.filled == code.cells.len()
                && code.distinct > coarse.distinct
                && code.decides(coarse)
                && self.twin_of(it.0).is_some()
        };
        self.finest(places.codes.iter().filter(is_finer).copied())
    }

    /// Finds the names that go with the codes of the areas: those of the same heading, else the texts beside,
    /// each of which stands with one code.
    pub(in crate::intake) fn set_name_of_code(&mut self, (code, own_rank): (usize, Rank)) {
        if let Some(name) = self.twin_of(code) {
            self.set(name, ColumnRole::AreaName);
            return;
        }
        let own = &self.columns[code];
        let beside = [Some(code + 1), code.checked_sub(1)];
        // The name of the ward that the area lies in is none of it.
        let is_of_other = |at: usize| {
            let rank = rank_of(&self.columns[at]).filter(|it| *it != RANK_ANY);
            own_rank != RANK_ANY && rank.is_some_and(|it| it != own_rank)
        };
        let is_name = |at: &usize| {
            self.may_be_names(*at)
                && !is_of_other(*at)
                && own.distinct > FEW
                && self.columns[*at].filled == own.filled
                && self.columns[*at].decides(own)
                && own.decides(&self.columns[*at])
        };
        if let Some(at) = beside.into_iter().flatten().find(is_name) {
            self.set(at, ColumnRole::AreaName);
            let name = &self.columns[at].name;
            let column = match name.is_empty() {
                true => format!("#{}", at + 1),
                false => name.clone(),
            };
            self.remarks.push(Remark::AreaByContent { column });
        }
    }

    /// The open column of names that is headed by what a column of codes is of.
    fn twin_of(&self, code: usize) -> Option<usize> {
        let own = &self.columns[code];
        let stem = stem_of(&own.folded);
        let is_twin = |(at, column): &(usize, &Column<'_>)| {
            *at != code
                && stem != own.folded
                && stem_of(&column.folded) == stem
                && self.may_be_names(*at)
                && own.decides(column)
        };
        self.open().find(is_twin).map(|(at, _)| at)
    }

    /// Takes for codes those of capital letters that stand one for one with names of places: `LOCATION` beside
    /// `Country`.
    pub(in crate::intake) fn part_codes_from_names(&self, places: &mut Places) {
        let names = places.names.clone();
        let is_code = |at: usize| {
            let mut values = self.columns[at].values().into_iter();
            let is_so =
                |it: &str| it.len() <= LONGEST && it.bytes().all(|it| it.is_ascii_uppercase());
            values.all(is_so)
        };
        places.names.retain(|(at, _)| {
            let own = &self.columns[*at];
            let is_its = |(other, _): &&(usize, Rank)| {
                let name = &self.columns[*other];
                let is_sure = own.distinct > FEW || at.abs_diff(*other) == 1;
                is_sure && !is_code(*other) && own.decides(name) && name.decides(own)
            };
            let name = names.iter().find(is_its).filter(|_| is_code(*at));
            places.codes.extend(name.map(|(_, rank)| (*at, *rank)));
            name.is_none()
        });
    }

    pub(in crate::intake) fn may_be_names(&self, at: usize) -> bool {
        let is_open = self.roles.get(at).is_some_and(Option::is_none);
        let is_so = |column: &Column<'_>| {
            let name = &column.folded;
            column.is_text()
                && column.is_of_words()
                && !column.is_of_signs()
                && !column.is_of_register()
                && !is_category_name(name)
                && (!is_measure(name) || place_rank(name).is_some())
                && !is_side(name)
                && !names_codes(name)
                && other_name(name).is_none()
                && time_name(name).is_none()
                && !answers_yes_or_no(column)
        };
        is_open && self.columns.get(at).is_some_and(is_so)
    }

    /// The column of codes that is headed for none of places and stands one for one with the names of the
    /// areas.
    pub(in crate::intake) fn other_code_of(&self, name: usize, places: &Places) -> Option<usize> {
        let own = &self.columns[name];
        let is_its = |at: &usize| {
            let code = &self.columns[*at];
            code.filled == code.cells.len()
                && code.distinct > FEW
                && !is_category_name(stem_of(&code.folded))
                && code.decides(own)
                && own.decides(code)
        };
        places.others.iter().copied().find(is_its)
    }
}
