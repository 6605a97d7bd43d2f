//! A file per page of the rail.

pub mod compare;
pub mod data;
pub mod overview;
