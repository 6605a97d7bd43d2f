//! What a command gives back: text for standard output and an exit code, or one line for standard
//! error. Runs no command.

use super::open::OpenError;
use crate::model::Lang;
use crate::words::command_line;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

/// What a command found: what to print, and how to end.
#[derive(Debug, Default)]
pub struct Output {
    /// For standard output.
    pub bytes: Vec<u8>,
    /// 0, or 1 where a check found faults.
    pub exit: u8,
}

impl Output {
    /// What to print, and an end without fault.
    pub fn of(bytes: Vec<u8>) -> Output {
        Output { bytes, exit: 0 }
    }
}

/// What a command gives: an output, or the line that says why there is none (exit 2).
pub type Outcome = Result<Output, String>;

/// Prints an outcome and gives the exit code: 2 with one line on standard error where there is none.
pub fn finish(outcome: Outcome) -> ExitCode {
    let (exit, line) = match outcome {
        Ok(output) => match print(&output.bytes) {
            Ok(()) => (output.exit, None),
            Err(error) => (2, Some(error.to_string())),
        },
        Err(line) => (2, Some(line)),
    };
    if let Some(line) = line {
        // Where standard error is closed, the code alone must do.
        let _ = writeln!(io::stderr(), "zhishe: {}", line.replace(['\n', '\r'], " "));
    }
    ExitCode::from(exit)
}

/// Whoever reads may have seen enough: a closed pipe is no error.
fn print(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        outcome => outcome,
    }
}

/// Why a package could not be opened, in one line.
pub fn open_error_line(lang: Lang, error: &OpenError) -> String {
    match error {
        OpenError::NoDescriptor { folder, packages } => {
            let shown = |path: &std::path::PathBuf| path.display().to_string();
            let packages: Vec<String> = packages.iter().map(shown).collect();
            command_line::no_descriptor_text(lang, &folder.display().to_string(), &packages)
        }
        OpenError::Unreadable { path, error } => {
            command_line::refused_text(lang, &path.display().to_string(), &error.to_string())
        }
        OpenError::Broken(fault) => command_line::fault_line_text(lang, fault),
    }
}
