//! Marks behind a year that speak of its figures and not of the year: `2021p`, `2022 (est.)`,
//! `2022年(初步)`.

use crate::intake::vocabulary::parts::is_status;
use crate::intake::vocabulary::time::YEAR_TAILS;
use crate::intake::when::name::year_places;

/// A text without the mark behind its year, and the mark.
pub(in crate::intake) fn without_status(text: &str) -> Option<(String, String)> {
    let places = year_places(text);
    if places.is_empty() {
        return without_bracket(text);
    }
    // Of 2021/22p and 2020-2021 (est.) the mark stands behind the last digits.
    let first = *places.first()?;
    let rest = text.get(first..)?;
    let digits = rest
        .char_indices()
        .take_while(|(_, it)| it.is_ascii_digit() || matches!(it, '/' | '-' | '–'))
        .last()
        .map(|(at, it)| first + at + it.len_utf8())?;
    let after = text.get(digits..)?;
    let year_tail = YEAR_TAILS.iter().find(|tail| after.starts_with(**tail));
    let end = digits + year_tail.map_or(0, |tail| tail.len());
    let (start, mark, stop) = mark_at(text, end)?;
    let kept = [text.get(..start)?, text.get(stop..)?].concat();
    Some((kept.trim_end().to_string(), mark))
}

/// The same of a year of two digits, where the mark stands in brackets: `Oct-23(p)`.
fn without_bracket(text: &str) -> Option<(String, String)> {
    let (kept, mark) = text.trim_end().strip_suffix(')')?.rsplit_once('(')?;
    let kept = kept.trim_end();
    let is_mark = is_status(&mark.trim().to_lowercase(), true);
    let is_behind = kept.ends_with(|it: char| it.is_ascii_digit());
    (is_mark && is_behind).then(|| (kept.to_string(), mark.trim().to_string()))
}

/// The mark that begins at a place behind a year: where it begins, itself, where it ends.
fn mark_at(text: &str, end: usize) -> Option<(usize, String, usize)> {
    let after = text.get(end..)?;
    let inner = after.trim_start();
    let skipped = after.len() - inner.len();
    for (open, close) in [('(', ')'), ('[', ']'), ('（', '）')] {
        if let Some(rest) = inner.strip_prefix(open) {
            let mark = rest.get(..rest.find(close)?)?;
            let stop = end + skipped + open.len_utf8() + mark.len() + close.len_utf8();
            let is_mark = is_status(&mark.trim().to_lowercase(), true);
            return is_mark.then(|| (end, mark.trim().to_string(), stop));
        }
    }
    let length = |it: char| it.is_whitespace() || matches!(it, '_' | '-' | ',' | '/' | '(' | ';');
    let word = inner.split(length).next().filter(|word| !word.is_empty())?;
    // A word behind a blank, a letter without one.
    let folded = word.to_lowercase();
    let is_letter = word.len() == 1;
    let is_written = match skipped {
        0 => is_letter || !word.is_ascii(),
        _ => !is_letter,
    };
    let is_mark = is_written && is_status(&folded, false);
    is_mark.then(|| (end, word.to_string(), end + skipped + word.len()))
}

/// The text without the signs that footnotes have: `2022 2e kwartaal*`.
pub(in crate::intake) fn without_star(text: &str) -> &str {
    text.trim_end_matches(['*', '†', '‡', '¹', '²', '³', '⁴', '⁵'])
        .trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_figures_are_taken_off_their_year() {
        for (text, expected) in [
            ("2021p", Some(("2021", "p"))),
            ("2019r", Some(("2019", "r"))),
            ("2021(P)", Some(("2021", "P"))),
            ("2022 (est.)", Some(("2022", "est."))),
            ("2022年(初步)", Some(("2022年", "初步"))),
            ("2022年预计", Some(("2022年", "预计"))),
            ("2022 provisional", Some(("2022", "provisional"))),
            ("2021/22p", Some(("2021/22", "p"))),
            ("Population 2021p", Some(("Population 2021", "p"))),
            ("2021p population", Some(("2021 population", "p"))),
            ("2021 p", None),
            ("2021pop", None),
            ("2021f", None),
            ("2021 population", None),
            ("2021", None),
            ("est. 12", None),
        ] {
            let found = without_status(text);
            let expected = expected.map(|(kept, mark)| (kept.to_string(), mark.to_string()));
            assert_eq!(found, expected, "{text}");
        }
    }
}
