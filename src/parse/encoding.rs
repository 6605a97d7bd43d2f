//! Bytes to text, in pieces as they come.
//!
//! UTF-8 is checked here; anything else goes through a decoder that the shell supplies: the
//! browser's own, or a library on the command line.

use super::FileFault;
use super::guard;
use crate::model::FaultKind;

/// Turns bytes of one encoding into text, piece by piece.
pub trait Decoder {
    /// Appends the text of `bytes` to `text`; `last` closes the file. False where the bytes are no
    /// text in this encoding.
    fn decode(&mut self, bytes: &[u8], last: bool, text: &mut String) -> bool;
}

/// Supplies decoders by the name of the encoding.
pub trait Decoders {
    /// A decoder, or none where the encoding is not known.
    fn decoder(&self, encoding: &str) -> Option<Box<dyn Decoder>>;
}

/// So many bytes are looked at before the first text is let through.
const FIRST_LOOK_BYTES: usize = 16 * 1024;

enum State {
    /// Nothing let through yet.
    Looking,
    Utf8,
    Decoding(Box<dyn Decoder>),
}

/// The bytes of one file on their way to text.
pub struct TextStream<'d> {
    decoders: &'d dyn Decoders,
    state: State,
    declared: Option<String>,
    /// Bytes held back: the first look, or the start of a character whose rest is to come.
    held: Vec<u8>,
    only_ascii: bool,
    assumed_gb18030: bool,
    text: String,
    lines: u32,
}

impl<'d> TextStream<'d> {
    /// A stream for a file whose encoding is declared, or not.
    pub fn new(encoding: Option<&str>, decoders: &'d dyn Decoders) -> Result<Self, FileFault> {
        let declared = encoding
            .map(|name| name.trim().to_ascii_lowercase())
            .filter(|name| !matches!(name.as_str(), "" | "utf-8" | "utf8"));
        if let Some(name) = &declared {
            if name.starts_with("utf-16") || name.starts_with("utf16") {
                return Err(FileFault::whole(FaultKind::Utf16));
            }
            if decoders.decoder(name).is_none() {
                return Err(FileFault::whole(FaultKind::UnknownEncoding {
                    encoding: name.clone(),
                }));
            }
        }
        Ok(TextStream {
            decoders,
            state: State::Looking,
            declared,
            held: Vec::new(),
            only_ascii: true,
            assumed_gb18030: false,
            text: String::new(),
            lines: 0,
        })
    }

    /// True where the bytes were read as GB18030 without being declared so.
    pub fn assumed_gb18030(&self) -> bool {
        self.assumed_gb18030
    }

    /// Lets the text of some more bytes through.
    pub fn push(
        &mut self,
        bytes: &[u8],
        mut let_through: impl FnMut(&str) -> Result<(), FileFault>,
    ) -> Result<(), FileFault> {
        if matches!(self.state, State::Looking) {
            self.held.extend_from_slice(bytes);
            if self.held.len() < FIRST_LOOK_BYTES {
                return Ok(());
            }
            self.look()?;
            let held = std::mem::take(&mut self.held);
            return self.advance(&held, false, &mut let_through);
        }
        guard::refuse_nul(bytes)?;
        self.advance(bytes, false, &mut let_through)
    }

    /// Lets the rest through.
    pub fn finish(
        &mut self,
        mut let_through: impl FnMut(&str) -> Result<(), FileFault>,
    ) -> Result<(), FileFault> {
        if matches!(self.state, State::Looking) {
            self.look()?;
            let held = std::mem::take(&mut self.held);
            return self.advance(&held, true, &mut let_through);
        }
        self.advance(&[], true, &mut let_through)
    }

    fn look(&mut self) -> Result<(), FileFault> {
        let skip = guard::look_at_start(&self.held)?;
        guard::refuse_nul(&self.held)?;
        self.held.drain(..skip);
        // A byte-order mark settles it, whatever the descriptor says.
        let declared = self.declared.as_deref().filter(|_| skip == 0);
        self.state = match declared.and_then(|name| self.decoders.decoder(name)) {
            Some(decoder) => State::Decoding(decoder),
            None => State::Utf8,
        };
        Ok(())
    }

    fn advance(
        &mut self,
        bytes: &[u8],
        last: bool,
        let_through: &mut dyn FnMut(&str) -> Result<(), FileFault>,
    ) -> Result<(), FileFault> {
        if let State::Decoding(_) = self.state {
            return self.decode(bytes, last, let_through);
        }
        let joined;
        let whole = if self.held.is_empty() {
            bytes
        } else {
            self.held.extend_from_slice(bytes);
            joined = std::mem::take(&mut self.held);
            &joined
        };
        let (text, rest) = match std::str::from_utf8(whole) {
            Ok(text) => (text, &whole[whole.len()..]),
            Err(error) if error.error_len().is_none() && !last => {
                let (sound, rest) = whole.split_at(error.valid_up_to());
                (std::str::from_utf8(sound).unwrap_or_default(), rest)
            }
            Err(error) => return self.leave_utf8(whole, error.valid_up_to(), last, let_through),
        };
        self.only_ascii &= text.is_ascii();
        self.held = rest.to_vec();
        self.lines += count_lines(text.as_bytes());
        let_through(text)
    }

    /// The bytes are not UTF-8. Where only ASCII went through so far, which both encodings share,
    /// they are read again as GB18030.
    fn leave_utf8(
        &mut self,
        whole: &[u8],
        sound_bytes: usize,
        last: bool,
        let_through: &mut dyn FnMut(&str) -> Result<(), FileFault>,
    ) -> Result<(), FileFault> {
        let decoder = self.decoders.decoder("gb18030").filter(|_| self.only_ascii);
        match decoder {
            Some(decoder) => {
                self.state = State::Decoding(decoder);
                self.assumed_gb18030 = true;
                self.decode(whole, last, let_through)
            }
            None => Err(self.wrong_encoding(&whole[..sound_bytes], "UTF-8")),
        }
    }

    fn decode(
        &mut self,
        bytes: &[u8],
        last: bool,
        let_through: &mut dyn FnMut(&str) -> Result<(), FileFault>,
    ) -> Result<(), FileFault> {
        let mut text = std::mem::take(&mut self.text);
        text.clear();
        let sound = match &mut self.state {
            State::Decoding(decoder) => decoder.decode(bytes, last, &mut text),
            _ => true,
        };
        if !sound {
            let encoding = match &self.declared {
                Some(declared) => declared.clone(),
                None => "UTF-8 / GB18030".to_string(),
            };
            return Err(self.wrong_encoding(text.as_bytes(), &encoding));
        }
        self.lines += count_lines(text.as_bytes());
        let outcome = let_through(&text);
        self.text = text;
        outcome
    }

    fn wrong_encoding(&self, before: &[u8], encoding: &str) -> FileFault {
        FileFault::at(
            self.lines + count_lines(before) + 1,
            FaultKind::WrongEncoding {
                encoding: encoding.to_string(),
            },
        )
    }
}

fn count_lines(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|byte| **byte == b'\n').count() as u32
}
