//! Which column of codes goes with the names of areas, and which codes are one only together with those of
//! what the area lies in: county 001 in state 01.

use crate::intake::ColumnRole;
use crate::intake::columns::Column;
use crate::intake::roles::{Places, Roles};
use crate::intake::spellings::plain_name;
use crate::intake::vocabulary::codes::{is_code_of_other, is_old_code};
use crate::intake::vocabulary::{self, Rank};
use crate::model::sorted_unique;

impl Roles<'_, '_> {
    /// The column of codes that go with the names: each code has one name, and each name one.
    pub(in crate::intake) fn code_of(
        &self,
        (name, rank): (usize, Rank),
        places: &Places,
    ) -> Option<usize> {
        let own = name;
        let name = &self.columns[own];
        let fits = |at: usize| {
            let code = &self.columns[at];
            // Some places have a name alone.
            let named = name.cells.iter().zip(&code.cells);
            let named = named.filter(|(_, code)| !is_no_code(code));
            let pairs = sorted_unique(named.map(|(name, code)| (plain_name(name), *code)));
            let codes = sorted_unique(pairs.iter().map(|(_, code)| *code));
            let named = sorted_unique(pairs.iter().map(|(name, _)| name.clone()));
            let is_mutual = pairs.len() == codes.len() && pairs.len() == named.len();
            // A number that is called no more than id may be the row's, and a code of something else that
            // of what is in the place.
            let needs_mutual = code.folded == "id" || is_code_of_other(&code.folded);
            codes.len() >= named.len()
                && pairs.len() == codes.len()
                && codes.len() * 2 > name.distinct
                && (is_mutual || !needs_mutual)
        };
        let is_near = |other: Rank| {
            other == rank || other == vocabulary::RANK_ANY || rank == vocabulary::RANK_ANY
        };
        let codes = places.codes.iter().filter(|(_, other)| is_near(*other));
        // Of two numberings of the same places the one in use stands.
        let is_old = |at: &usize| is_old_code(&self.columns[*at].folded);
        let numbers = places.numbers.iter().filter(|(_, other)| *other == rank);
        let all = codes.clone().chain(numbers).map(|(at, _)| *at);
        // Codes that were made numbers name several places; they are told where they stand.
        let broken = |at: &usize| self.columns[*at].holds_exponents();
        let mut whole = all.filter(|at| fits(*at) && !self.is_part(*at, rank, places));
        let first = whole.next();
        let newer = first
            .filter(is_old)
            .and_then(|_| whole.find(|at| !is_old(at)));
        let best = newer.or(first);
        best.or_else(|| codes.map(|(at, _)| *at).find(broken))
            .or_else(|| self.other_code_of(own, places))
    }

    /// The name that is the area's together with the name found, where that alone is none: Jackson beside
    /// Alabama, each with several codes.
    pub(in crate::intake) fn finer_name(
        &self,
        name: (usize, Rank),
        code: usize,
        places: &Places,
    ) -> Option<(usize, Rank)> {
        if self.columns[name.0].decides(&self.columns[code]) {
            return None;
        }
        let is_finer = |it: &&(usize, Rank)| {
            it.0 != name.0
                && (it.1 > name.1)
                && self.is_named_by(code, &[name.0, it.0])
                && self.is_named_by(it.0, &[code])
        };
        places.names.iter().find(is_finer).copied()
    }

    /// True of a short number that stands beside that of a larger place and does not begin with it.
    pub(in crate::intake) fn is_part(&self, at: usize, rank: Rank, places: &Places) -> bool {
        let own = places.numbered().find(|it| it.0 == at);
        let rank = own.map_or(rank, |it| it.1);
        let code = &self.columns[at];
        places.numbered().any(|above| {
            self.lies_below((at, rank), above) && is_part_of(code, &self.columns[above.0])
        })
    }

    /// Sets the code that is one together with the codes above it, where each of these has one name.
    pub(in crate::intake) fn set_code_within(
        &mut self,
        (name, rank): (usize, Rank),
        places: &Places,
    ) -> bool {
        let of_rank = |it: &(usize, Rank)| it.1 == rank || rank == vocabulary::RANK_ANY;
        let open = |it: &(usize, Rank)| self.roles[it.0].is_none() && it.1 != vocabulary::RANK_ANY;
        let is_several = |it: &(usize, Rank)| self.columns[it.0].distinct > 1;
        let numbered = places.numbered().filter(open).filter(is_several);
        let Some(own) = self.finest(numbered.filter(of_rank)) else {
            return false;
        };
        let above = self.chain(own, places.numbered().filter(open));
        let Some(nearest) = above.first().copied() else {
            return false;
        };
        let all: Vec<usize> = above.iter().map(|it| it.0).chain([own.0]).collect();
        if !self.is_named_by(name, &all) {
            return false;
        }
        self.set(own.0, ColumnRole::CodeWithin);
        self.set_levels_above(&above, true);
        self.name_parent(nearest, places);
        true
    }

