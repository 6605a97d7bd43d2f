//! What was assumed of how the figures of a table are written and what they are multiplied by, as data.

/// Something assumed of figures that a reader should confirm.
#[derive(Clone, Debug, PartialEq)]
pub enum FigureRemark {
    /// Figures are multiplied by what a column says.
    ScaleColumn {
        /// The column.
        column: String,
        /// What it says, as written.
        example: String,
    },
    /// Numbers are written with a word or a letter for what they are multiplied by: `1.2亿`, `$850K`.
    Scaled {
        /// One of them, as written.
        example: String,
        /// How it is read.
        read_as: f64,
    },
    /// Numbers are written with a sign or a word that makes a bound of them: `250,000+`, `约100`.
    Bounds {
        /// One of them, as written.
        example: String,
    },
    /// Columns of confidence limits, margins of error and standard errors are left aside.
    IntervalsAside {
        /// Their names.
        columns: Vec<String>,
    },
    /// Rows of such figures are left aside.
    IntervalRowsAside {
        /// What the rows say, as written.
        word: String,
        /// How many of the sample.
        count: usize,
        /// Line of the first.
        line: u32,
    },
    /// Whole numbers that might be years are not taken for a count.
    MayBeYears {
        /// The indicator.
        indicator: String,
    },
    /// Whole numbers none of which is above a hundred are not taken for counts: they may be shares or scores.
    MayBeShares {
        /// The indicators.
        indicators: Vec<String>,
    },
    /// Whole numbers are taken for counts, and neither name nor unit says that they are.
    CountedByFigures {
        /// The indicators.
        indicators: Vec<String>,
    },
    /// Columns of figures that state no period, as others do, are not read before that of the table is known.
    Undated {
        /// Their names.
        columns: Vec<String>,
    },
    /// Columns of figures that state no period, as others do, and are of none of their own: sums over them,
    /// codes, changes from one to another.
    UndatedAside {
        /// Their names.
        columns: Vec<String>,
    },
    /// Months or quarters are of a year over two calendar years, and nothing shows in which of them each lies; they
    /// are not read.
    TurnOpen {
        /// The column of the years; blank where a title or the file's name states it.
        column: String,
        /// The year, as written.
        example: String,
    },
    /// Of cells with an estimate and its limits or its margin the estimate is read.
    EstimatesAlone {
        /// One of them, as written.
        example: String,
        /// How it is read.
        read_as: f64,
    },
}
