//! What must hold of the statistics whatever the numbers: intervals hold their estimates, the dot
//! and the bar agree, order and units change nothing, ranks are those of a naive count, and nothing
//! panics. It must not know any expected number.

use crate::support::Random;
use zhishe::stats::*;

use Confidence::{NinetyFive, NinetyNinePointEight};

const LEVELS: [Confidence; 2] = [NinetyFive, NinetyNinePointEight];
const HOSTILE: [f64; 14] = [
    0.0,
    -0.0,
    1.0,
    -1.0,
    0.1,
    1e-300,
    -1e300,
    1e300,
    f64::MAX,
    f64::MIN_POSITIVE,
    5e-324,
    f64::NAN,
    f64::INFINITY,
    f64::NEG_INFINITY,
];

impl Random {
    fn sample(&mut self, is_rate: bool) -> Sample {
        let size = 1 + self.below(500);
        let events = self.below(size + 1) as f64;
        let make = if is_rate {
            Sample::rate
        } else {
            Sample::proportion
        };
        make(events, size as f64).unwrap()
    }

    fn samples(&mut self, count: usize, is_rate: bool) -> Vec<Sample> {
        (0..count).map(|_| self.sample(is_rate)).collect()
    }

    /// Values with ties among them.
    fn values(&mut self, count: usize) -> Vec<f64> {
        (0..count)
            .map(|_| self.below(40) as f64 / 8.0 - 2.0)
            .collect()
    }

    fn order(&mut self, count: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..count).collect();
        for place in (1..count).rev() {
            order.swap(place, self.below(place + 1));
        }
        order
    }
}

fn reordered<T: Clone>(list: &[T], order: &[usize]) -> Vec<T> {
    order.iter().map(|place| list[*place].clone()).collect()
}

#[track_caller]
fn assert_close(one: f64, other: f64) {
    let distance = (one - other).abs();
    assert!(
        distance <= 1e-9 * one.abs().max(other.abs()) + 1e-12,
        "{one} is not {other}"
    );
}

fn estimate(sample: &Sample) -> (f64, Interval) {
    (sample.estimate(), sample.interval(NinetyFive))
}

// ---- intervals, funnels, positions ---------------------------------------------------------------

/// An interval holds its estimate, and the 99.8 % interval holds the 95 % interval.
fn check_interval(sample: Sample) {
    let (inner, outer) = (
        sample.interval(NinetyFive),
        sample.interval(NinetyNinePointEight),
    );
    assert!(inner.contains(sample.estimate()), "{sample:?} {inner:?}");
    // Where both are as wide as 0 to 1 or as narrow as a digit, the last digit is rounding.
    let (last, first) = (1.0 + 4.0 * f64::EPSILON, 1.0 - 4.0 * f64::EPSILON);
    assert!(outer.lower <= inner.lower * last, "{inner:?} {outer:?}");
    assert!(outer.upper >= inner.upper * first, "{inner:?} {outer:?}");
    assert!(outer.lower >= 0.0, "{sample:?} {outer:?}");
    assert!(
        sample.kind() == SampleKind::Rate || outer.upper <= 1.0,
        "{sample:?} {outer:?}"
    );
    assert_eq!(
        sample.position(sample.estimate()),
        Position::Within,
        "{sample:?}"
    );
}

#[test]
fn an_interval_holds_its_estimate() {
    for trials in 1..=150 {
        for events in 0..=trials {
            check_interval(Sample::proportion(f64::from(events), f64::from(trials)).unwrap());
        }
    }
    for events in 0..2000 {
        check_interval(Sample::rate(f64::from(events), 37.0).unwrap());
    }
    let mut random = Random(1);
    for _ in 0..20_000 {
        let size = 10_f64.powf(random.share() * 60.0 - 9.0);
        let events = size * random.share().powi(1 + random.below(30) as i32);
        check_interval(Sample::proportion(events, size).unwrap());
        check_interval(Sample::rate(events, size).unwrap());
    }
}

/// Above, within or below: −1, 0, 1 for each level, from a position.
fn sides(position: Position) -> [i32; 2] {
    match position {
        Position::Below998 => [-1, -1],
        Position::Below95 => [-1, 0],
        Position::Within => [0, 0],
        Position::Above95 => [1, 0],
        Position::Above998 => [1, 1],
    }
}

