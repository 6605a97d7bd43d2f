//! What each indicator measures in one community over one span of months. Every measure adds up:
//! a sub-district is the sum of its communities, and so is a community that was later split.
//! Must not know how or where anything is published.

use super::calendar::{LAST_RIPE, Month, Span};
use super::cases::Cases;
use super::plan::{Plan, Unit};
use super::rng::Rng;
use super::stories::{LATE_HOTLINE_MONTH, Stories};

/// Something measured. Two of a kind add up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// So many.
    Count(u64),
    /// So many of, or against, so many.
    Share(u64, u64),
    /// A total over so many, published as their mean to one decimal.
    Mean(u64, u64),
}

impl Amount {
    /// Both together.
    pub fn plus(self, other: Amount) -> Amount {
        match (self, other) {
            (Amount::Count(a), Amount::Count(b)) => Amount::Count(a + b),
            (Amount::Share(a, b), Amount::Share(c, d)) => Amount::Share(a + c, b + d),
            (Amount::Mean(a, b), Amount::Mean(c, d)) => Amount::Mean(a + c, b + d),
            _ => panic!("an indicator has one kind of amount"),
        }
    }
}

/// Everything that figures are drawn from.
pub struct World {
    /// The district.
    pub plan: Plan,
    /// Its cases.
    pub cases: Cases,
}

/// How an indicator is measured.
pub type Measure = fn(&World, usize, &Span) -> Amount;

use Amount::{Count, Mean, Share};

impl World {
    fn unit(&self, unit: usize) -> &Unit {
        &self.plan.units[unit]
    }

    fn stories(&self) -> &Stories {
        &self.plan.stories
    }

    fn draw(&self, label: &str, unit: usize, span: &Span) -> Rng {
        self.plan.chance(label, unit, span.last)
    }

    /// Months from the end of a span to the last ripe month.
    fn age(span: &Span) -> i64 {
        i64::from(span.last.until(LAST_RIPE))
    }

    fn at_end(&self, unit: usize, finally: u64, basis_points: i64, span: &Span) -> u64 {
        self.plan.grown(unit, finally, basis_points, span.last)
    }

    /// What is counted once for a whole sub-district.
    fn once(&self, unit: usize, amount: u64) -> u64 {
        if self.plan.is_first_of_subdistrict(unit) {
            amount
        } else {
            0
        }
    }

    /// Grid workers of a unit at a month.
    pub fn grid_staff(&self, unit: usize, month: Month) -> u64 {
        (self.plan).grown(unit, self.unit(unit).grid_staff, 55, month)
    }

    /// Office area of a unit at a month; 0 before it existed.
    pub fn office_area(&self, unit: usize, month: Month) -> u64 {
        let Unit {
            office_area,
            office_age_months,
            phase,
            ..
        } = *self.unit(unit);
        if self.stories().is_unborn(unit, month) {
            0
        } else if month.until(LAST_RIPE) > office_age_months {
            380 + phase / 50
        } else {
            office_area
        }
    }
}

// Service.

/// Residents asked who know and reach the community's services.
pub fn service_coverage(world: &World, unit: usize, span: &Span) -> Amount {
    let mut all = Rng::stream(world.plan.seed, "coverage", span.last.key(), 0);
    let mut rng = world.draw("coverage of one", unit, span);
    let asked = world.plan.households(unit, span.last) / 14 + rng.below(12) + 8;
    let chance = world.unit(unit).covered - World::age(span) + rng.wobble(30) + all.wobble(25);
    Share(rng.binomial(asked, chance), asked)
}

/// Calls to the community hotline that were answered.
pub fn hotline_answered(world: &World, unit: usize, span: &Span) -> Amount {
    let late = world.unit(unit).subdistrict == world.stories().late_hotline_subdistrict;
    if late && span.last < LATE_HOTLINE_MONTH {
        return Share(0, 0);
    }
    let mut rng = world.draw("hotline", unit, span);
    let calls = rng.arrivals(world.plan.households(unit, span.last) * 64 * 12 / 100);
    let chance = world.unit(unit).answered + rng.wobble(30);
    Share(rng.binomial(calls, chance), calls)
}

/// Key households visited, of those due.
pub fn key_households_visited(world: &World, unit: usize, span: &Span) -> Amount {
    let mut rng = world.draw("key households", unit, span);
    let due = 6 + world.plan.households(unit, span.last) / 55;
    let chance = 9_120 + rng.wobble(40);
    Share(rng.binomial(due, chance), due)
}

/// Visits to households.
pub fn household_visits(world: &World, unit: usize, span: &Span) -> Amount {
    let mut rng = world.draw("visits", unit, span);
    let households = world.plan.households(unit, span.last);
    let per_mille = (182 + rng.wobble(2)) as u64;
    Share(rng.arrivals(households * 64 * per_mille / 1000), households)
}

/// Service points.
pub fn service_points(world: &World, unit: usize, span: &Span) -> Amount {
    let finally = 2 + world.unit(unit).households / 700;
    Count(world.at_end(unit, finally, 60, span))
}

// Cases.

