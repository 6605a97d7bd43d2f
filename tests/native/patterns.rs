//! Whether there is a pattern in place: blocks, groups of values, clusters by counts, what a map says
//! of them, and what it refuses to say.

use crate::support::{Files, demo, indicator_id, published};
use zhishe::answer::{
    BenchmarkChoice, Colouring, Compare, CompareQuestion, NoShades, Pattern, PeriodChoice, compare,
    pattern,
};
use zhishe::figure::{Figure, Look, Mapped, Shading, TileMap, tile_figure};
use zhishe::model::{Lang, Period, Value};
use zhishe::package::Package;
use zhishe::query::select;
use zhishe::words::{map_briefing, map_sentences, verdicts_sentence};

fn compared(package: &Package, indicator: &str, level: &str, within: Option<&str>) -> Compare {
    let question = CompareQuestion {
        indicator: indicator_id(package, indicator),
        level: package.descriptor.level(level).unwrap(),
        within: within.map(|code| package.areas.id(code).unwrap()),
        period: PeriodChoice::At(Period::parse("2026-03").unwrap()),
        benchmark: BenchmarkChoice::Top,
    };
    compare(package, question)
}

fn tiles(lang: Lang, package: &Package, compare: &Compare, pattern: &Pattern) -> TileMap {
    let mapped = Mapped {
        package,
        compare,
        pattern,
        colouring: pattern.colouring(compare, false),
        look: Look::default(),
    };
    match tile_figure(lang, mapped) {
        Some(Figure::TileMap(map)) => map,
        other => panic!("{other:?}"),
    }
}

/// A package of communities in sub-districts, each with the value and the status of one count.
fn made(blocks: &[&[(&str, &str)]]) -> Package {
    let mut areas = String::from("area_code,name_zh,level,parent_code\nd,区,district,\n");
    let mut rows = String::from("indicator,area_code,period,value,status\n");
    for (block, values) in blocks.iter().enumerate() {
        areas += &format!("s{block},街道{block},subdistrict,d\n");
        for (at, (value, status)) in values.iter().enumerate() {
            areas += &format!("s{block}c{at},社区{block}-{at},community,s{block}\n");
            rows += &format!("area,s{block}c{at},2026-03,{value},{status}\n");
        }
    }
    Files::little()
        .with("areas.csv", areas)
        .with(
            "indicators.csv",
            "indicator,theme,label_zh,kind,nature,unit_zh,polarity,decimals\n\
             area,premises,面积,mean,inventory,平方米,higher,0\n",
        )
        .with("observations.csv", rows)
        .with("observations-wide.csv", "area_code,period,area\n")
        .with(
            "standards.csv",
            "standard,effective_from,indicator,operator,value\n",
        )
        .open(usize::MAX)
}

#[test]
fn every_area_stands_in_the_block_of_its_parent() {
    let package = demo();
    let compare = compared(package, "on-time-rate", "community", None);
    let pattern = pattern(package, &compare);
    assert_eq!(pattern.blocks.len(), 10);
    let mut seen = vec![0; compare.rows.len()];
    for block in &pattern.blocks {
        let areas = block.rows.iter().map(|at| compare.rows[*at].area);
        let areas: Vec<_> = areas.collect();
        assert!(areas.is_sorted(), "in the order of the package");
        for area in areas {
            assert_eq!(package.areas.get(area).parent, block.area);
        }
        block.rows.iter().for_each(|at| seen[*at] += 1);
    }
    assert!(seen.iter().all(|count| *count == 1));
    // The block's own value is what the sub-district publishes.
    for block in &pattern.blocks {
        let period = Period::parse("2026-03").unwrap();
        let own = select(
            package,
            compare.question.indicator,
            block.area.unwrap(),
            period,
        );
        assert_eq!(block.total.unwrap().reading, own);
    }
}

