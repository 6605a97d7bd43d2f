//! Texts of the page 「地图」: whether there is a pattern in place. Its sentences stand in
//! `map_sentences`.

use super::verdict::chance_text;
use super::{missing_text, number_text, refusal_text, value_text, with_unit};
use crate::answer::{Compare, NoComparison, NoShades, Reading, Refusal, ShadeGroup, Shades};
use crate::model::{Indicator, IndicatorId, Lang, Missing, Nature, Polarity, Value};
use crate::package::Package;
use crate::stats::Confidence;

/// Its fixed texts.
#[derive(Debug)]
pub struct MapWords {
    /// Page: Map
    pub title: &'static str,
    /// Control: Colour by
    pub colour: &'static str,
    /// Choice: verdict
    pub colour_verdict: &'static str,
    /// Choice: groups of values
    pub colour_quantile: &'static str,
    /// Control: Drawn as
    pub form: &'static str,
    /// Choice: boundaries
    pub form_outlines: &'static str,
    /// Choice: tiles
    pub form_tiles: &'static str,
    /// Text: Choose an area to see its value
    pub pick_hint: &'static str,
    /// The same where nothing is judged
    pub pick_hint_unjudged: &'static str,
    /// Heading: Different from the benchmark
    pub apart: &'static str,
    /// Button: let the area go
    pub unpick: &'static str,
    /// Heading: No boundary in the files
    pub without_outline: &'static str,
    /// Heading: Codes in the file of boundaries that are no area
    pub unknown_outlines: &'static str,
    /// Text: none of the areas has a boundary, so tiles are shown
    pub no_outline_fits: &'static str,
    /// Text: the files hold no boundary that can be drawn, so tiles are shown
    pub no_outline_usable: &'static str,
}

pub(super) const ZH: MapWords = MapWords {
    title: "地图",
    colour: "着色",
    colour_verdict: "与基准相比",
    colour_quantile: "按数值分组",
    form: "图形",
    form_outlines: "边界图",
    form_tiles: "格子图",
    pick_hint: "点选图中一处，查看其数值、判断和出处。",
    pick_hint_unjudged: "点选图中一处，查看其数值和出处。",
    apart: "与基准不同的地区",
    unpick: "取消选择",
    without_outline: "边界文件中没有的地区",
    unknown_outlines: "边界文件中无法对应地区的代码",
    no_outline_fits: "边界文件中没有这些地区，改以格子图显示。",
    no_outline_usable: "边界文件中没有可以绘制的边界，改以格子图显示；原因见：",
};

pub(super) const EN: MapWords = MapWords {
    title: "Map",
    colour: "Colour by",
    colour_verdict: "Verdict",
    colour_quantile: "Groups of values",
    form: "Drawn as",
    form_outlines: "Boundaries",
    form_tiles: "Tiles",
    pick_hint: "Choose a place on the map for its value, its verdict and its source.",
    pick_hint_unjudged: "Choose a place on the map for its value and its source.",
    apart: "Different from the benchmark",
    unpick: "Clear the choice",
    without_outline: "Areas without a boundary in the files",
    unknown_outlines: "Codes in the file of boundaries that are no area of the package",
    no_outline_fits: "The files hold no boundary of these areas; tiles are shown instead.",
    no_outline_usable: "The files hold no boundary that can be drawn; tiles are shown instead. The reason:",
};

/// The lowest and the highest value of a group; a unit that is a word stands once, in the subtitle.
pub fn shade_range(lang: Lang, indicator: &Indicator, shades: &Shades, group: u8) -> String {
    with_sign(lang, indicator, &shade_ends(indicator, shades, group))
}

/// The lowest and the highest value of a group, without a unit; with one more decimal where groups
/// would seem to share a value.
pub(super) fn shade_ends(indicator: &Indicator, shades: &Shades, group: u8) -> String {
    let text = |value: f64| number_text(value, indicator.decimals);
    let touches = |pair: &[ShadeGroup]| text(pair[0].high) == text(pair[1].low);
    let decimals = indicator.decimals + u8::from(shades.groups.windows(2).any(touches));
    let Some(group) = shades.groups.get(usize::from(group)) else {
        return String::new();
    };
    let end = |value: f64| number_text(value, decimals);
    let (low, high) = (end(group.low), end(group.high));
    match low == high {
        true => low,
        false => format!("{low}–{high}"),
    }
}

/// A value as it stands on a map and in its lists, where the unit that is a word is said once; the
/// reason where there is none.
pub fn map_value_text(lang: Lang, indicator: &Indicator, reading: &Reading) -> String {
    match (value_text(lang, indicator, reading.value), reading.value) {
        (Some(text), _) => with_sign(lang, indicator, &text),
        (None, Value::Missing(missing)) => missing_text(lang, missing).to_string(),
        (None, _) => String::new(),
    }
}

