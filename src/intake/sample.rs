//! The first bytes of a file, cut into rows: how they are encoded and what parts their cells. Knows
//! nothing of what a row means.

use super::Encoding;
use super::foreign::foreign;
use super::garbled::garbled;
use super::narrow::narrow_encoding;
use crate::model::FaultKind;
use crate::parse::{
    Decoders, FileFault, FileOptions, FileParser, InnerQuotes, Record, Sink, inner_quotes,
    names_joined_keys, spaced_quotes, utf16_name,
};

/// One row of the sample, the header and the titles above it as well.
#[derive(Clone, Debug, PartialEq)]
pub struct SampleRow {
    /// The line of the file on which it begins, from 1.
    pub line: u32,
    /// Its cells without the white space around them.
    pub cells: Vec<String>,
    /// So many spaces stood before each cell; empty where before none.
    pub indents: Vec<u8>,
}

/// The first rows of a file.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Sample {
    /// Every row that holds anything.
    pub rows: Vec<SampleRow>,
    /// True where the rows are all that the file has.
    pub is_whole: bool,
    /// The line on which spaces first stand before a quotation mark that opens a cell, where the file is
    /// written so.
    pub spaced_quotes: Option<u32>,
    /// True where the first column held several, parted by commas, which are set apart here.
    pub joined_keys: bool,
    /// How quotation marks within quoted cells are written, where they are not doubled, and the line of the
    /// first.
    pub inner_quotes: Option<(InnerQuotes, u32)>,
}

/// So many bytes are enough to find the delimiter.
const DELIMITER_BYTES: usize = 64 * 1024;

/// What may part cells, the likelier first.
const DELIMITERS: [u8; 4] = [b',', b'\t', b';', b'|'];

/// Cuts the first bytes of a file into rows. Encoding and delimiter are found out where they are not
/// given.
///
/// # Errors
/// Bytes that are no text, a quotation mark that is never closed, nothing at all.
pub fn sample(
    bytes: &[u8],
    is_whole: bool,
    encoding: Option<Encoding>,
    delimiter: Option<u8>,
    decoders: &dyn Decoders,
) -> Result<(Sample, Encoding, u8), FileFault> {
    if let Some(kind) = foreign(bytes) {
        return Err(FileFault::whole(kind));
    }
    let encoding = match encoding.or_else(|| wide_encoding(bytes)) {
        None if std::str::from_utf8(bytes).is_err() => narrow_encoding(bytes, decoders)?,
        encoding => encoding,
    };
    let cut_with = |bytes: &[u8],
                    is_whole: bool,
                    delimiter: u8,
                    [is_spaced, is_joined]: [bool; 2],
                    quotes: Option<InnerQuotes>| {
        let options = FileOptions {
            encoding: encoding.and_then(Encoding::declared),
            delimiter: Some(delimiter),
            spaced_quotes: is_spaced,
            joined_keys: is_joined,
            inner_quotes: quotes,
        };
        cut(bytes, is_whole, &options, decoders)
    };
    let cut = |bytes: &[u8], is_whole: bool, delimiter: u8, flags: [bool; 2]| {
        cut_with(bytes, is_whole, delimiter, flags, None)
    };
    let delimiter = match delimiter {
        Some(delimiter) => delimiter,
        None => {
            let head = &bytes[..bytes.len().min(DELIMITER_BYTES)];
            let head_is_whole = is_whole && head.len() == bytes.len();
            let tried =
                DELIMITERS.map(|delimiter| cut(head, head_is_whole, delimiter, [false, false]));
            best_delimiter(&tried)
        }
    };
    // Of two bytes a character none is looked for.
    let is_wide = matches!(encoding, Some(Encoding::Utf16Le | Encoding::Utf16Be));
    let spaced_quotes = spaced_quotes(bytes, delimiter).filter(|_| !is_wide);
    let is_spaced = spaced_quotes.is_some();
    // A byte of another encoding may look like a backslash.
    let text = whole_text(bytes).filter(|_| !is_wide && !is_spaced);
    let quotes = text.and_then(|text| inner_quotes(text, delimiter));
    let how = quotes.map(|(how, _)| how);
    let undeclared = |fault: FileFault| match fault.kind {
        // Nobody said that it is of the encodings that were tried.
        FaultKind::WrongEncoding { .. } if encoding.is_none() => {
            FileFault::whole(FaultKind::NoEncoding)
        }
        _ => fault,
    };
    let (mut rows, is_gb18030) =
        cut_with(bytes, is_whole, delimiter, [is_spaced, false], how).map_err(undeclared)?;
    let corner = rows.first().and_then(|row| row.cells.first());
    let joined_keys = delimiter == b'\t' && corner.is_some_and(|it| names_joined_keys(it));
    if joined_keys {
        (rows, _) = cut(bytes, is_whole, delimiter, [false, true])?;
    }
    let found = encoding.unwrap_or(match is_gb18030 {
        true => Encoding::Gb18030,
        false => Encoding::Utf8,
    });
    if rows.is_empty() {
        return Err(FileFault::whole(FaultKind::Empty));
    }
    if let Some((line, cell)) = garbled(&rows) {
        let fault = FileFault::at(line, FaultKind::Garbled);
        let found = cell.to_string();
        return Err(FileFault { found, ..fault });
    }
    let sample = Sample {
        rows,
        is_whole,
        spaced_quotes: spaced_quotes.filter(|_| !joined_keys),
        joined_keys,
        inner_quotes: quotes.filter(|_| !joined_keys),
    };
    Ok((sample, found, delimiter))
}

