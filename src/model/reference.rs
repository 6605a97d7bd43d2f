//! Sources, standards that a place has set for itself, and what became of places.

use super::{Period, PeriodKind, Text};

/// Where figures come from.
#[derive(Clone, Debug)]
pub struct Source {
    /// The identifier, unique in a package.
    pub code: String,
    /// Title as published.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Date of publication as written.
    pub published: String,
    /// Date that the figures speak of, as written.
    pub as_of: String,
    /// Code of the district, blank where unnamed.
    pub district_code: String,
    /// On what ground the source speaks: `self-reported`, `speech`, …
    pub basis: String,
    /// License as stated, blank where none is.
    pub license: String,
    /// Remark.
    pub note: String,
}

/// Which side of the value meets the standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `>=`
    AtLeast,
    /// `<=`
    AtMost,
}

/// How binding a standard is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// `required`
    Required,
    /// `in principle`
    InPrinciple,
    /// `planned`
    Planned,
}

/// A standard, or a target by period.
#[derive(Clone, Debug, PartialEq)]
pub struct Standard {
    /// The identifier; with `effective_from`, unique in a package.
    pub code: String,
    /// The short name.
    pub label: Text,
    /// The indicator that it speaks of.
    pub indicator: String,
    /// Which side meets it.
    pub operator: Operator,
    /// The limit, in the unit below.
    pub value: f64,
    /// The unit as written.
    pub unit: Text,
    /// Where the unit counts per span of time (`次/季`, `per quarter`): the kind of that span.
    pub per: Option<PeriodKind>,
    /// Code of the area that set it and where it holds; blank where unnamed.
    pub area_code: String,
    /// Level of the units that it speaks of, as written.
    pub level: String,
    /// `all`, `split-parts` or `list`.
    pub applies_to: String,
    /// Scope in words.
    pub scope: Text,
    /// How binding it is.
    pub strength: Strength,
    /// First date or year, as written.
    pub effective_from: String,
    /// Last date or year, as written; blank where open.
    pub effective_to: String,
    /// The identifier of its source.
    pub source: String,
    /// Where in the source.
    pub locator: String,
    /// Line in the file of standards, from 1.
    pub line: u32,
}

/// A place that another came out of: by a split (one to several) or a merger (several to one).
#[derive(Clone, Debug)]
pub struct Lineage {
    /// Code of the place as it was.
    pub from_code: String,
    /// Code of a place that came of it.
    pub to_code: String,
    /// The first period of the new boundary.
    pub period: Period,
    /// Line in the file, from 1.
    pub line: u32,
}
