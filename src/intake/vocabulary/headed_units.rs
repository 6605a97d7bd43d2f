//! The units that headings state in brackets: the words, and what is made of them: 微克/立方米, 1/10万, `en %`,
//! `thousands of dollars`. Lists only, and how they go together; decides nothing of a column.

use crate::intake::vocabulary::has;
use crate::intake::vocabulary::scales::power_of_word;
use crate::intake::vocabulary::scripts::simplified;

/// True where a bracket at the end of a header holds a unit, as `人口（万人）` does.
pub(in crate::intake) fn is_unit(text: &str) -> bool {
    const UNITS: &str = "%|‰|％|万|亿|千|百万|千万|百億|億|명|세대|가구|호|개|percent|per cent|pct|人|万人|千人|百万人|户|万户|个|万个|件|起|次|万次|元|万元|亿元|千元|\
        元/人|元/月|元/平方米|平方米|万平方米|平方公里|平方千米|公顷|亩|万亩|公里|千米|米|吨|万吨|公斤|千克|千瓦时|万千瓦时|\
        亿千瓦时|岁|年|天|小时|分钟|辆|万辆|张|所|家|名|床|人/平方公里|百分点|间|座|套|万套|栋|对|株|棵|盆|盏|条|处|台|部|册|头|只|口|匹|羽|艘|架|班|笔|组|票|平方公尺|公尺|公吨|立方公尺|立方米|坪|元|kg|t|km|km2|\
        km²|m|m2|m²|㎡|㎞|㎞²|㎏|平米|ha|usd|us$|$|£|€|gbp|eur|cny|rmb|number|no.|thousand|\
        thousands|million|millions|000s|'000|000|£000|£m|£ million|$000|\
        $ million|us$ million|persons|people|households|years|days|hours|\
        years old|per 1,000|per 1000|per 100,000|per 100000|per 10,000|index|\
        rate|count|ratio|gwh|mwh|kwh|μg/m3|μg/m³|℃|°c|mm|人次|万人次|户/人|人/户|公顷/人";
    let lower = simplified(text.trim()).to_lowercase();
    // Alone it is a heading.
    has(UNITS, &lower) || lower.starts_with("单位") && lower != "单位" || is_compound(&lower)
}

/// True of the one character behind a number of things that says by what they are counted: `栓數(栓)`. Of persons it
/// says which: `人數(男)`.
pub(in crate::intake) fn is_measure_word(stem: &str, text: &str) -> bool {
    let is_one_sign = |text: &str| {
        let mut signs = text.chars();
        let first = signs.next();
        first.is_some_and(|it| ('\u{4e00}'..='\u{9fff}').contains(&it)) && signs.next().is_none()
    };
    stem.ends_with(['数', '數']) && is_one_sign(text) && !"男女計计内外他總总".contains(text)
}

/// True of what stands in a row of units where there is none.
pub(in crate::intake) fn says_no_unit(text: &str) -> bool {
    has(
        "没有单位|无单位|沒有單位|無單位|no unit",
        &text.trim().to_lowercase(),
    )
}

/// A unit without the word for in before it: `en %`.
pub(in crate::intake) fn without_in(unit: &str) -> &str {
    let split = unit.split_once(' ');
    let split = split.filter(|(word, _)| has("in|en|em|w|i|as", &word.to_lowercase()));
    split.map_or(unit, |(_, rest)| rest.trim_start())
}

/// True of units made of others: one by another, so many of a money, or one after a word for in.
fn is_compound(lower: &str) -> bool {
    // Prices of a time are no other unit.
    const TIMES: &str = "current |constant |nominal |real ";
    let rest = without_in(lower);
    if rest.len() < lower.len() {
        return is_unit(rest) && !rest.starts_with("单位");
    }
    let bare = TIMES.split('|').find_map(|head| lower.strip_prefix(head));
    let lower = bare.unwrap_or(lower);
    let by = lower.split_once('/').or_else(|| lower.split_once(" per "));
    by.is_some_and(|(one, other)| is_divided(one.trim(), other.trim())) || is_of_money(lower)
}

