//! Texts of the panels beside a profile: standards, cases, organisation, similar areas.

use super::{
    case_rate_text, count_text, level_count_text, level_text, missing_text, number_text,
    per_cent_text, period_text, stage_text, value_beside, value_text, value_with_unit, with_unit,
};
use crate::answer::{
    CaseRate, CaseRateName, Likeness, NoConversion, NoSimilar, NotJudged, Organisation,
    OrganisationShare, Passed, Similar, StandardEntry, StandardRow, StandardVerdict, Total,
    UnitsOfArea,
};
use crate::model::{AreaId, Indicator, Lang, LevelId, Operator, Period, Role, Value};
use crate::package::Package;

/// The shape that stands before a standard.
pub fn standard_sign(verdict: StandardVerdict) -> &'static str {
    match verdict {
        StandardVerdict::Met => "✓",
        StandardVerdict::Missed => "◇",
        StandardVerdict::NotJudged(_) => "○",
    }
}

/// Whether an area meets a standard, or why that is not said.
pub fn profile_standard_verdict(lang: Lang, verdict: StandardVerdict) -> &'static str {
    let (zh, en) = match verdict {
        StandardVerdict::Met => ("达到", "met"),
        StandardVerdict::Missed => ("未达到", "not met"),
        StandardVerdict::NotJudged(reason) => match reason {
            NotJudged::Missing(missing) => return missing_text(lang, missing),
            NotJudged::Bounded(_) => ("约数，未判定", "bounded, not judged"),
            NotJudged::Partial(..) => ("合计不完整，未判定", "partial sum, not judged"),
            NotJudged::Provisional => ("初步数，未判定", "provisional, not judged"),
            _ => ("不适用", "does not apply"),
        },
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// By how much a standard is met or missed: 差 25.0 个百分点, 超 380 户, 余 12 平方米. Blank where there
/// is no margin.
pub fn margin_text(
    lang: Lang,
    package: &Package,
    entry: &StandardEntry,
    row: &StandardRow,
) -> String {
    let Some(indicator) = entry.indicator.map(|id| package.indicators.get(id)) else {
        return String::new();
    };
    let Some(margin) = row.margin.and_then(|margin| margin.number()) else {
        return String::new();
    };
    if margin == 0.0 {
        return match lang {
            Lang::Zh => "正好达到",
            Lang::En => "just met",
        }
        .to_string();
    }
    let distance = distance_text(lang, indicator, margin);
    let (zh, en) = match (margin < 0.0, entry.standard.operator) {
        (true, Operator::AtLeast) => ("差", "short by"),
        (true, Operator::AtMost) => ("超", "over by"),
        (false, _) => ("余", "to spare"),
    };
    match (lang, margin < 0.0) {
        (Lang::Zh, _) => format!("{zh} {distance}"),
        (Lang::En, true) => format!("{en} {distance}"),
        (Lang::En, false) => format!("{distance} {en}"),
    }
}

/// The value that a standard is held against; a unit that is a word stands with the requirement.
pub fn standard_value_text(
    lang: Lang,
    package: &Package,
    entry: &StandardEntry,
    row: &StandardRow,
) -> String {
    let Some(indicator) = entry.indicator.map(|id| package.indicators.get(id)) else {
        return String::new();
    };
    let reading = &row.total.reading;
    match value_text(lang, indicator, reading.value) {
        Some(text) => with_sign(&text, indicator.unit.get(lang)),
        None => value_with_unit(lang, indicator, reading),
    }
}

/// A value with its unit where that is a sign; a unit that is a word stands beside it already. Blank
/// where there is no value.
pub fn bare_value_text(lang: Lang, indicator: &Indicator, value: Value) -> String {
    let text = value_text(lang, indicator, value);
    text.map_or(String::new(), |text| {
        with_sign(&text, indicator.unit.get(lang))
    })
}

/// A number with its unit where that is a sign, not a word.
fn with_sign(number: &str, unit: &str) -> String {
    match unit {
        "%" | "‰" => with_unit(number, unit),
        _ => number.to_string(),
    }
}

/// A share in per cent with its counts: 80.1%（161/201）.
pub fn profile_share_text(lang: Lang, rate: &CaseRate) -> String {
    let share = per_cent_text(rate.share);
    let Some((above, below)) = rate.counts else {
        return share;
    };
    let (above, below) = (count_text(above), count_text(below));
    match lang {
        Lang::Zh => format!("{share}（{above}/{below}）"),
        Lang::En => format!("{share} ({above}/{below})"),
    }
}

/// What part of an earlier stage came so far; of which one, where that is not the one above: 93.1% ÷ 派单.
pub fn share_of_before_text(lang: Lang, passed: Passed, above: Option<Role>) -> String {
    let share = per_cent_text(passed.share);
    match Some(passed.of) == above {
        true => share,
        false => format!("{share} ÷ {}", stage_text(lang, passed.of)),
    }
}

/// The rates of the cases in a line: 办结率 80.1%（161/201）；满意率 94.6%（105/111）。
pub fn rates_text(lang: Lang, rates: &[CaseRate]) -> String {
    let shown = rates.iter().filter(|rate| {
        matches!(
            rate.name,
            CaseRateName::OnTime
                | CaseRateName::Resolution
                | CaseRateName::Satisfaction
                | CaseRateName::SettledInside
        )
    });
    let shown = shown.map(|rate| {
        let name = case_rate_text(lang, rate.name);
        format!("{name} {}", profile_share_text(lang, rate))
    });
    let shown: Vec<String> = shown.collect();
    match (lang, shown.is_empty()) {
        (_, true) => String::new(),
        (Lang::Zh, false) => format!("{}。", shown.join("；")),
        (Lang::En, false) => format!("{}.", shown.join("; ")),
    }
}

/// A heading with its period.
pub fn period_heading(lang: Lang, heading: &str, period: Period) -> String {
    format!("{heading} · {}", period_text(lang, period))
}

/// Of which areas the numbers above speak.
pub fn inside_text(lang: Lang, package: &Package, level: LevelId) -> String {
    let level = level_text(lang, package, level);
    match lang {
        Lang::Zh => zh!("按辖内各{level}逐一判定。"),
        Lang::En => format!("Each of the {level} inside is judged by itself."),
    }
}

/// The counts of organisations and units in a line.
pub fn counts_text(lang: Lang, package: &Package, found: &Organisation) -> String {
    let counts = found
        .counts
        .iter()
        .filter(|it| it.total.reading.value.number().is_some());
    let counts = counts.map(|it| {
        let indicator = package.indicators.get(it.indicator);
        let value = value_beside(lang, indicator, &it.total.reading);
        format!("{} {value}", indicator.label.get(lang))
    });
    let counts: Vec<String> = counts.collect();
    match (lang, counts.is_empty()) {
        (_, true) => String::new(),
        (Lang::Zh, false) => format!("{}。", counts.join("；")),
        (Lang::En, false) => format!("{}.", counts.join("; ")),
    }
}

/// Why nothing is said of what passes from stage to stage.
pub fn profile_no_conversion(lang: Lang, reason: NoConversion) -> &'static str {
    let (zh, en) = match reason {
        NoConversion::EventBasis => (
            "各环节按发生月份统计，不计算转化率。",
            "Stages are counted in the month in which they happened; no conversion is stated.",
        ),
        NoConversion::BasisUnknown => (
            "数据包未说明各环节按哪个月份统计，不计算转化率。",
            "The package does not say in which month a stage is counted; no conversion is stated.",
        ),
        NoConversion::Unripe => (
            "本期尚在办理，不计算转化率。",
            "Cases of this period are still under way; no conversion is stated.",
        ),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// The levels below: 4 个网格、5 个小区、25 个楼栋. Blank where nothing lies below.
pub fn profile_levels(lang: Lang, package: &Package, found: &Organisation) -> String {
    let below = found.levels.iter().skip(1).filter(|it| it.count > 0);
    let below = below.map(|it| level_count_text(lang, package, it.level, it.count));
    let below: Vec<String> = below.collect();
    match (lang, below.is_empty()) {
        (_, true) => String::new(),
        (Lang::Zh, false) => format!("数据中列出辖内 {}。", below.join("、")),
        (Lang::En, false) => format!("Listed inside: {}.", below.join(", ")),
    }
}

/// Organisations beside the units that should each have one: 网格党小组 3 个 / 小区网格 4 个.
pub fn profile_organisation_share(
    lang: Lang,
    package: &Package,
    found: &OrganisationShare,
) -> (String, String, String) {
    let label = |id| package.indicators.get(id).label.get(lang).to_string();
    let number = |id, total: &Total| {
        let indicator = package.indicators.get(id);
        value_text(lang, indicator, total.reading.value)
            .unwrap_or_else(|| value_with_unit(lang, indicator, &total.reading))
    };
    let (have, all) = (
        number(found.organisations, &found.have),
        number(found.units, &found.all),
    );
    let lacking = found.lacking_at_least.filter(|lacking| *lacking > 0.0);
    let lacking = lacking.map(count_text);
    let said = match (lang, lacking, found.is_over) {
        (Lang::Zh, Some(lacking), _) => format!("至少缺 {lacking} 个"),
        (Lang::En, Some(lacking), _) => format!("at least {lacking} lacking"),
        (Lang::Zh, None, true) => "多于单位数".to_string(),
        (Lang::En, None, true) => "more than units".to_string(),
        (_, None, false) if found.lacking_at_least.is_none() => String::new(),
        (Lang::Zh, None, false) => "数量相符".to_string(),
        (Lang::En, None, false) => "as many as units".to_string(),
    };
    let heading = format!("{} / {}", label(found.organisations), label(found.units));
    (heading, format!("{have} / {all}"), said)
}

/// So many units are named in a sentence; of more than so many none, since the few would say nothing.
const MOST_NAMED: usize = 4;
const MANY: usize = 20;

/// The units in which nothing stands, by name: 没有网格党小组的：乙01社区第3网格. Blank where all have
/// one, or where there are too many to name any.
pub fn profile_lacking(
    lang: Lang,
    package: &Package,
    area: AreaId,
    label: &str,
    units: &UnitsOfArea,
) -> String {
    if units.lacking.is_empty() || units.lacking.len() > MANY {
        return String::new();
    }
    let named = units.lacking.iter().take(MOST_NAMED);
    // The area need not be named again on its own page.
    let own = package.areas.get(area).name.get(lang);
    let names = named.map(|it| {
        let name = package.areas.get(it.area).name.get(lang);
        match name.strip_prefix(own).map(str::trim_start) {
            Some(rest) if !rest.is_empty() => rest,
            _ => name,
        }
    });
    let names: Vec<&str> = names.collect();
    let count = units.lacking.len();
    let more = count.saturating_sub(MOST_NAMED);
    match (lang, more) {
        (Lang::Zh, 0) => zh!("没有{label}的：{}。", names.join("、")),
        (Lang::Zh, _) => zh!("没有{label}的：{}等 {count} 个。", names.join("、")),
        (Lang::En, 0) => format!("No {}: {}.", lower(label), names.join(", ")),
        (Lang::En, _) => format!("No {}: {} and {more} more.", lower(label), names.join(", ")),
    }
}

/// A label inside an English sentence.
fn lower(label: &str) -> String {
    let mut letters = label.chars();
    let first = letters.next().map(|it| it.to_ascii_lowercase());
    first.into_iter().chain(letters).collect()
}

/// The heading of areas that are like one: 相近社区.
pub fn similar_heading(lang: Lang, package: &Package, area: AreaId) -> String {
    let level = level_text(lang, package, package.areas.get(area).level);
    match lang {
        Lang::Zh => zh!("相近{level}"),
        Lang::En => format!("Similar {level}"),
    }
}

/// The two figures by which an area is likened: households, and grid staff per 1,000 of them.
pub fn likeness_texts(it: &Likeness) -> (String, String) {
    let households = it.households.value.number().unwrap_or(0.0);
    (
        number_text(households, 0),
        number_text(it.staff_per_1000, 2),
    )
}

/// By which rule areas are called similar, and how many were left out.
pub fn similar_rule(lang: Lang, package: &Package, similar: &Similar) -> String {
    let level = package.areas.get(similar.question.area).level;
    let all = level_count_text(lang, package, level, similar.compared_count + 1);
    let named = similar.areas.len();
    let left_out = similar.left_out;
    match lang {
        Lang::Zh => {
            let left_out = match left_out {
                0 => String::new(),
                count => format!("另有 {count} 个缺数据，未参与比较。"),
            };
            zh!(
                "{all}中，户数（取对数）与每千户专职网格员数最接近的 {named} 个：两项各以标准差为单位，权重相同；不看工作成效。{left_out}"
            )
        }
        Lang::En => {
            let left_out = match left_out {
                0 => String::new(),
                1 => " 1 area lacks one of the figures and is left out.".to_string(),
                count => format!(" {count} areas lack one of the figures and are left out."),
            };
            format!(
                "The {named} nearest of {all} in households (logarithm) and grid staff per 1,000 households, each in standard deviations and of equal weight; performance plays no part.{left_out}"
            )
        }
    }
}

/// Why no area is called similar.
pub fn no_similar_text(lang: Lang, reason: NoSimilar) -> &'static str {
    let (zh, en) = match reason {
        NoSimilar::NotPublished => (
            "未发布同级地区的户数和专职网格员数，无法找出相近地区。",
            "Households and grid staff are not published for areas of this level.",
        ),
        NoSimilar::OwnLacking => (
            "缺少该地区的户数或专职网格员数，无法找出相近地区。",
            "This area lacks households or grid staff, so that none can be called similar.",
        ),
        NoSimilar::NoOther => (
            "没有其他同级地区可比。",
            "There is no other area of this level to compare with.",
        ),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// A distance in the unit of an indicator, without a sign: 25.0 个百分点, 380 户.
fn distance_text(lang: Lang, indicator: &Indicator, distance: f64) -> String {
    let distance = distance.abs();
    match (indicator.is_percentage(), lang) {
        (true, Lang::Zh) => {
            let number = number_text(distance, indicator.decimals.max(1));
            format!("{number} 个百分点")
        }
        (true, Lang::En) => {
            format!("{} pp", number_text(distance, indicator.decimals.max(1)))
        }
        _ => with_sign(
            &number_text(distance, indicator.decimals),
            indicator.unit.get(lang),
        ),
    }
}
