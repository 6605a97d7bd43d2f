//! A look at a file's first bytes: is this a text table at all?

use super::FileFault;
use super::utf16::ByteOrder;
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

/// What the first bytes say of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Opening {
    /// Bytes to skip: those of a byte-order mark.
    pub skip: usize,
    /// Two bytes a character, by the mark or by what the bytes are.
    pub(super) utf16: Option<ByteOrder>,
}

/// Checks the first bytes of a file and says how it opens.
///
/// No more than the first look is looked at, so that it does not matter in what pieces a file comes.
pub fn look_at_start(bytes: &[u8]) -> Result<Opening, FileFault> {
    let bytes = &bytes[..bytes.len().min(FIRST_LOOK_BYTES)];
    if let Some(kind) = packed(bytes) {
        return Err(FileFault::whole(kind));
    }
    let marked = ByteOrder::marked(bytes);
    if let Some(order) = marked.or_else(|| ByteOrder::found(bytes)) {
        let skip = marked.map_or(0, |_| 2);
        let characters = order
            .units(&bytes[skip..])
            .filter_map(|it| u8::try_from(it).ok());
        refuse_page(characters)?;
        let utf16 = Some(order);
        return Ok(Opening { skip, utf16 });
    }
    let skip = if bytes.starts_with(UTF8_MARK) {
        UTF8_MARK.len()
    } else {
        0
    };
    refuse_page(bytes[skip..].iter().copied())?;
    if bytes.contains(&0) {
        return Err(FileFault::whole(FaultKind::NulBytes));
    }
    Ok(Opening { skip, utf16: None })
}

/// Formats that are no text, by their first bytes.
fn packed(bytes: &[u8]) -> Option<FaultKind> {
    const ZIP: &[u8] = b"PK\x03\x04";
    const OLD_WORKBOOK: &[u8] = b"\xD0\xCF\x11\xE0";
    const ARCHIVES: [&[u8]; 4] = [ZIP, b"\x1F\x8B\x08", b"Rar!", b"7z\xBC\xAF"];
    let is_workbook = bytes.starts_with(ZIP) && !begins_with_table(bytes);
    if is_workbook || bytes.starts_with(OLD_WORKBOOK) {
        return Some(FaultKind::WorkbookInstead);
    }
    let is_archive = ARCHIVES.iter().any(|start| bytes.starts_with(start));
    is_archive.then_some(FaultKind::ArchiveInstead)
}

/// A workbook is a zip too; its first file is no table and no folder.
fn begins_with_table(zip: &[u8]) -> bool {
    const LENGTH_AT: usize = 26;
    const NAME_AT: usize = 30;
    let length = zip.get(LENGTH_AT).copied().unwrap_or_default();
    let name = zip.get(NAME_AT..NAME_AT + usize::from(length));
    let ends = [".csv", ".tsv", ".txt", ".json", "/"];
    name.is_some_and(|name| ends.iter().any(|end| name.ends_with(end.as_bytes())))
}

/// A page begins with a tag.
fn refuse_page(mut characters: impl Iterator<Item = u8>) -> Result<(), FileFault> {
    match characters.find(|byte| !byte.is_ascii_whitespace()) {
        Some(b'<') => Err(FileFault::whole(FaultKind::HtmlInstead)),
        _ => Ok(()),
    }
}

/// The beginning of a text of whatever encoding as far as ASCII tells it, which is enough for the
/// names in a header.
pub fn opening_text(first_bytes: &[u8]) -> String {
    let marked = ByteOrder::marked(first_bytes);
    match marked.or_else(|| ByteOrder::found(first_bytes)) {
        Some(order) => {
            let units: Vec<u16> = order.units(first_bytes).collect();
            String::from_utf16_lossy(&units)
        }
        None => String::from_utf8_lossy(first_bytes).into_owned(),
    }
}
