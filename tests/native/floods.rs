//! One mistake, one row: what follows from a fault is not told beside it, and what is alike is
//! folded. It must not know how faults are worded.

use crate::support::{self, CHUNK_SIZES, Files, fault_lines};
use serde_json::json;
use std::sync::Arc;
use zhishe::model::{Fault, FaultKind, Written, first_of_each, fold_faults};
use zhishe::package::{FileState, Package};

const LONG: &str = "observations.csv";
const NOT_A_NUMBER: FaultKind = FaultKind::NotANumber {
    written: Written::Otherwise,
};
const WIDE: &str = "observations-wide.csv";
const AREAS: &str = "areas.csv";

#[track_caller]
fn check(files: &Files, faults: &[&str]) {
    for chunk_bytes in CHUNK_SIZES {
        let package = files.open(chunk_bytes);
        assert_eq!(fault_lines(&package), faults, "in pieces of {chunk_bytes}");
    }
}

/// Each line with something done to it, by its number from 1.
fn each_line(text: &str, change: impl Fn(usize, &str) -> String) -> Vec<u8> {
    let lines = text.lines().enumerate();
    let lines = lines.map(|(at, line)| change(at + 1, line) + "\n");
    lines.collect::<String>().into_bytes()
}

// ---- the header against its rows ----------------------------------------------------------------

#[test]
fn a_header_of_another_shape_than_all_rows_is_told_once() {
    let header = |cells: &'static str| {
        move |text: &str| {
            each_line(
                text,
                |at, line| if at == 1 { cells.into() } else { line.into() },
            )
        }
    };
    // One name too few, one too many; nothing of the rows is told, however their cells have slid.
    check(
        &Files::little().change(
            WIDE,
            header("area_code,period,meetings,rated:numerator,rated:denominator"),
        ),
        &[
            "observations-wide.csv:1: header-shape \"area_code, period, meetings, rated:numerator, rated:denominator\" 5 beside 6",
        ],
    );
    check(
        &Files::little().change(
            WIDE,
            header("area_code,area_name,x,period,meetings,rated:numerator,rated:denominator"),
        ),
        &[
            "observations-wide.csv:1: header-shape \"area_code, area_name, x, period, meetings, rated:numerator, rated:denominator\" 7 beside 6",
        ],
    );
    check(
        &Files::little().change(
            "areas.csv",
            header("area_code,name_zh,level,parent_code,valid_from,valid_to"),
        ),
        &[
            "areas.csv:1: header-shape \"area_code, name_zh, level, parent_code, valid_from, valid_to\" 6 beside 7",
        ],
    );
    // A comma at the end of every row, and none after the last.
    let comma = |text: &str| {
        each_line(text, |at, line| {
            format!("{line}{}", if at > 1 { "," } else { "" })
        })
    };
    let header = Files::little()
        .text(LONG)
        .lines()
        .next()
        .unwrap()
        .replace(',', ", ");
    let header: String = header.chars().take(80).chain(['…']).collect();
    let told = format!("observations.csv:1: header-shape \"{header}\" 12 beside 13");
    check(&Files::little().change(LONG, comma), &[&told]);
    let cut = |text: &str| text.as_bytes()[..text.len() - 1].to_vec();
    check(
        &Files::little().change(LONG, comma).change(LONG, cut),
        &[&told],
    );
}

#[test]
fn a_header_is_not_blamed_for_some_of_its_rows() {
    let comma = |lines: &'static [usize]| {
        move |text: &str| {
            each_line(text, |at, line| match lines.contains(&at) {
                true => format!("{line},"),
                false => line.to_string(),
            })
        }
    };
    let package = Files::little()
        .change(LONG, comma(&[2, 3, 4, 5, 6, 7, 8]))
        .open(7);
    let told = fault_lines(&package);
    assert_eq!(told.len(), 7, "{told:?}");
    assert!(told.iter().all(|line| line.contains(" row-shape ")));
    // Two rows say nothing of their header.
    let short = |text: &str| {
        text.lines()
            .take(3)
            .map(|line| format!("{line}\n"))
            .collect::<String>()
            .into_bytes()
    };
    let package = Files::little()
        .change(WIDE, short)
        .change(WIDE, comma(&[2, 3]))
        .open(7);
    assert_eq!(fault_lines(&package).len(), 2);
}

