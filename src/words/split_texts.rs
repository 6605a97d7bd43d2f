//! The split planner in words: who is over the limit, how the parts are filled, by what rule.

use super::standard_texts::limit_text;
use super::{
    count_text, level_count_text, level_text, number_text, period_text, requirement_text, with_unit,
};
use crate::answer::{Packing, Split, SplitLimit, SplitPlan, StaffRule, Unsplit};
use crate::model::{AreaId, Lang, LevelId};
use crate::package::Package;

/// Who is over the limit and how many parts that takes at least; or why nothing is planned.
pub fn split_lead(lang: Lang, package: &Package, plan: &SplitPlan) -> String {
    let limit = match &plan.limit {
        Ok(limit) => limit,
        Err(reason) => return unsplit_text(lang, *reason).to_string(),
    };
    let households = households_text(lang, limit);
    let is_own = matches!(limit, SplitLimit::Given(_));
    let own = match (lang, is_own) {
        (_, false) => "",
        (Lang::Zh, true) => "按自设限值（不是规范）测算：",
        (Lang::En, true) => "With your own limit, which is not a standard: ",
    };
    let level = split_level(package, plan);
    let open = open_text(lang, plan.open.len());
    let over = plan.splits.len();
    let Some((first, totals)) = plan.splits.first().zip(plan.totals()) else {
        let none = level_text(lang, package, level);
        return match lang {
            Lang::Zh if plan.judged == 0 => {
                zh!("{own}没有可与 {households} 对照的户数。{open}")
            }
            Lang::En if plan.judged == 0 => {
                format!("{own}no number of households can be held against {households}.{open}")
            }
            Lang::Zh => zh!("{own}没有{none}超过 {households}。{open}"),
            Lang::En => format!("{own}no {none} have more than {households}.{open}"),
        };
    };
    let areas = level_count_text(lang, package, level, over);
    let level = level_text(lang, package, level);
    let most = first
        .households
        .value
        .number()
        .map_or("–".into(), count_text);
    let name = package.areas.get(first.area).name.get(lang);
    let fewest = totals.fewest_parts;
    match lang {
        Lang::Zh => zh!(
            "{own}{areas}超过 {households}，最多 {most} 户（{name}），至少需拆分为 {fewest} 个{level}。{open}"
        ),
        Lang::En if over == 1 => format!(
            "{own}{areas} has more than {households}: {name} with {most}; splitting it takes at least {fewest} parts.{open}"
        ),
        Lang::En => format!(
            "{own}{areas} have more than {households}, the largest {most} ({name}); splitting them takes at least {fewest} parts.{open}"
        ),
    }
}

fn open_text(lang: Lang, open: usize) -> String {
    match (lang, open) {
        (_, 0) => String::new(),
        (Lang::Zh, open) => format!("另有 {open} 个户数不明或为约数，无法判断。"),
        (Lang::En, open) => {
            format!(" {open} more cannot be judged: no figure, or a bounded one.")
        }
    }
}

/// The limit with its unit: 3,500 户.
fn households_text(lang: Lang, limit: &SplitLimit) -> String {
    match limit {
        SplitLimit::Standard(standard) => limit_text(lang, standard),
        SplitLimit::Given(limit) => {
            let unit = match lang {
                Lang::Zh => "户",
                Lang::En => "households",
            };
            with_unit(&count_text(*limit), unit)
        }
    }
}

/// The level of those that are split.
pub(super) fn split_level(package: &Package, plan: &SplitPlan) -> LevelId {
    let first = plan
        .splits
        .first()
        .map(|it| package.areas.get(it.area).level);
    let of_standard = match &plan.limit {
        Ok(SplitLimit::Standard(standard)) => package.descriptor.level(&standard.level),
        _ => None,
    };
    first
        .or(of_standard)
        .or_else(|| package.descriptor.level("community"))
        .unwrap_or(LevelId(0))
}

/// By what rule staff is counted.
pub fn staff_rule_text(lang: Lang, rule: &StaffRule) -> String {
    match rule {
        StaffRule::Standard(standard) => {
            let label = standard.label.get(lang);
            let requirement = requirement_text(lang, standard);
            match lang {
                Lang::Zh => format!("网格员按规范“{label}”（{requirement}）推算，逐个部分取整。"),
                Lang::En => format!(
                    "Grid workers by the standard “{label}” ({requirement}), rounded up for each part."
                ),
            }
        }
        StaffRule::Median {
            per_1000, areas, ..
        } => {
            let rate = number_text(*per_1000, 2);
            match lang {
                Lang::Zh => format!(
                    "没有网格员配备规范，按 {areas} 个社区的中位数（每千户 {rate} 人）推算，逐个部分取整。"
                ),
                Lang::En => format!(
                    "No standard on grid workers: by the median of {areas} communities, {rate} per 1,000 households, rounded up for each part."
                ),
            }
        }
    }
}

/// What the filling is and is not.
pub fn packing_note(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => {
            "组合测算：先把小区按户数由多到少逐个放入第一个放得下的部分（首次适应递减法），得出部分数；再由多到少逐个放入当前户数最少的部分，使各部分尽量均衡。只看户数，不考虑位置和边界；仅供测算，不是拆分方案。"
        }
        Lang::En => {
            "The number of parts is found by filling in compounds by size, each into the first part that has room (first-fit decreasing); they are then evened out, each compound going to the smallest part so far. Households alone count, not where compounds lie: this shows what is possible and proposes no boundary."
        }
    }
}

