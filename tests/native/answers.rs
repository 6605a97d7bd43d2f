//! The two packages that ship, opened as the pages open them: no fault in either, the figures that
//! every reader will look for, what the first view asks for, and the orders that are refused. It
//! must not know how any of it is worded or drawn.

use crate::support::{
    Files, area_id, check, demo, fault_lines, indicator_id, level, period, published, reading_line,
    shipped,
};
use std::path::Path;
use zhishe::answer::{
    BenchmarkChoice, Change, Compare, CompareQuestion, NoBenchmark, PeriodChoice, Refusal, compare,
    overview,
};
use zhishe::model::{Kind, Lang, Missing, Value};
use zhishe::package::{Catalog, Need, Package, needed_files};
use zhishe::query::{latest_period, select, total};
use zhishe::words::parts_text;

fn compared(package: &Package, indicator: &str, word: &str, period: PeriodChoice) -> Compare {
    let question = CompareQuestion {
        indicator: indicator_id(package, indicator),
        level: level(package, word),
        within: None,
        period,
        benchmark: BenchmarkChoice::Top,
    };
    compare(package, question)
}

#[test]
fn neither_package_has_a_fault() {
    check(fault_lines(published()), Vec::new());
    // Next year's file stands ready.
    let note = "observations-participation-2027.csv:0: no-figures \"\"".to_string();
    check(fault_lines(demo()), vec![note]);
    check(demo().fault_count(), 0);
}

#[test]
fn the_catalog_offers_both() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/catalog.json");
    let catalog = Catalog::parse(&std::fs::read(path).unwrap()).unwrap();
    let paths: Vec<&str> = catalog.packages.iter().map(|entry| &*entry.path).collect();
    check(paths, vec!["demo/", "published/"]);
}

// ---- published ----------------------------------------------------------------------------------

/// The overview's card of an indicator at an area, in words.
fn card(package: &Package, area: &str, indicator: &str) -> String {
    let overview = overview(package, None, (2026, 11));
    let area = area_id(package, area);
    let section = overview.sections.iter().find(|it| it.area == area).unwrap();
    let indicator = indicator_id(package, indicator);
    let card = section.cards.iter().find(|it| it.indicator == indicator);
    let reading = card.unwrap().total.reading;
    match (reading.numerator, reading.denominator) {
        (Some(above), Some(below)) => format!("{} = {above}/{below}", reading_line(reading)),
        _ => reading_line(reading),
    }
}

#[test]
fn the_published_overview_shows_the_figures_as_published() {
    let card = |area, indicator| card(published(), area, indicator);
    check(card("610113", "compound-branches"), "674".into());
    check(card("610113", "problems-resolved"), "Lower 3120".into());
    check(
        card("511381", "four-order-cases-resolved"),
        "Approximate 1200".into(),
    );
    check(
        card("150602", "registered-volunteers"),
        "Rounded 73000".into(),
    );
    let share = card("150602", "party-groups-per-100-grids");
    check(
        (&share[..4], &share[share.len() - 7..]),
        ("89.5", "522/583"),
    );
    let sections = overview(published(), None, (2026, 11)).sections.len();
    check(sections, 3);
}

#[test]
fn the_published_package_refuses_every_order_and_says_why() {
    let at = |text| PeriodChoice::At(period(text));
    let reasons = |compare: Compare| {
        assert!(!compare.is_ordered());
        assert!(compare.rows.iter().all(|row| row.rank.is_none()));
        compare.refusals
    };
    let branches = compared(published(), "compound-branches", "district", at("2024"));
    check(branches.known().len(), 1);
    check(branches.missing().len(), 2);
    check(
        reasons(branches),
        vec![
            Refusal::CountWithoutDenominator,
            Refusal::FewerThanFour(1),
            Refusal::PackageForbids,
        ],
    );

    let latest = compared(
        published(),
        "compound-branches",
        "district",
        PeriodChoice::EachLatest,
    );
    check(latest.known().len(), 2);
    check(
        reasons(latest),
        vec![
            Refusal::PeriodKindsDiffer,
            Refusal::PeriodsDiffer,
            Refusal::CountWithoutDenominator,
            Refusal::FewerThanFour(2),
            Refusal::PackageForbids,
        ],
    );

    let solved = compared(published(), "problems-resolved", "district", at("2024"));
    check(solved.benchmark, Err(NoBenchmark::Count));
    check(
        reasons(solved),
        vec![
            Refusal::Bounded(1),
            Refusal::Cumulative,
            Refusal::FewerThanFour(0),
            Refusal::PackageForbids,
        ],
    );
}

