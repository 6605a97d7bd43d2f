//! The files that each page reads, so that nothing else is fetched for it.

use super::resolve::{resolve, usual_levels};
use super::table::{table_indicators, table_period, table_span};
use super::{Explored, Page, PeriodKey, Resolved, Shown, View, explore};
use crate::answer::{BenchmarkChoice, PeriodChoice, finding_indicators, heat_indicators};
use crate::model::{IndicatorId, LevelId, Nature, Period, Role, Theme};
use crate::package::{Need, Package, TableKind};

/// The files that a view needs.
pub fn needs(view: &View, package: &Package) -> Vec<Need> {
    let mut needs = early_needs(view, package);
    if view.page == Page::Explore {
        needs.extend(explore_needs(view, package, &resolve(view, package).0));
    }
    needs
}

/// The same, as far as it is said before the code of the pages stands, so that files and code are on their
/// way at once: of the researcher's page not everything.
pub fn early_needs(view: &View, package: &Package) -> Vec<Need> {
    let mut needs = page_needs(view, package);
    // To show an earlier state is to undo what was revised since.
    if !view.as_of.is_empty() {
        needs.push(Need::Revisions);
    }
    needs
}

fn page_needs(view: &View, package: &Package) -> Vec<Need> {
    let resolved = |asked: fn(&View, &Package, &Resolved) -> Vec<Need>| {
        let (resolved, _) = resolve(view, package);
        asked(view, package, &resolved)
    };
    match view.page {
        Page::Overview => vec![Need::Headlines {
            levels: vec![LevelId(0)],
        }],
        Page::Data => vec![Need::Everything],
        Page::Compare => resolved(compare_needs),
        Page::Map => resolved(map_needs),
        Page::Profile => resolved(profile_needs),
        Page::Trends => resolved(trends_needs),
        Page::Organisation => resolved(organisation_needs),
        Page::Cases => resolved(cases_needs),
        Page::Standards => resolved(standards_needs),
        Page::Explore => match view.explored {
            Explored::Scatter | Explored::Distribution => resolved(one_needs),
            Explored::Breakdown | Explored::Table | Explored::Own => Vec::new(),
        },
    }
}

/// What the pictures show beyond the values of the one indicator, and what the table does.
fn explore_needs(view: &View, package: &Package, resolved: &Resolved) -> Vec<Need> {
    match view.explored {
        Explored::Table => table_needs(view, package, resolved),
        _ => explore::needs(view, package, resolved),
    }
}

/// The indicators of the table at its level: all of their files, or those of the one period.
fn table_needs(view: &View, package: &Package, resolved: &Resolved) -> Vec<Need> {
    let levels = match resolved.level {
        Some(level) => vec![level],
        None => usual_levels(package),
    };
    let indicators = table_indicators(view, package, resolved);
    if table_span(view).is_some() {
        return vec![Need::Series { indicators, levels }];
    }
    // Until the areas are known, none.
    let known = indicators.into_iter().map(Some);
    let known = known.map(|id| id.filter(|_| resolved.level.is_some()));
    let need = |indicator| Need::Indicator {
        indicator,
        levels: levels.clone(),
        period: table_period(view),
    };
    let needs: Vec<Need> = known.map(need).collect();
    match needs.is_empty() {
        true => vec![need(None)],
        false => needs,
    }
}

/// The files that a view reads once its first picture stands: what the findings of the overview are
/// gathered from.
pub fn later_needs(view: &View, package: &Package) -> Vec<Need> {
    if view.page != Page::Overview || !package.descriptor.judged {
        return Vec::new();
    }
    vec![Need::Series {
        indicators: finding_indicators(package),
        levels: usual_levels(package),
    }]
}

/// What the comparison of the one indicator needs, whatever else an address asks of the comparison.
fn one_needs(view: &View, package: &Package, resolved: &Resolved) -> Vec<Need> {
    let one = View {
        shown: Shown::One,
        ..view.clone()
    };
    compare_needs(&one, package, resolved)
}

