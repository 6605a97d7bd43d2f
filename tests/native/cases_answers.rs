//! What the page 「事项」 holds beside the stages: rates held apart, the score with the reader's weights,
//! figures as they were published, and what is said of them. Expected numbers were computed apart from the
//! program, from the CSV files of the demo district, with Wilson's and Newcombe's formulas as published.

use crate::support::{Files, area_id, check, demo, published};
use zhishe::answer::{
    CasePair, CaseRateName, CaseWeights, HeldAgainst, NoCaseRank, NoConversion, NoScore, Pipeline,
    PipelineQuestion, Score, ScoreQuestion, Verdict, case_figures, case_outliers, case_rates,
    pipeline, score, score_levels,
};
use zhishe::figure::{Figure, case_flow_figure, case_rates_figure, category_figure};
use zhishe::model::{Lang, LevelId, Period, Role};
use zhishe::package::Package;
use zhishe::route::{View, case_beside, case_weights, score_level};
use zhishe::words;

const SUBDISTRICT: LevelId = LevelId(1);
const COMMUNITY: LevelId = LevelId(2);

#[track_caller]
fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-9, "{found} {expected}");
}

fn march() -> Period {
    Period::parse("2026-03").unwrap()
}

fn followed(package: &Package, area: &str, beside: Option<&str>, at: &str) -> Pipeline {
    let question = PipelineQuestion {
        area: area_id(package, area),
        beside: beside.map(|code| area_id(package, code)),
        period: Period::parse(at).unwrap(),
    };
    pipeline(package, question)
}

fn pairs(area: &str, beside: Option<&str>) -> Vec<CasePair> {
    case_rates(demo(), &followed(demo(), area, beside, "2026-03"))
}

fn of(pairs: &[CasePair], name: CaseRateName) -> CasePair {
    *pairs.iter().find(|pair| pair.name == name).unwrap()
}

// ---- rates held apart ---------------------------------------------------------------------------

#[test]
fn an_area_is_held_against_the_rest_of_the_one_it_lies_in() {
    let pairs = pairs("990001002001", Some("990001"));
    let resolution = of(&pairs, CaseRateName::Resolution);
    check(resolution.own.unwrap().rate.counts, Some((161.0, 201.0)));
    check(
        resolution.beside.unwrap().rate.counts,
        Some((34391.0, 37190.0)),
    );
    let whole = resolution.beside.unwrap().interval_95.unwrap();
    near(whole.lower, 0.9220125231469726);
    near(whole.upper, 0.9273754067063394);
    let apart = resolution.difference.unwrap();
    check(apart.held, HeldAgainst::RestOfBeside);
    // 161 of 201 against 34,391 − 161 of 37,190 − 201.
    near(apart.share, -0.12441523222784123);
    near(apart.interval_95.lower, -0.18508233587180473);
    near(apart.interval_95.upper, -0.07501958251050009);
    // At 99.8 % the interval is −0.224 to −0.052.
    check(apart.verdict, Verdict::MuchWorse);
    let response = of(&pairs, CaseRateName::Response).difference.unwrap();
    near(response.interval_95.lower, -0.049140447161967055);
    near(response.interval_95.upper, 0.0007624244554507477);
    check(response.verdict, Verdict::Similar);
    // How many rate is neither good nor bad.
    let rated = of(&pairs, CaseRateName::Rated).difference.unwrap();
    near(rated.share, 0.08187453162113068);
    check(rated.verdict, Verdict::Higher);
}

#[test]
fn the_rest_of_a_whole_is_held_against_a_part_of_it() {
    let inner = of(
        &pairs("990001002001", Some("990001")),
        CaseRateName::Resolution,
    );
    let outer = of(
        &pairs("990001", Some("990001002001")),
        CaseRateName::Resolution,
    );
    let (inner, outer) = (inner.difference.unwrap(), outer.difference.unwrap());
    check(outer.held, HeldAgainst::RestOfOwn);
    near(outer.share, -inner.share);
    near(outer.interval_95.lower, -inner.interval_95.upper);
    check(outer.verdict, Verdict::MuchBetter);
    let siblings = of(
        &pairs("990001001", Some("990001002")),
        CaseRateName::Resolution,
    );
    check(siblings.difference.unwrap().held, HeldAgainst::Whole);
}

#[test]
fn nothing_is_held_against_itself_or_against_nothing() {
    let own = pairs("990001", Some("990001"));
    check(own.len(), 6);
    check(own.iter().all(|pair| pair.difference.is_none()), true);
    check(
        pairs("990001", None)
            .iter()
            .all(|pair| pair.beside.is_none()),
        true,
    );
    let unripe = followed(demo(), "990001002001", Some("990001"), "2026-04");
    check(case_rates(demo(), &unripe).len(), 0);
}

