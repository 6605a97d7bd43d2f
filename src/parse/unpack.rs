//! One packed file on its way out, piece by piece: stored, deflated, or a gzip. Knows no archive.
//!
//! The checksum is computed here: those of the crates that unpack come with tables of 16 kB each, as
//! much as all else together.

use super::FileFault;
use super::archive::{LIMIT_UNPACKED_BYTES, broken};
use crate::model::{ArchiveReason, FaultKind};
use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZFlush, MZStatus};

/// So much is unpacked at a time.
const PIECE_BYTES: usize = 64 * 1024;

/// A file on its way out of an archive.
pub struct Unpacking<'a> {
    rest: &'a [u8],
    inflating: Option<Box<InflateState>>,
    piece: Vec<u8>,
    crc: Crc32,
    taken_bytes: u64,
    end: End,
}

/// What tells that all of a file is there.
enum End {
    /// The length and the checksum that a zip states.
    Stated { bytes: u64, crc: u32 },
    /// What stands behind each part of a gzip; its own part has so many bytes so far.
    Trailer { part_bytes: u64 },
    /// It was reached.
    Reached,
}

impl<'a> Unpacking<'a> {
    /// A file of a zip, of the length and the checksum that its entry states.
    pub(super) fn of_entry(packed: &'a [u8], is_deflated: bool, bytes: u64, crc: u32) -> Self {
        Unpacking {
            rest: packed,
            inflating: is_deflated.then(inflating),
            piece: Vec::new(),
            crc: Crc32::new(),
            taken_bytes: 0,
            end: End::Stated { bytes, crc },
        }
    }

    /// The file of a gzip.
    ///
    /// # Errors
    /// A header that is none.
    pub(super) fn of_gzip(packed: &'a [u8]) -> Result<Self, FileFault> {
        Ok(Unpacking {
            rest: without_header(packed).ok_or_else(damaged)?,
            inflating: Some(inflating()),
            piece: Vec::new(),
            crc: Crc32::new(),
            taken_bytes: 0,
            end: End::Trailer { part_bytes: 0 },
        })
    }

    /// The next piece; none at the end.
    ///
    /// # Errors
    /// Bytes that cannot be unpacked, that have another checksum, that are more than the archive
    /// states or than is read.
    pub fn piece(&mut self) -> Result<Option<&[u8]>, FileFault> {
        let mut count = 0;
        while count == 0 && !matches!(self.end, End::Reached) {
            let is_over;
            (count, is_over) = self.fill()?;
            self.taken_bytes += count as u64;
            self.crc.take(self.piece.get(..count).unwrap_or_default());
            self.check_length(count)?;
            if is_over {
                self.check_end()?;
            }
        }
        Ok(self.piece.get(..count).filter(|piece| !piece.is_empty()))
    }

    /// Fills the piece: how far, and whether that was the last of it.
    fn fill(&mut self) -> Result<(usize, bool), FileFault> {
        self.piece.resize(PIECE_BYTES, 0);
        let Some(state) = &mut self.inflating else {
            let count = self.rest.len().min(PIECE_BYTES);
            let (now, rest) = self.rest.split_at(count);
            self.rest = rest;
            self.piece.clear();
            self.piece.extend_from_slice(now);
            return Ok((count, rest.is_empty()));
        };
        let done = inflate(state, self.rest, &mut self.piece, MZFlush::None);
        self.rest = self.rest.get(done.bytes_consumed..).unwrap_or_default();
        let is_over = match done.status {
            Ok(MZStatus::StreamEnd) => true,
            Ok(MZStatus::Ok) if done.bytes_written > 0 || done.bytes_consumed > 0 => false,
            _ => return Err(damaged()),
        };
        Ok((done.bytes_written, is_over))
    }

    fn check_length(&mut self, count: usize) -> Result<(), FileFault> {
        match &mut self.end {
            End::Stated { bytes, .. } if self.taken_bytes > *bytes => Err(damaged()),
            End::Trailer { part_bytes } => {
                *part_bytes += count as u64;
                match self.taken_bytes > LIMIT_UNPACKED_BYTES {
                    true => Err(FileFault::whole(FaultKind::TooLarge {
                        limit_bytes: LIMIT_UNPACKED_BYTES,
                    })),
                    false => Ok(()),
                }
            }
            _ => Ok(()),
        }
    }

