//! A reader's own areas beside published ones: what is taken for one, what is asked about, and that the
//! figures stand under the right places. It must not know how a table is recognised.

use crate::support::{Files, indicator_id, reading, reading_line};
use zhishe::model::Lang;
use zhishe::package::{
    Beside, JoinChoices, Joining, MatchedBy, Package, Resolving, join, similar_areas,
};
use zhishe::route::default_indicator;
use zhishe::words::{joined_banner, joining_text};

const HEAD: &str = "area_code,name_zh,level,parent_code,code_system\n";
const PUBLISHED: &str = "d,某区,district,,
610113001,曙光社区,community,d,mca
610113002,朝阳社区,community,d,mca
610113003,胜利社区,community,d,mca
610113004,胜利社区,community,d,mca
610113005,红旗社区,community,d,
610113006,东风社区,community,d,
610113007,和平社区,community,d,mca
";

/// A package with these areas and one indicator of which each community has the figure of its line.
fn package(areas: &str, indicator: &str) -> Package {
    let mut rows = String::from("indicator,area_code,period,numerator,denominator\n");
    for (at, line) in areas.lines().enumerate().skip(1) {
        let code = line.split(',').next().unwrap();
        rows += &format!("{indicator},{code},2024-01,{},{}\n", 10 + at, 100);
    }
    let indicators = format!(
        "indicator,theme,label_zh,kind,nature,multiplier,unit_zh,headline,polarity,role\n\
         {indicator},cases,指标,proportion,events,100,%,yes,higher,case.on_time\n"
    );
    Files::little()
        .with("areas.csv", format!("{HEAD}{areas}"))
        .with("indicators.csv", indicators)
        .with("observations.csv", rows)
        .with("observations-wide.csv", "area_code,period,x\n")
        .with("standards.csv", "standard,indicator,operator,value\n")
        .open(usize::MAX)
}

fn told(own: &Package, published: &Package, joining: &Joining) -> Vec<String> {
    let own_code = |id| &own.areas.get(id).code;
    let code = |id| &published.areas.get(id).code;
    let mut lines = Vec::new();
    for it in &joining.matched {
        let by = match it.by {
            MatchedBy::CodeAndSystem => "system",
            MatchedBy::CodeAndName => "name and code",
            MatchedBy::Name => "name",
            MatchedBy::NameWithoutMark => "name without mark",
            MatchedBy::Code => "code alone",
            MatchedBy::Hand => "hand",
        };
        lines.push(format!("{} = {} by {by}", own_code(it.own), code(it.other)));
    }
    for (own, other) in &joining.by_code_alone {
        lines.push(format!("{} ? {}", own_code(*own), code(*other)));
    }
    for it in &joining.contradictory {
        let (own, by_code) = (own_code(it.own), code(it.by_code));
        lines.push(format!(
            "{own} = {by_code} by code, {} by name",
            code(it.by_name)
        ));
    }
    for (own, others) in &joining.ambiguous {
        let others: Vec<&str> = others.iter().map(|id| code(*id).as_str()).collect();
        lines.push(format!("{} = one of {}", own_code(*own), others.join(" ")));
    }
    let lacking = joining.unmatched_own.iter();
    lines.extend(lacking.map(|id| format!("{} has none", own_code(*id))));
    let lacking = joining.unmatched_other.iter();
    lines.extend(lacking.map(|id| format!("{} is not met", code(*id))));
    lines
}

fn check(own_areas: &str, expected: &[&str]) {
    let published = package(PUBLISHED, "on-time");
    let own = package(own_areas, "own-rate");
    let joining = join(&own.areas, &published.areas);
    let mut found = told(&own, &published, &joining);
    found.retain(|line| !line.starts_with("top "));
    assert_eq!(found, expected);
}

#[test]
fn a_code_alone_never_joins() {
    check(
        "top,全部,district,,
610113001,曙光社区,community,top,
610113002,Elsewhere,community,top,
610113005,,community,top,
610113007,和平社区,community,top,other
610113006,东风社区,community,top,other
",
        &[
            "610113001 = 610113001 by name and code",
            "610113007 = 610113007 by name",
            "610113006 = 610113006 by name and code",
            "610113002 ? 610113002",
            "610113005 ? 610113005",
            // Not joined, so nobody's counterpart.
            "610113002 is not met",
            "610113003 is not met",
            "610113004 is not met",
            "610113005 is not met",
        ],
    );
}

