//! One file of the package on its way in: bytes are pushed, contents come out.

use super::descriptor::{Descriptor, Resource, TableKind};
use crate::model::Faults;
use crate::parse::{Decoders, FileFault, FileParser, ObservationSink, RowSink, Sink};
use crate::table::Observations;

/// What a file held.
#[derive(Debug)]
pub(super) enum Contents {
    /// A reference table.
    Rows(RowSink),
    /// Observations, and what was wrong with single cells.
    Observations(Box<Observations>, Faults),
}

/// The reading of one file.
pub struct FileReading<'d> {
    resource: usize,
    parser: FileParser<'d>,
    sink: FileSink,
}

enum FileSink {
    Rows(RowSink),
    Observations(Box<ObservationSink>),
}

/// A file that was read to its end.
#[derive(Debug)]
pub struct ReadFile {
    pub(super) resource: usize,
    pub(super) contents: Contents,
}

impl<'d> FileReading<'d> {
    /// Begins to read the resource at this place of the descriptor.
    pub fn new(
        descriptor: &Descriptor,
        resource: usize,
        decoders: &'d dyn Decoders,
    ) -> Result<Self, FileFault> {
        let about: &Resource = &descriptor.resources[resource];
        let sink = match about.table {
            TableKind::Observations => {
                let names = descriptor.dimensions.iter().map(|it| it.name.clone());
                let sink = ObservationSink::new(about.path.clone(), about.layout, names.collect());
                FileSink::Observations(Box::new(sink))
            }
            other => FileSink::Rows(RowSink::new(other.needed_columns())),
        };
        Ok(FileReading {
            resource,
            parser: FileParser::new(&about.options, decoders)?,
            sink,
        })
    }

    /// Takes some more bytes.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), FileFault> {
        self.parser.push(bytes, self.sink.as_sink())
    }

    /// Ends the file.
    pub fn finish(mut self) -> Result<ReadFile, FileFault> {
        self.parser.finish(self.sink.as_sink())?;
        let contents = match self.sink {
            FileSink::Rows(mut rows) => {
                rows.finish()?;
                Contents::Rows(rows)
            }
            FileSink::Observations(sink) => {
                let (table, faults) = sink.finish()?;
                Contents::Observations(Box::new(table), faults)
            }
        };
        Ok(ReadFile {
            resource: self.resource,
            contents,
        })
    }
}

impl FileSink {
    fn as_sink(&mut self) -> &mut dyn Sink {
        match self {
            FileSink::Rows(rows) => rows,
            FileSink::Observations(observations) => &mut **observations,
        }
    }
}
