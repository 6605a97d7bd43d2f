//! What stands around the four digits of a year in a name, as far as it makes the digits no year, or the
//! year no whole one: `S1901_C01`, `Pre-1900`, `2019/20 Autumn`. What cannot be read as a part of a year
//! is not read as the year.

use crate::intake::vocabulary::months::{is_word_as_well, month_number};
use crate::intake::vocabulary::parts::{
    OPEN_HEADS, OPEN_TAILS, PART_SIGNS, counts_things, is_number_sign, is_season, part_name, roman,
};
use crate::intake::when::words::words;

/// True where the digits that begin at a place are a piece of a code: one letter before them, or several
/// that other letters with digits follow.
pub(in crate::intake) fn is_code(name: &str, start: usize) -> bool {
    let (before, after) = (name.get(..start), name.get(start + 4..));
    let (Some(before), Some(after)) = (before, after) else {
        return false;
    };
    let letters = before.bytes().rev().take_while(u8::is_ascii_alphanumeric);
    let head = before.get(before.len() - letters.count()..).unwrap_or("");
    let has_codes = || {
        let words = before
            .split(['_', '-', '.'])
            .chain(after.split(['_', '-', '.']));
        !name.contains(' ') && words.into_iter().any(is_mixed)
    };
    match head.len() {
        0 => {
            let lower = before.to_lowercase();
            words(&lower).last().is_some_and(|word| counts_things(word))
        }
        1 => !matches!(head, "x" | "X" | "y" | "Y"),
        2 => has_codes(),
        _ => head.bytes().any(|it| it.is_ascii_digit()),
    }
}

/// True where what stands right behind a year is letters with digits, or digits of a span that cannot be
/// read: `2022K7`, `2018-19-x`.
pub(in crate::intake) fn goes_on_as_code(after: &str) -> bool {
    if let Some(rest) = after.strip_prefix(['-', '–', '—', '/']) {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let follows = rest.as_bytes().get(digits).copied();
        if digits > 0 && !follows.is_some_and(|it| it.is_ascii_alphabetic()) {
            return true;
        }
    }
    let tail: &str = after
        .split(|it: char| !it.is_ascii_alphanumeric())
        .next()
        .unwrap_or("");
    tail.len() <= 4 && is_mixed(tail)
}

fn is_mixed(text: &str) -> bool {
    text.bytes().any(|it| it.is_ascii_digit()) && text.bytes().any(|it| it.is_ascii_alphabetic())
}

/// True where the year begins or ends a class that is open to one side: built before it, or since.
pub(in crate::intake) fn is_open_ended(name: &str, start: usize) -> bool {
    let (before, after) = (name.get(..start), name.get(start + 4..));
    let before = before.unwrap_or("").to_lowercase();
    let after = after.unwrap_or("").to_lowercase();
    let is_sign = before.trim_end().ends_with(['<', '>', '≤', '≥']);
    let mut heads = words(&before)
        .into_iter()
        .rev()
        .filter(|word| *word != "to");
    let is_head = heads.next().is_some_and(|word| OPEN_HEADS.contains(&word));
    let after = after.strip_prefix('年').unwrap_or(&after);
    is_sign || is_head || OPEN_TAILS.iter().any(|tail| after.starts_with(tail))
}

/// True where what is left of a name beside its year says that only a part of the year is meant.
pub(in crate::intake) fn is_part_left(before: &str, after: &str) -> bool {
    let (before, after) = (before.to_lowercase(), after.to_lowercase());
    let (heads, tails) = (words(&before), words(&after));
    let all = || heads.iter().chain(&tails);
    let next = heads.last().into_iter().chain(tails.first());
    let is_quarter = |word: &&str| word.len() > 4 && part_name(word).is_some();
    let is_month = |word: &str| {
        word.chars().count() > 2 && month_number(word).is_some() && !is_word_as_well(word)
    };
    // T1, 1T and Q 1 beside the year.
    let is_numbered = |pair: &[&str]| {
        let is_number =
            |word: &str| word.len() == 1 && word.bytes().all(|it| matches!(it, b'1'..=b'6'));
        let is_sign = |word: &str| word.len() == 1 && part_name(word).is_some();
        matches!(pair, [one, other] if is_number(one) && is_sign(other) || is_sign(one) && is_number(other))
    };
    let head_pair = heads.len().checked_sub(2).and_then(|at| heads.get(at..));
    let pairs = [head_pair, tails.get(..2)];
    let is_roman = || all().count() == 1 && all().all(|word| roman(word).is_some());
    next.clone().copied().any(is_season)
        || next.copied().any(is_month)
        || all().any(is_quarter)
        || names_month(&heads)
        || names_month(&tails)
        || states_quarter(&heads)
        || states_quarter(&tails)
        || pairs.into_iter().flatten().any(is_numbered)
        || season_and_number(&heads)
        || season_and_number(&tails)
        || is_roman()
        || PART_SIGNS
            .iter()
            .any(|sign| before.contains(sign) || after.contains(sign))
        || is_of_months(&before)
        || is_of_months(&after)
}

/// A month by its full name that no day stands beside.
fn names_month(words: &[&str]) -> bool {
    let is_day = |at: Option<usize>| {
        let word = at.and_then(|at| words.get(at));
        word.is_some_and(|word| word.len() < 3 && word.bytes().all(|it| it.is_ascii_digit()))
    };
    words.iter().enumerate().any(|(at, word)| {
        let is_name = word.chars().count() > 3 && month_number(word).is_some();
        is_name && !is_day(at.checked_sub(1)) && !is_day(Some(at + 1))
    })
}

/// `q3` anywhere.
fn states_quarter(words: &[&str]) -> bool {
    let is_number = |word: &str| matches!(word, "1" | "2" | "3" | "4");
    let mut pairs = words.windows(2);
    pairs.any(|pair| matches!(pair, ["q", number] | [number, "q"] if is_number(number)))
}

/// `term 1`, `1. term`.
fn season_and_number(words: &[&str]) -> bool {
    let is_number = |word: &str| word.bytes().all(|it| it.is_ascii_digit());
    words.windows(2).any(|pair| match pair {
        [one, other] => is_season(one) && is_number(other) || is_number(one) && is_season(other),
        _ => false,
    })
}

/// `1-13月`, `第3周`, `三月`: a number before a sign that alone may be of another word.
fn is_of_months(text: &str) -> bool {
    let mut before = ' ';
    text.chars().any(|it| {
        let is_number = before.is_ascii_digit() || is_number_sign(before);
        before = it;
        is_number && matches!(it, '月' | '周' | '旬' | '월')
    })
}
