//! The statistics at numbers that can be looked up: the vectors of the design, published examples,
//! the refusals, and the small rules of the charts. It must not know how anything is computed.

use crate::support::reference::{sample_of, samples};
use zhishe::stats::*;

use Confidence::{NinetyFive, NinetyNinePointEight};

/// Numbers must be those printed, to the digits printed: half a unit of the last one.
#[track_caller]
fn check<const COUNT: usize>(found: [f64; COUNT], printed: [&str; COUNT]) {
    for (found, printed) in found.iter().zip(printed) {
        let digits = printed
            .split_once('.')
            .map_or(0, |(_, digits)| digits.len() as i32);
        let distance = (found - printed.parse::<f64>().unwrap()).abs();
        assert!(
            distance <= 0.5000001 * 0.1_f64.powi(digits),
            "{found} is not {printed}"
        );
    }
}

fn ends(interval: Interval) -> [f64; 2] {
    [interval.lower, interval.upper]
}

fn difference_of_counts(one: (f64, f64), other: (f64, f64)) -> [f64; 2] {
    // As printed, from Wilson's intervals: exact ends of rare events are of later date.
    let wilson = |(events, trials)| (events / trials, wilson_interval(events, trials, NinetyFive));
    ends(difference_of(wilson(one), wilson(other)))
}

fn proportions(list: &str) -> Vec<Option<Sample>> {
    samples("proportion", list)
}

// ---- published ----------------------------------------------------------------------------------

#[test]
fn wilson_as_printed() {
    let wilson = |events, trials| ends(wilson_interval(events, trials, NinetyFive));
    check(wilson(188.0, 200.0), [".898068", ".965348"]);
    check(wilson(0.0, 20.0), ["0.000000", ".161125"]);
    // Newcombe 1998, Two-sided confidence intervals for the single proportion, table I, method 3.
    check(wilson(81.0, 263.0), [".2553", ".3662"]);
    check(wilson(15.0, 148.0), [".0624", ".1605"]);
    check(wilson(1.0, 29.0), [".0061", ".1718"]);
    // To the bit at the bounds, whatever the trials.
    for trials in [1.0, 3.0, 20.0, 1e9, 1e300, 1e-300] {
        for level in [NinetyFive, NinetyNinePointEight] {
            assert_eq!(wilson_interval(trials, trials, level).upper, 1.0);
            assert_eq!(wilson_interval(0.0, trials, level).lower, 0.0);
        }
    }
}

#[test]
fn poisson_as_printed() {
    let poisson = |events| ends(poisson_interval(events, NinetyFive));
    check(poisson(10.0), ["4.78745", "18.39146"]);
    // Garwood's exact limits, as in the tables of Pearson and Hartley.
    check(poisson(0.0), ["0.000", "3.689"]);
    check(poisson(1.0), ["0.0253", "5.572"]);
    check(poisson(5.0), ["1.623", "11.668"]);
    check(poisson(9.0), ["4.115", "17.085"]);
}

#[test]
fn the_funnel_of_the_design() {
    let funnel = |level| ends(funnel_limits(SampleKind::Proportion, 0.9, 50.0, level));
    check(funnel(NinetyFive), [".816846", ".983154"]);
    check(funnel(NinetyNinePointEight), [".768893", "1.000000"]);
}

#[test]
fn differences_as_printed() {
    // Newcombe 1998, Interval estimation for the difference, table II, method 10.
    check(
        difference_of_counts((56.0, 70.0), (48.0, 80.0)),
        [".0524", ".3339"],
    );
    check(
        difference_of_counts((9.0, 10.0), (3.0, 10.0)),
        [".1705", ".8090"],
    );
    check(
        difference_of_counts((6.0, 7.0), (2.0, 7.0)),
        [".0582", ".8062"],
    );
    check(
        difference_of_counts((5.0, 56.0), (0.0, 29.0)),
        ["-.0381", ".1926"],
    );
    check(
        difference_of_counts((0.0, 10.0), (0.0, 20.0)),
        ["-.1611", ".2775"],
    );
    check(
        difference_of_counts((0.0, 10.0), (0.0, 10.0)),
        ["-.2775", ".2775"],
    );
    check(
        difference_of_counts((10.0, 10.0), (0.0, 20.0)),
        [".6791", "1.0000"],
    );
    check(
        difference_of_counts((10.0, 10.0), (0.0, 10.0)),
        [".6075", "1.0000"],
    );
}

