//! The table of revisions given its meaning: which published value each row is about, what that was
//! before, and what does not fit.
//!
//! It is made of the package as it stands, since it is held against observations that are read later.

use super::checks::{self, Figures, Finding, Part};
use super::descriptor::TableKind;
use super::open::{FileState, ObservationFile, Package};
use super::registers::Table;
use crate::model::{
    AreaId, Day, Fault, FaultKind, Faults, Indicator, IndicatorId, Invalid, Kind, Period,
    RevisedFigure, Revision, Status, Text, number_in_full, sort_by_key,
};
use crate::parse::cell;
use crate::table::SliceKey;
use std::ops::Range;
use std::sync::Arc;

/// The revisions of a package, as far as its tables have been read.
#[derive(Debug, Default)]
pub struct Revisions {
    /// Those of one value together, the earliest first.
    pub list: Vec<Revision>,
    /// Places in the list of the revisions of each published row: file, row; in order.
    of_rows: Vec<((usize, usize), Range<usize>)>,
    pub(super) faults: Vec<Fault>,
}

impl Revisions {
    /// The revisions of a row of a file, the earliest first.
    pub fn of_row(&self, resource: usize, row: usize) -> &[Revision] {
        let found = self
            .of_rows
            .binary_search_by(|(at, _)| at.cmp(&(resource, row)));
        let range = found.ok().map(|place| self.of_rows[place].1.clone());
        range
            .and_then(|range| self.list.get(range))
            .unwrap_or_default()
    }

    /// The revisions of the value that a revision is about, the earliest first.
    pub fn of_value(&self, about: &Revision) -> &[Revision] {
        let mut chains = self.chains();
        let own = chains.find(|chain| chain.first().is_some_and(|it| key_of(it) == key_of(about)));
        own.unwrap_or_default()
    }

    /// The revisions of each value, the earliest first.
    pub(super) fn chains(&self) -> impl Iterator<Item = &[Revision]> {
        self.list.chunk_by(|one, next| key_of(one) == key_of(next))
    }
}

type Key<'a> = (IndicatorId, AreaId, Period, &'a [String]);

fn key_of(revision: &Revision) -> Key<'_> {
    let it = revision;
    (it.indicator, it.area, it.period, &it.category)
}

/// The faults found in each file.
struct Told<'p> {
    package: &'p Package,
    files: Vec<(usize, Faults)>,
}

impl Told<'_> {
    fn push(&mut self, about: &Revision, column: &str, found: &str, kind: FaultKind) {
        let path = &self.package.descriptor.resources[about.resource].path;
        let file = self.files.iter_mut().find(|(at, _)| *at == about.resource);
        if let Some((_, faults)) = file {
            faults.push(path, about.line, column, found, kind);
        }
    }
}

impl Package {
    /// The package with what its revisions mean, as far as it has been read.
    pub fn revised(&self) -> Package {
        let mut package = self.clone();
        package.revisions = Arc::new(read(self));
        package
    }

    /// The row of a value: of the total where the category is blank. None where it has none, or where
    /// two files have one.
    pub(super) fn published_row(
        &self,
        about: &Revision,
    ) -> Option<(&ObservationFile, SliceKey, usize)> {
        let total = SliceKey {
            indicator: about.indicator,
            category: 0,
            period: about.period,
        };
        if is_total(about) {
            let is_sure = !self.is_in_conflict(total, about.area);
            let mut files = self.observation_files().filter(|_| is_sure);
            return files.find_map(|file| {
                let row = file.index.slice(total)?.row(about.area)?;
                Some((&**file, total, row))
            });
        }
        self.observation_files().find_map(|file| {
            let own = |key: &SliceKey| {
                (key.indicator, key.period) == (about.indicator, about.period) && key.category != 0
            };
            let mut slices = file.index.slices().filter(|(key, _)| own(key));
            slices.find_map(|(key, slice)| {
                let row = slice.row(about.area)?;
                let texts = file.table.dimensions.iter().map(|column| column.text(row));
                let is_same = texts.eq(about.category.iter().map(String::as_str));
                is_same.then_some((&**file, *key, row))
            })
        })
    }
}

/// True for a revision of a total, which no dimension breaks down.
pub(super) fn is_total(revision: &Revision) -> bool {
    revision.category.iter().all(String::is_empty)
}

