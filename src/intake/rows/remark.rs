//! What stands beside a number in the tables that this program shows and saves: `x:remark` beside `x`, in
//! words for machines. A bound or a reason that is not read would make another figure of it.

use crate::intake::Recipe;
use crate::model::{Bound, Missing, Status};
use crate::parse::cell;

/// What follows the name of a column in that of its remarks.
pub(in crate::intake) const ENDING: &str = ":remark";

/// The column with the remarks on a column of figures, which stands behind it.
pub(in crate::intake) fn column_of(recipe: &Recipe, place: usize) -> Option<usize> {
    let own = recipe.columns.get(place)?;
    let next = recipe.columns.get(place + 1)?;
    let is_its = next.name.strip_suffix(ENDING) == Some(&own.name);
    is_its.then_some(place + 1)
}

/// What a remark says.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(in crate::intake) struct Said {
    pub bound: Option<Bound>,
    pub status: Option<Status>,
}

/// Reads a remark; words that say neither are left aside.
pub(in crate::intake) fn read(text: &str) -> Said {
    let mut said = Said::default();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let reasons = [
            (Missing::Suppressed, Status::Suppressed),
            (Missing::NotReported, Status::Missing),
            (Missing::NotCollected, Status::NotCollected),
            (Missing::Impossible, Status::Impossible),
        ];
        let mut reasons = reasons.iter();
        if let Some((_, status)) = reasons.find(|(reason, _)| reason.name() == word) {
            said.status = Some(*status);
        } else if let Ok(Some(bound)) = cell::bound(word) {
            said.bound = Some(bound);
        } else if let Ok(status) = cell::status(word) {
            said.status = Some(status);
        }
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_are_read_word_by_word() {
        let check = |text: &str, bound, status| {
            assert_eq!(read(text), Said { bound, status }, "{text}");
        };
        check("", None, None);
        check("lower", Some(Bound::Lower), None);
        check("rounded P", Some(Bound::Rounded), Some(Status::Provisional));
        check("suppressed", None, Some(Status::Suppressed));
        check("not-collected", None, Some(Status::NotCollected));
        check("P 2026-03", None, Some(Status::Provisional));
        check("partial 3/9", None, None);
        check("no-row", None, None);
    }
}
