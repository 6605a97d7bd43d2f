//! The cells of a row of a reader's own table, under the headings that the table gives them.

use crate::model::{Lang, Status, number_in_full};
use crate::package::{Headings, Package};
use crate::query::RowPlace;

/// The cells that are not blank and stand in a column of the table.
pub(super) fn own_cells(
    package: &Package,
    place: RowPlace,
    headings: &Headings,
    hidden: bool,
) -> Option<Vec<(String, String)>> {
    let (table, row) = (&package.observations(place.resource)?.table, place.row);
    let first = table.locator.text(row);
    let figures = headings.figures.get(first).cloned().unwrap_or_default();
    let numbers = [&table.value, &table.numerator, &table.denominator];
    let numbers = numbers.map(|it| it.get(row).filter(|_| !hidden).map(number_in_full));
    let status = table.status(row);
    let status = (status != Status::Normal).then(|| status.letter());
    let bound = table.bound(row).map(|bound| bound.word());
    let text = |text: Option<&str>| text.unwrap_or_default().to_string();
    // Without a column of notes it is the cell itself, as the table writes it.
    let note = match headings.note.as_str() {
        "" => first,
        note => note,
    };
    let named = |heading: &str, text: String| (heading.to_string(), text);
    let mut cells = vec![
        named(&headings.indicator, text(Some(table.indicator.text(row)))),
        named(&headings.area, area(package, place, headings)),
        named(&headings.area_name, text(Some(table.area_name.text(row)))),
        named(&headings.period, text(Some(table.period.text(row)))),
    ];
    let dimensions = package.descriptor.dimensions.iter().zip(&table.dimensions);
    cells.extend(dimensions.map(|(it, own)| named(&it.name, text(Some(own.text(row))))));
    let parts = figures.into_iter().zip(numbers);
    cells.extend(parts.map(|(heading, number)| (heading, number.unwrap_or_default())));
    cells.extend([
        named(&headings.bound, text(bound)),
        named(&headings.status, text(status)),
        named(note, text(Some(table.note.text(row)))),
    ]);
    cells.retain(|(heading, text)| !heading.is_empty() && !text.is_empty());
    Some(cells)
}

/// What the table calls the area: beside a published package that may be another name or code.
fn area(package: &Package, place: RowPlace, headings: &Headings) -> String {
    let Some(file) = package.observations(place.resource) else {
        return String::new();
    };
    let code = file.table.area.text(place.row);
    if let Some(written) = headings.areas.get(code) {
        return written.clone();
    }
    let known = package.areas.id(code).filter(|_| headings.area_is_name);
    let name = known.map(|id| package.areas.get(id).name.get(Lang::Zh));
    name.filter(|name| !name.is_empty())
        .unwrap_or(code)
        .to_string()
}
