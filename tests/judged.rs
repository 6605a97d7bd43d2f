//! Verdicts that a reader's choice of benchmark must not bend: a far number hides nobody, a few cases
//! prove nothing, and a mean may be given by its sum.
#![cfg(feature = "cli")]

mod support;

use support::{Files, area_id, demo, indicator_id};
use zhishe::answer::{BenchmarkChoice, Compare, CompareQuestion, PeriodChoice, compare};
use zhishe::model::{Period, Value};
use zhishe::package::Package;
use zhishe::query::select;
use zhishe::stats::Confidence;

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

#[test]
fn another_area_is_an_estimate_and_no_line() {
    // Of 40 areas at 90 of 100 one has 3 of 4 cases: it is told apart from none of them.
    let mut areas = String::from("area_code,name_zh,level,parent_code\nd,区,district,\n");
    let mut rows = String::from("indicator,area_code,period,value,numerator,denominator\n");
    for area in 1..=40 {
        areas += &format!("c{area},社区{area},community,d\n");
        let counts = if area == 1 { "3,4" } else { "90,100" };
        rows += &format!("on-time-rate,c{area},2026-03,,{counts}\n");
    }
    let package = Files::little()
        .with("areas.csv", areas)
        .with(
            "indicators.csv",
            "indicator,theme,label_zh,kind,nature,multiplier,unit_zh,polarity\n\
             on-time-rate,cases,按期办结率,proportion,events,100,%,higher\n",
        )
        .with("observations.csv", rows)
        .with("observations-wide.csv", "area_code,period,on-time-rate\n")
        .with("standards.csv", "standard,indicator,operator,value\n")
        .open(1 << 16);
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
