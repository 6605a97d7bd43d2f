//! What the page of standards shows beyond the answers themselves: which standard it looks at, another
//! limit tried, who misses which, what all splits take together, and how all of it is said. Figures of
//! the demo district were counted from its CSV files with another program.

use crate::support::{Files, area_id, check, demo, published, shipped};
use zhishe::answer::{
    NotJudged, SplitQuestion, StandardEntry, Standards, StandardsQuestion, limit_tried, split_plan,
    standards,
};
use zhishe::export::{split_plan_csv, standard_rows_csv};
use zhishe::figure::{Figure, MOST_BARS, MarkStatus, margins_figure, missed_figure, split_figure};
use zhishe::model::{Bound, Indicator, Lang, Missing, Period, Value};
use zhishe::package::Package;
use zhishe::words;

fn asked(package: &Package, within: Option<&str>, at: &str) -> StandardsQuestion {
    StandardsQuestion {
        area: within.map(|code| area_id(package, code)),
        period: Period::parse(at).unwrap(),
    }
}

fn found(package: &Package, at: &str) -> Standards {
    standards(package, asked(package, None, at))
}

fn picked(found: &Standards, code: &str) -> StandardEntry {
    found.entries[found.picked(code).unwrap()].clone()
}

// ---- which standard is looked at ----------------------------------------------------------------

#[test]
fn the_page_begins_with_the_binding_standard_that_most_miss() {
    let found = found(demo(), "2026-03");
    check(
        picked(&found, "").standard.code,
        "group-in-every-grid".into(),
    );
    check(
        picked(&found, "no-such").standard.code,
        "group-in-every-grid".into(),
    );
    check(picked(&found, "max-households").missed, 6);
    let codes = found.missed_most();
    let codes: Vec<(&str, usize)> = codes
        .iter()
        .map(|it| (&*it.standard.code, it.missed))
        .collect();
    let expected = [
        ("group-in-every-grid", 52),
        ("min-office-area", 42),
        ("grid-staff-per-household", 23),
        ("organisation-in-every-compound", 17),
        ("meetings-a-quarter", 9),
        ("max-households", 6),
        // Only planned: these bind nobody yet, so they come last.
        ("on-time-target", 41),
        ("service-coverage-target", 22),
        ("min-centre-area", 15),
    ];
    check(codes, expected.to_vec());
}

#[test]
fn of_a_target_by_year_the_version_in_force_is_looked_at() {
    let limit = |at: &str| picked(&found(demo(), at), "on-time-target").standard.value;
    check(limit("2024-06"), 84.0);
    check(limit("2025-06"), 85.0);
    check(limit("2026-03"), 86.0);
    // Before any: the last one, which says that it is not in force.
    let early = picked(&found(demo(), "2023-06"), "on-time-target");
    check(
        (early.standard.value, early.silent),
        (86.0, Some(NotJudged::NotInForce)),
    );
    check((early.is_in_force(), early.is_binding()), (false, false));
}

#[test]
fn a_package_without_standards_or_verdicts_has_something_to_look_at_or_nothing() {
    let none = Files::little().without("standards.csv").open(4096);
    check(found(&none, "2024").picked("max-households"), None);
    let found = found(published(), "2024");
    check(found.picked(""), Some(0));
    check(found.missed_most().len(), 0);
    check(found.missing_areas().len(), 0);
}

#[test]
fn reasons_are_counted_once_each() {
    let compounds = picked(&found(demo(), "2026-03"), "organisation-in-every-compound");
    let impossible = NotJudged::Missing(Missing::Impossible);
    check(compounds.reasons(), vec![(impossible, 1)]);
    let unripe = picked(&found(demo(), "2026-04"), "on-time-target");
    check(unripe.reasons(), vec![(NotJudged::Provisional, 163)]);
    check(
        (unripe.missed_rows().len(), unripe.missed + unripe.met),
        (0, 0),
    );
}

// ---- another limit ------------------------------------------------------------------------------

#[test]
fn another_limit_is_tried_on_the_same_areas() {
    let package = demo();
    let missed = |code: &str, limit: f64| {
        let question = asked(package, None, "2026-03");
        let standard = picked(&found(package, "2026-03"), code).standard;
        limit_tried(package, question, &standard, limit).map(|it| (it.met, it.missed))
    };
    check(missed("min-office-area", 550.0), Some((134, 29)));
    check(missed("max-households", 3000.0), Some((130, 33)));
    check(missed("max-households", f64::NAN), None);
    check(missed("max-households", f64::INFINITY), None);
    check(missed("max-households", -1.0), None);
    check(missed("max-households", 0.0), None);
}