#[test]
fn names_join_where_codes_disagree_and_only_where_they_are_one_place() {
    check(
        "top,全部,district,,
1,曙光 社区,community,top,
2,胜利社区,community,top,
3,朝阳社区,community,top,
4,朝阳社区,community,top,
5,云里社区,community,top,
610113005,红旗社区,community,top,
7,红旗社区,community,top,
",
        &[
            "1 = 610113001 by name",
            "610113005 = 610113005 by name and code",
            "2 = one of 610113003 610113004",
            "3 = one of 610113002",
            "4 = one of 610113002",
            "7 = one of 610113005",
            "5 has none",
            "610113002 is not met",
            "610113003 is not met",
            "610113004 is not met",
            "610113006 is not met",
            "610113007 is not met",
        ],
    );
}

#[test]
fn the_register_settles_what_a_code_means() {
    check(
        "top,全部,district,,
610113001,Shuguang,community,top,mca
610113002,Chaoyang,community,top,stats
",
        &[
            "610113001 = 610113001 by system",
            "610113002 ? 610113002",
            "610113002 is not met",
            "610113003 is not met",
            "610113004 is not met",
            "610113005 is not met",
            "610113006 is not met",
            "610113007 is not met",
        ],
    );
}

#[test]
fn figures_stand_under_the_published_areas_and_beside_their_own() {
    let published = package(PUBLISHED, "on-time");
    // The same indicator code as a published one, under another name of the same place.
    let own = package(
        "top,全部,district,,\n0,云里社区,community,top,\n1,曙光社区,community,top,\n610113002,Elsewhere,community,top,\n",
        "on-time",
    );
    let joining = join(&own.areas, &published.areas);
    let joined = |takes_code_alone: bool| {
        let choices = JoinChoices {
            takes_code_alone,
            ..JoinChoices::default()
        };
        let pairs = joining
            .settled(&own.areas, &published.areas, &choices)
            .pairs();
        let Beside { mut package, files } = published.with_beside(&own, &pairs);
        for file in files {
            let current = std::sync::Arc::new(package.clone());
            let mut resolving = Resolving::new(current, file).unwrap();
            while resolving.step(1) {}
            package = package.with_observations(resolving.finish());
        }
        package
    };
    let package = joined(false);
    let line = |package: &Package, indicator: &str, area: &str| {
        reading_line(reading(package, indicator, area, "2024-01"))
    };
    let before = |area: &str| line(&published, "on-time", area);
    assert_eq!(line(&package, "on-time", "610113001"), before("610113001"));
    assert_eq!(
        line(&package, "own-on-time", "610113001"),
        line(&own, "on-time", "1")
    );
    assert_ne!(
        line(&package, "own-on-time", "610113001"),
        before("610113001")
    );
    let own_id = indicator_id(&package, "own-on-time");
    assert_eq!(package.indicators.get(own_id).role, None);
    assert!(!package.indicators.get(own_id).headline);
    // By code alone only where the reader says so.
    let not_there = line(&package, "own-on-time", "610113003");
    assert_eq!(line(&package, "own-on-time", "610113002"), not_there);
    let taken = joined(true);
    assert_eq!(
        line(&taken, "own-on-time", "610113002"),
        line(&own, "on-time", "610113002")
    );
    assert!(package.fault_count() == published.fault_count());
}

// ---- what the reader decides --------------------------------------------------------------------

const OWN: &str = "top,全部,district,,
610113001,曙光社区,community,top,
610113002,Elsewhere,community,top,
610113006,朝阳社区,community,top,
x1,东凤社区,community,top,
";

fn settled(choices: &JoinChoices) -> (Vec<String>, String) {
    let (published, own) = (package(PUBLISHED, "on-time"), package(OWN, "own-rate"));
    let joining = join(&own.areas, &published.areas).settled(&own.areas, &published.areas, choices);
    let mut found = told(&own, &published, &joining);
    found.retain(|line| !line.starts_with("top "));
    (found, joining_text(Lang::En, &joining))
}

