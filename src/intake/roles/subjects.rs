//! The column that names what is measured, where only the units of the figures tell it apart; and columns of
//! numbers that stand for the words beside them, which are no figures.

use crate::intake::columns::Column;
use crate::intake::remark::Remark;
use crate::intake::roles::Roles;
use crate::intake::vocabulary::codes::{names_codes, stem_of};
use crate::intake::vocabulary::is_category_name;
use crate::intake::vocabulary::levels::is_measure;
use crate::intake::vocabulary::subjects::{is_side, is_subject, is_yes_or_no};
use crate::intake::{ColumnRole, Recipe};
use std::collections::HashMap;

/// The longest number that stands for a word, in digits.
const CODE_DIGITS: usize = 2;

impl Roles<'_, '_> {
    /// Leaves numbers aside that stand for words: those that say so, and variables that stand one for each
    /// word of the column behind.
    pub(in crate::intake) fn set_class_codes(&mut self) {
        let numeric = self.open().filter(|(_, it)| it.is_numeric()).count();
        let found: Vec<usize> = self.open().map(|(at, _)| at).collect();
        let is_code = |at: &usize| -> bool {
            let column = &self.columns[*at];
            let label = Some(at + 1).filter(|it| self.may_be_label(*it));
            let is_coded = |label: usize| is_coded(&self.columns[label], column);
            let is_whole = column.is_whole() && !is_measure(&column.folded);
            is_yes_or_no(&column.name)
                || is_whole && is_variable(&column.name) && label.is_some_and(is_coded)
        };
        let found: Vec<usize> = found.into_iter().filter(is_code).collect();
        if found.len() < numeric {
            for at in found {
                self.aside(at);
            }
        }
    }

    /// The column of words that says what the codes of indicators in another mean: `Subject` beside `SUBJECT`,
    /// `Statistic Label` beside `STATISTIC`.
    pub(in crate::intake) fn label_of(&self, code: usize) -> Option<usize> {
        let own = &self.columns[code];
        let is_code = |text: &&str| {
            let is_sound = |it: u8| {
                it.is_ascii_uppercase() || it.is_ascii_digit() || matches!(it, b'_' | b'-')
            };
            text.bytes().all(is_sound)
        };
        let is_label = |(at, column): &(usize, &Column<'_>)| {
            *at != code
                && column.is_text()
                && stem_of(&column.folded) == stem_of(&own.folded)
                && !column.values().iter().all(is_code)
                && own.decides(column)
                && column.decides(own)
        };
        let label = self.open().find(is_label).map(|(at, _)| at);
        label.filter(|_| own.values().iter().all(is_code))
    }

    fn may_be_label(&self, at: usize) -> bool {
        let role = self.roles.get(at);
        let is_free = role.is_some_and(|it| matches!(it, None | Some(ColumnRole::Indicator)));
        is_free && self.columns[at].is_text() && self.columns[at].is_of_words()
    }
}

/// True of what a program calls a variable: SEXISTAT1, ETA1.
fn is_variable(name: &str) -> bool {
    let is_sound = |it: u8| it.is_ascii_uppercase() || it.is_ascii_digit() || it == b'_';
    !name.is_empty() && name.bytes().all(is_sound)
}

/// True where each word has one short number and each number one word, in row after row.
fn is_coded(words: &Column<'_>, numbers: &Column<'_>) -> bool {
    let is_short = numbers.cells.iter().all(|it| it.len() <= CODE_DIGITS);
    is_short
        && numbers.distinct > 1
        && numbers.distinct * 2 <= numbers.filled
        && words.decides(numbers)
        && numbers.decides(words)
}

/// Where one indicator has several units, or figures without one have: the column of words that decides the
/// unit names what is measured.
pub(in crate::intake) fn name_by_unit(
    recipe: &mut Recipe,
    columns: &[Column<'_>],
    remarks: &mut Vec<Remark>,
) {
    let place_of = |role: ColumnRole| recipe.columns.iter().position(|it| it.role == role);
    let Some(unit) = place_of(ColumnRole::Unit).and_then(|at| columns.get(at)) else {
        return;
    };
    let indicator = place_of(ColumnRole::Indicator);
    let label = indicator.and_then(|at| columns.get(at));
    // True where each name of an indicator has one unit, together with what another column adds to it.
    let decides = |added: Option<&Column<'_>>| {
        let mut known: HashMap<(&str, &str), &str> = HashMap::new();
        let mut rows = unit.cells.iter().enumerate();
        rows.all(|(row, unit)| {
            let [own, added] = [label, added].map(|it| it.map_or("", |it| it.cells[row]));
            known.entry((own, added)).or_insert(unit) == unit
        })
    };
    if decides(None) {
        return;
    }
    let may_name = |(at, column): &(usize, &Column<'_>)| {
        recipe.columns.get(*at).map(|it| &it.role) == Some(&ColumnRole::Ignored)
            && column.is_text()
            && column.is_of_words()
            && column.distinct > 1
            && !is_side(&column.folded)
            && !is_category_name(&column.folded)
            && !names_codes(&column.folded)
            && decides(Some(column))
    };
    let columns = columns.iter().enumerate().filter(may_name);
    let best = columns.min_by_key(|(at, it)| (!is_subject(&it.folded), it.distinct, *at));
    let Some((at, column)) = best else {
        return;
    };
    recipe.columns[at].role = match indicator {
        None => ColumnRole::Indicator,
        Some(_) => ColumnRole::PartOfIndicator,
    };
    if indicator.is_some() {
        let column = column.name.clone();
        remarks.push(Remark::IndicatorPartFound { column });
    }
}
