//! What was published otherwise before: faults of the table by file, line and column, one bad row never
//! costing the rest; the package as it stood on a day, with its sums and intervals; and what is said of it.

use crate::support::{Files, area_id, demo, fault_lines, indicator_id, reading, reading_line};
use serde_json::json;
use std::sync::Arc;
use zhishe::answer::{
    BenchmarkChoice, CompareQuestion, PeriodChoice, all_revisions, compare, is_left_out,
    is_revised, overview, provenance, release_days, revisions_of,
};
use zhishe::export::{compare_csv, frame, revisions_csv};
use zhishe::model::{Day, Lang, Missing, Period, Value};
use zhishe::package::{Digesting, Need, Package};
use zhishe::query::total;
use zhishe::route::{View, digest_scope, needs, pinned, resolve};
use zhishe::words;

const HEADER: &str = "indicator,area_code,period,category,old,old_numerator,old_denominator,new,new_numerator,new_denominator,released,reason\n";

/// Sound revisions of the little package, with more rows below them.
const SOUND: &str = "\
on-time,9901002,2024-03,,,229,250,,231,250,2024-05-02,漏报补录
on-time,9901002,2024-03,,90,225,250,91.6,229,250,2024-04-10,更正
on-time,9901001,2024-03,,,,,,188,200,2024-04-20,首次上报
on-time,9902001,2024-02,,,50,60,,,,2024-04-12,撤回
rated,9901001,2024-03,,85,,,90,,,2024-04-18,更正
households,9902001,2024,,3400,,,3500,,,2024-06-01,复核
";

fn with_revisions(files: Files, rows: &str) -> Files {
    let mut files = files.with("revisions.csv", [HEADER, rows].concat());
    let resources = files.descriptor["resources"].as_array_mut().unwrap();
    resources.push(json!({"name": "revisions", "path": "revisions.csv"}));
    files
}

