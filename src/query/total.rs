//! The value of an area that publishes none of its own: its parts, summed from counts.

use super::places::expected_areas;
use super::select::{Reading, read_row, select};
use crate::model::{AreaId, Indicator, IndicatorId, Kind, LevelId, Missing, Period, Status, Value};
use crate::package::Package;
use crate::table::SliceKey;

/// A reading, and how it came about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Total {
    /// What it says.
    pub reading: Reading,
    /// Where it is a sum of parts: of which.
    pub summed: Option<Summed>,
}

/// The parts of a sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summed {
    /// Parts that had a figure.
    pub known: usize,
    /// All parts that there are. With fewer known the sum is partial and compares with nothing.
    pub all: usize,
    /// Their level.
    pub level: LevelId,
    /// Those of all that are of a level further down and lie in none of this one.
    pub beside: usize,
}

impl Total {
    /// True where parts are missing from the sum.
    pub fn is_partial(&self) -> bool {
        self.summed.is_some_and(|summed| summed.known < summed.all)
    }
}

/// The published reading of an area, or else the sum of its parts on the nearest level below that
/// has any. Numerators and denominators are summed, never percentages; means and running totals
/// are not summed at all. Places that the tables fail to put anywhere count as parts without a
/// figure: a sum that may lack them is partial.
pub fn total(package: &Package, indicator: IndicatorId, area: AreaId, period: Period) -> Total {
    let own = select(package, indicator, area, period);
    let published = Total {
        reading: own,
        summed: None,
    };
    if own.value != Value::Missing(Missing::NoRow) {
        return published;
    }
    sum_of_parts(package, indicator, area, period).unwrap_or(published)
}

/// The sum of the parts of an area on the nearest level below that has any figure, whatever the
/// area itself publishes; with them those further down that lie in none of this level.
pub fn sum_of_parts(
    package: &Package,
    indicator: IndicatorId,
    area: AreaId,
    period: Period,
) -> Option<Total> {
    let mut level = package.areas.get(area).level;
    while usize::from(level.0) + 1 < package.descriptor.levels.len() {
        level = LevelId(level.0 + 1);
        if let Some(sum) = sum_of_level(package, indicator, area, period, level) {
            return Some(sum);
        }
    }
    None
}

/// The sum of readings of one indicator, from counts; missing where any of them is.
pub fn sum(indicator: &Indicator, readings: &[Reading]) -> Reading {
    let mut sum = Sum::default();
    for reading in readings {
        sum.add(indicator, reading);
    }
    match sum.known == readings.len() && sum.known > 0 {
        true => sum.reading(indicator),
        false => Reading::NO_ROW,
    }
}

/// The sum of the readings of parts.
#[derive(Default)]
struct Sum {
    known: usize,
    rows: usize,
    value: f64,
    numerator: f64,
    denominator: f64,
    status: Status,
}

impl Sum {
    fn add(&mut self, indicator: &Indicator, reading: &Reading) {
        self.rows += 1;
        if reading.is_provisional() {
            self.status = Status::Provisional;
        }
        let counts = reading.numerator.zip(reading.denominator);
        match (indicator.kind, reading.value, counts) {
            (Kind::Count, Value::Known(number), _) => self.value += number,
            (_, Value::Known(_), Some((numerator, denominator))) if indicator.is_quotient() => {
                self.numerator += numerator;
                self.denominator += denominator;
            }
            _ => return,
        }
        self.known += 1;
    }

    fn reading(&self, indicator: &Indicator) -> Reading {
        let quotient = indicator.is_quotient();
        let value = match (quotient, self.denominator > 0.0) {
            (false, _) => Value::Known(self.value),
            (true, true) => Value::Known(self.numerator / self.denominator * indicator.multiplier),
            (true, false) => Value::Missing(Missing::NoDenominator),
        };
        Reading {
            value,
            numerator: quotient.then_some(self.numerator),
            denominator: quotient.then_some(self.denominator),
            status: self.status,
            place: None,
        }
    }
}

fn sum_of_level(
    package: &Package,
    indicator: IndicatorId,
    area: AreaId,
    period: Period,
    level: LevelId,
) -> Option<Total> {
    let about = package.indicators.get(indicator);
    let parts = expected_areas(package, indicator, level, Some(area), period);
    let key = SliceKey {
        indicator,
        category: 0,
        period,
    };
    let others = package.areas.beside_level(level, area);
    let mut sum = Sum::default();
    let (mut placeless, mut beside) = (0, 0);
    for file in package.observation_files() {
        let levels = &package.descriptor.resources[file.resource].levels;
        if levels.is_empty() || levels.contains(&level) {
            placeless += file.placeless_count(key);
        }
        let slice = file.index.slice(key).into_iter();
        for (part, row) in slice.flat_map(|slice| slice.iter()) {
            let is_beside = others.binary_search(&part).is_ok();
            let is_part = parts.binary_search(&part).is_ok() || is_beside;
            if is_part && !package.is_in_conflict(key, part) {
                beside += usize::from(is_beside);
                sum.add(about, &read_row(package, file, indicator, row));
            }
        }
    }
    // Places that may lie here, too: what is lost in the table of areas and what is placeless among
    // the observations may be the same.
    let mut lost = placeless.max(package.areas.unreadable_count(level));
    if usize::from(level.0) > usize::from(package.areas.get(area).level.0) + 1 {
        // Right below this one they would have named it as their parent.
        lost += package.areas.adrift_count(level);
    }
    (sum.rows > beside && sum.known > 0).then(|| Total {
        reading: sum.reading(about),
        summed: Some(Summed {
            known: sum.known,
            all: parts.len() + beside + lost,
            level,
            beside,
        }),
    })
}
