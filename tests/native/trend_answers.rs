//! Series over time: across splits and mergers, with gaps, and what makes a change one.

use crate::support::{self, area_id, demo, indicator_id, published, shipped};
use zhishe::answer::{
    Boundary, NoChange, NoControlChart, Trend, TrendQuestion, reorganised, trend,
};
use zhishe::model::Lang;
use zhishe::model::Period;
use zhishe::package::Package;
use zhishe::words::reorganised_brief;

fn of(package: &Package, indicator: &str, area: &str) -> Trend {
    let question = TrendQuestion {
        indicator: indicator_id(package, indicator),
        area: area_id(package, area),
        until: None,
        baseline: None,
        target: None,
    };
    trend(package, question)
}

/// The counts at a period, as `numerator/denominator`.
fn counts(trend: &Trend, period: &str) -> Option<String> {
    let period = Period::parse(period).unwrap();
    let point = trend.points.iter().find(|point| point.period == period)?;
    let (above, below) = point.reading.numerator.zip(point.reading.denominator)?;
    Some(format!("{above}/{below}"))
}

const OLD: &str = "990001004006";
const PARTS: [&str; 2] = ["990001004016", "990001004017"];

#[test]
fn a_split_area_goes_on_as_the_sum_of_its_parts() {
    let old = of(demo(), "on-time-rate", OLD);
    let Some(Boundary::Joined { at, parts }) = &old.boundary else {
        panic!("{:?}", old.boundary);
    };
    assert_eq!(at.to_string(), "2025-07");
    assert_eq!(*parts, PARTS.map(|code| area_id(demo(), code)));
    // In the files: 332/369 of its own in June, then 164/176 and 150/177 of the parts.
    assert_eq!(counts(&old, "2025-06").as_deref(), Some("332/369"));
    assert_eq!(counts(&old, "2025-07").as_deref(), Some("314/353"));
    assert_eq!(old.points.len(), 36);
}

#[test]
fn a_part_of_a_split_begins_with_it() {
    let part = of(demo(), "on-time-rate", PARTS[0]);
    let boundary = part.boundary.as_ref().unwrap();
    assert!(matches!(boundary, Boundary::Cut { .. }));
    assert_eq!(
        words::boundary_text(Lang::Zh, demo(), boundary),
        "2025 年 7 月由丁06社区拆分设立，序列自此开始"
    );
    assert_eq!(part.points[0].period.to_string(), "2025-07");
    assert_eq!(counts(&part, "2025-07").as_deref(), Some("164/176"));
    assert!(part.season_not_excluded && part.against.is_none());
    assert_eq!(part.change_on_year, Err(NoChange::MonthsMissing));
}

#[test]
fn a_merger_is_cut() {
    // Another community gave something to the second part: the two no longer fill the old boundary.
    let more = "990001004001,990001004017,2025-07\n";
    let package = shipped("demo").more("lineage.csv", more).open(1 << 18);
    let old = of(&package, "on-time-rate", OLD);
    assert!(matches!(old.boundary, Some(Boundary::Cut { .. })));
    assert_eq!(old.points.last().unwrap().period.to_string(), "2025-06");
}

/// What is said of the splits and mergers of the year up to a month.
fn said(package: &Package, until: &str) -> Vec<String> {
    let found = reorganised(package, Period::parse(until).unwrap());
    let line = |it: &_| {
        let (who, said) = reorganised_brief(Lang::Zh, package, it);
        who + &said
    };
    found.iter().map(line).collect()
}

#[test]
fn splits_and_mergers_are_told_for_a_year() {
    let split = "丁06社区2025 年 7 月拆分为丁16社区、丁17社区，前后数字不可直接相比";
    for until in ["2025-07", "2026-03", "2026-06", "2026-Q2"] {
        assert_eq!(said(demo(), until), [split], "{until}");
    }
    for until in ["2025-06", "2026-07"] {
        assert_eq!(said(demo(), until), [""; 0], "{until}");
    }
    // What shares a place in one month is one change, in whatever order the rows stand.
    let more = "\
990001005001,990001005002,2026-01
990001005003,990001005002,2026-01
990001005004,990001005005,2025-12
990001004001,990001004017,2025-07
990001004001,990001004002,2025-07
";
    let package = shipped("demo").more("lineage.csv", more).open(1 << 18);
    assert_eq!(
        said(&package, "2026-03"),
        [
            "戊01社区、戊03社区2026 年 1 月并为戊02社区，前后数字不可直接相比",
            "戊04社区2025 年 12 月并为戊05社区，前后数字不可直接相比",
            "丁01社区、丁06社区2025 年 7 月调整为丁02社区、丁16社区、丁17社区，前后数字不可直接相比",
        ]
    );
}

