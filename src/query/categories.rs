//! One indicator at one area and period, broken down by one dimension.

use super::select::{Reading, RowPlace, read_row};
use crate::model::{AreaId, IndicatorId, Invalid, Period, sort_by_key};
use crate::package::Package;
use crate::parse::cell;

/// The figure of one value of a dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct CategoryReading {
    /// The value as written.
    pub value: String,
    /// What the data says of it.
    pub reading: Reading,
}

/// The figures of the values of one dimension, named by its place in the descriptor, over all values
/// of the others. In the order in which the descriptor declares the values, then that of the files.
pub fn categories(
    package: &Package,
    indicator: IndicatorId,
    dimension: usize,
    area: AreaId,
    period: Period,
) -> Vec<CategoryReading> {
    let mut found: Vec<CategoryReading> = Vec::new();
    for file in package.observation_files() {
        let columns = &file.table.dimensions;
        let Some(own) = columns.get(dimension) else {
            continue;
        };
        let slices = file.index.slices().filter(|(key, _)| {
            key.indicator == indicator && key.category != 0 && key.period == period
        });
        for (_, slice) in slices {
            let Some(row) = slice.row(area) else {
                continue;
            };
            let mut others = columns.iter().enumerate();
            let is_crossed = others.any(|(at, column)| at != dimension && column.code(row) != 0);
            let value = own.text(row);
            if is_crossed || value.is_empty() {
                continue;
            }
            match found.iter_mut().find(|it| it.value == value) {
                // Two files speak of it, and neither is believed.
                Some(known) => known.reading = known.reading.refused(Invalid::DuplicateKey),
                None => found.push(CategoryReading {
                    value: value.to_string(),
                    reading: read_row(package, file, indicator, row),
                }),
            }
        }
    }
    let declared = package.descriptor.dimensions.get(dimension);
    let declared = declared.map_or(&[][..], |it| &it.values);
    sort_by_key(&mut found, |it| {
        let place = declared.iter().position(|(value, _)| *value == it.value);
        place.unwrap_or(declared.len())
    });
    found
}

/// The figure of the row at a place where that is of one value of a dimension; none where the row is a
/// total, or crosses dimensions.
pub fn category_at(package: &Package, place: RowPlace) -> Option<(usize, CategoryReading)> {
    let table = &package.observations(place.resource)?.table;
    let columns = table.dimensions.iter().enumerate();
    let mut own = columns.filter(|(_, column)| column.code(place.row) != 0);
    let (Some((dimension, _)), None) = (own.next(), own.next()) else {
        return None;
    };
    let indicator = package.indicators.id(table.indicator.text(place.row))?;
    let area = package.areas.id(table.area.text(place.row))?;
    let period = cell::period(table.period.text(place.row)).ok()?.period;
    let mut found = categories(package, indicator, dimension, area, period).into_iter();
    let own = found.find(|it| it.reading.place == Some(place))?;
    Some((dimension, own))
}