/// Ordered.
pub fn ordered(world: &World, unit: usize, span: &Span) -> Amount {
    Count(world.cases.of_unit(unit, span).ordered)
}

/// Dispatched.
pub fn dispatched(world: &World, unit: usize, span: &Span) -> Amount {
    Count(world.cases.of_unit(unit, span).dispatched)
}

/// Responded to.
pub fn responded(world: &World, unit: usize, span: &Span) -> Amount {
    Count(world.cases.of_unit(unit, span).responded)
}

/// Taken on.
pub fn taken(world: &World, unit: usize, span: &Span) -> Amount {
    Count(world.cases.of_unit(unit, span).taken)
}

/// Resolved.
pub fn resolved(world: &World, unit: usize, span: &Span) -> Amount {
    Count(world.cases.of_unit(unit, span).resolved)
}

/// Rated.
pub fn rated(world: &World, unit: usize, span: &Span) -> Amount {
    Count(world.cases.of_unit(unit, span).rated)
}

/// Dispatched and still open.
pub fn open(world: &World, unit: usize, span: &Span) -> Amount {
    let cohort = world.cases.of_unit(unit, span);
    Count(cohort.dispatched - cohort.resolved)
}

/// Settled inside the community.
pub fn settled_inside(world: &World, unit: usize, span: &Span) -> Amount {
    Count(world.cases.of_unit(unit, span).settled_inside)
}

/// Resolved in time, of those due.
pub fn on_time(world: &World, unit: usize, span: &Span) -> Amount {
    let cohort = world.cases.of_unit(unit, span);
    Share(cohort.on_time, cohort.due)
}

/// Satisfied, of those rated.
pub fn satisfied(world: &World, unit: usize, span: &Span) -> Amount {
    let cohort = world.cases.of_unit(unit, span);
    Share(cohort.satisfied, cohort.rated)
}

/// Placed again, of those ordered.
pub fn repeated(world: &World, unit: usize, span: &Span) -> Amount {
    let cohort = world.cases.of_unit(unit, span);
    Share(cohort.repeated, cohort.ordered)
}

/// Days to resolution.
pub fn days_to_resolve(world: &World, unit: usize, span: &Span) -> Amount {
    let cohort = world.cases.of_unit(unit, span);
    Mean(cohort.days, cohort.resolved)
}

/// Cases against households.
pub fn cases_per_household(world: &World, unit: usize, span: &Span) -> Amount {
    let cases = world.cases.of_unit(unit, span).taken;
    Share(cases, world.plan.households(unit, span.last))
}

// Organisation.

/// Compounds with a party branch.
pub fn compound_branches(world: &World, unit: usize, span: &Span) -> Amount {
    Count(world.at_end(unit, world.unit(unit).branches, 27, span))
}

/// Grids with a party group.
pub fn grid_groups(world: &World, unit: usize, span: &Span) -> Amount {
    Count(world.at_end(unit, world.unit(unit).groups, 10, span))
}

/// Grids with a party group, of all grids.
pub fn grids_with_group(world: &World, unit: usize, span: &Span) -> Amount {
    let Unit { groups, grids, .. } = *world.unit(unit);
    Share(world.at_end(unit, groups, 10, span), grids)
}

/// Buildings with a member household.
pub fn member_households(world: &World, unit: usize, span: &Span) -> Amount {
    Count(world.at_end(unit, world.unit(unit).member_households, 40, span))
}

/// Compounds with a branch or a group, of all compounds.
pub fn compounds_with_organisation(world: &World, unit: usize, span: &Span) -> Amount {
    let unit_ = world.unit(unit);
    let with = unit_.compounds - unit_.compounds_without;
    Share(world.at_end(unit, with, 15, span), unit_.compounds)
}

/// Compounds.
pub fn compounds(world: &World, unit: usize, _: &Span) -> Amount {
    Count(world.unit(unit).compounds)
}

/// Grids.
pub fn grids(world: &World, unit: usize, _: &Span) -> Amount {
    Count(world.unit(unit).grids)
}

/// Buildings.
pub fn buildings(world: &World, unit: usize, _: &Span) -> Amount {
    Count(world.unit(unit).buildings)
}

/// Building heads.
pub fn building_heads(world: &World, unit: usize, span: &Span) -> Amount {
    let finally = world.unit(unit).buildings * 96 / 100;
    Count(world.at_end(unit, finally, 20, span))
}

/// Households.
pub fn households(world: &World, unit: usize, span: &Span) -> Amount {
    Count(world.plan.households(unit, span.last))
}

/// The district's own centre.
pub fn district_centre(_: &World, unit: usize, _: &Span) -> Amount {
    Count(u64::from(unit == 0))
}

/// The sub-district's centre.
pub fn subdistrict_centre(world: &World, unit: usize, _: &Span) -> Amount {
    Count(world.once(unit, 1))
}

/// The community's centre. One in forty had none at first, and some have none yet.
pub fn community_centre(world: &World, unit: usize, span: &Span) -> Amount {
    let without = world.unit(unit).phase < 150 + 10 * World::age(span).max(0) as u64;
    let unborn = world.stories().is_unborn(unit, span.last);
    Count(u64::from(!without && !unborn))
}

