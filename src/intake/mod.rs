//! Tables that nobody wrote for this program, made into a package that every page works on.
//!
//! `sample` cuts the first bytes into rows, `recognise` guesses a recipe from them and says what it
//! assumed, `preview` shows what the recipe makes of the sample, and `take` reads the whole file by
//! it. What comes out goes through the same checks as a published package. Every reading that is
//! more lenient than that of published files stands in this room: nothing is read wrongly for being
//! read leniently, and what was read in another way than written is told. Nothing here has words for
//! people.

mod preview;
mod recipe;
mod recognise;
mod sample;
mod sdmx;
mod take;

pub use preview::{Preview, PreviewRow, preview};
pub use recipe::{
    ColumnPlan, ColumnRole, DayOrder, DecimalMark, Encoding, Figure, IndicatorPlan, Part, Problem,
    Recipe, problems,
};
pub use recognise::{Recognised, Remark, recognise, refit};
pub use sample::{Sample, SampleRow, sample};
pub use take::{Intake, Taken};
