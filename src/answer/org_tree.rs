//! The tree below an area, and in how much of it there is an organisation: groups in grids, branches
//! in compounds, member households in buildings, counted unit by unit.
//!
//! A unit whose figure is missing or suppressed is neither with nor without: it is counted apart, and
//! nothing is worked out for it from what stands above.

use super::organisation::OrganisationQuestion;
use super::units::{LackingUnit, is_covered};
use crate::model::{AreaId, IndicatorId, Kind, LevelId, Nature, Period, Role, Value, sort_by_key};
use crate::package::Package;
use crate::query::{RowPlace, levels_with_rows, readings, standing_period};

/// An organisation that each unit of a level should have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnitKind {
    /// The count of the organisations.
    pub indicator: IndicatorId,
    /// Its role.
    pub role: Role,
    /// The level of the units.
    pub level: LevelId,
    /// The period of their rows, which may be another than the one asked for.
    pub period: Period,
}

/// How far one kind of organisation reaches: the units of an area, itself included.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct UnitReach {
    /// Number of units.
    pub all: usize,
    /// Number of units in which something stands.
    pub covered: usize,
    /// Number of units of which that cannot be said.
    pub unknown: usize,
    /// How many organisations the units have by their own figures; a unit may have several.
    pub held: f64,
    /// What the area itself publishes, where that is an exact number: organisations, of which a unit
    /// may have several.
    pub published: Option<f64>,
    /// By how much that exceeds what the units have, below zero where it is less; none where the figure
    /// of a unit is not known, and where the two are of different times.
    pub excess: Option<f64>,
    /// The row of the area itself.
    pub place: Option<RowPlace>,
}

impl UnitReach {
    /// Number of units in which nothing stands.
    pub fn lacking(&self) -> usize {
        self.all.saturating_sub(self.covered + self.unknown)
    }

    /// The part of the units of which it can be said that are covered; none where there is none.
    pub fn share(&self) -> Option<f64> {
        let known = self.all.saturating_sub(self.unknown);
        (known > 0).then(|| self.covered as f64 / known as f64)
    }
}

/// An area of the tree.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OrgNode {
    /// The area.
    pub area: AreaId,
    /// Its level.
    pub level: LevelId,
    /// The node that it lies in; none for the first.
    pub parent: Option<usize>,
    /// The node after the last one that lies in it.
    pub end: usize,
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct OrgTree {
    /// What was asked.
    pub question: OrganisationQuestion,
    /// The organisations that are counted unit by unit, those of the highest units first; none where
    /// the package lists no units with a figure.
    pub kinds: Vec<UnitKind>,
    /// The area and all that lies in it at the end of the period: each before its parts, these in the
    /// order of the package.
    pub nodes: Vec<OrgNode>,
    /// Of each kind the reach of each node. One list a kind: of thousands of areas a single one is a block
    /// of memory that seldom finds room where an earlier one stood.
    reach: Vec<Vec<UnitReach>>,
    /// How many areas of each level lie in the first node, in the second, …
    below: Vec<u32>,
    level_count: usize,
}

impl OrgTree {
    /// The node of an area.
    pub fn find(&self, area: AreaId) -> Option<usize> {
        self.nodes.iter().position(|node| node.area == area)
    }

    /// The nodes right inside one, in the order of the package.
    pub fn parts(&self, at: usize) -> Vec<usize> {
        let Some(end) = self.nodes.get(at).map(|node| node.end) else {
            return Vec::new();
        };
        let mut parts = Vec::new();
        let mut next = at + 1;
        while next < end {
            parts.push(next);
            next = self.nodes[next].end.max(next + 1);
        }
        parts
    }

    /// How far a kind of organisation reaches in a node.
    pub fn reach(&self, at: usize, kind: usize) -> UnitReach {
        let own = self.reach.get(kind).and_then(|nodes| nodes.get(at));
        own.copied().unwrap_or_default()
    }

    /// How many areas of a level lie in a node, itself left out.
    pub fn count_below(&self, at: usize, level: LevelId) -> usize {
        let place = at * self.level_count + usize::from(level.0);
        self.below.get(place).map_or(0, |count| *count as usize)
    }

    /// The levels of what lies in a node with the number of areas of each, the highest first.
    pub fn levels_below(&self, at: usize) -> Vec<(LevelId, usize)> {
        let levels = (0..self.level_count).map(|level| LevelId(level as u8));
        levels
            .map(|level| (level, self.count_below(at, level)))
            .filter(|(_, count)| *count > 0)
            .collect()
    }

    /// The units in a node, itself included, in which nothing of a kind stands, in the order of the
    /// package.
    pub fn lacking(&self, at: usize, kind: usize) -> Vec<LackingUnit> {
        let (Some(node), Some(about)) = (self.nodes.get(at), self.kinds.get(kind)) else {
            return Vec::new();
        };
        let units = (at..node.end).filter(|at| self.nodes[*at].level == about.level);
        let without = units.filter(|at| self.reach(*at, kind).lacking() > 0);
        without
            .map(|at| LackingUnit {
                area: self.nodes[at].area,
                place: self.reach(at, kind).place,
            })
            .collect()
    }

    /// The parts of a node that lack most of a kind first, equals in the order of the package; those
    /// that lack none are left out.
    pub fn most_lacking(&self, at: usize, kind: usize) -> Vec<(usize, usize)> {
        let parts = self.parts(at).into_iter();
        let mut lacking: Vec<(usize, usize)> = parts
            .map(|part| (part, self.reach(part, kind).lacking()))
            .filter(|(_, lacking)| *lacking > 0)
            .collect();
        sort_by_key(&mut lacking, |(_, lacking)| std::cmp::Reverse(*lacking));
        lacking
    }
}

