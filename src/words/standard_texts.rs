//! Standards in words: how many areas miss which, by what margin, and why nothing is judged.

use super::number::counted;
use super::{
    count_text, difference_text, level_count_text, level_text, missing_text, number_text,
    period_text, requirement_text, strength_text, value_with_unit, with_unit,
};
use crate::answer::{NotJudged, StandardEntry, StandardRow, StandardVerdict, Standards};
use crate::model::{Bound, Indicator, Kind, Lang, LevelId, Operator, Period, Standard, Value};
use crate::package::Package;

/// As many standards as the sentence at the top names.
const NAMED: usize = 3;

/// The sentence at the top: how many of the standards in force are missed, which by how many areas,
/// and who is furthest from each.
pub fn standards_sentence(lang: Lang, package: &Package, found: &Standards) -> String {
    let in_force = found.entries.iter().filter(|it| it.is_in_force()).count();
    let judging = found.entries.iter().filter(|it| it.met + it.missed > 0);
    let judging = judging.count();
    let missed = found.missed_most();
    let level = common_level(&missed);
    let areas = level.map(|level| level_text(lang, package, level));
    if !package.descriptor.judged {
        let listed = found.entries.len();
        return match lang {
            Lang::Zh => format!("收录规范 {listed} 项，均不用于判定任何地区。"),
            Lang::En => format!("{listed} standards listed; none is used to judge an area."),
        };
    }
    if in_force == 0 {
        let listed = found.entries.len();
        return match lang {
            Lang::Zh => format!("收录规范 {listed} 项，所选期间均未生效，不作判定。"),
            Lang::En => format!(
                "{} listed; none is in force in this period, so nothing is judged.",
                counted(&listed.to_string(), "standard", "standards")
            ),
        };
    }
    let all_in_force = counted(
        &in_force.to_string(),
        "standard in force",
        "standards in force",
    );
    if judging == 0 {
        return match lang {
            Lang::Zh => format!("现行规范 {in_force} 项，均未据以判定任何地区。"),
            Lang::En => format!("{all_in_force}; none of them judges any area."),
        };
    }
    if missed.is_empty() {
        return match lang {
            Lang::Zh => format!("现行规范 {in_force} 项，可判定的 {judging} 项全部达标。"),
            Lang::En if judging == 1 => {
                format!("{all_in_force}: every area that can be judged meets the one that applies.")
            }
            Lang::En => format!(
                "{all_in_force}: every area that can be judged meets all of the {judging} that apply."
            ),
        };
    }
    let has_planned = missed.iter().any(|it| !it.is_binding());
    let named = missed.iter().take(NAMED);
    let named = named.map(|it| missed_phrase(lang, package, it));
    let named: Vec<String> = named.collect();
    let count = missed.len();
    match lang {
        Lang::Zh => {
            let areas = areas.unwrap_or_else(|| "地区".to_string());
            let most = match (count > NAMED, has_planned) {
                (true, true) => "除计划目标外，未达标最多的是：",
                (true, false) => "未达标最多的是：",
                (false, _) => "",
            };
            zh!(
                "现行规范 {in_force} 项，其中 {count} 项有{areas}未达标。{most}{}。",
                named.join("；")
            )
        }
        Lang::En => {
            let areas = areas.unwrap_or_else(|| "areas".to_string());
            let of_all = match (count, in_force) {
                (_, 1) => "The one standard in force is".to_string(),
                (1, _) => format!("1 of the {in_force} standards in force is"),
                _ => format!("{count} of the {in_force} standards in force are"),
            };
            let most = match (count > NAMED, has_planned) {
                (true, true) => "Planned targets aside, missed most often: ",
                (true, false) => "Missed most often: ",
                (false, _) => "",
            };
            format!(
                "{of_all} missed by some {areas}. {most}{}.",
                named.join("; ")
            )
        }
    }
}

