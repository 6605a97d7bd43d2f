//! Standards and the split planner: who meets what by what margin, where nothing is judged and why,
//! and what a split would take. Figures of the demo district were counted from its CSV files with
//! another program. It must not know how any of it is worded or drawn.

use crate::support::{Files, area_id, check, demo, period, published, reading_line, shipped};
use zhishe::answer::{
    NotJudged, SplitLimit, SplitPlan, SplitQuestion, StaffRule, StandardEntry, StandardRow,
    StandardVerdict as Verdict, StandardsQuestion, Unsplit, split_plan, standards,
};
use zhishe::model::{Bound, Lang, Missing, Value};
use zhishe::package::Package;
use zhishe::words;

/// The entries of a standard, one a version of it.
fn entries(package: &Package, code: &str, at: &str) -> Vec<StandardEntry> {
    let question = StandardsQuestion {
        area: None,
        period: period(at),
    };
    let mut entries = standards(package, question).entries;
    entries.retain(|entry| entry.standard.code == code);
    entries
}

fn entry(package: &Package, code: &str, at: &str) -> StandardEntry {
    let mut entries = entries(package, code, at);
    assert_eq!(entries.len(), 1, "{code}");
    entries.remove(0)
}

/// Met, missed, not judged.
fn tally(entry: &StandardEntry) -> (usize, usize, usize) {
    (entry.met, entry.missed, entry.not_judged())
}

fn code(package: &Package, row: &StandardRow) -> String {
    package.areas.get(row.area).code.clone()
}

// ---- the demo district --------------------------------------------------------------------------

#[test]
fn offices_are_held_against_600_square_metres() {
    let package = demo();
    let office = entry(package, "min-office-area", "2026-03");
    check(tally(&office), (121, 42, 0));
    check(office.period, period("2026-Q1"));
    check(office.silent, None);
    let worst = &office.rows[0];
    check(code(package, worst), "990001001006".into());
    check(worst.margin, Some(Value::Known(-270.0)));
    check(worst.total.reading.place.is_some(), true);
    // Two offices have 600 exactly, and meet it by nothing.
    let least = office.rows.iter().skip(42).take(3).map(|row| row.margin);
    let least: Vec<f64> = least.map(|it| it.unwrap().number().unwrap()).collect();
    check((least[0], least[1], least[2] > 0.0), (0.0, 0.0, true));
    check(office.set_by, package.areas.id("990001"));
}

#[test]
fn every_standard_of_the_demo_district_counts_as_its_files_do() {
    let package = demo();
    let now = |code: &str| tally(&entry(package, code, "2026-03"));
    check(now("max-households"), (157, 6, 0));
    check(now("min-centre-area"), (148, 15, 0));
    check(now("group-in-every-grid"), (111, 52, 0));
    // Geng 16 has no compound.
    let compounds = entry(package, "organisation-in-every-compound", "2026-03");
    check(tally(&compounds), (145, 17, 1));
    let last = compounds.rows.last().unwrap();
    check(code(package, last), "990001007016".into());
    check(
        last.verdict,
        Verdict::NotJudged(NotJudged::Missing(Missing::Impossible)),
    );
    check(now("grid-staff-per-household"), (140, 23, 0));
    // Times a quarter: the quarter that the month lies in is judged.
    let meetings = entry(package, "meetings-a-quarter", "2026-03");
    check(meetings.period, period("2026-Q1"));
    check(tally(&meetings), (154, 9, 0));
    check(now("service-coverage-target"), (141, 22, 0));
}

#[test]
fn a_target_is_judged_in_its_year_only() {
    let package = demo();
    let at = |at: &str| {
        let entries = entries(package, "on-time-target", at);
        let silent: Vec<Option<NotJudged>> = entries.iter().map(|it| it.silent).collect();
        let missed: Vec<usize> = entries.iter().map(|it| it.missed).collect();
        (silent, missed)
    };
    let out = Some(NotJudged::NotInForce);
    check(at("2026-03"), (vec![out, out, None], vec![0, 0, 41]));
    // A month that is not yet ripe is not judged.
    check(at("2026-04"), (vec![out, out, None], vec![0, 0, 0]));
    let unripe = entries(package, "on-time-target", "2026-04").remove(2);
    let verdict = Verdict::NotJudged(NotJudged::Provisional);
    check(unripe.rows.iter().all(|row| row.verdict == verdict), true);
}