#[test]
fn of_a_row_of_the_wrong_shape_nothing_else_is_told() {
    check(
        &Files::little().line(WIDE, 3, "9901002,甲二,社区,2024-03,5,19,25"),
        &["observations-wide.csv:3: row-shape \"9901002,甲二,社区,2024-03,5,19,25\" 7 of 6"],
    );
}

// ---- what follows from a broken table -----------------------------------------------------------

#[test]
fn codes_damaged_in_the_table_of_areas_are_told_there_only() {
    let damage = |text: &str| {
        each_line(text, |at, line| match line.split_once(',') {
            Some((_, rest)) if at > 4 => format!("9.901E+06,{rest}"),
            _ => line.to_string(),
        })
    };
    check(
        &Files::little().change(AREAS, damage),
        &[5, 6, 7, 8]
            .map(|line| format!("areas.csv:{line}:area_code excel-exponent \"9.901E+06\""))
            .each_ref()
            .map(|it| &**it),
    );
}

#[test]
fn whoever_names_a_refused_row_is_not_at_fault() {
    // The level of a community and the kind of an indicator are no such words: their figures are not
    // told to name unknown codes. That a grid lies in that community follows as well.
    check(
        &Files::little().line(AREAS, 5, "9901001,甲一社区,,comunity,9901,,"),
        &["areas.csv:5:level unknown-level \"comunity\""],
    );
    check(
        &Files::little().line(
            "indicators.csv",
            6,
            "meetings,meetings,会议,Meetings,次,meetings,counts,events,1,0,higher,no",
        ),
        &["indicators.csv:6:kind unknown-word \"counts\""],
    );
    check(
        &Files::little().line(
            "indicators.csv",
            2,
            "households,service,户数,,户,,counts,inventory,1,0,none,no",
        ),
        &["indicators.csv:2:kind unknown-word \"counts\""],
    );
    // A row that is not there is another matter: who names it is told, and folds.
    let files = Files::little().change(AREAS, |text| {
        let lines = text.lines().filter(|line| !line.starts_with("9902001"));
        lines
            .map(|line| format!("{line}\n"))
            .collect::<String>()
            .into_bytes()
    });
    check(
        &files,
        &[
            "observations.csv:4:area_code unknown-area \"9902001\"",
            "observations.csv:7:area_code unknown-area \"9902001\"",
            "observations-wide.csv:4:area_code unknown-area \"9902001\"",
        ],
    );
    assert_eq!(
        folded(&files.open(7)),
        [
            "observations.csv unknown-area [4, 7]",
            "observations-wide.csv unknown-area [4]"
        ]
    );
}

/// The little package with its lower areas in a file of their own.
fn split_areas() -> Files {
    let text = Files::little().text(AREAS);
    let (upper, grid) = text.split_at(text.find("990100101").unwrap());
    let header = upper.lines().next().unwrap();
    let mut files = Files::little()
        .with(AREAS, upper)
        .with("areas-below.csv", format!("{header}\n{grid}"));
    let resources = files.descriptor["resources"].as_array_mut().unwrap();
    resources.push(
        json!({"name": "areas-below", "path": "areas-below.csv", "zhishe": {"levels": ["grid"]}}),
    );
    files
}

