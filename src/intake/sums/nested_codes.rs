//! Codes that say by themselves which area lies in which: `110000` over `110101`, `01000` over `01003`,
//! `DE` over `DE1`, `E92000001` over `E06000047`. Believed only where the figures do not contradict them.

use crate::intake::sums::series::Figures;
use crate::intake::vocabulary::entities::{entity_above, entity_rank, is_union};
use crate::intake::vocabulary::registers::{identifier_above, is_division};
use rustc_hash::{FxHashMap, FxHashSet};

/// The areas that lie in others by their codes, each with the nearest of these that the table has, as places
/// in the list of codes. `figures` gives those by which this could be contradicted.
pub(in crate::intake) fn nested(
    codes: &[&str],
    figures: &dyn Fn() -> Vec<Figures>,
) -> Vec<(usize, usize)> {
    let known: FxHashMap<&str, usize> = codes.iter().copied().zip(0..).collect();
    let is_of_china = || codes.iter().all(|it| is_division(it));
    if let Some(found) = parts(codes, &known, identifier_above)
        .or_else(|| parts(codes, &known, padded).filter(|_| is_of_china()))
        && !is_refuted(&found, &figures())
    {
        return found;
    }
    let ways: [Above; 3] = [padded, prefix, entity_above];
    let found = ways.iter().filter_map(|above| parts(codes, &known, *above));
    let found = found.chain(stems(codes, &known));
    let mut sound = found.filter(|it| {
        let is_whole = is_full(codes.len(), it);
        !it.is_empty() && !is_by_chance(codes, it) && !is_contradicted(it, &figures(), is_whole)
    });
    sound.next().unwrap_or_default()
}

/// Codes each of which begins with that of another one, but for the shortest: `01` and `01001`, `11A` and `11A1312`,
/// `01` and `01.511`.
/// None where one does not, or where only a sign is added, as to numbers that count on.
fn stems(codes: &[&str], known: &FxHashMap<&str, usize>) -> Option<Vec<(usize, usize)>> {
    const SHORTEST: usize = 2;
    const LEAST_ADDED: usize = 2;
    let shortest = codes.iter().map(|it| it.len()).min()?;
    let is_sign = |it: u8| it.is_ascii_digit() || it.is_ascii_uppercase() || it == b'.';
    let is_code = |it: &&str| it.bytes().all(is_sign) && it.bytes().any(|it| it.is_ascii_digit());
    if shortest < SHORTEST || !codes.iter().all(is_code) {
        return None;
    }
    let mut found = Vec::new();
    for (at, code) in codes.iter().enumerate().filter(|it| it.1.len() > shortest) {
        let ends = (shortest..=code.len() - LEAST_ADDED.min(code.len())).rev();
        let mut above = ends.filter_map(|end| known.get(code.get(..end)?).copied());
        found.push((at, above.next()?));
    }
    let length = |at: usize| codes.get(at).map_or(0, |it| it.len());
    found.sort_by_key(|it| std::cmp::Reverse(length(it.0)));
    Some(found)
}

/// True of numbers of five digits of which more groups have none that ends in zeros than one: numbers of schools, of
/// which one happens to be 62000.
fn is_by_chance(codes: &[&str], parts: &[(usize, usize)]) -> bool {
    let group = |at: &usize| {
        codes
            .get(*at)
            .and_then(|it| it.get(..2))
            .unwrap_or_default()
    };
    let is_number = |it: &&str| it.len() == FIPS_DIGITS && it.bytes().all(|it| it.is_ascii_digit());
    let all: FxHashSet<&str> = codes.iter().filter_map(|it| it.get(..2)).collect();
    let held: FxHashSet<&str> = parts.iter().map(|it| group(&it.1)).collect();
    codes.iter().all(is_number) && held.len() * 2 < all.len()
}

/// True where the figures refute codes of which each says its level: several times, and never otherwise, those of
/// wholes are smaller than the least of their parts. Of some of the parts alone neither sums nor means say more.
fn is_refuted(parts: &[(usize, usize)], figures: &[Figures]) -> bool {
    let (mut below, mut checked) = (0, 0);
    for_each_whole(parts, figures, &mut |figure, of_parts| {
        let least = of_parts.iter().copied().fold(f64::INFINITY, f64::min);
        checked += 1;
        below += usize::from(figure < least - NEARLY * least.abs());
    });
    checked > 1 && below == checked
}

/// Gives each figure of a whole with those of its parts.
pub(in crate::intake) fn for_each_whole(
    parts: &[(usize, usize)],
    figures: &[Figures],
    take: &mut dyn FnMut(f64, &[f64]),
) {
    let mut of_whole: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    for (part, whole) in parts {
        of_whole.entry(*whole).or_default().push(*part);
    }
    for by_area in figures {
        for (whole, parts) in &of_whole {
            let of_parts = parts.iter().filter_map(|part| by_area.get(part).copied());
            let of_parts: Vec<f64> = of_parts.collect();
            if let Some(figure) = by_area.get(whole).filter(|_| !of_parts.is_empty()) {
                take(*figure, &of_parts);
            }
        }
    }
}

