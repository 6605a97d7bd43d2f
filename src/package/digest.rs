//! A digest of the data that a view is made from, as it was read: the same for the same figures, in
//! whatever files and in whatever order their rows stand, another as soon as one of them is another.
//!
//! It must not know views: a scope says which rows count. It goes in steps, since there may be a
//! million of them.

use super::open::{ObservationFile, Package};
use crate::model::{AreaId, IndicatorId, LevelId, Period, Standard, sort_by_key, sorted_unique};
use crate::table::{Observations, SliceKey};
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// What the digest begins with, so that another way of making it gives another digest.
const FORM: &str = "zhishe-data-1";

/// Observations that count.
#[derive(Clone, Debug, PartialEq)]
pub struct RowScope {
    /// Of these indicators.
    pub indicators: Vec<IndicatorId>,
    /// On these levels; on all where there are none.
    pub levels: Vec<LevelId>,
    /// At this period; up to the end of the scope where none.
    pub only: Option<Period>,
    /// True for the files that break figures down, false for the others.
    pub is_broken_down: bool,
}

/// What a digest is made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DigestScope {
    /// The observations: those that one of these holds.
    pub rows: Vec<RowScope>,
    /// The last period that counts: what ends after it does not. All where none.
    pub until: Option<Period>,
    /// True where every area counts, not only those of the observations and what they lie in.
    pub has_all_areas: bool,
    /// Codes of the standards that count.
    pub standards: Vec<String>,
    /// True where splits and mergers count.
    pub has_lineage: bool,
}

/// Rows of one indicator, breakdown and period, from whatever files.
struct Group {
    indicator: IndicatorId,
    /// Values of the dimensions by their names; blank for a total.
    category: String,
    is_broken_down: bool,
    period: Period,
    /// By level: true where it counts.
    levels: Vec<bool>,
    /// The files, and the slice of each.
    parts: Vec<(usize, SliceKey)>,
}

/// A digest, and where its figures are from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DataDigest {
    /// 64 hexadecimal digits.
    pub digest: String,
    /// Codes of the sources that its rows name, or else their indicators, in order.
    pub sources: Vec<String>,
}

/// A digest on its way.
pub struct Digesting {
    package: Arc<Package>,
    scope: DigestScope,
    groups: Vec<Group>,
    next: usize,
    /// By area: its place in the order of codes, which no file and no row changes.
    ranks: Vec<u32>,
    /// By area: true where it counts.
    concerned: Vec<bool>,
    sources: Vec<String>,
    written: Written,
}

impl Digesting {
    /// Begins the digest of what a scope holds of a package. What has not been read is not in it.
    pub fn new(package: Arc<Package>, scope: DigestScope) -> Digesting {
        let mut by_code: Vec<AreaId> = package.areas.iter().map(|(id, _)| id).collect();
        sort_by_key(&mut by_code, |id| &*package.areas.get(*id).code);
        let mut ranks = vec![0; by_code.len()];
        for (rank, area) in by_code.iter().enumerate() {
            ranks[area.0 as usize] = rank as u32;
        }
        let mut written = Written(Sha256::new());
        written.text(FORM);
        written.text(&package.name);
        Digesting {
            groups: groups(&package, &scope),
            next: 0,
            concerned: vec![scope.has_all_areas; ranks.len()],
            ranks,
            sources: Vec::new(),
            written,
            package,
            scope,
        }
    }

    /// Takes in so many rows more, and those that stand with them; false when all are.
    pub fn step(&mut self, row_count: usize) -> bool {
        let mut taken = 0;
        while taken < row_count
            && let Some(group) = self.groups.get(self.next)
        {
            taken += 1 + write_group(
                (&self.package, group, &self.ranks),
                (&mut self.concerned, &mut self.sources),
                &mut self.written,
            );
            self.next += 1;
        }
        self.next < self.groups.len()
    }

    /// The digest.
    pub fn finish(mut self) -> DataDigest {
        while self.step(usize::MAX) {}
        self.definitions();
        self.areas();
        self.standards();
        self.lineage();
        let hash = self.written.0.finalize();
        let digits = hash.iter().flat_map(|byte| [byte >> 4, byte & 15]);
        let digits = digits.filter_map(|digit| char::from_digit(u32::from(digit), 16));
        DataDigest {
            digest: digits.collect(),
            sources: sorted_unique(self.sources),
        }
    }

    /// What figures mean: how they are made, in which unit, which way is good.
    fn definitions(&mut self) {
        let package = self.package.clone();
        let all = self.scope.rows.iter().flat_map(|rows| &rows.indicators);
        let all = sorted_unique(all.map(|id| (&*package.indicators.get(*id).code, *id)));
        for (code, id) in all {
            let indicator = package.indicators.get(id);
            self.written.text(code);
            self.written.text(indicator.kind.word());
            self.written.text(indicator.nature.word());
            self.written.text(indicator.polarity.word());
            let role = indicator.role.map_or("", |role| role.word());
            self.written.text(role);
            self.written.number(Some(indicator.multiplier));
            self.written.text(&indicator.unit.zh);
            self.written.text(&indicator.unit.en);
        }
        self.written.end();
    }

