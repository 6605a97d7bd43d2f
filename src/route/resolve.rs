//! The nearest sensible view of a package for what an address asks, and what had to be left aside.

use super::{
    Explored, Page, PeriodKey, Shown, View, cases, explore, is_only_group, page_periods, trend,
};
use crate::answer::{
    BenchmarkChoice, CompareQuestion, LISTED, PeriodChoice, compare, is_in_force, latest_period,
    level_options, newest_of_all, newest_of_roles, overview,
};
use crate::model::{
    AreaId, Indicator, IndicatorId, Kind, LevelId, Nature, Period, Role, read_number,
};
use crate::package::{OWN, Package, TableKind};

/// What a page shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Resolved {
    /// The indicator; none while the package has none.
    pub indicator: Option<IndicatorId>,
    /// The level.
    pub level: Option<LevelId>,
    /// Only areas inside this one.
    pub within: Option<AreaId>,
    /// The area picked out.
    pub picked: Option<AreaId>,
    /// The area that a page about one area is about: the one picked out, or the one that the page
    /// begins with.
    pub area: Option<AreaId>,
    /// The period of a page that shows what there is at one: that asked for, or the newest ripe one of
    /// the indicators that the page is about.
    pub at: Option<Period>,
    /// What is compared with.
    pub benchmark: BenchmarkChoice,
    /// The period; none while it is not known which is the newest.
    pub period: Option<PeriodChoice>,
}

impl Resolved {
    /// The question to be answered, once everything is known.
    pub fn question(&self) -> Option<CompareQuestion> {
        Some(CompareQuestion {
            indicator: self.indicator?,
            level: self.level?,
            within: self.within,
            period: self.period?,
            benchmark: self.benchmark,
        })
    }
}

/// Resolves a view against a package as far as it has been read. The second part names the keys of
/// the view that do not fit and were left aside.
pub fn resolve(view: &View, package: &Package) -> (Resolved, Vec<(String, String)>) {
    let mut ignored = Vec::new();
    let mut leave = |key: &str, value: &str| ignored.push((key.to_string(), value.to_string()));
    let indicators_settled = package.table_is_settled(TableKind::Indicators);
    let areas_settled = package.areas.count() > 0;

    let asked = package.indicators.id(&view.indicator);
    if asked.is_none() && !view.indicator.is_empty() && indicators_settled {
        leave("indicator", &view.indicator);
    }
    // Another one in its place would be taken for the one that the address names.
    let may_stand_in = view.indicator.is_empty() || !is_about(view, "indicator");
    let indicator = asked.or_else(|| default_indicator(package).filter(|_| may_stand_in));

    let area = |key: &str, code: &str, leave: &mut dyn FnMut(&str, &str)| {
        let found = package.areas.id(code);
        if found.is_none() && !code.is_empty() && areas_settled {
            leave(key, code);
        }
        found
    };
    let mut picked = area("area", &view.area, &mut leave);
    let mut within = match is_only_group(view) {
        true => None,
        false => area("within", &view.within, &mut leave),
    };
    for code in view.group.iter().filter(|_| areas_settled) {
        area("group", code, &mut leave);
    }

    let options = match areas_settled {
        true => level_options(package, indicator),
        false => Vec::new(),
    };
    let asked = package
        .descriptor
        .level(&view.level)
        .filter(|level| options.contains(level));
    if asked.is_none() && !view.level.is_empty() && areas_settled {
        leave("level", &view.level);
    }
    // Who comes with an area and no level means areas of its level.
    let of_picked = picked
        .map(|area| package.areas.get(area).level)
        .filter(|level| view.level.is_empty() && options.contains(level))
        // All areas of the level of the only one would be that one.
        .filter(|_| view.page != Page::Trends || view.shown != Shown::All);
    let level = asked
        .or(of_picked)
        .or_else(|| default_level(package, &options));
    if let (Some(outer), Some(level)) = (within, level)
        && package.areas.get(outer).level >= level
    {
        leave("within", &view.within);
        within = None;
    }
    if view.page == Page::Compare
        && let (Some(area), Some(level)) = (picked, level)
        && !(package.areas.get(area).level == level
            && within.is_none_or(|outer| package.areas.lies_in(area, outer)))
    {
        leave("area", &view.area);
        picked = None;
    }

    let period = match (view.period, indicator, level) {
        (PeriodKey::At(period), ..) => Some(PeriodChoice::At(period)),
        (PeriodKey::EachLatest, ..) => Some(PeriodChoice::EachLatest),
        (PeriodKey::Newest, Some(indicator), Some(level)) => {
            newest_choice(package, indicator, level)
        }
        _ => None,
    };
    let at = match period {
        Some(PeriodChoice::At(period)) => Some(period),
        _ => None,
    };
    let choice = indicator.map(|id| benchmark_choice(package, &view.benchmark, id, at));
    let standards_settled = package.table_is_settled(TableKind::Standards);
    if choice == Some(None) && areas_settled && standards_settled {
        leave("benchmark", &view.benchmark);
    }
    if view.page == Page::Cases && areas_settled {
        let own = picked.or_else(|| first_area(view.page, package));
        cases::leave_aside(view, package, own, &mut leave);
    }
    let is_unknown = |code: &str| !package.standards.iter().any(|it| it.code == code);
    if view.page == Page::Standards
        && standards_settled
        && !view.standard.is_empty()
        && is_unknown(&view.standard)
    {
        leave("standard", &view.standard);
    }
    let is_limit = |text: &str| read_number(text).is_some_and(|limit| limit > 0.0);
    if view.page == Page::Standards && !view.limit.is_empty() && !is_limit(view.limit.trim()) {
        leave("limit", &view.limit);
    }
    if view.page == Page::Trends && areas_settled && standards_settled {
        trend::leave_aside(view, package, indicator, &mut leave);
    }
    if view.page == Page::Explore {
        explore::leave_aside(view, package, indicator, &mut leave);
    }
    let is_absent = areas_settled && package.areas.id(&view.area).is_none();
    let may_stand_in = view.area.is_empty() || !(is_absent && is_about(view, "area"));
    let resolved = Resolved {
        area: picked.or_else(|| first_area(view.page, package).filter(|_| may_stand_in)),
        at: at_period(view, package),
        indicator,
        level,
        within,
        picked,
        benchmark: choice.flatten().unwrap_or_default(),
        period,
    };
    (resolved, ignored)
}

