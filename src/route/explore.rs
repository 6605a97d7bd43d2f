//! What the researcher's page asks: two indicators against each other, how one is spread, one by the
//! values of a dimension; and which files that takes.

use super::resolve::usual_levels;
use super::{Explored, Page, PeriodKey, Resolved, View};
use crate::answer::{
    ByCategoryQuestion, DistributionQuestion, PeriodChoice, RelateQuestion, ScatterQuestion,
    ShadeBy, broken_down_indicators, level_options, may_share_areas, period_beside,
};
use crate::model::{AreaId, IndicatorId, Kind, LevelId, Period};
use crate::package::{Need, Package, TableKind};

/// The word of `shade` for the verdict on the value upwards.
pub const SHADE_BY_VERDICT: &str = "verdict";

/// The most areas that can be pinned.
pub const MOST_PINNED: usize = 12;

/// The indicator across: that asked for and no other; where none is asked for, another than the one upwards that may have values on the
/// level and for the same areas: a headline one that is no count, a headline one, one that is no count,
/// any.
pub fn across(view: &View, package: &Package, resolved: &Resolved) -> Option<IndicatorId> {
    let own = resolved.indicator?;
    let code = view.explore_choice("across");
    let asked = package.indicators.id(code);
    // An indicator against itself says nothing: there the choice is the package's.
    if !code.is_empty() && asked != Some(own) {
        return asked;
    }
    let fits = |id: IndicatorId| {
        let may_share = |level: LevelId| {
            let is_offered = level_options(package, Some(id)).contains(&level);
            is_offered && may_share_areas(package, own, id, level)
        };
        id != own && resolved.level.is_none_or(may_share)
    };
    let is_count = |kind: Kind| matches!(kind, Kind::Count | Kind::Cumulative);
    [(true, false), (true, true), (false, false), (false, true)]
        .into_iter()
        .find_map(|(headline, count)| {
            let mut all = package.indicators.iter();
            let found = all.find(|(id, it)| {
                it.headline == headline && is_count(it.kind) == count && fits(*id)
            });
            found.map(|(id, _)| id)
        })
}

/// The period asked for of the indicator across; none where it follows that upwards.
pub fn across_period(view: &View) -> Option<PeriodChoice> {
    match view.explore_choice("across-period") {
        "" => None,
        "latest" => Some(PeriodChoice::EachLatest),
        text => Period::parse(text).map(PeriodChoice::At),
    }
}

/// The areas that are marked and named: that picked out, those beside it, and the reader's own group,
/// in that order and each once.
pub fn pinned_areas(view: &View, package: &Package) -> Vec<AreaId> {
    let codes = std::iter::once(&view.area).chain(&view.beside);
    let mut areas: Vec<AreaId> = Vec::new();
    for area in codes
        .chain(&view.group)
        .filter_map(|code| package.areas.id(code))
    {
        if !areas.contains(&area) {
            areas.push(area);
        }
    }
    areas
}

/// The question of a scatter, once everything is known.
pub fn scatter_question(
    view: &View,
    package: &Package,
    resolved: &Resolved,
) -> Option<ScatterQuestion> {
    let (indicator, level, period) = (resolved.indicator?, resolved.level?, resolved.period?);
    let x = across(view, package, resolved)?;
    let x_period = across_period(view).unwrap_or_else(|| match period {
        PeriodChoice::EachLatest => PeriodChoice::EachLatest,
        PeriodChoice::At(period) => PeriodChoice::At(period_beside(package, x, level, period)),
    });
    let shade = view.explore_choice("shade");
    Some(ScatterQuestion {
        relate: RelateQuestion {
            x: (x, x_period),
            y: (indicator, period),
            level,
            within: resolved.within,
        },
        size: package.indicators.id(view.explore_choice("size")),
        shade: match package.indicators.id(shade) {
            _ if shade == SHADE_BY_VERDICT && package.descriptor.judged => ShadeBy::Verdict,
            Some(id) => ShadeBy::Indicator(id),
            None => ShadeBy::Nothing,
        },
        benchmark: resolved.benchmark,
    })
}

/// The researcher's page as it was left, for a reader who comes back to it with another indicator or area
/// in hand: which of its views, and what was chosen there. As it is where another package is open by then.
pub fn as_left(view: View, left: &View) -> View {
    let is_elsewhere = left.page != Page::Explore || left.package != view.package;
    if is_elsewhere || view.page != Page::Explore {
        return view;
    }
    let mut back = View {
        explored: match left.explored {
            // Who has put files in wants to see them.
            Explored::Own => Explored::default(),
            explored => explored,
        },
        explore: left.explore.clone(),
        beside: left.beside.clone(),
        ..view
    };
    // What stands upwards by now cannot stand across as well.
    if back.explore_choice("across") == back.indicator {
        back.set_explored("across", "");
        back.set_explored("across-period", "");
    }
    back
}

/// The question of a distribution, once everything is known.
pub fn distribution_question(resolved: &Resolved) -> Option<DistributionQuestion> {
    Some(DistributionQuestion {
        indicator: resolved.indicator?,
        level: resolved.level?,
        within: resolved.within,
        period: resolved.period?,
        benchmark: resolved.benchmark,
    })
}