/// The verdict, the dot in the funnel and the bar of the interval say the same.
fn check_agreement(sample: &Sample, benchmark: f64) {
    let verdict = sides(sample.position(benchmark));
    for (level, verdict) in LEVELS.into_iter().zip(verdict) {
        let limits = funnel_limits(sample.kind(), benchmark, sample.size(), level);
        let above = i32::from(sample.estimate() > limits.upper);
        let dot = above - i32::from(sample.estimate() < limits.lower);
        let interval = sample.interval(level);
        let below = i32::from(interval.is_wholly_below(benchmark));
        let bar = i32::from(interval.is_wholly_above(benchmark)) - below;
        assert_eq!(
            [dot, bar],
            [verdict; 2],
            "{sample:?} {benchmark} {limits:?} {interval:?}"
        );
    }
}

#[test]
fn the_funnel_and_the_verdict_agree_for_proportions() {
    let benchmarks = [
        0.0,
        1e-9,
        0.001,
        0.01,
        0.05,
        0.1,
        0.25,
        1.0 / 3.0,
        0.5,
        0.618,
        0.75,
        0.9,
        0.95,
        0.999,
        1.0 - 1e-9,
        1.0,
    ];
    for trials in 1..=300 {
        for events in 0..=trials {
            let sample = Sample::proportion(f64::from(events), f64::from(trials)).unwrap();
            for benchmark in benchmarks {
                check_agreement(&sample, benchmark);
            }
        }
    }
}

/// Of rare events no more areas lie above a level than it says: the probability of the lowest count that is
/// called so, or more, summed here from single counts.
#[test]
fn few_events_are_not_called_many_too_often() {
    for expected in [0.01f64, 0.0646, 0.3, 0.9, 1.3] {
        for trials in [40u32, 807, 20_000] {
            let chance = expected / f64::from(trials);
            for (level, wanted) in LEVELS.into_iter().zip([0, 1]) {
                let is_called = |events: u32| {
                    let sample = Sample::proportion(f64::from(events), f64::from(trials)).unwrap();
                    sides(sample.position(chance))[wanted] == 1
                };
                let first = (0..trials).find(|events| is_called(*events)).unwrap();
                let rest = f64::from(trials);
                let mut term = (1.0 - chance).powf(rest);
                let mut below = 0.0;
                for events in 0..first {
                    below += term;
                    let at = f64::from(events);
                    term *= (rest - at) / (at + 1.0) * chance / (1.0 - chance);
                }
                let is_rare = f64::from(first) < 5.0_f64.min(rest / 20.0);
                assert!(
                    1.0 - below < level.tail() || !is_rare,
                    "{expected} {trials} {first}"
                );
                assert!(first <= 5, "{expected} {trials} {first}");
            }
        }
    }
}

#[test]
fn the_funnel_and_the_verdict_agree_for_rates() {
    let expected = [
        0.0, 1e-9, 0.02, 0.3, 1.0, 2.92, 2.95, 4.79, 5.0, 9.0, 10.0, 18.39, 18.391, 25.0, 99.0, 1e4,
    ];
    for events in 0..60 {
        for size in [1.0, 7.0, 1000.0] {
            let sample = Sample::rate(f64::from(events), size).unwrap();
            for expected in expected {
                check_agreement(&sample, expected / size);
            }
        }
    }
}

#[test]
fn a_benchmark_that_cannot_be_judges_all_or_nothing() {
    for trials in [1.0, 20.0, 1e9] {
        for events in [0.0, 1.0, trials] {
            let sample = Sample::proportion(events, trials).unwrap();
            check_agreement(&sample, 1.2);
            check_agreement(&sample, -0.2);
            assert_eq!(sample.position(f64::NAN), Position::Within);
            assert_eq!(sample.position(1.2), Position::Below998);
        }
    }
    let rate = Sample::rate(4.0, 2.0).unwrap();
    assert_eq!(rate.position(f64::NAN), Position::Within);
    assert_eq!(rate.position(-1.0), Position::Above998);
}

