//! Where a number is from: its file, line and cells, and its source.

use super::Compare;
use super::provenance_own::own_cells;
use crate::model::{
    AreaId, IndicatorId, Invalid, Period, Revision, Source, Status, Text, hide_personal_numbers,
    number_in_full,
};
use crate::package::Package;
use crate::parse::{Layout, cell};
use crate::query::{Reading, RowPlace, category_at, select};

/// One cell behind a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProvenanceCell {
    /// The column's name.
    pub column: String,
    /// What it holds.
    pub text: String,
}

/// The row behind a number.
#[derive(Clone, Debug, PartialEq)]
pub struct Provenance {
    /// The indicator, the area and the period that the number is for, and what the data says.
    pub about: Option<(IndicatorId, AreaId, Period, Reading)>,
    /// What readers see of the category that the number is of, where it is no total.
    pub category: Option<Text>,
    /// The file as the descriptor names it.
    pub file: String,
    /// Its line, from 1.
    pub line: u32,
    /// The cells that are not blank.
    pub cells: Vec<ProvenanceCell>,
    /// Title and publisher of the source, where the row or the indicator names one.
    pub source: Option<(String, String)>,
    /// Place in the source, blank where none is given.
    pub locator: String,
}

/// The file, line and cells that a reading came from.
pub fn provenance(package: &Package, place: RowPlace) -> Option<Provenance> {
    let file = package.observations(place.resource)?;
    let (table, row) = (&file.table, place.row);
    if let Some(revision) = package.undone(place.resource, place.row) {
        return Some(earlier_provenance(package, place, revision));
    }
    let indicator = table.indicator.text(row);
    let named = |part: &str| match file.layout {
        Layout::Long => part.to_string(),
        Layout::Wide if part == "value" => indicator.to_string(),
        Layout::Wide => format!("{indicator}:{part}"),
    };
    // What must not be shown is not shown here either.
    let hidden = table.status(row) == Status::Suppressed
        || table.invalid(row) == Some(Invalid::NotSuppressed);
    let number = |number: Option<f64>| {
        let shown = number.filter(|_| !hidden);
        shown.map(number_in_full).unwrap_or_default()
    };
    let mut cells = vec![
        ("area_code".to_string(), table.area.text(row).to_string()),
        (
            "area_name".to_string(),
            table.area_name.text(row).to_string(),
        ),
        ("period".to_string(), table.period.text(row).to_string()),
        (named("value"), number(table.value.get(row))),
        (named("numerator"), number(table.numerator.get(row))),
        (named("denominator"), number(table.denominator.get(row))),
        ("note".to_string(), table.note.text(row).to_string()),
    ];
    if file.layout == Layout::Long {
        let status = table.status(row);
        let status = (status != Status::Normal).then(|| status.letter());
        let bound = table.bound(row).map(|bound| bound.word());
        for (column, word) in [("status", status), ("bound", bound)] {
            let word = word.unwrap_or_default();
            cells.insert(6, (column.to_string(), word.to_string()));
        }
        cells.insert(0, ("indicator".to_string(), indicator.to_string()));
    }
    let after_period = cells.iter().position(|(column, _)| column == "period");
    let of_dimensions = package.descriptor.dimensions.iter().zip(&table.dimensions);
    let of_dimensions = of_dimensions.map(|(it, own)| (it.name.clone(), own.text(row).to_string()));
    let after_period = after_period.map_or(cells.len(), |at| at + 1);
    cells.splice(after_period..after_period, of_dimensions);
    // A reader's own table calls its columns otherwise.
    let about_file = package.descriptor.resources.get(place.resource)?;
    if let Some(headings) = &about_file.headings {
        cells = own_cells(package, place, headings, hidden)?;
    }
    cells.retain(|(_, text)| !text.is_empty());
    let source = source_of(package, place);
    let category = category_at(package, place);
    Some(Provenance {
        about: about(
            package,
            place,
            category.as_ref().map(|(_, own)| own.reading),
        ),
        category: category.and_then(|(dimension, own)| {
            let dimension = package.descriptor.dimensions.get(dimension)?;
            Some(dimension.value_label(&own.value))
        }),
        file: package.descriptor.resources[place.resource]
            .path
            .to_string(),
        line: place.line,
        cells: cells
            .into_iter()
            .map(|(column, text)| ProvenanceCell {
                column,
                text: hide_personal_numbers(&text),
            })
            .collect(),
        source: source.map(|source| (source.title.clone(), source.publisher.clone())),
        locator: table.locator.text(row).to_string(),
    })
}