#[test]
fn the_largest_loss_is_of_the_handling() {
    let flow = followed(demo(), "990001", None, "2026-03").flow;
    // 13,483 were resolved and not rated, which is not where a case is stuck.
    check(
        flow.largest_loss().map(|stage| (stage.role, stage.loss)),
        Some((Role::CaseResolved, Some(1687.0))),
    );
    let unripe = followed(demo(), "990001", None, "2026-04").flow;
    check(unripe.largest_loss().is_none(), true);
}

#[test]
fn places_that_stand_apart_are_named_by_what_they_are_short_of() {
    let found = case_outliers(
        demo(),
        area_id(demo(), "990001"),
        march(),
        CaseRateName::Resolution,
    );
    let found = found.unwrap();
    check((found.level, found.judged_count), (COMMUNITY, 163));
    near(found.expected_by_chance, 163.0 * 0.002);
    // The spread among the communities is no more than chance (τ² 0), so these stand by their own z:
    // −8.19, −6.65 and, on the other side, 4.72.
    let worse = found.worse.iter().map(|it| {
        let area = demo().areas.get(it.area).code.as_str();
        (area, it.sample.events(), it.sample.size(), it.verdict)
    });
    check(
        worse.collect::<Vec<_>>(),
        vec![
            ("990001001005", 311.0, 382.0, Verdict::MuchWorse),
            ("990001002001", 161.0, 201.0, Verdict::MuchWorse),
        ],
    );
    // 311 − 382 × 34,391/37,190.
    near(found.worse[0].excess, -42.249852110782456);
    check(found.better_count, 1);
    let text = words::case_outlier_text(Lang::Zh, &found.worse[0]);
    check(text, " 81.4%，少办结约 42 件".to_string());
    // A community has no areas below it that take cases; an unripe month is held against nothing.
    let inside = case_outliers(
        demo(),
        area_id(demo(), "990001002001"),
        march(),
        CaseRateName::Resolution,
    );
    check(inside, None);
    let april = Period::parse("2026-04").unwrap();
    let unripe = case_outliers(
        demo(),
        area_id(demo(), "990001"),
        april,
        CaseRateName::Resolution,
    );
    check(unripe, None);
}

// ---- packages made for the edges ----------------------------------------------------------------

const AREAS: &str = "\
area_code,name_zh,name_en,level,parent_code
99,某区,District,district,
990101,甲一,Jia 1,community,99
990102,甲二,Jia 2,community,99
990103,甲三,Jia 3,community,99
990104,甲四,Jia 4,community,99
";

const INDICATORS: &str = "\
indicator,theme,unit_zh,unit_en,kind,nature,multiplier,role
dispatched,cases,件,cases,count,events,1,case.dispatched
responded,cases,件,cases,count,events,1,case.responded
resolved,cases,件,cases,count,events,1,case.resolved
";

/// Cases dispatched, responded to and resolved, blank where missing, at each community.
fn made(judged: bool, basis: &str, rows: &[(&str, [&str; 3])]) -> Package {
    let mut text = "indicator,area_code,period,value\n".to_string();
    for (area, values) in rows {
        for (indicator, value) in ["dispatched", "responded", "resolved"].iter().zip(values) {
            if !value.is_empty() {
                text += &format!("{indicator},{area},2024-01,{value}\n");
            }
        }
    }
    Files::little()
        .declare("/zhishe", "case_basis", basis.into())
        .declare("/zhishe", "judged", judged.into())
        .with("areas.csv", AREAS)
        .with("indicators.csv", INDICATORS)
        .with("standards.csv", "standard,indicator,operator,value\n")
        .with("observations.csv", text)
        .with("observations-wide.csv", "area_code,area_name,period\n")
        .open(4096)
}

const FOUR: [(&str, [&str; 3]); 4] = [
    ("990101", ["100", "90", "80"]),
    ("990102", ["50", "50", "30"]),
    ("990103", ["40", "20", "40"]),
    ("990104", ["20", "20", "20"]),
];

fn scored(package: &Package, weights: &str) -> Score {
    let level = package.descriptor.level("community").unwrap();
    let question = ScoreQuestion {
        level,
        period: Period::parse("2024-01").unwrap(),
        weights: CaseWeights::parse(weights).unwrap(),
    };
    score(package, question)
}