    /// Where areas lie.
    fn areas(&mut self) {
        let package = self.package.clone();
        let all = package.areas.iter().map(|(id, _)| id);
        let concerned: Vec<AreaId> = all
            .filter(|id| self.concerned.get(id.0 as usize) == Some(&true))
            .collect();
        // What they lie in counts too.
        let mut meant: Vec<AreaId> = Vec::new();
        for area in concerned {
            meant.extend(package.areas.path(area));
            meant.push(area);
        }
        for (code, id) in sorted_unique(meant.iter().map(|id| (&*package.areas.get(*id).code, *id)))
        {
            let area = package.areas.get(id);
            let level = package.descriptor.levels.get(usize::from(area.level.0));
            let parent = area.parent.map(|parent| package.areas.get(parent));
            self.written.text(code);
            self.written.text(level.map_or("", String::as_str));
            self.written.text(parent.map_or("", |parent| &parent.code));
            self.written.text(&area.valid_from);
            self.written.text(&area.valid_to);
        }
        self.written.end();
    }

    fn standards(&mut self) {
        let package = self.package.clone();
        let until = self.scope.until;
        let meant = |it: &&Standard| {
            self.scope.standards.contains(&it.code) && has_begun(&it.effective_from, until)
        };
        let mut meant: Vec<&Standard> = package.standards.iter().filter(meant).collect();
        sort_by_key(&mut meant, |it| (&*it.code, &*it.effective_from));
        for standard in meant {
            for text in [
                &*standard.code,
                &standard.effective_from,
                &standard.effective_to,
                &standard.indicator,
                &standard.unit.zh,
                &standard.unit.en,
                &standard.area_code,
                &standard.level,
                &standard.applies_to,
            ] {
                self.written.text(text);
            }
            self.written.byte(standard.operator as u8);
            self.written.byte(standard.strength as u8);
            self.written.number(Some(standard.value));
        }
        self.written.end();
    }

    fn lineage(&mut self) {
        if self.scope.has_lineage {
            let until = self.scope.until;
            let all = self.package.lineage.iter();
            let meant = all.filter(|it| until.is_none_or(|until| ends_by(it.period, until)));
            let rows = meant.map(|it| (&*it.from_code, &*it.to_code, it.period));
            for (from, to, period) in sorted_unique(rows) {
                self.written.text(from);
                self.written.text(to);
                self.written.text(&period.to_string());
            }
        }
        self.written.end();
    }
}

/// True where a period has ended when another one has.
fn ends_by(period: Period, until: Period) -> bool {
    period.end_index() <= until.end_index()
}

/// True where a date as written, `2026`, `2026-03` or `2026-03-01`, is not after the end of a period.
fn has_begun(from: &str, until: Option<Period>) -> bool {
    let Some(until) = until else {
        return true;
    };
    let end = until.last_month().to_string();
    let length = from.len().min(end.len());
    from.get(..length) <= end.get(..length)
}

/// The rows that count, in an order that hangs on what they say and not on where they stand.
fn groups(package: &Package, scope: &DigestScope) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (at, file) in package.observation_files().enumerate() {
        let about = package.descriptor.resources.get(file.resource);
        let is_broken_down = about.is_some_and(|about| !about.dimensions.is_empty());
        for (key, slice) in file.index.slices() {
            let meant = scope.rows.iter().filter(|rows| {
                let at_period = match (rows.only, scope.until) {
                    (Some(only), _) => key.period == only,
                    (None, Some(until)) => ends_by(key.period, until),
                    (None, None) => true,
                };
                at_period
                    && rows.is_broken_down == is_broken_down
                    && rows.indicators.contains(&key.indicator)
            });
            let mut levels = vec![false; package.descriptor.levels.len()];
            for rows in meant {
                for (level, counts) in levels.iter_mut().enumerate() {
                    let is_named = rows.levels.iter().any(|it| usize::from(it.0) == level);
                    *counts |= rows.levels.is_empty() || is_named;
                }
            }
            if levels.contains(&true) {
                let row = slice.iter().next().map(|(_, row)| row);
                groups.push(Group {
                    indicator: key.indicator,
                    category: category_text(package, &file.table, row.unwrap_or(0)),
                    is_broken_down,
                    period: key.period,
                    levels,
                    parts: vec![(at, *key)],
                });
            }
        }
    }
    sort_by_key(&mut groups, |group| {
        let code = &*package.indicators.get(group.indicator).code;
        let category = group.category.clone();
        (code, group.is_broken_down, category, group.period)
    });
    groups.dedup_by(|next, group| {
        let is_same = next.indicator == group.indicator
            && next.is_broken_down == group.is_broken_down
            && next.category == group.category
            && next.period == group.period;
        if is_same {
            group.parts.append(&mut next.parts);
        }
        is_same
    });
    groups
}

