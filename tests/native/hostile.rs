//! Bad input of every kind, held to the exact file, line, column and finding, to the one value
//! that is lost by it and why, and to the rest of the package being unharmed: at every size of the
//! pieces that bytes come in. It must not know how faults are worded.

use crate::support::{self, CHUNK_SIZES, Files, failed, fault_lines, gb18030, readings};
use serde_json::json;
use zhishe::model::{FaultKind, JsonReason};
use zhishe::package::{Catalog, Descriptor};
use zhishe::parse::FileFault;

const LONG: &str = "observations.csv";
const WIDE: &str = "observations-wide.csv";

/// Opens the package in pieces of every size. It must have these faults, and differ from the sound
/// little package in these readings and no others; a file that fails takes its own with it.
#[track_caller]
fn check(files: &Files, faults: &[&str], changed: &[&str]) {
    let sound = readings(&Files::little().open(usize::MAX));
    let long_lost = |key: &str| !key.starts_with("meetings") && !key.starts_with("rated");
    for chunk_bytes in CHUNK_SIZES {
        let package = files.open(chunk_bytes);
        assert_eq!(fault_lines(&package), faults, "in pieces of {chunk_bytes}");
        let found = readings(&package);
        let mut seen = Vec::new();
        for (key, was) in &sound {
            let lost = if long_lost(key) { LONG } else { WIDE };
            match found.get(key) {
                _ if failed(&package, lost) => {}
                Some(is) if is == was => {}
                Some(is) => seen.push(format!("{key}: {is}")),
                None => seen.push(format!("{key}: gone")),
            }
        }
        for (key, is) in found.iter().filter(|(key, _)| !sound.contains_key(*key)) {
            seen.push(format!("{key}: {is}"));
        }
        assert_eq!(seen, changed, "in pieces of {chunk_bytes}");
    }
}

#[test]
fn the_little_package_is_sound() {
    check(&Files::little(), &[], &[]);
    let readings = readings(&Files::little().open(1));
    assert_eq!(readings.len(), 13);
    assert_eq!(readings["on-time 9901001 2024-03"], "94");
    assert_eq!(readings["on-time 9902001 2024-03"], "Suppressed");
    assert_eq!(readings["visits 9901001 2024-01/2024-03"], "Lower 50000");
    assert_eq!(readings["rated 9901002 2024-03"], "76");
}

// ---- one cell -----------------------------------------------------------------------------------

/// One line of the long file in place of the sound one.
#[track_caller]
fn check_line(line: usize, text: &str, fault: &str, changed: &[&str]) {
    let fault = format!("{LONG}:{line}:{fault}");
    check(&Files::little().line(LONG, line, text), &[&fault], changed);
}

#[test]
fn a_cell_that_is_no_number() {
    for found in [
        "1,234", "约3120", "92.4%", "—", "inf", "nan", "１２", "1e999",
    ] {
        check_line(
            2,
            &format!("households,9901001,2024,甲一社区,\"{found}\",,,,A,register,,"),
            &format!("value not-a-number \"{found}\""),
            &["households 9901001 2024: Invalid(NotANumber)"],
        );
    }
    check_line(
        5,
        "on-time,9901001,2024-03,甲一社区,,188,二百,,A,register,,",
        "denominator not-a-number \"二百\"",
        &["on-time 9901001 2024-03: Invalid(NotANumber)"],
    );
}

#[test]
fn unknown_codes() {
    check_line(
        2,
        "households,9909,2024,,3120,,,,A,register,,",
        "area_code unknown-area \"9909\"",
        &["households 9901001 2024: gone"],
    );
    check_line(
        2,
        "house-holds,9901001,2024,,3120,,,,A,register,,",
        "indicator unknown-indicator \"house-holds\"",
        &["households 9901001 2024: gone"],
    );
    check_line(
        2,
        "households,9901001,2024,,3120,,,,A,yearbook,,",
        "source unknown-source \"yearbook\"",
        &[],
    );
    check_line(
        2,
        "households,9901001,2024,,3120,,,,Z,register,,",
        "status unknown-word \"Z\"",
        &["households 9901001 2024: Invalid(Qualifier)"],
    );
    check_line(
        2,
        "households,9901001,2024,,3120,,,about,A,register,,",
        "bound unknown-word \"about\"",
        &["households 9901001 2024: Invalid(Qualifier)"],
    );
}

#[test]
fn needed_cells_that_are_blank() {
    check_line(
        2,
        ",9901001,2024,,3120,,,,A,register,,",
        "indicator blank \"\"",
        &["households 9901001 2024: gone"],
    );
    check_line(
        2,
        "households,,2024,,3120,,,,A,register,,",
        "area_code blank \"\"",
        &["households 9901001 2024: gone"],
    );
    check_line(
        2,
        "households,9901001,,,3120,,,,A,register,,",
        "period blank \"\"",
        &["households 9901001 2024: gone"],
    );
}

#[test]
fn a_name_that_is_not_the_codes() {
    check_line(
        2,
        "households,9901001,2024,甲二社区,3120,,,,A,register,,",
        "area_name name-mismatch \"甲二社区\" not 甲一社区",
        &["households 9901001 2024: Invalid(NameMismatch)"],
    );
    // The English name, and none at all, are as good.
    for name in ["First Community", ""] {
        let line = format!("households,9901001,2024,{name},3120,,,,A,register,,");
        check(&Files::little().line(LONG, 2, &line), &[], &[]);
    }
}

#[test]
fn a_key_that_stands_twice_in_a_file() {
    check(
        &Files::little().more(LONG, "households,9901001,2024,,3120,,,,A,register,,\n"),
        &["observations.csv:10: duplicate-key \"households 9901001 2024\" as observations.csv:2"],
        &["households 9901001 2024: Invalid(DuplicateKey)"],
    );
    // A period written in another way is the same period; another category is another key.
    check(
        &Files::little()
            .more(LONG, "on-time,9901001,2024年3月,,,1,2,,A,register,,\n")
            .more(LONG, "on-time,9901002,2024-03,,,1,2,,A,register,,noise\n"),
        &[
            "observations.csv:10:period period-read \"2024年3月\" as 2024-03",
            "observations.csv:10: duplicate-key \"on-time 9901001 2024年3月\" as observations.csv:5",
        ],
        &["on-time 9901001 2024-03: Invalid(DuplicateKey)"],
    );
    // Of a wide file a line is told once, however many columns it has.
    check(
        &Files::little()
            .more(WIDE, "9901001,,2024-03,4,18,20\n")
            .more(WIDE, "9901002,,2024-03,4,18,20\n"),
        &[
            "observations-wide.csv:5: duplicate-key \"9901001 2024-03\" as observations-wide.csv:2",
            "observations-wide.csv:6: duplicate-key \"9901002 2024-03\" as observations-wide.csv:3",
        ],
        &[
            "meetings 9901001 2024-03: Invalid(DuplicateKey)",
            "meetings 9901002 2024-03: Invalid(DuplicateKey)",
            "rated 9901001 2024-03: Invalid(DuplicateKey)",
            "rated 9901002 2024-03: Invalid(DuplicateKey)",
        ],
    );
}

