//! What each column of a sample is: first by what it is called, then by what it holds.

pub(in crate::intake) mod aside;
pub(in crate::intake) mod codes;
pub(in crate::intake) mod intervals;
pub(in crate::intake) mod kinds;
pub(in crate::intake) mod labels;
pub(in crate::intake) mod levels;
pub(in crate::intake) mod pairs;
pub(in crate::intake) mod parents;
pub(in crate::intake) mod postal;
pub(in crate::intake) mod ranks;
pub(in crate::intake) mod subjects;
pub(in crate::intake) mod twins;
pub(in crate::intake) mod typed;

use crate::intake::ColumnRole;
use crate::intake::columns::Column;
use crate::intake::remark::Remark;
use crate::intake::roles::levels::holds_settlements;
use crate::intake::roles::ranks::{answers_yes_or_no, may_be_codes, names_kinds, rank_of};
use crate::intake::vocabulary::codes::{is_code_of_other, names_codes};
use crate::intake::vocabulary::headed_units::{is_unit, names_units_or_offices};
use crate::intake::vocabulary::levels::names_levels;
use crate::intake::vocabulary::subjects::{is_topic, names_things};
use crate::intake::vocabulary::totals::{is_total, total_of};
use crate::intake::vocabulary::{self, OtherName, Rank, is_surface, names_names};
use crate::intake::when::{Dates, in_name};
use crate::parse::cell;

/// The columns of a sample and the roles found so far.
pub(in crate::intake) struct Roles<'c, 's> {
    pub columns: &'c [Column<'s>],
    pub roles: Vec<Option<ColumnRole>>,
    pub remarks: Vec<Remark>,
    pub dates: Dates,
    /// A column is named for times and holds none that can be read.
    pub has_unread_time: bool,
    /// True where the rows of the sample are all that the file has.
    pub is_whole: bool,
}

/// Columns that are named for places, with the rank of what they speak of.
#[derive(Default)]
pub(in crate::intake) struct Places {
    pub names: Vec<(usize, Rank)>,
    pub codes: Vec<(usize, Rank)>,
    /// Named for a place and holding whole numbers.
    pub numbers: Vec<(usize, Rank)>,
    /// What the area lies in; true where it is a code.
    pub parents: Vec<(usize, bool)>,
    /// Columns of codes of which nothing says that they are of places.
    pub others: Vec<usize>,
}

