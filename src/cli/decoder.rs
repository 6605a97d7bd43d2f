//! Text that is not UTF-8, without a browser's decoder. Knows no file.

use crate::parse::{Decoder, Decoders};

/// The encodings of the WHATWG standard, as browsers know them.
pub struct NativeDecoders;

struct NativeDecoder(encoding_rs::Decoder);

impl Decoders for NativeDecoders {
    fn decoder(&self, encoding: &str) -> Option<Box<dyn Decoder>> {
        let encoding = encoding_rs::Encoding::for_label(encoding.as_bytes())?;
        let decoder = encoding.new_decoder_without_bom_handling();
        Some(Box::new(NativeDecoder(decoder)))
    }
}

impl Decoder for NativeDecoder {
    fn decode(&mut self, mut bytes: &[u8], last: bool, text: &mut String) -> bool {
        loop {
            text.reserve(bytes.len() * 3 + 16);
            let (result, taken) = self
                .0
                .decode_to_string_without_replacement(bytes, text, last);
            bytes = &bytes[taken..];
            match result {
                encoding_rs::DecoderResult::InputEmpty => return true,
                encoding_rs::DecoderResult::OutputFull => {}
                encoding_rs::DecoderResult::Malformed(..) => return false,
            }
        }
    }
}
