//! Text to records of cells, with the line that each began on (csv-core does the cutting).

use super::delimiter::{SNIFFED_BYTES, sniff_delimiter};
use super::guard::{LIMIT_CELL_BYTES, LIMIT_COLUMNS};
use super::quotes::QuoteWatch;
use super::{FileFault, Sink, indent};
use crate::model::FaultKind;
use csv_core::ReadRecordResult;

/// The cells of one record.
pub struct Record<'a> {
    /// Line on which the record begins, from 1.
    pub line: u32,
    text: &'a str,
    ends: &'a [usize],
    delimited_end: bool,
}

impl<'a> Record<'a> {
    /// A record on the same line with other cells: their text one after the other, and where each
    /// ends.
    pub fn with_cells<'c>(&self, text: &'c str, ends: &'c [usize]) -> Record<'c> {
        Record {
            line: self.line,
            text,
            ends,
            delimited_end: self.delimited_end,
        }
    }

    /// Number of cells.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// True where there is no cell.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// A cell without the white space around it; blank past the end.
    pub fn cell(&self, place: usize) -> &'a str {
        trimmed(self.raw(place))
    }

    /// How far in a cell begins, in spaces.
    pub fn indent(&self, place: usize) -> usize {
        indent::width(self.raw(place))
    }

    fn raw(&self, place: usize) -> &'a str {
        let Some(end) = self.ends.get(place) else {
            return "";
        };
        let start = match place {
            0 => 0,
            _ => self.ends[place - 1],
        };
        self.text.get(start..*end).unwrap_or_default()
    }

    /// Every cell in order.
    pub fn cells(&self) -> impl Iterator<Item = &'a str> + '_ {
        (0..self.len()).map(|place| self.cell(place))
    }

    /// The cells in one text.
    pub fn joined(&self) -> String {
        self.cells().collect::<Vec<_>>().join(", ")
    }

    /// True where every cell is blank, as in the rows that a spreadsheet leaves behind.
    pub fn is_blank(&self) -> bool {
        self.cells().all(str::is_empty)
    }

    /// True where the record is the file's last and no line end follows it.
    pub fn breaks_off(&self) -> bool {
        !self.delimited_end
    }
}

/// The text without the white space around it, and without marks that nobody sees: a byte-order mark
/// where files were joined, marks of direction that come with copied text. Most cells end in ASCII
/// that is none, which two bytes tell sooner than their characters do.
fn trimmed(text: &str) -> &str {
    let is_plain = |end: Option<&u8>| end.is_none_or(u8::is_ascii_graphic);
    let bytes = text.as_bytes();
    if is_plain(bytes.first()) && is_plain(bytes.last()) {
        text
    } else {
        text.trim_matches(|it: char| it.is_whitespace() || is_unseen(it))
    }
}

/// True of characters that take no room and belong to no code and no name at its ends.
fn is_unseen(character: char) -> bool {
    matches!(
        character,
        '\u{feff}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'
    )
}

/// Cuts one file's text into records.
pub struct RecordReader {
    core: Option<csv_core::Reader>,
    /// As declared, or as sniffed.
    delimiter: Option<u8>,
    /// Text held back until the delimiter can be sniffed.
    opening: String,
    cells: Vec<u8>,
    filled: usize,
    ends: Vec<usize>,
    ended: usize,
    line: u32,
    record_line: u32,
    within_record: bool,
    /// The last byte was CR; an LF after it belongs to the same line end.
    after_cr: bool,
    quotes: QuoteWatch,
    header_seen: bool,
}

impl RecordReader {
    /// A reader for a file whose delimiter is declared, or sniffed from its first line.
    pub fn new(delimiter: Option<u8>) -> RecordReader {
        RecordReader {
            core: None,
            delimiter,
            opening: String::new(),
            cells: vec![0; 4096],
            filled: 0,
            ends: vec![0; 64],
            ended: 0,
            line: 1,
            record_line: 1,
            within_record: false,
            after_cr: false,
            quotes: QuoteWatch::new(),
            header_seen: false,
        }
    }

    /// Cuts some more text.
    pub fn push(&mut self, text: &str, sink: &mut dyn Sink) -> Result<(), FileFault> {
        if self.delimiter.is_some() {
            return self.cut(text, sink);
        }
        self.opening.push_str(text);
        let first_line = self.opening.trim_start_matches(['\n', '\r']);
        if first_line.len() < SNIFFED_BYTES && !first_line.contains(['\n', '\r']) {
            return Ok(());
        }
        self.cut_opening(sink)
    }

    fn cut_opening(&mut self, sink: &mut dyn Sink) -> Result<(), FileFault> {
        let opening = std::mem::take(&mut self.opening);
        let first_line = opening.trim_start_matches(['\n', '\r']);
        self.delimiter = Some(sniff_delimiter(first_line.as_bytes()));
        self.cut(&opening, sink)
    }