/// True where a view is about what a key of its address names: where the package has no such thing, there
/// is nothing to be shown, and nothing else is put in its place.
fn is_about(view: &View, key: &str) -> bool {
    match (key, view.page) {
        ("indicator", Page::Compare) => view.shown == Shown::One,
        ("indicator", Page::Map | Page::Trends) => true,
        ("indicator", Page::Explore) => match view.explored {
            Explored::Scatter | Explored::Distribution | Explored::Breakdown => true,
            Explored::Table => view.explore_choice("indicators").is_empty(),
            Explored::Own => false,
        },
        ("across", Page::Explore) => view.explored == Explored::Scatter,
        ("area", Page::Trends) => view.shown != Shown::All,
        ("area", Page::Profile | Page::Cases | Page::Organisation) => true,
        ("area", Page::Explore) => view.explored == Explored::Breakdown,
        _ => false,
    }
}

/// True where what a view is about, as a key of its address names it, is not in the package.
pub fn is_absent(view: &View, package: &Package, key: &str, code: &str) -> bool {
    let is_known = match key {
        "area" => package.areas.id(code).is_some(),
        _ => package.indicators.id(code).is_some(),
    };
    is_about(view, key) && !is_known
}

/// True where a view asks for an order by value of values that stand in none.
pub fn refuses_sort(view: &View, package: &Package) -> bool {
    let by_value = matches!(
        view.sort.trim_start_matches('-'),
        "value" | "difference" | "verdict" | "rank"
    );
    let question = || resolve(view, package).0.question();
    by_value && question().is_some_and(|question| !compare(package, question).is_ordered())
}

