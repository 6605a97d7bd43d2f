//! A reader's own figures beside those of a published package, as further indicators of its areas.

use super::descriptor::{Descriptor, Resource, TableKind};
use super::indicators::Indicators;
use super::open::{FileState, Package};
use super::reading::{Contents, ReadFile};
use crate::model::{AreaId, Faults, Indicator, Lang};
use crate::table::Observations;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// A package with places for a reader's own files, and these files, still to be given their meaning in
/// it.
#[derive(Debug)]
pub struct Beside {
    /// The package with the reader's indicators.
    pub package: Package,
    /// The reader's figures.
    pub files: Vec<ReadFile>,
}

/// The package that consists of a reader's own data alone. No published one is likely to bear such a name.
pub const OWN: &str = "~own";

/// The published package that an address with a reader's own data means (`demo~own`): blank for these
/// alone, none where the address has nothing to do with them.
pub fn beside_of(name: &str) -> Option<&str> {
    name.strip_suffix(OWN)
}

/// The name of a published package with a reader's own data beside it; that of these alone where blank.
pub fn name_beside(published: &str) -> String {
    [published, OWN].concat()
}

fn code_among(indicators: &Indicators, code: &str) -> String {
    let mut code = code.to_string();
    while indicators.id(&code).is_some() {
        code = format!("own-{code}");
    }
    code
}

/// What the reader's table writes for each area that has a counterpart, by the code of that.
fn written_areas(
    package: &Package,
    own: &Package,
    pairs: &[(AreaId, AreaId)],
    by_name: bool,
) -> BTreeMap<String, String> {
    let written = pairs.iter().map(|(from, to)| {
        let area = own.areas.get(*from);
        let written = match by_name {
            true => area.name.get(Lang::Zh),
            false => &area.code,
        };
        (package.areas.get(*to).code.clone(), written.to_string())
    });
    written.collect()
}

impl Package {
    /// True where a file is the reader's own: there is nothing to be fetched for it.
    pub fn is_own(&self, resource: usize) -> bool {
        let about = self.descriptor.resources.get(resource);
        about.is_some_and(|about| about.is_own)
    }

    /// The code under which an indicator of the reader's goes beside those of this package.
    pub fn code_beside(&self, code: &str) -> String {
        code_among(&self.indicators, code)
    }

    /// The package with the figures of another one beside its own, which are the reader's. `pairs` says
    /// which area of the reader's is which of this package; rows of other areas are left out. An
    /// indicator of a code that stands already goes under `own-` and that code.
    pub fn with_beside(&self, own: &Package, pairs: &[(AreaId, AreaId)]) -> Beside {
        let mut package = self.clone();
        let mut descriptor = Descriptor::clone(&self.descriptor);
        let dimension_at = descriptor.dimensions.len();
        let further = own.descriptor.dimensions.iter().cloned();
        descriptor.dimensions.extend(further);

        let mut codes: HashMap<&str, String> = HashMap::new();
        let indicators = Arc::make_mut(&mut package.indicators);
        // Where no area of the reader's is one of the package, theirs have no figure there.
        indicators.first_beside = (!pairs.is_empty()).then(|| indicators.iter().count());
        for (_, indicator) in own.indicators.iter() {
            let code = code_among(indicators, &indicator.code);
            indicators.push(Indicator {
                code: code.clone(),
                // Roles are promises of the publisher's to the pages of a domain.
                role: None,
                headline: false,
                source: String::new(),
                ..indicator.clone()
            });
            codes.insert(&indicator.code, code);
        }
        let areas: HashMap<&str, &str> = pairs
            .iter()
            .map(|(from, to)| {
                let code = &self.areas.get(*to).code;
                (own.areas.get(*from).code.as_str(), code.as_str())
            })
            .collect();

        let mut files = Vec::new();
        for file in own.observation_files() {
            let theirs = &own.descriptor.resources[file.resource];
            let mut table = Observations::with_dimensions(descriptor.dimensions.len());
            table.header_line = file.table.header_line;
            table.record_count = file.table.record_count;
            for row in 0..file.table.row_count() {
                let area = areas.get(file.table.area.text(row));
                let code = codes.get(file.table.indicator.text(row));
                if let (Some(area), Some(code)) = (area, code) {
                    table.copy_row((&file.table, row), (code, area), dimension_at);
                }
            }
            files.push(ReadFile {
                resource: descriptor.resources.len(),
                contents: Contents::Observations(Box::new(table), Faults::default()),
            });
            package.files.push(FileState::Unread);
            let mut headings = theirs.headings.clone();
            if let Some(headings) = &mut headings {
                let headings = Arc::make_mut(headings);
                headings.areas = written_areas(self, own, pairs, headings.area_is_name);
            }
            descriptor.resources.push(Resource {
                headings,
                table: TableKind::Observations,
                is_own: true,
                headline: false,
                themes: Vec::new(),
                levels: Vec::new(),
                dimensions: Vec::new(),
                periods: None,
                ..theirs.clone()
            });
        }
        // Whoever sees the one beside the other must know it of either.
        descriptor.fictional |= own.descriptor.fictional;
        package.descriptor = Arc::new(descriptor);
        Beside { package, files }
    }
}
