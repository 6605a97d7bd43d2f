//! Standards and the split planner in words.

use crate::answer::{Split, SplitPlan, StandardEntry};
use crate::model::Lang;
use crate::package::Package;
use crate::words::{count_text, level_text, not_judged_text, requirement_text, unsplit_text};

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
            "{label}（{requirement}）：{level}达标 {met} 个，未达标 {missed} 个，未判定 {open} 个。"
        ),
        (Lang::En, None) => format!(
            "{label} ({requirement}): {level}: {met} meet it, {missed} do not, {open} not judged."
        ),
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
                format!("，按整个小区组合为 {it} 个（未考虑边界）")
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