    fn cut(&mut self, text: &str, sink: &mut dyn Sink) -> Result<(), FileFault> {
        let mut rest = text.as_bytes();
        loop {
            if !self.within_record {
                rest = self.skip_line_ends(rest);
            }
            if rest.is_empty() {
                // csv-core would take no bytes for the end of the file.
                return Ok(());
            }
            if !self.within_record {
                self.within_record = true;
                self.record_line = self.line;
            }
            let (result, taken) = self.advance(rest);
            self.count_lines(&rest[..taken]);
            let delimiter = self.delimiter.unwrap_or(b',');
            self.quotes.follow(&rest[..taken], delimiter);
            rest = &rest[taken..];
            match result {
                ReadRecordResult::InputEmpty | ReadRecordResult::End => return self.check_length(),
                ReadRecordResult::OutputFull => self.grow_cells()?,
                ReadRecordResult::OutputEndsFull => self.grow_ends()?,
                ReadRecordResult::Record => self.give(sink, true)?,
            }
        }
    }

    /// Ends the file: the last record may have no line end, and a quotation mark may be open.
    pub fn finish(mut self, sink: &mut dyn Sink) -> Result<(), FileFault> {
        if self.delimiter.is_none() {
            self.cut_opening(sink)?;
        }
        if self.within_record {
            // A line end closes every record but one whose quotation mark is open.
            loop {
                match self.advance(b"\n").0 {
                    ReadRecordResult::OutputFull => self.grow_cells()?,
                    ReadRecordResult::OutputEndsFull => self.grow_ends()?,
                    ReadRecordResult::Record => break self.give(sink, false)?,
                    ReadRecordResult::InputEmpty | ReadRecordResult::End => {
                        return Err(self.unterminated());
                    }
                }
            }
        }
        if self.header_seen {
            Ok(())
        } else {
            Err(FileFault::whole(FaultKind::Empty))
        }
    }

    /// The line that has been reached.
    pub fn line(&self) -> u32 {
        self.line
    }

    fn advance(&mut self, rest: &[u8]) -> (ReadRecordResult, usize) {
        let delimiter = self.delimiter.unwrap_or(b',');
        let core = self
            .core
            .get_or_insert_with(|| csv_core::ReaderBuilder::new().delimiter(delimiter).build());
        let (result, taken, written, ended) = core.read_record(
            rest,
            &mut self.cells[self.filled..],
            &mut self.ends[self.ended..],
        );
        self.filled += written;
        self.ended += ended;
        (result, taken)
    }

    fn give(&mut self, sink: &mut dyn Sink, delimited_end: bool) -> Result<(), FileFault> {
        self.check_record(delimited_end)?;
        let record = Record {
            line: self.record_line,
            // The text came in as UTF-8 and was cut at ASCII characters only.
            text: std::str::from_utf8(&self.cells[..self.filled]).unwrap_or_default(),
            ends: &self.ends[..self.ended],
            delimited_end,
        };
        if !record.is_blank() {
            if self.header_seen {
                sink.record(&record);
            } else {
                self.header_seen = true;
                sink.header(&record)?;
            }
        }
        self.filled = 0;
        self.ended = 0;
        self.within_record = false;
        self.quotes = QuoteWatch::new();
        Ok(())
    }

    /// What can be told of a record once it is whole, in whatever pieces it came.
    fn check_record(&self, delimited_end: bool) -> Result<(), FileFault> {
        if self.ended > LIMIT_COLUMNS {
            return Err(self.too_many_columns());
        }
        let mut start = 0;
        for end in &self.ends[..self.ended] {
            if end - start > LIMIT_CELL_BYTES {
                return Err(self.unterminated());
            }
            start = *end;
        }
        // A cell that runs over lines up to a quotation mark that was to open another cell.
        let lines_within = self.line - self.record_line - u32::from(delimited_end);
        if self.quotes.saw_stray() && lines_within > 0 {
            return Err(self.unterminated());
        }
        Ok(())
    }

