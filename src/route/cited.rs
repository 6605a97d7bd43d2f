//! What a view is made from, so that a link to it can say whether that is still the same: the rows
//! that count, and the files that hold them.

use super::{Page, PeriodKey, Shown, View, later_needs, needs};
use crate::model::{IndicatorId, LevelId, Period, sorted_unique};
use crate::package::{DigestScope, Need, Package, RowScope, TableKind};

/// How many digits of a digest an address carries.
const DIGITS: usize = 16;

/// What an address says of a digest.
pub fn short_digest(digest: &str) -> &str {
    digest.get(..DIGITS).unwrap_or(digest)
}

/// The files whose contents the digest of a view is made of: what the view needs, and where it takes
/// the newest of something, all of that, since which is the newest changes.
pub fn digest_needs(view: &View, package: &Package) -> Vec<Need> {
    let mut all = needs(view, package);
    all.extend(later_needs(view, package));
    let whole = |need: Need| match need {
        Need::Headlines { levels } => Some(Need::Series {
            indicators: headlines(package),
            levels: headline_levels(package, levels),
        }),
        Need::Indicator {
            indicator,
            levels,
            period: None,
        } => Some(Need::Series {
            indicators: vec![indicator?],
            levels,
        }),
        // An outline is no figure.
        Need::Geometry => None,
        need => Some(need),
    };
    let mut whole: Vec<Need> = all.into_iter().filter_map(whole).collect();
    if whole.iter().any(|need| matches!(need, Need::Everything)) {
        whole = vec![Need::Everything];
    }
    whole
}

/// What the digest of a view is made of. A view that says its period leaves out what ends after it, so
/// that next month's rows change nothing.
pub fn digest_scope(view: &View, package: &Package) -> DigestScope {
    let until = match view.period {
        PeriodKey::At(period) => Some(period),
        PeriodKey::Newest | PeriodKey::EachLatest => None,
    };
    let mut scope = DigestScope {
        until,
        ..DigestScope::default()
    };
    for need in digest_needs(view, package) {
        let (indicators, levels, only, is_broken_down) = match need {
            Need::Indicator {
                indicator,
                levels,
                period,
            } => (indicator.into_iter().collect(), levels, period, false),
            Need::Series { indicators, levels } => {
                scope.has_lineage = true;
                (indicators, levels, None, false)
            }
            Need::Categories { indicators, levels } => (indicators, levels, None, true),
            Need::Everything => {
                scope.has_all_areas = true;
                scope.has_lineage = true;
                let all: Vec<IndicatorId> = package.indicators.iter().map(|(id, _)| id).collect();
                scope.rows.push(rows(all.clone(), Vec::new(), None, false));
                (all, Vec::new(), None, true)
            }
            Need::Areas => {
                scope.has_all_areas = true;
                continue;
            }
            Need::Headlines { .. } | Need::Geometry | Need::Revisions => continue,
        };
        scope
            .rows
            .push(rows(indicators, levels, only, is_broken_down));
    }
    scope.standards = standards(view, package, &scope);
    scope
}

fn rows(
    indicators: Vec<IndicatorId>,
    levels: Vec<LevelId>,
    only: Option<Period>,
    is_broken_down: bool,
) -> RowScope {
    RowScope {
        indicators,
        levels,
        only,
        is_broken_down,
    }
}

/// The standards by which a view judges: those that its address names, or on pages that hold areas
/// against standards all that speak of an indicator of the view.
fn standards(view: &View, package: &Package, scope: &DigestScope) -> Vec<String> {
    let judges = match view.page {
        Page::Profile | Page::Organisation | Page::Standards | Page::Explore | Page::Data => true,
        Page::Overview => package.descriptor.judged,
        Page::Compare => view.shown == Shown::Findings,
        Page::Trends | Page::Map | Page::Cases => false,
    };
    let named = [&view.benchmark, &view.target];
    let named = named.map(|text| text.strip_prefix("standard:"));
    let is_meant = |code: &str, indicator: &str| {
        let id = package.indicators.id(indicator);
        let of_view = |rows: &RowScope| id.is_some_and(|id| rows.indicators.contains(&id));
        let speaks_of_it = view.page == Page::Data || scope.rows.iter().any(of_view);
        named.contains(&Some(code)) || (judges && speaks_of_it)
    };
    let all = package.standards.iter();
    let meant = all.filter(|it| is_meant(&it.code, &it.indicator));
    sorted_unique(meant.map(|it| it.code.clone()))
}

fn headlines(package: &Package) -> Vec<IndicatorId> {
    let all = package.indicators.iter();
    let meant = all.filter(|(_, it)| it.headline);
    meant.map(|(id, _)| id).collect()
}

/// The levels of the cards, or all where the files of the headline indicators hold none of these: then
/// the cards are summed from their parts.
fn headline_levels(package: &Package, levels: Vec<LevelId>) -> Vec<LevelId> {
    let resources = package.descriptor.resources.iter();
    let files = resources.filter(|it| it.table == TableKind::Observations);
    let mut files = files.filter(|it| it.dimensions.is_empty());
    let holds = |held: &[LevelId]| held.is_empty() || levels.iter().any(|it| held.contains(it));
    match files.any(|file| holds(&file.levels)) {
        true => levels,
        false => Vec::new(),
    }
}
