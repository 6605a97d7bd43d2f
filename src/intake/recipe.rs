//! How a table is to be read, as data: what each column is, where the header stands, how its
//! numbers and periods are written. Reads nothing.

use crate::model::{Kind, Nature, Period, Polarity};
use crate::parse::InnerQuotes;

/// How the bytes of a file become text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte-order mark.
    Utf8,
    /// GB18030, which takes in GBK and GB2312.
    Gb18030,
    /// Windows-1252, which takes in Latin-1: the letters of western Europe, a byte each.
    Western,
    /// UTF-16, the lower byte first.
    Utf16Le,
    /// UTF-16, the higher byte first.
    Utf16Be,
    /// Windows-1250: the letters of central Europe, a byte each.
    Central,
    /// Windows-1254: the letters of Turkish, a byte each.
    Turkish,
    /// Windows-1251: Cyrillic letters, a byte each.
    Cyrillic,
    /// Shift_JIS, of Japan.
    ShiftJis,
    /// EUC-KR with what Windows adds to it, of Korea.
    EucKr,
    /// Big5, of Taiwan and Hong Kong.
    Big5,
}

impl Encoding {
    /// Every one, those that a reader would look for first at the top.
    pub const ALL: [Encoding; 11] = [
        Encoding::Utf8,
        Encoding::Gb18030,
        Encoding::Utf16Le,
        Encoding::Utf16Be,
        Encoding::Western,
        Encoding::Central,
        Encoding::Turkish,
        Encoding::Cyrillic,
        Encoding::ShiftJis,
        Encoding::EucKr,
        Encoding::Big5,
    ];
}

/// What numbers from 1 count within a year, where nothing beside them says it: `2022 II`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearParts {
    /// Quarters.
    Quarters,
    /// Half-years.
    Halves,
}

/// What parts a number's whole from its fraction; the other one parts thousands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalMark {
    /// `1,234.5`
    Point,
    /// `1.234,5`
    Comma,
}

/// Whether the day or the month stands first in a date such as `03/04/2024`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOrder {
    /// `31/12/2024`
    DayFirst,
    /// `12/31/2024`
    MonthFirst,
}

/// Which part of an indicator a column of figures holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// The value itself.
    #[default]
    Value,
    /// What is counted.
    Numerator,
    /// What it is counted against.
    Denominator,
}

/// What the figures of a column are of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figure {
    /// The indicator's name; blank: from the column of indicators, else the file's name.
    pub indicator: String,
    /// Which part of it.
    pub part: Part,
    /// The period that the column's name states.
    pub period: Option<Period>,
    /// The area that the column's name states; blank: the row says it.
    pub area: String,
    /// The sign that every number of the column carries and that is no part of it: `%`, `‰`, `$`, …;
    /// blank where they carry none.
    pub sign: String,
}

impl Figure {
    /// The sign as readers see it; blank where the numbers are read in full and have no unit.
    pub fn unit_sign(&self) -> &str {
        super::number::multiples::unit_of_sign(&self.sign)
    }

    /// True of a part of the same observation: indicator, period and area are the same.
    pub(super) fn is_beside(&self, other: &Figure) -> bool {
        (&self.indicator, self.period, &self.area) == (&other.indicator, other.period, &other.area)
    }
}

/// What a column holds.
#[derive(Clone, Debug, PartialEq)]
pub enum ColumnRole {
    /// Left aside.
    Ignored,
    /// The code of the area, kept as written.
    AreaCode,
    /// The name of the area.
    AreaName,
    /// A code that begins anew in each area above and is one together with that area's code.
    CodeWithin,
    /// The register that the code belongs to.
    CodeSystem,
    /// The code of the area that it lies in.
    ParentCode,
    /// The name of the area that it lies in.
    ParentName,
    /// The name or the code of an area further above, which tells areas of one name apart.
    AreaAbove,
    /// A period, or a date of which the month counts.
    Period,
    /// A year, beside a month or a quarter or alone.
    Year,
    /// A month from 1 to 12, beside a year.
    Month,
    /// A quarter from 1 to 4, beside a year.
    Quarter,
    /// The name of the indicator.
    Indicator,
    /// The unit of the value.
    Unit,
    /// What kind of figure the value is: a count, a percentage, a rate of so many.
    Kind,
    /// What the value is multiplied by: thousands, millions.
    Scale,
    /// An SDMX status letter.
    Status,
    /// How exact the value is: `lower`, `upper`, `approx`, `rounded`.
    Bound,
    /// A remark on the value.
    Note,
    /// Figures.
    Figure(Figure),
    /// A further part of the key; this value of it is the total.
    Dimension {
        /// The value that stands for all others together; blank where there is none.
        total: String,
    },
    /// A further part of the key without a total: it belongs to the indicator's name.
    PartOfIndicator,
}

/// One column of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnPlan {
    /// Its name as the header writes it; `#3` for the third where the table has no header.
    pub name: String,
    /// What it holds.
    pub role: ColumnRole,
}

