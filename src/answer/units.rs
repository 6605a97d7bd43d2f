//! Units looked at one by one: grids, compounds or whatever lies lowest, each with what stands in it.

use super::coverage::{CoverageQuestion, NoNames};
use super::unread::{areas_are_read, figures_are_read};
use crate::model::{
    AreaId, Bound, Indicator, IndicatorId, Kind, LevelId, Nature, Period, Role, Value, sort_by_key,
};
use crate::package::Package;
use crate::query::{RowPlace, expected_areas, levels_with_rows, readings, standing_period};

/// Which units were looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Units {
    /// The count that says what stands in each.
    pub indicator: IndicatorId,
    /// Their level.
    pub level: LevelId,
    /// The period of their rows, which may be another than the one asked for.
    pub period: Period,
}

/// A unit in which nothing stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LackingUnit {
    /// The unit.
    pub area: AreaId,
    /// The row that says so.
    pub place: Option<RowPlace>,
}

/// The units of an area.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnitsOfArea {
    /// Number of units.
    pub all: usize,
    /// Number of units in which something stands.
    pub covered: usize,
    /// Number of units of which that cannot be said.
    pub unknown: usize,
    /// The units in which nothing stands, in the order of the package. Left empty for a whole whose
    /// parts are listed.
    pub lacking: Vec<LackingUnit>,
    /// Whether their number is the one that the area publishes; none where it publishes none.
    pub agrees: Option<bool>,
}

/// What a unit's row says. There are thousands of units: no more is kept of each than is told of it.
struct UnitPlace {
    /// The listed area that it lies in, none where it lies in none of them.
    holder: Option<AreaId>,
    area: AreaId,
    is_covered: Option<bool>,
    place: Option<RowPlace>,
}

/// Every unit of a level inside the area asked about, in the order of holders.
pub(super) struct UnitPlaces {
    units: Vec<UnitPlace>,
}

impl UnitPlaces {
    /// The units that lie in one of the areas listed.
    pub(super) fn of_area(&self, area: AreaId) -> UnitsOfArea {
        let from = self.units.partition_point(|unit| unit.holder < Some(area));
        let to = self.units.partition_point(|unit| unit.holder <= Some(area));
        tally(&self.units[from..to])
    }

    /// The units of the area asked about.
    pub(super) fn of_whole(&self) -> UnitsOfArea {
        tally(&self.units)
    }
}

fn tally(units: &[UnitPlace]) -> UnitsOfArea {
    let mut own = UnitsOfArea {
        all: units.len(),
        ..UnitsOfArea::default()
    };
    for unit in units {
        match unit.is_covered {
            Some(true) => own.covered += 1,
            Some(false) => own.lacking.push(LackingUnit {
                area: unit.area,
                place: unit.place,
            }),
            None => own.unknown += 1,
        }
    }
    own
}

/// True where something stands; none where that is not known.
pub(super) fn is_covered(value: Value) -> Option<bool> {
    match value {
        Value::Known(number) => Some(number > 0.0),
        Value::Bounded(number, bound) => (number > 0.0 && bound != Bound::Upper).then_some(true),
        Value::Missing(_) => None,
    }
}

/// The units on the lowest level below those listed on which a count has rows.
pub(super) fn units_below(
    package: &Package,
    question: &CoverageQuestion,
    indicator: IndicatorId,
) -> Option<(Units, UnitPlaces)> {
    let levels = levels_with_rows(package, indicator);
    let below = levels.into_iter().rev().filter(|it| *it > question.level);
    for level in below {
        let Some(period) = standing_period(package, indicator, level, question.period) else {
            continue;
        };
        let units = expected_areas(package, indicator, level, Some(question.area), period);
        let readings = readings(package, indicator, &units, period);
        if readings.iter().any(|reading| reading.place.is_some()) {
            let mut units: Vec<UnitPlace> = units
                .into_iter()
                .zip(readings)
                .map(|(area, reading)| UnitPlace {
                    holder: package.areas.holder(area, question.level),
                    area,
                    is_covered: is_covered(reading.value),
                    place: reading.place,
                })
                .collect();
            sort_by_key(&mut units, |unit| (unit.holder, unit.area));
            let about = Units {
                indicator,
                level,
                period,
            };
            return Some((about, UnitPlaces { units }));
        }
    }
    None
}

/// The units of the count that was asked for, or else of the one of the organisation's counts that
/// has exactly these figures for the whole: so many units, and so many of them covered.
pub(super) fn agreeing_units(
    package: &Package,
    question: &CoverageQuestion,
    whole: Option<(f64, f64)>,
) -> Result<(Units, UnitPlaces), NoNames> {
    if let Some(indicator) = question.units {
        return units_below(package, question, indicator)
            .ok_or_else(|| none_agrees(package, question));
    }
    let Some((numerator, denominator)) = whole else {
        return Err(none_agrees(package, question));
    };
    for (id, _) in package.indicators.iter().filter(|(_, it)| may_name(it)) {
        let Some((units, places)) = units_below(package, question, id) else {
            continue;
        };
        if places.units.len() as f64 != denominator {
            continue;
        }
        let own = places.of_whole();
        if own.unknown == 0 && own.covered as f64 == numerator {
            return Ok((units, places));
        }
    }
    Err(none_agrees(package, question))
}

fn may_name(indicator: &Indicator) -> bool {
    indicator.kind == Kind::Count
        && indicator.nature == Nature::Inventory
        && matches!(
            indicator.role,
            Some(
                Role::OrganisationBranches
                    | Role::OrganisationGroups
                    | Role::OrganisationMemberHouseholds
            )
        )
}

/// Nothing agrees, as far as is known.
fn none_agrees(package: &Package, question: &CoverageQuestion) -> NoNames {
    let levels = package.descriptor.levels.len();
    let mut below = (usize::from(question.level.0) + 1..levels).map(|at| LevelId(at as u8));
    let is_read = below.all(|level| {
        let mut counts = package.indicators.iter();
        areas_are_read(package, level)
            && counts.all(|(id, it)| {
                !may_name(it) || figures_are_read(package, id, level, question.period)
            })
    });
    match is_read {
        true => NoNames::NoneAgrees,
        false => NoNames::NotRead,
    }
}
