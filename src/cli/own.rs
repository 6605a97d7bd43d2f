//! One table of a reader's own: a file, or a file of a folder or an archive. Reads no table.

use super::folder::{DESCRIPTOR, Folder, Found};
use super::open::OpenError;
use super::output::open_error_line;
use crate::model::Lang;
use crate::package::{OwnSource, Package, TablePlace, descriptor_path, own_files};
use crate::parse::FileFault;
use crate::words::command_line;
use std::fs;
use std::io::{self, Read};
use std::path::Path;

/// A table, with what is declared of it.
pub struct OwnTable {
    /// The name of its file.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What is declared.
    pub place: TablePlace,
}

/// Reads the table at a path: of a folder or an archive the one that is wanted, or the only one.
///
/// # Errors
/// One line: what the system refuses, an archive that is none, several tables of which none is
/// wanted, a package, nothing that can be opened.
pub fn own_table(lang: Lang, path: &Path, wanted: Option<&str>) -> Result<OwnTable, String> {
    if !path.is_dir() && !is_packed(path) {
        let bytes = fs::read(path).map_err(|error| refused(lang, path, &error))?;
        let name = path.file_name().unwrap_or_default();
        return Ok(OwnTable {
            name: name.to_string_lossy().into_owned(),
            bytes,
            place: TablePlace::default(),
        });
    }
    let folder = Folder::open(path).map_err(|error| open_error_line(lang, &error))?;
    let tables = tables(lang, &folder)?;
    let is_wanted = |table: &&TablePlace| wanted.is_none_or(|wanted| table.path == wanted);
    let mut found = tables.iter().filter(is_wanted);
    match (found.next(), found.next()) {
        (Some(table), None) => Ok(OwnTable {
            name: table.path.clone(),
            bytes: bytes(lang, &folder, &table.path)?,
            place: table.clone(),
        }),
        _ => {
            let paths: Vec<&str> = tables.iter().map(|table| table.path.as_str()).collect();
            Err(command_line::several_tables_text(lang, &paths))
        }
    }
}

fn tables(lang: Lang, folder: &Folder) -> Result<Vec<TablePlace>, String> {
    let paths = folder.paths();
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    let descriptor = match descriptor_path(&paths) {
        Some(path) => Some((path, bytes(lang, folder, path)?)),
        None => None,
    };
    let described = descriptor.as_ref().map(|(path, bytes)| (*path, &bytes[..]));
    let found =
        own_files(&paths, described).map_err(|fault| fault_line(lang, DESCRIPTOR, fault))?;
    match found.source {
        OwnSource::Tables(tables) => Ok(tables),
        OwnSource::Package { .. } => {
            let place = folder.place().display().to_string();
            Err(command_line::is_package_text(lang, &place))
        }
    }
}

fn bytes(lang: Lang, folder: &Folder, path: &str) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let outcome = folder.file(path).and_then(|found| match found {
        Found::Bytes(mut reader) => reader.read_to_end(&mut bytes).map(|_| None),
        Found::Missing => Err(io::ErrorKind::NotFound.into()),
        Found::Broken(fault) => Ok(Some(fault)),
    });
    match outcome {
        Ok(None) => Ok(bytes),
        Ok(Some(fault)) => Err(fault_line(lang, path, fault)),
        Err(error) => Err(refused(lang, &folder.place().join(path), &error)),
    }
}

/// An archive by its name; a workbook is told as one by whoever reads it.
fn is_packed(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    ["zip", "gz"]
        .iter()
        .any(|it| it.eq_ignore_ascii_case(&ending))
}

fn refused(lang: Lang, path: &Path, error: &io::Error) -> String {
    command_line::refused_text(lang, &path.display().to_string(), &error.to_string())
}

fn fault_line(lang: Lang, path: &str, fault: FileFault) -> String {
    let fault = Package::named_fault(path, fault);
    open_error_line(lang, &OpenError::Broken(Box::new(fault)))
}
