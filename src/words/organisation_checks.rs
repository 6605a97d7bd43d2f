//! What is said of the organisation beside how far it reaches: whether published numbers agree, empty
//! levels, centres, meetings.

use super::names::parts_text;
use super::{
    centres_sentence, count_text, level_text, meetings_sentence, named_total, period_text,
    reach_sentence, share_without_list_text, unit_count_text, value_with_unit,
};
use crate::answer::{
    Agreement, Counted, EmptyArea, LevelCount, NoNames, OrgTree, Organisation, OtherCount,
    ParentCheck, RoleCount, Summed, UnitCount,
};
use crate::model::{AreaId, Lang};
use crate::package::Package;

/// What is said first, a sentence each, and whether something is missing by it, where that is known: how far each kind of
/// organisation reaches, centres, meetings, empty levels, whether figures agree.
pub fn organisation_said(
    lang: Lang,
    package: &Package,
    tree: &OrgTree,
    found: &Organisation,
) -> Vec<(String, Option<bool>)> {
    let mut said: Vec<(String, Option<bool>)> = (0..tree.kinds.len())
        .map(|kind| {
            let sentence = reach_sentence(lang, package, tree, kind);
            let reach = tree.reach(0, kind);
            let is_known = reach.all > reach.unknown;
            (sentence, is_known.then(|| reach.lacking() > 0))
        })
        .collect();
    let is_told = |id| tree.kinds.iter().any(|kind| kind.indicator == id);
    let shares = found.shares.iter();
    let shares = shares.filter(|share| !is_told(share.organisations));
    said.extend(shares.map(|share| {
        let mut counts = found.counts.iter();
        let count = counts.find(|count| count.indicator == share.organisations);
        let period = count.map(|count| count.period);
        (share_without_list_text(lang, package, share, period), None)
    }));
    let alone = found.counts.iter().filter(|count| {
        let mut shares = found.shares.iter();
        count.role.word().starts_with("org.")
            && !is_told(count.indicator)
            && !shares.any(|share| share.organisations == count.indicator)
    });
    said.extend(alone.map(|count| (count_alone_text(lang, package, count), None)));
    let without = found.centres.iter().any(|tier| !tier.without.is_empty());
    let is_known = found.centres.iter().all(|tier| tier.expected.is_some());
    let centres = centres_sentence(lang, package, &found.centres);
    said.push((centres, is_known.then_some(without)));
    for requirement in &found.meetings {
        if let Some(held) = requirement.periods.first() {
            let sentence = meetings_sentence(lang, package, &requirement.standard, held);
            let is_known = held.silent.is_none();
            said.push((sentence, is_known.then_some(!held.short.is_empty())));
        }
    }
    said.push((
        agreement_sentence(lang, package, tree, found),
        Some(disagrees(tree, found)),
    ));
    said.retain(|(text, _)| !text.is_empty());
    said
}

/// True where a published number is another than that of the list or of the parts.
fn disagrees(tree: &OrgTree, found: &Organisation) -> bool {
    found.counts.iter().any(|count| {
        let parent = count.parent.as_ref();
        is_off_list(tree, found, count)
            || parent.is_some_and(|it| it.agreement == Agreement::Differs)
    })
}

/// True where a published number of units is not that of the list, or one of organisations not that of
/// the units.
fn is_off_list(tree: &OrgTree, found: &Organisation, count: &RoleCount) -> bool {
    let units = count.units.as_ref();
    units.is_some_and(|units| units.differs || !units.differing.is_empty())
        || unit_excess(tree, found, count).is_some()
}

/// By how much an area publishes more organisations than its units have, where that is not nothing and
/// the list of units is one of the period.
fn unit_excess(tree: &OrgTree, found: &Organisation, count: &RoleCount) -> Option<f64> {
    let mut kinds = tree.kinds.iter();
    let kind = kinds.position(|kind| kind.indicator == count.indicator)?;
    let lists = found.counts.iter().filter_map(|count| count.units.as_ref());
    let is_later = |units: &&UnitCount| units.counted == Counted::Later;
    let excess = tree.reach(0, kind).excess.filter(|it| it.abs() > 1e-9)?;
    // Where the parts right below add up to another number, that is said already.
    let is_said = |parent: &ParentCheck| parent.agreement == Agreement::Differs;
    let is_new =
        !count.parent.as_ref().is_some_and(is_said) && lists.clone().find(is_later).is_none();
    is_new.then_some(excess)
}