/// The level of all of these, where they share one.
fn common_level(entries: &[&StandardEntry]) -> Option<LevelId> {
    let first = entries.first()?.level?;
    entries
        .iter()
        .all(|it| it.level == Some(first))
        .then_some(first)
}

/// How many areas miss a standard and the furthest of them: 42 个社区办公用房面积不足 600 平方米，最低
/// 330 平方米（甲06社区等 3 个）.
pub fn missed_phrase(lang: Lang, package: &Package, entry: &StandardEntry) -> String {
    let level = entry.level;
    let areas = level.map_or(String::new(), |level| {
        level_count_text(lang, package, level, entry.missed)
    });
    let (short, furthest) = short_of(lang, package, entry);
    match lang {
        Lang::Zh => zh!("{areas}{short}{furthest}"),
        Lang::En => format!("{areas} with {short}{furthest}"),
    }
}

/// On which side of the limit those are that miss a standard, and the furthest of them.
fn short_of(lang: Lang, package: &Package, entry: &StandardEntry) -> (String, String) {
    let Some(indicator) = entry.indicator.map(|id| package.indicators.get(id)) else {
        return (String::new(), String::new());
    };
    let label = indicator.label.get(lang);
    let limit = limit_text(lang, &entry.standard);
    let is_least = entry.standard.operator == Operator::AtLeast;
    let (side, end) = match (lang, is_least) {
        (Lang::Zh, true) => ("不足", "最低"),
        (Lang::Zh, false) => ("超过", "最高"),
        (Lang::En, true) => ("below", "lowest"),
        (Lang::En, false) => ("above", "highest"),
    };
    let furthest = furthest(lang, package, indicator, entry);
    let furthest = furthest.map_or(String::new(), |(value, who)| match lang {
        Lang::Zh => format!("，{end} {value}（{who}）"),
        Lang::En => format!(" ({end} {value}, {who})"),
    });
    // 每千户专职网格员不足 2 人: what it is per is not said twice.
    let per = indicator.unit.zh.rsplit_once('/').map(|(_, per)| per);
    let per = per.filter(|per| {
        label
            .strip_prefix('每')
            .is_some_and(|it| it.starts_with(per))
    });
    let told = per.map_or(String::new(), |per| ["/", per].concat());
    let (limit, furthest) = match (lang, told.is_empty()) {
        (Lang::Zh, false) => (limit.replace(&told, ""), furthest.replace(&told, "")),
        _ => (limit, furthest),
    };
    let level = entry.level.map(|level| level_text(lang, package, level));
    let short = match lang {
        Lang::Zh => {
            // 42 个社区办公用房…: the level is not said twice.
            let label = level
                .and_then(|level| label.strip_prefix(&*level))
                .unwrap_or(label);
            format!("{label}{side} {limit}")
        }
        Lang::En => format!("“{label}” {side} {limit}"),
    };
    (short, furthest)
}

/// The value that is furthest from a standard, and whose it is.
fn furthest(
    lang: Lang,
    package: &Package,
    indicator: &Indicator,
    entry: &StandardEntry,
) -> Option<(String, String)> {
    let missed = entry.missed_rows();
    let first = missed.first()?;
    let is_as_far = |row: &&StandardRow| row.total.reading.value == first.total.reading.value;
    let others = missed.iter().filter(is_as_far).count() - 1;
    let name = package.areas.get(first.area).name.get(lang);
    let who = match (lang, others) {
        (_, 0) => name.to_string(),
        (Lang::Zh, others) => zh!("{name}等 {} 个", others + 1),
        (Lang::En, 1) => format!("{name} and 1 other"),
        (Lang::En, others) => format!("{name} and {others} others"),
    };
    Some((value_with_unit(lang, indicator, &first.total.reading), who))
}

/// The limit of a standard with its unit: 3,500 户.
pub fn limit_text(lang: Lang, standard: &Standard) -> String {
    let number = count_text(standard.value);
    with_unit(&number, standard.unit.get(lang))
}

