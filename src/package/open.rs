//! The open package: everything read from it so far. A change makes a new package that shares the
//! rest, so that whoever holds one sees a whole and unchanging state.

use super::areas::Areas;
use super::as_of::AsOf;
use super::descriptor::{Descriptor, TableKind};
use super::entering::Entering;
use super::indicators::Indicators;
use super::reading::ReadFile;
use super::revisions::Revisions;
use crate::model::{
    AreaId, Fault, FaultKind, Faults, Geometry, Lineage, Severity, Source, Standard, sorted_unique,
};
use crate::parse::{FileFault, Layout, RowSink, SUFFIX_DENOMINATOR, SUFFIX_NUMERATOR};
use crate::table::{Index, Observations, SliceKey};
use std::sync::Arc;

/// The observations of one file.
#[derive(Clone, Debug)]
pub struct ObservationFile {
    /// Place of the file in the descriptor.
    pub resource: usize,
    /// How it is laid out.
    pub layout: Layout,
    /// The columns.
    pub table: Arc<Observations>,
    /// Where each observation stands.
    pub index: Index,
    /// The key of each row whose area is in no table, in order.
    pub(super) placeless: Vec<SliceKey>,
    /// What is wrong with it.
    pub faults: Vec<Fault>,
}

impl ObservationFile {
    /// Number of rows of a slice whose area is in no table: figures that every sum lacks.
    pub fn placeless_count(&self, key: SliceKey) -> usize {
        let from = self.placeless.partition_point(|other| *other < key);
        let to = self.placeless.partition_point(|other| *other <= key);
        to - from
    }

    /// The column that a row's key points to, blank where it is the whole row, and the key.
    fn key_in_words(&self, row: usize) -> (&str, String) {
        let table = &self.table;
        let indicator = table.indicator.text(row);
        let place = [table.area.text(row), table.period.text(row)].join(" ");
        match self.layout {
            Layout::Long => ("", format!("{indicator} {place}")),
            Layout::Wide => (indicator, place),
        }
    }
}

/// Two rows of two files that share a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Conflict {
    /// Place in the descriptor of the file that stands later in it.
    later: usize,
    /// Rows are in the order of lines, and so are conflicts.
    row: usize,
    earlier: usize,
    earlier_row: usize,
    key: SliceKey,
    area: AreaId,
}

/// How far the reading of a file has come.
#[derive(Clone, Debug, Default)]
pub enum FileState {
    /// Not asked for yet.
    #[default]
    Unread,
    /// Read: number of rows, and what is wrong with them.
    Reference(usize, Arc<Vec<Fault>>),
    /// Read.
    Observations(Arc<ObservationFile>),
    /// Could not be used.
    Failed(Fault),
}

/// A package as far as it has been read.
#[derive(Clone, Debug)]
pub struct Package {
    /// Its name in the catalog.
    pub name: String,
    /// Its folder as asked for, ending in `/`.
    pub address: String,
    /// The checked descriptor.
    pub descriptor: Arc<Descriptor>,
    /// Places read so far.
    pub areas: Arc<Areas>,
    /// Indicators read so far.
    pub indicators: Arc<Indicators>,
    /// Sources read so far.
    pub sources: Arc<Vec<Source>>,
    /// Standards read so far.
    pub standards: Arc<Vec<Standard>>,
    /// Splits and mergers read so far.
    pub lineage: Arc<Vec<Lineage>>,
    /// Outlines of areas read so far, file by file.
    pub geometry: Arc<Vec<Geometry>>,
    /// The rows of the tables of revisions read so far, each with the place of its file.
    pub(super) revision_rows: Vec<(usize, Arc<RowSink>)>,
    /// What they mean, where `revised` was asked for it.
    pub revisions: Arc<Revisions>,
    /// The earlier day that the package is shown of; none where it is shown as it is.
    pub as_of: Option<Arc<AsOf>>,
    /// State of each file, in the order of the descriptor.
    pub files: Vec<FileState>,
    /// Every pair of rows in two files that share a key, in order.
    conflicts: Arc<Vec<Conflict>>,
    /// Their keys, in order.
    keys_in_conflict: Arc<Vec<(SliceKey, AreaId)>>,
    conflict_faults: Arc<Vec<Fault>>,
    /// What is wrong with the descriptor, though it could be read.
    descriptor_faults: Arc<Vec<Fault>>,
}

