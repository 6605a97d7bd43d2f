//! A reader's own file beside a published package: whose place it takes, and what is told of it. It
//! must not know how faults are worded.

use crate::support::{self, Files, fault_line};
use serde_json::json;
use zhishe::package::{OwnFile, Package, unlisted};

const WIDE: &str = "observations-wide.csv";

/// What is told of an own file, and the published file whose place it takes.
#[track_caller]
fn check(package: &Package, path: &str, text: &str, in_place_of: Option<&str>, faults: &[&str]) {
    let enter = |own: &OwnFile| support::read_bytes(&own.package, own.at, text.as_bytes(), 7);
    let head = &text.as_bytes()[..text.len().min(200)];
    let mut own = package.with_own_file(path, head);
    let mut entered = enter(&own);
    if own.in_place_of.is_none()
        && let Some(published) = entered.published_version(own.at)
    {
        own = package.with_own_in_place(path, published);
        entered = enter(&own);
    }
    assert_eq!(own.in_place_of.as_deref(), in_place_of, "{path}");
    let told: Vec<String> = entered
        .faults_of_own(own.at)
        .iter()
        .map(fault_line)
        .collect();
    assert_eq!(told, faults, "{path}");
}

#[test]
fn a_file_of_a_published_name_takes_its_place() {
    let files = Files::little();
    let package = files.open(usize::MAX);
    for path in [
        "areas.csv",
        "indicators.csv",
        "sources.csv",
        "standards.csv",
        "observations.csv",
        WIDE,
    ] {
        check(&package, path, &files.text(path), Some(path), &[]);
        let renamed = path.replace(".csv", " (1).csv");
        check(&package, &renamed, &files.text(path), Some(path), &[]);
    }
}

#[test]
fn a_workbook_that_nobody_listed_is_not_to_be_listed() {
    for (path, name) in [
        ("a.csv", "not-in-descriptor"),
        ("schemas/a.json", "not-in-descriptor"),
        ("四月.xlsx", "unlisted-workbook"),
        ("folder/A.XLS", "unlisted-workbook"),
    ] {
        assert_eq!(unlisted(path).name(), name, "{path}");
    }
}

#[test]
fn a_published_file_under_another_name_is_found_by_its_keys() {
    let files = Files::little();
    let package = files.open(usize::MAX);
    let text = files.text(WIDE);
    check(&package, "四月.csv", &text, Some(WIDE), &[]);
    // With a month more, with a column less, with a mistake.
    let more = "9901001,,2024-04,4,18,20\n9901002,,2024-04,5,19,25\n9902001,,2024-04,6,1,2\n\
        9901001,,2024-05,4,18,20\n9901002,,2024-05,5,19,25\n";
    check(&package, "b.csv", &(text.clone() + more), Some(WIDE), &[]);
    let mistake = text.replace(",18,20", ",18,二十");
    let fault = "c.csv:2:rated:denominator not-a-number \"二十\"";
    check(&package, "c.csv", &mistake, Some(WIDE), &[fault]);
    let narrow =
        "area_code,period,meetings\n9901001,2024-03,4\n9901002,2024-03,5\n9902001,2024-03,6\n";
    check(&package, "d.csv", narrow, Some(WIDE), &[]);
}

#[test]
fn a_real_addition_keeps_its_duplicates() {
    let package = Files::little().open(usize::MAX);
    let text = "area_code,area_name,period,meetings,rated:numerator,rated:denominator\n\
        9901001,,2024-03,4,18,20\n9901001,,2024-04,4,18,20\n9901002,,2024-04,5,19,25\n\
        9902001,,2024-04,5,19,25\n";
    check(
        &package,
        "new.csv",
        text,
        None,
        &[
            // Both columns, told for the line.
            "new.csv:2: duplicate-key \"9901001 2024-03\" as observations-wide.csv:2",
        ],
    );
    // Nothing in common, and another layout.
    let new = "area_code,period,meetings\n9901001,2025-03,4\n";
    check(&package, "new.csv", new, None, &[]);
}

