//! What the lines above a header say of the whole table: an indicator, a unit.

use super::Sample;
use super::columns::without_unit;
use super::header::Header;
use super::vocabulary::{self, is_unit};

/// What the titles say; blank where they do not.
#[derive(Debug, Default)]
pub(super) struct Titles {
    /// The name of the only indicator.
    pub indicator: String,
    /// The unit of every figure.
    pub unit: String,
}

impl Titles {
    pub(super) fn of(sample: &Sample, header: &Header) -> Titles {
        let mut titles = Titles::default();
        for cell in sample
            .rows
            .iter()
            .take(header.first)
            .flat_map(|row| &row.cells)
        {
            if let Some(name) = vocabulary::stated_indicator(cell) {
                let (name, unit) = without_unit(name);
                titles.indicator = name.to_string();
                if titles.unit.is_empty() {
                    titles.unit = unit.to_string();
                }
            } else if let Some(unit) = vocabulary::stated_unit(cell).filter(|unit| is_unit(unit)) {
                titles.unit = unit.to_string();
            }
        }
        titles
    }
}
