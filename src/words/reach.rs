//! How far organisation reaches, in words: what is covered, what is missing and where.

use super::{count_text, level_text, number_text, period_text, singular, with_unit};
use crate::answer::{OrgTree, OrganisationShare, Total, UnitKind, UnitReach};
use crate::model::{AreaId, Lang, LevelId, Role};
use crate::package::Package;

/// An organisation in the middle of a sentence: 党小组, a party group.
fn organisation_text(lang: Lang, role: Role) -> &'static str {
    let (zh, en) = match role {
        Role::OrganisationGroups => ("党小组", "a party group"),
        Role::OrganisationBranches => ("党支部", "a party branch"),
        Role::OrganisationMemberHouseholds => ("党员中心户", "a member household"),
        other => (other.word(), other.word()),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// A number of units: 583 个网格, 4,108 buildings, 1 grid.
pub fn unit_count_text(lang: Lang, package: &Package, level: LevelId, count: usize) -> String {
    let name = level_text(lang, package, level);
    let number = count_text(count as f64);
    match lang {
        Lang::Zh => format!("{number} 个{name}"),
        Lang::En if count == 1 => format!("{number} {}", singular(&name)),
        Lang::En => format!("{number} {name}"),
    }
}

/// What level a unit is of: 街道, Sub-district.
pub fn level_of_one_text(lang: Lang, package: &Package, level: LevelId) -> String {
    let entry = super::level_entry_text(lang, package, level);
    match lang {
        Lang::Zh => entry,
        Lang::En => singular(&entry),
    }
}

/// The name of an area without that of the one it lies in, where it begins with it: 第1网格 in
/// 甲01社区.
pub fn short_unit_name(lang: Lang, package: &Package, area: AreaId) -> String {
    let areas = &package.areas;
    let name = areas.get(area).name.get(lang);
    let mut holder = areas.get(area).parent;
    while let Some(outer) = holder {
        let rest = name.strip_prefix(areas.get(outer).name.get(lang));
        let rest = rest.map_or("", |rest| rest.trim_start());
        // 甲街道 in 甲街道办 is no part that can be left out.
        if rest.chars().count() > 1 {
            return rest.to_string();
        }
        holder = areas.get(outer).parent;
    }
    name.to_string()
}

/// What is missing in a cell of the icicle; blank where nothing is.
pub fn missing_count_text(lang: Lang, lacking: usize, is_unit: bool) -> String {
    let number = count_text(lacking as f64);
    match (lang, lacking, is_unit) {
        (_, 0, _) => String::new(),
        (Lang::Zh, _, true) => "缺".to_string(),
        (Lang::En, _, true) => "none".to_string(),
        (Lang::Zh, _, false) => format!("缺 {number}"),
        (Lang::En, _, false) => format!("{number} without"),
    }
}

/// A share of units: 89.5%.
pub fn reach_share_text(reach: UnitReach) -> String {
    reach.share().map_or(String::new(), |share| {
        format!("{}%", number_text(share * 100.0, 1))
    })
}

/// How far a kind of organisation reaches in one area, said of the area: 61 个网格，55 个有党小组，缺 6 个.
pub fn reach_text(
    lang: Lang,
    package: &Package,
    kind: UnitKind,
    reach: UnitReach,
    is_unit: bool,
) -> String {
    let organisation = organisation_text(lang, kind.role);
    let level = level_text(lang, package, kind.level);
    if is_unit {
        return match (lang, reach.covered > 0, reach.unknown > 0) {
            (Lang::Zh, true, _) => format!("有{organisation}"),
            (Lang::En, true, _) => format!("has {organisation}"),
            (Lang::Zh, _, true) => format!("是否有{organisation}未公布"),
            (Lang::En, _, true) => format!("not published whether it has {organisation}"),
            (Lang::Zh, ..) => format!("没有{organisation}"),
            (Lang::En, ..) => format!("without {organisation}"),
        };
    }
    if reach.all == 0 {
        return match lang {
            Lang::Zh => format!("没有{level}"),
            Lang::En => format!("no {level}"),
        };
    }
    let units = unit_count_text(lang, package, kind.level, reach.all);
    let covered = count_text(reach.covered as f64);
    let unknown = unknown_text(lang, reach.unknown);
    let lacking = count_text(reach.lacking() as f64);
    match (lang, reach.lacking()) {
        (Lang::Zh, 0) => format!("{units}，{covered} 个有{organisation}{unknown}"),
        (Lang::Zh, _) => {
            format!("{units}，{covered} 个有{organisation}，缺 {lacking} 个{unknown}")
        }
        (Lang::En, 0) => format!("{units}, {covered} with {organisation}{unknown}"),
        (Lang::En, _) => {
            format!("{units}, {covered} with {organisation}, {lacking} without{unknown}")
        }
    }
}

fn unknown_text(lang: Lang, unknown: usize) -> String {
    let number = count_text(unknown as f64);
    match (lang, unknown) {
        (_, 0) => String::new(),
        (Lang::Zh, _) => format!("，{number} 个未公布"),
        (Lang::En, _) => format!(", {number} not published"),
    }
}

/// The sentence of a kind of organisation: how many units have one, how many have none, and where
/// most of these are.
pub fn reach_sentence(lang: Lang, package: &Package, tree: &OrgTree, kind: usize) -> String {
    let Some(about) = tree.kinds.get(kind).copied() else {
        return String::new();
    };
    let reach = tree.reach(0, kind);
    let organisation = organisation_text(lang, about.role);
    let all = unit_count_text(lang, package, about.level, reach.all);
    if reach.all == 0 {
        let level = level_text(lang, package, about.level);
        return match lang {
            Lang::Zh => format!("没有{level}。"),
            Lang::En => format!("There are no {level}."),
        };
    }
    let unknown = unknown_text(lang, reach.unknown);
    let covered = count_text(reach.covered as f64);
    let where_most = most_text(lang, package, tree, kind);
    let lacking = count_text(reach.lacking() as f64);
    match (lang, reach.lacking()) {
        (Lang::Zh, 0) if reach.unknown == 0 => format!("{all}都有{organisation}。"),
        (Lang::En, 0) if reach.unknown == 0 => match reach.all {
            1 => format!(
                "The {} has {organisation}.",
                singular(&level_text(lang, package, about.level))
            ),
            _ => format!("All {all} have {organisation}."),
        },
        (Lang::Zh, 0) => format!("{all}中 {covered} 个有{organisation}{unknown}。"),
        (Lang::En, 0) => format!("{covered} of {all} have {organisation}{unknown}."),
        (Lang::Zh, _) => {
            format!("{all}中 {covered} 个有{organisation}{unknown}，缺 {lacking} 个{where_most}。")
        }
        (Lang::En, count) => {
            let verb = if count == 1 { "has" } else { "have" };
            format!(
                "{covered} of {all} have {organisation}{unknown}; {lacking} {verb} none{where_most}."
            )
        }
    }
}

/// Where most units are that lack it: by name where they are few, else the part with most of them.
fn most_text(lang: Lang, package: &Package, tree: &OrgTree, kind: usize) -> String {
    const FEW: usize = 3;
    let name = |area: AreaId| package.areas.get(area).name.get(lang);
    let units = tree.lacking(0, kind);
    if units.len() <= FEW {
        let names: Vec<&str> = units.iter().map(|unit| name(unit.area)).collect();
        return match lang {
            Lang::Zh => format!("：{}", names.join("、")),
            Lang::En => format!(": {}", names.join(", ")),
        };
    }
    let parts = tree.most_lacking(0, kind);
    match (lang, parts.as_slice()) {
        (_, []) => String::new(),
        (Lang::Zh, [(at, _)]) => format!("，都在{}", name(tree.nodes[*at].area)),
        (Lang::En, [(at, _)]) => format!(", all in {}", name(tree.nodes[*at].area)),
        // No part stands out.
        (_, [(_, first), (_, second), ..]) if first == second => String::new(),
        (Lang::Zh, [(at, count), ..]) => {
            format!("，其中 {count} 个在{}", name(tree.nodes[*at].area))
        }
        (Lang::En, [(at, count), ..]) => {
            format!(", {count} of them in {}", name(tree.nodes[*at].area))
        }
    }
}

/// Organisations beside units of which no list is published.
pub fn share_without_list_text(lang: Lang, package: &Package, share: &OrganisationShare) -> String {
    let (have, all) = (
        named_total(lang, package, share.organisations, &share.have),
        named_total(lang, package, share.units, &share.all),
    );
    let lacking = share.lacking_at_least.filter(|lacking| *lacking > 0.0);
    match (lang, lacking.map(count_text)) {
        (Lang::Zh, Some(lacking)) => {
            format!("{have}，{all}：至少缺 {lacking} 个。未公布逐个单位的名单，不能指明是哪些。")
        }
        (Lang::En, Some(lacking)) => format!(
            "{have}, {all}: at least {lacking} have none. No list of units is published, so they cannot be named."
        ),
        (Lang::Zh, None) if share.is_over => {
            format!("{have}，{all}：前者多于后者，一个单位可能不止一个。")
        }
        (Lang::En, None) if share.is_over => {
            format!("{have}, {all}: more than there are units, of which some may have several.")
        }
        (Lang::Zh, None) => format!("{have}，{all}。未公布逐个单位的名单。"),
        (Lang::En, None) => format!("{have}, {all}. No list of units is published."),
    }
}

/// An indicator with its value at the area: 网格党小组 522 个.
pub fn named_total(
    lang: Lang,
    package: &Package,
    indicator: crate::model::IndicatorId,
    total: &Total,
) -> String {
    let about = package.indicators.get(indicator);
    let value = match total.reading.value.number() {
        Some(_) => super::value_with_unit(lang, about, &total.reading),
        None => "–".to_string(),
    };
    let label = about.label.get(lang);
    match lang {
        Lang::Zh => format!("{label} {value}"),
        Lang::En => format!("{label}: {value}"),
    }
}

/// The title of the icicle.
pub fn org_tree_title(lang: Lang, package: &Package, tree: &OrgTree, kind: usize) -> String {
    let name = package.areas.get(tree.question.area).name.get(lang);
    let Some(kind) = tree.kinds.get(kind) else {
        return name.to_string();
    };
    let label = package.indicators.get(kind.indicator).label.get(lang);
    match lang {
        Lang::Zh => format!("{name}：{label}逐级覆盖情况"),
        Lang::En => format!("{label} at every level, {name}"),
    }
}

/// Its period and what its height counts.
pub fn org_tree_subtitle(lang: Lang, package: &Package, kind: UnitKind) -> String {
    let period = period_text(lang, kind.period);
    let level = level_text(lang, package, kind.level);
    match lang {
        Lang::Zh => format!("{period} · 高度为{level}数"),
        Lang::En => format!("{period} · height: number of {level}"),
    }
}

/// How the icicle is read.
pub fn org_tree_caption(lang: Lang, package: &Package, kind: UnitKind) -> String {
    let organisation = organisation_text(lang, kind.role);
    let level = level_text(lang, package, kind.level);
    match (lang, package.descriptor.judged) {
        (Lang::Zh, true) => format!(
            "每列一级，右边的单位属于左边的单位。底色越重，有{organisation}的{level}比例越高；◇ 或横线为没有{organisation}的{level}；斜线为未公布；空框为没有{level}"
        ),
        (Lang::En, true) => format!(
            "A column a level; what stands to the right lies in what stands to the left. The stronger the tint, the more {level} have {organisation}; ◇ or a bar: {level} without one; hatched: not published; empty: no {level}"
        ),
        (Lang::Zh, false) => format!(
            "每列一级，右边的单位属于左边的单位。底色越重，有{organisation}的{level}比例越高；空框为没有{organisation}或没有{level}；斜线为未公布"
        ),
        (Lang::En, false) => format!(
            "A column a level; what stands to the right lies in what stands to the left. The stronger the tint, the more {level} have {organisation}; empty: none, or no {level}; hatched: not published"
        ),
    }
}

/// What is too small to be drawn; blank where all is drawn.
pub fn org_tree_note(lang: Lang, package: &Package, kind: UnitKind, deepest: LevelId) -> String {
    let level = level_text(lang, package, kind.level);
    let drawn = level_text(lang, package, deepest);
    match (lang, deepest == kind.level) {
        (_, true) => String::new(),
        (Lang::Zh, _) => format!("{level}太多，这里画到{drawn}为止；点开一个单位可看到{level}"),
        (Lang::En, _) => format!(
            "There are too many {level} to draw: shown down to {drawn}; open an area to see its {level}"
        ),
    }
}

/// A value with its unit in the middle of a sentence.
pub fn count_with_unit(number: f64, unit: &str) -> String {
    with_unit(&count_text(number), unit)
}