impl Encoding {
    /// The name by which files are declared to be so.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Gb18030 => "gb18030",
            Encoding::Western => "windows-1252",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
            Encoding::Central => "windows-1250",
            Encoding::Turkish => "windows-1254",
            Encoding::Cyrillic => "windows-1251",
            Encoding::ShiftJis => "shift_jis",
            Encoding::EucKr => "euc-kr",
            Encoding::Big5 => "big5",
        }
    }

    /// What a reader of the file must be told: nothing for UTF-8, which is what it takes.
    pub(super) fn declared(self) -> Option<String> {
        (self != Encoding::Utf8).then(|| self.name().to_string())
    }
}

/// The text of bytes of UTF-8, of which the last character may be cut off; none of any others.
fn whole_text(bytes: &[u8]) -> Option<&str> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) if error.error_len().is_none() => {
            std::str::from_utf8(bytes.get(..error.valid_up_to())?).ok()?
        }
        Err(_) => return None,
    };
    Some(text.trim_start_matches('\u{feff}'))
}

/// Two bytes a character, by the mark at the start or by where the zero bytes of ASCII stand.
fn wide_encoding(bytes: &[u8]) -> Option<Encoding> {
    let name = utf16_name(bytes)?;
    let wide = [Encoding::Utf16Le, Encoding::Utf16Be];
    wide.into_iter().find(|encoding| encoding.name() == name)
}

#[derive(Default)]
struct Rows(Vec<SampleRow>);

impl Sink for Rows {
    fn header(&mut self, header: &Record<'_>) -> Result<(), FileFault> {
        self.record(header);
        Ok(())
    }

    fn record(&mut self, record: &Record<'_>) {
        self.0.push(SampleRow {
            line: record.line,
            cells: record.cells().map(str::to_string).collect(),
            indents: indents(record),
        });
    }

    fn read_as(&mut self, _: FaultKind) {}
}

/// The spaces before each cell of a row; empty where there are none.
fn indents(record: &Record<'_>) -> Vec<u8> {
    let all = (0..record.len()).map(|at| record.indent(at));
    match all.clone().any(|it| it > 0) {
        true => all.map(|it| u8::try_from(it).unwrap_or(u8::MAX)).collect(),
        false => Vec::new(),
    }
}

type Cut = Result<(Vec<SampleRow>, bool), FileFault>;

