//! The rows of a table by what they are of: one indicator, one period, one set of categories. They are
//! found a slice at a time, since a file of 200 MB has five million. Must not know what is looked for.

use crate::table::Observations;
use rustc_hash::FxHashMap;

/// Of one indicator so many periods are looked at, the last rows first.
const MOST_GROUPS: usize = 12;
/// Of one indicator so many periods at least.
const FEWEST_GROUPS: usize = 2;
/// More rows than these are not looked at where fewer periods do: of many areas few say enough.
const MOST_ROWS: usize = 500_000;
/// So many indicators are looked at, those of the most areas first.
const MOST_INDICATORS: usize = 24;
/// More areas than these are not looked through.
const MOST_AREAS: usize = 20_000;
/// Fewer areas than these cannot be compared.
const FEWEST_AREAS: usize = 2;

/// One indicator, period and set of categories.
type Key = (u32, u32, u64);

/// The rows of one indicator, period and set of categories.
#[derive(Debug)]
pub(in crate::intake) struct Group {
    /// The indicator by its code in the observations.
    pub indicator: u32,
    pub rows: Vec<usize>,
    key: Key,
}

/// The groups that are looked at: of each indicator those of the most areas.
#[derive(Debug, Default)]
pub(in crate::intake) struct Groups {
    /// The first row that was not looked at.
    next: usize,
    /// Of each key its rows and the last of them.
    counts: FxHashMap<Key, (usize, usize)>,
    /// Places in the list by key; none while rows are counted.
    chosen: Option<FxHashMap<Key, usize>>,
    list: Vec<Group>,
}

impl Groups {
    /// Looks at so many more rows; false where all are done.
    pub(in crate::intake) fn step(&mut self, table: &Observations, most_rows: usize) -> bool {
        let rows = self.next..table.row_count().min(self.next.saturating_add(most_rows));
        self.next = rows.end;
        match &self.chosen {
            None => self.count(table, rows),
            Some(_) => self.gather(table, rows),
        }
        if self.next < table.row_count() {
            return true;
        }
        if self.chosen.is_some() {
            return false;
        }
        self.next = 0;
        self.list = chosen(std::mem::take(&mut self.counts));
        let places = self.list.iter().map(|group| group.key).zip(0..);
        self.chosen = Some(places.collect());
        !self.list.is_empty()
    }

    /// The groups, those of one indicator together.
    pub(in crate::intake) fn list(&self) -> &[Group] {
        &self.list
    }

    fn count(&mut self, table: &Observations, rows: std::ops::Range<usize>) {
        // Rows of one key often stand together.
        let mut run: Option<(Key, usize)> = None;
        let last = rows.end;
        for row in rows {
            let key = key(table, row);
            match &mut run {
                Some((known, count)) if *known == key => *count += 1,
                _ => {
                    self.add(run.replace((key, 1)), row);
                }
            }
        }
        self.add(run, last);
    }

    /// Adds a run of rows that ends before one.
    fn add(&mut self, run: Option<(Key, usize)>, end: usize) {
        if let Some((key, count)) = run {
            let known = self.counts.entry(key).or_insert((0, 0));
            *known = (known.0 + count, end.saturating_sub(1));
        }
    }

    fn gather(&mut self, table: &Observations, rows: std::ops::Range<usize>) {
        let Some(chosen) = &self.chosen else {
            return;
        };
        let mut last: Option<(Key, Option<usize>)> = None;
        for row in rows {
            let key = key(table, row);
            let place = match last {
                Some((known, place)) if known == key => place,
                _ => chosen.get(&key).copied(),
            };
            last = Some((key, place));
            if let Some(group) = place.and_then(|place| self.list.get_mut(place)) {
                group.rows.push(row);
            }
        }
    }
}

/// The groups that are looked at, without their rows.
fn chosen(counts: FxHashMap<Key, (usize, usize)>) -> Vec<Group> {
    let mut most: FxHashMap<u32, usize> = FxHashMap::default();
    for (key, (count, _)) in &counts {
        let largest = most.entry(key.0).or_insert(0);
        *largest = (*largest).max(*count);
    }
    let fits = |count: usize| (FEWEST_AREAS..=MOST_AREAS).contains(&count);
    let mut indicators: Vec<(usize, u32)> = most
        .iter()
        .filter(|(_, count)| fits(**count))
        .map(|(indicator, count)| (*count, *indicator))
        .collect();
    indicators.sort_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(&other.1)));
    let most_areas = indicators.first().map_or(1, |it| it.0.max(1));
    let most_indicators = MOST_ROWS / (FEWEST_GROUPS * most_areas);
    indicators.truncate(most_indicators.min(MOST_INDICATORS));
    let mut by_indicator: FxHashMap<u32, Vec<(usize, Key)>> = FxHashMap::default();
    for (key, (count, last)) in &counts {
        if indicators.contains(&(*count, key.0)) {
            by_indicator.entry(key.0).or_default().push((*last, *key));
        }
    }
    let areas: usize = indicators.iter().map(|it| it.0).sum();
    let most_groups = (MOST_ROWS / areas.max(1)).clamp(FEWEST_GROUPS, MOST_GROUPS);
    let mut chosen = Vec::new();
    for (count, indicator) in indicators {
        let mut keys = by_indicator.remove(&indicator).unwrap_or_default();
        keys.sort_by(|one, other| other.cmp(one));
        chosen.extend(keys.into_iter().take(most_groups).map(|it| Group {
            indicator,
            rows: Vec::with_capacity(count),
            key: it.1,
        }));
    }
    chosen
}

fn key(table: &Observations, row: usize) -> Key {
    // Categories of one row are few: they are kept apart by more than is needed.
    let categories = table.dimensions.iter().fold(0u64, |sum, column| {
        sum.wrapping_mul(0x0000_0100_0000_01b3)
            .wrapping_add(u64::from(column.code(row)))
    });
    (
        table.indicator.code(row),
        table.period.code(row),
        categories,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slices_of_any_size_give_the_same_groups() {
        let mut table = Observations::with_dimensions(1);
        for at in 0..240 {
            let row = table.add_row(at + 2);
            // Areas change the fastest in the first half, periods in the second.
            let (area, period) = match at < 120 {
                true => (at % 5, at / 5 % 4),
                false => (at / 4 % 5, at % 4),
            };
            table.area.set(row, &format!("area {area}"));
            table.period.set(row, &format!("{}", 2020 + period));
            table
                .indicator
                .set(row, ["cases", "persons"][at as usize % 40 / 20]);
            table.dimensions[0].set(row, ["", "women", "men"][at as usize % 120 / 40]);
        }
        let groups = |most_rows: usize| {
            let mut groups = Groups::default();
            while groups.step(&table, most_rows) {}
            let of = |it: &Group| (it.indicator, it.rows.clone());
            groups.list().iter().map(of).collect::<Vec<_>>()
        };
        let whole = groups(usize::MAX);
        assert_eq!(whole.iter().map(|it| it.1.len()).sum::<usize>(), 240);
        for (_, rows) in &whole {
            let areas: std::collections::BTreeSet<&str> =
                rows.iter().map(|row| table.area.text(*row)).collect();
            let periods: std::collections::BTreeSet<&str> =
                rows.iter().map(|row| table.period.text(*row)).collect();
            assert_eq!((areas.len(), periods.len()), (5, 1));
        }
        for most_rows in [1, 7, 100] {
            assert_eq!(groups(most_rows), whole, "{most_rows}");
        }
    }
}
