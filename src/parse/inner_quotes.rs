//! Quotation marks within quoted cells that are not doubled: `"A \"north\""`, `"A "north" part"`. Whether a
//! file is written so, and its text with them doubled, as RFC 4180 has it. Nothing but a table that is known
//! to be so may be read by this.

/// How quotation marks within quoted cells are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InnerQuotes {
    /// Behind a backslash.
    Escaped,
    /// Like any other character: no delimiter and no line end follows.
    Bare,
}

/// Where in a record a character stands.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Place {
    Start,
    Bare,
    Inside,
    /// Behind a mark inside a cell: its end, the first of two, or one that is not doubled.
    Closed,
    /// Spaces behind such a mark: so many.
    Behind(usize),
    /// Behind a backslash inside a cell.
    Slash,
}

/// What a character turned out to be.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Turn {
    /// Itself.
    Plain,
    /// Itself, and the mark before it is not doubled.
    Stray,
    /// A mark behind a backslash.
    Escaped,
}

fn next(place: Place, character: char, delimiter: char, how: InnerQuotes) -> (Place, Turn) {
    let ends_cell = character == delimiter || matches!(character, '\n' | '\r');
    let inside = |character: char| match character {
        '"' => Place::Closed,
        '\\' if how == InnerQuotes::Escaped => Place::Slash,
        _ => Place::Inside,
    };
    match (place, character) {
        (Place::Slash, '"') => (Place::Inside, Turn::Escaped),
        (Place::Slash, '\\') => (Place::Inside, Turn::Plain),
        (Place::Inside | Place::Slash, _) => (inside(character), Turn::Plain),
        (Place::Closed, '"') => (Place::Inside, Turn::Plain),
        (Place::Start, '"') => (Place::Inside, Turn::Plain),
        (_, _) if ends_cell => (Place::Start, Turn::Plain),
        (Place::Closed, ' ') => (Place::Behind(1), Turn::Plain),
        (Place::Behind(spaces), ' ') => (Place::Behind(spaces + 1), Turn::Plain),
        (Place::Closed | Place::Behind(_), _) => (inside(character), Turn::Stray),
        (Place::Start | Place::Bare, _) => (Place::Bare, Turn::Plain),
    }
}

/// How a text writes marks within quoted cells, and the line of the first, where it does not double them
/// and each quoted cell ends on its own line.
pub fn inner_quotes(text: &str, delimiter: u8) -> Option<(InnerQuotes, u32)> {
    let delimiter = char::from(delimiter);
    [InnerQuotes::Escaped, InnerQuotes::Bare]
        .into_iter()
        .find_map(|how| Some((how, first_line(text, delimiter, how)?)))
}

fn first_line(text: &str, delimiter: char, how: InnerQuotes) -> Option<u32> {
    let mut place = Place::Start;
    let (mut line, mut first) = (1, None);
    let mut before = '\n';
    // A path may end in a backslash: C:\; what follows a mark that is part of a name is more of it.
    let (mut after_escaped, mut goes_on) = (false, false);
    for character in text.chars() {
        let (now, turn) = next(place, character, delimiter, how);
        let is_inside = matches!(place, Place::Inside | Place::Slash);
        if is_inside && matches!(character, '\n' | '\r') {
            return None;
        }
        if turn == Turn::Stray && how == InnerQuotes::Escaped {
            return None;
        }
        let ends_cell = character == delimiter || matches!(character, '"' | '\n' | '\r');
        goes_on |= after_escaped && !ends_cell;
        after_escaped = turn == Turn::Escaped;
        if turn != Turn::Plain {
            first.get_or_insert(line);
        }
        line += u32::from(character == '\r' || character == '\n' && before != '\r');
        before = character;
        place = now;
    }
    first.filter(|_| how == InnerQuotes::Bare || goes_on)
}

/// Doubles the marks of a text that comes in pieces.
#[derive(Debug)]
pub(super) struct DoubledQuotes {
    delimiter: char,
    how: InnerQuotes,
    place: Place,
}

impl DoubledQuotes {
    pub(super) fn new(delimiter: u8, how: InnerQuotes) -> DoubledQuotes {
        DoubledQuotes {
            delimiter: char::from(delimiter),
            how,
            place: Place::Start,
        }
    }

    /// The piece with its marks doubled; spaces behind a mark wait for what follows.
    pub(super) fn pass(&mut self, piece: &str) -> String {
        let mut text = String::with_capacity(piece.len() + 8);
        for character in piece.chars() {
            let (now, turn) = next(self.place, character, self.delimiter, self.how);
            if turn == Turn::Stray {
                text.push('"');
            }
            if let Place::Behind(spaces) = self.place
                && !matches!(now, Place::Behind(_))
            {
                let kept = if turn == Turn::Stray { spaces } else { 0 };
                text.extend(std::iter::repeat_n(' ', kept));
            }
            match (self.place, turn) {
                (_, Turn::Escaped) => text.push_str("\"\""),
                (Place::Slash, _) if character != '\\' => text.extend(['\\', character]),
                _ if matches!(now, Place::Slash | Place::Behind(_)) => {}
                _ => text.push(character),
            }
            self.place = now;
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, found: Option<(InnerQuotes, u32)>, doubled: &str) {
        assert_eq!(inner_quotes(text, b','), found, "{text}");
        let Some((how, _)) = found else {
            return;
        };
        for piece_bytes in 1..=text.len() {
            let mut pass = DoubledQuotes::new(b',', how);
            let pieces = text.as_bytes().chunks(piece_bytes);
            let made: String = pieces
                .map(|it| pass.pass(std::str::from_utf8(it).unwrap_or_default()))
                .collect();
            assert_eq!(made, doubled, "{text} by {piece_bytes}");
        }
    }

    #[test]
    fn marks_that_are_not_doubled_are() {
        check(
            "a,b\n\"A \\\"north\\\"\",1\n\"B, \\\"s\\\", t\",2\n",
            Some((InnerQuotes::Escaped, 2)),
            "a,b\n\"A \"\"north\"\"\",1\n\"B, \"\"s\"\", t\",2\n",
        );
        check(
            "a,b\n\"A \"north\" part\",1\n\"B\" ,2\n\"C\"\"\",3\n\"D\",\"4\"",
            Some((InnerQuotes::Bare, 2)),
            "a,b\n\"A \"\"north\"\" part\",1\n\"B\",2\n\"C\"\"\",3\n\"D\",\"4\"",
        );
        check(
            "\"a\\\\ \\\"b\\\" \\c\",1\n",
            Some((InnerQuotes::Escaped, 1)),
            "\"a\\ \"\"b\"\" \\c\",1\n",
        );
    }

    #[test]
    fn other_texts_stay() {
        check("a,b\n\"A \"\"north\"\"\",1\n", None, "");
        check("a,b\n\"C:\\\",1\n\"D:\\\",2\n", None, "");
        check("a,b\n\"C:\\\" ,1\n", None, "");
        check("a,b\nA \"north\" part,1\n", None, "");
        // A cell that is never closed is another matter.
        check("a,b\n\"A\n\"B\",1\n", None, "");
        check("a,b\n\"one\ntwo\",1\n", None, "");
    }
}