fn order(package: &Package, score: &Score) -> Vec<(String, f64, Option<u32>)> {
    let row = |row: &zhishe::answer::ScoreRow| {
        (
            package.areas.get(row.area).code.clone(),
            row.score,
            row.rank,
        )
    };
    score.rows.iter().map(row).collect()
}

#[test]
fn a_score_is_the_weighted_mean_of_the_rates() {
    let package = made(true, "cohort", &FOUR);
    let found = scored(&package, "response:10,resolution:30");
    check(found.refusal, None);
    check(
        found.available.clone(),
        vec![CaseRateName::Response, CaseRateName::Resolution],
    );
    let expected = [
        ("990104", 100.0, 1),
        // (10 × 50 % + 30 × 100 %) ÷ 40
        ("990103", 87.5, 2),
        // (10 × 90 % + 30 × 80 %) ÷ 40
        ("990101", 82.5, 3),
        // (10 × 100 % + 30 × 60 %) ÷ 40
        ("990102", 70.0, 4),
    ];
    for ((code, value, rank), (area, score, found)) in
        expected.into_iter().zip(order(&package, &found))
    {
        check((area.as_str(), found), (code, Some(rank)));
        near(score, value);
    }
    // Satisfaction weighs and is published nowhere: it does not count.
    let found = scored(&package, "response:1,satisfaction:99");
    check(found.counted, vec![(CaseRateName::Response, 1.0)]);
    check(
        words::score_formula(Lang::Zh, &scored(&package, "response:10,resolution:30")),
        "得分 =（响应率 × 10 + 办结率 × 30）÷ 40，满分 100。".to_string(),
    );
}

#[test]
fn equal_scores_share_a_rank() {
    let mut rows = FOUR;
    rows[0].1 = ["100", "100", "100"];
    let package = made(true, "cohort", &rows);
    let ranks: Vec<Option<u32>> = scored(&package, "resolution:1")
        .rows
        .iter()
        .map(|row| row.rank)
        .collect();
    check(ranks, vec![Some(1), Some(1), Some(1), Some(4)]);
}

#[test]
fn an_area_that_lacks_a_rate_or_has_too_few_cases_stands_apart() {
    let mut rows = FOUR;
    rows[1].1 = ["50", "50", ""];
    rows[3].1 = ["9", "9", "9"];
    let package = made(true, "cohort", &rows);
    let found = scored(&package, "response:1,resolution:1");
    let reasons: Vec<NoScore> = found.lacking.iter().map(|it| it.reason.clone()).collect();
    check(
        reasons,
        vec![
            NoScore::Lacks(vec![CaseRateName::Resolution]),
            NoScore::Few(vec![CaseRateName::Response, CaseRateName::Resolution]),
        ],
    );
    // Two are left, which are too few for ranks.
    check(
        (found.refusal, found.rows.len()),
        (Some(NoCaseRank::TooFew), 2),
    );
    check(found.rows.iter().all(|row| row.rank.is_none()), true);
}

#[test]
fn what_is_not_to_be_judged_is_not_ranked() {
    let package = made(false, "cohort", &FOUR);
    let found = scored(&package, "resolution:1");
    check(found.refusal, Some(NoCaseRank::PackageForbids));
    // In the order of the package, not of the score.
    let codes: Vec<String> = order(&package, &found).into_iter().map(|it| it.0).collect();
    check(
        codes,
        ["990101", "990102", "990103", "990104"]
            .map(str::to_string)
            .to_vec(),
    );
    check(
        words::score_sentence(Lang::Zh, &package, &found),
        String::new(),
    );
    let beside = followed(&package, "990101", Some("990102"), "2024-01");
    let pairs = case_rates(&package, &beside);
    check(pairs.len(), 2);
    check(pairs.iter().all(|pair| pair.difference.is_none()), true);
}

#[test]
fn nothing_to_weigh_is_said() {
    let package = made(true, "cohort", &FOUR);
    let found = scored(&package, "response:0");
    check(
        (found.refusal, found.rows.len(), found.lacking.len()),
        (Some(NoCaseRank::NoWeight), 0, 0),
    );
    let empty = made(true, "cohort", &[]);
    let found = scored(&empty, "");
    check(
        (found.refusal, found.rows.len()),
        (Some(NoCaseRank::NoRates), 0),
    );
    check(
        score_levels(&empty, Period::parse("2024-01").unwrap()),
        Vec::new(),
    );
    let event = made(true, "event", &FOUR);
    let found = scored(&event, "");
    check(
        found.lacking[0].reason.clone(),
        NoScore::NoConversion(NoConversion::EventBasis),
    );
}