/// `category=noise;age=60+`, by the names of the dimensions; blank for a total.
fn category_text(package: &Package, table: &Observations, row: usize) -> String {
    let names = package.descriptor.dimensions.iter();
    let named = names.zip(&table.dimensions);
    let values = named.map(|(about, column)| (&*about.name, column.text(row)));
    let values = sorted_unique(values.filter(|(_, value)| !value.is_empty()));
    let values = values
        .iter()
        .map(|(name, value)| [name, "=", value].concat());
    values.collect::<Vec<String>>().join(";")
}

/// Writes the rows of a group by the codes of their areas, and marks these. Gives their number.
fn write_group(
    (package, group, ranks): (&Package, &Group, &[u32]),
    (concerned, sources): (&mut [bool], &mut Vec<String>),
    written: &mut Written,
) -> usize {
    let files: Vec<_> = package.observation_files().collect();
    let mut rows: Vec<(u32, AreaId, usize, usize)> = Vec::new();
    for (part, (file, key)) in group.parts.iter().enumerate() {
        let slice = files.get(*file).and_then(|file| file.index.slice(*key));
        for (area, row) in slice.into_iter().flat_map(|slice| slice.iter()) {
            let level = usize::from(package.areas.get(area).level.0);
            if group.levels.get(level) == Some(&true) {
                let rank = ranks.get(area.0 as usize).copied().unwrap_or(0);
                rows.push((rank, area, part, row));
            }
        }
    }
    if rows.is_empty() {
        return 0;
    }
    note_sources((package, group), &files, &rows, sources);
    sort_by_key(&mut rows, |row| *row);
    written.text(&package.indicators.get(group.indicator).code);
    written.byte(u8::from(group.is_broken_down));
    written.text(&group.category);
    written.text(&group.period.to_string());
    for of_area in rows.chunk_by(|one, next| one.0 == next.0) {
        let told = of_area.iter().filter_map(|(_, area, part, row)| {
            let (file, _) = group.parts.get(*part)?;
            let code = &package.areas.get(*area).code;
            let is_quotient = package.indicators.get(group.indicator).is_quotient();
            Some(row_bytes(code, &files.get(*file)?.table, *row, is_quotient))
        });
        // Two files may speak of one area, and either may come first.
        for bytes in sorted_unique(told) {
            written.0.update(&bytes);
        }
        if let Some((_, area, ..)) = of_area.first()
            && let Some(is_concerned) = concerned.get_mut(area.0 as usize)
        {
            *is_concerned = true;
        }
    }
    written.end();
    rows.len()
}

/// Notes the sources of rows, each once. Rows that stand together mostly have one source.
fn note_sources(
    (package, group): (&Package, &Group),
    files: &[&Arc<ObservationFile>],
    rows: &[(u32, AreaId, usize, usize)],
    sources: &mut Vec<String>,
) {
    let mut last = None;
    for (_, _, part, row) in rows {
        let file = group
            .parts
            .get(*part)
            .and_then(|(file, _)| files.get(*file));
        let Some(table) = file.map(|file| &file.table) else {
            continue;
        };
        let code = Some((*part, table.source.code(*row)));
        if code == last {
            continue;
        }
        last = code;
        let named = match table.source.text(*row) {
            "" => &package.indicators.get(group.indicator).source,
            named => named,
        };
        if !named.is_empty() && !sources.iter().any(|known| known == named) {
            sources.push(named.to_string());
        }
    }
}

/// A row as it was read. Where the value is that of a numerator and a denominator, whether it was written
/// beside them is no matter.
fn row_bytes(code: &str, table: &Observations, row: usize, is_quotient: bool) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(64);
    bytes.extend((code.len() as u32).to_le_bytes());
    bytes.extend(code.as_bytes());
    let counts = [&table.numerator, &table.denominator].map(|column| column.get(row));
    let has_counts = is_quotient && counts.iter().all(Option::is_some);
    let value = table.value.get(row).filter(|_| !has_counts);
    for number in std::iter::once(value).chain(counts) {
        bytes.extend(number_bytes(number));
    }
    let bound = table.bound(row).map_or("", |bound| bound.word());
    bytes.extend(bound.as_bytes());
    bytes.extend(table.status(row).letter().as_bytes());
    bytes.push(u8::from(table.invalid(row).is_some()));
    bytes
}

/// Nine bytes: whether there is a number, and all of its bits.
fn number_bytes(number: Option<f64>) -> [u8; 9] {
    let mut bytes = [0; 9];
    if let Some(number) = number {
        bytes[0] = 1;
        bytes[1..].copy_from_slice(&number.to_bits().to_le_bytes());
    }
    bytes
}

/// What has been taken in, each thing so that no two ways of cutting it are alike.
struct Written(Sha256);

impl Written {
    fn byte(&mut self, byte: u8) {
        self.0.update([byte]);
    }

    fn text(&mut self, text: &str) {
        self.0.update((text.len() as u32).to_le_bytes());
        self.0.update(text.as_bytes());
    }

    fn number(&mut self, number: Option<f64>) {
        self.0.update(number_bytes(number));
    }

    /// Ends a list: no text is that long.
    fn end(&mut self) {
        self.0.update(u32::MAX.to_le_bytes());
    }
}
