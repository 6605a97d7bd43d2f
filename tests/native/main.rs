//! Every native test in one program: a program for each file linked the whole library again, and its
//! files filled the disk.
//!
//! `cargo test --features cli intake::` runs the tests of one file.

mod support;

mod fault_words;
mod golden_cases;
mod golden_comparisons;
mod golden_distribution;
mod golden_maps;
mod golden_spine;
mod golden_standards;
mod golden_svg;
mod golden_trends;
#[cfg(feature = "cli")]
mod heading_words;
mod house;
mod published_package;
mod stats;
mod stats_properties;
mod stats_reference;
mod theme_css;

#[cfg(feature = "cli")]
mod answers;
#[cfg(feature = "cli")]
mod archive;
#[cfg(feature = "cli")]
mod brought_back;
#[cfg(feature = "cli")]
mod cases_answers;
#[cfg(feature = "cli")]
mod citation;
#[cfg(feature = "cli")]
mod command_line;
#[cfg(feature = "cli")]
mod counted_or_timed;
#[cfg(feature = "cli")]
mod demo_package;
#[cfg(feature = "cli")]
mod digest;
#[cfg(feature = "cli")]
mod download;
#[cfg(feature = "cli")]
mod explore_answers;
#[cfg(feature = "cli")]
mod find;
#[cfg(feature = "cli")]
mod findings;
#[cfg(feature = "cli")]
mod floods;
#[cfg(feature = "cli")]
mod foreign_areas;
#[cfg(feature = "cli")]
mod foreign_encodings;
#[cfg(feature = "cli")]
mod foreign_figures;
#[cfg(feature = "cli")]
mod foreign_months;
#[cfg(feature = "cli")]
mod foreign_more;
#[cfg(feature = "cli")]
mod foreign_offices;
#[cfg(feature = "cli")]
mod foreign_periods;
#[cfg(feature = "cli")]
mod foreign_roles;
#[cfg(feature = "cli")]
mod foreign_shapes;
#[cfg(feature = "cli")]
mod foreign_tables;
#[cfg(feature = "cli")]
mod foreign_units;
#[cfg(feature = "cli")]
mod funnel_limits;
#[cfg(feature = "cli")]
mod funnel_names;
#[cfg(feature = "cli")]
mod gaps;
#[cfg(feature = "cli")]
mod geometry;
#[cfg(feature = "cli")]
mod golden_org_tree;
#[cfg(feature = "cli")]
mod heat_heads;
#[cfg(feature = "cli")]
mod hostile;
#[cfg(feature = "cli")]
mod intake;
#[cfg(feature = "cli")]
mod inventory_answers;
#[cfg(feature = "cli")]
mod joining;
#[cfg(feature = "cli")]
mod judged;
#[cfg(feature = "cli")]
mod latin_names;
#[cfg(feature = "cli")]
mod lists_exported;
#[cfg(feature = "cli")]
mod offered_pages;
#[cfg(feature = "cli")]
mod org_tree_answers;
#[cfg(feature = "cli")]
mod own_files;
#[cfg(feature = "cli")]
mod own_headings;
#[cfg(feature = "cli")]
mod own_holders;
#[cfg(feature = "cli")]
mod own_kinds;
#[cfg(feature = "cli")]
mod own_link;
#[cfg(feature = "cli")]
mod own_measures;
#[cfg(feature = "cli")]
mod own_opened;
#[cfg(feature = "cli")]
mod own_quotients;
#[cfg(feature = "cli")]
mod own_reading;
#[cfg(feature = "cli")]
mod own_source;
#[cfg(feature = "cli")]
mod own_spellings;
#[cfg(feature = "cli")]
mod page_answer;
#[cfg(feature = "cli")]
mod patterns;
#[cfg(feature = "cli")]
mod pipeline_answers;
#[cfg(feature = "cli")]
mod profile_answers;
#[cfg(feature = "cli")]
mod random;
#[cfg(feature = "cli")]
mod real_publishers;
#[cfg(feature = "cli")]
mod real_tables;
#[cfg(feature = "cli")]
mod revisions;
#[cfg(feature = "cli")]
mod sdmx;
#[cfg(feature = "cli")]
mod similar_answers;
#[cfg(feature = "cli")]
mod small_shares;
#[cfg(feature = "cli")]
mod stability;
#[cfg(feature = "cli")]
mod standards_answers;
#[cfg(feature = "cli")]
mod standards_page;
#[cfg(feature = "cli")]
mod sums;
#[cfg(feature = "cli")]
mod table_answers;
#[cfg(feature = "cli")]
mod taken_back;
#[cfg(feature = "cli")]
mod taken_back_judged;
#[cfg(feature = "cli")]
mod trend_answers;
#[cfg(feature = "cli")]
mod two_correlations;
#[cfg(feature = "cli")]
mod unit_words;