/// A part of a split by its number, from 1.
pub fn part_text(lang: Lang, number: usize) -> String {
    match lang {
        Lang::Zh => format!("第 {number} 部分"),
        Lang::En => format!("Part {number}"),
    }
}

/// The title of the figure of a split.
pub fn split_title(lang: Lang, package: &Package, split: &Split) -> String {
    let name = package.areas.get(split.area).name.get(lang);
    match lang {
        Lang::Zh => zh!("{name}拆分测算"),
        Lang::En => format!("A split of {name}"),
    }
}

/// The line under it: the limit and the period of the households.
pub fn split_subtitle(lang: Lang, plan: &SplitPlan) -> String {
    let period = period_text(lang, plan.period);
    let limit = plan.limit.as_ref().map(|it| households_text(lang, it));
    let limit = limit.unwrap_or_default();
    match lang {
        Lang::Zh => format!("每个部分不超过 {limit}，{period}"),
        Lang::En => format!("no part above {limit}, {period}"),
    }
}

/// What a split would come to, in a sentence that follows the name of the place.
pub fn split_sentence(lang: Lang, plan: &SplitPlan, split: &Split) -> String {
    let own = split.households.value.number();
    let own = own.map_or("–".to_string(), count_text);
    let limit = plan.limit.as_ref().map(|it| households_text(lang, it));
    let limit = limit.unwrap_or_default();
    let fewest = split.fewest_parts;
    let staff = split.staff.as_ref().map(|it| count_text(it.least));
    let packed = packed_text(lang, split.packing.as_ref());
    match lang {
        Lang::Zh => {
            let staff = staff.map_or(String::new(), |it| format!("，网格员至少 {it} 人"));
            format!("共 {own} 户，超过 {limit}，至少需拆分为 {fewest} 个{packed}{staff}。")
        }
        Lang::En => {
            let staff = staff.map_or(String::new(), |it| format!("; at least {it} grid workers"));
            format!("{own} households, above {limit}: at least {fewest} parts{packed}{staff}.")
        }
    }
}

/// The heading of what is needed of premises: 办公用房面积：需 / 现有.
pub fn needed_heading(lang: Lang, label: &str) -> String {
    match lang {
        Lang::Zh => format!("{label}：需 / 现有"),
        Lang::En => format!("{label}: needed / now"),
    }
}

/// How the parts are filled: 3,457 + 1,755.
pub fn filled_text(lang: Lang, packing: &Packing) -> String {
    let parts = packing.parts.iter().map(|it| count_text(it.households));
    let sum = parts.collect::<Vec<String>>().join(" + ");
    let count = packing.parts.len();
    match lang {
        Lang::Zh => format!("{count} 个：{sum}"),
        Lang::En => format!("{count}: {sum}"),
    }
}

/// That nothing below an area counts its households.
pub fn no_packing_text(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "没有小区户数，只能给出下限",
        Lang::En => "no households by compound: the lower bound only",
    }
}

/// How the parts are filled: （3,457 户、1,755 户）.
fn packed_text(lang: Lang, packing: Option<&Packing>) -> String {
    let Some(packing) = packing else {
        return String::new();
    };
    let parts = packing.parts.iter().map(|it| count_text(it.households));
    let parts: Vec<String> = parts.collect();
    match lang {
        Lang::Zh => format!("（如按整个小区组合，各为 {} 户）", parts.join("、")),
        Lang::En => format!(" (filled with compounds: {})", parts.join(", ")),
    }
}

/// The names of units in a list.
pub fn unit_names_text(lang: Lang, package: &Package, units: &[AreaId]) -> String {
    let names = units.iter().map(|it| package.areas.get(*it).name.get(lang));
    let names: Vec<&str> = names.collect();
    names.join(match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    })
}

/// What a packing could not take: compounds over the limit by themselves, and those without a figure.
/// Blank where it took them all.
pub fn unpacked_text(lang: Lang, package: &Package, packing: &Packing) -> String {
    let mut said = Vec::new();
    if !packing.too_large.is_empty() {
        let names = unit_names_text(lang, package, &packing.too_large);
        said.push(match lang {
            Lang::Zh => format!("单个小区已超过限值，无法归入任何部分：{names}。"),
            Lang::En => format!("Over the limit by themselves, so in no part: {names}."),
        });
    }
    if !packing.without_figure.is_empty() {
        let names = unit_names_text(lang, package, &packing.without_figure);
        said.push(match lang {
            Lang::Zh => format!("没有户数，未计入：{names}。"),
            Lang::En => format!("Without a figure, so in no part: {names}."),
        });
    }
    said.join(match lang {
        Lang::Zh => "",
        Lang::En => " ",
    })
}

/// Why nothing is planned.
pub fn unsplit_text(lang: Lang, reason: Unsplit) -> &'static str {
    let (zh, en) = match reason {
        Unsplit::NoHouseholds => (
            "不作拆分测算：没有户数指标。",
            "No split plan: no indicator counts households.",
        ),
        Unsplit::NoStandard => (
            "不作拆分测算：没有生效的户数标准。",
            "No split plan: no standard in force limits households.",
        ),
        Unsplit::PackageForbids => (
            "不作拆分测算：发布方声明不作判定。",
            "No split plan: the publisher states that nothing is to be judged.",
        ),
        Unsplit::NoLimit(_) => (
            "不作拆分测算：所给的上限无效。",
            "No split plan: the limit given is none.",
        ),
        Unsplit::NoLevel => (
            "不作拆分测算：数据包没有社区一级。",
            "No split plan: the package has no level of communities.",
        ),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}