#[test]
fn places_below_a_file_that_is_not_there_are_not_told() {
    check(&split_areas(), &[]);
    check(
        &split_areas().without(AREAS),
        &["areas.csv:0: file-missing \"\" 404"],
    );
    let mistake = |text: &str| text.replacen("area_code", "areacode", 1).into_bytes();
    let package = split_areas().change(AREAS, mistake).open(7);
    assert_eq!(fault_lines(&package).len(), 1);
    // A code that stands in both is told with the other's file.
    check(
        &split_areas().more("areas-below.csv", "9902001,乙一社区,,community,9902,,\n"),
        &["areas-below.csv:3:area_code duplicate-key \"9902001\" as areas.csv:7"],
    );
}

#[test]
fn a_reference_table_never_enters_twice() {
    let files = split_areas().without("areas-below.csv");
    let package = files.open(7);
    let at = |path: &str| {
        let mut resources = package.descriptor.resources.iter();
        resources.position(|about| *about.path == *path).unwrap()
    };
    let count = package.areas.count();
    let text = files.text(AREAS);
    let again = support::read_bytes(&package, at(AREAS), text.as_bytes(), 7);
    assert_eq!(
        (again.areas.count(), again.fault_count()),
        (count, package.fault_count())
    );
    // The missing file comes: all areas are read anew, and each stands once.
    let mended = split_areas();
    for path in ["areas-below.csv", AREAS] {
        let mut retried = package.with_retry(at(path));
        assert!(matches!(retried.files[at(AREAS)], FileState::Unread));
        mended.read(&mut retried, &zhishe::package::Need::Everything, 7);
        assert_eq!(fault_lines(&retried), [""; 0]);
        assert_eq!(retried.areas.count(), 7);
    }
}

// ---- folding ------------------------------------------------------------------------------------

/// The rows of a package's faults as they are first shown.
fn folded(package: &Package) -> Vec<String> {
    let faults: Vec<Fault> = package.faults().into_iter().cloned().collect();
    rows(&faults)
}

fn rows(faults: &[Fault]) -> Vec<String> {
    let shown = first_of_each(fold_faults(faults)).0;
    let row = |row: &zhishe::model::FoldedFault| {
        let (fault, lines) = (&row.fault, &row.lines);
        match &fault.kind {
            FaultKind::More { of, count } => {
                format!("{} {count} more {} {lines:?}", fault.file, of.name())
            }
            kind => format!("{} {} {lines:?}", fault.file, kind.name()),
        }
    };
    shown.iter().map(row).collect()
}

fn fault(file: &str, line: u32, found: &str, kind: FaultKind) -> Fault {
    let file: Arc<str> = file.into();
    Fault::new(&file, line, "value", found, kind)
}

#[test]
fn what_is_alike_is_one_row() {
    let number = || NOT_A_NUMBER;
    let faults = [
        fault("a.csv", 2, "x", number()),
        fault("a.csv", 3, "x", FaultKind::Negative),
        fault("a.csv", 4, "y", number()),
        fault("a.csv", 5, "x", number()),
        fault("b.csv", 6, "x", number()),
        // The same kind with another expectation is another row.
        fault(
            "b.csv",
            7,
            "x",
            FaultKind::ValueDisagrees {
                computed: "1".into(),
            },
        ),
        fault(
            "b.csv",
            8,
            "x",
            FaultKind::ValueDisagrees {
                computed: "2".into(),
            },
        ),
    ];
    let expected = [
        "a.csv not-a-number [2, 5]",
        "a.csv negative [3]",
        "a.csv not-a-number [4]",
        "b.csv not-a-number [6]",
        "b.csv value-disagrees [7]",
        "b.csv value-disagrees [8]",
    ];
    assert_eq!(rows(&faults), expected);
}

/// The duplicates of the table, each with the lines of its file and those that they repeat.
fn repeated_blocks(package: &Package) -> Vec<(String, Vec<u32>, String, Vec<u32>)> {
    let faults: Vec<Fault> = package.faults().into_iter().cloned().collect();
    let rows = fold_faults(&faults).into_iter();
    rows.filter_map(|row| match row.fault.kind {
        FaultKind::DuplicateKey {
            other_file,
            other_lines,
        } => Some((
            row.fault.found,
            row.lines,
            other_file.to_string(),
            other_lines,
        )),
        _ => None,
    })
    .collect()
}

