//! Texts of how closely two indicators go together: by a straight line, by ranks, where the two say
//! different things, and the area on which the first hangs.

use super::distribution::gap;
use super::number_text;
use crate::answer::Decisive;
use crate::model::Lang;
use crate::package::Package;
use crate::stats::{Correlation, Interval};

/// The linear correlation, and what it says.
pub(super) fn together_text(lang: Lang, level: &str, pearson: &Correlation) -> String {
    let two = |number| number_text(number, 2);
    let (coefficient, lower, upper) = (
        two(pearson.coefficient),
        two(pearson.interval.lower),
        two(pearson.interval.upper),
    );
    let is_up = pearson.interval.lower > 0.0;
    let is_down = pearson.interval.upper < 0.0;
    match lang {
        Lang::Zh => {
            let said = match (is_up, is_down) {
                (true, _) => zh!("一项较高的{level}，另一项往往也较高"),
                (_, true) => zh!("一项较高的{level}，另一项往往较低"),
                _ => "区间包含 0，看不出两项有线性关系".to_string(),
            };
            format!("线性相关系数 {coefficient}（95% 区间 {lower} 至 {upper}）：{said}。")
        }
        Lang::En => {
            let said = match (is_up, is_down) {
                (true, _) => format!("{level} high on one tend to be high on the other"),
                (_, true) => format!("{level} high on one tend to be low on the other"),
                _ => "the interval holds 0, so no straight-line relation is seen".to_string(),
            };
            format!("Linear correlation {coefficient} (95% interval {lower} to {upper}): {said}.")
        }
    }
}

/// Both correlations where they say different things.
pub(super) fn apart_text(
    lang: Lang,
    level: &str,
    pearson: &Correlation,
    spearman: &Correlation,
) -> String {
    let told = |it: &Correlation| {
        let Interval { lower, upper } = it.interval;
        let [coefficient, lower, upper] =
            [it.coefficient, lower, upper].map(|number| number_text(number, 2));
        match lang {
            Lang::Zh => format!("{coefficient}（95% 区间 {lower} 至 {upper}）"),
            Lang::En => format!("{coefficient} (95% interval {lower} to {upper})"),
        }
    };
    let (linear, ranked) = (told(pearson), told(spearman));
    let (linear_sign, ranked_sign) = (pearson.sign(), spearman.sign());
    let way = |sign: i8| match (lang, sign) {
        (Lang::Zh, 1) => zh!("一项较高的{level}，另一项往往也较高"),
        (Lang::Zh, _) => zh!("一项较高的{level}，另一项往往较低"),
        (Lang::En, 1) => format!("{level} high on one tend to be high on the other"),
        (Lang::En, _) => format!("{level} high on one tend to be low on the other"),
    };
    let said = match (lang, linear_sign, ranked_sign) {
        (Lang::Zh, 0, 0) => "两者的区间都包含 0".to_string(),
        (Lang::En, 0, 0) => "both intervals hold 0".to_string(),
        (Lang::Zh, 0, sign) => {
            format!("按名次看，{}；按数值看，看不出线性关系", way(sign))
        }
        (Lang::En, 0, sign) => {
            format!("by rank, {}; no straight-line relation is seen", way(sign))
        }
        (Lang::Zh, sign, 0) => format!("按数值看，{}；按名次看，看不出关系", way(sign)),
        (Lang::En, sign, 0) => format!("by value, {}; by rank, no relation is seen", way(sign)),
        (Lang::Zh, one, other) if one == other => format!("方向相同（{}），强弱不同", way(one)),
        (Lang::En, one, other) if one == other => {
            format!("the same way ({}), but not as closely", way(one))
        }
        (Lang::Zh, ..) => "方向相反".to_string(),
        (Lang::En, ..) => "they point opposite ways".to_string(),
    };
    match lang {
        Lang::Zh => format!(
            "线性相关系数 {linear}与秩相关系数 {ranked}不一致：{said}。可能不是直线关系，也可能由个别地区左右。"
        ),
        Lang::En => format!(
            "The linear correlation {linear} and the rank correlation {ranked} disagree: {said}. The relation may not be a straight line, or single areas may decide it."
        ),
    }
}

/// The area without which the linear correlation says something else.
pub(super) fn decisive_text(lang: Lang, package: &Package, found: &Decisive) -> String {
    let name = package.areas.get(found.area).name.get(lang);
    let distance = match found.cooks_distance.is_finite() {
        true => number_text(found.cooks_distance, 2),
        false => "∞".to_string(),
    };
    let without = match (&found.without, lang) {
        (Ok(it), Lang::Zh) => {
            let [coefficient, lower, upper] =
                [it.coefficient, it.interval.lower, it.interval.upper]
                    .map(|number| number_text(number, 2));
            format!("线性相关系数为 {coefficient}（{lower} 至 {upper}）")
        }
        (Ok(it), Lang::En) => {
            let [coefficient, lower, upper] =
                [it.coefficient, it.interval.lower, it.interval.upper]
                    .map(|number| number_text(number, 2));
            format!("the linear correlation is {coefficient} ({lower} to {upper})")
        }
        (Err(_), Lang::Zh) => "其中一项不再变化，无从计算".to_string(),
        (Err(_), Lang::En) => "one of the two does not vary".to_string(),
    };
    let gap = gap(name);
    match lang {
        Lang::Zh => zh!(
            "线性结果系于一个地区：{name}{gap}对拟合线影响最大（Cook 距离 {distance}，Cook 1977），去掉后{without}。"
        ),
        Lang::En => format!(
            "The linear result hangs on one area: {name} moves the line most (Cook’s distance {distance}, Cook 1977); without it {without}."
        ),
    }
}
