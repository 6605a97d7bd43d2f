//! Bytes to text, in pieces as they come.
//!
//! UTF-8 and UTF-16 are the standard library's; anything else goes through a decoder that the shell
//! supplies: the browser's own, or a library on the command line.

use super::FileFault;
use super::guard::{self, FIRST_LOOK_BYTES};
use super::utf16::{ByteOrder, Utf16Decoder};
use crate::model::FaultKind;
use std::borrow::Cow;

/// Turns bytes of one encoding into text, piece by piece.
pub trait Decoder {
    /// Appends the text of `bytes` to `text`; `last` closes the file. False where the bytes are no
    /// text in this encoding; the text before the first such byte is appended all the same, since
    /// the line is told by it.
    fn decode(&mut self, bytes: &[u8], last: bool, text: &mut String) -> bool;
}

/// Supplies decoders by the name of the encoding.
pub trait Decoders {
    /// A decoder, or none where the encoding is not known.
    fn decoder(&self, encoding: &str) -> Option<Box<dyn Decoder>>;
}

/// So many bytes, from the first that is not ASCII on, settle between UTF-8 and GB18030.
const WEIGHED_BYTES: usize = 16 * 1024;

enum State {
    /// Nothing let through yet.
    Looking,
    /// Only ASCII was let through, which UTF-8 and GB18030 share.
    Open,
    Utf8,
    Decoding(Box<dyn Decoder>),
}

/// The bytes of one file on their way to text. What comes out does not depend on the pieces in
/// which the bytes come.
pub struct TextStream<'d> {
    decoders: &'d dyn Decoders,
    state: State,
    declared: Option<String>,
    /// Bytes held back: the first look, what is being weighed, or the start of a character.
    held: Vec<u8>,
    /// What the bytes turned out to be where nobody declared it.
    assumed: Option<FaultKind>,
    /// Two bytes a character, where a zero byte is half of one.
    is_wide: bool,
    text: String,
}

type LetThrough<'t> = &'t mut dyn FnMut(&str) -> Result<(), FileFault>;

impl<'d> TextStream<'d> {
    /// A stream for a file whose encoding is declared, or not.
    pub fn new(encoding: Option<&str>, decoders: &'d dyn Decoders) -> Result<Self, FileFault> {
        let declared = encoding
            .map(|name| name.trim().to_ascii_lowercase())
            .filter(|name| !matches!(name.as_str(), "" | "utf-8" | "utf8"));
        if let Some(name) = &declared
            && ByteOrder::declared(name).is_none()
            && decoders.decoder(name).is_none()
        {
            return Err(FileFault::whole(FaultKind::UnknownEncoding {
                encoding: name.clone(),
            }));
        }
        Ok(TextStream {
            decoders,
            state: State::Looking,
            declared,
            held: Vec::new(),
            assumed: None,
            is_wide: false,
            text: String::new(),
        })
    }

    /// A note where the bytes were read in an encoding that was not declared.
    pub fn assumed(&self) -> Option<FaultKind> {
        self.assumed.clone()
    }

    /// Lets the text of some more bytes through.
    pub fn push(&mut self, bytes: &[u8], let_through: LetThrough<'_>) -> Result<(), FileFault> {
        if matches!(self.state, State::Looking) {
            self.held.extend_from_slice(bytes);
            if self.held.len() < FIRST_LOOK_BYTES {
                return Ok(());
            }
            let held = self.look()?;
            return self.refuse_nul(&held, false, let_through);
        }
        self.refuse_nul(bytes, false, let_through)
    }

    /// Lets the rest through.
    pub fn finish(&mut self, let_through: LetThrough<'_>) -> Result<(), FileFault> {
        if matches!(self.state, State::Looking) {
            let held = self.look()?;
            return self.refuse_nul(&held, true, let_through);
        }
        self.advance(&[], true, let_through)
    }

    /// Looks at the start and gives what comes after a byte-order mark.
    fn look(&mut self) -> Result<Vec<u8>, FileFault> {
        let opening = guard::look_at_start(&self.held)?;
        let held = self.held.split_off(opening.skip);
        self.held.clear();
        let declared = self.declared.as_deref();
        let declared_order = declared.and_then(ByteOrder::declared);
        if let Some(order) = opening.utf16 {
            self.is_wide = true;
            self.assumed = match declared_order {
                Some(_) => None,
                None => Some(FaultKind::ReadAsUtf16),
            };
            self.state = State::Decoding(Box::new(Utf16Decoder::new(order)));
            return Ok(held);
        }
        // Not even a line end is written as two bytes.
        if let (Some(_), Some(name), false) = (declared_order, declared, held.is_empty()) {
            return Err(wrong_encoding(name));
        }
        // A byte-order mark settles it, whatever the descriptor says.
        let declared = declared.filter(|_| opening.skip == 0);
        self.state = match declared.and_then(|name| self.decoders.decoder(name)) {
            Some(decoder) => State::Decoding(decoder),
            None if opening.skip > 0 => State::Utf8,
            None => State::Open,
        };
        Ok(held)
    }

    /// No text holds NUL bytes; what stands before one is let through first.
    fn refuse_nul(
        &mut self,
        bytes: &[u8],
        last: bool,
        let_through: LetThrough<'_>,
    ) -> Result<(), FileFault> {
        let zero = match self.is_wide {
            true => None,
            false => bytes.iter().position(|byte| *byte == 0),
        };
        match zero {
            None => self.advance(bytes, last, let_through),
            Some(at) => {
                self.advance(&bytes[..at], true, let_through)?;
                Err(FileFault::whole(FaultKind::NulBytes))
            }
        }
    }

