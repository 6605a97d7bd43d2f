//! Verdicts that a reader's choice of benchmark must not bend: a far number hides nobody, a few cases
//! prove nothing, and a mean may be given by its sum.

use crate::support::{Files, area_id, demo, indicator_id};
use zhishe::answer::{
    BenchmarkChoice, Compare, CompareQuestion, FindingsQuestion, NoBenchmark, PeriodChoice,
    compare, findings, funnel_of, overview, spreads,
};
use zhishe::export;
use zhishe::model::{Lang, Period, Value};
use zhishe::package::Package;
use zhishe::query::select;
use zhishe::stats::{Confidence, Position};
use zhishe::words;

fn compared(package: &Package, benchmark: BenchmarkChoice) -> Compare {
    let question = CompareQuestion {
        indicator: indicator_id(package, "on-time-rate"),
        level: package.descriptor.level("community").unwrap(),
        within: None,
        period: PeriodChoice::At(Period::parse("2026-03").unwrap()),
        benchmark,
    };
    compare(package, question)
}

#[test]
fn a_far_benchmark_hides_nobody() {
    let package = demo();
    let far = Confidence::NinetyNinePointEight;
    let whole = compared(package, BenchmarkChoice::Top).spread.unwrap();
    for number in [80.0, 95.0] {
        let answer = compared(package, BenchmarkChoice::Number(number));
        let spread = answer.spread.unwrap();
        assert!(
            (spread.tau_squared - whole.tau_squared).abs() < 1e-4,
            "{spread:?}"
        );
        let (plain, adjusted) = (answer.apart(false, far), answer.apart(true, far));
        assert!(plain.0 + plain.1 > 40, "{plain:?}");
        assert_eq!(plain, adjusted, "about {number}");
    }
}

/// A package of communities with these counts of cases resolved on time, in a district or in nothing.
fn communities(counts: &[&str], has_district: bool) -> Package {
    let (mut areas, parent) = match has_district {
        true => ("d,区,district,\n".to_string(), "d"),
        false => (String::new(), ""),
    };
    areas.insert_str(0, "area_code,name_zh,level,parent_code\n");
    let mut rows = String::from("indicator,area_code,period,value,numerator,denominator\n");
    for (at, counts) in counts.iter().enumerate() {
        areas += &format!("c{},社区{},community,{parent}\n", at + 1, at + 1);
        rows += &format!("on-time-rate,c{},2026-03,,{counts}\n", at + 1);
    }
    Files::little()
        .with("areas.csv", areas)
        .with(
            "indicators.csv",
            "indicator,theme,label_zh,kind,nature,multiplier,unit_zh,polarity\n\
             on-time-rate,cases,按期办结率,proportion,events,100,%,higher\n",
        )
        .with("observations.csv", rows)
        .with("observations-wide.csv", "area_code,period,on-time-rate\n")
        .with("standards.csv", "standard,indicator,operator,value\n")
        .open(1 << 16)
}

#[test]
fn another_area_is_an_estimate_and_no_line() {
    // Of 40 areas at 90 of 100 one has 3 of 4 cases: it is told apart from none of them.
    let mut counts = ["90,100"; 40];
    counts[0] = "3,4";
    let package = communities(&counts, true);
    let few = BenchmarkChoice::Area(area_id(&package, "c1"));
    let answer = compared(&package, few);
    assert_eq!(answer.judged_count, 39);
    for is_adjusted in [false, true] {
        assert_eq!(answer.apart(is_adjusted, Confidence::NinetyFive), (0, 0));
    }
    let many = BenchmarkChoice::Area(area_id(&package, "c2"));
    assert_eq!(
        compared(&package, many).apart(false, Confidence::NinetyFive),
        (0, 0)
    );
}

