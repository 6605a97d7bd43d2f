//! The value of an area that publishes none of its own: its parts, summed from counts.

use super::select::{Reading, select};
use crate::model::{AreaId, IndicatorId, Kind, LevelId, Missing, Period, Status, Value};
use crate::package::Package;

/// A reading, and how it came about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Total {
    /// What it says.
    pub reading: Reading,
    /// Where it is a sum of parts: how many parts had a figure, how many there are, and their
    /// level. With fewer than all it is partial and compares with nothing.
    pub summed: Option<(usize, usize, LevelId)>,
}

impl Total {
    /// True where parts are missing from the sum.
    pub fn is_partial(&self) -> bool {
        self.summed.is_some_and(|(known, all, _)| known < all)
    }
}

/// The published reading of an area, or else the sum of its parts on the nearest level below that
/// has any. Numerators and denominators are summed, never percentages; means and running totals
/// are not summed at all.
pub fn total(package: &Package, indicator: IndicatorId, area: AreaId, period: Period) -> Total {
    let own = select(package, indicator, area, period);
    let published = Total {
        reading: own,
        summed: None,
    };
    if own.value != Value::Missing(Missing::NoRow) {
        return published;
    }
    let mut level = package.areas.get(area).level;
    while usize::from(level.0) + 1 < package.descriptor.levels.len() {
        level = LevelId(level.0 + 1);
        if let Some(sum) = sum_of_level(package, indicator, area, period, level) {
            return sum;
        }
    }
    published
}

fn sum_of_level(
    package: &Package,
    indicator: IndicatorId,
    area: AreaId,
    period: Period,
    level: LevelId,
) -> Option<Total> {
    let about = package.indicators.get(indicator);
    let parts = package.areas.of_level(level, Some(area), Some(period));
    let (mut known, mut value, mut numerator, mut denominator) = (0, 0.0, 0.0, 0.0);
    let (mut any_row, mut status) = (false, Status::Normal);
    for part in &parts {
        let reading = select(package, indicator, *part, period);
        any_row |= reading.place.is_some();
        if reading.is_provisional() {
            status = Status::Provisional;
        }
        match (
            about.kind,
            reading.value,
            reading.numerator,
            reading.denominator,
        ) {
            (Kind::Count, Value::Known(number), _, _) => {
                value += number;
                known += 1;
            }
            (_, Value::Known(_), Some(above), Some(below)) if about.is_quotient() => {
                numerator += above;
                denominator += below;
                known += 1;
            }
            _ => {}
        }
    }
    if !any_row || known == 0 {
        return None;
    }
    let quotient = about.is_quotient();
    let value = match (quotient, denominator > 0.0) {
        (false, _) => Value::Known(value),
        (true, true) => Value::Known(numerator / denominator * about.multiplier),
        (true, false) => Value::Missing(Missing::NoDenominator),
    };
    Some(Total {
        reading: Reading {
            value,
            numerator: quotient.then_some(numerator),
            denominator: quotient.then_some(denominator),
            status,
            place: None,
        },
        summed: Some((known, parts.len(), level)),
    })
}
