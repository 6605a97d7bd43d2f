//! Formats of data that are text and no table, by their first bytes.

use super::Sample;
use crate::model::FaultKind;
use crate::parse::opening_text;

/// So much says what a text is.
const OPENING_BYTES: usize = 4 * 1024;

/// What a file is that is no table; none where it may be one.
pub(super) fn foreign(bytes: &[u8]) -> Option<FaultKind> {
    let opening = opening_text(bytes.get(..OPENING_BYTES).unwrap_or(bytes));
    let opening = opening.trim_start_matches('\u{feff}').trim_start();
    let lower = opening.to_lowercase();
    let name = if opening.starts_with('<') {
        match lower.contains("sdmx") {
            true => "SDMX-ML",
            false if lower.starts_with("<?xml") && !lower.contains("<html") => "XML",
            // A page is told as such by whoever reads on.
            false => return None,
        }
    } else if is_json(opening) {
        let is_stat = lower.contains("json-stat") || is_dataset(&lower);
        match (lower.contains("sdmx"), is_stat) {
            (true, _) => "SDMX-JSON",
            (false, true) => "JSON-stat",
            (false, false) => "JSON",
        }
    } else {
        return None;
    };
    Some(FaultKind::OtherFormat { name })
}

/// A table whose first column holds several in one, as the header says: `unit,sex,geo\\time`. Taken for
/// an area it would be none.
pub(super) fn foreign_table(sample: &Sample) -> Option<FaultKind> {
    let first = sample.rows.first()?.cells.first()?;
    let (parts, across) = first.split_once('\\')?;
    let is_key = parts.contains(',') && across.to_lowercase().starts_with("time");
    let name = "Eurostat TSV";
    is_key.then_some(FaultKind::OtherFormat { name })
}

/// A header may begin with a bracket; JSON goes on with another one or with a quotation mark.
fn is_json(opening: &str) -> bool {
    let rest = opening.strip_prefix(['{', '[']);
    let is_list = opening.starts_with('[');
    rest.is_some_and(|rest| {
        let next = rest.trim_start();
        let marks: &[char] = if is_list { &['{', '['] } else { &['"', '}'] };
        next.starts_with(marks)
    })
}

/// JSON-stat says of itself that it is a data set, with dimensions by their names.
fn is_dataset(lower: &str) -> bool {
    let bare: String = lower.split_whitespace().collect();
    bare.contains("\"class\":\"dataset\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&'static str>) {
        let expected = expected.map(|name| FaultKind::OtherFormat { name });
        assert_eq!(foreign(text.as_bytes()), expected, "{text}");
    }

    #[test]
    fn formats_are_told_by_how_they_open() {
        let message = "<mes:GenericData xmlns:mes=\"http://www.sdmx.org/resources/\">";
        check(
            &format!("\u{feff}<?xml version=\"1.0\"?>\n{message}"),
            Some("SDMX-ML"),
        );
        check(message, Some("SDMX-ML"));
        check("<?xml version=\"1.0\"?><data/>", Some("XML"));
        check("<!doctype html><title>x</title>", None);
        check("<?xml version=\"1.0\"?><html>", None);
        check(
            "{\n \"meta\": {\"schema\": \"…/sdmx-json-data-schema.json\"}}",
            Some("SDMX-JSON"),
        );
        check(
            "{\"version\": \"2.0\", \"class\": \"dataset\"}",
            Some("JSON-stat"),
        );
        check("[{\"a\": 1}]", Some("JSON"));
        check("{\"a\": 1}", Some("JSON"));
        for table in ["[area],period\n", "{a},b\n", "area,period\n", "", "[\n"] {
            check(table, None);
        }
    }
}
