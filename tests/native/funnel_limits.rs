//! The file behind a funnel plot: what each area is held against and the limits around it, which are where
//! its verdict changes.

use crate::support::{Files, demo, exports, indicator_id};
use std::collections::BTreeSet;
use zhishe::answer::{BenchmarkChoice, Compare, CompareQuestion, PeriodChoice, compare};
use zhishe::export::{Sheet, compare_csv, funnel_csv};
use zhishe::model::{Lang, Period};
use zhishe::package::Package;

const LIMITS: [&str; 5] = [
    "expected",
    "limit_lower_95",
    "limit_upper_95",
    "limit_lower_998",
    "limit_upper_998",
];

fn sheet(package: &Package, found: &Compare, is_adjusted: bool) -> Sheet {
    Sheet::read(&funnel_csv(
        Lang::En,
        package,
        found,
        is_adjusted,
        exports::AT,
    ))
}

fn number(sheet: &Sheet, row: &[String], column: &str) -> f64 {
    let text = &row[sheet.column(column).unwrap()];
    text.parse()
        .unwrap_or_else(|_| panic!("{column}: {text:?}"))
}

/// Shares of communities that lie in nothing, by their counts.
fn communities(counts: &[(u32, u32)]) -> Package {
    let mut areas = "area_code,name_zh,level,parent_code\n".to_string();
    let mut rows = "indicator,area_code,period,value,numerator,denominator\n".to_string();
    for (at, (some, all)) in counts.iter().enumerate() {
        areas += &format!("c{at},社区{at},community,\n");
        rows += &format!("on-time-rate,c{at},2026-03,,{some},{all}\n");
    }
    Files::little()
        .with(
            "indicators.csv",
            "indicator,theme,label_zh,kind,nature,multiplier,unit_zh,decimals,polarity\n\
             on-time-rate,cases,按期办结率,proportion,events,100,%,2,higher\n",
        )
        .with("areas.csv", areas)
        .with("observations.csv", rows)
        .with("observations-wide.csv", "area_code,period,on-time-rate\n")
        .with("standards.csv", "standard,indicator,operator,value\n")
        .open(4096)
}

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

/// Limits around 0.9 at 50: 95 % .816846 to .983154, 99.8 % .768893 to 1.
#[test]
fn limits_are_those_of_the_score_test() {
    let package = communities(&[(30, 50), (45, 50), (44, 50), (46, 50)]);
    let found = compared(&package, BenchmarkChoice::Number(90.0));
    // Of four areas no spread is told, and limits are plain whatever is asked for.
    for is_adjusted in [true, false] {
        let sheet = sheet(&package, &found, is_adjusted);
        assert_eq!(sheet.rows.len(), 4);
        for row in &sheet.rows {
            let numbers = LIMITS.map(|column| number(&sheet, row, column));
            assert_eq!(numbers, [90.0, 81.6846, 98.3154, 76.8893, 100.0]);
        }
    }
}

/// Outside the limits of a level is what the verdict of the row says of that level, adjusted or plain.
#[test]
fn limits_are_where_verdicts_change() {
    // Chance alone moves 150 of 200 by about 6: these lie further apart.
    let mut counts: Vec<(u32, u32)> = (0..40).map(|at| (132 + at * 37 % 40, 200)).collect();
    counts.extend([(40, 200), (70, 200), (100, 200), (198, 200)]);
    let package = &communities(&counts);
    let found = compared(package, BenchmarkChoice::Top);
    assert!(found.spread.is_some_and(|spread| spread.tau_squared > 0.0));
    let (mut met, mut widths) = (BTreeSet::new(), Vec::new());
    for (is_adjusted, verdicts) in [(true, "verdict_adjusted"), (false, "verdict")] {
        let sheet = sheet(package, &found, is_adjusted);
        let mut width = 0.0;
        for row in &sheet.rows {
            let verdict = row[sheet.column(verdicts).unwrap()].as_str();
            let value = number(&sheet, row, "value");
            let is_outside = |level: &str| {
                let [lower, upper] = ["lower", "upper"]
                    .map(|end| number(&sheet, row, &format!("limit_{end}_{level}")));
                value < lower || value > upper
            };
            let expected = match verdict {
                "much-better" | "much-worse" => (true, true),
                "better" | "worse" => (true, false),
                "similar" => (false, false),
                other => panic!("{other}"),
            };
            assert_eq!((is_outside("95"), is_outside("998")), expected, "{row:?}");
            met.insert(verdict.to_string());
            width += number(&sheet, row, "limit_upper_95") - number(&sheet, row, "limit_lower_95");
        }
        widths.push(width);
    }
    assert_eq!(met.len(), 5, "{met:?}");
    assert!(widths[0] > widths[1] * 1.01, "{widths:?}");
}

/// The columns before are those of the bars' file, cell by cell.
#[test]
fn the_rest_is_the_comparison() {
    let package = demo();
    let found = compare(package, exports::comparison(package, "on-time-rate"));
    let plain = Sheet::read(&compare_csv(Lang::En, package, &found, exports::AT));
    let with_limits = sheet(package, &found, true);
    for column in LIMITS {
        assert_eq!(plain.column(column), None, "{column}");
        assert!(with_limits.column(column).is_some(), "{column}");
    }
    assert_eq!(plain.rows.len(), with_limits.rows.len());
    for name in [
        "area_code",
        "value",
        "verdict_adjusted",
        "benchmark_value",
        "fictional",
    ] {
        let (one, other) = (
            plain.column(name).unwrap(),
            with_limits.column(name).unwrap(),
        );
        for (before, after) in plain.rows.iter().zip(&with_limits.rows) {
            assert_eq!(before[one], after[other], "{name}");
        }
    }
}