/// The tree below an area.
pub fn org_tree(package: &Package, question: OrganisationQuestion) -> OrgTree {
    let mut tree = OrgTree {
        kinds: kinds(package, &question),
        nodes: nodes(package, &question),
        question,
        reach: Vec::new(),
        below: Vec::new(),
        level_count: package.descriptor.levels.len(),
    };
    tree.below = vec![0; tree.nodes.len() * tree.level_count];
    tree.reach = vec![vec![UnitReach::default(); tree.nodes.len()]; tree.kinds.len()];
    for at in 0..tree.nodes.len() {
        count_up(&mut tree, at);
    }
    for kind in 0..tree.kinds.len() {
        read_units(package, &mut tree, kind);
        read_published(package, &mut tree, kind);
    }
    tree
}

/// Which organisations are counted unit by unit: those whose units have rows of their own.
fn kinds(package: &Package, question: &OrganisationQuestion) -> Vec<UnitKind> {
    const KINDS: [(Role, &str); 3] = [
        (Role::OrganisationGroups, "grid"),
        (Role::OrganisationBranches, "compound"),
        (Role::OrganisationMemberHouseholds, "building"),
    ];
    let own_level = package.areas.get(question.area).level;
    let kind = |(role, word): (Role, &str)| {
        let level = package.descriptor.level(word)?;
        let mut counts = package.indicators.iter().filter(|(_, it)| {
            it.role == Some(role) && it.kind == Kind::Count && it.nature == Nature::Inventory
        });
        let (indicator, _) =
            counts.find(|(id, _)| levels_with_rows(package, *id).contains(&level))?;
        let period = standing_period(package, indicator, level, question.period)?;
        (level >= own_level).then_some(UnitKind {
            indicator,
            role,
            level,
            period,
        })
    };
    KINDS.into_iter().filter_map(kind).collect()
}

/// The area and what lies in it. What lies in an area that is no more is put where that one lay.
fn nodes(package: &Package, question: &OrganisationQuestion) -> Vec<OrgNode> {
    let end = question.period.last_month();
    let mut nodes: Vec<OrgNode> = Vec::new();
    // What is still to be entered, the next one last.
    let mut waiting: Vec<(AreaId, Option<usize>)> = vec![(question.area, None)];
    while let Some((area, parent)) = waiting.pop() {
        let stands = parent.is_none() || package.areas.is_valid_in(area, end);
        let inner = match stands {
            true => Some(nodes.len()),
            false => parent,
        };
        if stands {
            nodes.push(OrgNode {
                area,
                level: package.areas.get(area).level,
                parent,
                end: nodes.len() + 1,
            });
        }
        let parts = package.areas.children(area).iter().rev();
        waiting.extend(parts.map(|part| (*part, inner)));
    }
    // Parts come after their whole, so that going back each end is final when it is passed on.
    for at in (0..nodes.len()).rev() {
        let OrgNode { parent, end, .. } = nodes[at];
        if let Some(parent) = parent {
            nodes[parent].end = nodes[parent].end.max(end);
        }
    }
    nodes
}

/// Counts a node in everything that it lies in.
fn count_up(tree: &mut OrgTree, at: usize) {
    let level = usize::from(tree.nodes[at].level.0);
    let mut holder = tree.nodes[at].parent;
    while let Some(outer) = holder {
        tree.below[outer * tree.level_count + level] += 1;
        holder = tree.nodes[outer].parent;
    }
}

fn read_units(package: &Package, tree: &mut OrgTree, kind: usize) {
    let about = tree.kinds[kind];
    let units: Vec<usize> = (0..tree.nodes.len())
        .filter(|at| tree.nodes[*at].level == about.level)
        .collect();
    let areas: Vec<AreaId> = units.iter().map(|at| tree.nodes[*at].area).collect();
    let own = readings(package, about.indicator, &areas, about.period);
    for (unit, reading) in units.into_iter().zip(own) {
        let covered = is_covered(reading.value);
        let held = reading.value.exact().unwrap_or(0.0);
        let mut holder = Some(unit);
        while let Some(at) = holder {
            let reach = &mut tree.reach[kind][at];
            reach.all += 1;
            reach.held += held;
            reach.covered += usize::from(covered == Some(true));
            reach.unknown += usize::from(covered.is_none());
            holder = tree.nodes[at].parent;
        }
    }
}

/// What areas on every level publish themselves.
fn read_published(package: &Package, tree: &mut OrgTree, kind: usize) {
    let about = tree.kinds[kind];
    for level in levels_with_rows(package, about.indicator) {
        let Some(period) = standing_period(package, about.indicator, level, tree.question.period)
        else {
            continue;
        };
        let of_level: Vec<usize> = (0..tree.nodes.len())
            .filter(|at| tree.nodes[*at].level == level)
            .collect();
        let areas: Vec<AreaId> = of_level.iter().map(|at| tree.nodes[*at].area).collect();
        let own = readings(package, about.indicator, &areas, period);
        for (at, reading) in of_level.into_iter().zip(own) {
            let reach = &mut tree.reach[kind][at];
            reach.place = reading.place;
            reach.published = match reading.value {
                Value::Known(number) => Some(number),
                Value::Bounded(..) | Value::Missing(_) => None,
            };
            let is_told = reach.unknown == 0 && period.shares_a_month_with(about.period);
            reach.excess = reach.published.filter(|_| is_told);
            reach.excess = reach.excess.map(|published| published - reach.held);
        }
    }
}