/// What a text asks to be compared with: the code of an area, `listed` for the areas compared together,
/// a number, or `standard:` and a code; the top area where it is blank. None where there is no such thing. Of several rows of a standard
/// that in force at the period is meant.
pub fn benchmark_choice(
    package: &Package,
    text: &str,
    indicator: IndicatorId,
    period: Option<Period>,
) -> Option<BenchmarkChoice> {
    if text.is_empty() {
        return Some(BenchmarkChoice::Top);
    }
    if let Some(code) = text.strip_prefix("standard:") {
        let indicator = package.indicators.get(indicator);
        let rows = package.standards.iter().enumerate();
        let mut rows: Vec<_> = rows.filter(|(_, it)| it.code == code).collect();
        rows.retain(|(_, it)| it.indicator == indicator.code);
        let in_force = rows
            .iter()
            .rev()
            .find(|(_, it)| period.is_none_or(|period| is_in_force(it, period)));
        let (place, _) = in_force.or(rows.last())?;
        return Some(BenchmarkChoice::Standard(*place));
    }
    match (package.areas.id(text), text) {
        (Some(area), _) => Some(BenchmarkChoice::Area(area)),
        (None, LISTED) => Some(BenchmarkChoice::Listed),
        (None, _) => read_number(text).map(BenchmarkChoice::Number),
    }
}

/// Fewer areas than this have nothing to be compared with: a profile does not begin with one of them.
const LEAST_ALIKE: usize = 4;

/// The area that a page about one begins with: the first community on its profile, else the top. A table
/// of a reader's own seldom has figures for what its areas lie in: a series begins with one of them.
fn first_area(page: Page, package: &Package) -> Option<AreaId> {
    let top = package.areas.roots().first().copied();
    let is_own_series = page == Page::Trends && package.name == OWN;
    if page != Page::Profile && !is_own_series {
        return top;
    }
    let usual = usual_levels(package);
    let mut lowest = usual.iter().rev();
    let first = |level: &LevelId| {
        let areas = package.areas.of_level(*level, None, None);
        areas
            .first()
            .copied()
            .filter(|_| areas.len() >= LEAST_ALIKE)
    };
    lowest.find_map(first).or(top)
}

/// The period of what there is at one.
fn at_period(view: &View, package: &Package) -> Option<Period> {
    if let PeriodKey::At(period) = view.period {
        return Some(period);
    }
    match view.page {
        Page::Cases => newest_of_roles(package, Role::is_of_cases),
        Page::Organisation => newest_of_roles(package, Role::is_of_organisation),
        _ => newest_of_all(package),
    }
}

/// On-time resolution where there is one, else the first headline that is a share of events, else
/// the first headline, else the first indicator. Of a reader's own table, alone or beside published
/// ones, nobody has said what heads it: the first that has most to say.
pub fn default_indicator(package: &Package) -> Option<IndicatorId> {
    let all = || package.indicators.iter();
    let is_own = package.descriptor.resources.iter().all(|it| it.is_own);
    let of_reader = || all().filter(|(id, _)| is_own || package.indicators.is_beside(*id));
    let most_said = |some: &mut dyn Iterator<Item = (IndicatorId, &Indicator)>| {
        some.min_by_key(|(id, it)| (says_little(it), *id))
            .map(|(id, _)| id)
    };
    // One that has values by category alone has nothing to compare.
    let mut compared = of_reader().filter(|(id, _)| !level_options(package, Some(*id)).is_empty());
    let found = most_said(&mut compared).or_else(|| most_said(&mut of_reader()));
    if found.is_some() {
        return found;
    }
    all()
        .find(|(_, it)| it.headline && it.role == Some(Role::CaseOnTime))
        .or_else(|| {
            all().find(|(_, it)| {
                it.headline && it.kind == Kind::Proportion && it.nature == Nature::Events
            })
        })
        .or_else(|| all().find(|(_, it)| it.headline))
        .or_else(|| all().next())
        .map(|(id, _)| id)
}

/// How little there is to be said of an indicator: of what is made of two numbers most, then of a share or a
/// rate without them, then of another value; a count says how large places are.
fn says_little(indicator: &Indicator) -> u8 {
    let [zh, en] = [&indicator.unit.zh, &indicator.unit.en].map(String::as_str);
    let is_share = ["%", "‰"].iter().any(|sign| zh == *sign || en == *sign);
    match indicator.kind {
        Kind::Proportion | Kind::Rate | Kind::Ratio => 0,
        Kind::Mean if is_share || en.starts_with("per ") => 1,
        Kind::Mean => 2,
        Kind::Count | Kind::Cumulative => 3,
    }
}

