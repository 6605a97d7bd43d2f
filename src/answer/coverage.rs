//! What part of the units is covered, how many are not, and which.
//!
//! For inventories alone: they are counted and not drawn by chance, so that the answer is the gap
//! and needs no interval. What exceeds its whole is named and never cut down to it.

use super::parent::{ParentCheck, parent_check};
use super::units::{Units, UnitsOfArea, agreeing_units, units_below};
use crate::model::{
    AreaId, Indicator, IndicatorId, Invalid, Kind, LevelId, Missing, Nature, Period, Value, sort_by,
};
use crate::package::Package;
use crate::query::{Reading, Total, expected_areas, readings, total};

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CoverageQuestion {
    /// A proportion, or a count of what stands in units below.
    pub indicator: IndicatorId,
    /// The area as a whole.
    pub area: AreaId,
    /// The level of the areas inside it that are listed.
    pub level: LevelId,
    /// The period.
    pub period: Period,
    /// The count that tells unit by unit who is covered; found by its figures where none is given.
    pub units: Option<IndicatorId>,
}

/// Where covered and all come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CoverageBasis {
    /// The published numerators and denominators.
    Published,
    /// The units below, counted one by one: those with more than nothing, of all that there are.
    Counted,
}

/// Why there is no coverage to speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoCoverage {
    /// Events and surveys have rates, which chance has a part in.
    NotInventory,
    /// A rate, ratio or mean is no part of a whole, and a running total has no units.
    NotPartOfWhole,
    /// A count of which no unit below the level has a row.
    NoUnits,
}

/// Why the units that are not covered cannot be named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoNames {
    /// No count over units below has these very figures.
    NoneAgrees,
    /// Files that may hold such units have not been read.
    NotRead,
}

/// More than the whole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OverWhole {
    /// What is said to be covered, where it is counted.
    pub numerator: Option<f64>,
    /// What there is, where it is counted.
    pub denominator: Option<f64>,
    /// The share as published, in the unit of the indicator, where it is given alone.
    pub value: Option<f64>,
}

/// One area.
#[derive(Clone, Debug, PartialEq)]
pub struct CoverageRow {
    /// The area.
    pub area: AreaId,
    /// What the data says of the indicator there, and where.
    pub total: Total,
    /// How many are covered. Where the total is partial, this and what follows is of the parts that
    /// have a figure.
    pub numerator: Option<f64>,
    /// Of how many.
    pub denominator: Option<f64>,
    /// The one over the other, 1 where all are covered.
    pub share: Option<f64>,
    /// How many are not covered.
    pub missing: Option<f64>,
    /// Where more are said to be covered than there are.
    pub over: Option<OverWhole>,
    /// The units of the area, where they are known.
    pub units: Option<UnitsOfArea>,
}

/// The sum over the areas listed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CoverageSum {
    /// How many are covered in the areas that say so.
    pub numerator: f64,
    /// Of how many in these.
    pub denominator: f64,
    /// Number of areas that say so.
    pub known: usize,
    /// Number of areas.
    pub all: usize,
    /// Number of areas where there can be no figure (status M); they lack nothing.
    pub impossible: usize,
}