/// Organisations of which it is not published how many there should be.
fn count_alone_text(lang: Lang, package: &Package, count: &RoleCount) -> String {
    let have = named_total(lang, package, count.indicator, &count.total);
    let period = period_text(lang, count.period);
    match lang {
        Lang::Zh => format!("{have}（{period}）；没有公布应有多少个，无法判断是否缺少。"),
        Lang::En => format!(
            "{have} ({period}). How many there should be is not published, so nothing is said of what is missing."
        ),
    }
}

/// So many areas are named in a sentence.
const MOST_NAMED: usize = 3;

/// The first names of a list, and how many there are in all.
pub fn few_names_text(lang: Lang, package: &Package, areas: &[AreaId]) -> String {
    let named = areas.iter().take(MOST_NAMED);
    let names: Vec<&str> = named
        .map(|area| package.areas.get(*area).name.get(lang))
        .collect();
    let more = areas.len().saturating_sub(MOST_NAMED);
    match (lang, more) {
        (Lang::Zh, 0) => names.join("、"),
        (Lang::Zh, _) => zh!("{}等", names.join("、")),
        (Lang::En, 0) => names.join(", "),
        (Lang::En, _) => format!("{} and {more} more", names.join(", ")),
    }
}

/// Whether what is published agrees with the lists and with the sums of parts; blank where neither
/// can be told.
pub fn agreement_sentence(
    lang: Lang,
    package: &Package,
    tree: &OrgTree,
    found: &Organisation,
) -> String {
    let labels = |meant: &dyn Fn(&RoleCount) -> bool| -> Vec<&str> {
        let counts = found.counts.iter().filter(|count| meant(count));
        counts
            .map(|count| package.indicators.get(count.indicator).label.get(lang))
            .collect()
    };
    let is_listed = |count: &RoleCount| {
        let units = count.units.as_ref();
        units.is_some_and(|units| matches!(units.counted, Counted::Units(_)))
            && count.total.summed.is_none()
            && count.total.reading.value.exact().is_some()
    };
    let differs_from_list = |count: &RoleCount| is_off_list(tree, found, count);
    let says = |count: &RoleCount, agreement: Agreement| {
        count
            .parent
            .as_ref()
            .is_some_and(|it| it.agreement == agreement)
    };
    let listed = labels(&is_listed);
    let off_list = labels(&differs_from_list);
    let agreeing = labels(&|count| says(count, Agreement::Agrees));
    let differing = labels(&|count| says(count, Agreement::Differs));
    let stop = if lang == Lang::Zh { "。" } else { "." };
    let mut said = Vec::new();
    match (lang, off_list.is_empty()) {
        (_, true) if listed.is_empty() => {}
        (Lang::Zh, true) => said.push(zh!("{}的公布数与单位名单一致", listed.join("、"))),
        (Lang::En, true) => {
            said.push(format!(
                "Published numbers of {} agree with the list of units",
                lower(&listed)
            ));
        }
        (Lang::Zh, false) => said.push(zh!(
            "{}的公布数与单位名单不一致，需核实",
            off_list.join("、")
        )),
        (Lang::En, false) => said.push(format!(
            "Published numbers of {} do not agree with the list of units: to be checked",
            lower(&off_list)
        )),
    }
    match (lang, differing.is_empty()) {
        (_, true) if agreeing.is_empty() => {}
        (Lang::Zh, true) => said.push(format!("{} 项公布数与下级合计一致", agreeing.len())),
        (Lang::En, true) => said.push(format!(
            "{} published {} the sum of the parts",
            agreeing.len(),
            if agreeing.len() == 1 {
                "figure equals"
            } else {
                "figures equal"
            }
        )),
        (Lang::Zh, false) => said.push(zh!(
            "{}的公布数与下级合计不一致，需核实",
            differing.join("、")
        )),
        (Lang::En, false) => said.push(format!(
            "{}: the published number is not the sum of the parts and is to be checked",
            differing.join(", ")
        )),
    }
    if said.is_empty() {
        return String::new();
    }
    said.join(if lang == Lang::Zh { "；" } else { "; " }) + stop
}

fn lower(labels: &[&str]) -> String {
    labels.join(", ").to_lowercase()
}

