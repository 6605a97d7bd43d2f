//! One file of the package on its way in: bytes are pushed, contents come out.

use super::descriptor::{Descriptor, Resource, TableKind};
use super::geometry::GeometryReading;
use crate::model::{Faults, Outline};
use crate::parse::{Decoders, FileFault, FileParser, ObservationSink, RowSink, Sink};
use crate::table::Observations;

/// What a file held.
#[derive(Debug)]
pub(super) enum Contents {
    /// A reference table.
    Rows(RowSink),
    /// Observations, and what was wrong with single cells.
    Observations(Box<Observations>, Faults),
    /// Outlines of areas, and what was wrong with single features.
    Outlines(Vec<Outline>, Faults),
}

/// The reading of one file.
pub struct FileReading<'d> {
    resource: usize,
    reader: Reader<'d>,
}

enum Reader<'d> {
    /// A CSV file: its parser, and where the records go.
    Records(Box<FileParser<'d>>, FileSink),
    Outlines(GeometryReading),
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

impl ReadFile {
    /// The file's place in the descriptor.
    pub fn place(&self) -> usize {
        self.resource
    }

    /// The observations of a file that was read in another way than the package's own files are: the
    /// place of the descriptor that they take, and what was wrong with single cells.
    pub fn of_observations(resource: usize, table: Observations, faults: Faults) -> ReadFile {
        ReadFile {
            resource,
            contents: Contents::Observations(Box::new(table), faults),
        }
    }
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
            TableKind::Geometry => {
                let reading = GeometryReading::new(about.path.clone(), &about.geometry);
                let reader = Reader::Outlines(reading);
                return Ok(FileReading { resource, reader });
            }
            TableKind::Observations => {
                let names = descriptor.dimensions.iter().map(|it| it.name.clone());
                let sink = ObservationSink::new(about.path.clone(), about.layout, names.collect());
                FileSink::Observations(Box::new(sink))
            }
            other => FileSink::Rows(RowSink::new(other.needed_columns())),
        };
        let parser = FileParser::new(&about.options, decoders)?;
        Ok(FileReading {
            resource,
            reader: Reader::Records(Box::new(parser), sink),
        })
    }

    /// Takes some more bytes.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), FileFault> {
        match &mut self.reader {
            Reader::Records(parser, sink) => parser.push(bytes, sink.as_sink()),
            Reader::Outlines(reading) => reading.push(bytes),
        }
    }

    /// Ends the file.
    pub fn finish(self) -> Result<ReadFile, FileFault> {
        let contents = match self.reader {
            Reader::Records(parser, mut sink) => {
                parser.finish(sink.as_sink())?;
                sink.contents()?
            }
            Reader::Outlines(reading) => {
                let (outlines, faults) = reading.finish()?;
                Contents::Outlines(outlines, faults)
            }
        };
        Ok(ReadFile {
            resource: self.resource,
            contents,
        })
    }
}

impl FileSink {
    fn contents(self) -> Result<Contents, FileFault> {
        Ok(match self {
            FileSink::Rows(mut rows) => {
                rows.finish()?;
                Contents::Rows(rows)
            }
            FileSink::Observations(sink) => {
                let (table, faults) = sink.finish()?;
                Contents::Observations(Box::new(table), faults)
            }
        })
    }

    fn as_sink(&mut self) -> &mut dyn Sink {
        match self {
            FileSink::Rows(rows) => rows,
            FileSink::Observations(observations) => &mut **observations,
        }
    }
}
