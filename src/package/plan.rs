//! Which files a view needs, so that nothing else is fetched for it.

use super::descriptor::{Resource, TableKind};
use super::open::{FileState, Package};
use crate::model::{IndicatorId, LevelId, Period, sort_by_key};

/// What a view shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Need {
    /// Headline indicators at these levels, over all periods.
    Headlines {
        /// The levels.
        levels: Vec<LevelId>,
    },
    /// One indicator at these levels: at a period, or at the newest there is.
    Indicator {
        /// The indicator; none while it is not known which.
        indicator: Option<IndicatorId>,
        /// The levels.
        levels: Vec<LevelId>,
        /// The period; the newest where none.
        period: Option<Period>,
    },
    /// Indicators at these levels over all periods, and what standards are about.
    Series {
        /// The indicators.
        indicators: Vec<IndicatorId>,
        /// The levels.
        levels: Vec<LevelId>,
    },
    /// The same indicators broken down: files of observations with dimensions.
    Categories {
        /// The indicators.
        indicators: Vec<IndicatorId>,
        /// The levels.
        levels: Vec<LevelId>,
    },
    /// Every file of areas, down to the lowest level.
    Areas,
    /// Outlines of areas.
    Geometry,
    /// Every file.
    Everything,
}

/// Places of the files that are still to be read for a need, in the order in which to read them.
/// Reference tables come first, since observations get their meaning from them, and upper areas
/// before lower ones. Empty when the view has all it needs.
pub fn needed_files(package: &Package, need: &Need) -> Vec<usize> {
    let about = &package.descriptor.resources;
    // A reader's own file comes in another way.
    let unread = |at: &usize| matches!(package.files[*at], FileState::Unread) && !about[*at].is_own;
    // Which files of observations hold one indicator is known once the indicators are.
    let indicators_known = package.table_is_settled(TableKind::Indicators);
    let observations = match need {
        Need::Indicator { .. } if !indicators_known => Vec::new(),
        _ => needed_observations(package, need),
    };
    let mut needed: Vec<usize> = (0..about.len())
        .filter(|at| match about[*at].table {
            TableKind::Indicators | TableKind::Sources => true,
            TableKind::Areas => {
                let mut files = observations.iter().map(|at| &about[*at]);
                is_needed_for_levels(&about[*at], need)
                    || files.any(|file| may_share_level(&about[*at], file))
            }
            // What a comparison can be held against.
            TableKind::Standards => !matches!(need, Need::Headlines { .. } | Need::Geometry),
            TableKind::Lineage => {
                matches!(need, Need::Everything | Need::Series { .. } | Need::Areas)
            }
            TableKind::Revisions => *need == Need::Everything,
            TableKind::Geometry => matches!(need, Need::Everything | Need::Geometry),
            TableKind::Observations | TableKind::Other => false,
        })
        .collect();
    // The lineage names places of any level.
    sort_by_key(&mut needed, |at| {
        let is_lineage = about[*at].table == TableKind::Lineage;
        (is_lineage, about[*at].levels.iter().min().copied())
    });
    let references_settled = !needed.iter().any(unread);
    if references_settled || !matches!(need, Need::Indicator { .. }) {
        needed.extend(observations);
    }
    needed.into_iter().filter(unread).collect()
}

fn is_needed_for_levels(resource: &Resource, need: &Need) -> bool {
    match need {
        Need::Headlines { levels }
        | Need::Indicator { levels, .. }
        | Need::Categories { levels, .. }
        | Need::Series { levels, .. } => holds_level(resource, levels),
        Need::Geometry => false,
        Need::Areas | Need::Everything => true,
    }
}

/// True where a file of observations may speak of places in a file of areas.
fn may_share_level(areas: &Resource, observations: &Resource) -> bool {
    observations.levels.is_empty() || holds_level(areas, &observations.levels)
}

fn holds_level(resource: &Resource, levels: &[LevelId]) -> bool {
    resource.levels.is_empty()
        || levels.is_empty()
        || levels.iter().any(|level| resource.levels.contains(level))
}

