//! Names of indicators in rows that end in the period of their figures: `Unemployment_rate_2021`. Must not know
//! which columns are of what.

use super::columns::Column;
use super::remark::Remark;
use super::vocabulary::time::is_of_prices;
use super::when::name::year_places;
use super::{ColumnRole, Recipe, when};
use crate::model::Period;

/// The period at the end of a name, and the name without it.
pub(super) fn parted(name: &str) -> Option<(Period, String)> {
    // Rural_urban_continuum_code_2013: an underscore joins no number of a code.
    let joined = || {
        let (stem, year) = name.trim_end().rsplit_once('_')?;
        let year =
            Period::year(when::digits(year, 4, 4)?).filter(|_| !year_places(year).is_empty())?;
        Some((year, stem.to_string()))
    };
    let (period, rest) = when::in_name(name).or_else(joined)?;
    let ends = name.trim_end().ends_with(|it: char| it.is_ascii_digit());
    (ends && rest.contains(char::is_alphabetic) && !is_of_prices(name)).then_some((period, rest))
}

/// Has the periods read from the names, where several stand in rows and all end in one.
pub(super) fn set(recipe: &mut Recipe, columns: &[Column<'_>], remarks: &mut Vec<Remark>) {
    let place = recipe
        .columns
        .iter()
        .position(|it| it.role == ColumnRole::Indicator);
    let Some(column) = place.and_then(|at| columns.get(at)) else {
        return;
    };
    let values = column.values();
    let read: Option<Vec<(Period, String)>> = values.iter().map(|it| parted(it)).collect();
    if let (Some(read), [example, _, ..]) = (read, &values[..])
        && let Some((read_as, _)) = read.first().cloned()
    {
        recipe.dated_names = true;
        let example = example.to_string();
        remarks.push(Remark::PeriodInWords { example, read_as });
    }
}
