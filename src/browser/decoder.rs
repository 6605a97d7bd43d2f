//! Encodings other than UTF-8, by the browser's own TextDecoder.

use crate::parse::{Decoder, Decoders};
use web_sys::{TextDecodeOptions, TextDecoder, TextDecoderOptions};

/// The decoders of this browser.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserDecoders;

struct BrowserDecoder(TextDecoder);

impl Decoders for BrowserDecoders {
    fn decoder(&self, encoding: &str) -> Option<Box<dyn Decoder>> {
        let options = TextDecoderOptions::new();
        options.set_fatal(true);
        let decoder = TextDecoder::new_with_label_and_options(encoding, &options).ok()?;
        Some(Box::new(BrowserDecoder(decoder)))
    }
}

impl Decoder for BrowserDecoder {
    fn decode(&mut self, bytes: &[u8], last: bool, text: &mut String) -> bool {
        let options = TextDecodeOptions::new();
        options.set_stream(!last);
        let decoded = self.0.decode_with_u8_array_and_options(bytes, &options);
        match decoded {
            Ok(decoded) => {
                text.push_str(&decoded);
                true
            }
            Err(_) => false,
        }
    }
}
