//! A downloaded table in its other forms: without its remarks, as tabs for the clipboard, as JSON.
//! All are made from the one CSV, so that they cannot disagree. It must not know what the table is
//! about; what a column of the published tables holds it does know.

use super::csv::{CsvWriter, remarks};
use crate::model::{number_in_full, read_number};

/// What marks a line above the header.
const REMARK: &str = "#,";

/// Columns of texts, whatever their cells look like: a code of digits is no number.
const TEXT_COLUMNS: [&str; 47] = [
    "indicator",
    "label",
    "area_code",
    "area_name",
    "level",
    "parent_code",
    "period",
    "unit",
    "bound",
    "status",
    "missing",
    "source",
    "locator",
    "note",
    "file",
    "fictional",
    "verdict",
    "verdict_adjusted",
    "benchmark",
    "standard",
    "operator",
    "strength",
    "reason",
    "own_verdict",
    "margin_bound",
    "stage",
    "rate",
    "category",
    "signals",
    "against_signals",
    "district_code",
    "published",
    "as_of",
    "effective_from",
    "effective_to",
    "from",
    "to",
    "setters_period",
    "since",
    "column",
    "found",
    "benchmark_area_code",
    "lacking",
    "short_areas",
    "not_judged_areas",
    "numerator_indicator",
    "denominator_indicator",
];

/// A table with what is said above it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// What is said above the header, line by line.
    pub remarks: Vec<String>,
    /// The names of the columns.
    pub header: Vec<String>,
    /// The cells, row by row.
    pub rows: Vec<Vec<String>>,
}

impl Sheet {
    /// Reads a table back that this room has written.
    pub fn read(bytes: &[u8]) -> Sheet {
        let text = String::from_utf8_lossy(bytes);
        let mut text = text.trim_start_matches('\u{feff}');
        let mut sheet = Sheet::default();
        // No remark has a line end in it.
        while let Some(line) = text.lines().next().filter(|line| line.starts_with(REMARK)) {
            let said = records(line).into_iter().next().unwrap_or_default();
            sheet.remarks.extend(said.into_iter().nth(1));
            text = text.get(line.len() + 1..).unwrap_or_default();
        }
        let mut records = records(text).into_iter();
        sheet.header = records.next().unwrap_or_default();
        sheet.rows = records.collect();
        sheet
    }

    /// The place of a column.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|known| known == name)
    }

    /// The rows of these areas alone.
    pub fn of_areas(mut self, codes: &[&str]) -> Sheet {
        let place = self.column("area_code");
        self.rows.retain(|row| {
            let code = place.and_then(|place| row.get(place));
            code.is_some_and(|code| codes.contains(&code.as_str()))
        });
        self
    }

    /// The table as CSV with a byte-order mark, which tells a spreadsheet how to read the names; with
    /// or without what is said above it.
    pub fn csv(&self, with_remarks: bool) -> Vec<u8> {
        let header: Vec<&str> = self.header.iter().map(String::as_str).collect();
        let mut table = CsvWriter::new(&header);
        for row in &self.rows {
            for place in 0..header.len() {
                // What was read is guarded already.
                table.plain(row.get(place).map_or("", String::as_str));
            }
            table.end_row();
        }
        let mut bytes = b"\xEF\xBB\xBF".to_vec();
        if with_remarks {
            bytes.extend(remarks(&self.remarks).into_bytes());
        }
        bytes.extend(table.finish());
        bytes
    }

    /// The table with tabs between its cells, to be pasted into a spreadsheet: no remarks, and no cell
    /// that begins like a formula. A spreadsheet drops the zeros with which a code begins unless the
    /// cells that it is pasted into are formatted as text; to write `="0012"` instead would be to
    /// paste formulas.
    pub fn tabbed(&self) -> String {
        let mut text = String::new();
        for row in std::iter::once(&self.header).chain(&self.rows) {
            let cells: Vec<String> = row.iter().map(|cell| tabbed_cell(cell)).collect();
            text.push_str(&cells.join("\t"));
            text.push_str("\r\n");
        }
        text
    }

    /// The table as JSON: what is said above it, the columns, and a record a row. Blank cells are
    /// null; numbers stand as they are written in the CSV, codes and periods as texts.
    pub fn json(&self) -> String {
        let list = |texts: &[String]| {
            let texts: Vec<String> = texts.iter().map(|text| json_text(text)).collect();
            texts.join(", ")
        };
        let is_number = (0..self.header.len()).map(|place| self.holds_numbers(place));
        let is_number: Vec<bool> = is_number.collect();
        let record = |row: &Vec<String>| {
            let cells = self.header.iter().zip(row).zip(&is_number);
            let cells = cells.map(|((name, cell), is_number)| {
                let cell = match (cell.is_empty(), is_number) {
                    (true, _) => "null".to_string(),
                    (false, true) => cell.clone(),
                    (false, false) => json_text(unguarded(cell)),
                };
                [&json_text(name), ": ", &cell].concat()
            });
            let cells: Vec<String> = cells.collect();
            ["    {", &cells.join(", "), "}"].concat()
        };
        let rows: Vec<String> = self.rows.iter().map(record).collect();
        [
            "{\n  \"remarks\": [",
            &list(&self.remarks),
            "],\n  \"columns\": [",
            &list(&self.header),
            "],\n  \"rows\": [\n",
            &rows.join(",\n"),
            "\n  ]\n}\n",
        ]
        .concat()
    }

    /// True where every cell of a column is a number as this program writes it: `0012` is none.
    fn holds_numbers(&self, place: usize) -> bool {
        let is_text = |name: &String| TEXT_COLUMNS.contains(&&**name);
        let is_number = |cell: &str| {
            let number = read_number(cell).filter(|number| number.is_finite());
            // Computed values have a fixed number of decimals.
            let shortest = cell.trim_end_matches('0').trim_end_matches('.');
            number.is_some_and(|number| {
                let whole = number_in_full(number);
                whole == cell || (cell.contains('.') && whole == shortest)
            }) || is_zero(cell)
        };
        let mut cells = self.rows.iter().filter_map(|row| row.get(place));
        !self.header.get(place).is_none_or(is_text)
            && cells.all(|cell| cell.is_empty() || is_number(cell))
    }
}