fn revised(rows: &str) -> Package {
    with_revisions(Files::little(), rows)
        .open(1 << 16)
        .revised()
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn value(package: &Package, key: &str) -> String {
    let parts: Vec<&str> = key.split(' ').collect();
    let found = reading(package, parts[0], parts[1], parts[2]);
    match found.numerator.zip(found.denominator) {
        Some((numerator, denominator)) => format!("{numerator}/{denominator}"),
        None => reading_line(found),
    }
}

#[track_caller]
fn check(package: &Package, as_of: &str, key: &str, expected: &str) {
    assert_eq!(
        value(&package.as_of(day(as_of)), key),
        expected,
        "{key} {as_of}"
    );
}

#[test]
fn a_sound_table_has_no_fault_and_each_row_is_read() {
    let package = revised(SOUND);
    assert_eq!(fault_lines(&package), Vec::<String>::new());
    assert_eq!(package.revisions.list.len(), 6);
    let days: Vec<String> = release_days(&package).iter().map(Day::to_string).collect();
    assert_eq!(
        days,
        [
            "2024-06-01",
            "2024-05-02",
            "2024-04-20",
            "2024-04-18",
            "2024-04-12",
            "2024-04-10"
        ]
    );
}

#[test]
fn every_fault_names_its_cell_and_costs_its_row_alone() {
    let bad = "\
nothing,9901001,2024-03,,1,,,2,,,2024-04-01,
on-time,9999999,2024-03,,1,,,2,,,2024-04-01,
on-time,9901001,soon,,1,,,2,,,2024-04-01,
on-time,9901001,2024-03,,1,,,2,,,2024-02-30,
on-time,9901001,2024-03,,1,,,2,,,,
on-time,9901001,2024-03,,about 80,,,2,,,2024-04-01,
on-time,9901001,2024-03,,,9,8,,,,2024-04-01,
on-time,9901001,2024-03,,,,,,,,2024-04-01,
on-time,9901001,2024-03,2024-04-01
volunteers,990100101,2024,,3,,,12,,,2024-04-01,
on-time,9902001,2024-03,,88,,,,,,2024-04-01,
meetings,9901001,2024-03,,2,,,3,,,2024-04-01,
meetings,9901002,2024-03,,2,,,4,,,2024-04-01,
meetings,9901002,2024-03,,3,,,5,,,2024-04-09,
meetings,9902001,2024-03,,1,,,6,,,2024-04-09,
meetings,9902001,2024-03,,2,,,6,,,2024-04-09,
meetings,9901001,2024-02,,2,,,3,,,2024-04-01,
";
    let package = revised(&[bad, SOUND].concat());
    let mut expected = vec![
        "revisions.csv:2:indicator unknown-indicator \"nothing\"",
        "revisions.csv:3:area_code unknown-area \"9999999\"",
        "revisions.csv:4:period period-form \"soon\"",
        "revisions.csv:5:released day-form \"2024-02-30\"",
        "revisions.csv:6:released blank \"\"",
        "revisions.csv:7:old not-a-number \"about 80\"",
        "revisions.csv:8:old_numerator numerator-over-denominator \"9\" over 8",
        "revisions.csv:9:new blank \"\"",
        "revisions.csv:10: row-shape \"on-time,9901001,2024-03,2024-04-01\" 4 of 12",
        "revisions.csv:11:old not-suppressed \"…\"",
        "revisions.csv:12:old value-with-status \"…\" Q",
        "revisions.csv:13:new revision-mismatch \"3\" not 4",
        "revisions.csv:15:old revision-mismatch \"3\" not 4",
        "revisions.csv:17:released duplicate-key \"2024-04-09\" as revisions.csv:16",
        "revisions.csv:18:new revision-mismatch \"3\" not —",
    ];
    let mut found = fault_lines(&package);
    found.sort();
    expected.sort_unstable();
    assert_eq!(found, expected);
    // The sound rows, and those that say something that merely does not fit.
    assert_eq!(package.revisions.list.len(), 6 + 4);
    check(&package, "2024-04-09", "on-time 9901002 2024-03", "225/250");
    for lang in [Lang::Zh, Lang::En] {
        for fault in package.faults() {
            let said = words::fault_words(lang, &fault.kind);
            assert!(
                !said.problem.is_empty() && !said.cure.is_empty(),
                "{fault:?}"
            );
        }
    }
}

#[test]
fn counts_that_differ_are_told_though_the_value_rounds_to_the_same() {
    let rows = "on-time,9901002,2024-03,,90,225,250,92.4,230,250,2024-04-10,\n";
    let wrong = revised(rows);
    // 230 of 250 are 92.0 %, so the row does not agree with itself.
    assert_eq!(
        fault_lines(&wrong),
        ["revisions.csv:2:new value-disagrees \"92.4\" not 92.0000"]
    );
    let rows = rows.replace("92.4,230", ",230");
    assert_eq!(
        fault_lines(&revised(&rows)),
        ["revisions.csv:2:new_numerator revision-mismatch \"230\" not 231"]
    );
    // A value alone may be rounded.
    let rows = "on-time,9901002,2024-03,,90,,,92,,,2024-04-10,\n";
    assert_eq!(fault_lines(&revised(rows)), Vec::<String>::new());
    let rows = rows.replace(",92,", ",91,");
    assert_eq!(
        fault_lines(&revised(&rows)),
        ["revisions.csv:2:new revision-mismatch \"91\" not 92.4"]
    );
}

#[test]
fn while_observations_are_not_read_nothing_is_said_to_disagree() {
    let files = with_revisions(Files::little(), SOUND);
    let mut package = files.open_descriptor();
    let read = files.read(&mut package, &Need::Revisions, 1 << 16);
    assert_eq!(read, ["indicators.csv", "sources.csv", "revisions.csv"]);
    assert_eq!(fault_lines(&package.revised()), Vec::<String>::new());
    let whole = files.without("observations.csv").open(1 << 16).revised();
    let own = fault_lines(&whole);
    assert!(
        own.iter().all(|line| !line.contains("revision-mismatch")),
        "{own:?}"
    );
}

#[test]
fn a_value_is_undone_step_by_step() {
    let package = revised(SOUND);
    let key = "on-time 9901002 2024-03";
    check(&package, "2024-03-31", key, "225/250");
    check(&package, "2024-04-09", key, "225/250");
    // At the end of the day.
    check(&package, "2024-04-10", key, "229/250");
    check(&package, "2024-05-01", key, "229/250");
    check(&package, "2024-05-02", key, "231/250");
    // What there is in a year is not known while the year goes on.
    let households = "households 9902001 2024";
    check(&package, "2024-05-31", households, "NoRow");
    check(&package, "2024-12-30", households, "NoRow");
    check(&package, "2024-12-31", households, "Approximate 3500");
    let later = revised(&SOUND.replace("2024-06-01", "2025-02-01"));
    check(&later, "2025-01-31", households, "Approximate 3400");
    assert_eq!(
        value(&package, key),
        "231/250",
        "the package itself is as it was"
    );
}

#[test]
fn what_came_later_is_absent_and_what_was_withdrawn_is_there() {
    let package = revised(SOUND);
    check(&package, "2024-04-19", "on-time 9901001 2024-03", "NoRow");
    check(&package, "2024-04-20", "on-time 9901001 2024-03", "188/200");
    check(&package, "2024-04-11", "on-time 9902001 2024-02", "50/60");
    check(&package, "2024-04-12", "on-time 9902001 2024-02", "NoRow");
}

#[test]
fn a_day_after_all_is_today() {
    let package = revised(SOUND);
    assert!(package.as_of(day("2024-12-31")).as_of.is_none());
    let state = package.as_of(day("2024-06-01")).as_of.unwrap();
    assert_eq!((state.left_out, state.hides_periods), (0, true));
    let state = package.as_of(day("2024-05-31")).as_of.unwrap();
    assert_eq!((state.left_out, state.hides_periods), (1, true));
    let state = package.as_of(day("2024-03-30")).as_of.unwrap();
    assert_eq!((state.left_out, state.hides_periods), (6, true));
}

#[test]
fn periods_that_had_not_ended_are_not_there() {
    let package = revised(SOUND);
    check(&package, "2024-02-29", "meetings 9901001 2024-03", "NoRow");
    check(&package, "2024-02-29", "on-time 9901002 2024-03", "NoRow");
    // A month that goes on has no figures yet, and one that ends with the day has.
    check(&package, "2024-03-01", "meetings 9901001 2024-03", "NoRow");
    check(&package, "2024-03-30", "meetings 9901001 2024-03", "NoRow");
    check(&package, "2024-03-31", "meetings 9901001 2024-03", "4");
    // A running total of which a month is still to come.
    let visits = "visits 9901001 2024-01/2024-03";
    check(&package, "2024-02-29", visits, "NoRow");
    check(&package, "2024-03-31", visits, "Lower 50000");
    let state = package.as_of(day("2024-02-29")).as_of.unwrap();
    assert!(state.hides_periods);
    let text = words::as_of_notice(Lang::Zh, &package.as_of(day("2024-02-29"))).unwrap();
    assert!(
        text.starts_with(
            "按 2024-02-29 时的数据（之后的 6 处修订未计入）；到这一天尚未结束的时期不显示"
        ),
        "{text}"
    );
}

#[test]
fn sums_follow_and_a_bare_value_cannot_be_summed() {
    let package = revised(SOUND);
    let of = |package: &Package, code: &str| {
        let found = total(
            package,
            indicator_id(package, code),
            area_id(package, "9901"),
            Period::parse("2024-03").unwrap(),
        );
        let counts = found.reading.numerator.zip(found.reading.denominator);
        (counts, found.summed.map(|it| (it.known, it.all)))
    };
    assert_eq!(
        of(&package, "on-time"),
        (Some((419.0, 450.0)), Some((2, 2)))
    );
    let before = package.as_of(day("2024-04-30"));
    assert_eq!(of(&before, "on-time"), (Some((417.0, 450.0)), Some((2, 2))));
    let earlier = package.as_of(day("2024-04-15"));
    assert_eq!(
        of(&earlier, "on-time"),
        (Some((229.0, 250.0)), Some((1, 2)))
    );
    // 85 of an unknown number: no part of the sum.
    assert_eq!(of(&package, "rated"), (Some((37.0, 45.0)), Some((2, 2))));
    assert_eq!(of(&earlier, "rated"), (Some((19.0, 25.0)), Some((1, 2))));
    assert_eq!(earlier.as_of.as_ref().unwrap().bare, 1);
    let notice = words::as_of_notice(Lang::En, &earlier).unwrap();
    assert!(
        notice.contains("no interval and no place in a sum"),
        "{notice}"
    );
}

#[test]
fn intervals_are_those_of_the_counts_of_that_day() {
    let package = revised(SOUND);
    let interval = |package: &Package, indicator: &str, area: &str| {
        let answer = compare(
            package,
            CompareQuestion {
                indicator: indicator_id(package, indicator),
                level: package.descriptor.level("community").unwrap(),
                within: None,
                period: PeriodChoice::At(Period::parse("2024-03").unwrap()),
                benchmark: BenchmarkChoice::Top,
            },
        );
        let row = answer
            .rows
            .iter()
            .find(|row| row.area == area_id(package, area));
        row.unwrap().judged.map(|it| it.interval_95)
    };
    let earlier = package.as_of(day("2024-04-09"));
    // Wilson (1927), score interval of 225 of 250, worked out apart in Python with
    // NormalDist().inv_cdf(0.975).
    let found = interval(&earlier, "on-time", "9901002").unwrap();
    assert!(
        (found.lower - 85.654829).abs() < 1e-6 && (found.upper - 93.134507).abs() < 1e-6,
        "{found:?}"
    );
    assert!(interval(&package, "rated", "9901001").is_some());
    assert_eq!(interval(&earlier, "rated", "9901001"), None);
}

#[test]
fn a_category_is_revised_apart_from_its_total() {
    let category = "on-time,9901002,2024-03,甲二社区,,90,100,,A,register,,noise\n";
    let files = Files::little().more("observations.csv", category);
    let rows = "on-time,9901002,2024-03,noise,,80,100,,90,100,2024-04-10,更正\n";
    let package = with_revisions(files, rows).open(1 << 16).revised();
    assert_eq!(fault_lines(&package), Vec::<String>::new());
    let earlier = package.as_of(day("2024-04-01"));
    assert_eq!(value(&earlier, "on-time 9901002 2024-03"), "231/250");
    let file = earlier.observations(4).unwrap();
    let row =
        (0..file.table.row_count()).find(|row| file.table.dimensions[0].text(*row) == "noise");
    assert_eq!(file.table.numerator.get(row.unwrap()), Some(80.0));
}

#[test]
fn where_a_value_is_from_lists_what_it_was() {
    let package = revised(SOUND);
    let place =
        |package: &Package, code, area, period| reading(package, code, area, period).place.unwrap();
    let at = place(&package, "on-time", "9901002", "2024-03");
    let said = |lang, package: &Package, at| -> Vec<String> {
        let revisions = revisions_of(package, at).into_iter();
        revisions
            .map(|it| words::earlier_value_text(lang, package, it))
            .collect()
    };
    assert_eq!(
        said(Lang::Zh, &package, at),
        [
            "此前为 91.6%（2024-05-02 更正：漏报补录）",
            "此前为 90.0%（2024-04-10 更正：更正）"
        ]
    );
    let earlier = package.as_of(day("2024-04-30"));
    assert_eq!(
        said(Lang::En, &earlier, at),
        [
            "Later 92.4% (corrected on 2024-05-02: 漏报补录)",
            "Previously 90.0% (corrected on 2024-04-10: 更正)"
        ]
    );
    assert!(is_revised(&package, Some(at)) && is_revised(&earlier, Some(at)));
    assert!(
        !is_revised(&package.as_of(day("2024-04-01")), Some(at)),
        "not yet"
    );
    assert!(!is_revised(
        &package,
        Some(place(&package, "meetings", "9901001", "2024-03"))
    ));
    // An earlier number stands in the table of revisions.
    let origin = provenance(&earlier, at).unwrap();
    assert_eq!((&*origin.file, origin.line), ("revisions.csv", 2));
    let numerator = origin
        .cells
        .iter()
        .find(|cell| cell.column == "old_numerator");
    assert_eq!(numerator.unwrap().text, "229");
    let now = provenance(&package, at).unwrap();
    assert_eq!((&*now.file, now.line), ("observations.csv", 6));
    // A value that was withdrawn since has its row there alone.
    let withdrawn = package.as_of(day("2024-04-01"));
    let at = place(&withdrawn, "on-time", "9902001", "2024-02");
    assert_eq!(provenance(&withdrawn, at).unwrap().line, 5);
    assert_eq!(
        said(Lang::Zh, &withdrawn, at),
        ["后来撤回（2024-04-12：撤回）"]
    );
    let at = place(&package, "on-time", "9901001", "2024-03");
    assert_eq!(
        said(Lang::Zh, &package, at),
        ["此前未公布（2024-04-20 首次公布：首次上报）"]
    );
}

#[test]
fn whatever_leaves_says_of_which_day_it_is() {
    let package = words::package_as_of(&revised(SOUND), day("2024-04-30"));
    let line = "按 2024-04-30 时的数据（之后的 2 处修订未计入）";
    assert!(words::source_line(Lang::Zh, &package).ends_with(line));
    let picture = frame(Lang::Zh, &package, "题".to_string(), String::new());
    assert_eq!(picture.stamp.as_deref(), Some("按 2024-04-30 时的数据"));
    let answer = compare(
        &package,
        CompareQuestion {
            indicator: indicator_id(&package, "on-time"),
            level: package.descriptor.level("community").unwrap(),
            within: None,
            period: PeriodChoice::At(Period::parse("2024-03").unwrap()),
            benchmark: BenchmarkChoice::Top,
        },
    );
    let csv = String::from_utf8(compare_csv(Lang::Zh, &package, &answer, "")).unwrap();
    assert!(csv.contains(line), "{csv}");
    let header = csv
        .lines()
        .find(|line| line.starts_with("indicator,"))
        .unwrap();
    assert!(header.ends_with(",as_of"), "{header}");
    let rows = csv.lines().filter(|line| line.starts_with("on-time,"));
    assert_eq!(rows.filter(|row| row.ends_with(",2024-04-30")).count(), 3);
    let table = String::from_utf8(revisions_csv(Lang::En, &package, "")).unwrap();
    let rows: Vec<&str> = table
        .lines()
        .filter(|line| line.starts_with("2024-"))
        .collect();
    assert_eq!(rows.len(), 6, "all of them, whatever the day");
    assert!(
        rows[1].starts_with("2024-05-02,on-time,Resolved in time,9901002,"),
        "{}",
        rows[1]
    );
    assert!(is_left_out(&package, all_revisions(&package)[1]));
    let now = revised(SOUND);
    assert!(!words::source_line(Lang::Zh, &now).contains("时的数据"));
}

#[test]
fn an_earlier_state_needs_the_table_of_revisions() {
    let package = demo();
    let (view, _) = View::parse("?page=overview&as-of=2026-01-01");
    assert!(needs(&view, package).contains(&Need::Revisions));
    let (view, _) = View::parse("?page=overview");
    assert!(!needs(&view, package).contains(&Need::Revisions));
    let (_, ignored) = View::parse("?as-of=2026-02-30");
    assert_eq!(ignored, [("as-of".to_string(), "2026-02-30".to_string())]);
}

#[test]
fn a_table_that_cannot_be_read_is_said_to_be_missing() {
    let package = with_revisions(Files::little(), SOUND).without("revisions.csv");
    let package = package.open(1 << 16).revised().as_of(day("2024-04-01"));
    assert!(package.as_of.as_ref().unwrap().is_unread);
    let notice = words::as_of_notice(Lang::Zh, &package).unwrap();
    assert!(notice.contains("未能读取"), "{notice}");
    assert_eq!(
        words::as_of_text(Lang::Zh, &package),
        None,
        "it is not of that day"
    );
    let source = words::source_line(Lang::Zh, &words::package_as_of(&package, day("2024-04-01")));
    assert!(source.ends_with(&notice), "{source}");
    assert_eq!(value(&package, "on-time 9901002 2024-03"), "231/250");
}

#[test]
fn the_planted_revisions_of_the_demonstration_are_found() {
    let package = demo().revised();
    assert_eq!(package.fault_count(), 0, "{:?}", fault_lines(&package));
    assert_eq!(package.revisions.list.len(), 18);
    let taken = "cases-taken 990001003003 2025-11";
    for (as_of, expected) in [
        ("2026-01-07", "122"),
        ("2026-01-08", "134"),
        ("2026-02-11", "134"),
        ("2026-02-12", "137"),
    ] {
        check(&package, as_of, taken, expected);
    }
    check(
        &package,
        "2026-04-09",
        "on-time-rate 990001005004 2026-02",
        "151/187",
    );
    check(
        &package,
        "2026-04-10",
        "on-time-rate 990001005004 2026-02",
        "159/187",
    );
    check(
        &package,
        "2026-02-05",
        "service-coverage 990001006005 2025-12",
        "NoRow",
    );
    check(
        &package,
        "2026-02-06",
        "service-coverage 990001006005 2025-12",
        "178/193",
    );
    // The whole is at any day what its parts add up to.
    for as_of in [
        "2026-01-07",
        "2026-02-05",
        "2026-02-11",
        "2026-03-08",
        "2026-04-09",
    ] {
        let state = package.as_of(day(as_of));
        for (indicator, period) in [
            ("cases-taken", "2025-11"),
            ("on-time-rate", "2026-02"),
            ("service-coverage", "2025-12"),
        ] {
            // What goes on is not shown.
            if period >= &as_of[..7] {
                continue;
            }
            let whole = reading(&state, indicator, "990001", period);
            let parts =
                (1..=10).map(|it| reading(&state, indicator, &format!("990001{it:03}"), period));
            let sum = parts.fold((0.0, 0.0, 0.0), |(value, numerator, denominator), part| {
                (
                    value + part.value.exact().unwrap(),
                    numerator + part.numerator.unwrap_or_default(),
                    denominator + part.denominator.unwrap_or_default(),
                )
            });
            match whole.numerator.zip(whole.denominator) {
                Some(counts) => assert_eq!(counts, (sum.1, sum.2), "{indicator} {as_of}"),
                None => assert_eq!(whole.value, Value::Known(sum.0), "{indicator} {as_of}"),
            }
        }
    }
    let hidden = package.as_of(day("2025-06-30"));
    let gone = reading(&hidden, "cases-taken", "990001", "2025-11").value;
    assert_eq!(gone, Value::Missing(Missing::NoRow));
}

#[test]
fn the_command_line_answers_as_of_a_day() {
    let run = |arguments: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_zhishe"));
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/data/demo");
        let asked = [arguments, &["--lang", "zh"]].concat();
        let output = command
            .args([&asked[..2], &[folder], &asked[2..]].concat())
            .output()
            .unwrap();
        (
            output.status.code(),
            String::from_utf8(output.stdout).unwrap(),
        )
    };
    let trend = [
        "trend",
        "--indicator",
        "on-time-rate",
        "--area",
        "990001005004",
        "--as-of",
        "2026-04-09",
    ];
    let (exit, csv) = run(&[&["answer"], &trend[..], &["--format", "csv"]].concat());
    assert_eq!(exit, Some(0));
    assert!(
        csv.contains("按 2026-04-09 时的数据（之后的 3 处修订未计入）"),
        "{csv}"
    );
    let row = csv
        .lines()
        .find(|line| line.starts_with("on-time-rate,") && line.contains(",2026-02,"));
    assert!(
        row.is_some_and(|row| row.contains(",151,187,") && row.ends_with(",2026-04-09")),
        "{row:?}"
    );
    let (exit, svg) = run(&[&["chart"], &trend[..]].concat());
    assert_eq!(exit, Some(0));
    assert!(svg.contains("按 2026-04-09 时的数据（之后的 3 处修订未计入）"));
    let wrong = [
        "answer",
        "trend",
        "--area",
        "990001",
        "--as-of",
        "2026-02-30",
    ];
    assert_eq!(run(&wrong), (Some(2), String::new()));
}

