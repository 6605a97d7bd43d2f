//! Formats of data that are text and no table, by their first bytes.

use super::Sample;
use crate::model::FaultKind;
use crate::parse::opening_text;

/// So much says what a text is.
const OPENING_BYTES: usize = 4 * 1024;
/// In so many bytes of packed files the names of the first parts stand.
const PARTS_BYTES: usize = 64 * 1024;

/// What a file is that is no table; none where it may be one.
pub(super) fn foreign(bytes: &[u8]) -> Option<FaultKind> {
    if let Some(kind) = no_text(bytes) {
        return Some(kind);
    }
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

/// What a file is that is no text at all, whatever it is called. Of packed files of an office the
/// folder of the first parts says of which program they are.
fn no_text(bytes: &[u8]) -> Option<FaultKind> {
    const PICTURES_AND_PAGES: [(&[u8], &str); 4] = [
        (b"\x89PNG\r\n", "PNG"),
        (b"\xFF\xD8\xFF", "JPEG"),
        (b"GIF8", "GIF"),
        (b"%PDF-", "PDF"),
    ];
    let mut known = PICTURES_AND_PAGES.iter();
    if let Some((_, name)) = known.find(|(start, _)| bytes.starts_with(start)) {
        return Some(FaultKind::OtherFormat { name });
    }
    const ARCHIVES: [&[u8]; 3] = [b"\x1F\x8B\x08", b"Rar!", b"7z\xBC\xAF"];
    if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Some(FaultKind::WorkbookInstead);
    }
    if ARCHIVES.iter().any(|start| bytes.starts_with(start)) {
        return Some(FaultKind::ArchiveInstead);
    }
    if !bytes.starts_with(b"PK\x03\x04") {
        return None;
    }
    let opening = bytes.get(..PARTS_BYTES).unwrap_or(bytes);
    let has = |folder: &[u8]| opening.windows(folder.len()).any(|part| part == folder);
    Some(if has(b"word/") {
        FaultKind::OtherFormat { name: "DOCX" }
    } else if has(b"xl/") {
        FaultKind::WorkbookInstead
    } else {
        FaultKind::ArchiveInstead
    })
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

    #[test]
    fn what_is_no_text_is_named_for_what_it_is() {
        let check =
            |bytes: &[u8], expected: Option<FaultKind>| assert_eq!(foreign(bytes), expected);
        let other = |name| Some(FaultKind::OtherFormat { name });
        check(b"\x89PNG\r\n\x1a\n\0\0", other("PNG"));
        check(b"\xFF\xD8\xFF\xE0\0\x10JFIF", other("JPEG"));
        check(b"%PDF-1.7\n%", other("PDF"));
        check(
            b"PK\x03\x04..[Content_Types].xml..word/document.xml",
            other("DOCX"),
        );
        let workbook = b"PK\x03\x04..[Content_Types].xml..xl/workbook.xml";
        check(workbook, Some(FaultKind::WorkbookInstead));
        check(b"PK\x03\x04..holiday.jpg", Some(FaultKind::ArchiveInstead));
        check(b"PNG,PDF\n1,2\n", None);
        check(b"\x1F\x8B\x08\0\xe9\xe9", Some(FaultKind::ArchiveInstead));
        check(
            b"\xD0\xCF\x11\xE0\xA1\xB1",
            Some(FaultKind::WorkbookInstead),
        );
    }

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
