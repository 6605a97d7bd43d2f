//! One indicator at one area over time: a control chart with its signals, the change on a year, the
//! trend of the years, and what a target can expect.

mod changes;
mod moves;
mod multiples;
mod series;
mod standing;
mod together;

pub use changes::{ChangeOnYear, NoChange, change_on_year, years};
pub(super) use moves::change_at;
pub use moves::{Move, moves};
pub use multiples::{Movement, Multiples, MultiplesQuestion, MultiplesRow, multiples};
pub use series::Boundary;
pub(super) use series::without_gaps;
pub(super) use standing::strong_signal;
pub use standing::{Signalled, Standing, deciding_chart, newest_signal_count, signalled, standing};
pub use together::{Together, TogetherQuestion, TogetherSeries, together};

use super::amounts::is_sum_of_parts;
use super::compare::sample;
use crate::model::{AreaId, Indicator, IndicatorId, Kind, Nature, Period, PeriodKind, Polarity};
use crate::package::Package;
use crate::query::{Reading, SeriesPoint, total};
use crate::stats::{
    Assurance, Baseline, ControlChart, NoChart, NoTrend, Sample, Season, Signal, YearlyTrend,
    assurance, laney_chart, laney_chart_against, season, standard_baseline, xmr_chart,
    yearly_trend,
};

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TrendQuestion {
    /// The indicator.
    pub indicator: IndicatorId,
    /// The area.
    pub area: AreaId,
    /// The last period that counts; all where none.
    pub until: Option<Period>,
    /// The first and the last period of the baseline; the standard one where none.
    pub baseline: Option<(Period, Period)>,
    /// What the values should reach, in the unit of the indicator.
    pub target: Option<f64>,
}

/// Why there is no control chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoControlChart {
    /// Chance has no part in what there is.
    Inventory,
    /// Running totals carry each value on into the next.
    Cumulative,
    /// The package says that nothing of it is to be judged.
    PackageForbids,
    /// The numbers do not allow one.
    Numbers(NoChart),
}

/// The answer. Values, limits and centres are in the unit of the indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    /// What was asked.
    pub question: TrendQuestion,
    /// Every period of one kind from the first to the last.
    pub points: Vec<SeriesPoint>,
    /// What a split or a merger did to the series.
    pub boundary: Option<Boundary>,
    /// The control chart, in step with the points, or why there is none.
    pub chart: Result<ControlChart, NoControlChart>,
    /// The series against the benchmark of the same month, from 24 months on: what all areas have in
    /// common, the season above all, is taken out of it.
    pub against: Option<ControlChart>,
    /// The area whose value the benchmark is.
    pub benchmark: Option<AreaId>,
    /// The benchmark's own series, in step with the points; none where there is no area above, and of
    /// counts, whose size hangs on the place.
    pub benchmark_series: Option<(AreaId, Vec<Option<f64>>)>,
    /// True of a monthly series that cannot tell a season from a change: too short, or of the whole
    /// itself, which there is nothing to hold against.
    pub season_not_excluded: bool,
    /// The wave that comes back every year, where a monthly series shows one.
    pub season: Option<Season>,
    /// What can be expected against the target.
    pub assurance: Option<Assurance>,
    /// The last three ripe months against the same three of the year before.
    pub change_on_year: Result<ChangeOnYear, NoChange>,
    /// The trend of the last five years.
    pub yearly: Result<YearlyTrend, NoTrend>,
}

impl Trend {
    /// True where limits can be asked for at all: chance has a part in the values, and they may be
    /// judged.
    pub fn may_have_limits(&self) -> bool {
        matches!(self.chart, Ok(_) | Err(NoControlChart::Numbers(_)))
    }

    /// The first and the last period of the baseline that the limits rest on; none without limits.
    pub fn baseline_periods(&self) -> Option<(Period, Period)> {
        let baseline = self.chart.as_ref().ok()?.baseline;
        let based = self.points.get(baseline.start..baseline.end)?;
        Some((based.first()?.period, based.last()?.period))
    }
}

/// Months of a series from which on it is given against the benchmark of the same month.
pub(super) const MONTHS_OF_TWO_SEASONS: usize = 24;

