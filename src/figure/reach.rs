//! How far an axis goes where a few intervals run out so far that they would squeeze everything else: it
//! follows the values and most of the intervals. It must not know how what runs out is marked.

use super::{Axis, Benchmark, Mark};
use crate::model::sort_by;

/// Of so many intervals one may run out at each end.
const ONE_OF: usize = 20;
/// Of fewer than these none does.
const FEWEST: usize = 10;

/// Sets how far the axis goes for intervals: no further than the values, what they are compared with and
/// all but the widest twentieth of the intervals ask for, where these few would make it more than twice as
/// long. True where some are cut. No value ever is.
pub(super) fn hold_back(
    axis: &mut Axis,
    marks: &[Mark],
    benchmark: Option<&Benchmark>,
    holds_zero: bool,
) -> bool {
    axis.reach = reach(marks, benchmark, holds_zero);
    axis.reach.is_some()
}

fn reach(marks: &[Mark], benchmark: Option<&Benchmark>, holds_zero: bool) -> Option<(f64, f64)> {
    let values = marks.iter().map(|mark| mark.value);
    let values = values.chain(benchmark.map(|line| line.value));
    let values = values.chain(holds_zero.then_some(0.0));
    let (least, most) = values.filter(|value| value.is_finite()).fold(
        (f64::INFINITY, f64::NEG_INFINITY),
        |(least, most), value| (least.min(value), most.max(value)),
    );
    let intervals = marks.iter().filter_map(|mark| mark.interval);
    let (mut lows, mut highs): (Vec<f64>, Vec<f64>) = intervals
        .filter(|(low, high)| low.is_finite() && high.is_finite())
        .unzip();
    if lows.len() < FEWEST {
        return None;
    }
    let spare = (lows.len() / ONE_OF).max(1);
    sort_by(&mut lows, f64::total_cmp);
    sort_by(&mut highs, f64::total_cmp);
    let (lowest, highest) = (*lows.first()?, *highs.last()?);
    let low = least.min(*lows.get(spare)?);
    let high = most.max(*highs.get(highs.len().checked_sub(1 + spare)?)?);
    let length = high - low;
    let (is_far_below, is_far_above) = (low - lowest > length, highest - high > length);
    let end = |is_far: bool, near: f64, far: f64| if is_far { near } else { far };
    (length > 0.0 && (is_far_below || is_far_above)).then(|| {
        (
            end(is_far_below, low, lowest.min(low)),
            end(is_far_above, high, highest.max(high)),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(value: f64, half: f64) -> Mark {
        let mut mark = Mark::plain(0, "", value, "");
        mark.interval = Some((value - half, value + half));
        mark
    }

    fn check(marks: &[Mark], holds_zero: bool, expected: Option<(f64, f64)>) {
        let mut axis = Axis::default();
        let is_cut = hold_back(&mut axis, marks, None, holds_zero);
        assert_eq!(axis.reach, expected);
        assert_eq!(is_cut, expected.is_some());
    }

    #[test]
    fn one_wide_interval_sets_no_scale() {
        let mut marks: Vec<Mark> = (0..40).map(|at| mark(f64::from(at), 2.0)).collect();
        check(&marks, false, None);
        marks[7] = mark(7.0, 500.0);
        // At each end two may run out: the third from the end holds.
        check(&marks, false, Some((-1.0, 40.0)));
        marks[7].interval = Some((6.0, 400.0));
        check(&marks, true, Some((-2.0, 40.0)));
        // Less than twice as long squeezes nothing.
        marks[7].interval = Some((6.0, 70.0));
        check(&marks, false, None);
    }

    #[test]
    fn no_value_is_ever_cut() {
        let mut marks: Vec<Mark> = (0..40).map(|at| mark(f64::from(at), 2.0)).collect();
        marks[39] = mark(900.0, 5.0);
        check(&marks, false, None);
        marks[39] = mark(900.0, 5000.0);
        check(&marks, false, Some((-1.0, 900.0)));
    }

    #[test]
    fn of_few_all_are_shown() {
        let mut marks: Vec<Mark> = (0..9).map(|at| mark(f64::from(at), 1.0)).collect();
        marks[3] = mark(3.0, 1e6);
        check(&marks, false, None);
        check(&[], true, None);
    }
}
