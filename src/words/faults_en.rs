//! Faults in English: `problem|expected|cure`, `{0}` and so on for what varies.

use crate::model::{ArchiveReason, FaultKind, JsonReason, Severity, Written};

pub(super) fn sentences(kind: &FaultKind) -> &'static str {
    match kind {
        FaultKind::FileMissing { status: 404 } => {
            "the server has no such file (404)|the file that the descriptor lists|put the file into the package’s folder; its name must match datapackage.json, capitals included"
        }
        FaultKind::FileMissing { .. } => {
            "the server did not send the file (status {0})|status 200|check the server, then try again"
        }
        FaultKind::OwnAbsent { name } if !name.is_empty() => {
            "This view is of a reader’s own file “{0}”, which is not in this browser.||Choose that file here, or drop it anywhere on the page, and this view is shown."
        }
        FaultKind::OwnAbsent { .. } => {
            "This view is of a reader’s own data, which is not in this browser.||Choose the same file here, or drop it anywhere on the page, and this view is shown."
        }
        FaultKind::PackageMissing => {
            "the server has no such package (404)|datapackage.json in the folder that catalog.json names|correct the path in catalog.json, or put the package there; capitals count"
        }
        FaultKind::NotInFolder => {
            "the file is not in the folder|the file that datapackage.json lists|add the file, or correct its path in datapackage.json; capitals count"
        }
        FaultKind::NotInDescriptor => {
            "not named in datapackage.json, so no page reads it||if it is to be published, add it to resources in datapackage.json"
        }
        FaultKind::UnlistedWorkbook => {
            "an Excel workbook, which no page reads||if it is to be published, save it in Excel as “CSV UTF-8 (comma delimited)” and add that file to resources in datapackage.json"
        }
        FaultKind::NoTable => {
            "no table that can be read|a CSV or TSV file|put in a CSV file; save Excel tables as “CSV UTF-8 (comma delimited)”"
        }
        FaultKind::NoDescriptor => {
            "the folder has no datapackage.json; without it the package does not open|datapackage.json, which lists the files of the package|add it, with the name and path of each file under resources"
        }
        FaultKind::Network { .. } => {
            "reading broke off: {0}|the whole file|check the connection and try again; if the file itself is incomplete, upload it again"
        }
        FaultKind::HtmlInstead => {
            "a web page came instead of a CSV|a CSV file|usually the file is missing and the server sends a page in its place: check the name and switch off the server’s rewrite rules"
        }
        FaultKind::WorkbookInstead => {
            "this is an Excel workbook, not a CSV|a CSV file|in Excel, save as “CSV UTF-8 (comma delimited)”"
        }
        FaultKind::ArchiveInstead => {
            "this is a packed file, not a CSV|a CSV file, or a zip|unpack it first, or pack it as a zip"
        }
        FaultKind::BrokenArchive { reason } => match reason {
            ArchiveReason::Damaged => {
                "the archive is damaged or breaks off|a whole zip|download or pack it again"
            }
            ArchiveReason::Encrypted => {
                "the file is encrypted|a zip without a password|pack it again without the password"
            }
            ArchiveReason::Method => {
                "packed in a way that is not read here|a zip by Deflate, or stored|pack it again with the system’s own tool"
            }
            ArchiveReason::TooManyFiles { .. } => {
                "the archive has more than {0} files|{0} at most|pack only the files that are needed"
            }
            ArchiveReason::UnsafePath => {
                "a file of the archive leads out of its folder|files inside the folder|pack it again"
            }
        },
        FaultKind::OtherFormat { .. } => {
            "this is {0}, not a CSV|a CSV file|export it as CSV (SDMX data as SDMX-CSV)"
        }
        FaultKind::NulBytes => {
            "the file holds NUL bytes and is no text|a text file|export the CSV from its table again"
        }
        FaultKind::WrongEncoding { .. } => {
            "from this line on the bytes are not {0} text|one encoding throughout|in Excel, save as “CSV UTF-8 (comma delimited)”, or say in which encoding it is (of a package, in its descriptor)"
        }
        FaultKind::NoEncoding => {
            "the bytes make no words in any of the encodings that are read|UTF-8, UTF-16, GB18030 (GBK), Big5, Shift_JIS, EUC-KR or Windows-1250, 1251, 1252 or 1254|open the original table in Excel and save it as “CSV UTF-8 (comma delimited)”"
        }
        FaultKind::UnknownEncoding { .. } => {
            "unknown encoding {0}|utf-8, gb18030 or another name that browsers know, such as big5, shift_jis, windows-1252|correct the encoding in the descriptor"
        }
        FaultKind::UnterminatedQuote => {
            "a quotation mark opened on this line is never closed|quotation marks in pairs; one inside a cell is written twice|close the quotation mark and save again"
        }
        FaultKind::Truncated { .. } => {
            "the file breaks off on this line: {1} of {0} cells|the whole file|export the file again and upload all of it"
        }
        FaultKind::Empty => "the file is empty|at least a header|export the file again",
        FaultKind::NoHeader { .. } => {
            "the first line is no header|columns {0}|write the column names on the first line"
        }
        FaultKind::MissingColumn { .. } => {
            "the column {0} is missing|{0}|add the column under exactly this name"
        }
        FaultKind::UndeclaredWide => {
            "a header of the wide layout, while datapackage.json does not say that the file is wide|{0}|add {0} to the file’s entry in datapackage.json, after its name and path; if it is meant to be long, it needs the column indicator"
        }
        FaultKind::HeaderShape { .. } => {
            "the header has {0} cells, the rows have {1}|as many names in the header as cells in a row|look for a name too many or too few in the header, or a comma in every row"
        }
        FaultKind::LostZeros { .. } => {
            "differs from the code {0} by zeros at its start alone, so that one area becomes two|one way of writing a code|format the column as Text, put the zeros back and save again"
        }
        FaultKind::Garbled => {
            "the text is garbled: the file was opened by a wrong encoding and saved so|readable text|export it from its source again, as UTF-8"
        }
        FaultKind::SecondTable => {
            "this row is the header of another table; the file holds more than one|one table a file|save each table as a file of its own"
        }
        FaultKind::RepeatedColumn => {
            "a column name stands twice|each name once|remove or rename one of them"
        }
        FaultKind::UnknownColumn => {
            "the descriptor does not declare this column; it was left aside||if it is a dimension, declare it in zhishe.dimensions"
        }
        FaultKind::TooLarge { .. } => "the file is too large|at most {0} MB|split the file by year",
        FaultKind::TooManyColumns { .. } => {
            "too many columns|at most {0}|check the delimiter, or use the long layout"
        }
        FaultKind::BrokenDescriptor { reason }
        | FaultKind::BrokenCatalog { reason }
        | FaultKind::BrokenGeometry { reason }
        | FaultKind::EntryLeftOut { reason, .. } => match **reason {
            JsonReason::Encoding { .. } => {
                "{0}: from line {1} on it is not UTF-8 text|UTF-8|open it in a text editor and save it as UTF-8 (in Notepad: Save as, encoding UTF-8)"
            }
            JsonReason::Syntax { .. } => {
                "{0}: no sound JSON at line {1}, column {2}|sound JSON|look there, and for a comma missing or left over at the end of the line before"
            }
            JsonReason::Missing { .. } => "{0}: {1} is missing|{1}|add it",
            JsonReason::WrongSort { .. } => "{0}: {1} is {2}|{3}|correct it",
            JsonReason::Repeated { .. } => {
                "{0}: an earlier one has the {1} “{2}”|a {1} of its own|change one of the two"
            }
            JsonReason::WrongValue { .. } => {
                "{0}: {1} cannot be “{2}”|a value that the data format allows|correct it"
            }
        },
        FaultKind::CatalogMissing => {
            "the server has no catalog.json (404), so no package is known|data/catalog.json, which lists the packages of the site|put catalog.json into the folder data, with the name and path of each package"
        }
        FaultKind::MissingTable { .. } => {
            "the package has no table {0}|a resource named {0}|add it to datapackage.json"
        }
        FaultKind::TooFine => {
            "figures of days or weeks only|months, quarters, half-years or years|sum them by month first"
        }
        FaultKind::NoFigures => {
            "the file holds no figures yet||nothing needs doing; they show once they are filled in"
        }
        FaultKind::ForeignCodes { .. } => {
            "{0} of {1} area codes are in the package “{2}”|area codes of the package now open|open the package that the file belongs to and check again, or check its whole folder with its datapackage.json"
        }
        FaultKind::RowShape { .. } => {
            "this row has more or fewer cells than the header|{0} cells; this row has {1}|look for a comma too many or too few; text with commas needs quotation marks"
        }
        FaultKind::NotANumber {
            written: Written::NoFigure,
        } => "not a number|a number, or a blank cell|leave the cell blank where there is no figure",
        FaultKind::NotANumber {
            written: Written::FullWidth,
        } => {
            "not a number|a number such as 3120 or 92.4|the digits are full-width characters: write them in half width"
        }
        FaultKind::NotANumber { .. } => {
            "not a number|a number such as 3120 or 92.4|remove separators, units, per-cent signs and words; an approximate figure is marked in the bound column"
        }
        FaultKind::ExcelExponent => {
            "Excel turned a code into a number with an exponent|the full code|format the column as Text, enter the codes again and save as CSV"
        }
        FaultKind::ExcelDate => {
            "Excel turned a period into a date|{0}|format the column as Text, write 2024-03, and save as CSV"
        }
        FaultKind::UnknownArea => {
            "the code is not in the table areas|an area_code of the table areas|check the code; add a new area to the table first"
        }
        FaultKind::UnknownIndicator => {
            "the indicator is not in the table indicators|an indicator of the table indicators|check the identifier; add a new indicator to the table first"
        }
        FaultKind::UnknownSuffix => {
            "after the indicator stands another suffix than :numerator or :denominator|:numerator or :denominator|correct the suffix in the column’s name"
        }
        FaultKind::UnknownSource => {
            "the source is not in the table sources|a source of the table sources|check the identifier or add it to the table"
        }
        FaultKind::UnknownLevel { .. } => {
            "a level that is not declared|{0}|use one of these, or declare it in the descriptor"
        }
        FaultKind::UnknownWord { .. } => "not one of the words allowed|{0}|use one of these",
        FaultKind::UnknownParent => {
            "the parent is no area, or leads in a circle|an area_code of the table areas|check parent_code"
        }
        FaultKind::NameMismatch { .. } => {
            "the name is not the code’s|{0}|check code and name and correct the wrong one"
        }
        FaultKind::DuplicateKey { .. } => {
            "also on {1} of {0}; neither is used|one row an indicator, area and period|remove one of the two, or correct the period or the area where it was copied and not changed"
        }
        FaultKind::ShareOverWhole { .. } => {
            "the share is larger than the whole|no more than {0}|check it; a numerator and a denominator in its place are better still"
        }
        FaultKind::NumeratorOverDenominator { .. } => {
            "the numerator is larger than the denominator|no more than the denominator, {0}|check both"
        }
        FaultKind::ZeroDenominator => {
            "the denominator is zero, the numerator is not|more than zero|check both"
        }
        FaultKind::CountAlone => {
            "one of numerator and denominator is blank, and there is no value|both of them, or a value|fill it in; where there is no figure, say why by a status (M, O, L, Q)"
        }
        FaultKind::ValueDisagrees { .. } => {
            "the value does not fit its numerator and denominator|numerator / denominator × multiplier = {0}|check all three, or leave the value blank"
        }
        FaultKind::Negative => "a negative number|zero or more|check the number",
        FaultKind::BoundWithCounts => {
            "a bounded value cannot have a numerator or denominator|a blank bound, or a value alone|remove the bound, or the numerator and denominator"
        }
        FaultKind::ValueWithStatus { .. } => {
            "the status says that there is no value, yet one is given; it is not used|a blank value with status {0}|correct the status or remove the value"
        }
        FaultKind::NotSuppressed => {
            "counts of one to four persons below the community must be suppressed|a blank value and status Q|remove the value and write Q as its status"
        }
        FaultKind::PeriodForm => {
            "not a period in one of the written forms|{0}|write it in one of these forms"
        }
        FaultKind::DayOfMonth => {
            "the table is by day or week, and the shortest period here is a month; the row is not used|a figure of a month or longer|give the figures by month"
        }
        FaultKind::PeriodRead { .. }
        | FaultKind::NumberRead { .. }
        | FaultKind::NameRead { .. } => {
            "read as {0}|{0}|nothing needs doing; the standard form is better"
        }
        FaultKind::SignRead { .. } => {
            "a sign for a missing figure, read as {0}||nothing needs doing; a blank cell with a status letter is better"
        }
        FaultKind::DayForm => "not a day|a day such as 2026-03-31|write it in this form",
        FaultKind::RevisionMismatch { .. } => {
            "does not fit the next or previous revision, or what is published|{0}|check this row and the published figure"
        }
        FaultKind::Blank => "a needed cell is blank|some content|fill it in",
        FaultKind::OutsideDescriptor { .. } => {
            "outside what the descriptor says this file holds; pages may not find it|{0}|move the row to its file, or correct the file’s zhishe entry in the descriptor"
        }
        FaultKind::PersonalNumber => {
            "looks like an identity-card or mobile number; it is not shown|no personal data|remove it from the published file at once"
        }
        FaultKind::ReadAsGb18030 => "read as GB18030 (GBK)||nothing needs doing; UTF-8 is better",
        FaultKind::ReadAsUtf16 => {
            "read as UTF-16 (Excel’s “Unicode Text”)||nothing needs doing; UTF-8 is better"
        }
        FaultKind::OutlineWithoutCode { .. } => {
            "no area is named; nothing is drawn for it|{0} among its properties|add the area’s code, or name the property that holds it in zhishe.match in datapackage.json"
        }
        FaultKind::BrokenOutline => {
            "the outline cannot be drawn|three or more different points in each ring, in degrees of longitude and latitude|check the coordinates; convert projected ones (metres) to degrees"
        }
        FaultKind::OutlineLeftOut => {
            "no area; it is not drawn||only Polygon and MultiPolygon are drawn; points and lines need no action"
        }
        FaultKind::NoNumbers => {
            "no column holds figures; codes, coordinates and times are none|at least one column of numbers|check the header, the delimiter and the encoding"
        }
        FaultKind::RowRepeated { .. } => {
            "this row says again what line {0} says; the first counts||nothing needs doing"
        }
        FaultKind::SumOfAreas => {
            "its figures are the sum of those of other areas: it stands above them, is not ranked among them and not counted twice||nothing needs doing; if it is no such area, remove it from the file first"
        }
        FaultKind::HoldsAreas => {
            "its code says that it holds other areas: it stands above them and is not ranked among them||nothing needs doing; if it is no such area, set the column of codes to “Not read”"
        }
        FaultKind::HoldsIndented => {
            "the names below it stand further in: it holds these areas, stands above them and is not ranked among them||nothing needs doing; if it does not hold them, take the spaces before their names away"
        }
        FaultKind::HoldsByName => {
            "its name says that it holds other areas or is a sum of them: it stands above them and is not ranked among them||nothing needs doing; if it is no such area, give it another name"
        }
        FaultKind::OfWhichAside => {
            "a row that says “of which” is a part of the one above, no area beside the others, and is left aside||to have it as an area, take these words off and say what it lies in"
        }
        FaultKind::SexAside => {
            "a row of one sex is no area and is left aside||to have it, put the sex into a column of its own beside the area"
        }
        FaultKind::ElsewhereAside => {
            "a row of what is elsewhere or not known (“other”, “unknown”) is no area and is left aside||if it is an area, give it its name or a code"
        }
        FaultKind::StatisticAside => {
            "a row of a mean, a maximum, a share of the whole or the like is no area and is left aside||nothing needs doing"
        }
        FaultKind::RowAside => {
            "a row without a figure is left aside||nothing needs doing for a footnote"
        }
        FaultKind::TooManyAreas { .. } => {
            "too many areas|at most {0}|see which column was taken for the area"
        }
        FaultKind::TooManyIndicators { .. } => {
            "too many indicators|at most {0}|see which column was taken for the indicator"
        }
        FaultKind::More { of, .. } => match of.severity() {
            Severity::Note => "{0}: {1} more in the same way||nothing needs doing",
            Severity::Fault => "{0}: {1} more of the same kind||correct these, then check again",
        },
    }
}