#[test]
fn grids_stand_by_community_in_one_sub_district_and_by_sub_district_in_all() {
    let package = demo();
    let level_of = |pattern: &Pattern| {
        let area = pattern.blocks[0].area.unwrap();
        let level = package.areas.get(area).level;
        package.descriptor.levels[usize::from(level.0)].clone()
    };
    // 163 communities would be no overview.
    let all = compared(package, "registered-volunteers", "grid", None);
    let all = pattern(package, &all);
    assert_eq!(
        (all.blocks.len(), level_of(&all).as_str()),
        (10, "subdistrict")
    );
    let inside = compared(package, "registered-volunteers", "grid", Some("990001001"));
    let inside = pattern(package, &inside);
    assert_eq!(
        (inside.blocks.len(), level_of(&inside).as_str()),
        (18, "community")
    );
    // Whoever saw the whole could tell the one part that is not shown: 甲03社区 has such a grid.
    let shown = |code: &str| {
        let area = package.areas.id(code);
        let mut blocks = inside.blocks.iter();
        blocks
            .find(|block| block.area == area)
            .unwrap()
            .total
            .is_some()
    };
    assert!(shown("990001001001") && !shown("990001001003"));
    // At the top there is no area above.
    let top = compared(package, "on-time-rate", "subdistrict", None);
    let top = pattern(package, &top);
    assert_eq!((top.blocks.len(), level_of(&top).as_str()), (1, "district"));
}

#[test]
fn equal_values_are_never_split_and_bounds_are_values() {
    let values = ["10", "10", "10", "10", "20", "20", "30", "40", "50", "60"];
    let values = values.map(|value| (value, ""));
    let package = made(&[&values[..5], &values[5..]]);
    let compare = compared(&package, "area", "community", None);
    let shades = pattern(&package, &compare).shades.unwrap();
    let groups = shades.groups.iter().map(|it| (it.low, it.high, it.count));
    // Type-7 bounds of ten values at fifths: 10, 16, 24, 42, all by hand.
    let expected = [
        (10.0, 10.0, 4),
        (20.0, 20.0, 2),
        (30.0, 40.0, 2),
        (50.0, 60.0, 2),
    ];
    assert_eq!(groups.collect::<Vec<_>>(), expected);
    for (row, group) in compare.rows.iter().zip(&shades.of_row) {
        let value = row.reading.value.exact().unwrap();
        let group = shades.groups[usize::from(group.unwrap())];
        assert!((group.low..=group.high).contains(&value));
    }
}

#[test]
fn many_equal_values_still_leave_what_differs_in_a_group_of_its_own() {
    let check = |values: &[&str], expected: &[(f64, f64, usize)]| {
        let values: Vec<(&str, &str)> = values.iter().map(|value| (*value, "")).collect();
        let package = made(&[&values]);
        let compare = compared(&package, "area", "community", None);
        let shades = pattern(&package, &compare).shades.unwrap();
        let groups = shades.groups.iter().map(|it| (it.low, it.high, it.count));
        assert_eq!(groups.collect::<Vec<_>>(), expected, "{values:?}");
    };
    // No more distinct values than groups: each is one.
    let mut two = vec!["0"; 2];
    two.extend(["1"; 18]);
    check(&two, &[(0.0, 0.0, 2), (1.0, 1.0, 18)]);
    // More: what is below the commonest value, and what is above.
    let mut low = vec!["100"; 24];
    low.extend(["70", "75", "80", "85", "90", "95"]);
    check(&low[..29], &[(70.0, 90.0, 5), (100.0, 100.0, 24)]);
    let few = ["1", "2", "2", "2", "2", "2", "2", "2", "3"];
    check(&few, &[(1.0, 1.0, 1), (2.0, 2.0, 7), (3.0, 3.0, 1)]);
    let mut both = vec!["50"; 40];
    both.extend(["1", "2", "3", "97", "98", "99"]);
    check(&both, &[(1.0, 3.0, 3), (50.0, 50.0, 40), (97.0, 99.0, 3)]);
}

#[test]
fn what_cannot_be_grouped_is_not_grouped() {
    let shades = |package: &Package| {
        let compare = compared(package, "area", "community", None);
        pattern(package, &compare).shades.unwrap_err()
    };
    let three = made(&[&[("1", ""), ("2", ""), ("3", ""), ("", "O"), ("4", "P")]]);
    assert_eq!(shades(&three), NoShades::TooFew(3));
    let equal = made(&[&[("7", ""); 6]]);
    assert_eq!(shades(&equal), NoShades::AllEqual);
    let nothing = made(&[&[("", "O"), ("", "L")]]);
    assert_eq!(shades(&nothing), NoShades::TooFew(0));
}

