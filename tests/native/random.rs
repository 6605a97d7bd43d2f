//! Random bytes and randomly damaged files: nothing panics or runs for ever, and what comes out is
//! the same in whatever pieces the bytes come; and on sound input the record reader agrees with the
//! csv crate. It must not know any single case: those are in `hostile.rs`.

use crate::support::{Files, Random, fault_lines, gb18030, readings};
use zhishe::cli::NativeDecoders;
use zhishe::model::FaultKind;
use zhishe::package::Package;
use zhishe::parse::{FileFault, FileOptions, FileParser, Record, Sink};

impl Random {
    fn of<'a, T: ?Sized>(&mut self, choices: &[&'a T]) -> &'a T {
        choices[self.below(choices.len())]
    }
}

const NASTY: [&[u8]; 34] = [
    b",",
    b",",
    b"\"",
    b"\"\"",
    b"\n",
    b"\r\n",
    b"\r",
    b";",
    b"\t",
    b" ",
    b"\0",
    b"\xFF",
    b"\xC4",
    b"\xEF\xBB\xBF",
    b"\xFF\xFE",
    b"<",
    b"-",
    b"1e999",
    b"6.10113E+11",
    b"Mar-24",
    b"13800000000",
    b"2024-03",
    b"households",
    b"9901001",
    b"indicator,area_code,period,value\n",
    b"999999999999",
    b"\xE7\xA4\xBE",
    b"\xC9\xE7\xC7\xF8",
    b"\xC2\xB7",
    b"\xF0\x9F\x8F\x98",
    b"\xEF\xBF\xBD",
    b"Q",
    b"area_code,period,x:numerator\r\n",
    b"lower",
];

/// Everything that a package says.
fn everything(package: &Package) -> String {
    let mut said = fault_lines(package);
    said.push(format!("{} faults", package.fault_count()));
    said.extend(
        readings(package)
            .into_iter()
            .map(|(key, is)| format!("{key}: {is}")),
    );
    for file in package.observation_files() {
        let table = &file.table;
        for row in 0..table.row_count() {
            let texts = [&table.indicator, &table.area, &table.period, &table.note];
            let texts = texts.map(|column| column.text(row));
            let numbers = [&table.value, &table.numerator, &table.denominator];
            let numbers = numbers.map(|column| column.get(row));
            said.push(format!(
                "{} {texts:?} {numbers:?} {:?}",
                table.line(row),
                table.invalid(row)
            ));
        }
    }
    said.extend(
        package
            .areas
            .iter()
            .map(|(_, area)| format!("{} {:?}", area.code, area.parent)),
    );
    said.join("\n")
}

/// Opens the package in pieces of every size: it must say the same each time.
#[track_caller]
fn check(files: &Files, seed: u64) {
    let whole = everything(&files.open(usize::MAX));
    for chunk_bytes in [1, 7, 4096, 16 * 1024, 16 * 1024 + 1] {
        let pieces = everything(&files.open(chunk_bytes));
        assert!(
            pieces == whole,
            "seed {seed} in pieces of {chunk_bytes}:\n{pieces}\n\n{whole}"
        );
    }
}

fn noise(random: &mut Random, pieces: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    for _ in 0..pieces {
        match random.below(4) {
            0 => bytes.push(random.next() as u8),
            _ => bytes.extend_from_slice(random.of(&NASTY)),
        }
    }
    bytes
}

const PATHS: [&str; 4] = [
    "areas.csv",
    "indicators.csv",
    "observations.csv",
    "observations-wide.csv",
];

#[test]
fn random_bytes_are_told_the_same_in_any_pieces() {
    for seed in 0..300 {
        let mut random = Random(seed);
        let length = [3, 30, 300][random.below(3)];
        let path = random.of(&PATHS);
        let header = Files::little()
            .text(path)
            .lines()
            .next()
            .unwrap()
            .to_string()
            + "\n";
        let mut bytes = noise(&mut random, length);
        if random.below(2) == 0 {
            bytes.splice(0..0, header.into_bytes());
        }
        check(&Files::little().with(path, bytes), seed);
    }
}

fn damage(random: &mut Random, bytes: &mut Vec<u8>) {
    let at = random.below(bytes.len());
    let length = random.below(12).min(bytes.len() - at);
    match random.below(7) {
        0 => drop(bytes.drain(at..at + length)),
        1 | 2 => drop(bytes.splice(at..at, random.of(&NASTY).iter().copied())),
        3 => {
            let again = bytes[at..at + length].to_vec();
            bytes.splice(at..at, again);
        }
        4 => bytes[at] = random.next() as u8,
        5 => {
            let line_end = random.of(&[b"\r\n".as_slice(), b"\r", b"\n\n", b",\n", b"\"\n"]);
            if let Some(end) = bytes[at..].iter().position(|byte| *byte == b'\n') {
                bytes.splice(at + end..at + end + 1, line_end.iter().copied());
            }
        }
        _ if random.below(8) == 0 => bytes.truncate(at),
        _ => {}
    }
}