#[test]
fn the_trends_of_the_design() {
    let trend = |list: [f64; 5]| {
        let points = (2019..).zip(list.map(|events| Sample::proportion(events, 200.0).unwrap()));
        yearly_trend(&points.collect::<Vec<(i32, Sample)>>()).unwrap()
    };
    let rising = trend([150.0, 155.0, 162.0, 170.0, 181.0]);
    check([rising.chi_squared], ["19.9125"]);
    assert_eq!(rising.direction, Direction::Rising);
    let flat = trend([150.0, 151.0, 152.0, 153.0, 155.0]);
    check([flat.chi_squared], [".3959"]);
    assert_eq!(flat.direction, Direction::None);
    let falling = trend([181.0, 170.0, 162.0, 155.0, 150.0]);
    assert_eq!(falling.direction, Direction::Falling);
    assert_eq!(falling.slope, -rising.slope);
    // One year makes all of it: without it the rest falls.
    let single = trend([160.0, 159.0, 158.0, 157.0, 199.0]);
    assert!(single.chi_squared > 9.55);
    assert_eq!(single.direction, Direction::None);
}

#[test]
fn the_screened_chart_of_the_design() {
    let values: Vec<Option<f64>> = "1 2 1 2 10 1 2 1 2 1 2 1 2 1 2 1 2 1"
        .split(' ')
        .map(|value| value.parse().ok())
        .collect();
    let chart = xmr_chart(&values, standard_baseline(values.len())).unwrap();
    check(
        [chart.lower[0], chart.centre[0], chart.upper[0]],
        ["-.72", "1.94", "4.60"],
    );
    assert_eq!((chart.screened, chart.is_trial), (2, false));
    let signals = [Signal::OutsideLimit(Side::Above)];
    assert_eq!(chart.signals[4], signals);
    // Of counts, which are never below zero, there is no lower limit; nothing else changes. As printed by
    // Montgomery (2019, 7.3) of defects: a negative lower limit is none.
    let counts = chart.clone().bounded(0.0, f64::INFINITY);
    assert!(counts.lower.iter().all(|limit| limit.is_nan()));
    assert_eq!(
        (&counts.upper, &counts.centre, &counts.signals),
        (&chart.upper, &chart.centre, &chart.signals)
    );
    // Of shares of at most four there would be no upper limit, but ten proves that wrong.
    assert_eq!(chart.clone().bounded(0.0, 4.0), chart);
    let low: Vec<Option<f64>> = values.iter().map(|it| it.map(|it| it.min(2.0))).collect();
    let shares = xmr_chart(&low, standard_baseline(low.len())).unwrap();
    let held = shares.clone().bounded(0.0, 2.0);
    assert!(
        held.lower
            .iter()
            .chain(&held.upper)
            .all(|limit| limit.is_nan())
    );
    assert_eq!(shares.clone().bounded(-100.0, 100.0), shares);
}

#[test]
fn lines_as_printed() {
    // F. J. Anscombe, Graphs in statistical analysis, American Statistician 27 (1973), set 1.
    let x = [10.0, 8.0, 13.0, 9.0, 11.0, 14.0, 6.0, 4.0, 12.0, 7.0, 5.0];
    let y = [
        8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68,
    ];
    let points: Vec<(f64, f64)> = x.into_iter().zip(y).collect();
    let line = least_squares(&points).unwrap();
    check(
        [line.slope, line.intercept, line.r_squared],
        [".5001", "3.0001", ".6665"],
    );
    check(
        [
            line.residual_deviation,
            pearson(&points).unwrap().coefficient,
        ],
        ["1.2366", ".8164"],
    );
}

#[test]
fn a_perfect_line_is_perfect() {
    let points: Vec<(f64, f64)> = (0..9)
        .map(|x| (f64::from(x), 3.0 - 0.5 * f64::from(x)))
        .collect();
    for found in [pearson(&points).unwrap(), spearman(&points).unwrap()] {
        assert_eq!(
            [
                found.coefficient,
                found.interval.lower,
                found.interval.upper
            ],
            [-1.0; 3]
        );
    }
    let line = least_squares(&points).unwrap();
    assert_eq!(
        [line.slope, line.intercept, line.r_squared],
        [-0.5, 3.0, 1.0]
    );
    assert_eq!(ends(line.band(100.0)), [-47.0, -47.0]);
    let flat = least_squares(&[(1.0, 0.1), (2.0, 0.1), (3.0, 0.1)]).unwrap();
    assert_eq!(
        [flat.slope, flat.intercept, flat.r_squared],
        [0.0, 0.1, 0.0]
    );
}

