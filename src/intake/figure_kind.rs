//! What kind of figure a row says that it carries, and what follows for its unit. The words stand in
//! the vocabulary; knows nothing of tables.

use super::IndicatorPlan;
use super::once::Once;
use super::vocabulary::figures::{FIGURE_KINDS, PER_HEADS, PER_NUMBERS, PERSONS};
use super::vocabulary::folded;
use super::vocabulary::kinds::is_of_things;
use crate::model::Kind;

/// A kind of figure, as tables say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FigureKind {
    /// A number of things.
    Count,
    /// Of a hundred.
    Percent,
    /// Of so many; 0 where the table does not say of how many.
    Rate(u32),
    /// One number by another.
    Ratio,
    /// A mean or a median.
    Mean,
    /// A number on a scale of its own.
    Index,
}

impl FigureKind {
    /// The kind that a text names and nothing else: `Percentage`, `Rate per 1,000`, `百分比`.
    pub(super) fn of(text: &str) -> Option<FigureKind> {
        let name = folded(text);
        let name = name.trim();
        if name.is_empty() {
            return None;
        }
        if let Some(kind) = listed(name) {
            return Some(kind);
        }
        // Percentage (%), and Count (n).
        let open = name.find(['(', '[']).filter(|at| *at > 0);
        let bare = open.and_then(|at| Some((name.get(..at)?.trim(), name.get(at..)?)));
        if let Some((bare, rest)) = bare
            && !rest.contains(char::is_numeric)
            && (!rest.contains("per ") || rest.contains("per cent"))
            && let Some(kind) = listed(bare)
        {
            return Some(match rest.contains('%') && kind != FigureKind::Count {
                true => FigureKind::Percent,
                false => kind,
            });
        }
        per(name).map(FigureKind::Rate)
    }

    /// What a row's unit is beside its kind, and whether the unit that was written contradicts it.
    pub(super) fn unit(self, written: &str) -> (String, bool) {
        let own = FigureKind::of(written);
        let says_count = own == Some(FigureKind::Count);
        let is_of_things = !written.is_empty() && is_of_things(written);
        let is_percent = own == Some(FigureKind::Percent);
        let of_per = |number: u32| format!("/{number}");
        match self {
            FigureKind::Percent => {
                let is_sound = written.is_empty() || is_percent || own == Some(FigureKind::Ratio);
                ("%".to_string(), !is_sound)
            }
            FigureKind::Rate(number) => match (number, own) {
                (0, Some(FigureKind::Rate(number))) if number > 0 => (of_per(number), false),
                (0, _) if is_percent => ("%".to_string(), false),
                (0, _) if is_of_things || says_count => (String::new(), true),
                (0, _) => (kept(written), false),
                (number, Some(FigureKind::Rate(other))) if other > 0 && other != number => {
                    (of_per(number), true)
                }
                (number, Some(FigureKind::Rate(other))) if other == number => {
                    (kept(written), false)
                }
                (number, _) => (of_per(number), is_percent || is_of_things || says_count),
            },
            FigureKind::Count if is_percent || matches!(own, Some(FigureKind::Rate(_))) => {
                (String::new(), true)
            }
            FigureKind::Ratio if is_percent => ("%".to_string(), false),
            FigureKind::Ratio | FigureKind::Index if is_of_things || says_count => {
                (String::new(), true)
            }
            _ => (kept(written), false),
        }
    }

    /// What an indicator of such figures is. Without a numerator and a denominator nothing is made of
    /// chance. `is_counted`: all its figures are whole and none is below zero.
    pub(super) fn plan(self, plain: IndicatorPlan, is_counted: bool) -> IndicatorPlan {
        let (kind, multiplier) = match self {
            FigureKind::Count if is_counted => return plain.counted(),
            FigureKind::Percent => (Kind::Proportion, 100.0),
            FigureKind::Rate(0) | FigureKind::Ratio => (Kind::Ratio, 1.0),
            FigureKind::Rate(number) => (Kind::Rate, f64::from(number)),
            FigureKind::Count | FigureKind::Mean | FigureKind::Index => return plain,
        };
        IndicatorPlan {
            kind,
            multiplier,
            ..plain
        }
    }
}

