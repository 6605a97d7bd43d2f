//! The one type of a judged figure: so many events in so many trials, or in so much exposure. It
//! must not know what is counted, nor the unit that a rate is published in.

use super::exact::is_past;
use super::funnel::score_limits;
use super::level::{Confidence, Interval};
use super::proportion::{first_of_wilson, proportion_interval};
use super::rate::poisson_interval;

/// What the events are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SampleKind {
    /// Trials of which each is an event or is none: resolved of dispatched.
    Proportion,
    /// An exposure in which any number of events can happen: cases in person-years.
    Rate,
}

/// Events, and what they are counted in. What cannot be judged cannot be made: the size is above
/// zero, everything is finite, and a proportion has no more events than trials.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sample {
    kind: SampleKind,
    events: f64,
    size: f64,
}

/// Why two numbers are no sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoSample {
    /// One of the numbers, or their quotient, is not finite.
    NotFinite,
    /// The trials or the exposure are zero or less.
    NoTrials,
    /// There are fewer than no events.
    Negative,
    /// A proportion has more events than trials.
    EventsOverTrials,
    /// A proportion is taken from a rate, or a rate from a proportion.
    MixedKinds,
}

/// Where a figure lies from its benchmark: the outermost level at which chance alone does not
/// explain the distance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position {
    /// The benchmark is inside the 95 % interval.
    Within,
    /// The 95 % interval is below the benchmark, the 99.8 % interval holds it.
    Below95,
    /// The 99.8 % interval is below the benchmark.
    Below998,
    /// The 95 % interval is above the benchmark, the 99.8 % interval holds it.
    Above95,
    /// The 99.8 % interval is above the benchmark.
    Above998,
}

impl Position {
    /// The one of two that says less; within where they lie on different sides.
    pub fn weaker(self, other: Position) -> Position {
        let (one, two) = (self.order(), other.order());
        match (one * two > 0.0, one.abs() <= two.abs()) {
            (false, _) => Position::Within,
            (true, true) => self,
            (true, false) => other,
        }
    }

    /// From −2, far below, to 2, far above.
    pub fn order(self) -> f64 {
        match self {
            Position::Below998 => -2.0,
            Position::Below95 => -1.0,
            Position::Within => 0.0,
            Position::Above95 => 1.0,
            Position::Above998 => 2.0,
        }
    }
}

impl Sample {
    /// Events of trials.
    ///
    /// # Errors
    /// Whatever is no number, no trial, a negative count, or more events than trials.
    pub fn proportion(events: f64, trials: f64) -> Result<Sample, NoSample> {
        Sample::new(SampleKind::Proportion, events, trials)
    }

    /// Events in an exposure, in the unit of the exposure (persons, households, person-years).
    ///
    /// # Errors
    /// Whatever is no number, no exposure, or a negative count.
    pub fn rate(events: f64, exposure: f64) -> Result<Sample, NoSample> {
        Sample::new(SampleKind::Rate, events, exposure)
    }

    /// The sum of samples of one kind; `None` for no samples and for mixed kinds.
    pub fn pooled(samples: &[Sample]) -> Option<Sample> {
        let kind = samples.first()?.kind;
        let (mut events, mut size) = (0.0, 0.0);
        for sample in samples {
            if sample.kind != kind {
                return None;
            }
            events += sample.events;
            size += sample.size;
        }
        Sample::new(kind, events, size).ok()
    }

    /// The rest of a whole when one part is taken out: the benchmark of an area that is itself a
    /// large part of it.
    ///
    /// # Errors
    /// A part of another kind, or one that leaves nothing, or leaves more events than trials.
    pub fn without(&self, part: &Sample) -> Result<Sample, NoSample> {
        if self.kind != part.kind {
            return Err(NoSample::MixedKinds);
        }
        let (events, size) = (self.events - part.events, self.size - part.size);
        Sample::new(self.kind, events, size)
    }

    /// What the events are counted in.
    pub fn kind(&self) -> SampleKind {
        self.kind
    }

    /// The number of events.
    pub fn events(&self) -> f64 {
        self.events
    }

    /// The trials, or the exposure.
    pub fn size(&self) -> f64 {
        self.size
    }

    /// Events per trial or per unit of exposure.
    pub fn estimate(&self) -> f64 {
        self.events / self.size
    }

    /// The confidence interval of the estimate: Wilson's for a proportion, Byar's for a rate, exact ends
    /// of rare events for both.
    pub fn interval(&self, confidence: Confidence) -> Interval {
        match self.kind {
            SampleKind::Proportion => proportion_interval(self.events, self.size, confidence),
            SampleKind::Rate => poisson_interval(self.events, confidence).divided_by(self.size),
        }
    }

    /// The sampling variance that the estimate would have if the benchmark were its true value:
    /// p₀(1−p₀)/n or r₀/exposure. Zero for a benchmark that allows none.
    pub fn variance_at(&self, benchmark: f64) -> f64 {
        let of_one = match self.kind {
            SampleKind::Proportion => benchmark * (1.0 - benchmark),
            SampleKind::Rate => benchmark,
        };
        of_one.max(0.0) / self.size
    }

    /// Where the estimate lies from a benchmark. A benchmark that is no number judges nothing.
    ///
    /// For a proportion the estimate is compared with its limits by the score test, which is the same
    /// question as whether Wilson's interval holds the benchmark; of rare events chance must also be
    /// exactly too improbable, as for the exact end of the interval.
    ///
    /// Source: the verdict of OHID Fingertips, at 95 % and 99.8 %.
    pub fn position(&self, benchmark: f64) -> Position {
        match self.side(benchmark, Confidence::NinetyFive) {
            0 => Position::Within,
            side => match (side, self.side(benchmark, Confidence::NinetyNinePointEight)) {
                (1, 0) => Position::Above95,
                (1, _) => Position::Above998,
                (_, 0) => Position::Below95,
                _ => Position::Below998,
            },
        }
    }

    fn new(kind: SampleKind, events: f64, size: f64) -> Result<Sample, NoSample> {
        if !events.is_finite() || !size.is_finite() {
            return Err(NoSample::NotFinite);
        }
        if size <= 0.0 {
            return Err(NoSample::NoTrials);
        }
        if events < 0.0 {
            return Err(NoSample::Negative);
        }
        if kind == SampleKind::Proportion && events > size {
            return Err(NoSample::EventsOverTrials);
        }
        if !(events / size).is_finite() {
            return Err(NoSample::NotFinite);
        }
        Ok(Sample { kind, events, size })
    }

    /// 1 above the benchmark, −1 below it, 0 where chance explains the distance.
    fn side(&self, benchmark: f64, confidence: Confidence) -> i8 {
        let (is_above, is_below) = match self.kind {
            SampleKind::Proportion => {
                let limits = score_limits(benchmark, self.size, confidence.z());
                let (estimate, rest) = (self.estimate(), self.size - self.events);
                let is_beyond = |count: f64, chance: f64| {
                    count >= first_of_wilson(self.size)
                        || is_past(count, self.size, chance, confidence)
                };
                (
                    estimate > limits.upper && is_beyond(self.events, benchmark),
                    estimate < limits.lower && is_beyond(rest, 1.0 - benchmark),
                )
            }
            SampleKind::Rate => {
                let interval = self.interval(confidence);
                let is_above = interval.is_wholly_above(benchmark);
                (is_above, interval.is_wholly_below(benchmark))
            }
        };
        i8::from(is_above) - i8::from(is_below)
    }
}
