//! The list of packages that a site offers.

use super::descriptor::stays_inside;
use crate::model::Text;
use serde::Deserialize;

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

#[derive(Deserialize)]
struct Written {
    packages: Vec<WrittenEntry>,
}

#[derive(Deserialize)]
struct WrittenEntry {
    name: String,
    path: String,
    #[serde(default)]
    title_zh: String,
    #[serde(default)]
    title_en: String,
}

impl Catalog {
    /// Reads `catalog.json`. An error says what is wrong, in the words of the JSON reader.
    pub fn parse(text: &str) -> Result<Catalog, String> {
        let written: Written =
            serde_json::from_str(text).map_err(|error: serde_json::Error| error.to_string())?;
        let packages = written.packages.into_iter().map(|entry| CatalogEntry {
            title: Text::new(entry.title_zh, entry.title_en),
            path: format!("{}/", entry.path.trim_end_matches('/')),
            name: entry.name,
        });
        let packages: Vec<CatalogEntry> = packages.collect();
        if let Some(entry) = packages.iter().find(|entry| !stays_inside(&entry.path)) {
            return Err(format!("packages: {}: path: {:?}", entry.name, entry.path));
        }
        if packages.is_empty() {
            return Err("packages: []".to_string());
        }
        Ok(Catalog { packages })
    }

    /// The entry of a name.
    pub fn entry(&self, name: &str) -> Option<&CatalogEntry> {
        self.packages.iter().find(|entry| entry.name == name)
    }
}
