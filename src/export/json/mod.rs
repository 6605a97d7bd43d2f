//! Answers as JSON, for programs: every field of the answer under a plain name, in a stated order.
//! Values and limits are in the unit of the indicator and in full precision; `null` where there is
//! none. Words for machines never change with the language; sentences do.
//!
//! They lie in the second file of the program, which the first view does without: serde_json's writer
//! and the standard library's way with numbers weigh more than a page.

mod by_category;
mod compare;
mod coverage;
mod distribution;
mod findings;
mod organisation;
mod parts;
mod pipeline;
mod profile;
mod relate;
mod split;
mod standards;
mod table;
mod trend;

pub use by_category::by_category_json;
pub use compare::compare_json;
pub use coverage::coverage_json;
pub use distribution::distribution_json;
pub use findings::findings_json;
pub use organisation::organisation_json;
pub use pipeline::pipeline_json;
pub use profile::profile_json;
pub use relate::relate_json;
pub use standards::standards_json;
pub use table::table_json;
pub use trend::trend_json;

use serde::Serialize;

/// The answer as indented text with a line's end.
fn written(answer: &impl Serialize) -> serde_json::Result<String> {
    Ok(serde_json::to_string_pretty(answer)? + "\n")
}