/// The row of the table of revisions that an earlier value came from.
fn earlier_provenance(package: &Package, place: RowPlace, revision: &Revision) -> Provenance {
    let number = |number: Option<f64>| number.map(number_in_full).unwrap_or_default();
    let (old, areas) = (&revision.old, &package.areas);
    let mut cells = vec![
        (
            "indicator",
            package.indicators.get(revision.indicator).code.clone(),
        ),
        ("area_code", areas.get(revision.area).code.clone()),
        ("period", revision.period.to_string()),
    ];
    let dimensions = package.descriptor.dimensions.iter();
    let dimensions = dimensions
        .map(|it| &*it.name)
        .zip(revision.category.iter().cloned());
    cells.extend(dimensions);
    cells.extend([
        ("old", number(old.value)),
        ("old_numerator", number(old.numerator)),
        ("old_denominator", number(old.denominator)),
        ("released", revision.released.to_string()),
    ]);
    cells.retain(|(_, text)| !text.is_empty());
    let cells = cells.into_iter().map(|(column, text)| ProvenanceCell {
        column: column.to_string(),
        text: hide_personal_numbers(&text),
    });
    let source = source_of(package, place);
    let category = category_at(package, place);
    let reading = category.as_ref().map(|(_, own)| own.reading);
    Provenance {
        about: about(package, place, reading),
        category: category.and_then(|(dimension, own)| {
            let dimension = package.descriptor.dimensions.get(dimension)?;
            Some(dimension.value_label(&own.value))
        }),
        file: package.descriptor.resources[revision.resource]
            .path
            .to_string(),
        line: revision.line,
        cells: cells.collect(),
        source: source.map(|source| (source.title.clone(), source.publisher.clone())),
        locator: String::new(),
    }
}

/// What the number is for; `of_category` is the row's own figure where it is no total.
fn about(
    package: &Package,
    place: RowPlace,
    of_category: Option<Reading>,
) -> Option<(IndicatorId, AreaId, Period, Reading)> {
    let table = &package.observations(place.resource)?.table;
    let indicator = package.indicators.id(table.indicator.text(place.row))?;
    let area = package.areas.id(table.area.text(place.row))?;
    let period = cell::period(table.period.text(place.row)).ok()?.period;
    let reading = of_category.unwrap_or_else(|| select(package, indicator, area, period));
    Some((indicator, area, period, reading))
}

/// The source that a row names, or else the one that its indicator does.
pub(super) fn source_of(package: &Package, place: RowPlace) -> Option<&Source> {
    let table = &package.observations(place.resource)?.table;
    package.source(match table.source.text(place.row) {
        "" => {
            let indicator = package.indicators.id(table.indicator.text(place.row))?;
            &package.indicators.get(indicator).source
        }
        code => code,
    })
}

/// The sources of a comparison, each once, in the order of the rows.
pub fn sources<'a>(package: &'a Package, compare: &Compare) -> Vec<&'a Source> {
    let mut sources: Vec<&Source> = Vec::new();
    for row in &compare.rows {
        let source = row.reading.place.and_then(|it| source_of(package, it));
        if let Some(source) = source
            && !sources.iter().any(|it| it.code == source.code)
        {
            sources.push(source);
        }
    }
    sources
}
