//! A whole file by its recipe: bytes are pushed, a package and its observations come out. Areas and
//! indicators go through the same reading and the same checks as those of a published package.

use super::rows::{Cells, Rows};
use super::sdmx::{PlainRows, PlainSink};
use super::{Problem, Recipe, headings, problems};
use crate::model::{Fault, FaultKind, Severity, Text};
use crate::package::{
    Descriptor, Dimension, FileReading, Headings, OWN, Package, ReadFile, Resource, TableKind,
};
use crate::parse::{Decoders, FileFault, FileOptions, FileParser, Layout, Record, Sink};
use std::sync::Arc;

/// A table on its way in.
pub struct Intake<'d> {
    parser: FileParser<'d>,
    rows: FileRows,
    /// What makes the rows of an SDMX-CSV file plain.
    plain: Option<PlainRows>,
    file_name: String,
    dimensions: Vec<String>,
    headings: Headings,
    decoders: &'d dyn Decoders,
}

/// A table that was read.
pub struct Taken {
    /// The package: descriptor, areas and indicators have been entered, the observations not yet.
    pub package: Package,
    /// The place of the observations in its descriptor.
    pub at: usize,
    /// The observations, to be given their meaning.
    pub file: ReadFile,
}

impl<'d> Intake<'d> {
    /// Begins to read a file of this name by the recipe.
    ///
    /// # Errors
    /// An encoding that cannot be decoded, a recipe that cannot be used.
    pub fn new(
        recipe: &Recipe,
        file_name: &str,
        decoders: &'d dyn Decoders,
    ) -> Result<Self, FileFault> {
        if let Some(problem) = problems(recipe).first() {
            let needed = problem.needed().to_string();
            let kind = FaultKind::MissingColumn { needed };
            return Err(FileFault::at(recipe.header_line, kind));
        }
        let options = FileOptions {
            encoding: recipe.encoding.declared(),
            delimiter: Some(recipe.delimiter),
            spaced_quotes: recipe.spaced_quotes,
            joined_keys: recipe.joined_keys,
            inner_quotes: recipe.inner_quotes,
        };
        let dimensions = recipe.columns.iter().filter(|it| it.is_dimension());
        Ok(Intake {
            parser: FileParser::new(&options, decoders)?,
            rows: FileRows(Rows::new(recipe, file_name, stem(file_name))),
            plain: recipe.is_sdmx.then(PlainRows::default),
            file_name: file_name.to_string(),
            headings: headings::of(recipe),
            dimensions: dimensions.map(|it| it.name.clone()).collect(),
            decoders,
        })
    }

    /// Takes some more bytes.
    ///
    /// # Errors
    /// What is wrong with the whole file. After one the file is done for.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), FileFault> {
        match &mut self.plain {
            Some(rows) => {
                let inner = &mut self.rows;
                self.parser.push(bytes, &mut PlainSink { rows, inner })?;
            }
            None => self.parser.push(bytes, &mut self.rows)?,
        }
        match self.rows.0.failure.take() {
            Some(failure) => Err(failure),
            None => Ok(()),
        }
    }

    /// Rows of the file read so far.
    pub fn row_count(&self) -> usize {
        self.rows.0.table.record_count
    }

    /// Ends the file: no more bytes come.
    ///
    /// # Errors
    /// What is wrong with the whole file.
    pub fn end(self) -> Result<Ending<'d>, FileFault> {
        let mut rows = self.rows;
        match self.plain {
            Some(mut plain) => {
                let (rows, inner) = (&mut plain, &mut rows);
                self.parser.finish(&mut PlainSink { rows, inner })?;
            }
            None => self.parser.finish(&mut rows)?,
        }
        let mut rows = rows.0;
        rows.end()?;
        Ok(Ending {
            rows,
            file_name: self.file_name,
            dimensions: self.dimensions,
            headings: self.headings,
            decoders: self.decoders,
        })
    }

    /// Ends the file and settles all at once.
    ///
    /// # Errors
    /// Those of [`Intake::end`] and [`Ending::finish`].
    pub fn finish(self) -> Result<Taken, FileFault> {
        let mut ending = self.end()?;
        while ending.step(usize::MAX) {}
        ending.finish()
    }
}

/// A table whose rows are read and of which it is to be settled which areas hold which.
pub struct Ending<'d> {
    rows: Rows,
    file_name: String,
    dimensions: Vec<String>,
    headings: Headings,
    decoders: &'d dyn Decoders,
}