/// The rows, and whether the bytes were taken for GB18030. Of a file that goes on, the row that is
/// open is left out.
fn cut(bytes: &[u8], is_whole: bool, options: &FileOptions, decoders: &dyn Decoders) -> Cut {
    let mut parser = FileParser::new(options, decoders)?;
    let mut rows = Rows::default();
    parser.push(bytes, &mut rows)?;
    let mut is_gb18030 = parser.assumed_gb18030();
    if is_whole {
        let mut watch = GbWatch(&mut rows, &mut is_gb18030);
        parser.finish(&mut watch)?;
    }
    Ok((rows.0, is_gb18030))
}

/// Keeps what a short file says of its encoding only at its end.
struct GbWatch<'r>(&'r mut Rows, &'r mut bool);

impl Sink for GbWatch<'_> {
    fn header(&mut self, header: &Record<'_>) -> Result<(), FileFault> {
        self.0.header(header)
    }

    fn record(&mut self, record: &Record<'_>) {
        self.0.record(record);
    }

    fn read_as(&mut self, note: FaultKind) {
        *self.1 = note == FaultKind::ReadAsGb18030;
    }
}

/// The delimiter by which most rows have one and the same number of cells, more than one; of equals
/// the tab, which no text holds in every row by chance, else the one that makes more cells. A comma
/// where none parts anything. Above a table of this program a mark and a text stand in each row: what parts
/// the two parts all, whatever the texts hold.
fn best_delimiter(tried: &[Cut; 4]) -> u8 {
    let is_marked = |cut: &Cut| {
        let first = cut.as_ref().ok().and_then(|(rows, _)| rows.first());
        first.is_some_and(|row| row.cells.len() == 2 && row.cells[0] == "#")
    };
    if let Some(at) = tried.iter().position(is_marked) {
        return DELIMITERS[at];
    }
    let mut best = (0.0, 0, b',');
    for (delimiter, cut) in DELIMITERS.into_iter().zip(tried) {
        let Ok((rows, _)) = cut else {
            continue;
        };
        let cells = usual_width(rows);
        if cells < 2 || delimiter == b'\t' && pads_cells(rows) {
            continue;
        }
        let agree = rows.iter().filter(|row| row.cells.len() == cells).count();
        let share = agree as f64 / rows.len() as f64;
        // A header without decimal commas tells semicolons from them: one row decides.
        let is_better = delimiter == b'\t' || (best.2 != b'\t' && cells > best.1);
        if share > best.0 || (share == best.0 && is_better) {
            best = (share, cells, delimiter);
        }
    }
    best.2
}

/// True where each tab stands before another mark, behind what a cell holds: `人口\t,120\t,`.
fn pads_cells(rows: &[SampleRow]) -> bool {
    let mut behind = rows
        .iter()
        .flat_map(|row| row.cells.iter().skip(1))
        .peekable();
    behind.peek().is_some() && behind.all(|cell| cell.is_empty() || cell.starts_with([',', ';']))
}

/// The number of cells that most rows have; of those with one cell, titles and notes, none counts
/// where others are.
pub(super) fn usual_width(rows: &[SampleRow]) -> usize {
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for cells in rows.iter().map(|row| row.cells.len()).filter(|it| *it > 1) {
        match counts.iter_mut().find(|(known, _)| *known == cells) {
            Some((_, count)) => *count += 1,
            None => counts.push((cells, 1)),
        }
    }
    let most = counts.iter().max_by_key(|(cells, count)| (*count, *cells));
    let most = most.map_or(1, |(cells, _)| *cells);
    match most {
        2 => width_below_pairs(rows).unwrap_or(2),
        most => most,
    }
}

/// The number of cells of all rows below pairs of a word and what it says, of which a short table has
/// fewer rows.
fn width_below_pairs(rows: &[SampleRow]) -> Option<usize> {
    let first = rows.iter().position(|row| row.cells.len() > 2)?;
    let (above, below) = rows.split_at(first);
    let width = below.first()?.cells.len();
    let is_table = below.len() > 1 && below.iter().all(|row| row.cells.len() == width);
    (!above.is_empty() && is_table).then_some(width)
}