    fn advance(
        &mut self,
        bytes: &[u8],
        last: bool,
        let_through: LetThrough<'_>,
    ) -> Result<(), FileFault> {
        match self.state {
            State::Looking | State::Open => self.weigh(bytes, last, let_through),
            State::Utf8 => self.check_utf8(bytes, last, let_through),
            State::Decoding(_) => self.decode(bytes, last, let_through),
        }
    }

    /// Lets ASCII through; what follows is held until there is enough to tell its encoding.
    fn weigh(
        &mut self,
        bytes: &[u8],
        last: bool,
        let_through: LetThrough<'_>,
    ) -> Result<(), FileFault> {
        let ascii_bytes = if self.held.is_empty() {
            let first = bytes.iter().position(|byte| !byte.is_ascii());
            first.unwrap_or(bytes.len())
        } else {
            0
        };
        let (ascii, rest) = bytes.split_at(ascii_bytes);
        if !ascii.is_empty() {
            let_through(std::str::from_utf8(ascii).unwrap_or_default())?;
        }
        self.held.extend_from_slice(rest);
        if self.held.is_empty() || (self.held.len() < WEIGHED_BYTES && !last) {
            return Ok(());
        }
        let held = std::mem::take(&mut self.held);
        let sample = &held[..held.len().min(WEIGHED_BYTES)];
        let decoder = if is_rather_gb18030(sample) {
            self.decoders.decoder("gb18030")
        } else {
            None
        };
        self.assumed = decoder.as_ref().map(|_| FaultKind::ReadAsGb18030);
        self.state = decoder.map_or(State::Utf8, State::Decoding);
        self.advance(&held, last, let_through)
    }

    fn check_utf8(
        &mut self,
        bytes: &[u8],
        last: bool,
        let_through: LetThrough<'_>,
    ) -> Result<(), FileFault> {
        let whole = &*with_held(&mut self.held, bytes);
        let error = match std::str::from_utf8(whole) {
            Ok(text) => return let_through(text),
            Err(error) => error,
        };
        let (sound, rest) = whole.split_at(error.valid_up_to());
        let_through(std::str::from_utf8(sound).unwrap_or_default())?;
        if error.error_len().is_none() && !last {
            self.held = rest.to_vec();
            return Ok(());
        }
        Err(wrong_encoding("UTF-8"))
    }

    fn decode(
        &mut self,
        bytes: &[u8],
        last: bool,
        let_through: LetThrough<'_>,
    ) -> Result<(), FileFault> {
        let mut text = std::mem::take(&mut self.text);
        text.clear();
        let sound = match &mut self.state {
            State::Decoding(decoder) => decoder.decode(bytes, last, &mut text),
            _ => true,
        };
        // Of single bytes a zero was looked for before.
        let zero = text.find('\0').filter(|_| self.is_wide);
        let_through(&text[..zero.unwrap_or(text.len())])?;
        self.text = text;
        match (sound, &self.declared) {
            _ if zero.is_some() => Err(FileFault::whole(FaultKind::NulBytes)),
            (true, _) => Ok(()),
            (false, _) if self.is_wide => Err(wrong_encoding("UTF-16")),
            (false, Some(declared)) => Err(wrong_encoding(declared)),
            (false, None) => Err(wrong_encoding("UTF-8 / GB18030")),
        }
    }
}

/// The bytes after those that were held back from the piece before.
pub(super) fn with_held<'a>(held: &mut Vec<u8>, bytes: &'a [u8]) -> Cow<'a, [u8]> {
    if held.is_empty() {
        return Cow::Borrowed(bytes);
    }
    held.extend_from_slice(bytes);
    Cow::Owned(std::mem::take(held))
}

/// The line is told by whoever counts lines.
fn wrong_encoding(encoding: &str) -> FileFault {
    FileFault::whole(FaultKind::WrongEncoding {
        encoding: encoding.to_string(),
    })
}

/// True where more of the bytes beyond ASCII break the rules of UTF-8 than keep them. A few
/// characters of GB18030 pass for UTF-8 by accident, mostly as characters of two bytes; and one
/// cell of GB18030 in a UTF-8 file does not make it another file.
fn is_rather_gb18030(sample: &[u8]) -> bool {
    // The sample may end within a character.
    let end = sample.iter().rposition(u8::is_ascii);
    let sample = match end {
        Some(end) if sample.len() == WEIGHED_BYTES => &sample[..end],
        _ => sample,
    };
    let (mut broken, mut narrow, mut wide) = (0, 0, 0);
    for chunk in sample.utf8_chunks() {
        for character in chunk
            .valid()
            .chars()
            .filter(|character| !character.is_ascii())
        {
            match character.len_utf8() {
                2 => narrow += 1,
                _ => wide += 1,
            }
        }
        broken += usize::from(!chunk.invalid().is_empty());
    }
    broken > wide + narrow / 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(sample: &[u8], expected: bool) {
        assert_eq!(is_rather_gb18030(sample), expected);
    }

    #[test]
    fn encodings_are_told_apart_by_what_most_bytes_say() {
        check("面积 m², 甲社区".as_bytes(), false);
        check(b"\xBC\xD7\xC9\xE7\xC7\xF8", true); // 甲社区 in GB18030
        check(b"\xC4\xA3\xB7\xB6\xC9\xE7", true); // its first two bytes pass for UTF-8
        check("甲社区,乙社区,\u{a0}".as_bytes(), false);
        check(&["甲社区".as_bytes(), b",\xBC\xD7"].concat(), false);
        check(b"plain", false);
    }
}