fn needed_observations(package: &Package, need: &Need) -> Vec<usize> {
    let about = &package.descriptor.resources;
    let every = || (0..about.len()).filter(|at| about[*at].table == TableKind::Observations);
    let all = || every().filter(|at| about[*at].dimensions.is_empty());
    match need {
        Need::Geometry => Vec::new(),
        Need::Everything => every().collect(),
        Need::Areas => Vec::new(),
        Need::Categories { indicators, levels } => every()
            .filter(|at| {
                let mut ids = indicators.iter();
                !about[*at].dimensions.is_empty()
                    && ids.any(|id| may_hold(package, &about[*at], *id, levels))
            })
            .collect(),
        Need::Headlines { levels } => {
            let marked = all().any(|at| about[at].headline);
            let headline: Vec<usize> = all().filter(|at| about[*at].headline || !marked).collect();
            let of_levels = headline
                .iter()
                .filter(|at| holds_level(&about[**at], levels));
            let of_levels: Vec<usize> = of_levels.copied().collect();
            // Where these levels publish nothing of their own, they are summed from their parts.
            if of_levels.is_empty() {
                headline
            } else {
                of_levels
            }
        }
        Need::Series { indicators, levels } => all()
            .filter(|at| {
                let mut ids = indicators.iter();
                ids.any(|id| may_hold(package, &about[*at], *id, levels))
            })
            .collect(),
        Need::Indicator {
            indicator,
            levels,
            period,
        } => {
            let Some(id) = *indicator else {
                return Vec::new();
            };
            let holding: Vec<usize> = all()
                .filter(|at| may_hold(package, &about[*at], id, levels))
                .collect();
            match period {
                Some(period) => holding
                    .into_iter()
                    .filter(|at| may_hold_period(&about[*at], *period))
                    .collect(),
                None => newest(package, &holding, id, levels),
            }
        }
    }
}

/// True where a file may hold values of an indicator at one of these levels.
fn may_hold(package: &Package, resource: &Resource, id: IndicatorId, levels: &[LevelId]) -> bool {
    let indicator = package.indicators.get(id);
    (resource.themes.is_empty() || resource.themes.contains(&indicator.theme))
        && (!resource.headline || indicator.headline)
        && holds_level(resource, levels)
}

fn may_hold_period(resource: &Resource, period: Period) -> bool {
    resource.periods.is_none_or(|(from, to)| {
        let after = (period.start_year(), period.start_month()) > (to.end_year(), to.end_month());
        let before =
            (period.end_year(), period.end_month()) < (from.start_year(), from.start_month());
        !after && !before
    })
}

/// Of the files that may hold an indicator, those that must be read to know its newest values:
/// file after file back in time, until each of the levels has some.
fn newest(
    package: &Package,
    holding: &[usize],
    indicator: IndicatorId,
    levels: &[LevelId],
) -> Vec<usize> {
    let about = &package.descriptor.resources;
    let mut chosen = Vec::new();
    let mut missing: Vec<LevelId> = levels.to_vec();
    let end = |at: &usize| about[*at].periods.map(|(_, to)| to);
    let mut ends: Vec<Option<Period>> = holding.iter().map(end).collect();
    sort_by_key(&mut ends, |end| {
        std::cmp::Reverse(end.unwrap_or(Period::EARLIEST))
    });
    ends.dedup();
    // A file that does not say its periods may hold any.
    chosen.extend(holding.iter().filter(|at| end(at).is_none()));
    for step in ends.into_iter().flatten() {
        let same = holding.iter().filter(|at| end(at) == Some(step)).copied();
        let of_step: Vec<usize> = same
            .filter(|at| holds_level(&about[*at], &missing))
            .collect();
        chosen.extend(&of_step);
        if of_step
            .iter()
            .any(|at| matches!(package.files[*at], FileState::Unread))
        {
            // Whether older files are needed shows when these have been read.
            break;
        }
        for at in of_step {
            if let Some(file) = package.observations(at) {
                for (_, slice) in file.index.of_indicator(indicator, 0) {
                    let ripe = slice.iter().filter(|(_, row)| {
                        file.table.status(*row) != crate::model::Status::Provisional
                    });
                    for (area, _) in ripe {
                        let level = package.areas.get(area).level;
                        missing.retain(|wanted| *wanted != level);
                    }
                }
            }
        }
        if missing.is_empty() {
            break;
        }
    }
    chosen
}
