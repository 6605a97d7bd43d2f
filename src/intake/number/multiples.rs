//! Numbers with a word or a letter for what they are multiplied by, such as `1.2亿` beside `3456万` and
//! `$850K` beside `$1.2M`. One by one they are numbers of a unit; a column of several is read in full.

use crate::intake::number::row_signs::OF_ROWS;
use crate::intake::vocabulary::kinds::is_scaled;
use crate::intake::vocabulary::narrow;
use crate::intake::vocabulary::numbers::{CURRENCIES, SCALE_ENDS, SCALED_SIGNS};

/// What the sign of a column begins with whose numbers are read in full; what follows is the unit.
pub(in crate::intake) const SCALED: char = '×';

/// A number set apart from what it is multiplied by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::intake) struct Parts<'t> {
    pub negative: bool,
    /// The digits and their marks.
    pub body: &'t str,
    /// The power of ten.
    pub power: u8,
    /// The unit; blank where there is none.
    pub base: &'t str,
    /// True where the letter may stand for something else: metres, a footnote.
    is_open: bool,
    is_latin: bool,
}

/// Sets a number apart, the text folded; none where it is no number.
pub(in crate::intake) fn parts(text: &str) -> Option<Parts<'_>> {
    let text = text.trim();
    let (mut negative, mut rest) = (false, text);
    if let Some(body) = rest.strip_prefix('-') {
        (negative, rest) = (true, body.trim_start());
    }
    let currency = CURRENCIES.iter().find(|it| rest.starts_with(*it));
    let currency = currency.and_then(|it| rest.get(..it.len())).unwrap_or("");
    rest = rest.get(currency.len()..)?.trim_start();
    if let Some(body) = rest.strip_prefix('-').filter(|_| !negative) {
        (negative, rest) = (true, body);
    }
    let end = SCALE_ENDS.iter().find(|(end, ..)| rest.ends_with(end));
    let (word, power, base) = end.copied().unwrap_or(("", 0, ""));
    let body = rest.strip_suffix(word)?.trim_end();
    let is_part = |it: u8| it.is_ascii_digit() || matches!(it, b'.' | b',' | b' ' | b'\'');
    let ends_in_digit = body.ends_with(|it: char| it.is_ascii_digit());
    if !ends_in_digit || !body.bytes().all(is_part) || !currency.is_empty() && !base.is_empty() {
        return None;
    }
    Some(Parts {
        negative,
        body,
        power,
        base: if base.is_empty() { currency } else { base },
        is_open: currency.is_empty() && matches!(word, "m" | "b"),
        is_latin: !word.is_empty() && word.is_ascii(),
    })
}

/// The sign of a column whose numbers are to be read in full; none of any other. `unit` is what its name
/// states.
pub(in crate::intake) fn sign_of_column(cells: &[&str], unit: &str) -> Option<&'static str> {
    if is_scaled(unit) {
        return None;
    }
    let mut found: Vec<Parts<'_>> = Vec::new();
    let folded: Vec<String> = cells.iter().map(|cell| folded(cell)).collect();
    let filled = folded.iter().filter(|text| holds_digit(text));
    let count = filled.clone().count();
    found.extend(filled.filter_map(|text| parts(text)));
    let first = found.iter().find(|it| it.power > 0)?;
    let is_of = |it: &&Parts<'_>| it.base == first.base;
    let same = found.iter().filter(is_of);
    let differ = same.clone().any(|it| it.power != first.power);
    // 12k everywhere is 12,000; 3456万 everywhere is told in 万.
    let is_sure = same.clone().any(|it| it.is_latin && !it.is_open);
    let is_open = same.clone().any(|it| it.is_open);
    // 51.6M and 2.4B: metres and footnotes are written otherwise. 800m beside 1200 is open.
    let is_large = is_open && is_large(cells);
    let is_scale = is_sure || is_large || differ && !is_open;
    let all = same.count();
    if !is_scale || all * 2 <= count {
        return None;
    }
    SCALED_SIGNS
        .into_iter()
        .find(|sign| sign.strip_prefix(SCALED) == Some(first.base))
}

/// True where all cells that hold a number end in a capital M or B behind it, some of them behind a fraction.
fn is_large(cells: &[&str]) -> bool {
    let mut letters = cells
        .iter()
        .filter(|cell| holds_digit(cell))
        .map(|cell| (cell.trim().chars().next_back(), cell.contains(['.', ','])));
    let mut has_fraction = false;
    let are_all = letters.all(|(letter, fraction)| {
        has_fraction |= fraction;
        letter.is_some_and(|it| matches!(it, 'M' | 'B' | 'K' | 'k'))
    });
    are_all && has_fraction
}

/// The unit of a column's sign.
pub(in crate::intake) fn unit_of_sign(sign: &str) -> &str {
    match sign {
        OF_ROWS => "",
        sign => sign.strip_prefix(SCALED).unwrap_or(sign).trim(),
    }
}

/// The digits and their marks of a number that a word or a letter surely multiplies.
pub(in crate::intake) fn body_of(text: &str) -> Option<String> {
    let text = folded(text);
    let parts = parts(&text).filter(|it| it.is_latin && !it.is_open)?;
    Some(parts.body.to_string())
}

fn holds_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}

fn folded(text: &str) -> String {
    text.chars()
        .map(narrow)
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_read_in_full_where_they_say_it() {
        let check = |cells: &[&str], unit: &str, expected: Option<&str>| {
            assert_eq!(sign_of_column(cells, unit), expected, "{cells:?}");
        };
        check(&["1.2亿", "3456万", "9800万"], "", Some("×"));
        check(&["3.2万", "9800", "1.5万"], "", Some("×"));
        check(&["1.2亿元", "3456万元"], "", Some("×元"));
        check(&["$1.2M", "$850K", "$2.0M"], "", Some("×$"));
        check(&["$1.2M", "$2.0M"], "", Some("×$"));
        check(&["12k", "15k", "9k"], "", Some("×"));
        // One scale for all is a unit; a unit of the name says what those without one are.
        check(&["3456万", "9800万"], "", None);
        check(&["3.2万", "9800"], "万人", None);
        check(&["51.6M", "11.9M", "3M"], "", Some("×"));
        check(&["2.42B", "950M"], "", Some("×"));
        // Metres, footnotes.
        check(&["51M", "11M"], "", None);
        check(&["5.1m", "1.9m"], "", None);
        check(&["800m", "1200m"], "", None);
        check(&["800m", "1200"], "", None);
        check(&["12b", "13", "14"], "", None);
        check(&["12", "13", ""], "", None);
        check(&["甲区1", "乙区2"], "", None);
    }
}
