//! What a reader's own folder or archive holds: a package of this program's tables, or tables of
//! other makers. Decides by the paths and by the descriptor; reads no table.

use super::descriptor::{Descriptor, TableKind, stays_inside};
use super::json::{Object, parse_object};
use super::own::unlisted;
use crate::model::{FaultKind, JsonReason, sort_by_key, sorted_unique};
use crate::parse::{FileFault, FileOptions};

/// The file that describes a folder.
const DESCRIPTOR: &str = "datapackage.json";

/// What a reader's own files are.
#[derive(Clone, Debug)]
pub struct OwnFiles {
    /// What can be opened.
    pub source: OwnSource,
    /// What cannot be, with why: its path, and a fault.
    pub left: Vec<(String, FileFault)>,
}

/// What a reader's own files can be opened as.
#[derive(Clone, Debug)]
pub enum OwnSource {
    /// A package of the tables of this program; its files lie below the folder.
    Package {
        /// The folder with its last `/`; blank where the descriptor lies outermost.
        folder: String,
        /// The descriptor.
        descriptor: Box<Descriptor>,
    },
    /// Tables that are to be recognised, in the order of the descriptor or of their paths.
    Tables(Vec<TablePlace>),
}

/// A table of another maker.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TablePlace {
    /// Its path among the files.
    pub path: String,
    /// What readers see; blank where nothing says it.
    pub title: String,
    /// Encoding and delimiter, where they are declared.
    pub options: FileOptions,
    /// What is declared of its columns, in order; empty where nothing is.
    pub fields: Vec<FieldHint>,
    /// How its cells are declared to be written.
    pub written: CellsHint,
    /// What the package that it comes in says of itself.
    pub about: PackageSaid,
}

/// What a descriptor says of how cells are written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CellsHint {
    /// What stands where there is no figure, such as `-999`.
    pub missing: Vec<String>,
    /// What parts decimals; none where nothing says it.
    pub decimal: Option<char>,
    /// How dates are written, as `%d/%m/%Y`; blank where nothing says it.
    pub date_format: String,
}

/// What a package of another maker says of itself, as written; blank where it does not.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PackageSaid {
    /// Its title.
    pub title: String,
    /// Where its figures are from.
    pub sources: String,
    /// Under what they may be used.
    pub licences: String,
}

/// What a descriptor says of a column.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldHint {
    /// The name, as in the header.
    pub name: String,
    /// What readers see; blank where only the name is there.
    pub title: String,
    /// What it holds.
    pub kind: FieldKind,
    /// True where it is part of what tells rows apart.
    pub is_key: bool,
}

/// What a column holds by its declared type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// Numbers.
    Number,
    /// Text; codes of digits too.
    Text,
    /// Years.
    Year,
    /// Dates, months, moments.
    Date,
    /// Something else, or not declared.
    Any,
}

/// True for what is no data among files: what is hidden, what a spreadsheet leaves behind while it is
/// open, a text for readers.
pub fn is_aside(path: &str) -> bool {
    let is_hidden = |part: &str| part.starts_with(['.', '~']);
    let name = path.rsplit('/').next().unwrap_or(path);
    let is_readme = |name: &str| name.eq_ignore_ascii_case("readme");
    path.split('/').any(is_hidden) || name.get(..6).is_some_and(is_readme)
}

/// The descriptor nearest to the outermost folder, of two as near the first by its path; none where
/// no file is one.
pub fn descriptor_path<'p>(paths: &[&'p str]) -> Option<&'p str> {
    let named = paths.iter().copied().filter(|path| {
        let name = path.rsplit('/').next().unwrap_or(path);
        name == DESCRIPTOR && !is_aside(path)
    });
    named.min_by_key(|path| (path.matches('/').count(), *path))
}

/// Decides what files are. `descriptor` is the one of [`descriptor_path`] with its bytes.
///
/// # Errors
/// A descriptor that is none; nothing that can be opened.
pub fn own_files(paths: &[&str], descriptor: Option<(&str, &[u8])>) -> Result<OwnFiles, FileFault> {
    let found = match descriptor {
        Some((path, bytes)) => described(paths, path, bytes)?,
        None => undescribed(paths),
    };
    match &found.source {
        OwnSource::Tables(tables) if tables.is_empty() => {
            let is_workbook = |(_, fault): &&(String, FileFault)| {
                matches!(fault.kind, FaultKind::UnlistedWorkbook)
            };
            let workbook = found.left.iter().find(is_workbook);
            Err(match workbook {
                Some((path, _)) => FileFault {
                    found: path.clone(),
                    ..FileFault::whole(FaultKind::WorkbookInstead)
                },
                None => FileFault::whole(FaultKind::NoTable),
            })
        }
        _ => Ok(found),
    }
}

