//! Several years in one, as rates of three years are told: `2017-19`, `2015 - 2017`,
//! `2017/18 to 2019/20`, `2017年至2019年`. A year and two digits that may be a month are read so only
//! where the column says it.

use crate::intake::when::{digits, split_year};
use crate::model::Period;

/// What stands between the first year and the last.
const BETWEEN: [&str; 4] = [" to ", " bis ", " - ", "-"];

/// Reads a span of years, folded; `is_no_month` says that `2009-11` is no month.
pub(in crate::intake) fn span(text: &str, is_no_month: bool) -> Option<Period> {
    let (first, last) = years(text)?;
    // Of 2009-11 the two digits may be a month, of 2009-2011 and 2009/10 to 2010/11 not.
    let is_open = !text.contains('/') && digits_at_end(text) == 2 && last % 100 <= 12;
    if is_open && !is_no_month {
        return None;
    }
    Period::interval(Period::month(first, 1)?, Period::month(last, 12)?)
}

fn digits_at_end(text: &str) -> usize {
    let digits = text.bytes().rev().take_while(u8::is_ascii_digit);
    digits.count()
}

/// How many years lie between the two that a text states.
pub(in crate::intake) fn years_between(text: &str) -> Option<u16> {
    years(text).map(|(first, last)| last - first)
}

/// The first year and the last one.
fn years(text: &str) -> Option<(u16, u16)> {
    let text = text.replace(['至', '到', '~', '～'], "-");
    let parts = BETWEEN.iter().find_map(|mark| text.split_once(mark));
    let (first, last) = parts?;
    let [first, last] = [first, last].map(|part| {
        let part = part.trim();
        part.strip_suffix('年').unwrap_or(part)
    });
    let (from, is_split) = match digits(first, 4, 4) {
        Some(year) => (year, false),
        None => (begun(first, "")?, true),
    };
    let century = first.get(..2)?;
    let to = match (is_split, last.len()) {
        (false, 4) => digits(last, 4, 4)?,
        (false, 2) => from / 100 * 100 + digits(last, 2, 2)?,
        (true, 7) => begun(last, "")?,
        (true, 5) => begun(last, century)?,
        _ => return None,
    };
    (to > from && Period::year(to).is_some()).then_some((from, to))
}

/// The year in which `2017/18` begins; of `19/20` the century stands before.
fn begun(text: &str, century: &str) -> Option<u16> {
    let text = [century, text].concat();
    // 2017-18 between marks that part spans as well would be of three parts.
    let is_split = text.contains('/') && split_year(&text, true).is_some();
    is_split.then(|| digits(text.get(..4)?, 4, 4)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_of_years_are_told_from_months() {
        let check = |text: &str, no_month: bool, expected: &str| {
            let found = span(text, no_month).map(|it| it.to_string());
            assert_eq!(found.unwrap_or_default(), expected, "{text}");
        };
        check("2017-19", false, "2017-01/2019-12");
        check("2015 - 17", false, "2015-01/2017-12");
        check("2015-2017", false, "2015-01/2017-12");
        check("2009-2011", false, "2009-01/2011-12");
        check("2015 to 2017", false, "2015-01/2017-12");
        check("2017/18 to 2019/20", false, "2017-01/2019-12");
        check("2017/18 - 2019/20", false, "2017-01/2019-12");
        check("2017/18 - 19/20", false, "2017-01/2019-12");
        check("2017/18-19/20", false, "2017-01/2019-12");
        check("2017年至2019年", false, "2017-01/2019-12");
        check("2017-2019年", false, "2017-01/2019-12");
        // A month, unless the column says that there are none.
        check("2009-11", false, "");
        check("2009-11", true, "2009-01/2011-12");
        // None of them.
        for text in [
            "2019-17",
            "2017-",
            "2017/18",
            "2017/19 to 2019/20",
            "17-19",
            "2017/18 to 2019",
            "2020-03",
            "abc",
        ] {
            check(text, false, "");
        }
    }
}