#[test]
fn damaged_files_are_told_the_same_in_any_pieces() {
    for seed in 0..400 {
        let mut random = Random(1_000 + seed);
        let path = random.of(&PATHS);
        let text = Files::little().text(path);
        let mut bytes = match random.below(4) {
            0 => gb18030(&text),
            1 => text.replace('\n', "\r\n").into_bytes(),
            _ => text.into_bytes(),
        };
        for _ in 0..1 + random.below(6) {
            if !bytes.is_empty() {
                damage(&mut random, &mut bytes);
            }
        }
        check(&Files::little().with(path, bytes), seed);
    }
}

#[test]
fn damage_beyond_the_first_look_is_told_the_same_in_any_pieces() {
    for seed in 0..24 {
        let mut random = Random(2_000 + seed);
        let header = Files::little()
            .text(PATHS[2])
            .lines()
            .next()
            .unwrap()
            .to_string();
        let name = ["", "甲一社区"][random.below(2)];
        let rows: String = (0..700)
            .map(|at| {
                let (year, month) = (1950 + at / 12, at % 12 + 1);
                format!("meetings,9901001,{year}-{month:02},{name},{at},,,,A,register,,\n")
            })
            .collect();
        let text = format!("{header}\n{rows}");
        let mut bytes = match random.below(2) {
            0 => gb18030(&text),
            _ => text.into_bytes(),
        };
        let start = 17 * 1024;
        let mut tail = bytes.split_off(start);
        for _ in 0..1 + random.below(3) {
            damage(&mut random, &mut tail);
        }
        bytes.extend(tail);
        check(&Files::little().with(PATHS[2], bytes), seed);
    }
}

// ---- the record reader beside the csv crate -----------------------------------------------------

#[derive(Default)]
struct Seen(Vec<(u32, Vec<String>)>);

impl Sink for Seen {
    fn header(&mut self, header: &Record<'_>) -> Result<(), FileFault> {
        self.record(header);
        Ok(())
    }
    fn record(&mut self, record: &Record<'_>) {
        let cells = record.cells().map(str::to_string).collect();
        self.0.push((record.line, cells));
    }
    fn read_as(&mut self, _: FaultKind) {}
}

fn read(text: &str, chunk_bytes: usize) -> Result<Vec<(u32, Vec<String>)>, FileFault> {
    let options = FileOptions {
        encoding: None,
        delimiter: Some(b','),
        spaced_quotes: false,
        joined_keys: false,
        inner_quotes: None,
    };
    let mut parser = FileParser::new(&options, &NativeDecoders)?;
    let mut seen = Seen::default();
    for piece in text.as_bytes().chunks(chunk_bytes) {
        parser.push(piece, &mut seen)?;
    }
    parser.finish(&mut seen)?;
    Ok(seen.0)
}

/// What the csv crate reads: cells without white space around them, rows that are blank left out.
fn read_with_csv(text: &str) -> Vec<Vec<String>> {
    let mut builder = csv::ReaderBuilder::new();
    let mut reader = builder
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let records = reader.records().map(|record| {
        let record = record.unwrap();
        record.iter().map(|cell| cell.trim().to_string()).collect()
    });
    let records: Vec<Vec<String>> = records.collect();
    let holds = |record: &Vec<String>| record.iter().any(|cell| !cell.is_empty());
    records.into_iter().filter(holds).collect()
}

/// A sound file, and the line that each of its records that hold anything begins on.
fn sound_file(random: &mut Random) -> (String, Vec<u32>) {
    let (mut text, mut lines, mut line) = ("a,b\n".to_string(), vec![1], 2);
    for _ in 0..random.below(40) {
        let (mut holds, start) = (false, line);
        for cell in 0..1 + random.below(4) {
            if cell > 0 {
                text.push(',');
            }
            let plain = random.of(&["", "", "1", "甲 一", " x ", "92.4", "a\"b", "·", "'"]);
            let quoted = random.of(&[
                "",
                "x,y",
                "two\nlines",
                "r\r\nn",
                "\"\"",
                "say \"\"so\"\"",
                "社",
            ]);
            if random.below(3) == 0 {
                text.extend(["\"", quoted, "\""]);
                line += quoted.matches('\n').count() as u32;
                holds |= !quoted.is_empty();
            } else {
                text.push_str(plain);
                holds |= !plain.is_empty();
            }
        }
        let line_end = random.of(&["\n", "\r\n", "\n", "\n\n"]);
        text.push_str(line_end);
        line += line_end.matches('\n').count() as u32;
        if holds {
            lines.push(start);
        }
    }
    if random.below(2) == 0 {
        text.truncate(text.trim_end_matches(['\r', '\n']).len());
    }
    (text, lines)
}

#[test]
fn sound_files_are_read_as_the_csv_crate_reads_them() {
    for seed in 0..400 {
        let (text, lines) = sound_file(&mut Random(3_000 + seed));
        let expected: Vec<_> = lines.into_iter().zip(read_with_csv(&text)).collect();
        for chunk_bytes in [1, 2, 7, 4096] {
            let found = read(&text, chunk_bytes);
            assert_eq!(
                found.as_ref(),
                Ok(&expected),
                "seed {seed} in pieces of {chunk_bytes}:\n{text}"
            );
        }
    }
}