#[test]
fn quantiles_as_printed() {
    // What R prints for quantile(1:10) and for quantile(c(1, 2, 3, 4, 100)).
    let numbers: Vec<f64> = (1..=10).rev().map(f64::from).collect();
    let five = five_numbers(&numbers).unwrap();
    check(
        [five.lower_quartile, five.median, five.upper_quartile],
        ["3.25", "5.5", "7.75"],
    );
    assert_eq!(quantile(&[1.0, 2.0, 3.0, 4.0, 100.0], 0.75), Some(4.0));
    assert_eq!(
        median_absolute_deviation(&[1.0, 1.0, 2.0, 2.0, 4.0, 6.0, 9.0]),
        Some(1.0)
    );
}

#[test]
fn what_chance_gives() {
    check(
        [
            expected_by_chance(163, NinetyFive),
            expected_by_chance(163, NinetyNinePointEight),
        ],
        ["8.150000000", ".326000000"],
    );
}

// ---- refusals -----------------------------------------------------------------------------------

#[test]
fn what_is_no_sample() {
    assert_eq!(Sample::proportion(1.0, 0.0), Err(NoSample::NoTrials));
    assert_eq!(Sample::proportion(0.0, -1.0), Err(NoSample::NoTrials));
    assert_eq!(
        Sample::proportion(2.0, 1.0),
        Err(NoSample::EventsOverTrials)
    );
    assert_eq!(Sample::proportion(-1.0, 1.0), Err(NoSample::Negative));
    assert_eq!(Sample::proportion(f64::NAN, 1.0), Err(NoSample::NotFinite));
    assert_eq!(Sample::rate(1.0, f64::INFINITY), Err(NoSample::NotFinite));
    assert_eq!(Sample::rate(1e300, 1e-300), Err(NoSample::NotFinite));
    assert!(Sample::rate(2.0, 1.0).is_ok());
    let (proportion, rate) = (
        sample_of("proportion", 3.0, 4.0),
        sample_of("rate", 3.0, 4.0),
    );
    assert_eq!(Sample::pooled(&[]), None);
    assert_eq!(Sample::pooled(&[proportion, rate]), None);
    assert_eq!(difference(&proportion, &rate, NinetyFive), None);
    assert_eq!(proportion.without(&rate), Err(NoSample::MixedKinds));
    assert_eq!(proportion.without(&proportion), Err(NoSample::NoTrials));
    let other = sample_of("proportion", 0.0, 2.0);
    assert_eq!(proportion.without(&other), Err(NoSample::EventsOverTrials));
    assert_eq!(
        Sample::pooled(&[proportion, other])
            .unwrap()
            .without(&other),
        Ok(proportion)
    );
}

#[test]
fn what_has_no_trend() {
    let trend = |years: &[i32], list: &str| {
        let points: Vec<(i32, Sample)> = years
            .iter()
            .copied()
            .zip(proportions(list).into_iter().flatten())
            .collect();
        yearly_trend(&points).unwrap_err()
    };
    let list = "1/9 2/9 3/9 4/9 5/9";
    assert_eq!(trend(&[1, 2, 3, 4], list), NoTrend::TooFew(4));
    assert_eq!(trend(&[1, 2, 3, 4, 6], list), NoTrend::UnequalSpacing);
    assert_eq!(trend(&[5, 4, 3, 2, 1], list), NoTrend::UnequalSpacing);
    assert_eq!(trend(&[3, 3, 3, 3, 3], list), NoTrend::UnequalSpacing);
    assert_eq!(
        trend(&[1, 2, 3, 4, 5], "0/9 0/9 0/9 0/9 0/9"),
        NoTrend::PooledAtBound
    );
    assert_eq!(
        trend(&[1, 2, 3, 4, 5], "9/9 8/8 7/7 6/6 5/5"),
        NoTrend::PooledAtBound
    );
    let mut mixed: Vec<(i32, Sample)> =
        (1..).zip(proportions(list).into_iter().flatten()).collect();
    mixed[2].1 = sample_of("rate", 1.0, 9.0);
    assert_eq!(yearly_trend(&mixed), Err(NoTrend::MixedKinds));
    // Years at the ends of their type do not overflow.
    assert_eq!(
        trend(&[i32::MIN, 0, 1, 2, i32::MAX], list),
        NoTrend::UnequalSpacing
    );
}

