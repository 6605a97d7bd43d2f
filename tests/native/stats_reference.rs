//! Every statistic against its table under `tests/reference/`, which SciPy, statsmodels and numpy
//! made. It must not know how the program computes any of them.

use crate::support::reference::{
    benchmarked, confidence, interval, is_close, is_close_root, number, numbers, rows, sample_of,
    samples, values, yes,
};
use zhishe::stats::*;

/// Each row of a table must satisfy what is said of it; the answer is what does not fit.
#[track_caller]
fn check(table: &str, misfit: impl Fn(&[String]) -> Option<String>) {
    let found: Vec<String> = rows(table)
        .iter()
        .filter_map(|row| misfit(row).map(|misfit| format!("{row:?}\n  {misfit}")))
        .collect();
    assert!(
        found.is_empty(),
        "{} in {table}:\n{}",
        found.len(),
        found[..found.len().min(5)].join("\n")
    );
}

/// Numbers that are not those expected.
fn unlike(actual: &[f64], expected: &[f64], same: fn(f64, f64) -> bool) -> Option<String> {
    let pairs = || actual.iter().zip(expected);
    let is_same = actual.len() == expected.len() && pairs().all(|(one, other)| same(*one, *other));
    (!is_same).then(|| format!("{actual:?} is not {expected:?}"))
}

fn unequal<T: PartialEq + std::fmt::Debug>(actual: T, expected: T) -> Option<String> {
    (actual != expected).then(|| format!("{actual:?} is not {expected:?}"))
}

fn ends(interval: Interval) -> [f64; 2] {
    [interval.lower, interval.upper]
}

#[test]
fn wilson() {
    check("wilson", |row| {
        let found = wilson_interval(number(&row[0]), number(&row[1]), confidence(&row[2]));
        unlike(&ends(found), &ends(interval(&row[3], &row[4])), is_close)
    });
}

/// Wilson's, with an exact end towards the near bound where there are fewer than five.
#[test]
fn proportions_of_few() {
    check("proportion", |row| {
        let found = proportion_interval(number(&row[0]), number(&row[1]), confidence(&row[2]));
        unlike(&ends(found), &ends(interval(&row[3], &row[4])), is_close)
    });
}

#[test]
fn exact_tails() {
    check("exact_tail", |row| {
        let sample = samples(&row[0], &row[1])[0].unwrap();
        let found = exact_tail(&sample, number(&row[2]));
        unlike(&[found], &[number(&row[3])], is_close)
    });
}

#[test]
fn poisson() {
    check("poisson", |row| {
        let found = poisson_interval(number(&row[0]), confidence(&row[1]));
        unlike(&ends(found), &ends(interval(&row[2], &row[3])), is_close)
    });
}

#[test]
fn funnel() {
    check("funnel", |row| {
        let (kind, same): (_, fn(f64, f64) -> bool) = match &*row[0] {
            "proportion" => (SampleKind::Proportion, is_close),
            _ => (SampleKind::Rate, is_close_root),
        };
        let found = funnel_limits(kind, number(&row[1]), number(&row[2]), confidence(&row[3]));
        unlike(&ends(found), &ends(interval(&row[4], &row[5])), same)
    });
}

#[test]
fn positions() {
    check("position", |row| {
        let sample = sample_of(&row[0], number(&row[1]), number(&row[2]));
        let found = sample.position(number(&row[3]));
        unequal(format!("{found:?}"), row[4].clone())
    });
}

#[test]
fn overdispersions() {
    check("overdispersion", |row| {
        let units: Vec<(Sample, f64)> = benchmarked(&row[0], &row[1])
            .into_iter()
            .flatten()
            .collect();
        let Some(found) = overdispersion(&units) else {
            return unequal("none", &*row[2]);
        };
        let is_usable = |(sample, benchmark): &&(Sample, f64)| sample.variance_at(*benchmark) > 0.0;
        let first = units.iter().find(is_usable).unwrap();
        let z = adjusted_z(&first.0, first.1, found.tau_squared).unwrap();
        let position = format!("{:?}", adjusted_position(z));
        let expected: Vec<f64> = [2, 3, 5].iter().map(|at| number(&row[*at])).collect();
        unlike(&[found.phi, found.tau_squared, z], &expected, is_close)
            .or(unequal(found.count.to_string(), row[4].clone()))
            .or(unequal(position, row[6].clone()))
    });
}

#[test]
fn differences() {
    check("difference", |row| {
        let one = sample_of(&row[0], number(&row[1]), number(&row[2]));
        let other = sample_of(&row[0], number(&row[3]), number(&row[4]));
        let level = confidence(&row[5]);
        let found = difference(&one, &other, level).unwrap();
        let apart = are_told_apart(
            (one.estimate(), one.interval(level)),
            (other.estimate(), other.interval(level)),
        );
        unlike(&ends(found), &ends(interval(&row[6], &row[7])), is_close)
            .or(unequal(apart, yes(&row[8])))
    });
}

