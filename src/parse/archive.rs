//! Files packed into one: a zip, or a gzip of a single file. Knows no folder and no meaning of a
//! name.
//!
//! An archive is untrusted: how many files it has and how long they are together is limited before
//! anything is unpacked, a file is unpacked in pieces and never past the length that its entry
//! states, and its checksum is compared.

use super::names::{Unnamed, read_names};
use super::{Decoders, FileFault};
use crate::model::{ArchiveReason, FaultKind};
use flate2::bufread::{DeflateDecoder, MultiGzDecoder};
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive};
use std::io::Read;

/// An archive with more files than this is not read.
pub const LIMIT_ARCHIVE_FILES: usize = 2_000;
/// An archive whose files have more bytes than this together is not read.
pub const LIMIT_UNPACKED_BYTES: u64 = 200_000_000;

/// Files packed into one.
pub struct Archive {
    bytes: Bytes,
    files: Vec<ArchivedFile>,
}

enum Bytes {
    Zip(ZipSliceArchive<Vec<u8>>),
    Gzip(Vec<u8>),
}

/// A file of an archive.
#[derive(Clone, Debug)]
pub struct ArchivedFile {
    /// Its path in the archive, with `/` between folders.
    pub path: String,
    /// Its length in bytes, as the archive states it.
    pub bytes: u64,
    /// What keeps it from being unpacked.
    pub refused: Option<ArchiveReason>,
    place: Option<Place>,
}

#[derive(Clone, Copy, Debug)]
struct Place {
    wayfinder: ZipArchiveEntryWayfinder,
    is_deflated: bool,
}

/// True where a file is an archive by its first bytes. A workbook is one too; [`Archive::open`] tells
/// them apart.
pub fn is_archive(first_bytes: &[u8]) -> bool {
    is_zip(first_bytes) || is_gzip(first_bytes)
}

fn is_zip(first_bytes: &[u8]) -> bool {
    first_bytes.starts_with(b"PK\x03\x04") || first_bytes.starts_with(b"PK\x05\x06")
}

fn is_gzip(first_bytes: &[u8]) -> bool {
    first_bytes.starts_with(b"\x1F\x8B\x08")
}

fn fault(reason: ArchiveReason) -> FileFault {
    FileFault::whole(FaultKind::BrokenArchive { reason })
}

fn too_large() -> FileFault {
    FileFault::whole(FaultKind::TooLarge {
        limit_bytes: LIMIT_UNPACKED_BYTES,
    })
}

impl std::fmt::Debug for Archive {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_list().entries(&self.files).finish()
    }
}

impl Archive {
    /// Opens an archive of this name by what it says of its files; none of them is unpacked yet.
    /// `decoders` supplies what Chinese Windows writes names in.
    ///
    /// # Errors
    /// A workbook, which is packed the same way; an archive that breaks off, has too many or too
    /// long files, or a file that would lie outside of its folder.
    pub fn open(
        file_name: &str,
        bytes: Vec<u8>,
        decoders: &dyn Decoders,
    ) -> Result<Archive, FileFault> {
        if is_gzip(&bytes) {
            return Ok(Archive::of_one(file_name, bytes));
        }
        let zip = ZipArchive::from_slice(bytes).map_err(|_| fault(ArchiveReason::Damaged))?;
        let files = files_of(&zip, decoders)?;
        if files.iter().any(|file| is_of_workbook(&file.path)) {
            return Err(FileFault::whole(FaultKind::WorkbookInstead));
        }
        Ok(Archive {
            bytes: Bytes::Zip(zip),
            files,
        })
    }

    fn of_one(file_name: &str, bytes: Vec<u8>) -> Archive {
        let stem = file_name.char_indices().rev().nth(2);
        let path = match stem {
            Some((at, _)) if file_name[at..].eq_ignore_ascii_case(".gz") => &file_name[..at],
            _ => file_name,
        };
        let file = ArchivedFile {
            path: path.to_string(),
            // Stated at the end of the file, in four bytes only.
            bytes: match bytes.last_chunk::<4>() {
                Some(length) => u32::from_le_bytes(*length).into(),
                None => 0,
            },
            refused: None,
            place: None,
        };
        Archive {
            bytes: Bytes::Gzip(bytes),
            files: vec![file],
        }
    }

    /// Its files in the order of the archive. Folders, and what macOS lays beside files, are left
    /// out.
    pub fn files(&self) -> &[ArchivedFile] {
        &self.files
    }

    /// Begins to unpack the file of a path.
    ///
    /// # Errors
    /// No such file; one that is encrypted or packed in a way that is not read; a damaged archive.
    pub fn unpack(&self, path: &str) -> Result<Unpacking<'_>, FileFault> {
        let file = self.files.iter().find(|file| file.path == path);
        let file = file.ok_or_else(|| FileFault::whole(FaultKind::NotInFolder))?;
        if let Some(reason) = file.refused {
            return Err(fault(reason));
        }
        match (&self.bytes, file.place) {
            (Bytes::Zip(zip), Some(place)) => unpack_entry(zip, place, file.bytes),
            (Bytes::Gzip(bytes), _) => Ok(Unpacking {
                reader: Box::new(MultiGzDecoder::new(bytes.as_slice())),
                piece: vec![0; PIECE_BYTES],
                limit_bytes: LIMIT_UNPACKED_BYTES,
                taken_bytes: 0,
                states_length: false,
            }),
            (Bytes::Zip(_), None) => Err(fault(ArchiveReason::Damaged)),
        }
    }

    /// Unpacks the file of a path piece by piece.
    ///
    /// # Errors
    /// As [`Archive::unpack`] and [`Unpacking::piece`], and those of `push`.
    pub fn read(
        &self,
        path: &str,
        push: &mut dyn FnMut(&[u8]) -> Result<(), FileFault>,
    ) -> Result<(), FileFault> {
        let mut unpacking = self.unpack(path)?;
        while let Some(piece) = unpacking.piece()? {
            push(piece)?;
        }
        Ok(())
    }
}