/// 163 areas of pure chance, 200 times: a level puts about its own share outside, plain or adjusted.
#[test]
fn chance_alone_is_outside_as_often_as_the_level_says() {
    const TRIALS: usize = 200;
    let mut random = Random(13);
    let (mut count, mut outside, mut far, mut far_adjusted) = (0, 0, 0, 0);
    for _ in 0..200 {
        let draw =
            |random: &mut Random| (0..TRIALS).filter(|_| random.share() < 0.7).count() as f64;
        let units: Vec<(Sample, f64)> = (0..163)
            .map(|_| {
                (
                    Sample::proportion(draw(&mut random), TRIALS as f64).unwrap(),
                    0.7,
                )
            })
            .collect();
        let tau_squared = overdispersion(&units).unwrap().tau_squared;
        for (sample, benchmark) in &units {
            let plain = sides(sample.position(*benchmark));
            let z = adjusted_z(sample, *benchmark, tau_squared).unwrap();
            let adjusted = sides(adjusted_position(z));
            count += 1;
            outside += usize::from(plain[0] != 0);
            far += usize::from(plain[1] != 0);
            far_adjusted += usize::from(adjusted[1] != 0);
        }
    }
    // Counts are whole, so that a level is met only nearly; 32,600 units leave little to chance.
    let (near, wide) = (
        expected_by_chance(count, NinetyFive),
        expected_by_chance(count, NinetyNinePointEight),
    );
    assert!(
        (0.8 * near..1.2 * near).contains(&(outside as f64)),
        "{outside} for {near}"
    );
    assert!(
        (0.5 * wide..1.5 * wide).contains(&(far as f64)),
        "{far} for {wide}"
    );
    assert!(far_adjusted <= far, "{far_adjusted} for {far}");
}

// ---- order changes nothing ------------------------------------------------------------------------

#[test]
fn permuting_units_changes_no_answer() {
    let mut random = Random(2);
    for case in 0..300 {
        let count = 1 + random.below(40);
        let samples = random.samples(count, case % 3 == 0);
        let order = random.order(count);
        let mixed = reordered(&samples, &order);
        assert_eq!(Sample::pooled(&samples), Sample::pooled(&mixed));

        let units = |samples: &[Sample]| -> Vec<(Sample, f64)> {
            samples.iter().map(|sample| (*sample, 0.4)).collect()
        };
        match (
            overdispersion(&units(&samples)),
            overdispersion(&units(&mixed)),
        ) {
            (Some(one), Some(other)) => {
                assert_close(one.phi, other.phi);
                assert_close(one.tau_squared, other.tau_squared);
            }
            (one, other) => assert_eq!(one, other),
        }

        let estimates: Vec<(f64, Interval)> = samples.iter().map(estimate).collect();
        let values: Vec<f64> = estimates.iter().map(|estimate| estimate.0).collect();
        let mixed_estimates = reordered(&estimates, &order);
        let mixed_values = reordered(&values, &order);
        for highest_first in [false, true] {
            assert_eq!(
                reordered(&competition_ranks(&values, highest_first), &order),
                competition_ranks(&mixed_values, highest_first)
            );
            assert_eq!(
                reordered(&rank_ranges(&estimates, highest_first), &order),
                rank_ranges(&mixed_estimates, highest_first)
            );
        }
        assert_eq!(
            spine(&values, 0.3, -1.0).map(|spine| reordered(&spine, &order)),
            spine(&mixed_values, 0.3, -1.0)
        );
        assert_eq!(
            reordered(&quantile_groups(&values, 4), &order),
            quantile_groups(&mixed_values, 4)
        );
        assert_eq!(five_numbers(&values), five_numbers(&mixed_values));
        assert_eq!(
            median_absolute_deviation(&values),
            median_absolute_deviation(&mixed_values)
        );
    }
}

#[test]
fn permuting_points_changes_no_line() {
    let mut random = Random(3);
    for case in 0..100 {
        let count = if case == 0 {
            1501
        } else {
            4 + random.below(40)
        };
        let points: Vec<(f64, f64)> = random
            .values(count)
            .into_iter()
            .zip(random.values(count))
            .collect();
        let mixed = reordered(&points, &random.order(count));
        assert_eq!(theil_sen(&points), theil_sen(&mixed));
        for (one, other) in [
            (pearson(&points), pearson(&mixed)),
            (spearman(&points), spearman(&mixed)),
        ] {
            assert_eq!(one.is_ok(), other.is_ok());
            if let (Ok(one), Ok(other)) = (one, other) {
                assert_close(one.coefficient, other.coefficient);
                assert_close(one.interval.lower, other.interval.lower);
            }
        }
        if let (Ok(one), Ok(other)) = (least_squares(&points), least_squares(&mixed)) {
            assert_close(one.slope, other.slope);
            assert_close(one.band(0.7).upper, other.band(0.7).upper);
        }
    }
}