#[test]
fn ranks() {
    check("ranks", |row| {
        let found = competition_ranks(&numbers(&row[0]), yes(&row[1]));
        let expected: Vec<u32> = row[2]
            .split_whitespace()
            .map(|rank| rank.parse().unwrap())
            .collect();
        unequal(found, expected)
    });
}

#[test]
fn ranges_of_ranks() {
    check("rank_ranges", |row| {
        let estimate =
            |sample: Sample| (sample.estimate(), sample.interval(Confidence::NinetyFive));
        let estimates: Vec<(f64, Interval)> = samples(&row[0], &row[1])
            .into_iter()
            .flatten()
            .map(estimate)
            .collect();
        let ranges = rank_ranges(&estimates, yes(&row[2]));
        let shown: Vec<String> = ranges
            .iter()
            .map(|(low, high)| format!("{low}-{high}"))
            .collect();
        unequal(shown.join(" "), row[3].clone())
    });
}

#[test]
fn spines() {
    check("spine", |row| {
        match spine(&numbers(&row[0]), number(&row[1]), number(&row[2])) {
            None => unequal("none", &*row[3]),
            Some(found) => unlike(&found, &numbers(&row[3]), is_close),
        }
    });
}

#[test]
fn quantiles() {
    check("quantiles", |row| {
        let values = numbers(&row[0]);
        let mut sorted = values.clone();
        sorted.sort_by(f64::total_cmp);
        let five = five_numbers(&values).unwrap();
        let found = [
            quantile(&sorted, number(&row[1])).unwrap(),
            median_absolute_deviation(&values).unwrap(),
            five.minimum,
            five.lower_quartile,
            five.median,
            five.upper_quartile,
            five.maximum,
        ];
        let mut expected = vec![number(&row[2]), number(&row[4])];
        expected.extend(numbers(&row[3]));
        unlike(&found, &expected, is_close)
    });
}

#[test]
fn histograms_and_boxes() {
    check("histogram", |row| {
        let values = numbers(&row[0]);
        let found = bins(&values).unwrap();
        let rule = match found.rule {
            BinRule::FreedmanDiaconis => "fd",
            BinRule::Scott => "scott",
            BinRule::Most => "most",
        };
        let counts: Vec<f64> = found.counts.iter().map(|it| *it as f64).collect();
        let drawn = box_plot(&values).unwrap();
        let numbers_found = [
            found.rule_width,
            found.width,
            found.start,
            drawn.lower_whisker,
            drawn.upper_whisker,
            drawn.beyond.0 as f64,
            drawn.beyond.1 as f64,
        ];
        let mut expected = vec![number(&row[2]), number(&row[3]), number(&row[4])];
        expected.extend(numbers(&row[6]));
        unequal(rule, &*row[1])
            .or_else(|| unlike(&counts, &numbers(&row[5]), is_close))
            .or_else(|| unlike(&numbers_found, &expected, is_close))
    });
}

#[test]
fn groups() {
    check("groups", |row| {
        let found = quantile_groups(&numbers(&row[0]), row[1].parse().unwrap());
        let expected: Vec<usize> = row[2]
            .split_whitespace()
            .map(|group| group.parse().unwrap())
            .collect();
        unequal(found, expected)
    });
}

fn pairs(row: &[String]) -> Vec<(f64, f64)> {
    numbers(&row[0]).into_iter().zip(numbers(&row[1])).collect()
}

#[test]
fn correlations() {
    let misfit = |found: Result<Correlation, NoCorrelation>, expected: &String| match found {
        Err(refusal) => unequal(format!("{refusal:?}"), expected.clone()),
        Ok(found) => {
            let [lower, upper] = ends(found.interval);
            unlike(
                &[found.coefficient, lower, upper],
                &numbers(expected),
                is_close,
            )
        }
    };
    check("correlation", |row| {
        misfit(pearson(&pairs(row)), &row[2]).or(misfit(spearman(&pairs(row)), &row[3]))
    });
}

#[test]
fn lines() {
    check("line", |row| match least_squares(&pairs(row)) {
        Err(refusal) => unequal(format!("{refusal:?}"), row[3].clone()),
        Ok(line) => unlike(&[line.slope, line.intercept], &numbers(&row[3]), is_close)
            .or(unlike(
                &ends(line.slope_interval),
                &numbers(&row[4]),
                is_close,
            ))
            .or(unlike(
                &[line.residual_deviation, line.r_squared],
                &[number(&row[5]), number(&row[6])],
                is_close,
            ))
            .or(unlike(
                &ends(line.band(number(&row[2]))),
                &numbers(&row[7]),
                is_close,
            )),
    });
}

#[test]
fn cooks() {
    check("cook", |row| {
        let found = cooks_distances(&pairs(row)).unwrap();
        unlike(&found, &numbers(&row[2]), is_close)
    });
}