#[test]
fn another_limit_judges_nobody_where_nothing_is_judged() {
    let files = shipped("published").more(
        "observations-rest.csv",
        "plenary-reports,150602,2018,东胜区,2,,,,A,dongsheng-2018,,\n",
    );
    let package = files.open(1 << 18);
    let plenary = picked(&found(&package, "2018"), "plenary-hears");
    let question = asked(&package, None, "2018");
    let tried = limit_tried(&package, question, &plenary.standard, 5.0).unwrap();
    check((tried.met, tried.missed), (0, 0));
    for lang in [Lang::Zh, Lang::En] {
        let said = words::tried_sentence(lang, &package, &plenary, &tried);
        let expected = match lang {
            Lang::Zh => "没有可判定的地区",
            Lang::En => "no area can be judged",
        };
        assert!(said.contains(expected), "{said}");
    }
}

// ---- who misses which, and what splits take -----------------------------------------------------

#[test]
fn areas_that_miss_the_most_come_first() {
    let found = found(demo(), "2026-03");
    let areas = found.missing_areas();
    check(areas.len(), 130);
    let first = areas.iter().take(5);
    let first: Vec<(String, usize)> = first
        .map(|(area, places)| (demo().areas.get(*area).code.clone(), places.len()))
        .collect();
    let expected = ["001014", "002010", "004008", "006002", "006007"];
    let expected = expected.map(|code| (format!("990001{code}"), 4));
    check(first, expected.to_vec());
    let Some(Figure::HeatTable(table)) = missed_figure(Lang::Zh, demo(), &found) else {
        panic!("no table");
    };
    check((table.rows.len(), table.columns.len()), (MOST_BARS, 9));
    let missed = |cells: &[zhishe::figure::HeatCell]| {
        let missed = cells
            .iter()
            .filter(|cell| cell.status == MarkStatus::NotMet);
        missed.count()
    };
    check(missed(&table.rows[0].cells), 4);
    assert!(table.note.contains("90 个"), "{}", table.note);
}

#[test]
fn what_all_splits_take_is_the_sum_of_what_each_takes() {
    let package = demo();
    let plan = |limit: Option<f64>| {
        let question = SplitQuestion {
            area: None,
            period: Period::parse("2026-03").unwrap(),
            limit,
        };
        split_plan(package, question)
    };
    let totals = plan(None).totals().unwrap();
    check(
        (totals.areas, totals.fewest_parts, totals.packed_parts),
        (6, 12, Some(12)),
    );
    check(totals.staff, Some((57.0, Some(52.0))));
    let premises: Vec<(f64, Option<f64>)> = totals
        .premises
        .iter()
        .map(|it| (it.needed, it.now))
        .collect();
    // What one has to spare helps no other: 13,180 m² are more than 12,000, and two lack some all the same.
    let lacks: Vec<(usize, f64)> = totals
        .premises
        .iter()
        .map(|it| it.lack.map_or((0, -1.0), |lack| (lack.areas, lack.amount)))
        .collect();
    check(lacks, vec![(6, 2870.0), (2, 620.0), (5, 940.0)]);
    let expected = [
        (7200.0, Some(4330.0)),
        (12000.0, Some(13180.0)),
        (6000.0, Some(5120.0)),
    ];
    check(premises, expected.to_vec());
    // Compounds over the limit by themselves are in no part: their number of parts says nothing.
    check(plan(Some(800.0)).totals().unwrap().packed_parts, None);
    check(plan(Some(99_999.0)).totals(), None);
}

#[test]
fn a_split_is_drawn_with_every_part_against_the_limit() {
    let package = demo();
    let question = SplitQuestion {
        area: None,
        period: Period::parse("2026-03").unwrap(),
        limit: Some(800.0),
    };
    let plan = split_plan(package, question);
    let split = &plan.splits[0];
    let packing = split.packing.as_ref().unwrap();
    let Some(Figure::SplitParts(figure)) = split_figure(Lang::En, package, &plan, split) else {
        panic!("no figure");
    };
    check(
        figure.bars.len(),
        1 + packing.parts.len() + packing.too_large.len(),
    );
    check(figure.limit.value, 800.0);
    for (bar, part) in figure.bars[1..].iter().zip(&packing.parts) {
        check(bar.units.iter().sum::<f64>(), part.households);
        check(bar.mark.status, MarkStatus::Met);
    }
    let last = figure.bars.last().unwrap();
    check(
        (last.mark.value, last.mark.status),
        (859.0, MarkStatus::NotMet),
    );
}

