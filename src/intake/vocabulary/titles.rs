//! The words by which a line above a table states the unit of its figures, and the names that a unit
//! does not go with.

use crate::intake::column_names::without_unit;
use crate::intake::vocabulary::codes::is_place;
use crate::intake::vocabulary::headed_units::is_unit;
use crate::intake::vocabulary::kinds::{
    is_measured, is_of_things, is_ratio, is_scaled, names_count,
};
use crate::intake::vocabulary::things::names_counted;
use crate::intake::vocabulary::time::time_name;
use crate::intake::vocabulary::{folded, has, is_note_start, speaks_of_publishing};

/// The unit that a line above a table states, alone or in brackets: `单位：万人`, `Population (unit: %)`.
pub(in crate::intake) fn stated_unit(text: &str) -> Option<&str> {
    let unit = called_unit(text)?;
    one_of_two(unit).or_else(|| (is_unit(unit) || is_of_things(unit)).then_some(unit))
}

/// What a line calls the unit, whatever it is.
pub(in crate::intake) fn called_unit(text: &str) -> Option<&str> {
    const HEADS: &str = "计量单位|計量單位|金额单位|货币单位|数量单位|面积单位|单位|單位|単位|단위|units of measure|unit of measure|units|unit|einheit|\
        unité|unidades|unidad|unidade|unità di misura|unità";
    let lower = text.to_lowercase();
    // Case folding may change lengths beyond ASCII.
    let lower = if lower.len() == text.len() {
        lower
    } else {
        text.to_string()
    };
    let (at, head) = HEADS
        .split('|')
        .find_map(|head| lower.find(head).map(|at| (at, head)))?;
    // 填报单位 and 编制单位 are offices.
    let before = lower.get(..at)?.chars().next_back();
    if before.is_some_and(char::is_alphanumeric) {
        return None;
    }
    let rest = lower.get(at + head.len()..)?.trim_start();
    rest.strip_prefix([':', '：'])?;
    let start = text.len() - rest.len();
    let rest = text
        .get(start..)?
        .trim_start_matches([':', '：'])
        .trim_start();
    // In another language it may follow in brackets: 万人 (10 000 persons).
    let end = rest.find(['(', '（', ')', '）', ']', '】', ';', '；', '。']);
    let unit = rest.get(..end.unwrap_or(rest.len()))?.trim();
    (!unit.is_empty()).then_some(unit)
}

/// The unit beside the per cent of a table of amounts and rates: 万元、%. The rates say what they are.
fn one_of_two(unit: &str) -> Option<&str> {
    let mut parts = unit.split(['、', '，', ',', '/', '和']).map(str::trim);
    let is_share = |it: &str| matches!(it, "%" | "％" | "‰");
    match (parts.next(), parts.next(), parts.next()) {
        (Some(one), Some(share), None) | (Some(share), Some(one), None)
            if is_share(share) && !is_share(one) && (is_unit(one) || is_of_things(one)) =>
        {
            Some(one)
        }
        _ => None,
    }
}

/// The unit that stands at the end of a title and may be that of figures: `Employment (thousands)`,
/// `Gross value added by area, £ million`.
pub(in crate::intake) fn unit_at_end(title: &str) -> Option<&str> {
    const OTHERS: &str = "年|天|名|所|家|个|张|次|间|座|栋|对|index|rate|count|ratio|number|no.|t|m|years|days|hours|\
        people|persons|households|years old";
    let (stem, unit) = without_unit(title);
    // Of several units none is that of all.
    let is_one_of_several = stem.ends_with(['、', '，', ',', ';', '；']);
    let is_title = !is_one_of_several && stem.chars().count() > 3 && !unit.is_empty();
    // Nor are the years that a table is of.
    let is_year = unit.bytes().filter(|it| it.is_ascii_digit()).count() >= 4;
    (is_title && !is_year && !has(OTHERS, &folded(unit))).then_some(unit)
}