/// Answers.
pub fn trend(package: &Package, question: TrendQuestion) -> Trend {
    let (mut points, boundary) = series::whole_series(package, question.indicator, question.area);
    if let Some(until) = question.until {
        points.retain(|point| point.period.end_index() <= until.end_index());
    }
    let indicator = package.indicators.get(question.indicator);
    let baseline = baseline(&question, &points);
    let is_monthly = points
        .first()
        .is_some_and(|point| point.period.kind() == PeriodKind::Month);
    let refusal = refusal(package, indicator);
    let chart = match refusal {
        Some(refusal) => Err(refusal),
        None => chart(indicator, &points, baseline).map_err(NoControlChart::Numbers),
    };
    let ripe = points
        .iter()
        .filter(|point| is_ripe(&point.reading))
        .count();
    let is_long = is_monthly && ripe >= MONTHS_OF_TWO_SEASONS;
    let benchmark = benchmark_area(package, question.area);
    let wholes = benchmark.map(|top| {
        let periods: Vec<Period> = points.iter().map(|point| point.period).collect();
        whole_readings(package, question.indicator, top, &periods)
    });
    let against = match (is_long && refusal.is_none(), &wholes) {
        (true, Some(wholes)) => {
            let tops = wholes
                .iter()
                .map(|whole| sample(indicator, whole.as_ref()?));
            let tops: Vec<Option<Sample>> = tops.collect();
            against(indicator, &points, &tops, baseline)
        }
        _ => None,
    };
    let higher_is_better = indicator.polarity != Polarity::Lower;
    let target = question.target;
    Trend {
        assurance: (chart.as_ref().ok())
            .zip(target)
            .map(|(chart, target)| assurance(chart, target, higher_is_better)),
        change_on_year: change_on_year(indicator, &points),
        yearly: yearly_trend(&years(indicator, &points)),
        season_not_excluded: is_monthly && against.is_none() && chart.is_ok(),
        season: (chart.as_ref().ok().filter(|_| is_monthly)).and_then(|it| own_season(&points, it)),
        benchmark: against.as_ref().and(benchmark),
        benchmark_series: benchmark.zip(wholes).and_then(|(top, wholes)| {
            let periods = points.iter().map(|point| point.period);
            let values = values_beside_parts(package, question.indicator, top, periods, &wholes);
            Some((top, values?))
        }),
        question,
        points,
        boundary,
        chart,
        against,
    }
}

/// True where a value is final and exact.
pub(super) fn is_ripe(reading: &Reading) -> bool {
    reading.value.exact().is_some() && !reading.is_provisional()
}

fn refusal(package: &Package, indicator: &Indicator) -> Option<NoControlChart> {
    match (indicator.nature, indicator.kind) {
        _ if !package.descriptor.judged => Some(NoControlChart::PackageForbids),
        (Nature::Inventory, _) => Some(NoControlChart::Inventory),
        (_, Kind::Cumulative) => Some(NoControlChart::Cumulative),
        _ => None,
    }
}

/// The top area, for an area that lies in it.
fn benchmark_area(package: &Package, area: AreaId) -> Option<AreaId> {
    let top = *package.areas.path(area).first()?;
    (top != area && package.areas.roots() == [top]).then_some(top)
}

/// What a benchmark area reads at these periods; none where the sum of its parts is partial.
fn whole_readings(
    package: &Package,
    indicator: IndicatorId,
    top: AreaId,
    periods: &[Period],
) -> Vec<Option<Reading>> {
    let whole = |period: &Period| {
        let total = total(package, indicator, top, *period);
        Some(total.reading).filter(|_| !total.is_partial())
    };
    periods.iter().map(whole).collect()
}

/// The final values of a benchmark area at these periods, to stand beside its parts; none of counts, running totals
/// and other sums, with which no part of it can be compared.
fn values_beside_parts(
    package: &Package,
    indicator: IndicatorId,
    top: AreaId,
    periods: impl DoubleEndedIterator<Item = Period> + ExactSizeIterator,
    wholes: &[Option<Reading>],
) -> Option<Vec<Option<f64>>> {
    let kind = package.indicators.get(indicator).kind;
    if matches!(kind, Kind::Count | Kind::Cumulative) {
        return None;
    }
    let ripe = |whole: &Option<Reading>| whole.filter(is_ripe)?.value.exact();
    let values: Vec<Option<f64>> = wholes.iter().map(ripe).collect();
    let mut known = periods.zip(&values).rev();
    let last = known.find_map(|(period, value)| Some((period, (*value)?)));
    let is_sum = |(period, value)| is_sum_of_parts(package, indicator, top, period, value);
    if last.is_some_and(is_sum) {
        return None;
    }
    values.iter().any(Option::is_some).then_some(values)
}

