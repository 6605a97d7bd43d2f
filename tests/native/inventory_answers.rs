//! Coverage and organisation: what there is and what is missing, on the two packages that ship and on
//! small made-up ones for the edges. Figures of the demo district were counted from its CSV files
//! with another program. It must not know how any of it is worded or drawn.

use crate::support::{
    Files, area_id, check, demo, fault_lines, indicator_id, level, period, published, reading_line,
    shipped,
};
use zhishe::answer::{
    Agreement, Counted, Coverage, CoverageBasis, CoverageQuestion, CoverageRow, NoCoverage,
    NoNames, NoTier, Organisation, OrganisationQuestion, OverWhole, coverage, organisation,
    parent_check,
};
use zhishe::model::{LevelId, Missing, Period, Role, Value};
use zhishe::package::{Need, Package};
use zhishe::query::{readings, select, standing_period};

fn covered(package: &Package, indicator: &str, area: &str, word: &str, at: &str) -> Coverage {
    let question = CoverageQuestion {
        indicator: indicator_id(package, indicator),
        area: area_id(package, area),
        level: level(package, word),
        period: period(at),
        units: None,
    };
    coverage(package, question)
}

/// `code missing numerator/denominator`, and the units that lack it.
fn row_line(package: &Package, row: &CoverageRow) -> String {
    let number = |number: Option<f64>| number.map_or("?".to_string(), |it| it.to_string());
    let units = row.units.iter().flat_map(|units| &units.lacking);
    let units = units.map(|unit| format!(" {}", package.areas.get(unit.area).code));
    format!(
        "{} {} {}/{}{}",
        package.areas.get(row.area).code,
        number(row.missing),
        number(row.numerator),
        number(row.denominator),
        units.collect::<String>()
    )
}

fn row_lines(package: &Package, rows: &[CoverageRow]) -> Vec<String> {
    rows.iter().map(|row| row_line(package, row)).collect()
}

fn codes(package: &Package, areas: impl IntoIterator<Item = zhishe::model::AreaId>) -> Vec<String> {
    let areas = areas.into_iter();
    areas
        .map(|area| package.areas.get(area).code.clone())
        .collect()
}

// ---- coverage: the demo district ----------------------------------------------------------------

#[test]
fn grids_without_a_party_group_are_counted_by_subdistrict() {
    let package = demo();
    let answer = covered(
        package,
        "grids-with-group",
        "990001",
        "subdistrict",
        "2026-03",
    );
    check(answer.basis, Ok(CoverageBasis::Published));
    check(row_line(package, &answer.whole), "990001 61 522/583".into());
    check(answer.whole.share, Some(522.0 / 583.0));
    let missing: Vec<(String, Option<f64>)> = answer
        .rows
        .iter()
        .map(|row| (package.areas.get(row.area).code.clone(), row.missing))
        .collect();
    let expected = [
        ("990001004", 23.0),
        ("990001001", 8.0),
        ("990001002", 6.0),
        ("990001006", 5.0),
        ("990001005", 4.0),
        ("990001007", 4.0),
        ("990001003", 3.0),
        ("990001009", 3.0),
        ("990001010", 3.0),
        ("990001008", 2.0),
    ];
    let expected = expected.map(|(code, missing)| (code.to_string(), Some(missing)));
    check(missing, expected.to_vec());
    check(answer.known_count, 10);
    check(
        (answer.sum.numerator, answer.sum.denominator),
        (522.0, 583.0),
    );
    check((answer.sum.known, answer.sum.all), (10, 10));
    let parent = answer.parent.unwrap();
    check(parent.agreement, Agreement::Agrees);
    check(parent.published.place.is_some(), true);
}

#[test]
fn the_grids_themselves_are_named_by_the_count_that_has_these_very_figures() {
    let package = demo();
    let answer = covered(
        package,
        "grids-with-group",
        "990001",
        "community",
        "2026-03",
    );
    let units = answer.units.unwrap();
    check(units.indicator, indicator_id(package, "grid-party-groups"));
    check(units.level, level(package, "grid"));
    check(units.period, period("2026-Q1"));
    check(
        row_lines(package, &answer.rows[..2]),
        vec![
            "990001004001 3 1/4 990001004001g01 990001004001g03 990001004001g04".to_string(),
            "990001004010 3 1/4 990001004010g01 990001004010g02 990001004010g04".to_string(),
        ],
    );
    let named: usize = answer
        .rows
        .iter()
        .map(|row| row.units.as_ref().map_or(0, |units| units.lacking.len()))
        .sum();
    check(named, 61);
    let all_agree = answer.rows.iter().all(|row| {
        let units = row.units.as_ref().unwrap();
        units.agrees == Some(true) && units.lacking.iter().all(|unit| unit.place.is_some())
    });
    check(all_agree, true);
}