#[test]
fn an_unripe_month_is_no_part_of_a_chart_or_a_change() {
    let slipped = of(demo(), "on-time-rate", "990001002001");
    let chart = slipped.chart.as_ref().unwrap();
    assert_eq!(slipped.points.last().unwrap().period.to_string(), "2026-04");
    assert_eq!(chart.points.last(), Some(&None));
    let change = slipped.change_on_year.unwrap();
    assert_eq!(change.months.1.to_string(), "2026-03");
    assert!(change.is_beyond_chance() && change.change < -10.0);
}

#[test]
fn the_season_is_no_signal_against_the_whole() {
    // What heating takes from everybody shows in the district's own chart, with a caution, and in
    // no more than a few communities once the district is taken out.
    let whole = of(demo(), "on-time-rate", "990001");
    assert!(whole.season_not_excluded && whole.against.is_none());
    // More heating cases from November to March: lowest in the middle of winter.
    let season = whole.season.unwrap();
    assert!([12, 1, 2].contains(&season.lowest_month), "{season:?}");
    assert!((0.5..2.0).contains(&season.amplitude), "{season:?}");
    let level = demo().descriptor.level("community").unwrap();
    let areas = demo().areas.of_level(level, None, None);
    let signals = |chart: &zhishe::stats::ControlChart| {
        let outside = chart.signals.iter().filter(|signals| {
            let mut signals = signals.iter();
            signals.any(|it| matches!(it, zhishe::stats::Signal::OutsideLimit(_)))
        });
        outside.count()
    };
    let (mut points, mut outside) = (0, 0);
    for area in areas {
        let code = demo().areas.get(area).code.clone();
        if ["990001002001", "990001008008"].contains(&&*code) {
            continue;
        }
        if let Some(chart) = of(demo(), "on-time-rate", &code).against {
            points += chart.points.iter().flatten().count();
            outside += signals(&chart);
        }
    }
    assert!(points > 5_000, "{points}");
    assert!(outside * 100 <= points, "{outside} of {points}");
}

#[test]
fn what_there_is_has_no_control_limits() {
    let grids = of(demo(), "grids-with-group", "990001");
    assert_eq!(grids.chart, Err(NoControlChart::Inventory));
    let branches = of(published(), "compound-branches", "610113");
    assert_eq!(branches.chart, Err(NoControlChart::PackageForbids));
}

// What the page of trends adds: where a series stands, how each point moved, several areas together, and
// all of a level.

use zhishe::answer::{
    Change, Movement, Multiples, MultiplesQuestion, TogetherQuestion, moves, multiples, signalled,
    standing, together,
};
use zhishe::stats::Side;
use zhishe::words;

const SLIPPED: &str = "990001002001";
const IMPROVED: &str = "990001008008";
const NOISY: &str = "990001010013";

#[test]
fn what_slipped_is_stated_since_when_and_by_which_rule() {
    let slipped = of(demo(), "on-time-rate", SLIPPED);
    let stands = standing(slipped.chart.as_ref().unwrap()).unwrap();
    // The README of the package: falling since 2025-04, 138/197 in 2026-03: twelve months.
    let period = |at: usize| slipped.points[at].period.to_string();
    assert_eq!(period(stands.at), "2026-03");
    assert_eq!(period(stands.since), "2025-04");
    assert_eq!(stands.count, 12);
    let found = signalled(&slipped).unwrap();
    assert!(found.is_confirmed && found.side == Side::Below, "{found:?}");

    let (sign, lead) = words::trend_lead(Lang::Zh, demo(), &slipped);
    assert_eq!(sign, "▼");
    for part in [
        "确有下降（变差）",
        "70.1%（138/197）",
        "自 2025 年 4 月起连续 12 期",
    ] {
        assert!(lead.contains(part), "{part} in {lead}");
    }
    let improved = of(demo(), "on-time-rate", IMPROVED);
    let (sign, lead) = words::trend_lead(Lang::En, demo(), &improved);
    assert_eq!(sign, "▲");
    assert!(
        lead.contains("has risen (better)") && lead.contains("97.7% (418/428)"),
        "{lead}"
    );
}