#[test]
fn three_real_places_stand_side_by_side_without_shade_or_verdict() {
    let package = published();
    for (id, indicator) in package.indicators.iter() {
        for level in 0..package.descriptor.levels.len() as u8 {
            let question = CompareQuestion {
                indicator: id,
                level: zhishe::model::LevelId(level),
                within: None,
                period: PeriodChoice::EachLatest,
                benchmark: BenchmarkChoice::Top,
            };
            let compare = compare(package, question);
            let pattern = pattern(package, &compare);
            assert!(pattern.shades.is_err(), "{}", indicator.code);
            for wants_shades in [false, true] {
                let colouring = pattern.colouring(&compare, wants_shades);
                assert_eq!(colouring, Colouring::Nothing);
            }
            if compare.rows.is_empty() {
                continue;
            }
            let map = tiles(Lang::Zh, package, &compare, &pattern);
            let shadings = map.blocks.iter().flat_map(|block| &block.tiles);
            let allowed = [Shading::Plain, Shading::Provisional, Shading::Missing];
            assert!(
                shadings
                    .into_iter()
                    .all(|tile| allowed.contains(&tile.shading))
            );
        }
    }
}

#[test]
fn a_gap_of_each_sort_looks_its_own() {
    let package = made(&[&[
        ("1", ""),
        ("2", ""),
        ("3", ""),
        ("4", ""),
        ("9", "P"),
        ("", "Q"),
        ("", "O"),
        ("", "M"),
    ]]);
    let compare = compared(&package, "area", "community", None);
    let pattern = pattern(&package, &compare);
    let map = tiles(Lang::Zh, &package, &compare, &pattern);
    let told = map.blocks[0].tiles.iter();
    let told = told.map(|tile| (tile.shading, tile.short_text.as_str()));
    assert_eq!(
        told.collect::<Vec<_>>(),
        [
            (Shading::Shade(0), "1"),
            (Shading::Shade(0), "2"),
            (Shading::Shade(4), "3"),
            (Shading::Shade(4), "4"),
            (Shading::Provisional, "9"),
            (Shading::Suppressed, "不公布"),
            (Shading::Missing, "缺报"),
            (Shading::Missing, "不适用"),
        ]
    );
    let legend = map.legend.iter().map(|entry| entry.text.as_str());
    assert_eq!(
        legend.collect::<Vec<_>>(),
        [
            "1–2 · 2 个",
            "3–4 · 2 个",
            "初步数，后续可能调整 · 1 个",
            "没有数值，原因写在格内 · 2 个",
            "有数值但不公布 · 1 个",
        ]
    );
}

#[test]
fn where_the_missing_party_groups_lie_is_said_by_counts() {
    let package = demo();
    let compare = compared(package, "grids-with-group", "community", None);
    let pattern = pattern(package, &compare);
    let shades = pattern.shades.as_ref().unwrap();
    assert_eq!(pattern.colouring(&compare, false), Colouring::Shades);
    let is_low = |at: usize, _: &_| shades.of_row[at].map(|group| group == 0);
    let clusters = pattern.clusters(&compare, is_low);
    // Counted anew from the readings: how many lie at or below the bound, in all and in 丁街道.
    let bound = shades.groups[0].high;
    let ding = package.areas.id("990001004").unwrap();
    let period = Period::parse("2026-03").unwrap();
    let (mut low, mut all, mut low_ding, mut all_ding) = (0, 0, 0, 0);
    for (id, area) in package.areas.iter() {
        let is_community = usize::from(area.level.0) == 2;
        let value = select(package, compare.question.indicator, id, period).value;
        if let (true, Value::Known(value)) = (is_community, value) {
            let is_low = usize::from(value <= bound);
            let is_ding = usize::from(area.parent == Some(ding));
            (low, all) = (low + is_low, all + 1);
            (low_ding, all_ding) = (low_ding + is_low * is_ding, all_ding + is_ding);
        }
    }
    let cluster = clusters[0];
    assert_eq!(
        (cluster.area, cluster.count, cluster.all),
        (ding, low_ding, all_ding)
    );
    let by_share = low as f64 * all_ding as f64 / all as f64;
    assert!((cluster.by_share - by_share).abs() < 1e-12);
    assert!(
        low_ding > 2 * by_share as usize,
        "the planted story is the largest cluster"
    );
    let [lead, place] = map_sentences(
        Lang::Zh,
        package,
        &compare,
        &pattern,
        Colouring::Shades,
        false,
    );
    assert!(lead.contains(&format!("最低一组 {low} 个")), "{lead}");
    assert!(
        place.contains(&format!(
            "丁街道有 {low_ding} 个（按社区数占比应约 {by_share:.1} 个）"
        )),
        "{place}"
    );
    assert!(place.ends_with("只计个数，未作检验。"), "{place}");
}

