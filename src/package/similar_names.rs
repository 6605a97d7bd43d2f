//! Published areas whose names are nearly that of a reader's area, to choose from: nothing is joined
//! by it. Must not know what is joined.

use super::areas::Areas;
use super::joining::names_of;
use super::marked_names::bare_names;
use crate::model::{Area, AreaId, sort_by_key, sorted_unique};

/// So many are named.
const MOST: usize = 3;

/// Of these published areas the few whose names are nearest to one of the area's, the nearest first;
/// none where none is near.
pub fn similar_areas(area: &Area, other: &Areas, candidates: &[AreaId]) -> Vec<AreaId> {
    let own = names(area);
    let mut near: Vec<(usize, AreaId)> = Vec::new();
    for id in candidates {
        let names = names(other.get(*id));
        let pairs = own
            .iter()
            .flat_map(|one| names.iter().map(move |it| (one, it)));
        let distances = pairs.filter_map(|(one, name)| one.distance(name));
        if let Some(distance) = distances.min() {
            near.push((distance, *id));
        }
    }
    sort_by_key(&mut near, |it| *it);
    near.into_iter().take(MOST).map(|(_, id)| id).collect()
}

/// True where a name of one area is nearly a name of the other.
pub(super) fn is_nearly_named(area: &Area, other: &Area) -> bool {
    let others = names(other);
    let is_near = |name: &Name| others.iter().any(|it| name.distance(it).is_some());
    names(area).iter().any(is_near)
}

/// The names of an area, and those without the marks that may lead to a footnote.
fn names(area: &Area) -> Vec<Name> {
    let mut all = names_of(area);
    all.extend(bare_names(area));
    sorted_unique(all).iter().map(|it| Name::of(it)).collect()
}

/// A name with its numbers apart: two names of different numbers are two places, however alike.
#[derive(Debug)]
struct Name {
    letters: Vec<char>,
    numbers: Vec<String>,
}

impl Name {
    fn of(name: &str) -> Name {
        let mut found = Name {
            letters: Vec::new(),
            numbers: Vec::new(),
        };
        let mut number = String::new();
        for character in name.chars().chain([' ']) {
            if character.is_ascii_digit() {
                number.push(character);
                continue;
            }
            if !number.is_empty() {
                // 3 and 03 are one number.
                let number = std::mem::take(&mut number);
                found
                    .numbers
                    .push(number.trim_start_matches('0').to_string());
            }
            if character.is_alphanumeric() {
                found.letters.push(character);
            }
        }
        found
    }

    /// How far two names are from each other; none where they are not near.
    fn distance(&self, other: &Name) -> Option<usize> {
        if self.numbers != other.numbers {
            return None;
        }
        let (one, two) = (&self.letters, &other.letters);
        let shorter = one.len().min(two.len());
        // Without what a place is: Jia 04, 曙光.
        let is_cut = !self.numbers.is_empty() || shorter > 1;
        if shorter > 0 && is_cut && (one.starts_with(two) || two.starts_with(one)) {
            return Some(usize::from(one.len() != two.len()));
        }
        // Levenshtein 1966: letters put in, taken out or changed.
        let distance = strsim::generic_levenshtein(one, two);
        // One letter amiss, or one in four.
        let is_near = distance <= 1 && shorter > 1 || distance * 4 <= one.len().max(two.len());
        is_near.then_some(distance)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_near_where_numbers_agree() {
        let check = |one: &str, two: &str, expected| {
            assert_eq!(
                Name::of(one).distance(&Name::of(two)),
                expected,
                "{one} {two}"
            );
        };
        check("jia3community", "jia03community", Some(0));
        check("jia04", "jia04community", Some(1));
        check("yi01comunity", "yi01community", Some(1));
        check("jia03community", "jia08community", None);
        check("曙光", "曙光社区", Some(1));
        check("曙光社区", "朝阳社区", None);
        check("甲05社区", "甲05村", None);
    }
}
