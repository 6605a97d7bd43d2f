//! Which areas hold which, as the figures and the codes say: known when all rows are read.

use crate::intake::Doubt;
use crate::intake::places::Places;
use crate::intake::remark::{HoldSign, Remark};
use crate::intake::rows::Rows;
use crate::intake::sums::alike::alike;
use crate::intake::sums::groups::Groups;
use crate::intake::sums::indents::indented;
use crate::intake::sums::named::{
    by_country, by_prefix, by_total, doubt_named, is_as_large, mere_namesakes,
};
use crate::intake::sums::nested_codes::{larger, nested};
use crate::intake::sums::refuted::refuted;
use crate::intake::sums::series::figures;
use crate::intake::sums::{Known, sums};
use crate::intake::vocabulary::totals::{is_seat, may_be_whole};
use crate::model::FaultKind;
use crate::table::Observations;
use rustc_hash::FxHashMap;

/// The areas that hold others, none of which says so by its name.
#[derive(Debug, Default)]
pub(in crate::intake) struct Holders {
    list: Vec<Holder>,
    /// True where there are more whose figures are sums and which could not be told.
    is_mixed: bool,
    /// Two areas of the same figures, and how many such pairs there are.
    alike: Option<(String, String, usize)>,
}

#[derive(Debug)]
struct Holder {
    name: String,
    /// The line where it stands first.
    line: u32,
    sign: HoldSign,
}

impl Rows {
    /// Gives the areas that hold others their place above these, and tells it on the row where each stands
    /// first. `groups` are those of the table, whole.
    pub(in crate::intake) fn settle_holders(&mut self, groups: &Groups) {
        let mut found = Found::default();
        doubt_named(&self.table, groups, &mut self.places);
        by_sums(&self.table, groups, &mut self.places, &mut found);
        by_indents(&self.table, groups, &mut self.places, &mut found);
        let mere = mere_namesakes(&self.table, groups, &self.places);
        self.places.part_namesakes(&mere);
        by_names(&self.table, groups, &mut self.places, &mut found);
        by_codes(&self.table, groups, &mut self.places, &mut found);
        by_country(&self.table, groups, &mut self.places);
        for indicator in refuted(&self.table, groups, &self.places) {
            let code = self.table.indicator.dictionary.text(indicator);
            self.indicators.refute_count(code);
        }
        self.holders.is_mixed = found.is_mixed;
        let codes: Vec<&str> = self.table.area.dictionary.texts().skip(1).collect();
        let name = |at: usize| self.places.name(codes[at]).to_string();
        let alike = alike(&self.table, groups, &self.places);
        self.holders.alike = alike.map(|(one, other, count)| (name(one), name(other), count));
        let areas = &self.table.area;
        let place = |(code, sign): (String, HoldSign)| Some((areas.dictionary.find(&code)?, sign));
        let holders: FxHashMap<u32, HoldSign> =
            found.holders.into_iter().filter_map(place).collect();
        // Codes stand in the order in which areas were first met.
        let (mut left, mut known) = (holders.len(), 0);
        for row in 0..self.table.row_count() {
            if left == 0 {
                break;
            }
            let code = self.table.area.code(row);
            if code <= known {
                continue;
            }
            known = code;
            let Some(sign) = holders.get(&code).copied() else {
                continue;
            };
            left -= 1;
            let line = self.table.line(row);
            let name = self.places.name(self.table.area.text(row)).to_string();
            let kind = match sign {
                HoldSign::Figures => FaultKind::SumOfAreas,
                HoldSign::Codes => FaultKind::HoldsAreas,
                HoldSign::Indents => FaultKind::HoldsIndented,
                HoldSign::Names => FaultKind::HoldsByName,
            };
            let column = self.area_column().to_string();
            self.faults.push(&self.file, line, &column, &name, kind);
            self.holders.list.push(Holder { name, line, sign });
        }
    }
}

/// The codes of areas that hold others and do not say so by their names.
#[derive(Default)]
struct Found {
    /// Each with what says so.
    holders: Vec<(String, HoldSign)>,
    is_mixed: bool,
}

impl Found {
    fn add(&mut self, code: &str, sign: HoldSign) {
        if !self.holders.iter().any(|it| it.0 == code) {
            self.holders.push((code.to_string(), sign));
        }
    }
}

fn by_sums(table: &Observations, groups: &Groups, places: &mut Places, found: &mut Found) {
    let codes = &table.area.dictionary;
    let known = Known {
        above: &|area| places.parent_code(codes.text(area)),
        is_total: &|area| places.is_whole(codes.text(area)),
    };
    let sums = sums(table, groups, &known);
    let list = sums.list();
    let told = list.iter().map(|area| codes.text(*area));
    for code in told.filter(|code| !places.is_whole(code)) {
        found.add(code, HoldSign::Figures);
    }
    for area in &list {
        places.set_sum(codes.text(*area));
    }
    for (part, whole) in &sums.parts {
        places.put_into(codes.text(*part), codes.text(*whole));
    }
    places.drop_doubles(&codes.texts().skip(1).collect::<Vec<_>>(), &[]);
    let wholes = sums.wholes.iter().map(|area| codes.text(*area));
    places.make_whole(&wholes.collect::<Vec<_>>());
    for (area, tier) in &sums.between {
        places.set_tier(codes.text(*area), *tier);
    }
    found.is_mixed = sums.is_mixed;
}

