//! What is wrong with the data, where, and what was found instead.
//!
//! A fault is data, not a sentence: the room `words` says it in a language.

use super::personal::hide_personal_numbers;
use super::{ArchiveReason, JsonReason, Text};
use std::mem::discriminant;
use std::sync::Arc;

/// How much a reader must care.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Something is missing or wrong because of it.
    Fault,
    /// Read as meant, and said.
    Note,
}

/// What stands where a number should, as far as the advice hangs on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// A word or a sign for there being none.
    NoFigure,
    /// Digits as wide as a Chinese character.
    FullWidth,
    /// Something else.
    Otherwise,
}

/// One kind of fault, with what was expected where that varies.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)] // the fields are named for what they hold
pub enum FaultKind {
    // The whole file.
    /// The server answered with this status (404 and the like).
    FileMissing { status: u16 },
    /// The catalog leads to a folder without a descriptor.
    PackageMissing,
    /// The address is of a reader's own data, which this browser does not have.
    OwnAbsent {
        /// What the file is called, where the address says it.
        name: String,
    },
    /// A file of the descriptor is not in the reader's own folder.
    NotInFolder,
    /// A file of the reader's own folder is not in its descriptor.
    NotInDescriptor,
    /// A workbook of the reader's own folder, which could not be read if it were in the descriptor.
    UnlistedWorkbook,
    /// No table among a reader's own files.
    NoTable,
    /// A reader's own folder without a descriptor.
    NoDescriptor,
    /// The network failed before or while reading.
    Network { detail: String },
    /// A page was sent where a CSV was asked for.
    HtmlInstead,
    /// A workbook was sent where a CSV was asked for.
    WorkbookInstead,
    /// Packed files of some sort were sent where a CSV was asked for.
    ArchiveInstead,
    /// Files packed into one that cannot be unpacked.
    BrokenArchive { reason: ArchiveReason },
    /// Data, but no table: which format.
    OtherFormat { name: &'static str },
    /// NUL bytes.
    NulBytes,
    /// Bytes that are no text in the encoding declared or found.
    WrongEncoding { encoding: String },
    /// Bytes that are no words in any of the encodings that tables are read in.
    NoEncoding,
    /// No decoder for the declared encoding.
    UnknownEncoding { encoding: String },
    /// A quotation mark that is never closed.
    UnterminatedQuote,
    /// The last row breaks off.
    Truncated {
        expected_cells: usize,
        found_cells: usize,
    },
    /// Nothing in the file.
    Empty,
    /// The first row has none of the columns that are needed.
    NoHeader { needed: String },
    /// A needed column is not there.
    MissingColumn { needed: String },
    /// A header of the wide layout in a file that is not declared to be of it.
    UndeclaredWide,
    /// The rows have another number of cells than the header, nearly all of them the same.
    HeaderShape {
        header_cells: usize,
        row_cells: usize,
    },
    /// A code that differs from another by zeros at its start alone.
    LostZeros { other: String },
    /// Text that was read by a wrong encoding and then saved.
    Garbled,
    /// The header of another table below the first one.
    SecondTable,
    /// A column stands twice.
    RepeatedColumn,
    /// A column that the package does not declare; it is left aside.
    UnknownColumn,
    /// More bytes than are read.
    TooLarge { limit_bytes: u64 },
    /// More columns than are read.
    TooManyColumns { limit: usize },
    /// A descriptor that is no such thing.
    BrokenDescriptor { reason: Box<JsonReason> },
    /// A catalog that is no such thing.
    BrokenCatalog { reason: Box<JsonReason> },
    /// No catalog where the site looks for it.
    CatalogMissing,
    /// An entry of the catalog that cannot be used: its place from 1 and its name where it has one.
    EntryLeftOut {
        place: usize,
        name: String,
        reason: Box<JsonReason>,
    },
    /// A table that the package must have.
    MissingTable { table: String },
    /// Figures of days or weeks only.
    TooFine,
    /// Observations without a figure, as next year's file before it is filled in.
    NoFigures,
    /// No column of a table holds numbers.
    NoNumbers,
    /// Hardly any code is known: the file belongs to another package than this one.
    ForeignCodes {
        known: usize,
        all: usize,
        package: Text,
    },

    // One row or cell.
    /// Cells counted against the header.
    RowShape {
        expected_cells: usize,
        found_cells: usize,
    },
    /// No number.
    NotANumber { written: Written },
    /// A code that Excel turned into a number with an exponent.
    ExcelExponent,
    /// A period that Excel turned into a date of its own.
    ExcelDate,
    /// A code that is in no table of areas.
    UnknownArea,
    /// An identifier that is in no table of indicators.
    UnknownIndicator,
    /// A column of a wide file whose name ends in another way than its parts do.
    UnknownSuffix,
    /// A source that is in no table of sources.
    UnknownSource,
    /// A level that the descriptor does not declare.
    UnknownLevel { expected: String },
    /// A word outside a closed vocabulary.
    UnknownWord { expected: String },
    /// A parent that is no area of the package, or that leads in a circle.
    UnknownParent,
    /// A name that is not the code's.
    NameMismatch { expected: String },
    /// A key that stands elsewhere too: on one line, or folded, on the lines that a block repeats.
    DuplicateKey {
        other_file: Arc<str>,
        other_lines: Vec<u32>,
    },
    /// More than the whole.
    NumeratorOverDenominator { denominator: String },
    /// A share that is more than the whole.
    ShareOverWhole { whole: String },
    /// Something over nothing.
    ZeroDenominator,
    /// A numerator or a denominator without the other and without a value.
    CountAlone,
    /// Value, numerator and denominator disagree.
    ValueDisagrees { computed: String },
    /// Less than nothing.
    Negative,
    /// A bound beside exact counts.
    BoundWithCounts,
    /// A value beside a status that says there is none.
    ValueWithStatus { status: String },
    /// A count of one to four persons below the community, which must be suppressed.
    NotSuppressed,
    /// Something other than a period.
    PeriodForm,
    /// A day or a week in a table whose rows these tell apart.
    DayOfMonth,
    /// A period read from another way of writing.
    PeriodRead { read_as: String },
    /// Something other than a day.
    DayForm,
    /// A revision that fits neither its neighbour nor what is published, which would be this; blank
    /// where there is no value.
    RevisionMismatch { expected: String },
    /// A needed cell is blank.
    Blank,
    /// A row outside what the descriptor says the file holds, so that pages may not find it.
    OutsideDescriptor { declared: String },
    /// What looks like an identity-card or mobile number.
    PersonalNumber,
    /// Read as GB18030 because the bytes are not UTF-8.
    ReadAsGb18030,
    /// Read as UTF-16, two bytes a character, without being declared so.
    ReadAsUtf16,
    /// A file of outlines that is no such thing.
    BrokenGeometry { reason: Box<JsonReason> },
    /// A feature of a file of outlines without the property that holds its area's code.
    OutlineWithoutCode { needed: String },
    /// A feature whose rings cannot be drawn: fewer than three corners, or no degrees.
    BrokenOutline,
    /// A feature that is no area: a point, a line.
    OutlineLeftOut,
    /// A number read from another way of writing.
    NumberRead { read_as: String },
    /// A sign for there being no figure, such as `.` or `:`, and the status letter that it is read as; blank
    /// where that was told before.
    SignRead { status: String },
    /// The name of an area that is taken for one met before, written in another way.
    NameRead { read_as: String },
    /// An area of a reader's own table whose figures are the sum of those of others.
    SumOfAreas,
    /// An area of a reader's own table that holds others, as its code says.
    HoldsAreas,
    /// An area of a reader's own table that holds others, as their names stand further in.
    HoldsIndented,
    /// An area of a reader's own table that holds others, as its name says.
    HoldsByName,
    /// A row of a reader's own table that says again what an earlier one does, which counts.
    RowRepeated { line: u32 },
    /// A row without a figure, such as a note below the table; it is left aside.
    RowAside,
    /// A row of a mean, a median or another statistic of the areas above it.
    StatisticAside,
    /// A row that says that it is a part of the one above it, beside which it is no area of its own.
    OfWhichAside,
    /// A row that is named for one sex alone.
    SexAside,
    /// A row of what is elsewhere or of unknown place: 其他, unknown.
    ElsewhereAside,
    /// More areas than a table of areas has.
    TooManyAreas { limit: usize },
    /// More indicators than are read.
    TooManyIndicators { limit: usize },
    /// More of one kind in one column of a file than are listed.
    More { of: Box<FaultKind>, count: usize },
}

impl FaultKind {
    /// How much a reader must care.
    pub fn severity(&self) -> Severity {
        match self {
            FaultKind::PeriodRead { .. }
            | FaultKind::NumberRead { .. }
            | FaultKind::SignRead { .. }
            | FaultKind::NameRead { .. }
            | FaultKind::SumOfAreas
            | FaultKind::HoldsAreas
            | FaultKind::HoldsIndented
            | FaultKind::HoldsByName
            | FaultKind::RowAside
            | FaultKind::StatisticAside
            | FaultKind::OfWhichAside
            | FaultKind::SexAside
            | FaultKind::ElsewhereAside
            | FaultKind::RowRepeated { .. }
            | FaultKind::ReadAsGb18030
            | FaultKind::ReadAsUtf16
            | FaultKind::UnknownColumn
            | FaultKind::NoFigures
            | FaultKind::NotInDescriptor
            | FaultKind::UnlistedWorkbook
            | FaultKind::OutlineLeftOut => Severity::Note,
            FaultKind::More { of, .. } => of.severity(),
            _ => Severity::Fault,
        }
    }