fn with_sign(lang: Lang, indicator: &Indicator, number: &str) -> String {
    match indicator.unit.get(lang) {
        sign @ ("%" | "‰") => with_unit(number, sign),
        _ => number.to_string(),
    }
}

/// An entry of the legend with the number of areas it stands for.
pub fn map_counted_text(lang: Lang, text: &str, count: usize) -> String {
    match lang {
        Lang::Zh => format!("{text} · {count} 个"),
        Lang::En => format!("{text} · {count}"),
    }
}

/// How many tiles of a block stand apart: ▼ 4  ▲ 1; blank where none does.
pub fn block_count_text(polarity: Polarity, below: usize, above: usize) -> String {
    // A filled triangle says good or bad; a hollow one only above or below.
    let [down, up] = match polarity {
        Polarity::None => ["▽", "△"],
        _ => ["▼", "▲"],
    };
    let part = |sign: &str, count: usize| match count {
        0 => String::new(),
        count => format!("{sign} {count}"),
    };
    let parts = [part(down, below), part(up, above)];
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    super::mark_text(&parts)
}

/// How many tiles of a block are in the group that is asked about; blank where none is.
pub fn block_shade_text(lang: Lang, shades: &Shades, end: u8, count: usize) -> String {
    match (lang, count, end == 0 && !shades.groups.is_empty()) {
        (_, 0, _) => String::new(),
        (Lang::Zh, count, true) => format!("最低组 {count} 个"),
        (Lang::Zh, count, false) => format!("最高组 {count} 个"),
        (Lang::En, count, true) => format!("{count} lowest"),
        (Lang::En, count, false) => format!("{count} highest"),
    }
}

/// Why there is no value, short enough for a tile.
pub fn missing_short_text(lang: Lang, missing: Missing) -> &'static str {
    let (zh, en) = match missing {
        Missing::Impossible => ("不适用", "n/a"),
        Missing::NotReported => ("缺报", "missing"),
        Missing::NotCollected => ("未采集", "uncollected"),
        Missing::Suppressed => ("不公布", "withheld"),
        Missing::NoDenominator => ("分母为零", "0 of 0"),
        Missing::Blank => ("空白", "blank"),
        Missing::NoRow => ("无记录", "no record"),
        Missing::Invalid(_) => ("有误", "faulty"),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// An entry of the legend for what has no value of the usual sort.
pub fn map_hollow_text(lang: Lang, is_suppressed: bool) -> &'static str {
    match (lang, is_suppressed) {
        (Lang::Zh, true) => "有数值但不公布",
        (Lang::Zh, false) => "没有数值，原因写在格内",
        (Lang::En, true) => "withheld to protect persons",
        (Lang::En, false) => "no value; the place says why",
    }
}

/// Why values are not grouped.
pub fn no_shades_text(lang: Lang, reason: &NoShades) -> String {
    match (lang, reason) {
        (Lang::Zh, NoShades::TooFew(0)) => "没有确切且已到期的数值，不按数值分组。".to_string(),
        (Lang::En, NoShades::TooFew(0)) => {
            "Not grouped by value: no exact and final value.".to_string()
        }
        (Lang::Zh, NoShades::TooFew(count)) => {
            format!("有确切数值的地区只有 {count} 个，不足 4 个，不按数值分组着色。")
        }
        (Lang::En, NoShades::TooFew(count)) => format!(
            "Not grouped by value: {count} {} an exact value, fewer than four.",
            if *count == 1 {
                "area has"
            } else {
                "areas have"
            }
        ),
        (Lang::Zh, NoShades::AllEqual) => "各地区数值相同，不分组。".to_string(),
        (Lang::En, NoShades::AllEqual) => "Not grouped by value: all values are equal.".to_string(),
        // That nothing is judged is said by itself.
        (_, NoShades::NoOrder(reasons)) if reasons[..] == [Refusal::PackageForbids] => {
            String::new()
        }
        (_, NoShades::NoOrder(reasons)) => {
            let reasons = reasons.iter().filter(|it| **it != Refusal::PackageForbids);
            let reasons: Vec<String> = reasons.map(|it| refusal_text(lang, *it)).collect();
            match lang {
                Lang::Zh => format!("不按数值分组着色：{}。", reasons.join("；")),
                Lang::En => format!("Not grouped by value: {}.", reasons.join("; ")),
            }
        }
    }
}

/// The period and the unit of a map, whose places carry numbers alone.
pub fn map_subtitle(lang: Lang, indicator: &Indicator, period: &str) -> String {
    match (lang, indicator.unit.get(lang)) {
        (_, "") => period.to_string(),
        (Lang::Zh, unit) => format!("{period} · 单位：{unit}"),
        (Lang::En, unit) => format!("{period} · unit: {unit}"),
    }
}

