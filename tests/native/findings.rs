//! Findings: the planted stories of the demonstration district are found and what must not be
//! reported is not; where there is nothing but chance, no more is found than the levels allow.

use crate::support::{self, Files, demo, published};
use std::fmt::Write;
use zhishe::answer::{
    BenchmarkChoice, CompareQuestion, Findings, FindingsQuestion, PeriodChoice, Sign, compare,
    finding_indicators, findings,
};
use zhishe::model::{Lang, Nature};
use zhishe::package::Package;
use zhishe::query::latest_period_until;
use zhishe::stats::Confidence;
use zhishe::words::{finding_text, findings_basis_text, shortfall_text};

fn found(package: &Package, level: &str) -> Findings {
    let level = package.descriptor.level(level).unwrap();
    findings(package, FindingsQuestion { level, until: None })
}

/// The same of what there was at a period.
fn found_until(package: &Package, level: &str, until: &str) -> Findings {
    let level = package.descriptor.level(level).unwrap();
    let until = zhishe::model::Period::parse(until);
    findings(package, FindingsQuestion { level, until })
}

fn lines(package: &Package, findings: &Findings) -> Vec<String> {
    let line = |finding| finding_text(Lang::Zh, package, finding);
    findings.findings.iter().map(line).collect()
}

#[test]
fn the_planted_stories_are_found_and_noise_is_not() {
    let package = demo();
    let communities = lines(package, &found(package, "community"));
    let has = |lines: &[String], parts: &[&str]| {
        let holds = |line: &&String| parts.iter().all(|part| line.contains(part));
        lines.iter().filter(holds).count() == 1
    };
    // Slipped, since when, and how many cases: 138 of 197 against .876 of them.
    let slipped = [
        "乙01社区",
        "按期办结率 70.1%（138/197",
        "少约 34 件",
        "低于全区",
    ];
    assert!(has(&communities, &slipped), "{communities:#?}");
    assert!(has(
        &communities,
        &["乙01社区", "已发生变化", "自 2025 年 5 月起"]
    ));
    assert!(has(
        &communities,
        &["辛08社区", "97.7%（418/428", "高于全区", "已发生变化"]
    ));
    // Low all along, and so no change.
    assert!(has(
        &communities,
        &["甲05社区", "69.9%（260/372", "已连续 35 个月"]
    ));
    assert!(!has(&communities, &["甲05社区", "已发生变化"]));

    let subdistricts = lines(package, &found(package, "subdistrict"));
    assert!(
        has(&subdistricts, &["丙街道", "近五年呈上升趋势"]),
        "{subdistricts:#?}"
    );

    let shortfalls = found(package, "community").shortfalls;
    let shortfalls = shortfalls
        .iter()
        .map(|it| shortfall_text(Lang::Zh, package, it));
    let shortfalls: Vec<String> = shortfalls.collect();
    assert!(
        has(
            &shortfalls,
            &["6 个未达到“社区规模上限”", "甲09社区 5,212 户"]
        ),
        "{shortfalls:#?}"
    );
    assert!(has(
        &shortfalls,
        &["网格党小组全覆盖", "分子合计还差 61", "丁01社区"]
    ));
    assert!(has(&shortfalls, &["42 个未达到“社区办公用房面积下限”"]));

    for line in communities.iter().chain(&subdistricts) {
        // The small one, the winter, the month of which most cases are not due yet.
        assert!(!line.contains("癸13社区"), "{line}");
        assert!(!line.contains("2026 年 4 月"), "{line}");
    }
    assert!(communities.len() <= 7 && subdistricts.len() <= 7);
}

