//! The list of packages that a site offers.

use super::descriptor::stays_inside;
use super::json::{Entry, parse_object};
use super::open::Package;
use crate::model::{Fault, FaultKind, JsonReason, Text};
use crate::parse::FileFault;

/// One package of the site.
#[derive(Clone, Debug, PartialEq)]
pub struct CatalogEntry {
    /// The name used in addresses.
    pub name: String,
    /// Its folder, relative to the catalog, ending in `/`.
    pub path: String,
    /// What readers see.
    pub title: Text,
}

/// The packages in the order in which they are offered; the first is opened by default.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Catalog {
    /// The entries.
    pub packages: Vec<CatalogEntry>,
    /// What is wrong with entries that are left out.
    left_out: Vec<FileFault>,
}

impl Catalog {
    /// Reads `catalog.json`. An entry that cannot be used is left out; where none can, that is the
    /// error, which says what is wrong and where.
    pub fn parse(bytes: &[u8]) -> Result<Catalog, FileFault> {
        let parsed = parse_object(bytes, |written| {
            let mut catalog = Catalog::default();
            let entries = written.entries("packages")?.unwrap_or_default();
            for (at, entry) in entries.into_iter().enumerate() {
                if let Err((name, reason)) = catalog.add(entry) {
                    let place = at + 1;
                    catalog
                        .left_out
                        .push(FileFault::whole(FaultKind::EntryLeftOut {
                            place,
                            name,
                            reason,
                        }));
                }
            }
            match catalog.packages.is_empty() && catalog.left_out.is_empty() {
                true => Err(written.missing("packages")),
                false => Ok(catalog),
            }
        });
        let broken = |reason: Box<JsonReason>| {
            FileFault::at(reason.line(), FaultKind::BrokenCatalog { reason })
        };
        let mut catalog = parsed.map_err(broken)?;
        match catalog.packages.is_empty() {
            true => Err(catalog.left_out.swap_remove(0)),
            false => Ok(catalog),
        }
    }

    /// Adds an entry. An error gives its name and what is wrong with it.
    fn add(&mut self, entry: Entry<'_>) -> Result<(), (String, Box<JsonReason>)> {
        let entry = entry.map_err(|reason| (String::new(), reason))?;
        let name = entry.text("name").unwrap_or_default();
        let read = || {
            let name = entry.needed_text("name")?;
            let path = entry.needed_text("path")?;
            let path = format!("{}/", path.trim_end_matches('/'));
            if !stays_inside(&path) {
                return Err(entry.error("path", &path));
            }
            if self.entry(&name).is_some() {
                let key = "name".to_string();
                return Err(Box::new(JsonReason::Repeated { key, found: name }));
            }
            let title = Text::new(entry.text("title_zh")?, entry.text("title_en")?);
            Ok(CatalogEntry { name, path, title })
        };
        let read = read().map_err(|reason| (name, reason))?;
        self.packages.push(read);
        Ok(())
    }

    /// What is wrong with entries that are left out, under the catalog's address.
    pub fn left_out(&self, address: &str) -> Vec<Fault> {
        let faults = self.left_out.iter().cloned();
        faults
            .map(|fault| Package::named_fault(address, fault))
            .collect()
    }

    /// The entry of a name.
    pub fn entry(&self, name: &str) -> Option<&CatalogEntry> {
        self.packages.iter().find(|entry| entry.name == name)
    }
}
