//! Columns that line up in a terminal. Knows no answer.

/// On which side the cells of a column line up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// A table on its way to a terminal. Columns in which nothing stands are left out.
#[derive(Debug, Default)]
pub struct Columns {
    aligns: Vec<Align>,
    rows: Vec<Vec<String>>,
}

impl Columns {
    /// Starts a table with its headings.
    pub fn new(headings: &[(&str, Align)]) -> Columns {
        Columns {
            aligns: headings.iter().map(|(_, align)| *align).collect(),
            rows: vec![headings.iter().map(|(text, _)| text.to_string()).collect()],
        }
    }

    /// Adds a row; cells beyond the headings are left out.
    pub fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

    /// The table, a line a row; nothing where it has no rows.
    pub fn text(&self) -> String {
        let widths: Vec<usize> = (0..self.aligns.len()).map(|at| self.width(at)).collect();
        let mut text = String::new();
        for row in self.rows.iter().filter(|_| self.rows.len() > 1) {
            let mut line = String::new();
            let columns = widths.iter().zip(&self.aligns).zip(row);
            for ((width, align), cell) in columns.filter(|((width, _), _)| **width > 0) {
                let gap = " ".repeat(width.saturating_sub(text_width(cell)));
                match align {
                    Align::Left => line.extend([cell, gap.as_str(), "  "]),
                    Align::Right => line.extend([gap.as_str(), cell, "  "]),
                }
            }
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }

    /// The width of a column; 0 where nothing stands under its heading.
    fn width(&self, column: usize) -> usize {
        let cells = self.rows.iter().filter_map(|row| row.get(column));
        let widths: Vec<usize> = cells.map(|cell| text_width(cell)).collect();
        let is_empty = widths.iter().skip(1).all(|width| *width == 0);
        match is_empty {
            true => 0,
            false => widths.into_iter().max().unwrap_or(0),
        }
    }
}

/// The columns that a text takes in a terminal: Chinese characters and their punctuation take two,
/// marks that combine with the letter before them none.
///
/// Source: Unicode Standard Annex #11, East Asian Width: wide and full-width ranges.
pub fn text_width(text: &str) -> usize {
    text.chars().map(letter_width).sum()
}

fn letter_width(letter: char) -> usize {
    match u32::from(letter) {
        0x0000..=0x001F | 0x007F..=0x009F | 0x0300..=0x036F | 0x200B..=0x200F => 0,
        0x1100..=0x115F
        | 0x2E80..=0x303E
        | 0x3041..=0xA4CF
        | 0xA960..=0xA97F
        | 0xAC00..=0xD7A3
        | 0xF900..=0xFAFF
        | 0xFE30..=0xFE6F
        | 0xFF00..=0xFF60
        | 0xFFE0..=0xFFE6
        | 0x1F300..=0x1F64F
        | 0x1F900..=0x1F9FF
        | 0x20000..=0x3FFFD => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: usize) {
        assert_eq!(text_width(text), expected, "{text}");
    }

    #[test]
    fn chinese_characters_take_two_columns() {
        check("", 0);
        check("abc", 3);
        check("甲01社区", 8);
        check("（95%）", 7);
        check("≥ 3,120", 7);
        check("e\u{301}", 1);
    }

    #[test]
    fn columns_line_up_and_empty_ones_are_left_out() {
        let mut table = Columns::new(&[
            ("地区", Align::Left),
            ("x", Align::Left),
            ("n", Align::Right),
        ]);
        assert_eq!(table.text(), "");
        table.row(vec!["甲".into(), String::new(), "10".into()]);
        table.row(vec!["abcdef".into(), String::new(), "9".into()]);
        assert_eq!(table.text(), "地区     n\n甲      10\nabcdef   9\n");
    }
}
