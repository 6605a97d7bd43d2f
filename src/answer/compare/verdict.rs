//! How sure it is that an area differs from its benchmark.

use super::{Benchmark, BenchmarkChoice, CompareRow};
use crate::model::{Indicator, Kind, Nature, Polarity};
use crate::package::Package;
use crate::query::Reading;
use crate::stats::{
    Confidence, Interval, Overdispersion, Position, Sample, adjusted_position, adjusted_z,
    difference, overdispersion,
};

/// What is said of an area against its benchmark. Source: OHID Fingertips, technical guidance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// On the good side beyond 99.8 %.
    MuchBetter,
    /// On the good side beyond 95 %.
    Better,
    /// The benchmark lies in the 95 % interval.
    Similar,
    /// On the bad side beyond 95 %.
    Worse,
    /// On the bad side beyond 99.8 %.
    MuchWorse,
    /// Above beyond 99.8 %, where neither side is good.
    MuchHigher,
    /// Above beyond 95 %, where neither side is good.
    Higher,
    /// Below beyond 95 %, where neither side is good.
    Lower,
    /// Below beyond 99.8 %, where neither side is good.
    MuchLower,
    /// There is nothing to judge by: no chance in it, no exact counts, no benchmark, not yet ripe.
    NotCompared,
}

impl Verdict {
    /// In the order of a legend, from bad to good.
    pub const IN_ORDER: [Verdict; 10] = [
        Verdict::MuchWorse,
        Verdict::Worse,
        Verdict::MuchLower,
        Verdict::Lower,
        Verdict::Similar,
        Verdict::Higher,
        Verdict::MuchHigher,
        Verdict::Better,
        Verdict::MuchBetter,
        Verdict::NotCompared,
    ];

    /// The word for machines.
    pub fn word(self) -> &'static str {
        match self {
            Verdict::MuchBetter => "much-better",
            Verdict::Better => "better",
            Verdict::Similar => "similar",
            Verdict::Worse => "worse",
            Verdict::MuchWorse => "much-worse",
            Verdict::MuchHigher => "much-higher",
            Verdict::Higher => "higher",
            Verdict::Lower => "lower",
            Verdict::MuchLower => "much-lower",
            Verdict::NotCompared => "not-compared",
        }
    }

    /// The verdict on a position, by which side is good.
    pub fn of(position: Position, polarity: Polarity) -> Verdict {
        let (is_above, is_far) = match position {
            Position::Within => return Verdict::Similar,
            Position::Below95 => (false, false),
            Position::Below998 => (false, true),
            Position::Above95 => (true, false),
            Position::Above998 => (true, true),
        };
        match (polarity, is_above, is_far) {
            (Polarity::None, true, false) => Verdict::Higher,
            (Polarity::None, true, true) => Verdict::MuchHigher,
            (Polarity::None, false, false) => Verdict::Lower,
            (Polarity::None, false, true) => Verdict::MuchLower,
            (Polarity::Higher, true, false) | (Polarity::Lower, false, false) => Verdict::Better,
            (Polarity::Higher, true, true) | (Polarity::Lower, false, true) => Verdict::MuchBetter,
            (Polarity::Higher, false, false) | (Polarity::Lower, true, false) => Verdict::Worse,
            (Polarity::Higher, false, true) | (Polarity::Lower, true, true) => Verdict::MuchWorse,
        }
    }
}

/// An area's figure as one that chance has a part in, with what is said of it. Values and intervals
/// are in the unit of the indicator.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Judged {
    /// The counts behind the value.
    pub sample: Sample,
    /// The 95 % interval of the value.
    pub interval_95: Interval,
    /// The 99.8 % interval of the value.
    pub interval_998: Interval,
    /// What it was held against, where it was.
    pub against: Option<Against>,
}

/// What an area was held against, and what came of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Against {
    /// The benchmark's value for this area.
    pub benchmark: f64,
    /// True where the benchmark is the rest of the whole, since the area is over a tenth of it.
    pub is_rest: bool,
    /// True where the benchmark is another area, of which this one is no part: an estimate like this
    /// one, and no fixed line.
    pub is_estimate: bool,
    /// Where the area stands by its own counts alone.
    pub plain: Position,
    /// The same after allowing for the spread among all areas, never farther out; of too few areas to tell
    /// one, the same.
    pub adjusted: Position,
    /// Number of standard deviations after that allowance.
    pub adjusted_z: f64,
    /// How many events more than the benchmark would give; below zero: fewer.
    pub excess: f64,
}

impl Judged {
    /// The verdict; plain, or allowing for the spread among all areas.
    pub fn verdict(&self, polarity: Polarity, is_adjusted: bool) -> Verdict {
        self.against
            .map_or(Verdict::NotCompared, |against| match is_adjusted {
                true => Verdict::of(against.adjusted, polarity),
                false => Verdict::of(against.plain, polarity),
            })
    }
}

/// A reading as a sample: where chance has a part in it and exact counts are given.
pub fn sample(indicator: &Indicator, reading: &Reading) -> Option<Sample> {
    reading.value.exact()?;
    let (numerator, denominator) = reading.numerator.zip(reading.denominator)?;
    match (indicator.nature, indicator.kind) {
        (Nature::Inventory, _) => None,
        (_, Kind::Proportion) => Sample::proportion(numerator, denominator).ok(),
        (_, Kind::Rate) => Sample::rate(numerator, denominator).ok(),
        _ => None,
    }
}