fn compare_needs(view: &View, package: &Package, resolved: &Resolved) -> Vec<Need> {
    let top = vec![LevelId(0)];

    let period: Option<Period> = match (view.period, resolved.period) {
        (PeriodKey::At(period), _) => Some(period),
        _ => None,
    };
    let levels = match resolved.level {
        Some(level) => vec![level],
        // Until the areas are known: everything down to the community.
        None => usual_levels(package),
    };
    let mut needs = vec![Need::Indicator {
        indicator: resolved.indicator.filter(|_| resolved.level.is_some()),
        levels,
        period,
    }];
    // The benchmark is the top area's own value, where it publishes one; beside it stands that
    // of the area within which is compared.
    if let Some(choice) = resolved.period {
        let mut above = top;
        above.extend(resolved.within.map(|area| package.areas.get(area).level));
        if let BenchmarkChoice::Area(area) = resolved.benchmark {
            above.push(package.areas.get(area).level);
        }
        needs.push(Need::Indicator {
            indicator: resolved.indicator,
            levels: above,
            period: match choice {
                PeriodChoice::At(period) => Some(period),
                PeriodChoice::EachLatest => None,
            },
        });
    }
    if let (Shown::All, Some(level)) = (view.shown, resolved.level) {
        // The top area's, as what they are held against.
        let columns = heat_indicators(package).into_iter();
        needs.extend(columns.map(|id| Need::Indicator {
            indicator: Some(id),
            levels: vec![LevelId(0), level],
            period: None,
        }));
    }
    if let (Shown::Findings, Some(level)) = (view.shown, resolved.level) {
        needs.push(Need::Series {
            indicators: finding_indicators(package),
            levels: vec![LevelId(0), level],
        });
    }
    needs
}

/// A map shows what the comparison compares, the values of the areas above them, and outlines where
/// the package has any, whose codes may be of any area.
fn map_needs(view: &View, package: &Package, resolved: &Resolved) -> Vec<Need> {
    let mut needs = one_needs(view, package, resolved);
    let above = resolved.level.filter(|level| level.0 > 1);
    if let (Some(level), Some(PeriodChoice::At(period))) = (above, resolved.period) {
        needs.push(Need::Indicator {
            indicator: resolved.indicator,
            levels: (1..level.0).map(LevelId).collect(),
            period: Some(period),
        });
    }
    if package.has_table(TableKind::Geometry) {
        needs.extend([Need::Geometry, Need::Areas]);
    }
    needs
}

/// Everything of the levels from the top down to that of the area (of a larger one the standards of the
/// communities in it), the list of what lies in it, and which of that has an organisation.
fn profile_needs(_: &View, package: &Package, resolved: &Resolved) -> Vec<Need> {
    vec![
        Need::Series {
            indicators: package.indicators.iter().map(|(id, _)| id).collect(),
            levels: levels_to(package, resolved),
        },
        Need::Series {
            indicators: of_standards(package),
            levels: usual_levels(package),
        },
        Need::Series {
            indicators: of_roles(package, |role| {
                matches!(
                    role,
                    Role::OrganisationGroups
                        | Role::OrganisationBranches
                        | Role::OrganisationMemberHouseholds
                )
            }),
            levels: Vec::new(),
        },
        Need::Areas,
    ]
}

/// The indicators that standards speak of.
fn of_standards(package: &Package) -> Vec<IndicatorId> {
    let spoken_of = |code: &str| package.standards.iter().any(|its| its.indicator == code);
    let all = package.indicators.iter();
    let meant = all.filter(|(_, it)| spoken_of(&it.code));
    meant.map(|(id, _)| id).collect()
}

/// The series of one indicator, at the level of the area and above; of all areas of a level where all
/// are shown.
fn trends_needs(view: &View, package: &Package, resolved: &Resolved) -> Vec<Need> {
    let mut levels = levels_to(package, resolved);
    if view.shown == Shown::All {
        levels.extend(resolved.level);
    }
    let beside = view.beside.iter().filter_map(|code| package.areas.id(code));
    levels.extend(beside.map(|area| package.areas.get(area).level));
    vec![Need::Series {
        indicators: resolved.indicator.into_iter().collect(),
        levels,
    }]
}

