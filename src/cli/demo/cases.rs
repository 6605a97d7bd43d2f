//! Residents' cases, followed from order to rating: each stage is drawn from the one before, so
//! that no later stage can hold more. Every stage is counted in the month of the order (cohorts).

use super::calendar::{LAST, Month, Span};
use super::plan::Plan;
use super::rng::Rng;
use super::stories::Stories;

/// Case categories and their share, per mille of all cases outside the heating season. Heating
/// has the season's share instead.
pub const CATEGORIES: [(&str, u64); 9] = [
    ("property", 210),
    ("sanitation", 165),
    ("facilities", 150),
    ("parking", 130),
    ("noise", 110),
    ("welfare", 90),
    ("disputes", 70),
    ("other", 75),
    ("heating", 0),
];

/// A cohort of cases, counted at each stage.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cohort {
    /// Placed by residents.
    pub ordered: u64,
    /// Dispatched to a unit.
    pub dispatched: u64,
    /// Responded to.
    pub responded: u64,
    /// Taken on.
    pub taken: u64,
    /// Resolved.
    pub resolved: u64,
    /// Dispatched with a term that was not extended.
    pub due: u64,
    /// Resolved within the term.
    pub on_time: u64,
    /// Resolved and rated by the resident.
    pub rated: u64,
    /// Rated good.
    pub satisfied: u64,
    /// Resolved without leaving the community.
    pub settled_inside: u64,
    /// Days from order to resolution, summed over the resolved.
    pub days: u64,
    /// Placed again by the same resident about the same matter.
    pub repeated: u64,
}

impl Cohort {
    fn add(&mut self, other: &Cohort) {
        self.ordered += other.ordered;
        self.dispatched += other.dispatched;
        self.responded += other.responded;
        self.taken += other.taken;
        self.resolved += other.resolved;
        self.due += other.due;
        self.on_time += other.on_time;
        self.rated += other.rated;
        self.satisfied += other.satisfied;
        self.settled_inside += other.settled_inside;
        self.days += other.days;
        self.repeated += other.repeated;
    }
}

/// All cohorts of the district.
pub struct Cases {
    first: Month,
    units: usize,
    by_unit: Vec<Cohort>,
    by_category: Vec<Cohort>,
}

impl Cases {
    /// Follows every case of the district.
    pub fn follow(plan: &Plan) -> Cases {
        let units = plan.units.len();
        let months = (plan.first.until(LAST) + 1) as usize;
        let mut cases = Cases {
            first: plan.first,
            units,
            by_unit: vec![Cohort::default(); months * units],
            by_category: vec![Cohort::default(); months * CATEGORIES.len() * 10],
        };
        for month in plan.first.through(LAST) {
            let common = Common::of(plan, month);
            for unit in 0..units {
                let mut rng = plan.chance("cases", unit, month);
                let chances = Chances::of(plan, unit, month, &common, &mut rng);
                for (category, (_, share)) in CATEGORIES.iter().enumerate() {
                    let share = if *share == 0 {
                        Stories::heating_share(month)
                    } else {
                        *share
                    };
                    let expected = expected_64ths(plan, unit, month, share, &common);
                    let cohort = chances.follow(rng.arrivals(expected), &mut rng);
                    let at = cases.unit_at(unit, month);
                    cases.by_unit[at].add(&cohort);
                    let at = cases.category_at(plan.units[unit].subdistrict, category, month);
                    cases.by_category[at].add(&cohort);
                }
            }
        }
        cases
    }

    /// The cohorts of a unit over a span, added up.
    pub fn of_unit(&self, unit: usize, span: &Span) -> Cohort {
        let mut sum = Cohort::default();
        for month in span.months() {
            sum.add(&self.by_unit[self.unit_at(unit, month)]);
        }
        sum
    }

    /// A sub-district's cohort of one category.
    pub fn of_category(&self, subdistrict: usize, category: usize, month: Month) -> Cohort {
        self.by_category[self.category_at(subdistrict, category, month)]
    }

    fn unit_at(&self, unit: usize, month: Month) -> usize {
        self.first.until(month) as usize * self.units + unit
    }

    fn category_at(&self, subdistrict: usize, category: usize, month: Month) -> usize {
        (self.first.until(month) as usize * 10 + subdistrict) * CATEGORIES.len() + category
    }
}

/// What a month does to everybody.
struct Common {
    /// Cases against the usual, per mille.
    volume: u64,
    /// Added to the on-time rate, basis points.
    on_time: i64,
    /// Added to the satisfaction rate, basis points.
    satisfied: i64,
}

impl Common {
    fn of(plan: &Plan, month: Month) -> Common {
        let mut rng = Rng::stream(plan.seed, "month", month.key(), 0);
        Common {
            volume: (1_000 + rng.wobble(45)) as u64 * month.days() * 10 / 304,
            on_time: Stories::season_shift(month) + rng.wobble(35),
            satisfied: rng.wobble(25),
        }
    }
}

/// The expected cases of a unit, month and category in 64ths.
fn expected_64ths(plan: &Plan, unit: usize, month: Month, share: u64, common: &Common) -> u64 {
    let per_mille_of_mille =
        plan.households(unit, month) * plan.units[unit].case_intensity * share * common.volume;
    per_mille_of_mille * 64 / 1_000_000_000
}

/// The chances of a unit's cases at each stage in one month, in basis points.
struct Chances {
    responded: i64,
    taken: i64,
    resolved: i64,
    on_time: i64,
    satisfied: i64,
    quick_day: i64,
}

impl Chances {
    fn of(plan: &Plan, unit: usize, month: Month, common: &Common, rng: &mut Rng) -> Chances {
        let tendency = &plan.units[unit];
        let on_time = tendency.on_time
            + plan.stories.on_time_shift(unit, month)
            + common.on_time
            + rng.wobble(35);
        let on_time = on_time.clamp(3_000, 9_900);
        let mut resolved = on_time + (10_000 - on_time) * 2 / 5;
        let given_resolved = on_time * 10_000 / resolved;
        let unripe = Stories::is_unripe(month);
        if unripe {
            resolved = resolved * 62 / 100;
        }
        let lost = if unripe { 1_500 } else { 10_000 - resolved };
        let responded = 10_000 - lost / 5;
        let taken = 10_000 - lost * 2 / 5;
        Chances {
            responded,
            taken: taken * 10_000 / responded,
            resolved: resolved * 10_000 / taken,
            on_time: given_resolved,
            satisfied: tendency.satisfied + common.satisfied + rng.wobble(25),
            quick_day: 1_400 + (10_000 - on_time) / 2,
        }
    }

    fn follow(&self, ordered: u64, rng: &mut Rng) -> Cohort {
        let dispatched = rng.binomial(ordered, 9_700);
        let responded = rng.binomial(dispatched, self.responded);
        let taken = rng.binomial(responded, self.taken);
        let resolved = rng.binomial(taken, self.resolved);
        let extended_resolved = rng.binomial(resolved, 300);
        let extended_open = rng.binomial(dispatched - resolved, 300);
        let rated = rng.binomial(resolved, 6_100);
        Cohort {
            ordered,
            dispatched,
            responded,
            taken,
            resolved,
            due: dispatched - extended_resolved - extended_open,
            on_time: rng.binomial(resolved - extended_resolved, self.on_time),
            rated,
            satisfied: rng.binomial(rated, self.satisfied),
            settled_inside: rng.binomial(resolved, 7_300),
            days: resolved + rng.binomial(resolved * 12, self.quick_day),
            repeated: rng.binomial(ordered, 480),
        }
    }
}
