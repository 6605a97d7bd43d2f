//! What all splits of a plan take together. Sums of lower bounds are lower bounds; a sum that lacks a
//! figure is none. What one area has to spare helps no other: only what each lacks is added up.

use super::{PremisesNeed, Split, SplitPlan, StaffNeed};
use crate::model::{AreaId, IndicatorId, Role, Standard};
use crate::package::Package;
use crate::query::{Reading, select};

/// What the splits take together.
#[derive(Clone, Debug, PartialEq)]
pub struct SplitTotals {
    /// Number of areas over the limit.
    pub areas: usize,
    /// The fewest parts that they need.
    pub fewest_parts: u64,
    /// The parts that filling with whole compounds takes; none where an area has no compounds with
    /// figures, or compounds that no part can take.
    pub packed_parts: Option<u64>,
    /// Staff that the parts need, and the areas have now.
    pub staff: Option<(f64, Option<f64>)>,
    /// Staff that areas lack; none where one of them has no exact figure.
    pub staff_lack: Option<Lack>,
    /// What each standard on premises asks of the fewest parts.
    pub premises: Vec<PremisesTotal>,
}

/// What areas lack of something, each by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Lack {
    /// Number of areas that lack any.
    pub areas: usize,
    /// What these lack together, in the unit of the indicator.
    pub amount: f64,
}

impl Lack {
    /// Adds up what each area lacks, zero where it lacks none; none where that is not known of one.
    fn sum(lacks: impl Iterator<Item = Option<f64>>) -> Option<Lack> {
        let mut all = Lack::default();
        for lack in lacks {
            let lack = lack?;
            all.areas += usize::from(lack > 0.0);
            all.amount += lack;
        }
        Some(all)
    }
}

impl PremisesNeed {
    /// What so many parts lack of what they need, zero where the area has enough; none without an exact
    /// figure.
    pub fn lack(&self, parts: u64) -> Option<f64> {
        let needed = parts as f64 * self.standard.value;
        self.now.value.exact().map(|now| (needed - now).max(0.0))
    }
}

impl StaffNeed {
    /// What the parts need together, each rounded up; the fewest for the whole area where they are not
    /// filled.
    pub fn needed(&self) -> f64 {
        match self.each.is_empty() {
            true => self.least,
            false => self.each.iter().sum(),
        }
    }

    /// What the area lacks of that, zero where it has enough; none without an exact figure.
    pub fn lack(&self) -> Option<f64> {
        let now = self.now.value.exact();
        now.map(|now| (self.needed() - now).max(0.0))
    }
}

/// What a standard on premises asks of the fewest parts together.
#[derive(Clone, Debug, PartialEq)]
pub struct PremisesTotal {
    /// The standard; its limit is what each part needs.
    pub standard: Standard,
    /// The indicator that it speaks of.
    pub indicator: IndicatorId,
    /// What the parts need together, in the unit of the indicator.
    pub needed: f64,
    /// What the areas have now; none where one of them has no exact figure.
    pub now: Option<f64>,
    /// What areas lack; none where one of them has no exact figure.
    pub lack: Option<Lack>,
}

impl SplitPlan {
    /// What the splits take together; none where nothing is to be split.
    pub fn totals(&self) -> Option<SplitTotals> {
        let first = self.splits.first()?;
        let packed = self.splits.iter().map(|split| {
            let packing = split.packing.as_ref()?;
            let is_whole = packing.is_whole(split.households.value.number()?);
            is_whole.then_some(packing.parts.len() as u64)
        });
        let staff = self.splits.iter().map(|it| it.staff.as_ref());
        let staff: Option<Vec<_>> = staff.collect();
        let premises = first.premises.iter();
        Some(SplitTotals {
            areas: self.splits.len(),
            fewest_parts: self.splits.iter().map(|it| it.fewest_parts).sum(),
            packed_parts: packed.sum(),
            staff_lack: staff
                .as_ref()
                .and_then(|staff| Lack::sum(staff.iter().map(|it| it.lack()))),
            staff: staff.map(|staff| {
                let now = staff.iter().map(|it| it.now.value.exact());
                (staff.iter().map(|it| it.needed()).sum(), now.sum())
            }),
            premises: premises
                .filter_map(|need| self.premises_total(&need.standard))
                .collect(),
        })
    }

    /// What is published of the households of a unit that was packed or could not be.
    pub fn households_of(&self, package: &Package, unit: AreaId) -> Option<Reading> {
        let packings = self.splits.iter().filter_map(|it| it.packing.as_ref());
        let level = package.areas.get(unit).level;
        let packing = { packings }.find(|it| it.level == level)?;
        let mut indicators = package.indicators.iter();
        let (id, _) = indicators.find(|(_, it)| it.role == Some(Role::UnitHouseholds))?;
        Some(select(package, id, unit, packing.period))
    }

    /// None where the standard does not hold for every one of the areas.
    fn premises_total(&self, standard: &Standard) -> Option<PremisesTotal> {
        let need = |split: &Split| {
            let mut needs = split.premises.iter();
            let need = needs.find(|it| it.standard == *standard).cloned();
            need.map(|need| (split.fewest_parts, need))
        };
        let needs: Option<Vec<_>> = self.splits.iter().map(need).collect();
        let needs = needs?;
        let parts: u64 = needs.iter().map(|(parts, _)| parts).sum();
        Some(PremisesTotal {
            standard: standard.clone(),
            indicator: needs.first()?.1.indicator,
            needed: parts as f64 * standard.value,
            now: needs.iter().map(|(_, it)| it.now.value.exact()).sum(),
            lack: Lack::sum(needs.iter().map(|(parts, it)| it.lack(*parts))),
        })
    }
}
