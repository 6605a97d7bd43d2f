//! Findings in one line each, for a reader with a minute: who and what, how far, since when. What they
//! rest on in full stands in `findings`.

use super::findings::{changed_brief, expected_of, side_text};
use super::spacing::beside;
use super::{
    cases_text, level_count_text, level_entry_text, number_in_unit, period_text, requirement_text,
    value_beside, value_with_unit,
};
use crate::answer::{Card, Finding, Reorganised, Shortfall, Sign};
use crate::model::{AreaId, Indicator, Kind, Lang, Nature, Period, Polarity};
use crate::package::Package;

/// A line in two parts: whom it is about, which is set strong, and what is to be said.
pub type Line = (String, String);

/// One finding.
pub fn finding_brief(lang: Lang, package: &Package, finding: &Finding) -> Line {
    let indicator = package.indicators.get(finding.indicator);
    let area = package.areas.get(finding.area).name.get(lang).to_string();
    let label = indicator.label.get(lang);
    let value = value_beside(lang, indicator, &finding.reading);
    let interval = interval_text(
        lang,
        indicator,
        (finding.interval_95.lower, finding.interval_95.upper),
    );
    let mut parts = vec![match lang {
        Lang::Zh => format!("{label} {value}（{interval}）"),
        Lang::En => format!("{label} {value} ({interval})"),
    }];
    parts.push(excess(lang, package, finding));
    parts.extend(changed(lang, finding));
    parts.extend(lasting(lang, package, finding));
    let said = parts.join(match lang {
        Lang::Zh => "，",
        Lang::En => ", ",
    });
    match lang {
        Lang::Zh => {
            // The two parts stand side by side: 6037 homicide.
            let both = beside(&area, &said);
            let said = both.strip_prefix(area.as_str()).unwrap_or(&said);
            (area.clone(), said.to_string())
        }
        Lang::En => (area + ":", said),
    }
}

/// Areas that do not meet a standard.
pub fn shortfall_brief(lang: Lang, package: &Package, shortfall: &Shortfall) -> Line {
    let indicator = package.indicators.get(shortfall.indicator);
    let standard = &shortfall.standard;
    let requirement = requirement_text(lang, standard);
    let label = standard.label.get(lang);
    let missed = shortfall.missed.len();
    let level = package.descriptor.level(&standard.level);
    let who = level.map_or(String::new(), |level| {
        level_count_text(lang, package, level, missed)
    });
    let furthest = shortfall.missed.first().map(|row| {
        let name = package.areas.get(row.area).name.get(lang);
        let value = value_with_unit(lang, indicator, &row.total.reading);
        match lang {
            Lang::Zh => zh!("，差距最大的{name}为 {value}"),
            Lang::En => format!("; furthest from it, {name}: {value}"),
        }
    });
    let furthest = furthest.unwrap_or_default();
    let said = match (lang, missed) {
        (Lang::Zh, _) => format!("未达到“{label}”（{requirement}）{furthest}"),
        (Lang::En, 1) => format!("does not meet “{label}” ({requirement}){furthest}"),
        (Lang::En, _) => format!("do not meet “{label}” ({requirement}){furthest}"),
    };
    (who, said)
}

/// A split or a merger, and what it means for whoever looks back.
pub fn reorganised_brief(lang: Lang, package: &Package, it: &Reorganised) -> Line {
    let names = |areas: &[AreaId]| -> String {
        let names = areas
            .iter()
            .map(|area| package.areas.get(*area).name.get(lang));
        let names: Vec<&str> = names.collect();
        match (lang, names.split_last()) {
            (Lang::En, Some((last, others))) if !others.is_empty() => {
                format!("{} and {last}", others.join(", "))
            }
            (Lang::En, _) => names.join(", "),
            (Lang::Zh, _) => names.join("、"),
        }
    };
    let (from, to, at) = (names(&it.from), names(&it.to), period_text(lang, it.at));
    let is_split = it.from.len() == 1 && it.to.len() > 1;
    let said = match (lang, is_split, it.to.len() == 1) {
        (Lang::Zh, true, _) => zh!("{at}拆分为{to}，前后数字不可直接相比"),
        (Lang::Zh, _, true) => zh!("{at}并为{to}，前后数字不可直接相比"),
        (Lang::Zh, ..) => zh!("{at}调整为{to}，前后数字不可直接相比"),
        (Lang::En, true, _) => {
            format!("split in {at} into {to}; not to be compared across that date")
        }
        (Lang::En, _, true) => {
            format!("merged in {at} as {to}; not to be compared across that date")
        }
        (Lang::En, ..) => {
            format!("became {to} in {at}; not to be compared across that date")
        }
    };
    match lang {
        Lang::Zh => (from, said),
        Lang::En => (from + ":", said),
    }
}

/// How many of those judged do not meet a standard: 42 / 163.
pub fn shortfall_share(shortfall: &Shortfall) -> String {
    format!("{} / {}", shortfall.missed.len(), shortfall.judged_count)
}

/// The heading of a group of findings: 社区, Communities.
pub fn findings_group(lang: Lang, package: &Package, level: crate::model::LevelId) -> String {
    level_entry_text(lang, package, level)
}

/// Beside a group of findings: how many more there are.
pub fn more_findings_text(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Zh => format!("另有 {count} 项"),
        Lang::En => format!("{count} more"),
    }
}

