//! Archives: what is read out of them, and what is refused and why. The zips of tests/archives were
//! made by Python's zipfile and gzip; those of this file are put together byte by byte.

use crate::support::gb18030;
use std::fs;
use zhishe::cli::NativeDecoders;
use zhishe::model::{ArchiveReason, FaultKind};
use zhishe::parse::{Archive, FileFault, LIMIT_UNPACKED_BYTES, is_archive};

/// A stored file of a zip as it is written; what differs from that is set by hand.
#[derive(Clone)]
struct Entry {
    name: Vec<u8>,
    flags: u16,
    method: u16,
    bytes: Vec<u8>,
    crc: Option<u32>,
    length: Option<u32>,
    extra: Vec<u8>,
    zip64: bool,
}

fn entry(name: &str, text: &str) -> Entry {
    Entry {
        name: name.as_bytes().to_vec(),
        flags: 1 << 11,
        method: 0,
        bytes: text.as_bytes().to_vec(),
        crc: None,
        length: None,
        extra: Vec::new(),
        zip64: false,
    }
}

/// The checksum of a zip, bit by bit.
fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = (crc >> 1) ^ (0xEDB8_8320 & (0u32.wrapping_sub(crc & 1)));
        }
    }
    !crc
}

struct Writer(Vec<u8>);

impl Writer {
    fn u16(&mut self, number: u16) -> &mut Self {
        self.0.extend(number.to_le_bytes());
        self
    }
    fn u32(&mut self, number: u32) -> &mut Self {
        self.0.extend(number.to_le_bytes());
        self
    }
    fn u64(&mut self, number: u64) -> &mut Self {
        self.0.extend(number.to_le_bytes());
        self
    }
    fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.0.extend(bytes);
        self
    }
}

fn zip(entries: &[Entry]) -> Vec<u8> {
    let (mut out, mut directory) = (Writer(Vec::new()), Writer(Vec::new()));
    let is_zip64 = entries.iter().any(|entry| entry.zip64);
    for entry in entries {
        let at = out.0.len() as u32;
        let crc = entry.crc.unwrap_or_else(|| crc32(&entry.bytes));
        let packed = entry.bytes.len() as u32;
        let length = entry.length.unwrap_or(packed);
        let name_bytes = entry.name.len() as u16;
        out.bytes(b"PK\x03\x04")
            .u16(20)
            .u16(entry.flags)
            .u16(entry.method);
        out.u32(0)
            .u32(crc)
            .u32(packed)
            .u32(length)
            .u16(name_bytes)
            .u16(0);
        out.bytes(&entry.name).bytes(&entry.bytes);
        let mut extra = Writer(entry.extra.clone());
        if entry.zip64 {
            extra
                .u16(1)
                .u16(24)
                .u64(length.into())
                .u64(packed.into())
                .u64(at.into());
        }
        let wide = |number: u32| if entry.zip64 { u32::MAX } else { number };
        directory
            .bytes(b"PK\x01\x02")
            .u16(20)
            .u16(20)
            .u16(entry.flags)
            .u16(entry.method);
        directory
            .u32(0)
            .u32(crc)
            .u32(wide(packed))
            .u32(wide(length));
        directory
            .u16(name_bytes)
            .u16(extra.0.len() as u16)
            .u16(0)
            .u16(0)
            .u16(0)
            .u32(0);
        directory.u32(wide(at)).bytes(&entry.name).bytes(&extra.0);
    }
    let (count, start) = (entries.len() as u16, out.0.len() as u32);
    let directory_bytes = directory.0.len() as u32;
    out.bytes(&directory.0);
    if is_zip64 {
        let record_at = out.0.len() as u64;
        out.bytes(b"PK\x06\x06")
            .u64(44)
            .u16(45)
            .u16(45)
            .u32(0)
            .u32(0);
        out.u64(count.into())
            .u64(count.into())
            .u64(directory_bytes.into())
            .u64(start.into());
        out.bytes(b"PK\x06\x07").u32(0).u64(record_at).u32(1);
    }
    let wide = |number: u32| if is_zip64 { u32::MAX } else { number };
    out.bytes(b"PK\x05\x06").u16(0).u16(0).u16(count).u16(count);
    out.u32(wide(directory_bytes)).u32(wide(start)).u16(0);
    out.0
}