#[test]
fn what_has_no_chart() {
    let whole = |list: &str| laney_chart(&proportions(list), standard_baseline(99)).unwrap_err();
    assert_eq!(whole(""), NoChart::TooFew);
    assert_eq!(whole("1/2 1/2"), NoChart::TooFew);
    assert_eq!(whole("1/2 - 1/2 - 1/2 1/2"), NoChart::TooFew);
    assert_eq!(whole("0/2 0/5 0/2"), NoChart::NoVariation);
    assert_eq!(whole("2/2 5/5 2/2"), NoChart::NoVariation);
    let outside = Baseline { start: 40, end: 30 };
    let points = proportions("1/2 1/2 1/3 1/2");
    assert_eq!(laney_chart(&points, outside), Err(NoChart::TooFew));
    assert_eq!(
        xmr_chart(&[Some(1.0), None, Some(f64::NAN)], outside),
        Err(NoChart::TooFew)
    );
}

#[test]
fn what_has_no_spread() {
    let unit = |events| (sample_of("proportion", events, 9.0), 0.4);
    assert_eq!(overdispersion(&[unit(1.0)]), None);
    let mixed = [
        unit(1.0),
        unit(2.0),
        unit(3.0),
        unit(4.0),
        (sample_of("rate", 1.0, 9.0), 0.4),
    ];
    assert!(overdispersion(&mixed[..4]).is_some());
    assert_eq!(overdispersion(&mixed), None);
    let none = |events| (sample_of("proportion", events, 9.0), 1.0);
    assert_eq!(
        overdispersion(&[none(1.0), none(2.0), none(3.0), none(9.0)]),
        None
    );
    assert_eq!(adjusted_z(&none(9.0).0, 1.0, 0.0), None);
    // A benchmark that cannot be has no variance either, instead of one below zero.
    assert_eq!(none(9.0).0.variance_at(1.2), 0.0);
    assert_eq!(adjusted_z(&none(9.0).0, 1.2, 0.0), None);
    assert_eq!(spine(&[1.0, 2.0, 3.0], 0.0, 1.0), None);
    assert_eq!(spine(&[2.0; 9], 0.0, 1.0), None);
    assert_eq!(spine(&[1.0, 2.0, 3.0, f64::NAN], 0.0, 1.0), None);
    assert_eq!(quantile(&[], 0.5), None);
    assert_eq!(quantile(&[1.0], 1.1), None);
    assert_eq!(quantile(&[1.0], f64::NAN), None);
    assert_eq!(five_numbers(&[]), None);
    assert_eq!(median_absolute_deviation(&[]), None);
    assert_eq!(pearson(&[(1.0, 2.0); 3]), Err(NoCorrelation::TooFew(3)));
    assert_eq!(pearson(&[(0.1, 2.0); 7]), Err(NoCorrelation::Constant));
    assert_eq!(
        spearman(&[(0.1, f64::NAN); 7]),
        Err(NoCorrelation::NotFinite)
    );
    assert_eq!(least_squares(&[(1.0, 2.0); 2]), Err(NoLine::TooFew(2)));
    assert_eq!(least_squares(&[(0.1, 2.0); 7]), Err(NoLine::Constant));
    assert_eq!(
        least_squares(&[(f64::INFINITY, 2.0); 7]),
        Err(NoLine::NotFinite)
    );
    assert_eq!(theil_sen(&[(0.1, 2.0); 7]), Err(NoLine::Constant));
    assert_eq!(theil_sen(&[]), Err(NoLine::TooFew(0)));
}

// ---- the rules of the charts --------------------------------------------------------------------