// ---- naive counts ---------------------------------------------------------------------------------

#[test]
fn ranks_are_those_of_a_naive_count() {
    let mut random = Random(4);
    for _ in 0..300 {
        let count = random.below(60);
        let values = random.values(count);
        for highest_first in [false, true] {
            let is_better = |one: f64, other: f64| {
                if highest_first {
                    one > other
                } else {
                    one < other
                }
            };
            let rank = |value: &f64| {
                1 + values
                    .iter()
                    .filter(|other| is_better(**other, *value))
                    .count() as u32
            };
            let naive: Vec<u32> = values.iter().map(rank).collect();
            assert_eq!(competition_ranks(&values, highest_first), naive);
        }
    }
}

#[test]
fn rank_ranges_are_those_of_a_naive_count() {
    let mut random = Random(5);
    for case in 0..120 {
        let count = random.below(50);
        let samples = random.samples(count, case % 3 == 0);
        let estimates: Vec<(f64, Interval)> = samples.iter().map(estimate).collect();
        for highest_first in [false, true] {
            let ranges = rank_ranges(&estimates, highest_first);
            let ranks = competition_ranks(
                &samples.iter().map(Sample::estimate).collect::<Vec<f64>>(),
                highest_first,
            );
            for place in 0..count {
                let of = |other: &Sample| difference(other, &samples[place], NinetyFive).unwrap();
                let higher = samples
                    .iter()
                    .filter(|other| of(other).is_wholly_above(0.0))
                    .count();
                let lower = samples
                    .iter()
                    .filter(|other| of(other).is_wholly_below(0.0))
                    .count();
                let (better, worse) = if highest_first {
                    (higher, lower)
                } else {
                    (lower, higher)
                };
                let naive = (1 + better as u32, (count - worse) as u32);
                assert_eq!(ranges[place], naive);
                assert!(naive.0 <= ranks[place] && ranks[place] <= naive.1);
            }
        }
    }
}

#[test]
fn told_apart_is_a_difference_without_zero() {
    let mut random = Random(6);
    for case in 0..5000 {
        let is_rate = case % 2 == 0;
        let (one, other) = (random.sample(is_rate), random.sample(is_rate));
        let (one, other) = (estimate(&one), estimate(&other));
        let between = difference_of(one, other);
        assert_eq!(are_told_apart(one, other), !between.contains(0.0));
        assert_eq!(are_told_apart(one, other), are_told_apart(other, one));
        assert!(between.contains(one.0 - other.0));
    }
}

#[test]
fn a_middle_value_has_as_many_below_as_above() {
    let mut random = Random(7);
    for _ in 0..500 {
        let count = 1 + random.below(70);
        let values = random.values(count);
        let middle = five_numbers(&values).unwrap().median;
        let below = values.iter().filter(|value| **value < middle).count();
        let above = values.iter().filter(|value| **value > middle).count();
        assert!(2 * below <= count && 2 * above <= count);
        // The selection of the deviation and the sort of the quantile find the same middle.
        let mut sorted: Vec<f64> = values.iter().map(|value| (value - middle).abs()).collect();
        sorted.sort_by(f64::total_cmp);
        assert_close(
            median_absolute_deviation(&values).unwrap(),
            quantile(&sorted, 0.5).unwrap(),
        );
    }
}

#[test]
fn the_median_slope_of_many_points_is_near_that_of_all_pairs() {
    let mut random = Random(8);
    let points: Vec<(f64, f64)> = (0..1200)
        .map(|place| {
            (
                f64::from(place),
                2.5 * f64::from(place) + 300.0 * random.share(),
            )
        })
        .collect();
    let many = theil_sen(&points).unwrap();
    let all = theil_sen(&points[..1000]).unwrap();
    assert!(!many.is_complete && all.is_complete);
    assert!((many.slope - 2.5).abs() < 0.05 && (all.slope - 2.5).abs() < 0.05);
}

