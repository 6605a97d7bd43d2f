//! `datapackage.json`: as written, and its checked meaning.

use super::geometry::GeometryOptions;
use super::headings::Headings;
use super::json::{Object, parse_object};
use crate::model::{FaultKind, JsonReason, LevelId, Period, Text, Theme, parse_word};
use crate::parse::{FileFault, FileOptions, Layout};
use serde_json::Map;
use std::sync::Arc;

/// Which of the package's tables a file belongs to. The resource's name tells: `areas`, or
/// `areas-` and anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableKind {
    /// Places.
    Areas,
    /// Indicators.
    Indicators,
    /// Sources.
    Sources,
    /// Standards.
    Standards,
    /// Observations.
    Observations,
    /// Splits and mergers.
    Lineage,
    /// Earlier values.
    Revisions,
    /// Outlines of areas, as GeoJSON. A file of that format is one whatever its name.
    Geometry,
    /// Something else that the package carries; offered for download and not read.
    Other,
}

impl TableKind {
    /// The word that names begin with.
    pub fn word(self) -> &'static str {
        match self {
            TableKind::Areas => "areas",
            TableKind::Indicators => "indicators",
            TableKind::Sources => "sources",
            TableKind::Standards => "standards",
            TableKind::Observations => "observations",
            TableKind::Lineage => "lineage",
            TableKind::Revisions => "revisions",
            TableKind::Geometry => "geometry",
            TableKind::Other => "other",
        }
    }

    pub(super) fn of_name(name: &str) -> TableKind {
        const KINDS: [TableKind; 8] = [
            TableKind::Areas,
            TableKind::Indicators,
            TableKind::Sources,
            TableKind::Standards,
            TableKind::Observations,
            TableKind::Lineage,
            TableKind::Revisions,
            TableKind::Geometry,
        ];
        let head = name.split(['-', '_', '.']).next().unwrap_or(name);
        let known = KINDS.into_iter().find(|kind| kind.word() == head);
        known.unwrap_or(TableKind::Other)
    }

    /// Columns that the table must have.
    pub fn needed_columns(self) -> &'static [&'static str] {
        match self {
            TableKind::Areas => &["area_code", "level"],
            TableKind::Indicators => &["indicator", "theme", "kind", "nature"],
            TableKind::Sources => &["source"],
            TableKind::Standards => &["standard", "indicator", "operator", "value"],
            TableKind::Lineage => &["from_code", "to_code", "period"],
            TableKind::Revisions => &["indicator", "area_code", "period", "old", "new"],
            TableKind::Observations | TableKind::Geometry | TableKind::Other => &[],
        }
    }
}

/// In which month a stage of a case is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseBasis {
    /// Every stage in the month of the order.
    Cohort,
    /// Each stage in the month in which it happened.
    Event,
}

/// A further column of the key: blank is the total.
#[derive(Clone, Debug, PartialEq)]
pub struct Dimension {
    /// The column's name.
    pub name: String,
    /// What readers see.
    pub label: Text,
    /// Its values in the order in which they are declared, each with what readers see; a value
    /// that is not declared is shown as it is written.
    pub values: Vec<(String, Text)>,
}

impl Dimension {
    /// What readers see of a value: its label, or else the value as it is written.
    pub fn value_label(&self, value: &str) -> Text {
        let mut values = self.values.iter();
        match values.find(|(known, label)| known == value && !label.is_empty()) {
            Some((_, label)) => label.clone(),
            None => Text::new(value, value),
        }
    }
}

/// One file of the package.
#[derive(Clone, Debug)]
pub struct Resource {
    /// The name.
    pub name: String,
    /// The path inside the package's folder.
    pub path: Arc<str>,
    /// The table that it belongs to.
    pub table: TableKind,
    /// Encoding and delimiter.
    pub options: FileOptions,
    /// How observations are laid out.
    pub layout: Layout,
    /// Length in bytes where the publisher states it; an estimate.
    pub bytes: Option<u64>,
    /// Holds headline indicators and nothing else.
    pub headline: bool,
    /// Themes that it holds; empty where not declared.
    pub themes: Vec<Theme>,
    /// Levels that it holds; empty where not declared.
    pub levels: Vec<LevelId>,
    /// Dimensions by which every row of it is broken down; a view of totals does not need it.
    pub dimensions: Vec<String>,
    /// First and last period that it holds.
    pub periods: Option<(Period, Period)>,
    /// How outlines are matched to areas, and by whom they were approved.
    pub geometry: GeometryOptions,
    /// A reader's own file, which nothing is fetched for.
    pub is_own: bool,
    /// A table that nobody wrote for this program: of rows that say the same the first counts.
    pub is_recognised: bool,
    /// What such a table calls its columns.
    pub headings: Option<Arc<Headings>>,
}

