//! Indicators that are no numbers of things, whatever their figures look like: those of a whole lie among those
//! of its parts, as means and quotients do.

use crate::intake::places::Places;
use crate::intake::sums::groups::Groups;
use crate::intake::sums::nested_codes::for_each_whole;
use crate::intake::sums::series::Figures;
use crate::table::Observations;
use rustc_hash::FxHashMap;

/// A number of things of a whole is as large as those of its parts together; of parts that overlap it may be a
/// little smaller.
pub(in crate::intake) const LEAST_SHARE: f64 = 0.6;

/// Their codes in the table.
pub(in crate::intake) fn refuted(
    table: &Observations,
    groups: &Groups,
    places: &Places,
) -> Vec<u32> {
    let codes: Vec<&str> = table.area.dictionary.texts().skip(1).collect();
    let parts = parts(&codes, places);
    if parts.is_empty() {
        return Vec::new();
    }
    let mut counts: FxHashMap<u32, (usize, usize)> = FxHashMap::default();
    for group in groups.list() {
        let figure = |row: &usize| {
            let figure = table
                .value
                .get(*row)
                .filter(|_| table.invalid(*row).is_none())?;
            Some(((table.area.code(*row) as usize).checked_sub(1)?, figure))
        };
        let figures: Figures = group.rows.iter().filter_map(figure).collect();
        let (checked, among) = counts.entry(group.indicator).or_default();
        for_each_whole(&parts, &[figures], &mut |whole, of_parts| {
            let sum: f64 = of_parts.iter().sum();
            let largest = of_parts.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            if of_parts.len() > 1 && largest > 0.0 {
                *checked += 1;
                *among += usize::from(whole <= largest && whole < sum * LEAST_SHARE);
            }
        });
    }
    let is_refuted = |(checked, among): &(usize, usize)| among * 2 > *checked;
    let refuted = counts.iter().filter(|(_, it)| is_refuted(it));
    refuted.map(|(indicator, _)| *indicator).collect()
}

/// The areas that lie in another one, or in the whole of all, as places in the list of codes.
fn parts(codes: &[&str], places: &Places) -> Vec<(usize, usize)> {
    let known: FxHashMap<&str, usize> = codes.iter().copied().zip(0..).collect();
    let whole = codes.iter().position(|code| places.is_whole(code));
    let above = |(at, code): (usize, &&str)| {
        let above = match places.parent_code(code) {
            "" => whole,
            above => known.get(above).copied(),
        };
        above.filter(|it| *it != at).map(|above| (at, above))
    };
    codes.iter().enumerate().filter_map(above).collect()
}
