//! Encodings other than UTF-8, by the browser's own TextDecoder.

use crate::parse::{Decoder, Decoders};
use web_sys::{TextDecoder, TextDecoderOptions};

/// The decoders of this browser.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserDecoders;

/// Decodes whole lines: the browser says only that some of what it was given is no text, and the line
/// must be told.
struct BrowserDecoder {
    decoder: TextDecoder,
    /// The start of a line whose end has not come yet.
    held: Vec<u8>,
}

/// No line of a table is longer; what is, is decoded as it comes.
const LONGEST_LINE_BYTES: usize = 1 << 20;

impl Decoders for BrowserDecoders {
    fn decoder(&self, encoding: &str) -> Option<Box<dyn Decoder>> {
        let options = TextDecoderOptions::new();
        options.set_fatal(true);
        let decoder = TextDecoder::new_with_label_and_options(encoding, &options).ok()?;
        Some(Box::new(BrowserDecoder {
            decoder,
            held: Vec::new(),
        }))
    }
}

fn ends_line(byte: &u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

impl Decoder for BrowserDecoder {
    fn decode(&mut self, bytes: &[u8], last: bool, text: &mut String) -> bool {
        self.held.extend_from_slice(bytes);
        let whole = match self.held.iter().rposition(ends_line) {
            _ if last => self.held.len(),
            Some(end) => end + 1,
            None if self.held.len() > LONGEST_LINE_BYTES => self.held.len(),
            None => return true,
        };
        let lines: Vec<u8> = self.held.drain(..whole).collect();
        let decode = |bytes: &[u8]| self.decoder.decode_with_u8_array(bytes);
        if let Ok(decoded) = decode(&lines) {
            text.push_str(&decoded);
            return true;
        }
        for line in lines.split_inclusive(ends_line) {
            match decode(line) {
                Ok(decoded) => text.push_str(&decoded),
                Err(_) => break,
            }
        }
        false
    }
}