/// Areas that lie in nothing are held against all of them together: their counts summed, and the rest of
/// them where one holds over a tenth.
#[test]
fn areas_without_a_whole_are_held_against_all_of_them() {
    let mut counts = ["90,100"; 12];
    (counts[0], counts[1]) = ("60,100", "890,1000");
    let package = communities(&counts, false);
    let answer = compared(&package, BenchmarkChoice::Top);
    let benchmark = answer.benchmark.unwrap();
    assert!(benchmark.is_listed());
    // 60 + 890 + 10 × 90 of 100 + 1000 + 10 × 100.
    assert_eq!(benchmark.value, 1850.0 / 2100.0 * 100.0);
    assert_eq!(
        benchmark.total.summed.map(|it| (it.known, it.all)),
        Some((12, 12))
    );
    assert_eq!(answer.judged_count, 12);
    assert_eq!(
        answer.apart(false, Confidence::NinetyNinePointEight),
        (1, 0)
    );
    // The large one is over a tenth, and held against 960 of 1100.
    assert_eq!(answer.rest_count(), 1);
    let large = area_id(&package, "c2");
    let large = answer.rows.iter().find(|row| row.area == large).unwrap();
    let against = large.judged.unwrap().against.unwrap();
    assert!(against.is_rest && !against.is_estimate);
    assert!((against.benchmark - 960.0 / 1100.0 * 100.0).abs() < 1e-9);
    let said = words::compare_sentence(Lang::Zh, &package, &answer);
    assert!(said.contains("所列 12 个社区合计 88%（基准）"), "{said}");
    let question = FindingsQuestion {
        level: answer.question.level,
        until: None,
    };
    let found = findings(&package, question);
    let lines = found
        .findings
        .iter()
        .map(|it| words::finding_text(Lang::Zh, &package, it));
    let lines: Vec<String> = lines.collect();
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].contains("低于所列地区合计的 88%"), "{}", lines[0]);
    let line = words::finding_text(Lang::En, &package, &found.findings[0]);
    assert!(
        line.contains("below all areas taken together (88%)"),
        "{line}"
    );
}

/// Of many areas in nothing the overview shows no cards, but how each indicator is spread.
#[test]
fn many_areas_without_a_whole_are_shown_as_a_spread() {
    let mut counts = ["90,100"; 14];
    (counts[0], counts[1], counts[2]) = ("60,100", "95,100", ",");
    let package = communities(&counts, false);
    let found = overview(&package, None, (2026, 4));
    assert!(found.is_flat && found.sections.is_empty());
    assert_eq!(found.newest, Period::parse("2026-03"));
    let (spreads, others) = spreads(&package, None, 30);
    assert_eq!((spreads.len(), others), (1, 0));
    let of = &spreads[0];
    assert_eq!((of.used_count, of.rows.len()), (13, 14));
    let five = of.box_plot.unwrap().five;
    assert_eq!(
        (five.minimum, five.median, five.maximum),
        (60.0, 90.0, 95.0)
    );
    let end = |at: usize| words::spread_end_text(Lang::Zh, &package, of, of.used().get(at)).1;
    assert_eq!((end(0), end(5)), ("社区1".into(), "11 个社区".into()));
    let csv = String::from_utf8(export::spreads_csv(Lang::En, &package, &spreads, "here")).unwrap();
    let row = "on-time-rate,按期办结率,%,community,2026-03,14,13,60,c1,90,90,90,95,c2";
    assert!(csv.contains(row), "{csv}");
    // Of the future there is nothing.
    let before = Period::parse("2026-02");
    assert_eq!(zhishe::answer::spreads(&package, before, 30).0.len(), 0);
    // In a district there are cards.
    let found = overview(&communities(&counts, true), None, (2026, 4));
    assert!(!found.is_flat && found.sections.len() == 1);
}

/// An area without counts is none of them, and how many have counts is said.
#[test]
fn areas_without_counts_are_no_part_of_all_together() {
    let mut counts = ["90,100"; 12];
    (counts[3], counts[5]) = (",", "60,100");
    for has_district in [false, true] {
        let package = communities(&counts, has_district);
        let answer = compared(&package, BenchmarkChoice::Listed);
        let benchmark = answer.benchmark.unwrap();
        assert_eq!(benchmark.value, 960.0 / 1100.0 * 100.0);
        assert_eq!(
            benchmark.total.summed.map(|it| (it.known, it.all)),
            Some((11, 12))
        );
        let said = words::compare_sentence(Lang::En, &package, &answer);
        let wanted = "The 11 of 12 communities that have counts, together: 87% (benchmark)";
        assert!(said.contains(wanted), "{said}");
    }
    // The district itself would be a sum that lacks one.
    let package = communities(&counts, true);
    let answer = compared(&package, BenchmarkChoice::Top);
    assert_eq!(answer.benchmark, Err(NoBenchmark::Partial(11, 12)));
}

#[test]
fn a_mean_may_be_given_by_sum_and_number() {
    let package = Files::little()
        .with(
            "indicators.csv",
            "indicator,theme,label_zh,kind,nature,multiplier,unit_zh,polarity\n\
             days,cases,平均天数,mean,events,1,天,lower\n",
        )
        .with(
            "observations.csv",
            "indicator,area_code,period,value,numerator,denominator\ndays,9901001,2024-01,,533,164\n",
        )
        .with("observations-wide.csv", "area_code,period,days\n")
        .with("standards.csv", "standard,indicator,operator,value\n")
        .open(1 << 16);
    let (area, january) = (
        area_id(&package, "9901001"),
        Period::parse("2024-01").unwrap(),
    );
    let reading = select(&package, indicator_id(&package, "days"), area, january);
    assert_eq!(reading.value, Value::Known(533.0 / 164.0));
}