#[test]
fn a_code_that_contradicts_the_name_is_asked_about() {
    let (found, text) = settled(&JoinChoices::default());
    assert_eq!(
        found,
        [
            "610113001 = 610113001 by name and code",
            "610113002 ? 610113002",
            "610113006 = 610113006 by code, 610113002 by name",
            "x1 has none",
            "610113002 is not met",
            "610113003 is not met",
            "610113004 is not met",
            "610113005 is not met",
            "610113006 is not met",
            "610113007 is not met",
        ]
    );
    assert_eq!(
        text,
        "Of your 5 areas 1 has a counterpart: 1 by code and name."
    );
}

#[test]
fn lists_and_counts_follow_the_decisions() {
    let by_hand = [
        ("x1", "610113005"),
        ("610113006", "610113006"),
        ("no", "610113007"),
    ];
    let by_hand = by_hand.map(|(own, other)| (own.to_string(), other.to_string()));
    let choices = JoinChoices {
        takes_code_alone: true,
        by_hand: by_hand.into_iter().collect(),
    };
    let (found, text) = settled(&choices);
    assert_eq!(
        found,
        [
            "610113001 = 610113001 by name and code",
            "610113002 = 610113002 by code alone",
            "610113006 = 610113006 by hand",
            "x1 = 610113005 by hand",
            "610113003 is not met",
            "610113004 is not met",
            "610113007 is not met",
        ]
    );
    assert_eq!(
        text,
        "Of your 5 areas 4 have a counterpart: 1 by code and name, 1 by code alone, 2 by hand."
    );
    assert_eq!(JoinChoices::from_text(&choices.to_text()), choices);
    // One published area cannot be two of the reader's.
    let twice = [("610113006", "610113001"), ("x1", "610113002")];
    let choices = JoinChoices {
        takes_code_alone: true,
        by_hand: twice
            .map(|(own, other)| (own.to_string(), other.to_string()))
            .into(),
    };
    let (found, _) = settled(&choices);
    assert!(found.contains(&"x1 = 610113002 by hand".to_string()));
    assert!(found.contains(&"610113002 ? 610113002".to_string()));
    assert!(found.contains(&"610113006 = 610113006 by code, 610113002 by name".to_string()));
}

#[test]
fn areas_of_nearly_the_same_name_are_suggested() {
    let published = package(PUBLISHED, "on-time");
    let own = package(OWN, "own-rate");
    let joining = join(&own.areas, &published.areas);
    let id = own.areas.id("x1").unwrap();
    assert!(joining.unmatched_own.contains(&id));
    let similar = similar_areas(
        own.areas.get(id),
        &published.areas,
        &joining.unmatched_other,
    );
    let codes: Vec<&str> = similar
        .iter()
        .map(|id| &*published.areas.get(*id).code)
        .collect();
    assert_eq!(codes, ["610113006"]);
}

#[test]
fn a_code_with_nearly_the_name_is_likely_and_joined_by_the_readers_word() {
    let published = package(PUBLISHED, "on-time");
    let own = package(
        "top,全部,district,,
610113001,曙光社,community,top,
610113002,Elsewhere,community,top,
610113005,,community,top,
610113007,和平,community,top,other
610113006,东风社区居委会,community,top,other
",
        "own-rate",
    );
    let joining = join(&own.areas, &published.areas);
    let codes = |pairs: &[(zhishe::model::AreaId, zhishe::model::AreaId)]| -> Vec<String> {
        let code = |it: &(_, _)| own.areas.get(it.0).code.clone();
        pairs.iter().map(code).collect()
    };
    // Nothing is joined by it.
    assert!(joining.matched.is_empty());
    // Another register of the codes speaks against the fourth, and not against the last: the published
    // area names none.
    let likely = joining.likely_by_code(&own.areas, &published.areas);
    assert_eq!(codes(&likely), ["610113001", "610113006"]);
    let choices = JoinChoices {
        takes_code_alone: false,
        by_hand: [("610113001".to_string(), "610113001".to_string())].into(),
    };
    let settled = joining.settled(&own.areas, &published.areas, &choices);
    assert_eq!(codes(&settled.pairs()), ["610113001"]);
    let left = settled.likely_by_code(&own.areas, &published.areas);
    assert_eq!(codes(&left), ["610113006"]);
}

#[test]
fn an_indicator_is_found_beside_others_under_its_code() {
    let published = package(PUBLISHED, "on-time");
    for (name, expected) in [("own-rate", "own-rate"), ("on-time", "own-on-time")] {
        let own = package(OWN, name);
        assert_eq!(published.code_beside(name), expected);
        let id = default_indicator(&own).unwrap();
        assert_eq!(own.indicators.get(id).code, name);
        let beside = published.with_beside(&own, &[]).package;
        assert!(beside.indicators.id(expected).is_some());
    }
}

