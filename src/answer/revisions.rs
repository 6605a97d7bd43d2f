//! What values were before: the revisions of one, and of all.

use crate::model::{
    Day, Missing, RevisedFigure, Revision, Status, Value, sort_by_key, sorted_unique,
};
use crate::package::Package;
use crate::query::{Reading, RowPlace};
use std::cmp::Reverse;

/// The revisions of a value, the newest first. Those that came after the day that is shown are there
/// too (`is_left_out`).
pub fn revisions_of(package: &Package, place: RowPlace) -> Vec<&Revision> {
    let revisions = &package.revisions;
    let mut found = revisions.of_row(place.resource, place.row);
    if let (true, Some(undone)) = (found.is_empty(), package.undone(place.resource, place.row)) {
        found = revisions.of_value(undone);
    }
    found.iter().rev().collect()
}

/// Every revision, the newest first; those of one day in the order of indicators, areas and periods.
pub fn all_revisions(package: &Package) -> Vec<&Revision> {
    let mut all: Vec<&Revision> = package.revisions.list.iter().collect();
    sort_by_key(&mut all, |it| Reverse(it.released));
    all
}

/// The days on which revisions were released, the newest first.
pub fn release_days(package: &Package) -> Vec<Day> {
    let days = package.revisions.list.iter().map(|it| Reverse(it.released));
    sorted_unique(days).into_iter().map(|it| it.0).collect()
}

/// True for a revision that came after the day of which the package is shown.
pub fn is_left_out(package: &Package, revision: &Revision) -> bool {
    let day = package.as_of.as_ref().map(|state| state.day);
    day.is_some_and(|day| revision.released > day)
}

/// True for a value that was published otherwise before the day that is shown.
pub fn is_revised(package: &Package, place: Option<RowPlace>) -> bool {
    let revisions = place.map(|it| package.revisions.of_row(it.resource, it.row));
    let mut revisions = revisions.unwrap_or_default().iter();
    revisions.any(|it| !is_left_out(package, it))
}

/// A figure of a revision as a reading that stands in no row of observations.
pub fn figure_of(figure: &RevisedFigure) -> Reading {
    Reading {
        value: figure
            .value
            .map_or(Value::Missing(Missing::NoRow), Value::Known),
        numerator: figure.numerator,
        denominator: figure.denominator,
        status: Status::Normal,
        place: None,
    }
}
