//! Every fault in both languages, worded exactly as it was last read.
//! `UPDATE_GOLDEN=1 cargo test fault_words::` writes the texts anew: read them.

use std::fs;
use std::path::PathBuf;

use zhishe::model::{ArchiveReason, FaultKind, JsonReason, Lang, Text, Written};
use zhishe::words::{fault_words, lines_text};

fn text(text: &str) -> String {
    text.to_string()
}

fn not_a_number(written: Written) -> FaultKind {
    FaultKind::NotANumber { written }
}

fn broken_archive(reason: ArchiveReason) -> FaultKind {
    FaultKind::BrokenArchive { reason }
}

/// One of each kind. `FaultKind::name` matches them all, so a kind that is missing here shows in
/// `each_kind_is_worded`.
fn kinds() -> Vec<FaultKind> {
    let expected_cells = 5;
    let found_cells = 3;
    vec![
        FaultKind::FileMissing { status: 404 },
        FaultKind::FileMissing { status: 500 },
        FaultKind::PackageMissing,
        FaultKind::OwnAbsent {
            name: String::new(),
        },
        FaultKind::OwnAbsent {
            name: text("cases.csv"),
        },
        FaultKind::NotInFolder,
        FaultKind::NotInDescriptor,
        FaultKind::UnlistedWorkbook,
        FaultKind::NoTable,
        FaultKind::NoDescriptor,
        FaultKind::Network {
            detail: text("connection reset"),
        },
        FaultKind::HtmlInstead,
        FaultKind::WorkbookInstead,
        FaultKind::ArchiveInstead,
        broken_archive(ArchiveReason::Damaged),
        broken_archive(ArchiveReason::Encrypted),
        broken_archive(ArchiveReason::Method),
        broken_archive(ArchiveReason::TooManyFiles { limit: 2000 }),
        broken_archive(ArchiveReason::UnsafePath),
        FaultKind::OtherFormat { name: "SDMX-ML" },
        FaultKind::OtherFormat { name: "PNG" },
        FaultKind::OtherFormat { name: "PDF" },
        FaultKind::OtherFormat { name: "DOCX" },
        FaultKind::NulBytes,
        FaultKind::WrongEncoding {
            encoding: text("UTF-8"),
        },
        FaultKind::NoEncoding,
        FaultKind::UnknownEncoding {
            encoding: text("utf-7"),
        },
        FaultKind::UnterminatedQuote,
        FaultKind::Truncated {
            expected_cells,
            found_cells,
        },
        FaultKind::Empty,
        FaultKind::NoHeader {
            needed: text("area_code, period"),
        },
        FaultKind::MissingColumn {
            needed: text("period"),
        },
        FaultKind::UndeclaredWide,
        FaultKind::HeaderShape {
            header_cells: 5,
            row_cells: 6,
        },
        FaultKind::LostZeros {
            other: text("0101"),
        },
        FaultKind::Garbled,
        FaultKind::SecondTable,
        FaultKind::RepeatedColumn,
        FaultKind::UnknownColumn,
        FaultKind::TooLarge {
            limit_bytes: 1_000_000_000,
        },
        FaultKind::TooManyColumns { limit: 4096 },
        FaultKind::BrokenDescriptor {
            reason: Box::new(JsonReason::Encoding { line: 3 }),
        },
        FaultKind::BrokenDescriptor {
            reason: Box::new(JsonReason::Syntax { line: 3, column: 5 }),
        },
        FaultKind::BrokenDescriptor {
            reason: Box::new(JsonReason::Missing {
                key: text("resources"),
            }),
        },
        FaultKind::BrokenDescriptor {
            reason: Box::new(JsonReason::WrongSort {
                key: text("resources"),
                found: "\"…\"",
                expected: "[…]",
            }),
        },
        FaultKind::BrokenCatalog {
            reason: Box::new(JsonReason::WrongValue {
                key: text("packages[0].path"),
                found: text("../x"),
            }),
        },
        FaultKind::CatalogMissing,
        FaultKind::EntryLeftOut {
            place: 2,
            name: String::new(),
            reason: Box::new(JsonReason::Missing { key: text("name") }),
        },
        FaultKind::EntryLeftOut {
            place: 3,
            name: text("demo"),
            reason: Box::new(JsonReason::Repeated {
                key: text("name"),
                found: text("demo"),
            }),
        },
        FaultKind::MissingTable {
            table: text("areas"),
        },
        FaultKind::TooFine,
        FaultKind::NoFigures,
        FaultKind::ForeignCodes {
            known: 0,
            all: 163,
            package: Text::new("示例区", "Sample District"),
        },
        FaultKind::RowShape {
            expected_cells,
            found_cells,
        },
        not_a_number(Written::NoFigure),
        not_a_number(Written::FullWidth),
        not_a_number(Written::Otherwise),
        FaultKind::ExcelExponent,
        FaultKind::ExcelDate,
        FaultKind::UnknownArea,
        FaultKind::UnknownIndicator,
        FaultKind::UnknownSuffix,
        FaultKind::UnknownSource,
        FaultKind::UnknownLevel {
            expected: text("district, community"),
        },
        FaultKind::UnknownWord {
            expected: text("A, E, P"),
        },
        FaultKind::UnknownParent,
        FaultKind::NameMismatch {
            expected: text("甲01社区"),
        },
        // Two columns of one row repeat one line.
        FaultKind::DuplicateKey {
            other_file: "observations-2026.csv".into(),
            other_lines: vec![4, 4],
        },
        FaultKind::DuplicateKey {
            other_file: "observations.csv".into(),
            other_lines: vec![7],
        },
        FaultKind::DuplicateKey {
            other_file: "observations.csv".into(),
            other_lines: (14..=19).collect(),
        },
        FaultKind::NumeratorOverDenominator {
            denominator: text("200"),
        },
        FaultKind::ShareOverWhole { whole: text("100") },
        FaultKind::ZeroDenominator,
        FaultKind::CountAlone,
        FaultKind::ValueDisagrees {
            computed: text("89.5369"),
        },
        FaultKind::Negative,
        FaultKind::BoundWithCounts,
        FaultKind::ValueWithStatus { status: text("O") },
        FaultKind::NotSuppressed,
        FaultKind::PeriodForm,
        FaultKind::DayOfMonth,
        FaultKind::PeriodRead {
            read_as: text("2024-03"),
        },
        FaultKind::DayForm,
        FaultKind::RevisionMismatch {
            expected: text("92.4"),
        },
        FaultKind::Blank,
        FaultKind::OutsideDescriptor {
            declared: text("2024-01 – 2024-12"),
        },
        FaultKind::PersonalNumber,
        FaultKind::ReadAsGb18030,
        FaultKind::ReadAsUtf16,
        FaultKind::BrokenGeometry {
            reason: Box::new(JsonReason::Missing {
                key: text("features"),
            }),
        },
        FaultKind::OutlineWithoutCode {
            needed: text("area_code"),
        },
        FaultKind::BrokenOutline,
        FaultKind::OutlineLeftOut,
        FaultKind::NumberRead {
            read_as: text("1234"),
        },
        FaultKind::NoNumbers,
        FaultKind::NameRead {
            read_as: text("Bristol"),
        },
        FaultKind::SignRead { status: text("O") },
        FaultKind::RowRepeated { line: 14 },
        FaultKind::RowAside,
        FaultKind::SumOfAreas,
        FaultKind::HoldsAreas,
        FaultKind::HoldsIndented,
        FaultKind::HoldsByName,
        FaultKind::StatisticAside,
        FaultKind::OfWhichAside,
        FaultKind::SexAside,
        FaultKind::ElsewhereAside,
        FaultKind::TooManyAreas { limit: 200_000 },
        FaultKind::TooManyIndicators { limit: 65_535 },
        FaultKind::More {
            of: Box::new(not_a_number(Written::NoFigure)),
            count: 1234,
        },
        FaultKind::More {
            of: Box::new(FaultKind::DuplicateKey {
                other_file: "observations.csv".into(),
                other_lines: vec![7],
            }),
            count: 153,
        },
        FaultKind::More {
            of: Box::new(FaultKind::PeriodRead {
                read_as: text("2024-03"),
            }),
            count: 190,
        },
    ]
}