#[test]
fn pages_open_on_what_was_put_beside_where_it_has_a_place() {
    let published = package(PUBLISHED, "on-time");
    let own = package(OWN, "own-rate");
    let opened = |beside: &Package| {
        let id = default_indicator(beside).unwrap();
        assert_eq!(beside.indicators.is_beside(id), id.0 == 1);
        beside.indicators.get(id).code.clone()
    };
    let pairs = join(&own.areas, &published.areas).pairs();
    assert!(!pairs.is_empty());
    let beside = published.with_beside(&own, &pairs).package;
    assert_eq!(opened(&beside), "own-rate");
    // Of areas that are none of the package's there is nothing to open on.
    let beside = published.with_beside(&own, &[]).package;
    assert_eq!(opened(&beside), "on-time");
}

#[test]
fn areas_that_are_no_more_lack_no_counterpart() {
    let areas = "area_code,name_zh,level,parent_code,valid_from,valid_to
d,某区,district,,,
1,曙光社区,community,d,,
2,朝阳社区,community,d,,2023-06-30
3,胜利社区,community,d,2025-01-01,
4,红旗社区,community,d,,2024-02-28
";
    let published = Files::little()
        .with("areas.csv", areas)
        .with("observations.csv", "indicator,area_code,period,value\n")
        .with("observations-wide.csv", "area_code,period,x\n")
        .open(usize::MAX);
    let own = package("1,曙光社区,community,,\n5,别处,community,,\n", "own-rate");
    let periods = own.observed_periods();
    let texts: Vec<String> = periods.iter().map(|it| it.to_string()).collect();
    assert_eq!(texts, ["2024-01"]);
    let lacking = |joining: &Joining| -> Vec<String> {
        let ids = joining.unmatched_other.iter();
        ids.map(|id| published.areas.get(*id).code.clone())
            .collect()
    };
    let joining = join(&own.areas, &published.areas);
    assert_eq!(lacking(&joining), ["2", "3", "4"]);
    let joining = joining.of_periods(&published.areas, periods);
    assert_eq!(lacking(&joining), ["4"]);
    // So too after the reader's decisions.
    let choices = JoinChoices::default();
    let settled = joining.settled(&own.areas, &published.areas, &choices);
    assert_eq!(lacking(&settled), ["4"]);
}

#[test]
fn a_matched_area_that_no_page_compares_is_told() {
    let areas = "area_code,name_zh,level,parent_code,valid_from,valid_to
d,某区,district,,,
1,曙光社区,community,d,,
2,朝阳社区,community,d,,2023-06-30
";
    let published = Files::little()
        .with("areas.csv", areas)
        .with("observations.csv", "indicator,area_code,period,value\n")
        .with("observations-wide.csv", "area_code,period,x\n")
        .open(usize::MAX);
    let own = package(
        "1,曙光社区,community,,\n2,朝阳社区,community,,\n",
        "own-rate",
    );
    let joining = join(&own.areas, &published.areas);
    assert_eq!(joining.not_there(&published.areas), []);
    let joining = joining.of_periods(&published.areas, own.observed_periods());
    let gone = joining.not_there(&published.areas);
    let said = zhishe::words::not_there_text(Lang::Zh, &published, &gone);
    assert!(
        said.starts_with("其中 1 个") && said.contains("朝阳社区（2）"),
        "{said}"
    );
    let said = zhishe::words::not_there_text(Lang::En, &published, &gone);
    assert!(said.starts_with("1 of these was not there"), "{said}");
    assert_eq!(zhishe::words::not_there_text(Lang::En, &published, &[]), "");
}