fn open(bytes: Vec<u8>) -> Result<Archive, FileFault> {
    Archive::open("own.zip", bytes, &NativeDecoders)
}

fn unpacked(archive: &Archive, path: &str) -> Result<String, FileFault> {
    let mut bytes = Vec::new();
    archive.read(path, &mut |piece| {
        bytes.extend_from_slice(piece);
        Ok(())
    })?;
    Ok(String::from_utf8(bytes).unwrap())
}

fn paths(archive: &Archive) -> Vec<&str> {
    archive
        .files()
        .iter()
        .map(|file| file.path.as_str())
        .collect()
}

/// What is wrong with an archive as a whole, or with its one file.
#[track_caller]
fn check_refused(bytes: Vec<u8>, expected: FaultKind) {
    let found = open(bytes).and_then(|archive| {
        let path = archive.files()[0].path.clone();
        unpacked(&archive, &path).map(|_| ())
    });
    assert_eq!(found.map_err(|fault| fault.kind), Err(expected));
}

fn broken(reason: ArchiveReason) -> FaultKind {
    FaultKind::BrokenArchive { reason }
}

fn made_by_python(name: &str) -> Vec<u8> {
    fs::read(format!("tests/archives/{name}")).unwrap()
}

/// The table in the archives that Python made.
fn python_table() -> String {
    let row = |at: u32| format!("9901{at:03},2024,{at}\n");
    "area_code,period,value\n".to_string() + &(0..200).map(row).collect::<String>()
}

#[test]
fn what_other_programs_packed() {
    // Streamed, so that lengths and checksums stand behind the bytes; a folder in front; what macOS
    // adds left out.
    let archive = open(made_by_python("streamed.zip")).unwrap();
    let expected = ["mydistrict/datapackage.json", "mydistrict/社区.csv"];
    assert_eq!(paths(&archive), expected);
    assert_eq!(archive.files()[1].bytes, 3313);
    assert_eq!(unpacked(&archive, expected[0]).unwrap(), "{}");
    assert_eq!(unpacked(&archive, expected[1]).unwrap(), python_table());
    // Fields of zip64 that its one file did not need.
    let archive = open(made_by_python("zip64.zip")).unwrap();
    assert_eq!(unpacked(&archive, "table.csv").unwrap(), python_table());
    let missing = unpacked(&archive, "no.csv").map_err(|fault| fault.kind);
    assert_eq!(missing, Err(FaultKind::NotInFolder));
}

#[test]
fn a_single_file_by_gzip() {
    let bytes = made_by_python("table.csv.gz");
    assert!(is_archive(&bytes));
    for (name, expected) in [
        ("table.csv.gz", "table.csv"),
        ("表.GZ", "表"),
        ("table", "table"),
    ] {
        let archive = Archive::open(name, bytes.clone(), &NativeDecoders).unwrap();
        assert_eq!(paths(&archive), [expected]);
        assert_eq!(archive.files()[0].bytes, 3313);
        assert_eq!(unpacked(&archive, expected).unwrap(), python_table());
    }
    // Its end, or a byte of it, is gone.
    check_refused(
        bytes[..bytes.len() - 9].to_vec(),
        broken(ArchiveReason::Damaged),
    );
    let mut changed = bytes.clone();
    let middle = changed.len() - 6;
    changed[middle] ^= 1;
    check_refused(changed, broken(ArchiveReason::Damaged));
    // Two in a row are one file.
    let archive = Archive::open("a.gz", [bytes.clone(), bytes].concat(), &NativeDecoders).unwrap();
    assert_eq!(unpacked(&archive, "a").unwrap(), python_table().repeat(2));
}