#[test]
fn compounds_without_a_branch_are_counted_one_by_one() {
    let package = demo();
    let answer = covered(
        package,
        "compound-branches",
        "990001",
        "subdistrict",
        "2026-03",
    );
    check(answer.basis, Ok(CoverageBasis::Counted));
    check(row_line(package, &answer.whole), "990001 68 674/742".into());
    let missing: Vec<Option<f64>> = answer.rows.iter().map(|row| row.missing).collect();
    let expected = [10.0, 9.0, 8.0, 8.0, 7.0, 7.0, 6.0, 5.0, 5.0, 3.0];
    check(missing, expected.map(Some).to_vec());
    check(
        codes(package, [answer.rows[0].area]),
        vec!["990001004".to_string()],
    );
    check(answer.rows[0].units.as_ref().unwrap().lacking.len(), 10);
}

#[test]
fn a_share_that_no_count_has_the_figures_of_names_nobody() {
    let package = demo();
    let answer = covered(
        package,
        "compounds-with-organisation",
        "990001007",
        "community",
        "2026-Q1",
    );
    // A compound with a group alone has an organisation and no branch.
    check(answer.units, Err(NoNames::NoneAgrees));
    // Geng 16 has no compound: there can be no figure, and nothing is missing.
    let last = answer.rows.last().unwrap();
    check(
        last.total.reading.value,
        Value::Missing(Missing::Impossible),
    );
    let (known, all, impossible) = (answer.sum.known, answer.sum.all, answer.sum.impossible);
    check((known, all, impossible), (15, 16, 1));
    check(answer.sum.is_partial(), false);
    // What it is not part of says that it is not known whether the sum is whole.
    check(answer.parent.unwrap().agreement, Agreement::Incomplete);
}

#[test]
fn what_is_no_inventory_or_no_part_of_a_whole_has_no_coverage() {
    let basis = |indicator, at| covered(demo(), indicator, "990001", "community", at).basis;
    check(
        basis("service-coverage", "2026-03"),
        Err(NoCoverage::NotInventory),
    );
    check(
        basis("grid-staff-rate", "2026-03"),
        Err(NoCoverage::NotPartOfWhole),
    );
    check(basis("grids", "2026-Q1"), Err(NoCoverage::NoUnits));
}

#[test]
fn units_that_have_not_been_read_are_said_to_be_so() {
    let files = shipped("demo");
    let mut package = files.open_descriptor();
    let community = LevelId(2);
    let need = |package: &Package| Need::Indicator {
        indicator: package.indicators.id("grids-with-group"),
        levels: vec![LevelId(0), community],
        period: Some(period("2026-03")),
    };
    for _ in 0..2 {
        let need = need(&package);
        files.read(&mut package, &need, 1 << 18);
    }
    let answer = covered(
        &package,
        "grids-with-group",
        "990001",
        "community",
        "2026-03",
    );
    check(
        row_line(&package, &answer.whole),
        "990001 61 522/583".into(),
    );
    check(answer.units, Err(NoNames::NotRead));
    let tree = organised(&package, "990001", "2026-03");
    let is_read: Vec<bool> = tree.levels.iter().map(|level| level.is_read).collect();
    check(is_read, vec![true, true, true, false, false, false]);
    let grids = tree.counts.iter().find(|it| it.role == Role::UnitGrids);
    let units = grids.unwrap().units.as_ref().unwrap();
    check((units.counted, units.differs), (Counted::NotRead, false));
}

#[test]
fn a_count_that_is_asked_for_names_units_and_says_where_it_disagrees() {
    let package = demo();
    let question = CoverageQuestion {
        indicator: indicator_id(package, "compounds-with-organisation"),
        area: area_id(package, "990001004"),
        level: level(package, "subdistrict"),
        period: period("2026-Q1"),
        units: package.indicators.id("compound-branches"),
    };
    let answer = coverage(package, question);
    // 70 of 71 compounds have an organisation, 61 a branch.
    check(answer.rows[0].missing, Some(1.0));
    let units = answer.rows[0].units.as_ref().unwrap();
    check(
        (units.covered, units.all, units.agrees),
        (61, 71, Some(false)),
    );
    check(units.lacking.len(), 10);
}