impl CoverageSum {
    /// True where an area that could have a figure has none: the sum then compares with nothing.
    pub fn is_partial(&self) -> bool {
        self.known + self.impossible < self.all
    }
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Coverage {
    /// What was asked.
    pub question: CoverageQuestion,
    /// Where the figures come from, or why there are none.
    pub basis: Result<CoverageBasis, NoCoverage>,
    /// The area as a whole.
    pub whole: CoverageRow,
    /// The areas inside it: those with most missing first, equals in the order of the package; then
    /// those that give a share alone, the lowest first; then those without a usable figure.
    pub rows: Vec<CoverageRow>,
    /// Number of rows that say how many are missing; they come first.
    pub known_count: usize,
    /// The sum over the rows.
    pub sum: CoverageSum,
    /// The units that were looked at one by one, or why there are none.
    pub units: Result<Units, NoNames>,
    /// The published whole beside the sum of its parts.
    pub parent: Option<ParentCheck>,
}

/// What is covered and what is missing in an area and the areas inside it.
pub fn coverage(package: &Package, question: CoverageQuestion) -> Coverage {
    let about = package.indicators.get(question.indicator);
    let areas = expected_areas(
        package,
        question.indicator,
        question.level,
        Some(question.area),
        question.period,
    );
    let whole = total(package, question.indicator, question.area, question.period);
    let own = readings(package, question.indicator, &areas, question.period);
    let mut answer = Coverage {
        basis: basis(about),
        whole: published_row(package, about, question.area, whole),
        rows: areas
            .iter()
            .zip(own)
            .map(|(area, reading)| published_row(package, about, *area, alone(reading)))
            .collect(),
        known_count: 0,
        sum: CoverageSum::default(),
        units: Err(NoNames::NoneAgrees),
        parent: parent_check(package, question.indicator, question.area, question.period),
        question,
    };
    match answer.basis {
        Ok(CoverageBasis::Published) => name_units(package, &mut answer),
        Ok(CoverageBasis::Counted) => count_units(package, &mut answer),
        Err(_) => {}
    }
    settle(&mut answer);
    answer
}

fn basis(about: &Indicator) -> Result<CoverageBasis, NoCoverage> {
    match (about.nature, about.kind) {
        (Nature::Events | Nature::Survey, _) => Err(NoCoverage::NotInventory),
        (Nature::Inventory, Kind::Proportion) => Ok(CoverageBasis::Published),
        (Nature::Inventory, Kind::Count) => Ok(CoverageBasis::Counted),
        (Nature::Inventory, _) => Err(NoCoverage::NotPartOfWhole),
    }
}

fn alone(reading: Reading) -> Total {
    Total {
        reading,
        summed: None,
    }
}

fn published_row(package: &Package, about: &Indicator, area: AreaId, total: Total) -> CoverageRow {
    let reading = total.reading;
    let mut row = CoverageRow {
        area,
        total,
        numerator: None,
        denominator: None,
        share: None,
        missing: None,
        over: None,
        units: None,
    };
    if about.kind != Kind::Proportion {
        return row;
    }
    row.over = over_whole(package, &reading);
    row.numerator = reading.numerator;
    row.denominator = reading.denominator;
    let counts = reading.numerator.zip(reading.denominator);
    if let Some((numerator, denominator)) = counts.filter(|_| row.over.is_none()) {
        row.missing = Some(denominator - numerator);
    }
    // A bounded share is shown as it is published: of a bound nothing is derived.
    let scale = about.multiplier;
    row.share = match (counts, reading.value.exact()) {
        (Some((numerator, denominator)), _) if denominator > 0.0 => Some(numerator / denominator),
        (None, Some(value)) if scale > 0.0 => Some(value / scale),
        _ => None,
    };
    row
}

/// A figure over its whole. The row was refused on reading, and its cells are looked up.
fn over_whole(package: &Package, reading: &Reading) -> Option<OverWhole> {
    let is_over = Value::Missing(Missing::Invalid(Invalid::NumeratorOverDenominator));
    let place = reading.place.filter(|_| reading.value == is_over)?;
    let table = &package.observations(place.resource)?.table;
    let numerator = table.numerator.get(place.row);
    Some(OverWhole {
        numerator,
        denominator: table.denominator.get(place.row),
        // Beside counts it says nothing that these do not.
        value: table.value.get(place.row).filter(|_| numerator.is_none()),
    })
}

/// Names the units that a published share counts as missing, where a count over units below has the
/// very same figures.
fn name_units(package: &Package, answer: &mut Coverage) {
    let whole = answer.whole.numerator.zip(answer.whole.denominator);
    let found = agreeing_units(package, &answer.question, whole);
    answer.units = found.map(|(units, places)| {
        for row in &mut answer.rows {
            let mut own = places.of_area(row.area);
            let counted = (own.covered as f64, own.all as f64);
            own.agrees = row
                .numerator
                .zip(row.denominator)
                .map(|counts| counts == counted);
            row.units = Some(own);
        }
        units
    });
}

/// Takes the units below, one by one, for the figures.
fn count_units(package: &Package, answer: &mut Coverage) {
    let question = &answer.question;
    let Some((units, places)) = units_below(package, question, question.indicator) else {
        answer.basis = Err(NoCoverage::NoUnits);
        return;
    };
    answer.units = Ok(units);
    let mut whole = places.of_whole();
    for row in &mut answer.rows {
        take_units(row, places.of_area(row.area));
    }
    if !answer.rows.is_empty() {
        // The rows list them.
        whole.lacking.clear();
    }
    take_units(&mut answer.whole, whole);
}

fn take_units(row: &mut CoverageRow, own: UnitsOfArea) {
    row.numerator = Some(own.covered as f64);
    row.denominator = Some(own.all as f64);
    if own.unknown == 0 {
        row.missing = Some((own.all - own.covered) as f64);
        row.share = (own.all > 0).then(|| own.covered as f64 / own.all as f64);
    }
    row.units = Some(own);
}

/// Sums the rows and puts them in order.
fn settle(answer: &mut Coverage) {
    let mut sum = CoverageSum {
        all: answer.rows.len(),
        ..CoverageSum::default()
    };
    for row in &answer.rows {
        if let (Some(numerator), Some(denominator), Some(_)) =
            (row.numerator, row.denominator, row.missing)
        {
            sum.numerator += numerator;
            sum.denominator += denominator;
            sum.known += 1;
        } else if row.total.reading.value == Value::Missing(Missing::Impossible) {
            sum.impossible += 1;
        }
    }
    answer.sum = sum;
    answer.known_count = sum.known;
    sort_by(&mut answer.rows, |one, other| {
        let missing = |row: &CoverageRow| row.missing.unwrap_or(-1.0);
        let share = |row: &CoverageRow| match row.over {
            None => row.share.unwrap_or(f64::INFINITY),
            Some(_) => f64::INFINITY,
        };
        match (one.missing, other.missing) {
            (None, None) => share(one).total_cmp(&share(other)),
            _ => missing(other).total_cmp(&missing(one)),
        }
    });
}