impl<'c, 's> Roles<'c, 's> {
    pub(in crate::intake) fn new(columns: &'c [Column<'s>], is_whole: bool) -> Roles<'c, 's> {
        Roles {
            columns,
            roles: vec![None; columns.len()],
            remarks: Vec::new(),
            dates: Dates::PLAIN,
            has_unread_time: false,
            is_whole,
        }
    }

    pub(in crate::intake) fn open(&self) -> impl Iterator<Item = (usize, &'c Column<'s>)> {
        let columns = self.columns.iter().enumerate();
        columns.filter(|(at, _)| self.roles[*at].is_none())
    }

    pub(in crate::intake) fn set(&mut self, at: usize, role: ColumnRole) {
        self.roles[at] = Some(role);
    }

    /// Leaves a column aside and says so.
    pub(in crate::intake) fn aside(&mut self, at: usize) {
        self.set(at, ColumnRole::Ignored);
        let column = self.columns[at].name.clone();
        self.remarks.push(Remark::ColumnAside { column });
    }

    pub(in crate::intake) fn has(&self, wanted: &ColumnRole) -> bool {
        self.roles.iter().flatten().any(|role| role == wanted)
    }

    /// Finds the columns of areas by their names; those of what they lie in with them.
    pub(in crate::intake) fn set_areas(&mut self) {
        let mut places = Places::default();
        let typed = self.typed_ranks();
        // Codes that a program read as numbers, 1001.0, where there are no others.
        let mut floats = Vec::new();
        for (at, column) in self.open() {
            let of_type = typed.iter().find(|it| it.0 == at).map(|it| it.1);
            let code_rank = vocabulary::code_rank(&column.folded);
            let above = vocabulary::is_parent(&column.folded);
            // Country, Region and Unitary Authority are kinds of areas and hold none.
            if let Some(is_code) = above.filter(|is_code| *is_code || !names_kinds(column)) {
                places.parents.push((at, is_code));
            } else if let Some(rank) = code_rank.filter(|_| {
                column.decimals == 0 || column.holds_exponents() || column.holds_dotted_codes()
            }) {
                places.codes.push((at, rank));
            } else if let Some(rank) = code_rank.filter(|_| column.is_of_floats()) {
                floats.push((at, rank));
            } else if code_rank.is_none()
                && names_codes(&column.folded)
                && (may_be_codes(column) || column.is_of_floats())
            {
                places.others.push(at);
            } else if let Some(rank) = of_type.or_else(|| rank_of(column)) {
                match column.is_text() {
                    true if names_kinds(column) || holds_settlements(column) => {}
                    true if is_surface(&column.folded) && column.holds_measures() => {}
                    true if rank != vocabulary::RANK_ANY && column.is_of_digits() => {
                        places.numbers.push((at, rank));
                    }
                    true if column.is_of_register() => places.codes.push((at, rank)),
                    true => places.names.push((at, rank)),
                    // Numbers are no names: nombre is a number in Catalan.
                    false if column.is_whole() && !names_names(&column.folded) => {
                        places.numbers.push((at, rank));
                    }
                    false => {}
                }
            }
        }
        self.part_codes_from_names(&mut places);
        match places.codes.is_empty() {
            true => places.codes = floats,
            false => places.others.extend(floats.iter().map(|it| it.0)),
        }
        // Beside codes that tell places apart a finer one that is the same in each row is none.
        let several = |at: usize| self.columns[at].distinct > 1;
        let coarsest = places.codes.iter().filter(|it| several(it.0));
        if let Some(coarsest) = coarsest.map(|it| it.1).min() {
            let is_none = |it: &&(usize, Rank)| !several(it.0) && it.1 > coarsest;
            let none = places.codes.iter().filter(is_none).map(|it| it.0);
            places.others.extend(none);
            places.codes.retain(|it| !is_none(&it));
        }
        if !places.names.is_empty() {
            // Numbers under a heading that may mean any place are figures beside names.
            places.numbers.retain(|it| it.1 != vocabulary::RANK_ANY);
        }
        // An area is a surface where something else names each row.
        let is_key = |it: &Column<'_>| {
            it.is_text() && it.is_of_words() && it.filled > 2 && it.distinct == it.filled
        };
        if self.open().any(|(_, it)| is_key(it)) {
            places
                .numbers
                .retain(|it| !is_surface(&self.columns[it.0].folded));
        }
        if places.names.is_empty() && places.codes.is_empty() {
            // Numbered wards, and the whole city by name.
            let numbered = self.open().filter(|(_, it)| it.numbers_some());
            let numbered = numbered.filter_map(|(at, it)| Some((at, rank_of(it)?)));
            let numbered = numbered.filter(|(_, rank)| *rank != vocabulary::RANK_ANY);
            places.names.extend(numbered);
        }
        let most = self.finest(places.names.iter().copied());
        // Rows of sums in a column of coarser places make it tell more apart than there are.
        let finer_name = most.and_then(|(most, most_rank)| {
            let is_finer = |(at, rank): &&(usize, Rank)| {
                let (column, coarser) = (&self.columns[*at], &self.columns[most]);
                let speaks_finer = *rank > most_rank && *rank != vocabulary::RANK_ANY;
                let sums = coarser.values().into_iter();
                let sums = sums.filter(|it| total_of(it).is_some() || is_total(it));
                let is_of_sums = column.filled < column.cells.len() && sums.count() > 0;
                speaks_finer && is_of_sums && column.distinct > 1 && column.decides(coarser)
            };
            self.finest(places.names.iter().filter(is_finer).copied())
        });
        let area = finer_name.or(most);
        let by_number = || self.finest(places.numbers.iter().copied());
        let by_code = || self.code_of_area(&places);
        // Counties by number in regions by name: the area is the county.
        let finer = area.and_then(|name| {
            let numbered = places.numbers.iter().chain(&places.codes);
            let is_finer = |(at, rank): &&(usize, Rank)| {
                let (column, named) = (&self.columns[*at], &self.columns[name.0]);
                let speaks_finer = *rank > name.1 && *rank != vocabulary::RANK_ANY;
                let is_code = column.is_of_register() || column.zero_led > 0;
                // Many codes of one name: the name is of what they lie in.
                let is_of_many = *rank == vocabulary::RANK_ANY
                    && column.folded != "id"
                    && column.filled == column.cells.len()
                    && column.distinct >= named.distinct * 2
                    && !self.is_named_with_coarser(*at, name, &places);
                (speaks_finer || is_of_many)
                    && (column.distinct > named.distinct
                        || speaks_finer && is_code && column.distinct == named.distinct)
                    && column.decides(named)
            };
            let finer = self.finest(numbered.filter(is_finer).copied());
            finer.or_else(|| self.finer_twin(name, &places))
        });
        let (own, role) = match area {
            Some(_) if finer.is_some() => (finer, ColumnRole::AreaCode),
            Some(own) => (Some(own), ColumnRole::AreaName),
            None => (by_code().or_else(by_number), ColumnRole::AreaCode),
        };
        // Nor is a code of what no list knows the area's where a text before it says more.
        let own = own.filter(|it| {
            let is_open = role == ColumnRole::AreaCode && area.is_none();
            let is_other = is_code_of_other(&self.columns[it.0].folded);
            !(is_open && is_other && self.text_before_code(it.0).is_some())
        });
        if let Some(own) = own {
            let is_other = |it: &(usize, Rank)| is_code_of_other(&self.columns[it.0].folded);
            if is_other(&own) && places.codes.iter().filter(|it| is_other(it)).count() > 1 {
                // Of two codes of what no list knows nobody is sure.
                let column = self.columns[own.0].name.clone();
                self.remarks.push(Remark::AreaByContent { column });
            }
            self.set_area(own, role, &places);
        }
        let rest = [&places.names, &places.codes, &places.numbers];
        for (at, _) in rest.into_iter().flatten() {
            // What is left may still tell rows apart; see the keys.
            if self.roles[*at].is_none() && self.columns[*at].is_numeric() {
                self.set(*at, ColumnRole::Ignored);
                let column = self.columns[*at].name.clone();
                self.remarks.push(Remark::ColumnAside { column });
            }
        }
        // Nor are codes of other things figures.
        for at in places.others {
            let column = &self.columns[at];
            if self.roles[at].is_none() && (column.is_whole() || column.is_of_floats()) {
                self.aside(at);
            }
        }
    }

    /// Sets the area's column, what goes with it, and what it lies in.
    fn set_area(&mut self, own: (usize, Rank), role: ColumnRole, places: &Places) {
        self.set(own.0, role.clone());
        if role == ColumnRole::AreaName {
            let code = self.code_of(own, places);
            if let Some(code) = code {
                self.set(code, ColumnRole::AreaCode);
                let finer = self.finer_name(own, code, places);
                let of_many = || Some((self.names_of_many(own.0, code)?, vocabulary::RANK_ANY));
                if let Some(finer) = finer.or_else(of_many) {
                    self.roles[own.0] = None;
                    self.set(finer.0, ColumnRole::AreaName);
                    self.set_parent(finer, places);
                    return self.part_from_above(places);
                }
            } else if self.set_code_within(own, places) {
                return;
            } else {
                self.set_number_before(own.0);
            }
        } else {
            self.set_name_of_code(own);
        }
        self.set_parent(own, places);
        let has_parent = self.has(&ColumnRole::ParentName) || self.has(&ColumnRole::ParentCode);
        if role == ColumnRole::AreaCode && has_parent {
            self.join_code(own, places);
        }
        self.part_from_above(places);
    }

    /// Finds the column of areas by what it holds, where none is named for it.
    pub(in crate::intake) fn set_area_by_content(&mut self) {
        let roles = [
            ColumnRole::AreaName,
            ColumnRole::AreaCode,
            ColumnRole::CodeWithin,
        ];
        if roles.iter().any(|role| self.has(role)) {
            return;
        }
        let time = self
            .roles
            .iter()
            .position(|role| matches!(role, Some(ColumnRole::Period | ColumnRole::Year)));
        let is_key = |column: &Column<'_>| {
            let mut keys: Vec<(&str, &str)> = (0..column.cells.len())
                .map(|row| {
                    let time = time.map_or("", |at| self.columns[at].cells[row]);
                    (column.cells[row], time)
                })
                .collect();
            let all = keys.len();
            keys.sort_unstable();
            keys.dedup();
            keys.len() == all && column.filled == all
        };
        // What parts people or things names no place.
        let may_be = |it: &Column<'_>| {
            it.is_text()
                && it.is_of_words()
                && !it.is_of_signs()
                && !vocabulary::is_category_name(&it.folded)
                && (vocabulary::other_name(&it.folded).is_none() || names_offices(it))
                && !is_topic(&it.folded)
                && !names_things(&it.folded)
                && !holds_periods(it)
                && !answers_yes_or_no(it)
                && !names_levels(&it.folded)
        };
        let texts: Vec<(usize, &Column<'_>)> = self.open().filter(|(_, it)| may_be(it)).collect();
        let by_key = texts
            .iter()
            .find(|(_, column)| is_key(column) && column.distinct > 1);
        let by_size = self.finest_text(&texts);
        // A number that with the period is each row's own is a number of the area.
        let whole = |(_, column): &(usize, &Column<'_>)| {
            column.is_whole()
                && is_key(column)
                && time.is_some_and(|at| self.columns[at].distinct < self.columns[at].filled)
                && column.distinct * 2 <= column.filled
        };
        let by_number = self.open().find(whole);
        // 0000100, and every other: numbers led by zeros are codes.
        let is_led = |it: &(usize, &Column<'_>)| {
            it.1.zero_led > 0 && it.1.is_of_digits() && it.1.is_of_one_length() && is_key(it.1)
        };
        let by_zeros = || self.open().find(is_led);
        let found = by_key
            .map(|(at, _)| (*at, ColumnRole::AreaName))
            .or_else(|| by_zeros().map(|(at, _)| (at, ColumnRole::AreaCode)))
            .or_else(|| by_number.map(|(at, _)| (at, ColumnRole::AreaCode)))
            .or_else(|| by_size.map(|at| (at, ColumnRole::AreaName)));
        if let Some((at, role)) = found {
            self.set(at, role);
            let column = self.columns[at].name.clone();
            self.remarks.push(Remark::AreaByContent { column });
        }
    }

    // ---- the rest --------------------------------------------------------------------------------

    /// Finds columns of indicators, units, status, notes.
    pub(in crate::intake) fn set_others(&mut self) {
        for at in 0..self.columns.len() {
            let column = &self.columns[at];
            if self.roles[at].is_some() {
                continue;
            }
            if vocabulary::other_name(&column.folded) == Some(OtherName::Note)
                && column.is_numeric()
                && column.folded.contains("note")
            {
                // Numbers of footnotes.
                self.aside(at);
                continue;
            }
            let role = match vocabulary::other_name(&column.folded) {
                Some(OtherName::Indicator) if column.is_text() => ColumnRole::Indicator,
                Some(OtherName::Unit) if column.is_text() && holds_units(column) => {
                    ColumnRole::Unit
                }
                Some(OtherName::Status) if holds_status(column) => ColumnRole::Status,
                None if column.folded == "bound" && holds_bounds(column) => ColumnRole::Bound,
                Some(OtherName::Note) if column.is_text() => ColumnRole::Note,
                Some(OtherName::CodeSystem) if column.is_text() => ColumnRole::CodeSystem,
                _ => continue,
            };
            if !self.has(&role) {
                let at = match role {
                    ColumnRole::Indicator => self.label_of(at).unwrap_or(at),
                    _ => at,
                };
                self.set(at, role);
            }
        }
        for at in 0..self.columns.len() {
            let column = &self.columns[at];
            if self.roles[at].is_none()
                && vocabulary::is_scale_name(&column.folded)
                && scales(column)
            {
                // 14,745.7 thousands are another figure than 14,745.7.
                self.set(at, ColumnRole::PartOfIndicator);
                let column = column.name.clone();
                self.remarks.push(Remark::IndicatorPartFound { column });
            }
        }
        for at in 0..self.columns.len() {
            let is_code =
                vocabulary::other_name(&self.columns[at].folded) == Some(OtherName::IndicatorCode);
            if self.roles[at].is_none() && is_code {
                let role = match self.has(&ColumnRole::Indicator) {
                    true => ColumnRole::Ignored,
                    false => ColumnRole::Indicator,
                };
                self.set(at, role);
            }
        }
    }
}

