//! The tree of the organisation: what is covered and missing in each of its parts, and what else is said
//! of it, on the two packages that ship and on small ones for the edges. Figures of the demo district are
//! counted here from its CSV files line by line. It must not know how any of it is drawn.

use crate::support::{Files, area_id, check, demo, indicator_id, period, published};
use std::collections::{BTreeMap, BTreeSet};
use zhishe::answer::{
    NoNames, OrgTree, OrganisationQuestion, newest_of_area, org_tree, organisation, other_counts,
    unreported_meetings,
};
use zhishe::figure::{Figure, OrgState, org_tree_figure};
use zhishe::model::Lang;
use zhishe::package::Package;
use zhishe::words::organisation_said;

fn tree(package: &Package, area: &str, at: &str) -> OrgTree {
    let question = OrganisationQuestion {
        area: area_id(package, area),
        period: period(at),
    };
    org_tree(package, question)
}

fn code(package: &Package, tree: &OrgTree, at: usize) -> String {
    package.areas.get(tree.nodes[at].area).code.clone()
}

/// Rows of a file of the demo district, cut at commas: these files quote nothing that is read here.
fn demo_rows(file: &str) -> Vec<Vec<String>> {
    let path = format!("{}/data/demo/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    let lines = text.lines().skip(1);
    lines
        .map(|line| line.split(',').map(str::to_string).collect())
        .collect()
}

/// The units of an indicator by their codes, and whether anything stands in each.
fn demo_units(indicator: &str) -> BTreeMap<String, bool> {
    let rows = demo_rows("observations-below-organisation-2026.csv");
    let own = rows.into_iter().filter(|row| row[0] == indicator);
    own.map(|row| (row[1].clone(), row[3].parse::<f64>().unwrap() > 0.0))
        .collect()
}

#[test]
fn every_part_of_the_demo_district_has_the_counts_of_its_files() {
    let package = demo();
    let tree = tree(package, "990001", "2026-03");
    let indicators = [
        "grid-party-groups",
        "compound-branches",
        "member-households",
    ];
    check(tree.kinds.len(), 3);
    for (kind, indicator) in indicators.into_iter().enumerate() {
        check(tree.kinds[kind].indicator, indicator_id(package, indicator));
        let units = demo_units(indicator);
        for (at, node) in tree.nodes.iter().enumerate() {
            let own = package.areas.get(node.area).code.as_str();
            // The codes of this district begin with those of what they lie in, down to the community.
            if own.len() > 12 {
                continue;
            }
            let inside = units.iter().filter(|(code, _)| code.starts_with(own));
            let (with, without): (Vec<_>, Vec<_>) = inside.partition(|(_, stands)| **stands);
            let reach = tree.reach(at, kind);
            check((own, reach.all), (own, with.len() + without.len()));
            check((own, reach.covered), (own, with.len()));
            let named = tree.lacking(at, kind).into_iter();
            let named: BTreeSet<String> = named
                .map(|unit| package.areas.get(unit.area).code.clone())
                .collect();
            let expected = without.into_iter().map(|(code, _)| code.clone());
            check(named, expected.collect::<BTreeSet<String>>());
        }
    }
}

#[test]
fn the_planted_story_is_found_where_it_was_planted() {
    let package = demo();
    let tree = tree(package, "990001", "2026-03");
    let reach = tree.reach(0, 0);
    check((reach.all, reach.covered, reach.lacking()), (583, 522, 61));
    let most = tree.most_lacking(0, 0);
    check(code(package, &tree, most[0].0), "990001004".into());
    check(most[0].1, 23);
    check(most.iter().map(|(_, lacking)| lacking).sum::<usize>(), 61);
    // What the district publishes is what was counted, and leads to its row.
    check(reach.published, Some(522.0));
    assert!(reach.place.is_some());
}

#[test]
fn parts_add_up_to_their_whole_and_stand_inside_it() {
    let tree = tree(demo(), "990001", "2026-03");
    for (at, node) in tree.nodes.iter().enumerate() {
        let parts = tree.parts(at);
        assert!(
            parts
                .iter()
                .all(|part| tree.nodes[*part].parent == Some(at))
        );
        assert!(parts.iter().all(|part| tree.nodes[*part].end <= node.end));
        for (kind, about) in tree.kinds.iter().enumerate() {
            let own = usize::from(node.level == about.level);
            let sum: usize = parts.iter().map(|part| tree.reach(*part, kind).all).sum();
            check(tree.reach(at, kind).all, sum + own);
        }
        let below: usize = tree.levels_below(at).iter().map(|(_, count)| count).sum();
        check(below, node.end - at - 1);
    }
    let areas: BTreeSet<_> = tree.nodes.iter().map(|node| node.area).collect();
    check(areas.len(), tree.nodes.len());
}

#[test]
fn a_community_that_was_split_is_there_no_more_and_its_parts_are() {
    let package = demo();
    let now = tree(package, "990001004", "2026-03");
    let before = tree(package, "990001004", "2025-03");
    let holds = |tree: &OrgTree, code: &str| tree.find(area_id(package, code)).is_some();
    let codes = ["990001004006", "990001004016", "990001004017"];
    check(codes.map(|code| holds(&now, code)), [false, true, true]);
    check(codes.map(|code| holds(&before, code)), [true, false, false]);
}

const AREAS: &str = "\
area_code,name_zh,name_en,level,parent_code
99,某区,District,district,
9901,甲街道,Jia,subdistrict,99
990101,甲一,Jia 1,community,9901
990102,甲二,Jia 2,community,9901
990101g1,甲一一,Jia 1 Grid 1,grid,990101
990101g2,甲一二,Jia 1 Grid 2,grid,990101
990101g3,甲一三,Jia 1 Grid 3,grid,990101
990101g4,甲一四,Jia 1 Grid 4,grid,990101
990101b1,甲一楼,Jia 1 Building,building,990101
";

const INDICATORS: &str = "\
indicator,theme,unit_zh,kind,nature,multiplier,role
groups,organisation,个,count,inventory,1,org.groups
heads,organisation,个,count,inventory,1,
share,organisation,%,proportion,inventory,100,
rounds,meetings,次,count,inventory,1,
";

const STANDARDS: &str = "\
standard,effective_from,indicator,operator,value,unit_zh,unit_en,area_code,level,applies_to
hear,2024,rounds,>=,1,次/年,per year,99,district,all
";

fn made(areas: &str, observations: &str) -> Package {
    let header = "indicator,area_code,period,value,numerator,denominator,bound,status\n";
    Files::little()
        .with("areas.csv", areas)
        .with("indicators.csv", INDICATORS)
        .with("standards.csv", STANDARDS)
        .with("observations.csv", format!("{header}{observations}"))
        .with("observations-wide.csv", "area_code,area_name,period\n")
        .open(4096)
}

#[test]
fn suppressed_missing_and_bounded_units_are_neither_with_nor_without() {
    let package = made(
        AREAS,
        "groups,990101g1,2024,2,,,,\ngroups,990101g2,2024,,,,,Q\ngroups,990101g3,2024,3,,,upper,\n\
         groups,990101,2024,4,,,,\n",
    );
    let tree = tree(&package, "99", "2024");
    let reach = tree.reach(0, 0);
    // Of the fourth there is no row at all.
    check((reach.all, reach.covered, reach.unknown), (4, 1, 3));
    check(reach.lacking(), 0);
    check(tree.lacking(0, 0), Vec::new());
    check(reach.share(), Some(1.0));
    // The community publishes four groups, of which the suppressed grid's are not worked out.
    let community = tree.find(area_id(&package, "990101")).unwrap();
    check(tree.reach(community, 0).published, Some(4.0));
    let suppressed = tree.find(area_id(&package, "990101g2")).unwrap();
    check(tree.reach(suppressed, 0).published, None);
    check(tree.reach(suppressed, 0).share(), None);
}

#[test]
fn empty_branches_skipped_levels_and_single_areas_are_drawn() {
    let package = made(
        AREAS,
        "groups,990101g1,2024,0,,,,\ngroups,990101g2,2024,1,,,,\n",
    );
    let tree = tree(&package, "99", "2024");
    let Some(Figure::OrgTree(figure)) = org_tree_figure(Lang::En, &package, &tree, 0) else {
        panic!("an icicle");
    };
    let state = |code: &str| {
        let at = tree.find(area_id(&package, code)).unwrap();
        figure.cell(at as u32).map(|cell| (cell.state, cell.units))
    };
    check(state("990101g1"), Some((OrgState::Missing, (0.0, 1.0))));
    check(state("990101g2"), Some((OrgState::Share(1.0), (1.0, 2.0))));
    check(state("990101g3"), Some((OrgState::Unknown, (2.0, 3.0))));
    check(state("990101"), Some((OrgState::Share(0.5), (0.0, 4.0))));
    // A community without grids is a unit tall, so that it can be seen that there are none.
    check(state("990102"), Some((OrgState::Empty, (4.0, 5.0))));
    check(state("990101b1"), None);
    check(state("99"), Some((OrgState::Share(0.5), (0.0, 5.0))));
    // A unit alone has nothing in it to be drawn.
    let alone = self::tree(&package, "990101g1", "2024");
    check(alone.reach(0, 0).lacking(), 1);
    check(org_tree_figure(Lang::Zh, &package, &alone, 0), None);
    check(org_tree_figure(Lang::Zh, &package, &alone, 7), None);
    // Below the units there is no such kind.
    let building = self::tree(&package, "990101b1", "2024");
    check(building.kinds, Vec::new());
}

#[test]
fn six_hundred_areas_right_below_the_top_are_a_tree_too() {
    let mut areas =
        "area_code,name_zh,name_en,level,parent_code\n99,某区,District,district,\n".to_string();
    let mut rows = String::new();
    for at in 0..600 {
        areas += &format!("99g{at:03},网格{at},Grid {at},grid,99\n");
        rows += &format!("groups,99g{at:03},2024,{},,,,\n", u8::from(at % 3 > 0));
    }
    let package = made(&areas, &rows);
    let tree = tree(&package, "99", "2024");
    check(tree.parts(0).len(), 600);
    check(tree.reach(0, 0).lacking(), 200);
    assert!(org_tree_figure(Lang::Zh, &package, &tree, 0).is_some());
}

#[test]
fn what_three_places_published_stands_at_the_time_of_each() {
    let package = published();
    let newest = |code: &str, until: &str| {
        let found = newest_of_area(package, area_id(package, code), period(until));
        found.map(|period| period.to_string())
    };
    check(newest("610113", "2024"), Some("2024".into()));
    check(newest("511381", "2024"), Some("2023-04".into()));
    check(newest("150602", "2024"), Some("2018-04".into()));
    check(newest("150602", "2017"), None);
}

#[test]
fn twelve_of_twelve_subdistricts_stand_with_their_row_and_without_names() {
    let package = published();
    let question = OrganisationQuestion {
        area: area_id(package, "150602"),
        period: period("2018-04"),
    };
    let others = other_counts(package, question);
    let own = |code: &str| {
        let id = indicator_id(package, code);
        others.iter().find(|other| other.indicator == id)
    };
    let committees = own("subdistricts-with-regional-committee").unwrap();
    let reading = committees.total.reading;
    check(
        (reading.numerator, reading.denominator),
        (Some(12.0), Some(12.0)),
    );
    check(committees.missing, Some(0.0));
    check(committees.units, Some(Err(NoNames::NoneAgrees)));
    assert!(
        others
            .iter()
            .all(|other| other.total.reading.place.is_some())
    );
    // What one building publishes is not said of the district.
    check(own("smes-in-station"), None);
}

#[test]
fn rules_for_meetings_of_which_nothing_is_published_are_those_of_the_place() {
    let rules = |package: &Package, code: &str| -> Vec<String> {
        let question = OrganisationQuestion {
            area: area_id(package, code),
            period: period("2024"),
        };
        let rules = unreported_meetings(package, question).into_iter();
        rules.map(|rule| rule.code).collect()
    };
    check(
        rules(published(), "511381"),
        vec!["deliberation-monthly".to_string()],
    );
    check(rules(published(), "150602").len(), 5);
    check(rules(published(), "610113"), Vec::new());
    check(rules(&made(AREAS, ""), "99"), vec!["hear".to_string()]);
    // Where meetings are published the rule is held against them, and is no more said to be without.
    check(
        rules(&made(AREAS, "rounds,99,2024,1,,,,\n"), "99"),
        Vec::new(),
    );
}

/// What is said first of an area.
fn said(package: &Package, area: &str, at: &str) -> Vec<(String, Option<bool>)> {
    let question = OrganisationQuestion {
        area: area_id(package, area),
        period: period(at),
    };
    let (tree, found) = (org_tree(package, question), organisation(package, question));
    organisation_said(Lang::Zh, package, &tree, &found)
}

#[test]
fn a_unit_is_spoken_of_as_itself_and_of_nothing_that_is_not_asked_of_it() {
    let package = demo();
    let of_grid = said(package, "990001004003g03", "2026-03");
    check(
        of_grid[0].clone(),
        ("本网格没有党小组。".to_string(), Some(true)),
    );
    check(of_grid[1].0.as_str(), "1 个小区已建党支部。");
    check(of_grid.len(), 3);
    let with_group = demo_units("grid-party-groups");
    let (with_group, _) = with_group.iter().find(|(_, has)| **has).unwrap();
    let of_other = said(package, with_group, "2026-03");
    check(
        of_other[0].clone(),
        ("本网格已建党小组。".to_string(), Some(false)),
    );
}

#[test]
fn a_published_number_of_organisations_is_held_against_those_of_the_units() {
    let excess = |published: &str, second: &str| {
        let rows = format!(
            "indicator,area_code,period,value\ngroups,99,2024,{published}\n\
             groups,990101g1,2024,2\ngroups,990101g2,2024,{second}\n"
        );
        let package = Files::little()
            .with(
                "areas.csv",
                "area_code,name_zh,level,parent_code\n99,区,district,\n\
                 990101,社区,community,99\n990101g1,网格一,grid,990101\n\
                 990101g2,网格二,grid,990101\n",
            )
            .with(
                "indicators.csv",
                "indicator,theme,label_zh,unit_zh,kind,nature,multiplier,role\n\
                 groups,organisation,网格党小组,个,count,inventory,1,org.groups\n",
            )
            .with(
                "standards.csv",
                "standard,effective_from,indicator,operator,value\n",
            )
            .with("observations-wide.csv", "area_code,period,groups\n")
            .with("observations.csv", rows)
            .open(usize::MAX);
        tree(&package, "99", "2024").reach(0, 0).excess
    };
    // A grid may have two groups: those are counted, not the grids that have one.
    check(excess("2", "0"), Some(0.0));
    check(excess("3", "0"), Some(1.0));
    // A grid without a figure may have what is missing.
    check(excess("3", ""), None);
}