#[test]
fn a_key_that_stands_in_two_files() {
    let files = Files::little().more(LONG, "meetings,9901001,2024-03,,4,,,,A,register,,\n");
    check(
        &files,
        &[
            "observations-wide.csv:2:meetings duplicate-key \"9901001 2024-03\" as observations.csv:10",
        ],
        &["meetings 9901001 2024-03: Invalid(DuplicateKey)"],
    );
    let package = files.open(1);
    let reading = support::reading(&package, "meetings", "9901001", "2024-03");
    assert_eq!((reading.numerator, reading.denominator), (None, None));
    assert_eq!(package.fault_count(), 1);
}

#[test]
fn figures_that_do_not_fit_each_other() {
    check_line(
        5,
        "on-time,9901001,2024-03,甲一社区,,201,200,,A,register,,",
        "numerator numerator-over-denominator \"201\" over 200",
        &["on-time 9901001 2024-03: Invalid(NumeratorOverDenominator)"],
    );
    check_line(
        5,
        "on-time,9901001,2024-03,甲一社区,94.1,188,200,,A,register,,",
        "value value-disagrees \"94.1\" not 94.0000",
        &["on-time 9901001 2024-03: Invalid(ValueDisagrees)"],
    );
    check_line(
        2,
        "households,9901001,2024,甲一社区,-3120,,,,A,register,,",
        "value negative \"-3120\"",
        &["households 9901001 2024: Invalid(Negative)"],
    );
    check_line(
        5,
        "on-time,9901001,2024-03,甲一社区,-94,,,,A,register,,",
        "value negative \"-94\"",
        &["on-time 9901001 2024-03: Invalid(Negative)"],
    );
    check_line(
        5,
        "on-time,9901001,2024-03,甲一社区,,-1,200,,A,register,,",
        "numerator negative \"-1\"",
        &["on-time 9901001 2024-03: Invalid(Negative)"],
    );
    check_line(
        5,
        "on-time,9901001,2024-03,甲一社区,94,188,200,lower,A,register,,",
        "bound bound-with-counts \"94\"",
        &["on-time 9901001 2024-03: Invalid(Qualifier)"],
    );
    check_line(
        2,
        "households,9901001,2024,甲一社区,3120,,,,L,register,,",
        "status value-with-status \"3120\" L",
        &["households 9901001 2024: NotCollected"],
    );
    check_line(
        5,
        "on-time,9901001,2024-03,甲一社区,,188,0,,A,register,,",
        "denominator zero-denominator \"0\"",
        &["on-time 9901001 2024-03: NoDenominator"],
    );
    check_line(
        5,
        "on-time,9901001,2024-03,甲一社区,,188,,,A,register,,",
        "denominator count-alone \"\"",
        &["on-time 9901001 2024-03: Invalid(CountAlone)"],
    );
    check_line(
        5,
        "on-time,9901001,2024-03,甲一社区,,,200,,A,register,,",
        "numerator count-alone \"\"",
        &["on-time 9901001 2024-03: Invalid(CountAlone)"],
    );
    check(
        &Files::little().line(WIDE, 3, "9901002,,2024-03,5,,25"),
        &["observations-wide.csv:3:rated:numerator count-alone \"\""],
        &["rated 9901002 2024-03: Invalid(CountAlone)"],
    );
    // A status says why; a value stands by itself.
    for (line, is) in [
        (
            "on-time,9901001,2024-03,,,,200,,L,register,,",
            "NotCollected",
        ),
        ("on-time,9901001,2024-03,,91,,200,,A,register,,", "91"),
    ] {
        let is = format!("on-time 9901001 2024-03: {is}");
        check(&Files::little().line(LONG, 5, line), &[], &[&is]);
    }
    // Nothing of nothing is no fault; it has no quotient.
    check(
        &Files::little().line(
            LONG,
            5,
            "on-time,9901001,2024-03,甲一社区,,0,0,,A,register,,",
        ),
        &[],
        &["on-time 9901001 2024-03: NoDenominator"],
    );
}

#[test]
fn periods_of_the_wrong_form() {
    for found in [
        "2024-13",
        "24-3",
        "2024-Q5",
        "三月",
        "2024-05/2024-04",
        "2024/3/32",
    ] {
        check_line(
            5,
            &format!("on-time,9901001,{found},甲一社区,,188,200,,A,register,,"),
            &format!("period period-form \"{found}\""),
            &["on-time 9901001 2024-03: gone"],
        );
    }
}

#[test]
fn damage_done_by_a_spreadsheet() {
    check_line(
        2,
        "households,6.10113E+11,2024,,3120,,,,A,register,,",
        "area_code excel-exponent \"6.10113E+11\"",
        &["households 9901001 2024: gone"],
    );
    for found in ["Mar-24", "24-Mar", "45352"] {
        check_line(
            5,
            &format!("on-time,9901001,{found},甲一社区,,188,200,,A,register,,"),
            &format!("period excel-date \"{found}\""),
            &["on-time 9901001 2024-03: gone"],
        );
    }
    for found in [
        "2024年3月",
        "2024/3",
        "2024/3/1",
        "202403",
        "2024-03-01 00:00:00",
    ] {
        check_line(
            5,
            &format!("on-time,9901001,{found},甲一社区,,188,200,,A,register,,"),
            &format!("period period-read \"{found}\" as 2024-03"),
            &[],
        );
    }
}