fn described(paths: &[&str], path: &str, bytes: &[u8]) -> Result<OwnFiles, FileFault> {
    let folder = path.strip_suffix(DESCRIPTOR).unwrap_or_default();
    let broken = |reason: Box<JsonReason>| {
        FileFault::at(reason.line(), FaultKind::BrokenDescriptor { reason })
    };
    let is_own = parse_object(bytes, |written| Ok(is_own(&written))).map_err(broken)?;
    if is_own {
        let source = OwnSource::Package {
            folder: folder.to_string(),
            descriptor: Box::new(Descriptor::parse(bytes)?),
        };
        let left = Vec::new();
        return Ok(OwnFiles { source, left });
    }
    let foreign = parse_object(bytes, |written| foreign_tables(&written, folder, paths));
    let (tables, left) = foreign.map_err(broken)?;
    let source = OwnSource::Tables(tables);
    Ok(OwnFiles { source, left })
}

/// A package of this program says so, or has observations with the columns that they need.
fn is_own(written: &Object<'_>) -> bool {
    if matches!(written.object("zhishe"), Ok(Some(_))) {
        return true;
    }
    let resources = written.objects("resources").ok().flatten();
    resources.unwrap_or_default().iter().any(|resource| {
        let name = resource.text("name").unwrap_or_default();
        let fields = fields(resource);
        let has = |wanted: &str| fields.iter().any(|field| field.name == wanted);
        let fits = fields.is_empty() || (has("area_code") && has("period"));
        TableKind::of_name(&name) == TableKind::Observations && fits
    })
}

type Found = (Vec<TablePlace>, Vec<(String, FileFault)>);

fn foreign_tables(
    written: &Object<'_>,
    folder: &str,
    paths: &[&str],
) -> Result<Found, Box<JsonReason>> {
    let (mut tables, mut left) = (Vec::new(), Vec::new());
    let about = package_said(written);
    let listed = written.objects("resources")?;
    for resource in listed.ok_or_else(|| written.missing("resources"))? {
        // One table may come in several files; each is taken by itself. What stands in the
        // descriptor itself has no path.
        for path in resource.texts("path").unwrap_or_default() {
            let place = format!("{folder}{}", path.trim_start_matches("./"));
            let is_there = stays_inside(&path) && paths.contains(&place.as_str());
            match () {
                () if !is_there => left.push((path, FileFault::whole(FaultKind::NotInFolder))),
                () if is_table(&path, &resource) => {
                    let about = about.clone();
                    tables.push(TablePlace {
                        about,
                        ..table_place(&resource, place)
                    });
                }
                () if is_workbook(&path) => {
                    left.push((place, FileFault::whole(unlisted(&path))));
                }
                () => {}
            }
        }
    }
    Ok((tables, left))
}

fn table_place(resource: &Object<'_>, path: String) -> TablePlace {
    let text = |key: &str| resource.text(key).unwrap_or_default();
    let title = match text("title") {
        title if title.is_empty() => text("name"),
        title => title,
    };
    let dialect = resource.object("dialect").ok().flatten();
    let delimiter = dialect.and_then(|dialect| {
        // Since its second version frictionless writes that of a CSV one level deeper.
        let deeper = dialect.object("csv").ok().flatten();
        let own = dialect.text("delimiter").unwrap_or_default();
        match (own.bytes().next(), deeper) {
            (None, Some(deeper)) => deeper.text("delimiter").ok()?.bytes().next(),
            (own, _) => own,
        }
    });
    TablePlace {
        path,
        title,
        options: FileOptions {
            encoding: Some(text("encoding")).filter(|name| !name.is_empty()),
            delimiter: delimiter.filter(|byte| byte.is_ascii() && *byte != b'"'),
            ..FileOptions::default()
        },
        fields: fields(resource),
        written: written(resource),
        about: PackageSaid::default(),
    }
}

