//! Which area of one package is which of another: by code and register, by code and name, or by name
//! alone. A code by itself proves nothing, since one code can name different places in two registers.

use super::areas::Areas;
use super::marked_names::Marked;
use super::similar_names::is_nearly_named;
use crate::model::{Area, AreaId, Period, sort_by_key, sorted_unique};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Why two areas are taken for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MatchedBy {
    /// Code and register are the same.
    CodeAndSystem,
    /// Code and name are the same.
    CodeAndName,
    /// The name is the same, and only one area on either side bears it.
    Name,
    /// So it is without a footnote mark at the end of either: `*`, `¹`, `[note 1]`, `(1)`.
    NameWithoutMark,
    /// The code is the same, and the reader says that this is enough.
    Code,
    /// The reader says so.
    Hand,
}

/// Two areas taken for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// The reader's area.
    pub own: AreaId,
    /// The published one.
    pub other: AreaId,
    /// What speaks for it.
    pub by: MatchedBy,
}

/// An area of the reader's whose code is that of one published area and whose name that of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// The reader's area.
    pub own: AreaId,
    /// The published area of its code.
    pub by_code: AreaId,
    /// The published area of its name.
    pub by_name: AreaId,
}

/// How the areas of two packages go together. Every area of the reader's is in one of the lists but the
/// last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Joining {
    /// Taken for one, in the order of the reader's areas.
    pub matched: Vec<Match>,
    /// The same code, but nothing else says that it is the same place: other names, another register, or
    /// no name at all. Joined only where the reader says so.
    pub by_code_alone: Vec<(AreaId, AreaId)>,
    /// Code and name say different places: joined only where the reader says which.
    pub contradictory: Vec<Contradiction>,
    /// Several areas could be meant.
    pub ambiguous: Vec<(AreaId, Vec<AreaId>)>,
    /// Areas of the reader's without a counterpart.
    pub unmatched_own: Vec<AreaId>,
    /// Published areas without a counterpart, of the levels that any match is on; those that were there
    /// in none of the periods that the reader's figures are of are left out.
    pub unmatched_other: Vec<AreaId>,
    /// The periods that the reader's figures are of; none where that is not known.
    periods: Vec<Period>,
}

/// What a reader decides of areas that nothing else settles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JoinChoices {
    /// True where the same code is enough.
    pub takes_code_alone: bool,
    /// The code of an area of the reader's, and that of the published one it is.
    pub by_hand: BTreeMap<String, String>,
}

/// What parts a pair of codes from the next, and one code from the other: no code holds them.
const MARKS: (char, char) = ('\t', '\u{1f}');

impl JoinChoices {
    /// As a line, to be kept.
    pub fn to_text(&self) -> String {
        let mut text = u8::from(self.takes_code_alone).to_string();
        let is_plain = |code: &str| !code.contains(char::is_control);
        let by_hand = self.by_hand.iter();
        for (own, other) in by_hand.filter(|(own, other)| is_plain(own) && is_plain(other)) {
            text.push(MARKS.0);
            text.push_str(own);
            text.push(MARKS.1);
            text.push_str(other);
        }
        text
    }

    /// From such a line; what is no pair of codes is left out.
    pub fn from_text(text: &str) -> JoinChoices {
        let mut parts = text.split(MARKS.0);
        let takes_code_alone = parts.next() == Some("1");
        let pairs = parts.filter_map(|pair| pair.split_once(MARKS.1));
        let by_hand = pairs.map(|(own, other)| (own.to_string(), other.to_string()));
        JoinChoices {
            takes_code_alone,
            by_hand: by_hand.collect(),
        }
    }
}

impl Joining {
    /// The pairs to be joined.
    pub fn pairs(&self) -> Vec<(AreaId, AreaId)> {
        self.matched.iter().map(|it| (it.own, it.other)).collect()
    }