#[test]
fn rows_that_repeat_a_block_of_rows_are_one_row_of_the_table() {
    // A clerk copies a month and does not change it: in the wide file, then in another.
    let text = Files::little().text(WIDE);
    let (_, month) = text.split_once('\n').unwrap();
    let block = |lines: Vec<u32>| {
        let found = "9901001 2024-03 …".to_string();
        (found, lines, WIDE.to_string(), vec![2, 3, 4])
    };
    let copied = Files::little().more(WIDE, month);
    assert_eq!(repeated_blocks(&copied.open(7)), [block(vec![5, 6, 7])]);
    let mut files = Files::little().with("b.csv", text.as_str());
    let resource = json!({"name": "observations-b", "path": "b.csv", "zhishe": {"layout": "wide"}});
    let resources = files.descriptor["resources"].as_array_mut().unwrap();
    resources.push(resource);
    assert_eq!(repeated_blocks(&files.open(7)), [block(vec![2, 3, 4])]);
    // In the long layout, and apart from one another: each by itself.
    let long = Files::little().text(LONG);
    let line = |at: usize| format!("{}\n", long.lines().nth(at).unwrap());
    let copied = Files::little().more(LONG, &(line(1) + &line(2) + &line(7)));
    let told = repeated_blocks(&copied.open(7));
    let lines: Vec<_> = told.iter().map(|it| (&it.1[..], &it.3[..])).collect();
    assert_eq!(lines, [(&[10, 11][..], &[2, 3][..]), (&[12][..], &[8][..])]);
    assert_eq!(told[0].0, "households 9901001 2024 …");
    assert_eq!(told[1].0, "visits 9901001 2024-01/2024-03");
}

#[test]
fn of_many_rows_of_a_kind_the_first_ten_stand_for_the_others() {
    let mut faults: Vec<Fault> = (2..=14)
        .map(|line| fault("a.csv", line, &line.to_string(), NOT_A_NUMBER))
        .collect();
    faults.insert(12, fault("a.csv", 13, "-1", FaultKind::Negative));
    let shown = rows(&faults);
    assert_eq!(shown.len(), 12);
    assert_eq!(shown[9], "a.csv not-a-number [11]");
    assert_eq!(shown[10], "a.csv 3 more not-a-number [12, 13, 14]");
    assert_eq!(shown[11], "a.csv negative [13]");
    // Those that were counted and never listed go with them.
    let of = Box::new(NOT_A_NUMBER);
    faults.push(fault("a.csv", 0, "", FaultKind::More { of, count: 1000 }));
    assert_eq!(
        rows(&faults)[10],
        "a.csv 1003 more not-a-number [12, 13, 14, 0]"
    );
    // Another file's and another column's are counted for themselves.
    faults.push(fault("b.csv", 2, "x", NOT_A_NUMBER));
    assert_eq!(rows(&faults)[12], "b.csv not-a-number [2]");
}

#[test]
fn a_column_of_one_mistake_is_one_row_of_the_table() {
    let row = |at: usize| format!("9901001,,Mar-24,{at},x{at},20\n");
    let rows: String = (0..300).map(row).collect();
    let header = Files::little()
        .text(WIDE)
        .lines()
        .next()
        .unwrap()
        .to_string();
    let package = Files::little()
        .with(WIDE, format!("{header}\n{rows}"))
        .open(4096);
    let told = folded(&package);
    // One row for the periods and one for those that were not listed; of the numbers ten and a rest.
    assert_eq!(told.len(), 2 + 11, "{told:?}");
    assert_eq!(
        told.last().unwrap(),
        "observations-wide.csv 100 more excel-date [0]"
    );
    assert!(told.contains(&format!(
        "observations-wide.csv 290 more not-a-number {:?}",
        (12..=201).chain([0]).collect::<Vec<u32>>()
    )));
    assert_eq!(package.fault_count(), 600);
}