/// What there is of the organisation on every level, every area, and all meetings: a requirement is
/// shown over a year. Where no period is asked for, only the newest files of each level.
fn organisation_needs(view: &View, package: &Package, _: &Resolved) -> Vec<Need> {
    let counts: Vec<IndicatorId> = package
        .indicators
        .iter()
        .filter(|(_, it)| match it.role {
            Some(role) => role.is_of_organisation() && role != Role::MeetingHeld,
            None => it.theme == Theme::Organisation && it.nature == Nature::Inventory,
        })
        .map(|(id, _)| id)
        .collect();
    let mut needs = vec![
        Need::Areas,
        Need::Series {
            indicators: of_roles(package, |role| role == Role::MeetingHeld),
            levels: Vec::new(),
        },
    ];
    if let PeriodKey::At(_) = view.period {
        needs.push(Need::Series {
            indicators: counts,
            levels: Vec::new(),
        });
        return needs;
    }
    let levels = (0..package.descriptor.levels.len()).map(|at| LevelId(at as u8));
    for level in levels {
        needs.extend(counts.iter().map(|id| Need::Indicator {
            indicator: Some(*id),
            levels: vec![level],
            period: None,
        }));
    }
    needs
}

/// The stages of the cases down to the community and whatever else is published of cases, and their
/// categories.
fn cases_needs(_: &View, package: &Package, _: &Resolved) -> Vec<Need> {
    let all = package.indicators.iter();
    let meant =
        all.filter(|(_, it)| it.theme == Theme::Cases || it.role.is_some_and(Role::is_of_cases));
    let indicators: Vec<IndicatorId> = meant.map(|(id, _)| id).collect();
    let levels = usual_levels(package);
    vec![
        Need::Series {
            indicators: indicators.clone(),
            levels: levels.clone(),
        },
        Need::Categories { indicators, levels },
    ]
}

/// What standards speak of, on the level that each is about, and what a split needs to know: households
/// on every level below, and staff. What stands at a period was published in it or in the year before.
fn standards_needs(view: &View, package: &Package, _: &Resolved) -> Vec<Need> {
    let periods: Vec<Option<Period>> = match view.period {
        PeriodKey::At(asked) => {
            let before = Period::year(asked.start_year().saturating_sub(1));
            [Some(asked), before]
                .into_iter()
                .flatten()
                .map(Some)
                .collect()
        }
        PeriodKey::Newest | PeriodKey::EachLatest => vec![None],
    };
    let mut wanted: Vec<(IndicatorId, Vec<LevelId>)> = Vec::new();
    let mut want = |id: IndicatorId, levels: Vec<LevelId>| {
        if !wanted.contains(&(id, levels.clone())) {
            wanted.push((id, levels));
        }
    };
    for standard in package.standards.iter() {
        let level = package.descriptor.level(&standard.level);
        if let Some((id, level)) = package.indicators.id(&standard.indicator).zip(level) {
            want(id, vec![level]);
        }
    }
    let lowest = package.descriptor.levels.len();
    let first = package.descriptor.level("community").map_or(0, |it| it.0);
    let levels = (usize::from(first)..lowest).map(|at| LevelId(at as u8));
    let levels: Vec<LevelId> = levels.collect();
    for id in of_roles(package, |role| role == Role::UnitHouseholds) {
        want(id, levels.clone());
    }
    for id in of_roles(package, |role| role == Role::StaffGrid) {
        want(id, vec![LevelId(first)]);
    }
    let mut needs = vec![Need::Areas];
    for (id, levels) in wanted {
        needs.extend(periods.iter().map(|period| Need::Indicator {
            indicator: Some(id),
            levels: levels.clone(),
            period: *period,
        }));
    }
    needs
}

fn of_roles(package: &Package, is_meant: fn(Role) -> bool) -> Vec<IndicatorId> {
    let all = package.indicators.iter();
    let meant = all.filter(|(_, it)| it.role.is_some_and(is_meant));
    meant.map(|(id, _)| id).collect()
}

/// The levels from the top down to that of the area; down to the community while it is not known.
fn levels_to(package: &Package, resolved: &Resolved) -> Vec<LevelId> {
    match resolved.area {
        Some(area) => (0..=package.areas.get(area).level.0).map(LevelId).collect(),
        None => usual_levels(package),
    }
}