/// How a count agrees with the list of units and with the sum of its parts; blank where neither is
/// published.
pub fn count_check_text(
    lang: Lang,
    package: &Package,
    tree: &OrgTree,
    found: &Organisation,
    count: &RoleCount,
) -> String {
    let mut said = Vec::new();
    if let Some(excess) = unit_excess(tree, found, count) {
        let published = count.total.reading.value.number().unwrap_or_default();
        said.push(differs_text(lang, published, published - excess));
    }
    if let Some(units) = &count.units {
        let areas: Vec<AreaId> = units.differing.iter().map(|it| it.area).collect();
        let published = count.total.reading.value.exact();
        match (units.counted, published) {
            (Counted::Later, _) => said.push(
                match lang {
                    Lang::Zh => "该期尚无单位名单，不作核对",
                    Lang::En => "no list of units of that time: not checked",
                }
                .to_string(),
            ),
            (Counted::Units(listed), Some(published)) if units.differs => {
                said.push(differs_text(lang, published, listed as f64));
            }
            (Counted::Units(_), Some(_)) if count.total.summed.is_none() => said.push(
                match lang {
                    Lang::Zh => "与名单一致",
                    Lang::En => "agrees with the list",
                }
                .to_string(),
            ),
            _ => {}
        }
        if !areas.is_empty() {
            let names = few_names_text(lang, package, &areas);
            said.push(match lang {
                Lang::Zh => zh!("{names}与名单不一致"),
                Lang::En => format!("{names}: not as listed"),
            });
        }
    }
    if let Some(parent) = &count.parent {
        let indicator = package.indicators.get(count.indicator);
        let sum = value_with_unit(lang, indicator, &parent.summed.reading);
        let parts = parent.summed.summed;
        said.push(parent_text(lang, package, parent.agreement, parts, &sum));
    }
    said.retain(|text| !text.is_empty());
    said.join(if lang == Lang::Zh { "；" } else { "; " })
}

fn differs_text(lang: Lang, published: f64, listed: f64) -> String {
    let (difference, listed) = (count_text((published - listed).abs()), count_text(listed));
    match lang {
        Lang::Zh => format!("名单中 {listed} 个，相差 {difference} 个，需核实"),
        Lang::En => format!("{listed} listed, a difference of {difference}: to be checked"),
    }
}

fn parent_text(
    lang: Lang,
    package: &Package,
    agreement: Agreement,
    summed: Option<Summed>,
    sum: &str,
) -> String {
    let Some(summed) = summed else {
        return String::new();
    };
    let parts = parts_text(lang, package, summed);
    let known = summed.known;
    match (lang, agreement) {
        (Lang::Zh, Agreement::Agrees) => zh!("与 {parts}合计一致"),
        (Lang::En, Agreement::Agrees) => format!("equals the sum of {parts}"),
        (Lang::Zh, Agreement::Differs) => zh!("{parts}合计 {sum}，不一致，需核实"),
        (Lang::En, Agreement::Differs) => format!("sum of {parts}: {sum}, to be checked"),
        (Lang::Zh, Agreement::Incomplete) => zh!("{parts}中 {known} 个有数字，不作核对"),
        (Lang::En, Agreement::Incomplete) => {
            format!("{known} of {parts} have figures: not checked")
        }
        (Lang::Zh, Agreement::Open) => "为约数，不作核对".to_string(),
        (Lang::En, Agreement::Open) => "not exact: not checked".to_string(),
    }
}

/// Whether a figure is the sum of its parts and a share has the figures of a list of units; blank where
/// neither is published, as where the package has no lists of units at all.
pub fn other_check_text(
    lang: Lang,
    package: &Package,
    other: &OtherCount,
    has_lists: bool,
) -> String {
    let mut said = Vec::new();
    let is_known = has_lists && other.total.reading.value.number().is_some();
    match (other.units.filter(|_| is_known), lang) {
        (Some(Ok(units)), Lang::Zh) => {
            let level = level_text(lang, package, units.level);
            said.push(zh!("与逐个{level}的数字一致"));
        }
        (Some(Ok(units)), Lang::En) => {
            let level = level_text(lang, package, units.level);
            said.push(format!("agrees with the figures of the {level}"));
        }
        (Some(Err(NoNames::NoneAgrees)), Lang::Zh) => {
            said.push("没有对应的单位名单，不能指明".to_string());
        }
        (Some(Err(NoNames::NoneAgrees)), Lang::En) => {
            said.push("no list of units has these figures: not named".to_string());
        }
        (Some(Err(NoNames::NotRead)), Lang::Zh) => said.push("名单尚未读取".to_string()),
        (Some(Err(NoNames::NotRead)), Lang::En) => {
            said.push("the list has not been read".to_string())
        }
        (None, _) => {}
    }
    if let Some(parent) = &other.parent {
        let indicator = package.indicators.get(other.indicator);
        let sum = value_with_unit(lang, indicator, &parent.summed.reading);
        said.push(parent_text(
            lang,
            package,
            parent.agreement,
            parent.summed.summed,
            &sum,
        ));
    }
    said.retain(|text| !text.is_empty());
    said.join(if lang == Lang::Zh { "；" } else { "; " })
}