#[test]
fn what_is_merely_noisy_or_seasonal_is_not_stated_as_a_change() {
    let noisy = of(demo(), "on-time-rate", NOISY);
    assert_eq!(signalled(&noisy), None);
    assert_eq!(words::trend_lead(Lang::Zh, demo(), &noisy).0, "●");
    // In the months of heating the whole lies low: that is not to be called a change.
    let question = TrendQuestion {
        indicator: indicator_id(demo(), "on-time-rate"),
        area: area_id(demo(), "990001"),
        until: Period::parse("2025-12"),
        baseline: None,
        target: None,
    };
    let winter = trend(demo(), question);
    assert_eq!(signalled(&winter).map(|it| it.side), Some(Side::Below));
    let (sign, lead) = words::trend_lead(Lang::Zh, demo(), &winter);
    assert_eq!(sign, "○");
    assert!(lead.contains("不能排除季节影响"), "{lead}");
}

#[test]
fn one_month_outside_the_limits_is_no_change() {
    // Of all communities only the two that were planted have changed: a month outside the limits that
    // the year before does not bear out is to be checked, no more.
    let level = demo().descriptor.level("community").unwrap();
    let mut changed = Vec::new();
    let mut open = Vec::new();
    for area in demo().areas.of_level(level, None, None) {
        let code = demo().areas.get(area).code.clone();
        let found = of(demo(), "on-time-rate", &code);
        let (sign, lead) = words::trend_lead(Lang::Zh, demo(), &found);
        let signal = signalled(&found);
        assert_eq!(
            signal.is_some(),
            sign != "●" && !lead.contains("期数尚少"),
            "{lead}"
        );
        match signal {
            Some(signal) if signal.is_confirmed => changed.push(code),
            Some(_) => open.push((sign, lead)),
            None => {}
        }
    }
    assert_eq!(changed, [SLIPPED, IMPROVED]);
    assert!(!open.is_empty());
    for (sign, lead) in open {
        assert_eq!(sign, "○", "{lead}");
        assert!(
            lead.contains("尚不能确认") && lead.contains("需核实"),
            "{lead}"
        );
        assert!(!lead.contains("确有"), "{lead}");
        println!("{lead}");
    }
}

#[test]
fn a_target_missed_for_months_is_said_to_be_missed() {
    let question = TrendQuestion {
        target: Some(86.0),
        ..of(demo(), "on-time-rate", SLIPPED).question
    };
    let said = words::trend_more(Lang::Zh, demo(), &trend(demo(), question)).join("");
    assert!(
        said.contains("自 2025 年 5 月起连续 11 期未达到目标 86.0%。"),
        "{said}"
    );
    assert!(!said.contains("时而达到"), "{said}");
}

#[test]
fn a_baseline_ends_with_what_is_final() {
    let part = of(demo(), "on-time-rate", PARTS[0]);
    let (_, last) = part.baseline_periods().unwrap();
    assert_eq!(last.to_string(), "2026-03");
}

