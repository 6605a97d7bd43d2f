//! The findings of one indicator: each area against its benchmark, and against its own past.

use super::{ExpectedOf, Finding, FindingsQuestion, LEAST_DENOMINATOR, Sign};
use crate::answer::compare::{
    Against, Benchmark, BenchmarkChoice, CompareQuestion, CompareRow, Judged, PeriodChoice,
    held_rows, sample,
};
use crate::answer::trend::{
    ChangeOnYear, MONTHS_OF_TWO_SEASONS, against, change_on_year, chart, is_ripe, strong_signal,
    years,
};
use crate::model::{AreaId, Indicator, IndicatorId, LevelId, Period, PeriodKind};
use crate::package::Package;
use crate::query::{
    SeriesPoint, latest_period_until, panel, read_periods_of, readings, select, total,
};
use crate::stats::{
    Confidence, ControlChart, Direction, Position, Sample, Side, Signal, YearlyTrend, exact_tail,
    standard_baseline, yearly_trend,
};

/// Years that a trend is taken from.
const YEARS_OF_TREND: usize = 5;

/// What was found of one indicator.
#[derive(Default)]
pub(super) struct Found {
    pub(super) findings: Vec<Finding>,
    pub(super) compared_count: usize,
    /// Of the values compared those beyond 99.8 %, as a comparison counts them.
    pub(super) beyond_count: usize,
}

pub(super) fn of_indicator(
    package: &Package,
    question: &FindingsQuestion,
    id: IndicatorId,
) -> Found {
    match newest_period(package, question, id) {
        Some(period) => at_period(package, question.level, id, period, None),
        None => Found::default(),
    }
}

/// The findings of one indicator at a period: of all areas of a level, or of one of them alone, which
/// is held against the whole and the spread among all just the same.
pub(super) fn at_period(
    package: &Package,
    level: LevelId,
    id: IndicatorId,
    period: Period,
    only: Option<AreaId>,
) -> Found {
    let question = CompareQuestion {
        indicator: id,
        level,
        within: None,
        period: PeriodChoice::At(period),
        benchmark: BenchmarkChoice::Top,
    };
    let mut held = held_rows(package, &question);
    let listed: Vec<AreaId> = held.rows.iter().map(|row| row.area).collect();
    held.rows
        .retain(|row| only.is_none_or(|area| row.area == area));
    let benchmark = held.benchmark.as_ref().ok();
    let indicator = package.indicators.get(id);
    if !held.rows.iter().any(|row| row.judged.is_some()) {
        return Found::default();
    }
    // One area alone is read by itself, but over the same periods: those of which any area has a row.
    let panel = only.is_none().then(|| {
        let areas = held.rows.iter().map(|row| row.area).collect();
        panel(package, id, areas, period.kind())
    });
    let mut periods = match &panel {
        Some(panel) => panel.periods.clone(),
        None => read_periods_of(package, id, level),
    };
    periods.retain(|it| it.kind() == period.kind() && *it <= period);
    let tops: Vec<Option<Sample>> = periods
        .iter()
        .map(|period| {
            let Some(top) = benchmark?.area else {
                return listed_together(package, indicator, id, &listed, *period);
            };
            let total = total(package, id, top, *period);
            let whole = Some(total).filter(|total| !total.is_partial())?;
            sample(indicator, &whole.reading)
        })
        .collect();
    let series_of = |at: usize, area: AreaId| {
        let point = |(place, period): (usize, &Period)| SeriesPoint {
            period: *period,
            reading: match &panel {
                Some(panel) => panel.series(at)[place],
                None => select(package, id, area, *period),
            },
        };
        periods.iter().enumerate().map(point).collect::<Vec<_>>()
    };
    let mut found = Found::default();
    for (at, row) in held.rows.iter().enumerate() {
        let against = row.judged.and_then(|judged| judged.against);
        found.beyond_count += usize::from(against.is_some_and(|it| far_side(&it).is_some()));
        let Some(judged) = row.judged.filter(|_| row.is_rankable()) else {
            continue;
        };
        found.compared_count += usize::from(judged.against.is_some());
        let series = series_of(at, row.area);
        let of_row = finding(
            indicator,
            (id, period),
            (row, &judged),
            benchmark,
            &series,
            &tops,
        );
        found.findings.extend(of_row);
    }
    found
}

