//! Areas that hold others by what they are called, where the figures do not contradict it: one country among
//! places that are none, City among the parts of a city, sums of which not all parts are there, and a city whose
//! name those of its parts begin with.

use crate::intake::places::Places;
use crate::intake::sums::groups::Groups;
use crate::intake::sums::nested_codes::for_each_whole;
use crate::intake::sums::refuted::LEAST_SHARE;
use crate::intake::sums::series::{Figures, figures};
use crate::intake::vocabulary::countries::{
    is_country, is_elsewhere, is_of_countries, is_of_union, is_union, may_be_town,
};
use crate::intake::vocabulary::totals::{may_be_whole, names_total};
use crate::table::Observations;
use rustc_hash::FxHashMap;

/// Fewer areas than these are no country and its parts.
const FEWEST: usize = 3;
/// Of so many columns of whole numbers one at least counts.
const MEANS_BESIDE: usize = 4;
/// Figures are rounded.
const NEARLY: f64 = 0.005;

/// Takes from an area that may be the whole by its name that it is so, where its counts are smaller than those
/// of a part of it.
pub(in crate::intake) fn doubt_named(table: &Observations, groups: &Groups, places: &mut Places) {
    let codes: Vec<&str> = table.area.dictionary.texts().skip(1).collect();
    let is_named = |code: &&str| places.is_whole(code) && may_be_whole(places.name(code));
    let Some(at) = codes.iter().position(is_named) else {
        return;
    };
    let parts: Vec<(usize, usize)> = (0..codes.len())
        .filter(|it| *it != at)
        .map(|it| (it, at))
        .collect();
    if is_smaller(&parts, &figures(table, groups)) {
        places.doubt(codes[at]);
    }
}

/// True where the counts of a whole are smaller than those of a part more often than not; where there are none,
/// where its other figures are below those of each part.
pub(in crate::intake) fn is_smaller(parts: &[(usize, usize)], figures: &[Figures]) -> bool {
    let (mut smaller, mut checked, mut means, mut outside) = (0, 0, 0, 0);
    for_each_whole(parts, figures, &mut |figure, of_parts| {
        let [least, largest] = ends(of_parts);
        match is_counted(figure, of_parts) {
            true => {
                checked += 1;
                smaller += usize::from(figure < largest);
            }
            false => {
                means += 1;
                outside += usize::from(figure < least - NEARLY * least.abs());
            }
        }
    });
    smaller * 2 > checked || checked == 0 && means > 0 && outside * 2 > means
}

/// True where some counts of a whole are about as large as those of its parts together, false where none is, and
/// nothing where there are no counts.
pub(in crate::intake) fn is_as_large(
    parts: &[(usize, usize)],
    figures: &[Figures],
) -> Option<bool> {
    let (mut large, mut checked) = (0, 0);
    for_each_whole(parts, figures, &mut |figure, of_parts| {
        if of_parts.len() > 1 && is_counted(figure, of_parts) {
            let sum: f64 = of_parts.iter().sum();
            checked += 1;
            large += usize::from(figure >= sum * LEAST_SHARE);
        }
    });
    // Of other whole numbers, such as means, those of a whole lie among those of its parts.
    (checked > 0).then_some(large * MEANS_BESIDE >= checked)
}

/// The areas of the name of what they lie in that are none of it, but one of the areas there: their counts are
/// smaller than those of the others together.
pub(in crate::intake) fn mere_namesakes(
    table: &Observations,
    groups: &Groups,
    places: &Places,
) -> Vec<String> {
    let namesakes = places.namesakes();
    if namesakes.is_empty() {
        return Vec::new();
    }
    let codes: Vec<&str> = table.area.dictionary.texts().skip(1).collect();
    let wholes: FxHashMap<&str, usize> = namesakes
        .iter()
        .filter_map(|it| {
            Some((
                *it,
                table.area.dictionary.find(it)?.checked_sub(1)? as usize,
            ))
        })
        .collect();
    let mut of_whole: FxHashMap<usize, Vec<(usize, usize)>> = FxHashMap::default();
    for (at, code) in codes.iter().enumerate() {
        if let Some(whole) = wholes.get(places.parent_code(code)) {
            of_whole.entry(*whole).or_default().push((at, *whole));
        }
    }
    let figures = figures(table, groups);
    let is_mere = |at: &usize| {
        let (mut smaller, mut checked) = (0, 0);
        let parts = of_whole.get(at).map_or(&[][..], Vec::as_slice);
        for_each_whole(parts, &figures, &mut |figure, of_parts| {
            let sum: f64 = of_parts.iter().sum();
            if is_counted(figure, of_parts) {
                checked += 1;
                smaller += usize::from(figure < sum - NEARLY * sum.abs());
            }
        });
        smaller * 2 > checked
    };
    let named = namesakes.iter().filter_map(|it| wholes.get(it).copied());
    let mere = named.filter(is_mere).filter_map(|at| codes.get(at));
    mere.map(|code| code.to_string()).collect()
}

