//! The one sort of the house.
//!
//! Sorting by index keeps a single instance of the standard library's sort in the program, whatever
//! is sorted: each further one would weigh as much as a page.

use std::cmp::Ordering;

/// Sorts by a comparison; equals keep their order.
pub fn sort_by<T>(list: &mut Vec<T>, mut compare: impl FnMut(&T, &T) -> Ordering) {
    let mut order: Vec<u32> = (0..list.len() as u32).collect();
    sort_indices(&mut order, &mut |one, other| {
        compare(&list[one as usize], &list[other as usize])
    });
    let mut places: Vec<Option<T>> = std::mem::take(list).into_iter().map(Some).collect();
    list.extend(
        order
            .into_iter()
            .filter_map(|at| places[at as usize].take()),
    );
}

/// Sorts by a key; equals keep their order.
pub fn sort_by_key<T, K: Ord>(list: &mut Vec<T>, mut key: impl FnMut(&T) -> K) {
    sort_by(list, |one, other| key(one).cmp(&key(other)));
}

/// Sorts, and keeps one of each.
pub fn sorted_unique<T: Ord>(list: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut list: Vec<T> = list.into_iter().collect();
    sort_by(&mut list, T::cmp);
    list.dedup();
    list
}

fn sort_indices(order: &mut [u32], compare: &mut dyn FnMut(u32, u32) -> Ordering) {
    order.sort_by(|one, other| compare(*one, *other));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_as_the_standard_library_does() {
        let mut state: u32 = 7;
        for length in 0..60 {
            let mut list: Vec<(u32, usize)> = (0..length)
                .map(|place| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (state >> 29, place)
                })
                .collect();
            let mut expected = list.clone();
            expected.sort_by_key(|(key, _)| *key);
            sort_by_key(&mut list, |(key, _)| *key);
            assert_eq!(list, expected);
            let keys = list.iter().map(|(key, _)| *key);
            let mut unique: Vec<u32> = expected.iter().map(|(key, _)| *key).collect();
            unique.dedup();
            assert_eq!(sorted_unique(keys), unique);
        }
    }
}