#[test]
fn few_areas_are_bars_and_many_are_dots() {
    let package = demo();
    let all = picked(&found(package, "2026-03"), "min-office-area");
    let figure = margins_figure(Lang::Zh, package, &all, None, None);
    assert!(matches!(figure, Some(Figure::Margins(_))));
    let question = asked(package, Some("990001002"), "2026-03");
    let few = picked(&standards(package, question), "min-office-area");
    let figure = margins_figure(Lang::Zh, package, &few, None, None);
    let Some(Figure::RankedBars(bars)) = figure else {
        panic!("no bars");
    };
    check((bars.marks.len(), few.missed), (17, 5));
    let missed = bars
        .marks
        .iter()
        .filter(|mark| mark.status == MarkStatus::NotMet);
    check(missed.count(), 5);
    // Nobody is held against a standard that was set elsewhere, whatever is published.
    let borrowed = picked(&found(published(), "2024"), "max-households");
    check(
        margins_figure(Lang::Zh, published(), &borrowed, None, None),
        None,
    );
}

// ---- words --------------------------------------------------------------------------------------

#[test]
fn the_sentence_at_the_top_answers_a_leader() {
    let found = found(demo(), "2026-03");
    check(
        words::standards_sentence(Lang::Zh, demo(), &found),
        "现行规范 10 项，其中 9 项有社区未达标。除计划目标外，未达标最多的是：52 个社区网格党小组覆盖率不足 100%，最低 25.0%（丁01社区等 2 个）；42 个社区办公用房面积不足 600 平方米，最低 330 平方米（甲06社区等 3 个）；23 个社区每千户专职网格员不足 2 人，最低 1.74 人（辛04社区）。".into(),
    );
    let households = picked(&found, "max-households");
    check(
        words::standard_entry_sentence(Lang::Zh, demo(), &households),
        "2026 年第 1 季度，163 个社区中 6 个未达标（3.7%）：户数超过 3,500 户，最高 5,212 户（甲09社区）。".into(),
    );
    check(
        words::standard_entry_sentence(Lang::En, demo(), &households),
        "Q1 2026: 6 of 163 communities (3.7%) do not meet it: “Households” above 3,500 households (highest 5,212 households, Jia 09 Community).".into(),
    );
    let published_found = standards(published(), asked(published(), None, "2024"));
    for lang in [Lang::Zh, Lang::En] {
        let said = words::standards_sentence(lang, published(), &published_found);
        assert!(said.contains("11"), "{said}");
        assert!(!said.contains("达标") && !said.contains("meet"), "{said}");
    }
}

#[test]
fn a_margin_is_told_from_none_at_all() {
    let about = |kind: &str| -> Indicator {
        let mut all = demo().indicators.iter().map(|(_, it)| it.clone());
        all.find(|it| it.code == kind).unwrap()
    };
    let text = |code: &str, lang: Lang, margin: Value| {
        words::standard_margin_text(lang, &about(code), margin)
    };
    check(
        text("office-area", Lang::Zh, Value::Known(-270.0)),
        "−270 平方米".into(),
    );
    check(
        text("office-area", Lang::Zh, Value::Known(0.0)),
        "0 平方米".into(),
    );
    check(
        text("grids-with-group", Lang::Zh, Value::Known(-75.0)),
        "−75.0 个百分点".into(),
    );
    check(
        text("grids-with-group", Lang::En, Value::Known(2.26)),
        "+2.3 pp".into(),
    );
    // 0.02 points short is short.
    check(
        text("grids-with-group", Lang::En, Value::Known(-0.02)),
        "−0.02 pp".into(),
    );
    let bounded = Value::Bounded(100.0, Bound::Lower);
    check(text("office-area", Lang::En, bounded), "≥ +100 m²".into());
    let missing = Value::Missing(Missing::NoRow);
    check(text("office-area", Lang::En, missing), String::new());
}

