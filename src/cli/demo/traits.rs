//! What each community is like: sizes that differ widely, tendencies that differ mildly, and the
//! district's totals shared out among them. Must not know any month's figures.

use super::plan::Unit;
use super::rng::{Rng, apportion};
use super::stories::Stories;

/// Totals of the district where it has 163 communities; others get their share.
const GRIDS: u64 = 583;
const COMPOUNDS: u64 = 742;
const BUILDINGS: u64 = 4108;
const COMPOUNDS_WITHOUT_BRANCH: u64 = 68;
const COMPOUNDS_WITHOUT_ANY: u64 = 17;
const GRIDS_WITHOUT_GROUP: u64 = 61;
const GRIDS_WITHOUT_GROUP_IN_ONE_SUBDISTRICT: u64 = 23;
const GRID_STAFF: u64 = 907;
const OFFICES_UNDER_STANDARD: u64 = 42;

/// Fills in everything of a unit but its code and place.
pub fn assign(units: &mut [Unit], stories: &Stories, seed: u64) {
    for (index, unit) in units.iter_mut().enumerate() {
        size(unit, index, stories, seed);
        tend(unit, index, stories, seed);
    }
    lay_out_below(units, stories, seed);
    give_premises(units, stories, seed);
}

fn size(unit: &mut Unit, index: usize, stories: &Stories, seed: u64) {
    let mut rng = Rng::stream(seed, "size", index as u64, 0);
    unit.phase = rng.below(10_000);
    unit.growth = rng.between(6, 18);
    unit.households = if rng.below(28) == 0 {
        rng.between(380, 700) as u64
    } else {
        (1000 + rng.below(1500) + rng.below(1300)).min(3450)
    };
    unit.case_intensity = 38 + rng.below(45) + rng.below(55);
    let split_parts = stories.split.as_ref().map(|split| split.parts);
    let oversize = stories.oversize.iter().find(|(at, _)| *at == index);
    if let Some((_, households)) = oversize {
        unit.households = *households;
        unit.growth = 30;
        if *households > 5000 {
            unit.case_intensity = 176;
        }
    } else if split_parts.is_some_and(|parts| parts.contains(&index)) {
        unit.households = 2020 + 40 * (index as u64 % 2);
        unit.growth = 12;
    }
    let fixed = [
        (stories.slipped, 2380, 71),
        (stories.improved, 3180, 126),
        (stories.always_low, 2960, 120),
        (stories.noisy, 412, 50),
        (stories.without_compounds, 1240, 70),
    ];
    for (at, households, case_intensity) in fixed {
        if at == index && oversize.is_none() {
            (unit.households, unit.case_intensity) = (households, case_intensity);
        }
    }
}

fn tend(unit: &mut Unit, index: usize, stories: &Stories, seed: u64) {
    let mut shared = Rng::stream(seed, "sub-district", unit.subdistrict as u64, 0);
    let mut rng = Rng::stream(seed, "tendency", index as u64, 0);
    unit.on_time = 8_870 + shared.wobble(20) + rng.wobble(70);
    unit.satisfied = 9_300 + shared.wobble(15) + rng.wobble(45);
    unit.covered = 9_230 + shared.wobble(15) + rng.wobble(60);
    unit.answered = 9_280 + shared.wobble(15) + rng.wobble(50);
    if index == stories.slipped {
        unit.on_time = 8_810;
    } else if index == stories.improved {
        unit.on_time = 8_840;
    } else if index == stories.always_low {
        unit.on_time = 7_270;
    } else if index == stories.noisy {
        unit.on_time = 8_700;
    }
}

fn lay_out_below(units: &mut [Unit], stories: &Stories, seed: u64) {
    let mut rng = Rng::stream(seed, "below", 0, 0);
    let count = units.len() as u64;
    let scaled = |total: u64| (total * count + 81) / 163;
    let households: Vec<u64> = units.iter().map(|unit| unit.households).collect();
    let above = |total: u64, least: &[u64]| {
        let rest = scaled(total).saturating_sub(least.iter().sum());
        let extra = apportion(rest, &households, &vec![rest; least.len()]);
        least
            .iter()
            .zip(extra)
            .map(|(a, b)| a + b)
            .collect::<Vec<_>>()
    };
    let grids = above(GRIDS, &vec![1; units.len()]);
    let mut least = grids.clone();
    least[stories.without_compounds] = 0;
    let mut compounds = above(COMPOUNDS, &least);
    let moved = std::mem::take(&mut compounds[stories.without_compounds]);
    compounds[stories.slipped] += moved;
    let buildings = above(BUILDINGS, &grids);
    let mut weights =
        |of: &[u64]| -> Vec<u64> { of.iter().map(|n| n * (10 + rng.below(90))).collect() };
    let without_branch = apportion(
        scaled(COMPOUNDS_WITHOUT_BRANCH),
        &weights(&compounds),
        &compounds,
    );
    let without_any = apportion(
        scaled(COMPOUNDS_WITHOUT_ANY),
        &weights(&without_branch),
        &without_branch,
    );
    let few = |unit: &Unit| unit.subdistrict == stories.few_groups_subdistrict;
    let caps_where = |inside: bool| -> Vec<u64> {
        (units.iter().zip(&grids))
            .map(|(unit, n)| if few(unit) == inside { *n } else { 0 })
            .collect()
    };
    let (inside, outside) = (caps_where(true), caps_where(false));
    let few_missing = scaled(GRIDS_WITHOUT_GROUP_IN_ONE_SUBDISTRICT);
    let missing_inside = apportion(few_missing, &weights(&inside), &inside);
    let missing_outside = apportion(
        scaled(GRIDS_WITHOUT_GROUP) - few_missing,
        &weights(&outside),
        &outside,
    );
    let staff_weights: Vec<u64> = (households.iter())
        .map(|n| n * (80 + rng.below(41)))
        .collect();
    let staff_rest = scaled(GRID_STAFF) - count;
    let staff = apportion(staff_rest, &staff_weights, &vec![staff_rest; units.len()]);
    for (i, unit) in units.iter_mut().enumerate() {
        unit.grids = grids[i];
        unit.compounds = compounds[i];
        unit.buildings = buildings[i];
        unit.branches = compounds[i] - without_branch[i];
        unit.compounds_without = without_any[i];
        unit.groups = grids[i] - missing_inside[i] - missing_outside[i];
        unit.member_households = buildings[i] * (62 + rng.below(33)) / 100;
        unit.grid_staff = staff[i] + 1;
        unit.workers = 4 + unit.households / 320 + rng.below(4);
        unit.volunteers = unit.households * (60 + rng.below(80)) / 1000;
    }
}

fn give_premises(units: &mut [Unit], stories: &Stories, seed: u64) {
    let mut rng = Rng::stream(seed, "premises", 0, 0);
    let new_part = stories.split.as_ref().map(|split| split.parts[1]);
    let mut order: Vec<usize> = (0..units.len()).collect();
    rng.shuffle(&mut order);
    order.sort_by_key(|&unit| Some(unit) != new_part);
    let under = (OFFICES_UNDER_STANDARD * units.len() as u64 + 81) / 163;
    for (place, unit) in order.into_iter().enumerate() {
        let meets = place as u64 >= under;
        units[unit].office_area = if meets {
            600 + 10 * (rng.below(30) + rng.below(26))
        } else {
            330 + 10 * rng.below(27)
        };
        units[unit].office_age_months = if meets && rng.below(4) == 0 {
            rng.between(1, 34) as i32
        } else {
            i32::MAX
        };
    }
}
