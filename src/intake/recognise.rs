//! A recipe guessed from the first rows of a table, and everything that was assumed.

use super::{DecimalMark, Encoding, Recipe, Sample};
use crate::model::{FaultKind, Period};
use crate::parse::FileFault;

/// Something assumed that a reader should confirm.
#[derive(Clone, Debug, PartialEq)]
pub enum Remark {
    /// So many rows above the header were left aside.
    TitleLines {
        /// Line of the first.
        from: u32,
        /// Line of the last.
        to: u32,
    },
    /// The header is made of so many rows.
    HeaderRows {
        /// How many.
        rows: u8,
    },
    /// The row below the header holds units.
    UnitRow {
        /// Its line.
        line: u32,
    },
    /// No row is a header; columns are named by their place.
    NoHeader,
    /// Rows without a figure, below the table or between its parts, are left aside.
    RowsAside {
        /// How many of the sample.
        count: usize,
        /// Line of the first.
        line: u32,
    },
    /// A column of row numbers is left aside.
    RowNumbers {
        /// Its name.
        column: String,
    },
    /// A column is left aside, since it is not needed to tell rows apart.
    ColumnAside {
        /// Its name.
        column: String,
    },
    /// A column that holds numbers of persons or their telephones is left aside.
    PersonalColumn {
        /// Its name.
        column: String,
    },
    /// Nothing but what it holds says that a column names the area.
    AreaByContent {
        /// Its name.
        column: String,
    },
    /// Years of two digits are read as these.
    TwoDigitYears {
        /// The earliest.
        from: Period,
        /// The latest.
        to: Period,
    },
    /// The whole table is taken to be of a period that its title or its file's name states.
    PeriodFromTitle {
        /// The period.
        period: Period,
    },
    /// Numbers are written with marks between thousands.
    ThousandsMarks {
        /// One of them, as written.
        example: String,
    },
    /// Nothing decides whether the mark in numbers such as this one parts thousands or decimals.
    MarkNotCertain {
        /// One of them, as written.
        example: String,
        /// How it is read.
        read_as: DecimalMark,
    },
    /// Nothing decides whether the day or the month stands first.
    DayOrderNotCertain {
        /// A date, as written.
        example: String,
        /// How it is read.
        read_as: Period,
    },
    /// Dates of days are read as their months.
    DaysAsMonths,
    /// Years that begin in one calendar year and end in the next, such as `2019/20`.
    SplitYears {
        /// One of them, as written.
        example: String,
        /// How it is read.
        read_as: Period,
    },
    /// Numbers in parentheses are read as negative.
    Parentheses {
        /// One of them, as written.
        example: String,
    },
    /// Signs for there being no figure, and how many there are in the sample.
    MissingSigns {
        /// The distinct signs.
        signs: Vec<String>,
        /// How many cells.
        count: usize,
    },
    /// Footnote marks at numbers are taken off.
    FootnoteMarks {
        /// A cell, as written.
        example: String,
    },
    /// Two columns are the numerator and the denominator of one indicator.
    Pair {
        /// The indicator.
        indicator: String,
    },
    /// Years or other periods stand as columns.
    PeriodsAsColumns {
        /// How many columns.
        count: usize,
    },
    /// Rows of this area are the whole of the others.
    TotalRow {
        /// Its name.
        area: String,
    },
    /// A column tells rows of one area and period apart; this value of it is the total.
    DimensionFound {
        /// The column.
        column: String,
        /// The value.
        total: String,
    },
    /// A column tells rows of one area and period apart and has no total: it is taken into the names
    /// of the indicators.
    IndicatorPartFound {
        /// The column.
        column: String,
    },
    /// The file is SDMX-CSV, of this structure.
    Sdmx {
        /// Its name or identifier.
        structure: String,
    },
    /// Columns that hold one and the same value throughout, left aside with it.
    ConstantColumns {
        /// Their names and values.
        columns: Vec<(String, String)>,
    },
    /// Rows that only delete observations elsewhere are left aside.
    RowsDeleted {
        /// How many of the sample.
        count: usize,
        /// Line of the first.
        line: u32,
    },
    /// Rows of days or weeks are left aside.
    RowsTooFine {
        /// How many of the sample.
        count: usize,
        /// Line of the first.
        line: u32,
        /// Its time, as written.
        example: String,
    },
    /// Figures are multiplied by a power of ten that a column states.
    Scaled {
        /// One of them, as written.
        written: String,
        /// Its power of ten, as written.
        power: String,
        /// How it is read.
        read_as: String,
    },
    /// Rows of one area, period and indicator repeat, and no column tells them apart.
    KeysRepeat {
        /// Line of the first that repeats.
        line: u32,
        /// Line that it repeats.
        earlier: u32,
    },
}

/// What was made of a sample.
#[derive(Clone, Debug, PartialEq)]
pub struct Recognised {
    /// How to read the table.
    pub recipe: Recipe,
    /// Everything assumed.
    pub remarks: Vec<Remark>,
}

/// Guesses how a table is to be read.
///
/// # Errors
/// Where nothing can be made of it: no rows, no numbers.
pub fn recognise(
    sample: &Sample,
    encoding: Encoding,
    delimiter: u8,
    file_name: &str,
) -> Result<Recognised, FileFault> {
    if let Some(recognised) = super::sdmx::recognise_sdmx(sample, encoding, delimiter) {
        return recognised;
    }
    let _ = file_name;
    Err(FileFault::whole(FaultKind::NoFigures))
}

/// Guesses anew what the columns are after the reader chose another header: its first line (0 for
/// none) and number of rows.
pub fn refit(
    sample: &Sample,
    recipe: &Recipe,
    header_line: u32,
    header_rows: u8,
    file_name: &str,
) -> Recognised {
    let _ = (sample, header_line, header_rows, file_name);
    Recognised {
        recipe: recipe.clone(),
        remarks: Vec::new(),
    }
}
