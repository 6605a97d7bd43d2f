//! Columns of quarters of a year of money or of a school: which calendar quarter each is nobody says, but they tell
//! rows apart and are no figures.

use crate::intake::ColumnRole;
use crate::intake::columns::Column;
use crate::intake::remark::Remark;
use crate::intake::roles::Roles;
use crate::intake::vocabulary::time::names_other_quarters;
use crate::intake::when::quarter;

impl Roles<'_, '_> {
    /// Makes such a column a part of the indicator's name, unless months or a column of periods say more.
    pub(in crate::intake) fn set_other_quarters(&mut self) {
        let is_so = |(_, column): &(usize, &Column<'_>)| {
            let values = column.values();
            let fitting = values.iter().filter(|it| quarter(it).is_some()).count();
            names_other_quarters(&column.folded) && fitting > 0 && fitting * 5 >= values.len() * 4
        };
        let found: Vec<(usize, &Column<'_>)> = self.open().filter(is_so).collect();
        for (at, column) in found {
            let says_more = |(own, role): (usize, &Option<ColumnRole>)| match role {
                Some(ColumnRole::Month | ColumnRole::Quarter) => true,
                Some(ColumnRole::Period) => {
                    self.columns[own].decides(column)
                        && self.columns[own].distinct > column.distinct
                }
                _ => false,
            };
            if column.distinct == 1 || self.roles.iter().enumerate().any(says_more) {
                self.aside(at);
                continue;
            }
            self.set(at, ColumnRole::PartOfIndicator);
            let column = column.name.clone();
            self.remarks.push(Remark::IndicatorPartFound { column });
        }
    }
}