/// The columns of areas that were recognised in a reader's table.
pub const RECOGNISED_AREA_COLUMNS: [&str; 6] = [
    "area_code",
    "name_zh",
    "name_en",
    "level",
    "parent_code",
    "code_system",
];

/// The columns of indicators that were recognised in a reader's table.
pub const RECOGNISED_INDICATOR_COLUMNS: [&str; 12] = [
    "indicator",
    "theme",
    "label_zh",
    "label_en",
    "unit_zh",
    "unit_en",
    "kind",
    "nature",
    "multiplier",
    "decimals",
    "polarity",
    "headline",
];

impl Resource {
    /// A file under its path, of which nothing more is declared.
    pub fn plain(path: &str, table: TableKind, layout: Layout) -> Resource {
        Resource {
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
            geometry: GeometryOptions::default(),
            is_own: false,
            is_recognised: false,
            headings: None,
        }
    }
}

/// The checked meaning of a descriptor.
#[derive(Clone, Debug)]
pub struct Descriptor {
    /// The name.
    pub name: String,
    /// The version.
    pub version: String,
    /// When the version was made: the date part of the written time.
    pub created: String,
    /// What readers see.
    pub title: Text,
    /// Stands on every screen of the package.
    pub banner: Text,
    /// False where nothing may be ranked and no verdict given.
    pub judged: bool,
    /// True where every figure is made up.
    pub fictional: bool,
    /// Levels in order, the top first.
    pub levels: Vec<String>,
    /// Further dimensions of the key.
    pub dimensions: Vec<Dimension>,
    /// How cases are counted.
    pub case_basis: Option<CaseBasis>,
    /// The files.
    pub resources: Vec<Resource>,
}

/// More levels than this are no hierarchy of places.
const MOST_LEVELS: usize = 32;

const USUAL_LEVELS: [&str; 6] = [
    "district",
    "subdistrict",
    "community",
    "grid",
    "compound",
    "building",
];

impl Descriptor {
    /// Reads a descriptor. An error says what is wrong and where.
    pub fn parse(bytes: &[u8]) -> Result<Descriptor, FileFault> {
        let parsed = parse_object(bytes, |written| {
            // A package without these of our own is read as far as it goes.
            let nothing = Map::new();
            let own = written.object("zhishe")?.unwrap_or(Object::empty(&nothing));
            Descriptor::read(&written, &own)
        });
        parsed
            .map_err(|reason| FileFault::at(reason.line(), FaultKind::BrokenDescriptor { reason }))
    }

    fn read(written: &Object<'_>, own: &Object<'_>) -> Result<Descriptor, Box<JsonReason>> {
        let mut levels = own.texts("levels")?;
        if levels.is_empty() {
            levels = USUAL_LEVELS.map(str::to_string).to_vec();
        }
        if levels.len() > MOST_LEVELS {
            return Err(own.error("levels", &levels.len().to_string()));
        }
        let mut resources = Vec::new();
        let listed = written.objects("resources")?;
        for resource in listed.ok_or_else(|| written.missing("resources"))? {
            let paths = resource.texts("path")?;
            if paths.is_empty() {
                return Err(resource.missing("path"));
            }
            for path in paths {
                if !stays_inside(&path) {
                    return Err(resource.error("path", &path));
                }
                resources.push(read_resource(&resource, path.into(), &levels)?);
            }
        }
        let name = written.text("name")?;
        let mut title = Text::new(own.text("title_zh")?, own.text("title_en")?);
        if title.is_empty() {
            let common = match written.text("title")? {
                title if title.is_empty() => name.clone(),
                title => title,
            };
            title = Text::new(common.clone(), common);
        }
        let mut dimensions = Vec::new();
        for dimension in own.objects("dimensions")?.unwrap_or_default() {
            let mut values = Vec::new();
            // They serve for names only: one that cannot be read keeps nobody from the figures.
            let entries = dimension.entries("values").ok().flatten();
            for entry in entries.unwrap_or_default().into_iter().flatten() {
                if let (Ok(value), Ok(label)) = (entry.needed_text("value"), label(&entry)) {
                    values.push((value, label));
                }
            }
            dimensions.push(Dimension {
                name: dimension.needed_text("name")?,
                label: label(&dimension)?,
                values,
            });
        }
        Ok(Descriptor {
            name,
            version: written.text("version")?,
            created: written.text("created")?.chars().take(10).collect(),
            title,
            banner: Text::new(own.text("banner_zh")?, own.text("banner_en")?),
            judged: own.flag("judged")?.unwrap_or(true),
            fictional: own.flag("fictional")?.unwrap_or(false),
            levels,
            dimensions,
            case_basis: match own.text("case_basis")?.as_str() {
                "cohort" => Some(CaseBasis::Cohort),
                "event" => Some(CaseBasis::Event),
                _ => None,
            },
            resources,
        })
    }

