//! The demonstration district: fictional, the same for the same seed on every machine, with
//! stories planted for the statistics to find. Rooms of its own: chance (`rng`), months
//! (`calendar`), the district (`plan`, `traits`, `stories`), figures (`cases`, `measures`,
//! `series`, `observations`), and files (`areas`, `below`, `tables`, `descriptor`, `files`).

mod areas;
mod below;
mod calendar;
mod cases;
mod descriptor;
mod files;
mod measures;
mod observations;
mod plan;
mod readme;
mod revisions;
mod rng;
mod series;
mod stories;
mod tables;
mod traits;

use std::io;
use std::path::Path;

pub use files::{File, generate};
pub use plan::Options;

/// Communities of the district that ships.
pub const DEFAULT_COMMUNITIES: u32 = 163;
/// Months of the district that ships.
pub const DEFAULT_MONTHS: u32 = 36;
/// Seed of the district that ships.
pub const DEFAULT_SEED: u64 = 2048;

impl Default for Options {
    fn default() -> Options {
        Options {
            communities: DEFAULT_COMMUNITIES,
            months: DEFAULT_MONTHS,
            seed: DEFAULT_SEED,
        }
    }
}

/// Writes the files into a folder, which is made where it is missing. Files of other names that
/// lie there are left alone.
pub fn write(folder: &Path, files: &[File]) -> io::Result<()> {
    for file in files {
        let path = folder.join(&file.path);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)?;
        }
        std::fs::write(path, &file.bytes)?;
    }
    Ok(())
}