    fn skip_line_ends<'t>(&mut self, rest: &'t [u8]) -> &'t [u8] {
        let length = rest
            .iter()
            .position(|byte| !matches!(byte, b'\n' | b'\r'))
            .unwrap_or(rest.len());
        self.count_lines(&rest[..length]);
        &rest[length..]
    }

    /// LF, CR and CRLF each end a line, so that files that mix them are counted as editors do.
    fn count_lines(&mut self, bytes: &[u8]) {
        let mut after_cr = self.after_cr;
        for byte in bytes {
            let ends_line = *byte == b'\r' || (*byte == b'\n' && !after_cr);
            self.line += u32::from(ends_line);
            after_cr = *byte == b'\r';
        }
        self.after_cr = after_cr;
    }

    fn check_length(&self) -> Result<(), FileFault> {
        let cell_start = match self.ended {
            0 => 0,
            ended => self.ends[ended - 1],
        };
        if self.filled.saturating_sub(cell_start) > LIMIT_CELL_BYTES {
            return Err(self.unterminated());
        }
        Ok(())
    }

    fn grow_cells(&mut self) -> Result<(), FileFault> {
        self.check_length()?;
        let length = self.cells.len() * 2;
        self.cells.resize(length, 0);
        Ok(())
    }

    fn grow_ends(&mut self) -> Result<(), FileFault> {
        if self.ends.len() > LIMIT_COLUMNS {
            return Err(self.too_many_columns());
        }
        let length = self.ends.len() * 2;
        self.ends.resize(length, 0);
        Ok(())
    }

    fn too_many_columns(&self) -> FileFault {
        FileFault::at(
            self.record_line,
            FaultKind::TooManyColumns {
                limit: LIMIT_COLUMNS,
            },
        )
    }

    fn unterminated(&self) -> FileFault {
        FileFault::at(self.record_line, FaultKind::UnterminatedQuote)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Seen(Vec<(u32, Vec<String>)>);

    impl Sink for Seen {
        fn header(&mut self, header: &Record<'_>) -> Result<(), FileFault> {
            self.record(header);
            Ok(())
        }
        fn record(&mut self, record: &Record<'_>) {
            let cells = record.cells().map(str::to_string).collect();
            self.0.push((record.line, cells));
        }
        fn read_as(&mut self, _: FaultKind) {}
    }

    type Read = Result<Vec<(u32, Vec<String>)>, FileFault>;

    fn read(text: &str, chunk_bytes: usize) -> Read {
        let mut seen = Seen::default();
        let mut reader = RecordReader::new(Some(b','));
        let mut start = 0;
        while start < text.len() {
            let mut end = (start + chunk_bytes).min(text.len());
            while !text.is_char_boundary(end) {
                end += 1;
            }
            reader.push(&text[start..end], &mut seen)?;
            start = end;
        }
        reader.finish(&mut seen)?;
        Ok(seen.0)
    }

    /// Reads at every chunk size and expects the same each time.
    fn check(text: &str, expected: &[(u32, &[&str])]) {
        let expected: Vec<(u32, Vec<String>)> = expected
            .iter()
            .map(|(line, cells)| (*line, cells.iter().map(|cell| cell.to_string()).collect()))
            .collect();
        for chunk_bytes in 1..=text.len().max(1) {
            let found = read(text, chunk_bytes);
            assert_eq!(found.as_ref(), Ok(&expected), "{text:?} by {chunk_bytes}");
        }
    }

    #[test]
    fn names_the_line_that_each_record_begins_on() {
        check(
            "a,b\n1,2\n3,4\n",
            &[(1, &["a", "b"]), (2, &["1", "2"]), (3, &["3", "4"])],
        );
        check(
            "a,b\r\n1,2\r\n3,4",
            &[(1, &["a", "b"]), (2, &["1", "2"]), (3, &["3", "4"])],
        );
        check(
            "a\n\n\n1\n\"x\ny\"\n2\n",
            &[(1, &["a"]), (4, &["1"]), (5, &["x\ny"]), (7, &["2"])],
        );
        check("a,b\n,\n1,2\n", &[(1, &["a", "b"]), (3, &["1", "2"])]);
        check(
            "名,码\n\"甲,乙\",1\n",
            &[(1, &["名", "码"]), (2, &["甲,乙", "1"])],
        );
        check(
            "a,b\r1,2\r3,4\r",
            &[(1, &["a", "b"]), (2, &["1", "2"]), (3, &["3", "4"])],
        );
        check(
            "a\n\"say \"\"x\"\"\"\n",
            &[(1, &["a"]), (2, &["say \"x\""])],
        );
    }

    #[test]
    fn an_open_quotation_mark_is_named_by_its_line() {
        let text = "a,b\n1,2\n3,\"4\n5,6\n";
        for chunk_bytes in 1..=text.len() {
            let fault = read(text, chunk_bytes).unwrap_err();
            assert_eq!(fault, FileFault::at(3, FaultKind::UnterminatedQuote));
        }
    }

    #[test]
    fn an_open_quotation_mark_in_a_long_file_is_found_early() {
        let text = format!("a,b\n1,\"2\n{}", "3,4\n".repeat(40_000));
        let fault = read(&text, 8192).unwrap_err();
        assert_eq!(fault, FileFault::at(2, FaultKind::UnterminatedQuote));
    }

    #[test]
    fn a_file_without_a_record_is_empty() {
        for text in ["", "\n\n", ",,\n"] {
            let fault = read(text, 1).unwrap_err();
            assert_eq!(fault, FileFault::whole(FaultKind::Empty));
        }
    }
}