fn read(package: &Package) -> Revisions {
    let mut told = Told {
        package,
        files: Vec::new(),
    };
    let mut list = Vec::new();
    for (resource, rows) in package.revision_rows.iter() {
        let path = package.descriptor.resources[*resource].path.clone();
        let mut table = Table::new(rows, path, Faults::default());
        let rows = (0..table.row_count()).filter_map(|at| {
            // That it has too many or too few cells is told as of every table.
            let is_whole = table.is_whole(at);
            is_whole
                .then(|| read_row(package, &mut table, *resource, at))
                .flatten()
        });
        list.extend(rows.collect::<Vec<_>>());
        told.files.push((*resource, table.faults));
    }
    sort_by_key(&mut list, |it: &Revision| {
        let (indicator, area, period, category) = key_of(it);
        (indicator, area, period, category.to_vec(), it.released)
    });
    let list = without_duplicates(&mut told, list);
    let mut revisions = Revisions::default();
    for chain in list.chunk_by(|one, next| key_of(one) == key_of(next)) {
        let published = package.published_row(&chain[0]);
        if check_chain(
            &mut told,
            chain,
            published.map(|(file, _, row)| (file, row)),
        ) {
            let from = revisions.list.len();
            revisions.list.extend_from_slice(chain);
            if let Some((file, _, row)) = published {
                let range = from..revisions.list.len();
                revisions.of_rows.push(((file.resource, row), range));
            }
        }
    }
    sort_by_key(&mut revisions.of_rows, |(at, _)| *at);
    for (resource, faults) in told.files {
        let path = &package.descriptor.resources[resource].path;
        revisions.faults.extend(faults.finish(path));
    }
    revisions
}

fn read_row(
    package: &Package,
    table: &mut Table<'_>,
    resource: usize,
    at: usize,
) -> Option<Revision> {
    let code = table.needed(at, "indicator")?;
    let Some(indicator) = package.indicators.id(&code) else {
        if package.lacks(TableKind::Indicators, &code) {
            table.fault(at, "indicator", FaultKind::UnknownIndicator);
        }
        return None;
    };
    let code = table.needed(at, "area_code")?;
    let Some(area) = package.areas.id(&code) else {
        if package.lacks(TableKind::Areas, &code) {
            table.fault(at, "area_code", FaultKind::UnknownArea);
        }
        return None;
    };
    let period = match cell::period(&table.needed(at, "period")?) {
        Ok(read) => read.period,
        Err(kind) => {
            table.fault(at, "period", kind);
            return None;
        }
    };
    let Some(released) = Day::parse(&table.needed(at, "released")?) else {
        table.fault(at, "released", FaultKind::DayForm);
        return None;
    };
    let few_persons = is_below_community(package, area);
    let about = package.indicators.get(indicator);
    let few_persons = few_persons && about.counts_persons();
    let old = read_figure(table, at, OLD, about, few_persons)?;
    let new = read_figure(table, at, NEW, about, few_persons)?;
    if old.is_none() && new.is_none() {
        table.fault(at, "new", FaultKind::Blank);
        return None;
    }
    let dimensions = package.descriptor.dimensions.iter();
    let reason = table.text(at, "reason");
    let reason = match reason.is_empty() {
        true => Text::new(table.cell(at, "reason"), table.cell(at, "reason")),
        false => reason,
    };
    Some(Revision {
        indicator,
        area,
        period,
        category: dimensions
            .map(|it| table.cell(at, &it.name).to_string())
            .collect(),
        old,
        new,
        released,
        reason,
        resource,
        line: table.line(at),
    })
}

fn is_below_community(package: &Package, area: AreaId) -> bool {
    let level = package.areas.get(area).level;
    let community = package.descriptor.level("community");
    community.is_some_and(|community| level > community)
}