// ---- the digest of an earlier state ---------------------------------------------------------------

/// The digest of a view as of a day, as it is cited.
fn digest(package: &Package, query: &str) -> String {
    let (view, _) = View::parse(query);
    let shown = words::package_as_of(package, day(&view.as_of));
    let (resolved, _) = resolve(&view, &shown);
    let view = pinned(&view, &shown, &resolved);
    let scope = digest_scope(&view, &shown);
    Digesting::new(Arc::new(shown), scope).finish().digest
}

#[test]
fn a_later_revision_does_not_change_the_digest_of_an_earlier_day() {
    let before = "on-time,9901002,2024-03,甲二社区,92.4,231,250,,A,register,,";
    let files = || Files::little();
    let text = files().text("observations.csv").to_string();
    let line = text.lines().position(|it| it == before);
    let line = line.expect("the row of the little package") + 1;
    // The row is corrected, and the correction is written down.
    let revised_row = "on-time,9901002,2024-03,甲二社区,,240,250,,A,register,,";
    let later = "on-time,9901002,2024-03,,,231,250,,240,250,2024-07-01,更正\n";
    let stands = revised(SOUND);
    let grown = with_revisions(
        files().line("observations.csv", line, revised_row),
        &[SOUND, later].concat(),
    );
    let grown = grown.open(1 << 16).revised();
    assert_eq!(value(&grown, "on-time 9901002 2024-03"), "240/250");
    for page in [
        "page=compare&indicator=on-time&period=2024-03",
        "page=trends&indicator=on-time&area=9901002&period=2024-03",
        "page=profile&area=9901002&period=2024-03",
        "page=data",
    ] {
        let at = |day: &str| format!("?{page}&as-of={day}");
        for earlier in ["2024-05-10", "2024-06-30"] {
            let query = at(earlier);
            assert_eq!(digest(&grown, &query), digest(&stands, &query), "{query}");
        }
        let now = at("2024-07-01");
        assert_ne!(digest(&grown, &now), digest(&stands, &now), "{now}");
    }
    // Two days with a revision between them are two states.
    let query = "?page=compare&indicator=on-time&period=2024-03&as-of=";
    let of = |day: &str| digest(&stands, &[query, day].concat());
    assert_ne!(of("2024-05-01"), of("2024-05-10"));
}