// ---- charts ---------------------------------------------------------------------------------------

fn series(random: &mut Random, count: usize, is_rate: bool) -> Vec<Option<Sample>> {
    let gap = random.below(30);
    (0..count)
        .map(|place| (place % 30 != gap).then(|| random.sample(is_rate)))
        .collect()
}

/// The limits of one chart must be those of the other times a factor, the signals the same.
fn check_scaled(one: &ControlChart, other: &ControlChart, factor: f64) {
    assert_eq!(one.signals, other.signals);
    let lists = [
        (&one.centre, &other.centre),
        (&one.lower, &other.lower),
        (&one.upper, &other.upper),
    ];
    for (one, other) in lists {
        for (one, other) in one.iter().zip(other) {
            assert_eq!(one.is_nan(), other.is_nan());
            if !one.is_nan() {
                assert_close(one * factor, *other);
            }
        }
    }
}

#[test]
fn scaling_units_scales_the_chart() {
    let mut random = Random(9);
    for case in 0..200 {
        let count = 8 + random.below(40);
        let factor = [0.001, 8.0, 1000.0][case % 3];
        let values: Vec<Option<f64>> = random.values(count).into_iter().map(Some).collect();
        let scaled: Vec<Option<f64>> = values
            .iter()
            .map(|value| value.map(|it| it * factor))
            .collect();
        let baseline = standard_baseline(count);
        let one = xmr_chart(&values, baseline).unwrap();
        check_scaled(&one, &xmr_chart(&scaled, baseline).unwrap(), factor);

        let rates = series(&mut random, count, true);
        let larger =
            |sample: Sample| Sample::rate(sample.events(), sample.size() / factor).unwrap();
        let scaled: Vec<Option<Sample>> = rates.iter().map(|rate| rate.map(larger)).collect();
        let one = laney_chart(&rates, baseline).unwrap();
        check_scaled(&one, &laney_chart(&scaled, baseline).unwrap(), factor);
    }
}

#[test]
fn a_constant_benchmark_gives_the_plain_chart() {
    let mut random = Random(10);
    for case in 0..200 {
        let count = 8 + random.below(40);
        let points = series(&mut random, count, case % 2 == 0);
        let against: Vec<Option<(Sample, f64)>> = points
            .iter()
            .map(|point| point.map(|sample| (sample, 0.375)))
            .collect();
        let baseline = standard_baseline(count);
        let plain = laney_chart(&points, baseline).unwrap();
        let against = laney_chart_against(&against, baseline).unwrap();
        check_scaled(&plain, &against, 1.0);
        assert_close(plain.mean, against.mean + 0.375);
        assert_close(plain.sigma_z.unwrap(), against.sigma_z.unwrap());
    }
}

#[test]
fn a_constant_series_raises_nothing() {
    let mut random = Random(11);
    for _ in 0..400 {
        let count = 8 + random.below(120);
        let value = (random.share() - 0.3) * 10_f64.powi(random.below(20) as i32 - 6);
        let chart = xmr_chart(&vec![Some(value); count], standard_baseline(count)).unwrap();
        assert!(
            chart.signals.iter().all(|signals| signals.is_empty()),
            "{value}"
        );
        assert_eq!(chart.screened, 0);

        // The same share of sizes that differ, and shares that no number can hold exactly.
        let (events, trials) = (1 + random.below(9), 10 + random.below(20));
        let part = |_| {
            let times = 1 + random.below(50);
            let (events, trials) = ((events * times) as f64, (trials * times) as f64);
            Some(Sample::proportion(events / 10.0, trials / 10.0).unwrap())
        };
        let points: Vec<Option<Sample>> = (0..count).map(part).collect();
        let chart = laney_chart(&points, standard_baseline(count)).unwrap();
        assert!(
            chart.signals.iter().all(|signals| signals.is_empty()),
            "{events}/{trials}"
        );
    }
}