/// 630 of 1,000 against the other 416 of 700: z = 1.49 of two samples (p = 0.14), and 2.30 if the rest were
/// a fixed line.
#[test]
fn a_large_part_and_the_rest_are_two_samples() {
    let of = |large: &'static str| {
        let package = communities(&[large, "180,300", "176,300", "60,100"], true);
        let answer = compared(&package, BenchmarkChoice::Top);
        assert_eq!(answer.rest_count(), 3, "{large}");
        [Confidence::NinetyFive, Confidence::NinetyNinePointEight]
            .map(|confidence| answer.apart(false, confidence))
    };
    assert_eq!(of("630,1000"), [(0, 0), (0, 0)]);
    // z = 4.5: of two samples as well. The others lie below a rest that it makes most of.
    let [near, far] = of("700,1000");
    assert_eq!((near.1, far.1), (1, 1), "{near:?} {far:?}");
}

/// A rate per 100,000 of areas of very different sizes, each with these cases of its expected ones.
fn rates(cases: fn(usize, f64) -> f64) -> Package {
    let mut areas = String::from("area_code,name_zh,level,parent_code\nd,区,district,\n");
    let mut rows = String::from("indicator,area_code,period,value,numerator,denominator\n");
    for at in 0..60 {
        let persons = 800 + at * at * 900;
        let cases = cases(at, persons as f64 * 7.0 / 100_000.0);
        areas += &format!("c{at},社区{at},community,d\n");
        rows += &format!("murders,c{at},2024,,{cases},{persons}\n");
    }
    Files::little()
        .with("areas.csv", areas)
        .with(
            "indicators.csv",
            "indicator,theme,label_zh,kind,nature,multiplier,unit_zh,polarity\n\
             murders,cases,凶杀,rate,events,100000,每十万人,lower\n",
        )
        .with("observations.csv", rows)
        .with("observations-wide.csv", "area_code,period,murders\n")
        .with("standards.csv", "standard,indicator,operator,value\n")
        .open(1 << 16)
}

#[test]
fn to_allow_for_more_than_chance_never_tells_more_apart() {
    // One event among 800 persons, where 0.056 are expected: z is 4.0, though one place in eighteen has as
    // much by chance. In the second package areas differ beyond chance, in the first they do not.
    let alike = |at: usize, expected: f64| match at {
        0 => 1.0,
        _ => expected.round(),
    };
    let apart = |at: usize, expected: f64| match at {
        0 => 1.0,
        _ => (expected * [0.6, 1.0, 1.5][at % 3]).round(),
    };
    for (package, is_wide) in [(rates(alike), false), (rates(apart), true)] {
        let question = CompareQuestion {
            indicator: indicator_id(&package, "murders"),
            level: package.descriptor.level("community").unwrap(),
            within: None,
            period: PeriodChoice::At(Period::parse("2024").unwrap()),
            benchmark: BenchmarkChoice::Top,
        };
        let answer = compare(&package, question);
        assert_eq!(answer.has_no_spread(), !is_wide);
        let first = area_id(&package, "c0");
        let indicator = package.indicators.get(question.indicator);
        let mut held = 0;
        for row in &answer.rows {
            let judged = row.judged.unwrap();
            let against = judged.against.unwrap();
            if row.area == first {
                assert!(against.adjusted_z > if is_wide { 0.0 } else { 3.09 });
                assert_eq!(against.adjusted, Position::Within);
            }
            let (plain, adjusted) = (against.plain.order(), against.adjusted.order());
            assert!(adjusted.abs() <= plain.abs() && adjusted * plain >= 0.0);
            if against.is_rest {
                continue;
            }
            held += 1;
            let (_, limits) = funnel_of(indicator, &answer, row, true).unwrap();
            let value = row.reading.value.number().unwrap();
            let is_near = (limits.near.lower..=limits.near.upper).contains(&value);
            assert_eq!(is_near, adjusted == 0.0, "{value} in {limits:?}");
        }
        assert!(held > 50);
        let text = words::verdicts_sentence(Lang::En, &package, &answer, false);
        assert_eq!(text.contains("limits not widened"), !is_wide, "{text}");
    }
}
