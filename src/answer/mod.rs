//! What a page states, as plain data: values, changes, orders and refusals with their reasons, and
//! the source row of each number.
//!
//! The chart, the table under it, the sentence above it and the file behind its download button are
//! all made from one answer, so they cannot disagree. Nothing here is worded or drawn.

mod compare;
mod overview;
mod provenance;

pub use compare::{
    Benchmark, Compare, CompareQuestion, CompareRow, NoBenchmark, NoOrder, Order, PeriodChoice,
    compare, level_options,
};
pub use overview::{Card, Change, Overview, Section, overview};
pub use provenance::{Provenance, ProvenanceCell, provenance, sources};

// What an answer is made of, for those who may not reach further down.
pub use crate::query::{
    Reading, RowPlace, SeriesPoint, Total, latest_period, nearest_period, period_options,
};
