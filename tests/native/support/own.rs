//! Reads a table as the page does and writes down what came of it, a line an observation.

use std::sync::Arc;
use zhishe::cli::NativeDecoders;
use zhishe::intake::{
    Intake, Recipe, Recognised, Remark, Sample, preview, recognise, refit, sample,
};
use zhishe::model::{Severity, Status, number_in_full};
use zhishe::package::{Package, Resolving};
use zhishe::parse::FileFault;

/// The sample of a whole file and what was made of it.
pub fn recognised(name: &str, bytes: &[u8]) -> Result<(Sample, Recognised), FileFault> {
    let (sample, encoding, delimiter) = sample(bytes, true, None, None, &NativeDecoders)?;
    let recognised = recognise(&sample, encoding, delimiter, name)?;
    Ok((sample, recognised))
}

#[track_caller]
pub fn recipe_of(name: &str, bytes: &[u8]) -> Recognised {
    recognised(name, bytes).unwrap().1
}

#[track_caller]
pub fn remarks(name: &str, text: &str) -> Vec<Remark> {
    recipe_of(name, text.as_bytes()).remarks
}

/// The words of the roles of all columns of a table, in order.
#[track_caller]
pub fn roles(text: &str) -> String {
    let recipe = recipe_of("t.csv", text.as_bytes()).recipe;
    let words: Vec<&str> = recipe.columns.iter().map(|it| it.role.word()).collect();
    words.join(" ")
}

/// The package of a file, read in pieces of a size.
pub fn take(
    name: &str,
    bytes: &[u8],
    recipe: &Recipe,
    piece_bytes: usize,
) -> Result<Package, FileFault> {
    let decoders = NativeDecoders;
    let mut intake = Intake::new(recipe, name, &decoders)?;
    for piece in bytes.chunks(piece_bytes) {
        intake.push(piece)?;
    }
    let taken = intake.finish()?;
    let package = Arc::new(taken.package);
    let resolving = Resolving::new(package.clone(), taken.file).expect("observations");
    Ok(package.with_observations(resolving.finish()))
}

/// Every observation that has a value or a status, sorted: area|indicator|period|dimensions|value.
pub fn values(package: &Package) -> Vec<String> {
    let file = package.observation_files().next().expect("a file");
    let table = &file.table;
    let mut lines: Vec<String> = Vec::new();
    for (_, slice) in file.index.slices() {
        for (id, row) in slice.iter() {
            if table.invalid(row).is_some() {
                continue;
            }
            let area = package.areas.get(id);
            let name = if area.name.zh.is_empty() {
                &area.name.en
            } else {
                &area.name.zh
            };
            let code = area.code.replace('，', ",");
            let place = if *name == code {
                code
            } else {
                format!("{} {name}", area.code)
            };
            let mut cells = vec![
                place,
                table.indicator.text(row).to_string(),
                table.period.text(row).to_string(),
            ];
            cells.extend(table.dimensions.iter().map(|it| it.text(row).to_string()));
            let number = |it: f64| number_in_full(it);
            cells.push(
                match (
                    table.value.get(row),
                    table.numerator.get(row),
                    table.denominator.get(row),
                ) {
                    (Some(value), ..) => number(value),
                    (None, Some(part), Some(whole)) => {
                        format!("{}/{}", number(part), number(whole))
                    }
                    _ => table.status(row).letter().to_string(),
                },
            );
            let is_none = table.value.get(row).is_none() && table.numerator.get(row).is_none();
            assert!(!is_none || table.status(row) != Status::Normal, "{cells:?}");
            lines.push(cells.join("|"));
        }
    }
    lines.sort();
    lines
}

/// A table must be read as these values, whatever the pieces; the preview of it shows the same number
/// of rows.
#[track_caller]
pub fn check(name: &str, text: &str, expected: &[&str]) {
    let bytes = text.as_bytes();
    let (sample, recognised) = recognised(name, bytes).unwrap();
    let recipe = &recognised.recipe;
    let whole = take(name, bytes, recipe, usize::MAX >> 1).unwrap();
    assert_eq!(values(&whole), expected, "{text}\n{recipe:#?}");
    for piece_bytes in [1, 3, 64] {
        let package = take(name, bytes, recipe, piece_bytes).unwrap();
        assert_eq!(values(&package), expected, "{text} by {piece_bytes}");
    }
    let shown = preview(&sample, recipe, name);
    let file = whole.observation_files().next().unwrap();
    assert_eq!(shown.row_count, file.table.row_count(), "{text}");
    // The header that was found, chosen by hand, makes the same of the columns.
    let again = refit(
        &sample,
        recipe,
        recipe.header_line,
        recipe.header_rows,
        name,
    );
    assert_eq!(again.recipe, *recipe, "{text}");
}

/// Every fault that is no note: line, column, what was found, kind.
#[track_caller]
pub fn faults(name: &str, text: &str) -> Vec<String> {
    told(name, text, Severity::Fault)
}

/// The same of this severity.
#[track_caller]
pub fn told(name: &str, text: &str, severity: Severity) -> Vec<String> {
    let recipe = recipe_of(name, text.as_bytes()).recipe;
    let package = take(name, text.as_bytes(), &recipe, 16).unwrap();
    let faults = package.faults().into_iter();
    faults
        .filter(|fault| fault.kind.severity() == severity)
        .map(|fault| {
            format!(
                "{} {} “{}” {}",
                fault.line,
                fault.column,
                fault.found,
                fault.kind.name()
            )
        })
        .collect()
}

/// The kind of what is wrong with a whole file.
#[track_caller]
pub fn refused(name: &str, bytes: &[u8]) -> &'static str {
    let outcome = recognised(name, bytes).and_then(|(_, it)| take(name, bytes, &it.recipe, 16));
    outcome.expect_err("a refusal").kind.name()
}
