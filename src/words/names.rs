//! Names of things: levels, themes, kinds, values with their units, what a file holds.

use super::{number_text, period_text, unit_behind, value_text, words};
use crate::answer::{Benchmark, BenchmarkChoice, Reading, Summed, Total};
use crate::model::{
    AreaId, Indicator, Kind, Lang, LevelId, Missing, Operator, Standard, Strength, Theme, Value,
};
use crate::package::{Package, Resource, TableKind};
use crate::parse::Layout;

/// A level by its word in the descriptor; a level that is not one of the usual is shown as written.
pub fn level_text(lang: Lang, package: &Package, level: LevelId) -> String {
    let word = package.descriptor.levels.get(usize::from(level.0));
    let word = word.map_or("", String::as_str);
    let (zh, en) = match word {
        "district" => ("区县", "districts"),
        "subdistrict" => ("街道", "sub-districts"),
        "community" => ("社区", "communities"),
        "grid" => ("网格", "grids"),
        "compound" => ("小区", "compounds"),
        "building" => ("楼栋", "buildings"),
        "area" => ("地区", "areas"),
        "region" => ("上级地区", "areas above"),
        "whole" => ("整体", "the whole"),
        other => match other.strip_prefix("area-") {
            // Levels that a table has and does not name.
            Some(number) => {
                return match lang {
                    Lang::Zh => format!("第 {number} 级地区"),
                    Lang::En => format!("areas of level {number}"),
                };
            }
            None => (other, other),
        },
    };
    match lang {
        Lang::Zh => zh.to_string(),
        Lang::En => en.to_string(),
    }
}

/// A place taken as a whole: 示范区整体, Yanta District as a whole; a name that says so itself stands alone.
pub(super) fn as_a_whole(lang: Lang, place: &str) -> String {
    let is_sum = place.ends_with('计')
        || place.starts_with('全')
        || ["total", "all"].contains(&&*place.to_ascii_lowercase());
    match lang {
        _ if is_sum => place.to_string(),
        Lang::Zh => zh!("{place}整体"),
        Lang::En => format!("{place} as a whole"),
    }
}

/// A level as an entry of a list.
pub fn level_entry_text(lang: Lang, package: &Package, level: LevelId) -> String {
    let text = level_text(lang, package, level);
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => {
            let first = first.to_ascii_uppercase();
            std::iter::once(first).chain(letters).collect()
        }
        None => text,
    }
}

/// The name of a benchmark at its line: 全区 for the top area where that is a district.
pub fn benchmark_text(lang: Lang, package: &Package, area: AreaId) -> String {
    let place = package.areas.get(area);
    let word = package.descriptor.levels.get(usize::from(place.level.0));
    match (lang, word.map(String::as_str)) {
        (Lang::Zh, Some("district")) => "全区".to_string(),
        (Lang::En, Some("district")) => "District".to_string(),
        _ => place.name.get(lang).to_string(),
    }
}

/// The English name of a benchmark inside a sentence.
pub(super) fn in_sentence(benchmark: &str) -> &str {
    match benchmark {
        "District" => "the district",
        "All areas listed" => "all areas taken together",
        other => other,
    }
}

/// The areas compared, together, as a benchmark.
pub fn listed_areas_text(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "所列地区合计",
        Lang::En => "All areas listed",
    }
}

/// The name of what areas are held against: 全区, an area, a standard, a given number.
pub fn benchmark_name(lang: Lang, package: &Package, benchmark: &Benchmark) -> String {
    let standard = |place: usize| package.standards.get(place);
    match (benchmark.of, benchmark.area) {
        (_, Some(area)) => benchmark_text(lang, package, area),
        _ if benchmark.is_listed() => listed_areas_text(lang).to_string(),
        (BenchmarkChoice::Standard(place), None) if standard(place).is_some() => {
            standard(place).map_or(String::new(), |it| it.label.get(lang).to_string())
        }
        _ => words(lang).given_benchmark.to_string(),
    }
}

/// What heads the differences of a comparison: 较全区, Against the district.
pub fn difference_heading(lang: Lang, package: &Package, benchmark: &Benchmark) -> String {
    let name = benchmark_name(lang, package, benchmark);
    match lang {
        Lang::Zh => zh!("较{name}"),
        Lang::En => format!("Against {}", in_sentence(&name)),
    }
}

/// The row of a reference above those compared: 全区（基准）, Yi Sub-district (as a whole).
pub fn reference_text(
    lang: Lang,
    package: &Package,
    reference: AreaId,
    is_benchmark: bool,
) -> String {
    let place = match is_benchmark {
        true => benchmark_text(lang, package, reference),
        false => package.areas.get(reference).name.get(lang).to_string(),
    };
    match (lang, is_benchmark) {
        (Lang::Zh, true) => format!("{place}（基准）"),
        (Lang::Zh, false) => format!("{place}（整体）"),
        (Lang::En, true) => format!("{place} (benchmark)"),
        (Lang::En, false) => format!("{place} (as a whole)"),
    }
}