// ---- what they are asked of ---------------------------------------------------------------------

#[test]
fn an_indicator_speaks_for_the_period_asked_about_or_for_none() {
    let package = demo();
    let speaks = |indicator: &str, asked: &str| {
        let community = level(package, "community");
        let id = indicator_id(package, indicator);
        let found = standing_period(package, id, community, period(asked));
        found.map(|it| it.to_string())
    };
    let some = |text: &str| Some(text.to_string());
    check(speaks("centres-community", "2024-05"), some("2024"));
    check(speaks("centres-community", "2026-03"), some("2025"));
    check(speaks("centres-community", "2022-12"), None);
    check(speaks("households", "2026-02"), some("2026-Q1"));
    check(speaks("households", "2025-12"), some("2025-Q4"));
    check(speaks("compound-branches", "2025-Q2"), some("2025-06"));
    // The month that is not yet ripe speaks for itself alone.
    check(speaks("on-time-rate", "2026-04"), some("2026-04"));
    check(speaks("on-time-rate", "2026-05"), some("2026-03"));
    check(speaks("offices-meeting-standard", "2026-03"), None);
}

#[test]
fn many_readings_are_those_of_each() {
    let same = |package: &Package, indicator: &str, at: &str| {
        let id = indicator_id(package, indicator);
        let areas: Vec<_> = package.areas.iter().map(|(area, _)| area).collect();
        let many = readings(package, id, &areas, period(at));
        let each = areas
            .iter()
            .map(|area| select(package, id, *area, period(at)));
        check(many, each.collect::<Vec<_>>());
    };
    same(demo(), "grids-with-group", "2026-03");
    // The same key in two files counts for neither, and the first is named.
    let package = Files::little()
        .with("areas.csv", AREAS)
        .with("indicators.csv", INDICATORS)
        .with("standards.csv", STANDARDS)
        .with(
            "observations.csv",
            format!("{COLUMNS}grids,9901,2024,3,,,,\n"),
        )
        .with(
            "observations-wide.csv",
            "area_code,area_name,period,grids\n9901,甲街道,2024,4\n9902,乙街道,2024,1\n",
        )
        .open(4096);
    same(&package, "grids", "2024");
}

// ---- coverage: the edges ------------------------------------------------------------------------

const AREAS: &str = "\
area_code,name_zh,name_en,level,parent_code
99,某区,District,district,
9901,甲街道,Jia,subdistrict,99
9902,乙街道,Yi,subdistrict,99
990101,甲一,Jia 1,community,9901
990102,甲二,Jia 2,community,9901
990201,乙一,Yi 1,community,9902
990101g1,甲一一,Jia 1 Grid 1,grid,990101
990101g2,甲一二,Jia 1 Grid 2,grid,990101
990102g1,甲二一,Jia 2 Grid 1,grid,990102
";

const INDICATORS: &str = "\
indicator,theme,unit_zh,kind,nature,multiplier,role
share,organisation,%,proportion,inventory,100,
groups,organisation,个,count,inventory,1,org.groups
grids,organisation,个,count,inventory,1,unit.grids
centres,organisation,个,count,inventory,1,centre.reported
meetings,meetings,次,count,events,1,meeting.held
";

const COLUMNS: &str = "indicator,area_code,period,value,numerator,denominator,bound,status\n";

/// A package of these observations, `share 99 2024,,1,2` and so on, and the faults that it has.
fn made(observations: &str) -> (Package, Vec<String>) {
    made_with(AREAS, observations)
}

fn made_with(areas: &str, observations: &str) -> (Package, Vec<String>) {
    let package = Files::little()
        .with("areas.csv", areas)
        .with("indicators.csv", INDICATORS)
        .with("standards.csv", STANDARDS)
        .with("observations.csv", format!("{COLUMNS}{observations}"))
        .with("observations-wide.csv", "area_code,area_name,period\n")
        .open(4096);
    let mut faults = fault_lines(&package);
    faults.retain(|line| !line.contains("no-figures"));
    (package, faults)
}

const STANDARDS: &str = "\
standard,effective_from,indicator,operator,value,unit_zh,unit_en,area_code,level,applies_to
meet,2024,meetings,>=,2,次/月,per month,99,community,all
";

