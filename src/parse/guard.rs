//! A look at a file's first bytes: is this a text table at all?

use super::FileFault;
use crate::model::FaultKind;

/// More bytes than this are not read from one file.
pub const LIMIT_BYTES: u64 = 1 << 30;
/// More columns than this are not read.
pub const LIMIT_COLUMNS: usize = 4096;
/// More characters than this in one cell mean a quotation mark that was never closed.
pub const LIMIT_CELL_BYTES: usize = 1 << 16;

const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";

/// So many bytes are looked at before the first text is let through.
pub const FIRST_LOOK_BYTES: usize = 16 * 1024;

/// Checks the first bytes of a file and gives the number of bytes to skip (a byte-order mark).
///
/// No more than the first look is looked at, so that it does not matter in what pieces a file comes.
pub fn look_at_start(bytes: &[u8]) -> Result<usize, FileFault> {
    let bytes = &bytes[..bytes.len().min(FIRST_LOOK_BYTES)];
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") || looks_like_utf16(bytes) {
        return Err(FileFault::whole(FaultKind::Utf16));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(FileFault::whole(FaultKind::WorkbookInstead));
    }
    let skip = if bytes.starts_with(UTF8_MARK) {
        UTF8_MARK.len()
    } else {
        0
    };
    let first = bytes[skip..]
        .iter()
        .position(|byte| !byte.is_ascii_whitespace());
    if first.is_some_and(|first| bytes[skip + first] == b'<') {
        return Err(FileFault::whole(FaultKind::HtmlInstead));
    }
    if bytes.contains(&0) {
        return Err(FileFault::whole(FaultKind::NulBytes));
    }
    Ok(skip)
}

/// UTF-16 without its mark: nearly every second byte of ASCII text is zero.
fn looks_like_utf16(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(256)];
    let zeros = head.iter().filter(|byte| **byte == 0).count();
    head.len() >= 8 && zeros * 3 > head.len()
}