/// Title, sources and licences: of several each, by the first of these keys that says it.
fn package_said(written: &Object<'_>) -> PackageSaid {
    let each = |list: &str, keys: &[&str]| {
        let listed = written.objects(list).ok().flatten().unwrap_or_default();
        let said = listed.iter().filter_map(|it| {
            let mut texts = keys.iter().map(|key| it.text(key).unwrap_or_default());
            texts.find(|text| !text.is_empty())
        });
        said.collect::<Vec<String>>().join(", ")
    };
    let title = written.text("title").unwrap_or_default();
    PackageSaid {
        title: match title.is_empty() {
            true => written.text("name").unwrap_or_default(),
            false => title,
        },
        sources: each("sources", &["title", "path"]),
        licences: each("licenses", &["title", "name", "path"]),
    }
}

fn written(resource: &Object<'_>) -> CellsHint {
    let Ok(Some(schema)) = resource.object("schema") else {
        return CellsHint::default();
    };
    let listed = schema.objects("fields").ok().flatten().unwrap_or_default();
    let mut missing = schema.texts("missingValues").unwrap_or_default();
    let mut hint = CellsHint::default();
    for field in &listed {
        let text = |key: &str| field.text(key).unwrap_or_default();
        missing.extend(field.texts("missingValues").unwrap_or_default());
        hint.decimal = hint.decimal.or_else(|| text("decimalChar").chars().next());
        if hint.date_format.is_empty() && text("format").contains('%') {
            hint.date_format = text("format");
        }
    }
    missing.retain(|text| !text.is_empty());
    hint.missing = sorted_unique(missing);
    hint
}

fn fields(resource: &Object<'_>) -> Vec<FieldHint> {
    let Ok(Some(schema)) = resource.object("schema") else {
        return Vec::new();
    };
    let key = schema.texts("primaryKey").unwrap_or_default();
    let listed = schema.objects("fields").ok().flatten();
    let fields = listed.unwrap_or_default().into_iter().map(|field| {
        let text = |key: &str| field.text(key).unwrap_or_default();
        let name = text("name");
        FieldHint {
            title: text("title"),
            kind: match text("type").as_str() {
                "number" | "integer" => FieldKind::Number,
                "string" | "boolean" => FieldKind::Text,
                "year" => FieldKind::Year,
                "date" | "datetime" | "yearmonth" => FieldKind::Date,
                _ => FieldKind::Any,
            },
            is_key: key.contains(&name),
            name,
        }
    });
    fields.collect()
}

fn undescribed(paths: &[&str]) -> OwnFiles {
    let mut tables: Vec<TablePlace> = Vec::new();
    let mut left = Vec::new();
    let data: Vec<&&str> = paths.iter().filter(|path| !is_aside(path)).collect();
    let has_csv = data
        .iter()
        .any(|path| has_ending(path, &["csv", "tsv", "tab"]));
    for path in data {
        let is_text = !has_csv && has_ending(path, &["txt"]);
        if has_ending(path, &["csv", "tsv", "tab"]) || is_text {
            tables.push(TablePlace {
                path: path.to_string(),
                ..TablePlace::default()
            });
        } else if is_workbook(path) {
            left.push((path.to_string(), FileFault::whole(unlisted(path))));
        }
    }
    sort_by_key(&mut tables, |table| table.path.clone());
    let source = OwnSource::Tables(tables);
    OwnFiles { source, left }
}

fn is_table(path: &str, resource: &Object<'_>) -> bool {
    let text = |key: &str| resource.text(key).unwrap_or_default().to_lowercase();
    let is_named = matches!(text("format").as_str(), "csv" | "tsv")
        || matches!(
            text("mediatype").as_str(),
            "text/csv" | "text/tab-separated-values"
        );
    has_ending(path, &["csv", "tsv", "tab"]) || (is_named && !is_workbook(path))
}

fn is_workbook(path: &str) -> bool {
    unlisted(path) == FaultKind::UnlistedWorkbook
}

fn has_ending(path: &str, endings: &[&str]) -> bool {
    let ending = path.rsplit('.').next().unwrap_or_default();
    endings.iter().any(|it| it.eq_ignore_ascii_case(ending))
}
