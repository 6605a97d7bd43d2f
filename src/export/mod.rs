//! Tables, pictures and sentences leaving the program as files. Knows no page and no network.

mod answers;
mod citation;
mod contents;
mod csv;
mod definitions;
mod embed;
mod explore;
mod findings;
mod flat;
pub mod json;
mod meetings;
mod names;
mod notes;
mod org_tree;
mod own_package;
mod picture;
mod portrait;
mod readings;
mod register;
mod revisions;
mod sheet;
mod spread;
mod stamps;
mod standards;
mod table;
#[cfg(feature = "cli")]
mod tables;
mod trends;

pub use self::answers::{compare_csv, funnel_csv, heat_csv, rows_csv};
mod cases;
pub use self::cases::{case_flow_csv, case_rates_csv, category_csv, open_cases_csv, score_csv};
pub use self::citation::{Citation, CitedView, citation};
pub use self::contents::{faults_csv, files_csv, sources_csv};
pub use self::csv::{CsvWriter, guarded, remarks};
pub use self::definitions::definitions_csv;
pub use self::embed::embed_code;
pub use self::explore::{by_category_csv, distribution_csv, scatter_csv};
pub use self::findings::{findings_list_csv, shortfalls_csv};
pub use self::meetings::meetings_csv;
pub use self::notes::with_notes;
pub use self::org_tree::{org_tree_csv, org_trees_csv};
pub use self::own_package::{PackageFile, own_package_files};
pub use self::picture::{
    compare_frame, finding_picture, frame, funnel_frame, heat_frame, map_frame, picture,
    picture_svg, shortfall_picture,
};
pub use self::portrait::{
    portrait_cases_csv, portrait_organisation_csv, portrait_similar_csv, portrait_standards_csv,
};
pub use self::readings::{Figure, cards_csv, gaps_csv, readings_csv};
pub use self::register::{register_csv, standards_as_set_csv};
pub use self::revisions::revisions_csv;
pub use self::sheet::Sheet;
pub use self::spread::spreads_csv;
pub use self::standards::{split_plan_csv, standard_rows_csv};
pub use self::table::{TableFile, table_csv};
#[cfg(feature = "cli")]
pub use self::tables::{
    coverage_csv, findings_csv, organisation_csv, pipeline_csv, profile_csv, relate_csv,
    standards_csv, trend_csv,
};
pub use self::trends::{multiples_csv, series_csv, together_csv};
