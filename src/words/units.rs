//! Units beside names and behind numbers: what a name says already is not said again. It must not know
//! where a name stands.

use super::{value_text, value_with_unit};
use crate::answer::Reading;
use crate::model::{Indicator, Lang};

/// True where a name says a unit itself: as words of its own (Cases per 1,000 households, GDP（万元）) or,
/// where words have no spaces between them, at its end (收入万元). One Chinese character at the end says
/// nothing: 党员中心户 is a name, not a number of 户.
fn says(label: &str, unit: &str) -> bool {
    let (label, unit) = (
        label.trim_end().to_ascii_lowercase(),
        unit.to_ascii_lowercase(),
    );
    // A factor in front makes another unit of it: 10,000 yuan, 百万元, km/h of km.
    let is_other = |before: &str| {
        before
            .trim_end()
            .ends_with(|last: char| last.is_ascii_digit() || "十百千万亿/".contains(last))
    };
    // The tables of all letters would weigh more than the first view has to spare.
    let is_apart = |beside: Option<char>| {
        beside.is_none_or(|it| match it {
            '/' | '-' => false,
            it if it.is_ascii() => !it.is_ascii_alphanumeric(),
            it => matches!(it, '\u{2000}'..='\u{206F}' | '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF1F}'),
        })
    };
    label.match_indices(&unit).any(|(at, _)| {
        let (before, behind) = (&label[..at], &label[at + unit.len()..]);
        let is_word = is_apart(before.chars().next_back()) && is_apart(behind.chars().next());
        let is_end = behind.is_empty() && !unit.is_ascii() && unit.chars().nth(1).is_some();
        !unit.is_empty() && !is_other(before) && (is_word || is_end)
    })
}

/// The unit as it is written beside the name of its indicator; blank where the name says it.
pub fn unit_beside(lang: Lang, indicator: &Indicator) -> &str {
    match indicator.unit.get(lang) {
        unit if says(indicator.label.get(lang), unit) => "",
        unit => unit,
    }
}

/// The unit beside the name where it is a word: a sign stands at the number.
pub fn word_unit(lang: Lang, indicator: &Indicator) -> &str {
    match unit_beside(lang, indicator) {
        "%" | "‰" => "",
        unit => unit,
    }
}

/// A unit as it stands behind a number. One that is itself a number is multiplied with (20 × 10,000 yuan):
/// multiplied out, the figure would no longer be the one in the file, at the axis and in the table, and
/// would end in zeros that nobody counted; in brackets it would read as what the number amounts to.
pub fn unit_behind(unit: &str) -> String {
    match unit.starts_with(|first: char| first.is_ascii_digit()) {
        true => ["× ", unit].concat(),
        false => unit.to_string(),
    }
}

/// The unit behind a value that stands below the name of its indicator: a sign, or a word that the name does
/// not say.
pub fn unit_below(lang: Lang, indicator: &Indicator) -> String {
    match indicator.unit.get(lang) {
        sign @ ("%" | "‰") => sign.to_string(),
        _ => unit_behind(unit_beside(lang, indicator)),
    }
}

/// A value behind the name of its indicator: with its unit, unless that is a word which the name says.
pub fn value_beside(lang: Lang, indicator: &Indicator, reading: &Reading) -> String {
    let is_said = unit_below(lang, indicator).is_empty();
    match value_text(lang, indicator, reading.value).filter(|_| is_said) {
        Some(value) => value,
        None => value_with_unit(lang, indicator, reading),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_its_unit_in_words_of_its_own() {
        let check = |label: &str, unit: &str, expected: bool| {
            assert_eq!(says(label, unit), expected, "{label} in {unit}");
        };
        check("Cases per 1,000 households", "per 1,000 households", true);
        check("Cases per 1,000 Households ", "per 1,000 households", true);
        check("GDP (10,000 yuan, 2019)", "10,000 yuan", true);
        check("GDP (10,000 yuan)", "yuan", false);
        check("Cases open", "cases", true);
        check("Casework", "cases", false);
        check("Speed (km/h)", "km", false);
        check("Office area", "a", false);
        check("Funds", "", false);
        check("Área de la casa", "rea de la casa", false);
        check("每户 · 收入，元", "元", true);
        check("Share (%)", "%", true);
        check("地区生产总值（万元）", "万元", true);
        check("地区生产总值（单位：万元）", "万元", true);
        check("收入万元", "万元", true);
        check("收入百万元", "万元", false);
        check("党员中心户", "户", false);
        check("常住户（户）", "户", true);
        check("每千户专职网格员", "人/千户", false);
        check("每千户受理件/千户", "件/千户", true);
    }

    #[test]
    fn a_unit_that_is_a_number_is_multiplied_with() {
        assert_eq!(unit_behind("10,000 yuan"), "× 10,000 yuan");
        assert_eq!(unit_behind("100 million yuan"), "× 100 million yuan");
        assert_eq!(unit_behind("万元"), "万元");
        assert_eq!(unit_behind("per 100 households"), "per 100 households");
    }
}