/// The marks of one rule over values around 0 with limits of ±3, one letter a point; a blank is a
/// gap. The baseline is a series of its own before the values.
#[track_caller]
fn check_rule(rule: fn(Side) -> Signal, values: &[f64], marks: &str) {
    // Moving ranges of 3/2.66 about a mean of 0 give limits of −3 and 3.
    let half = 1.5 / 2.66;
    let mut points: Vec<Option<f64>> = (0..12)
        .map(|place| Some(if place % 2 == 0 { half } else { -half }))
        .collect();
    let baseline = Baseline { start: 0, end: 12 };
    points.push(None);
    points.extend(
        values
            .iter()
            .map(|value| (!value.is_nan()).then_some(*value)),
    );
    let chart = xmr_chart(&points, baseline).unwrap();
    check(
        [chart.lower[0], chart.mean, chart.upper[0]],
        ["-3.000000", "0.000000", "3.000000"],
    );
    let letter = |signals: &Vec<Signal>| {
        let above = signals.contains(&rule(Side::Above));
        let below = signals.contains(&rule(Side::Below));
        [['.', '-'], ['+', '*']][usize::from(above)][usize::from(below)]
    };
    let found: String = chart.signals[13..].iter().map(letter).collect();
    assert_eq!(found, marks, "{values:?}");
    assert!(chart.signals[..13].iter().all(|signals| signals.is_empty()));
}

const GAP: f64 = f64::NAN;

#[test]
fn outside_a_limit() {
    check_rule(Signal::OutsideLimit, &[2.9, 3.1, -2.9, -3.1, 3.0], ".+.-.");
}

#[test]
fn seven_rising_or_falling() {
    let rule = Signal::Run;
    check_rule(rule, &[0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6], "+++++++");
    check_rule(rule, &[0.0, 0.1, 0.2, 0.3, 0.4, 0.5], "......");
    check_rule(
        rule,
        &[0.0, 0.1, 0.2, 0.3, 0.3, 0.5, 0.6, 0.7, 0.8],
        ".........",
    );
    check_rule(
        rule,
        &[0.0, 0.1, 0.2, 0.3, GAP, 0.5, 0.6, 0.7, 0.8, 0.9],
        "..........",
    );
    let down = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.3];
    check_rule(rule, &down, "---------.");
}

#[test]
fn two_of_three_far_out() {
    let rule = Signal::TwoOfThree;
    check_rule(rule, &[2.1, 0.0, 2.1, 0.0], "+.+.");
    check_rule(rule, &[2.1, 0.0, 0.0, 2.1], "....");
    check_rule(rule, &[2.1, 0.0, -2.1, -2.2], "..--");
    check_rule(rule, &[2.1, GAP, 2.1, 1.9, 2.1], "..+.+");
    check_rule(rule, &[1.9, 1.9, 1.9], "...");
}

#[test]
fn seven_on_one_side() {
    let rule = Signal::Shift;
    check_rule(rule, &[0.1, 0.2, 0.1, 0.2, 0.1, 0.2, 0.1, -0.1], "+++++++.");
    check_rule(rule, &[-0.1, -0.2, -0.1, -0.2, -0.1, -0.2], "......");
    check_rule(rule, &[0.1, 0.2, 0.1, 0.0, 0.1, 0.2, 0.1, 0.3], "........");
    check_rule(rule, &[0.1, 0.2, 0.1, GAP, 0.1, 0.2, 0.1, 0.3], "........");
}

#[test]
fn all_rules_of_one_point_in_their_order() {
    let values: Vec<Option<f64>> = [1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0]
        .into_iter()
        .chain((3..13).map(f64::from))
        .map(Some)
        .collect();
    let chart = xmr_chart(&values, Baseline { start: 0, end: 10 }).unwrap();
    let above = Side::Above;
    assert_eq!(
        chart.signals[19],
        [
            Signal::OutsideLimit(above),
            Signal::Run(above),
            Signal::TwoOfThree(above),
            Signal::Shift(above)
        ]
    );
    assert!(chart.is_trial);
}

