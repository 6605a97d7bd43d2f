//! What is planted in the district for the statistics to find, or rightly to leave alone: who,
//! since when and how strongly. Must not draw anything.

use super::calendar::{LAST, LAST_RIPE, Month};
use super::plan::community_code;

/// The month in which the two parts of the split community begin.
pub const SPLIT_MONTH: Month = Month::new(2025, 7);
/// The month in which the hotline opened in the last sub-district to get it.
pub const LATE_HOTLINE_MONTH: Month = Month::new(2024, 1);
/// The month of the outage in which one community's cases were lost.
pub const OUTAGE_MONTH: Month = Month::new(2024, 7);

const SLIP_START: Month = Month::new(2025, 4);
const IMPROVEMENT_START: Month = Month::new(2025, 7);

/// A community that was split into two.
pub struct Split {
    /// The sub-district it lies in.
    pub subdistrict: usize,
    /// The number it had.
    pub old_number: usize,
    /// Its code.
    pub old_code: String,
    /// The two communities made of it, as indexes.
    pub parts: [usize; 2],
}

/// Every planted story, its communities as indexes.
pub struct Stories {
    /// Its on-time rate falls from April 2025 to about 69 % in March 2026.
    pub slipped: usize,
    /// Its on-time rate rises from July 2025 to about 98 % by the end of the year.
    pub improved: usize,
    /// Its on-time rate has been about 72 % all along.
    pub always_low: usize,
    /// So few cases that its rates jump about, with no true change.
    pub noisy: usize,
    /// Over 3,500 households, with their households, the largest first.
    pub oversize: Vec<(usize, u64)>,
    /// Split in July 2025, where the figures reach back that far.
    pub split: Option<Split>,
    /// Reported no service and no participation figures for two months.
    pub silent: usize,
    /// Lost its cases of one month.
    pub outage: usize,
    /// Has no residential compound: what is counted per compound cannot exist.
    pub without_compounds: usize,
    /// The sub-district whose hotline opened last.
    pub late_hotline_subdistrict: usize,
    /// The sub-district in which most of the missing party groups lie.
    pub few_groups_subdistrict: usize,
}

impl Stories {
    /// Chooses the communities, given how many each sub-district has.
    pub fn plant(sizes: &[u64], first: Month) -> Stories {
        let start = |subdistrict: usize| sizes[..subdistrict].iter().sum::<u64>() as usize;
        let at = |subdistrict: usize, number: usize| {
            start(subdistrict) + number.min(sizes[subdistrict] as usize) - 1
        };
        let split = (first < SPLIT_MONTH).then(|| {
            let (subdistrict, size) = (3, sizes[3] as usize);
            let old_number = (size - 1).min(6);
            Split {
                subdistrict,
                old_number,
                old_code: community_code(subdistrict, old_number),
                parts: [start(4) - 2, start(4) - 1],
            }
        });
        Stories {
            slipped: at(1, 1),
            improved: at(7, 8),
            always_low: at(0, 5),
            noisy: at(9, 13),
            oversize: vec![
                (at(0, 9), 5212),
                (at(1, 10), 4630),
                (at(2, 4), 4208),
                (at(4, 3), 3985),
                (at(5, 2), 3764),
                (at(8, 11), 3618),
            ],
            split,
            silent: at(5, 9),
            outage: at(4, 12),
            without_compounds: at(6, 16),
            late_hotline_subdistrict: 8,
            few_groups_subdistrict: 3,
        }
    }

    /// The number that no community of the sub-district bears any more.
    pub fn retired_number(&self, subdistrict: usize) -> Option<usize> {
        (self.split.as_ref())
            .filter(|split| split.subdistrict == subdistrict)
            .map(|split| split.old_number)
    }

    /// True where the unit began only with the split, as its second part: before, its premises
    /// did not exist.
    pub fn is_unborn(&self, unit: usize, month: Month) -> bool {
        let second = self.split.as_ref().map(|split| split.parts[1]);
        second == Some(unit) && month < SPLIT_MONTH
    }

    /// What a story adds to a unit's on-time rate, in basis points.
    pub fn on_time_shift(&self, unit: usize, month: Month) -> i64 {
        if unit == self.slipped && month >= SLIP_START {
            let passed = SLIP_START.plus(-1).until(month.min(LAST_RIPE));
            -i64::from(passed) * 1_780 / 12
        } else if unit == self.improved && month >= IMPROVEMENT_START {
            let passed = IMPROVEMENT_START.plus(-1).until(month).min(6);
            i64::from(passed) * 1_070 / 6
        } else {
            0
        }
    }

    /// What the heating season takes from everybody's on-time rate, in basis points.
    pub fn season_shift(month: Month) -> i64 {
        -160 * winter(month) / 2
    }

    /// Cases about heating a month, per mille of all cases outside the season.
    pub fn heating_share(month: Month) -> u64 {
        30 + 60 * winter(month) as u64
    }

    /// True where cases of this month are not ripe yet.
    pub fn is_unripe(month: Month) -> bool {
        month >= LAST
    }

    /// True for the months in which one community sent in nothing.
    pub fn is_silent(&self, unit: usize, month: Month) -> bool {
        unit == self.silent && (month == Month::new(2025, 8) || month == Month::new(2025, 9))
    }
}

/// How much of the heating season a month is, in halves: November and March are half of it.
fn winter(month: Month) -> i64 {
    match month.of_year() {
        12 | 1 | 2 => 2,
        11 | 3 => 1,
        _ => 0,
    }
}
