//! How wide a text is, without asking a font: one table for the browser and for native runs, so
//! that a golden SVG and the canvas agree. It must not know where a text stands.
//!
//! The table holds, for every printable ASCII character and for regular and bold, the widest
//! advance found in DejaVu Sans, Noto Sans CJK SC and Liberation Sans (Arial's metrics), in
//! hundredths of an em, measured with the canvas's `measureText` at 100 px. `system-ui` is one of
//! these or narrower on the systems we know (DejaVu Sans, Segoe UI, Roboto, PingFang SC, San
//! Francisco). So a real text is at most as wide as measured: too much room, never too little.
//! Everything from the CJK blocks on is one em, as are symbols that Chinese fonts draw full width;
//! signs of units that a font draws wider than that have their own widths.

const REGULAR: [u8; 95] = [
    32, 40, 47, 84, 64, 95, 78, 28, 39, 39, 50, 84, 32, 36, 32, 39, // space to /
    64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 56, // 0 to ?
    102, 68, 69, 72, 77, 67, 61, 78, 75, 29, 53, 67, 56, 86, 75, 79, // @ to O
    67, 79, 72, 67, 61, 73, 68, 99, 69, 67, 69, 39, 39, 39, 84, 56, // P to _
    61, 61, 63, 55, 63, 62, 35, 63, 63, 28, 28, 58, 28, 97, 63, 61, // ` to o
    63, 63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84, // p to ~
];

const BOLD: [u8; 95] = [
    35, 46, 57, 84, 70, 100, 87, 32, 46, 46, 52, 84, 38, 42, 38, 39, // space to /
    70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 40, 40, 84, 84, 84, 58, // 0 to ?
    101, 77, 76, 73, 83, 68, 68, 82, 84, 37, 57, 77, 64, 100, 84, 85, // @ to O
    73, 85, 77, 72, 68, 81, 77, 110, 77, 72, 73, 46, 39, 46, 84, 57, // P to _
    63, 67, 72, 59, 72, 68, 44, 72, 71, 34, 34, 67, 34, 104, 71, 69, // ` to o
    72, 72, 49, 60, 48, 71, 65, 92, 65, 65, 58, 71, 37, 71, 84, // p to ~
];

/// Characters that may not begin a line.
const CLOSING: &str = "，。、；：？！）」』》〉】”’…%‰,.;:?!)]}";

fn hundredths(character: char, bold: bool) -> u32 {
    let code = character as u32;
    match code {
        0..=31 | 127..=159 => 0,
        32..=126 => {
            let table = if bold { &BOLD } else { &REGULAR };
            u32::from(table[code as usize - 32])
        }
        0xb7 => 50,                                             // middle dot
        0x300..=0x36f | 0x200b..=0x200f => 0, // combining marks, zero-width characters
        0xfe00..=0xfe0f | 0xe0100..=0xe01ef => 0, // variation selectors
        0xa0..=0x24f => 70 + 6 * u32::from(bold), // accented Latin
        0x250..=0x1fff => 80 + 6 * u32::from(bold), // Greek, Cyrillic and the like
        0x2000..=0x2013 => 56,                // spaces, hyphens, en dash
        0x2030 => 135 + 9 * u32::from(bold),  // per mille
        0x2031 => 174 + 15 * u32::from(bold), // per ten thousand
        0x20a8 | 0x20a9 | 0x2116 => 108 + 13 * u32::from(bold), // ₨, ₩, №
        0x2103 | 0x2109 => 113 + 9 * u32::from(bold), // ℃, ℉
        0x20000.. => 104,
        _ => 100,
    }
}

/// The width of a line of text in CSS pixels.
pub fn width_px(text: &str, size_px: f64, bold: bool) -> f64 {
    let sum: u32 = text
        .chars()
        .map(|character| hundredths(character, bold))
        .sum();
    f64::from(sum) * size_px / 100.0
}

/// The text itself where it fits, else as much of it as fits with an ellipsis.
pub fn fitted(text: &str, size_px: f64, bold: bool, room_px: f64) -> String {
    // Room that was added up from this very width may have lost its last digit.
    const ROUNDING_PX: f64 = 0.01;
    if width_px(text, size_px, bold) <= room_px + ROUNDING_PX {
        return text.to_string();
    }
    let mut left_px = room_px - width_px("…", size_px, bold);
    if left_px < 0.0 {
        return String::new();
    }
    let mut fitted = String::new();
    for character in text.chars() {
        left_px -= f64::from(hundredths(character, bold)) * size_px / 100.0;
        if left_px < 0.0 {
            break;
        }
        fitted.push(character);
    }
    fitted.truncate(fitted.trim_end().len());
    fitted.push('…');
    fitted
}

