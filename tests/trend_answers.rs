//! Series over time: across splits and mergers, with gaps, and what makes a change one.
#![cfg(feature = "cli")]

mod support;

use support::{area_id, demo, indicator_id, published, shipped};
use zhishe::answer::{Boundary, NoChange, NoControlChart, Trend, TrendQuestion, trend};
use zhishe::model::Period;
use zhishe::package::Package;

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
    assert!(matches!(part.boundary, Some(Boundary::Cut { .. })));
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
