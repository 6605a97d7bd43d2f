//! The list of packages that a site offers.

use super::descriptor::stays_inside;
use super::json::parse_object;
use crate::model::{FaultKind, Text};
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
}

impl Catalog {
    /// Reads `catalog.json`. An error says what is wrong and where.
    pub fn parse(bytes: &[u8]) -> Result<Catalog, FileFault> {
        let parsed = parse_object(bytes, |written| {
            let mut packages = Vec::new();
            for entry in written.objects("packages")?.unwrap_or_default() {
                let path = entry.needed_text("path")?;
                let path = format!("{}/", path.trim_end_matches('/'));
                if !stays_inside(&path) {
                    return Err(entry.error("path", &path));
                }
                packages.push(CatalogEntry {
                    name: entry.needed_text("name")?,
                    path,
                    title: Text::new(entry.text("title_zh")?, entry.text("title_en")?),
                });
            }
            if packages.is_empty() {
                return Err(written.missing("packages"));
            }
            Ok(Catalog { packages })
        });
        parsed.map_err(|reason| FileFault::at(reason.line(), FaultKind::BrokenCatalog { reason }))
    }

    /// The entry of a name.
    pub fn entry(&self, name: &str) -> Option<&CatalogEntry> {
        self.packages.iter().find(|entry| entry.name == name)
    }
}
