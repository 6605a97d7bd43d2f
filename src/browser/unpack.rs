//! Archives among dropped files, taken apart here. Nothing of them goes anywhere.

use super::decoder::BrowserDecoders;
use super::dropped::DroppedFile;
use super::fetch::{first_bytes, read_small};
use crate::model::FaultKind;
use crate::parse::{Archive, FileFault, LIMIT_UNPACKED_BYTES, is_archive};

/// So many bytes say whether a file is an archive.
const MAGIC_BYTES: i32 = 16;

/// The files with those of each archive in its place, and each archive that cannot be taken apart,
/// with why. A workbook, which is packed the same way, stays as it is.
pub async fn unpacked(files: Vec<DroppedFile>) -> (Vec<DroppedFile>, Vec<(String, FileFault)>) {
    let (mut found, mut refused) = (Vec::new(), Vec::new());
    for file in files {
        let head = first_bytes(&file, MAGIC_BYTES).await.unwrap_or_default();
        if !is_archive(&head) {
            found.push(file);
            continue;
        }
        match opened(&file).await {
            Ok(archive) => found.extend(DroppedFile::of_archive(archive)),
            Err(fault) if fault.kind == FaultKind::WorkbookInstead => found.push(file),
            Err(fault) => refused.push((file.path, fault)),
        }
    }
    (found, refused)
}

async fn opened(file: &DroppedFile) -> Result<Archive, FileFault> {
    if file.byte_count() > LIMIT_UNPACKED_BYTES as f64 {
        return Err(FileFault::whole(FaultKind::TooLarge {
            limit_bytes: LIMIT_UNPACKED_BYTES,
        }));
    }
    let bytes = read_small(file).await?;
    Archive::open(file.name(), bytes, &BrowserDecoders)
}