#[test]
fn beside_each_other_the_banner_says_which_figures_are_fictional() {
    let mut published = package(PUBLISHED, "on-time");
    let mut own = package(OWN, "own-rate");
    let told = |published: &Package, own: &Package| joined_banner(published, own).en;
    let fictional = |package: &mut Package, is_fictional: bool| {
        let about = std::sync::Arc::make_mut(&mut package.descriptor);
        about.fictional = is_fictional;
        about.title.en = if is_fictional { "Demo" } else { "Real" }.to_string();
        about.title.zh = about.title.en.clone();
    };
    fictional(&mut published, true);
    fictional(&mut own, false);
    let banner = told(&published, &own);
    assert!(
        banner.contains("figures of “Demo” are fictional"),
        "{banner}"
    );
    assert!(
        banner.contains("figures of “Real” are a reader’s own"),
        "{banner}"
    );
    assert!(!banner.contains("all figures"), "{banner}");
    let stamped = |published: &Package, own: &Package| {
        published.with_beside(own, &[]).package.descriptor.fictional
    };
    assert!(stamped(&published, &own));
    fictional(&mut published, false);
    assert!(!stamped(&published, &own));
    fictional(&mut own, true);
    assert!(stamped(&published, &own));
    assert!(told(&published, &own).contains("marked as fictional"));
}

#[test]
fn a_footnote_mark_does_not_hinder_and_is_told() {
    check(
        "x,朝阳社区*,community,,\ny,曙光社区（1）,community,,\n610113006,东风社区 [注1],community,,\n",
        &[
            "x = 610113002 by name without mark",
            "y = 610113001 by name without mark",
            "610113006 = 610113006 by name and code",
            "610113003 is not met",
            "610113004 is not met",
            "610113005 is not met",
            "610113007 is not met",
        ],
    );
    // With an area beside it that has the name itself, a letter in brackets is no footnote.
    check(
        "x,曙光社区,community,,\ny,曙光社区（a）,community,,\nz,胜利社区*,community,,\n",
        &[
            "x = 610113001 by name",
            "y has none",
            "z has none",
            "610113002 is not met",
            "610113003 is not met",
            "610113004 is not met",
            "610113005 is not met",
            "610113006 is not met",
            "610113007 is not met",
        ],
    );
    // What cannot be settled is suggested.
    let published = package(PUBLISHED, "on-time");
    let own = package("z,胜利社区（1）,community,,\n", "own-rate");
    let area = own.areas.get(own.areas.id("z").unwrap());
    let candidates: Vec<_> = published.areas.iter().map(|(id, _)| id).collect();
    let near = similar_areas(area, &published.areas, &candidates);
    let codes: Vec<&str> = near
        .iter()
        .map(|id| &*published.areas.get(*id).code)
        .collect();
    assert_eq!(codes, ["610113003", "610113004"]);
    let joining = join(
        &package("x,朝阳社区¹,community,,\n", "own-rate").areas,
        &published.areas,
    );
    assert!(joining_text(Lang::Zh, &joining).contains("去掉注释符号后名称相同 1"));
    assert!(joining_text(Lang::En, &joining).contains("1 by name without its footnote mark"));
}

#[test]
fn the_row_of_the_whole_is_offered_for_the_district_and_never_joined_by_itself() {
    let published = package(PUBLISHED, "on-time");
    let own_areas =
        "合计,合计,district,,\nx,曙光社区,community,合计,\ny,朝阳社区,community,合计,\n";
    let own = package(own_areas, "own-rate");
    let joining = join(&own.areas, &published.areas);
    let code = |(one, other)| {
        let (one, other) = (own.areas.get(one), published.areas.get(other));
        (one.code.clone(), other.code.clone())
    };
    let offered = joining.wholes(&own.areas, &published.areas).map(code);
    assert_eq!(offered, Some(("合计".to_string(), "d".to_string())));
    assert_eq!(joining.matched.len(), 2);
    // By the reader's word it is the district, and told as such.
    let choices = JoinChoices {
        takes_code_alone: false,
        by_hand: [("合计".to_string(), "d".to_string())].into(),
    };
    let settled = joining.settled(&own.areas, &published.areas, &choices);
    assert!(joining_text(Lang::Zh, &settled).contains("手动对应 1"));
    assert_eq!(settled.wholes(&own.areas, &published.areas), None);
    // One that is among others is the whole of nothing.
    let flat = own_areas.replace("community,合计", "community,");
    let flat = package(&flat, "own-rate");
    let joining = join(&flat.areas, &published.areas);
    assert_eq!(joining.wholes(&flat.areas, &published.areas), None);
    // Nor is there one to offer where the district has its counterpart.
    let named = package(&own_areas.replace("合计,合计", "合计,某区"), "own-rate");
    let joining = join(&named.areas, &published.areas);
    assert_eq!(joining.wholes(&named.areas, &published.areas), None);
}
