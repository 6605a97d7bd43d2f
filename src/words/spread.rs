//! Texts of the spread of indicators over the areas of a package without a whole.

use super::{
    level_count_text, level_text, measure_text, number_text, period_text, standard_notes,
    value_with_unit,
};
use crate::answer::{CompareRow, Distribution};
use crate::model::Lang;
use crate::package::Package;

/// Its fixed texts.
#[derive(Debug)]
pub struct SpreadWords {
    /// Heading
    pub heading: &'static str,
    /// Column: how many areas have a value
    pub areas: &'static str,
    /// Column: the lowest value
    pub lowest: &'static str,
    /// Column: the median and the middle half
    pub median: &'static str,
    /// Column: the highest value
    pub highest: &'static str,
    /// Said below
    pub note: &'static str,
    /// In place of findings where nothing can be tested
    pub not_tested: &'static str,
}

const ZH: SpreadWords = SpreadWords {
    heading: "各指标的分布",
    areas: "有数地区",
    lowest: "最低",
    median: "中位数（中间一半）",
    highest: "最高",
    note: "所列地区没有共同的上级，不作整体汇总。点指标名称看各地区的比较。",
    not_tested: "没有可以检验的数值：有分子和分母，才能判断差异是否超出偶然波动。",
};

const EN: SpreadWords = SpreadWords {
    heading: "How each indicator is spread",
    areas: "Areas with a value",
    lowest: "Lowest",
    median: "Median (middle half)",
    highest: "Highest",
    note: "The areas lie in no larger area, so nothing is summed. An indicator’s name leads to the comparison of areas.",
    not_tested: "Nothing can be tested: it takes a numerator and a denominator to tell whether a difference is more than chance.",
};

/// The texts in a language.
pub fn spread_words(lang: Lang) -> &'static SpreadWords {
    match lang {
        Lang::Zh => &ZH,
        Lang::En => &EN,
    }
}

/// How many areas have a value: 88 / 90.
pub fn spread_count_text(found: &Distribution) -> String {
    let text = |count: usize| number_text(count as f64, 0);
    match found.used_count == found.rows.len() {
        true => text(found.used_count),
        false => [text(found.used_count), text(found.rows.len())].join(" / "),
    }
}

/// The end of a spread: its value, and the area, or how many share it.
pub fn spread_end_text(
    lang: Lang,
    package: &Package,
    found: &Distribution,
    end: Option<&CompareRow>,
) -> (String, String) {
    let Some(end) = end else {
        return Default::default();
    };
    let indicator = package.indicators.get(found.question.indicator);
    let value = value_with_unit(lang, indicator, &end.reading);
    let is_same = |row: &&CompareRow| row.reading.value == end.reading.value;
    let who = match found.used().iter().filter(is_same).count() {
        1 => package.areas.get(end.area).name.get(lang).to_string(),
        count => level_count_text(lang, package, found.question.level, count),
    };
    (value, who)
}

/// The median, and the quartiles around it. Blank for fewer than five values.
pub fn spread_median_text(lang: Lang, package: &Package, found: &Distribution) -> (String, String) {
    let Some(box_plot) = &found.box_plot else {
        return Default::default();
    };
    let indicator = package.indicators.get(found.question.indicator);
    let text = |value| measure_text(lang, indicator, value);
    let five = &box_plot.five;
    let (low, high) = (text(five.lower_quartile), text(five.upper_quartile));
    (text(five.median), format!("{low} – {high}"))
}

/// The level and the period of a spread.
pub fn spread_period_text(lang: Lang, package: &Package, found: &Distribution) -> String {
    let period = found
        .period
        .map_or(String::new(), |it| period_text(lang, it));
    let level = level_text(lang, package, found.question.level);
    [period, level].join(" · ")
}

/// How many indicators more there are.
pub fn more_spreads_text(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::Zh, _) => format!("另有 {count} 项指标，见数据页"),
        (Lang::En, 1) => "1 more indicator on the data page".to_string(),
        (Lang::En, _) => format!("{count} more indicators on the data page"),
    }
}

/// What stands above the file.
pub fn spread_notes(lang: Lang, package: &Package, address: &str) -> Vec<String> {
    let words = spread_words(lang);
    standard_notes(
        lang,
        package,
        words.heading,
        vec![words.note.to_string()],
        address,
    )
}
