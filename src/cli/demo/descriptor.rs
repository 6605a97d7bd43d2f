//! `datapackage.json`: the package's own words from `texts/`, and a resource for every file.

use serde::Serialize;

use super::areas::Level;
use super::calendar::Month;

/// What stands above the resources; `@resources@` marks their place.
const HEAD: &str = include_str!("texts/datapackage.json");

/// A file of the package.
#[derive(Serialize)]
pub struct Resource {
    name: String,
    path: String,
    #[serde(rename = "type")]
    kind: &'static str,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    schema: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    zhishe: Option<Holds>,
}

/// What a file holds, true for every row, so that a page loads only what it needs.
#[derive(Default, Serialize)]
pub struct Holds {
    /// `wide`, where it is not long.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub layout: Option<&'static str>,
    /// True where it holds headline indicators only.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub headline: bool,
    /// The themes of its indicators.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<&'static str>,
    /// The levels of its areas.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<&'static str>,
    /// The dimensions that every row is broken down by.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dimensions: Vec<&'static str>,
    /// First month that a row may speak of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Last month that a row may speak of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

impl Holds {
    /// The levels, as words and in order.
    pub fn at(mut self, mut levels: Vec<Level>) -> Holds {
        levels.sort();
        levels.dedup();
        self.levels = levels.into_iter().map(Level::word).collect();
        self
    }

    /// The months.
    pub fn over(mut self, months: (Month, Month)) -> Holds {
        (self.from, self.to) = (Some(months.0.text()), Some(months.1.text()));
        self
    }
}

impl Resource {
    /// A CSV file whose columns are those of `schemas/{schema}.json`.
    pub fn new(name: &str, schema: &str, holds: Option<Holds>) -> Resource {
        Resource {
            name: name.to_string(),
            path: format!("{name}.csv"),
            kind: "table",
            format: "csv",
            mediatype: "text/csv",
            encoding: "utf-8",
            schema: format!("schemas/{schema}.json"),
            zhishe: holds,
        }
    }
}

/// The whole file.
pub fn write(resources: &[Resource]) -> String {
    let lines: Vec<String> = (resources.iter())
        .map(|resource| {
            serde_json::to_string(resource).expect("plain words and lists are always JSON")
        })
        .collect();
    HEAD.replace("@resources@", &lines.join(",\n    "))
}
