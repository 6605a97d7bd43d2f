//! Areas whose figures are the sum of those of other areas: England under its authorities, a county among
//! its districts. Found in the figures alone, whatever the rows are called. Knows nothing of names.

pub(in crate::intake) mod alike;
pub(in crate::intake) mod evidence;
pub(in crate::intake) mod groups;
pub(in crate::intake) mod holders;
pub(in crate::intake) mod indents;
pub(in crate::intake) mod named;
pub(in crate::intake) mod nested_codes;
pub(in crate::intake) mod refuted;
pub(in crate::intake) mod series;

use crate::intake::sums::evidence::{Evidence, MANY, bar, rounding};
use crate::intake::sums::groups::Groups;
use crate::intake::sums::series::{Series, series};
use crate::table::Observations;
use rustc_hash::{FxHashMap, FxHashSet};

/// The areas that are sums, by their codes in the observations.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::intake) struct Sums {
    /// Areas, each with the one that it is a part of.
    pub parts: Vec<(u32, u32)>,
    /// Areas that are the whole of all others, the outermost first: all have the same figures.
    pub wholes: Vec<u32>,
    /// Areas that together make up a whole and are not the smallest such, with the tier in which they
    /// stand, the uppermost being 1; which of the smallest lie in which is not known.
    pub between: Vec<(u32, usize)>,
    /// True where more than the smallest areas make up the whole and which do could not be told.
    pub is_mixed: bool,
}

/// So many layers of areas may stand in one column.
const MOST_LAYERS: i64 = 4;
impl Sums {
    /// Takes layers of areas each of which makes up the same whole: the one of the most areas is that of
    /// the smallest.
    fn add_tiers(&mut self, mut layers: Vec<Vec<u32>>) {
        layers.sort_by_key(Vec::len);
        layers.pop();
        self.between.extend(
            layers
                .into_iter()
                .enumerate()
                .flat_map(|(at, layer)| layer.into_iter().map(move |area| (area, at + 1))),
        );
    }

    /// Every area that is a sum of others.
    pub(in crate::intake) fn list(&self) -> Vec<u32> {
        let mut list = self.wholes.clone();
        list.extend(self.between.iter().map(|it| it.0));
        for (_, whole) in &self.parts {
            if list.last() != Some(whole) && !list.contains(whole) {
                list.push(*whole);
            }
        }
        list
    }
}

/// What is known of areas before their figures are looked at.
pub(in crate::intake) struct Known<'k> {
    /// What an area lies in; blank where nothing says it.
    pub above: &'k dyn Fn(u32) -> &'k str,
    /// True of an area that its name makes the whole of all.
    pub is_total: &'k dyn Fn(u32) -> bool,
}

/// Areas that are sums with their parts, layer by layer.
type Layers = Vec<(u32, Vec<u32>)>;

/// The areas of a table whose figures are sums, over every period in which each area has a figure.
pub(in crate::intake) fn sums(table: &Observations, groups: &Groups, known: &Known<'_>) -> Sums {
    let all = series(table, groups);
    let mut found = Sums::default();
    let mut taken: FxHashSet<u32> = FxHashSet::default();
    let mut several: FxHashMap<u32, Vec<Vec<u32>>> = FxHashMap::default();
    let mut layers = sure_layers(&all, &mut taken, known);
    layers.extend(joint_layers(&all, &mut taken, known));
    for (whole, members) in layers {
        let parts = members.iter().map(|part| (*part, whole));
        found.parts.extend(parts);
        several.entry(whole).or_default().push(members);
    }
    // Regions and then their districts, each coming to the same whole.
    let several = several.into_values().filter(|it| it.len() > 1);
    several.for_each(|layers| found.add_tiers(layers));
    top(&all, &taken, known, &mut found);
    found
}

/// Sums each of which is sure by itself.
fn sure_layers(all: &[Series], taken: &mut FxHashSet<u32>, known: &Known<'_>) -> Layers {
    let mut layers = Layers::new();
    for _ in 0..MOST_LAYERS {
        let tests = tests(all, taken);
        let found = runs(all, taken, known, &|parts| bar(tests, parts));
        if found.is_empty() {
            break;
        }
        for (whole, members, _) in found {
            taken.extend(&members);
            layers.push((whole, members));
        }
    }
    layers
}

