//! Columnar store of observations: dictionary columns, number columns, and the index over
//! (indicator, period, area).
//!
//! A column that stays blank takes no memory. This room knows nothing of files, bytes or rules;
//! what a row means is settled in `package`.

mod column;
mod dictionary;
mod index;
mod observations;

pub use column::{ByteColumn, CodedColumn, NumberColumn};
pub use dictionary::Dictionary;
pub use index::{Index, IndexBuilder, Slice, SliceKey};
pub use observations::Observations;
