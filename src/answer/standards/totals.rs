//! What all splits of a plan take together. Sums of lower bounds are lower bounds; a sum that lacks a
//! figure is none.

use super::{Split, SplitPlan};
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
    /// Staff that they need at least, and have now.
    pub staff: Option<(f64, Option<f64>)>,
    /// What each standard on premises asks of the fewest parts.
    pub premises: Vec<PremisesTotal>,
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
            staff: staff.map(|staff| {
                let now = staff.iter().map(|it| it.now.value.exact());
                (staff.iter().map(|it| it.least).sum(), now.sum())
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
            needs.find(|it| it.standard == *standard).cloned()
        };
        let needs: Option<Vec<_>> = self.splits.iter().map(need).collect();
        let needs = needs?;
        let parts: u64 = self.splits.iter().map(|it| it.fewest_parts).sum();
        Some(PremisesTotal {
            standard: standard.clone(),
            indicator: needs.first()?.indicator,
            needed: parts as f64 * standard.value,
            now: needs.iter().map(|it| it.now.value.exact()).sum(),
        })
    }
}