/// What is said of one standard: at which period how many areas of how many miss it, the furthest, and
/// how many are not judged.
pub fn standard_entry_sentence(lang: Lang, package: &Package, entry: &StandardEntry) -> String {
    let requirement = requirement_text(lang, &entry.standard);
    let period = period_text(lang, entry.period);
    if let Some(reason) = entry.silent {
        let reason = not_judged_text(lang, reason);
        return match lang {
            Lang::Zh => format!("要求{requirement}；{period}未作判定：{reason}。"),
            Lang::En => format!("Requirement: {requirement}. Not judged for {period}: {reason}."),
        };
    }
    let judged = entry.met + entry.missed;
    let level = entry.level.map_or(String::new(), |level| {
        level_count_text(lang, package, level, judged)
    });
    if judged == 0 {
        let reasons = reasons_text(lang, package, entry);
        return match lang {
            Lang::Zh => format!("要求{requirement}；{period}未判定任何地区：{reasons}。"),
            Lang::En => {
                format!("Requirement: {requirement}. No area is judged for {period}: {reasons}.")
            }
        };
    }
    let said = match entry.missed {
        0 => match lang {
            Lang::Zh => zh!("{period}，{level}全部达标（{requirement}）"),
            Lang::En => format!("{period}: all {level} meet it ({requirement})"),
        },
        missed => {
            let (short, furthest) = short_of(lang, package, entry);
            let share = number_text(100.0 * missed as f64 / judged as f64, 1);
            match lang {
                Lang::Zh => {
                    zh!("{period}，{level}中 {missed} 个未达标（{share}%）：{short}{furthest}")
                }
                Lang::En => format!(
                    "{period}: {missed} of {level} ({share}%) do not meet it: {short}{furthest}"
                ),
            }
        }
    };
    let open = entry.not_judged();
    match (lang, open) {
        (Lang::Zh, 0) => format!("{said}。"),
        (Lang::En, 0) => format!("{said}."),
        (Lang::Zh, _) => format!(
            "{said}；未判定 {open} 个（{}）。",
            reasons_text(lang, package, entry)
        ),
        (Lang::En, _) => format!(
            "{said}; {open} not judged ({}).",
            reasons_text(lang, package, entry)
        ),
    }
}

/// Why areas are not judged, each reason with its number: 1 个社区不适用，2 个社区未采集.
pub fn reasons_text(lang: Lang, package: &Package, entry: &StandardEntry) -> String {
    let reasons = entry.reasons();
    let reasons = reasons.iter().map(|(reason, count)| {
        let reason = not_judged_text(lang, *reason);
        let areas = entry.level.map_or(String::new(), |level| {
            level_count_text(lang, package, level, *count)
        });
        match lang {
            Lang::Zh => zh!("{areas}{reason}"),
            Lang::En => format!("{areas}: {reason}"),
        }
    });
    let reasons: Vec<String> = reasons.collect();
    let speaks_of_none = reasons.is_empty() && entry.outside > 0;
    match (lang, reasons.is_empty()) {
        (Lang::Zh, true) if speaks_of_none => "所选范围内没有适用的地区".to_string(),
        (Lang::En, true) if speaks_of_none => "it speaks of none of the areas shown".to_string(),
        (Lang::Zh, true) => "该层级没有地区".to_string(),
        (Lang::En, true) => "there are no areas of that level".to_string(),
        (Lang::Zh, false) => reasons.join("，"),
        (Lang::En, false) => reasons.join("; "),
    }
}

