//! The reading of one indicator at one area and period.

use crate::model::{AreaId, IndicatorId, Invalid, Kind, Missing, Period, Status, Value};
use crate::package::{ObservationFile, Package};
use crate::table::SliceKey;

/// Where a number was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowPlace {
    /// Place of the file in the descriptor.
    pub resource: usize,
    /// Row of the file's table.
    pub row: usize,
    /// Line of the file, from 1.
    pub line: u32,
}

/// What the data says, and where.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// The value.
    pub value: Value,
    /// Its numerator, where given.
    pub numerator: Option<f64>,
    /// Its denominator, where given.
    pub denominator: Option<f64>,
    /// Its status.
    pub status: Status,
    /// Where it was read; none where there is no row.
    pub place: Option<RowPlace>,
}

impl Reading {
    /// A reading where there is no row.
    pub const NO_ROW: Reading = Reading {
        value: Value::Missing(Missing::NoRow),
        numerator: None,
        denominator: None,
        status: Status::Normal,
        place: None,
    };

    /// The row without its figures, which cannot be used.
    pub(super) fn refused(self, reason: Invalid) -> Reading {
        Reading {
            value: Value::Missing(Missing::Invalid(reason)),
            numerator: None,
            denominator: None,
            ..self
        }
    }

    /// True where the value is not yet ripe.
    pub fn is_provisional(&self) -> bool {
        self.status == Status::Provisional
    }
}

/// Reads one indicator (in total, over all categories) at one area and period.
pub fn select(package: &Package, indicator: IndicatorId, area: AreaId, period: Period) -> Reading {
    let key = SliceKey {
        indicator,
        category: 0,
        period,
    };
    for file in package.observation_files() {
        if let Some(row) = file.index.slice(key).and_then(|slice| slice.row(area)) {
            return read_area(package, file, key, area, row);
        }
    }
    Reading::NO_ROW
}

/// The same for many areas, in their order. Which files hold the period is looked up once.
pub fn readings(
    package: &Package,
    indicator: IndicatorId,
    areas: &[AreaId],
    period: Period,
) -> Vec<Reading> {
    let key = SliceKey {
        indicator,
        category: 0,
        period,
    };
    let mut readings = vec![Reading::NO_ROW; areas.len()];
    for file in package.observation_files() {
        let Some(slice) = file.index.slice(key) else {
            continue;
        };
        for (area, reading) in areas.iter().zip(&mut readings) {
            if reading.place.is_none()
                && let Some(row) = slice.row(*area)
            {
                *reading = read_area(package, file, key, *area, row);
            }
        }
    }
    readings
}

/// Reads the row of an area, of which nothing counts where another file has the same key.
pub(super) fn read_area(
    package: &Package,
    file: &ObservationFile,
    key: SliceKey,
    area: AreaId,
    row: usize,
) -> Reading {
    let reading = read_row(package, file, key.indicator, row);
    if package.is_in_conflict(key, area) {
        return reading.refused(Invalid::DuplicateKey);
    }
    reading
}

/// Reads a row of a file.
pub(super) fn read_row(
    package: &Package,
    file: &ObservationFile,
    indicator: IndicatorId,
    row: usize,
) -> Reading {
    let table = &file.table;
    let about = package.indicators.get(indicator);
    let (numerator, denominator) = (table.numerator.get(row), table.denominator.get(row));
    let status = table.status(row);
    let value = if let Some(reason) = table.invalid(row) {
        Value::Missing(match reason {
            Invalid::NotSuppressed => Missing::Suppressed,
            reason => Missing::Invalid(reason),
        })
    } else if let Some(reason) = missing_by_status(status) {
        Value::Missing(reason)
    } else {
        let quotient = numerator.zip(denominator).filter(|_| about.is_quotient());
        match (quotient, table.value.get(row), table.bound(row)) {
            (Some((_, denominator)), _, _) if denominator <= 0.0 => {
                Value::Missing(Missing::NoDenominator)
            }
            (Some((numerator, denominator)), _, _) => {
                Value::Known(numerator / denominator * about.multiplier)
            }
            (None, Some(value), Some(bound)) => Value::Bounded(value, bound),
            (None, Some(value), None) => Value::Known(value),
            // The mean of so many measurements, given as their sum and their number.
            (None, None, _) if about.kind == Kind::Mean => match numerator.zip(denominator) {
                Some((sum, count)) if count > 0.0 => Value::Known(sum / count * about.multiplier),
                Some(_) => Value::Missing(Missing::NoDenominator),
                None => Value::Missing(Missing::Blank),
            },
            (None, None, _) => Value::Missing(Missing::Blank),
        }
    };
    let shown = value.number().is_some();
    Reading {
        value,
        numerator: numerator.filter(|_| shown),
        denominator: denominator.filter(|_| shown),
        status,
        place: Some(RowPlace {
            resource: file.resource,
            row,
            line: table.line(row),
        }),
    }
}

fn missing_by_status(status: Status) -> Option<Missing> {
    match status {
        Status::Impossible => Some(Missing::Impossible),
        Status::Missing => Some(Missing::NotReported),
        Status::NotCollected => Some(Missing::NotCollected),
        Status::Suppressed => Some(Missing::Suppressed),
        Status::Normal | Status::Estimated | Status::Provisional => None,
    }
}