/// True of what is divided and what by: μg and m³, one and 10万, persons and km².
fn is_divided(one: &str, other: &str) -> bool {
    const UPPER: &str = "1|%|元|人|户|件|例|张|床|个|吨|克|毫克|微克|千克|公斤|千瓦时|persons|people|inhabitants|residents|\
        number|cases|kg|g|mg|µg|μg|ug|t|kwh|l|km|m|einwohner|hab|hab.|habitants|habitantes|ew";
    let is_sign = |it: char| ('\u{4e00}'..='\u{9fff}').contains(&it);
    let is_word = (1..=3).contains(&other.chars().count()) && other.chars().all(is_sign);
    (has(UPPER, one) || is_of_money(one)) && (is_word || is_divisor(other))
}

/// True of what things and money are divided by.
pub(in crate::intake) fn is_divisor(unit: &str) -> bool {
    const LOWER: &str = "人|户|千人|万人|10万|十万|10万人|十万人|万|千|1000|10000|100000|1,000|10,000|100,000|月|年|日|天|平方米|平方公里|\
        平方千米|立方米|升|公顷|亩|km2|km²|km^2|sq km|sq. km|sq mi|sq. mi.|km|m2|m²|m3|m³|l|ha|h|hour|day|\
        week|month|year|person|capita|inhabitant|household|head|tonne|t|kwh";
    has(LOWER, &unit.to_lowercase())
}

/// True of money, and of thousands or millions of it: `mil reais`, `million euro`, `thousands of dollars`.
fn is_of_money(lower: &str) -> bool {
    const MONEY: &str = "us$|u$s|hk$|a$|c$|r$|$|£|€|¥|₹|dollars|dollar|us dollars|u.s. dollars|euros|euro|pounds|pounds sterling|\
        reais|pesos|yuan|yen|rupees|francs|kroner|kronor|zł|zloty|元|円|원|人民币元|港元|美元|欧元|usd|eur|gbp|cny|rmb|\
        jpy|inr|brl|mxn|clp|chf|sek|nok|dkk|pln|czk|huf|aud|cad|nzd|zar";
    const SCALES: &str = "mil|tys.|tis.|tsd|tsd.|mill.|mrd|mrd.|mld|mld.|miles de|milhões de|millones de|milliers de|millions de|milliers d'|millions d'";
    if has(MONEY, lower) {
        return true;
    }
    let is_scale = |word: &str| has(SCALES, word) || power_of_word(word).is_some_and(|it| it > 0);
    let parts = ["d'", " of ", " ", "$", "£", "€"];
    parts.iter().any(|part| {
        let split = lower.rsplit_once(part);
        let (word, money) = match (split, part.chars().all(|it| matches!(it, '$' | '£' | '€'))) {
            (Some((word, "")), true) => (word, *part),
            (Some((word, money)), false) => (word, money),
            _ => return false,
        };
        is_scale(word.trim()) && has(MONEY, money) || has(MONEY, word) && is_scale(money.trim())
    })
}

/// True of the letters by which Chinese forms number the columns that hold no figures.
pub(in crate::intake) fn is_column_letter(text: &str) -> bool {
    matches!(text, "甲" | "乙" | "丙" | "丁")
}

/// True of the Chinese word for a unit of measure, which is also that for an office.
pub(in crate::intake) fn names_units_or_offices(name: &str) -> bool {
    name == "单位"
}

#[cfg(test)]
mod tests {
    use super::is_unit;

    #[test]
    fn units_are_made_of_others() {
        for text in [
            "1/10万",
            "微克/立方米",
            "μg/m3",
            "persons/km2",
            "en %",
            "in thousands",
            "Mil Reais",
            "thousands of dollars",
            "million euro",
            "current US$",
            "元/人",
            "人/平方公里",
            "£ per week",
            "人/班",
            "元/床日",
            "1/100,000",
        ] {
            assert!(is_unit(text), "{text}");
        }
        for text in [
            "males",
            "in employment",
            "A/B",
            "w/o income",
            "per household size",
            "2021/22",
            "male/female",
            "thousand islands",
            "in the area",
            "current",
        ] {
            assert!(!is_unit(text), "{text}");
        }
    }
}