impl Package {
    /// A package of which only the descriptor has been read.
    pub fn open(name: &str, address: &str, descriptor: Descriptor) -> Package {
        let files = descriptor.resources.iter().map(|_| FileState::Unread);
        Package {
            name: name.to_string(),
            address: address.to_string(),
            files: files.collect(),
            descriptor_faults: Arc::new(missing_tables(&descriptor)),
            descriptor: Arc::new(descriptor),
            areas: Arc::default(),
            indicators: Arc::default(),
            sources: Arc::default(),
            standards: Arc::default(),
            lineage: Arc::default(),
            geometry: Arc::default(),
            revision_rows: Vec::new(),
            revisions: Arc::default(),
            as_of: None,
            conflicts: Arc::default(),
            keys_in_conflict: Arc::default(),
            conflict_faults: Arc::default(),
        }
    }

    /// True where the other is the same package with the same reference tables read: whatever is made
    /// of these alone need not be made again.
    pub fn has_references_of(&self, other: &Package) -> bool {
        Arc::ptr_eq(&self.descriptor, &other.descriptor)
            && Arc::ptr_eq(&self.areas, &other.areas)
            && Arc::ptr_eq(&self.indicators, &other.indicators)
            && Arc::ptr_eq(&self.sources, &other.sources)
            && Arc::ptr_eq(&self.standards, &other.standards)
            && Arc::ptr_eq(&self.lineage, &other.lineage)
    }

    /// The package with a reference table read, as `Entering` does it in steps. Observations take the
    /// way through `Resolving`. A file that has entered already does not enter twice.
    pub fn with_reference(&self, file: ReadFile) -> Package {
        let entering = Entering::new(Arc::new(self.clone()), file);
        entering.map_or_else(|| self.clone(), |entering| entering.finish(self))
    }

    /// The package with a file of observations.
    pub fn with_observations(&self, file: ObservationFile) -> Package {
        let mut package = self.clone();
        let conflicts = self.conflicts_with(&file);
        let resource = file.resource;
        package.files[resource] = FileState::Observations(Arc::new(file));
        if !conflicts.is_empty() {
            let known = self.conflicts.iter().copied();
            package.set_conflicts(known.chain(conflicts).collect());
        }
        package
    }

    /// The package with a file that could not be used.
    pub fn with_failure(&self, resource: usize, mut fault: FileFault) -> Package {
        if self.is_undeclared_wide(resource, &fault) {
            fault.kind = FaultKind::UndeclaredWide;
        }
        let mut package = self.clone();
        package.files[resource] = FileState::Failed(Fault::new(
            &self.descriptor.resources[resource].path,
            fault.line,
            &fault.column,
            &fault.found,
            fault.kind,
        ));
        package
    }

    /// True where a file lacks the column of indicators and has columns named for them.
    fn is_undeclared_wide(&self, resource: usize, fault: &FileFault) -> bool {
        let about = &self.descriptor.resources[resource];
        let names_a_figure = |name: &str| {
            let is_part = name.ends_with(SUFFIX_NUMERATOR) || name.ends_with(SUFFIX_DENOMINATOR);
            is_part || self.indicators.id(name).is_some()
        };
        about.table == TableKind::Observations
            && matches!(&fault.kind, FaultKind::MissingColumn { needed } if needed == "indicator")
            && fault.found.split(", ").any(names_a_figure)
    }

    /// The package with a file to be read anew. Where it is of a reference table, all of that table
    /// is, so that nothing of it stands twice, and the observations, since their meaning hangs on it.
    pub fn with_retry(&self, resource: usize) -> Package {
        let mut package = self.clone();
        package.files[resource] = FileState::Unread;
        let table = self.descriptor.resources[resource].table;
        if table != TableKind::Observations {
            package.forget(table);
            for (state, about) in package.files.iter_mut().zip(&self.descriptor.resources) {
                // No observation hangs on an outline or on what it was before.
                let is_apart = matches!(table, TableKind::Geometry | TableKind::Revisions);
                let hangs_on_it = about.table == TableKind::Observations && !is_apart;
                if about.table == table || hangs_on_it {
                    *state = FileState::Unread;
                }
            }
        }
        package.leave_conflicts();
        package
    }

