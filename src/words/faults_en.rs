//! Faults in English.

use super::faults::{PERIOD_FORMS, Said, say};
use super::number_text;
use crate::model::{FaultKind, JsonReason, Lang, Severity};

pub(super) fn say_fault(kind: &FaultKind) -> Said {
    match kind {
        FaultKind::FileMissing { status: 404 } => say(
            "the server has no such file (404)",
            "the file that the descriptor lists",
            "put the file into the package’s folder; its name must match datapackage.json, capitals included",
        ),
        FaultKind::FileMissing { status } => say(
            format!("the server did not send the file (status {status})"),
            "status 200",
            "check the server, then try again",
        ),
        FaultKind::PackageMissing => say(
            "the server has no such package (404)",
            "datapackage.json in the folder that catalog.json names",
            "correct the path in catalog.json, or put the package there; capitals count",
        ),
        FaultKind::NotInFolder => say(
            "the file is not in the folder",
            "the file that datapackage.json lists",
            "add the file, or correct its path in datapackage.json; capitals count",
        ),
        FaultKind::NotInDescriptor => say(
            "not named in datapackage.json, so no page reads it",
            "",
            "if it is to be published, add it to resources in datapackage.json",
        ),
        FaultKind::Network { detail } => say(
            format!("reading broke off: {detail}"),
            "the whole file",
            "check the connection and try again; if the file itself is incomplete, upload it again",
        ),
        FaultKind::HtmlInstead => say(
            "a web page came instead of a CSV",
            "a CSV file",
            "usually the file is missing and the server sends a page in its place: check the name and switch off the server’s rewrite rules",
        ),
        FaultKind::WorkbookInstead => say(
            "this is an Excel workbook, not a CSV",
            "a CSV file",
            "in Excel, save as “CSV UTF-8 (comma delimited)”",
        ),
        FaultKind::Utf16 => say(
            "the file is in UTF-16",
            "UTF-8 or GB18030",
            "in Excel, save as “CSV UTF-8 (comma delimited)”",
        ),
        FaultKind::NulBytes => say(
            "the file holds NUL bytes and is no text",
            "a text file",
            "export the CSV from its table again",
        ),
        FaultKind::WrongEncoding { encoding } => say(
            format!("from this line on the bytes are not {encoding} text"),
            "one encoding throughout",
            "in Excel, save as “CSV UTF-8 (comma delimited)”, or declare the encoding in the descriptor",
        ),
        FaultKind::UnknownEncoding { encoding } => say(
            format!("unknown encoding {encoding}"),
            "utf-8 or gb18030",
            "correct the encoding in the descriptor",
        ),
        FaultKind::UnterminatedQuote => say(
            "a quotation mark opened on this line is never closed",
            "quotation marks in pairs; one inside a cell is written twice",
            "close the quotation mark and save again",
        ),
        FaultKind::Truncated {
            expected_cells,
            found_cells,
        } => say(
            format!("the file breaks off on this line: {found_cells} of {expected_cells} cells"),
            "the whole file",
            "export the file again and upload all of it",
        ),
        FaultKind::Empty => say(
            "the file is empty",
            "at least a header",
            "export the file again",
        ),
        FaultKind::NoHeader { needed } => say(
            "the first line is no header",
            format!("columns {needed}"),
            "write the column names on the first line",
        ),
        FaultKind::MissingColumn { needed } => say(
            format!("the column {needed} is missing"),
            needed.clone(),
            "add the column under exactly this name",
        ),
        FaultKind::HeaderShape {
            header_cells,
            row_cells,
        } => say(
            format!("the header has {header_cells} cells, the rows have {row_cells}"),
            "as many names in the header as cells in a row",
            "look for a name too many or too few in the header, or a comma in every row",
        ),
        FaultKind::RepeatedColumn => say(
            "a column name stands twice",
            "each name once",
            "remove or rename one of them",
        ),
        FaultKind::UnknownColumn => say(
            "the descriptor does not declare this column; it was left aside",
            "",
            "if it is a dimension, declare it in zhishe.dimensions",
        ),
        FaultKind::TooLarge { limit_bytes } => say(
            "the file is too large",
            format!("at most {} MB", limit_bytes / 1_000_000),
            "split the file by year",
        ),
        FaultKind::TooManyColumns { limit } => say(
            "too many columns",
            format!("at most {limit}"),
            "check the delimiter, or use the long layout",
        ),
        FaultKind::BrokenDescriptor { reason } => say_json("descriptor", reason),
        FaultKind::BrokenCatalog { reason } => say_json("catalog", reason),
        FaultKind::MissingTable { table } => say(
            format!("the package has no table {table}"),
            format!("a resource named {table}"),
            "add it to datapackage.json",
        ),
        FaultKind::NoFigures => say(
            "the file holds no figures yet",
            "",
            "nothing needs doing; they show once they are filled in",
        ),
        FaultKind::ForeignCodes {
            known,
            all,
            package,
        } => say(
            format!(
                "{known} of {all} area codes are in the package “{}”",
                package.get(Lang::En)
            ),
            "area codes of the package now open",
            "open the package that the file belongs to and check again, or check its whole folder with its datapackage.json",
        ),
        FaultKind::RowShape {
            expected_cells,
            found_cells,
        } => say(
            "this row has more or fewer cells than the header",
            format!("{expected_cells} cells; this row has {found_cells}"),
            "look for a comma too many or too few; text with commas needs quotation marks",
        ),
        FaultKind::NotANumber => say(
            "not a number",
            "a number such as 3120 or 92.4",
            "remove separators, units, per-cent signs and words; an approximate figure is marked in the bound column",
        ),
        FaultKind::ExcelExponent => say(
            "Excel turned a code into a number with an exponent",
            "the full code",
            "format the column as Text, enter the codes again and save as CSV",
        ),
        FaultKind::ExcelDate => say(
            "Excel turned a period into a date",
            PERIOD_FORMS,
            "format the column as Text, write 2024-03, and save as CSV",
        ),
        FaultKind::UnknownArea => say(
            "the code is not in the table areas",
            "an area_code of the table areas",
            "check the code; add a new area to the table first",
        ),
        FaultKind::UnknownIndicator => say(
            "the indicator is not in the table indicators",
            "an indicator of the table indicators",
            "check the identifier; add a new indicator to the table first",
        ),
        FaultKind::UnknownSource => say(
            "the source is not in the table sources",
            "a source of the table sources",
            "check the identifier or add it to the table",
        ),
        FaultKind::UnknownLevel { expected } => say(
            "a level that is not declared",
            expected.clone(),
            "use one of these, or declare it in the descriptor",
        ),
        FaultKind::UnknownWord { expected } => say(
            "not one of the words allowed",
            expected.clone(),
            "use one of these",
        ),
        FaultKind::UnknownParent => say(
            "the parent is no area, or leads in a circle",
            "an area_code of the table areas",
            "check parent_code",
        ),
        FaultKind::NameMismatch { expected } => say(
            "the name is not the code’s",
            expected.clone(),
            "check code and name and correct the wrong one",
        ),
        FaultKind::DuplicateKey {
            other_file,
            other_line,
        } => say(
            format!("also on line {other_line} of {other_file}; neither is used"),
            "one row an indicator, area and period",
            "remove one of the two",
        ),
        FaultKind::NumeratorOverDenominator { denominator } => say(
            "the numerator is larger than the denominator",
            format!("no more than the denominator, {denominator}"),
            "check both",
        ),
        FaultKind::ZeroDenominator => say(
            "the denominator is zero, the numerator is not",
            "more than zero",
            "check both",
        ),
        FaultKind::CountAlone => say(
            "one of numerator and denominator is blank, and there is no value",
            "both of them, or a value",
            "fill it in; where there is no figure, say why by a status (M, O, L, Q)",
        ),
        FaultKind::ValueDisagrees { computed } => say(
            "the value does not fit its numerator and denominator",
            format!("numerator / denominator × multiplier = {computed}"),
            "check all three, or leave the value blank",
        ),
        FaultKind::Negative => say("a negative number", "zero or more", "check the number"),
        FaultKind::BoundWithCounts => say(
            "a bounded value cannot have a numerator or denominator",
            "a blank bound, or a value alone",
            "remove the bound, or the numerator and denominator",
        ),
        FaultKind::ValueWithStatus { status } => say(
            "the status says that there is no value, yet one is given; it is not used",
            format!("a blank value with status {status}"),
            "correct the status or remove the value",
        ),
        FaultKind::NotSuppressed => say(
            "counts of one to four persons below the community must be suppressed",
            "a blank value and status Q",
            "remove the value and write Q as its status",
        ),
        FaultKind::PeriodForm => say(
            "not a period in one of the written forms",
            PERIOD_FORMS,
            "write it in one of these forms",
        ),
        FaultKind::PeriodRead { read_as } => say(
            format!("read as {read_as}"),
            read_as.clone(),
            "nothing needs doing; the standard form is better",
        ),
        FaultKind::Blank => say("a needed cell is blank", "some content", "fill it in"),
        FaultKind::OutsideDescriptor { declared } => say(
            "outside what the descriptor says this file holds; pages may not find it",
            declared.clone(),
            "move the row to its file, or correct the file’s zhishe entry in the descriptor",
        ),
        FaultKind::PersonalNumber => say(
            "looks like an identity-card or mobile number; it is not shown",
            "no personal data",
            "remove it from the published file at once",
        ),
        FaultKind::ReadAsGb18030 => say(
            "read as GB18030 (GBK)",
            "",
            "nothing needs doing; UTF-8 is better",
        ),
        FaultKind::More { of, count } => {
            let (kind, count) = (name(of), number_text(*count as f64, 0));
            match of.severity() {
                Severity::Note => say(
                    format!("{kind}: {count} more in the same way"),
                    "",
                    "nothing needs doing",
                ),
                Severity::Fault => say(
                    format!("{kind}: {count} more of the same kind"),
                    "",
                    "correct these, then check again",
                ),
            }
        }
    }
}

/// A kind without what differs from one fault to the next.
fn name(kind: &FaultKind) -> String {
    match kind {
        FaultKind::DuplicateKey { .. } => "a row that stands twice".to_string(),
        FaultKind::PeriodRead { .. } => "a period written in another way".to_string(),
        kind => say_fault(kind).0,
    }
}

fn say_json(file: &str, reason: &JsonReason) -> Said {
    let (problem, expected, cure) = match reason {
        JsonReason::Syntax { line, column } => say(
            format!("no sound JSON at line {line}, column {column}"),
            "sound JSON",
            "look there, and for a comma missing or left over at the end of the line before",
        ),
        JsonReason::Missing { key } => say(format!("{key} is missing"), key.clone(), "add it"),
        JsonReason::WrongSort {
            key,
            found,
            expected,
        } => {
            let key = match key.as_str() {
                "" => "the outermost value",
                key => key,
            };
            say(format!("{key} is {found}"), *expected, "correct it")
        }
        JsonReason::WrongValue { key, found } => say(
            format!("{key} cannot be “{found}”"),
            "a value that the data format allows",
            "correct it",
        ),
    };
    (
        format!("the {file} cannot be read: {problem}"),
        expected,
        cure,
    )
}
