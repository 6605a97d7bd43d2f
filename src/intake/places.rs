//! The areas that a table speaks of, as they are met row by row, and the table of areas made of them.

mod namesakes;

use super::vocabulary::totals::is_whole_area;
use super::written::{Written, by_language};
use crate::model::without_footnote;
use crate::package::RECOGNISED_AREA_COLUMNS;
use crate::table::Dictionary;
use std::collections::{HashMap, HashSet};

/// The areas met so far, by their codes.
#[derive(Debug, Default)]
pub(super) struct Places {
    codes: Dictionary,
    /// In step with the codes; the blank one stands first.
    list: Vec<Place>,
    /// The last of the areas that are the whole of all others; 0 where there are none but by name.
    innermost: usize,
}

#[derive(Clone, Debug, Default)]
struct Place {
    name: String,
    parent: String,
    system: String,
    /// True of all areas together.
    is_total: bool,
    /// The tier that it stands in between the whole and the smallest, from 1; 0 where none is known.
    tier: usize,
    /// True of what is the same place as another, which has the figures.
    is_double: bool,
    /// So many spaces stand before its name where it is first named.
    indent: usize,
    /// True of what was met as that in which others lie, and in no row of its own.
    is_above: bool,
    /// True of what lies, as its row says, in a place of its own name.
    is_namesake: bool,
    /// True where a row of all in it was met, by a word for sums.
    is_summed: bool,
    /// True of what only the figures say to hold others.
    is_sum: bool,
}

/// What a row says of its area beside the code.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Said<'r> {
    pub name: &'r str,
    pub parent: &'r str,
    pub parent_name: &'r str,
    pub system: &'r str,
}

/// The table of areas, and the levels that it names, the top first.
pub(super) struct AreasTable {
    pub levels: Vec<String>,
    pub text: String,
}

const LEVEL_AREA: &str = "area";
const LEVEL_ABOVE: &str = "region";
const LEVEL_WHOLE: &str = "whole";

impl Places {
    /// Takes the area of a row. What is first said of it stays.
    pub(super) fn meet(&mut self, code: &str, said: Said<'_>) {
        if self.list.is_empty() {
            self.list.push(Place::default());
        }
        let at = self.codes.code(code) as usize;
        if let Some(place) = self.list.get_mut(at) {
            place.is_above = false;
        }
        if at == self.list.len() {
            let name = if said.name.is_empty() {
                code
            } else {
                said.name
            };
            self.list.push(Place {
                name: name.to_string(),
                parent: said.parent.to_string(),
                system: said.system.to_string(),
                is_total: is_whole_area(name),
                tier: 0,
                is_double: false,
                is_above: false,
                is_namesake: false,
                is_summed: false,
                is_sum: false,
                indent: 0,
            });
            // What it lies in may have no row of its own.
            if !said.parent.is_empty() {
                let above = Said {
                    name: said.parent_name,
                    ..Said::default()
                };
                self.meet_above(said.parent, above);
            }
        }
    }

    /// Keeps how far in the name of an area stands.
    pub(super) fn set_indent(&mut self, code: &str, indent: usize) {
        if indent > 0
            && let Some(place) = self.of_mut(code)
        {
            place.indent = indent;
        }
    }

    /// The areas that have rows, in the order of these, each with how far in its name stands; none where all
    /// stand as far.
    pub(super) fn indents(&self) -> Vec<(&str, usize)> {
        let is_even = self.list.iter().skip(1).all(|it| it.indent == 0);
        let all = self.codes.texts().zip(&self.list).skip(1);
        let all = all.filter(|(_, it)| !it.is_above && !is_even);
        all.map(|(code, it)| (code, it.indent)).collect()
    }

    /// Takes what the area of a row lies in.
    pub(super) fn meet_above(&mut self, code: &str, said: Said<'_>) {
        if self.holds(code) {
            return;
        }
        self.meet(code, said);
        if let Some(place) = self.of_mut(code) {
            place.is_above = true;
        }
    }