#[test]
fn each_kind_is_worded_as_last_read() {
    let mut found = String::new();
    for kind in kinds() {
        found.push_str(&format!("{}\n", kind.name()));
        for lang in [Lang::Zh, Lang::En] {
            let told = fault_words(lang, &kind);
            assert!(
                !told.problem.is_empty() && !told.cure.is_empty(),
                "{kind:?}"
            );
            let (problem, expected, cure) = (told.problem, told.expected, told.cure);
            found.push_str(&format!(
                "  {}: {problem} | {expected} | {cure}\n",
                lang.code()
            ));
        }
    }
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden/faults.txt");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, &found).unwrap();
    }
    let golden = fs::read_to_string(&path).unwrap_or_default();
    let lines = golden.lines().zip(found.lines());
    for (golden, found) in lines {
        assert_eq!(found, golden);
    }
    assert_eq!(found, golden);
}

#[test]
fn each_kind_is_here() {
    let source = include_str!("../../src/model/fault.rs");
    let names = source.split("pub fn name(&self)").nth(1).unwrap();
    let names = names.split("\n    }\n").next().unwrap();
    let known: Vec<&str> = kinds().iter().map(FaultKind::name).collect();
    let mut count = 0;
    for name in names.split('"').skip(1).step_by(2) {
        assert!(known.contains(&name), "{name} has no golden text");
        count += 1;
    }
    assert!(count > 40, "{count}");
}

#[track_caller]
fn check_lines(lines: impl IntoIterator<Item = u32>, zh: &str, en: &str) {
    let lines: Vec<u32> = lines.into_iter().collect();
    assert_eq!(lines_text(Lang::Zh, &lines), zh);
    assert_eq!(lines_text(Lang::En, &lines), en);
}

#[test]
fn lines_are_told_as_ranges() {
    check_lines([0], "整个文件", "whole file");
    check_lines([7], "7", "7");
    check_lines(
        (14..=37).chain([52, 60, 61]),
        "14–37、52、60–61",
        "14–37, 52, 60–61",
    );
    check_lines(
        (1..=163).map(|at| at * 2),
        "2、4、6、8、10 等共 163 行",
        "2, 4, 6, 8, 10 and 158 more lines",
    );
    check_lines(
        (1..=6).map(|at| at * 2),
        "2、4、6、8、10 等共 6 行",
        "2, 4, 6, 8, 10 and 1 more line",
    );
    // In whatever order they were told.
    check_lines([9, 2, 8, 3], "2–3、8–9", "2–3, 8–9");
    // More are counted than have been kept.
    check_lines((2..=201).chain([0]), "2–201 …", "2–201 …");
}
