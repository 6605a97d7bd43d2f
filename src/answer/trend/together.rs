//! One indicator at several areas over the same periods, beside the benchmark's own series.

use super::series::{Boundary, whole_series};
use super::{benchmark_area, benchmark_values};
use crate::model::{AreaId, IndicatorId, Period, PeriodKind, sorted_unique};
use crate::package::Package;
use crate::query::{Reading, SeriesPoint};

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct TogetherQuestion {
    /// The indicator.
    pub indicator: IndicatorId,
    /// The areas, in order.
    pub areas: Vec<AreaId>,
    /// The last period that counts; all where none.
    pub until: Option<Period>,
}

/// The series of one area.
#[derive(Clone, Debug, PartialEq)]
pub struct TogetherSeries {
    /// The area.
    pub area: AreaId,
    /// Its readings, in step with the periods of the answer.
    pub readings: Vec<Reading>,
    /// What a split or a merger did to it.
    pub boundary: Option<Boundary>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Together {
    /// What was asked.
    pub question: TogetherQuestion,
    /// The periods of all series, of one kind, the earliest first.
    pub periods: Vec<Period>,
    /// The series, in the order of the areas asked for; empty ones among them.
    pub series: Vec<TogetherSeries>,
    /// The area above all of them and its values, in step with the periods; none where it is one of
    /// them, and of counts, whose size hangs on the place.
    pub benchmark: Option<(AreaId, Vec<Option<f64>>)>,
}

/// Answers.
pub fn together(package: &Package, question: TogetherQuestion) -> Together {
    let whole = |area: &AreaId| {
        let (mut points, boundary) = whole_series(package, question.indicator, *area);
        if let Some(until) = question.until {
            points.retain(|point| point.period.end_index() <= until.end_index());
        }
        (*area, points, boundary)
    };
    let mut found: Vec<(AreaId, Vec<SeriesPoint>, Option<Boundary>)> =
        question.areas.iter().map(whole).collect();
    // Periods of two kinds have no common axis: that of the first series with any counts.
    let kind: Option<PeriodKind> = found
        .iter()
        .find_map(|(_, points, _)| points.first().map(|point| point.period.kind()));
    for (_, points, _) in &mut found {
        points.retain(|point| Some(point.period.kind()) == kind);
    }
    let all = found.iter().flat_map(|(_, points, _)| points);
    let periods = sorted_unique(all.map(|point| point.period));
    let series = found.into_iter().map(|(area, points, boundary)| {
        let mut points = points.into_iter().peekable();
        let reading = |period: &Period| {
            let found = points.next_if(|point| point.period == *period);
            found.map_or(Reading::NO_ROW, |point| point.reading)
        };
        TogetherSeries {
            area,
            readings: periods.iter().map(reading).collect(),
            boundary,
        }
    });
    let series: Vec<TogetherSeries> = series.collect();
    let above = question.areas.first().copied();
    let above = above.and_then(|area| benchmark_area(package, area));
    let above = above.filter(|top| !question.areas.contains(top));
    let benchmark = above.and_then(|top| {
        let values = benchmark_values(package, question.indicator, top, &periods)?;
        Some((top, values))
    });
    Together {
        periods,
        series,
        benchmark,
        question,
    }
}