#[test]
fn a_standard_for_split_parts_judges_these_alone() {
    let package = demo();
    let known = entries(package, "min-outdoor-area", "2026-03").remove(0);
    check(tally(&known), (2, 0, 0));
    check(known.outside, 161);
    let margins: Vec<Option<Value>> = known.rows.iter().map(|row| row.margin).collect();
    check(
        margins,
        vec![Some(Value::Known(620.0)), Some(Value::Known(1120.0))],
    );
    // Where the table of splits cannot be read, who is one is not known.
    let lost = shipped("demo").without("lineage.csv").open(1 << 18);
    let unknown = entries(&lost, "min-outdoor-area", "2026-03").remove(0);
    check(tally(&unknown), (0, 0, 163));
    check(
        unknown.rows[0].verdict,
        Verdict::NotJudged(NotJudged::SplitsUnknown),
    );
}

// ---- the published package ----------------------------------------------------------------------

#[test]
fn the_published_standards_judge_nobody() {
    let package = published();
    for at in ["2024", "2023-04", "2018-04"] {
        let question = StandardsQuestion {
            area: None,
            period: period(at),
        };
        let answer = standards(package, question);
        check(answer.entries.len(), 11);
        for entry in &answer.entries {
            check((entry.met, entry.missed), (0, 0));
            for row in &entry.rows {
                let Some(setter) = entry.set_by else {
                    check(row.margin, None);
                    continue;
                };
                if !package.areas.lies_in(row.area, setter) {
                    let borrowed = Verdict::NotJudged(NotJudged::Borrowed);
                    check((row.margin, row.verdict), (None, borrowed));
                }
            }
        }
    }
    let set_by = |code: &str| entry(package, code, "2024").set_by;
    check(set_by("max-households"), package.areas.id("610113"));
    check(set_by("deliberation-monthly"), package.areas.id("511381"));
    check(set_by("plenary-hears"), package.areas.id("150602"));
    // A speech named no city.
    check(set_by("min-centre-area"), None);
    let plan = SplitQuestion {
        area: None,
        period: period("2024"),
        limit: None,
    };
    check(
        split_plan(package, plan).limit,
        Err(Unsplit::PackageForbids),
    );
}

#[test]
fn the_margin_of_those_who_set_it_is_shown_without_a_verdict() {
    let rows = |dongsheng: u32| {
        let files = shipped("published").more(
            "observations-rest.csv",
            &format!(
                "plenary-reports,150602,2018,东胜区,{dongsheng},,,,A,dongsheng-2018,,\n\
                 plenary-reports,610113,2018,雁塔区,2,,,,A,dongsheng-2018,,\n"
            ),
        );
        let package = files.open(1 << 18);
        let plenary = entry(&package, "plenary-hears", "2018");
        let rows = plenary.rows.iter();
        let rows = rows.map(|row| (code(&package, row), row.margin, row.verdict));
        rows.collect::<Vec<(String, Option<Value>, Verdict)>>()
    };
    let expected = |margin: f64| {
        let not = |reason: NotJudged| Verdict::NotJudged(reason);
        let own = (Some(Value::Known(margin)), not(NotJudged::PackageForbids));
        vec![
            ("610113".to_string(), None, not(NotJudged::Borrowed)),
            ("511381".to_string(), None, not(NotJudged::Borrowed)),
            ("150602".to_string(), own.0, own.1),
        ]
    };
    check(rows(2), expected(1.0));
    check(rows(0), expected(-1.0));
}

// ---- the edges ----------------------------------------------------------------------------------

const AREAS: &str = "\
area_code,name_zh,name_en,level,parent_code
99,某区,District,district,
98,邻区,Next,district,
9901,甲街道,Jia,subdistrict,99
990101,甲一,Jia 1,community,9901
990102,甲二,Jia 2,community,9901
980101,邻一,Next 1,community,98
990101c1,一,C1,compound,990101
990101c2,二,C2,compound,990101
990101c3,三,C3,compound,990101
990101c4,四,C4,compound,990101
";

const INDICATORS: &str = "\
indicator,theme,unit_zh,unit_en,kind,nature,multiplier,role
households,organisation,户,households,count,inventory,1,unit.households
staff,staffing,人,people,count,inventory,1,staff.grid
area,premises,平方米,m²,count,inventory,1,premises.office_area
share,service,%,%,proportion,survey,100,
meetings,meetings,次,meetings,count,events,1,meeting.held
";

const STANDARDS: &str = "\
standard,effective_from,indicator,operator,value,unit_zh,unit_en,area_code,level,applies_to,strength,effective_to
";

