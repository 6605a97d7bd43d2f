//! Tables that nobody wrote for this program, made into a package that every page works on.
//!
//! `sample` cuts the first bytes into rows, `recognise` guesses a recipe from them and says what it
//! assumed, `preview` shows what the recipe makes of the sample, and `take` reads the whole file by
//! it. What comes out goes through the same checks as a published package. Every reading that is
//! more lenient than that of published files stands in this room: nothing is read wrongly for being
//! read leniently, and what was read in another way than written is told. Nothing here has words for
//! people.
//!
//! What words mean stands in `vocabulary`, which decides nothing; which column is what in `roles`; how
//! numbers and times are written in `number` and `when`; the reading of rows in `rows`; which areas hold
//! which in `sums`.

mod across;
mod as_it_stands;
mod ascending;
mod blanks;
mod column;
mod column_names;
mod columns;
mod dated_names;
mod doubts;
mod figure_kind;
mod figure_remark;
mod figures;
mod foreign;
mod garbled;
mod genesis;
mod header;
mod heading_units;
mod headings;
mod hints;
mod indicators;
mod keys;
mod label_row;
mod mark;
mod merged;
mod narrow;
mod number;
mod once;
mod our_notes;
mod ours;
mod pairs;
mod per;
mod places;
mod plan;
mod preview;
mod problems;
mod quotients;
mod recipe;
mod recognise;
mod remark;
mod roles;
mod row_names;
mod rows;
mod sample;
mod scale;
mod sdmx;
mod second_table;
mod seen;
mod sentinels;
mod shares;
mod shorter;
mod shown;
mod spellings;
mod stored;
mod sums;
mod tail;
mod take;
mod titles;
mod undated;
mod values;
mod vocabulary;
mod when;
mod written;

pub use as_it_stands::remarks_now;
pub use doubts::Doubt;
pub use figure_remark::FigureRemark;
pub use hints::with_hints;
pub use mark::{MarkMatch, OwnMark};
pub use pairs::{as_kind, change_recipe, name_indicator};
pub use per::per_so_many;
pub use preview::{Preview, PreviewRow, preview};
pub use problems::{Problem, problems};
pub use recipe::{
    ColumnPlan, ColumnRole, DayOrder, DecimalMark, Encoding, Figure, IndicatorPlan, Part, Quotient,
    Recipe, YearParts,
};
pub use recognise::{Recognised, recognise, refit};
pub use remark::{HoldSign, Remark};
pub use sample::{Sample, SampleRow, sample};
pub use sdmx::{SdmxRemark, as_read};
pub use shown::examples;
pub use take::{Intake, Taken};
pub use undated::as_of;
pub use when::stated_period;