#[test]
fn persons_are_neither_counted_nor_echoed() {
    check_line(
        9,
        "volunteers,990100101,2024,一号网格,3,,,,A,register,,",
        "value not-suppressed \"…\"",
        &["volunteers 990100101 2024: Suppressed"],
    );
    check_line(
        9,
        "volunteers,990100101,2024,一号网格,3,,,,Q,register,,",
        "status value-with-status \"…\" Q",
        &["volunteers 990100101 2024: Suppressed"],
    );
    check_line(
        2,
        "households,9901001,2024,甲一社区,3120,,,,A,register,电话13800000000,",
        "note personal-number \"电话…\"",
        &[],
    );
    check_line(
        2,
        "households,9901001,2024,甲一社区,户主13800000000,,,,A,register,,",
        "value personal-number \"户主…\"",
        &["households 9901001 2024: Invalid(NotANumber)"],
    );
    check(
        &Files::little().line(LONG, 2, "households,13800000000,2024,,3120,,,,A,register,,"),
        &[
            "observations.csv:2:area_code personal-number \"…\"",
            "observations.csv:2:area_code unknown-area \"…\"",
        ],
        &["households 9901001 2024: gone"],
    );
    check(
        &Files::little().line(
            LONG,
            2,
            "households,9901001,2024,,3120,,,,A,register,,,13800000000",
        ),
        &[
            "observations.csv:2: row-shape \"households,9901001,2024,,3120,,,,A,register,,,…\" 13 of 12",
        ],
        &["households 9901001 2024: Invalid(RowShape)"],
    );
    check(
        &Files::little().line("sources.csv", 2, "register,登记册,张三 13800000000"),
        &["sources.csv:2:publisher personal-number \"张三 …\""],
        &[],
    );
    // Nor where a figure is from.
    let files = Files::little().line(
        LONG,
        9,
        "volunteers,990100101,2024,,3,,,,A,register,13800000000,",
    );
    let package = files.open(1);
    let place = support::reading(&package, "volunteers", "990100101", "2024").place;
    let provenance = zhishe::answer::provenance(&package, place.unwrap()).unwrap();
    let cells: Vec<&str> = provenance.cells.iter().map(|cell| &*cell.text).collect();
    assert_eq!(cells, ["volunteers", "990100101", "2024", "…"]);
}

// ---- rows ---------------------------------------------------------------------------------------

#[test]
fn ragged_rows() {
    check_line(
        2,
        "households,9901001,2024,甲一社区,3,120,,,,A,register,,",
        " row-shape \"households,9901001,2024,甲一社区,3,120,,,,A,register,,\" 13 of 12",
        &["households 9901001 2024: Invalid(RowShape)"],
    );
    check_line(
        2,
        "households,9901001,2024,甲一社区,3120",
        " row-shape \"households,9901001,2024,甲一社区,3120\" 5 of 12",
        &["households 9901001 2024: Invalid(RowShape)"],
    );
    // A blank cell too many at the end is no sign that the others stand where they should.
    check_line(
        2,
        "households,9901001,2024,甲一社区,3120,,,,A,register,,,",
        " row-shape \"households,9901001,2024,甲一社区,3120,,,,A,register,,,\" 13 of 12",
        &["households 9901001 2024: Invalid(RowShape)"],
    );
    // Cells that have slid into other columns are not told one by one.
    check_line(
        2,
        "households,9901001,2024,,甲,一,社区,Z,Z,register,,,,,x",
        " row-shape \"households,9901001,2024,,甲,一,社区,Z,Z,register,,,,,x\" 15 of 12",
        &["households 9901001 2024: Invalid(RowShape)"],
    );
    check(
        &Files::little().line(WIDE, 3, "9901002,,2024-03,5,19"),
        &["observations-wide.csv:3: row-shape \"9901002,,2024-03,5,19\" 5 of 6"],
        &[
            "meetings 9901002 2024-03: Invalid(RowShape)",
            "rated 9901002 2024-03: Invalid(RowShape)",
        ],
    );
}

#[test]
fn what_spreadsheets_leave_behind() {
    let files = Files::little()
        .more(LONG, ",,,,,,,,,,,\n,,,,,,,,,,,\n\n\n")
        .more(WIDE, ",,,,,\n");
    check(&files, &[], &[]);
    // A row whose figures are all blank says nothing.
    check(
        &Files::little().more(WIDE, "9901001,,2024-04,,,\n"),
        &[],
        &[],
    );
}

#[test]
fn a_last_row_that_breaks_off() {
    let cut = |text: &str, bytes: usize| text.as_bytes()[..text.len() - bytes].to_vec();
    check(
        &Files::little().change(LONG, |text| cut(text, 16)),
        &["observations.csv:9: truncated \"\" 6 of 12"],
        &[],
    );
    check(
        &Files::little().change("areas.csv", |text| cut(text, 11)),
        &["areas.csv:8: truncated \"990100101,一号网格,Grid 1,grid\" 4 of 7"],
        &[],
    );
    // No line end at the end is no fault.
    check(&Files::little().change(LONG, |text| cut(text, 1)), &[], &[]);
}

// ---- whole files --------------------------------------------------------------------------------

/// Another long file in place of the sound one, which cannot be used.
#[track_caller]
fn check_long(bytes: impl Into<Vec<u8>>, fault: &str) {
    let fault = format!("{LONG}:{fault}");
    check(&Files::little().with(LONG, bytes), &[&fault], &[]);
    let package = Files::little().with(LONG, "x").open(usize::MAX);
    assert!(failed(&package, LONG) && !failed(&package, WIDE));
}

#[test]
fn headers() {
    let needed = "area_code,period,value\n9901001,2024,1\n";
    check_long(
        needed,
        "1: missing-column \"area_code, period, value\" indicator",
    );
    let twice = "indicator,area_code,period,value,value\n";
    check_long(twice, "1:value repeated-column \"\"");
    let none = "households,9901001,2024,3120\n";
    check_long(none, "1: no-header \"households, 9901001, 2024, 3120\"");
    check_long("", "0: empty \"\"");
    check_long("\n\r\n\n", "0: empty \"\"");
    check_long(b"\xEF\xBB\xBF".as_slice(), "0: empty \"\"");
    let secret = "13800000000,张三\n";
    check_long(secret, "1: no-header \"…, 张三\"");
    let columns = |count: usize| {
        let names: Vec<String> = (0..count - 3).map(|at| format!("c{at}")).collect();
        format!("indicator,area_code,period,{}\n", names.join(","))
    };
    check_long(columns(4097), "1: too-many-columns \"\"");
    assert!(!failed(
        &Files::little().with(LONG, columns(4096)).open(7),
        LONG
    ));
}

#[test]
fn a_header_alone_is_a_file_to_be_filled_in() {
    let header = Files::little()
        .text(WIDE)
        .lines()
        .next()
        .unwrap()
        .to_string();
    let gone = [
        "meetings 9901001 2024-03: gone",
        "meetings 9901002 2024-03: gone",
        "meetings 9902001 2024-03: gone",
        "rated 9901001 2024-03: gone",
        "rated 9901002 2024-03: gone",
    ];
    let note = &["observations-wide.csv:0: no-figures \"\""];
    check(&Files::little().with(WIDE, header.clone()), note, &gone);
    let files = Files::little().with(WIDE, header + "\r\n");
    check(&files, note, &gone);
    assert_eq!(files.open(7).fault_count(), 0);
}

