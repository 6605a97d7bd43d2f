//! Signs and words that make a bound of a number, or that stand for a number too small to be given.

use crate::intake::vocabulary::has;
use crate::intake::vocabulary::numbers::{
    BEFORE, BEHIND, BELOW_BEFORE, BELOW_BEHIND, HIDDEN, MISSING, SCALES, SIGNS,
};
use crate::model::{Bound, Status};

/// A number without the sign or the word that makes a bound of it.
pub(in crate::intake) struct Bounded<'t> {
    pub rest: &'t str,
    pub bound: Option<Bound>,
    /// True where groups of people are written so as well: `65+`.
    pub is_loose: bool,
}

/// Takes the sign or the word off; the text is folded.
pub(in crate::intake) fn cut(text: &str) -> Bounded<'_> {
    let none = Bounded {
        rest: text,
        bound: None,
        is_loose: false,
    };
    // Most cells are numbers and nothing else.
    let is_digit = |end: Option<char>| end.is_some_and(|it| it.is_ascii_digit());
    if is_digit(text.chars().next()) && is_digit(text.chars().next_back()) {
        return none;
    }
    let begins = |rest: &str| is_digit(rest.chars().find(|it| !"$£€¥-".contains(*it)));
    let before = BEFORE
        .iter()
        .flat_map(|(bound, words)| words.split('|').map(move |it| (bound, it)));
    for (bound, word) in before {
        if let Some(rest) = text.strip_prefix(word).map(str::trim_start)
            && begins(rest)
        {
            return Bounded {
                rest,
                bound: Some(*bound),
                is_loose: *bound == Bound::Lower,
            };
        }
    }
    let behind = BEHIND
        .iter()
        .flat_map(|(bound, words)| words.split('|').map(move |it| (bound, it)));
    for (bound, word) in behind {
        if let Some(rest) = text.strip_suffix(word).map(str::trim_end)
            && begins(rest)
            && rest.ends_with(|it: char| it.is_ascii_digit() || it == '%' || SCALES.contains(it))
        {
            return Bounded {
                rest,
                bound: Some(*bound),
                is_loose: true,
            };
        }
    }
    none
}

/// What a text says that stands in the place of a number and gives none, beside the signs that every table
/// has; the text is folded.
pub(in crate::intake) fn no_figure(text: &str) -> Option<Status> {
    if has(HIDDEN, text) || is_below(text) {
        return Some(Status::Suppressed);
    }
    has(MISSING, text).then_some(Status::Missing)
}

/// True of a number that is below another and is not given: `<0.5`, `≤3`, `3 or fewer`, `不足5`.
fn is_below(text: &str) -> bool {
    let is_number = |text: &str| {
        let text = text.trim().trim_end_matches('%').trim();
        let is_part = |it: u8| it.is_ascii_digit() || matches!(it, b'.' | b',');
        text.starts_with(|it: char| it.is_ascii_digit()) && text.bytes().all(is_part)
    };
    let before = BELOW_BEFORE
        .split('|')
        .find_map(|word| text.strip_prefix(word));
    let behind = || {
        BELOW_BEHIND
            .split('|')
            .find_map(|word| text.strip_suffix(word))
    };
    before.or_else(behind).is_some_and(is_number)
}

/// What a cell beside a number says of it, in words of this program or as a sign: `<` makes an upper bound
/// of it. None where it is neither.
pub(in crate::intake) fn of_sign(text: &str) -> Option<Option<Bound>> {
    let text = text.trim();
    if has("|=", text) {
        return Some(None);
    }
    let found = SIGNS.iter().find(|(_, signs)| has(signs, text));
    found.map(|(bound, _)| Some(*bound))
}

/// True of what offices write for no figure where only a number can stand, and no figure is: a minus and
/// one digit nine times over, as the census of the United States has it.
pub(in crate::intake) fn is_stand_in(text: &str) -> bool {
    let Some(size) = text.strip_prefix(['-', '−']) else {
        return false;
    };
    let (whole, fraction) = size.split_once('.').unwrap_or((size, ""));
    let first = whole.bytes().next().unwrap_or(b'0');
    whole.len() == 9
        && matches!(first, b'1'..=b'9')
        && whole.bytes().all(|it| it == first)
        && fraction.bytes().all(|it| it == b'0' || it == first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_cut_off_and_nothing_else_is() {
        for (text, rest, bound) in [
            ("c.100", "100", Some(Bound::Approximate)),
            ("~95", "95", Some(Bound::Approximate)),
            ("approx. 90", "90", Some(Bound::Approximate)),
            ("约312", "312", Some(Bound::Approximate)),
            ("250,000+", "250,000", Some(Bound::Lower)),
            (">95%", "95%", Some(Bound::Lower)),
            ("3120余", "3120", Some(Bound::Lower)),
            ("近1.2万", "1.2万", Some(Bound::Upper)),
            ("100", "100", None),
            ("c. north", "c. north", None),
            ("+", "+", None),
            ("a+", "a+", None),
        ] {
            let found = cut(text);
            assert_eq!((found.rest, found.bound), (rest, bound), "{text}");
        }
    }

    #[test]
    fn what_is_below_a_number_is_none() {
        for text in [
            "<5",
            "≤3",
            "3 or fewer",
            "fewer than 10",
            "<0.5%",
            "不足5",
            "low",
            "ns",
        ] {
            assert_eq!(no_figure(text), Some(Status::Suppressed), "{text}");
        }
        for text in [
            "5",
            "10-14",
            "under",
            "under the hill",
            "a or fewer",
            "nsw",
            "lower",
        ] {
            assert_eq!(no_figure(text), None, "{text}");
        }
    }

    #[test]
    fn one_digit_nine_times_below_zero_stands_for_no_figure() {
        for text in ["-666666666", "-222222222.0", "-999999999"] {
            assert!(is_stand_in(text), "{text}");
        }
        for text in ["666666666", "-66666666", "-000000000", "-666666667", "-9"] {
            assert!(!is_stand_in(text), "{text}");
        }
    }
}