impl Ending<'_> {
    /// Looks at so many more rows; false where all is settled.
    pub fn step(&mut self, most_rows: usize) -> bool {
        self.rows.settle(most_rows)
    }

    /// The table as a package; [`Ending::step`] has said that all is settled.
    ///
    /// # Errors
    /// Too many areas or indicators; nothing that could be read.
    pub fn finish(self) -> Result<Taken, FileFault> {
        let mut rows = self.rows;
        if rows.table.row_count() == 0 {
            // Of what kept every row from being read the first says what to do.
            let faults = std::mem::take(&mut rows.faults).finish(&rows.file);
            let is_fault = |it: &Fault| it.kind.severity() == Severity::Fault;
            let first = faults.into_iter().find(is_fault).map(|fault| FileFault {
                line: fault.line,
                column: fault.column,
                found: fault.found,
                kind: fault.kind,
            });
            return Err(first.unwrap_or(FileFault::whole(FaultKind::NoFigures)));
        }
        if let Some(code) = rows.personal_number() {
            let kind = FaultKind::PersonalNumber;
            let fault = FileFault::at(0, kind).in_column(rows.area_column());
            return Err(FileFault {
                found: code.to_string(),
                ..fault
            });
        }
        let areas = rows.places.table();
        let mut descriptor = descriptor(&self.file_name, areas.levels, &self.dimensions);
        descriptor.fictional = rows.is_fictional;
        descriptor.judged = !rows.is_unjudged;
        if let Some(about) = descriptor.resources.get_mut(OBSERVATIONS) {
            about.headings = Some(Arc::new(self.headings));
        }
        let mut package = Package::open(OWN, "", descriptor);
        for (at, text) in [areas.text, rows.indicators.table()]
            .into_iter()
            .enumerate()
        {
            let mut reading = FileReading::new(&package.descriptor, at, self.decoders)?;
            reading.push(text.as_bytes())?;
            package = package.with_reference(reading.finish()?);
        }
        Ok(Taken {
            package,
            at: OBSERVATIONS,
            file: ReadFile::of_observations(OBSERVATIONS, rows.table, rows.faults),
        })
    }
}

/// Place of the observations in the descriptor, behind the areas and the indicators.
const OBSERVATIONS: usize = 2;

/// A descriptor for one table.
fn descriptor(file_name: &str, levels: Vec<String>, dimensions: &[String]) -> Descriptor {
    let title = stem(file_name);
    let resource = |name: &str, path: &str, table: TableKind| Resource {
        name: name.to_string(),
        is_own: true,
        is_recognised: true,
        ..Resource::plain(path, table, Layout::Long)
    };
    Descriptor {
        name: OWN.to_string(),
        version: String::new(),
        created: String::new(),
        title: Text::new(title, title),
        banner: Text::default(),
        judged: true,
        fictional: false,
        levels,
        dimensions: dimensions
            .iter()
            .map(|name| Dimension {
                name: name.clone(),
                label: Text::new(name.clone(), name.clone()),
                values: Vec::new(),
            })
            .collect(),
        case_basis: None,
        resources: vec![
            resource("areas", "areas.csv", TableKind::Areas),
            resource("indicators", "indicators.csv", TableKind::Indicators),
            resource("observations", file_name, TableKind::Observations),
        ],
    }
}

/// A file's name without its folders and its ending.
pub(super) fn stem(file_name: &str) -> &str {
    let name = file_name.rsplit(['/', '\\']).next().unwrap_or(file_name);
    match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => name,
    }
}

impl Problem {
    /// The column of a published file that would say what is missing.
    fn needed(self) -> &'static str {
        match self {
            Problem::NoArea => "area_code",
            Problem::NoFigure | Problem::FigureTwice | Problem::PartAlone => "value",
            Problem::NoPeriod | Problem::NoYear | Problem::MonthsAsColumns => "period",
            Problem::RoleTwice => "indicator",
        }
    }
}

struct FileRows(Rows);

impl Sink for FileRows {
    fn header(&mut self, header: &Record<'_>) -> Result<(), FileFault> {
        self.0.row(header);
        Ok(())
    }

    fn record(&mut self, record: &Record<'_>) {
        self.0.row(record);
    }

    fn read_as(&mut self, note: FaultKind) {
        self.0.read_as(note);
    }
}

impl Cells for Record<'_> {
    fn line(&self) -> u32 {
        self.line
    }

    fn count(&self) -> usize {
        self.len()
    }

    fn cell(&self, place: usize) -> &str {
        Record::cell(self, place)
    }

    fn indent(&self, place: usize) -> usize {
        Record::indent(self, place)
    }

    fn breaks_off(&self) -> bool {
        Record::breaks_off(self)
    }
}
