//! SDMX-CSV: what statistical offices and international organisations give out.
//!
//! Such a file says what its columns are. It is first made a plain table (`plain`), by its header
//! (`columns`) and by how SDMX writes times (`period`) and letters (`status`); the plain table then
//! has a recipe like any other.

mod columns;
mod period;
mod plain;
mod remark;
mod roles;
mod sink;
mod status;

pub(super) use plain::in_full;
pub use remark::SdmxRemark;
pub(super) use sink::{PlainRows, PlainSink};

use super::{ColumnPlan, Encoding, Recipe, Recognised, Remark, Sample, SampleRow};
use crate::model::FaultKind;
use crate::parse::FileFault;
use columns::Part;
use plain::{Cells, Fate, Plain};
use roles::Roles;
use std::borrow::Cow;

/// A sample made plain, and what became of the rows that it leaves out.
struct PlainSample {
    /// Header and observations.
    sample: Sample,
    plain: Plain,
    remarks: Vec<Remark>,
}

/// The sample as a plain table; none where it is no SDMX-CSV.
fn plain_sample(sample: &Sample) -> Option<PlainSample> {
    let (header, rows) = sample.rows.split_first()?;
    let names: Vec<&str> = header.cells.iter().map(String::as_str).collect();
    let plain = Plain::of(&names)?;
    let mut kept = vec![SampleRow {
        line: header.line,
        cells: plain.columns.iter().map(|it| it.name.clone()).collect(),
        indents: Vec::new(),
    }];
    let mut left = Left::default();
    let mut cells = Cells::default();
    for row in rows {
        let written: Vec<&str> = row.cells.iter().map(String::as_str).collect();
        let fate = plain.row(&written, &mut cells);
        left.note(&plain, fate, row.line, &written);
        if fate == Fate::Kept {
            kept.push(SampleRow {
                line: row.line,
                cells: cells.to_vec(),
                indents: Vec::new(),
            });
        }
    }
    Some(PlainSample {
        sample: Sample {
            rows: kept,
            is_whole: sample.is_whole,
            spaced_quotes: sample.spaced_quotes,
            joined_keys: sample.joined_keys,
            inner_quotes: sample.inner_quotes,
        },
        plain,
        remarks: left.remarks(),
    })
}

/// Guesses the recipe of an SDMX-CSV file; none where it is no such file.
///
/// # Errors
/// Every row is of a day or a week; no row has a figure.
pub(super) fn recognise_sdmx(
    sample: &Sample,
    encoding: Encoding,
    delimiter: u8,
) -> Option<Result<Recognised, FileFault>> {
    let PlainSample {
        sample: table,
        plain,
        mut remarks,
    } = plain_sample(sample)?;
    let (_, rows) = table.rows.split_first()?;
    if rows.is_empty() {
        let is_fine = |remark: &Remark| matches!(remark, Remark::Sdmx(SdmxRemark::TooFine { .. }));
        return Some(Err(FileFault::whole(match remarks.iter().any(is_fine) {
            true => FaultKind::TooFine,
            false => FaultKind::NoFigures,
        })));
    }
    let structure = structure_of(&plain, sample);
    let Roles {
        columns,
        remarks: said,
    } = Roles::of(&plain, rows, &structure);
    let name = structure;
    remarks.insert(0, Remark::Sdmx(SdmxRemark::Structure { name }));
    remarks.extend(said);
    let named = plain.columns.iter().zip(columns);
    let mut recipe = Recipe::blank(encoding, delimiter);
    recipe.is_sdmx = true;
    recipe.spaced_quotes = sample.spaced_quotes.is_some();
    recipe.inner_quotes = sample.inner_quotes.map(|(how, _)| how);
    recipe.header_line = table.rows.first().map_or(1, |row| row.line);
    recipe.columns = named
        .map(|(column, role)| ColumnPlan {
            name: column.name.clone(),
            role,
        })
        .collect();
    Some(Ok(Recognised { recipe, remarks }))
}

/// A sample as the recipe's columns are of it: plain where the recipe says that it is SDMX-CSV, else
/// as it is.
pub fn as_read<'s>(sample: &'s Sample, recipe: &Recipe) -> Cow<'s, Sample> {
    match recipe.is_sdmx.then(|| plain_sample(sample)).flatten() {
        Some(plain) => Cow::Owned(plain.sample),
        None => Cow::Borrowed(sample),
    }
}

/// What the structure of the first row is called: its name, else its identifier without the agency
/// and the version.
fn structure_of(plain: &Plain, sample: &Sample) -> String {
    let Some(row) = sample.rows.get(1) else {
        return String::new();
    };
    let cells: Vec<&str> = row.cells.iter().map(String::as_str).collect();
    let cell = |wanted: &str| {
        let structures = plain.components.iter();
        let mut named = structures.filter(|it| it.part == Part::Structure && it.id == wanted);
        named.next().map_or("", |it| it.cell(&cells))
    };
    let name = cell("STRUCTURE_NAME");
    if !name.is_empty() {
        return name.to_string();
    }
    let written = match cell("STRUCTURE_ID") {
        "" => cell("DATAFLOW"),
        id => id,
    };
    if let Some((_, name)) = written.split_once(": ") {
        return name.trim().to_string();
    }
    let id = written.split_once(':').map_or(written, |(_, id)| id);
    let id = id.split('(').next().unwrap_or(id);
    id.rsplit('@').next().unwrap_or(id).to_string()
}

/// What was left out of a sample, and what was read in another way than written.
#[derive(Default)]
struct Left {
    deleted: (usize, u32),
    no_figure: (usize, u32),
    too_fine: (usize, u32, String),
    scaled: Option<(String, String, String)>,
}

impl Left {
    fn note(&mut self, plain: &Plain, fate: Fate, line: u32, cells: &[&str]) {
        let code = |part: Part| plain.component(part).map_or("", |it| it.code(cells));
        let counted = match fate {
            Fate::Deleted => &mut self.deleted,
            Fate::NoFigure => &mut self.no_figure,
            Fate::TooFine => {
                let (count, first, example) = &mut self.too_fine;
                *count += 1;
                if *count == 1 {
                    (*first, *example) = (line, code(Part::Time).to_string());
                }
                return;
            }
            Fate::Kept => {
                let (written, power) = (code(Part::Value), code(Part::Multiplier));
                let full = plain::figure(written, power);
                let is_scaled = full != plain::figure(written, "");
                if is_scaled && self.scaled.is_none() {
                    self.scaled = Some((written.to_string(), power.to_string(), full));
                }
                return;
            }
        };
        counted.0 += 1;
        if counted.0 == 1 {
            counted.1 = line;
        }
    }

    fn remarks(self) -> Vec<Remark> {
        let mut remarks = Vec::new();
        if let (count @ 1.., line) = self.deleted {
            remarks.push(Remark::Sdmx(SdmxRemark::Deleted { count, line }));
        }
        if let (count @ 1.., line) = self.no_figure {
            remarks.push(Remark::RowsAside { count, line });
        }
        if let (count @ 1.., line, example) = self.too_fine {
            remarks.push(Remark::Sdmx(SdmxRemark::TooFine {
                count,
                line,
                example,
            }));
        }
        if let Some((written, power, read_as)) = self.scaled {
            remarks.push(Remark::Sdmx(SdmxRemark::Scaled {
                written,
                power,
                read_as,
            }));
        }
        remarks
    }
}