#[test]
fn no_row_and_no_value_stay_apart() {
    let package = published();
    let branches = indicator_id(package, "compound-branches");
    let langzhong = area_id(package, "511381");
    let value = |text| select(package, branches, langzhong, period(text)).value;
    check(value("2024"), Value::Missing(Missing::NoRow));
    check(value("2023-04"), Value::Known(249.0));
}

// ---- demo ---------------------------------------------------------------------------------------

const ON_TIME: &str = "on-time-rate";
const QUARTERLY: &str = "deliberation-meetings";

#[test]
fn the_demo_compares_163_communities() {
    let package = demo();
    let community = level(package, "community");
    let newest = latest_period(package, indicator_id(package, ON_TIME), Some(community)).unwrap();
    let compare = compared(package, ON_TIME, "community", PeriodChoice::At(newest));
    check(compare.rows.len(), 163);
    check(compare.is_ordered(), true);
    let values: Vec<f64> = compare
        .known()
        .iter()
        .filter_map(|row| row.reading.value.exact())
        .collect();
    check(values.is_sorted(), true);
    check(values.len(), compare.known_count);
    let benchmark = compare.benchmark.unwrap();
    check(benchmark.area, Some(area_id(package, "990001")));
    check(
        values[0] < benchmark.total.reading.value.exact().unwrap(),
        true,
    );
    check(
        compared(package, ON_TIME, "subdistrict", PeriodChoice::At(newest))
            .rows
            .len(),
        10,
    );
}

#[test]
fn latest_periods_that_are_all_one_compare_as_that_period() {
    let latest = compared(demo(), ON_TIME, "community", PeriodChoice::EachLatest);
    let march = period("2026-03");
    check(latest.period, Some(march));
    let at = compared(demo(), ON_TIME, "community", PeriodChoice::At(march));
    let readings = |compare: &Compare| -> Vec<_> {
        let rows = compare.known().iter();
        rows.map(|row| (row.area, row.reading, row.judged))
            .collect()
    };
    check(readings(&latest), readings(&at));
    check(
        (latest.is_ordered(), latest.refusals),
        (true, vec![Refusal::EachLatest]),
    );
    check((at.is_ordered(), at.refusals), (true, vec![]));
    check(latest.benchmark, at.benchmark);

    let apart = compared(
        published(),
        "compound-branches",
        "district",
        PeriodChoice::EachLatest,
    );
    check(apart.period, None);
}

#[test]
fn a_period_of_another_kind_names_the_nearest() {
    let nearest = |indicator: &str, asked: &str| {
        let asked = PeriodChoice::At(period(asked));
        let compare = compared(demo(), indicator, "community", asked);
        assert_eq!(compare.known_count, 0, "{indicator}");
        compare.nearest.map(|period| period.to_string())
    };
    let some = |text: &str| Some(text.to_string());
    check(nearest(QUARTERLY, "2025-05"), some("2025-Q2"));
    check(nearest(ON_TIME, "2025-Q2"), some("2025-06"));
    // Later than all, and of its own kind.
    check(nearest(QUARTERLY, "2026-12"), some("2026-Q1"));
    check(nearest(ON_TIME, "2019-01"), None);
}

#[test]
fn the_first_view_of_the_demo_asks_for_little() {
    let files = shipped("demo");
    let mut package = files.open_descriptor();
    let levels = vec![level(&package, "district")];
    let need = Need::Headlines { levels };
    let read = files.read(&mut package, &need, 1 << 18);
    check(
        read.iter().map(|path| &**path).collect::<Vec<_>>(),
        vec![
            "areas.csv",
            "indicators.csv",
            "sources.csv",
            "observations-headline-2023.csv",
            "observations-headline-2024.csv",
            "observations-headline-2025.csv",
            "observations-headline-2026.csv",
        ],
    );
    check(fault_lines(&package), Vec::new());
    // The headline cards are the same as with everything read.
    let shown = overview(&package, None, (2026, 11));
    check(shown.sections.len(), 1);
    check(shown, overview(demo(), None, (2026, 11)));
}