#[test]
fn misses_that_chance_could_explain_are_counted_and_said() {
    let found = found(demo(), "2026-03");
    // 20 of 24 is 83.3 %, with an interval that holds 86 %: no sign of a missed target.
    let target = picked(&found, "on-time-target");
    let within = target.missed_within_chance(demo()).unwrap();
    assert!(
        within > 0 && within < target.missed,
        "{within} of {}",
        target.missed
    );
    let said = words::chance_in_standard_text(Lang::Zh, demo(), &target);
    assert!(
        said.contains(&format!("未达标的 {} 个中，{within} 个", target.missed)),
        "{said}"
    );
    // What there is does not vary by chance.
    let office = picked(&found, "min-office-area");
    check(office.missed_within_chance(demo()), None);
    check(
        words::chance_in_standard_text(Lang::Zh, demo(), &office),
        String::new(),
    );
}

#[test]
fn a_register_that_judges_nobody_says_what_its_setters_publish() {
    // Branches that a place counts itself stand beside the standard that it set; the others publish none.
    let files = shipped("published").more(
        "observations-rest.csv",
        "plenary-reports,150602,2018,东胜区,2,,,,A,dongsheng-2018,,\n",
    );
    let package = files.open(1 << 18);
    let texts = |package: &Package| -> Vec<String> {
        let found = standards(package, asked(package, None, "2024"));
        let entries = found.entries.iter();
        entries
            .map(|it| words::setters_figure_text(Lang::Zh, package, it))
            .filter(|text| !text.is_empty())
            .collect()
    };
    check(texts(published()), Vec::<String>::new());
    check(texts(&package).len(), 1);
    assert!(
        texts(&package)[0].contains("2 次/年（2018 年）"),
        "{:?}",
        texts(&package)
    );
    let early = standards(demo(), asked(demo(), None, "2022-03"));
    let said = words::standards_sentence(Lang::Zh, demo(), &early);
    assert!(said.contains("所选期间均未生效"), "{said}");
}

// ---- files --------------------------------------------------------------------------------------

#[test]
fn downloads_carry_what_they_are_and_every_row() {
    let package = demo();
    let found = found(package, "2026-03");
    let office = picked(&found, "min-office-area");
    let bytes = standard_rows_csv(
        Lang::En,
        package,
        (&[&office], None),
        ("Title", "https://host/?x=1"),
    );
    let text = String::from_utf8(bytes).unwrap();
    let rows: Vec<&str> = text
        .lines()
        .filter(|it| it.starts_with("min-office-area,"))
        .collect();
    check(rows.len(), 163);
    assert!(
        rows[0].contains(",330,") && rows[0].contains(",-270,,missed,"),
        "{}",
        rows[0]
    );
    // The reader's own limit, and what it would say of each.
    let tried = zhishe::answer::limit_tried(
        package,
        asked(package, None, "2026-03"),
        &office.standard,
        300.0,
    );
    let shown = (&[&office][..], tried.as_ref());
    let own = standard_rows_csv(Lang::En, package, shown, ("Title", "a"));
    let own = String::from_utf8(own).unwrap();
    let first = own
        .lines()
        .find(|it| it.starts_with("min-office-area,"))
        .unwrap();
    assert!(first.contains(",missed,,300,met,"), "{first}");
    check(
        zhishe::answer::limit_tried(
            package,
            asked(package, None, "2026-03"),
            &office.standard,
            0.0,
        ),
        None,
    );
    assert!(
        rows.iter().all(|row| row.ends_with("Fictional data")),
        "{}",
        rows[0]
    );
    assert!(text.contains("https://host/?x=1") && text.contains("42 of 163"));
    let question = SplitQuestion {
        area: None,
        period: Period::parse("2026-03").unwrap(),
        limit: None,
    };
    let plan = split_plan(package, question);
    let text = String::from_utf8(split_plan_csv(Lang::En, package, &plan, ("T", "a"))).unwrap();
    let rows = text.lines().filter(|it| it.starts_with("990001"));
    check(rows.count(), 12);
    let first = text
        .lines()
        .find(|it| it.starts_with("990001001009,"))
        .unwrap();
    assert!(first.contains(",5212,3500,2,1,2711,"), "{first}");
    // Staff: each part, the whole, all parts, now, lack; premises: needed, now, lack.
    let needs = ",6,11,12,10,2,2026-Q1,1200,720,480,2000,2060,0,1000,790,210,";
    assert!(first.contains(needs), "{first}");
}