#[test]
fn lengths_and_places_of_64_bits() {
    let mut wide = entry("a.csv", "x,y\n1,2\n");
    wide.zip64 = true;
    let archive = open(zip(&[wide])).unwrap();
    assert_eq!(archive.files()[0].bytes, 8);
    assert_eq!(unpacked(&archive, "a.csv").unwrap(), "x,y\n1,2\n");
}

#[test]
fn names_in_whatever_they_are_written() {
    let unmarked = |name: &[u8]| Entry {
        name: name.to_vec(),
        flags: 0,
        ..entry("", "1")
    };
    #[track_caller]
    fn check(entries: &[Entry], expected: &[&str]) {
        assert_eq!(paths(&open(zip(entries)).unwrap()), expected);
    }
    // Marked as UTF-8; UTF-8 without the mark, as macOS writes it; GBK, as Chinese Windows does.
    check(&[entry("社区/户数.csv", "1")], &["社区/户数.csv"]);
    check(&[unmarked("社区.csv".as_bytes())], &["社区.csv"]);
    check(&[unmarked(&gb18030("社区\\户数.csv"))], &["社区/户数.csv"]);
    // 模 is two bytes that pass for UTF-8: the other names tell.
    check(
        &[
            unmarked(&gb18030("模")),
            unmarked(&gb18030("社区")),
            entry("甲", "1"),
        ],
        &["模", "社区", "甲"],
    );
    check(&[unmarked(b"./a.csv"), unmarked(b"b/")], &["a.csv"]);
    // The name in UTF-8 beside the one of the system's own, while it belongs to it.
    let beside = |crc: u32| {
        let name = "户数.csv".as_bytes();
        let mut extra = Writer(Vec::new());
        extra
            .u16(0x7075)
            .u16(5 + name.len() as u16)
            .bytes(&[1])
            .u32(crc)
            .bytes(name);
        let mut entry = unmarked(b"????.csv");
        entry.extra = extra.0;
        entry
    };
    check(&[beside(crc32(b"????.csv"))], &["户数.csv"]);
    check(&[beside(7)], &["????.csv"]);
}

#[test]
fn files_that_cannot_be_unpacked() {
    let with = |change: &dyn Fn(&mut Entry)| {
        let mut entry = entry("a.csv", "x,y\n1,2\n");
        change(&mut entry);
        zip(&[entry])
    };
    let damaged = broken(ArchiveReason::Damaged);
    check_refused(with(&|it| it.flags |= 1), broken(ArchiveReason::Encrypted));
    check_refused(with(&|it| it.method = 12), broken(ArchiveReason::Method));
    check_refused(with(&|it| it.crc = Some(7)), damaged.clone());
    check_refused(with(&|it| it.length = Some(7)), damaged.clone());
    check_refused(with(&|it| it.length = Some(9)), damaged.clone());
    // Not packed at all.
    check_refused(with(&|it| it.method = 8), damaged.clone());
    // What comes before such a file is read.
    let mut encrypted = entry("b.csv", "1");
    encrypted.flags |= 1;
    let archive = open(zip(&[entry("a.csv", "1"), encrypted])).unwrap();
    assert_eq!(unpacked(&archive, "a.csv").unwrap(), "1");
    assert_eq!(archive.files()[1].refused, Some(ArchiveReason::Encrypted));
}