    /// Codes that begin anew in each larger place name a place together with that alone.
    pub(in crate::intake) fn join_code(&mut self, own: (usize, Rank), places: &Places) {
        let is_parent = |it: &(usize, Rank)| self.roles[it.0] == Some(ColumnRole::ParentCode);
        let parent = places.numbered().find(is_parent);
        let is_part = self.is_part(own.0, own.1, places) || !self.is_of_one_parent(own.0);
        match parent {
            Some(_) if is_part => self.set(own.0, ColumnRole::CodeWithin),
            None if !self.is_of_one_parent(own.0) => self.set(own.0, ColumnRole::AreaName),
            _ => {}
        }
    }

    /// Numbers that count the larger places as well as the smaller name none by themselves: district 2 in state
    /// 1 is not state 2.
    pub(in crate::intake) fn part_from_above(&mut self, places: &Places) {
        let place_of =
            |role: ColumnRole| self.roles.iter().position(|it| *it == Some(role.clone()));
        let both = place_of(ColumnRole::AreaCode).zip(place_of(ColumnRole::ParentCode));
        let Some((own, above)) = both.filter(|_| places.parents.is_empty()) else {
            return;
        };
        let is_short =
            |it: &str| it.len() <= SHORT_DIGITS && it.bytes().all(|it| it.is_ascii_digit());
        let larger = self.columns[above].values();
        let mut rows = self.columns[own]
            .cells
            .iter()
            .zip(&self.columns[above].cells);
        let is_other = |(own, above): (&&str, &&str)| {
            own != above && !above.is_empty() && is_short(own) && larger.contains(own)
        };
        if rows.any(is_other) {
            self.set(own, ColumnRole::CodeWithin);
        }
    }

    /// True where the cells of several columns together stand with one name, and each name with one of
    /// these, but for some that several places have.
    fn is_named_by(&self, name: usize, codes: &[usize]) -> bool {
        let names = &self.columns[name].cells;
        let key = |row: usize| -> Vec<&str> {
            codes
                .iter()
                .map(|at| self.columns[*at].cells[row])
                .collect()
        };
        let pairs = sorted_unique((0..names.len()).map(|row| (key(row), names[row])));
        let keys = sorted_unique(pairs.iter().map(|(key, _)| key.clone()));
        keys.len() == pairs.len() && pairs.len() * 2 > self.columns[name].distinct
    }

    /// True where most codes have a name of their own together with that of a larger place: Adams in Iowa,
    /// Adams in Ohio.
    pub(in crate::intake) fn is_named_with_coarser(
        &self,
        code: usize,
        (name, rank): (usize, Rank),
        places: &Places,
    ) -> bool {
        let own = &self.columns[name].cells;
        let codes = &self.columns[code];
        let coarser = places.names.iter().filter(|(at, other)| {
            *at != name && *other < rank && codes.decides(&self.columns[*at])
        });
        let mut pairs = coarser.map(|(at, _)| {
            let both = own
                .iter()
                .copied()
                .zip(self.columns[*at].cells.iter().copied());
            sorted_unique(both).len()
        });
        pairs.any(|pairs| pairs * 2 > codes.distinct)
    }

    /// The name of what the area lies in, beside its code.
    fn name_parent(&mut self, (code, rank): (usize, Rank), places: &Places) {
        let code = &self.columns[code];
        let is_name = |(at, other): &&(usize, Rank)| {
            let name = &self.columns[*at];
            self.roles[*at].is_none() && *other == rank && code.decides(name) && name.decides(code)
        };
        if let Some((at, _)) = places.names.iter().find(is_name).copied() {
            self.set(at, ColumnRole::ParentName);
        }
    }
}

/// Numbers of more digits are those of one register.
const SHORT_DIGITS: usize = 5;
/// Parts of codes of states and counties have no more digits.
const PART_DIGITS: usize = 3;

/// True where codes are parts that begin with zeros: each otherwise than the code beside it of the larger
/// place, or each again in several of these.
fn is_part_of(code: &Column<'_>, above: &Column<'_>) -> bool {
    let mut rows = code.cells.iter().zip(&above.cells);
    let is_digits = |text: &str| text.bytes().all(|it| it.is_ascii_digit());
    // A longer one is whole by itself.
    let is_short = above.cells.iter().all(|it| it.len() <= PART_DIGITS);
    let begins = |own: &str, above: &str| own.len() > above.len() && own.starts_with(above);
    let mut is_apart =
        || rows.all(|(own, above)| is_digits(own) && is_digits(above) && !begins(own, above));
    code.zero_led > 0 && (!code.decides(above) || is_short && is_apart())
}

/// True of a blank cell, and of signs that stand in place of a code.
fn is_no_code(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
}
