//! Tables that nobody wrote for this program, made into a package that every page works on.
//!
//! `sample` cuts the first bytes into rows, `recognise` guesses a recipe from them and says what it
//! assumed, `preview` shows what the recipe makes of the sample, and `take` reads the whole file by
//! it. What comes out goes through the same checks as a published package. Every reading that is
//! more lenient than that of published files stands in this room: nothing is read wrongly for being
//! read leniently, and what was read in another way than written is told. Nothing here has words for
//! people.

mod columns;
mod figures;
mod foreign;
mod header;
mod hints;
mod indicators;
mod keys;
mod mark;
mod merged;
mod number;
mod ours;
mod places;
mod plan;
mod preview;
mod problems;
mod recipe;
mod recognise;
mod remark;
mod roles;
mod row_area;
mod row_period;
mod row_remark;
mod row_told;
mod rows;
mod sample;
mod sdmx;
mod seen;
mod stored;
mod tail;
mod take;
mod times;
mod titles;
mod vocabulary;
mod vocabulary_time;
mod when;
mod written;

pub use hints::with_hints;
pub use mark::{MarkMatch, OwnMark};
pub use preview::{Preview, PreviewRow, preview};
pub use problems::{Problem, problems};
pub use recipe::{
    ColumnPlan, ColumnRole, DayOrder, DecimalMark, Encoding, Figure, IndicatorPlan, Part, Recipe,
};
pub use recognise::{Recognised, recognise, refit};
pub use remark::Remark;
pub use sample::{Sample, SampleRow, sample};
pub use sdmx::{SdmxRemark, as_read};
pub use take::{Intake, Taken};