/// The name that a title gives to the only indicator of a table: what it counts or measures, without the number
/// of the table, what it is broken down by, and the place and time behind a comma. None of an office, a source, a
/// note, or of what names neither things nor a measure.
pub(in crate::intake) fn name_in_title(text: &str) -> Option<&str> {
    const HEADS: &str = "table|tabela|tabelle|tableau|tabla|tavola|tabel|表";
    const OFFICES: &str = "office|department|ministry|bureau|agency|council|authority|service|institute|contact|统计局|\
        委员会|政府|办公室|公报|年鉴|台账|report|bulletin|statistics|dataset|export|query|http|worksheet|contains|survey|results|调查|overview|summary|profile|概况|thousands of|millions of";
    const LONGEST: usize = 60;
    let lower = text.to_lowercase();
    let head = HEADS
        .split('|')
        .find(|head| lower.starts_with(head) && lower.len() == text.len());
    // A unit behind the title is none of its words: 床位数（单位：张）.
    let open = text.rfind(['（', '(']);
    let unit = open.filter(|at| *at > 0 && stated_unit(text.get(*at..).unwrap_or("")).is_some());
    let text = unit.and_then(|at| text.get(..at)).unwrap_or(text);
    let mut name = text.trim();
    // Table 122: , Tabela 6579 - , 表1 .
    if let Some(rest) = head.and_then(|head| text.get(head.len()..)) {
        let rest = rest.trim_start();
        let end = rest.find([' ', ':', '：', '\u{a0}', '、']).unwrap_or(0);
        let number = rest.get(..end)?;
        if number.contains(|it: char| it.is_ascii_digit()) {
            name = rest
                .get(end..)?
                .trim_start_matches([' ', ':', '：', '-', '–', '—', '、']);
        }
    }
    if is_note_start(name)
        || speaks_of_publishing(name)
        || name.contains([':', '：', '|', '\\', '。'])
        || name.ends_with('.')
    {
        return None;
    }
    for cut in [" by ", ", ", "，", " – ", " por ", " nach "] {
        name = name.split(cut).next().unwrap_or(name);
    }
    let name = without_each(without_unit(name.trim()).0);
    let folded_name = folded(name);
    let is_short = (2..=LONGEST).contains(&name.chars().count());
    let is_office = OFFICES.split('|').any(|word| folded_name.contains(word));
    let is_dated = folded_name.contains(|it: char| it.is_ascii_digit());
    let says = names_counted(name) || is_measured(name);
    // What the rows or columns are by is what they are of no more than their heading is.
    let is_of_time = time_name(&folded_name).is_some();
    (is_short && !is_office && !is_dated && !is_of_time && says).then_some(name)
}

/// A name without what says that it is of each place: 各街道养老机构床位数.
fn without_each(name: &str) -> &str {
    const PLACES: &str = "县市区|县（市、区）|县(市、区)|市县|区县|县区|街道|乡镇|镇街|社区|地区|省份|省市|区|县|市|省|镇|乡|村";
    let rest = name.strip_prefix('各');
    let rest = rest.and_then(|it| PLACES.split('|').find_map(|place| it.strip_prefix(place)));
    rest.filter(|it| it.chars().count() > 1).unwrap_or(name)
}

/// True where a unit that is stated of a whole table may be that of an indicator: a rate is of no
/// persons and no money, and a number of persons is none of households.
pub(in crate::intake) fn may_have_unit(name: &str, unit: &str) -> bool {
    let is_of_money = unit.contains(['元', '$', '£', '€', '¥']);
    if is_of_things(unit) || is_scaled(unit) && !is_of_money {
        return !is_measured(name) && counts_the_same(name, unit);
    }
    let is_percent = matches!(
        folded(unit).as_str(),
        "%" | "‰" | "percent" | "per cent" | "pct"
    );
    match is_percent {
        true => !names_count(&folded(name)) && !ends_in_number(name),
        false => !names_count(&folded(name)) && !is_quotient(name),
    }
}

/// True of a name that ends in the word for a number: 样本数, and none of 指数.
fn ends_in_number(name: &str) -> bool {
    const OTHERS: &str = "指数|分数|系数|倍数|基数|位数|均数|百分数|参数|级数";
    name.ends_with('数') && !OTHERS.split('|').any(|end| name.ends_with(end))
}

/// True unless a name says what it counts, and the unit is of other things: 户数 and 人.
fn counts_the_same(name: &str, unit: &str) -> bool {
    let name = folded(name);
    let Some(thing) = name
        .strip_suffix('数')
        .and_then(|it| it.chars().next_back())
    else {
        return true;
    };
    // Beds, seats and posts are counted by 张 and 个.
    thing == '位' || !is_of_things(&thing.to_string()) || unit.contains(thing)
}

/// True of names of rates, shares, ratios, changes and indexes.
fn is_quotient(name: &str) -> bool {
    const WORDS: &str =
        "rate|rates|percent|percentage|pct|share|ratio|index|growth|change|proportion|rank";
    const PARTS: &str =
        "率|占比|比重|比例|指数|增速|增长|增幅|涨幅|同比|环比|之比|排名|位次|anteil|quote|quotient";
    let name = folded(name);
    let mut words = name.split(|it: char| !it.is_alphanumeric());
    words.any(|word| has(WORDS, word))
        || name.contains(['%', '‰'])
        || is_ratio(&name)
        || PARTS.split('|').any(|part| name.contains(part))
}

