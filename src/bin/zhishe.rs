//! Command-line entry: reads the arguments and hands them on.

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    zhishe::cli::run(zhishe::cli::Arguments::parse())
}
