//! The names of files in a zip, which say only sometimes how they are encoded.

use super::Decoders;
use rawzip::{ZipFileHeaderRecord, extra_fields::ExtraFieldId};

/// A name as its entry writes it.
pub(super) struct Unnamed {
    bytes: Vec<u8>,
    /// True where the entry says that it is UTF-8.
    is_utf8: bool,
}

impl Unnamed {
    pub(super) fn of(entry: &ZipFileHeaderRecord<'_>) -> Unnamed {
        let written = entry.file_path();
        let written: &[u8] = written.as_bytes();
        let mut fields = entry.extra_fields();
        let beside = fields.find(|(id, _)| *id == ExtraFieldId::INFO_ZIP_UNICODE_PATH);
        match beside.and_then(|(_, field)| unicode_path(field, written)) {
            Some(bytes) => Unnamed {
                bytes: bytes.to_vec(),
                is_utf8: true,
            },
            None => Unnamed {
                bytes: written.to_vec(),
                is_utf8: entry.flags().is_utf8(),
            },
        }
    }
}

/// The name in UTF-8 that some programs write beside the one of the system's own encoding: a
/// version, the checksum of the name that it stands for, and the name.
fn unicode_path<'f>(field: &'f [u8], written: &[u8]) -> Option<&'f [u8]> {
    let (version, rest) = field.split_first()?;
    let (checksum, name) = rest.split_first_chunk::<4>()?;
    let is_current = rawzip::crc32(written) == u32::from_le_bytes(*checksum);
    (*version == 1 && is_current).then_some(name)
}

/// The names as text. One program wrote them all: where one that does not say that it is UTF-8 is
/// none, as on Chinese Windows, those are GB18030.
pub(super) fn read_names(names: &[Unnamed], decoders: &dyn Decoders) -> Vec<String> {
    let is_foreign = names
        .iter()
        .any(|name| !name.is_utf8 && std::str::from_utf8(&name.bytes).is_err());
    let read = |name: &Unnamed| {
        let mut text = String::new();
        let decoder = match is_foreign && !name.is_utf8 {
            true => decoders.decoder("gb18030"),
            false => None,
        };
        let is_read = decoder.is_some_and(|mut it| it.decode(&name.bytes, true, &mut text));
        if !is_read {
            text = String::from_utf8_lossy(&name.bytes).into_owned();
        }
        let text = text.replace('\\', "/");
        text.strip_prefix("./").map(str::to_string).unwrap_or(text)
    };
    names.iter().map(read).collect()
}