#[test]
fn weights_are_read_as_they_are_written() {
    check(CaseWeights::parse("").unwrap(), CaseWeights::default());
    check(CaseWeights::default().text(), String::new());
    let weights = CaseWeights::parse("resolution:12.5,on-time:100").unwrap();
    check(
        (
            weights.of(CaseRateName::Resolution),
            weights.of(CaseRateName::Response),
        ),
        (12.5, 0.0),
    );
    check(weights.text(), "resolution:12.5,on-time:100".to_string());
    let more = weights.with(CaseRateName::SettledInside, 250.0);
    check(
        more.text(),
        "resolution:12.5,on-time:100,settled-inside:100".to_string(),
    );
    check(CaseWeights::parse(&more.text()), Some(more));
    // All at zero stays so when it is read again.
    let none = CaseWeights::parse("resolution:5")
        .unwrap()
        .with(CaseRateName::Resolution, 0.0);
    check(
        CaseWeights::parse(&none.text())
            .unwrap()
            .of(CaseRateName::Resolution),
        0.0,
    );
    check(
        CaseWeights::parse(&none.text())
            .unwrap()
            .of(CaseRateName::Response),
        0.0,
    );
    for text in [
        "response",
        "response:x",
        "nothing:1",
        "response:-1",
        "response:101",
        "response:nan",
        "response:1,response:2",
        ",",
    ] {
        check(CaseWeights::parse(text), None);
    }
    let view = View {
        weights: "nothing".to_string(),
        ..View::default()
    };
    check(case_weights(&view), (CaseWeights::default(), false));
}

// ---- the demo district --------------------------------------------------------------------------

#[test]
fn sub_districts_are_scored_from_their_counts() {
    let question = ScoreQuestion {
        level: SUBDISTRICT,
        period: march(),
        weights: CaseWeights::default(),
    };
    let found = score(demo(), question);
    check(
        (found.rows.len(), found.lacking.len(), found.refusal),
        (10, 0, None),
    );
    let name = |row: &zhishe::answer::ScoreRow| demo().areas.get(row.area).code.clone();
    let (first, last) = (&found.rows[0], &found.rows[9]);
    check(
        (name(first), name(last)),
        ("990001008".to_string(), "990001001".to_string()),
    );
    // 30 × 4068/4124 + 40 × 3849/4124 + 30 × 2159/2316.
    near(first.score, 94.89163647145736);
    near(last.score, 93.98334225837701);
    // The ends of the Wilson intervals of 4,068 and 3,849 of 4,124 and of 2,159 of 2,316, weighted alike.
    let interval = first.interval_95.unwrap();
    near(interval.lower, 94.12118871646777);
    near(interval.upper, 95.55972120892804);
    // No two sub-districts can be told apart by so little.
    check(first.range, Some((1, 10)));
    let text = words::score_rank_text(first);
    check(text, "1–10".to_string());
    check(first.dispatched(), Some(4124.0));
    check(score_levels(demo(), march()), vec![SUBDISTRICT, COMMUNITY]);
}

#[test]
fn the_address_says_who_stands_beside_and_which_level_is_scored() {
    let top = area_id(demo(), "990001");
    let community = area_id(demo(), "990001002001");
    let beside = |codes: &[&str], area| {
        let view = View {
            beside: codes.iter().map(|it| it.to_string()).collect(),
            ..View::default()
        };
        case_beside(&view, demo(), area)
    };
    check(beside(&[], top), None);
    check(beside(&[], community), Some(top));
    check(beside(&["none"], community), None);
    check(
        beside(&["990001002"], community),
        Some(area_id(demo(), "990001002")),
    );
    // What is unknown, and the area itself, are no area beside.
    check(beside(&["elsewhere"], community), Some(top));
    check(beside(&["990001002001"], community), Some(top));
    check(beside(&["990001"], top), None);
    let level = |level: &str, area| {
        let view = View {
            level: level.to_string(),
            ..View::default()
        };
        score_level(&view, demo(), march(), area)
    };
    check(level("", top), Some(SUBDISTRICT));
    check(level("", community), Some(COMMUNITY));
    check(level("subdistrict", community), Some(SUBDISTRICT));
    check(level("building", community), Some(COMMUNITY));
}

