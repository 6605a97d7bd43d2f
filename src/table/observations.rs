//! The observations of one file, column by column, as they were written.

use super::{ByteColumn, CodedColumn, NumberColumn};
use crate::model::{Bound, Invalid, Status};

/// One row is one observation; a wide file's row makes several. All columns are in step.
#[derive(Clone, Debug, Default)]
pub struct Observations {
    /// Line of the file on which the names of its columns stand.
    pub header_line: u32,
    /// Number of the file's own rows below its header.
    pub record_count: usize,
    /// Identifier of the indicator.
    pub indicator: CodedColumn,
    /// Code of the area.
    pub area: CodedColumn,
    /// Name of the area as the row gives it, for checking.
    pub area_name: CodedColumn,
    /// Period as written.
    pub period: CodedColumn,
    /// The declared dimensions in order; blank is the total.
    pub dimensions: Vec<CodedColumn>,
    /// Value as written.
    pub value: NumberColumn,
    /// Numerator.
    pub numerator: NumberColumn,
    /// Denominator.
    pub denominator: NumberColumn,
    /// Source identifier.
    pub source: CodedColumn,
    /// Place in the source.
    pub locator: CodedColumn,
    /// Remark.
    pub note: CodedColumn,
    bound: ByteColumn,
    status: ByteColumn,
    invalid: ByteColumn,
    lines: Vec<u32>,
}

const BOUNDS: [Bound; 4] = [
    Bound::Lower,
    Bound::Upper,
    Bound::Approximate,
    Bound::Rounded,
];

const STATUSES: [Status; 7] = [
    Status::Normal,
    Status::Estimated,
    Status::Provisional,
    Status::Impossible,
    Status::Missing,
    Status::NotCollected,
    Status::Suppressed,
];

const INVALIDS: [Invalid; 10] = [
    Invalid::NotANumber,
    Invalid::NumeratorOverDenominator,
    Invalid::ValueDisagrees,
    Invalid::NameMismatch,
    Invalid::DuplicateKey,
    Invalid::Negative,
    Invalid::Qualifier,
    Invalid::RowShape,
    Invalid::NotSuppressed,
    Invalid::CountAlone,
];

impl Observations {
    /// A table with so many dimension columns.
    pub fn with_dimensions(count: usize) -> Observations {
        Observations {
            dimensions: (0..count).map(|_| CodedColumn::default()).collect(),
            ..Observations::default()
        }
    }

    /// Opens a new row that stands on `line` of the file and gives its number.
    pub fn add_row(&mut self, line: u32) -> usize {
        self.lines.push(line);
        self.lines.len() - 1
    }

    /// Adds a row of another table as that of this area and this indicator. `dimension_at` is where the
    /// other's first dimension stands among these.
    pub fn copy_row(
        &mut self,
        (other, row): (&Observations, usize),
        (indicator, area): (&str, &str),
        dimension_at: usize,
    ) {
        let at = self.add_row(other.line(row));
        self.indicator.set(at, indicator);
        self.area.set(at, area);
        self.period.set(at, other.period.text(row));
        let own = self.dimensions.iter_mut().skip(dimension_at);
        for (own, theirs) in own.zip(&other.dimensions) {
            own.set(at, theirs.text(row));
        }
        self.value.set(at, other.value.get(row));
        self.numerator.set(at, other.numerator.get(row));
        self.denominator.set(at, other.denominator.get(row));
        self.source.set(at, other.source.text(row));
        self.locator.set(at, other.locator.text(row));
        self.note.set(at, other.note.text(row));
        self.set_bound(at, other.bound(row));
        self.set_status(at, other.status(row));
        if let Some(reason) = other.invalid(row) {
            self.set_invalid(at, reason);
        }
    }

    /// Number of rows.
    pub fn row_count(&self) -> usize {
        self.lines.len()
    }

    /// Line of the file that a row was read from, from 1.
    pub fn line(&self, row: usize) -> u32 {
        self.lines.get(row).copied().unwrap_or(0)
    }

    /// Sets what is known about how exact the value is.
    pub fn set_bound(&mut self, row: usize, bound: Option<Bound>) {
        let place = bound.and_then(|bound| BOUNDS.iter().position(|known| *known == bound));
        self.bound
            .set(row, place.map_or(0, |place| place as u8 + 1));
    }

    /// How exact the value is; none where it is exact.
    pub fn bound(&self, row: usize) -> Option<Bound> {
        self.bound
            .get(row)
            .checked_sub(1)
            .map(|place| BOUNDS[place as usize])
    }

    /// Sets the status.
    pub fn set_status(&mut self, row: usize, status: Status) {
        let place = STATUSES.iter().position(|known| *known == status);
        self.status.set(row, place.unwrap_or(0) as u8);
    }

    /// The status.
    pub fn status(&self, row: usize) -> Status {
        STATUSES[self.status.get(row) as usize]
    }

    /// True where two rows of one key say the same: figures, status and bound.
    pub fn says_the_same(&self, row: usize, other: usize) -> bool {
        let figures = |row: usize| {
            let columns = [&self.value, &self.numerator, &self.denominator];
            columns.map(|column| column.get(row).map(f64::to_bits))
        };
        figures(row) == figures(other)
            && self.status(row) == self.status(other)
            && self.bound(row) == self.bound(other)
            && self.invalid(row) == self.invalid(other)
    }

    /// Marks a row's value as unusable. The first reason stays.
    pub fn set_invalid(&mut self, row: usize, reason: Invalid) {
        if self.invalid(row).is_none() {
            let place = INVALIDS.iter().position(|known| *known == reason);
            self.invalid
                .set(row, place.map_or(0, |place| place as u8 + 1));
        }
    }

    /// Why a row's value is unusable, where it is.
    pub fn invalid(&self, row: usize) -> Option<Invalid> {
        self.invalid
            .get(row)
            .checked_sub(1)
            .map(|place| INVALIDS[place as usize])
    }
}
