//! UTF-16: whether bytes are of it, and its text. Both are the standard library's and need no
//! decoder of a shell, so that what is read is the same everywhere.

use super::encoding::{Decoder, with_held};

/// Which byte of a pair comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ByteOrder {
    /// The low one, as Excel writes its “Unicode text”.
    Little,
    /// The high one.
    Big,
}

impl ByteOrder {
    /// The order in which an encoding is declared; none where another encoding is. What is declared
    /// without an order is of the little one unless the bytes say otherwise, as in browsers.
    pub(super) fn declared(encoding: &str) -> Option<ByteOrder> {
        let is_joint = |character: &char| !matches!(character, '-' | '_' | ' ');
        let name: String = encoding.chars().filter(is_joint).collect();
        match name.to_ascii_lowercase().as_str() {
            "utf16" | "utf16le" | "ucs2" | "ucs2le" => Some(ByteOrder::Little),
            "utf16be" | "ucs2be" => Some(ByteOrder::Big),
            _ => None,
        }
    }

    /// The order that a byte-order mark at the start tells.
    pub(super) fn marked(bytes: &[u8]) -> Option<ByteOrder> {
        match bytes {
            [0xFF, 0xFE, ..] => Some(ByteOrder::Little),
            [0xFE, 0xFF, ..] => Some(ByteOrder::Big),
            _ => None,
        }
    }

    /// The order of bytes without a mark that are UTF-16 all the same.
    ///
    /// Line ends, delimiters and digits are ASCII: at least one unit in sixteen is, one of them ends
    /// a line or a cell, and none is zero. Read in the other order there are fewer: 一 and its like
    /// only. A stray NUL in a text of single bytes, which is UTF-8 but for being there, is none of
    /// that.
    pub(super) fn found(bytes: &[u8]) -> Option<ByteOrder> {
        if bytes.len() < FEWEST_BYTES || has_stray_zeros(bytes) {
            return None;
        }
        let ascii = |order: ByteOrder| {
            let units = order.units(bytes);
            units.filter(|unit| (1..0x80).contains(unit)).count()
        };
        let (little, big) = (ascii(ByteOrder::Little), ascii(ByteOrder::Big));
        let order = match little > big {
            true => ByteOrder::Little,
            false => ByteOrder::Big,
        };
        let ends = |unit: &u16| b"\r\n\t,;".iter().any(|end| u16::from(*end) == *unit);
        let is_text = little.max(big) * FEWEST_IN > bytes.len() / 2
            && order.units(bytes).all(|unit| unit != 0)
            && order.units(bytes).any(|unit| ends(&unit));
        is_text.then_some(order)
    }

    /// The units of bytes; half a unit at the end is left out.
    pub(super) fn units(self, bytes: &[u8]) -> impl Iterator<Item = u16> + '_ {
        let pairs = bytes
            .chunks_exact(2)
            .filter_map(|pair| pair.try_into().ok());
        pairs.map(move |pair| match self {
            ByteOrder::Little => u16::from_le_bytes(pair),
            ByteOrder::Big => u16::from_be_bytes(pair),
        })
    }
}

/// True for text of single bytes with zeros in it: ASCII as UTF-16 is zero in every second byte, and
/// other text as UTF-16 is hardly ever UTF-8.
fn has_stray_zeros(bytes: &[u8]) -> bool {
    let zeros = bytes.iter().filter(|byte| **byte == 0).count();
    let is_utf8 = match std::str::from_utf8(bytes) {
        Ok(_) => true,
        // The first look may end within a character.
        Err(error) => error.error_len().is_none(),
    };
    is_utf8 && zeros * 4 < bytes.len()
}

const FEWEST_BYTES: usize = 8;
/// One unit in so many.
const FEWEST_IN: usize = 16;

/// Units to text, in whatever pieces their bytes come.
pub(super) struct Utf16Decoder {
    order: ByteOrder,
    /// Half a unit, or the first half of a pair of them.
    held: Vec<u8>,
}

impl Utf16Decoder {
    pub(super) fn new(order: ByteOrder) -> Utf16Decoder {
        Utf16Decoder {
            order,
            held: Vec::new(),
        }
    }
}

impl Decoder for Utf16Decoder {
    fn decode(&mut self, bytes: &[u8], last: bool, text: &mut String) -> bool {
        let whole = &*with_held(&mut self.held, bytes);
        let mut length = whole.len() - whole.len() % 2;
        let last_pair = whole.get(length.saturating_sub(2)..length).unwrap_or(&[]);
        let awaits_second = |unit: u16| matches!(unit, 0xD800..=0xDBFF);
        if !last && self.order.units(last_pair).any(awaits_second) {
            length -= 2;
        }
        let (units, rest) = whole.split_at(length);
        for character in char::decode_utf16(self.order.units(units)) {
            match character {
                Ok(character) => text.push(character),
                Err(_) => return false,
            }
        }
        self.held = rest.to_vec();
        !last || self.held.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(text: &str, order: ByteOrder) -> Vec<u8> {
        let units = text.encode_utf16();
        units
            .flat_map(|unit| match order {
                ByteOrder::Little => unit.to_le_bytes(),
                ByteOrder::Big => unit.to_be_bytes(),
            })
            .collect()
    }

    /// Decodes in pieces of every size: the text, and whether all of it was sound.
    #[track_caller]
    fn check(bytes: &[u8], order: ByteOrder, expected: (&str, bool)) {
        for piece_bytes in 1..=bytes.len().max(1) {
            let mut decoder = Utf16Decoder::new(order);
            let (mut text, mut sound) = (String::new(), true);
            for piece in bytes.chunks(piece_bytes) {
                sound = sound && decoder.decode(piece, false, &mut text);
            }
            sound = sound && decoder.decode(&[], true, &mut text);
            let found = (text.as_str(), sound);
            assert_eq!(found, expected, "in pieces of {piece_bytes}");
        }
    }

    #[test]
    fn units_are_joined_across_pieces() {
        for order in [ByteOrder::Little, ByteOrder::Big] {
            let text = "社区,𠮷野家,ab\r\n";
            let whole = bytes(text, order);
            check(&whole, order, (text, true));
            check(
                &whole[..whole.len() - 1],
                order,
                ("社区,𠮷野家,ab\r", false),
            );
            let broken = [bytes("a\n", order), bytes("𠮷", order)[..2].to_vec()].concat();
            check(&broken, order, ("a\n", false));
        }
    }

    #[test]
    fn told_from_text_with_a_stray_zero() {
        for order in [ByteOrder::Little, ByteOrder::Big] {
            for text in ["社区名称,户数\n甲一社区,312\n", "area_code\tperiod\r\n"] {
                assert_eq!(ByteOrder::found(&bytes(text, order)), Some(order));
            }
        }
        for text in [
            "area_code,period\n99\x0001,2024\n",
            "area,year,x\nA,2020,1\0\n",
            "a,b\n\x00\x00\x00\x00\n",
            "a,b",
        ] {
            assert_eq!(ByteOrder::found(text.as_bytes()), None, "{text:?}");
        }
    }

    #[test]
    fn declared_by_any_of_its_names() {
        for (name, expected) in [
            ("utf-16", Some(ByteOrder::Little)),
            ("UTF-16LE", Some(ByteOrder::Little)),
            ("utf_16_be", Some(ByteOrder::Big)),
            ("utf-8", None),
            ("gb18030", None),
        ] {
            assert_eq!(ByteOrder::declared(name), expected, "{name}");
        }
    }
}