/// Makes the only country of a table the whole of the others, which are none.
pub(in crate::intake) fn by_country(table: &Observations, groups: &Groups, places: &mut Places) {
    let codes: Vec<&str> = table.area.dictionary.texts().skip(1).collect();
    let name = |at: usize| codes.get(at).map_or("", |it| places.name(it));
    let all = 0..codes.len();
    let has_union = places.names().any(is_union);
    let is_whole = |name: &str| is_country(name) && !(has_union && is_of_union(name));
    let mut countries = all.clone().filter(|at| is_whole(name(*at)));
    let (Some(country), None) = (countries.next(), countries.next()) else {
        return;
    };
    let is_top = |at: &usize| {
        codes
            .get(*at)
            .is_some_and(|it| places.parent_code(it).is_empty())
    };
    let others = || all.clone().filter(is_top).filter(|at| *at != country);
    let is_open = places.whole().is_none()
        && !places.names().any(|it| is_elsewhere(it) && !is_country(it))
        && is_top(&country);
    // A whole stands before or behind its parts; a town called Poland among others.
    let is_at_end = country == 0 || country + 1 == codes.len();
    let is_town = may_be_town(name(country)) && !is_at_end;
    if !is_open || is_town || codes.len() < FEWEST || others().next().is_none() {
        return;
    }
    let parts: Vec<(usize, usize)> = others().map(|it| (it, country)).collect();
    let figures = figures(table, groups);
    // In the midst of the others it is a whole by its counts only: Wales in Massachusetts, Belgique among countries
    // that are called in another language.
    let is_none = !is_at_end && is_as_large(&parts, &figures) != Some(true);
    if !is_none && !is_contradicted(&parts, &figures) {
        places.make_whole(&[codes[country]]);
    }
}

/// Makes a sum by its name the whole of the others where it is the only one, and puts several of them above the
/// others; so it does with groups of countries among these. Gives those that it put above.
pub(in crate::intake) fn by_total(
    table: &Observations,
    groups: &Groups,
    places: &mut Places,
) -> Vec<String> {
    let codes: Vec<&str> = table.area.dictionary.texts().skip(1).collect();
    let is_open = |at: &usize| {
        let code = codes.get(*at).copied().unwrap_or_default();
        let holds = |it: &&str| places.parent_code(it) == code;
        !places.is_whole(code) && places.parent_code(code).is_empty() && !codes.iter().any(holds)
    };
    let name = |at: usize| codes.get(at).map_or("", |it| places.name(it));
    let all = 0..codes.len();
    let named: Vec<usize> = all.clone().filter(|it| names_total(name(*it))).collect();
    let totals: Vec<usize> = named.into_iter().filter(is_open).collect();
    let countries = all
        .clone()
        .filter(|it| is_country(name(*it)))
        .take(2)
        .count();
    let of_countries = all
        .clone()
        .filter(|it| countries > 1 && is_of_countries(name(*it)));
    let mut above: Vec<usize> = of_countries.filter(is_open).collect();
    if let [total] = totals[..]
        && above.is_empty()
        && places.whole().is_none()
        && codes.len() >= FEWEST
    {
        let others = all.filter(|it| *it != total);
        let parts: Vec<(usize, usize)> = others.map(|it| (it, total)).collect();
        if !is_contradicted(&parts, &figures(table, groups)) {
            places.make_whole(&[codes[total]]);
        }
        return Vec::new();
    }
    above.extend(totals);
    for at in &above {
        places.set_tier(codes[*at], 1);
    }
    above.into_iter().map(|at| codes[at].to_string()).collect()
}

/// The areas of which the names of others begin with the whole name, a city with its districts, each of these
/// with it, as places in the list of codes: 札幌市 and 札幌市中央区.
pub(in crate::intake) fn by_prefix(codes: &[&str], places: &Places) -> Vec<(usize, usize)> {
    const LEVELS: &[char] = &[
        '省', '州', '都', '道', '府', '県', '市', '县', '縣', '区', '區', '镇', '鎮', '乡', '鄉',
    ];
    let names = || codes.iter().map(|it| places.name(it));
    let known: FxHashMap<&str, usize> = names().zip(0..).collect();
    let whole = |name: &str| {
        let mut ends = name.char_indices().rev().skip(2);
        ends.find_map(|(at, last)| {
            let head = name.get(..at + last.len_utf8())?;
            known.get(head).copied().filter(|_| LEVELS.contains(&last))
        })
    };
    let found = names()
        .enumerate()
        .filter_map(|(at, name)| Some((at, whole(name)?)));
    let found: Vec<(usize, usize)> = found.collect();
    let mut counts: FxHashMap<usize, usize> = FxHashMap::default();
    for (_, whole) in &found {
        *counts.entry(*whole).or_default() += 1;
    }
    let is_of_several = |it: &(usize, usize)| counts.get(&it.1).is_some_and(|it| *it > 1);
    found.into_iter().filter(is_of_several).collect()
}

/// True where counts of a country are smaller than those of a part of it more often than not. Less than all together
/// they are where some of these lie in others. Rates of some parts alone say nothing.
fn is_contradicted(parts: &[(usize, usize)], figures: &[Figures]) -> bool {
    let (mut outside, mut checked) = (0, 0);
    for_each_whole(parts, figures, &mut |figure, of_parts| {
        if is_counted(figure, of_parts) {
            let [_, largest] = ends(of_parts);
            checked += 1;
            outside += usize::from(figure < largest - NEARLY * largest.abs());
        }
    });
    outside * 2 > checked
}

/// The least and the largest of some figures.
fn ends(figures: &[f64]) -> [f64; 2] {
    let least = figures.iter().copied().fold(f64::INFINITY, f64::min);
    [
        least,
        figures.iter().copied().fold(f64::NEG_INFINITY, f64::max),
    ]
}

/// True of figures that may be numbers of things.
fn is_counted(figure: f64, others: &[f64]) -> bool {
    figure.fract() == 0.0 && others.iter().all(|it| it.fract() == 0.0)
}
