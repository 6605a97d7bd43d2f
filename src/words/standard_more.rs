//! What stands beside a standard, in words: the part of chance, the figures of the place that set it, and
//! what another limit would do.

use super::standard_texts::limit_text;
use super::{level_count_text, period_text, value_beside};
use crate::answer::{StandardEntry, setters_figure};
use crate::model::{Lang, Nature};
use crate::package::Package;

/// What chance has to do with a verdict on a value of events or a survey; blank of full counts.
pub fn chance_in_standard_text(lang: Lang, package: &Package, entry: &StandardEntry) -> String {
    let is_drawn = !matches!(entry.nature, None | Some(Nature::Inventory));
    if !is_drawn {
        return String::new();
    }
    let (first, rest) = match lang {
        Lang::Zh => (
            "该指标含偶然波动，这里按公布值与限值比较，不作检验",
            "能否稳定达标见“趋势”页。",
        ),
        Lang::En => (
            "Chance has a part in this indicator; the published value is held against the limit without a test",
            "Whether the target is met consistently is for the trends page.",
        ),
    };
    let within = missed_within_chance_text(lang, package, entry);
    match (lang, within.is_empty()) {
        (Lang::Zh, true) => format!("{first}；{rest}"),
        (Lang::Zh, false) => format!("{first}：{within}。{rest}"),
        (Lang::En, true) => format!("{first}. {rest}"),
        (Lang::En, false) => format!("{first}: {within}. {rest}"),
    }
}

/// How many of those that miss a target could by chance alone: 未达标的 41 个中，37 个可能仅为偶然. Blank where
/// that is not known, and where nobody misses it.
pub fn missed_within_chance_text(lang: Lang, package: &Package, entry: &StandardEntry) -> String {
    let missed = entry.missed;
    let within = entry.missed_within_chance(package);
    match (lang, within.filter(|_| missed > 0)) {
        (_, None) => String::new(),
        (Lang::Zh, Some(count)) => {
            format!("未达标的 {missed} 个中，{count} 个可能仅为偶然（95% 区间含限值）")
        }
        (Lang::En, Some(count)) => {
            format!(
                "of the {missed} not meeting it, {count} may be chance alone (95% interval holds the limit)"
            )
        }
    }
}

/// The newest figure of the place that set a standard: 小区党支部 674 个（2023 年）; blank where there is none.
pub fn setters_figure_text(lang: Lang, package: &Package, entry: &StandardEntry) -> String {
    let found = setters_figure(package, entry).zip(entry.indicator);
    let Some(((period, reading), indicator)) = found else {
        return String::new();
    };
    let indicator = package.indicators.get(indicator);
    let value = value_beside(lang, indicator, &reading);
    let period = period_text(lang, period);
    let label = indicator.label.get(lang);
    match lang {
        Lang::Zh => format!("{label} {value}（{period}）"),
        Lang::En => format!("{label}: {value} ({period})"),
    }
}

/// That no place publishes a figure of what its standards speak of.
pub fn no_setters_figures_text(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "各制定地均未公布与这些规范相应的数字。",
        Lang::En => "None of the places that set them publishes a figure of what they speak of.",
    }
}

/// The head of the figures of those who set the standards.
pub fn setters_figure_head(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "制定地公布的数字",
        Lang::En => "Published by the place that set it",
    }
}

/// What another limit would do: how many would miss it, and how many more or fewer than now. Always
/// said to be the reader's own.
pub fn tried_sentence(
    lang: Lang,
    package: &Package,
    entry: &StandardEntry,
    tried: &StandardEntry,
) -> String {
    let limit = limit_text(lang, &tried.standard);
    let judged = tried.met + tried.missed;
    let level = tried.level.map_or(String::new(), |level| {
        level_count_text(lang, package, level, judged)
    });
    if judged == 0 {
        return match lang {
            Lang::Zh => format!("自设限值 {limit}：没有可判定的地区。自设限值不是规范。"),
            Lang::En => {
                format!("Your own limit of {limit}: no area can be judged. It is not a standard.")
            }
        };
    }
    let (met, missed) = (tried.met, tried.missed);
    let change = match (lang, missed.cmp(&entry.missed)) {
        (Lang::Zh, std::cmp::Ordering::Equal) => "与规范相同".to_string(),
        (Lang::En, std::cmp::Ordering::Equal) => "as many as under the standard".to_string(),
        (Lang::Zh, std::cmp::Ordering::Greater) => {
            format!("比规范多 {} 个", missed - entry.missed)
        }
        (Lang::Zh, std::cmp::Ordering::Less) => format!("比规范少 {} 个", entry.missed - missed),
        (Lang::En, std::cmp::Ordering::Greater) => {
            format!("{} more than under the standard", missed - entry.missed)
        }
        (Lang::En, std::cmp::Ordering::Less) => {
            format!("{} fewer than under the standard", entry.missed - missed)
        }
    };
    match lang {
        Lang::Zh => zh!(
            "按自设限值 {limit}计算，{level}中 {met} 个达标、{missed} 个未达标（{change}）。自设限值仅供测算，不是规范。"
        ),
        Lang::En => format!(
            "With your own limit of {limit}: of {level}, {met} would meet it and {missed} would not ({change}). This limit is yours and not a standard."
        ),
    }
}

/// The two files of the register: the list itself, and every area held against every standard.
pub fn register_menu_labels(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::Zh => ("导出本表", "导出各地区结果"),
        Lang::En => ("Export this list", "Export every area’s result"),
    }
}
