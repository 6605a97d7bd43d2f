//! The figures of a table as they may be added over areas: one series for each part of an indicator, in
//! whole numbers, of the periods in which no area lacks one. Must not know what is looked for in them.

use crate::intake::sums::evidence::rounding;
use crate::intake::sums::groups::{Group, Groups};
use crate::table::Observations;
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// Figures of one indicator: its values, its numerators or its denominators.
pub(in crate::intake) struct Series {
    /// The areas by their codes in the observations, in the order of the rows.
    pub areas: Vec<u32>,
    /// Of each period the figure of each area, in units of the last digit that any of them has.
    pub groups: Vec<Vec<i64>>,
}

/// Fewer areas than these have no sums among them.
const FEWEST_AREAS: usize = 3;
/// Figures have so many decimals at most.
const MOST_DECIMALS: i32 = 4;
/// Whole numbers that are exact, with room to be added.
const LARGEST: f64 = 9.0e12;

/// The series of a table.
pub(in crate::intake) fn series(table: &Observations, groups: &Groups) -> Vec<Series> {
    let mut by_indicator: Vec<&[Group]> = groups
        .list()
        .chunk_by(|one, other| one.indicator == other.indicator)
        .collect();
    by_indicator.retain(|groups| groups.iter().any(|it| it.rows.len() >= FEWEST_AREAS));
    by_indicator.sort_by_key(|groups| groups.first().map(|it| it.indicator));
    let mut found = Vec::new();
    for groups in by_indicator {
        for column in [&table.numerator, &table.denominator, &table.value] {
            let figure = |row: usize| {
                let is_value = std::ptr::eq(column, &table.value);
                // The value of a row of parts is their quotient.
                let is_quotient = is_value && table.numerator.get(row).is_some();
                let is_sound = table.invalid(row).is_none() && !is_quotient;
                column.get(row).filter(|_| is_sound)
            };
            found.extend(one_series(table, groups, &figure));
        }
    }
    found
}

/// The figures of one indicator and period, by the place of the area among those of the table.
pub(in crate::intake) type Figures = FxHashMap<usize, f64>;

/// The figures of the periods that are looked at, with those in which areas lack one.
pub(in crate::intake) fn figures(table: &Observations, groups: &Groups) -> Vec<Figures> {
    let columns = [&table.value, &table.numerator, &table.denominator];
    let all = groups.list().iter().flat_map(|group| {
        columns.iter().map(|column| {
            let figure = |row: &usize| {
                let figure = column.get(*row).filter(|_| table.invalid(*row).is_none())?;
                Some(((table.area.code(*row) as usize).checked_sub(1)?, figure))
            };
            group.rows.iter().filter_map(figure).collect()
        })
    });
    all.collect()
}

/// The groups in which every area has a figure, all of the same areas.
fn one_series(
    table: &Observations,
    groups: &[Group],
    figure: &dyn Fn(usize) -> Option<f64>,
) -> Option<Series> {
    let mut areas: Vec<u32> = Vec::new();
    let mut found: Vec<Vec<i64>> = Vec::new();
    for Group { rows, .. } in groups {
        let figures: Option<Vec<f64>> = rows.iter().map(|row| figure(*row)).collect();
        let Some(figures) = figures else {
            continue;
        };
        let order: Vec<u32> = rows.iter().map(|row| table.area.code(*row)).collect();
        let figures = match order == areas {
            true => Some(figures),
            false => {
                let by_area: FxHashMap<u32, f64> = order.iter().copied().zip(figures).collect();
                if by_area.len() != rows.len() {
                    // An area has two figures.
                    continue;
                }
                if areas.is_empty() {
                    areas = order;
                }
                let figures = areas.iter().map(|it| by_area.get(it).copied());
                figures
                    .collect::<Option<Vec<f64>>>()
                    .filter(|_| by_area.len() == areas.len())
            }
        };
        found.extend(figures.as_deref().and_then(units));
    }
    (!found.is_empty()).then_some(Series {
        areas,
        groups: found,
    })
}

