//! Where the row of (indicator, period, area) stands.
//!
//! A slice is everything of one indicator at one period in one category: areas in order, each
//! with its row. A whole comparison is one slice; a series is one area through several slices.

use crate::model::{AreaId, IndicatorId, Period, sort_by_key};
use rustc_hash::FxBuildHasher;
use std::collections::HashMap;
use std::sync::Arc;

/// Names a slice. Ordered by indicator, then category, then period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SliceKey {
    /// The indicator.
    pub indicator: IndicatorId,
    /// Which combination of dimension values; 0 is the total.
    pub category: u32,
    /// The period.
    pub period: Period,
}

/// Areas in order and the row of each.
#[derive(Clone, Debug, Default)]
pub struct Slice {
    areas: Vec<AreaId>,
    rows: Vec<u32>,
}

impl Slice {
    /// The row of an area.
    pub fn row(&self, area: AreaId) -> Option<usize> {
        let place = self.areas.binary_search(&area).ok()?;
        Some(self.rows[place] as usize)
    }

    /// Every area with its row, in the order of areas.
    pub fn iter(&self) -> impl Iterator<Item = (AreaId, usize)> + '_ {
        let rows = self.rows.iter().map(|row| *row as usize);
        self.areas.iter().copied().zip(rows)
    }
}

/// The finished index of one file.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// In the order of keys. Shared, so that an index that differs in few of them costs few.
    slices: Vec<(SliceKey, Arc<Slice>)>,
}

impl Index {
    /// The slice of a key.
    pub fn slice(&self, key: SliceKey) -> Option<&Slice> {
        let place = self.slices.binary_search_by(|(known, _)| known.cmp(&key));
        place.ok().map(|place| &*self.slices[place].1)
    }

    /// Keeps only the slices of which that is true; true where any was let go.
    pub fn retain(&mut self, is_kept: impl Fn(&SliceKey) -> bool) -> bool {
        let before = self.slices.len();
        self.slices.retain(|(key, _)| is_kept(key));
        self.slices.len() < before
    }

    /// Gives an area of a slice another row, or none.
    pub fn set_row(&mut self, key: SliceKey, area: AreaId, row: Option<usize>) {
        let found = self.slices.binary_search_by(|(known, _)| known.cmp(&key));
        let at = match (found, row) {
            (Ok(at), _) => at,
            (Err(_), None) => return,
            (Err(at), Some(_)) => {
                self.slices.insert(at, (key, Arc::default()));
                at
            }
        };
        let slice = Arc::make_mut(&mut self.slices[at].1);
        let place = slice.areas.binary_search(&area);
        match (place, row) {
            (Ok(place), Some(row)) => slice.rows[place] = row as u32,
            (Ok(place), None) => {
                slice.areas.remove(place);
                slice.rows.remove(place);
            }
            (Err(place), Some(row)) => {
                slice.areas.insert(place, area);
                slice.rows.insert(place, row as u32);
            }
            (Err(_), None) => {}
        }
    }

    /// Every slice, in the order of keys.
    pub fn slices(&self) -> impl Iterator<Item = (&SliceKey, &Slice)> {
        self.slices.iter().map(|(key, slice)| (key, &**slice))
    }

    /// The slices of one indicator and category, by period.
    pub fn of_indicator(
        &self,
        indicator: IndicatorId,
        category: u32,
    ) -> impl Iterator<Item = (Period, &Slice)> {
        let lowest = SliceKey {
            indicator,
            category,
            period: Period::EARLIEST,
        };
        let first = self.slices.partition_point(|(key, _)| *key < lowest);
        self.slices[first..]
            .iter()
            .take_while(move |(key, _)| key.indicator == indicator && key.category == category)
            .map(|(key, slice)| (key.period, &**slice))
    }
}

/// Collects rows in any order, then settles the index and names the keys that stand twice.
#[derive(Debug, Default)]
pub struct IndexBuilder {
    /// Where the rows of each key are collected.
    places: HashMap<SliceKey, u32, FxBuildHasher>,
    slices: Vec<(SliceKey, Vec<(AreaId, u32)>)>,
    /// The key of the last row: rows mostly come slice by slice.
    last: usize,
    is_sorted: bool,
    settled: Vec<(SliceKey, Arc<Slice>)>,
    duplicates: Vec<(usize, usize)>,
}