/// What a page says of findings and what the comparison of each indicator says add up, and where they differ
/// the sentence says why.
#[test]
fn counts_of_findings_are_those_of_the_comparisons() {
    let mut few = String::from("indicator,area_code,period,numerator,denominator\n");
    for at in 0..30 {
        // One stands far out, and one far out on too few.
        let (numerator, denominator) = match at {
            0 => (90, 100),
            1 => (8, 8),
            _ => (10 + at % 3, 100),
        };
        writeln!(few, "rate,c{at},2024-01,{numerator},{denominator}").unwrap();
    }
    let mut areas = String::from("area_code,name_zh,level,parent_code\nd,区,district,\n");
    for at in 0..30 {
        writeln!(areas, "c{at},社区{at},community,d").unwrap();
    }
    let small = Files::little()
        .with("areas.csv", areas)
        .with(
            "indicators.csv",
            "indicator,theme,label_zh,kind,nature,multiplier,unit_zh\nrate,cases,率,proportion,events,100,%\n",
        )
        .with("observations.csv", few)
        .with("observations-wide.csv", "area_code,period,x\n")
        .with("standards.csv", "standard,indicator,operator,value\n")
        .open(usize::MAX);
    let mut asides = Vec::new();
    for package in [demo(), &small] {
        let found = found(package, "community");
        let mut beyond = 0;
        for id in finding_indicators(package) {
            let about = package.indicators.get(id);
            let level = found.question.level;
            let Some(period) = latest_period_until(package, id, Some(level), None) else {
                continue;
            };
            let compared = compare(
                package,
                CompareQuestion {
                    indicator: id,
                    level,
                    within: None,
                    period: PeriodChoice::At(period),
                    benchmark: BenchmarkChoice::Top,
                },
            );
            let (below, above) = compared.apart(true, Confidence::NinetyNinePointEight);
            let is_asked = about.nature != Nature::Inventory;
            beyond += if is_asked { below + above } else { 0 };
        }
        assert_eq!(found.beyond_count, beyond);
        let (all, apart) = found.counts;
        assert_eq!(all, found.findings.len() + found.more);
        let aside = beyond - apart;
        asides.push(aside);
        for (lang, aside_said, changed_said) in [
            (
                Lang::Zh,
                format!("有 {aside} 项分母小于 10"),
                format!("有变化的 {} 项", all - apart),
            ),
            (
                Lang::En,
                format!("{aside} of these"),
                format!("{} within the limits", all - apart),
            ),
        ] {
            let said = findings_basis_text(lang, package, &found);
            let count = match lang {
                Lang::Zh => format!("其中 {beyond} 项超出"),
                Lang::En => format!(" {beyond} of them beyond"),
            };
            assert!(said.contains(&count), "{said}");
            assert_eq!(said.contains(&aside_said), aside > 0, "{said}");
            assert_eq!(said.contains(&changed_said), all > apart, "{said}");
            let is_cut = match lang {
                Lang::Zh => said.contains(&format!("共 {all} 项")),
                Lang::En => said.contains(&format!("{all} findings in all")),
            };
            assert_eq!(is_cut, found.more > 0, "{said}");
        }
    }
    assert!(asides[1] == 1, "{asides:?}");
}

#[test]
fn a_package_that_must_not_be_judged_has_no_findings() {
    assert_eq!(found(published(), "district").findings, []);
}

// ---- nothing but chance -------------------------------------------------------------------------

/// A small generator of random numbers: splitmix64.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((bits ^ (bits >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    }
}

/// The distribution function of a binomial, from no events to all.
fn binomial(trials: usize, probability: f64) -> Vec<f64> {
    let mut term = (1.0 - probability).powi(trials as i32);
    let mut sum = term;
    let mut cumulated = vec![sum];
    for events in 1..=trials {
        term *= (trials - events + 1) as f64 / events as f64 * probability / (1.0 - probability);
        sum += term;
        cumulated.push(sum);
    }
    cumulated
}

const AREAS: usize = 163;
const MONTHS: usize = 36;
const SEEDS: u64 = 200;
/// Of a case to be late: .88 to the 350th is still a number, .12 to the 350th is none.
const PROBABILITY: f64 = 0.12;
const TRIALS: [usize; 6] = [12, 30, 80, 150, 200, 350];

