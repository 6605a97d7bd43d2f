//! The codes of areas beside their names, or the other way about, where no heading says so: numbers of one
//! length before the names, and columns without a name in the corner of a table.

use crate::intake::ColumnRole;
use crate::intake::columns::Column;
use crate::intake::remark::Remark;
use crate::intake::roles::Roles;
use crate::intake::vocabulary::levels::is_measure;
use crate::intake::vocabulary::time::time_name;

/// Letters of an abbreviation.
const SHORT: usize = 3;
/// So many numbers of one length, each another, are hardly figures.
const MANY: usize = 12;

impl Roles<'_, '_> {
    /// Numbers of one length that stand before the names, one for each of them, number the places.
    pub(in crate::intake) fn set_number_before(&mut self, name: usize) {
        let names = &self.columns[name];
        let length = |column: &Column<'_>| column.cells.first().map_or(0, |cell| cell.len());
        // The only numbers of a table are what it is about.
        let numeric = self.open().filter(|(_, it)| it.is_numeric()).count();
        let is_number = |(at, column): &(usize, &Column<'_>)| {
            let is_of_length = column.cells.iter().all(|cell| cell.len() == length(column));
            *at < name
                && !is_measure(&column.folded)
                && numeric > 1
                && column.is_whole()
                && (column.distinct >= MANY || column.zero_led > 0 || says_nothing(column))
                && column.distinct > 2
                && length(column) > 2
                && is_of_length
                && column.decides(names)
                && names.decides(column)
        };
        let Some((at, _)) = self.open().find(is_number) else {
            return;
        };
        self.set(at, ColumnRole::AreaCode);
        let column = self.columns[at].name.clone();
        self.remarks.push(Remark::AreaByContent { column });
    }

    /// Finds the code or the name that an area has in the unnamed column beside, where each of one stands
    /// with one of the other.
    pub(in crate::intake) fn pair_unnamed(&mut self) {
        let place_of =
            |role: ColumnRole| self.roles.iter().position(|it| *it == Some(role.clone()));
        let (code, name) = (
            place_of(ColumnRole::AreaCode),
            place_of(ColumnRole::AreaName),
        );
        let (own, is_code) = match (code, name) {
            (Some(code), None) => (code, true),
            (None, Some(name)) => (name, false),
            _ => return,
        };
        let area = &self.columns[own];
        let beside = [own.checked_sub(1), Some(own + 1)];
        let is_other = |at: &usize| {
            let is_open = self.roles.get(*at).is_some_and(Option::is_none);
            is_open && self.columns[*at].name.is_empty() && is_pair(area, &self.columns[*at])
        };
        let Some(at) = beside.into_iter().flatten().find(is_other) else {
            return;
        };
        let other = &self.columns[at];
        let roles = match (is_code || holds_codes(area), holds_codes(other)) {
            (true, false) => (ColumnRole::AreaCode, ColumnRole::AreaName),
            (false, true) => (ColumnRole::AreaName, ColumnRole::AreaCode),
            _ => return,
        };
        self.set(own, roles.0);
        self.set(at, roles.1);
        let column = format!("#{}", at + 1);
        self.remarks.push(Remark::AreaByContent { column });
    }

    /// Finds the codes of areas that are known by name, or the names of some known by code, in a column whose
    /// heading does not say it and that stands one for one with them.
    pub(in crate::intake) fn pair_by_content(&mut self) {
        let place_of =
            |role: ColumnRole| self.roles.iter().position(|it| *it == Some(role.clone()));
        let (name, code) = (
            place_of(ColumnRole::AreaName),
            place_of(ColumnRole::AreaCode),
        );
        let own = match (name, code) {
            (Some(own), None) | (None, Some(own)) => own,
            _ => return,
        };
        if place_of(ColumnRole::CodeWithin).is_some() {
            return;
        }
        let area = &self.columns[own];
        let is_code = code.is_some() || holds_codes(area);
        let is_other = |(at, column): &(usize, &Column<'_>)| {
            let is_its = column.distinct > 2
                && column.filled == column.cells.len()
                && area.decides(column)
                && column.decides(area);
            let is_so = match is_code {
                true => self.may_be_names(*at),
                false => are_codes(column),
            };
            is_its && is_so
        };
        let Some((at, _)) = self.open().find(is_other) else {
            return;
        };
        let roles = match is_code {
            true => (ColumnRole::AreaCode, ColumnRole::AreaName),
            false => (ColumnRole::AreaName, ColumnRole::AreaCode),
        };
        self.set(own, roles.0);
        self.set(at, roles.1);
        let column = self.columns[at].name.clone();
        self.remarks.push(Remark::AreaByContent { column });
    }
}

/// True of codes of one length: such as no numbers are, for a letter or for a zero before them.
fn are_codes(column: &Column<'_>) -> bool {
    let values = column.values();
    let length = values.first().map_or(0, |it| it.len());
    let is_of_letters = |it: &&str| it.bytes().any(|byte| byte.is_ascii_uppercase());
    length > 2
        && values.iter().all(|it| it.len() == length)
        && holds_codes(column)
        // 51.6M is a number.
        && !values.iter().any(|it| it.contains('.'))
        && time_name(&column.folded).is_none()
        && (column.zero_led > 0 || values.iter().all(is_of_letters))
}

/// True where a heading is blank or an abbreviation too short to say what is counted.
fn says_nothing(column: &Column<'_>) -> bool {
    column.name.chars().count() <= SHORT
}

/// True where each cell of one column stands with one of the other.
fn is_pair(area: &Column<'_>, other: &Column<'_>) -> bool {
    other.is_text()
        && !other.is_of_signs()
        && other.distinct > 1
        && area.decides(other)
        && other.decides(area)
}

/// True where everything that a column holds is made of digits, capital letters and marks, with a digit.
fn holds_codes(column: &Column<'_>) -> bool {
    let is_code = |text: &&str| {
        text.bytes().any(|it| it.is_ascii_digit())
            && text.bytes().all(|it| {
                it.is_ascii_digit() || it.is_ascii_uppercase() || matches!(it, b'-' | b'.' | b'_')
            })
    };
    column.values().iter().all(is_code)
}
