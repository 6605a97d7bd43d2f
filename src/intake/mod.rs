//! Tables that nobody wrote for this program, made into a package that every page works on.
//!
//! `sample` cuts the first bytes into rows, `recognise` guesses a recipe from them and says what it
//! assumed, `preview` shows what the recipe makes of the sample, and `take` reads the whole file by
//! it. What comes out goes through the same checks as a published package. Every reading that is
//! more lenient than that of published files stands in this room: nothing is read wrongly for being
//! read leniently, and what was read in another way than written is told. Nothing here has words for
//! people.

mod across;
mod as_it_stands;
mod bands;
mod column_names;
mod columns;
mod figure_kind;
mod figure_remark;
mod figures;
mod foreign;
mod garbled;
mod genesis;
mod header;
mod headings;
mod hints;
mod holders;
mod indicators;
mod keys;
mod mark;
mod merged;
mod months;
mod narrow;
mod nested_codes;
mod number;
mod number_bounds;
mod number_scale;
mod our_notes;
mod ours;
mod pairs;
mod per;
mod period_names;
mod places;
mod plan;
mod preview;
mod problems;
mod quotients;
mod recipe;
mod recognise;
mod remark;
mod role_codes;
mod role_intervals;
mod role_kinds;
mod role_levels;
mod role_pairs;
mod role_parents;
mod role_postal;
mod role_subjects;
mod roles;
mod row_area;
mod row_codes;
mod row_figures;
mod row_label;
mod row_period;
mod row_remark;
mod row_shape;
mod row_told;
mod rows;
mod sample;
mod scale;
mod sdmx;
mod second_table;
mod seen;
mod sentinels;
mod shown;
mod spellings;
mod stored;
mod sum_evidence;
mod sum_series;
mod sums;
mod tail;
mod take;
mod times;
mod titles;
mod vocabulary;
mod vocabulary_codes;
mod vocabulary_entities;
mod vocabulary_eras;
mod vocabulary_figures;
mod vocabulary_intervals;
mod vocabulary_kinds;
mod vocabulary_letters;
mod vocabulary_levels;
mod vocabulary_notes;
mod vocabulary_numbers;
mod vocabulary_parts;
mod vocabulary_scales;
mod vocabulary_subjects;
mod vocabulary_time;
mod vocabulary_titles;
mod vocabulary_totals;
mod vocabulary_units;
mod when;
mod when_mark;
mod when_name;
mod when_rest;
mod when_serial;
mod when_span;
mod when_words;
mod written;

pub use as_it_stands::remarks_now;
pub use figure_remark::FigureRemark;
pub use hints::with_hints;
pub use mark::{MarkMatch, OwnMark};
pub use pairs::{as_kind, change_recipe};
pub use per::per_so_many;
pub use preview::{Preview, PreviewRow, preview};
pub use problems::{Problem, problems};
pub use recipe::{
    ColumnPlan, ColumnRole, DayOrder, DecimalMark, Encoding, Figure, IndicatorPlan, Part, Quotient,
    Recipe,
};
pub use recognise::{Recognised, recognise, refit};
pub use remark::Remark;
pub use sample::{Sample, SampleRow, sample};
pub use sdmx::{SdmxRemark, as_read};
pub use shown::examples;
pub use take::{Intake, Taken};