// Staffing.

/// Grid workers.
pub fn grid_staff(world: &World, unit: usize, span: &Span) -> Amount {
    Count(world.grid_staff(unit, span.last))
}

/// Grid workers against households.
pub fn grid_staff_per_household(world: &World, unit: usize, span: &Span) -> Amount {
    let households = world.plan.households(unit, span.last);
    Share(world.grid_staff(unit, span.last), households)
}

/// Community workers.
pub fn community_workers(world: &World, unit: usize, span: &Span) -> Amount {
    Count(world.at_end(unit, world.unit(unit).workers, 25, span))
}

/// Community workers with the qualification.
pub fn qualified_workers(world: &World, unit: usize, span: &Span) -> Amount {
    let workers = world.at_end(unit, world.unit(unit).workers, 25, span);
    let finally = 560 + world.unit(unit).phase / 40;
    let per_mille = finally.saturating_sub(2 * World::age(span).max(0) as u64);
    Share(workers * per_mille / 1000, workers)
}

// Premises.

/// Office area.
pub fn office_area(world: &World, unit: usize, span: &Span) -> Amount {
    Count(world.office_area(unit, span.last))
}

/// Communities whose office meets the standard.
pub fn offices_meeting_standard(world: &World, unit: usize, span: &Span) -> Amount {
    let area = world.office_area(unit, span.last);
    Share(u64::from(area >= 600), u64::from(area > 0))
}

/// Outdoor space.
pub fn outdoor_area(world: &World, unit: usize, _: &Span) -> Amount {
    let mut rng = Rng::stream(world.plan.seed, "outdoor", unit as u64, 0);
    Count(620 + 20 * (rng.below(70) + rng.below(50)))
}

/// The service centre's area.
pub fn centre_area(world: &World, unit: usize, span: &Span) -> Amount {
    let mut rng = Rng::stream(world.plan.seed, "centre", unit as u64, 0);
    let area = 320 + 10 * (rng.below(50) + rng.below(40));
    match community_centre(world, unit, span) {
        Count(0) => Count(0),
        _ => Count(area),
    }
}

// Participation.

/// Registered volunteers.
pub fn volunteers(world: &World, unit: usize, span: &Span) -> Amount {
    Count(world.at_end(unit, world.unit(unit).volunteers, 70, span))
}

/// Volunteer services.
pub fn volunteer_services(world: &World, unit: usize, span: &Span) -> Amount {
    let mut rng = world.draw("services", unit, span);
    let volunteers = world.at_end(unit, world.unit(unit).volunteers, 70, span);
    Count(rng.arrivals(64 + volunteers * 64 * 14 / 100))
}

/// Places at activities that were taken up, of those offered.
pub fn activity_attendance(world: &World, unit: usize, span: &Span) -> Amount {
    let mut rng = world.draw("activities", unit, span);
    let places = 20 * rng.between(2, 9) as u64;
    let chance = 7_700 + rng.wobble(60);
    Share(rng.binomial(places, chance), places)
}

// Meetings.

/// Deliberation meetings.
pub fn meetings(world: &World, unit: usize, span: &Span) -> Amount {
    let mut rng = world.draw("meetings", unit, span);
    Count(1 + rng.binomial(5, 6_700))
}

/// Resolutions of deliberation meetings carried out, of those that fell due.
pub fn resolutions_carried_out(world: &World, unit: usize, span: &Span) -> Amount {
    let mut rng = world.draw("resolutions", unit, span);
    let due = 14 + rng.binomial(24, 5_000);
    Share(rng.binomial(due, 8_600), due)
}

// Delegation.

/// Items delegated to the sub-district.
pub fn delegated_items(world: &World, unit: usize, span: &Span) -> Amount {
    let years_ago = (World::age(span).max(0) / 12) as u64;
    let items = 58 - 4 * years_ago + world.unit(unit).subdistrict as u64 % 3;
    Count(world.once(unit, items))
}

/// Delegated matters finished by the sub-district itself, of all that came in.
pub fn delegated_matters_finished(world: &World, unit: usize, span: &Span) -> Amount {
    let mut rng = world.draw("delegated", unit, span);
    let came_in = world.once(unit, 190 + rng.below(30));
    let chance = if world.unit(unit).subdistrict == 2 {
        9_150 - 38 * World::age(span)
    } else {
        8_550
    };
    Share(rng.binomial(came_in, chance), came_in)
}

// Funding.

/// Service funds of the year, 10,000 yuan.
pub fn service_funds(world: &World, unit: usize, span: &Span) -> Amount {
    let finally = 12 + world.unit(unit).households / 260;
    Count(world.at_end(unit, finally, 30, span))
}

/// Service funds spent since January, 10,000 yuan.
pub fn service_funds_spent(world: &World, unit: usize, span: &Span) -> Amount {
    let budget = 12 + world.unit(unit).households / 260;
    let budget = world
        .plan
        .grown(unit, budget, 30, Month::new(span.last.year(), 12));
    let per_mille = 76 * span.months().count() as u64 + world.unit(unit).phase / 200;
    Count(budget * per_mille / 1000)
}