    /// Compares what was unpacked with what was packed. A gzip may go on with another part.
    fn check_end(&mut self) -> Result<(), FileFault> {
        let crc = self.crc.sum();
        match self.end {
            End::Stated { bytes, crc: stated } => {
                if bytes != self.taken_bytes || crc != stated {
                    return Err(damaged());
                }
                self.end = End::Reached;
            }
            End::Trailer { part_bytes } => {
                let (trailer, rest) = self.rest.split_first_chunk::<8>().ok_or_else(damaged)?;
                let expected = [crc.to_le_bytes(), (part_bytes as u32).to_le_bytes()].concat();
                if trailer[..] != expected[..] {
                    return Err(damaged());
                }
                // Zeros fill the last block of a tape.
                if rest.iter().all(|byte| *byte == 0) {
                    self.end = End::Reached;
                    return Ok(());
                }
                self.rest = without_header(rest).ok_or_else(damaged)?;
                self.inflating = Some(inflating());
                self.crc = Crc32::new();
                self.end = End::Trailer { part_bytes: 0 };
            }
            End::Reached => {}
        }
        Ok(())
    }
}

fn damaged() -> FileFault {
    broken(ArchiveReason::Damaged)
}

fn inflating() -> Box<InflateState> {
    InflateState::new_boxed(DataFormat::Raw)
}

/// What follows the header of a gzip (RFC 1952); none where there is no whole one.
fn without_header(bytes: &[u8]) -> Option<&[u8]> {
    const CHECK: u8 = 2;
    const EXTRA: u8 = 4;
    const NAME: u8 = 8;
    const COMMENT: u8 = 16;
    let (header, mut rest) = bytes.split_first_chunk::<10>()?;
    let [0x1F, 0x8B, 8, flags, ..] = header else {
        return None;
    };
    if flags & EXTRA != 0 {
        let (length, after) = rest.split_first_chunk::<2>()?;
        rest = after.get(usize::from(u16::from_le_bytes(*length))..)?;
    }
    for flag in [NAME, COMMENT] {
        if flags & flag != 0 {
            let end = rest.iter().position(|byte| *byte == 0)?;
            rest = rest.get(end + 1..)?;
        }
    }
    match flags & CHECK {
        0 => Some(rest),
        _ => rest.get(2..),
    }
}

/// The checksum of zip and gzip (CRC-32 of ISO 3309), a byte at a time.
pub(super) struct Crc32 {
    table: [u32; 256],
    state: u32,
}

impl Crc32 {
    pub(super) fn new() -> Crc32 {
        let entry = |byte: usize| {
            (0..8).fold(byte as u32, |sum, _| match sum & 1 {
                0 => sum >> 1,
                _ => (sum >> 1) ^ 0xEDB8_8320,
            })
        };
        Crc32 {
            table: std::array::from_fn(entry),
            state: u32::MAX,
        }
    }

    pub(super) fn take(&mut self, bytes: &[u8]) {
        for byte in bytes {
            let place = (self.state as u8) ^ byte;
            let entry = self.table.get(usize::from(place));
            self.state = (self.state >> 8) ^ entry.copied().unwrap_or_default();
        }
    }

    pub(super) fn sum(&self) -> u32 {
        !self.state
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_of_the_standard() {
        // The check value of CRC-32/ISO-HDLC, in pieces.
        let mut crc = Crc32::new();
        crc.take(b"12345");
        crc.take(b"6789");
        assert_eq!(crc.sum(), 0xCBF4_3926);
        assert_eq!(Crc32::new().sum(), 0);
    }

    #[test]
    fn headers_with_all_that_they_may_hold() {
        let header = |flags: u8| [0x1F, 0x8B, 8, flags, 0, 0, 0, 0, 0, 3];
        let whole = [
            &header(0x1E)[..],
            b"\x02\x00xx",
            b"name\0",
            b"why\0",
            b"cc",
            b"data",
        ]
        .concat();
        assert_eq!(without_header(&whole), Some(b"data".as_slice()));
        assert_eq!(
            without_header(&[&header(0)[..], b"data"].concat()),
            Some(b"data".as_slice())
        );
        for length in 0..whole.len() - 4 {
            assert_eq!(without_header(&whole[..length]), None, "{length} bytes");
        }
    }
}