#[test]
fn whether_a_value_stands_beside_its_counts_is_no_matter() {
    let without = "on-time,9901002,2024-03,甲二社区,,231,250,,A,register,,";
    let text = Files::little().text("observations.csv").to_string();
    let mut lines = text.lines();
    let line = lines.position(|it| it.starts_with("on-time,9901002,2024-03"));
    let line = line.unwrap() + 1;
    let written = with_revisions(
        Files::little().line("observations.csv", line, without),
        SOUND,
    );
    let written = written.open(1 << 16).revised();
    let query = "?page=compare&indicator=on-time&period=2024-03&as-of=2024-06-30";
    assert_eq!(digest(&written, query), digest(&revised(SOUND), query));
}

/// As of a day the data are as old as they were then.
#[test]
fn data_are_as_old_as_on_the_day() {
    let day = Day::parse("2026-01-15").unwrap();
    let package = words::package_as_of(demo(), day);
    let shown = overview(&package, None, (2026, 11));
    let newest = shown.newest.unwrap();
    assert_eq!(shown.age_months, Some(newest.months_until(2026, 1)));
    assert!(shown.age_months.unwrap() < 3, "{:?}", shown.age_months);
    let dates = |is_as_of| words::DataDates {
        absent: None,
        shown: shown.newest,
        newest: shown.newest,
        unripe: None,
        age_months: Some(2),
        is_as_of,
        published: "",
    };
    let said = |lang, is_as_of| words::data_date_text(lang, &dates(is_as_of));
    assert!(said(Lang::Zh, true).contains("距该日 2 个月"));
    assert!(said(Lang::En, true).contains("2 months old on that day"));
    assert!(said(Lang::Zh, false).contains("距今 2 个月"));
    assert!(said(Lang::En, false).ends_with("2 months old"));
}
