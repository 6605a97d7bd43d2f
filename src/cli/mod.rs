//! The command line: arguments in, files and exit codes out. Knows no browser.

mod answer;
mod ask;
mod chart;
mod check;
mod columns;
mod decoder;
pub mod demo;
mod digest;
mod folder;
mod import;
mod language;
mod nearest;
mod open;
mod output;
mod own;

pub use decoder::NativeDecoders;
pub use folder::{Folder, Found};
pub use open::{OpenError, open, with_bytes};

use output::{Output, finish};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// 知社 Zhishe: district governance indicators, on the command line.
#[derive(Debug, Parser)]
#[command(name = "zhishe", version, about)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check a package: every fault by file, line and column, and what to do about it.
    ///
    /// Exit codes: 0 the package is sound (notes alone are no fault), 1 it has faults, 2 it could
    /// not be read.
    ///
    /// Example:
    ///   zhishe check data/demo --format json
    #[command(verbatim_doc_comment)]
    Check(check::CheckArguments),
    /// Ask a package what the pages ask it, with the same defaults.
    #[command(subcommand)]
    Answer(answer::AnswerCommand),
    /// Draw a view as SVG, as the page lets one download it.
    #[command(subcommand)]
    Chart(chart::ChartCommand),
    /// Read any table: print how it is understood and what cannot be read, or write it as a package.
    ///
    /// Exit codes: 0 it was read (notes alone are no fault), 1 it has faults or something is lacking,
    /// 2 it could not be read.
    ///
    /// Example:
    ///   zhishe import table.csv --out /tmp/package
    ///   zhishe import figures.zip --table data/figures.csv
    #[command(verbatim_doc_comment)]
    Import(import::ImportArguments),
    /// Print the digest of the data that a view is made from, as the page prints it under "Cite".
    ///
    /// 64 hexadecimal digits (SHA-256). An address carries the first 16 of them as `data=`; where the
    /// view has some, the exit code is 1 if they are others.
    ///
    /// Example:
    ///   zhishe digest data/demo --view '?page=compare&indicator=on-time-rate&period=2026-03'
    #[command(verbatim_doc_comment)]
    Digest(digest::DigestArguments),
    /// Write the fictional demonstration district into a folder.
    ///
    /// Example:
    ///   zhishe demo /tmp/district --communities 600 --months 58
    #[command(verbatim_doc_comment)]
    Demo {
        /// The folder; it is made where it is missing.
        dir: PathBuf,
        /// Communities in the district.
        #[arg(long, default_value_t = demo::DEFAULT_COMMUNITIES, value_parser = clap::value_parser!(u32).range(20..=5000))]
        communities: u32,
        /// Months of monthly figures, the last of them 2026-04.
        #[arg(long, default_value_t = demo::DEFAULT_MONTHS, value_parser = clap::value_parser!(u32).range(6..=240))]
        months: u32,
        /// Another seed, another district.
        #[arg(long, default_value_t = demo::DEFAULT_SEED)]
        seed: u64,
    },
}

/// Runs the command in the language of a POSIX locale where it asks for none. 0: done; 1: a check
/// found faults; 2: a file could not be read or written, or what was asked for is not there.
pub fn run(arguments: Arguments, locale: &str) -> ExitCode {
    finish(match &arguments.command {
        Command::Check(arguments) => check::check(arguments, locale),
        Command::Answer(command) => answer::answer(command, locale),
        Command::Chart(command) => chart::chart(command, locale),
        Command::Import(arguments) => import::import(arguments, locale),
        Command::Digest(arguments) => digest::digest(arguments, locale),
        Command::Demo {
            dir,
            communities,
            months,
            seed,
        } => {
            let options = demo::Options {
                communities: *communities,
                months: *months,
                seed: *seed,
            };
            let written = demo::write(dir, &demo::generate(&options));
            let line = |error| format!("{}: {error}", dir.display());
            written.map(|()| Output::default()).map_err(line)
        }
    })
}
