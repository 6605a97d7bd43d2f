//! Standards and the split planner in words.

use crate::answer::{NotJudged, Split, SplitPlan, StandardEntry, StandardVerdict, Unsplit};
use crate::model::Lang;
use crate::package::Package;
use crate::words::{count_text, level_text, missing_text, requirement_text};

/// A standard and how many areas meet it.
pub fn standard_sentence(lang: Lang, package: &Package, found: &StandardEntry) -> String {
    let label = found.standard.label.get(lang);
    let requirement = requirement_text(lang, &found.standard);
    let level = found
        .level
        .map_or(String::new(), |it| level_text(lang, package, it));
    let (met, missed, open) = (found.met, found.missed, found.not_judged());
    let silent = found.silent.map(|it| not_judged_text(lang, it));
    match (lang, silent) {
        (Lang::Zh, Some(reason)) => format!("{label}（{requirement}）：未判定，{reason}。"),
        (Lang::En, Some(reason)) => format!("{label} ({requirement}): not judged, {reason}."),
        (Lang::Zh, None) => format!(
            "{label}（{requirement}）：{level}达到 {met} 个，未达到 {missed} 个，未判定 {open} 个。"
        ),
        (Lang::En, None) => format!(
            "{label} ({requirement}): {level}: {met} meet it, {missed} do not, {open} not judged."
        ),
    }
}

/// Whether a standard is met, or why that is not said.
pub fn standard_verdict_text(lang: Lang, verdict: StandardVerdict) -> &'static str {
    let (zh, en) = match verdict {
        StandardVerdict::Met => ("达到", "met"),
        StandardVerdict::Missed => ("未达到", "not met"),
        StandardVerdict::NotJudged(reason) => return not_judged_text(lang, reason),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// Why a standard is not held to be met or missed.
pub fn not_judged_text(lang: Lang, reason: NotJudged) -> &'static str {
    let (zh, en) = match reason {
        NotJudged::Missing(missing) => return missing_text(lang, missing),
        NotJudged::Bounded(_) => (
            "数值为约数或上下限，无法判断",
            "the value is bounded or rounded",
        ),
        NotJudged::Partial(..) => ("合计不完整", "the sum is partial"),
        NotJudged::Provisional => ("初步数", "the value is provisional"),
        NotJudged::Borrowed => (
            "标准由其他地区制定，在此不适用",
            "the standard was set by another place",
        ),
        NotJudged::PackageForbids => (
            "发布方声明不作判定",
            "the publisher states that nothing is to be judged",
        ),
        NotJudged::UnitDiffers => ("单位不同", "the units differ"),
        NotJudged::SpanDiffers => ("统计时段不同", "it counts per another span of time"),
        NotJudged::NotInForce => ("所选期间不生效", "it is not in force in this period"),
        NotJudged::DatesUnreadable => ("生效日期无法解读", "its dates cannot be read"),
        NotJudged::ListUnknown => ("适用名单未提供", "the list it holds for is not given"),
        NotJudged::SplitsUnknown => ("拆分情况未提供", "which areas were split is not given"),
        NotJudged::UnknownIndicator => ("数据包没有该指标", "the package has no such indicator"),
        NotJudged::UnknownLevel => ("数据包没有该层级", "the package has no such level"),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// The split plan, a sentence for the limit and one for each area over it.
pub fn split_sentences(lang: Lang, package: &Package, plan: &SplitPlan) -> Vec<String> {
    let limit = match &plan.limit {
        Ok(limit) => count_text(limit.households()),
        Err(reason) => return vec![unsplit_text(lang, *reason).to_string()],
    };
    let (judged, over) = (plan.judged, plan.splits.len());
    let mut said = vec![match lang {
        Lang::Zh => format!("拆分测算：上限 {limit} 户，{judged} 个社区中 {over} 个超过。"),
        Lang::En => format!(
            "Split plan: limit of {limit} households, {over} of {judged} communities over it."
        ),
    }];
    said.extend(
        plan.splits
            .iter()
            .map(|it| split_sentence(lang, package, it)),
    );
    said
}

fn split_sentence(lang: Lang, package: &Package, split: &Split) -> String {
    let area = package.areas.get(split.area).name.get(lang);
    let households = split.households.value.number();
    let households = households.map_or("–".to_string(), count_text);
    let fewest = split.fewest_parts;
    let packed = split.packing.as_ref().map(|it| it.parts.len());
    let staff = split.staff.as_ref().map(|it| count_text(it.least));
    match lang {
        Lang::Zh => {
            let packed = packed.map_or(String::new(), |it| {
                format!("，按小区装箱为 {it} 个（未考虑边界）")
            });
            let staff = staff.map_or(String::new(), |it| format!("，网格员至少 {it} 人"));
            format!("{area} {households} 户：至少 {fewest} 个{packed}{staff}。")
        }
        Lang::En => {
            let packed = packed.map_or(String::new(), |it| {
                format!("; its compounds fill {it}, boundaries ignored")
            });
            let staff = staff.map_or(String::new(), |it| format!("; at least {it} grid workers"));
            format!("{area}, {households} households: at least {fewest} parts{packed}{staff}.")
        }
    }
}

fn unsplit_text(lang: Lang, reason: Unsplit) -> &'static str {
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
