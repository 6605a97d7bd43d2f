//! Text that was read by a wrong encoding before it was saved: its characters are lost or others.

use super::SampleRow;

/// What two signs for a lost character become where their bytes are read as GBK.
const LOST_TWICE: &str = "\u{951f}\u{65a4}\u{62f7}";

/// The line and the cell at which a sample shows that its text is garbled.
pub(super) fn garbled(rows: &[SampleRow]) -> Option<(u32, &str)> {
    let cells = || {
        let rows = rows.iter();
        rows.flat_map(|row| row.cells.iter().map(|cell| (row.line, cell.as_str())))
    };
    let lost = cells().find(|(_, cell)| cell.contains('\u{fffd}') || cell.contains(LOST_TWICE));
    lost.or_else(|| {
        let beyond: Vec<(u32, &str)> = cells().filter(|(_, cell)| !cell.is_ascii()).collect();
        let is_garbled = beyond.iter().all(|(_, cell)| is_read_by_bytes(cell));
        beyond.first().filter(|_| is_garbled).copied()
    })
}

/// True where each character is a byte and the bytes are UTF-8: `é` as `Ã©`. Words of any language
/// hold a letter beyond ASCII that no such letter follows.
fn is_read_by_bytes(text: &str) -> bool {
    let bytes: Option<Vec<u8>> = text.chars().map(byte_of).collect();
    bytes.is_some_and(|bytes| std::str::from_utf8(&bytes).is_ok())
}

/// The byte that Windows-1252 reads as the character.
fn byte_of(character: char) -> Option<u8> {
    // From 80 to 9F; those without a character stay what they are.
    const UPPER: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    let place = UPPER.chars().position(|it| it == character);
    match place {
        Some(place) => u8::try_from(0x80 + place).ok(),
        None => u8::try_from(u32::from(character)).ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_are_bytes_of_others_are_told_from_words() {
        let check = |texts: &[&str], expected: bool| {
            let row = |text: &&str| SampleRow {
                line: 1,
                cells: vec![text.to_string()],
                indents: Vec::new(),
            };
            let rows: Vec<SampleRow> = texts.iter().map(row).collect();
            assert_eq!(garbled(&rows).is_some(), expected, "{texts:?}");
        };
        check(&["MÃ¼nchen", "KÃ¶ln", "x"], true);
        check(&["åœ°åŒº", "12"], true);
        check(&["ä¸œåŒº"], true);
        check(&["东\u{fffd}区"], true);
        check(&["锟斤拷"], true);
        check(&["München", "Córdoba", "São", "12 °C", "€"], false);
        check(&["东区", "MÃ¼nchen"], false);
        check(&["x", "12"], false);
        check(&["12…", "—"], false);
    }
}