#[test]
fn a_point_moves_against_the_month_before_and_the_year_before() {
    let slipped = of(demo(), "on-time-rate", SLIPPED);
    let moved = moves(demo(), &slipped);
    assert_eq!(moved.len(), slipped.points.len());
    let at = |period: &str| {
        let period = Period::parse(period).unwrap();
        slipped
            .points
            .iter()
            .position(|it| it.period == period)
            .unwrap()
    };
    let share = |period: &str| {
        let reading = &slipped.points[at(period)].reading;
        100.0 * reading.numerator.unwrap() / reading.denominator.unwrap()
    };
    let points = |change: Change, expected: f64| match change {
        Change::Points(points) => assert!((points - expected).abs() < 1e-9, "{points}"),
        other => panic!("{other:?}"),
    };
    let newest = moved[at("2026-03")];
    points(newest.on_previous, share("2026-03") - share("2026-02"));
    points(newest.on_year, share("2026-03") - share("2025-03"));
    assert_eq!(moved[0].on_previous, Change::NoEarlier);
    assert_eq!(moved[0].on_year, Change::NoEarlier);
    // The newest month is not final.
    assert_eq!(moved[at("2026-04")].on_previous, Change::NotComparable);
    // A part of a split begins with it: nothing lies before.
    let part = of(demo(), "on-time-rate", PARTS[0]);
    assert_eq!(moves(demo(), &part)[0].on_previous, Change::NoEarlier);
}

#[test]
fn a_baseline_of_another_kind_of_period_is_left_aside() {
    let question = |baseline: Option<(&str, &str)>| TrendQuestion {
        indicator: indicator_id(demo(), "on-time-rate"),
        area: area_id(demo(), SLIPPED),
        until: None,
        baseline: baseline
            .map(|(from, to)| (Period::parse(from).unwrap(), Period::parse(to).unwrap())),
        target: None,
    };
    let of = |baseline| {
        let span = trend(demo(), question(baseline)).baseline_periods();
        span.map(|(from, to)| [from.to_string(), to.to_string()].join(".."))
    };
    assert_eq!(of(None).as_deref(), Some("2023-05..2025-04"));
    assert_eq!(
        of(Some(("2024", "2025"))).as_deref(),
        Some("2023-05..2025-04")
    );
    assert_eq!(
        of(Some(("2024-01", "2024-12"))).as_deref(),
        Some("2024-01..2024-12")
    );
}

#[test]
fn several_areas_share_their_periods_and_their_benchmark() {
    let areas = [SLIPPED, PARTS[0], "990001"].map(|code| area_id(demo(), code));
    let question = |areas: &[zhishe::model::AreaId]| TogetherQuestion {
        indicator: indicator_id(demo(), "on-time-rate"),
        areas: areas.to_vec(),
        until: None,
    };
    let all = together(demo(), question(&areas));
    assert_eq!(all.periods.len(), 36);
    for series in &all.series {
        assert_eq!(series.readings.len(), 36);
    }
    // A part of a split has nothing before it, and the whole is not held against itself.
    let known = |at: usize| {
        let readings = all.series[at].readings.iter();
        readings.filter(|it| it.value.number().is_some()).count()
    };
    assert_eq!([known(0), known(1), known(2)], [36, 10, 36]);
    assert_eq!(all.benchmark, None);
    let two = together(demo(), question(&areas[..2]));
    let (top, values) = two.benchmark.unwrap();
    assert_eq!(top, areas[2]);
    let whole = of(demo(), "on-time-rate", "990001");
    for (value, point) in values.iter().zip(&whole.points) {
        let ripe = !point.reading.is_provisional();
        assert_eq!(*value, point.reading.value.number().filter(|_| ripe));
    }
}

fn small(indicator: &str, level: &str, within: Option<&str>) -> Option<Multiples> {
    let question = MultiplesQuestion {
        indicator: indicator_id(demo(), indicator),
        level: demo().descriptor.level(level).unwrap(),
        within: within.map(|code| area_id(demo(), code)),
        until: None,
    };
    multiples(demo(), question)
}