    /// The level of a word.
    pub fn level(&self, word: &str) -> Option<LevelId> {
        level_id(&self.levels, word)
    }
}

fn label(written: &Object<'_>) -> Result<Text, Box<JsonReason>> {
    Ok(Text::new(
        written.text("label_zh")?,
        written.text("label_en")?,
    ))
}

fn read_resource(
    written: &Object<'_>,
    path: Arc<str>,
    levels: &[String],
) -> Result<Resource, Box<JsonReason>> {
    let nothing = Map::new();
    let holding = written.object("zhishe")?.unwrap_or(Object::empty(&nothing));
    let name = written.needed_text("name")?;
    let layout = match holding.text("layout")?.as_str() {
        "" | "long" => Layout::Long,
        "wide" => Layout::Wide,
        other => return Err(holding.error("layout", other)),
    };
    let mut themes = Vec::new();
    for word in holding.texts("themes")? {
        themes.push(parse_word(&word).ok_or_else(|| holding.error("themes", &word))?);
    }
    let mut held = Vec::new();
    for word in holding.texts("levels")? {
        held.push(level_id(levels, &word).ok_or_else(|| holding.error("levels", &word))?);
    }
    let period = |key: &str| match holding.text(key)?.as_str() {
        "" => Ok(None),
        word => match Period::parse(word) {
            Some(period) => Ok(Some(period)),
            None => Err(holding.error(key, word)),
        },
    };
    let periods = period("from")?.zip(period("to")?);
    let delimiter = match written.object("dialect")? {
        Some(dialect) => dialect.text("delimiter")?.bytes().next(),
        None => None,
    };
    let delimiter = delimiter
        .filter(|byte| byte.is_ascii_punctuation() || matches!(byte, b'\t' | b' '))
        .filter(|byte| *byte != b'"');
    let is_geometry = written.text("format")?.eq_ignore_ascii_case("geojson")
        || path.to_ascii_lowercase().ends_with(".geojson");
    let property = match holding.text("match")? {
        property if property.is_empty() => "area_code".to_string(),
        property => property,
    };
    Ok(Resource {
        table: match is_geometry {
            true => TableKind::Geometry,
            false => TableKind::of_name(&name),
        },
        name,
        path,
        options: FileOptions {
            encoding: Some(written.text("encoding")?).filter(|name| !name.is_empty()),
            delimiter,
            ..FileOptions::default()
        },
        layout,
        bytes: written.count("bytes"),
        headline: holding.flag("headline")?.unwrap_or(false),
        themes,
        levels: held,
        dimensions: holding.texts("dimensions")?,
        periods,
        geometry: GeometryOptions {
            property,
            approval: holding.text("approval")?,
        },
        is_own: false,
        is_recognised: false,
        headings: None,
    })
}

fn level_id(levels: &[String], word: &str) -> Option<LevelId> {
    let place = levels.iter().position(|level| level == word)?;
    u8::try_from(place).ok().map(LevelId)
}

/// True where a path stays inside the folder that it starts from, as the standard asks, however a
/// browser reads it: it takes `%2e` for a dot and leaves line ends and tabs out.
pub(super) fn stays_inside(path: &str) -> bool {
    let is_above = |part: &str| part.to_ascii_lowercase().replace("%2e", ".") == "..";
    let first = path.split('/').next().unwrap_or_default();
    !path.is_empty()
        && path.trim() == path
        && !path.starts_with('/')
        && !path.contains(|character: char| character == '\\' || character.is_control())
        && !first.contains(':')
        && !path.split('/').any(is_above)
}