/// A unit as it is shown; a word for a kind of figure is none.
fn kept(written: &str) -> String {
    match FigureKind::of(written) {
        Some(FigureKind::Percent) => "%".to_string(),
        Some(FigureKind::Rate(0) | FigureKind::Count | FigureKind::Ratio) => String::new(),
        Some(FigureKind::Mean | FigureKind::Index) => String::new(),
        Some(FigureKind::Rate(number)) if is_of_persons(written) => format!("/{number}"),
        Some(FigureKind::Rate(_)) | None => written.to_string(),
    }
}

/// What a row says of its figure beside its name.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Said {
    /// The unit as it is shown.
    pub unit: String,
    pub kind: Option<FigureKind>,
    /// The unit that was written is of another kind of figure, and is not taken.
    pub contradicts: bool,
    /// What tells it from another figure of the same name, in the words of the row.
    pub word: String,
}

impl Said {
    fn of(measure: &str, written: &str) -> Said {
        let own = FigureKind::of(measure);
        let (unit, contradicts) = match own {
            Some(kind) => kind.unit(written),
            // A word that nobody knows may be of anything, and its unit then of something else.
            None if !measure.is_empty() && is_of_things(written) => (String::new(), true),
            None => (kept(written), false),
        };
        let kind = own.or_else(|| FigureKind::of(written).filter(|_| measure.is_empty()));
        let word = if measure.is_empty() { written } else { measure };
        Said {
            word: word.to_string(),
            unit,
            kind,
            contradicts,
        }
    }
}

/// What rows say, each thing found out once.
#[derive(Debug, Default)]
pub(super) struct SaidOnce {
    said: Once<Said>,
    /// Of rows that say nothing, as most do.
    nothing: Said,
    key: String,
}

impl SaidOnce {
    /// What the word for the kind of figure and the unit beside it say.
    pub(super) fn of(&mut self, measure: &str, written: &str) -> &Said {
        if measure.is_empty() && written.is_empty() {
            return &self.nothing;
        }
        self.key.clear();
        self.key.push_str(measure);
        if !written.is_empty() {
            self.key.push('\u{1f}');
            self.key.push_str(written);
        }
        self.said.of(&self.key, |_| Said::of(measure, written))
    }
}

fn listed(name: &str) -> Option<FigureKind> {
    let same = |word: &str| word == name || word.is_ascii() && squeezed(word).eq(squeezed(name));
    let found = FIGURE_KINDS
        .iter()
        .find(|(_, words)| words.split('|').any(same));
    found.map(|(kind, _)| *kind)
}

/// Without the second of two letters that are the same, as `Percentaage` and `percentage` are.
fn squeezed(name: &str) -> impl Iterator<Item = char> {
    let mut last = None;
    name.chars().filter(move |character| {
        last.replace(*character) != Some(*character) || !character.is_ascii_alphabetic()
    })
}

/// Of how many a rate is: the text is nothing but a word for a rate and that.
fn per(name: &str) -> Option<u32> {
    let (before, after) = PER_HEADS.split('|').find_map(|head| {
        let at = name.find(head)?;
        let after = name.get(at + head.len()..)?;
        let (before, after) = (name.get(..at)?.trim_matches([' ', '(', ',']), after.trim());
        let is_word = !head.is_ascii()
            || head == "/"
            || before.is_empty() && at == 0
            || name.get(..at).is_some_and(|it| it.ends_with([' ', '(']));
        (is_word && starts_with_number(after)).then_some((before, after))
    })?;
    let is_rate = before.is_empty()
        || listed(before).is_some_and(|kind| kind != FigureKind::Percent)
        || before.ends_with(" rate")
        || before.ends_with('率');
    is_rate.then(|| number(after)).flatten()
}