/// The same at these periods.
fn benchmark_values(
    package: &Package,
    indicator: IndicatorId,
    top: AreaId,
    periods: &[Period],
) -> Option<Vec<Option<f64>>> {
    let wholes = whole_readings(package, indicator, top, periods);
    values_beside_parts(package, indicator, top, periods.iter().copied(), &wholes)
}

/// The places of the baseline among the points.
fn baseline(question: &TrendQuestion, points: &[SeriesPoint]) -> Baseline {
    // Years set no limits among months.
    let kind = points.first().map(|point| point.period.kind());
    let is_fit =
        |(from, to): &(Period, Period)| Some(from.kind()) == kind && Some(to.kind()) == kind;
    let Some((from, to)) = question.baseline.filter(is_fit) else {
        // Limits that rest on all there is rest on what is final.
        let ripe = points.iter().rposition(|point| is_ripe(&point.reading));
        return standard_baseline(ripe.map_or(0, |at| at + 1));
    };
    let is_before = |point: &SeriesPoint| point.period < from;
    let is_inside = |point: &SeriesPoint| point.period <= to;
    Baseline {
        start: points.partition_point(is_before),
        end: points.partition_point(is_inside),
    }
}

/// The control chart of a series: of counts where the indicator has them, of values otherwise.
pub(super) fn chart(
    indicator: &Indicator,
    points: &[SeriesPoint],
    baseline: Baseline,
) -> Result<ControlChart, NoChart> {
    let ripe = || {
        points
            .iter()
            .map(|point| Some(&point.reading).filter(|it| is_ripe(it)))
    };
    let samples: Vec<Option<Sample>> = ripe().map(|reading| sample(indicator, reading?)).collect();
    if samples.iter().any(Option::is_some) {
        let chart = laney_chart(&samples, baseline)?;
        return Ok(in_unit(chart, indicator.multiplier));
    }
    let values: Vec<Option<f64>> = ripe().map(|reading| reading?.value.exact()).collect();
    let (lowest, highest) = possible(indicator);
    Ok(xmr_chart(&values, baseline)?.bounded(lowest, highest))
}

/// What a value can be at least and at most: nothing is counted below zero, and no share is larger than the
/// whole. Of means nothing is known.
pub fn possible(indicator: &Indicator) -> (f64, f64) {
    match indicator.kind {
        Kind::Proportion => (0.0, indicator.multiplier),
        Kind::Count | Kind::Cumulative | Kind::Rate | Kind::Ratio => (0.0, f64::INFINITY),
        Kind::Mean => (f64::NEG_INFINITY, f64::INFINITY),
    }
}

/// The season of the final values of a monthly series.
fn own_season(points: &[SeriesPoint], chart: &ControlChart) -> Option<Season> {
    let months = points.iter().zip(&chart.points);
    let months =
        months.filter_map(|(point, value)| Some((point.period.end_index().into(), (*value)?)));
    season(&months.collect::<Vec<(i32, f64)>>()).ok()
}

/// The series against the benchmark of the same period, in step with it.
pub(super) fn against(
    indicator: &Indicator,
    points: &[SeriesPoint],
    benchmarks: &[Option<Sample>],
    baseline: Baseline,
) -> Option<ControlChart> {
    let pairs = points.iter().zip(benchmarks);
    let pairs: Vec<Option<(Sample, f64)>> = pairs
        .map(|(point, benchmark)| {
            let reading = Some(&point.reading).filter(|reading| is_ripe(reading))?;
            let own = sample(indicator, reading)?;
            Some((own, (*benchmark)?.estimate()))
        })
        .collect();
    let chart = laney_chart_against(&pairs, baseline).ok()?;
    Some(in_unit(chart, indicator.multiplier))
}

/// A chart of estimates in the unit of the indicator.
fn in_unit(mut chart: ControlChart, multiplier: f64) -> ControlChart {
    for numbers in [&mut chart.centre, &mut chart.lower, &mut chart.upper] {
        numbers.iter_mut().for_each(|number| *number *= multiplier);
    }
    chart
        .points
        .iter_mut()
        .flatten()
        .for_each(|number| *number *= multiplier);
    chart.mean *= multiplier;
    chart
}

/// The signals of a point; empty where there is no chart.
pub fn signals(chart: Option<&ControlChart>, at: usize) -> &[Signal] {
    chart
        .and_then(|chart| chart.signals.get(at))
        .map_or(&[], |signals| signals)
}