#[test]
fn chance_is_said_beside_the_verdicts() {
    let package = demo();
    let compare = compared(package, "on-time-rate", "community", None);
    let pattern = pattern(package, &compare);
    assert_eq!(pattern.colouring(&compare, false), Colouring::Verdicts);
    assert_eq!(pattern.colouring(&compare, true), Colouring::Shades);
    let said = |lang| {
        map_sentences(
            lang,
            package,
            &compare,
            &pattern,
            Colouring::Verdicts,
            false,
        )
    };
    let far = zhishe::stats::Confidence::NinetyNinePointEight;
    let (below, above) = compare.apart(true, far);
    // The counts are those of the comparison, at 99.8 % before 95 %; .2 % and 5 % of 163 by chance.
    let [zh, place] = said(Lang::Zh);
    let verdicts = verdicts_sentence(Lang::Zh, package, &compare, false);
    assert_eq!(zh, format!("163 个社区，全区 87.6%。{verdicts}"));
    let counts = format!("{below} 个低于全区，{above} 个高于全区");
    let far_at = zh.find(&counts).unwrap();
    assert!(far_at < zh.find("在 95% 置信水平上").unwrap(), "{zh}");
    assert!(zh.contains("约 0.3 个") && zh.contains("约 8.2 个"), "{zh}");
    assert_eq!(
        place,
        "低于全区（99.8%）的 2 个：甲05社区（甲街道）、乙01社区（乙街道）。"
    );
    let [en, place] = said(Lang::En);
    assert!(
        en.starts_with("163 communities; the district: 87.6%. At the 99.8% level"),
        "{en}"
    );
    assert!(
        place
            .starts_with("The 2 below the district (99.8%): Jia 05 Community (Jia Sub-district), "),
        "{place}"
    );
    // A briefing stands alone: it says what is meant, where and when.
    let briefing = map_briefing(Lang::Zh, package, &compare, &said(Lang::Zh));
    assert!(
        briefing.starts_with("示范区各社区按期办结率（2026 年 3 月）：163 个社区，全区 87.6%。"),
        "{briefing}"
    );
    let blank = [String::new(), String::new()];
    let briefing = map_briefing(Lang::En, package, &compare, &blank);
    assert!(briefing.contains(": lowest "), "{briefing}");
    // The tiles are those of the sentence.
    let map = tiles(Lang::Zh, package, &compare, &pattern);
    let counts: Vec<&str> = map.blocks.iter().map(|block| &*block.count_text).collect();
    let count_of = |sign: char| -> usize {
        let texts = counts.iter().filter_map(|text| text.split_once(sign));
        let counts = texts.map(|(_, rest)| {
            let digits = rest.trim().split(' ').next().unwrap();
            digits.parse::<usize>().unwrap()
        });
        counts.sum()
    };
    assert_eq!((count_of('▼'), count_of('▲')), (below, above));
}

#[test]
fn one_alone_and_areas_spread_out_are_no_cluster() {
    let values: Vec<(String, &str)> = (0..20).map(|at| ((at * 10).to_string(), "")).collect();
    let values: Vec<(&str, &str)> = values
        .iter()
        .map(|(value, status)| (&**value, *status))
        .collect();
    let package = made(&[&values[..10], &values[10..]]);
    let compare = compared(&package, "area", "community", None);
    let pattern = pattern(&package, &compare);
    let clusters = |codes: &[&str]| {
        let is_meant = |_: usize, row: &zhishe::answer::CompareRow| {
            Some(codes.contains(&&*package.areas.get(row.area).code))
        };
        pattern.clusters(&compare, is_meant)
    };
    assert!(clusters(&["s0c1"]).is_empty());
    assert!(clusters(&["s0c1", "s1c1"]).is_empty());
    assert!(clusters(&["s0c1", "s0c2", "s1c1"]).is_empty());
    // Three of four in half the areas: two were to be expected.
    let found = clusters(&["s0c1", "s0c2", "s0c3", "s1c1"]);
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].count, found[0].all, found[0].by_share),
        (3, 10, 2.0)
    );
}