#[test]
fn a_common_season_is_no_signal_against_the_benchmark() {
    let benchmark = |month: usize| 0.6 + [0.0, 0.15, 0.25, 0.15, 0.0, -0.2][month % 6];
    let noise = [3.0, -2.0, 1.0, -3.0, 2.0, 0.0, -1.0];
    let points: Vec<Option<(Sample, f64)>> = (0..36)
        .map(|month| {
            let events = 400.0 * (benchmark(month) - 0.05) + noise[month % 7];
            Some((Sample::proportion(events, 400.0).unwrap(), benchmark(month)))
        })
        .collect();
    let chart = laney_chart_against(&points, standard_baseline(36)).unwrap();
    assert!(
        chart.signals.iter().all(|signals| signals.is_empty()),
        "{:?}",
        chart.signals
    );
    assert!((chart.mean + 0.05).abs() < 0.001);
    assert_eq!(chart.baseline, Baseline { start: 0, end: 24 });
}

#[test]
fn what_cannot_be_expected_is_put_at_the_bound_and_not_judged() {
    // Five points above the benchmark, which in the last month leaves no room above it.
    let point =
        |events: f64, benchmark: f64| Some((Sample::proportion(events, 100.0).unwrap(), benchmark));
    let mut points = vec![
        point(75.0, 0.7),
        point(76.0, 0.7),
        point(74.0, 0.7),
        point(75.0, 0.7),
    ];
    points.push(point(60.0, 1.0));
    let chart = laney_chart_against(&points, Baseline { start: 0, end: 4 }).unwrap();
    assert_eq!([chart.centre[4], chart.lower[4], chart.upper[4]], [1.0; 3]);
    assert_eq!((chart.points[4], chart.signals[4].len()), (Some(0.6), 0));
    assert!(chart.lower[3] > 0.6);
}

#[test]
fn what_does_not_belong_is_a_gap() {
    let whole = Baseline { start: 0, end: 9 };
    let with_gap = proportions("90/100 91/100 - 89/100 90/100 92/100");
    let mut with_rate = with_gap.clone();
    with_rate[2] = Some(sample_of("rate", 5.0, 100.0));
    let [gap, rate] = [with_gap, with_rate].map(|points| laney_chart(&points, whole).unwrap());
    assert_eq!((gap.signals, gap.sigma_z), (rate.signals, rate.sigma_z));
    assert_eq!((gap.points, gap.mean), (rate.points, rate.mean));

    let with_gap = [Some(1.0), Some(2.0), None, Some(2.5), Some(2.0)];
    let with_none = with_gap.map(|value| value.or(Some(f64::NAN)));
    assert_eq!(xmr_chart(&with_none, whole), xmr_chart(&with_gap, whole));
    assert!(xmr_chart(&with_gap, whole).is_ok());
}

#[test]
fn a_target_and_the_newest_limits() {
    let values = [
        Some(10.0),
        Some(11.0),
        Some(10.0),
        Some(11.0),
        Some(10.0),
        None,
    ];
    let chart = xmr_chart(&values, standard_baseline(6)).unwrap();
    assert_eq!(assurance(&chart, 5.0, true), Assurance::WillPass);
    assert_eq!(assurance(&chart, 5.0, false), Assurance::WillFail);
    assert_eq!(assurance(&chart, 10.5, true), Assurance::HitAndMiss);
    assert_eq!(assurance(&chart, 20.0, true), Assurance::WillFail);
    assert_eq!(assurance(&chart, chart.lower[0], true), Assurance::WillPass);
    // A p′ chart has no limits where it has no point: the newest that there are count.
    let points = proportions("90/100 91/100 89/100 90/100 92/100 90/100 -");
    let chart = laney_chart(&points, standard_baseline(7)).unwrap();
    assert!(chart.upper[6].is_nan() && chart.upper[5] < 1.0);
    assert_eq!(assurance(&chart, 0.5, true), Assurance::WillPass);
}

#[test]
fn baselines() {
    let ends: Vec<usize> = [0, 1, 24, 29, 30, 36]
        .map(|count| standard_baseline(count).end)
        .to_vec();
    assert_eq!(ends, [0, 1, 24, 29, 24, 24]);
}

