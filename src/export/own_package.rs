//! A package made of a reader's own table, as the files of a published one.

use super::CsvWriter;
use crate::model::{AreaId, Status, fixed_text, number_in_full};
use crate::package::{Package, RECOGNISED_AREA_COLUMNS, RECOGNISED_INDICATOR_COLUMNS, TableKind};
use serde_json::{Value as Json, json};

/// A file: its name inside the folder, and its bytes.
pub type PackageFile = (String, Vec<u8>);

/// The files of a package whose observations stand at one place of its descriptor.
pub fn own_package_files(package: &Package, observations: usize) -> Vec<PackageFile> {
    vec![
        ("datapackage.json".to_string(), descriptor(package)),
        ("areas.csv".to_string(), areas(package)),
        ("indicators.csv".to_string(), indicators(package)),
        ("observations.csv".to_string(), rows(package, observations)),
    ]
}

fn descriptor(package: &Package) -> Vec<u8> {
    let about = &package.descriptor;
    let tables = [
        TableKind::Areas,
        TableKind::Indicators,
        TableKind::Observations,
    ];
    let resources = tables.map(|table| {
        json!({
            "name": table.word(),
            "path": format!("{}.csv", table.word()),
            "type": "table",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
        })
    });
    let dimensions: Vec<Json> = about
        .dimensions
        .iter()
        .map(|it| json!({"name": it.name, "label_zh": it.label.zh, "label_en": it.label.en}))
        .collect();
    let written = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": about.name,
        "title": about.title.zh,
        "version": "1",
        "zhishe": {
            "title_zh": about.title.zh,
            "title_en": about.title.en,
            "levels": about.levels,
            "dimensions": dimensions,
        },
        "resources": resources,
    });
    format!("{written:#}\n").into_bytes()
}

fn areas(package: &Package) -> Vec<u8> {
    let mut table = CsvWriter::new(&RECOGNISED_AREA_COLUMNS);
    let code = |id: AreaId| package.areas.get(id).code.as_str();
    for (_, area) in package.areas.iter() {
        let level = package.descriptor.levels.get(usize::from(area.level.0));
        table
            .plain(&area.code)
            .plain(&area.name.zh)
            .plain(&area.name.en)
            .plain(level.map_or("", String::as_str))
            .plain(area.parent.map_or("", code))
            .plain(&area.code_system)
            .end_row();
    }
    table.finish()
}

fn indicators(package: &Package) -> Vec<u8> {
    let mut table = CsvWriter::new(&RECOGNISED_INDICATOR_COLUMNS);
    for (_, about) in package.indicators.iter() {
        table
            .plain(&about.code)
            .plain(about.theme.word())
            .plain(&about.label.zh)
            .plain(&about.label.en)
            .plain(&about.unit.zh)
            .plain(&about.unit.en)
            .plain(about.kind.word())
            .plain(about.nature.word())
            .plain(&number_in_full(about.multiplier))
            .plain(&fixed_text(f64::from(about.decimals), 0))
            .plain(about.polarity.word())
            .plain(if about.headline { "yes" } else { "" })
            .end_row();
    }
    table.finish()
}

fn rows(package: &Package, observations: usize) -> Vec<u8> {
    let names: Vec<&str> = package
        .descriptor
        .dimensions
        .iter()
        .map(|it| it.name.as_str())
        .collect();
    let mut header = vec!["indicator", "area_code", "area_name", "period"];
    header.extend(&names);
    header.extend([
        "value",
        "numerator",
        "denominator",
        "status",
        "locator",
        "note",
    ]);
    let mut written = CsvWriter::new(&header);
    let Some(file) = package.observations(observations) else {
        return written.finish();
    };
    let table = &file.table;
    let number = |number: Option<f64>| number.map(number_in_full).unwrap_or_default();
    for row in 0..table.row_count() {
        // What could not be read is not passed on as something else.
        if table.invalid(row).is_some() {
            continue;
        }
        written
            .plain(table.indicator.text(row))
            .plain(table.area.text(row))
            .plain(table.area_name.text(row))
            .plain(table.period.text(row));
        for column in &table.dimensions {
            written.plain(column.text(row));
        }
        let status = table.status(row);
        written
            .plain(&number(table.value.get(row)))
            .plain(&number(table.numerator.get(row)))
            .plain(&number(table.denominator.get(row)))
            .plain(if status == Status::Normal {
                ""
            } else {
                status.letter()
            })
            .plain(table.locator.text(row))
            .plain(table.note.text(row))
            .end_row();
    }
    written.finish()
}
