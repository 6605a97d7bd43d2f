//! Areas of a reader's own table that are written in several ways: one where nothing but capitals,
//! spaces, width or footnote marks differ and no code says otherwise, and that is told.

use crate::support::own;
use zhishe::intake::{Preview, Recipe, Recognised, Remark, preview};
use zhishe::model::{FaultKind, Lang};
use zhishe::package::Package;
use zhishe::words::intake::remark_text;

fn recognised(text: &str) -> (Recognised, Preview) {
    let (sample, found) = own::recognised("own.csv", text.as_bytes()).unwrap();
    let preview = preview(&sample, &found.recipe, "own.csv");
    (found, preview)
}

fn take(text: &str) -> Package {
    take_as(&recognised(text).0.recipe, text)
}

fn take_as(recipe: &Recipe, text: &str) -> Package {
    own::take("own.csv", text.as_bytes(), recipe, usize::MAX).unwrap()
}

fn told(remarks: &[Remark]) -> Option<&Remark> {
    remarks
        .iter()
        .find(|it| matches!(it, Remark::NamesAsOne { .. }))
}

#[test]
fn without_a_code_spellings_of_a_name_are_one_area() {
    let text = "area,period,cases\nBristol,2020,3\nYork,2020,5\nBRISTOL,2021,4\nYork,2021,6\n\
        Bristol ¹,2022,7\nＹork*,2022,8\nBristol ¹,2023,9\nYork,2023,1\n";
    let (found, preview) = recognised(text);
    let remark = Remark::NamesAsOne {
        count: 3,
        example: "BRISTOL".to_string(),
        read_as: "Bristol".to_string(),
        line: 4,
    };
    assert_eq!(told(&found.remarks), Some(&remark));
    assert_eq!(told(&preview.remarks), Some(&remark));
    assert_eq!(preview.area_count, 2);
    let en = remark_text(Lang::En, &remark);
    assert!(
        en.contains("3 names") && en.contains("“BRISTOL” on line 4 for “Bristol”"),
        "{en}"
    );
    let zh = remark_text(Lang::Zh, &remark);
    assert!(zh.contains("第 4 行的“BRISTOL”作“Bristol”"), "{zh}");
    // Each spelling is told where it first stands in the whole file too, as such things are: some
    // written out, the others counted.
    let package = take(text);
    assert_eq!(package.areas.count(), 2);
    let faults = package.faults();
    let lines: Vec<u32> = faults
        .iter()
        .filter(|it| matches!(it.kind, FaultKind::NameRead { .. }))
        .map(|it| it.line)
        .collect();
    assert_eq!(lines, [4, 6], "{faults:?}");
    let is_more = |kind: &FaultKind| matches!(kind, FaultKind::More { count: 1, .. });
    assert!(faults.iter().any(|it| is_more(&it.kind)));
    assert_eq!(package.fault_count(), 0);
    let file = package.observations(2).unwrap();
    assert_eq!(file.table.row_count(), 8);
    let bristol = (0..8).filter(|row| file.table.area.text(*row) == "Bristol");
    assert_eq!(bristol.count(), 4);
}

#[test]
fn what_lies_in_one_place_is_not_parted_by_how_that_is_written() {
    let text = "region,area,period,x\nNorth,A,2020,1.5\nNORTH,B,2020,2.5\nSouth,A,2020,3.5\n\
        North,a,2021,1.5\nNorth,B,2021,2.5\nSouth,A,2021,3.5\n";
    let package = take(text);
    // Two regions; the A of each, and B.
    assert_eq!(package.areas.count(), 5);
    let (_, preview) = recognised(text);
    let Some(Remark::NamesAsOne { count: 2, .. }) = told(&preview.remarks) else {
        panic!("{:?}", preview.remarks);
    };
}

#[test]
fn codes_tell_areas_apart_and_bring_their_names_together() {
    let text = "area_code,area_name,period,x\nE1,Bristol,2020,1.5\nE2,BRISTOL,2020,2.5\nE1,Bristol*,2021,3.5\n\
        E2,BRISTOL,2021,3.5\n";
    let package = take(text);
    assert_eq!(package.areas.count(), 2);
    let (found, preview) = recognised(text);
    let remark = Remark::NamesAsOne {
        count: 1,
        example: "Bristol*".to_string(),
        read_as: "Bristol".to_string(),
        line: 4,
    };
    assert_eq!(told(&preview.remarks), Some(&remark));
    // It is no mismatch of code and name.
    let is_mismatch = |kind: &FaultKind| matches!(kind, FaultKind::NameMismatch { .. });
    assert!(!package.faults().iter().any(|it| is_mismatch(&it.kind)));
    // Another name is.
    let other = text.replace("Bristol*", "Bath");
    assert!(
        take_as(&found.recipe, &other)
            .faults()
            .iter()
            .any(|it| is_mismatch(&it.kind))
    );
}

#[test]
fn names_that_differ_otherwise_stay_apart() {
    let text =
        "area,period,x\nWard (A),2020,1.5\nWard (B),2020,2.5\nWard 1,2020,3.5\nWard 2,2020,4.5\n";
    let (found, preview) = recognised(text);
    assert_eq!(preview.area_count, 4);
    assert_eq!(told(&found.remarks), None);
}

#[test]
fn two_figures_of_what_is_then_one_area_are_told() {
    let text = "area,period,x\nBristol,2020,1.5\nBath,2020,2.5\nBRISTOL,2020,3.5\n";
    let (_, preview) = recognised(text);
    assert!(told(&preview.remarks).is_some());
    let repeat = Remark::KeysRepeat {
        line: 4,
        earlier: 2,
    };
    assert!(preview.remarks.contains(&repeat), "{:?}", preview.remarks);
}

#[test]
fn the_name_without_its_mark_is_shown() {
    let text =
        "area,period,cases\nEastham [note 1],2020,3\nYork*,2020,5\nEastham,2021,4\nYork*,2021,6\n";
    let (found, preview) = recognised(text);
    let remark = Remark::NamesAsOne {
        count: 1,
        example: "Eastham [note 1]".to_string(),
        read_as: "Eastham".to_string(),
        line: 2,
    };
    assert_eq!(told(&found.remarks), Some(&remark));
    assert_eq!(preview.area_count, 2);
    let package = take(text);
    let names: Vec<&str> = package
        .areas
        .iter()
        .map(|(_, it)| it.name.get(Lang::En))
        .collect();
    // So of one that is written in one way only; its code keeps the mark.
    assert_eq!(names, ["Eastham", "York"]);
    // Beside codes the same, and it is no mismatch.
    let text = "area_code,area_name,period,x\nE1,Eastham [note 1],2020,1.5\nE2,York,2020,2.5\n\
        E1,Eastham,2021,3.5\nE2,York,2021,3.5\n";
    let package = take(text);
    let names: Vec<&str> = package
        .areas
        .iter()
        .map(|(_, it)| it.name.get(Lang::En))
        .collect();
    assert_eq!(names, ["Eastham", "York"]);
    let is_mismatch = |kind: &FaultKind| matches!(kind, FaultKind::NameMismatch { .. });
    assert!(!package.faults().iter().any(|it| is_mismatch(&it.kind)));
    // A mark in round brackets tells two places apart.
    let text = "area,period,x\nSouthwick (a),2020,1.5\nSouthwick,2020,2.5\n";
    assert_eq!(take(text).areas.count(), 2);
}
