//! Which area a row is about.

use crate::intake::places::Said;
use crate::intake::plan::Plan;
use crate::intake::rows::codes::is_of_whole;
use crate::intake::rows::{Cells, MOST_AREAS, Rows, push_key};
use crate::intake::spellings::{code_before, marks_before, plain_name, without_inner_blanks};
use crate::intake::vocabulary::is_note_start;
use crate::intake::vocabulary::notes::{is_further_statistic, is_source, is_statistic};
use crate::intake::vocabulary::totals::{
    is_grand_total, is_nowhere, is_of_which, is_sex, is_total, total_of,
};
use crate::model::{FaultKind, without_footnote};
use crate::parse::cell;

impl Rows {
    /// Writes the key of the row's area; false where it has none, which is told.
    pub(in crate::intake) fn set_area_key(&mut self, plan: &Plan, cells: &dyn Cells) -> bool {
        let at = |place: Option<usize>| place.map_or("", |place| bare(cells.cell(place)));
        let code_of = |place: Option<usize>| place.map_or("", |place| code_at(cells, place));
        let is_within = plan.code_within.is_some();
        let (code, called) = (
            code_of(plan.code_within.or(plan.area_code)),
            at(plan.area_name),
        );
        let (code, called) = match code.is_empty() {
            true => code_before(called).unwrap_or((code, called)),
            false => (code, called),
        };
        let called = called.get(marks_before(called)..).unwrap_or(called);
        // 全　市[2]: the mark leads to a note below.
        let unmarked = without_footnote(called);
        let called = match unmarked.len() < called.len() && is_total(unmarked) {
            true => unmarked,
            false => called,
        };
        let called = without_inner_blanks(called);
        let name = &*called;
        let (parent_code, parent_name) = (code_of(plan.parent_code), at(plan.parent_name));
        let Some(place) = plan.area() else {
            if plan.groups.iter().all(|group| !group.area.is_empty()) {
                // Each column states its own.
                return true;
            }
            self.key.clear();
            push_key(&mut self.key, &plan.table_area);
            let said = Said {
                name: &plan.table_area,
                ..Said::default()
            };
            self.places.meet(&self.key, said);
            return true;
        };
        if cell::looks_like_excel_exponent(code) {
            self.tell(cells, place, FaultKind::ExcelExponent);
            return false;
        }
        let parent = if parent_code.is_empty() {
            parent_name
        } else {
            parent_code
        };
        self.set_parent_key(plan, cells);
        self.key.clear();
        let own_name = if name.is_empty() { code } else { name };
        if own_name.is_empty()
            && let Some(whole) = sum_of(parent, cells)
        {
            push_key(&mut self.key, whole);
            self.parent_key.clear();
            self.places.meet(&self.key, Said::default());
            return true;
        }
        if own_name.is_empty() && self.blanks_above && !self.parent_key.is_empty() {
            std::mem::swap(&mut self.key, &mut self.parent_key);
            let said = Said {
                name: parent_name,
                ..Said::default()
            };
            self.places.meet(&self.key, said);
            return self.has_room(cells, place);
        }
        if own_name.is_empty() && is_total(parent) {
            // The row of the whole says so in the column of what areas lie in.
            push_key(&mut self.key, parent);
            self.parent_key.clear();
            self.places.meet(&self.key, Said::default());
            return true;
        }
        if own_name.is_empty() {
            let mut texts = (0..cells.count()).map(|place| cells.cell(place));
            let first = texts.find(|text| !text.is_empty());
            let kind = match first.is_some_and(is_note_start) {
                // Who made the table, and when.
                true => FaultKind::RowAside,
                false => FaultKind::Blank,
            };
            self.tell(cells, place, kind);
            return false;
        }
        if let Some(kind) = self.no_area(name.is_empty() != code.is_empty(), own_name) {
            self.tell(cells, place, kind);
            return false;
        }
        let is_sum = match is_within {
            _ if parent.is_empty() => false,
            true => is_of_whole(code) || code.is_empty() && self.names_sum(own_name),
            false if self.names_sum(own_name) => true,
            // Beside a code it stands among them, and the others are put into it. Where a row of the whole stands
            // above, it is one of the areas there: the only district of a state.
            false => {
                let is_same = own_name == parent_name && code.is_empty();
                is_same && !self.places.is_summed(&self.parent_key)
            }
        };
        if is_sum {
            // The sum of those in one parent is the parent's own figure.
            self.key.push_str(&self.parent_key);
            self.parent_key.clear();
            let said = Said {
                name: match parent_name {
                    // Its own row.
                    "" if self.key == code => own_name,
                    name => name,
                },
                ..Said::default()
            };
            self.places.meet(&self.key, said);
            if !is_within && own_name == parent_name && code.is_empty() {
                self.places.set_namesake(&self.key);
            } else if !is_within {
                self.places.set_summed(&self.key);
            }
            if is_within && self.places.name(&self.key) == self.key && names_a_place(name) {
                self.places.call(&self.key, name);
            }
        } else {
            if (code.is_empty() || is_within) && !self.parent_key.is_empty() {
                // Two parents may have areas of one name.
                self.key.push_str(&self.parent_key);
            }
            if code.is_empty() && !self.key.is_empty() {
                self.key.push('/');
            }
            match plan.code_within.filter(|_| !code.is_empty()) {
                Some(place) => {
                    let mut key = std::mem::take(&mut self.key);
                    self.push_code(&mut key, place, code);
                    self.key = key;
                }
                None => push_key(&mut self.key, if code.is_empty() { name } else { code }),
            }
            if code.is_empty() {
                let key = std::mem::take(&mut self.key);
                self.key = self.known_as(cells, plan.area_name, key);
            }
            if self.key == self.parent_key {
                self.parent_key.clear();
            }
            // A part of a code is no name.
            let called = if is_within { name } else { own_name };
            let said = Said {
                name: called,
                parent: &self.parent_key,
                parent_name,
                system: at(plan.code_system),
            };
            let before = self.places.count();
            self.places.meet(&self.key, said);
            // A spreadsheet drops the zeros at the start of some and the place becomes two.
            let is_new = self.places.count() > before;
            if is_new {
                self.spellings.name_first(&self.key, own_name, cells.line());
                let indent = plan.area_name.map_or(0, |at| {
                    cells.indent(at) + marks_before(bare(cells.cell(at)))
                });
                self.places.set_indent(&self.key, indent);
                if is_float(cells.cell(place)) {
                    let read_as = code.to_string();
                    self.tell(cells, place, FaultKind::NameRead { read_as });
                }
            }
            let twin = match is_new && !code.is_empty() {
                true => self.places.twin(&self.key),
                false => None,
            };
            if let Some(other) = twin.map(str::to_string) {
                self.tell(cells, place, FaultKind::LostZeros { other });
            }
        }
        self.has_room(cells, place)
    }