#[test]
fn an_archive_that_breaks_off_anywhere() {
    let whole = zip(&[entry("a.csv", "x\n1\n"), entry("b.csv", "y\n2\n")]);
    assert!(open(whole.clone()).is_ok());
    for length in 0..whole.len() {
        assert!(open(whole[..length].to_vec()).is_err(), "{length} bytes");
    }
    // No byte of it, whatever it becomes, does more harm than a fault.
    for streamed in [whole, made_by_python("streamed.zip")] {
        for at in 0..streamed.len() {
            for bits in [1, 0x10, 0x80, 0xFF] {
                let mut changed = streamed.clone();
                changed[at] ^= bits;
                if let Ok(archive) = open(changed) {
                    for file in archive.files() {
                        let _ = archive.read(&file.path, &mut |_| Ok(()));
                    }
                }
            }
        }
    }
}

#[test]
fn paths_that_lead_elsewhere() {
    for path in [
        "../a.csv",
        "a/../../b.csv",
        "/etc/a.csv",
        "C:\\a.csv",
        "a\\..\\b.csv",
        "a\nb.csv",
    ] {
        let name = path.replace('\\', "/");
        let fault = open(zip(&[entry("a.csv", "1"), entry(path, "1")]))
            .err()
            .unwrap();
        assert_eq!(
            (fault.kind, fault.found),
            (broken(ArchiveReason::UnsafePath), name)
        );
    }
    assert!(open(zip(&[entry("a..b/c.csv", "1")])).is_ok());
}

#[test]
fn workbooks_are_told_from_zips() {
    for part in ["[Content_Types].xml", "xl/workbook.xml", "content.xml"] {
        let bytes = zip(&[entry("mimetype", ""), entry(part, "<x/>")]);
        assert!(is_archive(&bytes));
        check_refused(bytes, FaultKind::WorkbookInstead);
    }
    assert!(open(zip(&[entry("a/content.xml", "1")])).is_ok());
}

#[test]
fn more_than_is_read() {
    let many: Vec<Entry> = (0..2001)
        .map(|at| entry(&format!("{at}.csv"), ""))
        .collect();
    let reason = ArchiveReason::TooManyFiles { limit: 2000 };
    check_refused(zip(&many), broken(reason));
    assert_eq!(open(zip(&many[..2000])).unwrap().files().len(), 2000);
    // By what it states, before anything is unpacked.
    let mut long = entry("a.csv", "1");
    long.length = Some(LIMIT_UNPACKED_BYTES as u32);
    let limit_bytes = LIMIT_UNPACKED_BYTES;
    check_refused(
        zip(&[long.clone(), entry("b.csv", "1")]),
        FaultKind::TooLarge { limit_bytes },
    );
    assert!(open(zip(&[long])).is_ok());
}

/// Zeros packed a thousand to one.
fn bomb(bytes: usize) -> Vec<u8> {
    use std::io::Write;
    let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::fast());
    let piece = vec![0; 1 << 20];
    for _ in 0..bytes >> 20 {
        encoder.write_all(&piece).unwrap();
    }
    encoder.finish().unwrap()
}

#[test]
fn a_bomb_stops_where_its_entry_says_that_it_ends() {
    let packed = bomb(64 << 20);
    let mut lying = entry("a.csv", "");
    lying.method = 8;
    lying.bytes = packed;
    lying.length = Some(1000);
    let archive = open(zip(&[lying])).unwrap();
    let mut taken = 0;
    let outcome = archive.read("a.csv", &mut |piece| {
        taken += piece.len();
        Ok(())
    });
    assert_eq!(
        outcome.map_err(|fault| fault.kind),
        Err(broken(ArchiveReason::Damaged))
    );
    assert!(taken <= 1000, "{taken} bytes");
}

#[test]
fn a_gzip_bomb_stops_at_the_limit() {
    use std::io::Write;
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    let piece = vec![b'1'; 1 << 20];
    for _ in 0..=LIMIT_UNPACKED_BYTES >> 20 {
        encoder.write_all(&piece).unwrap();
    }
    let limit_bytes = LIMIT_UNPACKED_BYTES;
    check_refused(
        encoder.finish().unwrap(),
        FaultKind::TooLarge { limit_bytes },
    );
}
