//! How far organisation reaches, in words: what is covered, what is missing and where.

use super::{count_text, level_text, number_text, period_text, singular};
use crate::answer::{OrgTree, OrganisationShare, Total, UnitKind, UnitReach};
use crate::model::{AreaId, Lang, LevelId, Period, Role};
use crate::package::Package;

/// An organisation in the middle of a sentence: 党小组, a party group.
pub(super) fn organisation_text(lang: Lang, role: Role) -> &'static str {
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
        Lang::Zh => zh!("{number} 个{name}"),
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
            Lang::Zh => zh!("没有{level}"),
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
    if tree.nodes.first().map(|node| node.level) == Some(about.level) {
        return own_sentence(lang, package, about, reach);
    }
    let all = unit_count_text(lang, package, about.level, reach.all);
    if reach.all == 0 {
        let level = level_text(lang, package, about.level);
        return match lang {
            Lang::Zh => zh!("没有{level}。"),
            Lang::En => format!("There are no {level}."),
        };
    }
    let unknown = unknown_text(lang, reach.unknown);
    let covered = count_text(reach.covered as f64);
    let where_most = most_text(lang, package, tree, kind);
    let lacking = count_text(reach.lacking() as f64);
    match (lang, reach.lacking()) {
        (Lang::Zh, 0) if reach.unknown == 0 && reach.all == 1 => {
            zh!("{all}{}。", set_up_text(about.role))
        }
        (Lang::Zh, 0) if reach.unknown == 0 => zh!("{all}都有{organisation}。"),
        (Lang::En, 0) if reach.unknown == 0 => match reach.all {
            1 => format!(
                "The {} has {organisation}.",
                singular(&level_text(lang, package, about.level))
            ),
            _ => format!("All {all} have {organisation}."),
        },
        (Lang::Zh, 0) => zh!("{all}中 {covered} 个有{organisation}{unknown}。"),
        (Lang::En, 0) => format!("{covered} of {all} have {organisation}{unknown}."),
        (Lang::Zh, _) => {
            zh!("{all}中 {covered} 个有{organisation}{unknown}，缺 {lacking} 个{where_most}。")
        }
        (Lang::En, count) => {
            let verb = if count == 1 { "has" } else { "have" };
            format!(
                "{covered} of {all} have {organisation}{unknown}; {lacking} {verb} none{where_most}."
            )
        }
    }
}

/// What is said of a unit itself: 本网格没有党小组。
fn own_sentence(lang: Lang, package: &Package, kind: UnitKind, reach: UnitReach) -> String {
    let organisation = organisation_text(lang, kind.role);
    let level = level_text(lang, package, kind.level);
    match (lang, reach.covered > 0, reach.unknown > 0) {
        (Lang::Zh, true, _) => zh!("本{level}{}。", set_up_text(kind.role)),
        (Lang::Zh, false, true) => zh!("本{level}是否有{organisation}，没有公布。"),
        (Lang::Zh, false, false) => zh!("本{level}没有{organisation}。"),
        (Lang::En, true, _) => format!("This {} has {organisation}.", singular(&level)),
        (Lang::En, false, true) => format!(
            "It is not published whether this {} has {organisation}.",
            singular(&level)
        ),
        (Lang::En, false, false) => {
            format!("This {} does not have {organisation}.", singular(&level))
        }
    }
}

/// That there is one: 已建党小组.
fn set_up_text(role: Role) -> String {
    let organisation = organisation_text(Lang::Zh, role);
    match role {
        // A household is not set up.
        Role::OrganisationMemberHouseholds => format!("已有{organisation}"),
        _ => format!("已建{organisation}"),
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
        (Lang::Zh, [(at, _)]) => zh!("，都在{}", name(tree.nodes[*at].area)),
        (Lang::En, [(at, _)]) => format!(", all in {}", name(tree.nodes[*at].area)),
        // No part stands out.
        (_, [(_, first), (_, second), ..]) if first == second => String::new(),
        (Lang::Zh, [(at, count), ..]) => {
            zh!("，其中 {count} 个在{}", name(tree.nodes[*at].area))
        }
        (Lang::En, [(at, count), ..]) => {
            format!(", {count} of them in {}", name(tree.nodes[*at].area))
        }
    }
}