#[test]
fn a_package_without_figures_is_answered_without_any() {
    let (package, _) = made("");
    let answer = covered(&package, "share", "99", "community", "2024");
    check(
        answer.whole.total.reading.value,
        Value::Missing(Missing::NoRow),
    );
    check(answer.whole.missing, None);
    check(answer.known_count, 0);
    check((answer.sum.known, answer.sum.all), (0, 3));
    check(answer.parent, None);
    let counted = covered(&package, "groups", "99", "community", "2024");
    check(counted.basis, Err(NoCoverage::NoUnits));
}

#[test]
fn missing_values_stay_apart_and_sums_say_k_of_n() {
    let (package, faults) =
        made("share,990101,2024,,3,4,,\nshare,990102,2024,,,,,O\nshare,990201,2024,,,,,M\n");
    check(faults, Vec::new());
    let answer = covered(&package, "share", "99", "community", "2024");
    check(
        row_lines(&package, &answer.rows),
        vec![
            "990101 1 3/4".to_string(),
            "990102 ? ?/?".to_string(),
            "990201 ? ?/?".to_string(),
        ],
    );
    check(
        (answer.sum.known, answer.sum.all, answer.sum.impossible),
        (1, 3, 1),
    );
    check(answer.sum.is_partial(), true);
    // The district publishes nothing: its parts are summed, in part.
    check(
        answer.whole.total.summed.map(|it| (it.known, it.all)),
        Some((1, 3)),
    );
    let (package, _) = made("share,990101,2024,,,,,L\nshare,990102,2024,,,,,Q\n");
    let answer = covered(&package, "share", "99", "community", "2024");
    let reasons: Vec<Value> = answer
        .rows
        .iter()
        .map(|row| row.total.reading.value)
        .collect();
    let expected = [Missing::NotCollected, Missing::Suppressed, Missing::NoRow];
    check(reasons, expected.map(Value::Missing).to_vec());
}

#[test]
fn of_nothing_there_is_no_share() {
    let (package, _) = made("share,990101,2024,,0,0,,\nshare,990102,2024,,0,5,,\n");
    let answer = covered(&package, "share", "99", "community", "2024");
    check(
        row_lines(&package, &answer.rows[..2]),
        vec!["990102 5 0/5".to_string(), "990101 ? ?/?".to_string()],
    );
    check(answer.rows[0].share, Some(0.0));
    check(answer.rows[1].share, None);
    check(
        answer.rows[1].total.reading.value,
        Value::Missing(Missing::NoDenominator),
    );
}

#[test]
fn over_the_whole_is_named_and_not_cut_down() {
    let (package, faults) = made("share,990101,2024,,12,10,,\nshare,990102,2024,104,,,,\n");
    check(faults.len(), 2);
    let answer = covered(&package, "share", "9901", "community", "2024");
    check(answer.known_count, 0);
    let over: Vec<Option<OverWhole>> = answer.rows.iter().map(|row| row.over).collect();
    let counts = OverWhole {
        numerator: Some(12.0),
        denominator: Some(10.0),
        value: None,
    };
    let bare = OverWhole {
        numerator: None,
        denominator: None,
        value: Some(104.0),
    };
    check(over, vec![Some(counts), Some(bare)]);
    check(answer.rows[1].share, None);
}

#[test]
fn a_published_whole_that_its_complete_parts_contradict_is_said() {
    let parts = "share,990101,2024,,3,4,,\nshare,990102,2024,,2,2,,\n";
    let agreement = |whole: &str, parts: &str, indicator: &str| {
        let (package, _) = made(&format!("{whole}{parts}"));
        let indicator = indicator_id(&package, indicator);
        let found = parent_check(
            &package,
            indicator,
            area_id(&package, "9901"),
            period("2024"),
        );
        found.map(|it| it.agreement)
    };
    let of_share = |whole: &str, parts: &str| agreement(whole, parts, "share");
    check(
        of_share("share,9901,2024,,5,6,,\n", parts),
        Some(Agreement::Agrees),
    );
    check(
        of_share("share,9901,2024,,4,6,,\n", parts),
        Some(Agreement::Differs),
    );
    check(
        of_share("share,9901,2024,83.3,,,,\n", parts),
        Some(Agreement::Open),
    );
    let one = "share,990101,2024,,3,4,,\nshare,990102,2024,,,,,Q\n";
    check(
        of_share("share,9901,2024,,5,6,,\n", one),
        Some(Agreement::Incomplete),
    );
    check(of_share("", parts), None);
    check(of_share("share,9901,2024,,5,6,,\n", ""), None);
    let counts = "grids,990101,2024,2,,,,\ngrids,990102,2024,1,,,,\n";
    let of_count = |whole: &str| agreement(whole, counts, "grids");
    check(of_count("grids,9901,2024,3,,,,\n"), Some(Agreement::Agrees));
    check(
        of_count("grids,9901,2024,4,,,,\n"),
        Some(Agreement::Differs),
    );
    check(
        of_count("grids,9901,2024,4,,,lower,\n"),
        Some(Agreement::Differs),
    );
    check(
        of_count("grids,9901,2024,2,,,lower,\n"),
        Some(Agreement::Agrees),
    );
    check(
        of_count("grids,9901,2024,4,,,upper,\n"),
        Some(Agreement::Agrees),
    );
    check(
        of_count("grids,9901,2024,9,,,approx,\n"),
        Some(Agreement::Open),
    );
}