/// How a card stands to the year before: the class of its colour, its shape, and the same in words.
pub fn card_status(
    lang: Lang,
    indicator: &Indicator,
    card: &Card,
) -> (&'static str, &'static str, String) {
    let Some(tested) = &card.tested else {
        return ("verdict", "○", not_tested_text(lang, indicator).to_string());
    };
    let (from, to) = tested.months;
    let months = months_text(lang, from, to);
    let (class, sign, zh, en) = if !tested.is_beyond_chance() {
        (
            "verdict similar",
            "●",
            "与上年同期无显著差别",
            "no different from the year before",
        )
    } else {
        match (indicator.polarity, tested.change > 0.0) {
            (Polarity::Higher, true) | (Polarity::Lower, false) => (
                "verdict better",
                "▲",
                "好于上年同期",
                "better than the year before",
            ),
            (Polarity::Higher, false) | (Polarity::Lower, true) => (
                "verdict worse",
                "▼",
                "差于上年同期",
                "worse than the year before",
            ),
            (Polarity::None, true) => (
                "verdict",
                "▲",
                "高于上年同期",
                "higher than the year before",
            ),
            (Polarity::None, false) => {
                ("verdict", "▼", "低于上年同期", "lower than the year before")
            }
        }
    };
    let said = match lang {
        Lang::Zh => format!("{months}{zh}"),
        Lang::En => format!("{months}: {en}"),
    };
    (class, sign, said)
}

/// Why a card is not tested against the year before.
fn not_tested_text(lang: Lang, indicator: &Indicator) -> &'static str {
    let (zh, en) = match (indicator.nature, indicator.kind) {
        (Nature::Inventory, _) => ("清点数，不作检验", "a full count, not tested"),
        (_, Kind::Proportion | Kind::Rate) => (
            "缺同比所需的月度数据，未作检验",
            "no monthly figures to test against a year before",
        ),
        _ => ("没有分母，不作检验", "no denominator, not tested"),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// 1–3 月合并; across a new year both years stand.
fn months_text(lang: Lang, from: Period, to: Period) -> String {
    let is_one_year = from.start_year() == to.end_year();
    match (lang, is_one_year) {
        (Lang::Zh, true) => format!("{}–{} 月", from.start_month(), to.end_month()),
        (Lang::Zh, false) => format!("{}至{}", period_text(lang, from), period_text(lang, to)),
        (Lang::En, _) => {
            let (from, to) = (period_text(lang, from), period_text(lang, to));
            let from = from.strip_suffix(&format!(" {}", to.rsplit(' ').next().unwrap_or("")));
            match from {
                Some(from) => format!("{from} to {to}"),
                None => to,
            }
        }
    }
}

/// 63.3–76.0; that it is the 95 % interval stands once, above the list.
fn interval_text(lang: Lang, indicator: &Indicator, (lower, upper): (f64, f64)) -> String {
    let lower = number_in_unit(lang, indicator, lower, false);
    let upper = number_in_unit(lang, indicator, upper, false);
    match lang {
        Lang::Zh => format!("{lower}–{upper}"),
        Lang::En => format!("{lower} to {upper}"),
    }
}

/// 按全区水平（87.6%）推算少约 34 件
fn excess(lang: Lang, package: &Package, finding: &Finding) -> String {
    let indicator = package.indicators.get(finding.indicator);
    let count = cases_text(lang, indicator, finding.excess.abs());
    let is_more = finding.excess > 0.0;
    let is_trend = finding
        .signs
        .iter()
        .all(|it| matches!(it, Sign::Years { .. }));
    let expected = number_in_unit(lang, indicator, finding.expected, true);
    let (zh, en) = match expected_of(lang, package, finding) {
        _ if is_trend => (
            format!("五年合计水平（{expected}）"),
            format!("the five years together ({expected})"),
        ),
        None => (
            format!("自身均值（{expected}）"),
            format!("its own mean ({expected})"),
        ),
        Some(name) => (
            zh!("{name}水平（{expected}）"),
            format!("{name} ({expected})"),
        ),
    };
    match (lang, is_more) {
        (Lang::Zh, true) => zh!("按{zh}推算多约 {count}"),
        (Lang::Zh, false) => zh!("按{zh}推算少约 {count}"),
        (Lang::En, true) => format!("about {count} more than at the rate of {en}"),
        (Lang::En, false) => format!("about {count} fewer than at the rate of {en}"),
    }
}

fn changed(lang: Lang, finding: &Finding) -> Option<String> {
    finding.signs.iter().find_map(|sign| {
        let (zh, en) = match sign {
            Sign::Apart => return None,
            Sign::Changed { .. } => return Some(changed_brief(lang, finding)),
            Sign::Years {
                is_rising: true, ..
            } => ("近五年总体呈上升趋势", "an upward trend over five years"),
            Sign::Years { .. } => ("近五年总体呈下降趋势", "a downward trend over five years"),
        };
        Some(
            match lang {
                Lang::Zh => zh,
                Lang::En => en,
            }
            .to_string(),
        )
    })
}

fn lasting(lang: Lang, package: &Package, finding: &Finding) -> Option<String> {
    let is_trend = finding
        .signs
        .iter()
        .all(|it| matches!(it, Sign::Years { .. }));
    if finding.persistence < 2 || is_trend {
        return None;
    }
    let since = period_text(lang, finding.since);
    let side = side_text(lang, package, finding);
    Some(match lang {
        Lang::Zh => format!("{since}起持续{side}"),
        Lang::En => format!("{side} since {since}"),
    })
}