fn unpack_entry(
    zip: &ZipSliceArchive<Vec<u8>>,
    place: Place,
    length: u64,
) -> Result<Unpacking<'_>, FileFault> {
    let entry = zip.get_entry(place.wayfinder);
    let entry = entry.map_err(|_| fault(ArchiveReason::Damaged))?;
    let reader: Box<dyn Read + '_> = match place.is_deflated {
        true => Box::new(entry.verifying_reader(DeflateDecoder::new(entry.data()))),
        false => Box::new(entry.verifying_reader(entry.data())),
    };
    Ok(Unpacking {
        reader,
        piece: vec![0; PIECE_BYTES],
        limit_bytes: length,
        taken_bytes: 0,
        states_length: true,
    })
}

/// So much is unpacked at a time.
const PIECE_BYTES: usize = 64 * 1024;

/// A file on its way out of an archive.
pub struct Unpacking<'a> {
    reader: Box<dyn Read + 'a>,
    piece: Vec<u8>,
    limit_bytes: u64,
    taken_bytes: u64,
    /// True where the limit is the length that the archive states.
    states_length: bool,
}

impl Unpacking<'_> {
    /// The next piece; none at the end.
    ///
    /// # Errors
    /// Bytes that cannot be unpacked, that have another checksum, that are more than the archive
    /// states or than is read.
    pub fn piece(&mut self) -> Result<Option<&[u8]>, FileFault> {
        let count = self.reader.read(&mut self.piece);
        let count = count.map_err(|_| fault(ArchiveReason::Damaged))?;
        self.taken_bytes += count as u64;
        if self.taken_bytes > self.limit_bytes {
            return Err(match self.states_length {
                true => fault(ArchiveReason::Damaged),
                false => too_large(),
            });
        }
        Ok(self.piece.get(..count).filter(|piece| !piece.is_empty()))
    }
}

fn files_of(
    zip: &ZipSliceArchive<Vec<u8>>,
    decoders: &dyn Decoders,
) -> Result<Vec<ArchivedFile>, FileFault> {
    let (mut files, mut names) = (Vec::new(), Vec::new());
    let mut bytes_in_all = 0_u64;
    let mut entries = zip.entries();
    loop {
        let entry = entries.next_entry();
        let entry = entry.map_err(|_| fault(ArchiveReason::Damaged))?;
        let Some(entry) = entry.filter(|_| names.len() <= LIMIT_ARCHIVE_FILES) else {
            break;
        };
        let method = entry.compression_method();
        let is_deflated = method == CompressionMethod::DEFLATE;
        let refused = if entry.flags().is_encrypted() {
            Some(ArchiveReason::Encrypted)
        } else if is_deflated || method == CompressionMethod::STORE {
            None
        } else {
            Some(ArchiveReason::Method)
        };
        names.push(Unnamed::of(&entry));
        files.push(ArchivedFile {
            path: String::new(),
            bytes: entry.uncompressed_size_hint(),
            refused,
            place: Some(Place {
                wayfinder: entry.wayfinder(),
                is_deflated,
            }),
        });
        bytes_in_all = bytes_in_all.saturating_add(entry.uncompressed_size_hint());
    }
    if files.len() > LIMIT_ARCHIVE_FILES {
        return Err(fault(ArchiveReason::TooManyFiles {
            limit: LIMIT_ARCHIVE_FILES,
        }));
    }
    if bytes_in_all > LIMIT_UNPACKED_BYTES {
        return Err(too_large());
    }
    for (file, name) in files.iter_mut().zip(read_names(&names, decoders)) {
        file.path = name;
    }
    files.retain(|file| !file.path.ends_with('/') && !is_aside(&file.path));
    match files.iter().find(|file| !stays_inside(&file.path)) {
        None => Ok(files),
        Some(file) => Err(FileFault {
            found: file.path.clone(),
            ..fault(ArchiveReason::UnsafePath)
        }),
    }
}

/// What macOS lays beside each file.
fn is_aside(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name == ".DS_Store" || path.split('/').any(|folder| folder == "__MACOSX")
}

fn is_of_workbook(path: &str) -> bool {
    matches!(
        path,
        "[Content_Types].xml" | "xl/workbook.xml" | "content.xml"
    )
}

/// True where a path leads nowhere but into the archive's own folder.
fn stays_inside(path: &str) -> bool {
    let first = path.split('/').next().unwrap_or_default();
    !path.is_empty()
        && !first.is_empty()
        && !first.contains(':')
        && !path.contains(char::is_control)
        && !path.split('/').any(|part| part == "..")
}