/// The area that a Chinese title begins with, before or behind the year: 江宁区2023年政务服务主要指标. None where it speaks of
/// several (各区), or of parts of towns.
pub(in crate::intake) fn area_in_title(title: &str) -> Option<&str> {
    const ENDS: &[&str] = &["街道", "社区", "新区", "省", "市", "区", "县", "镇", "乡"];
    const PARTS: &str = "市辖区|主城区|中心城区|建成区|城镇|农村|城市|地区|小区|园区|片区";
    const SHORTEST: usize = 3;
    const LONGEST: usize = 9;
    let is_number = |it: char| {
        it.is_numeric() || matches!(it, '表' | '-' | '—' | '.' | '、' | ' ' | '\u{3000}')
    };
    // 地区：上海
    let stated = ["地区", "地區", "区域", "城市"]
        .iter()
        .find_map(|it| title.trim().strip_prefix(it));
    let stated = stated
        .and_then(|it| it.trim_start().strip_prefix(['：', ':']))
        .map(str::trim);
    if let Some(name) = stated.filter(|it| is_place(it)) {
        return Some(name);
    }
    let text = title.trim_start_matches(is_number);
    let year = ["年度", "年"].iter().find_map(|it| text.strip_prefix(it));
    let text = year.unwrap_or(text).trim_start();
    let is_chinese = |it: char| ('\u{4e00}'..='\u{9fff}').contains(&it);
    let mut ends = text.char_indices().zip(1..=LONGEST);
    let named = ends.find_map(|((at, last), length)| {
        let name = text.get(..at + last.len_utf8())?;
        let is_one = length >= SHORTEST && ENDS.iter().any(|end| name.ends_with(end));
        is_one.then_some(name)
    })?;
    let rest = text.get(named.len()..)?;
    // 甲市各区, 甲市分街道: of the areas in it.
    let is_of_several = rest.contains(['各', '分', '按']) && !rest.starts_with(char::is_numeric);
    let is_name = named.chars().all(is_chinese)
        && !PARTS.split('|').any(|it| named.ends_with(it))
        && !named.contains(['各', '全', '本']);
    (is_name && !is_of_several && is_place(named)).then_some(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_stated_in_several_ways() {
        let check = |text: &str, unit: &str| {
            assert_eq!(stated_unit(text).unwrap_or_default(), unit, "{text}");
        };
        check("单位：万人", "万人");
        check("（单位:元）", "元");
        check("表1 常住人口（单位：万人）", "万人");
        check("计量单位：户", "户");
        check("Unit: persons", "persons");
        check("(unit: %)", "%");
        check("Units : Thousands", "Thousands");
        check("(단위: 명)", "명");
        check("单位：万人 (10 000 persons)", "万人");
        check("金额单位：万元", "万元");
        // That of the amounts beside the per cent of the rates.
        check("单位：万元、%", "万元");
        check("单位：%、人", "人");
        // Several units, an office, a heading, a word within another.
        check("单位：人、户", "");
        check("填报单位：某街道", "");
        check("单位", "");
        check("Community: persons", "");
    }

    #[test]
    fn titles_name_what_they_are_of() {
        let check = |text: &str, expected: &str| {
            assert_eq!(name_in_title(text).unwrap_or_default(), expected, "{text}");
        };
        check(
            "Table 122: Net additional dwellings by local authority district, England, 2018-19 to 2022-23",
            "Net additional dwellings",
        );
        check("Óbitos por Residência por Município", "Óbitos");
        check(
            "Obesity prevalence reception",
            "Obesity prevalence reception",
        );
        check("各街道低保人数", "低保人数");
        check("各街道养老机构床位数（单位：张）", "养老机构床位数");
        check("Month by National - Regional - LA - OAs", "");
        for text in [
            "Office for National Statistics",
            "Unidade da Federação: Acre",
            "Source: Housing Flows Reconciliation",
            "Kent",
            "2019-2021",
            "Updated births",
            "This worksheet contains one table.",
            "Thousands of persons",
            "Results of the survey of residents",
            "某区统计局人口数据",
        ] {
            check(text, "");
        }
    }

    #[test]
    fn a_unit_goes_with_names_that_may_have_it() {
        for (name, unit, expected) in [
            ("户籍人口", "人", true),
            ("户籍人口", "万人", true),
            ("老龄化率", "人", false),
            ("户数", "人", false),
            ("户数", "万户", true),
            ("收入", "万元", true),
            ("增长率", "万元", false),
            ("人口", "万元", false),
            ("turnout", "%", true),
            ("人口", "%", false),
            ("population growth", "thousand", false),
            ("population", "persons", true),
            ("性别比", "人", false),
            ("性别比(女=100)", "万元", false),
            ("Number employed", "thousands", true),
            ("number of jobs", "thousands", true),
            ("unemployment rate", "thousands", false),
        ] {
            assert_eq!(may_have_unit(name, unit), expected, "{name} {unit}");
        }
    }
}
