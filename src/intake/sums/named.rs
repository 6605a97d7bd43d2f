//! Areas that are the whole of the others by what they are called, where the figures do not contradict it: one
//! country among places that are none, and City among the parts of a city.

use crate::intake::places::Places;
use crate::intake::sums::groups::Groups;
use crate::intake::sums::nested_codes::for_each_whole;
use crate::intake::sums::series::{Figures, figures};
use crate::intake::vocabulary::countries::{
    is_country, is_elsewhere, is_of_union, is_union, may_be_town,
};
use crate::intake::vocabulary::totals::may_be_whole;
use crate::table::Observations;

/// Fewer areas than these are no country and its parts.
const FEWEST: usize = 3;
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
    let (mut smaller, mut checked, mut means, mut outside) = (0, 0, 0, 0);
    for_each_whole(&parts, &figures(table, groups), &mut |figure, of_parts| {
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
    if smaller * 2 > checked || checked == 0 && means > 0 && outside * 2 > means {
        places.doubt(codes[at]);
    }
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
    let is_open = places.whole().is_none() && !places.names().any(is_elsewhere) && is_top(&country);
    // A whole stands before or behind its parts; a town called Poland among others.
    let is_at_end = country == 0 || country + 1 == codes.len();
    let is_town = may_be_town(name(country)) && !is_at_end;
    if !is_open || is_town || codes.len() < FEWEST || others().next().is_none() {
        return;
    }
    let parts: Vec<(usize, usize)> = others().map(|it| (it, country)).collect();
    if !is_contradicted(&parts, &figures(table, groups)) {
        places.make_whole(&[codes[country]]);
    }
}

/// True where counts of a country are smaller than those of a part of it, or larger than each and yet less than
/// all together, more often than not. Rates of some parts alone say nothing.
fn is_contradicted(parts: &[(usize, usize)], figures: &[Figures]) -> bool {
    let (mut outside, mut checked) = (0, 0);
    for_each_whole(parts, figures, &mut |figure, of_parts| {
        if is_counted(figure, of_parts) {
            let [least, largest] = ends(of_parts);
            let sum: f64 = of_parts.iter().sum();
            let is_sum = figure >= sum - NEARLY * sum.abs();
            let is_inside = figure >= least - NEARLY * least.abs() && figure <= largest;
            checked += 1;
            outside += usize::from(!is_sum && !is_inside);
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