impl IndexBuilder {
    /// Adds a row.
    pub fn add(&mut self, key: SliceKey, area: AreaId, row: usize) {
        let entry = (area, row as u32);
        match self.slices.get_mut(self.last) {
            Some((last, entries)) if *last == key => entries.push(entry),
            _ => {
                let next = self.slices.len() as u32;
                let place = *self.places.entry(key).or_insert(next) as usize;
                if place == self.slices.len() {
                    self.slices.push((key, Vec::new()));
                }
                self.slices[place].1.push(entry);
                self.last = place;
            }
        }
    }

    /// Settles so many slices more; false when all are. Rows added afterwards are an error of ours.
    pub fn settle(&mut self, slice_count: usize) -> bool {
        if !self.is_sorted {
            self.is_sorted = true;
            sort_by_key(&mut self.slices, |(key, _)| *key);
        }
        let left = self.slices.iter_mut().skip(self.settled.len());
        for (key, entries) in left.take(slice_count) {
            let slice = settle_slice(std::mem::take(entries), &mut self.duplicates);
            self.settled.push((*key, Arc::new(slice)));
        }
        self.settled.len() < self.slices.len()
    }

    /// The index, and each row whose key stands earlier: (row, earlier row). The index keeps the
    /// earliest.
    pub fn finish(mut self) -> (Index, Vec<(usize, usize)>) {
        while self.settle(usize::MAX) {}
        let index = Index {
            slices: self.settled,
        };
        (index, self.duplicates)
    }
}

fn settle_slice(mut entries: Vec<(AreaId, u32)>, duplicates: &mut Vec<(usize, usize)>) -> Slice {
    if !entries.is_sorted() {
        sort_by_key(&mut entries, |entry| *entry);
    }
    let mut slice = Slice {
        areas: Vec::with_capacity(entries.len()),
        rows: Vec::with_capacity(entries.len()),
    };
    for (area, row) in entries {
        match (slice.areas.last(), slice.rows.last()) {
            (Some(last), Some(earlier)) if *last == area => {
                duplicates.push((row as usize, *earlier as usize));
            }
            _ => {
                slice.areas.push(area);
                slice.rows.push(row);
            }
        }
    }
    slice
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(indicator: u16, period: &str) -> SliceKey {
        SliceKey {
            indicator: IndicatorId(indicator),
            category: 0,
            period: Period::parse(period).unwrap(),
        }
    }

    #[test]
    fn finds_rows_added_in_any_order_and_names_duplicates() {
        let mut builder = IndexBuilder::default();
        builder.add(key(0, "2024-02"), AreaId(3), 0);
        builder.add(key(0, "2024-01"), AreaId(1), 1);
        builder.add(key(0, "2024-02"), AreaId(2), 2);
        builder.add(key(1, "2024-01"), AreaId(1), 3);
        builder.add(key(0, "2024-02"), AreaId(3), 4);
        let (index, duplicates) = builder.finish();
        assert_eq!(duplicates, [(4, 0)]);
        let slice = index.slice(key(0, "2024-02")).unwrap();
        assert_eq!(slice.row(AreaId(3)), Some(0));
        assert_eq!(slice.row(AreaId(2)), Some(2));
        assert_eq!(slice.row(AreaId(1)), None);
        let periods: Vec<String> = index
            .of_indicator(IndicatorId(0), 0)
            .map(|(period, _)| period.to_string())
            .collect();
        assert_eq!(periods, ["2024-01", "2024-02"]);
    }

    #[test]
    fn a_changed_index_leaves_the_one_that_it_is_a_copy_of() {
        let mut builder = IndexBuilder::default();
        for area in [2, 4, 6] {
            builder.add(key(0, "2024-01"), AreaId(area), usize::from(area as u16));
        }
        let (index, _) = builder.finish();
        let rows = |index: &Index| -> Vec<usize> {
            let slice = index.slice(key(0, "2024-01"));
            slice
                .into_iter()
                .flat_map(Slice::iter)
                .map(|(_, row)| row)
                .collect()
        };
        let mut changed = index.clone();
        changed.set_row(key(0, "2024-01"), AreaId(4), None);
        changed.set_row(key(0, "2024-01"), AreaId(3), Some(9));
        changed.set_row(key(0, "2024-01"), AreaId(6), Some(7));
        changed.set_row(key(0, "2024-01"), AreaId(8), None);
        changed.set_row(key(0, "2023-12"), AreaId(1), Some(1));
        assert_eq!(rows(&changed), [2, 9, 7]);
        assert_eq!(rows(&index), [2, 4, 6]);
        assert!(changed.retain(|it| it.period < key(0, "2024-01").period));
        assert!(!changed.retain(|_| true));
        assert_eq!(changed.slices().count(), 1);
        assert!(rows(&changed).is_empty());
    }
}