#[test]
fn small_multiples_stand_in_the_order_of_their_change() {
    let all = small("on-time-rate", "community", None).unwrap();
    let code = |at: usize| demo().areas.get(all.rows[at].area).code.as_str();
    // The planted stories: one slipped, one improved; the parts of the split have no year before.
    assert_eq!(all.rows.len(), 163);
    assert_eq!(all.moved_count(), 161);
    assert_eq!(code(0), SLIPPED);
    assert_eq!(code(160), IMPROVED);
    let mut last = [code(161), code(162)];
    last.sort_unstable();
    assert_eq!(last, PARTS);
    let numbers: Vec<f64> = all
        .rows
        .iter()
        .filter_map(|row| row.movement.as_ref()?.number())
        .collect();
    assert!(numbers.windows(2).all(|pair| pair[0] <= pair[1]));
    // Each change is that of the area's own trend.
    for row in all.rows.iter().step_by(20) {
        let code = &demo().areas.get(row.area).code;
        let own = of(demo(), "on-time-rate", code).change_on_year.ok();
        let Some(Movement::OnYear(change)) = row.movement else {
            panic!("{code}");
        };
        assert_eq!(Some(change), own);
    }
    let sentence = words::multiples_sentence(Lang::Zh, demo(), &all);
    assert!(
        sentence.contains("1 个下降（变差）、1 个上升（变好）"),
        "{sentence}"
    );
    let inside = small("on-time-rate", "community", Some("990001002")).unwrap();
    assert!(inside.rows.len() < 20 && code(0) == SLIPPED);
}

#[test]
fn what_chance_has_no_part_in_is_ordered_and_not_tested() {
    // Yearly headcounts: one year against another, the same two for all.
    let heads = small("building-heads", "community", None).unwrap();
    let (from, to) = heads.between.unwrap();
    assert!(from < to);
    let first = &heads.rows[0];
    let at = |period: Period| heads.periods.iter().position(|it| *it == period).unwrap();
    let number = |period: Period| first.readings[at(period)].value.number().unwrap();
    assert_eq!(
        first.movement.as_ref().and_then(Movement::number),
        Some(number(to) - number(from))
    );
    assert!(words::multiples_sentence(Lang::En, demo(), &heads).contains("nothing is tested"));
    assert!(small("on-time-rate", "building", None).is_none());
}

/// A limit that no value can reach is none, and the page says of which bound.
#[test]
fn a_limit_where_no_value_can_be_is_none() {
    let files = |kind: &str, unit: &str, values: [&str; 9]| {
        let mut rows = String::from("indicator,area_code,period,value\n");
        for (at, value) in values.iter().enumerate() {
            rows += &format!("x,1,2024-0{},{value}\n", at + 1);
        }
        support::Files::little()
            .with(
                "areas.csv",
                "area_code,name_zh,level,parent_code\n1,甲,district,\n",
            )
            .with(
                "indicators.csv",
                format!(
                    "indicator,theme,label_zh,kind,nature,unit_zh,decimals,multiplier\n\
                     x,cases,某数,{kind},events,{unit},1,{}\n",
                    if unit == "%" { "100" } else { "1" }
                ),
            )
            .with("observations.csv", rows)
            .with("observations-wide.csv", "area_code,period,x\n")
            .with("standards.csv", "standard,indicator,operator,value\n")
            .open(usize::MAX)
    };
    let check = |package: &Package, has: (bool, bool), parts: &[&str]| {
        let found = of(package, "x", "1");
        let chart = found.chart.as_ref().unwrap();
        let any = |limits: &[f64]| limits.iter().any(|it| it.is_finite());
        assert_eq!((any(&chart.lower), any(&chart.upper)), has);
        assert!(chart.lower.iter().all(|it| it.is_nan() || *it >= 0.0));
        let said = [
            words::trend_lead(Lang::Zh, package, &found).1,
            words::control_note(Lang::Zh, package, &found),
        ]
        .join(" ");
        for part in parts {
            assert!(said.contains(part), "{part} not in {said}");
        }
    };
    let few = ["1", "0", "3", "2", "0", "4", "1", "0", "2"];
    let parts = [
        "不高于控制上限",
        "不可能低于 0",
        "因此没有控制下限",
        "算得的控制下限低于 0",
    ];
    check(&files("count", "件", few), (false, true), &parts);
    let nearly = [
        "99.0", "97.0", "99.5", "96.0", "100", "99.0", "98.0", "99.9", "99.0",
    ];
    let parts = [
        "不低于控制下限",
        "不可能高于 100",
        "没有控制上限",
        "算得的控制上限高于 100",
    ];
    check(&files("proportion", "%", nearly), (true, false), &parts);
    let many = ["51", "50", "53", "52", "50", "54", "51", "50", "52"];
    check(&files("count", "件", many), (true, true), &["在控制界限"]);
}
