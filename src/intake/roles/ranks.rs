//! How fine the places are that a column is named for, and which columns are named for places and hold none. Must
//! not know of other columns.

use crate::intake::columns::Column;
use crate::intake::vocabulary::codes::is_place;
use crate::intake::vocabulary::subjects::{asks_yes_or_no, is_answer};
use crate::intake::vocabulary::totals::is_total;
use crate::intake::vocabulary::{self, Rank, names_offices};

/// True where what a column holds are words for places of a kind and none of their names.
pub(in crate::intake) fn names_kinds(column: &Column<'_>) -> bool {
    let values = column.values();
    let is_kind = |text: &&str| vocabulary::is_kind_of_place(text);
    let is_kind_alone = |text: &&str| is_kind(text) || vocabulary::is_kind_alone(text);
    let is_sure = values.len() > 1 || values.iter().any(is_kind);
    is_sure && values.iter().all(is_kind_alone)
}

/// True where a column says of each place whether something is so: 是否老旧小区.
pub(in crate::intake) fn answers_yes_or_no(column: &Column<'_>) -> bool {
    let values = column.values();
    asks_yes_or_no(&column.folded)
        || column.is_text() && values.len() <= 3 && values.iter().all(|it| is_answer(it))
}

/// True where a column holds what codes are made of: digits, or capitals and digits, of one length.
pub(in crate::intake) fn may_be_codes(column: &Column<'_>) -> bool {
    column.is_whole() || column.is_of_digits() || column.is_of_register()
}

/// True where most of what a column holds are names of places, sums left out.
fn holds_places(column: &Column<'_>) -> bool {
    let values = column.values();
    let names = values.iter().filter(|it| !is_total(it));
    let places = names.clone().filter(|it| is_place(it)).count();
    places > 0 && places * 2 > names.count()
}

/// How fine a place is that a column is named for.
pub(in crate::intake) fn rank_of(column: &Column<'_>) -> Option<Rank> {
    if answers_yes_or_no(column) {
        return None;
    }
    let of_end = || {
        let is_text = column.is_text();
        let rank = is_text.then(|| vocabulary::place_rank_of_end(&column.folded));
        rank.flatten()
    };
    // The offices that report: their heading is that of units, too.
    let of_offices = || {
        let is_so = names_offices(&column.folded) && column.is_text() && holds_places(column);
        is_so.then_some(vocabulary::RANK_ANY)
    };
    let of_words = || vocabulary::place_rank(&column.folded).or_else(of_end);
    of_words().or_else(of_offices)
}
