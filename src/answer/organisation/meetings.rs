//! Meetings held against those that a standard requires, period by period.

use super::super::standards::{NotJudged, StandardRow, StandardsQuestion, Verdict, standard_entry};
use super::OrganisationQuestion;
use crate::model::{Period, Role, Standard};
use crate::package::Package;
use crate::query::read_periods_of;

/// One period.
#[derive(Clone, Debug, PartialEq)]
pub struct MeetingPeriod {
    /// The period.
    pub period: Period,
    /// Number of areas that held enough.
    pub enough: usize,
    /// Areas that held fewer, the furthest from enough first.
    pub short: Vec<StandardRow>,
    /// Areas of which it is not said, in the order of the package.
    pub not_judged: Vec<StandardRow>,
    /// Why no area is judged, where that is so.
    pub silent: Option<NotJudged>,
}

/// One standard on meetings.
#[derive(Clone, Debug, PartialEq)]
pub struct MeetingRequirement {
    /// The standard.
    pub standard: Standard,
    /// The last twelve periods with rows up to the one asked about, the newest first. Where there is
    /// none, the one asked about.
    pub periods: Vec<MeetingPeriod>,
}

/// A year of months, three of quarters.
const MOST_PERIODS: usize = 12;

pub(super) fn meetings(
    package: &Package,
    question: &OrganisationQuestion,
) -> Vec<MeetingRequirement> {
    let own_level = package.areas.get(question.area).level;
    let standards = package.standards.iter().filter(|standard| {
        // What is asked of communities is not asked of a grid in one.
        let level = package.descriptor.level(&standard.level);
        level.is_none_or(|level| level >= own_level)
    });
    let about_meetings = standards.filter(|standard| {
        let id = package.indicators.id(&standard.indicator);
        let role = id.and_then(|id| package.indicators.get(id).role);
        role == Some(Role::MeetingHeld)
    });
    about_meetings
        .map(|standard| MeetingRequirement {
            periods: periods(package, question, standard)
                .into_iter()
                .map(|period| held(package, question, standard, period))
                .collect(),
            standard: standard.clone(),
        })
        .collect()
}

fn periods(package: &Package, question: &OrganisationQuestion, standard: &Standard) -> Vec<Period> {
    let id = package.indicators.id(&standard.indicator);
    let level = package.descriptor.level(&standard.level);
    let read = match id.zip(level) {
        Some((id, level)) => read_periods_of(package, id, level),
        None => Vec::new(),
    };
    let newest_first = read.into_iter().rev();
    let is_asked = |period: &Period| period.end_index() <= question.period.end_index();
    let asked: Vec<Period> = newest_first.filter(is_asked).take(MOST_PERIODS).collect();
    match asked.is_empty() {
        true => vec![question.period],
        false => asked,
    }
}

fn held(
    package: &Package,
    question: &OrganisationQuestion,
    standard: &Standard,
    period: Period,
) -> MeetingPeriod {
    let asked = StandardsQuestion {
        area: Some(question.area),
        period,
    };
    let entry = standard_entry(package, asked, standard);
    let (mut short, mut not_judged) = (Vec::new(), Vec::new());
    for row in entry.rows {
        match row.verdict {
            Verdict::Missed => short.push(row),
            Verdict::NotJudged(_) => not_judged.push(row),
            Verdict::Met => {}
        }
    }
    MeetingPeriod {
        period: entry.period,
        enough: entry.met,
        short,
        not_judged,
        silent: entry.silent,
    }
}