    /// The code of an area met so far that differs from this one by zeros at its start alone. Those of what
    /// areas lie in are of another register: district 001 in state 01.
    pub(super) fn twin(&self, code: &str) -> Option<&str> {
        let is_number = !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_digit());
        let other = match code.strip_prefix('0') {
            _ if !is_number => return None,
            Some(rest) => rest.to_string(),
            None => format!("0{code}"),
        };
        let at = self.codes.find(&other).filter(|at| *at > 0)?;
        let is_above = self.list.get(at as usize).is_some_and(|it| it.is_above);
        (!is_above).then(|| self.codes.text(at))
    }

    /// True where an area of this code was met.
    pub(super) fn holds(&self, code: &str) -> bool {
        self.codes.find(code).is_some_and(|at| at > 0)
    }

    /// Number of areas.
    pub(super) fn count(&self) -> usize {
        self.list.len().saturating_sub(1)
    }

    /// The name of a code.
    pub(super) fn name(&self, code: &str) -> &str {
        let at = self.codes.find(code).map(|at| at as usize);
        at.and_then(|at| self.list.get(at))
            .map_or("", |place| &place.name)
    }

    /// Calls the area of a code by another name.
    pub(super) fn call(&mut self, code: &str, name: &str) {
        let at = self.codes.find(code).map(|at| at as usize);
        if let Some(place) = at.filter(|at| *at > 0).and_then(|at| self.list.get_mut(at)) {
            place.name = name.to_string();
        }
    }

    /// The codes, the blank one left out.
    pub(super) fn codes(&self) -> impl Iterator<Item = &str> {
        self.codes.texts().skip(1)
    }

    /// The names.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.list.iter().skip(1).map(|place| place.name.as_str())
    }

    /// The only area that is the whole of the others, where there is one and others are.
    pub(super) fn whole(&self) -> Option<usize> {
        let mut totals = self.list.iter().enumerate();
        let is_whole = |(_, place): &(usize, &Place)| place.is_total && place.parent.is_empty();
        let whole = totals.find(is_whole)?.0;
        let is_alone = totals.find(is_whole).is_none() && self.count() > 1;
        is_alone.then_some(whole)
    }

    /// The name of the area that is the whole of the others.
    pub(super) fn whole_name(&self) -> Option<&str> {
        let whole = self.list.get(self.whole()?);
        whole.map(|place| place.name.as_str())
    }

    /// True of all areas together, by name or since [`Places::make_whole`].
    pub(super) fn is_whole(&self, code: &str) -> bool {
        self.of(code).is_some_and(|place| place.is_total)
    }

    /// What an area lies in; blank where it lies in none.
    pub(super) fn parent_code(&self, code: &str) -> &str {
        self.of(code).map_or("", |place| place.parent.as_str())
    }

    /// True where any area stands in a tier.
    pub(super) fn has_tiers(&self) -> bool {
        self.list.iter().any(|place| place.tier > 0)
    }

    /// Puts an area into another of those that it stands beside, which nothing or the same holds; false
    /// where it stands elsewhere.
    pub(super) fn put_into(&mut self, code: &str, whole: &str) -> bool {
        let above = self.parent_code(whole).to_string();
        let place = self.of_mut(code).filter(|it| it.parent == above);
        let place = place.filter(|_| code != whole);
        let is_new = place.is_some();
        if let Some(place) = place {
            place.parent = whole.to_string();
        }
        is_new
    }

    /// Makes areas of the same figures the whole of all others, the outermost first.
    pub(super) fn make_whole(&mut self, codes: &[&str]) {
        for (at, code) in codes.iter().enumerate() {
            if let Some(place) = self.of_mut(code) {
                place.is_total = true;
            }
            if let Some(outer) = at.checked_sub(1).and_then(|before| codes.get(before)) {
                self.put_into(code, outer);
            }
        }
        if let Some(innermost) = codes.last().and_then(|code| self.codes.find(code)) {
            self.innermost = innermost as usize;
        }
    }

    /// Takes from an area that it is the whole of all by its name.
    pub(super) fn doubt(&mut self, code: &str) {
        if let Some(place) = self.of_mut(code) {
            place.is_total = false;
        }
    }

    /// True of an area that holds others by what their rows say where another one does, that lies in nothing
    /// either: regions of which one alone has figures of its own.
    pub(super) fn has_sibling(&self, code: &str) -> bool {
        let holds = |place: &Place| !place.parent.is_empty() && !place.is_double;
        let holders: HashSet<&str> = self
            .list
            .iter()
            .filter(|it| holds(it))
            .map(|it| it.parent.as_str())
            .collect();
        let is_open = |it: &&&str| {
            self.of(it)
                .is_some_and(|place| place.parent.is_empty() && !place.is_double)
        };
        holders.contains(code) && holders.iter().filter(is_open).count() > 1
    }

    /// Keeps of an area that its figures alone make it the sum of others: it is of no level that the table knows.
    pub(super) fn set_sum(&mut self, code: &str) {
        if let Some(place) = self.of_mut(code) {
            place.is_sum = true;
        }
    }

    /// Puts an area into a tier between the whole and the smallest, the uppermost being 1.
    pub(super) fn set_tier(&mut self, code: &str, tier: usize) {
        if let Some(place) = self.of_mut(code) {
            place.tier = tier;
        }
    }

    fn of(&self, code: &str) -> Option<&Place> {
        self.list.get(self.codes.find(code)? as usize)
    }

    fn of_mut(&mut self, code: &str) -> Option<&mut Place> {
        self.list.get_mut(self.codes.find(code)? as usize)
    }

    /// The table of areas.
    pub(super) fn table(&self) -> AreasTable {
        let whole = self.whole();
        let parents: Vec<usize> = (0..self.list.len())
            .map(|at| self.parent(at, whole))
            .collect();
        let depths = self.depths(&parents);
        let levels = level_names(depths.iter().copied().max().unwrap_or(0), whole.is_some());
        let mut written = Written::new(&RECOGNISED_AREA_COLUMNS);
        let all = self.list.iter().enumerate().skip(1);
        for (at, place) in all.filter(|(_, place)| !place.is_double) {
            let level = levels.get(depths[at]).map_or(LEVEL_AREA, String::as_str);
            let parent = self.codes.text(parents[at] as u32);
            let code = self.codes.text(at as u32);
            // A mark leads to a note below the table.
            let name = match without_footnote(&place.name) {
                "" => &place.name,
                name => name,
            };
            let name = by_language(name);
            written.row(&[code, name.0, name.1, level, parent, &place.system]);
        }
        AreasTable {
            levels,
            text: written.text,
        }
    }

    /// How deep each area lies: beside areas in tiers those of none are the smallest.
    fn depths(&self, parents: &[usize]) -> Vec<usize> {
        let mut depths: Vec<usize> = (0..self.list.len()).map(|at| depth(at, parents)).collect();
        let mut tiers: HashMap<usize, usize> = HashMap::new();
        for (place, parent) in self.list.iter().zip(parents).skip(1) {
            let most = tiers.entry(*parent).or_insert(0);
            *most = place.tier.max(*most);
        }
        // What an area lies in comes before it.
        let mut order: Vec<usize> = (1..self.list.len()).collect();
        order.sort_by_key(|at| depths[*at]);
        for at in order {
            let tier = match self.list[at].tier {
                0 => tiers.get(&parents[at]).copied().unwrap_or(0),
                tier => tier - 1,
            };
            let first = match parents[at] {
                0 => 0,
                parent => depths[parent] + 1,
            };
            depths[at] = first + tier;
        }
        // A city that is its own province lies beside the cities of others; so does what lies in nothing beside
        // regions of which no row speaks, and a county beside the sum of two districts.
        let deepest = depths.iter().copied().max().unwrap_or(0);
        let holds: HashSet<usize> = parents.iter().copied().collect();
        let whole = self.whole();
        let is_of_level = |at: &usize| {
            let place = &self.list[*at];
            *at != 0 && !place.is_above && (!place.is_sum || whole == Some(*at))
        };
        let of_rows = holds.iter().copied().filter(is_of_level);
        let lowest = of_rows.map(|at| depths[at] + 1).max().unwrap_or(0);
        for (at, place) in self.list.iter().enumerate().skip(1) {
            let is_open = !place.is_above && place.tier == 0 && depths[at] >= lowest;
            if (place.is_namesake || is_open) && !holds.contains(&at) {
                depths[at] = deepest;
            }
        }
        depths
    }

    /// Place of the parent; 0 where there is none, or where it would lead in a circle.
    fn parent(&self, at: usize, whole: Option<usize>) -> usize {
        let of = |at: usize| -> usize {
            let parent = &self.list[at].parent;
            let found = self.codes.find(parent).map_or(0, |found| found as usize);
            match (found, whole) {
                (0, Some(whole)) if whole != at && at != 0 => match self.innermost {
                    0 => whole,
                    innermost => innermost,
                },
                _ => found,
            }
        };
        let parent = of(at);
        let (mut place, mut steps) = (parent, 0);
        while place != 0 {
            if place == at || steps > MOST_DEPTH {
                return 0;
            }
            place = of(place);
            steps += 1;
        }
        parent
    }
}

/// Deeper hierarchies are none of places.
const MOST_DEPTH: usize = 16;

fn depth(at: usize, parents: &[usize]) -> usize {
    let (mut place, mut depth) = (parents.get(at).copied().unwrap_or(0), 0);
    while place != 0 && depth <= MOST_DEPTH + 1 {
        place = parents.get(place).copied().unwrap_or(0);
        depth += 1;
    }
    depth
}

/// Names for so many levels below the first.
fn level_names(deepest: usize, has_whole: bool) -> Vec<String> {
    match (deepest, has_whole) {
        (0, _) => vec![LEVEL_AREA.to_string()],
        (1, true) => [LEVEL_WHOLE, LEVEL_AREA].map(str::to_string).to_vec(),
        (1, false) => [LEVEL_ABOVE, LEVEL_AREA].map(str::to_string).to_vec(),
        (2, true) => [LEVEL_WHOLE, LEVEL_ABOVE, LEVEL_AREA]
            .map(str::to_string)
            .to_vec(),
        _ => (0..=deepest)
            .map(|level| format!("{LEVEL_AREA}-{}", level + 1))
            .collect(),
    }
}