#[test]
fn of_two_files_of_one_name_the_one_with_the_same_keys_is_meant() {
    let mut files = Files::little();
    let text = files.text(WIDE);
    let earlier = text.replace("2024-03", "2023-03");
    for (at, folder) in [(5, "2024"), (6, "2023")] {
        let path = format!("{folder}/all.csv");
        let resource = json!({"name": format!("observations-{folder}"), "path": path, "zhishe": {"layout": "wide"}});
        let resources = files.descriptor["resources"].as_array_mut().unwrap();
        resources.truncate(at);
        resources.push(resource);
    }
    let package = files
        .with("2024/all.csv", text.clone())
        .with("2023/all.csv", earlier.clone())
        .open(usize::MAX);
    check(&package, "all.csv", &text, Some("2024/all.csv"), &[]);
    check(&package, "all.csv", &earlier, Some("2023/all.csv"), &[]);
    check(
        &package,
        "2023/all.csv",
        &earlier,
        Some("2023/all.csv"),
        &[],
    );
}

#[test]
fn what_was_wrong_with_the_published_file_is_not_told_of_the_mended_one() {
    let files = Files::little().more(
        "observations.csv",
        "meetings,9901001,2024-03,,4,,,,A,register,,\n",
    );
    let package = files.open(usize::MAX);
    assert_eq!(package.fault_count(), 1);
    let mended = Files::little().text("observations.csv");
    let path = "observations.csv";
    check(&package, path, &mended, Some(path), &[]);
    // The other way round it is told of the file that is checked, wherever that stands.
    let package = Files::little().open(usize::MAX);
    let fault = "observations.csv:10: duplicate-key \"meetings 9901001 2024-03\" as observations-wide.csv:2";
    check(&package, path, &files.text(path), Some(path), &[fault]);
}

#[test]
fn areas_of_several_files_stand_while_one_of_them_is_checked() {
    let text = Files::little().text("areas.csv");
    let (upper, grid) = text.split_at(text.find("990100101").unwrap());
    let header = upper.lines().next().unwrap();
    let below = format!("{header}\n{grid}");
    let mut files = Files::little()
        .with("areas.csv", upper)
        .with("areas-below.csv", below.clone());
    let resources = files.descriptor["resources"].as_array_mut().unwrap();
    resources.push(json!({"name": "areas-below", "path": "areas-below.csv"}));
    let package = files.open(usize::MAX);
    check(
        &package,
        "areas-below.csv",
        &below,
        Some("areas-below.csv"),
        &[],
    );
    check(
        &package,
        "areas-below (2).csv",
        &below,
        Some("areas-below.csv"),
        &[],
    );
    check(&package, "areas.csv", upper, Some("areas.csv"), &[]);
    let fault = "areas-below.csv:3:parent_code unknown-parent \"99\u{661}\"";
    let more = format!("{below}x,某网格,,grid,99\u{661},,\n");
    check(
        &package,
        "areas-below.csv",
        &more,
        Some("areas-below.csv"),
        &[fault],
    );
}

#[test]
fn a_file_of_another_package_is_told_once() {
    let package = Files::little().open(usize::MAX);
    let rows = |codes: &[&str]| {
        let row = |code: &&str| format!("{code},2024-09,12,x\n");
        let rows: String = codes.iter().map(row).collect();
        format!("area_code,period,volunteer,meetings\n{rows}")
    };
    check(
        &package,
        "其他.csv",
        &rows(&["1", "2", "3"]),
        None,
        &[
            "其他.csv:0:area_code foreign-codes \"\" 0 of 3",
            // What does not hang on the package is told.
            "其他.csv:2:meetings not-a-number \"x\"",
            "其他.csv:3:meetings not-a-number \"x\"",
            "其他.csv:4:meetings not-a-number \"x\"",
        ],
    );
    // Some that are known, and too few to say.
    let told = |text: &str| {
        let own = package.with_own_file("x.csv", text.as_bytes());
        let entered = support::read_bytes(&own.package, own.at, text.as_bytes(), 7);
        let faults = entered.faults_of_own(own.at);
        faults
            .iter()
            .map(|fault| fault.kind.name())
            .filter(|name| *name != "not-a-number")
            .collect::<Vec<_>>()
    };
    assert_eq!(
        told(&rows(&["9901001", "2", "3"])),
        ["unknown-indicator", "unknown-area", "unknown-area"]
    );
    assert_eq!(
        told(&rows(&["1", "2"])),
        ["unknown-indicator", "unknown-area", "unknown-area"]
    );
    // Damaged codes are of no package.
    assert_eq!(
        told(&rows(&["9.9E+11", "9.9E+11", "9.9E+10", "9.9E+12"])).len(),
        5
    );
    // Where the areas themselves could not be read, nothing can be said of codes.
    let package = Files::little().without("areas.csv").open(usize::MAX);
    check(
        &package,
        "x.csv",
        "area_code,period,meetings\n1,2024,2\n2,2024,2\n3,2024,2\n",
        None,
        &[],
    );
}
