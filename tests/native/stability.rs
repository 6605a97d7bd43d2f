//! A baseline that breaks the rules itself: told, with what breaks them, and not of one that is steady.
//! The bounds of the test of runs are those of SciPy 1.17.1 (`binom.ppf(0.01, n - 1, 0.5)`).

use crate::support::{demo, indicator_id};
use std::sync::Arc;
use zhishe::answer::{TrendQuestion, trend};
use zhishe::cli::NativeDecoders;
use zhishe::intake::{Intake, recognise, sample};
use zhishe::model::{AreaId, Lang};
use zhishe::package::{Package, Resolving};
use zhishe::stats::{Baseline, Unsteady, fewest_crossings, unsteady_baseline, xmr_chart};
use zhishe::words;

#[test]
fn bounds_of_runs_are_those_of_the_binomial_distribution() {
    for (points, crossings) in [
        (10, 1),
        (11, 1),
        (12, 2),
        (15, 3),
        (20, 5),
        (23, 6),
        (24, 6),
        (30, 8),
        (36, 11),
        (46, 15),
        (60, 21),
        (120, 47),
    ] {
        assert_eq!(fewest_crossings(points), crossings, "{points}");
    }
}

fn check(values: &[f64], expected: Option<Unsteady>) {
    let points: Vec<Option<f64>> = values.iter().copied().map(Some).collect();
    let all = Baseline {
        start: 0,
        end: values.len(),
    };
    let chart = xmr_chart(&points, all).unwrap();
    assert_eq!(unsteady_baseline(&chart), expected, "{values:?}");
}

#[test]
fn a_series_that_rises_all_the_way_is_no_ground_for_limits() {
    // Income a head, as it grows: nearly every point is outside its own limits, or one of seven rising.
    let rising: Vec<f64> = (0..20).map(|year| 100.0 * 1.06f64.powi(year)).collect();
    let (signals, points) = (20, 20);
    check(&rising, Some(Unsteady::Signals { signals, points }));
    // Up and down without an order.
    let steady = [
        50.0, 53.2, 47.1, 49.4, 52.8, 45.9, 51.7, 48.8, 50.9, 46.2, 53.9, 49.1, 47.7, 52.2, 50.4,
        48.1, 51.1, 46.8, 52.5, 49.7,
    ];
    check(&steady, None);
}

#[test]
fn a_slow_wave_inside_the_limits_is_no_chance_either() {
    let wave = [
        51.0, 50.5, 52.0, 50.6, 51.5, 50.2, 48.0, 49.4, 47.5, 49.0, 48.5, 47.8, 50.4, 52.1, 50.6,
        51.8, 50.3, 51.6, 48.3, 49.5, 47.6, 49.1, 48.4, 47.9,
    ];
    let (crossings, longest, points) = (3, 6, 24);
    let runs = Unsteady::Runs {
        crossings,
        longest,
        points,
    };
    check(&wave, Some(runs));
}

/// A reader's own table of one place.
fn own_table(values: impl Iterator<Item = f64>) -> Package {
    let mut text = "area,year,income\n".to_string();
    for (at, value) in values.enumerate() {
        text += &format!("US,{},{value:.1}\n", 1995 + at);
    }
    let decoders = NativeDecoders;
    let (rows, encoding, delimiter) = sample(text.as_bytes(), true, None, None, &decoders).unwrap();
    let recipe = recognise(&rows, encoding, delimiter, "us").unwrap().recipe;
    let mut intake = Intake::new(&recipe, "us", &decoders).unwrap();
    intake.push(text.as_bytes()).unwrap();
    let taken = intake.finish().unwrap();
    let package = Arc::new(taken.package);
    let resolving = Resolving::new(package.clone(), taken.file).unwrap();
    package.with_observations(resolving.finish())
}

fn said(package: &Package, lang: Lang, indicator: &str, area: AreaId) -> String {
    let question = TrendQuestion {
        indicator: indicator_id(package, indicator),
        area,
        until: None,
        baseline: None,
        target: None,
    };
    words::trend_more(lang, package, &trend(package, question)).join(" ")
}

#[test]
fn the_sentence_says_so_where_it_is_so() {
    let package = own_table((0..20).map(|year| 1000.0 * 1.06f64.powi(year)));
    let (us, _) = package.areas.iter().last().unwrap();
    let of = |lang| said(&package, lang, "income", us);
    assert!(
        of(Lang::En).starts_with(
            "The baseline is not stable itself (20 of its 20 points are signals themselves): its limits say little"
        ),
        "{}",
        of(Lang::En)
    );
    assert!(
        of(Lang::Zh)
            .starts_with("基线本身不稳定（20 期中有 20 期本身就是信号）：控制界限说明不了多少"),
        "{}",
        of(Lang::Zh)
    );
    // Most communities of the demonstration are steady, but for chance and the planted stories.
    let level = demo().descriptor.level("community").unwrap();
    let areas = demo().areas.of_level(level, None, None);
    let told = areas.iter().filter(|area| {
        let said = said(demo(), Lang::En, "on-time-rate", **area);
        said.contains("The baseline is not stable")
    });
    let told = told.count();
    assert!(told * 8 < areas.len(), "{told} of {}", areas.len());
}