fn by_indents(table: &Observations, groups: &Groups, places: &mut Places, found: &mut Found) {
    let codes: Vec<&str> = table.area.dictionary.texts().skip(1).collect();
    let parts = indented(&codes, places, &|| figures(table, groups));
    // What stands further in says what the figures left open.
    found.is_mixed &= parts.is_empty();
    for (part, whole) in parts {
        let (Some(part), Some(whole)) = (codes.get(part), codes.get(whole)) else {
            continue;
        };
        if places.put_into(part, whole) {
            found.add(whole, HoldSign::Indents);
        }
    }
}

fn by_names(table: &Observations, groups: &Groups, places: &mut Places, found: &mut Found) {
    let codes: Vec<&str> = table.area.dictionary.texts().skip(1).collect();
    for (part, whole) in by_prefix(&codes, places) {
        let (Some(part), Some(whole)) = (codes.get(part), codes.get(whole)) else {
            continue;
        };
        if places.put_into(part, whole) {
            found.add(whole, HoldSign::Names);
        }
    }
    for above in by_total(table, groups, places) {
        found.add(&above, HoldSign::Names);
    }
}

fn by_codes(table: &Observations, groups: &Groups, places: &mut Places, found: &mut Found) {
    let codes: Vec<&str> = table.area.dictionary.texts().skip(1).collect();
    places.join_twins(&codes);
    let mut parts = nested(&codes, &|| figures(table, groups));
    let is_of_seat = |at: usize| codes.get(at).is_some_and(|it| is_seat(places.name(it)));
    parts.retain(|it| !is_of_seat(it.1));
    let holders = parts.iter().filter_map(|it| codes.get(it.1).copied());
    let holders: Vec<&str> = holders.collect();
    // What holds the one area that holds the others is put aside at first.
    for _ in 0..2 {
        for (part, whole) in &parts {
            let (Some(part), Some(whole)) = (codes.get(*part), codes.get(*whole)) else {
                continue;
            };
            if places.put_into(part, whole) {
                found.add(whole, HoldSign::Codes);
            }
        }
        places.drop_doubles(&codes, &holders);
    }
    let is_top = |code: &&&str| places.parent_code(code).is_empty();
    let mut tops = codes.iter().filter(is_top);
    if let (Some(top), None) = (tops.next(), tops.next())
        && codes.len() > 1
        && !places.has_sibling(top)
    {
        // An island that lies in no region is no whole of those that do.
        let at = codes.iter().position(|it| it == top).unwrap_or_default();
        let is_at_end = at == 0 || at + 1 == codes.len();
        let others = (0..codes.len()).filter(|it| *it != at);
        let others: Vec<(usize, usize)> = others.map(|it| (it, at)).collect();
        let holds = codes.iter().any(|it| places.parent_code(it) == *top);
        let is_sum = || match is_as_large(&others, &figures(table, groups)) {
            // A large city among others is none of them.
            Some(is_so) => is_so && is_at_end,
            // Of rates alone the place of the row says it: a whole stands before its parts or behind them.
            None => is_at_end,
        };
        if holds || may_be_whole(places.name(top)) || is_sum() {
            places.make_whole(&[top]);
        }
    }
    if places.has_tiers() {
        return;
    }
    let above: Vec<String> = codes
        .iter()
        .map(|code| places.parent_code(code).to_string())
        .collect();
    for (code, tier) in larger(&codes, &above) {
        places.set_tier(code, tier);
        found.add(code, HoldSign::Codes);
    }
}

/// So many are named.
const NAMED: usize = 3;

impl Holders {
    /// True where it is told of an area of this name.
    pub(in crate::intake) fn tell(&self, name: &str) -> bool {
        self.list.iter().any(|it| it.name == name)
    }

    /// What to tell of them: of those that are sums, and of those whose codes say it.
    pub(in crate::intake) fn remarks(&self) -> impl Iterator<Item = Remark> {
        let signs = [
            HoldSign::Figures,
            HoldSign::Indents,
            HoldSign::Names,
            HoldSign::Codes,
        ];
        let alike = self.alike.clone().map(|(first, second, count)| {
            Remark::Doubt(Doubt::AlikeAreas {
                first,
                second,
                count,
            })
        });
        let holders = signs.into_iter().filter_map(|sign| {
            let of_kind = || self.list.iter().filter(move |it| it.sign == sign);
            let names = of_kind().take(NAMED).map(|it| it.name.clone());
            Some(Remark::HoldAreas {
                names: names.collect(),
                count: of_kind().count(),
                line: of_kind().next()?.line,
                sign,
                is_mixed: sign == HoldSign::Figures && self.is_mixed,
            })
        });
        holders.chain(alike)
    }
}