#[test]
fn limits_stay_inside_possible_values() {
    let mut random = Random(12);
    for case in 0..200 {
        let count = 8 + random.below(40);
        let is_rate = case % 2 == 0;
        let points = series(&mut random, count, is_rate);
        let chart = laney_chart(&points, standard_baseline(count)).unwrap();
        assert_eq!([chart.signals.len(), chart.points.len()], [count; 2]);
        for place in (0..count).filter(|place| points[*place].is_some()) {
            assert!(chart.lower[place] >= 0.0 && chart.lower[place] <= chart.centre[place]);
            assert!(
                chart.upper[place] >= chart.centre[place] && (is_rate || chart.upper[place] <= 1.0)
            );
        }
    }
}

// ---- nothing panics -------------------------------------------------------------------------------

#[test]
fn hostile_numbers_end_in_an_answer() {
    for one in HOSTILE {
        for other in HOSTILE {
            hostile_samples(one, other);
            let values: Vec<f64> = (0..9)
                .map(|place| if place % 2 == 0 { one } else { other })
                .collect();
            let pairs: Vec<(f64, f64)> = (0..9)
                .map(|place| (HOSTILE[place], [one, other][place % 2]))
                .collect();
            hostile_values(&values, one);
            for count in [0, 1, 4, 9] {
                let _ = pearson(&pairs[..count]);
                let _ = spearman(&pairs[..count]);
                let _ = theil_sen(&pairs[..count]);
                if let Ok(line) = least_squares(&pairs[..count]) {
                    let _ = line.band(one);
                }
            }
        }
    }
}

fn hostile_samples(one: f64, other: f64) {
    for make in [Sample::proportion, Sample::rate] {
        let Ok(sample) = make(one, other) else {
            continue;
        };
        for benchmark in HOSTILE {
            let _ = (
                sample.position(benchmark),
                adjusted_z(&sample, benchmark, one),
            );
            for level in LEVELS {
                assert!(
                    sample.interval(level).contains(sample.estimate()),
                    "{sample:?}"
                );
                let _ = funnel_limits(sample.kind(), benchmark, sample.size(), level);
            }
            let _ = overdispersion(&[(sample, benchmark); 5]);
            let _ = laney_chart_against(&[Some((sample, benchmark)); 9], standard_baseline(9));
        }
        let points: Vec<(i32, Sample)> = (1..6).map(|year| (year, sample)).collect();
        let _ = yearly_trend(&points);
        let _ = rank_ranges(&[estimate(&sample); 3], true);
    }
}

fn hostile_values(values: &[f64], number: f64) {
    for count in [0, 1, 4, 9] {
        let values = &values[..count];
        let _ = (competition_ranks(values, true), spine(values, number, 1.0));
        let _ = (quantile(values, number), quantile_groups(values, 3));
        let _ = (five_numbers(values), median_absolute_deviation(values));
        let far = [i32::MIN, i32::MAX, 0, 1];
        let months = |place: usize| {
            (
                far[place % 4].wrapping_add(place as i32 / 4),
                values.get(place % count.max(1)),
            )
        };
        let wave = (0..36).filter_map(|place| Some((months(place).0, *months(place).1?)));
        let _ = season(&wave.collect::<Vec<(i32, f64)>>());
        let points: Vec<Option<f64>> = values.iter().map(|value| Some(*value)).collect();
        if let Ok(chart) = xmr_chart(&points, standard_baseline(count)) {
            let _ = assurance(&chart, number, true);
        }
    }
}

/// How many of so many series of 36 months are said to have a season, each month's value being so much
/// of the month before and the rest chance.
fn seasons_found(count: usize, carried: f64) -> usize {
    let mut random = Random(7);
    let found = (0..count).filter(|_| {
        let mut value = 0.0;
        let points: Vec<(i32, f64)> = (0..36)
            .map(|month| {
                let chance: f64 = (0..12).map(|_| random.share()).sum::<f64>() - 6.0;
                value = carried * value + chance;
                (month, value)
            })
            .collect();
        season(&points).is_ok()
    });
    found.count()
}

#[test]
fn chance_has_no_season() {
    // 0.2 % of 10,000 are 20, and the same way in all three years is asked besides.
    // 0.2 % of 4,000 series are 8. Months that carry half of themselves over are allowed 1 %.
    for (carried, most) in [(0.0, 8), (0.3, 8), (0.5, 40)] {
        let found = seasons_found(4000, carried);
        assert!(found <= most, "{found} at {carried}");
    }
}
