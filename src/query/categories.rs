//! One indicator at areas and a period, broken down by one dimension.

use super::select::{Reading, RowPlace, read_row};
use crate::model::{AreaId, IndicatorId, Invalid, Period, Status, sort_by_key, sorted_unique};
use crate::package::{ObservationFile, Package};
use crate::parse::cell;
use crate::table::Slice;

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

/// The same over many areas at once: each value of the dimension with its readings in step with
/// `areas`, in the order in which the descriptor declares the values, then that of the files.
pub fn category_columns(
    package: &Package,
    indicator: IndicatorId,
    dimension: usize,
    areas: &[AreaId],
    period: Period,
) -> Vec<(String, Vec<Reading>)> {
    let mut found: Vec<(String, Vec<Reading>)> = Vec::new();
    for (file, slice) in broken_slices(package, indicator, Some(period)) {
        for (at, area) in areas.iter().enumerate() {
            let own = slice.row(*area);
            let own = own.and_then(|row| Some((row, value_of(file, dimension, row)?)));
            let Some((row, value)) = own else {
                continue;
            };
            let place = found.iter().position(|(known, _)| known == value);
            let place = place.unwrap_or_else(|| {
                found.push((value.to_string(), vec![Reading::NO_ROW; areas.len()]));
                found.len() - 1
            });
            if let Some(cell) = found[place].1.get_mut(at) {
                // Two files speak of it, and neither is believed.
                *cell = match cell.place {
                    Some(_) => cell.refused(Invalid::DuplicateKey),
                    None => read_row(package, file, indicator, row),
                };
            }
        }
    }
    let declared = package.descriptor.dimensions.get(dimension);
    let declared = declared.map_or(&[][..], |it| &it.values);
    sort_by_key(&mut found, |(value, _)| {
        let place = declared.iter().position(|(known, _)| known == value);
        place.unwrap_or(declared.len())
    });
    found
}

/// The indicators that files read so far break down, each with the places of its dimensions, in the
/// order of the package.
pub fn broken_down(package: &Package) -> Vec<(IndicatorId, Vec<usize>)> {
    let mut found: Vec<(IndicatorId, usize)> = Vec::new();
    for file in package.observation_files() {
        for (key, slice) in file.index.slices().filter(|(key, _)| key.category != 0) {
            // All rows of a slice are of one category.
            let Some((_, row)) = slice.iter().next() else {
                continue;
            };
            for dimension in 0..file.table.dimensions.len() {
                let own = (key.indicator, dimension);
                if !found.contains(&own) && value_of(file, dimension, row).is_some() {
                    found.push(own);
                }
            }
        }
    }
    let mut grouped: Vec<(IndicatorId, Vec<usize>)> = Vec::new();
    for (indicator, dimension) in sorted_unique(found) {
        match grouped.last_mut().filter(|(last, _)| *last == indicator) {
            Some((_, dimensions)) => dimensions.push(dimension),
            None => grouped.push((indicator, vec![dimension])),
        }
    }
    grouped
}

/// The areas of which anything is broken down by a dimension, in the order of the package.
pub fn areas_broken_down(
    package: &Package,
    indicator: IndicatorId,
    dimension: usize,
) -> Vec<AreaId> {
    let slices = broken_slices(package, indicator, None);
    let areas = slices.flat_map(|(file, slice)| {
        let rows = slice.iter();
        rows.filter(move |(_, row)| value_of(file, dimension, *row).is_some())
            .map(|(area, _)| area)
    });
    sorted_unique(areas)
}

/// The periods at which areas of a level have rows by a dimension, the earliest first; those with none
/// but provisional rows only where `with_unripe`.
pub fn category_periods(
    package: &Package,
    indicator: IndicatorId,
    dimension: usize,
    is_meant: impl Fn(AreaId) -> bool,
    with_unripe: bool,
) -> Vec<Period> {
    let mut periods = Vec::new();
    for file in package.observation_files() {
        for (key, slice) in file.index.slices() {
            if key.indicator != indicator || key.category == 0 || periods.contains(&key.period) {
                continue;
            }
            let mut rows = slice.iter().filter(|(area, _)| is_meant(*area));
            let is_any = rows.any(|(_, row)| {
                let is_ripe = file.table.status(row) != Status::Provisional;
                (is_ripe || with_unripe) && value_of(file, dimension, row).is_some()
            });
            if is_any {
                periods.push(key.period);
            }
        }
    }
    sorted_unique(periods)
}

/// The slices of an indicator in which anything is broken down, at a period or at all.
fn broken_slices(
    package: &Package,
    indicator: IndicatorId,
    period: Option<Period>,
) -> impl Iterator<Item = (&ObservationFile, &Slice)> {
    let files = package.observation_files();
    let files = files.filter(|file| !file.table.dimensions.is_empty());
    files.flat_map(move |file| {
        let slices = file.index.slices().filter(move |(key, _)| {
            key.indicator == indicator
                && key.category != 0
                && period.is_none_or(|period| key.period == period)
        });
        slices.map(move |(_, slice)| (&**file, slice))
    })
}

/// The value of one dimension in a row that is broken down by that alone.
fn value_of(file: &ObservationFile, dimension: usize, row: usize) -> Option<&str> {
    let columns = &file.table.dimensions;
    let own = columns.get(dimension)?.text(row);
    let mut others = columns.iter().enumerate();
    let is_crossed = others.any(|(at, column)| at != dimension && column.code(row) != 0);
    (!is_crossed && !own.is_empty()).then_some(own)
}
