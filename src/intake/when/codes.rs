//! Four digits before names that are codes of what is named, as of post offices, and no years:
//! `2010 Darlinghurst`. One name by itself cannot show it, several beside one another can.

use crate::intake::vocabulary::folded;
use crate::intake::vocabulary::kinds::{is_measured, is_of_things, names_things};
use crate::intake::vocabulary::months::month_number;
use crate::intake::vocabulary::parts::{is_season, is_status, part_name, roman};
use crate::intake::vocabulary::time::says_of_year;
use crate::intake::vocabulary::totals::is_total;
use crate::intake::when::name::year_places;
use crate::intake::when::words::words;

/// The four digits and the name behind them.
pub(in crate::intake) fn with_name(name: &str) -> Option<(&str, &str)> {
    let (digits, rest) = name.trim().split_once(' ')?;
    let is_code = digits.len() == 4 && digits.bytes().all(|it| it.is_ascii_digit());
    let is_name = rest.starts_with(char::is_uppercase)
        && !rest.contains(|it: char| it.is_numeric())
        && !words(&rest.to_lowercase()).into_iter().any(is_of_years);
    (is_code && is_name).then_some((digits, rest.trim()))
}

/// True of a word that goes with a year: a part of it, or what its figures are.
fn is_of_years(word: &str) -> bool {
    is_season(word)
        || is_status(word, true)
        || says_of_year(word)
        || part_name(word).is_some()
        || roman(word).is_some()
        || word.len() > 2 && month_number(word).is_some()
}

/// True where such digits stand before several names, each before another one, and are not all years; or where
/// each is another one and none of the names says that something is counted or measured.
pub(in crate::intake) fn stand_before<'a>(names: impl Iterator<Item = &'a str>) -> bool {
    let found: Vec<(&str, &str)> = names.filter_map(with_name).collect();
    let differ = |of: &dyn Fn(&(&'a str, &'a str)) -> &'a str| {
        let mut texts: Vec<&str> = found.iter().map(of).collect();
        texts.sort_unstable();
        texts.dedup();
        texts.len() == found.len()
    };
    let is_year = |digits: &str| !year_places(digits).is_empty();
    let is_figure = |(_, rest): &(&str, &str)| {
        let words = || rest.split(|it: char| !it.is_alphanumeric());
        names_things(rest) || is_measured(rest) || is_total(rest) || words().any(is_of_things)
    };
    let are_years = found.iter().all(|(digits, _)| is_year(digits));
    found.len() > 1
        && differ(&|it| it.1)
        && (!are_years || differ(&|it| it.0))
        && !found.iter().any(is_figure)
        && !found.iter().any(|(_, rest)| folded(rest).is_empty())
}

#[cfg(test)]
mod tests {
    use super::stand_before;

    #[test]
    fn codes_before_names_are_told_from_years_before_what_is_counted() {
        let check = |names: &[&str], expected: bool| {
            assert_eq!(stand_before(names.iter().copied()), expected, "{names:?}");
        };
        check(&["Month", "2010 Darlinghurst", "2011 Potts Point"], true);
        check(&["2010 Darlinghurst", "3065 Fitzroy"], true);
        check(
            &["2000 Neuchâtel", "2010 Ouest", "2010 Est", "8001 City"],
            true,
        );
        check(&["2010 Darlinghurst"], false);
        check(&["2010 Population", "2011 Population"], false);
        check(&["2010 Population", "2011 Households"], false);
        check(&["2010 Male", "2010 Female", "2011 Male"], false);
        check(&["2010 Q1", "2011 Q2"], false);
        check(&["2010 Jan", "2011 Feb"], false);
        check(&["2010 Autumn", "2011 Spring"], false);
        check(&["2019 Revised", "2020 Provisional"], false);
        check(&["2019 Baseline", "2025 Target"], false);
        check(&["2010", "2011"], false);
    }
}