    /// The same after the reader's decisions: what they settle is matched and stands in no other list.
    /// A published area that is matched already is not matched again.
    pub fn settled(&self, own: &Areas, other: &Areas, choices: &JoinChoices) -> Joining {
        let mut joining = self.clone();
        let mut taken: BTreeSet<AreaId> = joining.matched.iter().map(|it| it.other).collect();
        let mut found: Vec<Match> = Vec::new();
        let mut add = |own: AreaId, other: AreaId, by: MatchedBy| {
            if taken.insert(other) {
                found.push(Match { own, other, by });
            }
        };
        let is_matched = |id: AreaId| self.matched.iter().any(|it| it.own == id);
        for (from, to) in &choices.by_hand {
            if let (Some(from), Some(to)) = (own.id(from), other.id(to))
                && !is_matched(from)
            {
                add(from, to, MatchedBy::Hand);
            }
        }
        let by_code = self.by_code_alone.iter();
        let is_by_hand = |id: AreaId| choices.by_hand.contains_key(&own.get(id).code);
        for (from, to) in by_code.filter(|_| choices.takes_code_alone) {
            if !is_by_hand(*from) {
                add(*from, *to, MatchedBy::Code);
            }
        }
        let settled: BTreeSet<AreaId> = found.iter().map(|it| it.own).collect();
        let is_open = |id: AreaId| !settled.contains(&id);
        joining.by_code_alone.retain(|(id, _)| is_open(*id));
        joining.contradictory.retain(|it| is_open(it.own));
        joining.ambiguous.retain(|(id, _)| is_open(*id));
        joining.unmatched_own.retain(|id| is_open(*id));
        joining.matched.extend(found);
        sort_by_key(&mut joining.matched, |it| it.own);
        joining.unmatched_other = joining.lacking(other);
        joining
    }

    /// The same for figures of these periods.
    pub fn of_periods(self, other: &Areas, periods: Vec<Period>) -> Joining {
        let mut joining = Joining { periods, ..self };
        joining.unmatched_other = joining.lacking(other);
        joining
    }

    /// Published areas that are matched and were there in none of the periods that the reader's figures are
    /// of: no page compares them then, so that there are fewer areas on it than were matched.
    pub fn not_there(&self, other: &Areas) -> Vec<AreaId> {
        let matched = self.matched.iter().map(|it| it.other);
        let is_there = |id: &AreaId| self.periods.iter().any(|it| other.is_valid_in(*id, *it));
        let known = !self.periods.is_empty();
        matched.filter(|id| known && !is_there(id)).collect()
    }

    /// Of the areas that share nothing but a code those that are likely the same all the same: no two
    /// registers speak against it, and the names are nearly one.
    pub fn likely_by_code(&self, own: &Areas, other: &Areas) -> Vec<(AreaId, AreaId)> {
        let is_likely = |(from, to): &&(AreaId, AreaId)| {
            let (area, published) = (own.get(*from), other.get(*to));
            let systems = [&area.code_system, &published.code_system];
            let may_be_one = systems.iter().any(|it| it.is_empty()) || systems[0] == systems[1];
            may_be_one && is_nearly_named(area, published)
        };
        let pairs = self.by_code_alone.iter();
        pairs.filter(is_likely).copied().collect()
    }

    /// Published areas that are nobody's counterpart, of the levels that any counterpart is on.
    fn lacking(&self, other: &Areas) -> Vec<AreaId> {
        let counterparts: BTreeSet<AreaId> = self.matched.iter().map(|it| it.other).collect();
        let by_code = self.by_code_alone.iter().map(|(_, it)| *it);
        let by_either = self.contradictory.iter().map(|it| it.by_name);
        let known = counterparts.iter().copied().chain(by_code).chain(by_either);
        let levels: BTreeSet<_> = known.map(|it| other.get(it).level).collect();
        let is_lacking = |(id, area): &(AreaId, &Area)| {
            let mut periods = self.periods.iter();
            let is_there =
                self.periods.is_empty() || periods.any(|period| other.is_valid_in(*id, *period));
            levels.contains(&area.level) && !counterparts.contains(id) && is_there
        };
        other.iter().filter(is_lacking).map(|(id, _)| id).collect()
    }
}

