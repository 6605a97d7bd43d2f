//! The one sort of the house.
//!
//! Sorting by index keeps a single instance of the standard library's sort in the program, whatever
//! is sorted: each further one would weigh as much as a page.

use std::cmp::Ordering;

/// Sorts by a comparison; equals keep their order.
pub fn sort_by<T>(list: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let mut order: Vec<u32> = (0..list.len() as u32).collect();
    sort_indices(&mut order, &mut |one, other| {
        compare(&list[one as usize], &list[other as usize])
    });
    arrange(list.len(), &mut order, &mut |one, other| {
        list.swap(one, other)
    });
}

/// Sorts by a key; equals keep their order.
pub fn sort_by_key<T, K: Ord>(list: &mut [T], mut key: impl FnMut(&T) -> K) {
    sort_by(list, |one, other| key(one).cmp(&key(other)));
}

/// Sorts, and keeps one of each.
pub fn sorted_unique<T: Ord>(list: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut list: Vec<T> = list.into_iter().collect();
    sort_by(&mut list, T::cmp);
    list.dedup();
    list
}

/// A key that puts numbers in names in the order of numbers: 9号楼 before 10号楼. The name in parts, each
/// what stands before a number and the number; the last may have none, which comes first.
pub fn natural_key(name: &str) -> Vec<(String, Option<u64>)> {
    let mut parts: Vec<(String, Option<u64>)> = Vec::new();
    let mut rest = name;
    while !rest.is_empty() {
        let is_digit = |letter: char| letter.is_ascii_digit();
        let digits_at = rest.find(is_digit).unwrap_or(rest.len());
        let (text, after) = rest.split_at(digits_at);
        let end = after.find(|letter| !is_digit(letter));
        let (digits, after) = after.split_at(end.unwrap_or(after.len()));
        parts.push((text.to_string(), digits.parse().ok()));
        rest = after;
    }
    parts
}

/// Brings to each place what `order` names for it, by swaps along each cycle of the order, so that no
/// second list stands beside the first.
fn arrange(count: usize, order: &mut [u32], swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..count {
        let mut at = start;
        while order[at] as usize != start {
            let next = order[at] as usize;
            swap(at, next);
            order[at] = at as u32;
            at = next;
        }
        order[at] = at as u32;
    }
}

fn sort_indices(order: &mut [u32], compare: &mut dyn FnMut(u32, u32) -> Ordering) {
    order.sort_by(|one, other| compare(*one, *other));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_names_are_in_the_order_of_numbers() {
        let mut names = vec![
            "甲03社区31号楼",
            "甲03社区9号楼",
            "甲02社区10号楼",
            "甲03社区",
        ];
        sort_by_key(&mut names, |name| natural_key(name));
        let expected = [
            "甲02社区10号楼",
            "甲03社区",
            "甲03社区9号楼",
            "甲03社区31号楼",
        ];
        assert_eq!(names, expected);
    }

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