const COLUMNS: &str = "indicator,area_code,period,value,numerator,denominator,bound,status\n";

fn made(standards: &str, observations: &str) -> Package {
    Files::little()
        .with("areas.csv", AREAS)
        .with("indicators.csv", INDICATORS)
        .with("standards.csv", format!("{STANDARDS}{standards}"))
        .with("observations.csv", format!("{COLUMNS}{observations}"))
        .with("observations-wide.csv", "area_code,area_name,period\n")
        .open(4096)
}

/// The verdict and the margin of the first community under a standard.
#[track_caller]
fn judged(standard: &str, observation: &str, at: &str) -> (Option<Value>, Verdict) {
    let package = made(&format!("it,{standard}\n"), &format!("{observation}\n"));
    let entry = entry(&package, "it", at);
    let area = area_id(&package, "990101");
    let row = entry.rows.iter().find(|row| row.area == area).unwrap();
    (row.margin, row.verdict)
}

#[test]
fn bounds_are_judged_where_they_settle_it() {
    let verdict = |operator: &str, limit: &str, value: &str, bound: &str| {
        let standard = format!("2024,households,{operator},{limit},户,,99,community,all,required,");
        let row = format!("households,990101,2024,{value},,,{bound},");
        judged(&standard, &row, "2024").1
    };
    let open = |bound: Bound| Verdict::NotJudged(NotJudged::Bounded(bound));
    // 3120余: at least so many.
    check(verdict(">=", "3000", "3120", "lower"), Verdict::Met);
    check(verdict(">=", "3120", "3120", "lower"), Verdict::Met);
    check(verdict(">=", "3500", "3120", "lower"), open(Bound::Lower));
    check(verdict("<=", "3500", "3120", "lower"), open(Bound::Lower));
    check(verdict("<=", "3000", "3120", "lower"), Verdict::Missed);
    // 近3000: just under.
    check(verdict("<=", "3000", "3000", "upper"), Verdict::Met);
    check(verdict("<=", "2900", "3000", "upper"), open(Bound::Upper));
    check(verdict(">=", "3100", "3000", "upper"), Verdict::Missed);
    check(verdict(">=", "2900", "3000", "upper"), open(Bound::Upper));
    check(
        verdict(">=", "500", "1200", "approx"),
        open(Bound::Approximate),
    );
    check(
        verdict(">=", "500", "1200", "rounded"),
        open(Bound::Rounded),
    );
    check(verdict("<=", "3500", "3500", ""), Verdict::Met);
    check(verdict("<=", "3500", "3501", ""), Verdict::Missed);
}

#[test]
fn the_margin_is_positive_on_the_good_side_and_bounded_as_the_value_is() {
    let margin = |operator: &str, value: &str, bound: &str| {
        let standard = format!("2024,households,{operator},3000,户,,99,community,all,required,");
        let row = format!("households,990101,2024,{value},,,{bound},");
        judged(&standard, &row, "2024").0
    };
    check(margin(">=", "3100", ""), Some(Value::Known(100.0)));
    check(margin("<=", "3100", ""), Some(Value::Known(-100.0)));
    check(
        margin(">=", "3100", "lower"),
        Some(Value::Bounded(100.0, Bound::Lower)),
    );
    check(
        margin("<=", "3100", "lower"),
        Some(Value::Bounded(-100.0, Bound::Upper)),
    );
}

#[test]
fn a_share_that_is_the_limit_meets_it_whatever_division_does() {
    let of = |limit: &str, counts: &str| {
        let standard = format!("2024,share,>=,{limit},%,,99,community,all,planned,");
        judged(&standard, &format!("share,990101,2024,,{counts},,"), "2024")
    };
    // 57 / 100 * 100 is a little less than 57.
    check(57.0 / 100.0 * 100.0 < 57.0, true);
    check(of("57", "57,100"), (Some(Value::Known(0.0)), Verdict::Met));
    check(of("57", "569,1000").1, Verdict::Missed);
    check(of("100", "7,7").1, Verdict::Met);
}

