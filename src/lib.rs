//! 知社 Zhishe: published district indicators in, sound comparisons and pictures out.

pub mod model;
pub mod table;
pub mod parse;