/// The areas compared, together, in a period.
fn listed_together(
    package: &Package,
    indicator: &Indicator,
    id: IndicatorId,
    areas: &[AreaId],
    period: Period,
) -> Option<Sample> {
    let readings = readings(package, id, areas, period);
    let samples = readings.iter().filter_map(|it| sample(indicator, it));
    Sample::pooled(&samples.collect::<Vec<Sample>>())
}

/// What there is to find of one area, whose series ends at the period.
fn finding(
    indicator: &Indicator,
    (id, period): (IndicatorId, Period),
    (row, judged): (&CompareRow, &Judged),
    benchmark: Option<&Benchmark>,
    series: &[SeriesPoint],
    tops: &[Option<Sample>],
) -> Option<Finding> {
    if judged.sample.size() < LEAST_DENOMINATOR {
        return None;
    }
    let past = Past::of(indicator, series, tops);
    let about = about(indicator, judged, &past)?;
    let (since, persistence) = about.lasting(indicator, series, tops, &past);
    Some(Finding {
        indicator: id,
        area: row.area,
        period,
        reading: row.reading,
        interval_95: judged.interval_95,
        expected: about.expected,
        benchmark: benchmark
            .filter(|_| about.is_apart)
            .map_or(ExpectedOf::OwnMean, ExpectedOf::benchmark),
        is_rest: about.is_rest,
        excess: about.excess,
        since: since.unwrap_or(period),
        persistence,
        signs: about.signs,
    })
}

fn newest_period(
    package: &Package,
    question: &FindingsQuestion,
    id: IndicatorId,
) -> Option<Period> {
    latest_period_until(package, id, Some(question.level), question.until)
}

/// An area's own past: its control chart, held against the benchmark of the same month where it
/// reaches over two seasons.
struct Past {
    chart: Option<ControlChart>,
    season_excluded: bool,
    /// The change on a year, where it is beyond chance.
    on_year: Option<ChangeOnYear>,
    years: Vec<(i32, Sample)>,
}

impl Past {
    fn of(indicator: &Indicator, series: &[SeriesPoint], tops: &[Option<Sample>]) -> Past {
        let on_year = change_on_year(indicator, series).ok();
        let on_year = on_year.filter(|change| change.is_beyond_chance());
        // Without it a chart has nothing to say: few areas of many get so far.
        let chart = match on_year.is_some() {
            true => past_chart(indicator, series, tops),
            false => None,
        };
        Past {
            season_excluded: chart.as_ref().is_some_and(|(_, excluded)| *excluded),
            chart: chart.map(|(chart, _)| chart),
            on_year,
            years: years(indicator, series),
        }
    }

    /// What its newest points signal, where the year before bears it out: the side, and the signals
    /// of the newest such point. Trial limits signal nothing.
    fn change(&self) -> Option<(Side, Vec<Signal>)> {
        let signalled = strong_signal(self.chart.as_ref()?, Ok(self.on_year.as_ref()?))?;
        let confirmed = signalled.is_confirmed.then_some(signalled)?;
        Some((confirmed.side, confirmed.signals))
    }

    /// The trend of the last five years, where there is one: its side, and what all five have in
    /// common.
    fn trend(&self) -> Option<(Side, YearlyTrend, Sample)> {
        let trend = yearly_trend(&self.years).ok()?;
        let side = match trend.direction {
            Direction::Rising => Side::Above,
            Direction::Falling => Side::Below,
            Direction::None => return None,
        };
        let last = self.years.len().saturating_sub(YEARS_OF_TREND);
        let pooled: Vec<Sample> = self.years[last..].iter().map(|(_, it)| *it).collect();
        Some((side, trend, Sample::pooled(&pooled)?))
    }
}

/// The control chart of a series; true where it is held against the benchmark of the same month.
fn past_chart(
    indicator: &Indicator,
    series: &[SeriesPoint],
    tops: &[Option<Sample>],
) -> Option<(ControlChart, bool)> {
    let baseline = standard_baseline(series.len());
    let ripe = series.iter().filter(|it| is_ripe(&it.reading)).count();
    let is_month = |point: &SeriesPoint| point.period.kind() == PeriodKind::Month;
    if ripe >= MONTHS_OF_TWO_SEASONS
        && series.last().is_some_and(is_month)
        && let Some(chart) = against(indicator, series, tops, baseline)
    {
        return Some((chart, true));
    }
    let chart = chart(indicator, series, baseline).ok()?;
    Some((chart, false))
}

