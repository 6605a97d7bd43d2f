//! How far in the text of a cell begins. Must not know what that means.

/// The room before a text, in spaces: one of Chinese width is two, a tab four.
pub(super) fn width(text: &str) -> usize {
    if text.as_bytes().first().is_none_or(u8::is_ascii_graphic) {
        // Nearly every cell.
        return 0;
    }
    let text = text.trim_start_matches('\u{feff}');
    let spaces = text.chars().take_while(|it| it.is_whitespace());
    let width = |it: char| match it {
        '\u{3000}' => 2,
        '\t' => 4,
        _ => 1,
    };
    spaces.map(width).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_before_a_text() {
        assert_eq!(width("England"), 0);
        assert_eq!(width("  England "), 2);
        assert_eq!(width("\u{feff}\u{3000}\u{3000}一镇"), 4);
        assert_eq!(width("\tFife"), 4);
        assert_eq!(width(""), 0);
    }
}