/// What a reference that is no row of a file is the sum of: 163 个社区合计，没有单独的数据行.
pub fn summed_text(lang: Lang, package: &Package, total: &Total) -> Option<String> {
    let level = parts_text(lang, package, total.summed?);
    Some(match lang {
        Lang::Zh => zh!("{level}合计，没有单独的数据行"),
        Lang::En => format!("sum of {level}; no row of its own"),
    })
}

/// The parts of a sum: 163 个社区; 12 个街道和不属其中的 2 个下级单位.
pub fn parts_text(lang: Lang, package: &Package, summed: Summed) -> String {
    let Summed { all, beside, .. } = summed;
    let of_level = level_count_text(lang, package, summed.level, all - beside);
    match (lang, beside) {
        (_, 0) => of_level,
        (Lang::Zh, _) => zh!("{of_level}和不属其中的 {beside} 个下级单位"),
        (Lang::En, 1) => format!("{of_level} and 1 area in none of them"),
        (Lang::En, _) => format!("{of_level} and {beside} areas in none of them"),
    }
}

/// So many units of a level: 163 个社区, 163 communities, 1 district.
pub fn level_count_text(lang: Lang, package: &Package, level: LevelId, count: usize) -> String {
    let name = level_text(lang, package, level);
    let number = super::count_text(count as f64);
    match lang {
        Lang::Zh => zh!("{number} 个{name}"),
        Lang::En if count == 1 => {
            format!("1 {}", singular(&name))
        }
        Lang::En => format!("{number} {name}"),
    }
}

/// A theme.
pub fn theme_text(lang: Lang, theme: Theme) -> &'static str {
    let (zh, en) = match theme {
        Theme::Service => ("服务", "Services"),
        Theme::Cases => ("事项办理", "Cases"),
        Theme::Organisation => ("组织", "Organisation"),
        Theme::Staffing => ("人员", "Staffing"),
        Theme::Premises => ("阵地", "Premises"),
        Theme::Participation => ("参与", "Participation"),
        Theme::Meetings => ("会议", "Meetings"),
        Theme::Delegation => ("权责下沉", "Delegation"),
        Theme::Funding => ("经费", "Funding"),
        Theme::Other => ("其他", "Other"),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// A kind of indicator.
pub fn kind_text(lang: Lang, kind: Kind) -> &'static str {
    let (zh, en) = match kind {
        Kind::Count => ("计数", "count"),
        Kind::Cumulative => ("累计数", "running total"),
        Kind::Proportion => ("比例", "proportion"),
        Kind::Rate => ("比率", "rate"),
        Kind::Ratio => ("比值", "ratio"),
        Kind::Mean => ("均值", "mean"),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// Why there is no value.
pub fn missing_text(lang: Lang, missing: Missing) -> &'static str {
    let words = words(lang);
    match missing {
        Missing::Impossible => words.missing_impossible,
        Missing::NotReported => words.missing_not_reported,
        Missing::NotCollected => words.missing_not_collected,
        Missing::Suppressed => words.missing_suppressed,
        Missing::NoDenominator => words.missing_no_denominator,
        Missing::Blank => words.missing_blank,
        Missing::NoRow => words.missing_no_row,
        Missing::Invalid(_) => words.missing_invalid,
    }
}

/// A value with its unit, or the reason why there is none: 69.3%, 3,120 件, 未采集.
pub fn value_with_unit(lang: Lang, indicator: &Indicator, reading: &Reading) -> String {
    match (value_text(lang, indicator, reading.value), reading.value) {
        (Some(text), _) => with_unit(&text, indicator.unit.get(lang)),
        (None, Value::Missing(missing)) => missing_text(lang, missing).to_string(),
        (None, _) => String::new(),
    }
}

/// A number and its unit: the per-cent sign closes up, a word stands apart.
pub fn with_unit(number: &str, unit: &str) -> String {
    match unit {
        "" => number.to_string(),
        "%" | "‰" => format!("{number}{unit}"),
        // 近 100 万人: what 万 counts follows it at once.
        unit if number.ends_with('万') => format!("{number}{unit}"),
        "people" if number == "1" => format!("{number} person"),
        // 1 meeting; of a rate the word stands for what it is a rate of.
        unit if number == "1" && unit.ends_with('s') && !unit.contains("per ") => {
            format!("{number} {}", singular(unit))
        }
        unit => format!("{number} {}", unit_behind(unit)),
    }
}

/// As many decimals as a number needs, at most so many.
fn decimals_of(number: f64, most: u8) -> u8 {
    let is_enough = |decimals: &u8| {
        let shifted = number * 10f64.powi(i32::from(*decimals));
        // What is left over below this is the error of binary fractions.
        (shifted - shifted.round()).abs() <= shifted.abs() * 1e-12
    };
    (0..most).find(is_enough).unwrap_or(most)
}

/// A count or measure as the data gives it, to two decimals.
pub fn count_text(number: f64) -> String {
    number_text(number, decimals_of(number, 2))
}

/// A standard's requirement: ≤ 3,500 户.
pub fn requirement_text(lang: Lang, standard: &Standard) -> String {
    let operator = match standard.operator {
        Operator::AtLeast => "≥",
        Operator::AtMost => "≤",
    };
    let number = count_text(standard.value);
    with_unit(&format!("{operator} {number}"), standard.unit.get(lang))
}

/// How binding a standard is.
pub fn strength_text(lang: Lang, strength: Strength) -> &'static str {
    let words = words(lang);
    match strength {
        Strength::Required => words.strength_required,
        Strength::InPrinciple => words.strength_in_principle,
        Strength::Planned => words.strength_planned,
    }
}