/// The columns of a figure: its value, its numerator, its denominator.
type Columns = [&'static str; 3];
const OLD: Columns = ["old", "old_numerator", "old_denominator"];
const NEW: Columns = ["new", "new_numerator", "new_denominator"];

/// A figure and what every figure must satisfy; none where it cannot be used.
fn read_figure(
    table: &mut Table<'_>,
    at: usize,
    columns: Columns,
    about: &Indicator,
    few_persons: bool,
) -> Option<RevisedFigure> {
    let mut numbers = [None; 3];
    for (number, column) in numbers.iter_mut().zip(columns) {
        match cell::number(table.cell(at, column)) {
            Ok(read) => *number = read,
            Err(kind) => {
                table.fault(at, column, kind);
                return None;
            }
        }
    }
    let [value, numerator, denominator] = numbers;
    let figures = Figures {
        value,
        numerator,
        denominator,
        ..Figures::default()
    };
    if let Some(Finding { part, kind, .. }) = checks::check(about, &figures, few_persons) {
        let column = match part {
            Part::Numerator => columns[1],
            Part::Denominator => columns[2],
            _ => columns[0],
        };
        match kind {
            // What must not be shown is not shown here either.
            FaultKind::NotSuppressed => table.fault_hidden(at, column, kind),
            kind => table.fault(at, column, kind),
        }
        return None;
    }
    Some(figure(about, value, numerator, denominator))
}

/// A figure with its value computed where its counts are known.
fn figure(
    about: &Indicator,
    value: Option<f64>,
    numerator: Option<f64>,
    denominator: Option<f64>,
) -> RevisedFigure {
    let counts = numerator.zip(denominator).filter(|_| has_counts(about));
    let computed = match counts {
        Some((numerator, denominator)) if denominator > 0.0 => {
            Some(numerator / denominator * about.multiplier)
        }
        _ => value,
    };
    RevisedFigure {
        value: if about.is_quotient() {
            computed
        } else {
            value.or(computed)
        },
        numerator,
        denominator,
    }
}

/// True where a value is made of a numerator and a denominator.
pub(super) fn has_counts(about: &Indicator) -> bool {
    about.is_quotient() || about.kind == Kind::Mean
}

/// Of several revisions of one value on one day none can be used.
fn without_duplicates(told: &mut Told<'_>, list: Vec<Revision>) -> Vec<Revision> {
    let is_same = |one: &Revision, next: &Revision| {
        key_of(one) == key_of(next) && one.released == next.released
    };
    let mut kept = Vec::with_capacity(list.len());
    for same in list.chunk_by(is_same) {
        for (first, later) in same.iter().take(1).zip(same.iter().skip(1)) {
            let kind = FaultKind::DuplicateKey {
                other_file: told.package.descriptor.resources[first.resource]
                    .path
                    .clone(),
                other_lines: vec![first.line],
            };
            told.push(later, "released", &later.released.to_string(), kind);
        }
        if let [only] = same {
            kept.push(only.clone());
        }
    }
    kept
}

/// Holds the revisions of a value against each other and against what is published. False where they
/// must not be shown.
fn check_chain(
    told: &mut Told<'_>,
    chain: &[Revision],
    published: Option<(&ObservationFile, usize)>,
) -> bool {
    let state = published.map(|(file, row)| (file.table.status(row), file.table.invalid(row)));
    if let Some((Status::Suppressed, _) | (_, Some(Invalid::NotSuppressed))) = state {
        for revision in chain {
            let status = Status::Suppressed.letter().to_string();
            told.push(revision, "old", "…", FaultKind::ValueWithStatus { status });
        }
        return false;
    }
    for (earlier, later) in chain.iter().zip(chain.iter().skip(1)) {
        mismatch(told, later, OLD, &later.old, &earlier.new);
    }
    let Some(last) = chain.last() else {
        return false;
    };
    let about = told.package.indicators.get(last.indicator);
    match published {
        // What is wrong with the row itself is told where it stands.
        Some((file, row)) if file.table.invalid(row).is_none() => {
            let table = &file.table;
            let now = match table.status(row).has_figure() {
                true => figure(
                    about,
                    table.value.get(row),
                    table.numerator.get(row),
                    table.denominator.get(row),
                ),
                false => RevisedFigure::default(),
            };
            mismatch(told, last, NEW, &last.new, &now);
        }
        None if all_are_read(told.package) && !is_in_two_files(told.package, last) => {
            mismatch(told, last, NEW, &last.new, &RevisedFigure::default());
        }
        _ => {}
    }
    true
}

/// True where each file of observations was read, so that what is in none of them is not published.
fn all_are_read(package: &Package) -> bool {
    let files = package.descriptor.resources.iter().zip(&package.files);
    let mut files = files.filter(|(about, _)| about.table == TableKind::Observations);
    files.all(|(_, state)| matches!(state, FileState::Observations(_)))
}

/// True where neither of two rows counts.
fn is_in_two_files(package: &Package, about: &Revision) -> bool {
    let key = SliceKey {
        indicator: about.indicator,
        category: 0,
        period: about.period,
    };
    package.is_in_conflict(key, about.area)
}

/// Tells where a figure is not the one expected, beyond rounding.
fn mismatch(
    told: &mut Told<'_>,
    about: &Revision,
    columns: Columns,
    found: &RevisedFigure,
    expected: &RevisedFigure,
) {
    let in_words = |number: Option<f64>| number.map_or("—".to_string(), number_in_full);
    let mut tell = |column: &str, found: Option<f64>, expected: Option<f64>| {
        let kind = FaultKind::RevisionMismatch {
            expected: in_words(expected),
        };
        let found = found.map(number_in_full).unwrap_or_default();
        told.push(about, column, &found, kind);
    };
    let parts = [
        (columns[1], found.numerator, expected.numerator),
        (columns[2], found.denominator, expected.denominator),
    ];
    for (column, found, expected) in parts {
        if found.is_some() && expected.is_some() && found != expected {
            return tell(column, found, expected);
        }
    }
    let agrees = match (found.value, expected.value) {
        (None, None) => true,
        (Some(one), Some(other)) => {
            let rounding = checks::rounding_of(one).max(checks::rounding_of(other));
            (one - other).abs() <= rounding
        }
        _ => false,
    };
    if !agrees {
        tell(columns[0], found.value, expected.value);
    }
}