/// Sums that are sure together: of them all areas are made, up to the one that holds the others.
fn joint_layers(all: &[Series], taken: &mut FxHashSet<u32>, known: &Known<'_>) -> Layers {
    let mut layers = Layers::new();
    let (mut trial, mut shown) = (taken.clone(), 0.0);
    for _ in 0..MOST_LAYERS {
        let chance = tests(all, &trial).max(1.0).log10();
        let found = runs(all, &trial, known, &|_| chance);
        if found.is_empty() {
            break;
        }
        for (whole, members, evidence) in found {
            trial.extend(&members);
            shown += evidence - chance;
            layers.push((whole, members));
        }
    }
    let is_left = |area: &&u32| !trial.contains(area) && !(known.is_total)(**area);
    let left: FxHashSet<u32> = all
        .iter()
        .flat_map(|it| it.areas.iter().filter(is_left))
        .copied()
        .collect();
    let is_sum = |area: &u32| layers.iter().any(|(whole, _)| whole == area);
    let is_whole = left.iter().all(is_sum);
    if !is_whole || layers.is_empty() || shown <= bar(1.0, MANY) {
        return Layers::new();
    }
    *taken = trial;
    layers
}

/// So many equalities are looked at in one search of all runs.
fn tests(all: &[Series], taken: &FxHashSet<u32>) -> f64 {
    let left = |series: &Series| series.areas.iter().filter(|it| !taken.contains(it)).count();
    let most = all.iter().map(left).max().unwrap_or(0);
    2.0 * most as f64 * all.len() as f64
}

/// Areas that are the sum of those right above or right below, each with these and with what speaks for it,
/// where that is more than `bar` of so many parts.
fn runs(
    all: &[Series],
    taken: &FxHashSet<u32>,
    known: &Known<'_>,
    bar: &dyn Fn(usize) -> f64,
) -> Vec<(u32, Vec<u32>, f64)> {
    let mut evidence: FxHashMap<(u32, Vec<u32>), Evidence> = FxHashMap::default();
    for series in all {
        let left = series.without(taken);
        let before = left.running_sums();
        for head in 0..left.areas.len() {
            for members in left.runs_at(head, &before) {
                let sum = |at: usize| before[at][members.end] - before[at][members.start];
                let equalities: Vec<(i64, i64)> = left
                    .groups
                    .iter()
                    .enumerate()
                    .map(|(at, group)| (sum(at), group[head]))
                    .collect();
                let codes = left.areas[members.clone()].to_vec();
                let own = (known.above)(left.areas[head]);
                if codes.iter().any(|code| (known.above)(*code) != own) {
                    continue;
                }
                let rounding = rounding(members.len());
                let key = (left.areas[head], codes);
                evidence.entry(key).or_default().take(&equalities, rounding);
            }
        }
    }
    let mut found: Vec<(u32, Vec<u32>, f64)> = evidence
        .into_iter()
        .filter(|((_, members), shown)| shown.sum > bar(members.len()))
        .map(|((whole, members), shown)| (whole, members, shown.sum))
        .collect();
    // The shorter first: what lies in them is not counted again.
    found.sort_by_key(|(whole, parts, _)| (parts.len(), *whole));
    let mut used: FxHashSet<u32> = FxHashSet::default();
    found.retain(|(head, members, _)| {
        let is_free = members
            .iter()
            .all(|code| code != head && !used.contains(code));
        if is_free {
            used.extend(members);
        }
        is_free
    });
    found
}