/// True where each text of a column is a period and nothing else.
fn holds_periods(column: &Column<'_>) -> bool {
    let values = column.values();
    let is_period = |it: &&str| in_name(it).is_some_and(|(_, rest)| rest.is_empty());
    !values.is_empty() && values.iter().all(is_period)
}

/// True of offices under the word that in Chinese is theirs as well as that of units of measure.
fn names_offices(column: &Column<'_>) -> bool {
    names_units_or_offices(&column.folded) && !column.values().iter().any(|it| is_unit(it))
}

fn holds_units(column: &Column<'_>) -> bool {
    let values = column.values();
    let units = values.iter().filter(|value| is_unit(value)).count();
    units * 2 >= values.len() || column.folded.starts_with("unit") || column.folded == "uom"
}

/// True where what it holds multiplies the figures.
fn scales(column: &Column<'_>) -> bool {
    let values = column.values();
    column.is_text()
        && values
            .iter()
            .any(|value| !vocabulary::is_scale_of_one(value))
}

fn holds_status(column: &Column<'_>) -> bool {
    let values = column.values();
    !values.is_empty() && values.iter().all(|value| cell::status(value).is_ok())
}

fn holds_bounds(column: &Column<'_>) -> bool {
    let values = column.values();
    !values.is_empty() && values.iter().all(|value| cell::bound(value).is_ok())
}