/// That no indicator of a package is one of organisation, and by what it would be.
pub fn no_organisation_text(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => {
            "本数据包没有可供本页使用的指标：指标表的 role 列中没有 org.…、unit.…、centre.reported 或 meeting.held。"
        }
        Lang::En => {
            "This package has no indicator for this page: none has org.…, unit.…, centre.reported or meeting.held in the column role of its table of indicators."
        }
    }
}

/// Organisations beside units of which no list is published.
pub fn share_without_list_text(
    lang: Lang,
    package: &Package,
    share: &OrganisationShare,
    period: Option<Period>,
) -> String {
    let period = match (lang, period.map(|period| period_text(lang, period))) {
        (_, None) => String::new(),
        (Lang::Zh, Some(period)) => format!("（{period}）"),
        (Lang::En, Some(period)) => format!(" ({period})"),
    };
    let (have, all) = (
        named_total(lang, package, share.organisations, &share.have),
        named_total(lang, package, share.units, &share.all),
    );
    // Where nothing is to be judged the figures stand beside each other, and nobody is told a gap.
    let is_judged = package.descriptor.judged;
    let lacking = share.lacking_at_least.filter(|lacking| *lacking > 0.0);
    match (lang, lacking.filter(|_| is_judged).map(count_text)) {
        (Lang::Zh, Some(lacking)) => {
            zh!(
                "{have}，{all}{period}：至少缺 {lacking} 个。未公布逐个单位的名单，不能指明是哪些。"
            )
        }
        (Lang::En, Some(lacking)) => format!(
            "{have}; {all}{period}. At least {lacking} have none. No list of units is published, so they cannot be named."
        ),
        (Lang::Zh, None) if share.is_over => {
            zh!("{have}，{all}{period}：前者多于后者，一个单位可能不止一个。")
        }
        (Lang::En, None) if share.is_over => {
            format!(
                "{have}; {all}{period}. There are more than units, of which some may have several."
            )
        }
        (Lang::Zh, None) => zh!("{have}，{all}{period}。未公布逐个单位的名单。"),
        (Lang::En, None) => format!("{have}; {all}{period}. No list of units is published."),
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
        Some(_) => super::value_beside(lang, about, &total.reading),
        None => "–".to_string(),
    };
    let label = about.label.get(lang);
    match lang {
        Lang::Zh => format!("{label} {value}"),
        Lang::En => format!("{label}: {value}"),
    }
}

/// The heading of the list of units that lack an organisation: 没有党小组的网格（61 个）.
pub fn lacking_heading(lang: Lang, package: &Package, kind: UnitKind, count: usize) -> String {
    let organisation = organisation_text(lang, kind.role);
    let level = super::level_entry_text(lang, package, kind.level);
    let count = count_text(count as f64);
    match lang {
        Lang::Zh => zh!("没有{organisation}的{level}（{count} 个）"),
        Lang::En => format!("{level} without {organisation} ({count})"),
    }
}

/// Where no unit lacks an organisation, as far as is known.
pub fn none_lacking_text(lang: Lang, package: &Package, kind: UnitKind) -> String {
    let level = level_text(lang, package, kind.level);
    let organisation = organisation_text(lang, kind.role);
    match lang {
        Lang::Zh => zh!("各{level}均{}。", set_up_text(kind.role)),
        Lang::En => format!("No {} is without {organisation}.", singular(&level)),
    }
}

/// A button that shows all of a list: 列出全部 23 个.
pub fn show_all_text(lang: Lang, count: usize) -> String {
    let count = count_text(count as f64);
    match lang {
        Lang::Zh => format!("列出全部 {count} 个"),
        Lang::En => format!("list all {count}"),
    }
}