    /// Lets go of the conflicts with files that are no longer read.
    pub(super) fn leave_conflicts(&mut self) {
        let is_read = |resource: usize| self.observations(resource).is_some();
        let conflicts = self.conflicts.iter().copied();
        let left = conflicts.filter(|it| is_read(it.later) && is_read(it.earlier));
        let left = left.collect();
        self.set_conflicts(left);
    }

    /// Lets go of what a reference table held.
    pub(super) fn forget(&mut self, table: TableKind) {
        match table {
            TableKind::Areas => self.areas = Arc::default(),
            TableKind::Indicators => self.indicators = Arc::default(),
            TableKind::Sources => self.sources = Arc::default(),
            TableKind::Standards => self.standards = Arc::default(),
            TableKind::Lineage => self.lineage = Arc::default(),
            TableKind::Geometry => self.geometry = Arc::default(),
            TableKind::Revisions => self.revision_rows.clear(),
            _ => {}
        }
    }

    /// Every row of a file that is to enter whose key stands in another one. Only pairs with the new
    /// file are looked at: with sixty files read, all pairs would hold up the page for each more.
    fn conflicts_with(&self, file: &ObservationFile) -> Vec<Conflict> {
        let others = self.observation_files();
        let mut conflicts = Vec::new();
        for other in others.filter(|other| other.resource != file.resource) {
            let (earlier, later) = match other.resource < file.resource {
                true => (&**other, file),
                false => (file, &**other),
            };
            let totals = later.index.slices().filter(|(key, _)| key.category == 0);
            for (key, slice) in totals {
                let Some(standing) = earlier.index.slice(*key) else {
                    continue;
                };
                let both = slice.iter().filter_map(|(area, row)| {
                    standing.row(area).map(|earlier_row| Conflict {
                        later: later.resource,
                        earlier: earlier.resource,
                        key: *key,
                        area,
                        row,
                        earlier_row,
                    })
                });
                conflicts.extend(both);
            }
        }
        conflicts
    }

    fn set_conflicts(&mut self, conflicts: Vec<Conflict>) {
        let conflicts = sorted_unique(conflicts);
        let keys = conflicts.iter().map(|it| (it.key, it.area));
        self.keys_in_conflict = Arc::new(sorted_unique(keys));
        let path = |resource: usize| &self.descriptor.resources[resource].path;
        let mut told = Vec::new();
        for of_file in conflicts.chunk_by(|one, next| one.later == next.later) {
            let mut faults = Faults::default();
            let file = path(of_file[0].later);
            let Some(later) = self.observations(of_file[0].later) else {
                continue;
            };
            let lines = |it: &Conflict| {
                let earlier = self.observations(it.earlier);
                let other_line = earlier.map_or(0, |earlier| earlier.table.line(it.earlier_row));
                (later.table.line(it.row), it.earlier, other_line)
            };
            // Of a wide file's line all columns may stand elsewhere too: the line is told once.
            for of_line in of_file.chunk_by(|one, next| lines(one) == lines(next)) {
                let (line, earlier, other_line) = lines(&of_line[0]);
                let kind = FaultKind::DuplicateKey {
                    other_file: path(earlier).clone(),
                    other_lines: vec![other_line],
                };
                let (column, found) = later.key_in_words(of_line[0].row);
                let column = if of_line.len() > 1 { "" } else { column };
                faults.push(file, line, column, &found, kind);
            }
            told.extend(faults.finish(file));
        }
        self.conflict_faults = Arc::new(told);
        self.conflicts = Arc::new(conflicts);
    }

    /// True where the key stands in more than one file, so that neither value can be used.
    pub fn is_in_conflict(&self, key: SliceKey, area: AreaId) -> bool {
        self.keys_in_conflict.binary_search(&(key, area)).is_ok()
    }

