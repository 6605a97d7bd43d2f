//! `zhishe check`: every fault of a package, as the browser finds them. Mends nothing.

use super::language::{LangWord, language};
use super::open::{DESCRIPTOR, OpenError, descriptor_bytes, open};
use super::output::{Outcome, Output, open_error_line};
use crate::model::{Fault, FaultKind, Lang, Severity};
use crate::package::{FileState, Need, Package, unlisted};
use crate::parse::FileFault;
use crate::words::{self, command_line};
use clap::{Args, ValueEnum};
use serde_json::{Value as Json, json};
use std::fs;
use std::path::{Path, PathBuf};

/// Options of `check`.
#[derive(Debug, Args)]
pub struct CheckArguments {
    /// The package: a folder with datapackage.json.
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

fn checked(folder: &Path) -> Result<Checked, OpenError> {
    let package = open(folder, &Need::Everything)?;
    let listed = descriptor_bytes(folder)?;
    let mut found: Vec<Fault> = package.faults().into_iter().cloned().collect();
    found.extend(unlisted_files(folder, &String::from_utf8_lossy(&listed)));
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

/// A note for each file of the folder that the descriptor does not name, in the order of paths.
fn unlisted_files(folder: &Path, descriptor: &str) -> Vec<Fault> {
    let mut paths = Vec::new();
    files_inside(folder, "", &mut paths);
    paths.sort();
    // Named as a table or in any other way, as schemas are.
    let is_named = |path: &String| descriptor.contains(&format!("\"{path}\""));
    let unnamed = paths.into_iter().filter(|path| !is_named(path));
    let note = |path: String| {
        let fault = FileFault::whole(unlisted(&path));
        Package::named_fault(&path, fault)
    };
    unnamed.map(note).collect()
}

/// The files of a folder and of those in it, but for hidden ones, readmes, listings and whatever
/// belongs to another package. What cannot be looked into is left out: nothing of it is read.
fn files_inside(folder: &Path, prefix: &str, paths: &mut Vec<String>) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        let kind = entry.file_type();
        let is_folder = kind.as_ref().is_ok_and(|kind| kind.is_dir());
        let is_file = kind.is_ok_and(|kind| kind.is_file());
        let is_readme = name
            .get(..6)
            .is_some_and(|it| it.eq_ignore_ascii_case("readme"));
        if name.starts_with(['.', '~']) || is_readme {
            continue;
        }
        let path = format!("{prefix}{name}");
        if is_file && name != DESCRIPTOR && name != CATALOG {
            paths.push(path);
        } else if is_folder && !entry.path().join(DESCRIPTOR).is_file() {
            files_inside(&entry.path(), &format!("{path}/"), paths);
        }
    }
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