#[test]
fn what_is_not_judged_says_why() {
    let reason = |standard: &str, row: &str, at: &str| match judged(standard, row, at) {
        (None, Verdict::NotJudged(reason)) => reason,
        other => panic!("{other:?}"),
    };
    let row = "households,990101,2024,3000,,,,";
    let with = |standard: &str| reason(standard, row, "2024");
    check(
        with("2024,households,<=,1,家,families,99,community,all,,"),
        NotJudged::UnitDiffers,
    );
    check(
        with("2024,households,<=,1,户/月,,99,community,all,,"),
        NotJudged::SpanDiffers,
    );
    check(
        with("2025,households,<=,1,户,,99,community,all,,"),
        NotJudged::NotInForce,
    );
    check(
        with("2020,households,<=,1,户,,99,community,all,,2024-06"),
        NotJudged::NotInForce,
    );
    check(
        with("soon,households,<=,1,户,,99,community,all,,"),
        NotJudged::DatesUnreadable,
    );
    check(
        with("2024,households,<=,1,户,,98,community,all,,"),
        NotJudged::Borrowed,
    );
    check(
        with("2024,households,<=,1,户,,,community,all,,"),
        NotJudged::Borrowed,
    );
    check(
        with("2024,households,<=,1,户,,99,community,list,,"),
        NotJudged::ListUnknown,
    );
    check(
        with("2024,households,<=,1,户,,99,community,split-parts,,"),
        NotJudged::SplitsUnknown,
    );
    let standard = "2024,households,<=,1,户,,99,community,all,,";
    check(
        reason(standard, "households,990101,2024,,,,,O", "2024"),
        NotJudged::Missing(Missing::NotReported),
    );
    check(
        reason(standard, "households,990102,2024,5,,,,", "2024"),
        NotJudged::Missing(Missing::NoRow),
    );
    // In the other language the units agree.
    let english = "2024,households,<=,1,,households,99,community,all,,";
    check(judged(english, row, "2024").1, Verdict::Missed);
}

#[test]
fn a_standard_without_its_indicator_or_level_is_listed_and_silent() {
    let package = made(
        "one,2024,nothing,>=,1,,,99,community,all,,\ntwo,2024,households,>=,1,户,,99,ward,all,,\n",
        "",
    );
    let one = entry(&package, "one", "2024");
    check(
        (one.silent, one.rows.len()),
        (Some(NotJudged::UnknownIndicator), 0),
    );
    let two = entry(&package, "two", "2024");
    check(
        (two.silent, two.rows.len()),
        (Some(NotJudged::UnknownLevel), 0),
    );
}

#[test]
fn times_a_quarter_are_held_against_quarters_and_nothing_else() {
    let standard = "2024,meetings,>=,3,次/季,per quarter,99,community,all,required,";
    check(
        judged(standard, "meetings,990101,2024-Q1,3,,,,", "2024-Q1"),
        (Some(Value::Known(0.0)), Verdict::Met),
    );
    check(
        judged(standard, "meetings,990101,2024-01,3,,,,", "2024-01").1,
        Verdict::NotJudged(NotJudged::SpanDiffers),
    );
}

#[test]
fn a_partial_sum_is_judged_by_nothing() {
    let package = made(
        "it,2024,households,<=,9000,户,,99,district,all,required,\n",
        "households,990101,2024,3000,,,,\n",
    );
    let question = StandardsQuestion {
        area: package.areas.id("99"),
        period: period("2024"),
    };
    let answer = standards(&package, question);
    let row = &answer.entries[0].rows[0];
    check(
        (row.margin, row.verdict),
        (None, Verdict::NotJudged(NotJudged::Partial(1, 2))),
    );
}

// ---- the split planner --------------------------------------------------------------------------

fn planned(package: &Package, at: &str, limit: Option<f64>) -> SplitPlan {
    let question = SplitQuestion {
        area: None,
        period: period(at),
        limit,
    };
    split_plan(package, question)
}

#[test]
fn six_communities_of_the_demo_district_need_two_parts_each() {
    let package = demo();
    let plan = planned(package, "2026-03", None);
    check((plan.judged, plan.open.len()), (163, 0));
    let shown: Vec<(String, String, u64)> = plan
        .splits
        .iter()
        .map(|split| {
            let code = package.areas.get(split.area).code.clone();
            (code, reading_line(split.households), split.fewest_parts)
        })
        .collect();
    let expected = [
        ("990001001009", "5212"),
        ("990001002010", "4630"),
        ("990001003004", "4208"),
        ("990001005003", "3985"),
        ("990001006002", "3764"),
        ("990001009011", "3618"),
    ];
    let expected = expected.map(|(code, households)| (code.into(), households.into(), 2));
    check(shown, expected.to_vec());
    let packed: Vec<Vec<(f64, usize)>> = plan
        .splits
        .iter()
        .map(|split| {
            let packing = split.packing.as_ref().unwrap();
            let households = split.households.value.number().unwrap();
            check(packing.is_whole(households), true);
            let parts = packing.parts.iter();
            parts.map(|it| (it.households, it.units.len())).collect()
        })
        .collect();
    check(
        packed,
        vec![
            vec![(2711.0, 5), (2501.0, 4)],
            vec![(2340.0, 4), (2290.0, 4)],
            vec![(2122.0, 4), (2086.0, 4)],
            vec![(2124.0, 4), (1861.0, 3)],
            vec![(1989.0, 4), (1775.0, 3)],
            vec![(1860.0, 3), (1758.0, 3)],
        ],
    );
}

