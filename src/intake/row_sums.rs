//! What the figures say of which area is the sum of which: known when all rows are read.

use super::remark::Remark;
use super::rows::Rows;
use super::sums::{Sums, sums};
use crate::model::FaultKind;

/// The areas that are sums of others, none of which says so by its name.
#[derive(Debug, Default)]
pub(super) struct ToldSums {
    list: Vec<ToldSum>,
    /// See [`Sums::is_mixed`].
    is_mixed: bool,
}

#[derive(Debug)]
struct ToldSum {
    name: String,
    /// The line where it stands first.
    line: u32,
}

impl Rows {
    /// Gives the areas that are sums of others their place above these, and tells it on the row where each
    /// stands first.
    pub(super) fn settle_sums(&mut self) {
        let codes = &self.table.area.dictionary;
        let text = |code: &u32| codes.text(*code);
        let is_placed = |code: u32| self.places.is_placed(codes.text(code));
        let found = sums(&self.table, &is_placed);
        let told = self.told_sums(&found);
        for (part, whole) in &found.parts {
            self.places.put_into(text(part), text(whole));
        }
        let wholes: Vec<&str> = found.wholes.iter().map(text).collect();
        if !wholes.is_empty() {
            self.places.make_whole(&wholes);
        }
        for (area, tier) in &found.between {
            self.places.set_tier(text(area), *tier);
        }
        for sum in &told.list {
            let column = self.area_column().to_string();
            self.faults.push(
                &self.file,
                sum.line,
                &column,
                &sum.name,
                FaultKind::SumOfAreas,
            );
        }
        self.sums = told;
    }

    /// What is told: of an area whose name says that it is a sum, nothing.
    fn told_sums(&self, found: &Sums) -> ToldSums {
        let codes = &self.table.area.dictionary;
        let mut list = Vec::new();
        let mut left = found.list();
        left.retain(|area| !self.places.is_whole(codes.text(*area)));
        for row in 0..self.table.row_count() {
            if left.is_empty() {
                break;
            }
            let area = self.table.area.code(row);
            if let Some(at) = left.iter().position(|it| *it == area) {
                left.remove(at);
                list.push(ToldSum {
                    name: self.places.name(codes.text(area)).to_string(),
                    line: self.table.line(row),
                });
            }
        }
        ToldSums {
            list,
            is_mixed: found.is_mixed,
        }
    }
}

/// So many are named.
const NAMED: usize = 3;

impl ToldSums {
    /// True where it is told of an area of this name.
    pub(super) fn tells(&self, name: &str) -> bool {
        self.list.iter().any(|it| it.name == name)
    }

    /// What to tell of them.
    pub(super) fn remark(&self) -> Option<Remark> {
        let first = self.list.first()?;
        let names = self.list.iter().take(NAMED).map(|it| it.name.clone());
        Some(Remark::AreasAreSums {
            names: names.collect(),
            count: self.list.len(),
            line: first.line,
            is_mixed: self.is_mixed,
        })
    }
}