#[test]
fn a_comparison_then_asks_for_one_theme_and_year() {
    let files = shipped("demo");
    let mut package = files.open_descriptor();
    let community = level(&package, "community");
    let need = |package: &Package| Need::Indicator {
        indicator: package.indicators.id(ON_TIME),
        levels: vec![community],
        period: None,
    };
    // What indicators there are is known after the first reading.
    let mut read = Vec::new();
    for _ in 0..2 {
        let need = need(&package);
        read.extend(files.read(&mut package, &need, 1 << 18));
    }
    check(
        read.iter().map(|path| &**path).collect::<Vec<_>>(),
        vec![
            "areas.csv",
            "indicators.csv",
            "sources.csv",
            "standards.csv",
            "revisions.csv",
            "observations-cases-2026.csv",
        ],
    );
    check(needed_files(&package, &need(&package)), Vec::new());
    let compare = compared(
        &package,
        ON_TIME,
        "community",
        PeriodChoice::At(period("2026-03")),
    );
    check(compare.rows.len(), 163);
}

#[test]
fn every_headline_card_of_the_demo_stands() {
    let shown = overview(demo(), None, (2026, 5));
    let headlines = demo()
        .indicators
        .iter()
        .filter(|(_, it)| it.headline)
        .count();
    let cards = &shown.sections[0].cards;
    check(cards.len(), headlines);
    for card in cards {
        let code = &demo().indicators.get(card.indicator).code;
        let number = card.total.reading.value.number();
        assert!(number.is_some(), "{code}");
        assert!(
            card.on_previous != Change::NoEarlier,
            "{code}: {:?}",
            card.on_previous
        );
    }
}

#[test]
fn sums_of_complete_parts_equal_the_published_whole() {
    let package = demo();
    let mut compared = 0;
    let (top, parts) = (level(package, "district"), level(package, "community"));
    for (id, about) in package.indicators.iter() {
        let summable = about.is_quotient() || about.kind == Kind::Count;
        let root = package.areas.of_level(top, None, None)[0];
        let Some(newest) = latest_period(package, id, Some(parts)).filter(|_| summable) else {
            continue;
        };
        let whole = select(package, id, root, newest);
        let communities = package.areas.of_level(parts, None, Some(newest));
        let readings = communities
            .iter()
            .map(|area| select(package, id, *area, newest));
        let readings: Vec<_> = readings.collect();
        let complete = readings
            .iter()
            .all(|reading| reading.value.exact().is_some());
        if !complete || whole.value.exact().is_none() {
            continue;
        }
        let sum = |part: fn(&zhishe::query::Reading) -> Option<f64>| {
            readings.iter().filter_map(part).sum::<f64>()
        };
        if about.is_quotient() {
            check(
                (&*about.code, sum(|it| it.numerator)),
                (&*about.code, whole.numerator.unwrap()),
            );
            check(
                (&*about.code, sum(|it| it.denominator)),
                (&*about.code, whole.denominator.unwrap()),
            );
        } else {
            check(
                (&*about.code, sum(|it| it.value.exact())),
                (&*about.code, whole.value.exact().unwrap()),
            );
        }
        compared += 1;
    }
    assert!(compared >= 10, "{compared}");
}

// ---- sums ---------------------------------------------------------------------------------------

/// The total of an area of the little package, in words.
fn total_line(files: &Files, indicator: &str, area: &str, text: &str) -> String {
    let package = files.open(7);
    let (indicator, area) = (indicator_id(&package, indicator), area_id(&package, area));
    let total = total(&package, indicator, area, period(text));
    let parts = total.summed.map(|summed| {
        let word = &package.descriptor.levels[usize::from(summed.level.0)];
        let beside = match summed.beside {
            0 => String::new(),
            count => format!(", {count} beside"),
        };
        format!(" ({} of {} {word}{beside})", summed.known, summed.all)
    });
    reading_line(total.reading) + &parts.unwrap_or_default()
}

