//! Command-line entry: reads the arguments and the locale, and hands them on.

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    zhishe::cli::run(zhishe::cli::Arguments::parse(), &locale())
}

/// The locale of messages, as POSIX has it: the first of these variables that is set.
fn locale() -> String {
    let variables = ["LC_ALL", "LC_MESSAGES", "LANG"].map(std::env::var);
    let set = variables.into_iter().flatten().find(|it| !it.is_empty());
    set.unwrap_or_default()
}
