//! An estimate and how exact it is in one cell: `98.5 (90.1, 107.2)`, `98.5 [90.1-107.2]`, `98.5 ± 4.2`. What
//! stands behind the estimate is left aside only where it can be nothing else: two limits around it, or a
//! margin.

use crate::intake::DecimalMark;
use crate::intake::columns::Column;
use crate::intake::vocabulary::intervals::LIMIT_HEADS;
use crate::intake::vocabulary::narrow;
use crate::model::read_number;

/// What stands between two limits; the longer first, since a comma or a dash may be part of a number.
const BETWEEN: [&str; 10] = [";", " to ", " bis ", " - ", " – ", ", ", "~", "–", "-", ","];
const MARGINS: [&str; 3] = ["±", "+/-", "+-"];

/// The estimate of a cell, the text folded; none where it is none with its limits.
pub(in crate::intake) fn estimate(text: &str, mark: DecimalMark) -> Option<&str> {
    let (estimate, rest) = parts(text)?;
    let number = |text: &str| {
        let text = text.trim().trim_end_matches('%').trim_end();
        let text = text.replace(['−', '–'], "-").replace(' ', "");
        let text = match mark {
            DecimalMark::Point => text.replace(',', ""),
            DecimalMark::Comma => text.replace('.', "").replace(',', "."),
        };
        let is_part = |it: u8| it.is_ascii_digit() || matches!(it, b'.' | b'-');
        let is_number = text.bytes().all(is_part);
        read_number(&text).filter(|it| it.is_finite() && is_number)
    };
    let value = number(estimate)?;
    let Rest::Limits(limits) = rest else {
        return Some(estimate);
    };
    let is_around = |between: &&str| {
        // The first sign may be a minus.
        let places = limits.match_indices(*between).filter(|(at, _)| *at > 0);
        places.into_iter().any(|(at, _)| {
            let (low, high) = (limits.get(..at), limits.get(at + between.len()..));
            let pair = low.and_then(number).zip(high.and_then(number));
            pair.is_some_and(|(low, high)| low <= value && value <= high && low < high)
        })
    };
    BETWEEN.iter().any(is_around).then_some(estimate)
}

enum Rest<'t> {
    /// Between brackets.
    Limits(&'t str),
    Margin,
}

/// The estimate and what stands behind it.
fn parts(text: &str) -> Option<(&str, Rest<'_>)> {
    // Most cells are numbers and their marks.
    if !text.ends_with([')', ']']) && !text.contains(['±', '+']) {
        return None;
    }
    if let Some((estimate, margin)) = MARGINS.iter().find_map(|it| text.split_once(it)) {
        let is_number = margin.trim().starts_with(|it: char| it.is_ascii_digit());
        let (estimate, margin) = (estimate.trim_end(), margin.trim().trim_end_matches('%'));
        let is_part = |it: u8| it.is_ascii_digit() || matches!(it, b'.' | b',' | b' ');
        let is_so = !estimate.is_empty() && is_number && margin.bytes().all(is_part);
        return is_so.then_some((estimate, Rest::Margin));
    }
    for (open, close) in [('(', ')'), ('[', ']')] {
        if let Some(inner) = text.strip_suffix(close)
            && let Some((estimate, limits)) = inner.split_once(open)
            && !estimate.is_empty()
        {
            let mut limits = limits.trim();
            for head in LIMIT_HEADS {
                let rest = limits.strip_prefix(head);
                limits = rest.map_or(limits, |it| it.trim_start_matches([' ', ':', ',', '=']));
            }
            return Some((estimate.trim_end(), Rest::Limits(limits)));
        }
    }
    None
}

/// What of a cell is a number where limits may stand behind it: the text folded.
pub(in crate::intake) fn bare(text: &str) -> &str {
    let marks = [DecimalMark::Point, DecimalMark::Comma];
    let mut found = marks.into_iter().filter_map(|mark| estimate(text, mark));
    found.next().unwrap_or(text)
}

/// True where a column holds estimates with their limits.
pub(in crate::intake) fn holds_estimates(column: &Column<'_>) -> bool {
    column.values().iter().any(|text| {
        let folded: String = text.chars().map(narrow).collect();
        let folded = folded.to_lowercase();
        bare(folded.trim()) != folded.trim()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn estimates_are_told_from_what_else_stands_in_brackets() {
        let check = |text: &str, mark: DecimalMark, expected: Option<&str>| {
            assert_eq!(estimate(text, mark), expected, "{text}");
        };
        for text in [
            "98.5 (90.1, 107.2)",
            "98.5 (90.1,107.2)",
            "98.5 [90.1-107.2]",
            "98.5(90.1–107.2)",
            "98.5 (90.1 to 107.2)",
            "98.5 (95% ci 90.1 to 107.2)",
            "98.5 (95% ci: 90.1, 107.2)",
            "98.5 (1.5 - 1 107.2)",
            "98.5 (-2.5, 107.2)",
            "98.5 (-2.5 - 1,107.2)",
            "98.5 ± 4.2",
            "98.5±4.2",
            "98.5 +/- 4.2",
        ] {
            check(text, DecimalMark::Point, Some("98.5"));
        }
        check("12% (10%, 14%)", DecimalMark::Point, Some("12%"));
        check("-0.5 (-1.2, 0.3)", DecimalMark::Point, Some("-0.5"));
        check("98,5 (90,1; 107,2)", DecimalMark::Comma, Some("98,5"));
        check("98,5 (90,1-107,2)", DecimalMark::Comma, Some("98,5"));
        // A share, a rank, a note, a span that it does not lie in, a name.
        for text in [
            "98.5 (4)",
            "98 (45%)",
            "98.5",
            "(90.1, 107.2)",
            "98.5 (1, 2)",
            "98.5 (107.2, 90.1)",
            "98.5 (2019-20)",
            "ward 5 (1-9)",
            "±75",
            "a ± 4",
            "98.5 ± x",
            "98.5 (",
            "",
        ] {
            check(text, DecimalMark::Point, None);
        }
    }
}