/// A level in which something is missing below: 583 个网格中 2 个没有小区.
pub fn empty_level_text(lang: Lang, package: &Package, found: &LevelCount) -> String {
    let Some(next) = found.next.filter(|_| !found.empty.is_empty()) else {
        return String::new();
    };
    let all = unit_count_text(lang, package, found.level, found.count);
    let count = count_text(found.empty.len() as f64);
    let next = level_text(lang, package, next);
    match lang {
        Lang::Zh => zh!("{all}中 {count} 个没有{next}："),
        Lang::En => format!("{count} of {all} without {next}:"),
    }
}

/// A level of which the list has no unit although a number of them is published: 网格：名单中没有任何单位（公布数 5 个）.
pub fn unlisted_level_text(lang: Lang, package: &Package, count: &RoleCount) -> Option<String> {
    let units = count.units.as_ref()?;
    let is_unlisted = matches!(units.counted, Counted::NotListed | Counted::Units(0));
    let published = count.total.reading.value.number();
    published.filter(|number| is_unlisted && *number > 0.0)?;
    let indicator = package.indicators.get(count.indicator);
    let value = value_with_unit(lang, indicator, &count.total.reading);
    let level = super::level_entry_text(lang, package, units.level);
    Some(match lang {
        Lang::Zh => format!("{level}：名单中没有任何单位（公布数 {value}）"),
        Lang::En => format!("{level}: none listed ({value} published)"),
    })
}

/// Why an area without the next level is named: what it holds all the same.
pub fn empty_area_text(lang: Lang, empty: &EmptyArea) -> &'static str {
    match (lang, empty.has_lower) {
        (Lang::Zh, true) => "其下级单位直接隶属于它",
        (Lang::En, true) => "lower units lie in it directly",
        (Lang::Zh, false) => "其下没有任何单位",
        (Lang::En, false) => "nothing lies in it",
    }
}

/// Areas whose parent cannot be found, and how many lie in them.
pub fn orphans_text(lang: Lang, count: usize, adrift: usize) -> String {
    match (lang, count) {
        (Lang::Zh, 0) => "各单位均有上级。".to_string(),
        (Lang::En, 0) => "Every unit has its parent.".to_string(),
        (Lang::Zh, _) if adrift > 0 => format!(
            "{count} 个单位找不到上级（名单中没有其上级代码），连同其下 {adrift} 个单位均未计入任何合计："
        ),
        (Lang::Zh, _) => {
            format!("{count} 个单位找不到上级（名单中没有其上级代码），未计入任何合计：")
        }
        (Lang::En, _) => {
            let names = match count {
                1 => "1 unit names a parent that is not listed".to_string(),
                _ => format!("{count} units name a parent that is not listed"),
            };
            match (adrift, count) {
                (0, 1) => format!("{names}; it is in no sum:"),
                (0, _) => format!("{names}; they are in no sum:"),
                (_, _) => format!("{names}; with the {adrift} below, they are in no sum:"),
            }
        }
    }
}

/// Where every level is filled.
pub fn levels_filled_text(lang: Lang, package: &Package, levels: &[LevelCount]) -> String {
    let counts: Vec<String> = levels
        .iter()
        .filter(|level| level.count > 0)
        .skip(1)
        .map(|level| unit_count_text(lang, package, level.level, level.count))
        .collect();
    match (lang, counts.is_empty()) {
        (Lang::Zh, true) => "下级单位的名单没有公布。".to_string(),
        (Lang::En, true) => "No list of the units below is published.".to_string(),
        (Lang::Zh, false) => format!("名单中有 {}。", counts.join("、")),
        (Lang::En, false) => format!("Listed: {}.", counts.join(", ")),
    }
}