/// Finds the counterpart of each of the reader's areas among published ones.
pub fn join(own: &Areas, other: &Areas) -> Joining {
    let named_own = by_name(own, names_of);
    let named_other = by_name(other, names_of);
    let marked = Marked::of(own, other);
    let mut joining = Joining::default();
    let mut claims: HashMap<AreaId, Vec<AreaId>> = HashMap::new();
    let mut found: Vec<Match> = Vec::new();
    for (id, area) in own.iter() {
        let of_code = other.id(&area.code).map(|it| (it, other.get(it)));
        let of_name: Vec<AreaId> = names_of(area)
            .iter()
            .flat_map(|name| named_other.get(name).into_iter().flatten().copied())
            .collect();
        let of_name = sorted_unique(of_name);
        let same_name_here = names_of(area)
            .iter()
            .filter_map(|name| named_own.get(name))
            .any(|ids| ids.len() > 1);
        let sure = of_code.and_then(|(it, published)| {
            let has_systems = !area.code_system.is_empty() && !published.code_system.is_empty();
            match has_systems {
                true if area.code_system == published.code_system => {
                    Some((it, MatchedBy::CodeAndSystem))
                }
                true => None,
                false => of_name
                    .contains(&it)
                    .then_some((it, MatchedBy::CodeAndName)),
            }
        });
        // A code of another register says nothing of this one's areas.
        let says_else = of_code.filter(|(_, published)| {
            area.code_system.is_empty() || published.code_system.is_empty()
        });
        match (sure, &of_name[..]) {
            (Some((published, by)), _) => found.push(Match {
                own: id,
                other: published,
                by,
            }),
            (None, [one]) if !same_name_here && says_else.is_some_and(|(it, _)| it != *one) => {
                let by_code = says_else.map_or(*one, |(it, _)| it);
                joining.contradictory.push(Contradiction {
                    own: id,
                    by_code,
                    by_name: *one,
                });
            }
            (None, [one]) if !same_name_here => found.push(Match {
                own: id,
                other: *one,
                by: MatchedBy::Name,
            }),
            (None, [_, ..]) => joining.ambiguous.push((id, of_name)),
            (None, []) => match (marked.other(area), of_code) {
                (Some(one), None) => found.push(Match {
                    own: id,
                    other: one,
                    by: MatchedBy::NameWithoutMark,
                }),
                (Some(one), Some((published, _))) if one == published && says_else.is_some() => {
                    found.push(Match {
                        own: id,
                        other: one,
                        by: MatchedBy::CodeAndName,
                    });
                }
                (_, Some((published, _))) => joining.by_code_alone.push((id, published)),
                (None, None) => joining.unmatched_own.push(id),
            },
        }
    }
    for it in &found {
        claims.entry(it.other).or_default().push(it.own);
    }
    // Two of the reader's areas cannot be one published one.
    for it in found {
        let rivals = claims.get(&it.other).map_or(0, Vec::len);
        match rivals > 1 {
            true => joining.ambiguous.push((it.own, vec![it.other])),
            false => joining.matched.push(it),
        }
    }
    let taken = |id: AreaId| claims.contains_key(&id);
    joining
        .by_code_alone
        .retain(|(id, published)| match taken(*published) {
            true => {
                joining.ambiguous.push((*id, vec![*published]));
                false
            }
            false => true,
        });
    sort_by_key(&mut joining.ambiguous, |(id, _)| *id);
    joining.unmatched_other = joining.lacking(other);
    joining
}

/// The areas of each of the names that they are known by.
pub(super) fn by_name(
    areas: &Areas,
    names_of: fn(&Area) -> Vec<String>,
) -> HashMap<String, Vec<AreaId>> {
    let mut named: HashMap<String, Vec<AreaId>> = HashMap::new();
    for (id, area) in areas.iter() {
        for name in names_of(area) {
            named.entry(name).or_default().push(id);
        }
    }
    named
}

/// The names of an area in a form in which they can be compared, each once. A bare number is a code in
/// place of a name.
pub(super) fn names_of(area: &Area) -> Vec<String> {
    names_made(area, plain_name)
}

/// The names of an area as they are made to be compared, each once, without bare numbers.
pub(super) fn names_made(area: &Area, make: fn(&str) -> String) -> Vec<String> {
    let names = [&area.name.zh, &area.name.en];
    let plain = names.map(|name| make(name));
    let is_name = |name: &String| !name.bytes().all(|byte| byte.is_ascii_digit());
    sorted_unique(plain.into_iter().filter(is_name))
}

/// Without white space, in half-width forms and small letters.
pub(super) fn plain_name(name: &str) -> String {
    let half_width = |character: char| match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(character as u32 - 0xfee0).unwrap_or(character),
        other => other,
    };
    name.chars()
        .map(half_width)
        .filter(|character| !character.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect()
}