/// The codes of the areas that one may lie in, the nearest first; none where it is no code of that kind.
type Above = fn(&str) -> Option<Vec<String>>;

/// Digits of the number of a county in the United States.
const FIPS_DIGITS: usize = 5;
/// Codes are of so few levels.
const MOST_DEPTH: usize = 8;

/// Every area with the nearest above it that stands in the table, the deepest first; none where a code is of another kind, or
/// where each holds one at most.
fn parts(
    codes: &[&str],
    known: &FxHashMap<&str, usize>,
    above: Above,
) -> Option<Vec<(usize, usize)>> {
    let mut found = Vec::new();
    for (at, code) in codes.iter().enumerate().filter(|it| !is_union(it.1)) {
        let mut candidates = above(code)?.into_iter();
        let nearest = candidates.find_map(|it| known.get(it.as_str()).copied());
        found.extend(nearest.map(|nearest| (at, nearest)));
    }
    let holders: FxHashSet<usize> = found.iter().map(|it| it.1).collect();
    let above: FxHashMap<usize, usize> = found.iter().copied().collect();
    let depth = |at: usize| {
        let steps = std::iter::successors(Some(at), |at| above.get(at).copied());
        steps.take(MOST_DEPTH).count()
    };
    found.sort_by_key(|it| std::cmp::Reverse(depth(it.0)));
    (found.len() > holders.len()).then_some(found)
}

/// Codes of one length, of pairs and triples of digits of which the last are zeros where an area is not
/// divided further.
fn padded(code: &str) -> Option<Vec<String>> {
    // State and county (FIPS); province, city, county (GB/T 2260); and street and community below these
    // (the codes of the National Bureau of Statistics).
    let ends: &[usize] = match code.len() {
        5 => &[2, 0],
        6 => &[4, 2],
        // Voivodeship, powiat, gmina (TERYT).
        7 => &[4, 2, 0],
        9 => &[6, 4, 2],
        12 => &[9, 6, 4, 2],
        _ => return None,
    };
    if !code.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    let above = ends.iter().map(|end| {
        let zeros = "0".repeat(code.len() - end);
        format!("{}{zeros}", &code[..*end])
    });
    Some(above.filter(|above| above != code).collect())
}

/// Codes that begin with that of what they lie in: the two letters of a country, then a character for each
/// step (NUTS, Regulation (EC) No 1059/2003), or a hyphen and what tells parts apart (ISO 3166-2).
fn prefix(code: &str) -> Option<Vec<String>> {
    let (country, rest) = code.split_at_checked(2)?;
    let is_sound = |it: u8| it.is_ascii_uppercase() || it.is_ascii_digit();
    let is_step = rest.len() <= 3 && rest.bytes().all(is_sound);
    let is_part = rest
        .strip_prefix('-')
        .is_some_and(|part| (1..=3).contains(&part.len()) && part.bytes().all(is_sound));
    if !country.bytes().all(|it| it.is_ascii_uppercase()) || !(is_step || is_part) {
        return None;
    }
    let ends = match is_part {
        true => vec![2],
        false => (2..code.len()).rev().collect(),
    };
    Some(
        ends.into_iter()
            .map(|end| code[..end].to_string())
            .collect(),
    )
}

/// Areas of larger kinds than others of the same whole, by their codes, with the tier in which they stand,
/// the uppermost being 1. `wholes` are what they lie in, in step; blank where one lies in none.
pub(in crate::intake) fn larger<'c>(codes: &[&'c str], wholes: &[String]) -> Vec<(&'c str, usize)> {
    let mut ranks: FxHashMap<&str, Vec<u8>> = FxHashMap::default();
    // Counties of England are larger than districts, and stand beside unitary authorities.
    let has_districts = codes.iter().any(|it| it.starts_with(DISTRICT));
    let entity_rank = |code: &str| match code.starts_with(COUNTY) && !has_districts {
        true => entity_rank(UNITARY),
        false => entity_rank(code),
    };
    for (code, whole) in codes.iter().zip(wholes) {
        ranks.entry(whole).or_default().push(entity_rank(code));
    }
    for list in ranks.values_mut() {
        list.sort_unstable();
        list.dedup();
    }
    let tier = |(code, whole): (&&'c str, &String)| {
        let list = ranks.get(whole.as_str())?;
        let at = list.iter().position(|rank| *rank == entity_rank(code))?;
        (at + 1 < list.len()).then_some((*code, at + 1))
    };
    codes.iter().zip(wholes).filter_map(tier).collect()
}

/// How codes of two-tier counties, of the districts in them and of authorities of one tier begin.
const COUNTY: &str = "E10";
const DISTRICT: &str = "E07";
const UNITARY: &str = "E06000001";

