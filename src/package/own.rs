//! A reader's own file beside the open package, to be checked before it is published.

use super::descriptor::{Descriptor, Resource, TableKind};
use super::open::{FileState, ObservationFile, Package};
use crate::model::{Fault, FaultKind, Period, Text, sorted_unique};
use crate::parse::{FileFault, Layout, cell, opening_text};
use std::sync::Arc;

/// What a reader's own files were checked against.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Against {
    /// Nothing was there.
    #[default]
    Nothing,
    /// The descriptor of their own folder.
    OwnDescriptor,
    /// An open package, each by itself.
    Package {
        /// Its title.
        title: Text,
        /// True where the files are those of a folder without a descriptor.
        is_folder: bool,
    },
}

/// A reader's own file in a package.
#[derive(Clone, Debug)]
pub struct OwnFile {
    /// The package as it would be with the file published. All else stays as it has been read.
    pub package: Arc<Package>,
    /// The file's place.
    pub at: usize,
    /// The published file whose place it takes; none where it is one more.
    pub in_place_of: Option<Arc<str>>,
}

/// Of so many codes and more it can be said that hardly any is known.
const FEWEST_CODES: usize = 3;

impl Package {
    /// The package with a file: in the place of the one of its name where there is one, else added
    /// to the table that its first bytes speak of. Reference tables stand for those that are there.
    pub fn with_own_file(&self, path: &str, first_bytes: &[u8]) -> OwnFile {
        if let Some(at) = self.named_as(path) {
            return self.with_own_in_place(path, at);
        }
        let (table, layout) = guess(path, first_bytes);
        if let Some(at) = self.reference_like(path, table) {
            return self.with_own_in_place(path, at);
        }
        let resource = Resource::plain(path, table, layout);
        self.clone().with_added(resource, None)
    }

    /// The package with a file in the place of a published one.
    pub fn with_own_in_place(&self, path: &str, at: usize) -> OwnFile {
        let published = &self.descriptor.resources[at];
        let mut package = self.clone();
        package.files[at] = FileState::Unread;
        match published.table {
            TableKind::Areas => package.areas = Arc::new(self.areas.without(&published.path)),
            // What the others hold is entered once for the whole package; the file checked takes
            // the place of all of it.
            table => package.forget(table),
        }
        package.leave_conflicts();
        let own = Resource {
            path: path.into(),
            ..published.clone()
        };
        package.with_added(own, Some(published.path.clone()))
    }

    /// The published file of which an added file is another version: the one with most of its keys,
    /// or of whose keys it has most and no other indicator.
    pub fn published_version(&self, at: usize) -> Option<usize> {
        let own = self.observations(at)?;
        let mut best: (usize, Option<usize>) = (0, None);
        for other in self.observation_files() {
            let shared = shared_keys(own, other);
            let is_most = |file: &ObservationFile| shared * 2 > key_count(file);
            let is_version = other.resource != at
                && other.layout == own.layout
                && (is_most(own) || (is_most(other) && has_indicators_of(other, own)));
            if is_version && shared > best.0 {
                best = (shared, Some(other.resource));
            }
        }
        best.1
    }

    fn with_added(mut self, resource: Resource, in_place_of: Option<Arc<str>>) -> OwnFile {
        let at = self.files.len();
        let mut descriptor = Descriptor::clone(&self.descriptor);
        descriptor.resources.push(resource);
        self.descriptor = Arc::new(descriptor);
        self.files.push(FileState::Unread);
        OwnFile {
            package: Arc::new(self),
            at,
            in_place_of,
        }
    }

    /// The periods that observations are of, the earliest first; those of one file where there are
    /// several may repeat those of another, and each stands once.
    pub fn observed_periods(&self) -> Vec<Period> {
        let files = self.observation_files();
        let texts = files.flat_map(|file| file.table.period.dictionary.texts());
        sorted_unique(texts.filter_map(Period::parse))
    }

    /// The published file of a path, or the only one of its name.
    fn named_as(&self, path: &str) -> Option<usize> {
        let mut named = None;
        for (at, about) in self.descriptor.resources.iter().enumerate() {
            if *about.path == *path {
                return Some(at);
            }
            if last_part(&about.path) == last_part(path) {
                // Of two it is not known which is meant.
                named = match named {
                    None => Some(Some(at)),
                    Some(_) => Some(None),
                };
            }
        }
        named.flatten()
    }

    /// Of the files of a reference table the one whose name the own file's begins with, else the
    /// first.
    fn reference_like(&self, path: &str, table: TableKind) -> Option<usize> {
        let resources = self.descriptor.resources.iter().enumerate();
        let of_table = resources.filter(|(_, about)| {
            about.table == table
                && !matches!(
                    table,
                    TableKind::Observations | TableKind::Geometry | TableKind::Other
                )
        });
        let mut best: Option<(usize, usize)> = None;
        for (at, about) in of_table {
            let stem = about.path.trim_end_matches(".csv");
            let likeness = if path.starts_with(stem) {
                stem.len()
            } else {
                0
            };
            if best.is_none_or(|(most, _)| likeness > most) {
                best = Some((likeness, at));
            }
        }
        best.map(|(_, at)| at)
    }

