//! Gives the rows of a reference table their place in the package.
//!
//! It goes in steps, so that a table of every building never holds up the page.

use super::areas::Areas;
use super::descriptor::{Resource, TableKind};
use super::open::{FileState, Package};
use super::reading::{Contents, ReadFile};
use super::registers::{Table, read_lineage, read_sources, read_standards};
use crate::model::{AreaId, FaultKind, Faults, Geometry, Outline};
use crate::parse::RowSink;
use std::sync::Arc;

/// A reference table on its way into the package.
pub struct Entering {
    package: Arc<Package>,
    resource: usize,
    rows: RowSink,
    /// The outlines of a file of such; it has no rows.
    outlines: Option<Vec<Outline>>,
    faults: Faults,
    /// The places of the package, those of this table with them.
    areas: Areas,
    /// Each place of this table with its row and its parent's code.
    parents: Vec<(usize, AreaId, String)>,
    /// Rows looked at, then parents found.
    done: usize,
}

impl Entering {
    /// Begins with a file that was read; none where it holds observations, or has entered already.
    pub fn new(package: Arc<Package>, file: ReadFile) -> Option<Entering> {
        if matches!(package.files[file.resource], FileState::Reference(..)) {
            return None;
        }
        match file.contents {
            Contents::Rows(rows) => Some(Entering::of_rows(package, file.resource, rows)),
            Contents::Outlines(outlines, faults) => {
                let rows = RowSink::default();
                let mut entering = Entering::of_rows(package, file.resource, rows);
                (entering.outlines, entering.faults) = (Some(outlines), faults);
                Some(entering)
            }
            Contents::Observations(..) => None,
        }
    }

    fn of_rows(package: Arc<Package>, resource: usize, rows: RowSink) -> Entering {
        let is_areas = package.descriptor.resources[resource].table == TableKind::Areas;
        let mut areas = is_areas.then(|| Areas::clone(&package.areas));
        if let Some(areas) = &mut areas {
            // Places may lie in some of a file that could not be read.
            areas.refused.some_unknown |= package.has_failed(TableKind::Areas);
        }
        let mut entering = Entering {
            areas: areas.unwrap_or_default(),
            package,
            resource,
            rows,
            outlines: None,
            faults: Faults::default(),
            parents: Vec::new(),
            done: 0,
        };
        entering.with_table(|_, table| table.check_encoding());
        entering
    }

    /// Does so many more rows; false when all are done.
    pub fn step(&mut self, row_count: usize) -> bool {
        let rows = self.rows.rows.len();
        let is_areas = self.about().table == TableKind::Areas;
        let package = self.package.clone();
        let end = self.done.saturating_add(row_count);
        self.with_table(|entering, table| {
            while entering.done < end.min(rows) {
                let at = entering.done;
                table.check_row(at);
                if is_areas {
                    let added = entering.areas.add(table, at, &package.descriptor.levels);
                    let added = added.map(|(id, parent)| (at, id, parent));
                    entering.parents.extend(added);
                }
                entering.done += 1;
            }
            while entering.done < end.min(rows + entering.parents.len()) {
                let (at, id, parent) = &entering.parents[entering.done - rows];
                entering.areas.link(table, *at, *id, parent);
                entering.done += 1;
            }
        });
        self.done < rows + self.parents.len()
    }

    /// The package, as it now stands, with the table.
    pub fn finish(mut self, package: &Package) -> Package {
        if let Some(outlines) = self.outlines.take() {
            return self.with_outlines(package.clone(), outlines);
        }
        if !package.has_references_of(&self.package) {
            // Another table was let go meanwhile, and ids with it.
            self = Entering::of_rows(Arc::new(package.clone()), self.resource, self.rows);
        }
        while self.step(usize::MAX) {}
        let mut package = package.clone();
        self.with_table(|entering, table| match entering.about().table {
            TableKind::Areas => package.areas = Arc::new(std::mem::take(&mut entering.areas)),
            TableKind::Indicators => Arc::make_mut(&mut package.indicators).add(table),
            TableKind::Sources => Arc::make_mut(&mut package.sources).extend(read_sources(table)),
            TableKind::Standards => {
                Arc::make_mut(&mut package.standards).extend(read_standards(table));
            }
            TableKind::Lineage => {
                let read = read_lineage(table, &package);
                Arc::make_mut(&mut package.lineage).extend(read);
            }
            TableKind::Observations
            | TableKind::Revisions
            | TableKind::Geometry
            | TableKind::Other => {}
        });
        let faults = std::mem::take(&mut self.faults);
        let faults = faults.finish(&package.descriptor.resources[self.resource].path);
        package.files[self.resource] = FileState::Reference(self.rows.rows.len(), Arc::new(faults));
        if self.about().table == TableKind::Revisions {
            // What they mean hangs on the observations, which come later.
            let rows = Arc::new(std::mem::take(&mut self.rows));
            package.revision_rows.push((self.resource, rows));
        }
        package
    }

    /// The package with a file of outlines. They name areas by code, so that it does not matter
    /// which areas have been read.
    fn with_outlines(mut self, mut package: Package, outlines: Vec<Outline>) -> Package {
        let about = &package.descriptor.resources[self.resource];
        let (file, approval) = (about.path.clone(), about.geometry.approval.clone());
        for outline in &outlines {
            let code = &outline.code;
            if package.areas.id(code).is_none() && package.lacks(TableKind::Areas, code) {
                let column = &about.geometry.property;
                let kind = FaultKind::UnknownArea;
                self.faults.push(&file, 0, column, code, kind);
            }
        }
        let faults = Arc::new(self.faults.finish(&file));
        package.files[self.resource] = FileState::Reference(outlines.len(), faults);
        Arc::make_mut(&mut package.geometry).push(Geometry {
            file,
            approval,
            outlines,
        });
        package
    }

    fn about(&self) -> &Resource {
        &self.package.descriptor.resources[self.resource]
    }

    /// Does something with the rows at hand; the faults that it finds are kept.
    fn with_table(&mut self, work: impl FnOnce(&mut Entering, &mut Table<'_>)) {
        let rows = std::mem::take(&mut self.rows);
        let faults = std::mem::take(&mut self.faults);
        let mut table = Table::new(&rows, self.about().path.clone(), faults);
        work(self, &mut table);
        self.faults = table.faults;
        self.rows = rows;
    }
}