/// True where figures of wholes are none: smaller than the least of their parts, or larger than the largest
/// and yet less than all together. A mean may be so where a table lists some of the parts alone; then the
/// numbers of things must speak for it.
pub(in crate::intake) fn is_contradicted(
    parts: &[(usize, usize)],
    figures: &[Figures],
    is_full: bool,
) -> bool {
    let (mut sums, mut outside, mut checked) = (0, 0, 0);
    for_each_whole(parts, figures, &mut |figure, of_parts| {
        let least = of_parts.iter().copied().fold(f64::INFINITY, f64::min);
        let largest = of_parts.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let sum: f64 = of_parts.iter().sum();
        let is_sum = figure >= sum - NEARLY * sum.abs();
        let is_inside = figure >= least - NEARLY * least.abs() && figure <= largest;
        checked += 1;
        outside += usize::from(!is_sum && !is_inside);
        sums += usize::from(is_sum && figure > largest);
    });
    match is_full {
        true => outside > sums && outside * 2 > checked,
        false => outside > sums,
    }
}

/// True where each area holds others or lies in one, of several that hold others: no chance.
pub(in crate::intake) fn is_full(count: usize, parts: &[(usize, usize)]) -> bool {
    let holders: FxHashSet<usize> = parts.iter().map(|it| it.1).collect();
    let held: FxHashSet<usize> = parts.iter().map(|it| it.0).collect();
    holders.len() > 1 && held.union(&holders).count() == count
}

/// Figures are rounded.
const NEARLY: f64 = 0.005;

#[cfg(test)]
mod tests {
    use super::*;

    fn told(codes: &str, figures: &[&[f64]]) -> String {
        let codes: Vec<&str> = codes.split(' ').collect();
        let by_area = |list: &&[f64]| -> Figures { (0..).zip(list.iter().copied()).collect() };
        let figures = || figures.iter().map(by_area).collect();
        let found: Vec<(&str, &str)> = nested(&codes, &figures)
            .iter()
            .map(|it| (codes[it.0], codes[it.1]))
            .collect();
        let whole = |code: &&str| {
            let mut parts = found.iter();
            parts
                .find(|it| it.0 == *code)
                .map_or("", |it| it.1)
                .to_string()
        };
        let wholes: Vec<String> = codes.iter().map(whole).collect();
        let tiers = larger(&codes, &wholes).into_iter();
        let tiers = tiers.map(|it| format!("{}={}", it.0, it.1));
        let parts = found.iter().map(|it| format!("{}<{}", it.0, it.1));
        parts.chain(tiers).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_codes_say() {
        let check = |codes: &str, expected: &str| assert_eq!(told(codes, &[]), expected);
        check(
            "110000 110101 110102 120000 120101 120102",
            "110101<110000 110102<110000 120101<120000 120102<120000",
        );
        check(
            "00000 01000 01001 01003",
            "01001<01000 01003<01000 01000<00000",
        );
        check("DE DE1 DE11 DE12 DE2", "DE11<DE1 DE12<DE1 DE1<DE DE2<DE");
        check("CN CN-11 CN-12", "CN-11<CN CN-12<CN");
        check(
            "E06000001 E06000002 E12000001 E92000001",
            "E06000001<E92000001 E06000002<E92000001 E12000001<E92000001 E12000001=1",
        );
        check("E06000001 E06000002 E12000001", "E12000001=1");
        check("EU27_2020 AT BE DE", "EU27_2020=1");
        check(
            "K04000001 E92000001 W92000004 E10000001 E07000001",
            "E10000001<E92000001 E07000001<E92000001 E92000001<K04000001 W92000004<K04000001 \
             E10000001=1",
        );
        // Counties without their districts stand beside authorities of one tier.
        check(
            "E92000001 E12000008 E10000016 E06000035",
            "E12000008<E92000001 E10000016<E92000001 E06000035<E92000001 E12000008=1",
        );
        // Numbers and wards that happen to begin alike.
        check("1 10 11 12 2", "");
        check("WARD1 WARD10 WARD11 WARD2", "");
        check("E06000001 E06000002 E06000003", "");
        check("330106 330108 330110", "");
    }

    #[test]
    fn figures_that_contradict_the_codes() {
        let codes = "01000 01010 01020 02000 02010 02020";
        let as_rates: &[f64] = &[5.0, 4.0, 6.0, 7.0, 6.5, 7.5];
        let as_counts: &[f64] = &[10.0, 4.0, 6.0, 14.0, 6.5, 7.5];
        let otherwise: &[f64] = &[1.0, 4.0, 6.0, 8.0, 6.5, 7.5];
        assert!(!told(codes, &[as_rates, as_counts]).is_empty());
        assert_eq!(told(codes, &[otherwise]), "");
        // Codes that each say their level are believed beside some of the parts, and not below all of them.
        let (two, ids) = (
            "330000 330100 330200",
            "2021A000011124 2021A000224 2021A000235",
        );
        let (beyond, below): (&[f64], &[f64]) = (&[9.1, 8.5, 7.2], &[5.1, 8.5, 7.2]);
        assert_eq!(told(two, &[beyond]), "330100<330000 330200<330000");
        assert_eq!(told(two, &[below, beyond]), told(two, &[]));
        assert_eq!(told(two, &[below, below]), "");
        let nested = "2021A000224<2021A000011124 2021A000235<2021A000011124";
        assert_eq!(told(ids, &[beyond]), nested);
        // No city is numbered so.
        assert_eq!(told("330000 330001 330002", &[beyond]), "");
    }
}