/// What the descriptor says a file holds: its table, layout, themes, levels and periods.
pub fn holding_text(lang: Lang, package: &Package, resource: &Resource) -> String {
    let (zh, en) = match resource.table {
        TableKind::Areas => ("地区", "areas"),
        TableKind::Indicators => ("指标", "indicators"),
        TableKind::Sources => ("来源", "sources"),
        TableKind::Standards => ("规范", "standards"),
        TableKind::Observations => ("观测值", "observations"),
        TableKind::Lineage => ("拆分与合并", "splits and mergers"),
        TableKind::Revisions => ("修订记录", "revisions"),
        TableKind::Geometry => ("边界", "boundaries"),
        TableKind::Other => ("其他", "other"),
    };
    let mut parts = vec![match lang {
        Lang::Zh => zh.to_string(),
        Lang::En => en.to_string(),
    }];
    if resource.layout == Layout::Wide {
        parts.push(words(lang).layout_wide.to_string());
    }
    if resource.headline {
        parts.push(words(lang).headlines.to_string());
    }
    let separator = match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    };
    let themes = resource
        .themes
        .iter()
        .map(|it| theme_text(lang, *it).to_string());
    let levels = resource
        .levels
        .iter()
        .map(|it| level_text(lang, package, *it));
    for list in [themes.collect::<Vec<_>>(), levels.collect()] {
        if !list.is_empty() {
            parts.push(list.join(separator));
        }
    }
    if let Some((from, to)) = resource.periods {
        let (from, to) = (period_text(lang, from), period_text(lang, to));
        parts.push(match lang {
            _ if from == to => from,
            Lang::Zh => format!("{from}至 {to}"),
            Lang::En => format!("{from} to {to}"),
        });
    }
    parts.join(" · ")
}

/// On what ground a source speaks.
pub fn basis_word(lang: Lang, basis: &str) -> String {
    let (zh, en) = match basis {
        "" => return words(lang).not_stated.to_string(),
        "self-reported" => ("发布方自报", "self-reported"),
        "speech" => ("讲话稿", "speech"),
        "opinion" => ("评论文章", "opinion"),
        "register" => ("登记台账", "register"),
        "administrative" => ("行政记录", "administrative records"),
        "regulation" => ("规范性文件", "regulation"),
        "survey" => ("抽样调查", "survey"),
        "system" => ("业务系统", "case system"),
        other => (other, other),
    };
    match lang {
        Lang::Zh => zh.to_string(),
        Lang::En => en.to_string(),
    }
}

/// One of a level whose English name is a plural.
pub(super) fn singular(level: &str) -> String {
    if let Some(rest) = level.strip_prefix("areas ") {
        return format!("area {rest}");
    }
    if let Some(stem) = level.strip_suffix("ies") {
        return format!("{stem}y");
    }
    let hissed = ["ches", "shes", "xes", "sses"];
    let is_hissed = hissed.iter().any(|end| level.ends_with(end));
    let length = if is_hissed {
        2
    } else {
        usize::from(level.ends_with('s'))
    };
    level[..level.len() - length].to_string()
}

/// Whole sentences one after the other; blank ones are left out. A full stop of Chinese type brings its
/// own space.
pub fn sentences(lang: Lang, parts: &[&str]) -> String {
    let said: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !part.is_empty())
        .collect();
    said.join(match lang {
        Lang::Zh => "",
        Lang::En => " ",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_that_is_a_sum_is_not_called_a_whole_as_well() {
        let check = |place: &str, zh: &str, en: &str| {
            assert_eq!(as_a_whole(Lang::Zh, place), zh);
            assert_eq!(as_a_whole(Lang::En, place), en);
        };
        check("雁塔区", "雁塔区整体", "雁塔区 as a whole");
        check("合计", "合计", "合计");
        check("全国", "全国", "全国");
        check("Total", "Total", "Total");
        check("Allen", "Allen 整体", "Allen as a whole");
        assert_eq!(singular("areas of level 3"), "area of level 3");
    }

    #[test]
    fn a_unit_stands_as_people_write_it() {
        let check = |number: &str, unit: &str, expected: &str| {
            assert_eq!(with_unit(number, unit), expected);
        };
        check("69.3", "%", "69.3%");
        check("近 100 万", "人", "近 100 万人");
        check("88.0", "万元", "88.0 万元");
        check("88.0", "10,000 yuan", "88.0 × 10,000 yuan");
        check("1.8", "100 million yuan", "1.8 × 100 million yuan");
        check("2.3", "per 1,000 households", "2.3 per 1,000 households");
        check("3", "", "3");
        check("1", "meetings", "1 meeting");
        check("1", "branches", "1 branch");
        check("1", "per 100 households", "1 per 100 households");
        check("1", "个", "1 个");
    }
}