    /// The files of observations read so far, in the order of the descriptor.
    pub fn observation_files(&self) -> impl Iterator<Item = &Arc<ObservationFile>> {
        self.files.iter().filter_map(|state| match state {
            FileState::Observations(file) => Some(file),
            _ => None,
        })
    }

    /// The observations of the file at this place of the descriptor, where it has been read.
    pub fn observations(&self, resource: usize) -> Option<&ObservationFile> {
        match self.files.get(resource) {
            Some(FileState::Observations(file)) => Some(file),
            _ => None,
        }
    }

    /// A source by its identifier.
    pub fn source(&self, code: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.code == code)
    }

    /// True where some file of the package is of a table, read or not.
    pub fn has_table(&self, kind: TableKind) -> bool {
        self.descriptor.resources.iter().any(|it| it.table == kind)
    }

    /// True where the package has a table and every file of it was read, so that what is not in
    /// it is unknown.
    pub fn table_is_whole(&self, kind: TableKind) -> bool {
        let files = self.descriptor.resources.iter().zip(&self.files);
        let mut states = files
            .filter(|(about, _)| about.table == kind)
            .map(|(_, state)| matches!(state, FileState::Reference(..)));
        states.next() == Some(true) && states.all(|is_read| is_read)
    }

    /// True where a file of a table could not be read.
    pub(super) fn has_failed(&self, kind: TableKind) -> bool {
        let mut files = self.descriptor.resources.iter().zip(&self.files);
        files.any(|(about, state)| about.table == kind && matches!(state, FileState::Failed(_)))
    }

    /// True where a code that is not known stands in no file of a table for certain.
    pub(super) fn lacks(&self, table: TableKind, code: &str) -> bool {
        let is_refused = match table {
            TableKind::Areas => self.areas.refused.may_hold(code),
            TableKind::Indicators => self.indicators.refused.may_hold(code),
            _ => false,
        };
        self.table_is_whole(table) && !is_refused
    }

    /// True where each file of a table was read or failed.
    pub fn table_is_settled(&self, kind: TableKind) -> bool {
        let files = self.descriptor.resources.iter().zip(&self.files);
        files
            .filter(|(about, _)| about.table == kind)
            .all(|(_, state)| !matches!(state, FileState::Unread))
    }

    /// Every fault and note found so far, file by file in the order of the descriptor.
    pub fn faults(&self) -> Vec<&Fault> {
        let own = self.files.iter().flat_map(|state| match state {
            FileState::Unread => [].iter(),
            FileState::Reference(_, faults) => faults.iter(),
            FileState::Observations(file) => file.faults.iter(),
            FileState::Failed(fault) => std::slice::from_ref(fault).iter(),
        });
        let descriptor = self.descriptor_faults.iter();
        let before = descriptor.chain(own).chain(self.conflict_faults.iter());
        let mut faults: Vec<&Fault> = before.collect();
        faults.extend(&self.revisions.faults);
        faults
    }

    /// Number of faults found so far, notes left aside.
    pub fn fault_count(&self) -> usize {
        let count = |fault: &&Fault| match &fault.kind {
            FaultKind::More { count, .. } => *count,
            _ => 1,
        };
        self.faults()
            .iter()
            .filter(|fault| fault.kind.severity() == Severity::Fault)
            .map(count)
            .sum()
    }
}

/// The tables without which a package has nothing to show.
fn missing_tables(descriptor: &Descriptor) -> Vec<Fault> {
    let needed = [
        TableKind::Areas,
        TableKind::Indicators,
        TableKind::Observations,
    ];
    let has = |kind: TableKind| descriptor.resources.iter().any(|about| about.table == kind);
    let missing = needed.into_iter().filter(|kind| !has(*kind));
    let fault = |kind: TableKind| {
        let table = kind.word().to_string();
        let kind = FaultKind::MissingTable { table };
        Fault::new(&"datapackage.json".into(), 0, "resources", "", kind)
    };
    missing.map(fault).collect()
}