/// The lowest level that is offered, but none below the community where a higher one is.
fn default_level(package: &Package, options: &[LevelId]) -> Option<LevelId> {
    let usual = usual_levels(package);
    let deepest = options.iter().rev().find(|level| usual.contains(level));
    deepest.or(options.first()).copied()
}

/// The newest period, unless most areas with any value have none at it: then each area's own.
fn newest_choice(package: &Package, id: IndicatorId, level: LevelId) -> Option<PeriodChoice> {
    let newest = latest_period(package, id, Some(level))?;
    let mut at_newest = 0;
    let mut has_any = vec![false; package.areas.count()];
    for file in package.observation_files() {
        for (period, slice) in file.index.of_indicator(id, 0) {
            for (area, _) in slice.iter() {
                if package.areas.get(area).level == level {
                    has_any[area.0 as usize] = true;
                    at_newest += usize::from(period == newest);
                }
            }
        }
    }
    let ever = has_any.iter().filter(|has_any| **has_any).count();
    if at_newest * 2 > ever {
        Some(PeriodChoice::At(newest))
    } else {
        Some(PeriodChoice::EachLatest)
    }
}

/// The view with everything said that was left to the package: which package, indicator, level and
/// period.
pub fn pinned(view: &View, package: &Package, resolved: &Resolved) -> View {
    let mut pinned = view.clone();
    pinned.package.clone_from(&package.name);
    if matches!(
        view.page,
        Page::Compare | Page::Map | Page::Trends | Page::Explore
    ) {
        if let Some(indicator) = resolved.indicator {
            pinned
                .indicator
                .clone_from(&package.indicators.get(indicator).code);
        }
        if let Some(level) = resolved.level {
            pinned
                .level
                .clone_from(&package.descriptor.levels[usize::from(level.0)]);
        }
        if view.page == Page::Trends {
            // What is said speaks of the newest ripe period; the series shows what comes after it.
            let ripe = trend::newest_ripe(view, package, resolved);
            let newest = ripe.or_else(|| page_periods(view, package, resolved).first().copied());
            if let (PeriodKey::Newest, Some(newest)) = (view.period, newest) {
                pinned.period = PeriodKey::At(newest);
            }
            return pinned_area(pinned, package, resolved);
        }
        pinned.period = match resolved.period {
            Some(PeriodChoice::At(period)) => PeriodKey::At(period),
            Some(PeriodChoice::EachLatest) => PeriodKey::EachLatest,
            None => view.period,
        };
        if view.page == Page::Explore {
            explore::pinned(&mut pinned, package, resolved);
        }
        return pinned;
    }
    if matches!(
        view.page,
        Page::Profile | Page::Cases | Page::Organisation | Page::Standards
    ) {
        pinned.period = resolved.at.map_or(view.period, PeriodKey::At);
    }
    if let (Page::Overview, PeriodKey::Newest) = (view.page, view.period) {
        // The day on which it is seen has no part in which period is the newest.
        let newest = overview(package, None, (0, 1)).newest;
        pinned.period = newest.map_or(view.period, PeriodKey::At);
    }
    match view.page {
        Page::Overview | Page::Data => pinned,
        _ => pinned_area(pinned, package, resolved),
    }
}

fn pinned_area(mut pinned: View, package: &Package, resolved: &Resolved) -> View {
    if let Some(area) = resolved.area {
        pinned.area.clone_from(&package.areas.get(area).code);
    }
    pinned
}

/// The levels down to the community; all where there is none.
pub(super) fn usual_levels(package: &Package) -> Vec<LevelId> {
    let last = match package.descriptor.level("community") {
        Some(community) => community.0,
        None => u8::MAX,
    };
    let all = 0..package.descriptor.levels.len();
    all.filter_map(|at| u8::try_from(at).ok())
        .filter(|at| *at <= last)
        .map(LevelId)
        .collect()
}