    fn names_sum(&mut self, name: &str) -> bool {
        *self.sums.of(name, is_total)
    }

    /// What a row is that is named for no area; none where it is. A code beside the name says that it is
    /// one.
    fn no_area(&mut self, has_no_other: bool, name: &str) -> Option<FaultKind> {
        let is_below = std::mem::replace(&mut self.below_statistics, false);
        // Asked of every row: what was an area before is one.
        if !has_no_other || self.places.holds(name) {
            return None;
        }
        if is_statistic(name) || is_below && is_further_statistic(name) {
            self.below_statistics = true;
            return Some(FaultKind::StatisticAside);
        }
        if is_source(name) {
            return Some(FaultKind::RowAside);
        }
        if is_nowhere(name) {
            return Some(FaultKind::ElsewhereAside);
        }
        match is_of_which(name) {
            true => Some(FaultKind::OfWhichAside),
            false => is_sex(name).then_some(FaultKind::SexAside),
        }
    }

    /// The key of the area that a name stands for: the one met first where spellings differ, which is
    /// told once for each.
    pub(in crate::intake) fn known_as(
        &mut self,
        cells: &dyn Cells,
        place: Option<usize>,
        key: String,
    ) -> String {
        if self.places.holds(&key) {
            return key;
        }
        let Some(same) = self.spellings.same(&key) else {
            return key;
        };
        if same.is_new {
            let written = place.map_or("", |place| bare(cells.cell(place)));
            let written = if written.is_empty() { &key } else { written };
            if self.call_without_mark(&same.key, written) {
                return same.key;
            }
            let read_as = self.places.name(&same.key).to_string();
            self.tell_name(cells, place.unwrap_or(0), written, read_as);
        }
        same.key
    }

