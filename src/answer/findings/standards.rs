//! Standards that areas do not meet: how many areas, and how much is short in all.

use super::FindingsQuestion;
use crate::answer::standards::{StandardRow, StandardsQuestion, Verdict, standard_entry};
use crate::model::{Indicator, IndicatorId, Kind, Nature, Operator, Period, Standard, Strength};
use crate::package::Package;
use crate::query::latest_period_until;

/// A standard in force that areas of the level do not meet.
#[derive(Clone, Debug, PartialEq)]
pub struct Shortfall {
    /// The standard.
    pub standard: Standard,
    /// The indicator.
    pub indicator: IndicatorId,
    /// The period of the values.
    pub period: Period,
    /// The areas that do not meet it, the furthest from it first.
    pub missed: Vec<StandardRow>,
    /// Number of areas that were judged.
    pub judged_count: usize,
    /// Number of areas that it speaks of and that could not be judged.
    pub open_count: usize,
    /// What is short in all, in the unit of the numerator (or too much, of an upper limit), where
    /// the indicator is a share or a rate.
    pub short: Option<f64>,
}

/// The shortfalls of one standard. Standards that are only planned and targets that chance has a part
/// in make none: the one binds nobody yet, the other is a matter of assurance.
pub(super) fn shortfall(
    package: &Package,
    question: &FindingsQuestion,
    standard: &Standard,
) -> Option<Shortfall> {
    let level = package.descriptor.level(&standard.level)?;
    let id = package.indicators.id(&standard.indicator)?;
    let indicator = package.indicators.get(id);
    let has_chance = indicator.nature != Nature::Inventory && indicator.kind != Kind::Count;
    if standard.strength == Strength::Planned || has_chance || level != question.level {
        return None;
    }
    let asked = StandardsQuestion {
        area: None,
        period: latest_period_until(package, id, Some(level), question.until)?,
    };
    let entry = standard_entry(package, asked, standard);
    if entry.missed == 0 {
        return None;
    }
    let missed: Vec<StandardRow> = entry
        .rows
        .iter()
        .filter(|row| row.verdict == Verdict::Missed)
        .copied()
        .collect();
    let short: Option<Vec<f64>> = missed
        .iter()
        .map(|row| short(indicator, standard, row))
        .collect();
    Some(Shortfall {
        short: short.map(|short| short.iter().sum()),
        indicator: id,
        period: entry.period,
        judged_count: entry.met + entry.missed,
        open_count: entry.not_judged(),
        missed,
        standard: entry.standard,
    })
}

/// What an area lacks, in the unit of its numerator.
fn short(indicator: &Indicator, standard: &Standard, row: &StandardRow) -> Option<f64> {
    let reading = &row.total.reading;
    let counts = reading.numerator.zip(reading.denominator);
    let (numerator, denominator) = counts.filter(|_| indicator.is_quotient())?;
    let needed = denominator * standard.value / indicator.multiplier;
    Some(match standard.operator {
        Operator::AtLeast => (needed - numerator).max(0.0),
        Operator::AtMost => (numerator - needed).max(0.0),
    })
}