#[test]
fn a_sum_of_parts_says_how_many_it_has() {
    let little = Files::little;
    let check_total = |files: &Files, indicator, area, text, expected: &str| {
        check(
            total_line(files, indicator, area, text),
            expected.to_string(),
        );
    };
    check_total(
        &little(),
        "meetings",
        "99",
        "2024-03",
        "15 (3 of 3 community)",
    );
    check_total(
        &little(),
        "meetings",
        "9901",
        "2024-03",
        "9 (2 of 2 community)",
    );
    check_total(
        &little(),
        "on-time",
        "99",
        "2024-03",
        "93.11111111111111 (2 of 3 community)",
    );
    check_total(
        &little(),
        "on-time",
        "9901",
        "2024-03",
        "93.11111111111111 (2 of 2 community)",
    );
    check_total(
        &little(),
        "rated",
        "99",
        "2024-03",
        "82.22222222222221 (2 of 3 community)",
    );
    // A bounded part is no part of a sum; running totals are not summed at all.
    check_total(
        &little(),
        "households",
        "99",
        "2024",
        "5995 (2 of 3 community)",
    );
    check_total(&little(), "visits", "99", "2024-01/2024-03", "NoRow");
    // A published value goes before any sum, a suppressed one too.
    let own = |cells: &str| {
        little().more(
            "observations.csv",
            &format!("meetings,99,2024-03,,{cells},,\n"),
        )
    };
    check_total(&own("14,,,,A,register"), "meetings", "99", "2024-03", "14");
    check_total(
        &own(",,,,Q,register"),
        "meetings",
        "99",
        "2024-03",
        "Suppressed",
    );
    // A part that is not valid in the period is none.
    let ended = little().line("areas.csv", 7, "9902001,乙一社区,,community,9902,,2024-02");
    check_total(&ended, "meetings", "99", "2024-03", "9 (2 of 2 community)");
}

#[test]
fn a_community_right_under_the_district_is_summed_beside_its_streets() {
    let beside = Files::little().line("areas.csv", 7, "9902001,乙一社区,,community,99,,");
    let of_streets = beside.more(
        "observations.csv",
        "meetings,9901,2024-03,,9,,,,A,register,,\nmeetings,9902,2024-03,,0,,,,A,register,,\n",
    );
    let expected = "15 (3 of 3 subdistrict, 1 beside)";
    check(
        total_line(&of_streets, "meetings", "99", "2024-03"),
        expected.to_string(),
    );
    let package = of_streets.open(7);
    let [indicator, area] = ["meetings", "99"];
    let found = total(
        &package,
        indicator_id(&package, indicator),
        area_id(&package, area),
        period("2024-03"),
    );
    let said = parts_text(Lang::En, &package, found.summed.unwrap());
    check(
        said,
        "2 sub-districts and 1 area in none of them".to_string(),
    );
}

#[test]
fn a_partial_benchmark_is_none() {
    let package = Files::little().open(7);
    let at = PeriodChoice::At(period("2024-03"));
    check(
        compared(&package, "on-time", "community", at).benchmark,
        Err(NoBenchmark::Partial(2, 3)),
    );
    let whole = Files::little().line(
        "observations.csv",
        7,
        "on-time,9902001,2024-03,,,40,50,,,register,,",
    );
    let benchmark = compared(&whole.open(7), "on-time", "community", at).benchmark;
    check(
        reading_line(benchmark.unwrap().total.reading),
        "91.8".into(),
    );
}

#[test]
fn an_area_whose_parent_is_wrong_is_no_top_and_leaves_no_benchmark_without_it() {
    let files = Files::little()
        .line("areas.csv", 7, "9902001,乙一社区,,community,9909,,")
        .line(
            "observations.csv",
            7,
            "on-time,9902001,2024-03,,,40,50,,,register,,",
        );
    let at = PeriodChoice::At(period("2024-03"));
    let compare = compared(&files.open(7), "on-time", "community", at);
    check(compare.rows.len(), 3);
    // Its figures belong into the sum of the whole and are not in it.
    check(compare.benchmark.err(), Some(NoBenchmark::Partial(2, 3)));
}