/// A reading with its intervals, not held against anything.
pub fn unjudged(indicator: &Indicator, reading: &Reading) -> Option<Judged> {
    let sample = sample(indicator, reading)?;
    let interval = |confidence| {
        let interval = sample.interval(confidence);
        Interval {
            lower: interval.lower * indicator.multiplier,
            upper: interval.upper * indicator.multiplier,
        }
    };
    Some(Judged {
        sample,
        interval_95: interval(Confidence::NinetyFive),
        interval_998: interval(Confidence::NinetyNinePointEight),
        against: None,
    })
}

/// Holds each row against the benchmark. Gives the spread among the areas beyond chance, where it
/// could be estimated.
pub(super) fn judge(
    package: &Package,
    indicator: &Indicator,
    rows: &mut [CompareRow],
    benchmark: Option<&Benchmark>,
) -> Option<Overdispersion> {
    for row in rows.iter_mut() {
        row.judged = unjudged(indicator, &row.reading);
    }
    let benchmark = benchmark.filter(|_| package.descriptor.judged)?;
    let whole = sample(indicator, &benchmark.total.reading);
    let of_row = |row: &CompareRow| {
        let judged = row.judged.filter(|_| !row.reading.is_provisional())?;
        let own = (benchmark.area != Some(row.area)).then_some(judged.sample)?;
        let is_part = benchmark.contains(package, row.area);
        let (value, rest) = match whole {
            Some(whole) if is_part => held_to(&own, &whole)?,
            Some(whole) => (whole.estimate(), None),
            None => (benchmark.value / indicator.multiplier, None),
        };
        Some((own, value, rest))
    };
    let held: Vec<Option<(Sample, f64, Option<Sample>)>> = rows.iter().map(of_row).collect();
    // How far areas differ among themselves does not hang on what they are held against: about a far
    // benchmark they would all seem spread, and none apart.
    let centre = match benchmark.of {
        BenchmarkChoice::Top | BenchmarkChoice::Listed => None,
        _ => {
            let samples: Vec<Sample> = held.iter().flatten().map(|(own, ..)| *own).collect();
            Sample::pooled(&samples).map(|pooled| pooled.estimate())
        }
    };
    let pairs = held.iter().flatten();
    let pairs: Vec<(Sample, f64)> = pairs
        .map(|(own, value, _)| (*own, centre.unwrap_or(*value)))
        .collect();
    let spread = overdispersion(&pairs).filter(|spread| spread.count >= FEWEST_OF_A_SPREAD);
    let tau_squared = spread.map_or(0.0, |spread| spread.tau_squared);
    for (row, held) in rows.iter_mut().zip(held) {
        let is_part = benchmark.contains(package, row.area);
        let (Some(judged), Some((own, value, rest))) = (&mut row.judged, held) else {
            continue;
        };
        let is_estimate = benchmark.area.is_some() && !is_part;
        let other = rest.or(whole.filter(|_| is_estimate));
        let (plain, variance) = match other {
            Some(other) => (position_to(&own, &other), other.variance_at(value)),
            None => (own.position(value), 0.0),
        };
        // A benchmark of all or nothing leaves no variance to widen.
        let z = adjusted_z(&own, value, tau_squared + variance);
        let adjusted = z.filter(|_| spread.is_some()).map(adjusted_position);
        // Of few events z is beyond where the exact distribution is not: to allow for more than chance
        // never tells more areas apart.
        let adjusted = adjusted.map(|it| it.weaker(plain));
        judged.against = Some(Against {
            benchmark: value * indicator.multiplier,
            is_rest: rest.is_some(),
            is_estimate,
            plain,
            adjusted: adjusted.unwrap_or(plain),
            adjusted_z: z.unwrap_or(0.0),
            excess: own.events() - own.size() * value,
        });
    }
    spread
}

/// Where one estimate stands to another: by the interval of their difference.
pub(in crate::answer) fn position_to(own: &Sample, other: &Sample) -> Position {
    let side = |confidence| match difference(own, other, confidence) {
        Some(interval) if interval.lower > 0.0 => 1,
        Some(interval) if interval.upper < 0.0 => -1,
        _ => 0,
    };
    let (near, far) = (
        side(Confidence::NinetyFive),
        side(Confidence::NinetyNinePointEight),
    );
    match (near, far) {
        (1, 1) => Position::Above998,
        (1, _) => Position::Above95,
        (-1, -1) => Position::Below998,
        (-1, _) => Position::Below95,
        _ => Position::Within,
    }
}

/// Under so many areas no spread among them is told from the very areas that stand apart: winsorising a
/// tenth at either end takes none away, and one or two far ones would hide themselves. Each then stands
/// by its own counts alone.
const FEWEST_OF_A_SPREAD: usize = 10;

/// What a part of a whole is held against: the whole, or the rest of it where the part is a large one. The
/// rest is then an estimate with a chance of its own, which is as large as the part's where both are: it is
/// the second of two samples, and no fixed line. None where no rest is left.
pub(in crate::answer) fn held_to(own: &Sample, whole: &Sample) -> Option<(f64, Option<Sample>)> {
    if own.size() <= whole.size() * LARGEST_SHARE {
        return Some((whole.estimate(), None));
    }
    let rest = whole.without(own).ok()?;
    Some((rest.estimate(), Some(rest)))
}

/// An area that is a larger part of its benchmark than this is held against the rest of it.
const LARGEST_SHARE: f64 = 0.1;
