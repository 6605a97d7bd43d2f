//! The domain's words: areas, indicators, periods, values and faults.
//!
//! Types only, with the small functions that belong to a single value. This room knows nothing of
//! files, of tables, of languages beyond the two that names come in, or of the screen.

mod area;
mod day;
mod decimal;
mod fault;
mod faults;
mod fold;
mod footnote;
mod geometry;
mod indicator;
mod order;
mod period;
mod personal;
mod reason;
mod reference;
mod revision;
mod text;
mod told_kind;
mod value;

pub use area::{Area, AreaId, LevelId};
pub use day::Day;
pub use decimal::{fixed_text, number_in_full, read_number};
pub use fault::{Fault, FaultKind, Severity, Written};
pub use faults::Faults;
pub use fold::{FoldedFault, first_of_each, fold_faults};
pub use footnote::{without_any_mark, without_footnote};
pub use geometry::{Geometry, Outline, Piece, Ring};
pub use indicator::{
    Indicator, IndicatorId, Kind, Nature, Polarity, Role, Theme, Word, parse_word, word_list,
};
pub use order::{natural_key, sort_by, sort_by_key, sorted_unique};
pub use period::{Period, PeriodKind};
pub use personal::{hide_personal_numbers, holds_personal_number};
pub use reason::{ArchiveReason, JsonReason};
pub use reference::{Lineage, Operator, Source, Standard, Strength};
pub use revision::{RevisedFigure, Revision};
pub use text::{Lang, Text};
pub use told_kind::{ToldKind, benchmark_line, read_benchmark_line, unjudged_line};
pub use value::{Bound, Invalid, Missing, Status, Value};