/// The area that is the whole of all that are left, and the layers of areas below it.
fn top(all: &[Series], taken: &FxHashSet<u32>, known: &Known<'_>, found: &mut Sums) {
    let left: Vec<Series> = all.iter().map(|it| it.without(taken)).collect();
    for layers in 1..=MOST_LAYERS {
        let wholes = wholes(&left, layers, !taken.is_empty());
        // Those of the same figures are layers, too.
        let below = (layers as usize + 1).saturating_sub(wholes.len());
        if wholes.is_empty() || below == 0 && taken.is_empty() {
            continue;
        }
        let widest = left.iter().filter(|it| it.areas.contains(&wholes[0]));
        let widest = widest.max_by_key(|it| it.areas.len());
        found.wholes = outermost_first(wholes, all);
        let is_plain = |series: &&Series| {
            series
                .areas
                .iter()
                .all(|area| (known.above)(*area).is_empty())
        };
        if below > 1
            && let Some(series) = widest.filter(is_plain)
        {
            match tiers(series, &found.wholes, below) {
                Some(tiers) => found.add_tiers(tiers),
                None => found.is_mixed = true,
            }
        }
        return;
    }
    // What holds all the others by runs alone.
    let mut alone = left.iter().filter(|it| it.areas.len() == 1);
    if let Some(series) = alone.next()
        && left.iter().all(|it| it.areas.len() < 2)
        && alone.all(|it| it.areas == series.areas)
    {
        found.wholes.clone_from(&series.areas);
    }
}

/// The areas to whose figures all others come so many times over. `is_above_sums` says that sums of
/// others are among these.
fn wholes(left: &[Series], layers: i64, is_above_sums: bool) -> Vec<u32> {
    let mut evidence: FxHashMap<u32, (Evidence, usize)> = FxHashMap::default();
    for series in left {
        let count = series.areas.len();
        let sums: Vec<i64> = series.groups.iter().map(|it| it.iter().sum()).collect();
        let most: Vec<i64> = series
            .groups
            .iter()
            .filter_map(|it| it.iter().copied().max())
            .collect();
        for (at, area) in series.areas.iter().enumerate() {
            let both = series.groups.iter().zip(sums.iter().zip(&most));
            // No part is larger than the whole.
            let equality = |(group, (sum, most)): (&Vec<i64>, (&i64, &i64))| {
                (group[at] > 0 && group[at] >= *most)
                    .then(|| (sum - group[at], group[at].saturating_mul(layers)))
            };
            let Some(equalities) = both.map(equality).collect::<Option<Vec<_>>>() else {
                continue;
            };
            let (shown, parts) = evidence.entry(*area).or_default();
            if shown.take(&equalities, rounding(count)) {
                *parts = (*parts).max(count - 1);
            }
        }
    }
    let tests = MOST_LAYERS as f64 * left.len() as f64;
    let is_shown = |(shown, parts): &(Evidence, usize)| match is_above_sums {
        // One that equals a sum is a sum as well.
        true => *parts >= 1 && shown.sum > bar(tests, MANY),
        false => *parts >= 2 && shown.sum > bar(tests, *parts),
    };
    evidence.retain(|_, it| is_shown(it));
    let widest = evidence.values().map(|it| it.1).max();
    let found = evidence.iter().filter(|(_, it)| Some(it.1) == widest);
    found.map(|(area, _)| *area).collect()
}

/// Those behind their parts the last first, those before them the first first.
fn outermost_first(mut wholes: Vec<u32>, all: &[Series]) -> Vec<u32> {
    let holds_all = |it: &&Series| wholes.iter().all(|whole| it.areas.contains(whole));
    let Some(series) = all.iter().find(holds_all) else {
        return wholes;
    };
    let place = |area: &u32| series.areas.iter().position(|it| it == area).unwrap_or(0);
    wholes.sort_by_key(place);
    if wholes.first().is_some_and(|it| place(it) > 0) {
        wholes.reverse();
    }
    wholes
}

