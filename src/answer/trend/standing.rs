//! What the newest point of a control chart says: on which side of the centre it lies, since when
//! without a break, by which rules it is no chance.

use super::Trend;
use crate::stats::{ControlChart, Side, Signal};

/// The newest points of which one is enough to state a change.
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
    /// The side of a change that can be stated: one of the newest three points is outside the limits
    /// or breaks two rules at once, and the limits are no trial limits.
    pub changed: Option<Side>,
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
    let newest = (0..=at)
        .rev()
        .filter(|place| chart.points[*place].is_some());
    let signals = |place: usize| super::signals(Some(chart), place);
    let changed = newest
        .take(NEWEST_POINTS)
        .find_map(|place| strong_side(signals(place)))
        .filter(|_| !chart.is_trial);
    Some(Standing {
        at,
        signals: signals(at).to_vec(),
        side,
        since,
        count,
        changed,
    })
}

/// The side on which a point is outside the limits or breaks two rules at once.
pub(in crate::answer) fn strong_side(signals: &[Signal]) -> Option<Side> {
    [Side::Above, Side::Below].into_iter().find(|side| {
        let mut of_side = signals.iter().filter(|signal| signal.side() == *side);
        signals.contains(&Signal::OutsideLimit(*side)) || of_side.nth(1).is_some()
    })
}