/// The question of a breakdown; none where the indicator has none, as far as files have been read.
pub fn by_category_question(
    view: &View,
    package: &Package,
    resolved: &Resolved,
) -> Option<ByCategoryQuestion> {
    let indicator = resolved.indicator?;
    let broken = broken_down_indicators(package);
    let (_, dimensions) = broken.into_iter().find(|(id, _)| *id == indicator)?;
    let asked = view.explore_choice("dimension");
    let mut declared = package.descriptor.dimensions.iter();
    let asked = declared.position(|it| it.name == asked);
    let dimension = asked.filter(|it| dimensions.contains(it));
    Some(ByCategoryQuestion {
        indicator,
        dimension: dimension.or_else(|| dimensions.first().copied())?,
        area: resolved.area?,
        period: match view.period {
            PeriodKey::At(period) => Some(period),
            PeriodKey::Newest | PeriodKey::EachLatest => None,
        },
        level: resolved.level,
        is_declared_order: view.sort == DECLARED_ORDER,
    })
}

/// The word of `sort` for the order in which the values of a dimension are declared.
pub const DECLARED_ORDER: &str = "declared";

/// Tells the choices that fit nothing.
pub(super) fn leave_aside(
    view: &View,
    package: &Package,
    indicator: Option<IndicatorId>,
    leave: &mut dyn FnMut(&str, &str),
) {
    let settled = package.table_is_settled(TableKind::Indicators);
    for key in ["across", "size", "shade"] {
        let code = view.explore_choice(key);
        let is_word = key == "shade" && code == SHADE_BY_VERDICT;
        let is_known = match is_word {
            // Nothing of such a package is judged.
            true => package.descriptor.judged,
            false => {
                let found = package.indicators.id(code);
                found.is_some_and(|it| key != "across" || Some(it) != indicator)
            }
        };
        if settled && !code.is_empty() && !is_known {
            leave(key, code);
        }
    }
    let period = view.explore_choice("across-period");
    if !period.is_empty() && across_period(view).is_none() {
        leave("across-period", period);
    }
    let dimension = view.explore_choice("dimension");
    let mut declared = package.descriptor.dimensions.iter();
    if !dimension.is_empty() && !declared.any(|it| it.name == dimension) {
        leave("dimension", dimension);
    }
}

/// What the pictures read beyond what the comparison of the indicator upwards reads.
pub(super) fn needs(view: &View, package: &Package, resolved: &Resolved) -> Vec<Need> {
    let levels = match resolved.level {
        Some(level) => vec![level],
        None => usual_levels(package),
    };
    match view.explored {
        Explored::Scatter => scatter_needs(view, package, resolved, &levels),
        Explored::Breakdown => breakdown_needs(package, resolved, levels),
        Explored::Distribution => match resolved.period {
            Some(PeriodChoice::EachLatest) => vec![Need::Series {
                indicators: resolved.indicator.into_iter().collect(),
                levels,
            }],
            _ => Vec::new(),
        },
        Explored::Table | Explored::Own => Vec::new(),
    }
}

/// The indicator across, and those that size and shade: at the period, and the newest, in case there is
/// none at the period.
fn scatter_needs(
    view: &View,
    package: &Package,
    resolved: &Resolved,
    levels: &[LevelId],
) -> Vec<Need> {
    let across = across(view, package, resolved);
    let by_code = |key| package.indicators.id(view.explore_choice(key));
    let ids = [
        across,
        by_code("size"),
        by_code("shade"),
        resolved.indicator,
    ];
    let asked = across_period(view);
    let is_latest = |it: Option<PeriodChoice>| it == Some(PeriodChoice::EachLatest);
    if is_latest(resolved.period) || is_latest(asked) {
        return vec![Need::Series {
            indicators: ids.into_iter().flatten().collect(),
            levels: levels.to_vec(),
        }];
    }
    let at = match resolved.period {
        Some(PeriodChoice::At(period)) => Some(period),
        _ => None,
    };
    let of_across = match asked {
        Some(PeriodChoice::At(period)) => Some(period),
        _ => at,
    };
    let mut needs = Vec::new();
    for (place, id) in ids.into_iter().take(3).enumerate() {
        let Some(id) = id else {
            continue;
        };
        let period = if place == 0 { of_across } else { at };
        let both = [period, None];
        let wanted = both.into_iter().skip(usize::from(period.is_none()));
        needs.extend(wanted.map(|period| Need::Indicator {
            indicator: Some(id),
            levels: levels.to_vec(),
            period,
        }));
    }
    needs
}

/// The categories of every indicator, so that the page can say which have any; totals of the level and
/// above.
fn breakdown_needs(package: &Package, resolved: &Resolved, levels: Vec<LevelId>) -> Vec<Need> {
    let mut all = vec![LevelId(0)];
    all.extend(levels);
    all.extend(resolved.area.map(|area| package.areas.get(area).level));
    vec![
        Need::Series {
            indicators: resolved.indicator.into_iter().collect(),
            levels: all,
        },
        Need::Categories {
            indicators: package.indicators.iter().map(|(id, _)| id).collect(),
            levels: Vec::new(),
        },
    ]
}

/// The view with the choices said that were left to the package.
pub(super) fn pinned(view: &mut View, package: &Package, resolved: &Resolved) {
    if view.explored != Explored::Scatter {
        return;
    }
    let Some(question) = scatter_question(view, package, resolved) else {
        return;
    };
    let (x, period) = question.relate.x;
    let code = package.indicators.get(x).code.clone();
    view.set_explored("across", &code);
    let period = match period {
        PeriodChoice::At(period) => period.to_string(),
        PeriodChoice::EachLatest => "latest".to_string(),
    };
    view.set_explored("across-period", &period);
}