#[test]
fn the_sentences_say_what_the_figures_are() {
    let found = followed(demo(), "990001002001", Some("990001"), "2026-03");
    let pairs = case_rates(demo(), &found);
    let flow = |lang| words::case_flow_sentence(lang, demo(), &found.flow, march());
    check(
        flow(Lang::Zh),
        "2026 年 3 月，乙01社区点单 207 件，派单 201 件，受理 186 件，办结 161 件（占派单 80.1%）。办结之前，流失最多的是受理到办结：25 件受理后未办结，占受理的 13.4%。".to_string(),
    );
    let rates = |lang| words::case_rates_sentence(lang, &found.flow, &pairs);
    check(
        rates(Lang::En),
        "Response rate 97.0% (95% interval 93.6–98.6%), resolution rate 80.1% (74.0–85.0%), satisfaction rate 94.6% (88.7–97.5%); satisfaction speaks only for the 68.9% of resolved cases that were rated.".to_string(),
    );
    let areas = (found.flow.area, area_id(demo(), "990001"));
    let apart = |lang| words::case_difference_sentence(lang, demo(), &pairs, areas);
    check(
        apart(Lang::Zh),
        "与全区其余地区相比：▼\u{a0}办结率低 12.4 个百分点，按期办结率低 17.6 个百分点（置信水平 99.8%）；○\u{a0}评价率高 8.2 个百分点，社区内化解率高 8.2 个百分点（置信水平 95%），不分优劣；●\u{a0}响应率、满意率未见差别。".to_string(),
    );
    // Nothing is held apart where nothing stands beside.
    let alone = case_rates(demo(), &followed(demo(), "990001", None, "2026-03"));
    check(
        words::case_difference_sentence(Lang::Zh, demo(), &alone, areas),
        String::new(),
    );
}

#[test]
fn figures_carry_what_the_answer_holds() {
    let found = followed(demo(), "990001002001", Some("990001"), "2026-03");
    let Some(Figure::CaseFlow(flow)) = case_flow_figure(Lang::Zh, demo(), &found) else {
        panic!("a flow");
    };
    check(flow.stages.len(), 7);
    let resolved = &flow.stages[4];
    check((resolved.mark.value, resolved.before), (161.0, Some(186.0)));
    // The district's share of its dispatched, taken of the 201 dispatched here.
    near(
        resolved.beside.as_ref().unwrap().value,
        201.0 * 34391.0 / 37190.0,
    );
    let pairs = case_rates(demo(), &found);
    let areas = (found.flow.area, Some(area_id(demo(), "990001")));
    let bars = case_rates_figure(Lang::En, demo(), &pairs, areas).unwrap();
    check(bars.marks().len(), 12);
    let unripe = followed(demo(), "990001002001", Some("990001"), "2026-04");
    let Some(Figure::CaseFlow(flow)) = case_flow_figure(Lang::Zh, demo(), &unripe) else {
        panic!("a flow");
    };
    // What is not final is compared with nothing.
    check(
        flow.stages
            .iter()
            .all(|it| it.beside.is_none() && it.passed.is_empty()),
        true,
    );
    let whole = followed(demo(), "990001", None, "2026-04").flow;
    let Figure::Pareto(pareto) =
        category_figure(Lang::Zh, demo(), &whole.breakdowns[0], String::new())
    else {
        panic!("categories");
    };
    check((pareto.bars.len(), pareto.rate_label.as_str()), (9, ""));
}

// ---- the published package ----------------------------------------------------------------------

#[test]
fn published_figures_stand_as_they_are_with_their_sources() {
    let found = case_figures(published(), None);
    let rows: Vec<(&str, &str, Option<f64>)> = found
        .rows
        .iter()
        .map(|row| {
            let indicator = published().indicators.get(row.indicator);
            let area = published().areas.get(row.area);
            (
                indicator.code.as_str(),
                area.code.as_str(),
                row.reading.value.number(),
            )
        })
        .collect();
    check(
        rows,
        vec![
            ("problems-resolved", "610113", Some(3120.0)),
            ("four-order-cases-resolved", "511381", Some(1200.0)),
            ("key-small-matters-resolved", "511381", Some(500.0)),
        ],
    );
    check(
        found
            .rows
            .iter()
            .all(|row| row.source.is_some() && row.reading.place.is_some()),
        true,
    );
    let langzhong = case_figures(published(), Some(area_id(published(), "511381")));
    check(langzhong.rows.len(), 2);
    let dongsheng = case_figures(published(), Some(area_id(published(), "150602")));
    check((dongsheng.rows.len(), dongsheng.more), (0, 0));
    let nothing = followed(published(), "610113", None, "2024");
    check(case_flow_figure(Lang::Zh, published(), &nothing), None);
}
