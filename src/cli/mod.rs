//! The command line: arguments in, files and exit codes out. Knows no browser.

pub mod demo;

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
    /// Write the fictional demonstration district into a folder.
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

/// Runs the command. 0: done; 2: a file could not be read or written.
pub fn run(arguments: Arguments) -> ExitCode {
    match arguments.command {
        Command::Demo {
            dir,
            communities,
            months,
            seed,
        } => {
            let options = demo::Options {
                communities,
                months,
                seed,
            };
            match demo::write(&dir, &demo::generate(&options)) {
                Ok(()) => ExitCode::SUCCESS,
                Err(error) => {
                    eprintln!("{}: {error}", dir.display());
                    ExitCode::from(2)
                }
            }
        }
    }
}
