//! What pages are made of.

pub mod chart;
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
pub mod rail;
pub mod select;
pub mod sparkline;
pub mod table;
pub mod turns;