    /// True where both are of one kind, whatever was expected.
    pub fn is_like(&self, other: &FaultKind) -> bool {
        discriminant(self) == discriminant(other)
    }

    /// A short stable name, for machines.
    pub fn name(&self) -> &'static str {
        match self {
            FaultKind::FileMissing { .. } => "file-missing",
            FaultKind::PackageMissing => "package-missing",
            FaultKind::OwnAbsent { .. } => "own-absent",
            FaultKind::NotInFolder => "not-in-folder",
            FaultKind::NotInDescriptor => "not-in-descriptor",
            FaultKind::UnlistedWorkbook => "unlisted-workbook",
            FaultKind::NoTable => "no-table",
            FaultKind::NoDescriptor => "no-descriptor",
            FaultKind::Network { .. } => "network",
            FaultKind::HtmlInstead => "html-instead",
            FaultKind::WorkbookInstead => "workbook-instead",
            FaultKind::ArchiveInstead => "archive-instead",
            FaultKind::BrokenArchive { .. } => "broken-archive",
            FaultKind::OtherFormat { .. } => "other-format",
            FaultKind::NulBytes => "nul-bytes",
            FaultKind::WrongEncoding { .. } => "wrong-encoding",
            FaultKind::NoEncoding => "no-encoding",
            FaultKind::UnknownEncoding { .. } => "unknown-encoding",
            FaultKind::UnterminatedQuote => "unterminated-quote",
            FaultKind::Truncated { .. } => "truncated",
            FaultKind::Empty => "empty",
            FaultKind::NoHeader { .. } => "no-header",
            FaultKind::MissingColumn { .. } => "missing-column",
            FaultKind::UndeclaredWide => "undeclared-wide",
            FaultKind::HeaderShape { .. } => "header-shape",
            FaultKind::LostZeros { .. } => "lost-zeros",
            FaultKind::Garbled => "garbled",
            FaultKind::SecondTable => "second-table",
            FaultKind::RepeatedColumn => "repeated-column",
            FaultKind::UnknownColumn => "unknown-column",
            FaultKind::TooLarge { .. } => "too-large",
            FaultKind::TooManyColumns { .. } => "too-many-columns",
            FaultKind::BrokenDescriptor { .. } => "broken-descriptor",
            FaultKind::BrokenCatalog { .. } => "broken-catalog",
            FaultKind::CatalogMissing => "catalog-missing",
            FaultKind::EntryLeftOut { .. } => "entry-left-out",
            FaultKind::MissingTable { .. } => "missing-table",
            FaultKind::TooFine => "too-fine",
            FaultKind::NoFigures => "no-figures",
            FaultKind::NoNumbers => "no-numbers",
            FaultKind::ForeignCodes { .. } => "foreign-codes",
            FaultKind::RowShape { .. } => "row-shape",
            FaultKind::NotANumber { .. } => "not-a-number",
            FaultKind::ExcelExponent => "excel-exponent",
            FaultKind::ExcelDate => "excel-date",
            FaultKind::UnknownArea => "unknown-area",
            FaultKind::UnknownIndicator => "unknown-indicator",
            FaultKind::UnknownSuffix => "unknown-suffix",
            FaultKind::UnknownSource => "unknown-source",
            FaultKind::UnknownLevel { .. } => "unknown-level",
            FaultKind::UnknownWord { .. } => "unknown-word",
            FaultKind::UnknownParent => "unknown-parent",
            FaultKind::NameMismatch { .. } => "name-mismatch",
            FaultKind::DuplicateKey { .. } => "duplicate-key",
            FaultKind::NumeratorOverDenominator { .. } => "numerator-over-denominator",
            FaultKind::ShareOverWhole { .. } => "share-over-whole",
            FaultKind::ZeroDenominator => "zero-denominator",
            FaultKind::CountAlone => "count-alone",
            FaultKind::ValueDisagrees { .. } => "value-disagrees",
            FaultKind::Negative => "negative",
            FaultKind::BoundWithCounts => "bound-with-counts",
            FaultKind::ValueWithStatus { .. } => "value-with-status",
            FaultKind::NotSuppressed => "not-suppressed",
            FaultKind::PeriodForm => "period-form",
            FaultKind::DayOfMonth => "day-of-month",
            FaultKind::PeriodRead { .. } => "period-read",
            FaultKind::DayForm => "day-form",
            FaultKind::RevisionMismatch { .. } => "revision-mismatch",
            FaultKind::Blank => "blank",
            FaultKind::OutsideDescriptor { .. } => "outside-descriptor",
            FaultKind::PersonalNumber => "personal-number",
            FaultKind::ReadAsGb18030 => "read-as-gb18030",
            FaultKind::ReadAsUtf16 => "read-as-utf-16",
            FaultKind::BrokenGeometry { .. } => "broken-geometry",
            FaultKind::OutlineWithoutCode { .. } => "outline-without-code",
            FaultKind::BrokenOutline => "broken-outline",
            FaultKind::OutlineLeftOut => "outline-left-out",
            FaultKind::NumberRead { .. } => "number-read",
            FaultKind::SignRead { .. } => "sign-read",
            FaultKind::NameRead { .. } => "name-read",
            FaultKind::SumOfAreas => "sum-of-areas",
            FaultKind::HoldsAreas => "holds-areas",
            FaultKind::HoldsIndented => "holds-indented",
            FaultKind::HoldsByName => "holds-by-name",
            FaultKind::RowAside => "row-aside",
            FaultKind::StatisticAside => "statistic-aside",
            FaultKind::OfWhichAside => "of-which-aside",
            FaultKind::SexAside => "sex-aside",
            FaultKind::ElsewhereAside => "elsewhere-aside",
            FaultKind::RowRepeated { .. } => "row-repeated",
            FaultKind::TooManyAreas { .. } => "too-many-areas",
            FaultKind::TooManyIndicators { .. } => "too-many-indicators",
            FaultKind::More { .. } => "more",
        }
    }
}

/// One fault.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// The file as the descriptor names it.
    pub file: Arc<str>,
    /// The line from 1; 0 where the fault is the whole file's.
    pub line: u32,
    /// The column's name as the header writes it; blank where the fault is a whole row's.
    pub column: String,
    /// What was found, as written (cut where very long).
    pub found: String,
    /// What is wrong.
    pub kind: FaultKind,
}

/// So many characters of what was found are kept.
const FOUND_CHARACTERS: usize = 80;

impl Fault {
    /// A fault; what was found is cut where very long, and never holds a person's number.
    pub fn new(file: &Arc<str>, line: u32, column: &str, found: &str, kind: FaultKind) -> Fault {
        let found = hide_personal_numbers(found);
        let found = match found.char_indices().nth(FOUND_CHARACTERS) {
            Some((end, _)) => format!("{}…", &found[..end]),
            None => found,
        };
        Fault {
            file: file.clone(),
            line,
            column: hide_personal_numbers(column),
            found,
            kind,
        }
    }
}
