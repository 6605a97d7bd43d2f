//! What is assumed of an SDMX-CSV file, as data.

/// Something assumed of an SDMX-CSV file.
#[derive(Clone, Debug, PartialEq)]
pub enum SdmxRemark {
    /// The file is one, of this structure.
    Structure {
        /// Its name or identifier.
        name: String,
    },
    /// Columns that hold one and the same value throughout are left aside with it.
    Constants {
        /// Their names and values.
        columns: Vec<(String, String)>,
    },
    /// Rows that only delete observations elsewhere are left aside.
    Deleted {
        /// How many of the sample.
        count: usize,
        /// Line of the first.
        line: u32,
    },
    /// Rows of days or weeks are left aside.
    TooFine {
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
}
