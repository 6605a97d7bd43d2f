//! Where a record stands with regard to quotation marks, which csv-core does not tell: a mark that
//! opens a cell and is never closed runs on to the mark of a later cell, and what follows that mark
//! gives it away.

/// Follows the quotation marks of one record.
#[derive(Debug)]
pub(super) struct QuoteWatch {
    place: Place,
    /// Something other than a delimiter or a line end came right after a closing mark.
    stray: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Place {
    CellStart,
    Bare,
    Inside,
    /// After a mark inside a quoted cell: its end, or the first of two.
    Closed,
}

impl QuoteWatch {
    /// At the start of a record.
    pub(super) const fn new() -> QuoteWatch {
        QuoteWatch {
            place: Place::CellStart,
            stray: false,
        }
    }

    /// True where a closing mark was followed by more of its cell.
    pub(super) fn saw_stray(&self) -> bool {
        self.stray
    }

    /// Follows some more of the record.
    pub(super) fn follow(&mut self, bytes: &[u8], delimiter: u8) {
        let ends_cell = |byte: u8| byte == delimiter || matches!(byte, b'\n' | b'\r');
        let quoted = matches!(self.place, Place::Inside | Place::Closed);
        if !quoted && !bytes.contains(&b'"') {
            match bytes.last() {
                Some(last) if ends_cell(*last) => self.place = Place::CellStart,
                Some(_) => self.place = Place::Bare,
                None => {}
            }
            return;
        }
        for byte in bytes {
            self.place = match (self.place, *byte) {
                (Place::CellStart | Place::Closed, b'"') => Place::Inside,
                (Place::Inside, b'"') => Place::Closed,
                (Place::Inside, _) => Place::Inside,
                (_, byte) if ends_cell(byte) => Place::CellStart,
                (Place::Closed, _) => {
                    self.stray = true;
                    Place::Bare
                }
                (Place::CellStart | Place::Bare, _) => Place::Bare,
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Follows the text in pieces of every size.
    fn check(text: &str, expected: bool) {
        for piece_bytes in 1..=text.len() {
            let mut watch = QuoteWatch::new();
            for piece in text.as_bytes().chunks(piece_bytes) {
                watch.follow(piece, b',');
            }
            assert_eq!(watch.saw_stray(), expected, "{text:?} by {piece_bytes}");
        }
    }

    #[test]
    fn a_closing_mark_ends_its_cell() {
        check("a,\"b\",c\n", false);
        check("\"a \"\"b\"\"\",\"\"\r\n", false);
        check("a\"b,c \"d\"\n", false);
        check("\"a\nb,\"c\",d\n", true);
        check("\"a\"b\n", true);
    }
}