/// What there is to say of an area.
struct About {
    side: Side,
    expected: f64,
    excess: f64,
    is_apart: bool,
    is_rest: bool,
    signs: Vec<Sign>,
}

fn about(indicator: &Indicator, judged: &Judged, past: &Past) -> Option<About> {
    let apart = judged.against.and_then(|against| {
        let side = far_side(&against)?;
        let tail = exact_tail(&judged.sample, against.benchmark / indicator.multiplier);
        (tail <= Confidence::NinetyNinePointEight.tail()).then_some((side, against))
    });
    let change = past.change();
    let mut signs = Vec::new();
    if apart.is_some() {
        signs.push(Sign::Apart);
    }
    if let Some((_, signals)) = &change {
        signs.push(Sign::Changed {
            signals: signals.clone(),
            season_excluded: past.season_excluded,
        });
    }
    let trend = past.trend();
    if let Some((side, trend, _)) = &trend {
        signs.push(Sign::Years {
            is_rising: *side == Side::Above,
            chi_squared: trend.chi_squared,
        });
    }
    match (apart, change, trend) {
        (Some((side, against)), _, _) => Some(About {
            side,
            expected: against.benchmark,
            excess: against.excess,
            is_apart: true,
            is_rest: against.is_rest,
            signs,
        }),
        (None, Some((side, _)), _) => {
            let chart = past.chart.as_ref()?;
            let expected = chart.centre.iter().rev().find(|it| it.is_finite())?;
            let own = judged.sample;
            Some(About {
                side,
                expected: *expected,
                excess: own.events() - own.size() * expected / indicator.multiplier,
                is_apart: false,
                is_rest: false,
                signs,
            })
        }
        (None, None, Some((side, _, pooled))) => {
            let (own, expected) = (judged.sample, pooled.estimate());
            Some(About {
                side,
                expected: expected * indicator.multiplier,
                excess: own.events() - own.size() * expected,
                is_apart: false,
                is_rest: false,
                signs,
            })
        }
        (None, None, None) => None,
    }
}

/// The side of an area that is apart at 99.8 %, after allowing for the spread among all.
fn far_side(against: &Against) -> Option<Side> {
    match against.adjusted {
        Position::Above998 => Some(Side::Above),
        Position::Below998 => Some(Side::Below),
        Position::Within | Position::Above95 | Position::Below95 => None,
    }
}

impl About {
    /// Since when it has been so without a break, and for how many periods: beyond 95 % of the
    /// benchmark, or of a change on this side of the centre.
    fn lasting(
        &self,
        indicator: &Indicator,
        series: &[SeriesPoint],
        tops: &[Option<Sample>],
        past: &Past,
    ) -> (Option<Period>, usize) {
        if !self.is_apart && past.change().is_none() {
            let last = past.years.len().saturating_sub(YEARS_OF_TREND);
            let year = past.years.get(last).map_or(0, |(year, _)| *year);
            let is_before = |point: &SeriesPoint| i32::from(point.period.end_year()) < year;
            let first = series.partition_point(is_before);
            return (series.get(first).map(|it| it.period), series.len() - first);
        }
        // None where a period cannot be compared.
        let is_so = |at: usize| -> Option<bool> {
            let reading = Some(&series[at].reading).filter(|reading| is_ripe(reading))?;
            if self.is_apart {
                let top = tops.get(at).copied().flatten()?;
                let position = sample(indicator, reading)?.position(top.estimate());
                return Some(side_of(position) == Some(self.side));
            }
            let chart = past.chart.as_ref()?;
            let (value, centre) = ((*chart.points.get(at)?)?, *chart.centre.get(at)?);
            Some((value > centre) == (self.side == Side::Above))
        };
        // A gap neither ends such a run nor counts for it.
        let (mut since, mut count) = (None, 0);
        for at in (0..series.len()).rev() {
            match is_so(at) {
                Some(true) => {
                    since = Some(series[at].period);
                    count += 1;
                }
                Some(false) => break,
                None => {}
            }
        }
        (since, count)
    }
}

fn side_of(position: Position) -> Option<Side> {
    match position {
        Position::Within => None,
        Position::Above95 | Position::Above998 => Some(Side::Above),
        Position::Below95 | Position::Below998 => Some(Side::Below),
    }
}