/// The heading of the areas that differ from the benchmark at a level, and how many chance alone would
/// give: 99.8% 水平 2 个（仅因偶然约 0.3 个）.
pub fn apart_level_text(lang: Lang, compare: &Compare, is_far: bool, is_plain: bool) -> String {
    let confidence = match is_far {
        true => Confidence::NinetyNinePointEight,
        false => Confidence::NinetyFive,
    };
    let (below, above) = compare.apart(!is_plain, confidence);
    let chance = chance_text(lang, compare.expected_by_chance(confidence));
    let count = below + above;
    match (lang, is_far) {
        (Lang::Zh, true) => {
            format!("99.8% 水平 {count} 个（仅因偶然{chance} 个）")
        }
        (Lang::Zh, false) => {
            format!("95% 水平共 {count} 个（仅因偶然{chance} 个），其余为：")
        }
        (Lang::En, true) => {
            format!("At the 99.8% level: {count} ({chance} by chance alone)")
        }
        (Lang::En, false) => {
            format!("At the 95% level: {count} in all ({chance} by chance alone); the others:")
        }
    }
}

/// That no area differs from the benchmark, and by which verdict.
pub fn none_apart_text(lang: Lang, is_plain: bool) -> &'static str {
    match (lang, is_plain) {
        (Lang::Zh, false) => {
            "界限按各地区之间超出偶然的差异放宽后，没有与基准明显不同的地区（99.8% 置信水平）。"
        }
        (Lang::Zh, true) => "只看各地区自身样本，没有与基准明显不同的地区（99.8% 置信水平）。",
        (Lang::En, false) => {
            "With limits widened for the spread among areas beyond chance, none differs from the benchmark at the 99.8% level."
        }
        (Lang::En, true) => {
            "By each area’s own counts alone, none differs from the benchmark at the 99.8% level."
        }
    }
}

/// Why an indicator has nothing to compare and no map: 「区级党群服务中心」只有示范区本级的数值.
pub fn no_comparison_text(
    lang: Lang,
    package: &Package,
    indicator: IndicatorId,
    reason: NoComparison,
) -> String {
    let label = package.indicators.get(indicator).label.get(lang);
    match (lang, reason) {
        (Lang::Zh, NoComparison::TopOnly(top)) => {
            let name = package.areas.get(top).name.get(lang);
            zh!("“{label}”只有{name}本级的数值，没有下级各地区的数值，无法比较或绘图。")
        }
        (Lang::En, NoComparison::TopOnly(top)) => {
            let name = package.areas.get(top).name.get(lang);
            format!(
                "“{label}” has a value for {name} alone and none for the areas in it: nothing to compare or to map."
            )
        }
        (Lang::Zh, NoComparison::CategoriesOnly) => {
            format!("“{label}”只有分类数值，没有合计，无法比较或绘图；分类数值见细分。")
        }
        (Lang::En, NoComparison::CategoriesOnly) => {
            format!(
                "“{label}” has values by category alone and no total: nothing to compare or to map. The breakdown has them."
            )
        }
        (Lang::Zh, NoComparison::NoValues) => {
            format!("“{label}”没有公布任何数值，无法比较或绘图。")
        }
        (Lang::En, NoComparison::NoValues) => {
            format!("No value of “{label}” is published: nothing to compare or to map.")
        }
    }
}

/// Why no verdict is given; blank where verdicts are.
pub fn map_no_verdict_text(lang: Lang, package: &Package, compare: &Compare) -> &'static str {
    let indicator = package.indicators.get(compare.question.indicator);
    let (zh, en) = match (compare.judged_count, package.descriptor.judged) {
        (0, false) => (
            "发布方声明本数据包不作判断：图中只列数值，不分优劣。",
            "The publisher states that nothing of this package is to be judged: values only, no verdict.",
        ),
        (0, true) if indicator.nature == Nature::Inventory => (
            "清点数没有偶然成分，不作统计判断，只按数值着色。",
            "A full count is no sample and chance has no part in it: no verdict, only shades of value.",
        ),
        _ => ("", ""),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// A heading: the group of values that is asked about.
pub fn shade_end_text(lang: Lang, shades: &Shades, end: u8) -> &'static str {
    match (lang, end == 0 && !shades.groups.is_empty()) {
        (Lang::Zh, true) => "数值最低的一组",
        (Lang::Zh, false) => "数值最高的一组",
        (Lang::En, true) => "The lowest group",
        (Lang::En, false) => "The highest group",
    }
}

/// That a list is not the whole.
pub fn map_more_text(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Zh => format!("另有 {count} 个，见图和表格"),
        Lang::En => format!("{count} more on the map and in its table"),
    }
}

/// Names in a list: 甲、乙; or with commas.
pub fn map_name_list(lang: Lang, names: &[&str]) -> String {
    names.join(match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    })
}
