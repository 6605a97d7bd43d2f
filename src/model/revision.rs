//! What was published otherwise before.

use super::{AreaId, Day, IndicatorId, Period, Text};

/// A figure as a revision gives it. Nothing of it is known where there was no value: it had not been
/// published yet, or it was withdrawn.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct RevisedFigure {
    /// The value in the indicator's unit; computed where its counts are known.
    pub value: Option<f64>,
    /// Its numerator, where known.
    pub numerator: Option<f64>,
    /// Its denominator, where known.
    pub denominator: Option<f64>,
}

impl RevisedFigure {
    /// True where there was no value.
    pub fn is_none(&self) -> bool {
        self.value.is_none()
    }
}

/// One change of one published value.
#[derive(Clone, Debug, PartialEq)]
pub struct Revision {
    /// The indicator.
    pub indicator: IndicatorId,
    /// The area.
    pub area: AreaId,
    /// The period.
    pub period: Period,
    /// The values of the declared dimensions in order, all blank for the total.
    pub category: Vec<String>,
    /// What stood before.
    pub old: RevisedFigure,
    /// What stands from then on.
    pub new: RevisedFigure,
    /// The day on which it was published.
    pub released: Day,
    /// Why.
    pub reason: Text,
    /// Place of its file in the descriptor.
    pub resource: usize,
    /// Line of that file, from 1.
    pub line: u32,
}