#[test]
fn a_unit_without_a_figure_is_neither_covered_nor_missing() {
    let (package, _) = made("groups,990101g1,2024,0,,,,\ngroups,990102g1,2024,2,,,,\n");
    let answer = covered(&package, "groups", "99", "community", "2024");
    check(
        row_lines(&package, &answer.rows),
        vec![
            "990102 0 1/1".to_string(),
            "990201 0 0/0".to_string(),
            "990101 ? 0/2 990101g1".to_string(),
        ],
    );
    check(answer.rows[2].units.as_ref().unwrap().unknown, 1);
    check(answer.rows[1].share, None);
    check(answer.whole.missing, None);
    // At least one is something, just under one is not known to be.
    let (package, _) = made("groups,990101g1,2024,1,,,lower,\ngroups,990101g2,2024,1,,,upper,\n");
    let answer = covered(&package, "groups", "990101", "community", "2024");
    let units = answer.rows[0].units.as_ref().unwrap();
    check((units.covered, units.unknown, units.all), (1, 1, 2));
}

// ---- organisation -------------------------------------------------------------------------------

fn organised(package: &Package, area: &str, at: &str) -> Organisation {
    let question = OrganisationQuestion {
        area: area_id(package, area),
        period: period(at),
    };
    organisation(package, question)
}

#[test]
fn every_level_of_the_demo_district_is_counted() {
    let package = demo();
    let answer = organised(package, "990001", "2026-03");
    let counts: Vec<usize> = answer.levels.iter().map(|level| level.count).collect();
    check(counts, vec![1, 10, 163, 583, 742, 4108]);
    check(answer.levels.iter().all(|level| level.is_read), true);
    check(answer.orphans.len(), 0);
    // Of the grids two have no compound, and buildings all the same.
    let empty: Vec<usize> = answer.levels.iter().map(|it| it.empty.len()).collect();
    check(empty, vec![0, 0, 0, 2, 0, 0]);
    let grids = &answer.levels[3].empty;
    check(
        codes(package, grids.iter().map(|it| it.area)),
        vec!["990001007016g01".to_string(), "990001007016g02".to_string()],
    );
    check(grids.iter().all(|it| it.has_lower), true);
}

#[test]
fn published_units_are_held_against_those_listed() {
    let package = demo();
    let answer = organised(package, "990001", "2026-03");
    let units = |role: Role| {
        let count = answer.counts.iter().find(|it| it.role == role).unwrap();
        let units = count.units.as_ref().unwrap();
        let published = reading_line(count.total.reading);
        let differing = units.differing.len();
        (published, units.counted, units.differs, differing)
    };
    check(
        units(Role::UnitGrids),
        ("583".into(), Counted::Units(583), false, 0),
    );
    check(
        units(Role::UnitCompounds),
        ("742".into(), Counted::Units(742), false, 0),
    );
    check(
        units(Role::UnitBuildings),
        ("4108".into(), Counted::Units(4108), false, 0),
    );
    let groups = &answer.shares[0];
    check(reading_line(groups.have.reading), "522".into());
    check(groups.lacking_at_least, Some(61.0));
    let branches = &answer.shares[1];
    check(reading_line(branches.have.reading), "674".into());
    check(branches.lacking_at_least, Some(68.0));
    let reach = answer
        .counts
        .iter()
        .find(|it| it.role == Role::OrganisationGroups);
    let reach: Vec<(usize, usize, usize)> = reach
        .unwrap()
        .reach
        .iter()
        .map(|it| (it.rows, it.known, it.areas))
        .collect();
    check(
        reach,
        vec![(1, 1, 1), (10, 10, 10), (163, 163, 163), (583, 583, 583)],
    );
}