/// A list that is longer than what is shown of it.
pub fn rows_left_text(lang: Lang, count: usize) -> String {
    let count = count_text(count as f64);
    match lang {
        Lang::Zh => format!("另有 {count} 个单位未列出；请单独查看其上级。"),
        Lang::En if count == "1" => {
            "1 more unit is not shown; view the area above it alone.".to_string()
        }
        Lang::En => format!("{count} more units are not shown; view the area above them alone."),
    }
}

/// What stands in a cell of the tree for a kind of organisation: covered of all, and what is missing.
pub fn reach_cell_text(lang: Lang, reach: UnitReach, is_unit: bool) -> (String, String) {
    if reach.all == 0 {
        return ("–".to_string(), String::new());
    }
    if is_unit {
        let (zh, en) = match (reach.covered > 0, reach.unknown > 0) {
            (true, _) => ("有", "yes"),
            (_, true) => ("○ 未公布", "○ not published"),
            _ => ("", ""),
        };
        let missing = match (lang, reach.lacking() > 0) {
            (_, false) => "",
            (Lang::Zh, true) => "缺",
            (Lang::En, true) => "none",
        };
        let text = if lang == Lang::Zh { zh } else { en };
        return (text.to_string(), missing.to_string());
    }
    let text = format!(
        "{} / {}",
        count_text(reach.covered as f64),
        count_text(reach.all as f64)
    );
    let mut missing = vec![missing_count_text(lang, reach.lacking(), false)];
    missing.push(match (lang, reach.unknown) {
        (_, 0) => String::new(),
        (Lang::Zh, count) => format!("{} 个未公布", count_text(count as f64)),
        (Lang::En, count) => format!("{} not published", count_text(count as f64)),
    });
    missing.retain(|text| !text.is_empty());
    (
        text,
        missing.join(if lang == Lang::Zh { "，" } else { ", " }),
    )
}

/// What lies in a unit, level by level: 17 个社区、61 个网格.
pub fn below_text(lang: Lang, package: &Package, levels: &[(LevelId, usize)]) -> String {
    let counts = levels.iter();
    let counts: Vec<String> = counts
        .map(|(level, count)| unit_count_text(lang, package, *level, *count))
        .collect();
    counts.join(if lang == Lang::Zh { "、" } else { ", " })
}

/// After a list that is not the whole: 等.
pub fn and_more_text(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "等",
        Lang::En => " and more",
    }
}

/// What stands between the units of one area and those of the next.
pub fn group_stop(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    }
}

/// A share in per cent: 94.5%.
pub fn share_percent_text(share: f64) -> String {
    format!("{}%", number_text(share * 100.0, 1))
}

/// So many of so many: 154 / 163.
pub fn of_text(part: usize, whole: usize) -> String {
    format!("{} / {}", count_text(part as f64), count_text(whole as f64))
}

/// A share with what it was made of: 89.5%（522）.
pub fn share_counts_text(lang: Lang, share: &str, numerator: f64) -> String {
    let numerator = count_text(numerator);
    match lang {
        Lang::Zh => format!("{numerator}（{share}）"),
        Lang::En => format!("{numerator} ({share})"),
    }
}

/// How many are missing at least; blank where that is not known or none is.
pub fn at_least_text(lang: Lang, lacking: Option<f64>) -> String {
    match (
        lang,
        lacking.filter(|lacking| *lacking > 0.0).map(count_text),
    ) {
        (_, None) => String::new(),
        (Lang::Zh, Some(lacking)) => format!("至少缺 {lacking}"),
        (Lang::En, Some(lacking)) => format!("at least {lacking} without"),
    }
}

/// How many units are listed.
pub fn listed_text(lang: Lang, count: usize) -> String {
    let count = count_text(count as f64);
    match lang {
        Lang::Zh => format!("名单 {count}"),
        Lang::En => format!("{count} listed"),
    }
}

/// A difference of counts with its sign: −2, 0, +1.
pub fn signed_count_text(difference: f64) -> String {
    let sign = if difference > 0.0 { "+" } else { "" };
    format!("{sign}{}", count_text(difference))
}
