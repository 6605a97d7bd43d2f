//! What stands beside the year of a heading and names nothing: the word for a year, and marks of figures that are
//! not final. Lists only, but for where they may stand.

use crate::intake::vocabulary::parts::is_status;
use crate::intake::vocabulary::{folded, has};

/// What a heading names besides its period, without words for a year and without a mark behind it. `rest` is the
/// heading without the period.
pub(in crate::intake) fn without_year_words(heading: &str, rest: &str) -> String {
    const WORDS: &str = "г|г.|гг|гг.|год|года|году|годы|рік|р.|año|años|ano|anos|anno|anni|année|annee|an|jahr|jahre|jaar|rok|roku|év|\
        évi|év.|yıl|yılı|vuosi|år|år.|έτος|year|years|yr|년|년도|年度|ปี|năm|tahun|th.";
    let mut words: Vec<&str> = rest.split_whitespace().collect();
    // A letter or a word that stands right behind the digits speaks of the figures.
    let behind = heading.trim().rsplit_once(char::is_whitespace);
    let behind =
        behind.filter(|(before, _)| before.trim_end().ends_with(|it: char| it.is_ascii_digit()));
    let is_mark = |word: &str| {
        let bare = word.trim_matches(['(', ')', '[', ']', '（', '）']);
        is_status(&folded(bare), bare.len() < word.len())
    };
    if let Some((_, mark)) = behind
        && words.last() == Some(&mark)
        && is_mark(mark)
    {
        words.pop();
    }
    let is_year = |word: &&str| has(WORDS, &word.to_lowercase());
    if words.last().is_some_and(is_year) {
        words.pop();
    }
    if words.first().is_some_and(is_year) {
        words.remove(0);
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_beside_a_year_names_nothing() {
        let check = |heading: &str, rest: &str, expected: &str| {
            assert_eq!(without_year_words(heading, rest), expected, "{heading}");
        };
        check("2022-23 P", "P", "");
        check("2022 r", "r", "");
        check("2022 Q4 (provisional)", "(provisional)", "");
        check("2021 г.", "г", "");
        check("2021 год", "год", "");
        check("Año 2021", "Año", "");
        check("2021. év", "év", "");
        check("Население 2021 г.", "Население г", "Население");
        check("Population 2021 P", "Population P", "Population");
        // A letter that stands elsewhere is a name.
        check("P 2022", "P", "P");
        check("Vitamin E 2022", "Vitamin E", "Vitamin E");
        check("2022 Births", "Births", "Births");
    }
}