/// The text broken into at most `most_lines` lines of the given width; what is left over after
/// the last line is cut with an ellipsis.
///
/// Lines break at spaces and between full-width characters, never before closing punctuation.
pub fn wrapped(
    text: &str,
    size_px: f64,
    bold: bool,
    room_px: f64,
    most_lines: usize,
) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() && lines.len() < most_lines {
        if lines.len() + 1 == most_lines {
            lines.push(fitted(rest, size_px, bold, room_px));
            break;
        }
        let end = line_end(rest, size_px, bold, room_px);
        lines.push(rest[..end].trim_end().to_string());
        rest = rest[end..].trim_start();
    }
    lines
}

/// Where the first line of `text` ends, in bytes; at least one character.
fn line_end(text: &str, size_px: f64, bold: bool, room_px: f64) -> usize {
    let mut used_px = 0.0;
    let mut good_end = 0;
    let mut before: Option<char> = None;
    for (index, character) in text.char_indices() {
        if before.is_some_and(|before| may_break(before, character)) {
            good_end = index;
        }
        used_px += f64::from(hundredths(character, bold)) * size_px / 100.0;
        let hangs = character == ' ';
        if used_px > room_px && !hangs && index > 0 {
            return if good_end > 0 { good_end } else { index };
        }
        before = Some(character);
    }
    text.len()
}

fn may_break(before: char, after: char) -> bool {
    if CLOSING.contains(after) || after == ' ' || "（「『《【“‘([".contains(before) {
        return false;
    }
    let is_wide = |character: char| character as u32 >= 0x2e80;
    before == ' ' || is_wide(before) || is_wide(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_add_up() {
        assert_eq!(width_px("社区", 12.0, false), 24.0);
        assert_eq!(width_px("87.7%", 100.0, false), 64.0 * 3.0 + 32.0 + 95.0);
        assert!(width_px("87.7%", 12.0, true) > width_px("87.7%", 12.0, false));
    }

    #[test]
    fn a_sign_of_a_unit_has_the_room_that_the_widest_font_takes() {
        // Advances of DejaVu Sans, as the canvas measures them.
        for (sign, regular, bold) in [
            ("%", 95.0, 100.0),
            ("‰", 134.2, 144.0),
            ("‱", 173.9, 188.1),
            ("℃", 112.8, 121.6),
            ("₨", 107.5, 120.8),
        ] {
            assert!(width_px(sign, 100.0, false) >= regular, "{sign}");
            assert!(width_px(sign, 100.0, true) >= bold, "{sign}");
        }
    }

    #[test]
    fn cut_text_fits() {
        for room_px in [0.0, 5.0, 12.0, 30.0, 61.0, 400.0] {
            let cut = fitted("乙01社区 Jia Sub-district", 12.0, false, room_px);
            assert!(
                width_px(&cut, 12.0, false) <= room_px,
                "{cut:?} in {room_px}"
            );
        }
    }

    #[test]
    fn lines_break_where_people_break() {
        let check = |text: &str, room_px: f64, expected: &[&str]| {
            assert_eq!(wrapped(text, 10.0, false, room_px, 9), expected);
        };
        check("甲街道乙街道", 30.0, &["甲街道", "乙街道"]);
        check("由低到高；竖线", 40.0, &["由低到", "高；竖线"]);
        check("sub district", 40.0, &["sub", "district"]);
        check("", 40.0, &[]);
        assert_eq!(
            wrapped("一二三四五六七八九", 10.0, false, 30.0, 2),
            ["一二三", "四五…"]
        );
    }

    #[test]
    fn a_text_fits_the_room_that_was_made_for_it() {
        for text in ["5", "0", "1", "12", "全区", "per 1,000 households"] {
            for size_px in [11.0, 12.0, 14.0] {
                let room_px = width_px(text, size_px, false) + 8.0 - 8.0;
                assert_eq!(fitted(text, size_px, false, room_px), text);
            }
        }
    }
}