/// True where a rate is of so many persons, or does not say of what.
fn is_of_persons(text: &str) -> bool {
    let name = folded(text);
    let name = name.trim().trim_end_matches([')', ']']);
    let of = name.rsplit(|it: char| it.is_numeric() || it == ' ').next();
    let of = of.unwrap_or(name);
    let is_number = number(of).is_some();
    is_number || of.is_empty() || PERSONS.split('|').any(|word| of.ends_with(word))
}

fn starts_with_number(text: &str) -> bool {
    number(text).is_some()
}

/// `1,000 population`, `100 000`, `thousand`, `十万人`.
fn number(text: &str) -> Option<u32> {
    if let Some((_, number)) = PER_NUMBERS.iter().find(|(word, _)| text.starts_with(word)) {
        return Some(*number);
    }
    let mut digits = String::new();
    for character in text.chars() {
        match character {
            '0'..='9' => digits.push(character),
            ',' | '.' | ' ' | '\'' => {}
            _ => break,
        }
    }
    let number: u32 = digits.parse().ok()?;
    let rest = text.trim_start_matches(|it: char| it.is_ascii_digit() || ",.' ".contains(it));
    let by = match rest.chars().next() {
        Some('万') => 10_000,
        Some('千') => 1_000,
        _ => 1,
    };
    // 100, 1,000, 10,000: rates are of round numbers.
    let is_round =
        matches!(number, 1 | 10) && by > 1 || number >= 100 && format!("{number}").ends_with("00");
    is_round.then(|| number.checked_mul(by)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_known_by_their_words_alone() {
        let check = |text: &str, expected| assert_eq!(FigureKind::of(text), expected, "{text}");
        for text in [
            "Percentage",
            "percent",
            "%",
            "Percentaage",
            "百分比",
            "Prozent",
            "Percentage (%)",
        ] {
            check(text, Some(FigureKind::Percent));
        }
        for text in ["Count", "NUMBER", "数量", "Anzahl", "Count (n)"] {
            check(text, Some(FigureKind::Count));
        }
        check("Ratio", Some(FigureKind::Ratio));
        check("Crude rate", Some(FigureKind::Rate(0)));
        check("Rate per 1,000", Some(FigureKind::Rate(1000)));
        check(
            "Crude rate per 100,000 population",
            Some(FigureKind::Rate(100_000)),
        );
        check("per 100 000", Some(FigureKind::Rate(100_000)));
        check("rate (per thousand)", Some(FigureKind::Rate(1000)));
        check("每十万人", Some(FigureKind::Rate(100_000)));
        check("每万人", Some(FigureKind::Rate(10_000)));
        check("‰", Some(FigureKind::Rate(1000)));
        check("je 1.000 Einwohner", Some(FigureKind::Rate(1000)));
        check("Mean", Some(FigureKind::Mean));
        check("中位数", Some(FigureKind::Mean));
        for text in [
            "Population",
            "Persons",
            "Births",
            "",
            "cases per officer",
            "人",
            "2020",
            "Total",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn a_unit_that_contradicts_is_not_taken() {
        let check = |kind: FigureKind, written: &str, unit: &str, contradicts: bool| {
            let found = kind.unit(written);
            assert_eq!(found, (unit.to_string(), contradicts), "{kind:?} {written}");
        };
        check(FigureKind::Percent, "Votes", "%", true);
        check(FigureKind::Percent, "Persons", "%", true);
        check(FigureKind::Percent, "%", "%", false);
        check(FigureKind::Percent, "", "%", false);
        check(FigureKind::Ratio, "Persons", "", true);
        check(FigureKind::Count, "Persons", "Persons", false);
        check(FigureKind::Count, "%", "", true);
        check(FigureKind::Rate(1000), "Persons", "/1000", true);
        check(FigureKind::Rate(0), "per 100,000", "/100000", false);
        check(FigureKind::Mean, "years", "years", false);
        check(FigureKind::Mean, "£", "£", false);
    }
}
