//! Which standard is looked at first, which areas miss the most of them, and what another limit would
//! do. It must not know how any of it is worded.

use super::{
    NotJudged, StandardEntry, StandardRow, Standards, StandardsQuestion, Verdict, standard_entry,
};
use crate::model::{AreaId, Kind, Nature, Period, Standard, Strength, sort_by_key};
use crate::package::Package;
use crate::query::{Reading, select_latest};
use crate::stats::{Confidence, Sample};

impl StandardEntry {
    /// True where it holds at the period, whomever it then judges.
    pub fn is_in_force(&self) -> bool {
        let out = [NotJudged::NotInForce, NotJudged::DatesUnreadable];
        !self.silent.is_some_and(|reason| out.contains(&reason))
    }

    /// True where somebody is held to it now: what is only planned binds nobody yet.
    pub fn is_binding(&self) -> bool {
        self.is_in_force() && self.standard.strength != Strength::Planned
    }

    /// The areas that do not meet it, the furthest from it first.
    pub fn missed_rows(&self) -> &[StandardRow] {
        self.rows.get(..self.missed).unwrap_or_default()
    }

    /// How many of the areas that miss it could by chance alone: the 95 % interval (Wilson) of their
    /// counts of events or of a survey holds the limit. None of inventory, which chance has no part in,
    /// and where an area has no counts.
    pub fn missed_within_chance(&self, package: &Package) -> Option<usize> {
        let indicator = package.indicators.get(self.indicator?);
        if indicator.nature == Nature::Inventory || indicator.kind != Kind::Proportion {
            return None;
        }
        let limit = self.standard.value / indicator.multiplier;
        let holds = |row: &StandardRow| {
            let reading = &row.total.reading;
            let sample = Sample::proportion(reading.numerator?, reading.denominator?).ok()?;
            let interval = sample.interval(Confidence::NinetyFive);
            Some(interval.lower <= limit && limit <= interval.upper)
        };
        let held: Option<Vec<bool>> = self.missed_rows().iter().map(holds).collect();
        Some(held?.into_iter().filter(|holds| *holds).count())
    }

    /// Why areas are not judged and how many each reason holds for, in the order of the rows. Partial
    /// sums and bounded values count together, whatever is missing from each.
    pub fn reasons(&self) -> Vec<(NotJudged, usize)> {
        let mut reasons: Vec<(NotJudged, usize)> = Vec::new();
        for row in &self.rows {
            let Verdict::NotJudged(reason) = row.verdict else {
                continue;
            };
            let is_same = |(known, _): &&mut (NotJudged, usize)| match (*known, reason) {
                (NotJudged::Partial(..), NotJudged::Partial(..))
                | (NotJudged::Bounded(_), NotJudged::Bounded(_)) => true,
                (known, reason) => known == reason,
            };
            match reasons.iter_mut().find(is_same) {
                Some((_, count)) => *count += 1,
                None => reasons.push((reason, 1)),
            }
        }
        reasons
    }
}

impl Standards {
    /// The standards that areas miss, those that bind before those that are planned, the one that most
    /// miss first.
    pub fn missed_most(&self) -> Vec<&StandardEntry> {
        let mut missed: Vec<&StandardEntry> =
            self.entries.iter().filter(|it| it.missed > 0).collect();
        sort_by_key(&mut missed, |it| (!it.is_binding(), usize::MAX - it.missed));
        missed
    }

    /// The place of the standard of a code: of several versions the one in force, else the last. Where
    /// the code is blank or unknown, the one that most areas miss, else the first that judges anyone,
    /// else the first.
    pub fn picked(&self, code: &str) -> Option<usize> {
        let entries = || self.entries.iter().enumerate();
        let of_code = || entries().filter(|(_, it)| it.standard.code == code);
        let in_force = of_code().rfind(|(_, it)| it.is_in_force());
        let most = || {
            let most = self.missed_most();
            let most = most.first()?;
            entries().find(|(_, it)| std::ptr::eq(*it, *most))
        };
        in_force
            .or_else(|| of_code().next_back())
            .or_else(most)
            .or_else(|| entries().find(|(_, it)| it.met > 0))
            .or_else(|| entries().next())
            .map(|(place, _)| place)
    }

    /// The areas that miss any standard, with the places of the entries that each misses: those that
    /// miss the most first, else in the order of the package.
    pub fn missing_areas(&self) -> Vec<(AreaId, Vec<usize>)> {
        let mut areas: Vec<(AreaId, Vec<usize>)> = Vec::new();
        for (place, entry) in self.entries.iter().enumerate() {
            for row in entry.missed_rows() {
                match areas.iter_mut().find(|(area, _)| *area == row.area) {
                    Some((_, places)) => places.push(place),
                    None => areas.push((row.area, vec![place])),
                }
            }
        }
        sort_by_key(&mut areas, |(area, places)| {
            (usize::MAX - places.len(), *area)
        });
        areas
    }
}

/// The newest figure of the place that set a standard, of the indicator that it speaks of; none where
/// the place is not named or publishes none.
pub fn setters_figure(package: &Package, entry: &StandardEntry) -> Option<(Period, Reading)> {
    let (setter, indicator) = (entry.set_by?, entry.indicator?);
    let newest = select_latest(package, indicator, &[setter]);
    let newest = newest.into_iter().next().flatten();
    newest.filter(|(_, reading)| reading.value.number().is_some())
}

/// A standard with another limit in place of its own: the reader's, and no standard. None where the
/// limit is no number above zero.
pub fn limit_tried(
    package: &Package,
    question: StandardsQuestion,
    standard: &Standard,
    limit: f64,
) -> Option<StandardEntry> {
    let tried = Standard {
        value: limit,
        ..standard.clone()
    };
    (limit.is_finite() && limit > 0.0).then(|| standard_entry(package, question, &tried))
}
