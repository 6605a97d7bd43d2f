//! Names of areas that differ only in capitals, spaces, full-width letters or a footnote mark at the end:
//! one area. Must not know what is said of it.

use super::remark::Remark;
use super::vocabulary::narrow;
use crate::intake::vocabulary::countries::is_country;
use crate::model::without_footnote;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// The spellings met so far.
#[derive(Debug, Default)]
pub(super) struct Spellings {
    /// The key of the area, by its name without what spellings differ in.
    plain: HashMap<String, String>,
    /// Keys that were taken for another one.
    taken: HashMap<String, String>,
    told: HashSet<(String, String)>,
    /// Lines on which areas were first named with a footnote mark, by their keys.
    marked: HashMap<String, u32>,
    first: Option<Remark>,
}

/// What a key was taken for.
#[derive(Debug)]
pub(super) struct SameArea {
    /// The key of the area that was met first.
    pub key: String,
    /// True where this spelling is met for the first time.
    pub is_new: bool,
}

impl Spellings {
    /// The key of the area that was met under another spelling of this name; none where there is none,
    /// and from now on this is the first.
    pub(super) fn same(&mut self, key: &str) -> Option<SameArea> {
        if let Some(first) = self.taken.get(key) {
            return Some(SameArea {
                key: first.clone(),
                is_new: false,
            });
        }
        let plain = plain_name(key);
        if plain.is_empty() {
            return None;
        }
        match self.plain.get(&plain) {
            Some(first) if first != key => {
                self.taken.insert(key.to_string(), first.clone());
                Some(SameArea {
                    key: first.clone(),
                    is_new: true,
                })
            }
            Some(_) => None,
            None => {
                self.plain.insert(plain, key.to_string());
                None
            }
        }
    }

    /// Keeps where an area is first named with a footnote mark.
    pub(super) fn name_first(&mut self, key: &str, name: &str, line: u32) {
        if has_footnote(name) {
            self.marked.insert(key.to_string(), line);
        }
    }

    /// True where an area is called by a name with a footnote mark.
    pub(super) fn is_marked(&self, key: &str) -> bool {
        !self.marked.is_empty() && self.marked.contains_key(key)
    }

    /// The line on which the name of an area stood that a mark was in; none where the other spelling is
    /// not the better one. What is shown is the name without its mark.
    pub(super) fn line_of_marked(&mut self, key: &str, other: &str) -> Option<u32> {
        let is_better = !has_footnote(other);
        match is_better {
            true => self.marked.remove(key),
            false => None,
        }
    }

    /// Keeps that a name was taken for another; true where this is new.
    pub(super) fn tell(&mut self, written: &str, read_as: &str, line: u32) -> bool {
        let is_new = self.told.insert((written.to_string(), read_as.to_string()));
        if self.first.is_none() {
            self.first = Some(Remark::NamesAsOne {
                count: 0,
                example: written.to_string(),
                read_as: read_as.to_string(),
                line,
            });
        }
        is_new
    }

    /// What to tell.
    pub(super) fn remark(&self) -> Option<Remark> {
        let mut remark = self.first.clone()?;
        if let Remark::NamesAsOne { count, .. } = &mut remark {
            *count = self.told.len();
        }
        Some(remark)
    }
}

/// True where a name ends in a mark that leads to a footnote.
fn has_footnote(name: &str) -> bool {
    without_footnote(name) != name.trim_end()
}

/// A name that ends in a number in round brackets which tells it from no other: it may lead to a footnote.
pub(super) fn with_brackets<'n>(names: &[&'n str]) -> Option<&'n str> {
    let stem_of = |name: &'n str| {
        let inner = name.trim_end().strip_suffix([')', '）'])?;
        let stem = inner.trim_end_matches(|it: char| it.is_ascii_digit());
        let has_number = (1..=2).contains(&(inner.len() - stem.len()));
        let stem = stem.strip_suffix(['(', '（'])?.trim();
        (has_number && !stem.is_empty()).then_some(stem)
    };
    let stems: Vec<&str> = names.iter().filter_map(|name| stem_of(name)).collect();
    let distinct: HashSet<&str> = stems.iter().copied().collect();
    let first = names.iter().find(|name| stem_of(name).is_some());
    first.copied().filter(|_| distinct.len() == stems.len())
}

