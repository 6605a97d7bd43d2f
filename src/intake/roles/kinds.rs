//! The column that says what kind of figure each row carries, known by what it holds: `Count`,
//! `Percentage`, `每千人`.

use crate::intake::ColumnRole;
use crate::intake::columns::Column;
use crate::intake::figure_kind::FigureKind;
use crate::intake::once::Once;
use crate::intake::remark::Remark;
use crate::intake::roles::Roles;
use crate::intake::vocabulary::figures::names_figure_kinds;
use crate::intake::vocabulary::{self, OtherName};
use std::collections::HashMap;

impl Roles<'_, '_> {
    /// Finds the column of the kinds of figures.
    pub(in crate::intake) fn set_kinds(&mut self) {
        let other = |column: &Column<'_>| vocabulary::other_name(&column.folded);
        let names_indicator = |column: &Column<'_>| {
            column.is_text()
                && matches!(
                    other(column),
                    Some(OtherName::Indicator | OtherName::IndicatorCode)
                )
        };
        let is_kind = |(at, column): &(usize, &Column<'_>)| {
            let is_unit = other(column) == Some(OtherName::Unit);
            let mut others = self.open().filter(|(other, _)| other != at);
            let has_indicator = others.any(|(_, it)| names_indicator(it));
            let is_named = names_figure_kinds(&column.folded);
            // The names of indicators may be kinds of figures and nothing more.
            let is_indicator = names_indicator(column) && !is_named && !has_indicator;
            if !column.is_text() || is_unit || is_indicator {
                return false;
            }
            let mut kinds = Once::default();
            let mut is_known = |cell: &str| *kinds.of(cell, |it| FigureKind::of(it).is_some());
            let filled = column.cells.iter().filter(|cell| !cell.is_empty());
            let known = filled.filter(|cell| is_known(cell)).count();
            // Under another heading PC and nr may be anything.
            let is_word = |text: &&str| text.len() > 3 || *text == "%";
            let is_of_kinds = match is_named && has_indicator {
                true => known * 2 > column.filled,
                false => known > 0 && known == column.filled,
            };
            is_of_kinds && (is_named || column.values().iter().all(is_word))
        };
        let found = self.open().find(is_kind).map(|(at, _)| at);
        if let Some(at) = found {
            self.set(at, ColumnRole::Kind);
        }
    }

    /// Takes the kind into the name of the indicator, where one indicator has several, and tells what
    /// the column is taken for.
    pub(in crate::intake) fn part_by_kind(&mut self) {
        let of = |role: ColumnRole| self.roles.iter().position(|it| *it == Some(role.clone()));
        let Some(at) = of(ColumnRole::Kind) else {
            return;
        };
        let indicator = of(ColumnRole::Indicator);
        let mut known: HashMap<&str, &str> = HashMap::new();
        let kinds = self.columns[at].cells.iter().enumerate();
        let mut kinds = kinds.filter(|(_, kind)| !kind.is_empty());
        let is_in_name = kinds.any(|(row, kind)| {
            let name = indicator.map_or("", |place| self.columns[place].cells[row]);
            *known.entry(name).or_insert(kind) != *kind
        });
        if is_in_name {
            self.set(at, ColumnRole::PartOfIndicator);
        }
        let column = self.columns[at].name.clone();
        self.remarks.push(Remark::KindColumn { column, is_in_name });
    }
}