/// Figures in units of the largest amount of which all are multiples; none where one is below zero, has
/// too many digits, or all are zero.
fn units(figures: &[f64]) -> Option<Vec<i64>> {
    let scale = (0..=MOST_DECIMALS)
        .map(|it| 10f64.powi(it))
        .find(|scale| figures.iter().all(|it| is_whole(*it, *scale)))?;
    let whole: Vec<i64> = figures
        .iter()
        .map(|it| (it * scale).round() as i64)
        .collect();
    let common = whole
        .iter()
        .fold(0, |one, other| common_divisor(one, *other));
    (common > 0).then(|| whole.iter().map(|it| it / common).collect())
}

fn is_whole(figure: f64, scale: f64) -> bool {
    let scaled = figure * scale;
    (0.0..LARGEST).contains(&scaled) && scaled.round() / scale == figure
}

fn common_divisor(one: i64, other: i64) -> i64 {
    match other {
        0 => one,
        _ => common_divisor(other, one % other),
    }
}

impl Series {
    /// The figures of the other areas.
    pub(in crate::intake) fn without(&self, taken: &FxHashSet<u32>) -> Series {
        let is_left: Vec<bool> = self.areas.iter().map(|it| !taken.contains(it)).collect();
        let left = |list: &mut dyn Iterator<Item = i64>| -> Vec<i64> {
            let both = list.zip(&is_left);
            both.filter(|(_, left)| **left).map(|(it, _)| it).collect()
        };
        let areas = self.areas.iter().copied().filter(|it| !taken.contains(it));
        Series {
            areas: areas.collect(),
            groups: self
                .groups
                .iter()
                .map(|group| left(&mut group.iter().copied()))
                .collect(),
        }
    }

    /// Of each group the sums of the figures before each place, and of all.
    pub(in crate::intake) fn running_sums(&self) -> Vec<Vec<i64>> {
        let sums = self.groups.iter().map(|group| {
            let mut sum = 0i64;
            let mut sums = vec![0];
            sums.extend(group.iter().map(|figure| {
                sum = sum.saturating_add(*figure);
                sum
            }));
            sums
        });
        sums.collect()
    }

    /// Runs of areas right below or right above one that come to its figure in the first group.
    pub(in crate::intake) fn runs_at(&self, head: usize, before: &[Vec<i64>]) -> Vec<Range<usize>> {
        let (Some(group), Some(before)) = (self.groups.first(), before.first()) else {
            return Vec::new();
        };
        let (figure, last) = (group[head], self.areas.len());
        if figure == 0 {
            return Vec::new();
        }
        let near = |sum: i64, count: usize| (sum - figure).abs() <= rounding(count);
        let mut found = Vec::new();
        let below = head + 1;
        let from = before.partition_point(|sum| sum - before[below] < figure - rounding(last));
        for end in (from..=last).take(MOST_ENDS) {
            if end >= below + 2 && near(before[end] - before[below], end - below) {
                found.push(below..end);
            }
        }
        let above = before[head];
        let from = before.partition_point(|sum| above - sum > figure + rounding(last));
        for start in (from..head).take(MOST_ENDS) {
            if head - start >= 2 && near(above - before[start], head - start) {
                found.push(start..head);
            }
        }
        found
    }
}

/// So many ends of a run are tried: more than one fit where areas at its end have no cases.
const MOST_ENDS: usize = 16;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_in_units() {
        assert_eq!(units(&[1500.0, 200.0]), Some(vec![15, 2]));
        assert_eq!(units(&[12.5, 0.3]), Some(vec![125, 3]));
        assert_eq!(units(&[0.0, 0.0]), None);
        assert_eq!(units(&[-1.0, 2.0]), None);
        assert_eq!(units(&[1.0 / 3.0]), None);
    }
}
