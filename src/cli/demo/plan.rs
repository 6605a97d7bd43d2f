//! The district as it stands at the end: its sub-districts and communities, how large they are
//! and what they tend to. Figures are drawn from this; none is made here.

use super::calendar::{LAST, LAST_RIPE, Month};
use super::rng::{Rng, apportion};
use super::stories::Stories;
use super::traits;

/// What the district is made of.
#[derive(Clone, Debug)]
pub struct Options {
    /// Communities at the end, at least 20.
    pub communities: u32,
    /// Months of monthly figures, at least 6, the last of them [`LAST`].
    pub months: u32,
    /// Another seed, another district.
    pub seed: u64,
}

/// The ten heavenly stems, by which sub-districts and communities are named.
pub const STEMS: [(&str, &str); 10] = [
    ("甲", "Jia"),
    ("乙", "Yi"),
    ("丙", "Bing"),
    ("丁", "Ding"),
    ("戊", "Wu"),
    ("己", "Ji"),
    ("庚", "Geng"),
    ("辛", "Xin"),
    ("壬", "Ren"),
    ("癸", "Gui"),
];

/// Communities of the ten sub-districts where there are 163 in all; shared out alike for others.
const SUBDISTRICT_WEIGHTS: [u64; 10] = [18, 17, 16, 16, 17, 15, 16, 17, 16, 15];

/// The district's code. Codes begin with 99, which no real register uses.
pub const DISTRICT_CODE: &str = "990001";

/// A community as it stands at the end.
#[derive(Clone, Debug, Default)]
pub struct Unit {
    /// Twelve digits.
    pub code: String,
    /// Its place among the sub-districts.
    pub subdistrict: usize,
    /// Its number within the sub-district.
    pub number: usize,
    /// Households at the last ripe month.
    pub households: u64,
    /// Growth of households a month, in basis points of the last.
    pub growth: i64,
    /// Cases a month per 1,000 households, outside the heating season.
    pub case_intensity: u64,
    /// Chance that a case is settled in time, in basis points, before season and story.
    pub on_time: i64,
    /// Chance that a rating is good.
    pub satisfied: i64,
    /// Chance that a resident asked knows and reaches the services.
    pub covered: i64,
    /// Chance that a call is answered.
    pub answered: i64,
    /// Grids.
    pub grids: u64,
    /// Compounds.
    pub compounds: u64,
    /// Buildings.
    pub buildings: u64,
    /// Compounds with a party branch.
    pub branches: u64,
    /// Compounds with neither branch nor group.
    pub compounds_without: u64,
    /// Grids with a party group.
    pub groups: u64,
    /// Buildings with a member household.
    pub member_households: u64,
    /// Full-time grid workers.
    pub grid_staff: u64,
    /// Community workers.
    pub workers: u64,
    /// Registered volunteers.
    pub volunteers: u64,
    /// Office area, square metres.
    pub office_area: u64,
    /// The months before the last ripe one that the office has had that area; before that, less.
    pub office_age_months: i32,
    /// A number from 0 to 9,999 that staggers this unit's growth against that of others.
    pub phase: u64,
}

/// The whole district.
pub struct Plan {
    /// What it was made from.
    pub seed: u64,
    /// First month of monthly figures.
    pub first: Month,
    /// Communities at the end, by sub-district and number.
    pub units: Vec<Unit>,
    /// What was planted.
    pub stories: Stories,
}

impl Plan {
    /// Lays out a district.
    pub fn new(options: &Options) -> Plan {
        let first = LAST.plus(1 - options.months as i32);
        let count = u64::from(options.communities);
        let sizes = apportion(count, &SUBDISTRICT_WEIGHTS, &[count; 10]);
        let stories = Stories::plant(&sizes, first);
        let mut units: Vec<Unit> = (0..sizes.len())
            .flat_map(|subdistrict| {
                let skipped = stories.retired_number(subdistrict).unwrap_or(usize::MAX);
                (1..=sizes[subdistrict] as usize).map(move |place| {
                    let number = place + usize::from(place >= skipped);
                    Unit {
                        code: community_code(subdistrict, number),
                        subdistrict,
                        number,
                        ..Unit::default()
                    }
                })
            })
            .collect();
        traits::assign(&mut units, &stories, options.seed);
        Plan {
            seed: options.seed,
            first,
            units,
            stories,
        }
    }

    /// A stream of chance for one purpose, unit and month.
    pub fn chance(&self, label: &str, unit: usize, month: Month) -> Rng {
        Rng::stream(self.seed, label, unit as u64, month.key())
    }

    /// Indexes of the communities of a sub-district.
    pub fn units_of(&self, subdistrict: usize) -> impl Iterator<Item = usize> {
        (0..self.units.len()).filter(move |&unit| self.units[unit].subdistrict == subdistrict)
    }

    /// True for the first community of its sub-district, which carries what is counted once for
    /// the sub-district.
    pub fn is_first_of_subdistrict(&self, unit: usize) -> bool {
        unit == 0 || self.units[unit].subdistrict != self.units[unit - 1].subdistrict
    }

    /// What had grown to `finally` by the last ripe month, as it stood at `month`, when it grew by
    /// `basis_points` of the end a month in steps of whole things.
    pub fn grown(&self, unit: usize, finally: u64, basis_points: i64, month: Month) -> u64 {
        let age = i64::from(month.until(LAST_RIPE));
        let share = (10_000 - basis_points * age).max(2_000) as u64;
        (finally * share + self.units[unit].phase) / 10_000
    }

    /// Households of a unit at a month.
    pub fn households(&self, unit: usize, month: Month) -> u64 {
        let Unit {
            households, growth, ..
        } = self.units[unit];
        self.grown(unit, households, growth, month)
    }
}

/// The code of a sub-district, nine digits.
pub fn subdistrict_code(subdistrict: usize) -> String {
    format!("{DISTRICT_CODE}{:03}", subdistrict + 1)
}

/// The code of a community, twelve digits.
pub fn community_code(subdistrict: usize, number: usize) -> String {
    format!("{}{number:03}", subdistrict_code(subdistrict))
}

/// The names of a community in Chinese and English.
pub fn community_names(subdistrict: usize, number: usize) -> (String, String) {
    let (zh, en) = STEMS[subdistrict];
    (
        format!("{zh}{number:02}社区"),
        format!("{en} {number:02} Community"),
    )
}