/// A district whose communities are all alike: every case is resolved with one and the same chance.
fn alike(seed: u64, tables: &[Vec<f64>]) -> Files {
    let mut areas = String::from("area_code,name_zh,level,parent_code\n1,区,district,\n");
    let mut rows = String::from("indicator,area_code,period,value,numerator,denominator\n");
    let mut chance = Chance(seed);
    let mut totals = [(0, 0); MONTHS];
    for area in 0..AREAS {
        let code = 1001 + area;
        writeln!(areas, "{code},社区{code},community,1").unwrap();
        let size = area % TRIALS.len();
        for (month, total) in totals.iter_mut().enumerate() {
            let draw = chance.next();
            let events = tables[size].partition_point(|sum| *sum < draw);
            let events = TRIALS[size] - events.min(TRIALS[size]);
            *total = (total.0 + events, total.1 + TRIALS[size]);
            let (year, month) = (2022 + month / 12, month % 12 + 1);
            let trials = TRIALS[size];
            writeln!(rows, "rate,{code},{year}-{month:02},,{events},{trials}").unwrap();
        }
    }
    for (month, (events, trials)) in totals.iter().enumerate() {
        let (year, month) = (2022 + month / 12, month % 12 + 1);
        writeln!(rows, "rate,1,{year}-{month:02},,{events},{trials}").unwrap();
    }
    Files::little()
        .with("areas.csv", areas)
        .with(
            "indicators.csv",
            "indicator,theme,label_zh,kind,nature,multiplier,unit_zh,polarity\n\
             rate,cases,按期办结率,proportion,events,100,%,higher\n",
        )
        .with("observations.csv", rows)
        .with("observations-wide.csv", "area_code,period,rate\n")
        .with("standards.csv", "standard,indicator,operator,value\n")
}

#[test]
fn chance_alone_raises_no_more_than_the_levels_allow() {
    let tables = TRIALS.map(|trials| binomial(trials, PROBABILITY));
    let (mut apart, mut changed, mut compared) = (0, 0, 0.0);
    for seed in 1..=SEEDS {
        let package = alike(seed, &tables).open(1 << 20);
        assert_eq!(
            package.fault_count(),
            0,
            "{:?}",
            support::fault_lines(&package)
        );
        let found = found(&package, "community");
        compared += found.compared_count as f64;
        assert_eq!(found.more, 0, "{found:?}");
        for finding in &found.findings {
            match finding.signs.contains(&Sign::Apart) {
                true => apart += 1,
                false => changed += 1,
            }
        }
    }
    let allowed = compared * 0.002;
    println!("{SEEDS} seeds: apart {apart}, changed {changed}; at 99.8 % at most {allowed:.1}");
    assert!(compared > 0.0 && f64::from(apart + changed) <= allowed);
}

#[test]
fn a_month_asked_for_takes_the_quarters_before_it_too() {
    let package = demo();
    let newest = found(package, "community").compared_count;
    for until in ["2026-02", "2025-12", "2025-Q4"] {
        let then = found_until(package, "community", until);
        assert_eq!(then.compared_count, newest, "{until}");
        let is_later = |period: zhishe::model::Period| period.to_string().as_str() > "2026-02";
        assert!(
            then.findings.iter().all(|it| !is_later(it.period)),
            "{until}"
        );
    }
    let summer = found_until(package, "community", "2025-06");
    let quarter = lines(package, &summer).into_iter();
    let quarter: Vec<String> = quarter
        .filter(|line| line.contains("2025 年第 2 季度"))
        .collect();
    assert_eq!(quarter.len(), 1, "{quarter:?}");
    assert!(quarter[0].contains("甲09社区"), "{quarter:?}");
}

#[test]
fn standards_stand_in_the_order_of_the_areas_that_do_not_meet_them() {
    let missed = found(demo(), "community").shortfalls;
    let missed: Vec<usize> = missed.iter().map(|it| it.missed.len()).collect();
    assert!(
        missed.len() > 3 && missed.is_sorted_by(|one, next| one >= next),
        "{missed:?}"
    );
}