/// True of characters that no reader sees: soft hyphens, joiners, spaces of no width.
fn is_unseen(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
    )
}

/// A name without what spellings of it differ in.
pub(super) fn plain_name(name: &str) -> String {
    let letters = without_footnote(name).chars().map(narrow);
    let letters = letters.filter(|it| !it.is_whitespace() && !is_unseen(*it));
    letters.flat_map(char::to_lowercase).collect()
}

/// A name of Chinese characters without the blanks that yearbooks set it wide with, 平 江 县: each stands alone.
pub(super) fn without_inner_blanks(name: &str) -> Cow<'_, str> {
    let is_chinese = |it: char| ('\u{4e00}'..='\u{9fff}').contains(&it);
    let is_wide = || {
        name.split(char::is_whitespace)
            .filter(|it| !it.is_empty())
            .all(|part| part.chars().count() == 1 && part.chars().all(is_chinese))
    };
    match name.contains(char::is_whitespace) && is_wide() {
        true => name.chars().filter(|it| !it.is_whitespace()).collect(),
        false => Cow::Borrowed(name),
    }
}

/// So many bytes before a name are marks of how deep it stands: `- Zürich`, `>> Bezirk Affoltern`, `......0001 Aeugst`.
pub(super) fn marks_before(text: &str) -> usize {
    let rest = text.trim_start_matches(['-', '>', '.', '·', '•', '–', '—']);
    let marks = text.len() - rest.len();
    let name = rest.trim_start();
    // A single point or dash belongs to what follows at once: -5, .5.
    let is_apart = name.len() < rest.len() || marks > 2;
    match marks > 0 && is_apart && name.starts_with(char::is_alphanumeric) {
        true => text.len() - name.len(),
        false => 0,
    }
}

/// The code and the name of an area that stand in one cell: `11A1312: Porto`, `110601:Ajuda`. A code has a digit and no
/// small letters, or is that of a country.
pub(super) fn code_before(text: &str) -> Option<(&str, &str)> {
    let (code, name) = text.split_once(':')?;
    let is_sign = |it: u8| it.is_ascii_uppercase() || it.is_ascii_digit() || b"-._".contains(&it);
    let has_digit = code.bytes().any(|it| it.is_ascii_digit());
    let name = name.trim();
    let is_of_country = code.len() == 2 && is_country(name);
    let is_code = code.bytes().all(is_sign) && (has_digit || is_of_country);
    (is_code && name.starts_with(char::is_alphabetic)).then_some((code, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name() {
        let check = |one: &str, other: &str, expected: bool| {
            assert_eq!(
                plain_name(one) == plain_name(other),
                expected,
                "{one} {other}"
            );
        };
        check("Bristol", "BRISTOL", true);
        check("Bristol", "Bristol*", true);
        check("Bristol", "Bristol ¹", true);
        check("Bristol", "Ｂristol [note 3]", true);
        check("St Helens", "St  Helens[a]", true);
        check("曙光社区", "曙光 社区［注1］", true);
        check("Bristol", "Bris\u{ad}tol", true);
        check("Bristol", "Bris\u{200b}tol", true);
        check("Bristol", "Bristol 1", false);
        check("Springfield (A)", "Springfield (B)", false);
        check("Ward [Upper]", "Ward", false);
        check("曙光社区（一）", "曙光社区（二）", false);
        // Nothing but a mark is a name of its own.
        assert_eq!(plain_name("*"), "");
    }

    #[test]
    fn codes_stand_before_names() {
        assert_eq!(code_before("11A1312: Porto"), Some(("11A1312", "Porto")));
        assert_eq!(code_before("1:Continente"), Some(("1", "Continente")));
        assert_eq!(code_before("PT:Portugal"), Some(("PT", "Portugal")));
        for text in ["Ward: North", "US:California", "10:30", "Age: 5", ":x"] {
            assert_eq!(code_before(text), None, "{text}");
        }
    }

    #[test]
    fn the_first_spelling_stays() {
        let mut spellings = Spellings::default();
        assert!(spellings.same("Bristol").is_none());
        assert!(spellings.same("Bristol").is_none());
        let other = spellings.same("BRISTOL").unwrap();
        assert_eq!((other.key.as_str(), other.is_new), ("Bristol", true));
        assert!(!spellings.same("BRISTOL").unwrap().is_new);
        assert!(spellings.same("*").is_none());
    }
}
