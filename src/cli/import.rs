//! `zhishe import`: a table that nobody wrote for this program, read as the page reads it. Prints
//! nothing.

use super::decoder::NativeDecoders;
use super::language::{LangWord, language};
use super::output::{Outcome, Output};
use super::own::{OwnTable, own_table};
use crate::export::own_package_files;
use crate::intake::{
    Intake, Recipe, Remark, Sample, as_of, problems, recognise, sample, with_hints,
};
use crate::model::{Fault, Lang, Period, Severity};
use crate::package::{Package, Resolving};
use crate::parse::FileFault;
use crate::words::{self, command_line};
use clap::{Args, ValueEnum};
use serde_json::{Value as Json, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Options of `import`.
#[derive(Debug, Args)]
pub struct ImportArguments {
    /// The table: CSV, or parted by tabs, semicolons or vertical bars; or a folder or a zip of tables.
    file: PathBuf,
    /// Which table of a folder or a zip, by its path inside.
    #[arg(long, value_name = "PATH")]
    table: Option<String>,
    /// Read it by a recipe that `--format recipe` has printed, mended by hand.
    #[arg(long, value_name = "FILE")]
    as_recipe: Option<PathBuf>,
    /// The period of the whole table, where it does not say it: 2024, 2024-Q1, 2024-03.
    #[arg(long)]
    period: Option<String>,
    /// Write a package that can be published into this folder.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// For people, for programs, or the recipe alone.
    #[arg(long, value_enum, default_value_t = ImportFormat::Text)]
    format: ImportFormat,
    /// The language; that of the terminal where none is given, else Chinese.
    #[arg(long, value_enum)]
    lang: Option<LangWord>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ImportFormat {
    /// What was recognised, and every fault.
    Text,
    /// The same as JSON.
    Json,
    /// How the table is read, to be mended and given back.
    Recipe,
}

/// So many bytes are looked at to recognise a table.
const SAMPLE_BYTES: usize = 256 * 1024;
/// A piece of a file as the browser reads it.
const PIECE_BYTES: usize = 256 * 1024;

/// Imports. 0: read without a fault; 1: there are faults, or something is lacking; the error: a file
/// could not be read or written.
pub fn import(arguments: &ImportArguments, locale: &str) -> Outcome {
    let lang = language(arguments.lang, locale);
    let refused = |path: &Path, error: std::io::Error| {
        command_line::refused_text(lang, &path.display().to_string(), &error.to_string())
    };
    let table = own_table(lang, &arguments.file, arguments.table.as_deref())?;
    let stored = match &arguments.as_recipe {
        None => None,
        Some(path) => Some(fs::read_to_string(path).map_err(|error| refused(path, error))?),
    };
    let stored = match stored.as_deref().map(|text| text.trim_end_matches('\n')) {
        None => None,
        Some(text) => Some(Recipe::from_text(text).ok_or_else(|| {
            let path = arguments.as_recipe.as_deref().unwrap_or(Path::new(""));
            command_line::no_recipe_text(lang, &path.display().to_string())
        })?),
    };
    let found = imported(&table, stored, arguments.period.as_deref());
    if let (Some(folder), Some((package, at))) = (&arguments.out, &found.package) {
        write(folder, package, *at).map_err(|error| refused(folder, error))?;
    }
    let bytes = match arguments.format {
        ImportFormat::Text => text(lang, &found),
        ImportFormat::Json => format!("{:#}\n", json(lang, &found)),
        ImportFormat::Recipe => found
            .recipe
            .as_ref()
            .map_or(String::new(), |it| it.to_text() + "\n"),
    };
    Ok(Output {
        bytes: bytes.into(),
        exit: u8::from(!found.is_sound()),
    })
}

fn write(folder: &Path, package: &Package, at: usize) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    for (name, bytes) in own_package_files(package, at) {
        fs::write(folder.join(name), bytes)?;
    }
    Ok(())
}

/// What came of a table.
#[derive(Default)]
struct Imported {
    recipe: Option<Recipe>,
    remarks: Vec<Remark>,
    problems: Vec<crate::intake::Problem>,
    /// The package, and the place of its observations.
    package: Option<(Package, usize)>,
    faults: Vec<Fault>,
}

impl Imported {
    fn is_sound(&self) -> bool {
        let is_note = |fault: &Fault| fault.kind.severity() == Severity::Note;
        self.package.is_some() && self.problems.is_empty() && self.faults.iter().all(is_note)
    }

    fn counts(&self) -> ([usize; 3], Option<(Period, Period)>) {
        let Some((package, at)) = &self.package else {
            return ([0; 3], None);
        };
        let Some(file) = package.observations(*at) else {
            return ([0; 3], None);
        };
        let mut periods: Vec<Period> = file.index.slices().map(|(key, _)| key.period).collect();
        periods.sort();
        // Of rows that repeat and of cells that are no numbers none is used.
        let slices = file.index.slices();
        let used = slices.flat_map(|(_, slice)| slice.iter());
        let used = used.filter(|(_, row)| file.table.invalid(*row).is_none());
        let counts = [
            package.areas.count(),
            package.indicators.count(),
            used.count(),
        ];
        (
            counts,
            periods.first().copied().zip(periods.last().copied()),
        )
    }
}

fn imported(table: &OwnTable, stored: Option<Recipe>, period: Option<&str>) -> Imported {
    let mut found = Imported::default();
    if let Err(fault) = import_into(&mut found, table, stored, period) {
        found.faults.push(Package::named_fault(&table.name, fault));
    }
    found
}

fn import_into(
    found: &mut Imported,
    table: &OwnTable,
    stored: Option<Recipe>,
    period: Option<&str>,
) -> Result<(), FileFault> {
    let decoders = NativeDecoders;
    let (bytes, name, place) = (&table.bytes, table.name.as_str(), &table.place);
    let period = period.and_then(Period::parse);
    let recipe = match stored {
        Some(mut recipe) => {
            if period.is_some() {
                recipe.set_period(period);
            }
            recipe
        }
        None => {
            let head = &bytes[..bytes.len().min(SAMPLE_BYTES)];
            let is_whole = head.len() == bytes.len();
            let (sample, encoding, delimiter): (Sample, _, _) = {
                let (encoding, delimiter) = (place.declared_encoding(), place.options.delimiter);
                sample(head, is_whole, encoding, delimiter, &decoders)?
            };
            let recognised = recognise(&sample, encoding, delimiter, name)?;
            let recognised = with_hints(recognised, place);
            let recognised = match period {
                Some(period) => as_of(recognised, period),
                None => recognised,
            };
            found.remarks = recognised.remarks;
            recognised.recipe
        }
    };
    found.problems = problems(&recipe);
    found.recipe = Some(recipe.clone());
    if !found.problems.is_empty() {
        return Ok(());
    }
    let mut intake = Intake::new(&recipe, name, &decoders)?;
    for piece in bytes.chunks(PIECE_BYTES) {
        intake.push(piece)?;
    }
    let taken = intake.finish()?;
    let package = Arc::new(taken.package);
    let Some(resolving) = Resolving::new(package.clone(), taken.file) else {
        return Ok(());
    };
    let package = package.with_observations(resolving.finish());
    found.faults = package.faults().into_iter().cloned().collect();
    found.package = Some((package, taken.at));
    Ok(())
}

fn text(lang: Lang, found: &Imported) -> String {
    let mut lines = Vec::new();
    if let Some(recipe) = &found.recipe {
        lines.push(words::intake::encoding_text(recipe.encoding).to_string());
        lines.push(words::intake::delimiter_text(lang, recipe.delimiter));
        lines.push(words::intake::header_text(lang, recipe));
        lines.push(words::intake::decimal_mark_text(lang, recipe.decimal_mark).to_string());
        for column in &recipe.columns {
            let mut line = format!(
                "  {}\t{}",
                column.name,
                words::intake::role_text(lang, &column.role)
            );
            if let Some(figure) = column.figure() {
                line = format!("{line}\t{}", words::intake::figure_text(lang, figure));
            }
            lines.push(line);
        }
    }
    lines.extend(
        found
            .remarks
            .iter()
            .map(|remark| words::intake::remark_text(lang, remark)),
    );
    lines.extend(
        found
            .problems
            .iter()
            .map(|it| words::intake::problem_text(lang, *it).to_string()),
    );
    for fault in &found.faults {
        lines.push(String::new());
        lines.extend(command_line::fault_lines(lang, fault));
    }
    if found.package.is_some() {
        let (counts, periods) = found.counts();
        lines.push(String::new());
        lines.push(words::intake::taken_text(lang, counts, periods));
    }
    lines.join("\n") + "\n"
}

fn json(lang: Lang, found: &Imported) -> Json {
    let list = |wanted: Severity| -> Vec<Json> {
        let of = found
            .faults
            .iter()
            .filter(|fault| fault.kind.severity() == wanted);
        of.map(|fault| super::check::fault_json(lang, fault))
            .collect()
    };
    let recipe = found.recipe.as_ref().map(|recipe| {
        let columns: Vec<Json> = recipe
            .columns
            .iter()
            .map(|column| {
                let figure = column.figure();
                json!({
                    "name": column.name,
                    "role": column.role.word(),
                    "indicator": figure.map(|it| it.indicator.clone()),
                    "part": figure.map(|it| it.part.word()),
                    "period": figure.and_then(|it| it.period).map(|it| it.to_string()),
                    "sign": figure.map(|it| it.sign.clone()),
                })
            })
            .collect();
        json!({
            "encoding": recipe.encoding.name(),
            "delimiter": char::from(recipe.delimiter).to_string(),
            "header_line": recipe.header_line,
            "header_rows": recipe.header_rows,
            "period": recipe.period.map(|it| it.to_string()),
            "area": recipe.area,
            "columns": columns,
        })
    });
    let ([areas, indicators, observations], periods) = found.counts();
    let remarks = found
        .remarks
        .iter()
        .map(|it| words::intake::remark_text(lang, it));
    let problems = found
        .problems
        .iter()
        .map(|it| words::intake::problem_text(lang, *it));
    json!({
        "valid": found.is_sound(),
        "recipe": recipe,
        "remarks": remarks.collect::<Vec<_>>(),
        "problems": problems.collect::<Vec<_>>(),
        "areas": areas,
        "indicators": indicators,
        "observations": observations,
        "from": periods.map(|(first, _)| first.to_string()),
        "to": periods.map(|(_, last)| last.to_string()),
        "faults": list(Severity::Fault),
        "notes": list(Severity::Note),
    })
}