#[test]
fn a_column_that_is_not_declared_is_left_aside_and_noted() {
    let add = |text: &str| {
        let lines = text.lines().enumerate();
        let lines = lines.map(|(at, line)| format!("{line},{}\n", ["remark", "x"][at.min(1)]));
        lines.collect::<String>().into_bytes()
    };
    let files = Files::little().change(LONG, add);
    check(
        &files,
        &["observations.csv:1:remark unknown-column \"remark\""],
        &[],
    );
    assert_eq!(files.open(7).fault_count(), 0);
    check(
        &Files::little().change(WIDE, add),
        &[
            // That its cells are no numbers follows from it.
            "observations-wide.csv:1:remark unknown-indicator \"remark\"",
        ],
        &[],
    );
    let lower = |text: &str| [b"\n\n".to_vec(), add(text)].concat();
    check(
        &Files::little().change(WIDE, lower),
        &["observations-wide.csv:3:remark unknown-indicator \"remark\""],
        &[],
    );
    // A person's number in it is told all the same.
    let phone = |text: &str| {
        let text = String::from_utf8(add(text)).unwrap();
        text.replace(",x\n", ",张13800000000\n").into_bytes()
    };
    check(
        &Files::little().change(WIDE, phone),
        &[
            "observations-wide.csv:1:remark unknown-indicator \"remark\"",
            "observations-wide.csv:2:remark personal-number \"张…\"",
            "observations-wide.csv:3:remark personal-number \"张…\"",
            "observations-wide.csv:4:remark personal-number \"张…\"",
        ],
        &[],
    );
}

#[test]
fn a_quotation_mark_that_is_never_closed() {
    let header = "indicator,area_code,period,value,note\n";
    let row = "households,9901001,2024,1,\n";
    let open = "households,9901001,2024,1,\"so\n";
    check_long(
        [header, open, row, row].concat(),
        "2: unterminated-quote \"\"",
    );
    check_long(
        [header, row, row, open].concat(),
        "4: unterminated-quote \"\"",
    );
    check_long(
        [header, open, &row.repeat(3000)].concat(),
        "2: unterminated-quote \"\"",
    );
    check_long(
        [header, &row.repeat(3000), open].concat(),
        "3002: unterminated-quote \"\"",
    );
    check_long("\"indicator,area_code\n1,2\n", "1: unterminated-quote \"\"");
    // The mark of a later cell closes it: what follows that mark gives it away.
    let later = "households,9901001,2024,1,\"two, and more\"\n";
    check_long(
        [header, row, open, row, later].concat(),
        "3: unterminated-quote \"\"",
    );
    // A cell longer than any text is one, in whatever pieces it comes.
    let long = format!(
        "{header}households,9901001,2024,1,\"{}\"\n",
        "x".repeat(70_000)
    );
    check_long(long, "2: unterminated-quote \"\"");
}