/// The layers below the whole where each stands in one piece.
fn tiers(series: &Series, wholes: &[u32], count: usize) -> Option<Vec<Vec<u32>>> {
    let parts = series.without(&wholes.iter().copied().collect());
    let at = series.areas.iter().position(|area| *area == wholes[0])?;
    let mut tiers: Vec<Vec<u32>> = vec![Vec::new()];
    let mut sums = vec![0i64; series.groups.len()];
    for (place, area) in parts.areas.iter().enumerate() {
        let is_full = |(sum, group): (&i64, &Vec<i64>)| {
            (sum - group[at]).abs() <= rounding(parts.areas.len())
        };
        let is_full = sums.iter().zip(&series.groups).all(is_full);
        if is_full && tiers.len() < count {
            tiers.push(Vec::new());
            sums.fill(0);
        }
        tiers.last_mut()?.push(*area);
        for (sum, group) in sums.iter_mut().zip(&parts.groups) {
            *sum += group[place];
        }
    }
    let is_full =
        |(sum, group): (&i64, &Vec<i64>)| (sum - group[at]).abs() <= rounding(parts.areas.len());
    if tiers.len() != count || !sums.iter().zip(&series.groups).all(is_full) {
        return None;
    }
    Some(tiers)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two indicators in three years: the areas by name, each with what it is made of.
    fn found(areas: &[&str], holds: &dyn Fn(&str) -> Vec<&'static str>) -> Vec<String> {
        let mut table = Observations::with_dimensions(0);
        let mut line = 1;
        for (year, indicator) in (2021..2024).flat_map(|it| [(it, "claims"), (it, "people")]) {
            for area in areas {
                line += 1;
                let row = table.add_row(line);
                let parts = holds(area);
                let of = |name: &str| {
                    let seed = name
                        .bytes()
                        .fold(year, |sum, it| sum * 31 % 9973 + i32::from(it));
                    f64::from(seed * indicator.len() as i32 + 7)
                };
                let figure = match parts.is_empty() {
                    true => of(area),
                    false => parts.iter().map(|it| of(it)).sum(),
                };
                table.area.set(row, area);
                table.period.set(row, &year.to_string());
                table.indicator.set(row, indicator);
                table.value.set(row, Some(figure));
            }
        }
        let mut groups = Groups::default();
        while groups.step(&table, usize::MAX) {}
        let found = sums(
            &table,
            &groups,
            &Known {
                above: &|_| "",
                is_total: &|_| false,
            },
        );
        let name = |code: &u32| table.area.dictionary.text(*code).to_string();
        let mut told: Vec<String> = Vec::new();
        for (part, whole) in &found.parts {
            told.push(format!("{} in {}", name(part), name(whole)));
        }
        told.extend(
            found
                .wholes
                .iter()
                .map(|it| format!("{} holds all", name(it))),
        );
        told.extend(
            found
                .between
                .iter()
                .map(|(area, tier)| format!("{} in tier {tier}", name(area))),
        );
        if found.is_mixed {
            told.push("more".to_string());
        }
        told
    }

    fn country(area: &str) -> Vec<&'static str> {
        match area {
            "Country" | "England" => vec!["a", "b", "c", "d", "e", "f"],
            "North" => vec!["a", "b", "c"],
            "South" => vec!["d", "e", "f"],
            _ => Vec::new(),
        }
    }

    fn check(areas: &str, expected: &str) {
        let areas: Vec<&str> = areas.split(' ').collect();
        let found = found(&areas, &country);
        assert_eq!(found.join(", "), expected, "{areas:?}");
    }

    #[test]
    fn wholes_and_what_lies_in_them() {
        check("a b c d e f", "");
        check(
            "Country a b c d e f",
            "a in Country, b in Country, c in Country, d in Country, e in Country, f in Country, Country holds all",
        );
        check("a b Country c d e f", "Country holds all");
        check(
            "North a b c South d e f",
            "a in North, b in North, c in North, d in South, e in South, f in South",
        );
        check(
            "a b c North d e f South Country",
            "a in North, b in North, c in North, d in South, e in South, f in South, North in Country, South in Country, Country holds all",
        );
        check(
            "a b c d e f North South Country",
            "North in Country, South in Country, a in Country, b in Country, c in Country, d in Country, e in Country, f in Country, Country holds all, North in tier 1, South in tier 1",
        );
        // Of one region only the districts are listed.
        check(
            "Country North South d e f",
            "North in Country, South in Country, d in South, e in South, f in South, Country holds all",
        );
        // Two with the same figures.
        check(
            "a b c d e f Country England",
            "a in Country, b in Country, c in Country, d in Country, e in Country, f in Country, England holds all, Country holds all",
        );
        // Which are the regions cannot be told when they stand among the others.
        check("North a d Country b South c e f", "Country holds all, more");
    }
}
