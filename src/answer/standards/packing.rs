//! Filling the parts of a split with whole compounds. How many parts that takes is found by first-fit
//! decreasing, the largest first, each into the first part that has room (Johnson 1973). They are then
//! evened out: the largest first, each into the smallest part so far (Graham 1969), unless that would
//! exceed the limit. It looks at households alone and ignores where the compounds lie, so that it shows
//! what is possible and proposes no boundary.

use crate::model::{AreaId, IndicatorId, LevelId, Period, sort_by, sort_by_key};
use crate::package::Package;
use crate::query::{Reading, expected_areas, levels_with_rows, readings, standing_period};

/// A part of a split.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Its compounds, the largest first.
    pub units: Vec<AreaId>,
    /// The households of each, in step with them.
    pub sizes: Vec<f64>,
    /// Their households in all.
    pub households: f64,
}

/// One way to fill the parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Packing {
    /// The level of what was packed.
    pub level: LevelId,
    /// The period of its households.
    pub period: Period,
    /// The parts, the largest first where they are evened out, else in the order in which they were opened.
    pub parts: Vec<Part>,
    /// Units over the limit by themselves, which no part can take; in the order of the package.
    pub too_large: Vec<AreaId>,
    /// Units without an exact figure, which are in no part; in the order of the package.
    pub without_figure: Vec<AreaId>,
    /// Households of the units with a figure, those too large included.
    pub households: f64,
}

impl Packing {
    /// True where every unit is in a part and together they are all the households of the area.
    pub fn is_whole(&self, households: f64) -> bool {
        self.too_large.is_empty() && self.without_figure.is_empty() && self.households == households
    }
}

/// The households below every area that may be split.
pub(super) struct Packer {
    level: LevelId,
    period: Period,
    /// The area in which each unit lies, the unit, and its households; in order.
    units: Vec<(Option<AreaId>, AreaId, Option<f64>)>,
}

impl Packer {
    /// Reads the nearest level below that has households; none inside where none has.
    pub(super) fn new(
        package: &Package,
        within: Option<AreaId>,
        households: IndicatorId,
        level: LevelId,
        period: Period,
    ) -> Option<Packer> {
        let levels = levels_with_rows(package, households);
        for lower in levels.into_iter().filter(|lower| *lower > level) {
            let Some(period) = standing_period(package, households, lower, period) else {
                continue;
            };
            let areas = expected_areas(package, households, lower, within, period);
            let own = readings(package, households, &areas, period);
            let unit = |(area, reading): (&AreaId, Reading)| {
                let holder = package.areas.holder(*area, level);
                (holder, *area, reading.value.exact())
            };
            let mut units: Vec<_> = areas.iter().zip(own).map(unit).collect();
            sort_by_key(&mut units, |unit| (unit.0, unit.1));
            return Some(Packer {
                level: lower,
                period,
                units,
            });
        }
        None
    }

    /// Packs the units of an area; none where none of them has a figure.
    pub(super) fn pack(&self, area: AreaId, limit: f64) -> Option<Packing> {
        let from = self.units.partition_point(|unit| unit.0 < Some(area));
        let to = self.units.partition_point(|unit| unit.0 <= Some(area));
        let mut packing = Packing {
            level: self.level,
            period: self.period,
            parts: Vec::new(),
            too_large: Vec::new(),
            without_figure: Vec::new(),
            households: 0.0,
        };
        let mut left: Vec<(AreaId, f64)> = Vec::new();
        for (_, unit, households) in &self.units[from..to] {
            let Some(households) = *households else {
                packing.without_figure.push(*unit);
                continue;
            };
            packing.households += households;
            match households > limit {
                true => packing.too_large.push(*unit),
                false => left.push((*unit, households)),
            }
        }
        if left.is_empty() && packing.too_large.is_empty() {
            return None;
        }
        sort_by(&mut left, |one, other| other.1.total_cmp(&one.1));
        packing.parts = first_fit(&left, limit);
        if let Some(even) = evened(&left, packing.parts.len(), limit) {
            packing.parts = even;
        }
        Some(packing)
    }
}

impl Part {
    const EMPTY: Part = Part {
        units: Vec::new(),
        sizes: Vec::new(),
        households: 0.0,
    };

    fn take(&mut self, (unit, households): (AreaId, f64)) {
        self.units.push(unit);
        self.sizes.push(households);
        self.households += households;
    }
}

/// Each unit into the first part that has room. The units come the largest first.
fn first_fit(units: &[(AreaId, f64)], limit: f64) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for unit in units {
        let fits = |part: &&mut Part| part.households + unit.1 <= limit;
        match parts.iter_mut().find(fits) {
            Some(part) => part.take(*unit),
            None => {
                let mut part = Part::EMPTY;
                part.take(*unit);
                parts.push(part);
            }
        }
    }
    parts
}

/// Each unit into the smallest of so many parts, of equals the first; none where one so exceeds the
/// limit. The units come the largest first, and so do the parts in the end.
fn evened(units: &[(AreaId, f64)], count: usize, limit: f64) -> Option<Vec<Part>> {
    let mut parts = vec![Part::EMPTY; count];
    for unit in units {
        let smallest =
            parts
                .iter_mut()
                .reduce(|least, part| match part.households < least.households {
                    true => part,
                    false => least,
                })?;
        smallest.take(*unit);
        if smallest.households > limit {
            return None;
        }
    }
    sort_by(&mut parts, |one, other| {
        other.households.total_cmp(&one.households)
    });
    Some(parts)
}
