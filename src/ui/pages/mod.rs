//! A file per page of the rail.

pub mod cases;
pub mod compare;
pub mod data;
pub mod explore;
pub mod map;
pub mod organisation;
pub mod overview;
pub mod profile;
pub mod standards;
pub mod trends;
