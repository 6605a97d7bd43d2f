//! Tables and sentences leaving the program as files. Knows no page and no network.

mod answers;
mod csv;

pub use self::answers::{compare_csv, heat_csv};
pub use self::csv::{CsvWriter, guarded, remarks};
