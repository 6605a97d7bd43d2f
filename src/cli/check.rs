//! `zhishe check`: every fault of a package, as the browser finds them. Mends nothing.

use super::folder::{DESCRIPTOR, Folder};
use super::language::{LangWord, language};
use super::open::{OpenError, open_folder};
use super::output::{Outcome, Output, open_error_line};
use crate::model::{Fault, FaultKind, Lang, Severity};
use crate::package::{FileState, Need, Package, is_aside, unlisted};
use crate::parse::FileFault;
use crate::words::{self, command_line};
use clap::{Args, ValueEnum};
use serde_json::{Value as Json, json};
use std::path::{Path, PathBuf};

/// Options of `check`.
#[derive(Debug, Args)]
pub struct CheckArguments {
    /// The package: a folder with datapackage.json, or a zip of one.
    dir: PathBuf,
    /// For people, or for programs.
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    format: CheckFormat,
    /// The language; that of the terminal where none is given, else Chinese.
    #[arg(long, value_enum)]
    lang: Option<LangWord>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum CheckFormat {
    /// A paragraph a fault, and a summary.
    Text,
    /// {"valid", "faults":[…], "notes":[…]}
    Json,
}

/// Checks. 0: sound; 1: there are faults; the error: it could not be read.
pub fn check(arguments: &CheckArguments, locale: &str) -> Outcome {
    let lang = language(arguments.lang, locale);
    let checked = match checked(&arguments.dir) {
        Ok(checked) => checked,
        Err(OpenError::Broken(fault)) => Checked::of_broken(*fault),
        Err(error) => return Err(open_error_line(lang, &error)),
    };
    let bytes = match arguments.format {
        CheckFormat::Text => text(lang, &checked),
        CheckFormat::Json => json(lang, &checked)?,
    };
    Ok(Output {
        bytes: bytes.into(),
        exit: u8::from(checked.fault_count > 0),
    })
}

/// What was found in a package.
struct Checked {
    faults: Vec<Fault>,
    notes: Vec<Fault>,
    fault_count: usize,
    files: usize,
    rows: usize,
}

impl Checked {
    /// A descriptor that cannot be read is a fault of the package; nothing else can be read without.
    fn of_broken(fault: Fault) -> Checked {
        Checked {
            faults: vec![fault],
            notes: Vec::new(),
            fault_count: 1,
            files: 1,
            rows: 0,
        }
    }
}

fn checked(place: &Path) -> Result<Checked, OpenError> {
    let folder = Folder::open(place)?;
    let package = open_folder(&folder, &Need::Everything)?;
    let listed = folder.descriptor()?;
    let mut found: Vec<Fault> = package.faults().into_iter().cloned().collect();
    found.extend(unlisted_files(&folder, &String::from_utf8_lossy(&listed)));
    let is_fault = |fault: &Fault| fault.kind.severity() == Severity::Fault;
    let (faults, notes) = found.into_iter().partition(is_fault);
    Ok(Checked {
        faults,
        notes,
        fault_count: package.fault_count(),
        files: package.files.len(),
        rows: row_count(&package),
    })
}

fn row_count(package: &Package) -> usize {
    let rows = package.files.iter().map(|state| match state {
        FileState::Reference(rows, _) => *rows,
        FileState::Observations(file) => file.table.row_count(),
        FileState::Unread | FileState::Failed(_) => 0,
    });
    rows.sum()
}

/// A note for each file of the folder that the descriptor does not name, in the order of paths; but
/// for readmes, listings and whatever belongs to another package.
fn unlisted_files(folder: &Folder, descriptor: &str) -> Vec<Fault> {
    let paths = folder.paths();
    let others: Vec<&str> = paths
        .iter()
        .filter_map(|path| path.strip_suffix(DESCRIPTOR))
        .filter(|inside| !inside.is_empty())
        .collect();
    let is_listing = |path: &str| {
        let name = path.rsplit('/').next().unwrap_or(path);
        name == DESCRIPTOR || name == CATALOG
    };
    // Named as a table or in any other way, as schemas are.
    let is_named = |path: &str| descriptor.contains(&format!("\"{path}\""));
    let unnamed = paths.iter().filter(|path| {
        let is_of_another = others.iter().any(|inside| path.starts_with(inside));
        !is_aside(path) && !is_listing(path) && !is_of_another && !is_named(path)
    });
    let note = |path: &String| {
        let fault = FileFault::whole(unlisted(path));
        Package::named_fault(path, fault)
    };
    unnamed.map(note).collect()
}

const CATALOG: &str = "catalog.json";

fn text(lang: Lang, checked: &Checked) -> String {
    let all = checked.faults.iter().chain(&checked.notes);
    let mut lines: Vec<String> = Vec::new();
    for fault in all {
        lines.extend(command_line::fault_lines(lang, fault));
        lines.push(String::new());
    }
    let found = (checked.fault_count, checked.notes.len());
    let summary = command_line::check_summary(lang, found, (checked.files, checked.rows));
    lines.push(summary);
    lines.join("\n") + "\n"
}

fn json(lang: Lang, checked: &Checked) -> Result<String, String> {
    let list = |faults: &[Fault]| -> Vec<Json> {
        faults.iter().map(|fault| fault_json(lang, fault)).collect()
    };
    let found = json!({
        "valid": checked.fault_count == 0,
        "fault_count": checked.fault_count,
        "files": checked.files,
        "rows": checked.rows,
        "faults": list(&checked.faults),
        "notes": list(&checked.notes),
    });
    let text = serde_json::to_string_pretty(&found).map_err(|error| error.to_string())?;
    Ok(text + "\n")
}

pub(super) fn fault_json(lang: Lang, fault: &Fault) -> Json {
    let said = words::fault_words(lang, &fault.kind);
    let severity = match fault.kind.severity() {
        Severity::Fault => "fault",
        Severity::Note => "note",
    };
    let count = match &fault.kind {
        FaultKind::More { count, .. } => *count,
        _ => 1,
    };
    json!({
        "file": &*fault.file,
        "line": fault.line,
        "column": fault.column,
        "kind": fault.kind.name(),
        "message": said.problem,
        "found": fault.found,
        "expected": said.expected,
        "cure": said.cure,
        "severity": severity,
        "count": count,
    })
}