#[test]
fn the_parts_need_premises_and_staff_by_standard() {
    let package = demo();
    let plan = planned(package, "2026-03", None);
    let split = &plan.splits[0];
    let staff = split.staff.as_ref().unwrap();
    // Two for every 1,000 households: 2,711 need 6, 2,501 need 6; the whole would need 11.
    check(
        matches!(&staff.rule, StaffRule::Standard(it) if it.value == 2.0),
        true,
    );
    check((staff.each.clone(), staff.least), (vec![6.0, 6.0], 11.0));
    check(reading_line(staff.now), "10".into());
    check((staff.needed(), staff.lack()), (12.0, Some(2.0)));
    // Two parts of 600 m² with 720 m² to hand.
    check(split.premises[0].lack(split.fewest_parts), Some(480.0));
    let premises: Vec<(String, f64, String)> = split
        .premises
        .iter()
        .map(|need| {
            let (code, limit) = (need.standard.code.clone(), need.standard.value);
            (code, limit, reading_line(need.now))
        })
        .collect();
    check(premises.len(), 3);
    check(
        premises[0].clone(),
        ("min-office-area".to_string(), 600.0, "720".to_string()),
    );
    check(premises[1].1, 1000.0);
    check(premises[2].1, 500.0);
}

#[test]
fn another_limit_may_be_tried() {
    let package = demo();
    let parts = |limit: f64| {
        let plan = planned(package, "2026-03", Some(limit));
        check(plan.limit.clone(), Ok(SplitLimit::Given(limit)));
        let split = plan.splits[0].clone();
        let packing = split.packing.unwrap();
        (
            plan.splits.len(),
            split.fewest_parts,
            packing.parts.len(),
            packing.too_large.len(),
        )
    };
    check(parts(3000.0).0, 33);
    // Six cannot be had from whole compounds, by this way of filling.
    let (_, fewest, packed, too_large) = parts(1000.0);
    check((fewest, packed, too_large), (6, 7, 0));
    // One compound of 859 fits into no part of 800.
    let (_, fewest, packed, too_large) = parts(800.0);
    check((fewest, packed, too_large), (7, 6, 1));
    for limit in [0.0, -1.0, f64::INFINITY] {
        let plan = planned(package, "2026-03", Some(limit));
        check(plan.limit, Err(Unsplit::NoLimit(limit)));
    }
    let nan = planned(package, "2026-03", Some(f64::NAN)).limit;
    check(matches!(nan, Err(Unsplit::NoLimit(_))), true);
}

#[test]
fn the_median_stands_in_for_a_standard_on_staff() {
    let files = shipped("demo").change("standards.csv", |text| {
        let lines = text.lines().filter(|line| !line.contains("grid-staff"));
        lines
            .map(|line| format!("{line}\n"))
            .collect::<String>()
            .into_bytes()
    });
    let package = files.open(1 << 18);
    let plan = planned(&package, "2026-03", None);
    let staff = plan.splits[0].staff.as_ref().unwrap();
    let StaffRule::Median {
        per_1000, areas, ..
    } = staff.rule
    else {
        panic!("{:?}", staff.rule);
    };
    check(areas, 163);
    check((per_1000 - 2.346_499_804_458_334_3).abs() < 1e-12, true);
    // 2,711 × 2.3465 / 1,000 = 6.36; 2,501: 5.87; 5,212: 12.23.
    check((staff.each.clone(), staff.least), (vec![7.0, 6.0], 13.0));
}

#[test]
fn the_median_of_two_lies_between_them() {
    let package = made(
        LIMIT,
        "households,990101,2024,4000,,,,\nhouseholds,990102,2024,1000,,,,\n\
         households,980101,2024,1000,,,,\nstaff,990101,2024,4,,,,\n\
         staff,990102,2024,2,,,,\nstaff,980101,2024,90,,,,\n",
    );
    let plan = planned(&package, "2024", None);
    let staff = plan.splits[0].staff.as_ref().unwrap();
    // One and two for every 1,000; the neighbour is another district.
    let expected = StaffRule::Median {
        per_1000: 1.5,
        areas: 2,
        period: period("2024"),
    };
    check(staff.rule.clone(), expected);
    check((staff.each.len(), staff.least), (0, 6.0));
}

