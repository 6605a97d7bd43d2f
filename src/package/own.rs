//! A reader's own file beside the open package, to be checked before it is published.

use super::descriptor::{Descriptor, Resource, TableKind};
use super::open::{FileState, Package};
use crate::model::Fault;
use crate::parse::{FileFault, FileOptions, Layout};
use std::sync::Arc;

impl Package {
    /// The package as it would be with this file published: in the place of the file of the same
    /// name where there is one, else added to the table that its first bytes speak of. The second
    /// part is the file's place. Everything else stays as it has been read.
    pub fn with_own_file(&self, path: &str, first_bytes: &[u8]) -> (Package, usize) {
        let name = path.rsplit('/').next().unwrap_or(path);
        let known = self.descriptor.resources.iter().position(|resource| {
            let published = resource.path.rsplit('/').next();
            published == Some(name)
        });
        match known {
            Some(at) => (self.without(at), at),
            None => self.with_added(path, first_bytes),
        }
    }

    /// The package without what one file held.
    fn without(&self, at: usize) -> Package {
        let mut package = self.clone();
        package.files[at] = FileState::Unread;
        match self.descriptor.resources[at].table {
            // What these hold is entered once for the whole package; the file checked takes the
            // place of all of it.
            TableKind::Areas => package.areas = Arc::default(),
            TableKind::Indicators => package.indicators = Arc::default(),
            TableKind::Sources => package.sources = Arc::default(),
            TableKind::Standards => package.standards = Arc::default(),
            _ => {}
        }
        package
    }

    fn with_added(&self, path: &str, first_bytes: &[u8]) -> (Package, usize) {
        let (table, layout) = guess(path, first_bytes);
        let resource = Resource {
            name: path.to_string(),
            path: path.into(),
            table,
            options: FileOptions::default(),
            layout,
            bytes: None,
            headline: false,
            themes: Vec::new(),
            levels: Vec::new(),
            dimensions: Vec::new(),
            periods: None,
        };
        let mut package = match table {
            TableKind::Observations | TableKind::Other => self.clone(),
            _ => {
                let same = |resource: &Resource| resource.table == table;
                let at = self.descriptor.resources.iter().position(same);
                at.map_or_else(|| self.clone(), |at| self.without(at))
            }
        };
        let mut descriptor = Descriptor::clone(&package.descriptor);
        descriptor.resources.push(resource);
        package.descriptor = Arc::new(descriptor);
        package.files.push(FileState::Unread);
        (package, self.files.len())
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

/// Which table a file belongs to, by the names in its first line.
fn guess(path: &str, first_bytes: &[u8]) -> (TableKind, Layout) {
    let text = String::from_utf8_lossy(first_bytes);
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
        let stem = path.rsplit('/').next().unwrap_or(path);
        let stem = stem.strip_suffix(".csv").unwrap_or(stem);
        match TableKind::of_name(stem) {
            TableKind::Other => (TableKind::Observations, Layout::Long),
            table => (table, Layout::Long),
        }
    }
}
