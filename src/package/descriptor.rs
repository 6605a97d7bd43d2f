//! `datapackage.json`: as written, and its checked meaning.

use crate::model::{LevelId, Period, Text, Theme, parse_word};
use crate::parse::{FileOptions, Layout};
use serde::Deserialize;
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
            TableKind::Other => "other",
        }
    }

    pub(super) fn of_name(name: &str) -> TableKind {
        const KINDS: [TableKind; 7] = [
            TableKind::Areas,
            TableKind::Indicators,
            TableKind::Sources,
            TableKind::Standards,
            TableKind::Observations,
            TableKind::Lineage,
            TableKind::Revisions,
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
            TableKind::Observations | TableKind::Other => &[],
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

#[derive(Deserialize)]
struct Written {
    name: Option<String>,
    title: Option<String>,
    version: Option<String>,
    created: Option<String>,
    #[serde(default)]
    zhishe: WrittenPackage,
    resources: Vec<WrittenResource>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct WrittenPackage {
    title_zh: String,
    title_en: String,
    banner_zh: String,
    banner_en: String,
    judged: Option<bool>,
    fictional: bool,
    levels: Vec<String>,
    dimensions: Vec<WrittenDimension>,
    case_basis: String,
}

#[derive(Deserialize)]
struct WrittenDimension {
    name: String,
    #[serde(default)]
    label_zh: String,
    #[serde(default)]
    label_en: String,
}

#[derive(Deserialize)]
struct WrittenResource {
    name: String,
    path: WrittenPath,
    encoding: Option<String>,
    bytes: Option<u64>,
    dialect: Option<WrittenDialect>,
    #[serde(default)]
    zhishe: WrittenHolding,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum WrittenPath {
    One(String),
    Several(Vec<String>),
}

#[derive(Deserialize)]
#[serde(untagged)]
enum WrittenDialect {
    Given {
        delimiter: Option<String>,
    },
    #[allow(dead_code)] // a dialect in a file of its own is not followed
    Elsewhere(String),
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct WrittenHolding {
    layout: String,
    headline: bool,
    themes: Vec<String>,
    levels: Vec<String>,
    dimensions: Vec<String>,
    from: String,
    to: String,
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
    /// Reads a descriptor. An error says what is wrong, in the words of the JSON reader.
    pub fn parse(text: &str) -> Result<Descriptor, String> {
        let written: Written =
            serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|e| e.to_string())?;
        let own = written.zhishe;
        let levels = if own.levels.is_empty() {
            USUAL_LEVELS.map(str::to_string).to_vec()
        } else {
            own.levels
        };
        if levels.len() > MOST_LEVELS {
            return Err(format!("zhishe: levels: {}", levels.len()));
        }
        let mut resources = Vec::new();
        for resource in written.resources {
            let paths = match &resource.path {
                WrittenPath::One(path) => vec![path.clone()],
                WrittenPath::Several(paths) => paths.clone(),
            };
            for path in paths {
                check_path(&resource.name, &path)?;
                resources.push(resource.checked(path.into(), &levels)?);
            }
        }
        let title = if own.title_zh.is_empty() && own.title_en.is_empty() {
            let title = written.title.or(written.name.clone()).unwrap_or_default();
            Text::new(title.clone(), title)
        } else {
            Text::new(own.title_zh, own.title_en)
        };
        Ok(Descriptor {
            name: written.name.unwrap_or_default(),
            version: written.version.unwrap_or_default(),
            created: written
                .created
                .map(|created| created.chars().take(10).collect())
                .unwrap_or_default(),
            title,
            banner: Text::new(own.banner_zh, own.banner_en),
            judged: own.judged.unwrap_or(true),
            fictional: own.fictional,
            levels,
            dimensions: own
                .dimensions
                .into_iter()
                .map(|dimension| Dimension {
                    name: dimension.name,
                    label: Text::new(dimension.label_zh, dimension.label_en),
                })
                .collect(),
            case_basis: match own.case_basis.as_str() {
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

impl WrittenResource {
    fn checked(&self, path: Arc<str>, levels: &[String]) -> Result<Resource, String> {
        let holding = &self.zhishe;
        let say = |what: &str, word: &str| format!("resources: {}: {what}: {word:?}", self.name);
        let layout = match holding.layout.as_str() {
            "" | "long" => Layout::Long,
            "wide" => Layout::Wide,
            other => return Err(say("layout", other)),
        };
        let themes = holding.themes.iter();
        let themes = themes.map(|word| parse_word(word).ok_or_else(|| say("themes", word)));
        let held = holding.levels.iter();
        let held = held.map(|word| level_id(levels, word).ok_or_else(|| say("levels", word)));
        let period = |what: &str, word: &str| match word {
            "" => Ok(None),
            word => Period::parse(word).map(Some).ok_or_else(|| say(what, word)),
        };
        let periods = period("from", &holding.from)?.zip(period("to", &holding.to)?);
        let delimiter = match &self.dialect {
            Some(WrittenDialect::Given { delimiter }) => delimiter
                .as_deref()
                .and_then(|text| text.bytes().next())
                .filter(|byte| byte.is_ascii_punctuation() || matches!(byte, b'\t' | b' '))
                .filter(|byte| *byte != b'"'),
            _ => None,
        };
        Ok(Resource {
            name: self.name.clone(),
            path,
            table: TableKind::of_name(&self.name),
            options: FileOptions {
                encoding: self.encoding.clone(),
                delimiter,
            },
            layout,
            bytes: self.bytes,
            headline: holding.headline,
            themes: themes.collect::<Result<_, _>>()?,
            levels: held.collect::<Result<_, _>>()?,
            dimensions: holding.dimensions.clone(),
            periods,
        })
    }
}

fn level_id(levels: &[String], word: &str) -> Option<LevelId> {
    let place = levels.iter().position(|level| level == word)?;
    u8::try_from(place).ok().map(LevelId)
}

fn check_path(name: &str, path: &str) -> Result<(), String> {
    if stays_inside(path) {
        Ok(())
    } else {
        Err(format!("resources: {name}: path: {path:?}"))
    }
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