    /// The faults of one file.
    pub fn faults_of(&self, at: usize) -> Vec<Fault> {
        let path = &self.descriptor.resources[at].path;
        let faults = self.faults().into_iter();
        faults
            .filter(|fault| fault.file == *path)
            .cloned()
            .collect()
    }

    /// The faults of a reader's own file. Where hardly any code of it is known, that is told in
    /// place of what follows from it.
    pub fn faults_of_own(&self, at: usize) -> Vec<Fault> {
        let mut faults = self.faults_of(at);
        if let Some(kind) = self.foreign_codes(at) {
            faults.retain(|fault| match &fault.kind {
                FaultKind::More { of, .. } => !names_a_code(of),
                kind => !names_a_code(kind),
            });
            let path = &self.descriptor.resources[at].path;
            faults.insert(0, Fault::new(path, 0, "area_code", "", kind));
        }
        faults
    }

    fn foreign_codes(&self, at: usize) -> Option<FaultKind> {
        let texts = self.observations(at)?.table.area.dictionary.texts();
        let codes = texts.filter(|text| !text.is_empty() && !cell::looks_like_excel_exponent(text));
        let (mut known, mut all) = (0, 0);
        for code in codes {
            all += 1;
            let is_unknown = self.areas.id(code).is_none() && self.lacks(TableKind::Areas, code);
            known += usize::from(!is_unknown);
        }
        (all >= FEWEST_CODES && known * 10 <= all).then(|| FaultKind::ForeignCodes {
            known,
            all,
            package: self.descriptor.title.clone(),
        })
    }

    /// A fault of a whole file, under its name.
    pub fn named_fault(path: &str, fault: FileFault) -> Fault {
        Fault {
            file: path.into(),
            line: fault.line,
            column: fault.column,
            found: fault.found,
            kind: fault.kind,
        }
    }
}

/// What is told of a file in a reader's own folder that the descriptor does not name.
pub fn unlisted(path: &str) -> FaultKind {
    let ending = path.rsplit('.').next().unwrap_or_default();
    match ending.to_ascii_lowercase().as_str() {
        "xlsx" | "xls" | "xlsm" | "et" | "ods" => FaultKind::UnlistedWorkbook,
        _ => FaultKind::NotInDescriptor,
    }
}

fn last_part(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn names_a_code(kind: &FaultKind) -> bool {
    matches!(
        kind,
        FaultKind::UnknownArea | FaultKind::UnknownIndicator | FaultKind::UnknownSource
    )
}

fn key_count(file: &ObservationFile) -> usize {
    let slices = file.index.slices();
    slices.map(|(_, slice)| slice.iter().count()).sum()
}

/// Keys that stand in both files.
fn shared_keys(own: &ObservationFile, other: &ObservationFile) -> usize {
    let mut shared = 0;
    for (key, slice) in own.index.slices() {
        if let Some(other) = other.index.slice(*key) {
            let both = slice.iter().filter(|(area, _)| other.row(*area).is_some());
            shared += both.count();
        }
    }
    shared
}

/// True where each indicator of `own` stands in the other file as well.
fn has_indicators_of(other: &ObservationFile, own: &ObservationFile) -> bool {
    let mut keys = own.index.slices().map(|(key, _)| key);
    keys.all(|key| {
        let mut same = other.index.of_indicator(key.indicator, key.category);
        same.next().is_some()
    })
}

/// Which table a file belongs to, by the names in its first line.
fn guess(path: &str, first_bytes: &[u8]) -> (TableKind, Layout) {
    let text = opening_text(first_bytes);
    let header = text
        .trim_start_matches('\u{feff}')
        .lines()
        .next()
        .unwrap_or_default();
    let names: Vec<&str> = header
        .split([',', ';', '\t'])
        .map(|name| name.trim().trim_matches('"'))
        .collect();
    let has = |name: &str| names.contains(&name);
    if has("old") && has("new") {
        (TableKind::Revisions, Layout::Long)
    } else if has("indicator") && has("area_code") && has("period") {
        (TableKind::Observations, Layout::Long)
    } else if has("area_code") && has("period") {
        (TableKind::Observations, Layout::Wide)
    } else if has("area_code") && has("level") {
        (TableKind::Areas, Layout::Long)
    } else if has("standard") {
        (TableKind::Standards, Layout::Long)
    } else if has("indicator") && has("kind") {
        (TableKind::Indicators, Layout::Long)
    } else if has("from_code") {
        (TableKind::Lineage, Layout::Long)
    } else if has("source") && has("title") {
        (TableKind::Sources, Layout::Long)
    } else {
        let stem = last_part(path);
        let stem = stem.strip_suffix(".csv").unwrap_or(stem);
        match TableKind::of_name(stem) {
            TableKind::Other => (TableKind::Observations, Layout::Long),
            table => (table, Layout::Long),
        }
    }
}
