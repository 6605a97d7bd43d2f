//! Quotation marks that open a cell behind spaces, as in `a, "b, c"`: whether a file is written so, and
//! its text without these spaces. RFC 4180 has no such cells, so that nothing but a table that is
//! known to be so may be read by this.

/// Where in a record a byte stands.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Place {
    /// In a cell of which so far only spaces were seen: so many.
    Start(usize),
    Bare,
    /// Within marks; true where spaces stand before them.
    Inside(bool),
    /// Behind a closing mark, or the first of two.
    Closed(bool),
    /// Spaces behind a closing mark that spaces stand before.
    Behind,
}

fn next(place: Place, byte: u8, delimiter: u8) -> Place {
    let ends_cell = byte == delimiter || matches!(byte, b'\n' | b'\r');
    match (place, byte) {
        (Place::Inside(spaced), b'"') => Place::Closed(spaced),
        (Place::Inside(spaced), _) => Place::Inside(spaced),
        (Place::Closed(spaced), b'"') => Place::Inside(spaced),
        (Place::Start(spaces), b'"') => Place::Inside(spaces > 0),
        (_, _) if ends_cell => Place::Start(0),
        (Place::Start(spaces), b' ') => Place::Start(spaces + 1),
        (Place::Closed(true) | Place::Behind, b' ') => Place::Behind,
        _ => Place::Bare,
    }
}

/// The line on which a quotation mark behind spaces first opens a cell, where each of them is closed on
/// its own line and nothing but spaces follows in its cell. `bytes` are of an encoding in which a
/// byte of ASCII is that character.
pub fn spaced_quotes(bytes: &[u8], delimiter: u8) -> Option<u32> {
    let mut place = Place::Start(0);
    let (mut line, mut first) = (1, None);
    let mut before = b'\n';
    for byte in bytes.iter().copied() {
        let now = next(place, byte, delimiter);
        let opens = matches!(place, Place::Start(_)) && now == Place::Inside(true);
        let breaks_off = place == Place::Inside(true) && matches!(byte, b'\n' | b'\r');
        let goes_on = matches!(place, Place::Closed(true) | Place::Behind) && now == Place::Bare;
        if breaks_off || goes_on {
            return None;
        }
        if opens {
            first.get_or_insert(line);
        }
        line += u32::from(byte == b'\r' || byte == b'\n' && before != b'\r');
        before = byte;
        place = now;
    }
    first
}

/// Takes the spaces before opening marks out of a text that comes in pieces.
#[derive(Debug)]
pub(super) struct WithoutSpaces {
    delimiter: u8,
    place: Place,
}

impl WithoutSpaces {
    pub(super) fn new(delimiter: u8) -> WithoutSpaces {
        WithoutSpaces {
            delimiter,
            place: Place::Start(0),
        }
    }

    /// The piece without these spaces; those at its end wait for what follows.
    pub(super) fn pass(&mut self, piece: &str) -> String {
        let mut text = String::with_capacity(piece.len());
        for character in piece.chars() {
            let byte = u8::try_from(character).unwrap_or(b'x');
            let now = next(self.place, byte, self.delimiter);
            let held = match self.place {
                Place::Start(spaces) => spaces,
                _ => 0,
            };
            let is_held = now == Place::Start(held + 1);
            if !is_held {
                let is_opened = matches!(now, Place::Inside(_));
                let spaces = if is_opened { 0 } else { held };
                text.extend(std::iter::repeat_n(' ', spaces));
                text.push(character);
            }
            self.place = now;
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_so_where_each_mark_is_closed() {
        let check = |text: &str, expected| {
            assert_eq!(spaced_quotes(text.as_bytes(), b','), expected, "{text}");
        };
        check("a, b\nA, \"x, y\"\nB, \"z\"\n", Some(2));
        check("a, b\r\nA,1\r\nA,  \"x \"\"y\"\"\" , 2\r\n", Some(3));
        check("a, b\nA, \"x, y", Some(2));
        check("a,b\nA,\"x, y\"\n\"B\", 2\n", None);
        // Not closed, or closed within a cell.
        check("a, b\nA, \"x\nB, \"z\"\n", None);
        check("a, b\nA, \"x\" y, 2\nB, \"z\"\n", None);
        check("a, b\nA, 5\" pipe\n", None);
    }

    #[test]
    fn spaces_before_an_opening_mark_are_taken_out() {
        let text = "a, b\n  \"A\",  \"x, \"\"y\"\"\" , 2\n B 1,  c, \"é, \", \n";
        let expected = "a, b\n\"A\",\"x, \"\"y\"\"\" , 2\n B 1,  c,\"é, \", \n";
        for piece_bytes in 1..=text.len() {
            let mut without = WithoutSpaces::new(b',');
            let mut found = String::new();
            let mut start = 0;
            while start < text.len() {
                let mut end = (start + piece_bytes).min(text.len());
                while !text.is_char_boundary(end) {
                    end += 1;
                }
                found += &without.pass(&text[start..end]);
                start = end;
            }
            assert_eq!(found, expected, "by {piece_bytes}");
        }
    }
}