#[test]
fn equals_share_a_rank_and_a_group() {
    assert_eq!(
        competition_ranks(&[3.0, 5.0, 5.0, 9.0], false),
        [1, 2, 2, 4]
    );
    assert_eq!(competition_ranks(&[3.0, 5.0, 5.0, 9.0], true), [4, 2, 2, 1]);
    assert_eq!(
        competition_ranks(&[0.0, -0.0, f64::NAN, 1.0, f64::NAN], true),
        [2, 2, 4, 1, 4]
    );
    // The bounds are 1 (at place 5/3) and 4/3 (a third of the way from place 3): none is between.
    assert_eq!(
        quantile_groups(&[1.0, 1.0, 1.0, 1.0, 2.0, 3.0], 3),
        [0, 0, 0, 0, 2, 2]
    );
    assert_eq!(quantile_groups(&[1.0, 2.0], 0), [0, 0]);
    assert_eq!(quantile_groups(&[], 4), Vec::<usize>::new());
}

// ---- distances ----------------------------------------------------------------------------------

#[test]
fn distances_are_in_standard_deviations() {
    // By hand: deviations √(64/3) about 4 and √(400/3) about 10.
    let objects = [[0.0, 0.0], [8.0, 20.0], [0.0, 20.0], [8.0, 0.0]];
    let found = standardised_distances(&objects, 0);
    let (first, second) = (
        8.0 / (64.0_f64 / 3.0).sqrt(),
        20.0 / (400.0_f64 / 3.0).sqrt(),
    );
    let expected = [0.0, (first * first + second * second).sqrt(), second, first];
    for (found, expected) in found.iter().zip(expected) {
        assert!(
            (found - expected).abs() < 1e-12,
            "{found} is not {expected}"
        );
    }
    // The unit of a measure does not matter.
    let in_metres = objects.map(|[one, other]| [one * 1000.0, other]);
    for (one, other) in standardised_distances(&in_metres, 0).iter().zip(&found) {
        assert!((one - other).abs() < 1e-12);
    }
}

#[test]
fn distances_of_nothing_and_of_what_does_not_vary() {
    let same = [[3.0, 1.0], [3.0, 2.0], [3.0, 4.0]];
    let found = standardised_distances(&same, 1);
    assert_eq!(found[1], 0.0);
    assert!(found[2] > found[0] && found[0] > 0.0);
    assert_eq!(standardised_distances(&[[5.0]], 0), [0.0]);
    assert!(standardised_distances(&same, 3).is_empty());
    assert!(standardised_distances(&[[f64::NAN], [1.0]], 1).is_empty());
    assert!(standardised_distances::<2>(&[], 0).is_empty());
}

// ---- histograms and boxes -----------------------------------------------------------------------

#[test]
fn bins_are_refused_where_there_is_nothing_to_bin() {
    assert_eq!(bins(&[1.0; 9]), Err(NoBins::TooFew(9)));
    assert_eq!(bins(&[1.0; 10]), Err(NoBins::Constant));
    let mut values = vec![1.0; 12];
    values[3] = f64::NAN;
    assert_eq!(bins(&values), Err(NoBins::NotFinite));
    values[3] = 1e300;
    values[4] = -1e300;
    // The squares of these are no numbers any more.
    assert_eq!(bins(&values), Err(NoBins::NotFinite));
    assert_eq!(box_plot(&[1.0, 2.0, 3.0, 4.0]), None);
}

#[test]
fn one_far_value_does_not_make_a_thousand_bins() {
    let mut values: Vec<f64> = (0..40).map(f64::from).map(|it| it / 10.0).collect();
    values.push(1e6);
    let found = bins(&values).unwrap();
    assert_eq!(found.rule, BinRule::Most);
    assert!(found.counts.len() <= 60, "{}", found.counts.len());
    assert_eq!(found.counts[0], 40);
}

#[test]
fn a_value_on_an_edge_is_in_the_bin_above_and_the_highest_in_the_last() {
    // Tenths are no binary fractions: 0.3 is not 3 × 0.1.
    let values: Vec<f64> = (0..=10).map(|it| f64::from(it) / 10.0).collect();
    let found = bins(&values).unwrap();
    assert_eq!((found.width, found.start), (0.5, 0.0));
    assert_eq!(found.counts, [5, 6]);
}

#[test]
fn whiskers_stop_at_the_last_value_within_reach() {
    // Quartiles 2 and 4 (type 7), so the reach is from −1 to 7.
    let found = box_plot(&[1.0, 2.0, 3.0, 4.0, 100.0]).unwrap();
    assert_eq!((found.lower_whisker, found.upper_whisker), (1.0, 4.0));
    assert_eq!(found.beyond, (0, 1));
}
