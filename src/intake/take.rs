//! A whole file by its recipe: bytes are pushed, a package and its observations come out.

use super::Recipe;
use crate::model::FaultKind;
use crate::package::{Package, ReadFile};
use crate::parse::{Decoders, FileFault, FileOptions, FileParser, Record, Sink};

/// A table on its way in.
pub struct Intake<'d> {
    parser: FileParser<'d>,
    sink: RowCount,
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

#[derive(Default)]
struct RowCount(usize);

impl Sink for RowCount {
    fn header(&mut self, header: &Record<'_>) -> Result<(), FileFault> {
        self.record(header);
        Ok(())
    }
    fn record(&mut self, _: &Record<'_>) {
        self.0 += 1;
    }
    fn read_as(&mut self, _: FaultKind) {}
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
        let _ = file_name;
        let options = FileOptions {
            encoding: None,
            delimiter: Some(recipe.delimiter),
        };
        Ok(Intake {
            parser: FileParser::new(&options, decoders)?,
            sink: RowCount::default(),
        })
    }

    /// Takes some more bytes.
    ///
    /// # Errors
    /// What is wrong with the whole file. After one the file is done for.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), FileFault> {
        self.parser.push(bytes, &mut self.sink)
    }

    /// Rows of the file read so far.
    pub fn row_count(&self) -> usize {
        self.sink.0
    }

    /// Ends the file.
    ///
    /// # Errors
    /// What is wrong with the whole file; too many areas or indicators; nothing that could be read.
    pub fn finish(self) -> Result<Taken, FileFault> {
        Err(FileFault::whole(FaultKind::NoFigures))
    }
}