#[test]
fn line_ends_of_every_kind() {
    let bad = Files::little().line(
        LONG,
        8,
        "visits,9901001,2024-01/2024-03,甲一社区,多,,,,A,,,",
    );
    let fault = &["observations.csv:8:value not-a-number \"多\""];
    let changed = &["visits 9901001 2024-01/2024-03: Invalid(NotANumber)"];
    check(&bad, fault, changed);
    for line_end in ["\r\n", "\r"] {
        let change = |text: &str| text.replace('\n', line_end).into_bytes();
        check(&bad.clone().change(LONG, change), fault, changed);
    }
    // Mixed: the header as one program wrote it, the rows as another did.
    let header_crlf = |text: &str| text.replacen('\n', "\r\n", 1).into_bytes();
    check(&bad.clone().change(LONG, header_crlf), fault, changed);
    let rows_cr = |text: &str| {
        let (header, rows) = text.split_once('\n').unwrap();
        format!("{header}\n{}", rows.replace('\n', "\r")).into_bytes()
    };
    check(&bad.clone().change(LONG, rows_cr), fault, changed);
    check(&Files::little().change(WIDE, rows_cr), &[], &[]);
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_header() {
    let mark = |text: &str| format!("\u{feff}{text}").into_bytes();
    let files = ["areas.csv", "indicators.csv", LONG, WIDE].iter();
    let files = files.fold(Files::little(), |files, path| files.change(path, mark));
    check(&files, &[], &[]);
    // It settles the encoding, whatever is declared.
    let declared = files.declare("/resources/4", "encoding", json!("gb18030"));
    check(&declared, &[], &[]);
}

#[test]
fn line_ends_inside_cells_count_as_lines() {
    check(
        &Files::little()
            .line(
                LONG,
                2,
                "households,9901001,2024,甲一社区,3120,,,,A,register,\"a\n\nb\r\nc\",",
            )
            .more(LONG, "households,9909,2024,,1,,,,A,register,,\n"),
        &["observations.csv:13:area_code unknown-area \"9909\""],
        &[],
    );
}

#[test]
fn delimiters_are_found_from_the_header_or_declared() {
    for delimiter in [";", "\t"] {
        let change = |text: &str| text.replace(',', delimiter).into_bytes();
        check(&Files::little().change(LONG, change), &[], &[]);
    }
    let bar = Files::little().change(WIDE, |text| text.replace(',', "|").into_bytes());
    check(
        &bar.clone()
            .declare("/resources/5", "dialect", json!({"delimiter": "|"})),
        &[],
        &[],
    );
    let package = bar.open(7);
    assert!(failed(&package, WIDE));
    // A delimiter that is none is left aside.
    for delimiter in ["\"", "\n", "a", "，", ""] {
        let dialect = json!({"delimiter": delimiter});
        check(
            &Files::little().declare("/resources/5", "dialect", dialect),
            &[],
            &[],
        );
    }
}

// ---- bytes that are no text ---------------------------------------------------------------------

#[test]
fn bytes_that_are_no_csv() {
    let text = Files::little().text(LONG);
    check_long(text.replacen("3120", "31\x0020", 1), "0: nul-bytes \"\"");
    let late = text.clone() + &"households,9901001,2023,,1,,,,A,register,,\n".repeat(900) + "\0";
    check_long(late, "0: nul-bytes \"\"");
    check_long("<!doctype html><title>知社</title>", "0: html-instead \"\"");
    check_long("\u{feff}\n\n  <html>", "0: html-instead \"\"");
    check_long(
        b"PK\x03\x04\x14\x00\x06\x00".as_slice(),
        "0: workbook-instead \"\"",
    );
    check_long(
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(),
        "0: workbook-instead \"\"",
    );
    // A zip of tables, a gzip, a RAR and a 7z are no workbooks.
    let zip = |name: &str| {
        let length = [name.len() as u8, 0, 0, 0];
        [
            b"PK\x03\x04".as_slice(),
            &[0; 22],
            &length,
            name.as_bytes(),
            b"...",
        ]
        .concat()
    };
    check_long(zip("xl/workbook.xml"), "0: workbook-instead \"\"");
    check_long(zip("mydistrict/"), "0: archive-instead \"\"");
    check_long(zip("a.csv"), "0: archive-instead \"\"");
    for start in [
        b"\x1F\x8B\x08".as_slice(),
        b"Rar!\x1A",
        b"7z\xBC\xAF\x27\x1C",
    ] {
        check_long(start, "0: archive-instead \"\"");
    }
}

#[test]
fn a_file_that_is_not_there() {
    check(
        &Files::little().without(LONG),
        &["observations.csv:0: file-missing \"\" 404"],
        &[],
    );
    // A missing reference table is one fault, not one for every row that hangs on it.
    let package = Files::little().without("areas.csv").open(7);
    assert_eq!(
        fault_lines(&package),
        ["areas.csv:0: file-missing \"\" 404"]
    );
    let package = Files::little().without("indicators.csv").open(7);
    assert_eq!(
        fault_lines(&package),
        ["indicators.csv:0: file-missing \"\" 404"]
    );
    check(
        &Files::little().without("sources.csv"),
        &["sources.csv:0: file-missing \"\" 404"],
        &[],
    );
}

#[test]
fn gb18030_is_read_as_declared_or_noted() {
    let change = |text: &str| gb18030(text);
    let files = Files::little().change(LONG, change);
    check(&files, &["observations.csv:0: read-as-gb18030 \"\""], &[]);
    assert_eq!(files.open(7).fault_count(), 0);
    for name in ["gb18030", "GBK", "gb2312"] {
        check(
            &files
                .clone()
                .declare("/resources/4", "encoding", json!(name)),
            &[],
            &[],
        );
    }
    check(
        &files.declare("/resources/4", "encoding", json!("utf-8")),
        &["observations.csv:0: read-as-gb18030 \"\""],
        &[],
    );
    check(
        &Files::little().change("areas.csv", change),
        &["areas.csv:0: read-as-gb18030 \"\""],
        &[],
    );
}

#[test]
fn gb18030_is_found_wherever_its_first_character_stands() {
    // Far into a file of ASCII, and with characters that pass for UTF-8 one by one.
    let add = |note: &str| {
        let row = |at: usize| {
            format!(
                "visits,9901002,{}-01/{0}-02,,1,,,,A,register,,\n",
                2199 - at % 200
            )
        };
        let rows: String = (0..800).map(row).collect();
        let more = format!("{rows}households,9902001,2021,乙一社区,7,,,,A,register,{note},\n");
        let header = Files::little()
            .text(LONG)
            .lines()
            .next()
            .unwrap()
            .to_string();
        Files::little().with(LONG, gb18030(&format!("{header}\n{more}")))
    };
    for note in ["", "模范模范模范"] {
        for chunk_bytes in CHUNK_SIZES {
            let package = add(note).open(chunk_bytes);
            let reading = support::reading(&package, "households", "9902001", "2021");
            assert_eq!(
                support::reading_line(reading),
                "7",
                "in pieces of {chunk_bytes}"
            );
            assert!(
                fault_lines(&package).contains(&"observations.csv:0: read-as-gb18030 \"\"".into())
            );
        }
    }
    let first = "indicator,area_code,period,area_name,value,note\n\
        households,9901001,2024,,3120,模\nhouseholds,9901002,2024,甲二社区,2875,\n";
    let package = Files::little().with(LONG, gb18030(first)).open(1);
    assert_eq!(
        fault_lines(&package),
        ["observations.csv:0: read-as-gb18030 \"\""]
    );
}

/// Which byte of a unit comes first.
type Order = fn(u16) -> [u8; 2];

/// Two bytes a character, after a mark or without one.
fn utf16(text: &str, mark: &[u8], order: Order) -> Vec<u8> {
    let units = text.encode_utf16().flat_map(order);
    mark.iter().copied().chain(units).collect()
}

#[test]
fn utf16_is_read_with_and_without_its_mark() {
    let note = "observations.csv:0: read-as-utf-16 \"\"";
    let (little, big): (Order, Order) = (u16::to_le_bytes, u16::to_be_bytes);
    let ways: [(&[u8], Order); 4] = [
        (b"\xFF\xFE", little),
        (b"\xFE\xFF", big),
        (b"", little),
        (b"", big),
    ];
    for (mark, order) in ways {
        // As Excel writes “Unicode text”: tabs, CRLF.
        let excel = |text: &str| text.replace(',', "\t").replace('\n', "\r\n");
        let files = Files::little().change(LONG, |text| utf16(&excel(text), mark, order));
        check(&files, &[note], &[]);
        assert_eq!(files.open(7).fault_count(), 0);
        // Declared, nothing need be said; declared as something else, the bytes are believed.
        for (name, expected) in [
            ("utf-16", [].as_slice()),
            ("UTF-16LE", &[]),
            ("utf-16be", &[]),
            ("gb18030", &[note]),
            ("utf-8", &[note]),
        ] {
            let declared = files.clone();
            check(
                &declared.declare("/resources/4", "encoding", json!(name)),
                expected,
                &[],
            );
        }
        let areas = Files::little().change("areas.csv", |text| utf16(text, mark, order));
        check(&areas, &["areas.csv:0: read-as-utf-16 \"\""], &[]);
    }
}

#[test]
fn utf16_that_is_broken_or_no_table() {
    let text = Files::little().text(LONG);
    let marked = |text: &str| utf16(text, b"\xFF\xFE", u16::to_le_bytes);
    check_long(marked("<!doctype html>"), "0: html-instead \"\"");
    check_long(
        utf16(" \n<html><p>甲", b"", u16::to_be_bytes),
        "0: html-instead \"\"",
    );
    check_long(marked(""), "0: empty \"\"");
    // The page comes first, however long it is before its first zero.
    check_long(
        marked(&text.replacen("3120", "31\x0020", 1)),
        "0: nul-bytes \"\"",
    );
    // Half a character at the end, half a pair within.
    let mut half = marked(&text);
    half.push(b'x');
    check_long(half, "10: wrong-encoding \"\" UTF-16");
    let mut halves = marked(&text.replacen("3120", "31𠮷20", 1));
    let at = halves
        .windows(2)
        .position(|pair| pair == [0x42, 0xD8])
        .unwrap();
    halves.drain(at..at + 2);
    check_long(halves, "2: wrong-encoding \"\" UTF-16");
}

#[test]
fn encodings_that_are_mixed_or_wrong() {
    // One cell pasted in from elsewhere does not turn the whole file.
    let text = Files::little().text(LONG);
    let mixed = |text: &str| {
        let (before, after) = text.split_once("乙一社区").unwrap();
        [before.as_bytes(), &gb18030("乙一社区"), after.as_bytes()].concat()
    };
    check_long(mixed(&text), "4: wrong-encoding \"\" UTF-8");
    check_long(
        mixed(&text.replace('\n', "\r")),
        "4: wrong-encoding \"\" UTF-8",
    );
    let long = text + &"households,9901001,2023,甲一社区,1,,,,A,register,,\n".repeat(900);
    let mut late = long.into_bytes();
    late.extend(gb18030(
        "households,9901002,2023,甲二社区,1,,,,A,register,,\n",
    ));
    check_long(late, "910: wrong-encoding \"\" UTF-8");
    let mut broken = gb18030(&Files::little().text(LONG));
    broken.extend(b"households,\xFF\xFF\n");
    check(
        &Files::little()
            .with(LONG, broken)
            .declare("/resources/4", "encoding", json!("gbk")),
        &["observations.csv:10: wrong-encoding \"\" gbk"],
        &[],
    );
    for (name, fault) in [
        (
            "klingon",
            "observations.csv:0: unknown-encoding \"\" klingon",
        ),
        (
            "utf-16le",
            "observations.csv:1: wrong-encoding \"\" utf-16le",
        ),
    ] {
        check(
            &Files::little().declare("/resources/4", "encoding", json!(name)),
            &[fault],
            &[],
        );
    }
}

// ---- reference tables ---------------------------------------------------------------------------

#[test]
fn areas_with_faults() {
    let add = |line: &str| Files::little().more("areas.csv", &format!("{line}\n"));
    check(
        &add("9901001,甲一社区,,community,9901,,"),
        &["areas.csv:9:area_code duplicate-key \"9901001\" as areas.csv:5"],
        &[],
    );
    check(
        &add("9903001,丙一社区,,community,9903,,"),
        &["areas.csv:9:parent_code unknown-parent \"9903\""],
        &[],
    );
    check(
        &add("9903001,丙一社区,,commune,99,,"),
        &["areas.csv:9:level unknown-level \"commune\""],
        &[],
    );
    check(
        &add("9.901E+11,丙一社区,,community,9901,,"),
        &["areas.csv:9:area_code excel-exponent \"9.901E+11\""],
        &[],
    );
    check(
        &add(",丙一社区,,community,9901,,"),
        &["areas.csv:9:area_code blank \"\""],
        &[],
    );
    check(
        &add("9903001,丙一社区,,community,9901,Mar-24,"),
        &["areas.csv:9:valid_from excel-date \"Mar-24\""],
        &[],
    );
}

#[test]
fn parents_that_lead_in_a_circle() {
    let files = Files::little().more(
        "areas.csv",
        "a,子,,community,b,,\nb,丑,,community,a,,\nc,寅,,community,c,,\n",
    );
    check(
        &files,
        &[
            "areas.csv:10:parent_code unknown-parent \"a\"",
            "areas.csv:11:parent_code unknown-parent \"c\"",
        ],
        &[],
    );
    // A place whose parent is not known is no second district.
    let package = files.open(7);
    assert_eq!(package.areas.roots(), [support::area_id(&package, "99")]);
}

#[test]
fn validity_is_read_as_spreadsheets_write_it() {
    let valid = |from: &str, to: &str, period: &str| {
        let line = format!("9901002,甲二社区,,community,9901,{from},{to}");
        let package = Files::little().line("areas.csv", 6, &line).open(7);
        let period = zhishe::model::Period::parse(period).unwrap();
        let level = package.descriptor.level("community").unwrap();
        let found = package.areas.of_level(level, None, Some(period));
        found.contains(&support::area_id(&package, "9901002"))
    };
    for from in ["2024-03-01", "2024-03", "2024/3/1", "2024年3月1日"] {
        assert!(
            valid(from, "", "2024-03") && !valid(from, "", "2024-02"),
            "{from}"
        );
        assert!(
            valid("", from, "2024-03") && !valid("", from, "2024-04"),
            "{from}"
        );
    }
    assert!(valid("", "2024", "2024-12") && !valid("", "2024", "2025-01"));
}

#[test]
fn indicators_and_standards_with_faults() {
    let add = |line: &str| Files::little().more("indicators.csv", &format!("{line}\n"));
    check(
        &add("x,sevice,,,,,count,events,1,0,none,no"),
        &["indicators.csv:8:theme unknown-word \"sevice\""],
        &[],
    );
    check(
        &add("x,service,,,,,number,events,1,0,none,no"),
        &["indicators.csv:8:kind unknown-word \"number\""],
        &[],
    );
    check(
        &add("x,service,,,,,count,events,many,0,none,no"),
        &["indicators.csv:8:multiplier not-a-number \"many\""],
        &[],
    );
    check(
        &add("visits,service,,,,,count,events,1,0,none,no"),
        &["indicators.csv:8:indicator duplicate-key \"visits\" as indicators.csv:4"],
        &[],
    );
    check(
        &Files::little().line(
            "standards.csv",
            2,
            "max-households,2024,households,=,3500,planned,",
        ),
        &["standards.csv:2:operator unknown-word \"=\""],
        &[],
    );
}

// ---- the wide layout ----------------------------------------------------------------------------

#[test]
fn a_clerks_month_in_the_wide_layout() {
    let month = "9901001,甲一社区,2024/4/1,7,8,10\n9901002,甲二社区,2024/4/1,7,8,十\n\
        9902001,乙一社区,2024/4/1,七,8,10\n";
    check(
        &Files::little().more(WIDE, month),
        &[
            "observations-wide.csv:5:period period-read \"2024/4/1\" as 2024-04",
            "observations-wide.csv:6:rated:denominator not-a-number \"十\"",
            "observations-wide.csv:6:period period-read \"2024/4/1\" as 2024-04",
            "observations-wide.csv:7:meetings not-a-number \"七\"",
            "observations-wide.csv:0:period more \"\" 1 period-read",
        ],
        &[
            "meetings 9901001 2024-04: 7",
            "meetings 9901002 2024-04: 7",
            "meetings 9902001 2024-04: Invalid(NotANumber)",
            "rated 9901001 2024-04: 80",
            "rated 9901002 2024-04: Invalid(NotANumber)",
            "rated 9902001 2024-04: 80",
        ],
    );
}

#[test]
fn a_wide_header_that_is_not_declared_says_what_the_descriptor_lacks() {
    let long = json!({"layout": "long"});
    let undeclared = Files::little().declare("/resources/5", "zhishe", long);
    let header = "area_code, area_name, period, meetings, rated:numerator, rated:denominator";
    let fault = format!("{WIDE}:1: undeclared-wide \"{header}\"");
    check(&undeclared, &[&fault], &[]);
    // The suffix alone says so, and so does an indicator alone.
    for columns in ["x:denominator", "meetings"] {
        let text = format!("area_code,period,{columns}\n9901001,2024-03,4\n");
        let fault = format!("{WIDE}:1: undeclared-wide \"area_code, period, {columns}\"");
        check(&undeclared.clone().with(WIDE, text), &[&fault], &[]);
    }
    let other = "area_code,period,value\n9901001,2024-03,4\n";
    let fault = format!("{WIDE}:1: missing-column \"area_code, period, value\" indicator");
    check(&undeclared.with(WIDE, other), &[&fault], &[]);
}

#[test]
fn the_rows_of_a_file_are_counted_as_a_spreadsheet_shows_them() {
    let counts = |files: &Files| {
        let package = files.open(7);
        let files = package.observation_files();
        files
            .map(|file| (file.table.record_count, file.table.row_count()))
            .collect::<Vec<_>>()
    };
    assert_eq!(counts(&Files::little()), [(8, 8), (3, 5)]);
    // A row without a figure is a row; the rows that a spreadsheet leaves behind are none.
    let more = Files::little().more(WIDE, "9901001,,2024-04,,,\n,,,,,\n");
    assert_eq!(counts(&more), [(8, 8), (4, 5)]);
}

#[test]
fn a_misspelt_suffix_of_a_wide_header_is_told_once() {
    for name in ["rated:numerater", "rated：numerator", "rated:Numerator"] {
        let files = Files::little().change(WIDE, |text| {
            let text = text.replace("rated:numerator", name);
            text.replace(",18,", ",十八,").into_bytes()
        });
        check(
            &files,
            &[&format!("{WIDE}:1:{name} unknown-suffix \"{name}\"")],
            &[
                "rated 9901001 2024-03: Invalid(CountAlone)",
                "rated 9901002 2024-03: Invalid(CountAlone)",
            ],
        );
    }
    // A colon after what is no indicator is another name.
    let files = Files::little().change(WIDE, |text| {
        text.replace("meetings", "meting:s").into_bytes()
    });
    check(
        &files,
        &[&format!("{WIDE}:1:meting:s unknown-indicator \"meting:s\"")],
        &[
            "meetings 9901001 2024-03: gone",
            "meetings 9901002 2024-03: gone",
            "meetings 9902001 2024-03: gone",
        ],
    );
}

#[test]
fn a_faulty_row_of_a_wide_file_is_told_once() {
    let row = |row: &str, fault: &str, changed: &[&str]| {
        let fault = format!("observations-wide.csv:3:{fault}");
        check(&Files::little().line(WIDE, 3, row), &[&fault], changed);
    };
    let gone = &[
        "meetings 9901002 2024-03: gone",
        "rated 9901002 2024-03: gone",
    ];
    row(
        "9909,,2024-03,5,19,25",
        "area_code unknown-area \"9909\"",
        gone,
    );
    row(
        "9901002,,Mar-24,5,19,25",
        "period excel-date \"Mar-24\"",
        gone,
    );
    row(
        "9901002,甲一社区,2024-03,5,19,25",
        "area_name name-mismatch \"甲一社区\" not 甲二社区",
        &[
            "meetings 9901002 2024-03: Invalid(NameMismatch)",
            "rated 9901002 2024-03: Invalid(NameMismatch)",
        ],
    );
    row(
        "9901002,,2024-03,5,26,25",
        "rated:numerator numerator-over-denominator \"26\" over 25",
        &["rated 9901002 2024-03: Invalid(NumeratorOverDenominator)"],
    );
    let status = "area_code,period,status,meetings,rated:numerator,rated:denominator\n\
        9901001,2024-03,A,4,18,20\n9901002,2024-03,Z,5,19,25\n9902001,2024-03,,6,,\n";
    check(
        &Files::little().with(WIDE, status),
        &["observations-wide.csv:3:status unknown-word \"Z\""],
        &[
            "meetings 9901002 2024-03: Invalid(Qualifier)",
            "rated 9901002 2024-03: Invalid(Qualifier)",
        ],
    );
}

// ---- the descriptor and the catalog -------------------------------------------------------------

#[test]
fn rows_outside_what_the_descriptor_says() {
    let holding = |holding| Files::little().declare("/resources/5", "zhishe", holding);
    let check_all = |files: Files, rest: &str| {
        let faults = [2, 3, 4].map(|line| format!("observations-wide.csv:{line}:{rest}"));
        check(&files, &faults.each_ref().map(|fault| &**fault), &[]);
    };
    check_all(
        holding(json!({"layout": "wide", "themes": ["cases"]})),
        "meetings outside-descriptor \"meetings\" of cases",
    );
    check_all(
        holding(json!({"layout": "wide", "levels": ["subdistrict", "grid"]})),
        "area_code outside-descriptor \"community\" of subdistrict, grid",
    );
    check_all(
        holding(json!({"layout": "wide", "from": "2024-01", "to": "2024-02"})),
        "period outside-descriptor \"2024-03\" of 2024-01 – 2024-02",
    );
    check(
        &Files::little().declare("/resources/4", "zhishe", json!({"headline": true})),
        &[
            "observations.csv:2:indicator outside-descriptor \"households\" of headline",
            "observations.csv:3:indicator outside-descriptor \"households\" of headline",
            "observations.csv:4:indicator outside-descriptor \"households\" of headline",
            "observations.csv:8:indicator outside-descriptor \"visits\" of headline",
            "observations.csv:9:indicator outside-descriptor \"volunteers\" of headline",
        ],
        &[],
    );
}

#[test]
fn a_broken_descriptor_says_where() {
    let broken = |text: &str| reason(Descriptor::parse(text.as_bytes()).unwrap_err());
    let syntax = |line, column| (line as u32, JsonReason::Syntax { line, column });
    let missing = |key: &str| (0, JsonReason::Missing { key: key.into() });
    let cannot_be = |key: &str, found: &str| {
        let (key, found) = (key.to_string(), found.to_string());
        (0, JsonReason::WrongValue { key, found })
    };
    let text = "{\"name\": \"x\",\n \"resources\": [}";
    assert_eq!(broken(text), syntax(2, 16));
    // A comma is missing at the end of the second line.
    let text = "{\n\"name\": \"x\"\n\"resources\": []}";
    assert_eq!(broken(text), syntax(3, 1));
    assert_eq!(broken("{\"name\": \"x\"}"), missing("resources"));
    assert_eq!(broken("<!doctype html>"), syntax(1, 1));
    assert_eq!(broken("").0, 1);
    let (found, expected) = ("[…]", "{…}");
    let key = String::new();
    let sort = JsonReason::WrongSort {
        key,
        found,
        expected,
    };
    assert_eq!(broken("[1, 2]"), (0, sort));
    let resource =
        |resource: serde_json::Value| broken(&json!({"resources": [resource]}).to_string());
    for path in [
        "../areas.csv",
        "a/../../areas.csv",
        "/areas.csv",
        "https://localhost/areas.csv",
        "data:text/csv,a",
        "a\\areas.csv",
        "%2E%2e/areas.csv",
        ".\t./areas.csv",
        "",
        " areas.csv",
    ] {
        let error = resource(json!({"name": "areas", "path": path}));
        assert_eq!(error, cannot_be("resources[0].path", path));
    }
    let own = "resources[0].zhishe";
    let zhishe = |zhishe| resource(json!({"name": "o", "path": "o.csv", "zhishe": zhishe}));
    for (key, found) in [
        ("layout", json!("tall")),
        ("themes", json!("sevice")),
        ("levels", json!("commune")),
        ("from", json!("Mar-24")),
    ] {
        let expected = cannot_be(&format!("{own}.{key}"), found.as_str().unwrap());
        assert_eq!(zhishe(json!({key: found})), expected);
    }
    let levels: Vec<String> = (0..300).map(|at| at.to_string()).collect();
    let many = json!({"zhishe": {"levels": levels}, "resources": []});
    assert_eq!(broken(&many.to_string()), cannot_be("zhishe.levels", "300"));
    let deep = format!("{{\"x\": {}", "[".repeat(100_000));
    assert_eq!(broken(&deep).0, 1);
    // As Notepad in Chinese saves it.
    let bytes = gb18030("{\"resources\": [],\r\n\"version\": \"1\",\r\n\"title\": \"某区\"}");
    let fault = Descriptor::parse(&bytes).unwrap_err();
    assert_eq!(reason(fault), (3, JsonReason::Encoding { line: 3 }));
}

/// The line and the reason of a JSON file that cannot be read.
fn reason(fault: FileFault) -> (u32, JsonReason) {
    match fault.kind {
        FaultKind::BrokenDescriptor { reason } | FaultKind::BrokenCatalog { reason } => {
            (fault.line, *reason)
        }
        kind => panic!("{kind:?}"),
    }
}

#[test]
fn a_table_that_the_descriptor_lacks_is_named() {
    let mut files = Files::little();
    let resources = files.descriptor["resources"].as_array_mut().unwrap();
    resources.retain(|about| about["name"] == "sources" || about["name"] == "observations");
    let package = files.open(7);
    assert_eq!(
        fault_lines(&package),
        [
            "datapackage.json:0:resources missing-table \"\" areas",
            "datapackage.json:0:resources missing-table \"\" indicators",
        ]
    );
}

#[test]
fn a_broken_catalog_says_why() {
    let broken = |text: &str| Catalog::parse(text.as_bytes()).unwrap_err();
    assert_eq!(broken("{").kind.name(), "broken-catalog");
    assert_eq!(broken("{").line, 1);
    let bytes = gb18030("{\"packages\": [\n{\"name\": \"x\", \"title_zh\": \"某区\"}]}");
    let fault = Catalog::parse(&bytes).unwrap_err();
    assert_eq!(reason(fault), (2, JsonReason::Encoding { line: 2 }));
    let packages = "packages".to_string();
    let missing = JsonReason::Missing { key: packages };
    assert_eq!(reason(broken("{}")), (0, missing.clone()));
    assert_eq!(reason(broken("{\"packages\": []}")), (0, missing));
    let sort = JsonReason::WrongSort {
        key: "packages".to_string(),
        found: "\"…\"",
        expected: "[…]",
    };
    assert_eq!(reason(broken("{\"packages\": \"x\"}")), (0, sort));
}

#[test]
fn an_entry_of_the_catalog_that_cannot_be_used_is_left_out_and_told() {
    let text = json!({"packages": [
        {"name": "a", "path": "a", "title_zh": "甲"},
        {"name": "b"},
        {"path": "c/"},
        {"name": "d", "path": "../d"},
        {"name": "e", "path": "e", "title_en": 5},
        "f",
        {"name": "a", "path": "other/"},
        {"name": "g", "path": "g/"},
    ]});
    let catalog = Catalog::parse(text.to_string().as_bytes()).unwrap();
    let names = |catalog: &Catalog| {
        let entries = catalog.packages.iter();
        entries
            .map(|entry| format!("{} {}", entry.name, entry.path))
            .collect::<Vec<_>>()
    };
    assert_eq!(names(&catalog), ["a a/", "g g/"]);
    let told = catalog.left_out("data/catalog.json");
    let told: Vec<String> = told.iter().map(support::fault_line).collect();
    let of = |entry: &str, reason: &str| {
        format!("data/catalog.json:0: entry-left-out \"\" {entry} {reason}")
    };
    assert_eq!(
        told,
        [
            of("2 b", "Missing { key: \"path\" }"),
            of("3 ", "Missing { key: \"name\" }"),
            of("4 d", "WrongValue { key: \"path\", found: \"../d/\" }"),
            of(
                "5 e",
                "WrongSort { key: \"title_en\", found: \"123\", expected: \"\\\"…\\\"\" }"
            ),
            of(
                "6 ",
                "WrongSort { key: \"\", found: \"\\\"…\\\"\", expected: \"{…}\" }"
            ),
            of("7 a", "Repeated { key: \"name\", found: \"a\" }"),
        ]
    );
    // Where none can be used, the first says why.
    for path in ["../x", "/x", "https://localhost/x"] {
        let text = json!({"packages": [{"name": "x", "path": path}]}).to_string();
        let fault = Catalog::parse(text.as_bytes()).unwrap_err();
        let (key, found) = ("path".to_string(), format!("{path}/"));
        let reason = Box::new(JsonReason::WrongValue { key, found });
        let (place, name) = (1, "x".to_string());
        assert_eq!(
            fault.kind,
            FaultKind::EntryLeftOut {
                place,
                name,
                reason
            }
        );
    }
}

// ---- many ---------------------------------------------------------------------------------------

#[test]
fn ten_thousand_faults_of_a_kind_are_counted_and_not_listed() {
    let rows: String = (0..10_000)
        .map(|at| {
            format!(
                "households,9901001,{},,x{at},,,,A,register,,\n",
                1900 + at % 300
            )
        })
        .collect();
    let header = Files::little()
        .text(LONG)
        .lines()
        .next()
        .unwrap()
        .to_string();
    let files = Files::little().with(LONG, format!("{header}\n{rows}"));
    for chunk_bytes in CHUNK_SIZES {
        let package = files.open(chunk_bytes);
        let lines = fault_lines(&package);
        assert_eq!(lines.len(), 2 * 201);
        assert_eq!(lines[0], "observations.csv:2:value not-a-number \"x0\"");
        assert!(lines.contains(&"observations.csv:0:value more \"\" 9800 not-a-number".into()));
        assert!(lines.contains(&"observations.csv:0: more \"\" 9500 duplicate-key".into()));
        assert_eq!(package.fault_count(), 10_000 + 9_700);
    }
}

#[test]
fn what_was_found_is_cut_where_it_is_very_long() {
    let long = "长".repeat(5000);
    let cut = format!(
        "observations.csv:2:area_code unknown-area \"{}…\"",
        "长".repeat(80)
    );
    check(
        &Files::little().line(
            LONG,
            2,
            &format!("households,{long},2024,,3120,,,,A,register,,"),
        ),
        &[&cut],
        &["households 9901001 2024: gone"],
    );
    let package = Files::little()
        .with(LONG, format!("{long},{long}\n"))
        .open(7);
    assert!(fault_lines(&package)[0].len() < 400);
}
