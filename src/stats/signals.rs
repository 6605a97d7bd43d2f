//! The rules that tell a signal on a control chart from noise. It must not know how the limits were
//! made, nor which direction is better.

/// The side of the centre that a signal is on; of a run, whether it rises (above) or falls (below).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Above the centre, or rising.
    Above,
    /// Below the centre, or falling.
    Below,
}

/// A rule that a point breaks. Every point of a run is marked.
///
/// Source: NHS England, Making Data Count, with the run of seven.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    /// Outside a limit.
    OutsideLimit(Side),
    /// One of seven or more successive points of which each is above (or below) the one before it.
    Run(Side),
    /// Beyond two thirds of the way to a limit, as one more of three successive points is on that
    /// side.
    TwoOfThree(Side),
    /// One of seven or more successive points on one side of the centre.
    Shift(Side),
}

impl Signal {
    /// The side that it is on.
    pub fn side(self) -> Side {
        match self {
            Signal::OutsideLimit(side)
            | Signal::Run(side)
            | Signal::TwoOfThree(side)
            | Signal::Shift(side) => side,
        }
    }
}

/// A point before its judgement: a gap has no value. The width is that to a limit before the limit
/// was held inside the possible values, so that two thirds of the way mean two standard deviations
/// near a bound, too.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Judged {
    pub value: Option<f64>,
    pub centre: f64,
    pub half: f64,
}

impl Judged {
    /// No point.
    pub(super) const GAP: Judged = Judged {
        value: None,
        centre: f64::NAN,
        half: f64::NAN,
    };

    /// The side on which the value is beyond a share of the way to a limit.
    fn beyond(&self, share: f64) -> Option<Side> {
        let value = self.value?;
        let (upper, lower) = (
            self.centre + share * self.half,
            self.centre - share * self.half,
        );
        side(value, upper)
            .filter(|side| *side == Side::Above)
            .or(side(value, lower).filter(|side| *side == Side::Below))
    }
}

/// The signals of each point, each list in the order of [`Signal`]; where a run ends and the next
/// begins, the one before first.
pub(super) fn signals(points: &[Judged]) -> Vec<Vec<Signal>> {
    let outside: Vec<Option<Side>> = points.iter().map(|point| point.beyond(1.0)).collect();
    let centre: Vec<Option<Side>> = points.iter().map(|point| point.beyond(0.0)).collect();
    let outer: Vec<Option<Side>> = points.iter().map(|point| point.beyond(2.0 / 3.0)).collect();
    let steps = steps(points);
    let mut found = vec![Vec::new(); points.len()];
    mark(
        &mut found,
        &is_any(&outside),
        &outside,
        Signal::OutsideLimit,
    );
    mark_runs(&mut found, &steps);
    mark(
        &mut found,
        &near_another(points, &outer),
        &outer,
        Signal::TwoOfThree,
    );
    mark(&mut found, &in_row(&centre), &centre, Signal::Shift);
    found
}

/// The side of a line that a value is on. What differs by less than the rounding of sums is on it,
/// so that a constant series stays on its own mean.
fn side(value: f64, line: f64) -> Option<Side> {
    let rounding = 1e-13 * (value.abs() + line.abs());
    match value - line {
        distance if distance > rounding => Some(Side::Above),
        distance if distance < -rounding => Some(Side::Below),
        _ => None,
    }
}

/// The direction from each point's neighbour before it.
fn steps(points: &[Judged]) -> Vec<Option<Side>> {
    let step = |place: usize| {
        let before = points.get(place.checked_sub(1)?)?;
        side(points[place].value?, before.value?)
    };
    (0..points.len()).map(step).collect()
}

fn is_any(sides: &[Option<Side>]) -> Vec<bool> {
    sides.iter().map(|side| side.is_some()).collect()
}

/// True for those in a row of seven or more of one side.
fn in_row(sides: &[Option<Side>]) -> Vec<bool> {
    const LENGTH: usize = 7;
    let mut marks = vec![false; sides.len()];
    let mut start = 0;
    for place in 0..sides.len() {
        if sides[place] != sides[start] {
            start = place;
        }
        if sides[place].is_some() && place + 1 - start >= LENGTH {
            marks[start..=place].fill(true);
        }
    }
    marks
}

/// Marks points that rise or fall all the way, seven or more of them: the first is the one that the
/// second lies above or below.
fn mark_runs(found: &mut [Vec<Signal>], steps: &[Option<Side>]) {
    const STEPS_BETWEEN_SEVEN: usize = 6;
    let mut start = 0;
    for end in 1..=steps.len() {
        if steps.get(end) == Some(&steps[start]) {
            continue;
        }
        // The first point has no step, so that there is one before the first step.
        if let Some(side) = steps[start]
            && end - start >= STEPS_BETWEEN_SEVEN
        {
            for signals in &mut found[start - 1..end] {
                signals.push(Signal::Run(side));
            }
        }
        start = end;
    }
}

/// True for those with another of their side next to them, or next but one with a point between.
fn near_another(points: &[Judged], sides: &[Option<Side>]) -> Vec<bool> {
    let mut marks = vec![false; sides.len()];
    for place in 1..sides.len() {
        for before in [Some(place - 1), place.checked_sub(2)]
            .into_iter()
            .flatten()
        {
            let is_joined = points[before..=place]
                .iter()
                .all(|point| point.value.is_some());
            if is_joined && sides[place].is_some() && sides[place] == sides[before] {
                marks[place] = true;
                marks[before] = true;
            }
        }
    }
    marks
}

fn mark(
    found: &mut [Vec<Signal>],
    marks: &[bool],
    sides: &[Option<Side>],
    signal: fn(Side) -> Signal,
) {
    for ((found, mark), side) in found.iter_mut().zip(marks).zip(sides) {
        if *mark && let Some(side) = side {
            found.push(signal(*side));
        }
    }
}
