//! What the newest point of a control chart says: on which side of the centre it lies, since when
//! without a break, by which rules it is no chance.

use super::{ChangeOnYear, NoChange, Trend};
use crate::stats::{ControlChart, Side, Signal};

/// Only signals of so many newest points are news.
const NEWEST_POINTS: usize = 3;

/// Where a series stands by its chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// The place of the newest point that the chart judges.
    pub at: usize,
    /// Its signals.
    pub signals: Vec<Signal>,
    /// The side of the centre that it is on; none on the centre itself.
    pub side: Option<Side>,
    /// The first place of the unbroken stretch on that side; a gap neither ends it nor counts.
    pub since: usize,
    /// Number of points of the stretch.
    pub count: usize,
}

/// The newest strong signal of a chart: one of its newest three points is outside the limits or breaks
/// two rules at once, and the limits are no trial limits.
#[derive(Clone, Debug, PartialEq)]
pub struct Signalled {
    /// The place of the point.
    pub at: usize,
    /// The side that it signals.
    pub side: Side,
    /// Its signals of that side.
    pub signals: Vec<Signal>,
    /// True where the year before bears it out, so that it is a change: one month outside the limits
    /// may be chance.
    pub is_confirmed: bool,
}

/// The chart by which a change is stated: that against the benchmark of the same month where there is
/// one, since it takes the season out.
pub fn deciding_chart(trend: &Trend) -> Option<&ControlChart> {
    trend.against.as_ref().or(trend.chart.as_ref().ok())
}

/// Where the series stands by a chart; none where the chart has no point.
pub fn standing(chart: &ControlChart) -> Option<Standing> {
    let at = chart.points.iter().rposition(Option::is_some)?;
    let side_of = |place: usize| -> Option<Option<Side>> {
        let value = (*chart.points.get(place)?)?;
        let centre = *chart.centre.get(place)?;
        Some(match value.partial_cmp(&centre)? {
            std::cmp::Ordering::Greater => Some(Side::Above),
            std::cmp::Ordering::Less => Some(Side::Below),
            std::cmp::Ordering::Equal => None,
        })
    };
    let side = side_of(at)?;
    let (mut since, mut count) = (at, 0);
    for place in (0..=at).rev() {
        match side_of(place) {
            Some(found) if found == side => {
                since = place;
                count += 1;
            }
            Some(_) => break,
            None => {}
        }
    }
    Some(Standing {
        at,
        signals: super::signals(Some(chart), at).to_vec(),
        side,
        since,
        count,
    })
}

/// The places of the newest points that a chart judges, the newest first.
fn newest_places(chart: &ControlChart) -> impl Iterator<Item = usize> {
    let places = (0..chart.points.len()).rev();
    places
        .filter(|at| chart.points[*at].is_some())
        .take(NEWEST_POINTS)
}

/// How many of the newest three points have any signal.
pub fn newest_signal_count(chart: &ControlChart) -> usize {
    let has_signal = |at: &usize| !super::signals(Some(chart), *at).is_empty();
    newest_places(chart).filter(has_signal).count()
}

/// The newest strong signal of a trend, by the chart that decides.
pub fn signalled(trend: &Trend) -> Option<Signalled> {
    strong_signal(deciding_chart(trend)?, trend.change_on_year.as_ref())
}

/// The newest strong signal of a chart. It is confirmed where the change on a year is beyond chance and
/// to the same side; of a series that allows no such test, where the newest point itself signals.
pub(in crate::answer) fn strong_signal(
    chart: &ControlChart,
    on_year: Result<&ChangeOnYear, &NoChange>,
) -> Option<Signalled> {
    if chart.is_trial {
        return None;
    }
    let found = |at: usize| Some((at, strong_signals(super::signals(Some(chart), at))?));
    let (at, (side, signals)) = newest_places(chart).find_map(found)?;
    let is_confirmed = match on_year {
        Ok(change) => change.is_beyond_chance() && (change.change > 0.0) == (side == Side::Above),
        Err(_) => newest_places(chart).next() == Some(at),
    };
    Some(Signalled {
        at,
        side,
        signals,
        is_confirmed,
    })
}

/// The signals of a point, where it is outside the limits or in two rules at once.
fn strong_signals(signals: &[Signal]) -> Option<(Side, Vec<Signal>)> {
    [Side::Above, Side::Below].into_iter().find_map(|side| {
        let of_side = signals.iter().copied();
        let of_side: Vec<Signal> = of_side.filter(|it| it.side() == side).collect();
        let is_outside = of_side.contains(&Signal::OutsideLimit(side));
        (is_outside || of_side.len() >= 2).then_some((side, of_side))
    })
}