const LIMIT: &str = "max,2024,households,<=,3500,户,households,99,community,all,required,\n";

#[test]
fn nothing_is_planned_without_households_or_a_limit() {
    let none = Files::little();
    check(
        planned(&none.open(4096), "2024", Some(1.0)).limit,
        Err(Unsplit::NoHouseholds),
    );
    let row = "households,990101,2024,4000,,,,\n";
    let unlimited = planned(&made("", row), "2024", None);
    check(unlimited.limit, Err(Unsplit::NoStandard));
    let borrowed = LIMIT.replace(",99,", ",97,");
    let borrowed = planned(&made(&borrowed, row), "2024", None);
    check(borrowed.limit, Err(Unsplit::NoStandard));
    let early = planned(
        &made(LIMIT, "households,990101,2023,4000,,,,\n"),
        "2023",
        None,
    );
    check(early.limit, Err(Unsplit::NoStandard));
}

#[test]
fn compounds_that_cannot_be_packed_are_named() {
    let package = made(
        LIMIT,
        "households,990101,2024,9000,,,,\nhouseholds,990102,2024,3400,,,lower,\n\
         households,980101,2024,9000,,,,\n\
         households,990101c1,2024,3600,,,,\nhouseholds,990101c2,2024,1500,,,,\n\
         households,990101c3,2024,2000,,,,\nhouseholds,990101c4,2024,,,,,O\n",
    );
    let plan = planned(&package, "2024", None);
    let names = |areas: &[zhishe::model::AreaId]| -> Vec<String> {
        let codes = areas.iter().map(|it| package.areas.get(*it).code.clone());
        codes.collect()
    };
    // The neighbour has set no limit, and at least 3,400 may be more than 3,500 or not.
    check(plan.splits.len(), 1);
    check(names(&plan.open), vec!["990102".to_string()]);
    let split = &plan.splits[0];
    check(split.fewest_parts, 3);
    let packing = split.packing.as_ref().unwrap();
    check(names(&packing.too_large), vec!["990101c1".to_string()]);
    check(names(&packing.without_figure), vec!["990101c4".to_string()]);
    check(packing.parts.len(), 1);
    check(
        names(&packing.parts[0].units),
        vec!["990101c3".to_string(), "990101c2".to_string()],
    );
    check(packing.households, 7100.0);
    check(packing.is_whole(9000.0), false);
    // Nothing counts staff, and no standard is on premises.
    check(split.staff.clone(), None);
    check(split.premises.len(), 0);
}

#[test]
fn a_part_may_be_filled_to_the_limit() {
    let package = made(
        LIMIT,
        "households,990101,2024,7000,,,,\nhouseholds,990101c1,2024,2000,,,,\n\
         households,990101c2,2024,1500,,,,\nhouseholds,990101c3,2024,3500,,,,\n\
         households,990101c4,2024,0,,,,\n",
    );
    let plan = planned(&package, "2024", None);
    let split = &plan.splits[0];
    let packing = split.packing.as_ref().unwrap();
    let filled: Vec<f64> = packing.parts.iter().map(|part| part.households).collect();
    check((split.fewest_parts, filled), (2, vec![3500.0, 3500.0]));
    check(packing.is_whole(7000.0), true);
    check(packing.too_large.len(), 0);
}

#[test]
fn without_compounds_there_is_a_lower_bound_only() {
    let package = made(LIMIT, "households,990101,2024,7000,,,lower,\n");
    let plan = planned(&package, "2024", None);
    check(plan.splits[0].fewest_parts, 2);
    check(plan.splits[0].packing.clone(), None);
}

#[test]
fn where_nothing_is_judged_no_limit_splits_anything() {
    let files = shipped("published");
    let package = files.open(1 << 18);
    for limit in [None, Some(3000.0)] {
        let plan = planned(&package, "2024", limit);
        check(plan.limit.clone(), Err(Unsplit::PackageForbids));
        for lang in [Lang::Zh, Lang::En] {
            let said = words::split_lead(lang, &package, &plan);
            assert!(
                !said.contains("没有社区超过") && !said.contains("no communit"),
                "{said}"
            );
        }
    }
}