/// `0.00`, `-0.0`.
fn is_zero(cell: &str) -> bool {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    digits == "0"
        || digits
            .strip_prefix("0.")
            .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|it| it == b'0'))
}

/// A cell that keeps to its place among tabs and lines.
fn tabbed_cell(cell: &str) -> String {
    let parting = |letter: char| matches!(letter, '\t' | '\n' | '\r');
    let cell = cell.replace(parting, " ");
    match cell.contains('"') {
        true => ["\"", &cell.replace('"', "\"\""), "\""].concat(),
        false => cell,
    }
}

/// The text of a cell without what keeps a spreadsheet from taking it for a formula.
fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if super::guarded(text).len() > text.len() => text,
        _ => cell,
    }
}

/// A text of JSON.
fn json_text(text: &str) -> String {
    let mut written = String::with_capacity(text.len() + 2);
    written.push('"');
    for letter in text.chars() {
        match letter {
            '"' => written.push_str("\\\""),
            '\\' => written.push_str("\\\\"),
            '\n' => written.push_str("\\n"),
            '\r' => written.push_str("\\r"),
            '\t' => written.push_str("\\t"),
            letter if letter < ' ' => {
                let digits = [letter as u32 >> 4, letter as u32 & 15];
                written.push_str("\\u00");
                written.extend(digits.iter().filter_map(|it| char::from_digit(*it, 16)));
            }
            letter => written.push(letter),
        }
    }
    written.push('"');
    written
}

/// The records of a text that this room has written.
fn records(text: &str) -> Vec<Vec<String>> {
    let mut records: Vec<Vec<String>> = Vec::new();
    let mut record: Vec<String> = Vec::new();
    let mut cell = String::new();
    let mut is_quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match (letter, is_quoted) {
            ('"', true) if letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            ('"', _) => is_quoted = !is_quoted,
            (',', false) => record.push(std::mem::take(&mut cell)),
            ('\n', false) => {
                record.push(std::mem::take(&mut cell));
                records.push(std::mem::take(&mut record));
            }
            _ => cell.push(letter),
        }
    }
    if !cell.is_empty() || !record.is_empty() {
        record.push(cell);
        records.push(record);
    }
    records
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet() -> Sheet {
        let mut table = CsvWriter::new(&["area_code", "name", "value", "weight"]);
        table.text_guarded("0012").text_guarded("=1+1");
        table.plain("-3.5").plain("0.50").end_row();
        table.text_guarded("0013").text_guarded("3#楼,\"甲\"\n\t\\");
        table.plain("").plain("007").end_row();
        let mut bytes = b"\xEF\xBB\xBF".to_vec();
        let said = ["甲, \"乙\"".to_string(), "=1".to_string()];
        bytes.extend(remarks(&said).into_bytes());
        bytes.extend(table.finish());
        assert_eq!(Sheet::read(&bytes).csv(true), bytes, "read and written");
        Sheet::read(&bytes)
    }

    #[test]
    fn areas_are_picked_by_their_codes_as_written() {
        let picked = sheet().of_areas(&["0013", "12"]);
        assert_eq!(picked.rows.len(), 1);
        assert_eq!(picked.rows[0][0], "0013");
        assert_eq!(picked.remarks, sheet().remarks);
        assert_eq!(sheet().of_areas(&[]).rows.len(), 0);
    }

    #[test]
    fn remarks_can_be_left_out() {
        let plain = sheet().csv(false);
        let text = String::from_utf8(plain).unwrap();
        assert!(text.starts_with("\u{feff}area_code,name,value,weight\n0012,'=1+1,-3.5,0.50\n"));
    }

    #[test]
    fn tabs_carry_no_formula_and_keep_cells_apart() {
        let expected = "area_code\tname\tvalue\tweight\r\n\
                        0012\t'=1+1\t-3.5\t0.50\r\n\
                        0013\t\"3#楼,\"\"甲\"\"  \\\"\t\t007\r\n";
        assert_eq!(sheet().tabbed(), expected);
    }

    #[test]
    fn json_has_numbers_where_a_column_holds_them() {
        let json: serde_json::Value = serde_json::from_str(&sheet().json()).unwrap();
        let expected = serde_json::json!({
            "remarks": ["甲, \"乙\"", "'=1"],
            "columns": ["area_code", "name", "value", "weight"],
            "rows": [
                {"area_code": "0012", "name": "=1+1", "value": -3.5, "weight": "0.50"},
                {"area_code": "0013", "name": "3#楼,\"甲\"\n\t\\", "value": null, "weight": "007"},
            ],
        });
        assert_eq!(json, expected);
    }
}
