//! The standards of a package: who set each, where and when it holds, and which areas meet it by
//! what margin.
//!
//! A standard judges only the places of those who set it. What cannot be said is not said, with the
//! reason. Chance has no part here: the verdict is on the value as published, also for events and
//! surveys, whose assurance against a target is another answer's.

mod holds;
mod judge;
mod packing;
mod picked;
mod split;
mod staff;
mod totals;

pub use holds::{is_in_force, meets_unit};
pub use judge::{NotJudged, Verdict, judge};
pub use packing::{Packing, Part};
pub use picked::{limit_tried, setters_figure};
pub use split::{PremisesNeed, Split, SplitLimit, SplitPlan, SplitQuestion, Unsplit, split_plan};
pub use staff::{StaffNeed, StaffRule};
pub use totals::{Lack, PremisesTotal, SplitTotals};

use crate::model::{AreaId, IndicatorId, LevelId, Nature, Period, Standard, Value, sort_by};
use crate::package::Package;
use crate::query::{Reading, Total, expected_areas, readings, standing_period, total};
use holds::{for_all, for_area, split_parts};

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StandardsQuestion {
    /// Areas inside this one, itself included; all areas where none.
    pub area: Option<AreaId>,
    /// The period. An indicator that has none such is seen at the one that speaks for it.
    pub period: Period,
}

/// One area held against one standard.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StandardRow {
    /// The area.
    pub area: AreaId,
    /// What it publishes, or, for the area asked about, what its parts sum up to.
    pub total: Total,
    /// By how much the value is on the good side (above 0) or short of it (below 0), in the unit of
    /// the indicator. A bounded value has a bounded margin.
    pub margin: Option<Value>,
    /// The verdict, or why there is none.
    pub verdict: Verdict,
}

/// One standard and the areas that it speaks of.
#[derive(Clone, Debug, PartialEq)]
pub struct StandardEntry {
    /// The standard as published: label, limit, unit, scope, strength, source and line.
    pub standard: Standard,
    /// The area that set it, where it is one of the package.
    pub set_by: Option<AreaId>,
    /// The indicator, where the package has it.
    pub indicator: Option<IndicatorId>,
    /// Whether chance has a part in the values; the verdicts here leave it aside.
    pub nature: Option<Nature>,
    /// The level of the areas judged.
    pub level: Option<LevelId>,
    /// The period of the values.
    pub period: Period,
    /// Why it judges no area at all, where that is so.
    pub silent: Option<NotJudged>,
    /// The areas of the level: those that do not meet it, the furthest from it first; those that
    /// meet it, the narrowest first; then those not judged, in the order of the package.
    pub rows: Vec<StandardRow>,
    /// Number of areas that meet it.
    pub met: usize,
    /// Number of areas that do not.
    pub missed: usize,
    /// Number of areas of the level that it does not speak of: no part of a split, say.
    pub outside: usize,
}

impl StandardEntry {
    /// The row of one area; none where the standard does not speak of it.
    pub fn row_of(&self, area: AreaId) -> Option<&StandardRow> {
        self.rows.iter().find(|row| row.area == area)
    }

    /// Number of areas that it speaks of and that are not judged.
    pub fn not_judged(&self) -> usize {
        self.rows.len() - self.met - self.missed
    }
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Standards {
    /// One entry a standard, in the order of the package.
    pub entries: Vec<StandardEntry>,
}

/// Holds the areas against every standard of the package.
pub fn standards(package: &Package, question: StandardsQuestion) -> Standards {
    let all = package.standards.iter();
    Standards {
        entries: all
            .map(|standard| standard_entry(package, question, standard))
            .collect(),
    }
}

/// Holds the areas against one standard of the package.
pub fn standard_entry(
    package: &Package,
    question: StandardsQuestion,
    standard: &Standard,
) -> StandardEntry {
    let indicator = package.indicators.id(&standard.indicator);
    let level = package.descriptor.level(&standard.level);
    let mut entry = StandardEntry {
        standard: standard.clone(),
        set_by: package.areas.id(&standard.area_code),
        indicator,
        nature: indicator.map(|id| package.indicators.get(id).nature),
        level,
        period: question.period,
        silent: None,
        rows: Vec::new(),
        met: 0,
        missed: 0,
        outside: 0,
    };
    let (Some(id), Some(level)) = (indicator, level) else {
        entry.silent = Some(match indicator {
            None => NotJudged::UnknownIndicator,
            Some(_) => NotJudged::UnknownLevel,
        });
        return entry;
    };
    entry.period = standing_period(package, id, level, question.period).unwrap_or(question.period);
    entry.silent = for_all(package, standard, id, entry.period);
    fill(package, question, &mut entry, id, level);
    entry
}

fn fill(
    package: &Package,
    question: StandardsQuestion,
    entry: &mut StandardEntry,
    id: IndicatorId,
    level: LevelId,
) {
    let about = package.indicators.get(id);
    let parts = split_parts(package);
    let areas = expected_areas(package, id, level, question.area, entry.period);
    let own = readings(package, id, &areas, entry.period);
    for (area, reading) in areas.into_iter().zip(own) {
        let holds = match for_area(package, &entry.standard, area, parts.as_deref()) {
            Ok(holds) => holds,
            Err(holds::Outside) => {
                entry.outside += 1;
                continue;
            }
        };
        let total = row_total(package, question, id, entry.period, area, reading);
        let (margin, verdict) = match holds.or(entry.silent) {
            Some(reason) => (None, Verdict::NotJudged(reason)),
            None => judge(about, &entry.standard, &total),
        };
        // Of a package that judges nothing the margins stand, the verdicts do not.
        let verdict = match verdict {
            Verdict::Met | Verdict::Missed if !package.descriptor.judged => {
                Verdict::NotJudged(NotJudged::PackageForbids)
            }
            verdict => verdict,
        };
        entry.met += usize::from(verdict == Verdict::Met);
        entry.missed += usize::from(verdict == Verdict::Missed);
        entry.rows.push(StandardRow {
            area,
            total,
            margin,
            verdict,
        });
    }
    sort_by(&mut entry.rows, |one, other| {
        let place = |row: &StandardRow| match row.verdict {
            Verdict::Missed => 0,
            Verdict::Met => 1,
            Verdict::NotJudged(_) => 2,
        };
        let margin = |row: &StandardRow| match row.verdict {
            Verdict::NotJudged(_) => 0.0,
            _ => row.margin.and_then(Value::number).unwrap_or(0.0),
        };
        let places = place(one).cmp(&place(other));
        places.then(margin(one).total_cmp(&margin(other)))
    });
}

/// What an area publishes. Only the area asked about is summed from its parts where it publishes
/// nothing: the others are held to what they say themselves.
fn row_total(
    package: &Package,
    question: StandardsQuestion,
    id: IndicatorId,
    period: Period,
    area: AreaId,
    reading: Reading,
) -> Total {
    match question.area == Some(area) {
        true => total(package, id, area, period),
        false => Total {
            reading,
            summed: None,
        },
    }
}
