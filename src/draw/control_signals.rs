//! What a control chart signals, in words at the points where it happens. It must not know rules or dates.

use crate::figure::{ControlChart, ControlPoint};

use super::dots::{self, Dot};
use super::geometry::Panel;
use super::labels::Obstacles;
use super::text_width;
use super::theme::LABEL_PX;

use super::pen::Pen;

/// More signals than this are not named.
const MOST_SIGNALS: usize = 16;
/// Narrower than this, a signal is named without its period.
const NARROW_PX: f64 = 420.0;

/// What is to be said at a point: the signals that the point before did not have.
struct Named {
    /// The place of the point among the dots.
    dot: usize,
    /// With its period where there is room for that.
    text: String,
    /// The lower, the more it is wanted: what is outside the limits, where a run of signals begins, what
    /// comes to it.
    rank: usize,
}

/// Names the signals wherever others set in: first those outside the limits, then where a run of signals
/// begins, then the others, of each the latest first. A text that is too long for the field is said in less;
/// none is ever cut.
pub(super) fn name(
    pen: &Pen,
    chart: &ControlChart,
    dots: &[Dot],
    field: Panel,
    (mut obstacles, limits): (Obstacles, Vec<Panel>),
) {
    let mut all = named(chart, field);
    for rank in 0..3 {
        let wanted: Vec<Named> = all.extract_if(.., |named| named.rank == rank).collect();
        // A text lies across a limit only where it finds no room beside them.
        let own_lines = obstacles.lines.len();
        obstacles.lines.extend(&limits);
        let left = letter(pen, dots, wanted, field, &mut obstacles);
        obstacles.lines.truncate(own_lines);
        obstacles.soft.clone_from(&limits);
        letter(pen, dots, left, field, &mut obstacles);
        obstacles.soft.clear();
    }
}

/// Letters them where there is room; gives back those that found none.
fn letter(
    pen: &Pen,
    dots: &[Dot],
    wanted: Vec<Named>,
    field: Panel,
    obstacles: &mut Obstacles,
) -> Vec<Named> {
    let places: Vec<usize> = wanted.iter().map(|named| named.dot).collect();
    let texts: Vec<String> = wanted.iter().map(|named| named.text.clone()).collect();
    let left = dots::letter(pen, dots, &places, &texts, field, obstacles);
    let is_left = |named: &Named| left.contains(&named.dot);
    wanted.into_iter().filter(is_left).collect()
}

/// The points at which other signals set in, the latest first.
fn named(chart: &ControlChart, field: Panel) -> Vec<Named> {
    let mut found: Vec<Named> = Vec::new();
    let mut before: &[String] = &[];
    let mut dot = 0;
    for point in &chart.points {
        let known = point.as_ref().filter(|point| point.mark.value.is_finite());
        let Some(point) = known else {
            before = &[];
            continue;
        };
        let fresh = point.flags.iter().filter(|flag| !before.contains(flag));
        let fresh: Vec<&str> = fresh.map(String::as_str).collect();
        if let Some(text) = text(point, &fresh, field.width()) {
            let is_outside = is_outside(point) && fresh.contains(&point.flags[0].as_str());
            let rank = match (is_outside, before.is_empty()) {
                (true, _) => 0,
                (false, true) => 1,
                (false, false) => 2,
            };
            found.push(Named { dot, text, rank });
        }
        before = &point.flags;
        dot += 1;
    }
    found.reverse();
    found.truncate(MOST_SIGNALS);
    found
}

fn is_outside(point: &ControlPoint) -> bool {
    let value = point.mark.value;
    value < point.lower || value > point.upper
}

/// The signals with their period. Where only one of the two finds room, the period and the first of the
/// signals, for the table says the others. None where the field is too narrow, or nothing is signalled.
fn text(point: &ControlPoint, flags: &[&str], width_px: f64) -> Option<String> {
    let first = flags.first()?;
    let all = flags.join(" · ");
    let label = point.mark.label.as_str();
    let is_dated = width_px >= NARROW_PX && !label.is_empty();
    let dated = |flags: &str| is_dated.then(|| [label, flags].join(" · "));
    let is_whole = |text: &String| {
        text_width::width_px(text, LABEL_PX, false) <= width_px * dots::MOST_OF_FIELD
    };
    dated(&all)
        .filter(is_whole)
        .or_else(|| is_whole(&all).then(|| dated(first).filter(is_whole).unwrap_or(all.clone())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Mark;

    #[test]
    fn a_signal_is_dated_where_there_is_room_for_a_date() {
        let point = ControlPoint {
            mark: Mark::plain(0, "December 2025", 1.0, "1"),
            centre: 2.0,
            lower: 1.5,
            upper: 2.5,
            flags: Vec::new(),
        };
        let check = |flags: &[&str], width_px: f64, expected: Option<&str>| {
            assert_eq!(text(&point, flags, width_px).as_deref(), expected);
        };
        let both = ["below the limit", "2 of 3 near the lower limit"];
        let all = "below the limit · 2 of 3 near the lower limit";
        let dated = "December 2025 · below the limit";
        let whole = [dated, both[1]].join(" · ");
        check(&both, 900.0, Some(&whole));
        check(&both, 500.0, Some(dated));
        check(&both, 425.0, None);
        // On a phone the axis says when.
        check(&both, 410.0, None);
        check(&both[..1], 410.0, Some(both[0]));
        check(&both[1..], 410.0, Some(both[1]));
        check(&[], 900.0, None);
        assert!(text_width::width_px(all, LABEL_PX, false) > 410.0 * dots::MOST_OF_FIELD);
    }
}
