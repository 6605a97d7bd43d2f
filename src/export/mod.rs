//! Tables, pictures and sentences leaving the program as files. Knows no page and no network.

mod answers;
mod csv;
mod picture;

pub use self::answers::{compare_csv, heat_csv};
pub use self::csv::{CsvWriter, guarded, remarks};
pub use self::picture::{compare_frame, frame, funnel_frame, heat_frame, picture, picture_svg};
