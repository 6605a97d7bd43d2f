//! What is wrong, what was expected, and what to do, in words.

use super::{faults_en, faults_zh};
use crate::model::{FaultKind, Lang};

/// A fault in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FaultWords {
    /// What is wrong.
    pub problem: String,
    /// What was expected.
    pub expected: String,
    /// What to do.
    pub cure: String,
}

/// Says a fault in a language.
pub fn fault_words(lang: Lang, kind: &FaultKind) -> FaultWords {
    let (problem, expected, cure) = match lang {
        Lang::Zh => faults_zh::say_fault(kind),
        Lang::En => faults_en::say_fault(kind),
    };
    FaultWords {
        problem,
        expected,
        cure,
    }
}

/// Problem, expectation, cure.
pub(super) type Said = (String, String, String);

pub(super) fn say(
    problem: impl Into<String>,
    expected: impl Into<String>,
    cure: impl Into<String>,
) -> Said {
    (problem.into(), expected.into(), cure.into())
}

pub(super) const PERIOD_FORMS: &str = "2024, 2024-S1, 2024-Q1, 2024-03, 2024-01/2024-09";