#[test]
fn centres_are_expected_by_tier() {
    let package = demo();
    let answer = organised(package, "990001", "2026-03");
    let tiers: Vec<(LevelId, Option<usize>, String)> = answer
        .centres
        .iter()
        .map(|it| {
            (
                it.tier.unwrap(),
                it.expected,
                reading_line(it.total.reading),
            )
        })
        .collect();
    check(
        tiers,
        vec![
            (LevelId(0), Some(1), "1".to_string()),
            (LevelId(1), Some(10), "10".to_string()),
            (LevelId(2), Some(163), "161".to_string()),
        ],
    );
    let without = answer.centres[2].without.iter().map(|it| it.area);
    check(
        codes(package, without),
        vec!["990001004013".to_string(), "990001007001".to_string()],
    );
    check(answer.centres[2].period, period("2025"));
}

#[test]
fn meetings_are_held_against_the_standard_quarter_by_quarter() {
    let package = demo();
    let answer = organised(package, "990001", "2026-03");
    check(answer.meetings.len(), 1);
    let periods = &answer.meetings[0].periods;
    check(periods.len(), 11);
    let at = |text: &str| {
        let found = periods.iter().find(|it| it.period == period(text)).unwrap();
        (found.enough, found.short.len(), found.silent)
    };
    check(at("2026-Q1"), (154, 9, None));
    check(at("2025-Q4"), (157, 6, None));
    check(at("2025-Q2"), (151, 11, None));
    // The standard holds from January 2024.
    let early = at("2023-Q3");
    check((early.0, early.1), (0, 0));
    check(periods[0].period, period("2026-Q1"));
    let earlier = organised(package, "990001", "2024-06")
        .meetings
        .remove(0)
        .periods;
    check((earlier.len(), earlier[0].period), (4, period("2024-Q2")));
    let newest = &periods[0].short;
    let shown: Vec<String> = newest
        .iter()
        .map(|row| reading_line(row.total.reading))
        .collect();
    check(
        shown,
        ["1", "1", "2", "2", "2", "2", "2", "2", "2"]
            .map(String::from)
            .to_vec(),
    );
}

#[test]
fn the_published_package_is_counted_as_far_as_it_goes() {
    let package = published();
    let dongsheng = organised(package, "150602", "2018-04");
    let groups = dongsheng
        .shares
        .iter()
        .find(|share| package.indicators.get(share.organisations).code == "grid-party-groups");
    let groups = groups.unwrap();
    let shown = (
        reading_line(groups.have.reading),
        reading_line(groups.all.reading),
    );
    check(shown, ("522".to_string(), "583".to_string()));
    check(groups.lacking_at_least, Some(61.0));
    let grids = dongsheng
        .counts
        .iter()
        .find(|it| it.role == Role::UnitGrids);
    let units = grids.unwrap().units.as_ref().unwrap();
    check(units.counted, Counted::NotListed);
    check(units.differs, false);
    let committees = covered(
        package,
        "subdistricts-with-regional-committee",
        "150602",
        "subdistrict",
        "2018-04",
    );
    check(
        row_line(package, &committees.whole),
        "150602 0 12/12".to_string(),
    );
    check(committees.rows.len(), 0);
    // One centre is the district's own; ten and 163 are not, and of the areas below nothing is known.
    let yanta = organised(package, "610113", "2024");
    let tiers = yanta.centres.iter();
    let tiers: Vec<_> = tiers
        .map(|it| (reading_line(it.total.reading), it.tier, it.expected))
        .collect();
    let expected = [
        ("1".to_string(), Ok(LevelId(0)), Some(1)),
        ("10".to_string(), Err(NoTier::AreaAlone), None),
        ("163".to_string(), Err(NoTier::AreaAlone), None),
    ];
    check(tiers, expected.to_vec());
    // A ratio is no part of a whole.
    let ratio = covered(
        package,
        "party-groups-per-100-grids",
        "150602",
        "district",
        "2018-04",
    );
    check(ratio.basis, Err(NoCoverage::NotPartOfWhole));
}

