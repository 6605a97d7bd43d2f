//! What was assumed of a table that a reader should confirm, as data.

use super::DecimalMark;
use super::FigureRemark;
use super::SdmxRemark;
use super::doubts::Doubt;
use crate::model::Period;

/// What says of an area that it holds others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoldSign {
    /// Its figures are the sums of theirs.
    Figures,
    /// Its code.
    Codes,
    /// Their names stand further in.
    Indents,
    /// Its name: that of a sum, or one that theirs begin with.
    Names,
}

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
    /// No column says which area a row is about: all are taken to be of one, named for the file.
    AreaFromFileName {
        /// Its name.
        area: String,
    },
    /// No column holds the area; the title says which one the table is of.
    AreaFromTitle {
        /// Its name.
        area: String,
    },
    /// Blank cells of a column are read as what stands above them, as merged cells leave them.
    FilledDown {
        /// Its name.
        column: String,
    },
    /// Rows without an area in a column are those of what the areas lie in: their figures are the sums.
    BlanksAbove {
        /// Its name.
        column: String,
    },
    /// Rows without an area in a column are those of what areas lie in: a column of levels says so.
    BlanksOfLevel {
        /// Its name.
        column: String,
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
    /// A column of figures has the name of an earlier one.
    RepeatedName {
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
    /// Areas stand as columns.
    AreasAsColumns {
        /// How many columns.
        count: usize,
    },
    /// Names that differ only in capitals, spaces, full-width letters or a footnote mark are taken for
    /// one area.
    NamesAsOne {
        /// How many spellings were taken for another.
        count: usize,
        /// The first of them, as written.
        example: String,
        /// What it was taken for.
        read_as: String,
        /// Line where it stands.
        line: u32,
    },
    /// Names of areas end in numbers in round brackets, which stay, since they may tell areas apart.
    BracketsInNames {
        /// A name.
        example: String,
    },
    /// Rows of this area are the whole of the others.
    TotalRow {
        /// Its name.
        area: String,
    },
    /// The values of a column are the quotients of two other columns, in every row.
    QuotientOfColumns {
        /// The column.
        column: String,
        /// The column of what is counted.
        numerator: String,
        /// The column of what it is counted against.
        denominator: String,
        /// What the quotient is multiplied by.
        multiplier: f64,
    },
    /// A column of counts that may be the numerator of another one, of all persons or households; only the
    /// reader knows.
    MayBeShare {
        /// The column of what is counted.
        numerator: String,
        /// The column of what it may be counted against.
        denominator: String,
    },
    /// Areas hold others, and their names do not say so.
    HoldAreas {
        /// The names of the first.
        names: Vec<String>,
        /// How many there are.
        count: usize,
        /// The line where the first stands.
        line: u32,
        /// What says so.
        sign: HoldSign,
        /// True where there are more whose figures are sums and which could not be told.
        is_mixed: bool,
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
    /// A column says what kind of figure each row carries.
    KindColumn {
        /// The column.
        column: String,
        /// True where one indicator has several kinds, which its name then tells apart.
        is_in_name: bool,
    },
    /// A unit that a row's kind of figure cannot have is not taken.
    UnitNotTaken {
        /// The unit, as written.
        unit: String,
        /// The kind of figure, as written.
        kind: String,
        /// The line where it stands first.
        line: u32,
    },
    /// Dates are the numbers of days that a spreadsheet has for them.
    SerialDays {
        /// One of them, as written.
        example: String,
        /// How it is read.
        read_as: Period,
    },
    /// Whole numbers that nothing but the file names are not taken for a count.
    NotCounted {
        /// The indicator, named for the file.
        indicator: String,
    },
    /// The unit that a line above the table states is that of the figures that may have it.
    UnitFromTitle {
        /// The unit.
        unit: String,
        /// The line.
        line: u32,
    },
    /// Spaces stand before quotation marks that open cells, and are left out.
    SpacedQuotes {
        /// The line of the first.
        line: u32,
    },
    /// Quotation marks within quoted cells are not doubled, and belong to what the cells hold.
    InnerQuotes {
        /// The line of the first.
        line: u32,
    },
    /// The first column holds several, parted by commas, which are read as columns of their own.
    JoinedKeys,
    /// Quotation marks are part of what a cell holds.
    QuotesKept {
        /// A cell, as read.
        example: String,
        /// Its line.
        line: u32,
    },
    /// Several years in one, such as `2017-19`.
    SpansOfYears {
        /// One of them, as written.
        example: String,
        /// How it is read.
        read_as: Period,
    },
    /// A period in words or signs that are of one language or of one kind of table.
    PeriodInWords {
        /// It, as written.
        example: String,
        /// How it is read.
        read_as: Period,
    },
    /// A mark behind a period that says of its figures that they are not final is taken off.
    StatusOfPeriod {
        /// The period with it, as written.
        example: String,
        /// The mark.
        mark: String,
    },
    /// The name of a column, or a cell of one that is named for times, speaks of a time that cannot be read.
    PeriodNotRead {
        /// The column; blank where it is its name that speaks of it.
        column: String,
        /// It, as written.
        example: String,
    },
    /// A column, or the name of one, is of weeks, which are no periods here.
    Weeks {
        /// The column; blank where it is its name that is one.
        column: String,
        /// A week, as written.
        example: String,
    },
    /// Roman numbers beside years may count quarters or half-years, and nothing says which.
    RomanNotCertain {
        /// The column; blank where it is its name that holds them.
        column: String,
        /// One of them, as written.
        example: String,
    },
    /// Rows of the table that hold a period alone part it; no row says its own.
    PeriodsBetweenRows {
        /// Line and period of the first.
        first: (u32, Period),
        /// Of the first that is another.
        second: (u32, Period),
    },
    /// The table says that its figures are fictional.
    Fictional,
    /// A table of this program does not say how its figures are to be taken: it was saved without the
    /// lines above its header.
    SavedWithoutNotes,
    /// A table of this program was held against a benchmark that its rows do not make up.
    BenchmarkAside {
        /// Its value, in the unit of the indicator.
        value: f64,
        /// The code of its area; blank where it is no area.
        code: String,
    },
    /// Rows that hold the sum of a group of areas are left aside.
    SumsAside {
        /// How many of the sample.
        count: usize,
    },
    /// Something that looks as if it had been meant otherwise.
    Doubt(Doubt),
    /// Something assumed of how figures are written.
    Figures(FigureRemark),
    /// Something assumed of an SDMX-CSV file.
    Sdmx(SdmxRemark),
    /// Rows of one area, period and indicator repeat, and no column tells them apart.
    KeysRepeat {
        /// Line of the first that repeats.
        line: u32,
        /// Line that it repeats.
        earlier: u32,
    },
    /// Most rows repeat so: they are of single persons or cases.
    OfRecords {
        /// Figures that repeat others of their area, period and indicator.
        count: usize,
        /// All figures looked at.
        of: usize,
    },
    /// Days or weeks tell most rows of one month or year apart, and these are not used.
    DaysApart,
    /// Rows repeat, and what tells them apart are days or weeks, which are no periods.
    ShorterRepeat {
        /// Line of the first that repeats.
        line: u32,
        /// Line that it repeats.
        earlier: u32,
    },
}
