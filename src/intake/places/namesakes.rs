//! Areas that are called as what they lie in, or have its code: the same place, or one of those in it.

use crate::intake::places::{Places, Said};
use std::collections::{HashMap, HashSet};

impl Places {
    /// Keeps that an area's row says that it lies in a place of its own name.
    pub(in crate::intake) fn set_namesake(&mut self, code: &str) {
        if let Some(place) = self.of_mut(code) {
            place.is_namesake = true;
        }
    }

    /// Keeps that a row of all in a place was met, by a word for sums.
    pub(in crate::intake) fn set_summed(&mut self, code: &str) {
        if let Some(place) = self.of_mut(code) {
            place.is_summed = true;
        }
    }

    /// True of a place of which that is kept.
    pub(in crate::intake) fn is_summed(&self, code: &str) -> bool {
        self.of(code).is_some_and(|place| place.is_summed)
    }

    /// The areas of which that was said.
    pub(in crate::intake) fn namesakes(&self) -> Vec<&str> {
        let all = self.codes.texts().zip(&self.list).skip(1);
        all.filter(|(_, it)| it.is_namesake)
            .map(|(code, _)| code)
            .collect()
    }

    /// Puts areas that were taken for the places of their names, and what lies in these, into these places,
    /// which have no figures of their own.
    pub(in crate::intake) fn part_namesakes(&mut self, codes: &[String]) {
        let mut parted: HashMap<&str, String> = HashMap::new();
        for code in codes {
            let Some(place) = self.of(code) else {
                continue;
            };
            let (above, outer) = (["/", code].concat(), place.parent.clone());
            let said = Said {
                name: &place.name.clone(),
                parent: &outer,
                ..Said::default()
            };
            self.meet_above(&above, said);
            parted.insert(code, above);
        }
        for place in self.list.iter_mut().filter(|_| !parted.is_empty()) {
            if let Some(above) = parted.get(place.parent.as_str()) {
                place.parent.clone_from(above);
            }
        }
        for (code, above) in parted {
            if let Some(place) = self.of_mut(code) {
                place.parent = above;
            }
        }
    }

    /// Puts areas that lie in a place without figures into the one among them that is called as this place
    /// is, or has its code with zeros behind: its own row.
    pub(in crate::intake) fn join_twins(&mut self, codes: &[&str]) {
        let has_figures: HashSet<&str> = codes.iter().copied().collect();
        let mut inside: HashMap<&str, Vec<&str>> = HashMap::new();
        for code in codes {
            inside.entry(self.parent_code(code)).or_default().push(code);
        }
        let mut twins: HashMap<String, String> = HashMap::new();
        for code in codes {
            let above = self.parent_code(code);
            let beside = || inside.get(above).map_or(&[][..], Vec::as_slice);
            let is_called_so =
                || self.name(above) == self.name(code) && !self.is_one_of(code, beside());
            let is_twin = !above.is_empty()
                && !has_figures.contains(above)
                && (is_code_of_whole(code, above) || is_called_so());
            if is_twin {
                twins.insert(above.to_string(), code.to_string());
            }
        }
        for code in codes {
            if let Some(twin) = twins.get(self.parent_code(code)).cloned() {
                self.put_into(code, &twin);
            }
        }
        for (above, twin) in &twins {
            if is_code_of_whole(twin, above) {
                let outer = self.parent_code(above).to_string();
                if let Some(place) = self.of_mut(above) {
                    place.is_double = true;
                }
                if let Some(place) = self.of_mut(twin) {
                    place.parent = outer;
                }
            }
        }
        self.drop_doubles(codes, &[]);
    }

    /// True of an area whose code is made as those of the others in its place are: a city of the name of its
    /// province, and not the province.
    fn is_one_of(&self, code: &str, beside: &[&str]) -> bool {
        let zeros = |code: &str| code.len() - code.trim_end_matches('0').len();
        let others = beside.iter().filter(|it| **it != code);
        let last = code.rsplit(|it: char| !it.is_ascii_digit()).next();
        let is_zero = last.is_some_and(|it| !it.is_empty() && it.len() == zeros(it));
        let has_no_zeros = zeros(code) < 2 && !is_zero;
        let is_alike =
            |it: &&str| it.len() == code.len() && (has_no_zeros || zeros(it) >= zeros(code));
        let is_namesake = self.of(code).is_some_and(|it| it.is_namesake);
        let is_code = code.bytes().any(|it| it.is_ascii_digit());
        is_namesake || is_code && others.copied().any(|it| is_alike(&it))
    }

    /// Leaves out what has no figures of its own and holds one area alone, where that holds others, or will
    /// as `holders` say: it is the same place. `codes` are those of the areas that have figures.
    pub(in crate::intake) fn drop_doubles(&mut self, codes: &[&str], holders: &[&str]) {
        let has_figures: HashSet<&str> = codes.iter().copied().collect();
        let holders: HashSet<&str> = holders.iter().copied().collect();
        let mut held: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, place) in self.list.iter().enumerate().skip(1) {
            held.entry(place.parent.clone()).or_default().push(at);
        }
        for (above, inside) in &held {
            let Some(at) = self.codes.find(above).map(|at| at as usize) else {
                continue;
            };
            let [only] = inside[..] else {
                continue;
            };
            let code = self.codes.text(only as u32);
            let is_holder = held.contains_key(code) || holders.contains(code);
            // A street of one community is another place than that; an abbreviation of a state is none.
            let is_other =
                !has_figures.contains(code) && self.list[at].name != self.list[only].name;
            if at == 0 || has_figures.contains(above.as_str()) || !is_holder || is_other {
                continue;
            }
            let outer = self.list[at].parent.clone();
            self.list[only].parent = outer;
            self.list[at].is_double = true;
        }
    }
}

/// True of the code that is another one with zeros behind: county 000 of state 01 is the state.
fn is_code_of_whole(code: &str, above: &str) -> bool {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    let rest = code.strip_prefix(above).unwrap_or_default();
    is_digits(above) && rest.len() > 1 && rest.bytes().all(|it| it == b'0')
}
