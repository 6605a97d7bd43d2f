//! How many grid workers the parts of a split need: by a standard per household where there is one,
//! or else as many per household as the median community of the district has.

use super::holds::{for_all, is_set_over};
use super::packing::Packing;
use crate::model::{
    AreaId, IndicatorId, LevelId, Operator, Period, Role, Standard, Theme, sort_by,
};
use crate::package::Package;
use crate::query::{Reading, expected_areas, readings, select, standing_period};

/// By what rule staff is counted.
#[derive(Clone, Debug, PartialEq)]
pub enum StaffRule {
    /// A standard on staff per household.
    Standard(Box<Standard>),
    /// The median of the communities.
    Median {
        /// Staff per 1,000 households.
        per_1000: f64,
        /// Number of communities that have both figures.
        areas: usize,
        /// The period of the staff.
        period: Period,
    },
}

/// What a split area needs.
#[derive(Clone, Debug, PartialEq)]
pub struct StaffNeed {
    /// By what rule.
    pub rule: StaffRule,
    /// Grid workers for each part of the packing, whole persons, in the order of the parts.
    pub each: Vec<f64>,
    /// Grid workers for the households of the whole area, were it not split: a lower bound.
    pub least: f64,
    /// What the area has now; no row where nothing counts staff.
    pub now: Reading,
}

/// The rules, looked up once for each district.
pub(super) struct StaffRules<'a> {
    package: &'a Package,
    households: IndicatorId,
    staff: Option<(IndicatorId, Period)>,
    level: LevelId,
    period: Period,
    medians: Vec<(AreaId, Option<(f64, usize)>)>,
}

impl<'a> StaffRules<'a> {
    pub(super) fn new(
        package: &'a Package,
        households: IndicatorId,
        level: LevelId,
        period: Period,
    ) -> StaffRules<'a> {
        let mut indicators = package.indicators.iter();
        let staff = indicators.find(|(_, it)| it.role == Some(Role::StaffGrid));
        let staff = staff.and_then(|(id, _)| {
            let period = standing_period(package, id, level, period)?;
            Some((id, period))
        });
        StaffRules {
            package,
            households,
            staff,
            level,
            period,
            medians: Vec::new(),
        }
    }

    /// What an area of so many households needs.
    pub(super) fn need(
        &mut self,
        area: AreaId,
        households: f64,
        packing: Option<&Packing>,
    ) -> Option<StaffNeed> {
        let (rule, per_household) = self.rule(area)?;
        // Whole persons; what a division leaves in the last digits is no person more.
        let persons = |households: f64| (households * per_household - 1e-9).ceil().max(0.0);
        let parts = packing.map_or(&[][..], |packing| &packing.parts);
        let now = self
            .staff
            .map(|(id, period)| select(self.package, id, area, period));
        Some(StaffNeed {
            rule,
            each: parts.iter().map(|part| persons(part.households)).collect(),
            least: persons(households),
            now: now.unwrap_or(Reading::NO_ROW),
        })
    }

    fn rule(&mut self, area: AreaId) -> Option<(StaffRule, f64)> {
        let standards = self.package.standards.clone();
        for standard in standards.iter() {
            if let Some(per_household) = self.standard_on_staff(standard, area) {
                return Some((
                    StaffRule::Standard(Box::new(standard.clone())),
                    per_household,
                ));
            }
        }
        let (_, period) = self.staff?;
        let (per_1000, areas) = self.median(area)?;
        let rule = StaffRule::Median {
            per_1000,
            areas,
            period,
        };
        Some((rule, per_1000 / 1000.0))
    }

    /// Staff per household that a standard asks of an area; none where it is about something else.
    fn standard_on_staff(&self, standard: &Standard, area: AreaId) -> Option<f64> {
        let id = self.package.indicators.id(&standard.indicator)?;
        let about = self.package.indicators.get(id);
        let level = self.package.descriptor.level(&standard.level);
        let period = standing_period(self.package, id, self.level, self.period)?;
        let fits = standard.operator == Operator::AtLeast
            && level == Some(self.level)
            && about.theme == Theme::Staffing
            && about.is_quotient()
            && about.multiplier > 0.0
            && is_set_over(self.package, standard, area)
            && for_all(self.package, standard, id, period).is_none()
            && self.is_per_household(id, period, area);
        fits.then(|| standard.value / about.multiplier)
    }

    /// True where the counts behind an indicator are the staff and the households of each area that
    /// has them all.
    fn is_per_household(&self, id: IndicatorId, period: Period, area: AreaId) -> bool {
        let areas = self.neighbours(area);
        let own = readings(self.package, id, &areas, period);
        let households = readings(self.package, self.households, &areas, self.period);
        let staff = self.staff_of(&areas);
        let mut known = 0;
        for ((own, households), staff) in own.iter().zip(&households).zip(&staff) {
            let (Some(above), Some(below)) = (own.numerator, own.denominator) else {
                continue;
            };
            let differs = |count: Option<f64>, reading: &Reading| {
                reading.value.exact().is_some_and(|it| Some(it) != count)
            };
            if differs(Some(below), households) || differs(Some(above), staff) {
                return false;
            }
            known += usize::from(households.value.exact().is_some());
        }
        known > 0
    }

    /// The areas of the level in the top area that an area lies in.
    fn neighbours(&self, area: AreaId) -> Vec<AreaId> {
        let top = self.package.areas.path(area).first().copied();
        expected_areas(self.package, self.households, self.level, top, self.period)
    }

    fn staff_of(&self, areas: &[AreaId]) -> Vec<Reading> {
        match self.staff {
            Some((id, period)) => readings(self.package, id, areas, period),
            None => vec![Reading::NO_ROW; areas.len()],
        }
    }

    fn median(&mut self, area: AreaId) -> Option<(f64, usize)> {
        let top = self.package.areas.path(area).first().copied()?;
        if let Some((_, known)) = self.medians.iter().find(|(known, _)| *known == top) {
            return *known;
        }
        let areas = self.neighbours(area);
        let households = readings(self.package, self.households, &areas, self.period);
        let pairs = self.staff_of(&areas).into_iter().zip(households);
        let mut rates: Vec<f64> = pairs
            .filter_map(|(staff, households)| {
                let households = households.value.exact().filter(|it| *it > 0.0)?;
                Some(staff.value.exact()? / households * 1000.0)
            })
            .collect();
        sort_by(&mut rates, f64::total_cmp);
        let found = middle(&rates).map(|median| (median, rates.len()));
        self.medians.push((top, found));
        found
    }
}

/// The median of sorted numbers: the middle one, or halfway between the two in the middle.
fn middle(sorted: &[f64]) -> Option<f64> {
    let upper = *sorted.get(sorted.len() / 2)?;
    let lower = *sorted.get(sorted.len().checked_sub(1)? / 2)?;
    Some((lower + upper) / 2.0)
}
