//! What pages are made of.

pub mod area_picker;
pub mod breadcrumbs;
pub mod briefing;
pub mod chart;
pub mod chart_table;
pub mod check_own;
pub mod compare_cells;
pub mod compare_controls;
pub mod compare_table;
pub mod fault_table;
pub mod file_trouble;
pub mod findings_view;
pub mod header;
pub mod heading;
pub mod heat_view;
pub mod link;
pub mod notices;
pub mod origin;
pub mod period;
pub mod rail;
pub mod select;
pub mod sparkline;
pub mod table;
pub mod turns;
