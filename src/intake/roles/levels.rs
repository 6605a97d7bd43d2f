//! Which of several columns of places is the finest, and what each lies in: by the words of their headings
//! first, then by what they hold.

use crate::intake::ColumnRole;
use crate::intake::columns::Column;
use crate::intake::roles::{Places, Roles};
use crate::intake::spellings::plain_name;
use crate::intake::vocabulary::levels::{
    RANK_STATE, is_city, is_county, is_kind_of_settlement, lies_in, without_language,
};
use crate::intake::vocabulary::totals::is_total;
use crate::intake::vocabulary::{self, Rank};
use crate::model::sorted_unique;

impl Places {
    /// Columns of codes and of numbers of places.
    pub(in crate::intake) fn numbered(&self) -> impl Iterator<Item = (usize, Rank)> {
        self.codes.iter().chain(&self.numbers).copied()
    }
}

impl Roles<'_, '_> {
    /// The column that speaks of the finest places.
    pub(in crate::intake) fn finest(
        &self,
        columns: impl Iterator<Item = (usize, Rank)>,
    ) -> Option<(usize, Rank)> {
        columns.reduce(|best, next| {
            let size = |it: (usize, Rank)| (self.columns[it.0].distinct, it.1);
            let is_below = self.lies_below(next, best);
            let is_open = !is_below && !self.lies_below(best, next);
            // The same in another language stands behind.
            let name = |it: (usize, Rank)| without_language(&self.columns[it.0].folded);
            let is_again = name(best).is_some() && name(best) == name(next);
            let is_more = match is_again {
                true => size(next) > size(best),
                false => size(next) >= size(best),
            };
            match is_below || is_open && is_more {
                true => next,
                false => best,
            }
        })
    }

    /// True where the words of the headings say that places of one column lie in those of the other.
    pub(in crate::intake) fn lies_below(&self, lower: (usize, Rank), upper: (usize, Rank)) -> bool {
        let (own, above) = (&self.columns[lower.0], &self.columns[upper.0]);
        let values = own.values();
        // States, and the cities in the counties of these.
        let is_city_in_county =
            is_city(&own.folded) && is_county(&above.folded) && upper.0 < lower.0;
        (lies_in((&own.folded, lower.1), (&above.folded, upper.1)) || is_city_in_county)
            && own.filled * 2 >= above.filled
            && !values.iter().all(|it| is_total(it))
    }

    /// The levels above a column, the nearest first, each surely above the one before.
    pub(in crate::intake) fn chain(
        &self,
        own: (usize, Rank),
        columns: impl Iterator<Item = (usize, Rank)>,
    ) -> Vec<(usize, Rank)> {
        let mut rest: Vec<(usize, Rank)> = columns.filter(|it| it.0 != own.0).collect();
        let mut chain = Vec::new();
        let mut last = own;
        loop {
            rest.retain(|it| self.lies_below(last, *it) && self.is_mostly_in(last.0, *it));
            let Some(next) = self.finest(rest.iter().copied()) else {
                return chain;
            };
            chain.push(next);
            last = next;
        }
    }

    /// True where most places of one column lie in one of the other each, sums left out; or where both are
    /// surely levels, of which the lower has one name several times.
    pub(in crate::intake) fn is_mostly_in(&self, lower: usize, upper: (usize, Rank)) -> bool {
        let (own, above) = (&self.columns[lower], &self.columns[upper.0]);
        let pairs = own.cells.iter().zip(&above.cells);
        let pairs = pairs.filter(|(own, _)| !own.is_empty() && !is_total(own));
        // However they are spelt.
        let pairs = pairs.map(|(own, above)| (plain_name(own), plain_name(above)));
        let pairs = sorted_unique(pairs);
        let is_state = upper.1 >= RANK_STATE && upper.1 != vocabulary::RANK_ANY;
        // Where most stand with several, they may have nothing to do with each other, such as where people
        // live and from which country they come.
        let known = sorted_unique(pairs.iter().map(|it| it.0.as_str()));
        let is_of_one = |own: &&&str| pairs.iter().filter(|it| it.0 == **own).count() == 1;
        let single = known.iter().filter(is_of_one).count();
        is_state || single * 2 >= known.len()
    }

    /// Gives what an area lies in its role, and the levels above that.
    pub(in crate::intake) fn set_levels_above(&mut self, above: &[(usize, Rank)], is_code: bool) {
        for (place, (at, _)) in above.iter().enumerate() {
            let is_joined = self.has(&ColumnRole::CodeWithin);
            let is_needed = self.columns[*at].distinct > 1 || !self.is_whole || is_joined;
            match (place, is_code) {
                (0, true) => self.set(*at, ColumnRole::ParentCode),
                (0, false) => self.set(*at, ColumnRole::ParentName),
                _ if is_needed => self.set(*at, ColumnRole::AreaAbove),
                _ => {}
            }
        }
    }
}

/// True where a column of texts holds nothing but words for how places are settled.
pub(in crate::intake) fn holds_settlements(column: &Column<'_>) -> bool {
    let values = column.values();
    !values.is_empty() && values.iter().all(|it| is_kind_of_settlement(it))
}
