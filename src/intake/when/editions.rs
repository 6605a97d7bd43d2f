//! A letter and the two digits of a year before what is counted, as the censuses of France name their columns:
//! `P20_POP` beside `P14_POP`. One name by itself cannot show it, the same with two years can.

use crate::intake::when::{Form, When};
use crate::model::Period;

/// Years of two digits from this on are of the last century.
const TURN: u16 = 60;

/// The letter, the year and what is counted.
fn parts(name: &str) -> Option<(char, u16, &str)> {
    let mut rest = name.trim().chars();
    let letter = rest.next().filter(char::is_ascii_uppercase)?;
    let (digits, counted) = rest.as_str().split_once('_')?;
    let is_year = digits.len() == 2 && digits.bytes().all(|it| it.is_ascii_digit());
    let is_name = counted.starts_with(|it: char| it.is_ascii_alphabetic());
    let year: u16 = digits.parse().ok().filter(|_| is_year && is_name)?;
    let century = if year < TURN { 2000 } else { 1900 };
    Some((letter, century + year, counted))
}

/// True where the names of two columns differ in nothing but the year.
pub(in crate::intake) fn are_beside<'a>(names: impl Iterator<Item = &'a str>) -> bool {
    let mut found: Vec<(char, &str, u16)> = names
        .filter_map(parts)
        .map(|(letter, year, counted)| (letter, counted, year))
        .collect();
    found.sort_unstable();
    let mut pairs = found.windows(2);
    pairs.any(|pair| (pair[0].0, pair[0].1) == (pair[1].0, pair[1].1) && pair[0].2 != pair[1].2)
}

/// The year of such a name, and what is left of it.
pub(in crate::intake) fn read(name: &str) -> Option<(When, String)> {
    let (letter, year, counted) = parts(name)?;
    let when = When {
        period: Period::year(year)?,
        form: Form::ShortYear,
    };
    Some((when, format!("{letter}_{counted}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_before_what_is_counted() {
        let beside = |names: &[&str]| are_beside(names.iter().copied());
        assert!(beside(&["CODGEO", "P20_POP", "P14_POP", "P20_LOG"]));
        for names in [
            &["P20_POP", "P20_LOG"][..],
            &["P20_POP", "C14_POP"],
            &["S1_x", "S2_x"],
            &["Q01_a", "Q01_b"],
        ] {
            assert!(!beside(names), "{names:?}");
        }
        let of = |name: &str| read(name).map(|(when, rest)| (when.period.to_string(), rest));
        assert_eq!(
            of("P14_POP"),
            Some(("2014".to_string(), "P_POP".to_string()))
        );
        assert_eq!(
            of("D68_LOG"),
            Some(("1968".to_string(), "D_LOG".to_string()))
        );
        assert_eq!(of("P2014_POP"), None);
        assert_eq!(of("x20_POP"), None);
    }
}
