//! Which area of one package is which of another: by code and register, by code and name, or by name
//! alone. A code by itself proves nothing, since one code can name different places in two registers.

use super::areas::Areas;
use crate::model::{Area, AreaId, sort_by_key, sorted_unique};
use std::collections::HashMap;

/// Why two areas are taken for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MatchedBy {
    /// Code and register are the same.
    CodeAndSystem,
    /// Code and name are the same.
    CodeAndName,
    /// The name is the same, and only one area on either side bears it.
    Name,
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

/// How the areas of two packages go together. Every area of the reader's is in one of the lists but the
/// last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Joining {
    /// Taken for one, in the order of the reader's areas.
    pub matched: Vec<Match>,
    /// The same code, but nothing else says that it is the same place: other names, another register, or
    /// no name at all. Joined only where the reader says so.
    pub by_code_alone: Vec<(AreaId, AreaId)>,
    /// Several areas could be meant.
    pub ambiguous: Vec<(AreaId, Vec<AreaId>)>,
    /// Areas of the reader's without a counterpart.
    pub unmatched_own: Vec<AreaId>,
    /// Published areas without a counterpart, of the levels that any match is on.
    pub unmatched_other: Vec<AreaId>,
}

impl Joining {
    /// The pairs to be joined; those by code alone where the reader says so.
    pub fn pairs(&self, takes_code_alone: bool) -> Vec<(AreaId, AreaId)> {
        let sure = self.matched.iter().map(|it| (it.own, it.other));
        let more = self.by_code_alone.iter().filter(|_| takes_code_alone);
        sure.chain(more.copied()).collect()
    }
}

/// Finds the counterpart of each of the reader's areas among published ones.
pub fn join(own: &Areas, other: &Areas) -> Joining {
    let named_own = by_name(own);
    let named_other = by_name(other);
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
        match (sure, &of_name[..]) {
            (Some((published, by)), _) => found.push(Match {
                own: id,
                other: published,
                by,
            }),
            (None, [one]) if !same_name_here => found.push(Match {
                own: id,
                other: *one,
                by: MatchedBy::Name,
            }),
            (None, [_, ..]) => joining.ambiguous.push((id, of_name)),
            (None, []) => match of_code {
                Some((published, _)) => joining.by_code_alone.push((id, published)),
                None => joining.unmatched_own.push(id),
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
    let pairs = joining.pairs(true);
    let levels: Vec<_> = pairs.iter().map(|(_, it)| other.get(*it).level).collect();
    let counterparts = sorted_unique(pairs.into_iter().map(|(_, it)| it));
    let lacking = other.iter().filter(|(id, area)| {
        levels.contains(&area.level) && counterparts.binary_search(id).is_err()
    });
    joining.unmatched_other = lacking.map(|(id, _)| id).collect();
    joining
}

/// The areas of each name.
fn by_name(areas: &Areas) -> HashMap<String, Vec<AreaId>> {
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
fn names_of(area: &Area) -> Vec<String> {
    let names = [&area.name.zh, &area.name.en];
    let plain = names.map(|name| plain_name(name));
    let is_name = |name: &String| !name.bytes().all(|byte| byte.is_ascii_digit());
    sorted_unique(plain.into_iter().filter(is_name))
}

/// Without white space, in half-width forms and small letters.
fn plain_name(name: &str) -> String {
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
