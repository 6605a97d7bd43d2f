//! The standards that a portrait shows: those that speak of the area itself, else those that speak of what
//! lies inside; of a package that judges nothing, those that the place has set.

use super::portrait::Portrait;
use super::standards::{StandardEntry, StandardRow};
use crate::package::Package;

/// The standards shown, in the order of the package.
#[derive(Clone, Debug, PartialEq)]
pub enum PortraitStandards<'a> {
    /// The area held against each that speaks of it.
    Own(Vec<(&'a StandardEntry, &'a StandardRow)>),
    /// Those that areas inside meet or do not meet.
    Inside(Vec<&'a StandardEntry>),
    /// Those set here or above, of which nobody is judged by.
    SetHere(Vec<&'a StandardEntry>),
}

/// What is shown.
pub fn portrait_standards<'a>(package: &Package, found: &'a Portrait) -> PortraitStandards<'a> {
    let area = found.profile.question.area;
    let entries = found.standards.entries.iter();
    if !package.descriptor.judged {
        let lies_in = |entry: &&StandardEntry| {
            let setter = entry.set_by;
            setter.is_some_and(|setter| package.areas.lies_in(area, setter))
        };
        return PortraitStandards::SetHere(entries.filter(lies_in).collect());
    }
    let own = entries.clone().filter_map(|entry| {
        let row = entry.row_of(area)?;
        row.verdict.is_about().then_some((entry, row))
    });
    let own: Vec<(&StandardEntry, &StandardRow)> = own.collect();
    if own.is_empty() {
        let judges = |entry: &&StandardEntry| entry.met + entry.missed > 0;
        return PortraitStandards::Inside(entries.filter(judges).collect());
    }
    PortraitStandards::Own(own)
}
