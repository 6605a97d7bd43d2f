//! A sum that may lack a place is partial: a row lost from the tables must not make another district
//! total, a benchmark or a change. It must not know how a sum is worded.

use crate::support::{Files, area_id, fault_lines, indicator_id};
use zhishe::answer::{BenchmarkChoice, Compare, CompareQuestion};
use zhishe::answer::{Change, NoBenchmark, PeriodChoice, compare, overview};
use zhishe::model::Period;
use zhishe::package::Package;
use zhishe::query::total;

const AREAS: &str = "area_code,name_zh,name_en,level,parent_code
d,某区,,district,
d-1,东街道,,subdistrict,d
d-2,西街道,,subdistrict,d
d-1-1,东一,,community,d-1
d-1-2,东二,,community,d-1
d-2-1,西一,,community,d-2
d-2-2,西二,,community,d-2
";

const INDICATORS: &str = "indicator,theme,label_zh,kind,nature,multiplier,unit_zh,headline,polarity
cases,cases,受理事项,count,events,,件,yes,none
on-time,cases,按期办结率,proportion,events,100,%,yes,higher
";

fn district() -> Files {
    let mut rows = String::from("indicator,area_code,period,value,numerator,denominator\n");
    for (month, more) in [("2024-01", 0), ("2024-02", 10)] {
        for (place, area) in ["d-1-1", "d-1-2", "d-2-1", "d-2-2"].iter().enumerate() {
            let cases = 100 + 10 * place + more;
            rows += &format!("cases,{area},{month},{cases},,\n");
            rows += &format!("on-time,{area},{month},,{},{cases}\n", 80 + place);
        }
    }
    Files::little()
        .with("areas.csv", AREAS)
        .with("indicators.csv", INDICATORS)
        .with("observations.csv", rows)
        .with("observations-wide.csv", "area_code,period,cases\n")
        .with("standards.csv", "standard,indicator,operator,value\n")
}

/// Parts with a figure and parts in all, of the district's cases in February.
fn parts(package: &Package) -> Option<(usize, usize)> {
    let february = Period::parse("2024-02").unwrap();
    let indicator = indicator_id(package, "cases");
    let total = total(package, indicator, area_id(package, "d"), february);
    total.summed.map(|it| (it.known, it.all))
}

fn compared(package: &Package) -> Compare {
    let question = CompareQuestion {
        indicator: indicator_id(package, "on-time"),
        level: package.descriptor.level("community").unwrap(),
        within: None,
        period: PeriodChoice::At(Period::parse("2024-02").unwrap()),
        benchmark: BenchmarkChoice::Top,
    };
    compare(package, question)
}

#[track_caller]
fn check_partial(files: &Files, known: usize, all: usize) {
    let package = files.open(1 << 16);
    assert!(package.fault_count() > 0, "what is lost is told");
    assert_eq!(parts(&package), Some((known, all)));
    assert_eq!(
        compared(&package).benchmark.err(),
        Some(NoBenchmark::Partial(known, all))
    );
    let cards = &overview(&package, None, (2024, 5)).sections[0].cards;
    assert_eq!(cards.len(), 2, "what there is, is shown as partial");
    for card in cards {
        assert!(card.total.is_partial());
        assert_eq!(card.on_previous, Change::NotComparable);
    }
}

#[test]
fn a_whole_table_gives_whole_sums() {
    let package = district().open(1 << 16);
    assert_eq!(package.fault_count(), 0, "{:?}", fault_lines(&package));
    assert_eq!(parts(&package), Some((4, 4)));
    assert!(compared(&package).benchmark.is_ok());
    let cards = &overview(&package, None, (2024, 5)).sections[0].cards;
    assert_eq!(
        cards[0].on_previous,
        Change::Percent((500.0 / 460.0 - 1.0) * 100.0)
    );
}

#[test]
fn communities_whose_parent_is_lost_are_missed_in_the_district() {
    let without = district().change("areas.csv", |text| {
        text.replace("d-1,东街道,,subdistrict,d\n", "").into_bytes()
    });
    check_partial(&without, 2, 4);
}

#[test]
fn a_community_lost_from_the_table_is_missed_by_its_figures() {
    let without = district().change("areas.csv", |text| {
        text.replace("d-2-2,西二,,community,d-2\n", "").into_bytes()
    });
    check_partial(&without, 3, 4);
}

#[test]
fn a_community_whose_row_cannot_be_used_is_missed() {
    for (from, to) in [
        ("d-2-2,西二,,community,d-2", "d-2-2,西二,,社区,d-2"),
        (
            "d-2-2,西二,,community,d-2",
            "6.10113E+11,西二,,community,d-2",
        ),
    ] {
        let changed = district().change("areas.csv", |text| text.replace(from, to).into_bytes());
        check_partial(&changed, 3, 4);
    }
}

#[test]
fn a_place_of_another_level_that_is_lost_changes_no_sum() {
    let more = district().more("areas.csv", "g,网格,,grid,nowhere\n");
    let package = more.open(1 << 16);
    assert_eq!(package.fault_count(), 1);
    assert_eq!(parts(&package), Some((4, 4)));
    assert!(compared(&package).benchmark.is_ok());
}

#[test]
fn a_parent_that_differs_from_its_whole_parts_is_said() {
    // The district publishes 323 of 460 for January, its parts have 326.
    let own = "on-time,d,2024-01,,323,460\n";
    let package = district().more("observations.csv", own).open(1 << 16);
    let question = |period: &str| CompareQuestion {
        indicator: indicator_id(&package, "on-time"),
        level: package.descriptor.level("community").unwrap(),
        within: None,
        period: PeriodChoice::At(Period::parse(period).unwrap()),
        benchmark: BenchmarkChoice::Top,
    };
    let january = compare(&package, question("2024-01"));
    let text = zhishe::words::differing_text(zhishe::model::Lang::Zh, &package, &january);
    assert!(
        text.contains("323/460") && text.contains("326/460"),
        "{text}"
    );
    assert!(text.contains("4 个社区合计"), "{text}");
    let february = compare(&package, question("2024-02"));
    assert_eq!(february.differing, None);
    // Nor where a part is missing, so that the sum is held against nothing.
    let files = district().more("observations.csv", own);
    let lost = files.change("observations.csv", |text| {
        text.replace("on-time,d-2-2,2024-01,,83,130\n", "")
            .into_bytes()
    });
    let partial = compare(&lost.open(1 << 16), question("2024-01"));
    assert_eq!(partial.differing, None);
}
