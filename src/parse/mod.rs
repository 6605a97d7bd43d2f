//! Bytes to columns, and the faults found on the way.
//!
//! A file is untrusted: `guard` looks at its first bytes, `encoding` turns bytes into text,
//! `record` cuts text into cells, `cell` reads a cell, and two sinks take the records:
//! `observations` fills columns, `rows` keeps the cells of small tables. `archive` gives the bytes of
//! files that come packed into one. Parsing never fails as a
//! whole but for what is wrong with a whole file. This room knows nothing of the network, of the
//! reference tables, or of what a code means.

mod archive;
pub mod cell;
mod delimiter;
mod encoding;
mod guard;
mod indent;
mod inner_quotes;
mod joined;
mod names;
mod observations;
mod quotes;
mod record;
mod rows;
mod shape;
mod spaced;
mod unpack;
mod utf16;

pub use archive::{Archive, ArchivedFile, LIMIT_ARCHIVE_FILES, LIMIT_UNPACKED_BYTES, is_archive};
pub use encoding::{Decoder, Decoders};
pub use guard::{LIMIT_BYTES, LIMIT_COLUMNS, opening_text, utf16_name};
pub use inner_quotes::{InnerQuotes, inner_quotes};
pub use joined::names_joined_keys;
pub use observations::{Layout, ObservationSink, SUFFIX_DENOMINATOR, SUFFIX_NUMERATOR};
pub use record::Record;
pub use rows::{Row, RowSink};
pub use spaced::spaced_quotes;
pub use unpack::Unpacking;

use crate::model::FaultKind;
use encoding::TextStream;
use inner_quotes::DoubledQuotes;
use joined::ApartKeys;
use record::RecordReader;
use spaced::WithoutSpaces;

/// What the descriptor says about a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FileOptions {
    /// The declared encoding, such as `gb18030`; UTF-8 where none is declared, and UTF-16 or GB18030
    /// where the bytes are that instead.
    pub encoding: Option<String>,
    /// The declared delimiter; sniffed from the header where none is declared.
    pub delimiter: Option<u8>,
    /// True where spaces stand before quotation marks that open cells; of a declared delimiter.
    pub spaced_quotes: bool,
    /// True where the first column holds several that commas part, before others that tabs part.
    pub joined_keys: bool,
    /// How marks within quoted cells are written that are not doubled; of a declared delimiter.
    pub inner_quotes: Option<InnerQuotes>,
}

/// What is wrong with a whole file, and on which line where that is known (else 0).
#[derive(Clone, Debug, PartialEq)]
pub struct FileFault {
    /// The line, from 1; 0 for the whole file.
    pub line: u32,
    /// The column concerned, blank where none is.
    pub column: String,
    /// What was found, blank where nothing can be quoted.
    pub found: String,
    /// What is wrong.
    pub kind: FaultKind,
}

impl FileFault {
    /// A fault of the file as a whole.
    pub fn whole(kind: FaultKind) -> FileFault {
        FileFault::at(0, kind)
    }

    /// A fault that begins on a line.
    pub fn at(line: u32, kind: FaultKind) -> FileFault {
        FileFault {
            line,
            column: String::new(),
            found: String::new(),
            kind,
        }
    }

    /// The same, naming a column.
    pub fn in_column(mut self, column: &str) -> FileFault {
        self.column = column.to_string();
        self
    }
}

/// Takes the records of one file.
pub trait Sink {
    /// The first record. An error ends the file.
    fn header(&mut self, header: &Record<'_>) -> Result<(), FileFault>;
    /// Every other record that holds anything.
    fn record(&mut self, record: &Record<'_>);
    /// Called once where the bytes turned out to be of an encoding that was not declared, with the
    /// note that says so.
    fn read_as(&mut self, note: FaultKind);
}

/// A push parser for one file: give it bytes as they come, then call `finish`.
pub struct FileParser<'d> {
    text: TextStream<'d>,
    records: RecordReader,
    rewriting: Rewriting,
    bytes: u64,
}

/// What a text is made into before it is cut.
#[derive(Debug)]
enum Rewriting {
    None,
    Spaces(WithoutSpaces),
    Keys(ApartKeys),
    Quotes(DoubledQuotes),
}

impl Rewriting {
    fn of(options: &FileOptions) -> Rewriting {
        if let (Some(delimiter), Some(how)) = (options.delimiter, options.inner_quotes) {
            return Rewriting::Quotes(DoubledQuotes::new(delimiter, how));
        }
        match options.delimiter {
            Some(b'\t') if options.joined_keys => Rewriting::Keys(ApartKeys::new()),
            Some(delimiter) if options.spaced_quotes => {
                Rewriting::Spaces(WithoutSpaces::new(delimiter))
            }
            _ => Rewriting::None,
        }
    }
}

/// Cuts a piece of text, made into what is cut.
fn cut(
    records: &mut RecordReader,
    rewriting: &mut Rewriting,
    piece: &str,
    sink: &mut dyn Sink,
) -> Result<(), FileFault> {
    match rewriting {
        Rewriting::None => records.push(piece, sink),
        Rewriting::Spaces(without) => records.push(&without.pass(piece), sink),
        Rewriting::Keys(apart) => records.push(&apart.pass(piece), sink),
        Rewriting::Quotes(doubled) => records.push(&doubled.pass(piece), sink),
    }
}

impl<'d> FileParser<'d> {
    /// A parser for a file with these options. `decoders` supplies what is not UTF-8.
    pub fn new(options: &FileOptions, decoders: &'d dyn Decoders) -> Result<Self, FileFault> {
        Ok(FileParser {
            text: TextStream::new(options.encoding.as_deref(), decoders)?,
            records: RecordReader::new(options.delimiter),
            rewriting: Rewriting::of(options),
            bytes: 0,
        })
    }

    /// Parses some more bytes. After an error the file is done for.
    pub fn push(&mut self, bytes: &[u8], sink: &mut dyn Sink) -> Result<(), FileFault> {
        self.bytes += bytes.len() as u64;
        if self.bytes > LIMIT_BYTES {
            return Err(FileFault::whole(FaultKind::TooLarge {
                limit_bytes: LIMIT_BYTES,
            }));
        }
        let (records, rewriting) = (&mut self.records, &mut self.rewriting);
        let outcome = self
            .text
            .push(bytes, &mut |piece| cut(records, rewriting, piece, sink));
        outcome.map_err(|fault| self.with_line(fault))
    }

    /// True where the bytes so far were read as GB18030 without being declared so.
    pub fn assumed_gb18030(&self) -> bool {
        self.text.assumed() == Some(FaultKind::ReadAsGb18030)
    }

    /// Ends the file.
    pub fn finish(mut self, sink: &mut dyn Sink) -> Result<(), FileFault> {
        let (records, rewriting) = (&mut self.records, &mut self.rewriting);
        let outcome = self
            .text
            .finish(&mut |piece| cut(records, rewriting, piece, sink));
        outcome.map_err(|fault| self.with_line(fault))?;
        if let Some(note) = self.text.assumed() {
            sink.read_as(note);
        }
        self.records.finish(sink)
    }

    /// Bytes that are no text stand on the line that was being read.
    fn with_line(&self, fault: FileFault) -> FileFault {
        match fault.kind {
            FaultKind::WrongEncoding { .. } => FileFault {
                line: self.records.line(),
                ..fault
            },
            _ => fault,
        }
    }
}
