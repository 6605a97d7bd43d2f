//! What the parts of splits need and lack, in words: what all of them take together, premises, staff.

use super::split_texts::split_level;
use super::standard_texts::limit_text;
use super::{count_text, level_text, singular, value_with_unit, with_unit};
use crate::answer::{Lack, PremisesNeed, PremisesTotal, SplitPlan, SplitTotals, StaffNeed};
use crate::model::{Indicator, Lang};
use crate::package::Package;

/// What all splits take together, a sentence each: parts, premises, staff.
pub fn split_totals_sentences(
    lang: Lang,
    package: &Package,
    plan: &SplitPlan,
    totals: &SplitTotals,
) -> Vec<String> {
    let level = level_text(lang, package, split_level(package, plan));
    let mut said = vec![parts_sentence(lang, &level, totals)];
    let premises = totals.premises.iter();
    said.extend(premises.map(|it| premises_sentence(lang, package, &level, it)));
    let is_filled = plan.splits.iter().all(|it| it.packing.is_some());
    said.extend(staff_sentence(lang, &level, totals, is_filled));
    said
}

fn parts_sentence(lang: Lang, level: &str, totals: &SplitTotals) -> String {
    let more = totals.fewest_parts.saturating_sub(totals.areas as u64);
    let packed = totals.packed_parts;
    match lang {
        Lang::Zh => {
            let packed = packed.map_or(String::new(), |it| {
                format!("；按整个小区组合，共 {} 个", count_text(it as f64))
            });
            zh!("至少新增 {} 个{level}{packed}。", count_text(more as f64))
        }
        Lang::En => {
            let packed = packed.map_or(String::new(), |it| {
                let parts = count_text(it as f64);
                format!("; filled with whole compounds, {parts} parts")
            });
            let level = match more {
                1 => singular(level),
                _ => level.to_string(),
            };
            format!("At least {} new {level}{packed}.", count_text(more as f64))
        }
    }
}

fn premises_sentence(lang: Lang, package: &Package, level: &str, total: &PremisesTotal) -> String {
    let indicator = package.indicators.get(total.indicator);
    let (label, unit) = (indicator.label.get(lang), indicator.unit.get(lang));
    let each = limit_text(lang, &total.standard);
    let needed = with_unit(&count_text(total.needed), unit);
    let now = total.now.map(|now| with_unit(&count_text(now), unit));
    let lack = lack_text(lang, level, total.lack, unit);
    match lang {
        Lang::Zh => {
            let now = now.map_or(String::new(), |now| format!("，现有 {now}"));
            format!("{label}：每个至少 {each}，共至少 {needed}{now}{lack}。")
        }
        Lang::En => {
            let now = now.map_or(String::new(), |now| format!("; {now} now"));
            format!("{label}: at least {each} each, {needed} in all{now}{lack}.")
        }
    }
}

fn staff_sentence(
    lang: Lang,
    level: &str,
    totals: &SplitTotals,
    is_filled: bool,
) -> Option<String> {
    let (needed, now) = totals.staff?;
    let needed = count_text(needed);
    let unit = match lang {
        Lang::Zh => "人",
        Lang::En => "",
    };
    let lack = lack_text(lang, level, totals.staff_lack, unit);
    let now = now.map_or(String::new(), |now| match lang {
        Lang::Zh => format!("，现有 {} 人", count_text(now)),
        Lang::En => format!("; {} now", count_text(now)),
    });
    Some(match (lang, is_filled) {
        (Lang::Zh, true) => format!("网格员：按上述组合共需 {needed} 人{now}{lack}。"),
        (Lang::Zh, false) => format!("网格员：共至少 {needed} 人{now}{lack}。"),
        (Lang::En, true) => format!("Grid workers: {needed} for parts so filled{now}{lack}."),
        (Lang::En, false) => format!("Grid workers: at least {needed} in all{now}{lack}."),
    })
}

/// What areas lack, each by itself: ；逐个社区计算，2 个社区共缺 620 平方米. What another has to spare is no help.
/// Blank where it is not known of all.
fn lack_text(lang: Lang, level: &str, lack: Option<Lack>, unit: &str) -> String {
    let Some(lack) = lack else {
        return String::new();
    };
    let amount = with_unit(&count_text(lack.amount), unit);
    match (lang, lack.areas) {
        (Lang::Zh, 0) => zh!("，各{level}均不缺"),
        (Lang::En, 0) => format!("; none of the {level} is short"),
        (Lang::Zh, 1) => zh!("；逐个{level}计算，1 个{level}缺 {amount}"),
        (Lang::Zh, areas) => zh!("；逐个{level}计算，{areas} 个{level}共缺 {amount}"),
        (Lang::En, 1) => format!("; 1 of the {level} is short by {amount}"),
        (Lang::En, areas) => format!("; {areas} of the {level} are short by {amount} together"),
    }
}

/// What an area has, and what it lacks of what it needs: 现有 720 平方米，缺 480.
fn now_text(lang: Lang, now: &str, lack: Option<f64>) -> String {
    let lack = lack.filter(|lack| *lack > 0.0).map(count_text);
    match (lang, lack) {
        (Lang::Zh, None) => format!("现有 {now}"),
        (Lang::Zh, Some(lack)) => format!("现有 {now}，缺 {lack}"),
        (Lang::En, None) => format!("now {now}"),
        (Lang::En, Some(lack)) => format!("now {now}, short by {lack}"),
    }
}

/// What the fewest parts need of premises; what there is, and what is lacking: 2 × 600, 现有 720，缺 480.
pub fn premises_need_text(
    lang: Lang,
    indicator: &Indicator,
    need: &PremisesNeed,
    parts: u64,
) -> (String, String) {
    let each = limit_text(lang, &need.standard);
    let now = value_with_unit(lang, indicator, &need.now);
    let needed = format!("{parts} × {each}");
    (needed, now_text(lang, &now, need.lack(parts)))
}

/// The staff that the parts need, part by part where they are filled; what there is, and what is lacking.
pub fn staff_need_text(lang: Lang, need: Option<&StaffNeed>) -> (String, String) {
    let Some(need) = need else {
        return ("–".to_string(), String::new());
    };
    let each: Vec<String> = need.each.iter().map(|it| count_text(*it)).collect();
    let needed = match each.is_empty() {
        true => format!("≥ {}", count_text(need.least)),
        false => each.join(" + "),
    };
    let now = need.now.value.exact().map(count_text);
    let now = now.map_or(String::new(), |now| now_text(lang, &now, need.lack()));
    (needed, now)
}

/// The head of the households of the areas to be split.
pub fn households_head(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "户数",
        Lang::En => "Households",
    }
}
