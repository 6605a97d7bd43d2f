//! What a page states, as plain data: values, changes, orders and refusals with their reasons, and
//! the source row of each number.
//!
//! The chart, the table under it, the sentence above it and the file behind its download button are
//! all made from one answer, so they cannot disagree. Nothing here is worded or drawn.

mod compare;
mod findings;
mod overview;
mod profile;
mod provenance;
mod relate;
mod trend;

pub use compare::{
    Against, Benchmark, BenchmarkChoice, Compare, CompareQuestion, CompareRow, Instead, Judged,
    NoBenchmark, PeriodChoice, Rank, Refusal, Verdict, compare, has_unit_of, is_in_force,
    level_options, sample, unjudged,
};
pub use findings::{Finding, Findings, FindingsQuestion, Sign, findings};
pub use overview::{Card, Change, Overview, Section, overview};
pub use profile::{Profile, ProfileQuestion, ProfileRow, SpinePlace, profile};
pub use provenance::{Provenance, ProvenanceCell, provenance, sources};
pub use relate::{Relate, RelatePoint, RelateQuestion, relate};
pub use trend::{
    Boundary, ChangeOnYear, NoChange, NoControlChart, Trend, TrendQuestion, signals, trend,
};

// What an answer is made of, for those who may not reach further down.
pub use crate::query::{
    Reading, RowPlace, SeriesPoint, Total, latest_period, nearest_period, period_options,
};
