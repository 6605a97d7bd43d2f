//! What lies below the communities: grids, compounds and buildings, and what is counted there.
//! Every count adds up to the community's own of the last ripe quarter or month.

use super::areas::{Area, Level};
use super::calendar::{LAST_RIPE, Span};
use super::measures::{Amount, World};
use super::observations::Observation;
use super::plan::{Unit, community_names};
use super::rng::{Rng, apportion};
use crate::model::Status;

/// The areas below the communities and their figures.
pub struct Below {
    /// Grids, compounds and buildings, community by community.
    pub areas: Vec<Area>,
    /// Figures of the theme organisation, by the area's index in `areas`.
    pub organisation: Vec<Observation>,
    /// Figures of the theme participation, likewise.
    pub participation: Vec<Observation>,
}

/// Lays out what lies below every community.
pub fn lay_out(world: &World) -> Below {
    let mut below = Below {
        areas: Vec::new(),
        organisation: Vec::new(),
        participation: Vec::new(),
    };
    for (index, unit) in world.plan.units.iter().enumerate() {
        let mut rng = Rng::stream(world.plan.seed, "units below", index as u64, 0);
        let households = world.plan.households(index, LAST_RIPE);
        let volunteers = world.plan.grown(index, unit.volunteers, 70, LAST_RIPE);
        below.add_community(unit, households, volunteers, &mut rng);
    }
    let order = |row: &Observation| (row.indicator, row.area);
    below.organisation.sort_by_key(order);
    below.participation.sort_by_key(order);
    below
}

impl Below {
    fn add_community(&mut self, unit: &Unit, households: u64, volunteers: u64, rng: &mut Rng) {
        let (zh, en) = community_names(unit.subdistrict, unit.number);
        let grids = self.add_grids(unit, volunteers, rng, (&zh, &en));
        let compounds = self.add_compounds(unit, &grids, households, rng, (&zh, &en));
        self.add_buildings(unit, &grids, &compounds, rng, (&zh, &en));
    }

    fn add_grids(
        &mut self,
        unit: &Unit,
        volunteers: u64,
        rng: &mut Rng,
        (zh, en): (&str, &str),
    ) -> Vec<String> {
        let weights: Vec<u64> = (0..unit.grids)
            .map(|_| {
                if rng.below(14) == 0 {
                    1
                } else {
                    30 + rng.below(90)
                }
            })
            .collect();
        let shares = apportion(volunteers, &weights, &vec![volunteers; weights.len()]);
        let is_suppressed = suppressed(&shares);
        let has_group = scatter(unit.groups, unit.grids, rng);
        let mut codes = Vec::new();
        for place in 0..unit.grids as usize {
            let number = place + 1;
            let code = format!("{}g{number:02}", unit.code);
            let names = (format!("{zh}第{number}网格"), format!("{en} Grid {number}"));
            let area = self.add(Level::Grid, &code, names, &unit.code);
            self.organise("grid-party-groups", area, quarter(), has_group[place]);
            self.participation.push(Observation {
                indicator: "registered-volunteers",
                area,
                span: Span::month(LAST_RIPE),
                category: None,
                amount: Amount::Count(shares[place]),
                status: match is_suppressed[place] {
                    true => Status::Suppressed,
                    false => Status::Normal,
                },
            });
            codes.push(code);
        }
        codes
    }

    fn add_compounds(
        &mut self,
        unit: &Unit,
        grids: &[String],
        households: u64,
        rng: &mut Rng,
        (zh, en): (&str, &str),
    ) -> Vec<String> {
        let count = unit.compounds as usize;
        let weights: Vec<u64> = (0..count).map(|_| 40 + rng.below(120)).collect();
        let shares = apportion(households, &weights, &vec![households; count]);
        let has_branch = scatter(unit.branches, unit.compounds, rng);
        let mut codes = Vec::new();
        for place in 0..count {
            let number = place + 1;
            let code = format!("{}c{number:02}", unit.code);
            let names = (
                format!("{zh}第{number}小区"),
                format!("{en} Compound {number}"),
            );
            let area = self.add(Level::Compound, &code, names, &grids[place % grids.len()]);
            let month = Span::month(LAST_RIPE);
            self.organise("compound-branches", area, month, has_branch[place]);
            self.organise("households", area, quarter(), shares[place]);
            codes.push(code);
        }
        codes
    }

    fn add_buildings(
        &mut self,
        unit: &Unit,
        grids: &[String],
        compounds: &[String],
        rng: &mut Rng,
        (zh, en): (&str, &str),
    ) {
        let has_member_household = scatter(unit.member_households, unit.buildings, rng);
        let parents = if compounds.is_empty() {
            grids
        } else {
            compounds
        };
        for place in 0..unit.buildings as usize {
            let number = place + 1;
            let code = format!("{}b{number:03}", unit.code);
            let names = (
                format!("{zh}{number}号楼"),
                format!("{en} Building {number}"),
            );
            let parent = &parents[place % parents.len()];
            let area = self.add(Level::Building, &code, names, parent);
            let count = has_member_household[place];
            self.organise("member-households", area, quarter(), count);
        }
    }

    fn add(&mut self, level: Level, code: &str, names: (String, String), parent: &str) -> usize {
        self.areas.push(Area {
            code: code.to_string(),
            names,
            level,
            parent: parent.to_string(),
            valid_from: None,
            valid_to: None,
            units: Vec::new(),
        });
        self.areas.len() - 1
    }

    fn organise(&mut self, indicator: &'static str, area: usize, span: Span, count: u64) {
        self.organisation.push(Observation {
            indicator,
            area,
            span,
            category: None,
            amount: Amount::Count(count),
            status: Status::Normal,
        });
    }
}

fn quarter() -> Span {
    Span::quarter(LAST_RIPE)
}

/// `some` ones and for the rest zeros, in a random order.
fn scatter(some: u64, all: u64, rng: &mut Rng) -> Vec<u64> {
    let mut flags: Vec<u64> = (0..all).map(|place| u64::from(place < some)).collect();
    rng.shuffle(&mut flags);
    flags
}

/// Which counts of persons are kept back: those of 1 to 4, and where that is one alone the least of the
/// others too, or it would follow from the sum.
fn suppressed(persons: &[u64]) -> Vec<bool> {
    let mut kept_back: Vec<bool> = persons.iter().map(|it| (1..=4).contains(it)).collect();
    if kept_back.iter().filter(|it| **it).count() == 1 {
        let others = (0..persons.len()).filter(|place| !kept_back[*place] && persons[*place] > 0);
        if let Some(least) = others.min_by_key(|place| persons[*place]) {
            kept_back[least] = true;
        }
    }
    kept_back
}