#[test]
fn theil_sens() {
    check("theil_sen", |row| match theil_sen(&pairs(row)) {
        Err(refusal) => unequal(format!("{refusal:?}"), row[2].clone()),
        Ok(line) => unlike(&[line.slope, line.intercept], &numbers(&row[2]), is_close)
            .or(unequal(line.is_complete, true)),
    });
}

#[test]
fn trends() {
    check("trend", |row| {
        let years = row[1].split_whitespace().map(|year| year.parse().unwrap());
        let points: Vec<(i32, Sample)> = years
            .zip(samples(&row[0], &row[2]).into_iter().flatten())
            .collect();
        match yearly_trend(&points) {
            Err(refusal) => unequal(format!("{refusal:?}"), row[3].clone()),
            Ok(found) => unlike(
                &[found.chi_squared, found.slope],
                &[number(&row[3]), number(&row[4])],
                is_close,
            )
            .or(unequal(format!("{:?}", found.direction), row[5].clone())),
        }
    });
}

#[test]
fn seasons() {
    check("season", |row| {
        let months = row[0]
            .split_whitespace()
            .map(|month| month.parse().unwrap());
        let points: Vec<(i32, f64)> = months.zip(numbers(&row[1])).collect();
        match season(&points) {
            Err(refusal) => unequal(format!("{refusal:?}"), row[2].clone()),
            Ok(found) => unlike(
                &[
                    found.amplitude,
                    found.highest_month.into(),
                    found.lowest_month.into(),
                    found.probability,
                ],
                &[&row[2], &row[3], &row[4], &row[5]].map(|cell| number(cell)),
                is_close,
            ),
        }
    });
}

fn baseline(cell: &str) -> Baseline {
    let (start, end) = cell.split_once('-').unwrap();
    Baseline {
        start: start.parse().unwrap(),
        end: end.parse().unwrap(),
    }
}

/// The signals of a chart in the letters of the tables.
fn letters(chart: &ControlChart) -> String {
    let side = |side: Side| if side == Side::Above { "+" } else { "-" };
    let letter = |signal: &Signal| match signal {
        Signal::OutsideLimit(at) => format!("O{}", side(*at)),
        Signal::Run(at) => format!("R{}", side(*at)),
        Signal::TwoOfThree(at) => format!("T{}", side(*at)),
        Signal::Shift(at) => format!("S{}", side(*at)),
    };
    let point = |signals: &Vec<Signal>| match signals.len() {
        0 => ".".to_string(),
        _ => signals.iter().map(letter).collect(),
    };
    chart
        .signals
        .iter()
        .map(point)
        .collect::<Vec<String>>()
        .join(" ")
}

/// What does not fit of a p′ chart: the columns of `laney` and `laney_against` from the third on.
fn chart_misfit(found: Result<ControlChart, NoChart>, row: &[String]) -> Option<String> {
    let chart = match found {
        Err(refusal) => return unequal(format!("{refusal:?}"), row[3].clone()),
        Ok(chart) => chart,
    };
    let limits = row[6].split_whitespace().find_map(|limits| {
        let (place, limits) = limits.split_once(':').unwrap();
        let place: usize = place.parse().unwrap();
        let expected: Vec<f64> = limits.split(':').map(number).collect();
        let found = [chart.centre[place], chart.lower[place], chart.upper[place]];
        unlike(&found, &expected, is_close)
    });
    let assured = assurance(&chart, number(&row[8]), yes(&row[9]));
    unlike(
        &[chart.mean, chart.sigma_z.unwrap()],
        &[number(&row[3]), number(&row[4])],
        is_close,
    )
    .or(limits)
    .or(unequal(chart.is_trial, yes(&row[5])))
    .or(unequal(letters(&chart), row[7].clone()))
    .or(unequal(format!("{assured:?}"), row[10].clone()))
}

#[test]
fn laney() {
    check("laney", |row| {
        chart_misfit(
            laney_chart(&samples(&row[0], &row[1]), baseline(&row[2])),
            row,
        )
    });
}

#[test]
fn laney_against() {
    check("laney_against", |row| {
        let points = benchmarked(&row[0], &row[1]);
        chart_misfit(laney_chart_against(&points, baseline(&row[2])), row)
    });
}

#[test]
fn xmr() {
    check("xmr", |row| {
        let chart = match xmr_chart(&values(&row[0]), baseline(&row[1])) {
            Err(refusal) => return unequal(format!("{refusal:?}"), row[2].clone()),
            Ok(chart) => chart,
        };
        let expected: Vec<f64> = row[2..5].iter().map(|cell| number(cell)).collect();
        let assured = assurance(&chart, number(&row[8]), yes(&row[9]));
        unlike(
            &[chart.centre[0], chart.lower[0], chart.upper[0]],
            &expected,
            is_close,
        )
        .or(unequal(chart.screened.to_string(), row[5].clone()))
        .or(unequal(chart.is_trial, yes(&row[6])))
        .or(unequal(letters(&chart), row[7].clone()))
        .or(unequal(format!("{assured:?}"), row[10].clone()))
    });
}