    /// The name under which the area of a row's code was met first, where the row writes it in another
    /// way.
    pub(in crate::intake) fn other_spelling(
        &mut self,
        cells: &dyn Cells,
        place: usize,
    ) -> Option<String> {
        let written = cells.cell(place);
        let known = self.places.name(&self.key);
        if written == known || plain_name(written) != plain_name(known) {
            return None;
        }
        let known = known.to_string();
        let key = self.key.clone();
        if self.call_without_mark(&key, written) {
            return None;
        }
        self.tell_name(cells, place, written, known.clone());
        Some(known)
    }

    /// Calls an area by this spelling of its name where it was met under one with a footnote mark, which is
    /// told of that one; false where it keeps its name.
    fn call_without_mark(&mut self, key: &str, written: &str) -> bool {
        let Some(line) = self.spellings.line_of_marked(key, written) else {
            return false;
        };
        let marked = self.places.name(key).to_string();
        self.places.call(key, written);
        if self.spellings.tell(&marked, written, line) {
            let kind = FaultKind::NameRead {
                read_as: written.to_string(),
            };
            let column = self.area_column().to_string();
            self.faults.push(&self.file, line, &column, &marked, kind);
        }
        true
    }

    fn tell_name(&mut self, cells: &dyn Cells, place: usize, written: &str, read_as: String) {
        if self.spellings.tell(written, &read_as, cells.line()) {
            self.tell(cells, place, FaultKind::NameRead { read_as });
        }
    }

    /// Writes the key of the area that a column's name states.
    pub(in crate::intake) fn set_stated_area(&mut self, area: &str, cells: &dyn Cells) -> bool {
        self.key.clear();
        push_key(&mut self.key, bare(area));
        let key = std::mem::take(&mut self.key);
        self.key = self.known_as(cells, None, key);
        let said = Said {
            name: bare(area),
            ..Said::default()
        };
        self.places.meet(&self.key, said);
        self.has_room(cells, 0)
    }

    /// False, and the file fails, where there are more areas than a table of areas has.
    fn has_room(&mut self, cells: &dyn Cells, place: usize) -> bool {
        let has_room = self.places.count() <= MOST_AREAS;
        if !has_room {
            let kind = FaultKind::TooManyAreas { limit: MOST_AREAS };
            self.fail(cells, place, kind);
        }
        has_room
    }
}

/// What a row without a name of its own is the sum of: what it lies in, named with a word for sums
/// behind; or all, where that is said in the column that numbers the rows.
fn sum_of<'c>(parent: &'c str, cells: &'c dyn Cells) -> Option<&'c str> {
    let mut texts = (0..cells.count()).map(|place| cells.cell(place));
    let first = texts.find(|text| !text.is_empty());
    total_of(parent).or_else(|| first.filter(|text| is_grand_total(text)))
}

/// True of what is no word for a sum.
fn names_a_place(name: &str) -> bool {
    let is_sum = name.to_lowercase().starts_with("total") || total_of(name).is_some();
    !name.is_empty() && !is_total(name) && !is_sum
}

/// A code as written; blank where a sign stands that there is none.
pub(in crate::intake) fn code_at(cells: &dyn Cells, place: usize) -> &str {
    let code = bare(cells.cell(place));
    match code.chars().any(char::is_alphanumeric) {
        true => code,
        false => "",
    }
}

/// A code without what keeps a spreadsheet from taking it for a number: `="0101"`, `'0101`; and without the
/// zero behind a point that a program writes where it took it for one: `1001.0`.
pub(in crate::intake) fn bare(text: &str) -> &str {
    if is_float(text) {
        return text.strip_suffix(".0").unwrap_or(text);
    }
    let inner = text.strip_prefix("=\"").and_then(|it| it.strip_suffix('"'));
    let digits = text
        .strip_prefix('\'')
        .filter(|it| it.starts_with(|c: char| c.is_ascii_digit()));
    inner.or(digits).unwrap_or(text)
}

/// True of a whole number with a zero behind a point.
fn is_float(text: &str) -> bool {
    let whole = text.strip_suffix(".0");
    whole.is_some_and(|it| !it.is_empty() && it.bytes().all(|digit| digit.is_ascii_digit()))
}