#[test]
fn a_community_that_was_split_lacks_nothing_of_the_year() {
    let package = demo();
    let answer = organised(package, "990001004", "2025");
    // Ding had 15 communities, one of which became two in July.
    let communities = &answer.levels[1];
    check(communities.count, 16);
    let centres = answer.centres.iter().find(|it| it.tier == Ok(LevelId(2)));
    let centres = centres.unwrap();
    check((centres.expected, centres.unknown.len()), (Some(16), 0));
    let id = indicator_id(package, "centre-area");
    let check_of = |at| parent_check(package, id, area_id(package, "990001004"), period(at));
    check(check_of("2025").unwrap().agreement, Agreement::Agrees);
}

#[test]
fn a_list_of_today_does_not_speak_for_a_community_that_was_split_since() {
    let package = demo();
    let counted = |at: &str| {
        let answer = organised(package, "990001", at);
        let empty: usize = answer.levels[2].empty.len();
        let count = answer.counts.iter().find(|it| it.role == Role::UnitGrids);
        let units = count.unwrap().units.clone().unwrap();
        (empty, units.counted, units.differs, units.differing.len())
    };
    // 丁06社区 ended in June 2025, and its grids are listed in those that it became.
    check(counted("2024-Q4"), (0, Counted::Later, false, 0));
    check(counted("2025-Q4"), (0, Counted::Units(583), false, 0));
}

#[test]
fn meetings_of_communities_are_not_asked_of_a_grid() {
    let package = demo();
    let meetings = |code: &str| organised(package, code, "2026-03").meetings.len();
    check(
        (meetings("990001004003"), meetings("990001004003g03")),
        (1, 0),
    );
}

#[test]
fn what_lies_under_an_orphan_is_counted_with_it() {
    let areas = AREAS.to_string()
        + "990301,丙一,Bing 1,community,9903\n990301g1,丙一一,Bing 1 Grid 1,grid,990301\n";
    let (package, _) = made_with(&areas, "groups,99,2024,3,,,,\n");
    let answer = organised(&package, "99", "2024");
    check((answer.orphans.len(), answer.adrift), (1, 1));
}

#[test]
fn orphans_empty_levels_and_other_numbers_are_named() {
    let areas = AREAS.to_string() + "990301,丙一,Bing 1,community,9903\n";
    let (package, faults) = made_with(
        &areas,
        "grids,99,2024,4,,,,\ngrids,990101,2024,2,,,,\ngrids,990102,2024,2,,,,\n\
         groups,99,2024,5,,,,\ncentres,99,2024,1,,,,\ncentres,9901,2024,0,,,,\n\
         centres,9902,2024,2,,,,\nmeetings,990101,2024-01,2,,,,\n\
         meetings,990102,2024-01,1,,,,\nmeetings,990102,2024-Q1,9,,,,\n",
    );
    check(faults.len(), 1);
    let answer = organised(&package, "99", "2024");
    check(
        codes(&package, answer.orphans.clone()),
        vec!["990301".to_string()],
    );
    check(
        codes(&package, answer.levels[2].empty.iter().map(|it| it.area)),
        vec!["990201".to_string()],
    );
    check(answer.levels[2].empty[0].has_lower, false);
    let grids = answer.counts.iter().find(|it| it.role == Role::UnitGrids);
    let units = grids.unwrap().units.as_ref().unwrap();
    check((units.counted, units.differs), (Counted::Units(3), true));
    check(
        codes(&package, units.differing.iter().map(|it| it.area)),
        vec!["990102".to_string()],
    );
    let share = &answer.shares[0];
    check((share.lacking_at_least, share.is_over), (Some(0.0), true));
    let centres = &answer.centres[0];
    check(centres.tier, Ok(LevelId(1)));
    check(
        codes(&package, centres.without.iter().map(|it| it.area)),
        vec!["9901".to_string()],
    );
    check(
        codes(&package, centres.several.iter().map(|it| it.area)),
        vec!["9902".to_string()],
    );
    let periods = &answer.meetings[0].periods;
    let shown: Vec<(Period, usize, usize, usize)> = periods
        .iter()
        .map(|it| (it.period, it.enough, it.short.len(), it.not_judged.len()))
        .collect();
    // Nine in a quarter are held against no number a month.
    check(
        shown,
        vec![(period("2024-Q1"), 0, 0, 3), (period("2024-01"), 1, 1, 1)],
    );
}