impl ColumnPlan {
    /// What the figures of the column are of, where it holds figures.
    pub fn figure(&self) -> Option<&Figure> {
        match &self.role {
            ColumnRole::Figure(figure) => Some(figure),
            _ => None,
        }
    }

    /// True where the column is a further part of the key.
    pub(super) fn is_dimension(&self) -> bool {
        matches!(self.role, ColumnRole::Dimension { .. })
    }
}

/// What is known of an indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorPlan {
    /// Its name, by which columns and rows speak of it.
    pub name: String,
    /// What readers see in place of the name; blank where nothing else is known.
    pub label: String,
    /// The unit, blank where none is known.
    pub unit: String,
    /// How the value is made.
    pub kind: Kind,
    /// Whether chance has a part in it.
    pub nature: Nature,
    /// Which way is good.
    pub polarity: Polarity,
    /// What a numerator over a denominator is multiplied by.
    pub multiplier: f64,
    /// Digits after the point on screen.
    pub decimals: u8,
    /// True where the table itself says all of this, and its figures are asked nothing more.
    pub is_told: bool,
}

impl IndicatorPlan {
    /// What is taken of an indicator of which nothing but its name is known: a plain figure, of which
    /// no interval and no verdict is made and that is never summed.
    pub fn plain(name: &str) -> IndicatorPlan {
        IndicatorPlan {
            name: name.to_string(),
            label: String::new(),
            unit: String::new(),
            kind: Kind::Mean,
            nature: Nature::Survey,
            polarity: Polarity::None,
            multiplier: 1.0,
            decimals: 0,
            is_told: false,
        }
    }
}

/// A column of values each of which is the quotient of two other columns of its row, whatever these are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotient {
    /// Place of the column of values, from 0.
    pub value: usize,
    /// Place of what is counted.
    pub numerator: usize,
    /// Place of what it is counted against.
    pub denominator: usize,
    /// Digits after the point that the values have at most.
    pub decimals: u8,
}

/// How a table is to be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Recipe {
    /// How its bytes become text.
    pub encoding: Encoding,
    /// What parts its cells.
    pub delimiter: u8,
    /// How its numbers are written.
    pub decimal_mark: DecimalMark,
    /// How its dates are written.
    pub day_order: DayOrder,
    /// The line of the first row of the header, from 1; 0 where there is none.
    pub header_line: u32,
    /// Rows of the header, from 1; those of the units with them.
    pub header_rows: u8,
    /// True where the last row of the header holds units.
    pub has_unit_row: bool,
    /// Its columns in order.
    pub columns: Vec<ColumnPlan>,
    /// The period of the whole table, where no column says it.
    pub period: Option<Period>,
    /// Places of columns, from 0, whose blank cells take what stands above them, as merged cells leave
    /// them.
    pub filled_down: Vec<usize>,
    /// What stands in cells where there is no figure, beside the signs that every table has: `-999`.
    pub missing: Vec<String>,
    /// Columns of values that are quotients of two others.
    pub quotients: Vec<Quotient>,
    /// The area of the whole table, where no column says it.
    pub area: String,
    /// What is known of its indicators. One that is not here is a plain figure.
    pub indicators: Vec<IndicatorPlan>,
    /// How years of two digits are read: from this one on they are of the 1900s, below it of the
    /// 2000s. None where such a year is no year.
    pub century: Option<u8>,
    /// True where a year and two digits, such as `2011-12`, are a year that ends in the next one, and
    /// no month.
    pub split_years: bool,
    /// True where dates are the numbers of days that a spreadsheet has for them: 43831.
    pub serial_days: bool,
    /// What bare and Roman numbers beside a year count; none where they count nothing that is known.
    pub numbered_parts: Option<YearParts>,
    /// True where years are counted from 1912, as Taiwan does, 113 is 2024 and 11312 its December; or as Thailand
    /// does, 2565 is 2022.
    pub republic_years: bool,
    /// The month from 1 to 12 with which years over two calendar years begin, such as `2022/23`, where a column
    /// beside theirs holds months or quarters; none where it is not known.
    pub year_begins: Option<u8>,
    /// True where days or weeks tell most rows of one month or year apart: what is written as a day is then no figure of
    /// its month.
    pub days_apart: bool,
    /// True where the names of indicators in rows end in the period of their figures, and no column says it:
    /// `Unemployment_rate_2021`.
    pub dated_names: bool,
    /// True where the file is SDMX-CSV: its rows are made plain first, and the columns are those of
    /// the plain table.
    pub is_sdmx: bool,
    /// True where spaces stand before the quotation marks that open cells, and are no part of them.
    pub spaced_quotes: bool,
    /// True where the first column of the file holds several that commas part, before others that tabs
    /// part; the columns here are those set apart.
    pub joined_keys: bool,
    /// How quotation marks within quoted cells are written, where they are not doubled.
    pub inner_quotes: Option<InnerQuotes>,
    /// True where the figures of a row without an area are those of what the area would lie in.
    pub blanks_above: bool,
    /// True where the table says that its figures are not to be judged.
    pub is_unjudged: bool,
}