/// Whether a standard is met, or why that is not said.
pub fn standard_verdict_text(lang: Lang, verdict: StandardVerdict) -> &'static str {
    let (zh, en) = match verdict {
        StandardVerdict::Met => ("达标", "met"),
        StandardVerdict::Missed => ("未达标", "not met"),
        StandardVerdict::NotJudged(reason) => return not_judged_text(lang, reason),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// The shape that stands before a verdict on a standard, as on the charts.
pub fn standard_verdict_sign(verdict: StandardVerdict) -> &'static str {
    match verdict {
        StandardVerdict::Met => "✓",
        StandardVerdict::Missed => "◇",
        StandardVerdict::NotJudged(_) => "○",
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

/// A margin with its sign and unit, shares in percentage points: −270 平方米, −14.3 个百分点. As many
/// decimals as it takes to tell it from none at all.
pub fn standard_margin_text(lang: Lang, indicator: &Indicator, margin: Value) -> String {
    let (Value::Known(number) | Value::Bounded(number, _)) = margin else {
        return String::new();
    };
    let usual = match indicator.kind {
        Kind::Proportion | Kind::Rate | Kind::Ratio => indicator.decimals.max(1),
        _ => indicator.decimals,
    };
    let is_nothing = |decimals: &u8| number.abs() < 0.5 / 10f64.powi(i32::from(*decimals));
    let decimals = match number == 0.0 {
        true => usual,
        false => (usual..6).find(|it| !is_nothing(it)).unwrap_or(usual),
    };
    let about = Indicator {
        decimals,
        ..indicator.clone()
    };
    let text = difference_text(lang, &about, number);
    let text = match indicator.is_percentage() {
        true => text,
        false => with_unit(&text, indicator.unit.get(lang)),
    };
    match margin.bound() {
        None => text,
        Some(Bound::Lower) => format!("≥ {text}"),
        Some(Bound::Upper) => format!("≤ {text}"),
        Some(Bound::Approximate | Bound::Rounded) => format!("≈ {text}"),
    }
}

/// Where a standard comes from: the title of its source, the place in it, its line in the file.
pub fn standard_source_text(lang: Lang, package: &Package, standard: &Standard) -> String {
    let title = package.source(&standard.source);
    let title = title.map_or(&*standard.source, |it| &*it.title);
    let mut parts = vec![title, &standard.locator];
    parts.retain(|part| !part.is_empty());
    parts.join(match lang {
        Lang::Zh => " ",
        Lang::En => ", ",
    })
}

/// How binding a standard is, from when, for whom, and who set it where that is not plain: 必须 · 2024 年
/// 1 月起 · 全区每个社区.
pub fn standard_holds_text(lang: Lang, package: &Package, entry: &StandardEntry) -> String {
    let standard = &entry.standard;
    let setter = entry
        .set_by
        .map(|area| package.areas.get(area).name.get(lang));
    let is_plain = entry.set_by.is_some_and(|it| package.areas.roots() == [it]);
    let set = match (lang, setter) {
        _ if is_plain => String::new(),
        (Lang::Zh, Some(setter)) => zh!("{setter}制定"),
        (Lang::En, Some(setter)) => format!("set by {setter}"),
        (Lang::Zh, None) => "制定地未具名".to_string(),
        (Lang::En, None) => "set by a place not named".to_string(),
    };
    let parts = [
        set,
        strength_text(lang, standard.strength).to_string(),
        standing_text(lang, standard),
        standard.scope.get(lang).to_string(),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    parts.join(" · ")
}

/// From when to when a standard holds: 2024 年 1 月起, January 2026 to December 2026.
pub fn standing_text(lang: Lang, standard: &Standard) -> String {
    let read = |text: &str| Period::parse(text).map(|period| period_text(lang, period));
    let written = |text: &str| read(text).unwrap_or_else(|| text.to_string());
    let (from, to) = (
        written(&standard.effective_from),
        written(&standard.effective_to),
    );
    match (lang, from.is_empty(), to.is_empty()) {
        (_, true, true) => String::new(),
        (Lang::Zh, false, true) => format!("{from}起"),
        (Lang::Zh, true, false) => format!("至 {to}"),
        (Lang::Zh, false, false) => format!("{from}至 {to}"),
        (Lang::En, false, true) => format!("since {from}"),
        (Lang::En, true, false) => format!("until {to}"),
        (Lang::En, false, false) => format!("{from} to {to}"),
    }
}
