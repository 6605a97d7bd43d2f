//! Answers that are no comparison as flat CSV tables: remarks on top as in a downloaded comparison,
//! then a row a point, an indicator, an area or a finding. Of the command line only so far.

mod coverage;
mod findings;
mod organisation;
mod pipeline;
mod profile;
mod relate;
mod standards;
mod trend;

pub use coverage::coverage_csv;
pub use findings::findings_csv;
pub use organisation::organisation_csv;
pub use pipeline::pipeline_csv;
pub use profile::profile_csv;
pub use relate::relate_csv;
pub use standards::standards_csv;
pub use trend::trend_csv;

use super::flat::{READING, Table};
